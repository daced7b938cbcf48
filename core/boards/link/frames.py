"""Frames, in which messages travel on the wire, and the form that all messages have (docs/protocol.md).

A frame is version, type, sequence number, payload and CRC-32, coded by COBS (S. Cheshire, M. Baker,
"Consistent Overhead Byte Stuffing", IEEE/ACM Transactions on Networking 7, 1999) so that it holds no zero
byte, with a zero byte on either side. Whatever stands between two zero bytes and is no sound frame is
dropped: a reader that lost bytes, or that hears the boot loader's text first, is in step again at the next
zero byte.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin, get_type_hints

import msgspec

from core.boards.byte_layout import BadField, ByteLayout

LINK_VERSION_SPOKEN = 1
MOST_PAYLOAD = 1088
_HEAD = struct.Struct("<BBH")
_CRC = struct.Struct("<I")
_BODY_LEAST = _HEAD.size + _CRC.size
_BODY_MOST = _BODY_LEAST + MOST_PAYLOAD
_LONGEST_RUN = 254
MOST_CODED = _BODY_MOST + _BODY_MOST // _LONGEST_RUN + 1
"""The longest frame on the wire, without its zero bytes."""
_NOISE_KEPT = 512


@dataclass(frozen=True)
class Frame:
    """One frame. `version` is the sender's; a reader passes on frames of every version."""

    kind: int
    sequence: int
    payload: bytes = b""
    version: int = LINK_VERSION_SPOKEN


def encode_frame(frame: Frame) -> bytes:
    """The frame as it goes on the wire, zero bytes on both sides included.

    Raises ValueError when the payload is longer than MOST_PAYLOAD.
    """
    if len(frame.payload) > MOST_PAYLOAD:
        raise ValueError(f"{len(frame.payload)} bytes do not fit a frame")
    body = _HEAD.pack(frame.version, frame.kind, frame.sequence) + frame.payload
    return b"\0" + cobs_encode(body + _CRC.pack(zlib.crc32(body))) + b"\0"


def decode_frame(coded: bytes) -> Frame | None:
    """The frame in the bytes between two zero bytes; None when they are none."""
    body = cobs_decode(coded)
    if body is None or not _BODY_LEAST <= len(body) <= _BODY_MOST:
        return None
    content = body[: -_CRC.size]
    if _CRC.unpack(body[-_CRC.size :]) != (zlib.crc32(content),):
        return None
    version, kind, sequence = _HEAD.unpack_from(content)
    return Frame(kind, sequence, content[_HEAD.size :], version)


def cobs_encode(data: bytes) -> bytes:
    """`data` without zero bytes, at most one byte in 254 longer (and one).

    Each run of up to 254 bytes that are not zero follows a byte that says its length plus 1.
    """
    coded = bytearray()
    for run in data.split(b"\0"):
        start = 0
        while len(run) - start >= _LONGEST_RUN:
            coded.append(_LONGEST_RUN + 1)
            coded += run[start : start + _LONGEST_RUN]
            start += _LONGEST_RUN
        coded.append(len(run) - start + 1)
        coded += run[start:]
    return bytes(coded)


def cobs_decode(coded: bytes) -> bytes | None:
    """What `cobs_encode` was given; None when `coded` is no such code."""
    data = bytearray()
    at = 0
    while at < len(coded):
        length = coded[at]
        run = coded[at + 1 : at + length]
        if length == 0 or len(run) != length - 1 or 0 in run:
            return None
        data += run
        at += length
        if length <= _LONGEST_RUN and at < len(coded):
            data.append(0)
    return bytes(data) if coded else None


