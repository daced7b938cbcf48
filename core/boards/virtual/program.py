"""What a virtual board runs: from what is in its flash to a program that speaks the link, with a real model.

No firmware is needed and none is run: what the firmware does on a chip is done here. The texts before the
program are those of the chip's ROM and of ESP-IDF's boot loader.
"""

from __future__ import annotations

import io
import itertools
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core import __version__
from core.boards.actions import ActionPlayer, Actor
from core.boards.link.codes import DeviceCode, DeviceFailure, image_code
from core.boards.link.device_session import DeviceSession
from core.boards.link.messages import Hello, OperatorTime, Prediction
from core.boards.model_image import ModelImage, parse_model_image
from core.boards.partition_table import (
    MODEL_LABEL,
    TABLE_BYTES,
    TABLE_OFFSET,
    DamagedTable,
    Partition,
    unpack_table,
)
from core.boards.profiles import BoardProfile
from core.boards.resource_estimate import arena_need, figures_of_model
from core.boards.virtual.board import NoProgram, Port, Program
from core.boards.virtual.chips import CHIPS, MAC, Flash
from core.boards.virtual.model_process import ModelProcess
from core.boards.watching import images_below
from core.datasets.images import read_image
from core.errors import DataError, SqueezeError
from core.tflite.tflm import ArenaFigures

_NOTHING_TO_BOOT = "invalid header: 0xffffffff\r\n" * 3
_TABLE_ERROR = "E (31) flash_parts: {reason}\r\nE (36) boot: Failed to verify partition table\r\n"
_STARTED = "I (40) boot: virtual board without firmware, on {system}\r\n"
_SYSTEM = "this computer"
HIGHEST_BAUD = 921600
FIRMWARE = f"virtual {__version__}"
_TOP = 5
_RUNTIMES = {"tflm": "TFLM, this computer", "litert": "LiteRT, this computer"}
_DECODED = "LiteRT decoded, computer"
_TICK_SECONDS = 0.25
_TICK_SECONDS_WITH_PINS = 0.05
_MICRO = 1000
"""Nanoseconds."""
_ERROR_LEVEL = 3
SECONDS_PER_IMAGE = 0.5


class Booter:
    """Boots the virtual board of a profile. Call it with flash and port to start what lies there."""

    def __init__(self, profile: BoardProfile, process: ModelProcess, camera: Camera | None = None) -> None:
        self._profile = profile
        self._process = process
        self._camera = camera

    def __call__(self, flash: Flash, port: Port) -> Program:
        table = flash.read(TABLE_OFFSET, TABLE_BYTES)
        if table == b"\xff" * TABLE_BYTES:
            port.transmit(_NOTHING_TO_BOOT.encode())
            return NoProgram()
        try:
            partitions = _sound_partitions(table, flash.size)
        except DamagedTable as error:
            port.transmit(_TABLE_ERROR.format(reason=error).encode())
            return NoProgram()
        port.transmit((CHIPS[self._profile.chip_id].entry + _STARTED.format(system=_SYSTEM)).encode())
        return LinkProgram(port, self._device(flash, partitions), self._camera)

    def _device(self, flash: Flash, partitions: tuple[Partition, ...]) -> VirtualDevice:
        model: Model | None = None
        status = DeviceCode.READY
        try:
            image = _image(flash, partitions)
            model = model_of_image(image, self._profile, self._process)
        except DeviceFailure as failure:
            status = failure.code
        return VirtualDevice(self._profile, self._process, model, status, self._camera)


def _sound_partitions(table: bytes, flash_bytes: int) -> tuple[Partition, ...]:
    """The partitions of a table. Raises `DamagedTable`, also when one does not lie in the flash."""
    partitions = unpack_table(table)
    for one in partitions:
        if one.end > flash_bytes:
            raise DamagedTable(
                f"partition {one.label} at {one.offset:#x} of {one.size:#x} bytes exceeds the flash chip's "
                f"{flash_bytes:#x}"
            )
    return partitions


def _image(flash: Flash, partitions: tuple[Partition, ...]) -> ModelImage:
    """The model image in the model's partition. Raises `DeviceFailure`."""
    for one in partitions:
        if one.label == MODEL_LABEL:
            try:
                return parse_model_image(flash.read(one.offset, one.size))
            except SqueezeError as refusal:
                raise DeviceFailure(image_code(refusal), refusal.detail) from refusal
    raise DeviceFailure(DeviceCode.NO_MODEL_PARTITION)


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A model image whose model is ready to run; `used` and `free` are bytes of arena."""

    image: ModelImage
    runtime: str
    used: int
    free: int


def model_of_image(image: ModelImage, profile: BoardProfile, process: ModelProcess) -> Model:
    """Make the model of an image ready in `process`. Raises `DeviceFailure`."""
    if image.board.chip != profile.chip_id:
        raise DeviceFailure(DeviceCode.MODEL_FOR_OTHER_CHIP, image.board.chip.name)
    loaded = process.load(image.model)
    inputs = image.input
    if loaded.input_shape != (inputs.height, inputs.width, inputs.channels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"input {loaded.input_shape}")
    if loaded.output_size != len(image.labels):
        raise DeviceFailure(DeviceCode.MODEL_TENSORS, f"{loaded.output_size} outputs")
    used, free = _arena(image, loaded.arena, profile)
    runtime = _RUNTIMES.get(loaded.runtime, _DECODED)
    return Model(image=image, runtime=runtime, used=used, free=free)


def _arena(image: ModelImage, measured: ArenaFigures | None, profile: BoardProfile) -> tuple[int, int]:
    """Bytes of arena used and free on the chip.

    Worked out as the resource estimate is, from what was `measured` here: pointers are shorter on a chip, and
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
        self._player: ActionPlayer | None = None

    def start_actions(self, actor: Actor) -> None:
        """From now on `actor` does what the model image says for what is seen."""
        if self._model is not None and self._model.image.board.actions:
            self._player = ActionPlayer(self._model.image.board.actions, actor)

    @property
    def has_actions(self) -> bool:
        """Whether the board has something to do for what it sees, also when nobody watches."""
        return self._player is not None

    def pass_time(self) -> None:
        """What was seen is forgotten, and pins go low."""
        if self._player is not None:
            self._player.pass_time(_microseconds())

    def pins(self) -> dict[int, bool]:
        """Whether each pin that actions set is high."""
        return {} if self._player is None else self._player.levels

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
        scores = np.frombuffer(ran.codes, np.int8)
        best = np.argsort(-scores.astype(np.int16), kind="stable")[:_TOP]
        is_sure = image.output.is_sure(int(scores.max()))
        if self._player is not None:
            self._player.answered(_microseconds(), int(best[0]), int(scores[best[0]]), is_sure)
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
        """Camera images are sent by whoever drives the session."""
        if self._camera is None and seconds:
            raise DeviceFailure(DeviceCode.NO_CAMERA)
        self._running()

    def _running(self) -> Model:
        if self._model is None:
            raise DeviceFailure(self._status)
        return self._model


