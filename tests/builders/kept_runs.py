"""Runs that are really made, and kept for as long as the engine is the same: suites share them.

They are in pytest's cache folder. To be read only: a run that something has changed is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import json
import platform
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from core.errors import RunError
from core.paths import resources_folder
from core.runs.lock import locked

ROOT = Path(__file__).parents[2]
_LIBRARIES = ("tensorflow", "tf_keras", "tensorflow-model-optimization", "ai-edge-litert", "numpy", "pillow")
_HOUR = 3600
_PATIENCE = 240.0
_LOCK = "run.lock"


def kept_run(name: str, config: pytest.Config, make: Callable[[Path], None], *makers: str | Path) -> Path:
    """The folder that `make` filled when it was last called with this engine.

    `makers` are what beside the engine decides what comes of it: files of the tests, and words.
    """
    assert config.cache is not None
    home = config.cache.mkdir("runs")
    key = _key(makers)
    index = home / f"{name}-{key}.json"
    with _alone(home / f"{name}.lock"):
        found = _found(index)
        if found is not None:
            return found
        _forget_old(home, name)
        folder = home / f"{name}-{key}-{time.time_ns()}"
        folder.mkdir()
        make(folder)
        # Whoever ends while this is written leaves no index of half a folder.
        written = folder.with_suffix(".json")
        written.write_text(json.dumps({"folder": folder.name, "digest": _digest(folder)}), encoding="utf-8")
        written.replace(index)
        return folder


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Of suites that want the same run at once, one makes it and the others wait for it."""
    limit = time.monotonic() + _PATIENCE
    with contextlib.ExitStack() as held:
        while True:
            try:
                held.enter_context(locked(lock))
                break
            except RunError:
                if time.monotonic() > limit:
                    raise
                time.sleep(0.2)
        yield


def _found(index: Path) -> Path | None:
    """The folder that an index names, if it is as it was made."""
    try:
        kept = json.loads(index.read_text(encoding="utf-8"))
        folder = index.parent / kept["folder"]
        return folder if _digest(folder) == kept["digest"] else None
    except (OSError, ValueError, KeyError):
        return None


def _forget_old(home: Path, name: str) -> None:
    """Remove what other engines made, unless a suite may be looking at it right now."""
    for old in home.glob(f"{name}-*"):
        if time.time() - old.stat().st_mtime > _HOUR:
            if old.is_dir():
                shutil.rmtree(old)
            else:
                old.unlink()


def _key(makers: Iterable[str | Path]) -> str:
    """What is another one wherever a run might come out otherwise."""
    digest = hashlib.sha256()
    versions = [importlib.metadata.version(library) for library in _LIBRARIES]
    words = [
        *versions,
        platform.python_version(),
        *platform.uname(),
        *(w for w in makers if isinstance(w, str)),
    ]
    digest.update("\n".join(words).encode())
    files = [*(ROOT / "core").rglob("*.py"), *(resources_folder() / "start").iterdir()]
    files += [maker for maker in makers if isinstance(maker, Path)]
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _digest(folder: Path) -> str:
    """Of names and contents; the lock of a run says who held it last."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _LOCK:
            digest.update(str(path.relative_to(folder)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
