"""From events to curves, and where they lie on the timeline."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charts.bands import band_at, bands
from app.charts.curves import HIGHEST_ACCURACY, RunCurves, ThinnedCurve, value_range
from app.charts.plot import EpochAxis
from app.charts.sizes import LogScale, size_rows
from app.charts.timeline_card import CURVE_COLUMNS, curve_table
from app.steps.progress import live_progress
from app.theme.theme import Theme
from core.events import AnyEvent, ClassifierFitted, StageStarted, StepDone
from core.settings import STAGES
from tests.builders.run_events import epoch_events, finished, stage_events


def _rows(curves: RunCurves) -> list[tuple[object, ...]]:
    return list(curve_table(curves, STAGES))


def _whole_run() -> list[AnyEvent]:
    return [
        *stage_events("train", 6, steps=300),
        *stage_events("prune", 3),
        *stage_events("quantize", 2),
        StageStarted(stage="huffman"),
        finished("huffman", 0.7),
    ]


@given(st.integers(1, 400))
def test_history_and_live_batches_give_the_same_curves(batch: int) -> None:
    events = _whole_run()
    live = RunCurves()
    for start in range(0, len(events), batch):
        live.add(events[start : start + batch])
    assert _rows(live) == _rows(RunCurves(events))


def test_every_epoch_is_kept_and_steps_are_thinned_to_their_means() -> None:
    curves = RunCurves(stage_events("train", 30, steps=500))["train"]
    assert len(curves.validation("accuracy")) == 30
    steps = curves.steps("loss")
    assert 300 <= len(steps) <= 1200
    assert steps.values[0] == pytest.approx(2 - steps.epochs[0] / 30, abs=0.01)
    assert steps.epochs[-1] == pytest.approx(30, abs=0.1)


def test_the_first_accuracy_is_there_before_the_first_epoch_and_goes_when_training_begins_anew() -> None:
    begun: list[AnyEvent] = [StageStarted(stage="train"), ClassifierFitted(validation_accuracy=0.7)]
    curves = RunCurves(begun)
    progress = live_progress(curves["train"], 5)
    assert (progress.accuracy, progress.finished, progress.epoch) == (0.7, 0, 1)
    curves.add(epoch_events("train", 1, 5))
    assert list(curves["train"].validation("accuracy").epochs) == [0.0, 1.0]
    assert len(curves["train"].training("accuracy")) == 1
    assert live_progress(curves["train"], 5).finished == 1
    curves.add([StageStarted(stage="train")])
    assert live_progress(curves["train"], 5).accuracy is None


def test_a_run_that_goes_on_forgets_what_came_behind_its_last_epoch() -> None:
    broken = [
        StageStarted(stage="train"),
        *epoch_events("train", 1, 3),
        *list(epoch_events("train", 2, 3))[:4],
    ]
    resumed = [StageStarted(stage="train", resumed_epoch=1), *epoch_events("train", 2, 3)]
    unbroken = [StageStarted(stage="train"), *epoch_events("train", 1, 3), *epoch_events("train", 2, 3)]
    assert _rows(RunCurves([*broken, *resumed])) == _rows(RunCurves(unbroken))


def test_a_stage_done_anew_takes_the_place_of_itself_and_of_what_came_of_it() -> None:
    curves = RunCurves([*_whole_run(), StageStarted(stage="prune")])
    assert curves["train"].mark is not None
    assert len(curves["prune"].validation("loss")) == 0
    assert curves["quantize"].mark is None
    assert curves["huffman"].mark is None
    assert curves.latest == "prune"


def test_a_loss_that_is_no_number_is_left_out() -> None:
    event = StepDone(stage="train", epoch=1, step=1, steps=2, loss=float("nan"), accuracy=0.5)
    assert len(RunCurves([event])["train"].steps("accuracy")) == 0


def test_events_of_the_data_and_of_other_stages_change_nothing() -> None:
    assert RunCurves().add([StageStarted(stage="data")]) == set()
    curves = RunCurves([StageStarted(stage="data")])
    assert curves.latest is None
    assert not any(curves[stage].started or curves[stage].mark for stage in STAGES)


def test_a_table_has_each_point_once_and_the_test_figures() -> None:
    rows = _rows(RunCurves(stage_events("train", 2, steps=5)))
    series = [row[CURVE_COLUMNS.index("series")] for row in rows]
    assert series == ["training step"] * 10 + ["training"] * 2 + ["validation"] * 2 + ["test"]
    assert rows[-1] == ("train", "test", None, 0.75, 0.6, 0.73, 0.77)


@given(st.lists(st.integers(0, 200), min_size=4, max_size=4))
def test_bands_fill_the_timeline_in_order_and_none_is_too_narrow(epochs: list[int]) -> None:
    made = bands(dict(zip(STAGES, epochs, strict=True)))
    assert made[0].start == 0
    assert made[-1].end == pytest.approx(1)
    assert all(before.end == after.start for before, after in pairwise(made))
    assert min(band.width for band in made) >= 0.16


def test_epochs_are_counted_anew_when_a_stage_gets_other_ones(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(qapp, "light")
    axis = EpochAxis()
    plot = pg.PlotWidget(axisItems={"bottom": axis})
    qtbot.addWidget(plot)
    plot.setXRange(0, 1, padding=0)
    plot.show()

    def drawn(epochs: int) -> QImage:
        axis.set_bands(bands({"train": epochs, "prune": 1, "quantize": 1, "huffman": 0}))
        image: QImage = plot.grab().toImage()
        return image

    before, after = drawn(24), drawn(10)
    assert before != after
    assert drawn(24) == before


def test_a_place_on_the_timeline_names_its_epoch() -> None:
    train, prune, *_ = bands({"train": 20, "prune": 10, "quantize": 4, "huffman": 0})
    assert band_at((train, prune), prune.place(3)) == prune
    assert prune.epoch(prune.place(3)) == pytest.approx(3)
    assert np.allclose(prune.place_all(np.array([0.0, 10.0])), [prune.place(0), prune.place(10)])
    assert prune.ticks(4) == (5, 10)
    assert prune.ticks(0) == ()


def test_the_range_of_values_has_room_for_epochs_and_tests_but_not_for_every_step() -> None:
    curves = RunCurves(stage_events("train", 4, accuracy=0.9))
    low, high = value_range([curves["train"]], "accuracy")
    assert low == pytest.approx(0.4)
    assert 0.92 < high <= 1
    assert value_range([RunCurves()["train"]], "accuracy") == (0.0, HIGHEST_ACCURACY)


def test_a_curve_at_the_top_is_drawn_whole() -> None:
    curves = RunCurves(stage_events("train", 4, accuracy=1.0))
    assert curves["train"].mark is not None
    assert curves["train"].mark.accuracy == 1.0
    _, high = value_range([curves["train"]], "accuracy")
    assert high == HIGHEST_ACCURACY > 1.0


def test_steps_at_the_top_are_drawn_whole_while_the_epochs_are_below() -> None:
    curves = RunCurves(stage_events("train", 4, accuracy=0.9))
    curves["train"].step(StepDone(stage="train", epoch=5, step=1, steps=8, loss=0.1, accuracy=1.0))
    _, high = value_range([curves["train"]], "accuracy")
    assert high == HIGHEST_ACCURACY


def test_thinning_keeps_the_mean() -> None:
    curve = ThinnedCurve(1, most=8)
    for number in range(64):
        curve.add(number, float(number))
    x, values = curve.points()
    assert len(x) < 8
    assert values.mean() == pytest.approx((x[-1]) / 2, abs=1)


def test_a_log_scale_makes_equal_factors_equal_lengths() -> None:
    scale = LogScale.of(size_rows(None))
    shares = [scale.share(decade) for decade in scale.decades()]
    assert np.allclose(np.diff(shares), shares[1] - shares[0])
    assert scale.share(240_000_000) == 1
