"""Whether a board answers as the model's file does on this computer."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.boards.link.client import LinkClient
from core.boards.link.codes import reported
from core.boards.link.messages import Hello, Prediction
from core.boards.model_image import ModelOutput
from core.boards.watching import ABLE
from core.errors import BoardError
from core.task import Task

STEPS_OF_A_CHIP = 2
"""How far a chip's own kernels may be from TFLM's: they round in another order."""

Codes = Callable[[NDArray[np.uint8]], NDArray[np.int8]]


class ImageAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """One image: the classes that board and file put first, and how many steps scores are apart at most.

    `microseconds` is what the board says that it took.
    """

    board_class: int
    file_class: int
    steps: int
    agrees: bool
    microseconds: int = 0


def check_agreement(
    client: LinkClient,
    model_sha256: bytes,
    images: NDArray[np.uint8],
    codes: Codes,
    task: Task,
    report: Callable[[int, Prediction, ImageAgreement], None] = lambda number, prediction, image: None,
    output: ModelOutput | None = None,
) -> tuple[ImageAgreement, ...]:
    """Send images (N, height, width, channels) through the board and through the file, and compare each.

    `codes` gives the file's output codes (N, classes). A virtual board must answer byte for byte as the file
    does, a real one within `STEPS_OF_A_CHIP`; and with `output`, which has the model image's threshold, it
    must be sure of exactly the answers whose own scores reach that. `report` hears of each image as it is
    answered. Raises board-reported when the board cannot run its model, board-other-model unless its model
    image has the hash `model_sha256`, what `LinkClient` raises, and `Cancelled`.
    """
    hello = client.connect()
    if hello.status not in ABLE:
        raise reported(hello.status)
    if hello.model_sha256 != model_sha256:
        raise BoardError("board-other-model", detail=hello.model_sha256.hex())
    allowed = allowed_steps(hello)
    expected = codes(images)
    compared = []
    for number in task.track(range(len(images)), len(images), "pictures"):
        prediction = client.predict(images[number])
        compared.append(compared_image(prediction, expected[number], allowed, output))
        report(number, prediction, compared[-1])
    return tuple(compared)


def allowed_steps(hello: Hello) -> int:
    """How far the scores of a board may be from the file's."""
    return 0 if hello.is_virtual else STEPS_OF_A_CHIP


def compared_image(
    prediction: Prediction, file: NDArray[np.int8], allowed: int, output: ModelOutput | None = None
) -> ImageAgreement:
    """A board's answer beside the file's output codes (classes,) for the same image.

    A board with another number of classes agrees in nothing. With `output` the board must be sure of its own
    scores when its model image says so.
    """
    board, expected = np.array(prediction.scores, np.int16), file.astype(np.int16)
    if board.shape != expected.shape:
        return ImageAgreement(
            board_class=-1,
            file_class=int(expected.argmax()),
            steps=255,
            agrees=False,
            microseconds=prediction.total_microseconds,
        )
    board_class, file_class = int(board.argmax()), int(expected.argmax())
    steps = int(np.abs(board - expected).max())
    says_so = output is None or prediction.is_sure == output.is_sure(int(board.max()))
    return ImageAgreement(
        board_class=board_class,
        file_class=file_class,
        steps=steps,
        agrees=board_class == file_class and steps <= allowed and says_so,
        microseconds=prediction.total_microseconds,
    )
