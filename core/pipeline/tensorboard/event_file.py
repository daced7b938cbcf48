"""Files of TensorBoard's events, of the few kinds that a run has, written without TensorFlow.

A file is a row of records (tensorflow/core/lib/io/record_writer.h), numbers little endian:

    offset   bytes  content
    0        8      length n
    8        4      masked CRC-32C of the length
    12       n      an `Event` (tensorflow/core/util/event.proto), in protocol buffers' wire format
    12 + n   4      masked CRC-32C of the event
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_POLYNOMIAL = 0x82F63B78  # Castagnoli's, reflected: RFC 3720, appendix B.4
_MASK_DELTA = 0xA282EAD8  # tensorflow/core/lib/hash/crc32c.h
_VERSION = b"brain.Event:2"
_VARINT, _DOUBLE, _BYTES, _FLOAT = 0, 1, 2, 5
_BINS = 64


@dataclass(frozen=True)
class Histogram:
    """How many values are at most as large as each limit, and larger than the one before it."""

    least: float
    most: float
    total: float
    squares: float
    limits: NDArray[np.float64]
    counts: NDArray[np.int64]


def histogram(values: NDArray[np.generic]) -> Histogram:
    """The histogram of an array: a bin for each whole number, or 64 bins for floats."""
    flat = values.ravel()
    least, most = float(flat.min()), float(flat.max())
    bins = np.arange(least, most + 2) - 0.5 if np.issubdtype(flat.dtype, np.integer) else _BINS
    counts, edges = np.histogram(flat, bins)
    # Without a copy of what may be a quarter of a gigabyte.
    squares = float(np.einsum("i,i->", flat, flat, dtype=np.float64, casting="unsafe"))
    return Histogram(least, most, float(flat.sum(dtype=np.float64)), squares, edges[1:], counts)


def beginning(wall_time: float) -> bytes:
    """The records that a file begins with.

    They say that what a reader has of an earlier file in the same folder no longer holds.
    """
    version = _record(_event(wall_time, 0, _text(3, _VERSION)))
    return version + _record(_event(wall_time, 0, _message(7, _number(1, 1))))


def scalars(wall_time: float, step: int, values: Mapping[str, float]) -> bytes:
    """A record with figures of one step by their tags. `wall_time` is seconds since 1970."""
    return _summary(
        wall_time,
        step,
        (
            _text(1, tag.encode()) + _key(2, _FLOAT) + struct.pack("<f", value)
            for tag, value in values.items()
        ),
    )


def histograms(wall_time: float, step: int, values: Mapping[str, Histogram]) -> bytes:
    """A record with histograms of one step by their tags."""
    return _summary(
        wall_time,
        step,
        (_text(1, tag.encode()) + _message(5, _histogram(value)) for tag, value in values.items()),
    )


def _summary(wall_time: float, step: int, values: Iterable[bytes]) -> bytes:
    content = b"".join(_message(1, value) for value in values)
    return _record(_event(wall_time, step, _message(5, content)))


def _event(wall_time: float, step: int, content: bytes) -> bytes:
    return _key(1, _DOUBLE) + struct.pack("<d", wall_time) + _number(2, step) + content


def _histogram(value: Histogram) -> bytes:
    figures = (value.least, value.most, float(value.counts.sum()), value.total, value.squares)
    fields = b"".join(
        _key(field, _DOUBLE) + struct.pack("<d", figure) for field, figure in enumerate(figures, 1)
    )
    limits = _message(6, value.limits.astype("<f8").tobytes())
    return fields + limits + _message(7, value.counts.astype("<f8").tobytes())


def _key(field: int, wire_type: int) -> bytes:
    return bytes((field << 3 | wire_type,))


def _number(field: int, value: int) -> bytes:
    return _key(field, _VARINT) + _varint(value)


def _text(field: int, content: bytes) -> bytes:
    return _message(field, content)


def _message(field: int, content: bytes) -> bytes:
    return _key(field, _BYTES) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    """A number that is not negative, seven bits a byte, the lowest first."""
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def _record(content: bytes) -> bytes:
    length = struct.pack("<Q", len(content))
    return length + _masked(length) + content + _masked(content)


def _masked(content: bytes) -> bytes:
    crc = _crc32c(content)
    rotated = (crc >> 15 | crc << 17) + _MASK_DELTA
    return struct.pack("<I", rotated & 0xFFFFFFFF)


def _crc32c(content: bytes) -> int:
    crc = 0xFFFFFFFF
    for byte in content:
        crc = _TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def _table_entry(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (_POLYNOMIAL if byte & 1 else 0)
    return byte


_TABLE = tuple(_table_entry(byte) for byte in range(256))
