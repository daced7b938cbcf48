"""Pruning takes away what it is asked to, where it matters least, and goes on after a break."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.backend import keras
from core.compression import prune_search
from core.compression.fine_tuning import Growth, zero_fractions
from core.compression.pruning import prune
from core.compression.pruning_plan import Level, read_plan
from core.errors import Cancelled
from core.events import EpochDone, LayerReport, PruneTrial
from core.networks.architecture import filters_left, is_narrow
from core.networks.measure import convolutions, parameter_count, sparsity
from core.settings import NetworkSettings, PruneSettings, RunSettings, TrainSettings
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData
from core.training.fit import predictions
from core.training.train import train, training_network
from tests.builders.fires import ALL_FIRES, FEW_FIRES, with_fires
from tests.builders.networks import squeezenet
from tests.builders.stripes import striped_data
from tests.recording import RecordingTask

SETTINGS = RunSettings(
    network=NetworkSettings(width=0.25),
    train=TrainSettings(epochs=2, batch_size=32),
    prune=PruneSettings(epochs=2, sparsity=0.7),
)


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Networks of a few layers; one test is of a whole SqueezeNet."""
    with with_fires(*FEW_FIRES):
        yield


@pytest.fixture(scope="module")
def trained(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    train(SETTINGS, data, folder / "float.keras", folder / "checkpoints", RecordingTask())
    return folder / "checkpoints"


@pytest.fixture
def checkpoints(trained: Path, tmp_path: Path) -> Path:
    """The trained weights in a folder of the test's own."""
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "train-trained.npz").write_bytes((trained / "train-trained.npz").read_bytes())
    return tmp_path / "checkpoints"


def with_prune(**values: object) -> RunSettings:
    return msgspec.structs.replace(SETTINGS, prune=msgspec.structs.replace(SETTINGS.prune, **values))


