"""Byte tables: named fields of fixed size, one after the other, little endian.

The tables in docs/ list the same fields with the same types; a test compares them. Types:

    u8 u16 u32 i8 i32 f32   numbers; f32 is finite
    text:N                  UTF-8 without zero bytes, filled up with zero bytes to N
    bytes:N                 N bytes
    zero:N                  N reserved bytes, all zero, not a value
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass

Value = int | float | str | bytes

_NUMBERS = {"u8": "B", "u16": "H", "u32": "I", "i8": "b", "i32": "i", "f32": "f"}


class BadField(ValueError):
    """A field that does not hold what its type asks for; `field` names it."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field} {reason}")


@dataclass(frozen=True)
class Row:
    """One row of a byte table. `name` is empty for reserved bytes."""

    offset: int
    size: int
    kind: str
    name: str


class ByteLayout:
    """A byte table. Fields are given as (name, type); `size` is the number of bytes of them all."""

    def __init__(self, *fields: tuple[str, str]) -> None:
        rows = []
        offset = 0
        for name, kind in fields:
            size = _size(kind)
            rows.append(Row(offset, size, kind, name))
            offset += size
        self.rows = tuple(rows)
        self.size = offset

    def pack(self, values: Mapping[str, Value]) -> bytes:
        """The bytes of `values`, which must have exactly the named fields. Raises `BadField`."""
        return b"".join(_packed(row, values[row.name] if row.name else b"") for row in self.rows)

    def unpack(self, data: bytes, offset: int = 0) -> dict[str, Value]:
        """The values in `data` from `offset` on. Raises `BadField` for a wrong value or a missing end."""
        if len(data) < offset + self.size:
            raise BadField("length", f"is {len(data) - offset}, not {self.size}")
        values: dict[str, Value] = {}
        for row in self.rows:
            field = data[offset + row.offset : offset + row.offset + row.size]
            if row.name:
                values[row.name] = _unpacked(row, field)
            elif any(field):
                raise BadField(f"reserved bytes at {row.offset}", "are not zero")
        return values


def _size(kind: str) -> int:
    if kind in _NUMBERS:
        return struct.calcsize("<" + _NUMBERS[kind])
    return int(kind.partition(":")[2])


def _packed(row: Row, value: Value) -> bytes:
    if row.kind in _NUMBERS:
        return _packed_number(row, value)
    raw = value.encode(errors="replace") if isinstance(value, str) else value
    if not isinstance(raw, bytes):
        raise BadField(row.name, f"is {value!r}")
    if row.kind.startswith("bytes") and len(raw) != row.size:
        raise BadField(row.name, f"has {len(raw)} bytes, not {row.size}")
    if row.kind.startswith("text") and (len(raw) > row.size or 0 in raw):
        raise BadField(row.name, f"does not fit {row.size} bytes of text")
    return raw.ljust(row.size, b"\0")


def _packed_number(row: Row, value: Value) -> bytes:
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise BadField(row.name, f"is {value!r}")
    try:
        return struct.pack("<" + _NUMBERS[row.kind], value)
    except (struct.error, OverflowError) as error:
        raise BadField(row.name, f"is {value!r}, too large or small for {row.kind}") from error


def _unpacked(row: Row, field: bytes) -> Value:
    if row.kind in _NUMBERS:
        number: int | float = struct.unpack("<" + _NUMBERS[row.kind], field)[0]
        if not math.isfinite(number):
            raise BadField(row.name, "is no finite number")
        return number
    if row.kind.startswith("bytes"):
        return field
    text = field.rstrip(b"\0")
    if 0 in text:
        raise BadField(row.name, "has text behind a zero byte")
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise BadField(row.name, "is not UTF-8") from error
