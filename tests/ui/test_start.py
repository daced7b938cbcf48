"""The start page: images however they come, and the runs that are there."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.preferences import Preferences
from app.program import Program
from app.session import Session
from app.start.card import RunCard
from app.start.comparison import ComparisonDialog
from app.start.found_runs import TRASH
from app.start.page import StartPage
from app.start.trash import throw_away
from app.window import SMALLEST, Window
from core.events import EpochDone, StageStarted, to_line
from core.requests import DataRequest, RunRequest
from core.runs.folder import RunFolder
from core.runs.lock import locked
from core.runs.record import StageRecord
from core.settings import STAGES, Stage, changed
from tests.builders.finished_runs import CLASSES, finished_run
from tests.builders.images import contents_of, write_classes, write_zip
from tests.ui.dropping import drag_away, drag_over, drop, files
from tests.ui.hands import button_named, click, press
from tests.ui.looks import lasting_faults

_LOOK = 20_000
_SLOW_WORKER = (sys.executable, "-P", "-m", "tests.odd_worker", "obedient")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is looked at leaves nothing in the account's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def runs(preferences: Preferences) -> Path:
    """The folder for runs with two finished ones, 'newer' and 'older', in it."""
    home = preferences.runs_folder
    for age, name in enumerate(("newer", "older")):
        folder = finished_run(home / name, "esp32-cam" if age else None)
        add_epochs(folder, "train", [0.4, 0.6, 0.7 + age / 10])
        os.utime(folder.record, (1_700_000_000 - age, 1_700_000_000 - age))
    return home


def add_epochs(folder: RunFolder, stage: Stage, accuracies: list[float]) -> None:
    """Have a run tell of epochs, as training does."""
    with folder.events.open("ab") as file:
        file.write(to_line(StageStarted(stage=stage)))
        for epoch, accuracy in enumerate(accuracies, 1):
            told = EpochDone(
                stage=stage,
                epoch=epoch,
                epochs=len(accuracies),
                loss=1.0,
                accuracy=accuracy,
                validation_loss=1.0,
                validation_accuracy=accuracy,
                learning_rate=0.1,
            )
            file.write(to_line(told))


def interrupt(folder: RunFolder, stage: Stage) -> None:
    """Leave a run as one that was killed in a stage."""
    record = folder.read_record()
    for later in STAGES[STAGES.index(stage) :]:
        record = record.with_stage(later, StageRecord(state="started" if later == stage else "waiting"))
    folder.write_record(record)


def shown_cards(page: StartPage, qtbot: QtBot, count: int) -> list[RunCard]:
    """The cards on the page, once there are so many."""
    qtbot.waitUntil(lambda: page.shelf is not None and page.sample_button.isVisible())
    shelf = page.shelf
    assert shelf is not None
    qtbot.waitUntil(lambda: len(shelf.cards) == count and all(card.isVisible() for card in shelf.cards))
    return shelf.cards


def card_named(page: StartPage, name: str) -> RunCard:
    """The card of the run with that name."""
    assert page.shelf is not None
    return next(card for card in page.shelf.cards if card.run.name == name)


def words_on(card: RunCard) -> str:
    """All that a card's labels say."""
    return "\n".join(one.text() for one in card.findChildren(QLabel))