@pytest.mark.parametrize("scope", ["global", "layer"])
def test_every_layer_gets_the_zeros_asked_for(
    scope: str, data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    task = RecordingTask()
    result = prune(with_prune(scope=scope), data, tmp_path / "pruned.keras", checkpoints, task)
    model = keras.models.load_model(tmp_path / "pruned.keras", compile=False)
    assert result.layers == pytest.approx(zero_fractions(model))
    assert sparsity(model) == pytest.approx(result.sparsity) == pytest.approx(0.7, abs=0.02)
    reports = task.of(LayerReport)
    zeros = weights = 0.0
    for name in result.layers:
        first, *_, last = [report.figures for report in reports if report.layer == name]
        assert first == {"sparsity": 0.0, "weights": last["weights"]}
        weights += last["weights"]
        zeros += last["sparsity"] * last["weights"]
        if scope == "layer":
            assert last["sparsity"] == pytest.approx(0.7, abs=0.51 / last["weights"] + 1e-3)
    assert len(reports) == 3 * len(result.layers)
    assert zeros / weights == pytest.approx(0.7, abs=0.01)


def test_a_step_in_parts_leads_to_the_same_zeros(
    data: TrainingData, checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part counts as a step for tfmot, whose schedule must reach its end when the epochs do."""
    monkeypatch.setattr("core.training.feed._STEP_PIXELS", 12 * 32 * 32)
    result = prune(with_prune(), data, tmp_path / "pruned.keras", checkpoints, RecordingTask())
    assert result.sparsity == pytest.approx(0.7, abs=0.02)


def test_filters_go_before_weights(data: TrainingData, checkpoints: Path, tmp_path: Path) -> None:
    require_half_the_filters(data, checkpoints, tmp_path)


def test_filters_and_weights_of_a_whole_squeezenet_go(data: TrainingData, tmp_path: Path) -> None:
    """Of one that has learned nothing: what goes is found in its weights, whatever they are."""
    with with_fires(*ALL_FIRES):
        weights = training_network(SETTINGS, data).get_weights()
        Checkpoint(tmp_path / "checkpoints", "train").save_trained(weights)
        require_half_the_filters(data, tmp_path / "checkpoints", tmp_path)


def require_half_the_filters(data: TrainingData, checkpoints: Path, folder: Path) -> None:
    """Prune half the filters and 70 % of the weights, and require that of every layer."""
    settings = with_prune(filters=0.5, distillation=0.5)
    result = prune(settings, data, folder / "pruned.keras", checkpoints, RecordingTask())
    model = keras.models.load_model(folder / "pruned.keras", compile=False)
    whole = convolutions(squeezenet(3, 32, width=0.25))
    assert set(convolutions(model)) == set(whole)
    for name, layer in convolutions(model).items():
        left = filters_left(whole[name].filters, 0.5, narrow=is_narrow(name))
        assert layer.filters <= (3 if name == "conv10" else left) == len(result.plan.filters[name])
        assert result.filters_before[name] == whole[name].filters
    assert parameter_count(model) < 0.5 * parameter_count(squeezenet(3, 32, width=0.25))
    assert sparsity(model) == pytest.approx(0.7, abs=0.05)


def test_without_training_filters_and_weights_go_and_the_answers_stay(
    data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    settings = with_prune(method="post-training", filters=0.4, sparsity=0.4)
    task = RecordingTask()
    result = prune(settings, data, tmp_path / "pruned.keras", checkpoints, task)
    model = keras.models.load_model(tmp_path / "pruned.keras", compile=False)
    assert result.fitted is None
    assert not task.of(EpochDone)
    assert result.plan.level == Level(0.4, 0.4)
    assert parameter_count(model) < 0.75 * parameter_count(squeezenet(3, 32, width=0.25))
    assert sparsity(model) == pytest.approx(0.4, abs=0.05)
    assert {report.layer for report in task.of(LayerReport)} == set(result.layers)
    trained = training_network(settings, data)
    trained.set_weights(Checkpoint(checkpoints, "train").trained_weights())
    answers, before = (predictions(one, data.validation.images) for one in (model, trained))
    assert np.abs(answers - before).mean() < 0.05


def test_without_training_a_search_finds_the_hardest_level_within_the_points(
    data: TrainingData, checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prune_search, "MOST_TRIALS", 2)
    settings = with_prune(method="post-training", target_drop=50.0)
    task = RecordingTask()
    result = prune(settings, data, tmp_path / "pruned.keras", checkpoints, task)
    assert [trial.trial for trial in task.of(PruneTrial)] == [1, 2]
    accepted = [trial.level for trial in result.plan.trials if trial.accepted]
    assert result.plan.level == accepted[-1]
    assert result.sparsity == pytest.approx(accepted[-1].sparsity, abs=0.05)


def test_what_was_decided_stays_when_the_run_goes_on(
    data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, LayerReport))
    with pytest.raises(Cancelled):
        prune(with_prune(filters=0.5), data, tmp_path / "pruned.keras", checkpoints, task)
    plan = read_plan(checkpoints / "prune-plan.json")
    assert plan is not None
    assert plan.level == Level(0.5, 0.7)
    assert len(plan.filters["fire9_expand3x3"]) == filters_left(64, 0.5, narrow=False)
    Checkpoint(checkpoints, "prune").discard()
    assert [path.name for path in checkpoints.iterdir()] == ["train-trained.npz"]


def test_a_stopped_run_goes_on_to_what_an_unbroken_one_gives(
    data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    unbroken = tmp_path / "unbroken"
    unbroken.mkdir()
    (unbroken / "train-trained.npz").write_bytes((checkpoints / "train-trained.npz").read_bytes())
    prune(SETTINGS, data, tmp_path / "unbroken.keras", unbroken, RecordingTask())
    with pytest.raises(Cancelled):
        prune(
            SETTINGS,
            data,
            tmp_path / "broken.keras",
            checkpoints,
            RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone)),
        )
    assert not (tmp_path / "broken.keras").exists()
    prune(SETTINGS, data, tmp_path / "broken.keras", checkpoints, RecordingTask())
    models = [keras.models.load_model(tmp_path / f"{n}.keras", compile=False) for n in ("unbroken", "broken")]
    for one, other in zip(models[0].get_weights(), models[1].get_weights(), strict=True):
        assert np.array_equal(one, other)


def test_the_search_goes_on_where_it_was_stopped_and_its_finding_is_what_is_pruned(
    data: TrainingData, checkpoints: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prune_search, "MOST_TRIALS", 2)
    settings = with_prune(target_drop=50.0, epochs=1)
    stopped = RecordingTask(cancel_when=lambda event: isinstance(event, PruneTrial))
    with pytest.raises(Cancelled):
        prune(settings, data, tmp_path / "pruned.keras", checkpoints, stopped)
    task = RecordingTask()
    result = prune(settings, data, tmp_path / "pruned.keras", checkpoints, task)
    trials = [*stopped.of(PruneTrial), *task.of(PruneTrial)]
    assert [trial.trial for trial in trials] == [1, 2]
    assert [(trial.filters, trial.sparsity) for trial in trials] == [
        (trial.level.filters, trial.level.sparsity) for trial in result.plan.trials
    ]
    accepted = [trial.level for trial in result.plan.trials if trial.accepted]
    assert result.plan.level == accepted[-1]
    assert result.sparsity == pytest.approx(accepted[-1].sparsity, abs=0.05)
    # Epochs of trials are not epochs of the stage.
    assert len(task.of(EpochDone)) == 1
    assert not stopped.of(EpochDone)


@pytest.mark.parametrize("steps", [0, 1, 3, 19, 20, 21, 57, 1000])
def test_masks_are_renewed_at_the_very_end_of_growth(steps: int) -> None:
    growth = Growth.over(steps)
    assert growth.end_step % growth.frequency == 0
    assert growth.frequency <= growth.end_step <= max(steps, 1)
