"""What a run tells of its board: before training from the settings, afterwards from the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.boards.model_image import image_of_model
from core.boards.profiles import board_block, board_profile
from core.deployment.board_choice import list_boards
from core.errors import SqueezeError
from core.events import BoardFit, Log
from core.requests import BoardsRequest, RunRequest
from core.runs.board_fit import report_fit
from core.runs.folder import RunFolder
from core.runs.pipeline import run
from core.runs.plan import planned
from core.runs.record import RunRecord, StageRecord, new_record
from core.runs.summary import BoardFigures
from core.settings import DataSettings, NetworkSettings, RunSettings, Stage
from core.tflite.tflm import tflm_available
from tests.builders.finished_runs import CLASSES, SETTINGS, finished_run, model_files
from tests.recording import RecordingTask

TOO_LARGE = RunSettings(data=DataSettings(image_size=224), network=NetworkSettings(width=2.0))


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", "esp32-devkit")


def told(
    folder: RunFolder, record: RunRecord, after: Stage | None, labels: tuple[str, ...] = CLASSES
) -> tuple[BoardFigures | None, RecordingTask]:
    task = RecordingTask()
    return report_fit(record, labels, folder, after, task), task


def found(folder: RunFolder, record: RunRecord, after: Stage | None) -> tuple[BoardFigures, BoardFit]:
    figures, task = told(folder, record, after)
    assert figures is not None
    (event,) = task.of(BoardFit)
    return figures, event


@pytest.mark.parametrize("after", [None, "train", "prune"])
def test_before_there_is_a_file_the_settings_tell(folder: RunFolder, after: Stage | None) -> None:
    figures, event = found(folder, new_record(SETTINGS, "esp32-cam"), after)
    assert (figures.profile, figures.basis, figures.measured_on) == ("esp32-cam", "predicted", "")
    assert figures.fits
    assert event.text.startswith("It fits ESP32-CAM (AI-Thinker) (expected from the settings): ")


@pytest.mark.skipif(not tflm_available(), reason="needs TensorFlow Lite Micro")
@pytest.mark.parametrize(("after", "file"), [("quantize", "int8.tflite"), ("huffman", "huffman.tflite")])
def test_a_file_is_measured(folder: RunFolder, after: Stage, file: str) -> None:
    figures, event = found(folder, new_record(SETTINGS, "esp32-cam"), after)
    image = image_of_model(model_files()[after], CLASSES, board_block(board_profile("esp32-cam")))
    assert (figures.basis, figures.measured_on) == ("measured", file)
    assert figures.flash_bytes == -(-len(image) // 4096) * 4096
    assert event.figures["basis"] == "measured"


def test_what_does_not_fit_is_told_with_the_nearest_that_does(folder: RunFolder) -> None:
    figures, event = found(folder, new_record(TOO_LARGE, "esp32-devkit"), None)
    assert not figures.fits
    assert figures.nearest is not None
    assert f"--image-size {figures.nearest.image_size} " in event.text
    assert f"--width {figures.nearest.width:g}." in event.text
    nearest = msgspec.structs.replace(
        SETTINGS,
        data=DataSettings(image_size=figures.nearest.image_size),
        network=NetworkSettings(width=figures.nearest.width),
    )
    assert found(folder, new_record(nearest, "esp32-devkit"), None)[0].fits


def test_a_run_without_a_board_tells_nothing(folder: RunFolder) -> None:
    figures, task = told(folder, new_record(SETTINGS), "huffman")
    assert figures is None
    assert task.events == []


def test_a_model_that_no_image_can_hold_does_not_end_the_run(folder: RunFolder) -> None:
    labels = ("x" * 300, *CLASSES[1:])
    figures, task = told(folder, new_record(SETTINGS, "esp32-cam"), "huffman", labels)
    assert figures is None
    assert [event.level for event in task.of(Log)] == ["warning"]


def test_a_finished_run_is_told_for_another_board_without_being_made_again(folder: RunFolder) -> None:
    record = folder.read_record()
    task = RecordingTask()
    summary = run(RunRequest(folder=str(folder.path), board="esp32s3-eye"), task)
    assert summary.board is not None
    assert summary.board.profile == "esp32s3-eye"
    assert folder.read_summary() == summary
    assert folder.read_record() == msgspec.structs.replace(record, board="esp32s3-eye")
    assert len(task.of(BoardFit)) == 1
    assert run(RunRequest(folder=str(folder.path)), RecordingTask()) == summary


def test_the_board_changes_nothing_of_what_a_stage_does(folder: RunFolder) -> None:
    request: Any = {"folder": str(folder.path), "settings": SETTINGS}
    record = planned(folder, RunRequest(**request, board="esp32-cam"))
    assert record.board == "esp32-cam"
    assert record.is_done("huffman")
    assert planned(folder, RunRequest(**request)).board == "esp32-devkit"


def test_an_unknown_board_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    request = RunRequest(folder=str(tmp_path / "new"), settings=SETTINGS, board="arduino")
    with pytest.raises(SqueezeError) as caught:
        run(request, RecordingTask())
    assert caught.value.code == "board-unknown"
    assert not (tmp_path / "new").exists()


def test_boards_are_listed_with_the_fit_of_a_finished_file(folder: RunFolder) -> None:
    listed = {board.id: board for board in list_boards(BoardsRequest(run=str(folder.path))).boards}
    fits = [board.fit for board in listed.values()]
    assert all(fit is not None and fit.measured_on == "huffman.tflite" for fit in fits)
    assert listed["virtual-esp32"].virtual
    assert not listed["esp32-devkit"].psram_bytes


def test_boards_are_listed_with_the_fit_of_what_a_run_will_be(folder: RunFolder) -> None:
    record = new_record(TOO_LARGE).with_stage("huffman", StageRecord())
    folder.write_record(record)
    listed = {board.id: board.fit for board in list_boards(BoardsRequest(run=str(folder.path))).boards}
    devkit, octal = listed["esp32-devkit"], listed["esp32s3-devkitc-octal"]
    assert devkit is not None
    assert octal is not None
    assert (devkit.basis, devkit.fits, octal.fits) == ("predicted", False, True)


def test_without_a_run_boards_are_listed_as_they_are() -> None:
    listed = list_boards(BoardsRequest())
    assert all(board.fit is None for board in listed.boards)
    assert listed.boards[0].id == "virtual-esp32"
