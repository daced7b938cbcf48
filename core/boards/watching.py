"""What a board sees, image after image, and what it says, as the program's events."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.boards.board_block import Chip
from core.boards.link.client import LinkClient, open_link
from core.boards.link.codes import DeviceCode, reported
from core.boards.link.exchange import Shot, Told
from core.boards.link.messages import ActionLine, Hello, LogLine, OperatorTime, PinChanged, Prediction
from core.datasets.images import read_image, upright_image
from core.errors import BoardError, DataError, SqueezeError
from core.events import BoardMet, Finding, LineWritten, Log, OperatorTimes, PinSet, Seen
from core.task import Task

_LEVELS = ("debug", "info", "warning", "error")
_JPEG_QUALITY = 92
_ORIGINAL_SIDE = 640

ABLE = frozenset({DeviceCode.READY, DeviceCode.INFERENCE_FAILED})
"""States of a board that answers images."""
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp"})


def met_event(
    hello: Hello,
    port: str,
    baud: int,
    labels: tuple[str, ...] = (),
    own_model: bool | None = None,
    pins: Mapping[int, bool] | None = None,
) -> BoardMet:
    """A board's introduction."""
    return BoardMet(
        port=port,
        board=hello.profile,
        chip=_chip_name(hello.chip),
        virtual=bool(hello.is_virtual),
        camera=bool(hello.has_camera),
        firmware=hello.firmware,
        runtime=hello.runtime,
        problem="" if hello.status in ABLE else reported(hello.status).happened,
        labels=labels,
        image_size=hello.input_height,
        channels=hello.input_channels,
        memory_used=hello.arena_used,
        memory_left=hello.arena_free,
        baud=baud,
        own_model=own_model,
        pins=tuple((pins or {}).items()),
    )


def seen_event(image: str, prediction: Prediction, hello: Hello, labels: tuple[str, ...]) -> Seen:
    """A prediction with the names of the classes and their probabilities."""
    codes = np.array(prediction.scores, np.float64)
    probabilities = (codes - hello.output_zero_point) * hello.output_scale
    order = np.argsort(-probabilities, kind="stable")
    return Seen(
        image=image,
        answers=tuple((labels[number], float(probabilities[number])) for number in order),
        sure=prediction.is_sure,
        total_microseconds=prediction.total_microseconds,
        inference_microseconds=prediction.inference_microseconds,
        decode_microseconds=prediction.decode_microseconds,
    )


def times_event(operators: tuple[OperatorTime, ...]) -> OperatorTimes:
    """The profile of the last inference."""
    return OperatorTimes(operators=tuple((one.name, one.microseconds) for one in operators))


def told_event(told: Told) -> Log | PinSet | LineWritten:
    """What a board tells unasked: a line of its log, or what it does for what it sees."""
    match told:
        case PinChanged(pin=pin, level=level):
            return PinSet(pin=pin, high=bool(level))
        case ActionLine(class_number=number, line=line):
            return LineWritten(class_number=number, line=line)
        case LogLine():
            return Log(level=_LEVELS[min(told.level, len(_LEVELS) - 1)], text=f"board: {told.text}")


def as_jpeg(image: NDArray[np.uint8]) -> bytes:
    """An image (height, width, 1 or 3) for a person to see."""
    file = io.BytesIO()
    shown = image[..., 0] if image.shape[-1] == 1 else image
    Image.fromarray(shown).save(file, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return file.getvalue()


def square_of(values: bytes, hello: Hello) -> bytes:
    """Image values that entered a network, as a PNG that changes none of them; empty for others."""
    shape = (hello.input_height, hello.input_width, hello.input_channels)
    if not values or len(values) != math.prod(shape):
        return b""
    pixels = np.frombuffer(values, np.uint8).reshape(shape)
    file = io.BytesIO()
    Image.fromarray(pixels[..., 0] if shape[-1] == 1 else pixels).save(file, "PNG")
    return file.getvalue()


def small_jpeg(data: bytes) -> bytes:
    """The whole image of a file, for a person to see beside its square. Raises `UnreadableImage`."""
    return as_jpeg(np.asarray(upright_image(data, _ORIGINAL_SIDE)))


def _chip_name(number: int) -> str:
    return Chip(number).name if number in set(Chip) else f"chip {number}"


def watch(port: str, images: tuple[str, ...], task: Task) -> tuple[Hello, int]:
    """Report a `Seen` for each image; who answered, and how many times.

    Without `images` (files and folders) the board's camera is watched until the task is to stop. What
    cannot be read is reported and passed over. Raises data-not-found, data-no-pictures, board-no-camera,
    what opening the port and the link raise, and `Cancelled`.
    """
    paths = image_files(images)
    with open_link(port, task, lambda told: task.report(told_event(told))) as link:
        hello = link.connect()
        # Whatever is wrong with its model is said before what it lacks.
        labels = link.labels()
        if not paths and not hello.has_camera:
            raise BoardError("board-no-camera", port=port)
        link.raise_speed()
        seen = _sent(link, hello, labels, paths, task) if paths else _watched(link, hello, labels)
        count = 0
        for one in seen:
            task.check_cancelled()
            task.report(one)
            count += 1
        return hello, count


def image_files(names: tuple[str, ...]) -> tuple[Path, ...]:
    """Files as they were given, and all images in folders and below, by name.

    Raises data-not-found, and data-no-pictures for a folder without any.
    """
    files: list[Path] = []
    for path in map(Path, names):
        if not path.exists():
            raise DataError("data-not-found", path=path)
        inside = [path] if path.is_file() else sorted(images_below(path))
        if not inside:
            raise DataError("data-no-pictures", path=path)
        files += inside
    return tuple(files)


def images_below(folder: Path) -> Iterator[Path]:
    """All images in a folder and the folders below it, by their endings."""
    return (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())


def _sent(
    link: LinkClient, hello: Hello, labels: tuple[str, ...], paths: tuple[Path, ...], task: Task
) -> Iterator[Seen]:
    for path in paths:
        task.check_cancelled()
        try:
            image = read_image(path, hello.input_height, gray=hello.input_channels == 1)
        except SqueezeError as error:
            task.report(Finding(kind=error.code, text=error.happened))
            continue
        yield seen_event(str(path), link.predict(image), hello, labels)


def camera_event(shot: Shot, hello: Hello, labels: tuple[str, ...]) -> Seen:
    """What a board's camera saw, and the board in it."""
    seen = seen_event(f"camera {shot.number + 1}", shot.prediction, hello, labels)
    square = square_of(shot.values, hello)
    return msgspec.structs.replace(seen, jpeg=shot.jpeg or b"", square=square, source="camera")


def _watched(link: LinkClient, hello: Hello, labels: tuple[str, ...]) -> Iterator[Seen]:
    for shot in link.watch():
        yield camera_event(shot, hello, labels)
