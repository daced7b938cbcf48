"""Whatever is asked of the program, a person's own files are there afterwards as they were."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.cli import COMMANDS, main
from core.runs.folder import RunFolder
from tests.builders.finished_runs import finished_run
from tests.torture.user_files import CASES, OWN, Case, Folders, write_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session", autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program keeps for itself goes to folders of the tests."""
    patch = pytest.MonkeyPatch()
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run, to be copied."""
    folder = finished_run(tmp_path_factory.mktemp("run") / "run")
    own = ("checkpoints/train-last.npz", "logs/train/events.out.tfevents.9.squeeze-studio", "report.html")
    write_files(folder.path, own)
    return folder.path


@pytest.fixture
def folders(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """The folders, and the output folder as the one that commands are called in."""
    made = Folders.made(tmp_path / "home", run)
    monkeypatch.chdir(made.home / "out")
    return made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_after_any_command_every_file_is_there_with_its_bytes(
    case: Case, folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = folders.watch()
    if case.is_stopped:
        assert stopped(folders.words(case)) == 130
    else:
        code = main([*folders.words(case), "--json"])
        said = capsys.readouterr()
        assert (code == 0) == (case.code == ""), said
        assert told_code(said.out) == case.code
    assert watch.changes() == []


def test_every_command_has_its_cases() -> None:
    assert {case.words[0] for case in CASES} == set(COMMANDS)


def test_a_file_that_goes_changes_or_appears_is_noticed(folders: Folders) -> None:
    watch, home = folders.watch(), folders.home
    assert watch.changes() == []
    (home / "run" / OWN[0]).unlink()
    (home / "data" / "notes.txt").write_text("other")
    (home / "foreign" / "report.html").unlink()
    (home / "foreign" / "report.html").symlink_to(home / "precious" / "report.html")
    (home / "out" / "new").write_text("")
    assert [line.partition(":")[0] for line in watch.changes()] == ["gone", "changed", "changed", "new"]


def test_a_clean_run_has_lost_what_can_be_made_again_and_nothing_else(folders: Folders) -> None:
    folder = RunFolder(folders.home / "run")
    before = {path for path in folder.path.rglob("*") if path.is_file()}
    made = set(folder.own_files())
    assert main(["clean", str(folder.path)]) == 0
    gone = before - set(folder.path.rglob("*"))
    assert {path.name for path in gone} == {
        "train-last.npz",
        "events.out.tfevents.9.squeeze-studio",
        "report.html",
    }
    assert gone <= made


def told_code(said: str) -> str:
    """The code of the error that a command told, or ''."""
    values = [json.loads(line) for line in said.splitlines()]
    errors = [value["error"]["code"] for value in values if isinstance(value, dict) and "error" in value]
    return errors[-1] if errors else ""


def stopped(words: list[str]) -> int:
    """Start a command line, stop it once it has said something, and return its exit code."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "core.cli", *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate()
    return process.returncode