class FrameReader:
    """Frames out of a stream that may be cut, doubled or mixed with noise at any place.

    Keeps at most one frame's bytes. `dropped` counts pieces between zero bytes that were no frame.
    """

    def __init__(self) -> None:
        self._piece = bytearray()
        self._overflowed = False
        self.dropped = 0
        self._noise = b""

    @property
    def noise(self) -> bytes:
        """The end of what was no frame, for a person to read: often a boot loader's text."""
        return (self._noise + self._piece)[-_NOISE_KEPT:]

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that `data` completes, in order."""
        frames = []
        *complete, rest = bytes(data).split(b"\0")
        for piece in complete:
            self._append(piece)
            frame = self._finished()
            if frame:
                frames.append(frame)
        self._append(rest)
        return frames

    def _append(self, data: bytes) -> None:
        room = MOST_CODED - len(self._piece)
        if len(data) > room or self._overflowed:
            self._overflowed = True
            self._remember(data)
        else:
            self._piece += data

    def _finished(self) -> Frame | None:
        """The frame in the piece that a zero byte has just ended, if it is one; starts the next piece."""
        piece, overflowed = bytes(self._piece), self._overflowed
        self._piece.clear()
        self._overflowed = False
        if not piece and not overflowed:
            return None
        frame = None if overflowed else decode_frame(piece)
        if frame is None:
            self.dropped += 1
            self._remember(piece)
        return frame

    def _remember(self, noise: bytes) -> None:
        self._noise = (self._noise + noise)[-_NOISE_KEPT:]


class BadMessage(ValueError):
    """A payload that is not of its type's form."""


class UnknownType(BadMessage):
    """A type that this version does not have."""


@dataclass(frozen=True)
class Tail:
    """How the field behind the fields of fixed size, up to the payload's end, is written and read.

    Both functions raise `BadField` for what they cannot take.
    """

    to_bytes: Callable[[Any], bytes]
    from_bytes: Callable[[bytes], Any]


def text_of(raw: bytes, field: str) -> str:
    """The text in `raw`. Raises `BadField`, with the name of the field."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadField(field, "is not UTF-8") from error


U8 = Annotated[int, "u8"]
U16 = Annotated[int, "u16"]
U32 = Annotated[int, "u32"]
I32 = Annotated[int, "i32"]
F32 = Annotated[float, "f32"]
RestBytes = Annotated[bytes, Tail(bytes, bytes)]
RestText = Annotated[str, Tail(lambda text: text.encode(errors="replace"), lambda raw: text_of(raw, "text"))]


class Message(msgspec.Struct, frozen=True):
    """A message whose payload is its fields, in their order, and then its tail.

    Each field's type says how it is stored: with a type of `ByteLayout`, or with a `Tail` for the rest.
    Messages with lists write and read those themselves, and name the fields that count them in `LAYOUT`.
    """

    TYPE: ClassVar[int]
    LAYOUT: ClassVar[ByteLayout]
    TAIL: ClassVar[tuple[str, Tail] | None]

    def __init_subclass__(cls) -> None:
        stored = dict(_stored_fields(cls))
        cls.TAIL = next(((name, kind) for name, kind in stored.items() if isinstance(kind, Tail)), None)
        if "LAYOUT" not in cls.__dict__:
            cls.LAYOUT = ByteLayout(*((name, kind) for name, kind in stored.items() if isinstance(kind, str)))

    def payload(self) -> bytes:
        """The message's bytes. Raises `BadField`."""
        fields = {row.name: getattr(self, row.name) for row in self.LAYOUT.rows if row.name}
        tail = b""
        if self.TAIL:
            name, kind = self.TAIL
            tail = kind.to_bytes(getattr(self, name))
        return self.LAYOUT.pack(fields) + tail

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        """The message in a payload. Raises `BadField`."""
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        rest = payload[cls.LAYOUT.size :]
        if cls.TAIL:
            name, kind = cls.TAIL
            values[name] = kind.from_bytes(rest)
        elif rest:
            raise BadField("length", f"is {len(payload)}, not {cls.LAYOUT.size}")
        return cls(**values)


def _stored_fields(message: type[Message]) -> Iterator[tuple[str, str | Tail]]:
    """Name of each field of a message that is stored, '' for reserved bytes, and how it is."""
    for name, hint in get_type_hints(message, include_extras=True).items():
        is_reserved = get_origin(hint) is ClassVar
        own = get_args(hint)[0] if is_reserved and get_args(hint) else hint
        if get_origin(own) is Annotated:
            yield "" if is_reserved else name, own.__metadata__[0]
