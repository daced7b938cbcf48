"""Messages of the link: values to and from payloads. Byte tables: docs/protocol.md.

A request has a type below 0x80 and its answer the same type with bit 7 set and the same sequence number; from
0xC0 on stands what a board says unasked, and its refusals. Layouts are the same for firmware and computer.
"""

from __future__ import annotations

from core.boards.byte_layout import BadField
from core.boards.link.board_messages import (
    AskHello,
    AskLabels,
    ConfirmSpeed,
    Hello,
    Labels,
    LogLine,
    Ping,
    Pong,
    Refusal,
    SetSpeed,
    Speed,
    SpeedConfirmed,
)
from core.boards.link.frames import Frame
from core.boards.link.message import BadMessage, Message, UnknownType
from core.boards.link.picture_messages import (
    AskProfile,
    BeginPicture,
    CameraPart,
    CameraPicture,
    CameraPrediction,
    OperatorTime,
    PicturePart,
    PicturePartReceived,
    PictureReceived,
    Predict,
    Prediction,
    Profile,
    Watch,
    Watching,
)

__all__ = [
    "MESSAGES",
    "AskHello",
    "AskLabels",
    "AskProfile",
    "BadMessage",
    "BeginPicture",
    "CameraPart",
    "CameraPicture",
    "CameraPrediction",
    "ConfirmSpeed",
    "Hello",
    "Labels",
    "LogLine",
    "Message",
    "OperatorTime",
    "PicturePart",
    "PicturePartReceived",
    "PictureReceived",
    "Ping",
    "Pong",
    "Predict",
    "Prediction",
    "Profile",
    "Refusal",
    "SetSpeed",
    "Speed",
    "SpeedConfirmed",
    "UnknownType",
    "Watch",
    "Watching",
    "from_frame",
    "to_frame",
]

MESSAGES: tuple[type[Message], ...] = (
    AskHello,
    Hello,
    AskLabels,
    Labels,
    SetSpeed,
    Speed,
    ConfirmSpeed,
    SpeedConfirmed,
    BeginPicture,
    PictureReceived,
    PicturePart,
    PicturePartReceived,
    Predict,
    Prediction,
    AskProfile,
    Profile,
    Watch,
    Watching,
    Ping,
    Pong,
    Refusal,
    LogLine,
    CameraPicture,
    CameraPart,
    CameraPrediction,
)
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
