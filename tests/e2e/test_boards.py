"""Boards as a person meets them at the command line: a virtual one in one terminal, the rest in another."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.boards.profiles import board_profiles
from tests.builders.finished_runs import CLASSES, finished_run
from tests.builders.images import write_classes
from tests.e2e.squeeze import squeeze, started

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and pseudo terminals")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished_run(tmp_path_factory.mktemp("runs") / "pets").path


@contextlib.contextmanager
def virtual_board(*options: str | Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A virtual board in a process of its own; its address."""
    with started("virtual-board", "--json", *options) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["address"], process


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with virtual_board() as (address, _):
        yield address


@pytest.fixture(scope="module")
def flashed(address: str, run: Path) -> dict[str, object]:
    """What the command line says of the first flash of the board at `address`, as JSON."""
    said = squeeze("flash", run, "--port", address, "--json")
    assert said.returncode == 0, said.stderr
    result: dict[str, object] = json.loads(said.stdout)
    return result


def test_a_run_is_flashed_and_agrees(flashed: dict[str, object], run: Path) -> None:
    assert flashed["virtual"]
    assert flashed["written"] == ["partition table", "model"]
    board = json.loads((run / "summary.json").read_bytes())["board"]
    assert (board["agreement"], board["virtual"], board["fits"]) == ("10/10", True, True)
    assert (run / "model.img").stat().st_size > board["arena_bytes"] / 10


@pytest.mark.usefixtures("flashed")
def test_the_next_flash_writes_the_model_and_says_so(address: str, run: Path) -> None:
    said = squeeze("flash", run, "--port", address)
    assert said.returncode == 0, said.stderr
    assert "written (model)" in said.stdout
    assert said.stdout.endswith("virtual board agrees 10/10\n")
    assert "It fits Virtual ESP32 (measured with huffman.tflite)" in said.stderr


@pytest.mark.usefixtures("flashed")
def test_images_are_watched_for_people_and_for_scripts(address: str, tmp_path: Path) -> None:
    write_classes(tmp_path / "pets", {"cat": 1, "dog": 1})
    words = ("watch", "--port", address, "--pictures", tmp_path / "pets")
    text = squeeze(*words)
    assert text.returncode == 0, text.stderr
    assert text.stdout.count(" ms)\n") == 2
    assert "virtual-esp32 (virtual): 2 images classified." in text.stderr
    lines = [json.loads(line) for line in squeeze(*words, "--json").stdout.splitlines()]
    assert [Path(line["picture"]).parent.name for line in lines] == ["cat", "dog"]
    assert {name for name, _ in lines[0]["answers"]} == set(CLASSES)


@POSIX
def test_the_real_esptool_knows_the_board_as_the_board_says() -> None:
    with started("virtual-board", "--pty") as process:
        assert process.stdout is not None
        hint = next(line for line in process.stdout if line.strip().startswith("esptool "))
        words = [sys.executable, "-m", *hint.split()]
        said = subprocess.run(words, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout
    assert "Detected flash size: 4MB" in said.stdout


@POSIX
def test_ctrl_c_ends_a_virtual_board_and_its_flash_stays_in_the_file(run: Path, tmp_path: Path) -> None:
    options = ("--pty", "--flash", tmp_path / "flash.bin")
    with virtual_board(*options) as (address, process):
        assert "10/10" in squeeze("flash", run, "--port", address).stdout
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 130
    with virtual_board(*options) as (address, _):
        assert "written (model)" in squeeze("flash", run, "--port", address).stdout


@POSIX
def test_a_watched_camera_is_watched_until_ctrl_c(run: Path, tmp_path: Path) -> None:
    write_classes(tmp_path / "pets", {"cat": 1, "dog": 1})
    with virtual_board("--camera", tmp_path / "pets") as (address, _):
        assert squeeze("flash", run, "--port", address).returncode == 0
        with started("watch", "--port", address, "--camera") as watching:
            assert watching.stdout is not None
            assert watching.stdout.readline().startswith("camera 1: ")
            watching.send_signal(signal.SIGINT)
            assert watching.wait(5) == 130


@POSIX
def test_a_flash_that_is_stopped_can_be_done_again(address: str, run: Path) -> None:
    with started("flash", run, "--port", address, "--everything") as flashing:
        assert flashing.stderr is not None
        assert any("Writing model" in line for line in flashing.stderr)
        flashing.send_signal(signal.SIGINT)
        assert flashing.wait(5) == 130
    assert "10/10" in squeeze("flash", run, "--port", address).stdout


def test_a_board_that_never_answers_is_told_with_what_to_do(run: Path) -> None:
    with virtual_board("--fault", "silent") as (address, _):
        said = squeeze("flash", run, "--port", address)
    assert said.returncode == 1
    assert "error [board-no-data]" in said.stderr
    assert "cable" in said.stderr


def test_boards_are_listed_with_a_runs_fit(run: Path) -> None:
    listed = json.loads(squeeze("boards", "--run", run, "--json").stdout)
    assert [board["id"] for board in listed["boards"]] == [profile.id for profile in board_profiles()]
    assert all(board["fit"]["measured_on"] == "huffman.tflite" for board in listed["boards"])
    text = squeeze("boards").stdout
    assert all(profile.name in text for profile in board_profiles())


def test_none_of_it_costs_tensorflow(run: Path) -> None:
    code = (
        "import sys\n"
        "from core.jobs import perform\n"
        "from core.requests import BoardsRequest, ExportRequest, FlashRequest\n"
        "from core.task import Task\n"
        "run, out = sys.argv[1:]\n"
        "perform(BoardsRequest(run=run), Task())\n"
        "perform(FlashRequest(run=run, port='virtual'), Task())\n"
        "perform(ExportRequest(run=run, form='zip', output=out), Task())\n"
        "print(sorted({'tensorflow', 'tf_keras'} & set(sys.modules)))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, run, run.parent / "out.zip"], capture_output=True, text=True, check=False
    )
    assert said.stdout == "[]\n", said.stderr
