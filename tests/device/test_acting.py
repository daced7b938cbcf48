"""A board does something when it sees a class: flashed with the real esptool, told over the link."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.boards.model_image import parse_model_image
from core.boards.port_opening import open_port
from core.boards.virtual.serving import RunningBoard, running_board
from core.deployment.flashing import flash
from core.deployment.live import live
from core.errors import Cancelled, SqueezeError
from core.events import BoardMet, Event, LineWritten, PinSet, Seen
from core.requests import FlashRequest, LiveRequest
from core.runs.folder import RunFolder
from core.settings import ClassAction
from core.worker_commands import ClassifyImages
from tests.builders.finished_runs import CLASSES, color_files, colored, finished_run
from tests.builders.virtual_boards import board_settings
from tests.device.conftest import TERMINALS
from tests.recording import RecordingTask

PIN, OTHER_PIN = 13, 14
RED, GREEN, BLUE, GRAY = (250, 20, 20), (20, 250, 20), (20, 20, 250), (128, 128, 128)
LINE = "I see it: ü\r\n".encode()
LINE_SECONDS = 20.0


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A run whose model knows red, green and blue, and is not sure of anything else."""
    return finished_run(tmp_path / "run", files=color_files(), sure_score=77)


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    folder = tmp_path / "scene"
    folder.mkdir()
    for number, color in enumerate((RED, GREEN, GRAY, GREEN, BLUE, RED)):
        Image.fromarray(colored(*color)).save(folder / f"{number}.png")
    return folder


@pytest.fixture
def board() -> Iterator[RunningBoard]:
    with running_board(board_settings(terminal=TERMINALS)) as running:
        yield running


def flashed(run: RunFolder, on: RunningBoard, **changes: Any) -> RecordingTask:
    task = RecordingTask()
    flash(FlashRequest(port=on.address, run=str(run.path), **changes), task)
    return task


def always(**action: Any) -> dict[str, ClassAction]:
    """The same action for every class, however unlikely it is."""
    return {name: ClassAction(at_least=0.0, **action) for name in CLASSES}


def lived(run: RunFolder, on: RunningBoard, answers: int, *paths: Path) -> RecordingTask:
    """What a live link reports while the board looks at images, until so many were answered."""
    task = RecordingTask(lambda event: isinstance(event, Seen) and len(task.of(Seen)) == answers)
    if paths:
        task.give(ClassifyImages(paths=tuple(map(str, paths))))
    with pytest.raises(Cancelled):
        live(LiveRequest(port=on.address, run=str(run.path)), task)
    return task


def told(task: RecordingTask) -> list[object]:
    """What the board said and did, in order: classes (None for not sure), levels of pins, lines."""
    shown: list[object] = []
    for event in task.events:
        match event:
            case Seen(answers=answers, sure=sure):
                shown.append(answers[0][0] if sure else None)
            case PinSet(pin=pin, high=high):
                shown.append((pin, high))
            case LineWritten(line=line):
                shown.append(f"> {line}")
    return shown


def test_pins_and_lines_follow_what_the_board_sees(run: RunFolder, board: RunningBoard, scene: Path) -> None:
    red, green, blue = CLASSES
    act = {
        red: ClassAction(pin=PIN),
        green: ClassAction(line="green again"),
        blue: ClassAction(pin=PIN, times=2),
    }
    task = flashed(run, board, act=act)
    assert [pin for pin, _ in task.of(BoardMet)[0].pins] == [PIN]
    shown = lived(run, board, 6, scene)
    assert shown.of(BoardMet)[0].pins[0][0] == PIN
    # Lines are written before pins change, and both are told before the answer.
    assert told(shown) == [
        *((PIN, True), red),
        *("> green again", (PIN, False), green),
        None,
        *("> green again", green),
        blue,
        *((PIN, True), red),
    ]


def test_seen_once_is_not_seen_three_times_in_a_row(run: RunFolder, board: RunningBoard, scene: Path) -> None:
    flashed(run, board, act={CLASSES[0]: ClassAction(pin=PIN, times=3)})
    red, green = scene / "0.png", scene / "1.png"
    task = lived(run, board, 7, red, red, green, red, red, red, green)
    name, other = CLASSES[:2]
    assert told(task) == [name, name, other, name, name, (PIN, True), name, (PIN, False), other]


