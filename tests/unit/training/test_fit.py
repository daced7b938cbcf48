"""Training learns, keeps its best, and a broken run is the run that was not broken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.backend import keras, make_deterministic
from core.errors import Cancelled, SqueezeError
from core.events import EpochDone, Event, Progress, StepDone
from core.training.checkpoint import Checkpoint, EpochRecord, UnusableCheckpoint
from core.training.feed import TrainingData, scaled
from core.training.fit import FitPlan, Fitted, Teacher, fit, predictions
from core.training.schedule import learning_rate_at
from tests.builders.stripes import striped, striped_data
from tests.recording import RecordingTask

Unbroken = tuple[keras.Model, Fitted, RecordingTask, Path]
"""A training that was not stopped: the network, what it came to, what was told, the checkpoints."""
PLAN = FitPlan(stage="train", epochs=3, batch_size=32, learning_rate=3e-3, seed=1, augment=True)


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


def new_model() -> keras.Model:
    """Two convolutions with a normalization between: quick to trace, with state beside its weights."""
    make_deterministic(1)
    inputs = keras.Input((32, 32, 3))
    tensor = keras.layers.Conv2D(12, 5, strides=2)(inputs)
    tensor = keras.layers.ReLU()(keras.layers.BatchNormalization()(tensor))
    tensor = keras.layers.Conv2D(3, 3, name="last")(keras.layers.MaxPooling2D()(tensor))
    return keras.Model(inputs, keras.layers.Softmax()(keras.layers.GlobalAveragePooling2D()(tensor)))


def trained(
    data: TrainingData, folder: Path, plan: FitPlan = PLAN, task: RecordingTask | None = None
) -> tuple[keras.Model, Fitted]:
    model = new_model()
    checkpoint = Checkpoint(folder, "train")
    return model, fit(model, plan, data.training, data.validation, checkpoint, task or RecordingTask())


@pytest.fixture(scope="module")
def unbroken(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> Unbroken:
    task, folder = RecordingTask(), tmp_path_factory.mktemp("unbroken")
    return *trained(data, folder, task=task), task, folder


@pytest.fixture(scope="module")
def stopped_after_one(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkpoints of a training of one epoch, to be copied."""
    folder = tmp_path_factory.mktemp("stopped")
    trained(data, folder, FitPlan("train", 1, 32, 3e-3, 1, True))
    return folder


@pytest.fixture
def one_epoch(stopped_after_one: Path, tmp_path: Path) -> Path:
    """A folder of the test's own with the checkpoints of one epoch."""
    return Path(shutil.copytree(stopped_after_one, tmp_path / "checkpoints"))


def without_seconds(history: tuple[EpochRecord, ...]) -> list[EpochRecord]:
    return [msgspec.structs.replace(record, seconds=0.0) for record in history]


def weights_equal(one: keras.Model, other: keras.Model) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one.get_weights(), other.get_weights(), strict=True))


def test_learns_what_the_images_show(data: TrainingData, tmp_path: Path) -> None:
    model, fitted = trained(data, tmp_path, FitPlan("train", 12, 16, 1e-2, 1, augment=False))
    test = striped(60, seed=9)
    accuracy = np.mean(predictions(model, test.images).argmax(axis=1) == test.labels)
    assert accuracy > 0.8
    assert fitted.history[-1].loss < fitted.history[0].loss


def in_second_epoch(event: Event) -> bool:
    return isinstance(event, StepDone) and event.epoch == 2


def after_second_epoch(event: Event) -> bool:
    return isinstance(event, EpochDone) and event.epoch == 2


@pytest.mark.parametrize("stop", [in_second_epoch, after_second_epoch])
def test_a_stopped_run_goes_on_to_what_an_unbroken_one_gives(
    stop: object, data: TrainingData, unbroken: Unbroken, tmp_path: Path
) -> None:
    with pytest.raises(Cancelled):
        trained(data, tmp_path, task=RecordingTask(cancel_when=stop))  # type: ignore[arg-type]
    task = RecordingTask()
    model, fitted = trained(data, tmp_path, task=task)
    assert [event.epoch for event in task.of(EpochDone)] == ([2, 3] if stop is in_second_epoch else [3])
    assert weights_equal(model, unbroken[0])
    assert without_seconds(fitted.history) == without_seconds(unbroken[1].history)


