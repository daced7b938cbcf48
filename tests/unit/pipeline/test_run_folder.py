"""A run folder keeps other processes out and leaves nothing behind that was not wanted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import RUN_DAMAGED, RUN_IN_USE, WRITE_PERMISSION, SqueezeError
from core.pipeline.record import new_record
from core.pipeline.run_folder import RunFolder, sha256
from core.settings import RunSettings

ROOT = Path(__file__).parents[3]
HOLDER = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from core.pipeline.run_folder import RunFolder\n"
    "with RunFolder(Path(sys.argv[1])).held():\n"
    "    print('held', flush=True)\n"
    "    time.sleep(600)\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path / "run")


def held_by_another(folder: RunFolder) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder.path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_folder_that_another_process_holds_is_refused(folder: RunFolder) -> None:
    process = held_by_another(folder)
    try:
        with pytest.raises(SqueezeError) as caught, folder.held():
            pass
    finally:
        end(process)
    assert caught.value.kind is RUN_IN_USE
    assert str(process.pid) in caught.value.detail


def test_a_killed_process_holds_nothing(folder: RunFolder) -> None:
    end(held_by_another(folder))
    with folder.held():
        assert folder.path.is_dir()


def test_a_folder_is_held_once_within_a_process_too(folder: RunFolder) -> None:
    with folder.held():
        with pytest.raises(SqueezeError) as caught, folder.held():
            pass
        assert caught.value.kind is RUN_IN_USE


def test_a_folder_made_for_nothing_goes_again(folder: RunFolder) -> None:
    with pytest.raises(ZeroDivisionError), folder.held():
        raise ZeroDivisionError
    assert not folder.path.exists()


def test_a_folder_that_was_there_stays_as_it_was(folder: RunFolder) -> None:
    folder.path.mkdir()
    (folder.path / "notes.txt").write_text("mine")
    with pytest.raises(ZeroDivisionError), folder.held():
        raise ZeroDivisionError
    assert [path.name for path in folder.path.iterdir()] == ["notes.txt"]


def test_a_folder_with_a_run_stays(folder: RunFolder) -> None:
    with folder.held():
        folder.write_record(new_record(RunSettings()))
    assert folder.record.exists()


def test_a_folder_that_cannot_be_made_is_an_error_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SqueezeError) as caught, RunFolder(tmp_path / "file" / "run").held():
        pass
    assert caught.value.kind is WRITE_PERMISSION


@pytest.mark.parametrize("content", [None, b"", b'{"format": 1}'])
def test_figures_that_cannot_be_read_are_damaged(folder: RunFolder, content: bytes | None) -> None:
    folder.path.mkdir()
    if content is not None:
        folder.summary.write_bytes(content)
    with pytest.raises(SqueezeError) as caught:
        folder.read_summary()
    assert caught.value.kind is RUN_DAMAGED


def test_the_checksum_is_the_standard_one(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    # FIPS 180-2, appendix B.1.
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256(tmp_path / "abc") == expected
