"""Of few images, a run estimates the accuracy on what the starting network knows."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.evaluation.estimate import EstimatedAccuracy
from core.evaluation.estimating import estimate, starting_features
from core.events import Log
from core.settings import START_SHIPPED, NetworkSettings, RunSettings, TrainSettings
from core.training.feed import LabeledImages
from tests.builders.fires import with_fires
from tests.builders.stripes import striped
from tests.recording import RecordingTask


def splits(counts: tuple[int, int, int]) -> list[LabeledImages]:
    return [striped(count, seed=seed) for seed, count in enumerate(counts)]


def estimated(
    settings: RunSettings, counts: tuple[int, int, int] = (60, 9, 18), task: RecordingTask | None = None
) -> EstimatedAccuracy | None:
    own = splits(counts)
    numbers = np.split(np.arange(sum(counts)), np.cumsum(counts)[:2])
    return estimate(settings, own, numbers, 3, task or RecordingTask())


@pytest.mark.parametrize(
    "settings",
    [
        RunSettings(),
        RunSettings(network=NetworkSettings(width=0.25), train=TrainSettings(start_weights=START_SHIPPED)),
        RunSettings(network=NetworkSettings(name="squeezenet-1.0")),
    ],
    ids=["scratch", "narrow start", "other layers"],
)
def test_all_images_are_judged_on_the_features_that_there_are(settings: RunSettings) -> None:
    found = estimated(settings)
    assert found is not None
    assert (found.images, found.groups, found.one_group) == (87, 87, ())
    assert found.repeats == 5
    # Three classes: what knows nothing has a third.
    assert found.accuracy > 0.5
    assert found.interval.low < found.accuracy < found.interval.high or found.accuracy == 1.0


def test_enough_images_cost_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def built(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("core.evaluation.estimating.built", built)
    assert estimated(RunSettings(), (300, 9, 18)) is None


def test_weights_that_are_gone_are_a_warning_and_end_no_run(tmp_path: Path) -> None:
    task = RecordingTask()
    settings = RunSettings(train=TrainSettings(start_weights=str(tmp_path / "gone.pth")))
    assert estimated(settings, task=task) is None
    [warning] = task.of(Log)
    assert warning.level == "warning"
    assert "cannot be estimated" in warning.text
    assert "gone.pth" in warning.text
    assert msgspec.to_builtins(warning)


def test_features_of_a_network_with_other_layers_are_not_taken_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    start = RunSettings(train=TrainSettings(start_weights=START_SHIPPED))
    own, fewer = splits((6, 3, 3)), splits((6, 3, 4))
    whole = starting_features(start, own, 3)
    with with_fires(2, 3):
        part = starting_features(start, fewer, 3)
    assert part.shape[1] < whole.shape[1]
    assert np.array_equal(starting_features(start, own, 3), whole)
