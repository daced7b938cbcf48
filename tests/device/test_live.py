"""A link to a board that stays open and does what it is asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.boards.link import client
from core.boards.virtual.cable import Faults
from core.boards.virtual.serving import RunningBoard, running_board
from core.datasets.images import read_image
from core.deployment.flashing import flash
from core.deployment.live import live
from core.errors import Cancelled, SqueezeError
from core.events import AgreementSoFar, BoardMet, Event, Finding, OperatorTimes, Seen
from core.requests import FlashRequest, LiveRequest
from core.runs.finished_model import finished_model, samples_of
from core.runs.folder import RunFolder
from core.worker_commands import (
    AskProfile,
    ClassifyFrame,
    ClassifyImages,
    ClassifySamples,
    StopWatching,
    UseCamera,
)
from tests.builders.finished_runs import CLASSES, SIDE, finished_run, images
from tests.builders.virtual_boards import board_image, board_settings
from tests.device.conftest import TERMINALS
from tests.device.flashing_boards import flashed
from tests.recording import RecordingTask


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return finished_run(tmp_path_factory.mktemp("runs") / "run")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scene")
    for number, image in enumerate(images(3)):
        Image.fromarray(image).save(folder / f"{number}.png")
    return folder


@pytest.fixture(scope="module")
def board(run: RunFolder, scene: Path) -> Iterator[RunningBoard]:
    """A board with the run's model and a camera."""
    with running_board(board_settings(terminal=TERMINALS, camera=str(scene))) as running:
        flash(FlashRequest(port=running.address, run=str(run.path)), RecordingTask())
        yield running


def lived(
    board: RunningBoard, run: RunFolder | None, enough: Callable[[RecordingTask], bool], *commands: object
) -> RecordingTask:
    """What was reported while a live link did some commands, until that was enough."""

    def is_enough(event: Event) -> bool:
        del event
        return enough(task)

    task = RecordingTask(is_enough)
    task.give(*commands)  # type: ignore[arg-type]
    with pytest.raises(Cancelled):
        live(LiveRequest(port=board.address, run=str(run.path) if run else None), task)
    return task


def seen(count: int) -> Callable[[RecordingTask], bool]:
    return lambda task: len(task.of(Seen)) == count


def jpeg_size(data: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(data)).size


def test_a_board_introduces_itself(board: RunningBoard, run: RunFolder) -> None:
    task = lived(board, run, lambda task: bool(task.of(BoardMet)))
    (met,) = task.of(BoardMet)
    assert (met.port, met.board, met.chip) == (board.address, "virtual-esp32", "ESP32")
    assert (met.virtual, met.camera, met.own_model, met.problem) == (True, True, True, "")
    assert (met.labels, met.image_size, met.channels) == (CLASSES, SIDE, 3)
    assert met.memory_used > 0
    assert met.memory_left > 0


def test_test_images_are_compared_one_by_one(board: RunningBoard, run: RunFolder) -> None:
    task = lived(
        board,
        run,
        lambda task: bool(task.of(AgreementSoFar)[9:]),
        ClassifyImages(paths=()),
        ClassifySamples(),
    )
    assert [(one.agreed, one.compared, one.total) for one in task.of(AgreementSoFar)] == [
        (number, number, 10) for number in range(1, 11)
    ]
    for one in task.of(Seen):
        assert (one.source, one.agrees) == ("sample", True)
        assert one.expected == one.answers[0][0]
        assert one.truth in CLASSES
        assert jpeg_size(one.jpeg) == (SIDE, SIDE)


def test_files_and_frames_are_looked_at_as_they_come(
    board: RunningBoard, run: RunFolder, scene: Path
) -> None:
    frame = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(frame, "JPEG")
    task = lived(
        board,
        run,
        lambda task: len(task.of(Seen)) == 4 and bool(task.of(OperatorTimes)),
        ClassifyImages(paths=(str(scene),)),
        AskProfile(),
        ClassifyFrame(name="old", data=b"dropped for the newer one"),
        ClassifyFrame(name="camera of this computer", data=frame.getvalue()),
    )
    assert [one.source for one in task.of(Seen)] == ["file", "file", "file", "frame"]
    last = task.of(Seen)[-1]
    assert last.image == "camera of this computer"
    assert last.agrees
    assert not task.of(AgreementSoFar)


def test_what_cannot_be_looked_at_is_told_and_the_link_goes_on(
    board: RunningBoard, run: RunFolder, scene: Path, tmp_path: Path
) -> None:
    (tmp_path / "text.png").write_text("no image")
    task = lived(
        board,
        run,
        seen(1),
        ClassifyFrame(name="frame", data=b"no image"),
        ClassifyImages(paths=(str(tmp_path / "gone"), str(tmp_path / "text.png"), str(scene / "0.png"))),
    )
    assert [one.kind for one in task.of(Finding)] == [
        "data-not-found",
        "picture-unreadable",
        "picture-unreadable",
    ]


