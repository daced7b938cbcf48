"""What a run reports: one frozen, tagged value an event, one JSON object a line.

The window, the command line and the run folder's events.jsonl read these and nothing else. `Succeeded`,
`Failed` and `Stopped` are terminal: a task sends exactly one of them, last. `Crashed` is never sent by the
work itself; whoever watches its process makes it when the process ends without a terminal event.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from core.errors import printable
from core.figures import Amount, Count, Fraction, Interval, Ordinal, Seconds
from core.reading import decoded, resolved

Fix = Literal["leave-out", "merge", "set-aside", "mix"]
StageName = str  # "data", "train", "prune", "quantize" or "huffman"


class Event(msgspec.Struct, frozen=True, tag_field="event", kw_only=True, omit_defaults=True):
    """Base of all events. `time` is seconds since the epoch; 0.0 until a `Task` stamps it."""

    time: Seconds = 0.0


class StageStarted(Event, frozen=True, tag="stage-started"):
    stage: StageName
    resumed_epoch: Count = 0


class _StageFigures(msgspec.Struct, frozen=True):
    """What is drawn of a finished stage's figures, as far as they are there."""

    accuracy: Fraction | None = None
    accuracy_interval: Interval | None = None
    loss: Amount | None = None
    class_accuracy: Fraction | None = None
    top5_accuracy: Fraction | None = None
    sparsity: Fraction | None = None
    bytes: Count | None = None
    gzip_bytes: Count | None = None
    parameters: Count | None = None
    macs: Count | None = None
    entropy_bytes: Count | None = None
    table_bytes: Count | None = None
    arena_bytes: Count | None = None


class StageFinished(Event, frozen=True, tag="stage-finished"):
    """A stage has written its files. `figures` is its entry of summary.json."""

    stage: StageName
    figures: dict[str, object]

    def __post_init__(self) -> None:
        """Raises `msgspec.ValidationError` for figures that are none."""
        msgspec.convert(self.figures, resolved(_StageFigures))


class Status(Event, frozen=True, tag="status"):
    """What is being done now, in words for a person.

    `sentence` and `values` are what `text` was made of, where it was made of anything.
    """

    text: str
    sentence: str = ""
    values: dict[str, str] = {}


class Progress(Event, frozen=True, tag="progress"):
    """`done` of `total` units; `seconds_left` is None until it can be estimated."""

    done: Count
    total: Count
    unit: str = ""
    seconds_left: Amount | None = None


class StepDone(Event, frozen=True, tag="step-done"):
    """One optimizer step (or a few: reports are thinned). Loss and accuracy are of its batch.

    `learning_rate` is that of the step; 0 where an older version of the program did not tell it.
    """

    stage: StageName
    epoch: Ordinal
    step: Ordinal
    steps: Ordinal
    loss: Amount
    accuracy: Fraction
    learning_rate: Amount = 0.0


class EpochDone(Event, frozen=True, tag="epoch-done"):
    """One epoch. Accuracies are shares between 0 and 1; `sparsity` is the share of zero weights."""

    stage: StageName
    epoch: Ordinal
    epochs: Ordinal
    loss: Amount
    accuracy: Fraction
    validation_loss: Amount
    validation_accuracy: Fraction
    learning_rate: Amount
    sparsity: Fraction = 0.0


class ClassifierFitted(Event, frozen=True, tag="classifier-fitted"):
    """A linear classifier was fitted on the features that training starts from. Accuracy is a fraction."""

    validation_accuracy: Fraction


class LayerReport(Event, frozen=True, tag="layer"):
    """Figures of one layer while a stage works on it (sparsity, bytes, ...)."""

    stage: StageName
    layer: str
    figures: dict[str, Amount]


class PruneTrial(Event, frozen=True, tag="prune-trial"):
    """One try of the search for how far a network can be pruned; there are `most` of them at most.

    `filters` and `sparsity` are the shares of filters that are gone and of weights at zero, `accuracy` is on
    the validation images and `drop` in points below the trained network there.
    """

    trial: Ordinal
    most: Ordinal
    filters: Fraction
    sparsity: Fraction
    accuracy: Fraction
    drop: Amount
    accepted: bool