def choose_in_menu(text: str) -> None:
    """Click an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == text)
    action.trigger()
    menu.close()


def test_a_first_start_says_what_the_program_is_for_and_offers_three_ways_in(window: Window) -> None:
    page = window.workspace.start
    assert button_named(page, "Try the sample scenes").property("kind") == "primary"
    assert button_named(page, "Choose a folder…").isEnabled()
    assert button_named(page, "Choose an archive…").isEnabled()
    assert page.shelf is not None
    assert not page.shelf.isVisible()


def test_a_folder_dropped_on_the_page_opens_its_images(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    write_classes(tmp_path / "pets", {"cat": 4, "dog": 5})
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        drop(window.workspace.start, files([tmp_path / "pets"]))
        assert window.workspace.shown_page == "data"
        assert isinstance(session.request, DataRequest)
    assert session.settings.data.source == str(tmp_path / "pets")
    assert session.name == "pets"
    assert session.classes == ("cat", "dog")
    assert session.preferences.images_folder == tmp_path


def test_a_zip_dropped_on_the_page_opens_its_images(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    write_classes(tmp_path / "pets", {"cat": 4, "dog": 5})
    packed = write_zip(tmp_path / "pets.zip", contents_of(tmp_path / "pets"))
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        drop(window.workspace.start, files([packed]))
    assert session.report is not None
    assert session.report.images == 9


def test_a_veil_lies_over_the_page_while_something_hangs_over_it(window: Window, tmp_path: Path) -> None:
    page = window.workspace.start
    assert not page.drops.veil.isVisible()
    assert drag_over(page, files([tmp_path]))
    assert page.drops.veil.isVisible()
    assert page.drops.veil.geometry() == page.rect()
    drag_away(page)
    assert not page.drops.veil.isVisible()


def test_a_dragged_text_is_not_taken(window: Window) -> None:
    mime = QMimeData()
    mime.setText("cats")
    assert not drag_over(window.workspace.start, mime)
    assert not window.workspace.start.drops.veil.isVisible()


def test_many_things_at_once_are_refused_with_advice(window: Window, tmp_path: Path) -> None:
    drop(window.workspace.start, files([tmp_path / "a.jpg", tmp_path / "b.jpg"]))
    assert window.workspace.shown_page == "start"
    assert window.workspace.start.banner.isVisible()
    assert "2 items" in window.workspace.start.banner.happened
    assert "one folder" in window.workspace.start.banner.remedy


def test_a_folder_is_chosen_in_a_dialog_that_does_not_hold_up_the_window(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    write_classes(tmp_path / "pets", {"cat": 4, "dog": 5})
    click(window.workspace.start.drop_zone.folder_button)
    dialog = window.workspace.start.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        dialog.fileSelected.emit(str(tmp_path / "pets"))
        dialog.reject()
    assert session.classes == ("cat", "dog")


def replaced(file: Path, old: bytes, new: bytes) -> None:
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new, 1))


def test_a_damaged_run_hides_no_other(
    runs: Path, preferences: Preferences, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    damages = {
        "no text": ("run.json", b"scenes", b"sc\xff\xfees"),
        "no keys": ("run.json", b'"settings"', b'"sittings"'),
        "no numbers": ("summary.json", b'"accuracy": 0.75', b'"accuracy": [0.75]'),
        "no names": ("summary.json", b'"cat"', b'"c\xfft"'),
        "no depth": ("summary.json", b'"format": 1', b'"format": ' + b"[" * 100_000),
    }
    for name, (file, old, new) in damages.items():
        replaced(finished_run(runs / name).path / file, old, new)
    (runs / "no file").mkdir()
    (runs / "no file" / "run.json").mkdir()
    preferences.remember_run(runs / "no file")
    preferences.remember_run(runs / ("x" * 300))
    curves = finished_run(runs / "no curves")
    add_epochs(curves, "train", [0.5])
    curves.events.write_bytes(
        b'{"event":"epoch-done","stage":"tr\xffin"}\n\xff\n' + curves.events.read_bytes()
    )
    stages = finished_run(runs / "no stage")
    record = json.loads(stages.record.read_bytes())
    del record["stages"]["quantize"]
    stages.record.write_text(json.dumps(record))
    page = request.getfixturevalue("window").workspace.start
    shown_cards(page, qtbot, 2 + len(damages) + 4)
    for name, (file, *_) in damages.items():
        words = words_on(card_named(page, name))
        assert ("is damaged" if file == "summary.json" else "cannot be read") in words, name
        assert ("backup" if file == "summary.json" else "copy") in words, name
    assert card_named(page, "no curves").run.epochs[0].accuracies == (0.5,)
    assert "2 of 4 steps finished" in words_on(card_named(page, "no stage"))
    assert "75.0 %" in words_on(card_named(page, "newer"))


@pytest.mark.usefixtures("runs")
def test_runs_are_shown_newest_first_with_what_they_came_to(window: Window, qtbot: QtBot) -> None:
    cards = shown_cards(window.workspace.start, qtbot, 2)
    assert [card.run.name for card in cards] == ["newer", "older"]
    words = words_on(cards[1])
    assert "75.0 %" in words
    assert "KB" in words
    assert "3 classes" in words
    assert "ESP32-CAM" in words
    assert cards[1].run.epochs[0].accuracies == pytest.approx((0.4, 0.6, 0.8))
    assert "older" in cards[1].accessibleName()
    assert "75.0 %" in cards[1].accessibleName()
    assert window.workspace.start.sample_button.isVisible()


def test_what_a_stage_told_before_it_was_done_anew_is_not_in_its_curve(
    runs: Path, window: Window, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    add_epochs(RunFolder(runs / "older"), "train", [0.9])
    window.workspace.show_page("start")
    window.workspace.start._look_if_shown()
    qtbot.waitUntil(lambda: card_named(window.workspace.start, "older").run.epochs[0].accuracies == (0.9,))


def test_missing_and_damaged_runs_are_said_so_and_can_be_forgotten(
    runs: Path, preferences: Preferences, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    (runs / "newer" / "run.json").write_text("{")
    preferences.remember_run(runs / "gone away")
    page = request.getfixturevalue("window").workspace.start
    shown_cards(page, qtbot, 3)
    damaged, missing = card_named(page, "newer"), card_named(page, "gone away")
    assert "cannot be read" in words_on(damaged)
    assert "copy" in words_on(damaged)
    assert "no longer exists" in words_on(missing)
    assert button_named(damaged, "Show folder").isEnabled()
    click(button_named(missing, "Remove from list"))
    shown_cards(page, qtbot, 2)
    assert runs / "gone away" not in preferences.recent_runs


@pytest.mark.usefixtures("runs")
def test_a_finished_run_opens_by_a_click_at_the_step_after_its_last(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    click(card_named(window.workspace.start, "older"))
    assert window.workspace.shown_page == "board"
    assert session.name == "older"
    assert session.classes == CLASSES


def test_an_interrupted_run_goes_on_at_the_same_step(
    runs: Path, window: Window, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(RunFolder(runs / "older"), "prune")
    window.workspace.start._look_if_shown()
    qtbot.waitUntil(lambda: card_named(window.workspace.start, "older").run.condition == "interrupted")
    card = card_named(window.workspace.start, "older")
    qtbot.waitUntil(lambda: card.go_on is not None and card.go_on.isVisible())
    assert "Stopped: Prune" in words_on(card)
    asked: list[object] = []
    monkeypatch.setattr(session.task, "start", asked.append)
    click(button_named(card, "Continue"))
    assert window.workspace.shown_page == "prune"
    (request,) = asked
    assert isinstance(request, RunRequest)
    assert request.folder == str(runs / "older")
    assert request.until == "prune"
    assert request.start_from is None


def test_a_run_of_the_command_line_opens_from_anywhere(
    window: Window, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    finished_run(tmp_path / "elsewhere" / "mine")
    drop(window.workspace.start, files([tmp_path / "elsewhere" / "mine"]))
    assert session.name == "mine"
    assert window.workspace.shown_page == "board"
    window.workspace.show_page("start")
    shown_cards(window.workspace.start, qtbot, 1)


def test_a_folder_that_is_no_run_is_refused(window: Window, tmp_path: Path) -> None:
    click(window.workspace.start.other_run)
    dialog = window.workspace.start.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert "not a run folder" in window.workspace.start.banner.happened


def test_a_deleted_run_can_be_had_back(
    runs: Path, window: Window, preferences: Preferences, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    window.resize(SMALLEST)
    QApplication.processEvents()
    before = sorted(path.name for path in (runs / "older").iterdir())
    click(card_named(window.workspace.start, "older").menu_button)
    choose_in_menu("Delete")
    shown_cards(window.workspace.start, qtbot, 1)
    assert not (runs / "older").exists()
    assert window.workspace.start.shelf is not None
    toast = window.workspace.start.shelf.toast
    assert toast.isVisible()
    assert "'older' was deleted" in toast.text.text()
    assert lasting_faults(window) == []
    # The keyboard goes on at the next run.
    assert window.focusWidget() is card_named(window.workspace.start, "newer")
    click(toast.action)
    shown_cards(window.workspace.start, qtbot, 2)
    assert sorted(path.name for path in (runs / "older").iterdir()) == before
    assert not (runs / TRASH).exists()
    assert not toast.isVisible()
    assert runs / "older" in preferences.recent_runs


def test_room_is_made_in_a_run_without_touching_its_models(runs: Path, window: Window, qtbot: QtBot) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    image, model = runs / "older" / "model.img", (runs / "older" / "huffman.tflite").read_bytes()
    image.write_bytes(bytes(250_000))
    click(card_named(window.workspace.start, "older").menu_button)
    choose_in_menu("Free disk space")
    assert window.workspace.start.shelf is not None
    toast = window.workspace.start.shelf.toast
    qtbot.waitUntil(toast.isVisible)
    assert "Freed 250.0 KB of 'older'." in toast.text.text()
    assert not image.exists()
    assert (runs / "older" / "huffman.tflite").read_bytes() == model


def test_a_deleted_run_is_restored_from_the_bin_also_after_a_restart(
    runs: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    before = sorted(path.name for path in (runs / "older").iterdir())
    throw_away(runs / "older")
    window = request.getfixturevalue("window")
    shelf = window.workspace.start.shelf
    shown_cards(window.workspace.start, qtbot, 1)
    qtbot.waitUntil(shelf.bin.isVisible)
    click(shelf.bin)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose_in_menu(next(one.text() for one in menu.actions() if one.text().startswith("Restore 'older'")))
    shown_cards(window.workspace.start, qtbot, 2)
    assert sorted(path.name for path in (runs / "older").iterdir()) == before
    qtbot.waitUntil(lambda: not shelf.bin.isVisible())


@pytest.mark.parametrize("answer", ["Cancel", "Delete permanently"])
def test_deleted_runs_are_removed_for_good_after_a_question(
    runs: Path, window: Window, qtbot: QtBot, answer: str
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    press(card_named(window.workspace.start, "older"), Qt.Key.Key_Delete)
    shelf = window.workspace.start.shelf
    assert shelf is not None
    shelf.toast.finish()
    assert len(list((runs / TRASH).iterdir())) == 1
    qtbot.waitUntil(shelf.bin.isVisible)
    click(shelf.bin)
    choose_in_menu("Delete all permanently…")
    box = shelf.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "1 deleted run will be removed" in box.text()
    click(button_named(box, answer))
    if answer == "Cancel":
        assert len(list((runs / TRASH).iterdir())) == 1
    else:
        qtbot.waitUntil(lambda: not (runs / TRASH).exists())
        qtbot.waitUntil(lambda: not shelf.bin.isVisible())
    assert (runs / "newer").exists()


def test_a_run_gets_another_name_and_stays_open(
    runs: Path, window: Window, session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    session.open(runs / "older")
    window.workspace.show_page("start")
    for name, refused in (("newer", "newer already exists"), ("Kitchen: day 2", "")):
        click(card_named(window.workspace.start, "older").menu_button)
        choose_in_menu("Rename…")
        dialog = window.workspace.start.findChild(QInputDialog)
        assert isinstance(dialog, QInputDialog)
        assert dialog.textValue() == "older"
        dialog.setTextValue(name)
        dialog.accept()
        assert refused in window.workspace.start.banner.happened
        qtbot.waitUntil(lambda: window.workspace.start.findChild(QInputDialog) is None)
    qtbot.waitUntil(lambda: (runs / "Kitchen_ day 2" / "run.json").is_file())
    assert not (runs / "older").exists()
    assert session.name == "Kitchen_ day 2"
    assert runs / "Kitchen_ day 2" in preferences.recent_runs
    shelf = window.workspace.start.shelf
    assert shelf is not None
    qtbot.waitUntil(lambda: "Kitchen_ day 2" in [card.run.name for card in shelf.cards])


def test_what_was_in_the_trash_for_a_month_goes_at_the_next_start(
    runs: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    (runs / TRASH / "1 older").mkdir(parents=True)
    (runs / TRASH / "9999999999999999999 younger").mkdir()
    finished_run(runs / TRASH / "2 run")
    for name in ("3 mine", "mine"):
        (runs / TRASH / name).mkdir()
        (runs / TRASH / name / "notes.txt").write_text("mine")
    request.getfixturevalue("window")
    qtbot.waitUntil(lambda: not any((runs / TRASH / name).exists() for name in ("1 older", "2 run")))
    kept = {"9999999999999999999 younger", "3 mine", "mine"}
    assert {path.name for path in (runs / TRASH).iterdir()} == kept
    assert all((runs / TRASH / name / "notes.txt").is_file() for name in ("3 mine", "mine"))


def test_the_open_run_is_closed_when_it_is_deleted(
    runs: Path, window: Window, session: Session, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    session.open(runs / "older")
    press(card_named(window.workspace.start, "older"), Qt.Key.Key_Delete)
    assert session.folder is None
    assert not session.has_images


def test_a_run_that_something_works_on_is_not_deleted(runs: Path, window: Window, qtbot: QtBot) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    with locked(runs / "older" / "run.lock"):
        press(card_named(window.workspace.start, "older"), Qt.Key.Key_Delete)
    assert (runs / "older" / "run.json").exists()
    assert "Another process" in window.workspace.start.banner.happened


def test_two_runs_are_compared_side_by_side(runs: Path, window: Window, qtbot: QtBot) -> None:
    folder = RunFolder(runs / "older")
    record = folder.read_record()
    settings = msgspec.structs.replace(record.settings, train=changed(record.settings.train, epochs=7))
    folder.write_record(msgspec.structs.replace(record, settings=settings))
    for name in ("newer", "older"):
        details = {"classes": [{"name": one, "accuracy": 0.5} for one in CLASSES]}
        RunFolder(runs / name).write_json(RunFolder(runs / name).details("huffman"), details)
    window.workspace.start._look_if_shown()
    shelf = window.workspace.start.shelf
    assert shelf is not None
    # The card of a run that has changed is another one, made and shown when the event loop comes to it.
    qtbot.waitUntil(
        lambda: any(
            card.run.name == "older" and card.run.settings == settings and card.isVisible()
            for card in shelf.cards
        )
    )
    press(card_named(window.workspace.start, "newer"), Qt.Key.Key_C)
    assert card_named(window.workspace.start, "newer").accessibleDescription() == "Selected for comparison"
    click(card_named(window.workspace.start, "older"))
    assert window.workspace.shown_page == "start"
    dialog = window.findChild(ComparisonDialog)
    assert isinstance(dialog, ComparisonDialog)
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert "significant" in dialog.verdict.text()
    assert [pair.name for pair in dialog.classes.pairs] == list(CLASSES)
    assert all(figure and figure.text.endswith("KB") for figure in dialog.sizes.pairs[-1].figures)
    words = [one.text() for one in dialog.findChildren(QLabel)]
    assert "train.epochs" in words
    assert "7" in words
    click(dialog.close_button)


def test_accuracies_on_other_images_are_not_compared(runs: Path, window: Window, qtbot: QtBot) -> None:
    other = RunFolder(runs / "older")
    content = msgspec.json.decode(other.data.read_bytes())
    other.write_json(other.data, content | {"fingerprint": "of other images"})
    shown_cards(window.workspace.start, qtbot, 2)
    press(card_named(window.workspace.start, "newer"), Qt.Key.Key_C)
    press(card_named(window.workspace.start, "older"), Qt.Key.Key_Return)
    dialog = window.findChild(ComparisonDialog)
    assert isinstance(dialog, ComparisonDialog)
    qtbot.waitUntil(lambda: dialog.comparison is not None)
    assert "different test images" in dialog.verdict.text()
    dialog.reject()


def test_keys_alone_reach_every_run_and_every_way_in(
    runs: Path, window: Window, session: Session, qtbot: QtBot
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    wanted = {"Archive…", "Try the sample scenes", "Open a run…"}
    names: list[str] = []
    window.workspace.start.drop_zone.folder_button.setFocus()
    for _ in range(12):
        focused = window.focusWidget()
        assert focused is not None
        name = focused.accessibleName() or getattr(focused, "text", str)()
        assert name
        names.append(name)
        press(focused, Qt.Key.Key_Tab)
    assert wanted <= set(names)
    assert sum("75.0 %" in name for name in names) >= 2
    card = card_named(window.workspace.start, "newer")
    card.setFocus()
    press(card, Qt.Key.Key_Return)
    assert session.name == "newer"
    assert runs.exists()


def test_nothing_else_is_opened_while_a_run_is_at_work(
    runs: Path, window: Window, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_cards(window.workspace.start, qtbot, 2)
    monkeypatch.setattr(session.task, "_command", _SLOW_WORKER)
    session.open(runs / "newer")
    session.start("huffman")
    window.workspace.show_page("start")
    click(window.workspace.start.sample_button)
    assert session.name == "newer"
    assert "A task of the run 'newer' is in progress." in window.workspace.start.banner.happened
    click(card_named(window.workspace.start, "newer"))
    assert window.workspace.shown_page == "huffman"
    with qtbot.waitSignal(session.ended, timeout=10_000):
        session.stop()


def test_a_window_in_another_language_shows_the_same_runs(
    runs: Path, program: Program, qtbot: QtBot, preferences: Preferences
) -> None:
    shown_cards(program.window.workspace.start, qtbot, 2)
    program.set_language("de")
    shown_cards(program.window.workspace.start, qtbot, 2)
    assert runs == preferences.runs_folder
