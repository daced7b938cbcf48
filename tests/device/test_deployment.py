"""A finished run goes onto the virtual board, and what the board says stands in the run's summary."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.boards import ports, target
from core.boards.board_block import Chip
from core.boards.firmware_bundles import sources
from core.boards.firmware_bundles.building import own_version
from core.boards.firmware_bundles.bundle import bundle_bytes
from core.boards.flasher.jobs import FlashResult
from core.boards.flasher.process import identify
from core.boards.link.messages import OperatorTime
from core.boards.model_image import parse_model_image
from core.boards.partition_table import SECTOR_BYTES, TABLE_OFFSET
from core.boards.ports import SerialPort
from core.boards.target import FoundBoard
from core.boards.virtual.cable import Faults
from core.boards.virtual.program import VirtualDevice
from core.boards.virtual.serving import RunningBoard, running_board
from core.boards.watching import watch
from core.deployment import flashing
from core.deployment.board_results import Flashed
from core.deployment.flashing import flash
from core.errors import Cancelled, SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.events import AgreementSoFar, BoardFit, BoardMet, Finding, Progress, Seen, Status
from core.requests import FlashRequest, PredictRequest
from core.runs.folder import RunFolder
from core.runs.predict import predict
from core.runs.predictors import TflitePredictor
from core.runs.record import StageRecord
from core.runs.summary import BoardFigures
from tests.builders.bundles import small_bundle, write_bundle
from tests.builders.finished_runs import CLASSES, color_files, colored, finished_run, images, model_files
from tests.builders.virtual_boards import ESP32_S3, board_settings
from tests.device.conftest import TERMINALS
from tests.recording import RecordingTask


@pytest.fixture
def board() -> Iterator[RunningBoard]:
    with running_board(board_settings(terminal=TERMINALS)) as running:
        yield running


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run")


def flashed(run: RunFolder, on: RunningBoard, **changes: Any) -> Flashed:
    return flash(FlashRequest(port=on.address, run=str(run.path), **changes), RecordingTask())


def agreement(done: Flashed) -> str:
    assert done.comparison is not None
    return done.comparison.text


def board_figures(run: RunFolder) -> BoardFigures:
    figures = run.read_summary().board
    assert figures is not None
    return figures


def test_the_report_is_written_again_with_the_board_in_it(run: RunFolder, board: RunningBoard) -> None:
    done = flashed(run, board)
    page = run.report.read_text(encoding="utf-8")
    assert agreement(done) in page
    assert "on a virtual board" in page


def refusal(run: RunFolder, on: RunningBoard, **changes: Any) -> str:
    with pytest.raises(SqueezeError) as caught:
        flashed(run, on, **changes)
    return caught.value.code


def test_a_run_is_flashed_and_ten_images_agree(run: RunFolder, board: RunningBoard) -> None:
    first = flashed(run, board)
    assert first.comparison is not None
    assert (first.comparison.text, first.comparison.allowed_steps) == ("10/10", 0)
    assert {image.board for image in first.comparison.images} <= set(CLASSES)
    assert (first.board, first.virtual, first.written) == (
        "virtual-esp32",
        True,
        ("partition table", "model"),
    )
    again = flashed(run, board)
    assert again.written == ("model",)


def test_the_image_stays_in_the_folder_and_the_agreement_in_the_summary(
    run: RunFolder, board: RunningBoard
) -> None:
    before = run.read_summary()
    flashed(run, board, board="esp32-cam")
    image = parse_model_image(run.model_image.read_bytes())
    assert (image.board.profile, image.model) == ("esp32-cam", model_files()["huffman"])
    figures = board_figures(run)
    assert (figures.agreement, figures.virtual) == ("10/10", True)
    assert (figures.profile, figures.basis, figures.fits) == ("esp32-cam", "reported", True)
    # A computer's speed says nothing about a chip's.
    assert not figures.latency_measured
    assert figures.operators == ()
    assert run.read_summary().stages == before.stages


def show(folder: Path, shown: dict[str, NDArray[np.uint8]]) -> None:
    folder.mkdir()
    for name, image in shown.items():
        Image.fromarray(image).save(folder / f"{name}.png")


def test_a_board_is_not_sure_of_an_unrelated_image_and_the_computer_says_the_same(
    board: RunningBoard, tmp_path: Path
) -> None:
    run = finished_run(tmp_path / "run", files=color_files(), sure_score=77)
    done = flashed(run, board)
    assert agreement(done) == "10/10"
    image = parse_model_image(run.model_image.read_bytes())
    assert image.output.sure_score == 77
    shown = {"red": colored(250, 20, 20), "noise": images(1)[0], "wall": colored(128, 128, 128)}
    show(tmp_path / "shown", shown)
    seen = {Path(one.image).stem: one for one in watched(board, tmp_path / "shown")}
    assert {name: one.sure for name, one in seen.items()} == {"red": True, "noise": False, "wall": False}
    assert seen["red"].answers[0][0] == CLASSES[0]
    assert seen["wall"].answers[0][1] == pytest.approx(1 / 3, abs=0.05)
    paths = tuple(str(tmp_path / "shown" / f"{name}.png") for name in shown)
    told = predict(PredictRequest(model=str(run.file("huffman")), images=paths), RecordingTask())
    assert [(one.sure, one.answers[0].probability) for one in told.predictions] == [
        (seen[name].sure, seen[name].answers[0][1]) for name in shown
    ]


@pytest.mark.parametrize(("steps", "sure"), [(0, True), (1, False)])
def test_the_score_at_the_threshold_is_sure_and_the_next_lower_one_is_not(
    board: RunningBoard, tmp_path: Path, steps: int, sure: bool
) -> None:
    (tmp_path / "shown").mkdir()
    image = colored(160, 110, 100)
    code = int(file_codes(image).max())
    assert -128 < code < 126
    run = finished_run(tmp_path / "run", files=color_files(), sure_score=code + steps)
    flashed(run, board)
    path = tmp_path / "shown" / "pale.png"
    Image.fromarray(image).save(path)
    (seen,) = watched(board, path)
    request = PredictRequest(model=str(run.file("huffman")), images=(str(path),))
    (told,) = predict(request, RecordingTask()).predictions
    assert (seen.sure, told.sure) == (sure, sure)


def file_codes(image: NDArray[np.uint8]) -> NDArray[np.int8]:
    return TflitePredictor(open_interpreter(color_files()["huffman"])).codes(image[np.newaxis])


def test_the_comparison_is_told_image_by_image(run: RunFolder, board: RunningBoard) -> None:
    task = RecordingTask()
    done = flash(FlashRequest(port=board.address, run=str(run.path)), task)
    assert done.comparison is not None
    (met,) = task.of(BoardMet)
    assert (met.board, met.own_model, met.labels) == ("virtual-esp32", True, CLASSES)
    assert [one.agreed for one in task.of(AgreementSoFar)] == list(range(1, 11))
    for one, compared in zip(task.of(Seen), done.comparison.images, strict=True):
        assert (one.answers[0][0], one.expected, one.agrees) == (compared.board, compared.file, True)
        assert one.truth in CLASSES
        assert one.jpeg.startswith(b"\xff\xd8")


@pytest.mark.parametrize("of_run", [True, False], ids=["run", "backup"])
def test_a_board_that_nobody_knows_is_refused_before_its_port_is_opened(
    run: RunFolder, tmp_path: Path, of_run: bool
) -> None:
    what = {"run": str(run.path)} if of_run else {"backup": str(tmp_path / "copy.bin")}
    with pytest.raises(SqueezeError) as caught:
        flash(FlashRequest(port="/dev/no-such-port", board="toaster", **what), RecordingTask())  # type: ignore[arg-type]
    assert caught.value.code == "board-unknown"


def test_a_virtual_board_is_started_for_one_flash(run: RunFolder) -> None:
    task = RecordingTask()
    done = flash(FlashRequest(port="virtual", run=str(run.path)), task)
    assert agreement(done) == "10/10"
    assert done.port.startswith("rfc2217://")
    assert any(event.unit == "bytes" for event in task.of(Progress))
    assert len(task.of(BoardFit)) == 1


def test_a_board_that_answers_otherwise_disagrees(
    run: RunFolder, board: RunningBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flashing, "TflitePredictor", OtherFile)
    done = flashed(run, board)
    assert done.comparison is not None
    assert not done.comparison.agrees
    assert board_figures(run).agreement == agreement(done) != "10/10"


class OtherFile(TflitePredictor):
    """The file on this computer, were it another one: the scores in reverse."""

    def codes(self, images: NDArray[np.uint8]) -> NDArray[np.int8]:
        return super().codes(images)[:, ::-1]


def test_a_real_board_gets_firmware_and_its_own_time_counts(
    run: RunFolder, board: RunningBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The virtual board stands for a real one, and tells times of operators as that does."""
    times = tuple(OperatorTime(name="CONV_2D", microseconds=1000 + number) for number in range(40))
    monkeypatch.setattr(VirtualDevice, "profile", lambda _device: times)
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    real = FoundBoard(chip=Chip.ESP32, chip_text="ESP32", is_virtual=False)
    monkeypatch.setattr(flashing, "found_at", lambda *_: real)
    assert refusal(run, board, board="esp32-cam") == "firmware-missing"
    (tmp_path / "bundle.zip").write_bytes(bundle_bytes(small_bundle()))
    assert refusal(run, board, board="esp32-cam", firmware=str(run.model_image)) == "firmware-unreadable"
    done = flashed(run, board, board="esp32-cam", firmware=str(tmp_path / "bundle.zip"))
    assert done.written == ("bootloader", "partition table", "application", "model")
    assert (done.virtual, agreement(done)) == (False, "10/10")
    assert board_figures(run).latency_measured
    assert [one.microseconds for one in board_figures(run).operators] == list(range(1000, 1040))
    # What was imported is there next time.
    answering = msgspec.structs.replace(real, answers=True)
    monkeypatch.setattr(flashing, "found_at", lambda *_: answering)
    assert flashed(run, board, board="esp32-cam").written == ("model",)