class BoardFit(Event, frozen=True, tag="board-fit"):
    """How the model goes together with the run's board, as known by now.

    `text` says it to a person; `figures` is a `core.boards.resource_estimate.ResourceEstimate`.
    """

    text: str
    fits: bool
    figures: dict[str, object]


class BoardMet(Event, frozen=True, tag="board-met"):
    """A board that runs this program's firmware answered at `port`, or a virtual one.

    `board` is the id of the profile that it was flashed as. `problem` says why its model does not run, and is
    empty when it does. Memory is what the model takes of the arena and what it leaves, in bytes. `own_model`:
    whether the model is the one of the run that was named; None without a run. `pins` are the GPIO numbers
    that the board's actions set, and whether they are high.
    """

    port: str
    board: str
    chip: str
    virtual: bool
    camera: bool
    firmware: str
    runtime: str
    problem: str = ""
    labels: tuple[str, ...] = ()
    image_size: int = 0
    channels: int = 0
    memory_used: int = 0
    memory_left: int = 0
    baud: int = 0
    own_model: bool | None = None
    pins: tuple[tuple[int, bool], ...] = ()


class PinSet(Event, frozen=True, tag="pin-set"):
    """A board has set a pin, by its GPIO number, for what it sees or no longer sees."""

    pin: int
    high: bool


class LineWritten(Event, frozen=True, tag="line-written"):
    """A board has written a line on its serial port, for class `class_number`, which it sees."""

    class_number: int
    line: str


class Seen(Event, frozen=True, tag="seen"):
    """What a board saw in one image: its classes and their probabilities, the likeliest first.

    `sure`: the likeliest is likely enough for the board to stand by it; otherwise it answers "not sure".
    Microseconds are the board's own: for all of it, in that for running the model, in that for restoring
    Huffman-coded weights. `jpeg` is the image as its camera took it or as it was sent to it, where that is
    wanted, `original` the whole image that it was cut out of, and `square` (PNG) the very values that entered
    the network, as the board tells them. `truth` is the image's class, where it is known. `expected` is the
    class that the run's file puts first for the same image, where that was asked, and `agrees` whether the
    board's scores are that file's; None where they were not compared.
    """

    image: str = msgspec.field(name="picture")
    answers: tuple[tuple[str, float], ...]
    total_microseconds: int
    inference_microseconds: int
    decode_microseconds: int
    sure: bool = True
    jpeg: bytes = b""
    original: bytes = b""
    square: bytes = b""
    source: Literal["file", "frame", "sample", "camera"] = "file"
    truth: str = ""
    expected: str = ""
    agrees: bool | None = None


class StageAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What the file of a finished stage answered to an image: classes and probabilities, likeliest first.

    `sure`: the likeliest reaches the threshold of the file. `milliseconds` are this computer's.
    """

    stage: StageName
    answers: tuple[tuple[str, Fraction], ...]
    sure: bool = True
    milliseconds: Amount = 0.0


class ModelsOpened(Event, frozen=True, tag="models-opened"):
    """The files of these finished stages are loaded and take images."""

    stages: tuple[StageName, ...]


class Tried(Event, frozen=True, tag="tried"):
    """What the finished stages of a run answered to an image, in their order.

    `jpeg` is the square that they were given. `heat` is where the trained network looked for the class that
    it answered: `heat_side` times `heat_side` bytes, row by row, from 0 for nothing to 255 for the most.
    """

    image: str
    source: Literal["file", "frame"]
    stages: tuple[StageAnswer, ...]
    jpeg: bytes = b""
    heat: bytes = b""
    heat_side: Count = 0


class ImageRefused(Event, frozen=True, tag="image-refused"):
    """An image that could not be read, and the work goes on. The rest is as in `Failed`."""

    image: str
    source: Literal["file", "frame"]
    code: str
    happened: str
    remedy: str
    values: dict[str, str] = {}


class AgreementSoFar(Event, frozen=True, tag="agreement"):
    """Of `total` images to compare, `compared` were, and with `agreed` of them board and file agree."""

    agreed: int
    compared: int
    total: int


class OperatorTimes(Event, frozen=True, tag="operator-times"):
    """How long a board took for each operator of the last image, in microseconds, in their order."""

    operators: tuple[tuple[str, int], ...]


class BoardOffered(Event, frozen=True, tag="board-offered"):
    """A virtual board can be opened at `address`."""

    address: str
    board: str


class PageOffered(Event, frozen=True, tag="page-offered"):
    """A page can be opened in a browser of this computer at `address`, until the task ends."""

    address: str


class FlashPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a board's flash: `bytes` at `offset`. `name` is for a person."""

    name: str
    offset: int
    bytes: int