def changed(path: Path, **changes: NDArray[np.generic]) -> None:
    """Save a checkpoint with some of its arrays replaced."""
    with np.load(path) as stored:
        arrays: dict[str, Any] = dict(stored) | changes
    np.savez(path, **arrays)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def of_other_shapes(path: Path) -> None:
    changed(path, weight_0=np.zeros((5, 5, 3, 8), np.float32))


def of_fewer_weights(path: Path) -> None:
    with np.load(path) as stored:
        arrays: dict[str, Any] = {name: stored[name] for name in stored if name != "weight_7"}
    np.savez(path, **arrays)


def no_numbers(path: Path) -> None:
    changed(path, weight_0=np.full((5, 5, 3, 12), np.nan, np.float32))


def endless_optimizer(path: Path) -> None:
    with np.load(path) as stored:
        value = stored["optimizer_2"]
    changed(path, optimizer_2=np.full_like(value, np.inf))


def of_another_history(path: Path) -> None:
    changed(path, history=np.frombuffer(b"[]\xff", np.uint8))


@pytest.mark.parametrize(
    "damage",
    [
        *(cut_short, garbage, a_folder, of_other_shapes, of_fewer_weights),
        *(no_numbers, endless_optimizer, of_another_history),
    ],
)
def test_what_cannot_be_gone_on_from_is_said_so(
    damage: Callable[[Path], None], data: TrainingData, one_epoch: Path
) -> None:
    damage(Checkpoint(one_epoch, "train").last)
    with pytest.raises(UnusableCheckpoint) as caught:
        trained(data, one_epoch)
    assert (caught.value.path, caught.value.stage) == (one_epoch / "train-last.npz", "train")
    assert caught.value.reason
    # An error of the table for whoever cannot start again.
    assert caught.value.code == "run-damaged"
    assert "--from train" in caught.value.remedy


def test_another_seed_gives_another_result(data: TrainingData, unbroken: Unbroken, tmp_path: Path) -> None:
    model, _ = trained(data, tmp_path, FitPlan("train", 3, 32, 3e-3, 2, True))
    assert not weights_equal(model, unbroken[0])


def test_the_model_and_the_file_for_later_stages_hold_what_the_last_epoch_left(
    data: TrainingData, unbroken: Unbroken
) -> None:
    model, fitted, _, folder = unbroken
    hits = predictions(model, data.validation.images).argmax(axis=1) == data.validation.labels
    assert np.mean(hits) == pytest.approx(fitted.validation_accuracy)
    assert fitted.validation_accuracy == fitted.history[-1].validation_accuracy
    kept = Checkpoint(folder, "train").trained_weights()
    assert all(np.array_equal(a, b) for a, b in zip(kept, model.get_weights(), strict=True))


def test_weights_that_an_older_version_kept_are_those_of_its_run(one_epoch: Path) -> None:
    checkpoint = Checkpoint(one_epoch, "train")
    older = checkpoint.trained.rename(one_epoch / "train-best.npz")
    assert checkpoint.trained == older
    assert checkpoint.trained_weights()


def test_progress_counts_every_step_and_ends_full(
    unbroken: Unbroken,
) -> None:
    *_, last = unbroken[2].of(Progress)
    assert (last.done, last.total, last.seconds_left) == (9, 9, 0.0)


