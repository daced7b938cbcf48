"""What all messages of the link have in common: a type, a payload laid out by a byte table, and its tail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import msgspec

from core.boards.byte_layout import BadField, ByteLayout

_EMPTY = ByteLayout()


class BadMessage(ValueError):
    """A payload that is not of its type's form."""


class UnknownType(BadMessage):
    """A type that this version does not have."""


@dataclass(frozen=True)
class Tail:
    """What follows a layout up to the payload's end: the field that it fills, and how it is written and read.

    Both functions raise `BadField` for what they cannot take.
    """

    field: str
    to_bytes: Callable[[Any], bytes]
    from_bytes: Callable[[bytes], Any]


class Message(msgspec.Struct, frozen=True):
    """A message whose payload is its layout's fields, under the same names, and then its tail.

    Messages with lists write and read those themselves.
    """

    TYPE: ClassVar[int]
    LAYOUT: ClassVar[ByteLayout] = _EMPTY
    TAIL: ClassVar[Tail | None] = None

    def payload(self) -> bytes:
        """The message's bytes. Raises `BadField`."""
        fields = {row.name: getattr(self, row.name) for row in self.LAYOUT.rows if row.name}
        tail = self.TAIL.to_bytes(getattr(self, self.TAIL.field)) if self.TAIL else b""
        return self.LAYOUT.pack(fields) + tail

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        """The message in a payload. Raises `BadField`."""
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        rest = payload[cls.LAYOUT.size :]
        if cls.TAIL:
            values[cls.TAIL.field] = cls.TAIL.from_bytes(rest)
        elif rest:
            raise BadField("length", f"is {len(payload)}, not {cls.LAYOUT.size}")
        return cls(**values)


def bytes_tail(field: str) -> Tail:
    """A tail that is the field as it stands."""
    return Tail(field, bytes, bytes)


def text_tail(field: str) -> Tail:
    """A tail of text in UTF-8."""
    return Tail(field, lambda text: text.encode(errors="replace"), lambda raw: text_of(raw, field))


def text_of(raw: bytes, field: str) -> str:
    """The text in `raw`. Raises `BadField`, with the name of the field."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadField(field, "is not UTF-8") from error
