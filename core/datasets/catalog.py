r"""The list of all images of a data set in a file that is read piece by piece, and the images themselves.

Nothing here needs TensorFlow, and a catalog may be asked from any thread: a window shows a hundred thousand
images with it.

    offset   bytes  content
    0        8      "SQZCAT1\n"
    8        8      length h of the header, little endian
    16       h      header: MessagePack, `_Header`
    16 + h   ...    blocks: MessagePack; the header has their places, counted from 16 + h

A block holds up to `PAGE` entries of one group, or all paths of one finding.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.datasets.check_cache import remove_oldest
from core.datasets.images import network_view
from core.datasets.layout import Part
from core.datasets.selection import Role
from core.errors import DataError, SqueezeError
from core.events import Finding
from core.files import content_of, make_folder, reading, write_whole
from core.reading import decoded, resolved

PAGE = 512
_MAGIC = b"SQZCAT1\n"
_LENGTH = struct.Struct("<Q")
_BEGIN = len(_MAGIC) + _LENGTH.size
_FILES_KEPT = 20

Value = TypeVar("Value")
State = Literal["used", "set-aside", "left-out", "bad", "in-two-classes", "in-two-splits"]
"""What becomes of an image; 'bad' is one that cannot be read."""


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An image of a catalog.

    `name` is its path within the data set, by which findings and settings name it; `class_name` is that of
    its group. Width and height are as stored, 0 where the image was not read. `file` is the path in bytes
    where the name does not lead to the file.
    """

    name: str
    class_name: str
    width: int = 0
    height: int = 0
    part: Part = "train"
    state: State = "used"
    file: bytes = b""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The images of one class, or of one that is set aside or left out as a whole.

    `listed` counts all of them, `images` those that are used, `parts` these in each part that the data has.
    """

    name: str
    role: Role = "used"
    listed: int = 0
    images: int = msgspec.field(default=0, name="pictures")
    parts: dict[Part, int] = {}


@dataclass(frozen=True, eq=False)
class Contents:
    """What a catalog is made of. `folder` is where the images lie; findings have all their paths."""

    folder: Path
    groups: Sequence[tuple[Group, Sequence[Entry]]]
    findings: Sequence[Finding] = ()


class _Block(msgspec.Struct, frozen=True, array_like=True):
    offset: int
    length: int


class _Header(msgspec.Struct, frozen=True, kw_only=True):
    """`pages` has the blocks of each group, `paths` the block of each finding, in their order."""

    folder: bytes
    groups: tuple[Group, ...]
    pages: tuple[tuple[_Block, ...], ...]
    findings: tuple[Finding, ...]
    paths: tuple[_Block, ...]


class Catalog:
    """An open catalog. `findings` have no paths here: `paths_of` has them."""

    def __init__(self, path: Path, content: mmap.mmap) -> None:
        self._path = path
        self._content = content
        if content[: len(_MAGIC)] != _MAGIC or len(content) < _BEGIN:
            raise DataError("catalogue-unreadable", path=path)
        (length,) = _LENGTH.unpack(content[len(_MAGIC) : _BEGIN])
        self._blocks = _BEGIN + length
        header = self._decoded(content[_BEGIN : self._blocks], _Header)
        self._pages = {group.name: pages for group, pages in zip(header.groups, header.pages, strict=True)}
        self._paths = header.paths
        self.folder = Path(os.fsdecode(header.folder))
        self.groups = header.groups
        self.findings = header.findings

    def __enter__(self) -> Catalog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._content.close()

    def entries(self, group: str, start: int = 0, stop: int | None = None) -> list[Entry]:
        """The entries of a group from `start` to before `stop`, in the order of their names.

        Only the pages that they are on are read. Raises catalogue-unreadable for a damaged file.
        """
        pages = self._pages[group]
        stop = len(pages) * PAGE if stop is None else stop
        first = start // PAGE
        entries: list[Entry] = []
        for page in pages[first : -(-stop // PAGE)]:
            entries += self._read(page, list[Entry])
        return entries[start - first * PAGE : stop - first * PAGE]

    def paths_of(self, finding: int) -> list[str]:
        """All paths of a finding, by its place in `findings`. Raises catalogue-unreadable."""
        return self._read(self._paths[finding], list[str])

    def path_of(self, entry: Entry) -> Path:
        """The file that an image is in."""
        return self.folder / (os.fsdecode(entry.file) if entry.file else entry.name)

    def image_bytes(self, entry: Entry) -> bytes:
        """The content of the file that an image is in.

        Raises data-not-found, data-permission or picture-unreadable.
        """
        path = self.path_of(entry)
        try:
            return content_of(path)
        except FileNotFoundError as error:
            raise DataError("data-not-found", path=path) from error
        except PermissionError as error:
            raise DataError("data-permission", path=path) from error
        except OSError as error:
            raise DataError("picture-unreadable", detail=str(error), path=path) from error

    def thumbnail(self, entry: Entry, side: int) -> NDArray[np.uint8]:
        """The middle of an image as (side, side, 3), as the network would see it in color.

        Raises data-not-found, data-permission or picture-unreadable.
        """
        return network_view(self.path_of(entry), side, gray=False)

    def _read(self, block: _Block, kind: type[Value]) -> Value:
        begin = self._blocks + block.offset
        return self._decoded(self._content[begin : begin + block.length], kind)

    def _decoded(self, content: bytes, kind: type[Value]) -> Value:
        try:
            return decoded(content, msgspec.msgpack.Decoder(resolved(kind)))
        except msgspec.DecodeError as error:
            raise DataError("catalogue-unreadable", detail=str(error), path=self._path) from error


def open_catalog(path: Path) -> Catalog:
    """The catalog in a file; of it only the header is read. Raises catalogue-unreadable."""
    try:
        with reading(path) as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise DataError("catalogue-unreadable", detail=str(error), path=path) from error
    try:
        return Catalog(path, content)
    except SqueezeError:
        content.close()
        raise


def write_catalog(contents: Contents, folder: Path) -> Path:
    """Write a catalog into `folder`, under a name that no other content has; the oldest there go.

    Raises disk-full or write-permission.
    """
    writer = _Blocks()
    pages = tuple(
        tuple(writer.added(entries[start : start + PAGE]) for start in range(0, len(entries), PAGE))
        for _, entries in contents.groups
    )
    header = _Header(
        folder=os.fsencode(contents.folder),
        groups=tuple(group for group, _ in contents.groups),
        pages=pages,
        findings=tuple(msgspec.structs.replace(finding, paths=()) for finding in contents.findings),
        paths=tuple(writer.added(finding.paths) for finding in contents.findings),
    )
    head = msgspec.msgpack.encode(header)
    content = b"".join((_MAGIC, _LENGTH.pack(len(head)), head, *writer.blocks))
    path = folder / f"{hashlib.blake2b(content, digest_size=12).hexdigest()}.catalog"
    make_folder(folder)
    if path.exists():
        path.touch()
    else:
        write_whole(path, content)
        remove_oldest(folder, _FILES_KEPT)
    return path


class _Blocks:
    """Blocks one after another."""

    def __init__(self) -> None:
        self.blocks: list[bytes] = []
        self._length = 0

    def added(self, value: Any) -> _Block:
        content = msgspec.msgpack.encode(value)
        block = _Block(self._length, len(content))
        self.blocks.append(content)
        self._length += len(content)
        return block
