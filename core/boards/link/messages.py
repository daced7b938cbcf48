"""Messages of the link: values to and from payloads. Byte tables: docs/protocol.md.

A request has a type below 0x80 and its answer the same type with bit 7 set and the same sequence number; from
0xC0 on stands what a board says unasked, and its refusals. Layouts are the same for firmware and computer.
"""

from __future__ import annotations

import struct
from typing import Any, ClassVar, Self

import msgspec

from core.boards.byte_layout import BadField, ByteLayout
from core.boards.link.frames import (
    MOST_PAYLOAD,
    BadMessage,
    Frame,
    Message,
    Tail,
    UnknownType,
    bytes_tail,
    text_of,
    text_tail,
)


class AskHello(Message, frozen=True):
    """Who are you?"""

    TYPE = 0x01


class Hello(Message, frozen=True, kw_only=True):
    """What a board is and whether its model is ready to run.

    `status` is a `DeviceCode`; unless it is READY or INFERENCE_FAILED the model's fields may be zero.
    `model_sha256` is the model image's hash. Arena figures are bytes. `highest_baud` is 0 where the line has
    no speed of its own (USB). `window` is how many bytes of image parts may be under way unanswered.
    """

    TYPE = 0x81
    LAYOUT = ByteLayout(
        ("firmware", "text:16"),
        ("variant", "text:16"),
        ("runtime", "text:24"),
        ("profile", "text:24"),
        ("chip", "u16"),
        ("chip_revision", "u16"),
        ("mac", "bytes:6"),
        ("is_virtual", "u8"),
        ("has_camera", "u8"),
        ("psram_bytes", "u32"),
        ("reset_reason", "u8"),
        ("input_channels", "u8"),
        ("status", "u16"),
        ("model_sha256", "bytes:32"),
        ("classes", "u16"),
        ("input_height", "u16"),
        ("input_width", "u16"),
        ("", "zero:2"),
        ("input_scale", "f32"),
        ("input_zero_point", "i32"),
        ("output_scale", "f32"),
        ("output_zero_point", "i32"),
        ("arena_used", "u32"),
        ("arena_free", "u32"),
        ("highest_baud", "u32"),
        ("window", "u32"),
    )

    firmware: str
    variant: str
    runtime: str
    profile: str = ""
    chip: int
    chip_revision: int = 0
    mac: bytes = bytes(6)
    is_virtual: int = 0
    has_camera: int = 0
    psram_bytes: int = 0
    reset_reason: int = 0
    input_channels: int = 0
    status: int
    model_sha256: bytes = bytes(32)
    classes: int = 0
    input_height: int = 0
    input_width: int = 0
    input_scale: float = 0.0
    input_zero_point: int = 0
    output_scale: float = 0.0
    output_zero_point: int = 0
    arena_used: int = 0
    arena_free: int = 0
    highest_baud: int = 0
    window: int = MOST_PAYLOAD


class AskLabels(Message, frozen=True):
    """Which labels, from number `first` on?"""

    TYPE = 0x02
    LAYOUT = ByteLayout(("first", "u16"))

    first: int


class Labels(Message, frozen=True):
    """As many labels from `first` on as fit, of `total`; each text ends with a zero byte."""

    TYPE = 0x82
    LAYOUT = ByteLayout(("total", "u16"), ("first", "u16"))

    total: int
    first: int
    labels: tuple[str, ...]

    def payload(self) -> bytes:
        return super().payload() + b"".join(label.encode(errors="replace") + b"\0" for label in self.labels)

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        raw = payload[cls.LAYOUT.size :].split(b"\0")
        if raw.pop() != b"":
            raise BadField("labels", "do not end with a zero byte")
        return cls(**values, labels=tuple(text_of(label, "labels") for label in raw))


class SetSpeed(Message, frozen=True):
    """Change to this speed after your answer; go back unless it is confirmed in time."""

    TYPE = 0x03
    LAYOUT = ByteLayout(("baud", "u32"))

    baud: int


