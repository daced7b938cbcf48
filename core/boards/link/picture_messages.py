"""Messages about pictures, from the computer or the board's camera, and what the model makes of them."""

from __future__ import annotations

import struct
from typing import Any, ClassVar, Self

import msgspec

from core.boards.byte_layout import BadField, ByteLayout
from core.boards.link.message import Message, Tail, bytes_tail


class BeginPicture(Message, frozen=True):
    """A picture of this shape follows; forget an earlier one."""

    TYPE = 0x05
    LAYOUT = ByteLayout(("height", "u16"), ("width", "u16"), ("channels", "u8"))

    height: int
    width: int
    channels: int


class PicturePart(Message, frozen=True):
    """Picture values from `offset` on: rows from the top, pixels from the left, channels red, green, blue."""

    TYPE = 0x06
    LAYOUT = ByteLayout(("offset", "u32"))
    TAIL = bytes_tail("data")

    offset: int
    data: bytes


class PictureReceived(Message, frozen=True):
    """Bytes of the picture that have arrived without a gap. Answers BeginPicture."""

    TYPE = 0x85
    LAYOUT = ByteLayout(("received", "u32"))

    received: int


class PicturePartReceived(Message, frozen=True):
    """The same, answering PicturePart."""

    TYPE = 0x86
    LAYOUT = PictureReceived.LAYOUT

    received: int


class Predict(Message, frozen=True):
    """Run the model on the picture. Asked again with the same sequence number: the same answer, not run."""

    TYPE = 0x07


class Prediction(Message, frozen=True, kw_only=True):
    """What the model says.

    `scores` are int8 codes, one per class; `top` the classes of the highest scores, best first (of equal
    ones the first). A board that is not sure names none. Microseconds: `total` from the whole picture to the
    scores, in it `inference` running the model, in that `decode` restoring Huffman-coded weights.
    """

    TYPE = 0x87
    LAYOUT = ByteLayout(
        ("total_microseconds", "u32"),
        ("inference_microseconds", "u32"),
        ("decode_microseconds", "u32"),
        ("score_count", "u16"),
        ("top_count", "u16"),
    )

    total_microseconds: int
    inference_microseconds: int
    decode_microseconds: int
    scores: tuple[int, ...]
    top: tuple[int, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the board stands by its answer: one without a threshold always does."""
        return bool(self.top)

    @property
    def score_count(self) -> int:
        return len(self.scores)

    @property
    def top_count(self) -> int:
        return len(self.top)

    def payload(self) -> bytes:
        try:
            scores = struct.pack(f"<{len(self.scores)}b", *self.scores)
            top = struct.pack(f"<{len(self.top)}H", *self.top)
        except struct.error as error:
            raise BadField("scores", str(error)) from error
        return super().payload() + scores + top

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        score_count, top_count = values.pop("score_count"), values.pop("top_count")
        tail = payload[cls.LAYOUT.size :]
        if len(tail) != score_count + 2 * top_count:
            raise BadField("length", f"is {len(payload)}, not that of its scores")
        scores = struct.unpack_from(f"<{score_count}b", tail)
        top = struct.unpack_from(f"<{top_count}H", tail, score_count)
        if any(index >= score_count for index in top):
            raise BadField("top", "names a class without a score")
        return cls(**values, scores=scores, top=top)


class AskProfile(Message, frozen=True):
    """How long did each operator take in the last inference, from number `first` on?"""

    TYPE = 0x08
    LAYOUT = ByteLayout(("first", "u16"))

    first: int


class OperatorTime(msgspec.Struct, frozen=True):
    """One operator of the model, in the order of running."""

    name: str
    microseconds: int


class Profile(Message, frozen=True):
    """As many operators from `first` on as fit, of `total`; 0 in all before the first inference."""

    TYPE = 0x88
    LAYOUT = ByteLayout(("total", "u16"), ("first", "u16"))
    ENTRY: ClassVar[ByteLayout] = ByteLayout(("microseconds", "u32"), ("name", "text:28"))

    total: int
    first: int
    operators: tuple[OperatorTime, ...]

    def payload(self) -> bytes:
        entries = (
            self.ENTRY.pack({"microseconds": one.microseconds, "name": one.name}) for one in self.operators
        )
        return super().payload() + b"".join(entries)

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        count, rest = divmod(len(payload) - cls.LAYOUT.size, cls.ENTRY.size)
        if rest:
            raise BadField("length", f"is {len(payload)}, not that of whole entries")
        entries: list[dict[str, Any]] = [
            cls.ENTRY.unpack(payload, cls.LAYOUT.size + i * cls.ENTRY.size) for i in range(count)
        ]
        return cls(**values, operators=tuple(OperatorTime(**entry) for entry in entries))


class Watch(Message, frozen=True):
    """Send what the camera sees, and predictions of it, for this many seconds; 0 stops."""

    TYPE = 0x09
    LAYOUT = ByteLayout(("seconds", "u16"))

    seconds: int


class Watching(Message, frozen=True):
    """The camera is sending, or has stopped (0)."""

    TYPE = 0x89
    LAYOUT = Watch.LAYOUT

    seconds: int


class CameraPicture(Message, frozen=True):
    """A JPEG of `jpeg_bytes` follows in parts; `number` counts pictures."""

    TYPE = 0xC2
    LAYOUT = ByteLayout(("number", "u32"), ("jpeg_bytes", "u32"), ("width", "u16"), ("height", "u16"))

    number: int
    jpeg_bytes: int
    width: int
    height: int


class CameraPart(Message, frozen=True):
    """Bytes of JPEG `number` from `offset` on."""

    TYPE = 0xC3
    LAYOUT = ByteLayout(("number", "u32"), ("offset", "u32"))
    TAIL = bytes_tail("data")

    number: int
    offset: int
    data: bytes


class CameraPrediction(Message, frozen=True):
    """What the model says to picture `number`: the number, then a Prediction's payload."""

    TYPE = 0xC4
    LAYOUT = ByteLayout(("number", "u32"))
    TAIL = Tail("prediction", Prediction.payload, Prediction.from_payload)

    number: int
    prediction: Prediction
