"""What all messages of the link have in common: a type, and a payload laid out by a byte table."""

from __future__ import annotations

from typing import Any, ClassVar, Self

import msgspec

from core.boards.byte_layout import BadField, ByteLayout

_EMPTY = ByteLayout()


class BadMessage(ValueError):
    """A payload that is not of its type's form."""


class UnknownType(BadMessage):
    """A type that this version does not have."""


class Message(msgspec.Struct, frozen=True):
    """A message whose payload is its layout's fields, under the same names; see subclasses for tails."""

    TYPE: ClassVar[int]
    LAYOUT: ClassVar[ByteLayout] = _EMPTY

    def payload(self) -> bytes:
        """The message's bytes. Raises `BadField`."""
        return self.LAYOUT.pack({row.name: getattr(self, row.name) for row in self.LAYOUT.rows if row.name})

    @classmethod
    def from_payload(cls, payload: bytes) -> Self:
        """The message in a payload. Raises `BadField`."""
        values: dict[str, Any] = cls.LAYOUT.unpack(payload)
        if len(payload) != cls.LAYOUT.size:
            raise BadField("length", f"is {len(payload)}, not {cls.LAYOUT.size}")
        return cls(**values)


def text_of(raw: bytes, field: str) -> str:
    """The text in `raw`. Raises `BadField`, with the name of the field."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadField(field, "is not UTF-8") from error
