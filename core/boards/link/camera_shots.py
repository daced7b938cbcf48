"""What a camera saw and what the model said to it, put together from messages."""

from __future__ import annotations

from dataclasses import dataclass

from core.boards.link.messages import CameraPart, CameraPicture, CameraPrediction, Message, Prediction

MOST_JPEG_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Shot:
    """A camera picture (JPEG; None when a part of it was lost) of `width` x `height` and its prediction."""

    number: int
    jpeg: bytes | None
    width: int
    height: int
    prediction: Prediction


class ShotAssembler:
    """Keeps at most one picture that is still coming."""

    def __init__(self) -> None:
        self._head: CameraPicture | None = None
        self._jpeg = bytearray()

    def take(self, message: Message) -> Shot | None:
        """Take in a message; the shot when this completes one."""
        match message:
            case CameraPicture():
                self._head = message if message.jpeg_bytes <= MOST_JPEG_BYTES else None
                self._jpeg.clear()
            case CameraPart(number=number, offset=offset, data=data):
                fits = self._head and offset + len(data) <= self._head.jpeg_bytes
                if self._head and number == self._head.number and fits and offset == len(self._jpeg):
                    self._jpeg += data
            case CameraPrediction(number=number, prediction=prediction):
                return self._completed(number, prediction)
        return None

    def _completed(self, number: int, prediction: Prediction) -> Shot:
        head, self._head = self._head, None
        if head is None or head.number != number:
            return Shot(number, None, 0, 0, prediction)
        whole = 0 < len(self._jpeg) == head.jpeg_bytes
        return Shot(number, bytes(self._jpeg) if whole else None, head.width, head.height, prediction)