def test_a_loss_that_is_no_number_ends_with_the_epochs_before_it_kept(
    data: TrainingData, one_epoch: Path, tmp_path: Path
) -> None:
    kept = shutil.copy(Checkpoint(one_epoch, "train").last, tmp_path / "kept.npz")
    model = new_model()
    model.get_layer("last").set_weights([w * np.nan for w in model.get_layer("last").get_weights()])
    with pytest.raises(SqueezeError) as caught:
        fit(
            model,
            PLAN,
            data.training,
            data.validation,
            Checkpoint(tmp_path / "new", "train"),
            RecordingTask(),
        )
    assert caught.value.code == "training-diverged"
    assert not (tmp_path / "new" / "train-last.npz").exists()
    assert Path(kept).read_bytes() == Checkpoint(one_epoch, "train").last.read_bytes()


def test_the_learning_rate_rises_then_falls_to_nothing() -> None:
    rates = [learning_rate_at(step, 200, 1e-3) for step in range(200)]
    peak = rates.index(max(rates))
    assert max(rates) == pytest.approx(1e-3)
    assert 5 <= peak <= 15
    assert rates[:peak] == sorted(rates[:peak])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] < 1e-6


def one_sided() -> keras.Model:
    """A network that takes every image for one of class 2."""
    model = new_model()
    kernel, _ = model.get_layer("last").get_weights()
    model.get_layer("last").set_weights([np.zeros_like(kernel), np.array([0, 0, 3], np.float32)])
    return model


def test_what_a_teacher_says_is_learned_instead_of_the_labels(data: TrainingData, tmp_path: Path) -> None:
    plan = FitPlan("train", 6, 16, 1e-2, 1, augment=False)
    model = new_model()
    splits = (data.training, data.validation)
    checkpoint = Checkpoint(tmp_path, "train")
    fit(model, plan, *splits, checkpoint, RecordingTask(), teacher=Teacher(one_sided(), 1.0))
    assert np.mean(predictions(model, data.validation.images).argmax(axis=1) == 2) > 0.8


def test_a_teacher_has_nothing_to_say_to_one_who_answers_the_same() -> None:
    model, images = new_model(), scaled(striped(8).images)
    probabilities = model(images, training=False)
    assert float(Teacher(model, 0.5).loss(images, probabilities)) == pytest.approx(0.0, abs=1e-5)
    assert float(Teacher(one_sided(), 0.5).loss(images, probabilities)) > 0.1


def head_only(epochs: int) -> FitPlan:
    return FitPlan("train", epochs, 32, 3e-3, 1, augment=True, head_epochs=2)


def test_in_the_first_epochs_only_the_last_layer_learns(data: TrainingData, tmp_path: Path) -> None:
    before = new_model()
    model, _ = trained(data, tmp_path, head_only(2))
    for layer, now in zip(before.layers, model.layers, strict=True):
        if layer.weights:
            pairs = zip(layer.get_weights(), now.get_weights(), strict=True)
            assert all(np.array_equal(a, b) for a, b in pairs) == (layer.name != "last"), layer.name


def test_then_all_layers_learn_and_the_learning_rate_rises_anew(data: TrainingData, tmp_path: Path) -> None:
    before = new_model()
    _, fitted = trained(data, tmp_path, head_only(4))
    rates = [record.learning_rate for record in fitted.history]
    assert rates[1] < rates[0]
    assert rates[2] > rates[1]
    assert rates[3] < rates[2]
    state = Checkpoint(tmp_path, "train").load()
    assert state is not None
    assert not np.array_equal(state.weights[0], before.get_weights()[0])


@pytest.fixture(scope="module")
def unbroken_from_head(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> keras.Model:
    return trained(data, tmp_path_factory.mktemp("unbroken-head"), head_only(4))[0]


@pytest.mark.parametrize("epoch", [1, 2, 3])
def test_a_run_stopped_before_or_after_it_lets_go_is_the_run_that_was_not(
    epoch: int, data: TrainingData, unbroken_from_head: keras.Model, tmp_path: Path
) -> None:
    stop = RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone) and event.epoch == epoch)
    with pytest.raises(Cancelled):
        trained(data, tmp_path / "broken", head_only(4), task=stop)
    model, _ = trained(data, tmp_path / "broken", head_only(4))
    assert weights_equal(model, unbroken_from_head)


