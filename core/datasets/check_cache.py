"""What was found out about images, kept so that unchanged ones need not be read and compared again.

A file counts as unchanged while its length and its time of change are those that it had. One that was changed
in the last moments before it was looked at is not remembered: it could change again within the same tick of
the file system's clock.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Container, Iterable
from pathlib import Path

import msgspec

from core.datasets.images import Problem
from core.errors import SqueezeError
from core.files import content_of, finished_name, is_regular, make_folder, write_whole
from core.reading import decoded, resolved

_FORMAT = 2
"""To be counted up when a check comes to other results."""
_FOLDER = "checked"
_FILES_KEPT = 20
_DIGEST_BYTES = 12
_OWN = re.compile(rf"[0-9a-f]{{{2 * _DIGEST_BYTES}}}\.[a-z]+")
_CLASSES_KEPT = 4000
_UNSETTLED_NANOSECONDS = 2_000_000_000


class FileState(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """By which a changed file is told from an unchanged one: bytes, and nanoseconds since 1970."""

    size: int
    changed: int


class CheckResult(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What reading a file came to: digest of its bytes, width, height, what is wrong with it, thumbnail."""

    digest: bytes
    width: int = 0
    height: int = 0
    problem: Problem | None = None
    detail: str = ""
    thumbnail: bytes = b""


class _Remembered(msgspec.Struct, frozen=True, array_like=True, gc=False):
    state: FileState
    verdict: CheckResult


Groups = list[list[bytes]]
"""Of images that belong together, by their digests."""


class _Content(msgspec.Struct, frozen=True):
    """`near` has the groups of near copies among the images whose digests are hashed to its keys."""

    format: int
    verdicts: dict[str, _Remembered]
    near: dict[bytes, Groups]


def file_state(path: Path) -> FileState | None:
    """The state of a file, or None when it cannot be told."""
    try:
        status = path.stat()
    except OSError:
        return None
    return FileState(status.st_size, status.st_mtime_ns)


class Memory:
    """What is known of the images below one folder; it changes while they are checked."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        content = None if path is None else _read(path)
        self._verdicts = {} if content is None else content.verdicts
        self._near = {} if content is None else content.near
        self._learned = False
        self._settled = time.time_ns() - _UNSETTLED_NANOSECONDS

    @classmethod
    def of(cls, folder: Path, cache_folder: Path) -> Memory:
        """The memory of a folder's images, empty where there is none that can be read."""
        identity = hashlib.blake2b(os.fsencode(folder.resolve()), digest_size=_DIGEST_BYTES).hexdigest()
        return cls(cache_folder / _FOLDER / f"{identity}.msgpack")

    def recall(self, name: str, state: FileState | None) -> CheckResult | None:
        """What is known of a file in this state, or None."""
        remembered = self._verdicts.get(name)
        return remembered.verdict if remembered is not None and remembered.state == state else None

    def learn(self, name: str, state: FileState | None, verdict: CheckResult) -> None:
        """Take note of what a file in this state came to."""
        if state is not None and state.changed < self._settled:
            self._verdicts[name] = _Remembered(state, verdict)
            self._learned = True

    def recall_near(self, digests: Iterable[bytes]) -> Groups | None:
        """The groups of near copies among the images with these digests, in this order, or None."""
        key = _key(digests)
        if (groups := self._near.pop(key, None)) is not None:
            # The last are those that are kept longest.
            self._near[key] = groups
        return groups

    def learn_near(self, digests: Iterable[bytes], groups: Groups) -> None:
        """Take note of the groups of near copies among the images with these digests."""
        self._near[_key(digests)] = groups
        self._learned = True

    def keep(self, names: Container[str]) -> None:
        """Write down what is known of the files with these names, if there is anything new.

        Where nothing can be written, nothing is lost but time.
        """
        if self._path is None or not self._learned:
            return
        kept = {name: verdict for name, verdict in self._verdicts.items() if name in names}
        near = dict(list(self._near.items())[-_CLASSES_KEPT:])
        with contextlib.suppress(SqueezeError, OSError):
            make_folder(self._path.parent)
            write_whole(self._path, msgspec.msgpack.encode(_Content(_FORMAT, kept, near)))
            remove_oldest(self._path.parent, _FILES_KEPT)
        self._learned = False


def remove_oldest(folder: Path, kept: int) -> None:
    """Of the files that a digest names, remove all but the `kept` written last. Raises `OSError`."""
    own = [path for path in folder.iterdir() if _OWN.fullmatch(finished_name(path.name)) and is_regular(path)]
    for path in sorted(own, key=lambda path: path.stat().st_mtime_ns, reverse=True)[kept:]:
        path.unlink(missing_ok=True)


def _key(digests: Iterable[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(digests), digest_size=16).digest()


def _read(path: Path) -> _Content | None:
    try:
        content = decoded(content_of(path), msgspec.msgpack.Decoder(resolved(_Content)))
    except (OSError, msgspec.DecodeError):
        return None
    return content if content.format == _FORMAT else None
