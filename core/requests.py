"""What a worker can be asked to do: one tagged value a task, one line of JSON on the worker's input."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from core.reading import decoded, resolved
from core.settings import (
    ClassAction,
    DataSettings,
    HuffmanSettings,
    PresetName,
    PublishedName,
    RunSettings,
    Stage,
)

VIRTUAL_PORT = "virtual"
"""In place of a port: a virtual board that is there for this one time."""

ChipName = Literal["esp32", "esp32s3", "esp32c3"]
PsramName = Literal["none", "quad", "octal"]
RuntimeChoice = Literal["tflm", "litert"]
ExportForm = Literal["tflite", "c-array", "esp-idf", "flash-image", "web", "card", "zip"]


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="command", kw_only=True):
    """Base of all requests."""


class DataRequest(Request, frozen=True, tag="data"):
    """Look at the images that `settings` name, without training. `seed` is that of scenes to be drawn."""

    settings: DataSettings = DataSettings()
    seed: int = 1


class MapRequest(Request, frozen=True, tag="map"):
    """Put the images that `settings` name on a plane, and say which of their labels are likely wrong.

    `output` is a CSV file for the points; one that is there already is refused without `replace`.
    """

    settings: DataSettings = DataSettings()
    seed: int = 1
    output: str | None = None
    replace: bool = False


class RunRequest(Request, frozen=True, tag="run"):
    """Make a run in `folder`, or go on with the one that is there.

    Without `settings` the folder's own hold. `start_from` runs that stage and the later ones anew, and only
    then may settings differ from the folder's: those of that stage and of later ones. `until` is the last
    stage to run. `board` is the profile that the model is meant for; it decides nothing but what is said of
    the fit, and without it the folder's own stays. A new run whose `settings` are begun as a `preset` takes
    what that is for as many images as there are, but for the settings that `own` names, such as
    'train.epochs'. With `fast`, image size and width are made as small as `board` needs to be fast with the
    model; it needs both `settings` and `board`. `trace` is a file for a profile of this session; one that is
    there already is refused unless `replace_trace` is set.
    """

    folder: str
    settings: RunSettings | None = None
    preset: PresetName | None = None
    own: tuple[str, ...] = ()
    fast: bool = False
    start_from: Stage | None = None
    until: Stage = "huffman"
    board: str | None = None
    trace: str | None = None
    replace_trace: bool = False


class EvaluateRequest(Request, frozen=True, tag="evaluate"):
    """Measure a model file on images: on the test split of its own run without `data`, or on others.

    `runtime` is for .tflite files; None takes the one that the model's stage was measured with.
    """

    model: str
    data: str | None = None
    runtime: RuntimeChoice | None = None


class PredictRequest(Request, frozen=True, tag="predict"):
    """Name the classes of a few images.

    `heat_map` is a PNG to be written with where a .keras model looked in the one image that there is, for the
    class that it answers; one that is there already is refused without `replace`.
    """

    model: str
    images: tuple[str, ...]
    runtime: RuntimeChoice | None = None
    heat_map: str | None = None
    replace: bool = False


class TryRequest(Request, frozen=True, tag="try"):
    """Have the finished stages of `run` answer images until asked to stop; obey commands.

    Those are `ClassifyImages`, `ClassifyFrame` and `StopWatching` of `core.worker_commands`.
    """

    run: str


class InspectRequest(Request, frozen=True, tag="inspect"):
    """Say what a .tflite spends its bytes on, layer by layer, or what is left in a .keras."""

    model: str


class OperatorTimesRequest(Request, frozen=True, tag="operator-times"):
    """Time each operator of a .tflite in LiteRT, and say what is known of it on `board`.

    Without `board`, it is that of the run in whose folder the model is, if it is in one.
    """

    model: str
    board: str | None = None


class CompressRequest(Request, frozen=True, tag="compress"):
    """Huffman-code an int8 .tflite for TFLM; an `output` that is there is refused without `replace`."""

    model: str
    output: str
    settings: HuffmanSettings = HuffmanSettings()
    replace: bool = False


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The values that an exploration tries of each setting; a point is one of each."""

    image_sizes: tuple[int, ...] = (48, 64, 96)
    widths: tuple[float, ...] = (0.25, 0.5, 1.0)
    squeeze_ratios: tuple[float, ...] = (0.125,)
    shares_3x3: tuple[float, ...] = (0.5,)
    bypasses: tuple[str, ...] = ("none",)