class Speed(Message, frozen=True):
    """The speed will change to this; the last frame at the old one."""

    TYPE = 0x83
    LAYOUT = SetSpeed.LAYOUT

    baud: int


class ConfirmSpeed(Message, frozen=True):
    """Can you hear me at the new speed?"""

    TYPE = 0x04
    LAYOUT = SetSpeed.LAYOUT

    baud: int


class SpeedConfirmed(Message, frozen=True):
    """Yes: the new speed stays."""

    TYPE = 0x84
    LAYOUT = SetSpeed.LAYOUT

    baud: int


class Ping(Message, frozen=True):
    """Are you there?"""

    TYPE = 0x0A
    LAYOUT = ByteLayout(("token", "u32"))

    token: int


class Pong(Message, frozen=True):
    """Yes, with the same token."""

    TYPE = 0x8A
    LAYOUT = Ping.LAYOUT

    token: int


class Refusal(Message, frozen=True):
    """Answers a request of type `request` that cannot be met; `code` is a `DeviceCode`."""

    TYPE = 0xC0
    LAYOUT = ByteLayout(("code", "u16"), ("request", "u8"))
    TAIL = text_tail("text")

    code: int
    request: int
    text: str = ""


class LogLine(Message, frozen=True):
    """Something for the log, unasked. Levels: 0 detail, 1 information, 2 warning, 3 error."""

    TYPE = 0xC1
    LAYOUT = ByteLayout(("level", "u8"))
    TAIL = text_tail("text")

    level: int
    text: str


class BeginImage(Message, frozen=True):
    """An image of this shape follows; forget an earlier one."""

    TYPE = 0x05
    LAYOUT = ByteLayout(("height", "u16"), ("width", "u16"), ("channels", "u8"))

    height: int
    width: int
    channels: int


class ImagePart(Message, frozen=True):
    """Image values from `offset` on: rows from the top, pixels from the left, channels red, green, blue."""

    TYPE = 0x06
    LAYOUT = ByteLayout(("offset", "u32"))
    TAIL = bytes_tail("data")

    offset: int
    data: bytes


class ImageReceived(Message, frozen=True):
    """Bytes of the image that have arrived without a gap. Answers BeginImage."""

    TYPE = 0x85
    LAYOUT = ByteLayout(("received", "u32"))

    received: int


class ImagePartReceived(Message, frozen=True):
    """The same, answering ImagePart."""

    TYPE = 0x86
    LAYOUT = ImageReceived.LAYOUT

    received: int


class Predict(Message, frozen=True):
    """Run the model on the image. Asked again with the same sequence number: the same answer, not run."""

    TYPE = 0x07


class Prediction(Message, frozen=True, kw_only=True):
    """What the model says.

    `scores` are int8 codes, one per class; `top` the classes of the highest scores, best first (of equal
    ones the first). A board that is not sure names none. Microseconds: `total` from the whole image to the
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


class CameraImage(Message, frozen=True):
    """A JPEG of `jpeg_bytes` follows in parts; `number` counts images."""

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
    """What the model says to image `number`: the number, then a Prediction's payload."""

    TYPE = 0xC4
    LAYOUT = ByteLayout(("number", "u32"))
    TAIL = Tail("prediction", Prediction.payload, Prediction.from_payload)

    number: int
    prediction: Prediction


MESSAGES: tuple[type[Message], ...] = tuple(Message.__subclasses__())
_BY_TYPE = {kind.TYPE: kind for kind in MESSAGES}


def to_frame(message: Message, sequence: int = 0) -> Frame:
    """The message as a frame. Raises `BadField` for a value that its field cannot hold."""
    return Frame(message.TYPE, sequence, message.payload())


def from_frame(frame: Frame) -> Message:
    """The message in a frame of this version. Raises `BadMessage`, for an unknown type `UnknownType`."""
    kind = _BY_TYPE.get(frame.kind)
    if kind is None:
        raise UnknownType(f"type {frame.kind:#04x} is not known")
    try:
        return kind.from_payload(frame.payload)
    except BadField as error:
        raise BadMessage(f"{kind.__name__}: {error}") from error