def test_a_new_model_needs_no_bundle_where_this_very_firmware_runs(
    run: RunFolder, board: RunningBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The virtual board stands for a real one."""
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    running = FoundBoard(
        chip=Chip.ESP32,
        chip_text="ESP32",
        is_virtual=False,
        answers=True,
        variant="esp32",
        firmware=own_version(),
    )
    monkeypatch.setattr(flashing, "found_at", lambda *_: running)
    flashed(run, board, board="esp32-cam", firmware=str(write_bundle(tmp_path / "bundle.zip")))
    (sources.imported_folder() / "esp32.zip").unlink()
    done = flashed(run, board, board="esp32-cam")
    assert (done.written, agreement(done)) == (("model",), "10/10")
    assert flashed(run, board, board="esp32-cam", firmware="fetch").written == ("model",)
    assert refusal(run, board, board="esp32-cam", everything=True) == "firmware-missing"
    # Another layout in its flash, or other firmware: all of it would have to be written.
    board.flash.erase(TABLE_OFFSET, SECTOR_BYTES)
    before = board.flash.read(0, board.flash.size)
    assert refusal(run, board, board="esp32-cam") == "firmware-missing"
    assert board.flash.read(0, board.flash.size) == before
    older = msgspec.structs.replace(running, firmware="0.0.1")
    monkeypatch.setattr(flashing, "found_at", lambda *_: older)
    assert refusal(run, board, board="esp32-cam") == "firmware-missing"


@pytest.mark.skipif(not TERMINALS, reason="this system has no pseudo terminals")
def test_a_named_board_is_not_reset_before_its_firmware_is_there(
    run: RunFolder, board: RunningBoard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pseudo terminal stands for a port of this computer."""
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    attached = SerialPort(address=board.address, name="Board")
    monkeypatch.setattr(ports, "serial_ports", lambda: (attached,))
    reset: list[str] = []

    def identified(port: str, *rest: Any) -> FlashResult:
        reset.append(port)
        return identify(port, *rest)

    monkeypatch.setattr(target, "identify", identified)
    assert refusal(run, board, board="esp32-cam") == "firmware-missing"
    assert reset == []
    write_bundle(tmp_path / "bundle.zip")
    # It turns out to be a virtual one, which needs no firmware.
    done = flashed(run, board, board="esp32-cam", firmware=str(tmp_path / "bundle.zip"))
    assert (reset, agreement(done)) == ([board.address], "10/10")


def test_a_flash_is_saved_erased_and_put_back(run: RunFolder, board: RunningBoard, tmp_path: Path) -> None:
    flashed(run, board)
    before = board.flash.read(0, board.flash.size)
    copy = str(tmp_path / "copy.bin")
    done = flash(FlashRequest(port=board.address, backup=copy, erase=True), RecordingTask())
    assert done.done == ("saved", "erased")
    assert board.flash.read(0, board.flash.size) == b"\xff" * board.flash.size
    assert flash(FlashRequest(port=board.address, restore=copy), RecordingTask()).done == ("put back",)
    assert board.flash.read(0, board.flash.size) == before
    done = flashed(run, board, erase=True)
    assert (done.done, done.written) == (("erased", "written"), ("partition table", "model"))


@pytest.mark.timeout(600)
def test_a_backup_is_of_the_flash_as_it_was_before_a_try_that_failed(run: RunFolder, tmp_path: Path) -> None:
    """With reset lines: only they bring a board back to its loader for another try."""
    task, copy = RecordingTask(), tmp_path / "before.bin"
    with running_board(board_settings(faults=Faults(corrupt_writes=1))) as board:
        before = board.flash.read(0, board.flash.size)
        request = FlashRequest(port=board.address, run=str(run.path), backup=str(copy))
        assert flash(request, task).done == ("saved", "written")
        assert board.flash.read(0, board.flash.size) != before
    assert any("Trying again" in event.text for event in task.of(Status))
    assert copy.read_bytes() == before


def test_a_backup_replaces_no_file_and_that_is_said_before_the_board_is_touched(tmp_path: Path) -> None:
    mine = tmp_path / "mine.bin"
    mine.write_bytes(b"mine")
    (tmp_path / "link.bin").symlink_to(mine)
    for name, replace, code in (("mine", False, "output-exists"), ("link", True, "not-replaceable")):
        backup = str(tmp_path / f"{name}.bin")
        with pytest.raises(SqueezeError) as caught:
            flash(FlashRequest(port="no such port", backup=backup, replace=replace), RecordingTask())
        assert caught.value.code == code
    assert mine.read_bytes() == b"mine"


def test_the_chips_own_loader_flashes_when_that_is_asked_for(run: RunFolder, board: RunningBoard) -> None:
    done = flashed(run, board, use_stub=False, baud=115200)
    assert (done.with_stub, done.baud) == (False, 115200)
    assert agreement(done) == "10/10"


def test_what_cannot_be_flashed_is_refused_before_the_board_is_touched(
    run: RunFolder, board: RunningBoard
) -> None:
    blank = b"\xff" * board.flash.size
    nowhere = RunFolder(run.path.parent / "nowhere")
    assert refusal(nowhere, board) == "run-not-found"
    assert not nowhere.path.exists()
    assert refusal(run, board, board=ESP32_S3) == "board-wrong-chip"
    run.samples.unlink()
    assert refusal(run, board) == "run-damaged"
    run.write_record(run.read_record().with_stage("huffman", StageRecord()))
    assert refusal(run, board) == "stage-missing"
    assert board.flash.read(0, board.flash.size) == blank


def test_a_stopped_flash_leaves_a_board_that_can_be_flashed(run: RunFolder, board: RunningBoard) -> None:
    task = RecordingTask(lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        flash(FlashRequest(port=board.address, run=str(run.path)), task)
    assert agreement(flashed(run, board)) == "10/10"


def watched(board: RunningBoard, *given: Path, task: RecordingTask | None = None) -> list[Seen]:
    task = task or RecordingTask()
    _, count = watch(board.address, tuple(map(str, given)), task)
    seen = task.of(Seen)
    assert len(seen) == count
    return seen


def put_images(folder: Path, count: int) -> None:
    folder.mkdir()
    for number, image in enumerate(images(count)):
        Image.fromarray(image).save(folder / f"{number}.png")


def test_a_board_is_watched_while_it_answers_images(
    run: RunFolder, board: RunningBoard, tmp_path: Path
) -> None:
    done = flashed(run, board)
    # The board goes on without the run.
    shutil.rmtree(run.path)
    put_images(tmp_path / "shown", 3)
    (tmp_path / "shown" / "9.jpg").write_text("no image")
    task = RecordingTask()
    seen = watched(board, tmp_path / "shown", task=task)
    assert [Path(one.image).name for one in seen] == ["0.png", "1.png", "2.png"]
    assert done.comparison is not None
    assert [one.answers[0][0] for one in seen] == [one.file for one in done.comparison.images[:3]]
    for one in seen:
        shares = [share for _, share in one.answers]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1, abs=0.02)
        assert one.total_microseconds >= one.inference_microseconds > 0
    assert [finding.kind for finding in task.of(Finding)] == ["picture-unreadable"]


def test_a_camera_is_watched_until_it_is_enough(run: RunFolder, tmp_path: Path) -> None:
    put_images(tmp_path / "scene", 2)
    settings = board_settings(terminal=TERMINALS, camera=str(tmp_path / "scene"))
    task = RecordingTask(lambda event: isinstance(event, Seen) and event.image == "camera 2")
    with running_board(settings) as board:
        flashed(run, board)
        with pytest.raises(Cancelled):
            watched(board, task=task)
    first, second = task.of(Seen)[:2]
    assert (first.image, second.image) == ("camera 1", "camera 2")
    assert first.jpeg.startswith(b"\xff\xd8")


def test_without_anything_to_see_that_is_said(run: RunFolder, board: RunningBoard, tmp_path: Path) -> None:
    flashed(run, board)
    (tmp_path / "empty").mkdir()
    for given, code in (
        ((), "board-no-camera"),
        ((tmp_path / "gone",), "data-not-found"),
        ((tmp_path / "empty",), "data-no-pictures"),
    ):
        with pytest.raises(SqueezeError) as caught:
            watched(board, *given)
        assert caught.value.code == code
