"""What the virtual board's program can do: the board's end of the link, with a real model behind it."""

from __future__ import annotations

import msgspec
import numpy as np

from core import __version__
from core.boards.fit import arena_need
from core.boards.link.codes import DeviceCode, DeviceFailure
from core.boards.link.messages import Hello, OperatorTime, Prediction
from core.boards.model_figures import figures_of_model
from core.boards.model_image import ModelImage
from core.boards.profiles import BoardProfile
from core.boards.virtual.camera import Camera
from core.boards.virtual.chips import MAC
from core.boards.virtual.model_process import ModelProcess
from core.tflite.arena import ArenaFigures

HIGHEST_BAUD = 921600
FIRMWARE = f"virtual {__version__}"
_TOP = 5
_RUNTIMES = {"tflm": "TFLM, this computer", "litert": "LiteRT, this computer"}
_DECODED = "LiteRT decoded, computer"


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A model image whose model is ready to run; `used` and `free` are bytes of arena."""

    image: ModelImage
    runtime: str
    used: int
    free: int


def load_model(image: ModelImage, profile: BoardProfile, process: ModelProcess) -> Model:
    """Make the model of an image ready in `process`. Raises `DeviceFailure`."""
    if image.board.chip != profile.chip_id:
        raise DeviceFailure(DeviceCode.MODEL_FOR_OTHER_CHIP, image.board.chip.name)
    loaded = process.load(image.model)
    given = image.input
    if loaded.input_shape != (given.height, given.width, given.channels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"input {loaded.input_shape}")
    if loaded.output_size != len(image.labels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"{loaded.output_size} outputs")
    used, free = _arena(image, loaded.arena, profile)
    runtime = _RUNTIMES.get(loaded.runtime, _DECODED)
    return Model(image=image, runtime=runtime, used=used, free=free)


def _arena(image: ModelImage, measured: ArenaFigures | None, profile: BoardProfile) -> tuple[int, int]:
    """Bytes of arena used and free on the chip.

    Worked out as the fit gauge does it, from what was `measured` here: pointers are shorter on a chip, and
    its kernels take scratch memory. Raises `DeviceFailure` when the model needs more than the board has.
    """
    limits = profile.arena
    need = arena_need(profile, figures_of_model(image.model, 0, measured))
    if need.persistent <= limits.persistent and need.working <= limits.working:
        return need.total, limits.persistent + limits.working - need.total
    if need.total <= limits.psram:
        return need.total, limits.psram - need.total
    detail = f"{need.persistent} + {need.working} bytes"
    raise DeviceFailure(DeviceCode.ARENA_TOO_SMALL, detail)


class VirtualDevice:
    """A `core.boards.link.device_session.Device`. `status` says why there is no `model` when it is None."""

    def __init__(
        self,
        profile: BoardProfile,
        process: ModelProcess,
        model: Model | None,
        status: DeviceCode,
        camera: Camera | None,
    ) -> None:
        self._profile = profile
        self._process = process
        self._model = model
        self._status = status
        self._camera = camera

    def hello(self) -> Hello:
        board = Hello(
            firmware=FIRMWARE,
            variant=self._profile.variant,
            runtime="none" if self._model is None else self._model.runtime,
            profile=self._profile.id,
            chip=self._profile.chip_id,
            mac=MAC,
            is_virtual=1,
            has_camera=int(self._camera is not None),
            psram_bytes=self._profile.arena.psram,
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
        is_sure = image.output.is_sure(int(scores.max()))
        return Prediction(
            total_microseconds=ran.microseconds,
            inference_microseconds=ran.microseconds,
            decode_microseconds=0,
            scores=tuple(scores.tolist()),
            top=tuple(best.tolist()) if is_sure else (),
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
