"""The page Prune: before, during and after."""

from __future__ import annotations

import os
import signal

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.steps.page import Phase
from app.steps.prune import Layer, PrunePage, PruneStory, gone_fraction, since_training
from app.window import Window
from app.wording import size
from core.compression.prediction import predicted_size
from core.events import Crashed, EpochDone, LayerReport, PruneTrial, StageStarted, Succeeded
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from tests.ui.hands import button_named, click, press, type_into

_WORK_LIMIT = 240_000


def layer(name: str, gone: float, weights: float) -> LayerReport:
    return LayerReport(stage="prune", layer=name, figures={"sparsity": gone, "weights": weights})


def trial(number: int, drop: float, accepted: bool = True) -> PruneTrial:
    return PruneTrial(
        trial=number, most=7, filters=0.1, sparsity=0.8, accuracy=0.9, drop=drop, accepted=accepted
    )


def unpruned(folder: RunFolder) -> None:
    """Make a finished run one whose training only is finished."""
    record = folder.read_record()
    stages = dict(record.stages)
    for stage in ("prune", "quantize", "huffman"):
        stages[stage] = msgspec.structs.replace(stages[stage], state="waiting", fingerprint="")
    folder.write_record(msgspec.structs.replace(record, stages=stages))
    summary = folder.read_summary()
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=summary.stages[:1]))
    told = folder.events.read_bytes()
    folder.events.write_bytes(told[: told.index(b'{"event":"stage-started","stage":"prune"')])


def prune_page(window: Window) -> PrunePage:
    window.workspace.show_page("prune")
    page = window.workspace.pages["prune"]
    assert isinstance(page, PrunePage)
    return page


@pytest.fixture
def trained_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> PrunePage:
    """The page of a run that is trained and not pruned."""
    unpruned(own_run)
    session.open(own_run.path)
    page = prune_page(window)
    qtbot.waitUntil(lambda: "about" in page.chooser.figure.text())
    return page


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> PrunePage:
    """The page of a finished run."""
    session.open(own_run.path)
    page = prune_page(window)
    # The details of two stages are read in threads, one by one; the classes are compared when both are there.
    qtbot.waitUntil(lambda: bool(page.layers.bars.bars and page.tabs.classes.bars[0].before is not None))
    return page


def test_layers_and_tries_are_the_same_whether_told_at_once_or_one_by_one() -> None:
    events = [
        StageStarted(stage="prune"),
        layer("conv1", 0.0, 100),
        trial(1, 0.2),
        layer("conv1", 0.5, 100),
        layer("conv10", 1.0, 300),
        trial(2, 1.4, accepted=False),
    ]
    at_once, one_by_one = PruneStory(), PruneStory()
    at_once.take(events)
    for event in events:
        one_by_one.take([event])
    assert at_once == one_by_one
    assert gone_fraction(at_once.layers) == pytest.approx(0.875)
    assert [tried.trial for tried in at_once.trials] == [1, 2]
    at_once.take([StageStarted(stage="prune"), trial(1, 0.3)])
    assert at_once.layers == {}
    assert [tried.drop for tried in at_once.trials] == [0.3]
    assert not at_once.take([StageStarted(stage="quantize")])


def test_what_goes_with_its_filters_counts_as_gone() -> None:
    layers = {"conv1": Layer(0.5, 60), "conv10": Layer(0.25, 80)}
    assert since_training(layers, {"conv1": 100}) == {"conv1": Layer(0.7, 100), "conv10": Layer(0.25, 80)}
    assert gone_fraction({}) is None


def test_before_training_the_page_says_what_comes_first(window: Window, session: Session) -> None:
    session.begin("scenes", "Sample scenes")
    page = prune_page(window)
    assert page.phase is Phase.TOO_EARLY
    assert not page.primary.isVisible()
    click(button_named(page, "Go to Train"))
    assert window.workspace.shown_page == "train"


def test_the_slider_says_by_keys_how_large_the_file_will_be(
    trained_page: PrunePage, session: Session, own_run: RunFolder
) -> None:
    details = msgspec.json.decode(own_run.details("train").read_bytes(), type=Details)
    chooser = trained_page.chooser
    assert trained_page.primary.text() == "Prune"
    press(chooser.slider, Qt.Key.Key_End)
    press(chooser.slider, Qt.Key.Key_PageDown)
    press(chooser.slider, Qt.Key.Key_Left)
    assert session.settings.prune.sparsity == 0.92
    about = size(predicted_size(details.predicted_sizes, 0.92))
    assert chooser.figure.text() == f"92 % removed → about {about}"
    assert "times smaller" in chooser.sentence.text()
    assert about in chooser.slider.accessibleDescription()


