"""Messages about the board itself and the line to it."""

from __future__ import annotations

from typing import Any, Self

from core.boards.byte_layout import BadField, ByteLayout
from core.boards.link.frames import MOST_PAYLOAD
from core.boards.link.message import Message, text_of, text_tail


class AskHello(Message, frozen=True):
    """Who are you?"""

    TYPE = 0x01


class Hello(Message, frozen=True, kw_only=True):
    """What a board is and whether its model is ready to run.

    `status` is a `DeviceCode`; unless it is READY or INFERENCE_FAILED the model's fields may be zero.
    `model_sha256` is the model image's hash. Arena figures are bytes. `highest_baud` is 0 where the line has
    no speed of its own (USB). `window` is how many bytes of picture parts may be under way unanswered.
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
