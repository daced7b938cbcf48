"""Trying a run's models on the pages: by dropped photos and by the camera, with a real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app import camera as camera_module
from app.session import Session
from app.steps.desk import LiveLink, desk_of
from app.steps.page import StagePage
from app.steps.trial.answers import AnswerTable, TriedView
from app.steps.trial.models import tried_models
from app.steps.trial.strip import TryStrip
from app.theme.theme import Theme
from app.window import SMALLEST, Window
from core.events import StageAnswer, Tried
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.runs.record import restarted
from core.settings import Stage
from core.worker_commands import UseCamera
from tests.builders.images import write_classes
from tests.builders.pets_run import PETS
from tests.ui.cameras import Camera, Device, connect_camera, frame
from tests.ui.dropping import drop, files
from tests.ui.hands import button_named, click, click_at
from tests.ui.looks import faults
from tests.ui.test_board_live import jpeg, met, seen

_ANSWER = 120_000
_NAMES = ("Trained", "Pruned", "Quantized (int8)", "Huffman-coded")


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> list[Device]:
    """A computer with one camera; the list is of those that are connected."""
    return connect_camera(monkeypatch)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three photos, and one that is damaged."""
    write_classes(tmp_path / "shown", {"cat": 2, "dog": 1})
    whole = sorted(path for path in (tmp_path / "shown").rglob("*") if path.is_file())
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n" + whole[0].read_bytes()[8:60])
    return [*whole, damaged]


def strip_of(window: Window, name: Stage) -> TryStrip:
    """The strip on the page of a stage, which is shown."""
    window.workspace.show_page(name)
    page = window.workspace.page(name)
    assert isinstance(page, StagePage)
    return page.trial


@pytest.fixture
def strip(window: Window, session: Session, own_run: RunFolder) -> TryStrip:
    """The strip of a finished run, on the page Train."""
    session.open(own_run.path)
    made = strip_of(window, "train")
    assert made.isVisible()
    return made


def test_photos_that_are_dropped_are_answered_by_each_stage_with_where_the_network_looked(
    strip: TryStrip, photos: list[Path], window: Window, session: Session, qtbot: QtBot
) -> None:
    assert not strip.view.isVisible()
    assert strip.hint.text() == "Drop photos here."
    assert tried_models(session).pid is None
    drop(strip, files(photos[:3]))
    assert strip.hint.text() == "Loading the models…"
    qtbot.waitUntil(lambda: strip.strip.count() == 3, timeout=_ANSWER)
    assert [line[0] for line in strip.table.lines] == list(_NAMES)
    assert {answer for _, answer, _ in strip.table.lines} <= {*PETS, "not sure"}
    assert strip.name.text() == photos[2].name
    assert strip.view.image.width() == 32
    if any(strip.strip.tried[2].heat):
        assert not strip.view.heat.isNull()
        assert "where the trained network looked for" in strip.heat_words.text()
        click(strip.heat_button)
        assert strip.view.heat.isNull()
    first = strip.strip.tried[0]
    click_at(strip.strip, strip.strip.rect_of(0).center().toPoint())
    assert strip.name.text() == Path(first.image).name
    assert all(mark not in strip.table.accessibleDescription() for mark in "✓✗")
    assert tried_models(session).pid is not None
    window.workspace.show_page("data")
    qtbot.waitUntil(lambda: tried_models(session).pid is None)


def test_a_damaged_photo_is_named_and_the_next_one_is_answered(
    strip: TryStrip, photos: list[Path], qtbot: QtBot
) -> None:
    drop(strip, files([photos[3], photos[0]]))
    qtbot.waitUntil(lambda: strip.strip.count() == 1, timeout=_ANSWER)
    assert "damaged.png is not a readable image" in strip.banner.happened
    assert "image viewer" in strip.banner.remedy
    drop(strip, files([photos[1]]))
    assert strip.banner.isHidden()
    qtbot.waitUntil(lambda: strip.strip.count() == 2, timeout=_ANSWER)


