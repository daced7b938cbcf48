"""Reading what may hold anything: files that are damaged, cut short, hostile, or somebody else's.

What libraries raise for bytes that they do not expect is nobody's contract. `core.diagnosis.unreadable_as`
makes one error of whatever it is.
"""

from __future__ import annotations

import bz2
import copy
import io
import lzma
import math
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeVar

import msgspec

from core.errors import SqueezeError
from core.files import read_replaced, reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")
Kind = TypeVar("Kind")
_Decoder = msgspec.json.Decoder[Value] | msgspec.msgpack.Decoder[Value]
_RESOLVING = threading.Lock()


def resolved(kind: Kind) -> Kind:
    """A type that may now be read in any thread.

    WORKAROUND: msgspec 0.22 works a type out when it is first read, and two threads that do so at the same
    time end the process (what it promises of threads: https://github.com/msgspec/msgspec/issues/401).
    """
    with _RESOLVING:
        msgspec.json.Decoder(kind)
    return kind


_PACKED_PIECE = 1 << 14
_MOST_DICTIONARY_BYTES = 1 << 27
"""What an LZMA stream may have its reader keep: twice what the strongest presets of xz and 7-Zip ask for."""
_LZMA_PROPERTIES = struct.Struct("<BBHBI")


class Unpacker(Protocol):
    """`bz2.BZ2Decompressor` and `lzma.LZMADecompressor`."""

    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class UnpackedStream:
    """The content of a packed stream, unpacked no further than is asked for.

    A few thousand bytes can hold gigabytes: what is read is bounded, what it is unpacked from is not. Several
    streams may follow each other; what follows the last one and is none is left alone.
    """

    def __init__(self, packed: IO[bytes], new_unpacker: Callable[[], Unpacker]) -> None:
        self._packed = packed
        self._new_unpacker = new_unpacker
        self._unpacker = new_unpacker()
        self._waiting = b""
        self._is_first = True
        self._is_ended = False

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end.

        Raises what the unpacker raises, and EOFError for a stream that is cut short.
        """
        pieces = []
        while size > 0 and (piece := self._piece(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _piece(self, size: int) -> bytes:
        while not self._is_ended:
            self._refill()
            waiting, self._waiting = self._waiting, b""
            try:
                piece = b"" if self._is_ended else self._unpacker.decompress(waiting, size)
            except (OSError, lzma.LZMAError):
                if self._is_first:
                    raise
                self._is_ended = True
                return b""
            if piece:
                return piece
        return b""

    def _refill(self) -> None:
        """Have packed bytes wait where the unpacker needs some, in a new stream where one has ended."""
        if self._unpacker.eof:
            self._waiting = self._unpacker.unused_data or self._packed.read(_PACKED_PIECE)
            self._is_ended = not self._waiting
            self._unpacker, self._is_first = self._new_unpacker(), False
        elif self._unpacker.needs_input:
            self._waiting = self._packed.read(_PACKED_PIECE)
            if not self._waiting:
                raise EOFError("the packed stream is cut short")


def bzip2_stream(packed: IO[bytes]) -> UnpackedStream:
    """What a bzip2 file holds."""
    return UnpackedStream(packed, bz2.BZ2Decompressor)


def xz_stream(packed: IO[bytes]) -> UnpackedStream:
    """What an xz file holds; one that asks for much memory raises `lzma.LZMAError`."""
    return UnpackedStream(packed, lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, 2 * _MOST_DICTIONARY_BYTES))


class _ZipEntry:
    """The content of a zip entry from its unpacked stream, of the length and check sum that the zip tells."""

    def __init__(self, stream: UnpackedStream, entry: zipfile.ZipInfo) -> None:
        self._stream = stream
        self._left = entry.file_size
        self._expected = entry.CRC
        self._sum = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(min(size, self._left))
        self._left -= len(data)
        self._sum = zlib.crc32(data, self._sum)
        if not data and size and (self._left or self._sum != self._expected):
            raise zipfile.BadZipFile("an entry has another length or check sum than the zip tells")
        return data


class Readable(Protocol):
    """Bytes to be read one after the other."""

    def read(self, size: int) -> bytes: ...


@contextmanager
def zip_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Readable]:
    """The content of an entry, read in bounded pieces whatever it is packed with.

    zipfile unpacks bzip2 and LZMA as far as the packed bytes that it has read go, which may be gigabytes.
    Raises what zipfile raises for a damaged one.
    """
    if entry.compress_type not in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with archive.open(entry) as content:
            yield content
        return
    packed = copy.copy(entry)
    packed.compress_type, packed.file_size = zipfile.ZIP_STORED, entry.compress_size
    # The check sum is that of the unpacked content.
    del packed.CRC
    with archive.open(packed) as content:
        unpack = bzip2_stream if entry.compress_type == zipfile.ZIP_BZIP2 else _lzma_stream
        yield _ZipEntry(unpack(content), entry)


def _lzma_stream(packed: IO[bytes]) -> UnpackedStream:
    """What a zip entry with LZMA holds (APPNOTE.TXT 5.8): version, length of the properties, properties."""
    _, _, length, literals, dictionary = _LZMA_PROPERTIES.unpack(packed.read(_LZMA_PROPERTIES.size))
    context, rest = literals % 9, literals // 9
    if length != 5 or rest // 5 > 4 or dictionary > _MOST_DICTIONARY_BYTES:
        raise zipfile.BadZipFile("an entry has LZMA properties that are not read")
    filters = [
        {
            "id": lzma.FILTER_LZMA1,
            "dict_size": max(dictionary, 4096),
            "lc": context,
            "lp": rest % 5,
            "pb": rest // 5,
        }
    ]
    return UnpackedStream(packed, lambda: lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters))


def decoded(content: bytes, decoder: _Decoder[Value]) -> Value:
    """The value that JSON or MessagePack holds.

    Raises `msgspec.DecodeError` for everything else: for text that is not UTF-8 and for endless nesting, too,
    of which msgspec tells by errors of other types.
    """
    try:
        return decoder.decode(content)
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from error


MOST_JSON_BYTES = 1 << 26
MOST_LIST_BYTES = 1 << 29
"""No JSON file of this program is larger than the first; a list of all images not than the second."""


def read_json(path: Path, kind: type[Value], most_bytes: int = MOST_JSON_BYTES) -> Value:
    """The value of `kind` in a JSON file.

    Raises `OSError`, also for what is no file or too large, and `msgspec.DecodeError` for what is not such a
    value.
    """
    try:
        content = read_replaced(path, most_bytes)
    except SqueezeError as error:
        raise OSError(error.happened) from error
    return decoded(content, msgspec.json.Decoder(resolved(kind)))


def read_arrays(path: Path, most_bytes: int) -> dict[str, NDArray[np.generic]]:
    """The arrays in a file of `numpy.savez`, by name, where they take no more than `most_bytes` together.

    No more memory is taken than the file fills, whatever it claims. Raises anything for a damaged file:
    read it within `core.diagnosis.unreadable_as`.
    """
    with reading(path) as file, zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > most_bytes:
            raise ValueError("its arrays are too large")
        return {entry.filename.removesuffix(".npy"): _array(archive, entry) for entry in entries}


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> NDArray[np.generic]:
    # Loading numpy takes a while, and what reads JSON does without.
    import numpy as np

    with zip_entry(archive, entry) as file:
        content = io.BytesIO(file.read(entry.file_size))
    header = np.lib.format.read_array_header_1_0
    if np.lib.format.read_magic(content) != (1, 0):
        header = np.lib.format.read_array_header_2_0
    shape, _, kind = header(content)
    if math.prod(shape) * kind.itemsize > entry.file_size:
        raise ValueError(f"{entry.filename} is cut short")
    content.seek(0)
    return np.asarray(np.lib.format.read_array(content, allow_pickle=False))
