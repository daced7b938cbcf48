"""What a run reports: one frozen, tagged value an event, one JSON object a line.

The window, the command line and the run folder's events.jsonl read these and nothing else. `Succeeded`,
`Failed` and `Stopped` are terminal: a task sends exactly one of them, last. `Crashed` is never sent by the
work itself; whoever watches its process makes it when the process ends without a terminal event.
"""

from __future__ import annotations

import msgspec

StageName = str  # "data", "train", "prune", "quantize" or "huffman"


class Event(msgspec.Struct, frozen=True, tag_field="event", kw_only=True, omit_defaults=True):
    """Base of all events. `time` is seconds since the epoch; 0.0 until a `Task` stamps it."""

    time: float = 0.0


class StageStarted(Event, frozen=True, tag="stage-started"):
    stage: StageName
    resumed_epoch: int = 0


class StageFinished(Event, frozen=True, tag="stage-finished"):
    """A stage has written its files. `figures` is its entry of summary.json."""

    stage: StageName
    figures: dict[str, object]


class Status(Event, frozen=True, tag="status"):
    """What is being done now, in words for a person."""

    text: str


class Progress(Event, frozen=True, tag="progress"):
    """`done` of `total` units; `seconds_left` is None until it can be estimated."""

    done: int
    total: int
    unit: str = ""
    seconds_left: float | None = None


class StepDone(Event, frozen=True, tag="step-done"):
    """One optimizer step (or a few: reports are thinned). Loss and accuracy are of its batch."""

    stage: StageName
    epoch: int
    step: int
    steps: int
    loss: float
    accuracy: float


class EpochDone(Event, frozen=True, tag="epoch-done"):
    """One epoch. Accuracies are shares between 0 and 1; `sparsity` is the share of zero weights."""

    stage: StageName
    epoch: int
    epochs: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float
    learning_rate: float
    sparsity: float = 0.0


class LayerReport(Event, frozen=True, tag="layer"):
    """Figures of one layer while a stage works on it (sparsity, bytes, ...)."""

    stage: StageName
    layer: str
    figures: dict[str, float]


class BoardFit(Event, frozen=True, tag="board-fit"):
    """How the model goes together with the run's board, as known by now.

    `text` says it to a person; `figures` is a `core.boards.fit.Fit`.
    """

    text: str
    fits: bool
    figures: dict[str, object]


class Seen(Event, frozen=True, tag="seen"):
    """What a board saw in one picture: its classes and their probabilities, the likeliest first.

    Microseconds are the board's own: for all of it, in that for running the model, in that for restoring
    Huffman-coded weights. `jpeg` is what its camera took, empty for a picture that was sent to it.
    """

    picture: str
    answers: tuple[tuple[str, float], ...]
    total_microseconds: int
    inference_microseconds: int
    decode_microseconds: int
    jpeg: bytes = b""


class Finding(Event, frozen=True, tag="finding"):
    """Something about the data that a person should know."""

    kind: str
    text: str
    paths: tuple[str, ...] = ()
    count: int = 0


class Log(Event, frozen=True, tag="log"):
    level: str
    text: str


class Succeeded(Event, frozen=True, tag="succeeded"):
    """Terminal. `result` names what was made or looked at (a run folder, a file), `figures` what came out."""

    result: str = ""
    figures: dict[str, object] = {}


class Failed(Event, frozen=True, tag="failed"):
    """Terminal. The four parts of a `core.errors.SqueezeError`."""

    code: str
    happened: str
    remedy: str
    detail: str = ""
    exit_code: int = 1


class Stopped(Event, frozen=True, tag="stopped"):
    """Terminal: the person asked to stop, and what was finished is kept."""


class Crashed(Event, frozen=True, tag="crashed"):
    """Terminal, made by the watcher: the process ended without a terminal event."""

    exit_code: int
    last_log: tuple[str, ...] = ()


AnyEvent = (
    StageStarted
    | StageFinished
    | Status
    | Progress
    | StepDone
    | EpochDone
    | LayerReport
    | BoardFit
    | Seen
    | Finding
    | Log
    | Succeeded
    | Failed
    | Stopped
    | Crashed
)
TERMINAL = (Succeeded, Failed, Stopped, Crashed)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def to_line(event: Event) -> bytes:
    """The event as one line of JSON, newline included."""
    return _encoder.encode(event) + b"\n"


def from_line(line: bytes) -> AnyEvent:
    """The event in a line of JSON.

    Raises `msgspec.DecodeError` when the line is not JSON or not an event of this version.
    """
    return _decoder.decode(line)