def test_the_camera_goes_on_behind_images_that_are_sent(
    board: RunningBoard, run: RunFolder, scene: Path
) -> None:
    asked = False

    def enough(task: RecordingTask) -> bool:
        nonlocal asked
        sources = [one.source for one in task.of(Seen)]
        if not asked and sources.count("camera") == 1:
            asked = True
            task.give(ClassifyImages(paths=(str(scene / "1.png"),)))
        return "file" in sources and sources[-1] == "camera"

    task = lived(board, run, enough, UseCamera(on=True))
    camera = next(one for one in task.of(Seen) if one.source == "camera")
    assert jpeg_size(camera.jpeg) == (SIDE, SIDE)
    assert camera.agrees is None


def test_images_that_wait_can_be_forgotten(board: RunningBoard, run: RunFolder, scene: Path) -> None:
    task = lived(
        board, run, seen(1), ClassifySamples(), StopWatching(), ClassifyImages(paths=(str(scene / "2.png"),))
    )
    assert [one.source for one in task.of(Seen)] == ["file"]


def test_without_a_run_nothing_is_compared(board: RunningBoard, scene: Path) -> None:
    task = lived(board, None, seen(3), ClassifySamples(), ClassifyImages(paths=(str(scene),)))
    assert task.of(BoardMet)[0].own_model is None
    assert {one.agrees for one in task.of(Seen)} == {None}


def test_a_board_with_another_model_answers_but_is_not_compared(run: RunFolder) -> None:
    with running_board(board_settings(terminal=TERMINALS)) as other:
        flashed(other, board_image())
        task = lived(other, run, seen(2), ClassifySamples(), UseCamera(on=True))
    assert task.of(BoardMet)[0].own_model is False
    assert task.of(Seen)[0].agrees is None
    assert jpeg_size(task.of(Seen)[0].jpeg) == (8, 8)
    assert [one.kind for one in task.of(Finding)] == ["board-no-camera"]


def test_a_cable_that_is_pulled_ends_the_link_with_an_error(run: RunFolder) -> None:
    with running_board(board_settings()) as other:
        flash(FlashRequest(port=other.address, run=str(run.path)), RecordingTask())
        other.board.set_faults(Faults(cut_at=20_000))
        task = RecordingTask()
        task.give(ClassifySamples())
        with pytest.raises(SqueezeError) as caught:
            live(LiveRequest(port=other.address, run=str(run.path)), task)
    assert caught.value.code == "board-disconnected"
    assert task.of(Seen)


def test_a_line_too_noisy_for_camera_images_is_slowed_down(
    run: RunFolder, scene: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_SILENT_AT_RAISED_SPEED_SECONDS", 2.0)
    with running_board(board_settings(camera=str(scene), faults=Faults(noisy_above=115200))) as other:
        flash(FlashRequest(port=other.address, run=str(run.path), baud=115200), RecordingTask())
        task = lived(
            other,
            run,
            lambda task: any(one.jpeg for one in task.of(Seen)),
            UseCamera(on=True),
        )
    assert task.of(Seen)[-1].jpeg


def square_pixels(one: Seen) -> list[int]:
    """The values in a square, which is stored without loss."""
    image = Image.open(io.BytesIO(one.square))
    assert (image.format, image.size) == ("PNG", (SIDE, SIDE))
    return list(image.convert("RGB").tobytes())


def test_what_entered_the_network_comes_back_value_by_value(
    board: RunningBoard, run: RunFolder, scene: Path, tmp_path: Path
) -> None:
    photo = tmp_path / "wide.jpg"
    Image.effect_noise((90, 60), 80).convert("RGB").save(photo)
    task = lived(board, run, seen(4), ClassifyImages(paths=(str(photo), str(scene))))
    paths = [photo, *sorted(scene.iterdir())]
    for path, one in zip(paths, task.of(Seen), strict=True):
        assert square_pixels(one) == list(read_image(path, SIDE, gray=False).tobytes())
    assert jpeg_size(task.of(Seen)[0].original) == (90, 60)


def test_what_entered_the_network_comes_with_each_image_of_the_boards_camera(
    board: RunningBoard, run: RunFolder, scene: Path
) -> None:
    task = lived(board, run, seen(4), UseCamera(on=True))
    possible = [list(read_image(path, SIDE, gray=False).tobytes()) for path in sorted(scene.iterdir())]
    shown = [possible.index(square_pixels(one)) for one in task.of(Seen)]
    assert [(number - shown[0]) % 3 for number in shown] == [0, 1, 2, 0]
    assert all(one.source == "camera" and one.jpeg for one in task.of(Seen))


def test_the_squares_of_test_images_are_those_that_the_run_keeps(board: RunningBoard, run: RunFolder) -> None:
    task = lived(board, run, seen(3), ClassifySamples())
    kept = samples_of(run, finished_model(run, "Looking")).images
    for number, one in enumerate(task.of(Seen)):
        assert square_pixels(one) == list(kept[number].tobytes())
        assert one.original == b""
