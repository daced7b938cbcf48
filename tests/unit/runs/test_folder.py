"""A run folder keeps other processes out and leaves nothing behind that was not wanted."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import SqueezeError
from core.runs.folder import RunFolder, sha256
from core.runs.record import new_record, write_record
from core.settings import RunSettings

ROOT = Path(__file__).parents[3]
HOLDER = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from core.runs.folder import RunFolder\n"
    "with RunFolder(Path(sys.argv[1])).locked():\n"
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
        with pytest.raises(SqueezeError) as caught, folder.locked():
            pass
    finally:
        end(process)
    assert caught.value.code == "run-in-use"
    assert str(process.pid) in caught.value.detail


def test_a_killed_process_holds_nothing(folder: RunFolder) -> None:
    end(held_by_another(folder))
    with folder.locked():
        assert folder.path.is_dir()


def test_a_folder_is_held_once_within_a_process_too(folder: RunFolder) -> None:
    with folder.locked():
        with pytest.raises(SqueezeError) as caught, folder.locked():
            pass
        assert caught.value.code == "run-in-use"


def test_a_folder_made_for_nothing_goes_again(folder: RunFolder) -> None:
    with pytest.raises(ZeroDivisionError), folder.locked():
        raise ZeroDivisionError
    assert not folder.path.exists()


def test_a_folder_that_was_there_stays_as_it_was(folder: RunFolder) -> None:
    folder.path.mkdir()
    with pytest.raises(ZeroDivisionError), folder.locked():
        raise ZeroDivisionError
    assert list(folder.path.iterdir()) == []


def refusal(folder: RunFolder) -> str:
    """Why a folder is not held; it is as it was."""
    before = tree(folder.path.parent)
    with pytest.raises(SqueezeError) as caught, folder.locked():
        pass
    assert tree(folder.path.parent) == before
    return caught.value.code


def tree(folder: Path) -> dict[Path, bytes | str | None]:
    """Everything in a folder: files with their bytes, links with where they lead."""
    return {
        path: str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize(
    "name", ["notes.txt", ".hidden", "logs/mine.log", "cache/mine", ".run-1.json", "float.keras"]
)
def test_a_folder_with_other_things_in_it_is_not_touched(name: str, folder: RunFolder) -> None:
    (folder.path / name).parent.mkdir(parents=True)
    (folder.path / name).write_text("mine")
    assert refusal(folder) == "not-empty"


@pytest.mark.parametrize("content", ["", "{}", "mine", "[1]", '{"format": 1, "settings": {}}'])
def test_another_programs_record_makes_no_run(content: str, folder: RunFolder) -> None:
    folder.path.mkdir()
    folder.record.write_text(content)
    assert refusal(folder) == "run-record-damaged"


def test_a_folder_of_another_version_is_not_touched(folder: RunFolder) -> None:
    folder.path.mkdir()
    folder.record.write_text('{"format": 7, "settings": {}}')
    assert refusal(folder) == "run-other-version"


def test_what_is_no_folder_is_not_touched(folder: RunFolder, tmp_path: Path) -> None:
    folder.path.write_text("mine")
    assert refusal(folder) == "not-a-folder"
    folder.path.unlink()
    folder.path.symlink_to(tmp_path / "nowhere")
    assert refusal(folder) == "not-a-folder"


def test_a_folder_may_be_reached_by_a_link(folder: RunFolder, tmp_path: Path) -> None:
    folder.path.mkdir()
    (tmp_path / "link").symlink_to(folder.path)
    with RunFolder(tmp_path / "link").locked():
        RunFolder(tmp_path / "link").write_record(new_record(RunSettings()))
    assert folder.record.is_file()


@pytest.mark.parametrize("left", ["run.lock", ".run-7.tmp.json", "cache"])
def test_what_a_run_left_that_was_killed_at_once_is_no_hindrance(left: str, folder: RunFolder) -> None:
    folder.path.mkdir()
    if left == "cache":
        folder.cache.mkdir()
    else:
        (folder.path / left).write_text("4711")
    with folder.locked():
        assert [path.name for path in folder.path.iterdir() if path.name != "cache"] == ["run.lock"]
    assert list(folder.path.iterdir()) == []


@pytest.mark.parametrize("name", ["run.lock", "run.json", "events.jsonl", "report.html", ".labels-3.tmp.txt"])
def test_a_link_in_the_place_of_a_file_of_the_run_is_left_alone(
    name: str, folder: RunFolder, tmp_path: Path
) -> None:
    folder.path.mkdir()
    folder.write_record(new_record(RunSettings()))
    (folder.path / name).unlink(missing_ok=True)
    target = tmp_path / "mine.json"
    write_record(new_record(RunSettings()), target)
    (folder.path / name).symlink_to(target)
    assert refusal(folder) == "not-replaceable"


@pytest.mark.parametrize("name", ["logs", "logs/prune", "checkpoints", "details", "cache"])
def test_a_link_in_the_place_of_a_folder_of_the_run_is_left_alone(
    name: str, folder: RunFolder, tmp_path: Path
) -> None:
    (folder.path / name).parent.mkdir(parents=True)
    folder.write_record(new_record(RunSettings()))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "train-last.npz").write_text("mine")
    (folder.path / name).symlink_to(tmp_path / "elsewhere")
    assert refusal(folder) == "not-a-folder"


def test_only_what_was_half_written_by_the_program_is_cleared_away(folder: RunFolder) -> None:
    (folder.path / "checkpoints").mkdir(parents=True)
    (folder.path / "mine").mkdir()
    folder.write_record(new_record(RunSettings()))
    own = (".summary-5.tmp.json", "checkpoints/.prune-trial2-last-5.tmp.npz", ".huffman-77.tmp.tflite")
    others = (".mine.tmp", ".mine-5.tmp.json", "checkpoints/.mine-5.tmp.npz", "mine/.summary-5.tmp.json")
    for name in (*own, *others):
        (folder.path / name).write_text("half")
    with folder.locked():
        assert not any((folder.path / name).exists() for name in own)
    assert all((folder.path / name).read_text() == "half" for name in others)


def test_a_copy_made_of_hard_links_keeps_its_lock_file(folder: RunFolder, tmp_path: Path) -> None:
    folder.path.mkdir()
    folder.write_record(new_record(RunSettings()))
    (folder.path / "run.lock").write_text("1")
    (tmp_path / "copy").hardlink_to(folder.path / "run.lock")
    with folder.locked():
        pass
    assert (tmp_path / "copy").read_text() == "1"


def test_who_comes_second_leaves_the_lock_of_the_first(folder: RunFolder) -> None:
    with folder.locked():
        for _ in range(2):
            assert refusal(folder) == "run-in-use"
        assert (folder.path / "run.lock").exists()


@pytest.mark.parametrize("change", [shutil.rmtree, lambda path: path.rename(path.with_name("elsewhere"))])
def test_a_run_whose_folder_goes_says_so_and_does_not_bring_it_back(
    change: Callable[[Path], object], folder: RunFolder
) -> None:
    with pytest.raises(SqueezeError) as caught:
        write_after(change, folder)
    assert caught.value.code == "run-moved"
    assert not folder.path.exists()


def write_after(change: Callable[[Path], object], folder: RunFolder) -> None:
    with folder.locked():
        folder.write_record(new_record(RunSettings()))
        change(folder.path)
        folder.write_json(folder.details("train"), {})


def test_another_folder_in_the_place_of_a_run_is_not_touched(folder: RunFolder) -> None:
    def exchange(path: Path) -> None:
        path.rename(path.with_name("elsewhere"))
        path.mkdir()
        (path / "run.lock").write_text("mine")

    with pytest.raises(SqueezeError) as caught:
        write_after(exchange, folder)
    assert caught.value.code == "run-moved"
    assert [path.name for path in folder.path.iterdir()] == ["run.lock"]
    assert (folder.path / "run.lock").read_text() == "mine"


def test_a_folder_with_a_run_stays(folder: RunFolder) -> None:
    with folder.locked():
        folder.write_record(new_record(RunSettings()))
    assert folder.record.exists()


def test_a_folder_that_cannot_be_made_is_an_error_of_the_table(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SqueezeError) as caught, RunFolder(tmp_path / "file" / "run").locked():
        pass
    assert caught.value.code == "not-a-folder"


@pytest.mark.parametrize("content", [None, b"", b'{"format": 1}'])
def test_figures_that_cannot_be_read_are_damaged(folder: RunFolder, content: bytes | None) -> None:
    folder.path.mkdir()
    if content is not None:
        folder.summary.write_bytes(content)
    with pytest.raises(SqueezeError) as caught:
        folder.read_summary()
    assert caught.value.code == "run-damaged"


def test_the_checksum_is_the_standard_one(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    # FIPS 180-2, appendix B.1.
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256(tmp_path / "abc") == expected
