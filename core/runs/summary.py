"""summary.json: the figures of a run, each measured on the file that it stands for.

The window, the report, the command line and any script read this file. Sizes are in bytes, accuracies are
shares between 0 and 1, times are in seconds.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from core.figures import Amount, Count, Fraction, Interval, Seconds
from core.settings import Stage

FORMAT = 1

Runtime = Literal["keras", "litert", "tflm", "litert-decoded"]
UnrelatedKind = Literal["sample-scenes", "other-classes", "noise"]


class DatasetFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The images of a run: class names in the order of the model's outputs, images in each split."""

    name: str
    classes: tuple[str, ...]
    train_images: Count
    validation_images: Count
    test_images: Count


class NetworkFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The network of a run; `macs` are multiply-accumulates for one image."""

    name: str
    width: Amount
    image_size: Count
    channels: Count
    parameters: Count
    macs: Count


class AccuracyEstimate(msgspec.Struct, frozen=True, kw_only=True):
    """What a linear classifier on frozen features came to on images of the run that it had not seen.

    It is given where a class has few images. Every image is judged by classifiers that saw none of its near
    copies, `repeats` times over; `interval` is the 95 % interval of `accuracy`. `groups` counts near copies
    once among the `images`. `one_burst` are the classes whose images are all near copies of one another: for
    these nothing could be kept apart, and the accuracy elsewhere is lower. The features are those that the
    run started from; of a run `from_scratch`, those of the starting network, which may know more.
    """

    accuracy: Fraction
    interval: Interval
    images: Count
    groups: Count
    repeats: Count
    one_burst: tuple[str, ...] = ()
    from_scratch: bool = False


class UnrelatedFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How many images without any of the classes a model was shown, and the fraction that it turned away."""

    kind: UnrelatedKind
    images: Count
    rejected: Fraction


class Threshold(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the likeliest class must reach for an answer to be sure (docs/decisions/0022-not-sure.md).

    `probability` is that of the answer as the file gives it; `score`, in a .tflite only, is the same as its
    output code, and `temperature` what the file divides its logits by. It was calibrated on the validation
    images: of the `correct_images` that were classified correctly, the fraction `passed` reaches it. On the
    test images the fraction `test_sure` of all answers does, and `test_accuracy` is the accuracy of these;
    None where there are none.
    """

    probability: Fraction
    score: Annotated[int, msgspec.Meta(ge=-128, le=127)] | None = None
    temperature: Amount | None = None
    correct_images: Count
    passed: Fraction
    test_sure: Fraction
    test_accuracy: Fraction | None = None
    unrelated: tuple[UnrelatedFigures, ...] = ()

    @property
    def unrelated_images(self) -> int:
        """How many unrelated images it was shown."""
        return sum(figures.images for figures in self.unrelated)

    @property
    def unrelated_rejected(self) -> float | None:
        """The fraction of all unrelated images that it turns away; None where it was shown none."""
        rejected = sum(figures.images * figures.rejected for figures in self.unrelated)
        return rejected / self.unrelated_images if self.unrelated else None


class StageFigures(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a stage came to, measured on `file` over the test split by `runtime`.

    `seconds` is the stage's own working time over all its sessions. `loss` is the mean cross-entropy in
    nats; a probability of an int8 model counts as half a step of its output at least. `class_accuracy` is the
    mean of the classes' accuracies, each counting the same however many images it has; `top5_accuracy` the
    share of images whose class is among the five likeliest, from ten classes up. `sparsity` is the
    share of zeros among the weights of the convolutions, `parameters` how many weights and biases there are
    and `macs` the multiply-accumulates for one image: pruning takes away filters as well. Only a .tflite
    has `weight_bits`, `entropy_bytes` (the least that its weights could take with a code for each tensor,
    tables not counted) and `arena_bytes`; only the coded one has `table_bytes`, `decoded_identical` (every
    decoded tensor equals its original) and `identical_outputs` (test images for which the same runtime
    gave the same output bytes for both files). `threshold` says which answers are sure; older runs
    have none, nor does a model that is right about no validation image. `estimate` is not of the file: only
    train has it, where a class has few images.
    """

    name: Stage
    seconds: Seconds
    accuracy: Fraction
    accuracy_interval: Interval
    loss: Amount
    file: str
    bytes: Count
    gzip_bytes: Count
    runtime: Runtime
    sparsity: Fraction
    class_accuracy: Fraction | None = None
    top5_accuracy: Fraction | None = None
    parameters: Count | None = None
    macs: Count | None = None
    weight_bits: Count | None = None
    entropy_bytes: Count | None = None
    table_bytes: Count | None = None
    decoded_identical: bool | None = None
    identical_outputs: Count | None = None
    arena_bytes: Count | None = None
    arena_measured: bool | None = None
    threshold: Threshold | None = None
    estimate: AccuracyEstimate | None = None


class References(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes to compare with: the published AlexNet (1,000 classes), AlexNet and SqueezeNet at the run's."""

    alexnet_bytes: Count
    alexnet_same_classes_bytes: Count
    squeezenet_float_bytes: Count


class NearestFit(msgspec.Struct, frozen=True):
    """The settings nearest to the run's own with which the model would fit."""

    image_size: Count
    width: Amount


class BoardOperator(msgspec.Struct, frozen=True, kw_only=True):
    """How long a board took for an operator, by TFLM's name of it."""

    name: str
    microseconds: Count


class BoardFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How the model of the last finished stage goes together with the run's board.

    `profile` is the board's id, `basis` where the figures come from: from the settings, from the file that
    `measured_on` names, or from the board itself. `latency_ms` is for one image: an estimate unless
    `latency_measured`. `problems` are sentences, `nearest` what would help. `agreement` is of how many test
    images the board said the same as the file; `virtual` whether that board was played by a computer.
    `operators` are the times of all operators in the last of these images, in the order of running; a virtual
    board tells none.
    """

    profile: str
    fits: bool
    flash_bytes: Count
    flash_available_bytes: Count
    arena_bytes: Count
    latency_ms: Amount
    latency_measured: bool = False
    basis: Literal["predicted", "measured", "reported"]
    measured_on: str = ""
    problems: tuple[str, ...] = ()
    nearest: NearestFit | None = None
    agreement: str | None = None
    virtual: bool | None = None
    operators: tuple[BoardOperator, ...] = ()


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

    @property
    def estimate(self) -> AccuracyEstimate | None:
        """The accuracy to expect of new images, where few images were there to measure it on."""
        trained = self.of("train")
        return trained.estimate if trained else None
