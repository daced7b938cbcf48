"""The page Train: before, during and after."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSpinBox
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.steps.page import Phase
from app.steps.train import TrainPage
from app.window import Window
from core.events import AnyEvent, Crashed, EpochDone, Progress, StageStarted, Stopped, Succeeded
from core.networks.start_weights import ADDRESS_VARIABLE
from core.runs.folder import RunFolder
from core.settings import PRESETS
from tests.builders.web_server import (
    WebServer,
    halting,
    published_name,
    web_server,
    whole,
    without_proxies,
)
from tests.ui.hands import button_named, click, click_at, press, type_into

_WORK_LIMIT = 240_000
WEIGHTS = bytes(range(251)) * 2000
"""What a server has in the place of weights."""


def train_page(window: Window) -> TrainPage:
    window.workspace.show_page("train")
    page = window.workspace.pages["train"]
    assert isinstance(page, TrainPage)
    return page


@pytest.fixture(autouse=True)
def account_without_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was fetched on this computer is not seen."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def new_page(window: Window, session: Session) -> TrainPage:
    """The page with images chosen and nothing trained."""
    session.begin("scenes", "Sample scenes")
    return train_page(window)


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> TrainPage:
    """The page of a finished run."""
    session.open(own_run.path)
    page = train_page(window)
    qtbot.waitUntil(lambda: bool(page.tabs.classes.bars))
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


def test_cards_have_the_time_that_is_expected_once_images_were_counted(
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
    assert epochs.sentence.text() == "Allowed: 1 to 1,000."
    assert session.settings.train.epochs == PRESETS["quick"].train.epochs
    type_into(epochs.control, "7")
    assert session.settings.train.epochs == 7
    assert new_page.presets.key == ""
    seed = new_page.options.fields["", "seed"].control
    assert isinstance(seed, QSpinBox)
    type_into(seed, "5")
    assert session.settings.seed == 5


def choose_start(page: TrainPage, text: str) -> None:
    """Open the list of what training can start from with the space bar, and click on a line of it."""
    choice = page.start_weights.choice
    # A list that a click has opened takes no click for a moment: it could be the second of two.
    press(choice, Qt.Key.Key_Space)
    lines = choice.view()
    click_at(lines.viewport(), lines.visualRect(choice.model().index(choice.findText(text), 0)).center())


def test_training_starts_from_what_is_chosen(new_page: TrainPage, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "squeezenet1_1.pth"
    file.touch()
    click(new_page.more.opener)
    start = new_page.start_weights
    choose_start(new_page, "ImageNet weights (download, 5 MB)")
    assert session.settings.train.start_weights == "imagenet"
    choose_start(new_page, "A file…")
    dialog = start.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    assert session.settings.train.start_weights == "imagenet"
    assert start.choice.currentText() == "ImageNet weights (download, 5 MB)"
    chosen = start.choose("file")
    assert chosen is not None
    chosen.fileSelected.emit(str(file))
    chosen.reject()
    assert session.settings.train.start_weights == str(file)
    assert start.choice.currentText() == "A file…"
    assert start.file.isVisible()
    assert start.file.text() == str(file)
    choose_start(new_page, "From scratch")
    assert session.settings.train.start_weights == "scratch"
    assert not start.file.isVisible()
    assert not start.fetch_button.isVisible()


def test_the_starting_network_says_for_which_networks_it_is(new_page: TrainPage, session: Session) -> None:
    page = new_page
    click(page.more.opener)
    choose_start(page, "From scratch")
    choose_start(page, "Starting network (included)")
    assert session.settings.train.start_weights == "shipped"
    assert "general images" in page.start_weights.sentence.text()
    session.change("network", name="squeezenet-1.0")
    assert "different layers" in page.start_weights.sentence.text()


def test_another_preset_leaves_the_start_as_it_was_chosen(new_page: TrainPage, session: Session) -> None:
    click(new_page.more.opener)
    choose_start(new_page, "ImageNet weights (download, 5 MB)")
    assert new_page.presets.key == "quick"
    click(new_page.presets.cards["best"])
    assert session.settings.train.start_weights == "imagenet"
    assert session.settings.train.epochs == PRESETS["best"].train.epochs
    assert new_page.presets.key == "best"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A server with ImageNet weights."""
    without_proxies(monkeypatch)
    with web_server({published_name(WEIGHTS): whole(WEIGHTS)}) as running:
        monkeypatch.setenv(ADDRESS_VARIABLE, running.address + published_name(WEIGHTS))
        yield running


def fetched_files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "data").rglob("*.pth*"))