def test_of_several_cameras_one_is_chosen_also_that_of_a_live_board(
    strip: TryStrip, session: Session, cameras: list[Device], monkeypatch: pytest.MonkeyPatch
) -> None:
    click(strip.camera_button)
    assert not strip.cameras.isVisible()
    cameras.append(Device("Desk"))
    click(strip.camera_button)
    assert not Camera.running
    click(strip.camera_button)
    assert strip.cameras.isVisible()
    assert Camera.latest.name == "Front"
    strip.cameras.setCurrentIndex(1)
    strip.cameras.activated.emit(1)
    assert (Camera.latest.name, Camera.running) == ("Desk", True)
    link, asked = desk_of(session).link, list[object]()
    monkeypatch.setattr(LiveLink, "is_open", True)
    monkeypatch.setattr(LiveLink, "ask", lambda link, command: asked.append(command))
    link.met = met(port="COM5")
    strip.use_camera(True)
    assert [strip.cameras.itemText(n) for n in range(3)] == ["Front", "Desk", "The board's camera"]
    assert strip.cameras.currentText() == "Desk"
    strip.cameras.setCurrentIndex(2)
    strip.cameras.activated.emit(2)
    assert not Camera.running
    assert strip.camera_button.isChecked()
    link.reported.emit([seen(0.1, 0.7, 0.2, source="camera", jpeg=jpeg("blue", 64, 48))])
    assert strip.view.image.width() == 48
    strip.stop()
    assert asked == [UseCamera(on=True), UseCamera(on=False)]
    assert not strip.cameras.isVisible()
    link.met = None


def test_the_camera_is_answered_frame_by_frame_and_given_back(
    strip: TryStrip, window: Window, session: Session, cameras: list[Device], qtbot: QtBot
) -> None:
    del cameras
    answered: list[Tried] = []
    tried_models(session).reported.connect(
        lambda events: answered.extend(one for one in events if isinstance(one, Tried))
    )
    click(strip.camera_button)
    assert Camera.running
    frame()
    assert strip.view.isVisible()
    assert strip.view.heat.isNull()

    def has_answered(count: int) -> Callable[[], bool]:
        def look() -> bool:
            frame(len(answered))
            return len(answered) >= count

        return look

    # Frames come all the time; only the one that is wanted is sent, so that none wait.
    qtbot.waitUntil(has_answered(3), timeout=_ANSWER)
    assert [one.source for one in answered[:3]] == ["frame"] * 3
    assert strip.name.text() == "Camera"
    assert not strip.strip.count()
    click(strip.camera_button)
    assert not Camera.running
    click(strip.camera_button)
    assert Camera.running
    window.workspace.show_page("prune")
    assert not Camera.running
    assert not strip.camera_button.isChecked()


def unplugged(cameras: list[Device], patch: pytest.MonkeyPatch) -> None:
    del patch
    cameras.clear()


def not_installed(cameras: list[Device], patch: pytest.MonkeyPatch) -> None:
    del cameras
    patch.setattr(camera_module, "_MODULE", "PySide6.QtNoSuchPart")


@pytest.mark.parametrize(
    ("break_it", "says"), [(unplugged, "has no camera"), (not_installed, "cannot be loaded")]
)
def test_without_a_camera_that_is_said_and_photos_still_work(
    strip: TryStrip,
    cameras: list[Device],
    monkeypatch: pytest.MonkeyPatch,
    break_it: Callable[[list[Device], pytest.MonkeyPatch], None],
    says: str,
) -> None:
    break_it(cameras, monkeypatch)
    click(strip.camera_button)
    assert says in strip.banner.happened
    assert strip.banner.remedy == "You can drop or choose photos instead."
    assert not strip.camera_button.isChecked()
    assert strip.files_button.isEnabled()


def test_photos_are_chosen_from_where_images_were_opened_last(
    strip: TryStrip, session: Session, photos: list[Path], qtbot: QtBot
) -> None:
    session.preferences.images_folder = photos[0].parent
    click(strip.files_button)
    (dialog,) = strip.window().findChildren(QFileDialog)
    assert Path(dialog.directory().path()) == photos[0].parent
    dialog.filesSelected.emit([str(photos[0])])
    dialog.close()
    qtbot.waitUntil(lambda: strip.strip.count() == 1, timeout=_ANSWER)


def test_a_file_that_is_gone_says_which_step_to_run_again(
    strip: TryStrip, own_run: RunFolder, photos: list[Path], session: Session, qtbot: QtBot
) -> None:
    own_run.file("quantize").unlink()
    drop(strip, files(photos[:1]))
    qtbot.waitUntil(lambda: not strip.banner.isHidden(), timeout=_ANSWER)
    assert "int8.tflite" in strip.banner.happened
    assert strip.banner.remedy == "Run the step Quantize again."
    with qtbot.waitSignal(session.ended, timeout=_ANSWER):
        click(button_named(strip, "Run again"))
        assert isinstance(session.request, RunRequest)
        assert (session.request.start_from, session.request.until) == ("quantize", "quantize")
        assert strip.isHidden()
        session.stop()


