"""What a board can report to be wrong: one number each, the same in firmware and here (docs/protocol.md)."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from core.errors import BoardError, SqueezeError


class DeviceCode(IntEnum):
    """Why a board does not do what it was asked. 1 to 31: its model does not run; from 32: the request."""

    READY = 0
    NO_MODEL = 1
    MODEL_VERSION = 2
    MODEL_LENGTH = 3
    MODEL_DAMAGED = 4
    MODEL_FIELD = 5
    MODEL_FOR_OTHER_CHIP = 6
    MODEL_UNREADABLE = 7
    MODEL_OPERATOR = 8
    MODEL_TENSORS = 9
    ARENA_TOO_SMALL = 10
    NO_MODEL_PARTITION = 11
    INFERENCE_FAILED = 12
    LINK_VERSION = 32
    UNKNOWN_REQUEST = 33
    BAD_REQUEST = 34
    IMAGE_SHAPE = 35
    IMAGE_INCOMPLETE = 36
    SPEED_REFUSED = 37
    NO_CAMERA = 38
    CAMERA_FAILED = 39


class DeviceFailure(Exception):
    """Raised inside a board's end of the link: it answers with this code and text."""

    def __init__(self, code: DeviceCode, text: str = "") -> None:
        self.code = code
        self.text = text
        super().__init__(f"{code.name}: {text}" if text else code.name)


class Words(NamedTuple):
    """What a board means by a code, and what to do about it."""

    sentence: str
    advice: str


_FLASH_AGAIN = "Flash the model again."
_FIRMWARE = "Flash the board's firmware again with this program."
_SMALLER = "Choose smaller images or a narrower network, or a board with external memory (PSRAM)."

WORDS: dict[DeviceCode, Words] = {
    DeviceCode.READY: Words("nothing is wrong", "Try again."),
    DeviceCode.NO_MODEL: Words("there is no model on it", "Flash a model to the board."),
    DeviceCode.MODEL_VERSION: Words(
        "its model was written by another version of this program",
        "Flash the board again, firmware and model.",
    ),
    DeviceCode.MODEL_LENGTH: Words("its model is truncated", _FLASH_AGAIN),
    DeviceCode.MODEL_DAMAGED: Words("its model is damaged", _FLASH_AGAIN),
    DeviceCode.MODEL_FIELD: Words("a field of its model is not valid", _FLASH_AGAIN),
    DeviceCode.MODEL_FOR_OTHER_CHIP: Words(
        "its model was made for a board with another chip",
        "Choose the board that is connected, then flash the model again.",
    ),
    DeviceCode.MODEL_UNREADABLE: Words("its model is not a readable .tflite file", _FLASH_AGAIN),
    DeviceCode.MODEL_OPERATOR: Words("its model uses an operator that the firmware does not have", _FIRMWARE),
    DeviceCode.MODEL_TENSORS: Words(
        "the input or output of its model is not what its header says", "Create the model again from the run."
    ),
    DeviceCode.ARENA_TOO_SMALL: Words("its memory is too small for the model", _SMALLER),
    DeviceCode.NO_MODEL_PARTITION: Words("its flash has no model partition", _FIRMWARE),
    DeviceCode.INFERENCE_FAILED: Words("running the model failed", "Reset the board and try again."),
    DeviceCode.LINK_VERSION: Words("it uses another version of the link protocol", _FIRMWARE),
    DeviceCode.UNKNOWN_REQUEST: Words("it does not know this request", _FIRMWARE),
    DeviceCode.BAD_REQUEST: Words("the request cannot be read", "Try again."),
    DeviceCode.IMAGE_SHAPE: Words(
        "the image does not have the size that its model needs",
        "Connect again, so that the program learns which model is on the board.",
    ),
    DeviceCode.IMAGE_INCOMPLETE: Words("the image is incomplete", "Try again."),
    DeviceCode.SPEED_REFUSED: Words("it does not support this speed", "Keep the current one."),
    DeviceCode.NO_CAMERA: Words("it has no camera", "Send images from the computer instead."),
    DeviceCode.CAMERA_FAILED: Words(
        "its camera does not answer",
        "Check that the camera's ribbon cable is fully in, then reset the board.",
    ),
}

_OF_KIND: dict[str, DeviceCode] = {
    "model-image-missing": DeviceCode.NO_MODEL,
    "model-image-version": DeviceCode.MODEL_VERSION,
    "model-image-length": DeviceCode.MODEL_LENGTH,
    "model-image-damaged": DeviceCode.MODEL_DAMAGED,
    "model-image-field": DeviceCode.MODEL_FIELD,
}


def image_code(refusal: SqueezeError) -> DeviceCode:
    """What a board reports when `parse_model_image` ends with `refusal`."""
    return _OF_KIND[refusal.code]


def reported(code: int, text: str = "") -> SqueezeError:
    """The error board-reported for a code that a board sent; `text` is the board's own detail."""
    known = code in set(DeviceCode)
    words = (
        WORDS[DeviceCode(code)]
        if known
        else Words(
            f"failure {code}, which this program does not know", "Use a newer version of this program."
        )
    )
    name = DeviceCode(code).name if known else str(code)
    return BoardError(
        "board-reported",
        detail=f"{name}: {text}" if text else name,
        sentence=words.sentence,
        advice=words.advice,
    )