def test_the_smallest_within_some_points_is_asked_for_with_a_switch(
    trained_page: PrunePage, session: Session
) -> None:
    chooser = trained_page.chooser
    click(chooser.finds_itself)
    assert session.settings.prune.target_drop == 1.0
    assert not chooser.slider.isEnabled()
    type_into(chooser.points, "0.5")
    assert session.settings.prune.target_drop == 0.5
    assert "points: 0.5." in chooser.sentence.text()
    press(chooser.finds_itself, Qt.Key.Key_Space)
    assert session.settings.prune.target_drop is None
    assert chooser.slider.isEnabled()


def test_layers_fill_and_tries_are_listed_as_they_are_reported(
    trained_page: PrunePage, session: Session
) -> None:
    click(trained_page.chooser.finds_itself)
    session.reported.emit([layer("new1", 0.0, 100), layer("new2_squeeze1x1", 0.5, 300)])
    session.reported.emit([layer("new1", 0.2, 100), trial(1, 0.4), trial(2, 3.0, accepted=False)])
    bars = trained_page.live_layers.bars
    assert [bar.share for bar in bars.bars] == pytest.approx([0.2, 0.5])
    assert bars.words_of(1) == "new2_squeeze1x1: 50.0 % of 300 weights removed."
    assert trained_page.figures.text("gone") == "42.5 %"
    assert [bar.figure for bar in trained_page.search.bars.bars] == [
        "0.4 points lost  ✓",
        "3.0 points lost: too much  ✗",
    ]


def test_a_finished_run_is_shown_from_its_folder(finished_page: PrunePage, own_run: RunFolder) -> None:
    page, summary = finished_page, own_run.read_summary()
    before, after = summary.of("train"), summary.of("prune")
    assert before is not None
    assert after is not None
    assert page.accuracy.before.figure.text() == f"{before.accuracy * 100:.1f} %"
    assert page.accuracy.after.figure.text() == f"{after.accuracy * 100:.1f} %"
    assert page.accuracy.difference.text()
    assert "held-out test images" in page.accuracy.basis.text()
    details = msgspec.json.decode(own_run.details("prune").read_bytes(), type=Details)
    shares = [own["sparsity"] for own in details.layers]
    assert [bar.share for bar in page.layers.bars.bars] == pytest.approx(shares)
    assert page.tabs.classes.bars[0].before is not None
    assert page.primary.text() == "Next: Quantize"


def test_other_settings_make_it_prune_again(finished_page: PrunePage) -> None:
    click(finished_page.setup_opener)
    press(finished_page.chooser.slider, Qt.Key.Key_Right)
    assert finished_page.primary.text() == "Prune again"
    press(finished_page.chooser.slider, Qt.Key.Key_Left)
    assert finished_page.primary.text() == "Next: Quantize"


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [1], indirect=True)
def test_pruning_goes_on_from_the_last_epoch_after_its_worker_was_killed(
    trained_page: PrunePage, window: Window, session: Session, qtbot: QtBot
) -> None:
    session.change("prune", epochs=20)
    epochs: list[EpochDone] = []
    started: list[StageStarted] = []
    session.reported.connect(lambda events: epochs.extend(e for e in events if isinstance(e, EpochDone)))
    session.reported.connect(
        lambda events: started.extend(e for e in events if isinstance(e, StageStarted) and e.stage == "prune")
    )
    click(trained_page.primary)
    qtbot.waitUntil(lambda: bool(epochs), timeout=_WORK_LIMIT)
    qtbot.waitUntil(lambda: trained_page.figures.text("gone") != "-")
    assert trained_page.phase is Phase.AT_WORK
    assert trained_page.live_layers.isVisible()
    assert session.task.pid is not None
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        os.kill(session.task.pid, signal.SIGKILL)
    assert isinstance(ended.args[0], Crashed)
    kept = epochs[-1].epoch
    assert kept < 20
    assert session.state("prune") is StageState.INTERRUPTED
    assert trained_page.banner.severity == "bad"
    assert "last finished epoch" in trained_page.banner.remedy

    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(trained_page.primary)
    assert isinstance(ended.args[0], Succeeded)
    assert started[-1].resumed_epoch >= kept
    assert window.workspace.shown_page == "prune"
    assert trained_page.primary.text() == "Next: Quantize"
    assert trained_page.accuracy.difference.text()