AVERAGED = replace(PLAN, start_share=0.25)


def test_in_the_end_the_weights_before_the_first_epoch_count_as_much_as_the_plan_says(
    data: TrainingData, unbroken: Unbroken, tmp_path: Path
) -> None:
    model, fitted = trained(data, tmp_path, AVERAGED)
    ends = (new_model().get_weights(), unbroken[0].get_weights(), model.get_weights())
    for before, without, averaged in zip(*ends, strict=True):
        assert np.allclose(averaged, 0.25 * before + 0.75 * without, atol=1e-6)
    hits = predictions(model, data.validation.images).argmax(axis=1) == data.validation.labels
    assert fitted.validation_accuracy == pytest.approx(np.mean(hits))
    # The epochs before the last are those of a training that is not averaged.
    assert without_seconds(fitted.history[:2]) == without_seconds(unbroken[1].history[:2])
    kept = Checkpoint(tmp_path, "train").trained_weights()
    assert all(np.array_equal(a, b) for a, b in zip(kept, model.get_weights(), strict=True))


def test_a_run_that_was_stopped_or_finished_is_averaged_once(data: TrainingData, tmp_path: Path) -> None:
    model, _ = trained(data, tmp_path / "unbroken", AVERAGED)
    assert weights_equal(trained(data, tmp_path / "unbroken", AVERAGED)[0], model)
    stop = RecordingTask(cancel_when=after_second_epoch)
    with pytest.raises(Cancelled):
        trained(data, tmp_path / "broken", AVERAGED, task=stop)
    assert weights_equal(trained(data, tmp_path / "broken", AVERAGED)[0], model)


def test_a_run_begun_by_a_version_that_did_not_average_ends_as_it_would_have_there(
    data: TrainingData, one_epoch: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(one_epoch, tmp_path / "other"))
    assert weights_equal(trained(data, one_epoch, AVERAGED)[0], trained(data, other, PLAN)[0])


def test_start_weights_of_another_network_are_said_so(data: TrainingData, one_epoch: Path) -> None:
    changed(Checkpoint(one_epoch, "train").last, start_0=np.zeros((5, 5, 3, 8), np.float32))
    with pytest.raises(UnusableCheckpoint) as caught:
        trained(data, one_epoch, AVERAGED)
    assert "another network" in caught.value.reason


def plain_model() -> keras.Model:
    """One without batch statistics, which each part of a batch has of its own."""
    make_deterministic(1)
    inputs = keras.Input((32, 32, 3))
    tensor = keras.layers.Conv2D(12, 5, strides=2, activation="relu")(inputs)
    tensor = keras.layers.Conv2D(3, 3, name="last")(keras.layers.MaxPooling2D()(tensor))
    return keras.Model(inputs, keras.layers.Softmax()(keras.layers.GlobalAveragePooling2D()(tensor)))


@pytest.mark.parametrize("head_epochs", [0, 1])
def test_a_batch_that_is_taken_in_parts_teaches_the_same(
    data: TrainingData, head_epochs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of 10, 11 and 11 images; their gradients add up, classes counted as in the whole batch."""
    plan = replace(PLAN, epochs=2, head_epochs=head_epochs, class_weights="on")
    learned = []
    for pixels in (1 << 30, 12 * 32 * 32):
        monkeypatch.setattr("core.training.feed._STEP_PIXELS", pixels)
        model = plain_model()
        checkpoint = Checkpoint(tmp_path / str(pixels), "train")
        fitted = fit(model, plan, data.training, data.validation, checkpoint, RecordingTask())
        learned.append((model.get_weights(), [record.loss for record in fitted.history]))
    (whole, losses), (parts, losses_of_parts) = learned
    assert losses_of_parts == pytest.approx(losses, rel=1e-3)
    for before, after in zip(whole, parts, strict=True):
        assert np.allclose(before, after, atol=2e-3)
