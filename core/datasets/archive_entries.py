"""What a zip or tar archive holds, read without trusting it.

Nothing is written here. An entry that could end up outside a folder is refused, whatever it is for; sizes are
those of the bytes that were really read, never those that a header names.
"""

from __future__ import annotations

import gzip
import io
import lzma
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from core.errors import DataError, SqueezeError
from core.files import portable_name, reading
from core.reading import Readable, bzip2_stream, xz_stream, zip_entry

CHUNK = 1 << 20
_LARGEST_HEADER = 16 << 20
"""tarfile takes a header's name records into memory in one read, however long they claim to be."""
_ZIP_ENCRYPTED = 0x1
_ZIP_UTF8 = 0x800
_UNREADABLE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    struct.error,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the readers raise for archives that are damaged, cut short or of a kind they do not know."""


@dataclass(frozen=True)
class Limits:
    """What an archive may unpack to.

    Bytes: at most `total_bytes`, and more than `free_bytes` only up to `ratio` times the archive's own size.
    """

    entries: int = 1_000_000
    total_bytes: int = 64 << 30
    free_bytes: int = 256 << 20
    ratio: int = 100


@dataclass(frozen=True)
class Entry:
    """A file or folder in an archive.

    `parts` is its path, safe to be put below a folder. `position` counts the bytes of the archive before it.
    `read(n)` gives its next bytes, at most n, and b'' at its end; it is of use until the next entry is asked
    for.
    """

    parts: tuple[str, ...]
    is_folder: bool
    position: int
    read: Callable[[int], bytes]


def entries(path: Path, limits: Limits) -> Iterator[Entry]:
    """The entries of the zip or tar archive (gzip, bzip2 or xz compressed, or not) at `path`, in its order.

    Raises `SqueezeError`, also from an entry's `read`: data-not-found, data-permission, archive-unreadable,
    archive-unsafe, archive-too-large, archive-encrypted.
    """
    with _reading(path), reading(path) as file:
        meter = _Meter(path, limits)
        if zipfile.is_zipfile(file):
            yield from _zip_entries(path, file, meter)
        else:
            yield from _tar_entries(path, file, meter)


def safe_parts(name: str) -> tuple[str, ...]:
    """The components of an entry's name as they are, some of which not every file system takes.

    Raises `ValueError` with the reason when the name leads out of the folder it is put into.
    """
    name = name.replace("\\", "/")
    if name.startswith("/"):
        raise ValueError("an absolute path")
    if re.match(r"[A-Za-z]:", name):
        raise ValueError("a path with a drive letter")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise ValueError("a path that leads upwards")
    return tuple(parts)


class OwnPaths:
    """Gives each path a path of its own that is fit for every file system.

    Of two names in a folder that would come out the same, the later one gets a number. Files are told apart
    as on systems that take capital and small letters for the same.
    """

    def __init__(self) -> None:
        self._given: dict[tuple[str, ...], tuple[str, ...]] = {(): ()}
        self._taken: set[tuple[str, ...]] = set()

    def path(self, parts: tuple[str, ...], *, is_folder: bool = False) -> tuple[str, ...]:
        """The components for those of a path out of `safe_parts`; the same ones for the same path."""
        if parts not in self._given:
            folder = self.path(parts[:-1], is_folder=True)
            self._given[parts] = (*folder, self._own_name(folder, portable_name(parts[-1]), is_folder))
        return self._given[parts]

    def _own_name(self, folder: tuple[str, ...], name: str, is_folder: bool) -> str:
        stem, dot, ending = ("", "", name) if is_folder else name.rpartition(".")
        stem, ending = (stem, dot + ending) if stem else (name, "")
        own, number = name, 1
        while (key := (*folder, own) if is_folder else _alike(*folder, own)) in self._taken:
            number += 1
            own = f"{stem} ({number}){ending}"
        self._taken.add(key)
        return own


def _alike(*parts: str) -> tuple[str, ...]:
    """The same for paths that are one for some systems; never that of a folder."""
    return ("", *(part.casefold() for part in parts))


class _Meter:
    """Counts what comes out of an archive, and ends it when that is too much."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._most_entries = limits.entries
        self._entries = 0
        allowed = max(limits.free_bytes, limits.ratio * path.stat().st_size)
        self._most_bytes = min(limits.total_bytes, allowed)
        self._bytes = 0

    def count_entry(self) -> None:
        self._entries += 1
        if self._entries > self._most_entries:
            raise self._too_large(f"{self._most_entries:,} entries")

    def count_bytes(self, count: int) -> None:
        self._bytes += count
        if self._bytes > self._most_bytes:
            raise self._too_large(f"{self._most_bytes / 1e6:,.0f} MB")

    def _too_large(self, limit: str) -> SqueezeError:
        return DataError("archive-too-large", path=self._path, limit=limit)


