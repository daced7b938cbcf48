"""The page Train: before, during and after."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.steps.stage_page import Phase
from app.steps.train.page import TrainPage
from app.window import Window
from core.events import Crashed, EpochDone, StageStarted, Stopped, Succeeded
from core.pipeline.run_folder import RunFolder
from core.settings import PRESETS, DataSettings, NetworkSettings, RunSettings, TrainSettings
from tests.builders.pictures import write_classes
from tests.ui.hands import button_named, click, press, type_into

_WORK_LIMIT = 240_000


def train_page(window: Window) -> TrainPage:
    window.show_page("train")
    page = window.pages["train"]
    assert isinstance(page, TrainPage)
    return page


@pytest.fixture
def new_page(window: Window, session: Session) -> TrainPage:
    """The page with pictures chosen and nothing trained."""
    session.begin("scenes", "Sample scenes")
    return train_page(window)


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> TrainPage:
    """The page of a finished run."""
    session.open(own_run.path)
    page = train_page(window)
    qtbot.waitUntil(page.tabs.isVisible)
    return page


def test_each_preset_is_a_card_that_sets_the_run(new_page: TrainPage, session: Session) -> None:
    assert new_page.phase is Phase.READY
    assert new_page.presets.key == "quick"
    click(new_page.presets.cards["best"])
    assert session.settings.train == PRESETS["best"].train
    assert session.settings.prune == PRESETS["best"].prune
    assert session.settings.data.source == "scenes"
    assert new_page.presets.key == "best"
    press(new_page.presets.cards["best"], Qt.Key.Key_Left)
    assert session.settings.train == PRESETS["balanced"].train


def test_cards_have_the_time_that_is_expected_once_pictures_were_counted(
    finished_page: TrainPage, new_page: TrainPage, session: Session, own_run: RunFolder
) -> None:
    assert new_page.presets.cards["quick"].figure == f"{PRESETS['quick'].train.epochs} epochs"
    session.open(own_run.path)
    figures = [card.figure for card in finished_page.presets.cards.values()]
    assert all(figure.startswith("about ") for figure in figures), figures


def test_more_opens_the_settings_and_wrong_input_explains_itself(
    new_page: TrainPage, session: Session
) -> None:
    epochs = new_page.options.fields["train", "epochs"]
    assert not epochs.isVisible()
    click(new_page.more.opener)
    assert epochs.isVisible()
    assert isinstance(epochs.control, QSpinBox)
    type_into(epochs.control, "0")
    assert epochs.sentence.text() == "This can be 1 to 1,000."
    assert session.settings.train.epochs == PRESETS["quick"].train.epochs
    type_into(epochs.control, "7")
    assert session.settings.train.epochs == 7
    assert new_page.presets.key == ""
    seed = new_page.options.fields["", "seed"].control
    assert isinstance(seed, QSpinBox)
    type_into(seed, "5")
    assert session.settings.seed == 5


def test_start_weights_are_a_file_or_none(new_page: TrainPage, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "squeezenet1_1.pth"
    file.touch()
    click(new_page.more.opener)
    start = new_page.start_weights
    dialog = start.choose()
    dialog.selectFile(str(file))
    dialog.fileSelected.emit(str(file))
    dialog.close()
    assert session.settings.train.start_weights == str(file)
    assert start.file.text() == "squeezenet1_1.pth"
    click(start.drop_button)
    assert session.settings.train.start_weights is None
    assert not start.drop_button.isVisible()


def test_settings_that_do_not_go_together_say_so(new_page: TrainPage, session: Session) -> None:
    session.change("network", bypass="simple")
    click(new_page.more.opener)
    network = new_page.options.fields["network", "name"]
    network.changed.emit("alexnet")
    assert session.settings.network.name == PRESETS["quick"].network.name
    assert "alexnet" in network.sentence.text()
    assert network.is_refused


def test_a_finished_run_is_shown_from_its_folder(
    finished_page: TrainPage, own_run: RunFolder, qtbot: QtBot
) -> None:
    page, figures = finished_page, own_run.read_summary().of("train")
    assert figures is not None
    assert page.phase is Phase.DONE
    assert page.accuracy.figure.text() == f"{figures.accuracy * 100:.1f} %"
    assert "pictures it had never seen" in page.accuracy.sentence.text()
    assert [bar.name for bar in page.tabs.classes.bars] != []
    page.tabs.bar.setFocus()
    press(page.tabs.bar, Qt.Key.Key_Right)
    assert page.tabs.confusion.isVisible()
    assert not page.tabs.classes.isVisible()
    press(page.tabs.bar, Qt.Key.Key_Right)
    mistakes = page.tabs.mistakes
    assert mistakes.tiles
    qtbot.waitUntil(lambda: mistakes.pictures_shown == len(mistakes.tiles))


def test_the_button_of_a_finished_stage_goes_on_or_does_it_again_with_other_settings(
    finished_page: TrainPage, window: Window, session: Session
) -> None:
    assert finished_page.primary.text() == "Next: Prune"
    click(finished_page.setup_opener)
    click(finished_page.presets.cards["balanced"])
    assert finished_page.primary.text() == "Train again"
    session.replace_settings(session.record.settings if session.record else session.settings)
    click(finished_page.primary)
    assert window.shown_page == "prune"


def tiny_settings(pictures: Path, epochs: int) -> RunSettings:
    return RunSettings(
        data=DataSettings(source=str(pictures), image_size=32),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=epochs, batch_size=16),
    )


@pytest.mark.timeout(600)
def test_training_stops_goes_on_and_outlives_its_killed_worker(
    window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    pictures = tmp_path / "pets"
    write_classes(pictures, {"cat": 40, "dog": 40})
    session.begin(str(pictures), "pets")
    session.replace_settings(tiny_settings(pictures, epochs=20))
    page = train_page(window)
    epochs: list[EpochDone] = []
    started: list[StageStarted] = []
    session.reported.connect(lambda events: epochs.extend(e for e in events if isinstance(e, EpochDone)))
    session.reported.connect(
        lambda events: started.extend(e for e in events if isinstance(e, StageStarted) and e.stage == "train")
    )
    assert window.progress is not None

    click(page.primary)
    assert page.phase is Phase.AT_WORK
    assert not page.primary.isVisible()
    qtbot.waitUntil(lambda: bool(epochs), timeout=_WORK_LIMIT)
    qtbot.waitUntil(lambda: page.figures.text("accuracy") != "-")
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(window.progress.stop)
    assert isinstance(ended.args[0], Stopped)
    learned = epochs[-1].epoch
    assert learned < 20
    assert session.state("train") is StageState.INTERRUPTED
    assert page.primary.text() == "Go on"
    assert page.note.text() == f"It goes on with epoch {learned + 1} of 20."
    assert page.banner.severity == "warning"

    epochs.clear()
    click(page.primary)
    assert page.banner.severity is None
    qtbot.waitUntil(lambda: bool(epochs), timeout=_WORK_LIMIT)
    assert started[-1].resumed_epoch == learned
    assert epochs[0].epoch == learned + 1
    assert session.task.pid is not None
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        os.kill(session.task.pid, signal.SIGKILL)
    assert isinstance(ended.args[0], Crashed)
    assert page.banner.severity == "bad"
    assert "ended from outside" in page.banner.happened
    kept = epochs[-1].epoch

    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(button_named(page.banner, "Go on"))
    assert isinstance(ended.args[0], Succeeded)
    assert started[-1].resumed_epoch >= kept
    assert epochs[-1].epoch == 20
    assert window.shown_page == "prune"
    window.show_page("train")
    assert page.phase is Phase.DONE
    qtbot.waitUntil(page.tabs.isVisible)


def test_an_interrupted_run_that_is_opened_goes_on_where_it_was(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    record = own_run.read_record()
    stages = record.stages | {"train": msgspec.structs.replace(record.stages["train"], state="started")}
    own_run.write_record(msgspec.structs.replace(record, stages=stages))
    events = own_run.events.read_bytes().splitlines(keepends=True)
    first_epoch = next(n for n, line in enumerate(events) if b'"epoch-done"' in line)
    own_run.events.write_bytes(b"".join(events[: first_epoch + 1]))
    session.open(own_run.path)
    page = train_page(window)
    assert page.phase is Phase.INTERRUPTED
    assert page.primary.text() == "Go on"
    qtbot.waitUntil(lambda: page.note.text() == "It goes on with epoch 2 of 2.")
    assert page.figures.text("epoch") == "1 of 2"
