"""The program's own flasher, end to end on the virtual board."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.boards.board_block import Chip
from core.boards.flasher import process
from core.boards.flasher.jobs import BackupJob, EraseJob, RestoreJob, plan_for_board, plan_for_virtual_board
from core.boards.flasher.process import do_in_child, identify
from core.boards.link.codes import DeviceCode
from core.boards.port_opening import open_port
from core.boards.virtual.serving import RunningBoard, running_board
from core.errors import Cancelled, SqueezeError
from core.events import FlashBegun, FlashPartProgress, Log, Progress, Status
from core.task import Task
from tests.builders.bundles import small_bundle
from tests.builders.images import write_classes
from tests.builders.virtual_boards import (
    ESP32,
    ESP32_S3,
    LABELS,
    MODEL_AT,
    board_image,
    board_settings,
    coded_model,
    images,
    scores_on_this_computer,
)
from tests.device.conftest import TERMINALS
from tests.device.flashing_boards import flashed, hello_of, link_to, plan
from tests.recording import RecordingTask

OTHER_IMAGE = board_image(coded_model(24))


@pytest.fixture
def board() -> Iterator[RunningBoard]:
    with running_board(board_settings(terminal=TERMINALS)) as running:
        yield running


def failure(board: RunningBoard) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        do_in_child(plan(board), Task())
    return caught.value


@pytest.mark.parametrize("terminal", [False, True], ids=["tcp", "terminal"])
def test_the_first_flash_writes_everything_and_later_ones_the_model(terminal: bool) -> None:
    if terminal and not TERMINALS:
        pytest.skip("this system has no pseudo terminals")
    with running_board(board_settings(terminal=terminal)) as board:
        first = flashed(board)
        assert first.written == ("partition table", "model")
        assert (first.chip, first.flash_bytes, first.mac) == (Chip.ESP32, 4 << 20, "02:51:53:00:00:01")
        assert hello_of(board).model_sha256 == board_image()[16:48]
        assert flashed(board, OTHER_IMAGE).written == ("model",)
        assert hello_of(board).model_sha256 == OTHER_IMAGE[16:48]


def test_a_flashed_board_predicts_what_the_file_does(board: RunningBoard) -> None:
    flashed(board)
    shown = images(10)
    with link_to(board) as link:
        assert link.labels() == LABELS
        predictions = [link.predict(image) for image in shown]
    assert [one.scores for one in predictions] == scores_on_this_computer(coded_model(), shown)
    for one in predictions:
        assert one.scores[one.top[0]] == max(one.scores)


def test_a_board_goes_on_when_the_run_it_came_from_is_deleted(board: RunningBoard, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "model.img").write_bytes(board_image())
    flashed(board, (folder / "model.img").read_bytes())
    shutil.rmtree(folder)
    with link_to(board) as link:
        assert link.connect().status == DeviceCode.READY
        assert len(link.predict(images(1)[0]).scores) == len(LABELS)


def test_a_board_refuses_its_model_when_one_byte_is_changed(board: RunningBoard) -> None:
    flashed(board)
    at = MODEL_AT + len(board_image()) - 300
    while not board.flash.read(at, 1)[0]:
        at += 1
    board.flash.program(at, b"\0")
    # Whoever resets it finds out: it looks when it boots.
    identify(board.address, Task())
    with link_to(board) as link:
        assert link.connect().status == DeviceCode.MODEL_DAMAGED
        with pytest.raises(SqueezeError, match="its model is damaged"):
            link.predict(images(1)[0])


def test_a_board_keeps_its_flash_in_a_file(tmp_path: Path) -> None:
    settings = board_settings(terminal=TERMINALS, flash_file=str(tmp_path / "flash.bin"))
    with running_board(settings) as board:
        flashed(board)
    with running_board(settings) as board:
        assert hello_of(board).status == DeviceCode.READY


def test_a_camera_shows_a_folder_and_the_board_says_what_it_sees(tmp_path: Path) -> None:
    write_classes(tmp_path, {"cat": 2, "dog": 1})
    with running_board(board_settings(terminal=TERMINALS, camera=str(tmp_path))) as board:
        flashed(board)
        with link_to(board) as link:
            assert link.connect().has_camera
            shots = [shot for _, shot in zip(range(2), link.watch(), strict=False)]
    for shot in shots:
        assert shot.jpeg
        assert shot.jpeg.startswith(b"\xff\xd8")
        assert len(shot.prediction.scores) == len(LABELS)


def test_progress_is_in_bytes_with_time_left_and_ends_with_all_of_them(board: RunningBoard) -> None:
    image = board_image() + os.urandom(60_000)
    task = RecordingTask()
    result = flashed(board, image, task)
    progress = task.of(Progress)
    done = [event.done for event in progress]
    assert done == sorted(done)
    assert done[-1] == progress[-1].total == result.written_bytes == len(image) + 0xC00
    assert progress[-1].unit == "bytes"
    assert progress[-1].seconds_left == 0
    texts = [event.text for event in task.of(Status)]
    assert "Writing model" in texts
    assert any("Hash of data verified" in event.text for event in task.of(Log))


def test_each_part_is_announced_and_followed_to_its_end(board: RunningBoard) -> None:
    task = RecordingTask()
    flashed(board, board_image() + os.urandom(60_000), task)
    (begun,) = task.of(FlashBegun)
    table, model = begun.parts
    assert (table.name, table.offset, table.bytes) == ("partition table", 0x8000, 0xC00)
    assert (model.name, model.offset, model.bytes) == ("model", MODEL_AT, len(board_image()) + 60_000)
    for part in begun.parts:
        followed = [event for event in task.of(FlashPartProgress) if event.name == part.name]
        done = [event.done for event in followed]
        assert (done[0], done[-1]) == (0, part.bytes)
        assert done == sorted(done)
        assert {event.total for event in followed} == {part.bytes}


def test_an_update_of_100_kb_costs_less_than_three_seconds_of_our_own(board: RunningBoard) -> None:
    """The virtual line takes no time: all of it is ours, esptool's start and the board's check included."""
    flashed(board)
    # What is updated is a board that runs: until it answers it may have any firmware.
    assert hello_of(board).model_sha256 == board_image()[16:48]
    image = board_image() + os.urandom(100_000)
    started = time.monotonic()
    result = flashed(board, image)
    seconds = time.monotonic() - started
    assert result.written == ("model",)
    assert result.written_bytes > 100_000
    assert seconds < 3


def test_firmware_is_written_with_the_first_model_only(board: RunningBoard) -> None:
    bundle = small_bundle()
    first = do_in_child(plan_for_board(board.address, board_image(), bundle), Task())
    assert first.written == ("bootloader", "partition table", "application", "model")
    assert board.flash.read(0x1000, 11) == b"boot loader"
    assert do_in_child(plan_for_board(board.address, OTHER_IMAGE, bundle), Task()).written == ("model",)
    again = plan_for_board(board.address, board_image(), bundle, everything=True)
    assert do_in_child(again, Task()).written == first.written


def test_a_board_with_another_layout_gets_everything(board: RunningBoard) -> None:
    flashed(board)
    smaller = plan_for_virtual_board(board.address, OTHER_IMAGE, Chip.ESP32, 2 << 20)
    assert do_in_child(smaller, Task()).written == ("partition table", "model")


def test_another_chip_is_refused_before_anything_is_written() -> None:
    with running_board(board_settings(ESP32_S3, terminal=TERMINALS)) as board:
        error = failure(board)
        assert error.code == "board-wrong-chip"
        assert "ESP32-S3" in error.happened
        assert board.flash.read(0, board.flash.size) == b"\xff" * board.flash.size


def test_too_small_a_flash_is_refused_before_anything_is_written(board: RunningBoard) -> None:
    job = plan_for_virtual_board(board.address, board_image(), Chip.ESP32, 8 << 20)
    with pytest.raises(SqueezeError) as caught:
        do_in_child(job, Task())
    assert caught.value.code == "flash-too-small"
    assert "8 MB" in caught.value.happened
    assert board.flash.read(0, board.flash.size) == b"\xff" * board.flash.size


def test_a_board_is_identified(board: RunningBoard) -> None:
    found = identify(board.address, Task())
    assert (found.chip, found.chip_text) == (Chip.ESP32, "ESP32-D0WD-V3 (revision v3.1)")
    assert found.written == ()


def test_a_whole_flash_is_copied_erased_and_put_back(board: RunningBoard, tmp_path: Path) -> None:
    flashed(board)
    before = board.flash.read(0, board.flash.size)
    task = RecordingTask()
    do_in_child(BackupJob(port=board.address, path=str(tmp_path / "copy.bin")), task)
    assert (tmp_path / "copy.bin").read_bytes() == before
    assert task.of(Progress)[-1].done == board.flash.size
    do_in_child(EraseJob(port=board.address), Task())
    assert board.flash.read(0, board.flash.size) == b"\xff" * board.flash.size
    do_in_child(RestoreJob(port=board.address, path=str(tmp_path / "copy.bin")), Task())
    assert board.flash.read(0, board.flash.size) == before
    assert hello_of(board).status == DeviceCode.READY


def test_what_is_no_backup_of_this_board_is_refused(board: RunningBoard, tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"short")
    for name in ("other.bin", "nowhere.bin"):
        with pytest.raises(SqueezeError) as caught:
            do_in_child(RestoreJob(port=board.address, path=str(tmp_path / name)), Task())
        assert caught.value.code == "backup-unusable"


@pytest.mark.parametrize("words", ["Asking", "Connecting", "Preparing", "Writing model", "Starting"])
def test_stopping_at_any_moment_is_quick_and_leaves_a_board_that_can_be_flashed(
    board: RunningBoard, words: str
) -> None:
    task = RecordingTask(lambda event: isinstance(event, Status) and event.text.startswith(words))
    with pytest.raises(Cancelled):
        flashed(board, board_image() + os.urandom(200_000), task)
    stopped = next(event.time for event in task.of(Status) if event.text.startswith(words))
    assert time.time() - stopped < 2
    assert flashed(board).written[-1] == "model"
    assert hello_of(board).status == DeviceCode.READY


@pytest.mark.skipif(not TERMINALS, reason="pseudo terminals")
def test_a_port_that_another_program_uses_is_busy(board: RunningBoard) -> None:
    other = open_port(board.address, 115200)
    try:
        assert failure(board).code == "port-busy"
    finally:
        other.close()
    assert flashed(board).written


def test_a_port_that_is_not_there_is_not_found() -> None:
    with pytest.raises(SqueezeError) as caught:
        identify("/dev/no-such-port", Task())
    assert caught.value.code == "port-not-found"


def test_a_flasher_that_ends_without_a_word_is_a_failure(
    board: RunningBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "import sys; print('out of luck', file=sys.stderr); sys.exit(3)"
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", code))
    error = failure(board)
    assert (error.code, error.detail) == ("flashing-failed", "out of luck")


def test_a_flasher_that_hangs_is_ended(board: RunningBoard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)"))
    monkeypatch.setattr(process, "SILENCE_SECONDS", 0.3)
    assert failure(board).code == "flashing-failed"


def test_configuration_that_lies_about_is_not_read(
    board: RunningBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esptool would take its reset sequence from a file in the current folder."""
    (tmp_path / "esptool.cfg").write_text("[esptool]\ncustom_reset_sequence = nonsense\n")
    monkeypatch.chdir(tmp_path)
    assert flashed(board).written


def test_the_virtual_board_says_what_it_is(board: RunningBoard) -> None:
    flashed(board)
    hello = hello_of(board)
    assert hello.is_virtual
    assert hello.profile == ESP32
    assert hello.firmware.startswith("virtual")