def _zip_entries(path: Path, file: IO[bytes], meter: _Meter) -> Iterator[Entry]:
    with zipfile.ZipFile(file) as archive:
        named, own = [], OwnPaths()
        for info in archive.infolist():
            meter.count_entry()
            parts = _checked_zip_name(path, info)
            named.append((own.path(parts, is_folder=info.is_dir()), info))
        for parts, info in named:
            if info.is_dir():
                yield Entry(parts, True, info.header_offset, lambda size: b"")
            else:
                with zip_entry(archive, info) as content:
                    yield Entry(parts, False, info.header_offset, _metered_read(path, content, meter))


def _checked_zip_name(path: Path, info: zipfile.ZipInfo) -> tuple[str, ...]:
    if info.flag_bits & _ZIP_ENCRYPTED:
        raise DataError("archive-encrypted", path=path)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise DataError("archive-unsafe", path=path, entry=info.filename, reason="a link or a device")
    return _checked_name(path, _zip_name(info))


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The entry's name; some systems write UTF-8 without saying so, and zipfile then reads it as cp437."""
    if info.flag_bits & _ZIP_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _tar_entries(path: Path, file: IO[bytes], meter: _Meter) -> Iterator[Entry]:
    file.seek(0)
    own = OwnPaths()
    stream = _MeteredStream(_decompressed(file), meter)
    with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r:") as archive:
        while (member := archive.next()) is not None:
            meter.count_entry()
            # tarfile remembers every entry, and would for a million.
            archive.members.clear()  # type: ignore[attr-defined]
            if not (member.isreg() or member.isdir()):
                raise DataError("archive-unsafe", path=path, entry=member.name, reason="a link or a device")
            parts = own.path(_checked_name(path, member.name), is_folder=member.isdir())
            content = archive.extractfile(member)
            if content is None:
                yield Entry(parts, True, file.tell(), lambda size: b"")
            else:
                yield Entry(parts, False, file.tell(), _metered_read(path, content, meter))
        if stream.is_exhausted:
            # A whole tar ends with blocks of zeros, which tarfile does not insist on.
            raise tarfile.ReadError("the end is missing")


def _decompressed(file: IO[bytes]) -> Readable:
    head = file.read(6)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=file)
    if head.startswith(b"BZh"):
        return bzip2_stream(file)
    if head.startswith(b"\xfd7zXZ\0"):
        return xz_stream(file)
    return file


class _MeteredStream(io.RawIOBase):
    """A decompressed tar, read forwards only, that counts every byte, those that are skipped too."""

    def __init__(self, stream: Readable, meter: _Meter) -> None:
        self._stream = stream
        self._meter = meter
        self._position = 0
        self.is_exhausted = False

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _LARGEST_HEADER:
            raise tarfile.ReadError(f"a header of {size} bytes")
        data = self._stream.read(size)
        self._position += len(data)
        self.is_exhausted = len(data) < size
        self._meter.count_bytes(len(data))
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or offset < self._position:
            raise tarfile.StreamError("a tar is read forwards only")
        while self._position < offset and self.read(min(CHUNK, offset - self._position)):
            pass
        return self._position

    def tell(self) -> int:
        return self._position


def _metered_read(path: Path, content: Readable, meter: _Meter) -> Callable[[int], bytes]:
    def read(size: int) -> bytes:
        with _reading(path):
            data = content.read(size)
        meter.count_bytes(len(data))
        return data

    return read


def _checked_name(path: Path, name: str) -> tuple[str, ...]:
    try:
        return safe_parts(name)
    except ValueError as error:
        raise DataError("archive-unsafe", path=path, entry=name, reason=error) from error


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise DataError("data-not-found", path=path) from error
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    except _UNREADABLE as error:
        raise DataError("archive-unreadable", detail=str(error), path=path) from error
