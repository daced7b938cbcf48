"""Images that are packed, unpacked once into a cache folder: archives, and CIFAR-10's batches."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from core.datasets.archive_entries import CHUNK, Entry, Limits, entries
from core.datasets.cifar import batch_files, find_batches, is_batch, write_images
from core.datasets.folders import is_ignored, is_named_as_image, may_list_labels
from core.datasets.images import HEAD_BYTES, image_format
from core.errors import DataError
from core.files import make_folder, portable_name, retry_while_open, writing
from core.task import Task

CLASS_ARCHIVE = "-samples.zip"
"""How the name of an archive ends that holds the images of one class (Teachable Machine)."""
_UNFINISHED = ".part"
_ABANDONED_SECONDS = 24 * 3600
_SUFFIXES = (".zip", ".tm", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
_CLASHES = (FileExistsError, IsADirectoryError, NotADirectoryError)
_DEFAULT_LIMITS = Limits()


def unpack_images(archive: Path, cache_folder: Path, task: Task, limits: Limits = _DEFAULT_LIMITS) -> Path:
    """The folder, in `cache_folder`, with the archive's folders, images and lists of labels; nothing else.

    An archive that was unpacked before, and has not changed since, is not unpacked again. The folder appears
    whole or not at all. Of CIFAR-10's archive it has the images that are in the batches.

    Raises `SqueezeError`: those of `archive_entries.entries` and `cifar.write_images`, disk-full,
    write-permission; `Cancelled`.
    """
    folder = cache_folder / _cache_name(archive_name(archive), [archive])
    if folder.is_dir():
        return folder
    with _appearing_whole(folder) as unfinished:
        _unpack_all(archive, unfinished, limits, task)
        batches = find_batches(unfinished)
        if batches is not None:
            _unpack_batches(batches, unfinished, task)
            for file in batch_files(batches):
                file.unlink()
    return folder


def unpack_batches(batches: Path, cache_folder: Path, task: Task) -> Path:
    """The folder, in `cache_folder`, with the images of CIFAR-10's batches in a folder, as for an archive.

    Raises `SqueezeError`: those of `cifar.write_images`; `Cancelled`.
    """
    folder = cache_folder / _cache_name(batches.name, batch_files(batches))
    if not folder.is_dir():
        with _appearing_whole(folder) as unfinished:
            _unpack_batches(batches, unfinished, task)
    return folder


def unpack_class_archives(archives: Sequence[Path], cache_folder: Path, task: Task) -> Path:
    """The folder, in `cache_folder`, with a class folder for each archive: 'cat-samples.zip' holds a cat's.

    Raises what `unpack_images` raises.
    """
    folder = cache_folder / _cache_name(archives[0].parent.name, archives)
    if not folder.is_dir():
        with _appearing_whole(folder) as unfinished:
            for archive in archives:
                name = portable_name(archive.name[: -len(CLASS_ARCHIVE)])
                _unpack_all(archive, unfinished / name, _DEFAULT_LIMITS, task)
    return folder


def archive_name(path: Path) -> str:
    """The file's name without the endings that say how it is packed."""
    name = path.name
    while name.lower().endswith(_SUFFIXES):
        name = name.rpartition(".")[0]
    return name or path.name


def _unpack_batches(batches: Path, target: Path, task: Task) -> None:
    task.status("Unpacking the images of CIFAR-10")
    write_images(batches, target, task)


def _cache_name(name: str, packed: Iterable[Path]) -> str:
    """A folder name for these files as they are now. Raises data-not-found, data-permission."""
    # Folders that an earlier version unpacked lack the lists of labels.
    digest = hashlib.blake2b(digest_size=8, person=b"labels")
    for path in packed:
        try:
            status = path.stat()
        except PermissionError as error:
            raise DataError("data-permission", path=path) from error
        except OSError as error:
            raise DataError("data-not-found", path=path) from error
        digest.update(os.fsencode(path.resolve()))
        digest.update(f"\n{status.st_size}\n{status.st_mtime_ns}\n".encode())
    return f"{name[:40]}-{digest.hexdigest()}"


@contextmanager
def _appearing_whole(folder: Path) -> Iterator[Path]:
    """A new folder beside `folder`, which takes its name at the end, or goes when anything is raised."""
    make_folder(folder.parent)
    with writing(folder.parent):
        _remove_abandoned(folder)
        unfinished = Path(tempfile.mkdtemp(_UNFINISHED, f"{folder.name}-", folder.parent))
    try:
        yield unfinished
        with writing(folder):
            try:
                retry_while_open(lambda: unfinished.rename(folder))
            except OSError:
                # Another process has unpacked the same archive meanwhile.
                if not folder.is_dir():
                    raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _remove_abandoned(folder: Path) -> None:
    """Remove what killed processes have left of this archive."""
    for unfinished in folder.parent.glob(f"{folder.name}-*{_UNFINISHED}"):
        if time.time() - unfinished.stat().st_mtime > _ABANDONED_SECONDS:
            shutil.rmtree(unfinished, ignore_errors=True)


def _unpack(entry: Entry, folder: Path, archive: Path, task: Task) -> None:
    target = folder.joinpath(*entry.parts)
    try:
        with writing(folder):
            (target if entry.is_folder else target.parent).mkdir(parents=True, exist_ok=True)
        if entry.is_folder or target == folder:
            return
        head = entry.read(HEAD_BYTES)
        if _is_wanted(target.name, head):
            _write(entry, head, target, task)
    except _CLASHES as error:
        raise DataError("archive-unreadable", detail=str(error), path=archive) from error


def _unpack_all(archive: Path, folder: Path, limits: Limits, task: Task) -> None:
    task.status("Unpacking {name}", name=archive.name)
    meter = task.progress(archive.stat().st_size, "bytes")
    position = 0
    for entry in entries(archive, limits):
        task.check_cancelled()
        meter.advance(entry.position - position)
        position = entry.position
        if not any(is_ignored(part) for part in entry.parts):
            _unpack(entry, folder, archive, task)
    meter.advance(archive.stat().st_size - position)


def _is_wanted(name: str, head: bytes) -> bool:
    is_named = is_named_as_image(name) or is_batch(name) or may_list_labels(name)
    return is_named or image_format(head) is not None


def _write(entry: Entry, head: bytes, target: Path, task: Task) -> None:
    with writing(target), target.open("wb") as file:
        chunk = head
        while chunk:
            task.check_cancelled()
            file.write(chunk)
            chunk = entry.read(CHUNK)
