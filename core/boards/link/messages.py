"""Messages of the link: values to and from payloads. Byte tables: docs/protocol.md.

A request has a type below 0x80 and its answer the same type with bit 7 set and the same sequence number; from
0xC0 on stands what a board says unasked, and its refusals. Layouts are the same for firmware and computer.
"""

from __future__ import annotations

import struct
from typing import Annotated, Any, ClassVar, Self

import msgspec

from core.boards.byte_layout import BadField, ByteLayout
from core.boards.link.action_messages import ActionLine as ActionLine
from core.boards.link.action_messages import AskPins as AskPins
from core.boards.link.action_messages import PinChanged as PinChanged
from core.boards.link.action_messages import Pins as Pins
from core.boards.link.frames import (
    F32,
    I32,
    MOST_PAYLOAD,
    U8,
    U16,
    U32,
    BadMessage,
    Frame,
    Message,
    RestBytes,
    RestText,
    Tail,
    UnknownType,
    text_of,
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

    firmware: Annotated[str, "text:16"]
    variant: Annotated[str, "text:16"]
    runtime: Annotated[str, "text:24"]
    profile: Annotated[str, "text:24"] = ""
    chip: U16
    chip_revision: U16 = 0
    mac: Annotated[bytes, "bytes:6"] = bytes(6)
    is_virtual: U8 = 0
    has_camera: U8 = 0
    psram_bytes: U32 = 0
    reset_reason: U8 = 0
    input_channels: U8 = 0
    status: U16
    model_sha256: Annotated[bytes, "bytes:32"] = bytes(32)
    classes: U16 = 0
    input_height: U16 = 0
    input_width: U16 = 0
    RESERVED: ClassVar[Annotated[None, "zero:2"]] = None
    input_scale: F32 = 0.0
    input_zero_point: I32 = 0
    output_scale: F32 = 0.0
    output_zero_point: I32 = 0
    arena_used: U32 = 0
    arena_free: U32 = 0
    highest_baud: U32 = 0
    window: U32 = MOST_PAYLOAD


class AskLabels(Message, frozen=True):
    """Which labels, from number `first` on?"""

    TYPE = 0x02

    first: U16


class Labels(Message, frozen=True):
    """As many labels from `first` on as fit, of `total`; each text ends with a zero byte."""

    TYPE = 0x82

    total: U16
    first: U16
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

    baud: U32


class Speed(Message, frozen=True):
    """The speed will change to this; the last frame at the old one."""

    TYPE = 0x83

    baud: U32


class ConfirmSpeed(Message, frozen=True):
    """Can you hear me at the new speed?"""

    TYPE = 0x04

    baud: U32


class SpeedConfirmed(Message, frozen=True):
    """Yes: the new speed stays."""

    TYPE = 0x84

    baud: U32


class Ping(Message, frozen=True):
    """Are you there?"""

    TYPE = 0x0A

    token: U32


class Pong(Message, frozen=True):
    """Yes, with the same token."""

    TYPE = 0x8A

    token: U32


class Refusal(Message, frozen=True):
    """Answers a request of type `request` that cannot be met; `code` is a `DeviceCode`."""

    TYPE = 0xC0

    code: U16
    request: U8
    text: RestText = ""


class LogLine(Message, frozen=True):
    """Something for the log, unasked. Levels: 0 detail, 1 information, 2 warning, 3 error."""

    TYPE = 0xC1

    level: U8
    text: RestText


class BeginImage(Message, frozen=True):
    """An image of this shape follows; forget an earlier one."""

    TYPE = 0x05

    height: U16
    width: U16
    channels: U8


class ImagePart(Message, frozen=True):
    """Image values from `offset` on: rows from the top, pixels from the left, channels red, green, blue."""

    TYPE = 0x06

    offset: U32
    data: RestBytes


class ImageReceived(Message, frozen=True):
    """Bytes of the image that have arrived without a gap. Answers BeginImage."""

    TYPE = 0x85

    received: U32


class ImagePartReceived(Message, frozen=True):
    """The same, answering ImagePart."""

    TYPE = 0x86

    received: U32


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

    first: U16


class OperatorTime(msgspec.Struct, frozen=True):
    """One operator of the model, in the order of running."""

    name: str
    microseconds: int


class Profile(Message, frozen=True):
    """As many operators from `first` on as fit, of `total`; 0 in all before the first inference."""

    TYPE = 0x88
    ENTRY: ClassVar[ByteLayout] = ByteLayout(("microseconds", "u32"), ("name", "text:28"))

    total: U16
    first: U16
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

    seconds: U16


class Watching(Message, frozen=True):
    """The camera is sending, or has stopped (0)."""

    TYPE = 0x89

    seconds: U16


class CameraImage(Message, frozen=True):
    """A JPEG of `jpeg_bytes` follows in parts; `number` counts images."""

    TYPE = 0xC2

    number: U32
    jpeg_bytes: U32
    width: U16
    height: U16


class CameraPart(Message, frozen=True):
    """Bytes of JPEG `number` from `offset` on."""

    TYPE = 0xC3

    number: U32
    offset: U32
    data: RestBytes


class CameraPrediction(Message, frozen=True):
    """What the model says to image `number`: the number, then a Prediction's payload."""

    TYPE = 0xC4

    number: U32
    prediction: Annotated[Prediction, Tail(Prediction.payload, Prediction.from_payload)]


class AskInput(Message, frozen=True):
    """Which image values entered the network in the last prediction, from `offset` on?"""

    TYPE = 0x0C

    offset: U32


class Input(Message, frozen=True):
    """Image values from `offset` on, of `total`, as in an ImagePart."""

    TYPE = 0x8C

    total: U32
    offset: U32
    data: RestBytes


class WatchInputs(Message, frozen=True):
    """Like Watch, and with each image of the camera what of it entered the network."""

    TYPE = 0x0D

    seconds: U16


class WatchingInputs(Message, frozen=True):
    """The camera is sending, or has stopped (0)."""

    TYPE = 0x8D

    seconds: U16


class CameraInput(Message, frozen=True):
    """Of what entered the network for image `number`: values from `offset` on, of `total`. Unasked."""

    TYPE = 0xC7

    number: U32
    total: U32
    offset: U32
    data: RestBytes


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
