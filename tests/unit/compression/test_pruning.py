"""Pruning takes away what it is asked to, where it matters least, and goes on after a break."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.backend import keras
from core.compression.pruning import Growth, prune
from core.errors import Cancelled
from core.events import EpochDone, LayerReport
from core.networks.measure import convolutions, sparsity
from core.settings import NetworkSettings, PruneSettings, RunSettings, TrainSettings
from core.training.feed import TrainingData
from core.training.train import train
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


@pytest.fixture(scope="module")
def trained(data: TrainingData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    train(SETTINGS, data, folder / "float.keras", folder / "checkpoints", RecordingTask())
    return folder / "checkpoints"


@pytest.fixture
def checkpoints(trained: Path, tmp_path: Path) -> Path:
    """The trained weights in a folder of the test's own."""
    (tmp_path / "checkpoints").mkdir()
    (tmp_path / "checkpoints" / "train-best.npz").write_bytes((trained / "train-best.npz").read_bytes())
    return tmp_path / "checkpoints"


@pytest.mark.parametrize("scope", ["global", "layer"])
def test_every_layer_of_the_file_has_the_zeros_asked_for(
    scope: str, data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    settings = msgspec.structs.replace(SETTINGS, prune=msgspec.structs.replace(SETTINGS.prune, scope=scope))
    task = RecordingTask()
    result = prune(settings, data, tmp_path / "pruned.keras", checkpoints, task)
    model = keras.models.load_model(tmp_path / "pruned.keras", compile=False)
    assert sparsity(model) == pytest.approx(0.7, abs=0.01)
    assert sparsity(model) == pytest.approx(result.sparsity)
    for name, layer in convolutions(model).items():
        kernel = layer.kernel.numpy()
        assert np.mean(kernel == 0) == pytest.approx(result.layers[name])
        if scope == "layer":
            assert np.mean(kernel == 0) == pytest.approx(0.7, abs=0.51 / kernel.size + 1e-3)
    for name, layer in convolutions(model).items():
        reports = [report.figures for report in task.of(LayerReport) if report.layer == name]
        assert [figures["weights"] for figures in reports] == [layer.kernel.numpy().size] * 3
        assert reports[0]["sparsity"] == 0.0
        assert reports[-1]["sparsity"] == pytest.approx(result.layers[name])


def test_a_stopped_run_goes_on_to_what_an_unbroken_one_gives(
    data: TrainingData, checkpoints: Path, tmp_path: Path
) -> None:
    unbroken = tmp_path / "unbroken"
    unbroken.mkdir()
    (unbroken / "train-best.npz").write_bytes((checkpoints / "train-best.npz").read_bytes())
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


@pytest.mark.parametrize("steps", [0, 1, 3, 19, 20, 21, 57, 1000])
def test_masks_are_renewed_at_the_very_end_of_growth(steps: int) -> None:
    growth = Growth.over(steps)
    assert growth.end_step % growth.frequency == 0
    assert growth.frequency <= growth.end_step <= max(steps, 1)
