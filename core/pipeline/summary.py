"""summary.json: the figures of a run, each measured on the file that it stands for.

The window, the report, the command line and any script read this file. Sizes are in bytes, accuracies are
shares between 0 and 1, times are in seconds.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from core.settings import Stage

FORMAT = 1

Runtime = Literal["keras", "litert", "tflm", "litert-decoded"]


class DatasetFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The pictures of a run: class names in the order of the model's outputs, pictures in each split."""

    name: str
    classes: tuple[str, ...]
    train_images: int
    validation_images: int
    test_images: int


class NetworkFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The network of a run; `macs` are multiply-accumulates for one picture."""

    name: str
    width: float
    image_size: int
    channels: int
    parameters: int
    macs: int


class StageFigures(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a stage came to, measured on `file` over the test split by `runtime`.

    `seconds` is the stage's own working time over all its sessions. `loss` is the mean cross-entropy in
    nats; a probability of an int8 model counts as half a step of its output at least. `class_accuracy` is the
    mean of the classes' accuracies, each counting the same however many pictures it has; `top5_accuracy` the
    share of pictures whose class is among the five likeliest, from ten classes up. `sparsity` is the
    share of zeros among the weights of the convolutions, `parameters` how many weights and biases there are
    and `macs` the multiply-accumulates for one picture: pruning takes away filters as well. Only a .tflite
    has `weight_bits`, `entropy_bytes` (the least that its weights could take with a code for each tensor,
    tables not counted) and `arena_bytes`; only the coded one has `table_bytes`, `decoded_identical` (every
    decoded tensor equals its original) and `identical_outputs` (test pictures for which the same runtime
    gave the same output bytes for both files).
    """

    name: Stage
    seconds: float
    accuracy: float
    accuracy_interval: tuple[float, float]
    loss: float
    file: str
    bytes: int
    gzip_bytes: int
    runtime: Runtime
    sparsity: float
    class_accuracy: float | None = None
    top5_accuracy: float | None = None
    parameters: int | None = None
    macs: int | None = None
    weight_bits: int | None = None
    entropy_bytes: int | None = None
    table_bytes: int | None = None
    decoded_identical: bool | None = None
    identical_outputs: int | None = None
    arena_bytes: int | None = None
    arena_measured: bool | None = None


class References(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes to compare with: the published AlexNet (1,000 classes), AlexNet and SqueezeNet at the run's."""

    alexnet_bytes: int
    alexnet_same_classes_bytes: int
    squeezenet_float_bytes: int


class NearestFit(msgspec.Struct, frozen=True):
    """The settings nearest to the run's own with which the model would fit."""

    image_size: int
    width: float


class BoardFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How the model of the last finished stage goes together with the run's board.

    `profile` is the board's id, `basis` where the figures come from: from the settings, from the file that
    `measured_on` names, or from the board itself. `latency_ms` is for one picture: an estimate unless
    `latency_measured`. `problems` are sentences, `nearest` what would help. `agreement` is of how many test
    pictures the board said the same as the file; `virtual` whether that board was played by a computer.
    """

    profile: str
    fits: bool
    flash_bytes: int
    flash_available_bytes: int
    arena_bytes: int
    latency_ms: float
    latency_measured: bool = False
    basis: Literal["predicted", "measured", "reported"]
    measured_on: str = ""
    problems: tuple[str, ...] = ()
    nearest: NearestFit | None = None
    agreement: str | None = None
    virtual: bool | None = None


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The content of summary.json. `stages` holds those that are finished and up to date, in order.

    `board` is None for a run that is meant for no board in particular.
    """

    format: int = FORMAT
    dataset: DatasetFigures
    network: NetworkFigures
    stages: tuple[StageFigures, ...]
    references: References
    board: BoardFigures | None = None

    def of(self, stage: Stage) -> StageFigures | None:
        """The figures of one stage, or None when it is not finished."""
        return next((figures for figures in self.stages if figures.name == stage), None)