def test_a_run_keeps_its_actions_until_they_are_removed(run: RunFolder, board: RunningBoard) -> None:
    act = always(pin=PIN)
    flashed(run, board, act=act)
    assert run.read_record().settings.act == act
    assert run.read_record().is_done("huffman")
    flashed(run, board)
    image = parse_model_image(run.model_image.read_bytes())
    assert [one.pin for one in image.board.actions] == [PIN] * len(CLASSES)
    flashed(run, board, act={})
    assert parse_model_image(run.model_image.read_bytes()).board.actions == ()


@pytest.mark.parametrize(
    ("name", "pin", "sentence"),
    [
        ("esp32-cam", 4, "GPIO 4 is the flash LED of ESP32-CAM (AI-Thinker)."),
        ("esp32-cam", 0, "GPIO 0 is a pin of the camera of ESP32-CAM (AI-Thinker)."),
        ("esp32-devkit", 34, "GPIO 34 is an input-only pin of ESP32 DevKit (no PSRAM)."),
    ],
)
def test_a_pin_that_the_board_needs_is_refused_by_name_and_nothing_is_written(
    run: RunFolder, board: RunningBoard, name: str, pin: int, sentence: str
) -> None:
    before = run.record.read_bytes()
    with pytest.raises(SqueezeError) as caught:
        flashed(run, board, board=name, act=always(pin=pin))
    assert (caught.value.code, caught.value.happened) == ("pin-in-use", sentence)
    assert run.record.read_bytes() == before
    assert not run.model_image.exists()


def test_an_action_on_a_class_that_the_model_does_not_have_is_refused(
    run: RunFolder, board: RunningBoard
) -> None:
    with pytest.raises(SqueezeError) as caught:
        flashed(run, board, act={"unicorn": ClassAction(pin=PIN)})
    assert caught.value.code == "class-unknown"


def test_a_board_with_a_camera_acts_without_being_watched(run: RunFolder, scene: Path) -> None:
    act = {
        CLASSES[0]: ClassAction(pin=PIN, at_least=0.0),
        CLASSES[1]: ClassAction(pin=OTHER_PIN, at_least=0.0),
    }
    act[CLASSES[2]] = ClassAction(line="a third", at_least=0.0)
    with running_board(board_settings(terminal=TERMINALS, camera=str(scene))) as board:
        flashed(run, board, act=act)

        def is_enough(event: Event) -> bool:
            del event
            return len(task.of(PinSet)) + len(task.of(LineWritten)) >= 3

        task = RecordingTask(is_enough)
        with pytest.raises(Cancelled):
            live(LiveRequest(port=board.address, run=str(run.path)), task)
    assert task.of(Seen) == []
    (met,) = task.of(BoardMet)
    assert [pin for pin, _ in met.pins] == sorted((PIN, OTHER_PIN))
    levels = dict(met.pins)
    for one in task.of(PinSet):
        assert levels[one.pin] != one.high
        levels[one.pin] = one.high


def test_whoever_only_reads_the_port_reads_plain_lines(run: RunFolder, scene: Path) -> None:
    with running_board(board_settings(terminal=TERMINALS, camera=str(scene))) as board:
        flashed(run, board, act={CLASSES[0]: ClassAction(line="I see it: ü")})
        # Opening the port restarts the board, and nobody has asked it anything since.
        port = open_port(board.address, 115200)
        try:
            port.timeout = 0.2
            arrived, until = b"", time.monotonic() + LINE_SECONDS
            while arrived.count(LINE) < 2:
                assert time.monotonic() < until, arrived
                arrived += port.read(200)
        finally:
            port.close()
    assert b"\0" not in arrived
    boot_text, *between, rest = arrived.split(LINE)
    assert boot_text.endswith(b"on this computer\r\n")
    assert b"".join(between) == b""
    assert LINE.startswith(rest)


def test_images_from_the_computer_count_like_those_of_the_camera(
    run: RunFolder, board: RunningBoard, scene: Path
) -> None:
    flashed(run, board, act=always(pin=PIN, seconds=0.2))

    def is_enough(event: Event) -> bool:
        return isinstance(event, PinSet) and not event.high and bool(task.of(Seen))

    task = RecordingTask(is_enough)
    task.give(ClassifyImages(paths=(str(scene / "0.png"),)))
    with pytest.raises(Cancelled):
        live(LiveRequest(port=board.address, run=str(run.path)), task)
    # A while later the time is over, though nobody has asked anything since.
    assert [one.high for one in task.of(PinSet)][-2:] == [True, False]