def test_imagenet_weights_are_fetched_by_a_click(
    server: WebServer, window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.begin("scenes", "Sample scenes")
    page = train_page(window)
    click(page.more.opener)
    choose_start(page, "ImageNet weights (download, 5 MB)")
    start = page.start_weights
    assert session.settings.train.start_weights == "imagenet"
    assert "Download it from 127.0.0.1" in start.sentence.text()
    told: list[AnyEvent] = []
    session.reported.connect(told.extend)
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(start.fetch_button)
        assert not page.primary.isEnabled()
        assert not start.fetch_button.isEnabled()
    assert isinstance(ended.args[0], Succeeded)
    assert [event.done for event in told if isinstance(event, Progress)][-1] == len(WEIGHTS)
    assert start.choice.currentText() == "ImageNet weights"
    assert not start.fetch_button.isVisible()
    [file] = fetched_files(tmp_path)
    assert file.read_bytes() == WEIGHTS
    assert file.name in start.sentence.text()
    assert page.primary.isEnabled()
    assert server.asked == [published_name(WEIGHTS)]


def test_a_download_is_stopped_by_a_click_and_leaves_nothing(
    server: WebServer, window: Window, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    server.answers[published_name(WEIGHTS)] = halting(WEIGHTS, go_on)
    session.begin("scenes", "Sample scenes")
    page = train_page(window)
    click(page.more.opener)
    choose_start(page, "ImageNet weights (download, 5 MB)")
    click(page.start_weights.fetch_button)
    assert window.workspace.progress is not None
    bar = window.workspace.progress.bar
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() > 0, timeout=_WORK_LIMIT)
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(window.workspace.progress.stop)
    go_on.set()
    assert isinstance(ended.args[0], Stopped)
    assert fetched_files(tmp_path) == []
    assert page.start_weights.fetch_button.isVisible()


def test_training_that_cannot_start_offers_to_fetch_and_offline_says_so(
    server: WebServer,
    window: Window,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, "http://nowhere.invalid" + published_name(WEIGHTS))
    session.begin("scenes", "Sample scenes")
    page = train_page(window)
    click(page.more.opener)
    choose_start(page, "ImageNet weights (download, 5 MB)")
    click(page.primary)
    assert not session.is_busy
    assert "not on this computer" in page.banner.happened
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT):
        click(button_named(page.banner, "Download"))
    assert page.banner.severity == "bad"
    assert "offline" in page.banner.happened
    assert fetched_files(tmp_path) == []
    monkeypatch.setenv(ADDRESS_VARIABLE, server.address + published_name(WEIGHTS))
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(button_named(page.banner, "Try again"))
    assert isinstance(ended.args[0], Succeeded)
    assert page.banner.severity is None


def test_a_network_that_nothing_was_published_for_is_told(
    server: WebServer, new_page: TrainPage, session: Session
) -> None:
    session.change("network", width=0.5)
    click(new_page.more.opener)
    choose_start(new_page, "ImageNet weights (download, 5 MB)")
    assert "width 1" in new_page.start_weights.sentence.text()
    assert not new_page.start_weights.fetch_button.isVisible()
    click(new_page.primary)
    assert not session.is_busy
    assert "squeezenet-1.0" in new_page.banner.happened
    assert server.asked == []


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
    assert "held-out test images" in page.accuracy.sentence.text()
    assert [bar.name for bar in page.tabs.classes.bars] != []
    page.tabs.bar.setFocus()
    press(page.tabs.bar, Qt.Key.Key_Right)
    assert page.tabs.confusion.isVisible()
    assert not page.tabs.classes.isVisible()
    press(page.tabs.bar, Qt.Key.Key_Right)
    mistakes = page.tabs.mistakes
    assert mistakes.tiles
    qtbot.waitUntil(lambda: mistakes.images_shown == len(mistakes.tiles))


def test_the_button_of_a_finished_stage_goes_on_or_does_it_again_with_other_settings(
    finished_page: TrainPage, window: Window, session: Session
) -> None:
    assert finished_page.primary.text() == "Next: Prune"
    click(finished_page.setup_opener)
    click(finished_page.presets.cards["balanced"])
    assert finished_page.primary.text() == "Train again"
    session.replace_settings(session.record.settings if session.record else session.settings)
    click(finished_page.primary)
    assert window.workspace.shown_page == "prune"


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [2], indirect=True)
def test_training_stops_goes_on_and_outlives_its_killed_worker(
    window: Window, session: Session, finished_run: RunFolder, qtbot: QtBot
) -> None:
    settings = finished_run.read_record().settings
    session.begin(settings.data.source, "pets")
    session.replace_settings(settings)
    session.change("train", epochs=20)
    page = train_page(window)
    epochs: list[EpochDone] = []
    started: list[StageStarted] = []
    session.reported.connect(lambda events: epochs.extend(e for e in events if isinstance(e, EpochDone)))
    session.reported.connect(
        lambda events: started.extend(e for e in events if isinstance(e, StageStarted) and e.stage == "train")
    )
    assert window.workspace.progress is not None

    click(page.primary)
    assert page.phase is Phase.AT_WORK
    assert not page.primary.isVisible()
    qtbot.waitUntil(lambda: bool(epochs), timeout=_WORK_LIMIT)
    qtbot.waitUntil(lambda: page.figures.text("accuracy") != "-")
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(window.workspace.progress.stop)
    assert isinstance(ended.args[0], Stopped)
    learned = epochs[-1].epoch
    assert learned < 20
    assert session.state("train") is StageState.INTERRUPTED
    assert page.primary.text() == "Continue"
    assert page.note.text() == f"Continues with epoch {learned + 1} of 20."
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
    assert "ended by the system" in page.banner.happened
    kept = epochs[-1].epoch

    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(button_named(page.banner, "Continue"))
    assert isinstance(ended.args[0], Succeeded)
    assert started[-1].resumed_epoch >= kept
    assert epochs[-1].epoch == 20
    assert window.workspace.shown_page == "train"
    assert page.phase is Phase.DONE
    assert page.primary.text() == "Next: Prune"
    qtbot.waitUntil(lambda: page.tabs.isVisible() and bool(page.tabs.classes.bars))


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
    assert page.primary.text() == "Continue"
    qtbot.waitUntil(lambda: page.note.text() == "Continues with epoch 2 of 2.")
    assert page.figures.text("epoch") == "1 of 2"