def _microseconds() -> int:
    return time.monotonic_ns() // _MICRO


def _with_model(board: Hello, model: Model) -> Hello:
    inputs, result = model.image.input, model.image.output
    return msgspec.structs.replace(
        board,
        model_sha256=model.image.sha256,
        classes=len(model.image.labels),
        input_height=inputs.height,
        input_width=inputs.width,
        input_channels=inputs.channels,
        input_scale=inputs.scale,
        input_zero_point=inputs.zero_point,
        output_scale=result.scale,
        output_zero_point=result.zero_point,
        arena_used=model.used,
        arena_free=model.free,
    )


class LinkProgram:
    """A `Program` that answers with a `DeviceSession`, and an `Actor` on its port.

    A board with actions uses its camera also when nobody watches.
    """

    def __init__(self, port: Port, device: VirtualDevice, camera: Camera | None) -> None:
        self._port = port
        self._device = device
        self._camera = camera
        self._session = DeviceSession(device, starting_baud=port.baud)
        self._next_shot = 0.0
        device.start_actions(self)

    def set_pin(self, pin: int, high: bool) -> None:
        """Tell whoever listens: a pin of a virtual board is what is said of it."""
        self._send([self._session.pin_changed(pin, high)])

    def write_line(self, class_number: int, line: str) -> None:
        """Write a line as plain text, and tell whoever listens."""
        self._send([self._session.action_line(class_number, line)])

    def receive(self, data: bytes) -> None:
        """Answer the requests that these bytes complete."""
        self._send(self._session.replies(data))

    def idle(self) -> float:
        """Take back an unconfirmed speed, and send a camera image when one is due."""
        self._session.tick()
        self._port.baud = self._session.baud
        self._device.pass_time()
        tick = _TICK_SECONDS_WITH_PINS if self._device.has_actions else _TICK_SECONDS
        if self._camera is None or not (self._session.is_watched or self._device.has_actions):
            return tick
        now = time.monotonic()
        if now >= self._next_shot:
            self._next_shot = now + SECONDS_PER_IMAGE
            self._shoot(self._camera)
        return min(tick, max(0.0, self._next_shot - time.monotonic()))

    def _shoot(self, camera: Camera) -> None:
        hello = self._device.hello()
        try:
            shot = camera.shoot(hello.input_height, hello.input_channels)
            prediction = self._device.predict(shot.pixels.tobytes())
        except DeviceFailure as failure:
            self._send([self._session.log(_ERROR_LEVEL, str(failure))])
            return
        if not self._session.is_watched:
            return
        size = hello.input_height
        pixels = shot.pixels.tobytes()
        self._send(self._session.camera_shot(shot.number, shot.jpeg, size, size, prediction, pixels))

    def _send(self, pieces: Iterable[bytes]) -> None:
        for piece in filter(None, pieces):
            self._port.transmit(piece)
            self._port.baud = self._session.baud


class Shot(NamedTuple):
    """One image: `pixels` uint8 (size, size, 3 or 1) for the model, and the same as JPEG for a person."""

    number: int
    pixels: NDArray[np.uint8]
    jpeg: bytes


class Camera:
    """Shows the images in `folder` and the folders below it, in the order of their names, over and over.

    Raises data-not-found when there is no such folder, and data-no-pictures.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise DataError("data-not-found", path=folder)
        images = sorted(images_below(folder))
        if not images:
            raise DataError("data-no-pictures", path=folder)
        self._next: Iterator[tuple[int, Path]] = enumerate(itertools.cycle(images))

    def shoot(self, size: int, channels: int) -> Shot:
        """The next image as a square of `size`. Raises `DeviceFailure` when it cannot be read."""
        number, path = next(self._next)
        try:
            pixels = read_image(path, size, gray=channels == 1)
        except SqueezeError as error:
            raise DeviceFailure(DeviceCode.CAMERA_FAILED, str(error)) from error
        file = io.BytesIO()
        Image.fromarray(pixels[..., 0] if channels == 1 else pixels).save(file, "JPEG", quality=90)
        return Shot(number, pixels, file.getvalue())
