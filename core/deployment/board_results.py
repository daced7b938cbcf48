"""What work with boards comes to."""

from __future__ import annotations

import msgspec

from core.boards.firmware_bundles.ways import FirmwareWay
from core.boards.ports import SerialPort
from core.events import Failed, FlashPart
from core.runs.summary import BoardFigures


class LatencyBasis(msgspec.Struct, frozen=True, kw_only=True):
    """What an estimated time was worked out from; `source` says where the cycles come from."""

    products: int
    cycles_per_product: float
    weights: int
    cycles_per_weight: float
    megahertz: int
    source: str


class OperatorTime(msgspec.Struct, frozen=True, kw_only=True):
    """The estimated time of a convolution with the decoding of its weights.

    `size` is the side of its filters, `shape` what it puts out: height, width, channels.
    """

    size: int
    shape: tuple[int, int, int]
    milliseconds: float
    decoding_milliseconds: float


class TimedOperator(msgspec.Struct, frozen=True, kw_only=True):
    """An operator of a .tflite: its number in the order of running, its name and kind, and what it puts out.

    `name` is the layer's where the operator has weights. Times are None where nothing is known: LiteRT does
    not know TFLM_DECODE, and only convolutions are estimated.
    """

    number: int
    name: str
    kind: str
    shape: tuple[int, ...]
    litert_microseconds: float | None = None
    board_microseconds: float | None = None


class OperatorTable(msgspec.Struct, frozen=True, kw_only=True):
    """The operators of a .tflite, in the order of running.

    In LiteRT each is run alone, and `whole_microseconds` is the time of the whole model. `board` is the name
    of the board whose times are there, which are `measured` by it or else estimated.
    """

    model: str
    operators: tuple[TimedOperator, ...]
    whole_microseconds: float
    board: str = ""
    measured: bool = False

    @property
    def alone_microseconds(self) -> float:
        """What the operators take in LiteRT together."""
        return sum(one.litert_microseconds or 0.0 for one in self.operators)

    @property
    def slowest(self) -> tuple[TimedOperator, ...]:
        """The slowest first: on the board where that measured them, or else in LiteRT."""

        def times(one: TimedOperator) -> tuple[float, float]:
            litert, board = one.litert_microseconds or 0.0, one.board_microseconds or 0.0
            return (board, litert) if self.measured else (litert, board)

        return tuple(sorted(self.operators, key=times, reverse=True))


class FastChoice(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that compute most of those that fit a board and are fast on its chip.

    `is_own`: those of the run itself. `accuracy` is that of a finished run with these settings on the same
    images, where there is one, which `run` names.
    """

    image_size: int
    width: float
    limit_ms: float
    latency_ms: float
    is_own: bool = False
    accuracy: float | None = None
    run: str = ""


class ComparedImage(msgspec.Struct, frozen=True, kw_only=True):
    """One test image: what board and file take it for; `steps` is how far scores are apart at most."""

    number: int
    board: str
    file: str
    steps: int
    agrees: bool


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a board answers as the file does: `text` is '10/10'. Scores may be `allowed_steps` apart.

    `milliseconds` is the board's own time for an image, the median.
    """

    text: str
    agrees: bool
    allowed_steps: int
    milliseconds: float
    images: tuple[ComparedImage, ...] = msgspec.field(name="pictures")


class Flashed(msgspec.Struct, frozen=True, kw_only=True):
    """What was done to a board's flash. `done` names the steps in order.

    What follows `done` is there when a run was written: `image` is the file of what the model partition got,
    `written` names the parts of the flash that were written anew.
    """

    port: str
    done: tuple[str, ...]
    board: str | None = None
    virtual: bool | None = None
    chip: str | None = None
    image: str | None = None
    written: tuple[str, ...] = ()
    written_bytes: int = 0
    baud: int | None = None
    with_stub: bool | None = None
    seconds: float | None = None
    comparison: Comparison | None = None


class PlannedPart(FlashPart, frozen=True, kw_only=True):
    """A part of the flash, and the `room` that there is for it; it has 0 bytes when it is not written."""

    room: int


class FlashPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What flashing a run to a board writes where, the first time; later it is the model alone.

    `virtual`: the board is one in software, which needs no firmware. `firmware` is the version that would be
    written, which came with the program when it is `firmware_shipped`; `firmware_problem` says why there is
    none, and `firmware_ways` what can bring it, the best first. `parts` are in the order of their offsets.
    The time in `fit` is estimated, on the `basis` and in `times` for each convolution; `measured_ms` is what
    a real board of this type reported for this model. `fast` are the settings that are fast on the chip.
    """

    board: str
    name: str
    chip: str
    virtual: bool
    flash_bytes: int
    parts: tuple[PlannedPart, ...]
    fit: BoardFigures
    firmware: str = ""
    firmware_shipped: bool = False
    firmware_problem: Failed | None = None
    firmware_ways: tuple[FirmwareWay, ...] = ()
    basis: LatencyBasis
    times: tuple[OperatorTime, ...]
    measured_ms: float | None = None
    fast: FastChoice | None = None


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """How many images a board was seen to answer."""

    port: str
    board: str
    virtual: bool
    images: int = msgspec.field(name="pictures")


class KnownBoard(msgspec.Struct, frozen=True, kw_only=True):
    """A board that the program knows. `fit` is how a run's model goes together with it.

    Its time is estimated on the `basis`; `measured_ms` is what such a board reported for the run's model.
    `fast` are the settings that are fast on its chip. `own`: a person has described it.
    """

    id: str
    name: str
    chip: str
    flash_bytes: int
    psram_bytes: int
    camera: bool
    virtual: bool
    own: bool = False
    fit: BoardFigures | None = None
    basis: LatencyBasis | None = None
    measured_ms: float | None = None
    fast: FastChoice | None = None


class BoardList(msgspec.Struct, frozen=True, kw_only=True):
    """The boards that are known, and the serial ports of this computer, likely ones first.

    `problem` says why boards of the person's own are left out, if any are.
    """

    boards: tuple[KnownBoard, ...]
    ports: tuple[SerialPort, ...]
    run: str | None = None
    problem: str = ""


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: the names of files in `output`, and their bytes in all.

    `card` has the names of the model card's files beside `output` where that is one file.
    """

    run: str
    form: str
    output: str
    files: tuple[str, ...]
    bytes: int
    card: tuple[str, ...] = ()
