"""What a board said, in the words in which the program reports it."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.boards.board_block import Chip
from core.boards.link.codes import DeviceCode, reported
from core.boards.link.messages import Hello, LogLine, OperatorTime, Prediction
from core.events import BoardMet, Log, OperatorTimes, Seen

_LEVELS = ("debug", "info", "warning", "error")
_JPEG_QUALITY = 92

ABLE = frozenset({DeviceCode.READY, DeviceCode.INFERENCE_FAILED})
"""States of a board that answers pictures."""


def met_event(
    hello: Hello, port: str, baud: int, labels: tuple[str, ...] = (), own_model: bool | None = None
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
    )


def seen_event(picture: str, prediction: Prediction, hello: Hello, labels: tuple[str, ...]) -> Seen:
    """A prediction with the names of the classes and their probabilities."""
    codes = np.array(prediction.scores, np.float64)
    probabilities = (codes - hello.output_zero_point) * hello.output_scale
    order = np.argsort(-probabilities, kind="stable")
    return Seen(
        picture=picture,
        answers=tuple((labels[number], float(probabilities[number])) for number in order),
        sure=prediction.is_sure,
        total_microseconds=prediction.total_microseconds,
        inference_microseconds=prediction.inference_microseconds,
        decode_microseconds=prediction.decode_microseconds,
    )


def times_event(operators: tuple[OperatorTime, ...]) -> OperatorTimes:
    """The profile of the last inference."""
    return OperatorTimes(operators=tuple((one.name, one.microseconds) for one in operators))


def log_event(line: LogLine) -> Log:
    """A line of the board's log."""
    return Log(level=_LEVELS[min(line.level, len(_LEVELS) - 1)], text=f"board: {line.text}")


def as_jpeg(picture: NDArray[np.uint8]) -> bytes:
    """A picture (height, width, 1 or 3) for a person to see."""
    file = io.BytesIO()
    shown = picture[..., 0] if picture.shape[-1] == 1 else picture
    Image.fromarray(shown).save(file, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return file.getvalue()


def _chip_name(number: int) -> str:
    return Chip(number).name if number in set(Chip) else f"chip {number}"
