"""Training by steps: where an epoch begins and ends, and that a break changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.backend import keras, make_deterministic
from core.errors import Cancelled
from core.events import EpochDone, Event, StepDone
from core.training.checkpoint import Checkpoint, UnusableCheckpoint
from core.training.feed import TrainingData
from core.training.fit import FitPlan, Fitted, fit
from core.training.schedule import Schedule, learning_rate_at
from tests.builders.stripes import striped_data
from tests.recording import RecordingTask

PLAN = FitPlan(
    *("train", 1, 32, 3e-3, 1, True), steps=17, validation_steps=7, checkpoint_steps=5, summary_steps=4
)


def test_epochs_are_as_long_as_validation_says_and_the_last_takes_the_rest() -> None:
    schedule = Schedule(per_pass=6, total=17, length=7, head=0, highest=1.0)
    assert schedule.epochs == 3
    assert [schedule.steps_of(epoch) for epoch in (1, 2, 3)] == [range(7), range(7, 14), range(14, 17)]


def test_the_rate_rises_and_falls_once_for_the_last_layer_and_once_for_all() -> None:
    schedule = Schedule(per_pass=10, total=40, length=10, head=10, highest=1e-3)
    rates = [schedule.learning_rate(step) for step in range(40)]
    assert rates[:10] == [learning_rate_at(step, 10, 1e-3) for step in range(10)]
    assert rates[10:] == [learning_rate_at(step, 30, 1e-3) for step in range(30)]


def test_without_steps_a_plan_takes_its_epochs() -> None:
    plan = replace(PLAN, epochs=3, steps=None, validation_steps=None, head_epochs=1)
    assert plan.schedule(6) == Schedule(6, 18, 6, 6, 3e-3)


def test_by_steps_the_last_layer_learns_alone_for_the_same_share_as_by_epochs() -> None:
    few = replace(PLAN, epochs=8, head_epochs=2)
    assert few.schedule(6).head == 4
    # A pass can have more steps than there are.
    assert few.schedule(1_407).head == 4
    cifar = replace(PLAN, epochs=48, steps=1_800, head_epochs=3)
    assert cifar.schedule(1_407).head == 112
    assert replace(few, steps=1).schedule(6).head == 0


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


def trained(
    data: TrainingData, folder: Path, task: RecordingTask, kept: int = 0
) -> tuple[keras.Model, Fitted]:
    make_deterministic(1)
    inputs = keras.Input((32, 32, 3))
    tensor = keras.layers.BatchNormalization()(keras.layers.Conv2D(4, 5, strides=4)(inputs))
    tensor = keras.layers.Conv2D(3, 3, name="last")(keras.layers.ReLU()(tensor))
    model = keras.Model(inputs, keras.layers.Softmax()(keras.layers.GlobalAveragePooling2D()(tensor)))
    checkpoint = Checkpoint(folder, "train", kept)
    return model, fit(model, PLAN, data.training, data.validation, checkpoint, task)


def test_a_break_within_an_epoch_changes_nothing(data: TrainingData, tmp_path: Path) -> None:
    task = RecordingTask()
    model, fitted = trained(data, tmp_path / "whole", task, kept=2)
    told = [event for event in task.events if isinstance(event, StepDone)]
    assert [(event.epoch, event.step, event.steps) for event in told] == [
        *((1, 4, 7), (2, 1, 7), (2, 5, 7), (3, 2, 3)),
    ]
    assert [event.epochs for event in task.events if isinstance(event, EpochDone)] == [3, 3, 3]
    # After steps 5, 7, 10, 14, 15 and 17.
    assert sorted(path.name for path in (tmp_path / "whole").glob("*step*")) == [
        *("train-step0000015.npz", "train-step0000017.npz"),
    ]

    def is_twelfth(event: Event) -> bool:
        return isinstance(event, StepDone) and (event.epoch, event.step) == (2, 5)

    with pytest.raises(Cancelled):
        trained(data, tmp_path / "broken", RecordingTask(is_twelfth), kept=2)
    state = Checkpoint(tmp_path / "broken", "train").load()
    assert state is not None
    assert [len(values) for values in state.part] == [3, 3]
    again, refitted = trained(data, tmp_path / "broken", RecordingTask(), kept=2)
    assert all(np.array_equal(a, b) for a, b in zip(model.get_weights(), again.get_weights(), strict=True))
    for one, other in zip(fitted.history, refitted.history, strict=True):
        assert msgspec.structs.replace(one, seconds=0.0) == msgspec.structs.replace(other, seconds=0.0)
    done = RecordingTask()
    trained(data, tmp_path / "broken", done)
    assert not [event for event in done.events if isinstance(event, StepDone)]


def test_a_damaged_checkpoint_is_replaced_by_the_newest_that_is_kept(
    data: TrainingData, tmp_path: Path
) -> None:
    trained(data, tmp_path, RecordingTask(), kept=2)
    checkpoint = Checkpoint(tmp_path, "train")
    checkpoint.last.write_bytes(b"damaged")
    state = checkpoint.load()
    assert state is not None
    assert len(state.history) == 3
    checkpoint.discard()
    assert list(tmp_path.iterdir()) == []
    checkpoint.last.write_bytes(b"damaged")
    with pytest.raises(UnusableCheckpoint):
        checkpoint.load()
