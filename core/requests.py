"""What a worker can be asked to do: one tagged value a task, one line of JSON on the worker's input."""

from __future__ import annotations

from typing import Literal

import msgspec

from core.settings import HuffmanSettings, RunSettings, Stage

RuntimeChoice = Literal["tflm", "litert"]


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="command", kw_only=True):
    """Base of all requests."""


class RunRequest(Request, frozen=True, tag="run"):
    """Make a run in `folder`, or go on with the one that is there.

    Without `settings` the folder's own hold. `start_from` runs that stage and the later ones anew, and only
    then may settings differ from the folder's: those of that stage and of later ones. `until` is the last
    stage to run.
    """

    folder: str
    settings: RunSettings | None = None
    start_from: Stage | None = None
    until: Stage = "huffman"


class EvaluateRequest(Request, frozen=True, tag="evaluate"):
    """Measure a model file on pictures: on the test split of its own run without `data`, or on others.

    `runtime` is for .tflite files; None takes the one that the model's stage was measured with.
    """

    model: str
    data: str | None = None
    runtime: RuntimeChoice | None = None


class PredictRequest(Request, frozen=True, tag="predict"):
    """Name the classes of a few pictures."""

    model: str
    pictures: tuple[str, ...]
    runtime: RuntimeChoice | None = None


class InspectRequest(Request, frozen=True, tag="inspect"):
    """Say what a .tflite spends its bytes on, layer by layer."""

    model: str


class CompressRequest(Request, frozen=True, tag="compress"):
    """Huffman-code an int8 .tflite for TFLM."""

    model: str
    output: str
    settings: HuffmanSettings = HuffmanSettings()


AnyRequest = RunRequest | EvaluateRequest | PredictRequest | InspectRequest | CompressRequest


class Assignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line that a worker reads: what to do, under which name, and where libraries may print."""

    task: str
    log: str
    request: AnyRequest


def to_line(assignment: Assignment) -> bytes:
    """The assignment as one line of JSON, newline included."""
    return msgspec.json.encode(assignment) + b"\n"


def from_line(line: bytes) -> Assignment:
    """The assignment in a line of JSON. Raises `msgspec.DecodeError`."""
    return msgspec.json.decode(line, type=Assignment)
