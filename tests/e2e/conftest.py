"""One small run, made once by the command line, that many tests look at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders.fires import few_fires_everywhere
from tests.builders.forked_workers import forked_workers
from tests.builders.scenes_run import FinishedRun, scenes_run


@pytest.fixture(scope="session", autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Logs and unpacked archives of the tests go to a folder of theirs."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session", autouse=True)
def workers() -> Iterator[None]:
    """Workers of commands that are called have TensorFlow from the start; programs start their own."""
    with forked_workers():
        yield


@pytest.fixture(scope="module")
def few_fires() -> Iterator[None]:
    """For modules that work on the finished run: networks have as few Fire modules as its own."""
    with few_fires_everywhere():
        yield


@pytest.fixture(scope="session")
def finished(pytestconfig: pytest.Config) -> FinishedRun:
    """Not to be changed: `copied` is."""
    return scenes_run(pytestconfig)


@pytest.fixture
def copied(finished: FinishedRun, tmp_path: Path) -> Path:
    """The finished run, to be changed."""
    return Path(shutil.copytree(finished.folder, tmp_path / "run"))
