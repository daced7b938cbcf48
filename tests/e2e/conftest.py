"""One small run, made once by the command line, that many tests look at."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.squeeze import TINY, squeeze


@dataclass(frozen=True)
class FinishedRun:
    """A run folder, the trace of its session, and what the command line said while it was made."""

    folder: Path
    trace: Path
    said: subprocess.CompletedProcess[str]


@pytest.fixture(scope="session", autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Logs and unpacked archives of the tests go to a folder of theirs."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """Not to be changed: `copied` is."""
    folder = tmp_path_factory.mktemp("runs") / "tiny"
    trace = folder.with_name("trace.json")
    said = squeeze("run", *TINY, "--out", folder, "--trace", trace, "--json")
    assert said.returncode == 0, said.stderr
    return FinishedRun(folder, trace, said)


@pytest.fixture
def copied(finished: FinishedRun, tmp_path: Path) -> Path:
    """The finished run, to be changed."""
    return Path(shutil.copytree(finished.folder, tmp_path / "run"))