class FlashBegun(Event, frozen=True, tag="flash-begun"):
    """What will be written to a board's flash, in this order. A `Progress` in bytes is of all parts."""

    parts: tuple[FlashPart, ...]


class FlashPartProgress(Event, frozen=True, tag="flash-part"):
    """`done` of `total` bytes of the part called `name` are in flash."""

    name: str
    done: int
    total: int


class ButtonNeeded(Event, frozen=True, tag="button-needed"):
    """The board does not enter its loader by itself: its BOOT button has to be held down, within `seconds`.

    It is tried all that time; the next `Status` tells that it went on.
    """

    seconds: float


class Finding(Event, frozen=True, tag="finding"):
    """Something about the data that a person should know.

    `paths` are images that it is about, `count` says how many those are in all; without any it is about the
    class `class_name`. `fixes` are the settings that would change it: "leave-out" and "set-aside" for those
    images, or else for the class, "merge" for the class with `partner`, or with another of one's choice
    where there is none, "mix" for the split that the data brings. `stops`: nothing can be trained before it
    is mended. `sentence` and `values` are what `text` was made of.
    """

    kind: str
    text: str
    sentence: str = ""
    values: dict[str, str] = {}
    paths: tuple[str, ...] = ()
    count: int = 0
    class_name: str = ""
    partner: str = ""
    fixes: tuple[Fix, ...] = ()
    stops: bool = False


class Log(Event, frozen=True, tag="log"):
    level: str
    text: str


class Succeeded(Event, frozen=True, tag="succeeded"):
    """Terminal. `result` names what was made or looked at (a run folder, a file), `figures` what came out."""

    result: str = ""
    figures: dict[str, object] = {}


class Failed(Event, frozen=True, tag="failed"):
    """Terminal. The parts of a `core.errors.SqueezeError`; `values` are what fills its kind's sentences."""

    code: str
    happened: str
    remedy: str
    detail: str = ""
    exit_code: int = 1
    values: dict[str, str] = {}


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
    | ClassifierFitted
    | LayerReport
    | PruneTrial
    | BoardFit
    | BoardMet
    | PinSet
    | LineWritten
    | Seen
    | ModelsOpened
    | Tried
    | ImageRefused
    | AgreementSoFar
    | OperatorTimes
    | BoardOffered
    | PageOffered
    | FlashBegun
    | FlashPartProgress
    | ButtonNeeded
    | Finding
    | Log
    | Succeeded
    | Failed
    | Stopped
    | Crashed
)
TERMINAL = (Succeeded, Failed, Stopped, Crashed)

_NO_UTF_8 = re.compile("[\ud800-\udfff]")
_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(resolved(AnyEvent))


def to_line(event: Event) -> bytes:
    """The event as one line of JSON, newline included; what is no UTF-8 in the name of a file is escaped."""
    try:
        return _encoder.encode(event) + b"\n"
    except UnicodeEncodeError:
        return _encoder.encode(_encodable(msgspec.to_builtins(event))) + b"\n"


def _encodable(value: object) -> object:
    match value:
        case str():
            return _NO_UTF_8.sub(lambda found: printable(found[0]), value)
        case list() | tuple():
            return [_encodable(one) for one in value]
        case dict():
            return {_encodable(key): _encodable(one) for key, one in value.items()}
    return value


def from_line(line: bytes) -> AnyEvent:
    """The event in a line of JSON.

    Raises `msgspec.DecodeError` when the line is not JSON or not an event of this version.
    """
    return decoded(line, _decoder)
