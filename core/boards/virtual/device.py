"""What the virtual board's program can do: the board's end of the link, with a real model behind it."""

from __future__ import annotations

import msgspec
import numpy as np

from core import __version__
from core.boards.board_block import Chip
from core.boards.link.codes import DeviceCode, DeviceFailure
from core.boards.link.messages import Hello, OperatorTime, Prediction
from core.boards.model_image import ModelImage
from core.boards.virtual.camera import Camera
from core.boards.virtual.chips import MAC
from core.boards.virtual.model_messages import Loaded
from core.boards.virtual.model_process import ModelProcess

HIGHEST_BAUD = 921600
FIRMWARE = f"virtual {__version__}"
_TOP = 5
_RUNTIMES = {"tflm": "TFLM, this computer", "litert": "LiteRT, this computer"}
_DECODED = "LiteRT decoded, computer"


class BoardLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What of a board's profile the virtual one holds to: bytes of each memory that an arena may take."""

    profile: str
    variant: str
    persistent_arena: int
    working_arena: int
    psram_arena: int = 0


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A model image whose model is ready to run; `used` and `free` are bytes of arena."""

    image: ModelImage
    runtime: str
    used: int
    free: int


def load_model(image: ModelImage, chip: Chip, limits: BoardLimits, process: ModelProcess) -> Model:
    """Make the model of an image ready in `process`. Raises `DeviceFailure`."""
    if image.board.chip != chip:
        raise DeviceFailure(DeviceCode.MODEL_FOR_OTHER_CHIP, image.board.chip.name)
    loaded = process.load(image.model)
    given = image.input
    if loaded.input_shape != (given.height, given.width, given.channels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"input {loaded.input_shape}")
    if loaded.output_size != len(image.labels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"{loaded.output_size} outputs")
    used, free = _arena(loaded, limits)
    runtime = _RUNTIMES.get(loaded.runtime, _DECODED)
    return Model(image=image, runtime=runtime, used=used, free=free)


def _arena(loaded: Loaded, limits: BoardLimits) -> tuple[int, int]:
    """Bytes of arena used and free. Raises `DeviceFailure` when the model needs more than the board has."""
    if loaded.arena is None:
        return 0, 0
    persistent, working = loaded.arena.persistent, loaded.arena.non_persistent
    internal = limits.persistent_arena + limits.working_arena
    if persistent <= limits.persistent_arena and working <= limits.working_arena:
        return persistent + working, internal - persistent - working
    if persistent + working <= limits.psram_arena:
        return persistent + working, limits.psram_arena - persistent - working
    available = max(limits.psram_arena, internal)
    raise DeviceFailure(DeviceCode.ARENA_TOO_SMALL, f"{persistent} + {working} of {available} bytes")


class VirtualDevice:
    """A `core.boards.link.device_session.Device`. `status` says why there is no `model` when it is None."""

    def __init__(
        self,
        chip: Chip,
        limits: BoardLimits,
        process: ModelProcess,
        model: Model | None,
        status: DeviceCode,
        camera: Camera | None,
    ) -> None:
        self._chip = chip
        self._limits = limits
        self._process = process
        self._model = model
        self._status = status
        self._camera = camera

    def hello(self) -> Hello:
        board = Hello(
            firmware=FIRMWARE,
            variant=self._limits.variant,
            runtime="none" if self._model is None else self._model.runtime,
            profile=self._limits.profile,
            chip=self._chip,
            mac=MAC,
            is_virtual=1,
            has_camera=int(self._camera is not None),
            psram_bytes=self._limits.psram_arena,
            reset_reason=1,
            status=self._status,
            highest_baud=HIGHEST_BAUD,
            window=4096,
        )
        return board if self._model is None else _with_model(board, self._model)

    def labels(self) -> tuple[str, ...]:
        return self._running().image.labels

    def predict(self, pixels: bytes) -> Prediction:
        image = self._running().image
        codes = np.frombuffer(image.input.codes, np.uint8)[np.frombuffer(pixels, np.uint8)]
        ran = self._process.run(codes.tobytes())
        scores = np.frombuffer(ran.scores, np.int8)
        best = np.argsort(-scores.astype(np.int16), kind="stable")[:_TOP]
        return Prediction(
            total_microseconds=ran.microseconds,
            inference_microseconds=ran.microseconds,
            decode_microseconds=0,
            scores=tuple(scores.tolist()),
            top=tuple(best.tolist()),
        )

    def profile(self) -> tuple[OperatorTime, ...]:
        """Nothing: the runtime does not time its operators on a computer."""
        return ()

    def takes_speed(self, baud: int) -> bool:
        return baud <= HIGHEST_BAUD

    def watch(self, seconds: int) -> None:
        """Camera pictures are sent by whoever drives the session."""
        if self._camera is None and seconds:
            raise DeviceFailure(DeviceCode.NO_CAMERA)
        self._running()

    def _running(self) -> Model:
        if self._model is None:
            raise DeviceFailure(self._status)
        return self._model


def _with_model(board: Hello, model: Model) -> Hello:
    given, result = model.image.input, model.image.output
    return msgspec.structs.replace(
        board,
        model_sha256=model.image.sha256,
        classes=len(model.image.labels),
        input_height=given.height,
        input_width=given.width,
        input_channels=given.channels,
        input_scale=given.scale,
        input_zero_point=given.zero_point,
        output_scale=result.scale,
        output_zero_point=result.zero_point,
        arena_used=model.used,
        arena_free=model.free,
    )