class Budget(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How long each point of an exploration is trained: a preset with so many `epochs`."""

    preset: PresetName = "quick"
    epochs: Annotated[int, Meta(ge=1, le=1000)] = 6


class ClusterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where points are made: `workers` at a time here, or by the Dask scheduler at `address`.

    The three files are those of Dask's TLS options; without them nothing is encrypted.
    """

    address: str | None = None
    workers: Annotated[int, Meta(ge=1, le=64)] = 1
    tls_ca: str | None = None
    tls_cert: str | None = None
    tls_key: str | None = None


class ExploreRequest(Request, frozen=True, tag="explore"):
    """Train a network for each point of `grid` at a small `budget`, into `folder`; what is there is kept.

    `settings` are those that all points have in common, `board` the profile whose memory and speed are told.
    """

    folder: str
    settings: RunSettings
    board: str
    grid: Grid = Grid()
    budget: Budget = Budget()
    cluster: ClusterSettings = ClusterSettings()


class ExportRequest(Request, frozen=True, tag="export"):
    """Write a run's finished model to `output` in a form for use elsewhere.

    `output` is a folder, for "zip" a file, for "tflite" and "flash-image" either. A file that is there
    already is refused without `replace`, and so is a folder with something in it. What is for a board is made
    for `board`, or for the run's own, with the `firmware` that `FlashRequest` describes.
    """

    run: str
    form: ExportForm
    output: str
    board: str | None = None
    firmware: str | None = None
    replace: bool = False


class FetchWeightsRequest(Request, frozen=True, tag="fetch-weights"):
    """Fetch the ImageNet weights that were published for a network, for every later run."""

    network: PublishedName


class YardstickRequest(Request, frozen=True, tag="yardstick"):
    """Train AlexNet on the images of `run`, in its split and for as many epochs, and measure it."""

    run: str


class CleanRequest(Request, frozen=True, tag="clean"):
    """Remove what can be made again from a run's folder."""

    run: str


class ReportRequest(Request, frozen=True, tag="report"):
    """Write a run's report, as far as it has come, to `output`, or as report.html into its folder.

    An `output` that is there already is refused without `replace`. With `tensorboard`, logs for TensorBoard
    are written in place of the report, into the folder logs/ of the run.
    """

    run: str
    output: str | None = None
    replace: bool = False
    tensorboard: bool = False


class TensorBoardRequest(Request, frozen=True, tag="tensorboard"):
    """Show a run in TensorBoard, on this computer only, until asked to stop; its logs are kept up to date."""

    run: str


class BoardsRequest(Request, frozen=True, tag="boards"):
    """List the boards that are known, with how a run's model fits each, and this computer's serial ports."""

    run: str | None = None


class AddBoardRequest(Request, frozen=True, tag="add-board"):
    """Keep a board that the program does not know, in place of an earlier one of this name.

    With `replaces`, the id of a board of the person's own, it is that one that is described anew, and its id
    stays. `flash` is in megabytes. `camera` is the id of a board whose camera is wired alike, or pins such as
    'clock=15 sda=4 ...'; '' is none. `native_usb`: the USB port leads to the chip itself, not to an adapter.
    """

    name: str
    chip: ChipName
    flash: int
    psram: PsramName = "none"
    camera: str = ""
    native_usb: bool = False
    replaces: str = ""


class RemoveBoardRequest(Request, frozen=True, tag="remove-board"):
    """Forget a board that a person has described, by its id."""

    board: str


class FlashRequest(Request, frozen=True, tag="flash"):
    """What to do to the flash of the board on `port`: save it, erase it, put a copy back, write a run.

    That is the order. `port` is a device, a URL of pyserial or "virtual", which is a virtual board for this
    one time. `run` is a run folder whose model is written and compared on its test images. `board` names
    the profile; without it the run's own is taken. `backup` and `restore` are files; a `backup` that is there
    already is refused without `replace`. `baud` is the highest speed to try; without `use_stub` the loader in
    the chip's ROM does all. `everything` writes the firmware too where it is there already. `firmware` is a
    bundle's file, "fetch" for the one that was released, or "build" for one made here: "build-idf",
    "build-docker" and "build-eim" say with what.
    `button_seconds` is how long a board that does not enter its loader is tried once that was reported, for
    somebody to hold its button down. `act` is what the board does when it sees a class, in place of what the
    run's settings say, and kept there; None leaves them.
    """

    port: str
    run: str | None = None
    board: str | None = None
    act: dict[str, ClassAction] | None = None
    backup: str | None = None
    replace: bool = False
    erase: bool = False
    restore: str | None = None
    baud: int | None = None
    use_stub: bool = True
    everything: bool = False
    firmware: str | None = None
    button_seconds: float = 0.0


class FlashPlanRequest(Request, frozen=True, tag="flash-plan"):
    """Say what a flash of `run` to `board` (without it the run's own) would write where; nothing is written.

    `virtual`: the board is played by a computer.
    """

    run: str
    board: str | None = None
    virtual: bool = False


class LiveRequest(Request, frozen=True, tag="live"):
    """Stay in touch with the board on `port` until asked to stop; obey commands (`core.worker_commands`).

    With `run` the board's answers are compared with those of the run's file, where it has its model.
    """

    port: str
    run: str | None = None


class WatchRequest(Request, frozen=True, tag="watch"):
    """Ask the board on `port` what it sees: in `images` (files and folders), or else with its camera."""

    port: str
    images: tuple[str, ...] = ()


class VirtualBoardRequest(Request, frozen=True, tag="virtual-board"):
    """Play a board until asked to stop. The fields are those of the virtual board's own settings."""

    board: str | None = None
    flash_file: str | None = None
    camera: str | None = None
    host: str = "127.0.0.1"
    port: int = 0
    terminal: bool = False
    faults: dict[str, bool | int] = {}


BoardRequest = (
    BoardsRequest
    | AddBoardRequest
    | RemoveBoardRequest
    | FlashRequest
    | FlashPlanRequest
    | LiveRequest
    | WatchRequest
    | VirtualBoardRequest
)
ModelRequest = (
    RunRequest
    | EvaluateRequest
    | PredictRequest
    | TryRequest
    | InspectRequest
    | OperatorTimesRequest
    | CompressRequest
    | ExploreRequest
    | FetchWeightsRequest
)
RunFolderRequest = ExportRequest | YardstickRequest | CleanRequest | ReportRequest | TensorBoardRequest
AnyRequest = DataRequest | MapRequest | ModelRequest | RunFolderRequest | BoardRequest


class Assignment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line that a worker reads: what to do, under which name, and where libraries may print."""

    task: str
    log: str
    request: AnyRequest


def to_line(assignment: Assignment) -> bytes:
    """The assignment as one line of JSON, newline included."""
    return msgspec.json.encode(assignment) + b"\n"


_decoder = msgspec.json.Decoder(resolved(Assignment))


def from_line(line: bytes) -> Assignment:
    """The assignment in a line of JSON. Raises `msgspec.DecodeError`."""
    return decoded(line, _decoder)