def test_another_task_ends_the_models_and_hides_the_strip(
    strip: TryStrip, photos: list[Path], session: Session, qtbot: QtBot
) -> None:
    drop(strip, files(photos[:1]))
    qtbot.waitUntil(lambda: strip.strip.count() == 1, timeout=_ANSWER)
    with qtbot.waitSignal(session.ended, timeout=_ANSWER):
        session.start("huffman")
        assert strip.isHidden()
        qtbot.waitUntil(lambda: tried_models(session).pid is None)
        session.stop()
    assert not strip.strip.count()
    assert not strip.view.isVisible()
    assert strip.isVisible()


def test_what_was_asked_while_the_models_are_being_let_go_is_answered_by_new_ones(
    strip: TryStrip, photos: list[Path], qtbot: QtBot
) -> None:
    drop(strip, files(photos[:1]))
    strip.stop()
    drop(strip, files(photos[1:2]))
    qtbot.waitUntil(lambda: strip.strip.count() == 1, timeout=_ANSWER)
    assert strip.name.text() == photos[1].name


def test_it_stands_on_each_page_from_the_first_finished_stage_on(
    window: Window, session: Session, own_run: RunFolder
) -> None:
    own_run.write_record(restarted(own_run.read_record(), "prune"))
    session.open(own_run.path)
    for stage in ("train", "prune"):
        strip = strip_of(window, stage)
        assert strip.isVisible()
        assert strip.note.text().startswith("Out of date and not shown: Prune, Quantize, Huffman.")
    session.change("train", epochs=3)
    assert "settings of Train have changed" in strip.note.text()
    own_run.write_record(restarted(own_run.read_record(), "train"))
    session.open(own_run.path)
    assert strip_of(window, "train").isHidden()


@pytest.mark.parametrize("stage", ["train", "prune", "quantize", "huffman"])
def test_nothing_is_cut_off_in_a_small_window(
    window: Window, session: Session, own_run: RunFolder, stage: Stage, qtbot: QtBot
) -> None:
    window.resize(SMALLEST)
    session.open(own_run.path)
    strip = strip_of(window, stage)
    strip._show(tried(answer("train", 0.9), answer("huffman", 0.4, sure=False)))
    qtbot.waitUntil(lambda: faults(window) == [])


def answer(stage: Stage, share: float, *, sure: bool = True, name: str = "cat") -> StageAnswer:
    other = "dog" if name == "cat" else "cat"
    return StageAnswer(stage=stage, answers=((name, share), (other, 1 - share)), sure=sure, milliseconds=12)


def tried(*stages: StageAnswer, heat: bytes = bytes([0, 90, 180, 255])) -> Tried:
    return Tried(image="/photos/a cat.jpg", source="file", stages=stages, heat=heat, heat_side=2)


def test_below_the_threshold_the_answer_is_not_sure_and_one_that_differs_stands_out(
    qapp: QApplication, qtbot: QtBot
) -> None:
    Theme(qapp, "light")
    table = AnswerTable()
    qtbot.addWidget(table)
    stages = (answer("train", 0.9), answer("quantize", 0.55, sure=False), answer("huffman", 0.7, name="dog"))
    table.show_stages(stages)
    assert table.lines == (
        ("Trained", "cat", "90.0 %"),
        ("Quantized (int8)", "not sure", "55.0 %"),
        ("Huffman-coded", "dog", "70.0 %"),
    )
    assert [line.answer.property("role") for line in table._lines] == ["body", "warning", "warning"]
    assert table.accessibleDescription().startswith(
        "Trained: cat 90.0 %, dog 10.0 %. 12 ms on this computer. Quantized (int8): not sure, no class "
    )


def test_an_image_in_which_nothing_speaks_for_the_class_has_no_map(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp, "light")
    view = TriedView()
    qtbot.addWidget(view)
    view.show_tried(tried(answer("train", 0.9)))
    red = view.heat.pixelColor(310, 310)
    assert red.red() > 200
    assert red.alpha() > 150
    assert view.heat.pixelColor(5, 5).alpha() < 10
    view.show_tried(tried(answer("train", 0.9), heat=b""))
    assert view.heat.isNull()
