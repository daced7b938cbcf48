"""What a person sees of a fault of the program, and what their computer keeps of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.errors import EXIT_FAILED

ROOT = Path(__file__).parents[2]
_LOG = "squeeze-studio/log/window.log"


@dataclass(frozen=True)
class Ended:
    """How the program ended, and what a person saw until then."""

    code: int
    seen: dict[str, object]
    log: str
    said: str


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of an account that has just been made."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def ended(account: Path, kind: str) -> Ended:
    program = subprocess.run(
        [sys.executable, "-P", "-m", "tests.ui.failing_program", kind],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    log = account / "XDG_STATE_HOME" / _LOG
    seen = json.loads(program.stdout.splitlines()[-1])
    return Ended(program.returncode, seen, log.read_text() if log.is_file() else "", program.stderr)


@pytest.mark.parametrize("kind", ["window", "layout", "session"])
def test_a_start_that_fails_is_told_and_leaves_no_blank_window(account: Path, kind: str) -> None:
    program = ended(account, kind)
    assert program.code == EXIT_FAILED, program.said
    assert program.seen["dialogs"] == 1
    assert program.seen["windows"] == 0
    texts = program.seen["texts"]
    assert isinstance(texts, list)
    assert texts[0] == "Squeeze Studio could not start."
    assert str(account / "XDG_STATE_HOME" / _LOG) in texts[-1]
    error = "disk is full" if kind == "session" else "broken" if kind == "layout" else "no window at all"
    assert error in texts[1]
    for kept in (program.seen["copied"], program.log, program.said):
        assert isinstance(kept, str)
        assert "Traceback" in kept
        assert error in kept


@pytest.mark.parametrize("kind", ["later", "thread"])
def test_a_fault_while_the_program_runs_is_told_once_and_the_window_stays(account: Path, kind: str) -> None:
    program = ended(account, kind)
    assert program.seen["dialogs"] == 1
    assert program.seen["windows"] == 1
    texts = program.seen["texts"]
    assert isinstance(texts, list)
    assert "a fault of the program" in texts[0]
    assert "could not start" not in " ".join(texts)
    assert program.log.count("ZeroDivisionError: a fault of the program") == (3 if kind == "later" else 1)
    assert program.code == EXIT_FAILED


def test_a_program_without_a_fault_ends_well(account: Path) -> None:
    program = ended(account, "nothing")
    assert (program.code, program.seen) == (0, {"dialogs": 0})
    assert "Traceback" not in program.log + program.said
