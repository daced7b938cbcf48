"""Training starts from given weights as if they had always been trained with normalization."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.backend import keras
from core.errors import Cancelled, SqueezeError
from core.events import ClassifierFitted, EpochDone, Log
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.networks.folding import fold_into
from core.networks.imported import Weights, imported_weights
from core.networks.measure import convolutions
from core.settings import START_SHIPPED, NetworkSettings, RunSettings, TrainSettings
from core.training.checkpoint import Checkpoint
from core.training.feed import LabeledImages, TrainingData, scaled
from core.training.start import fit_last_layer, normalize_anew, start, start_from
from core.training.train import train
from tests.builders.fires import ALL_FIRES, FIRST_FIRES, with_fires
from tests.builders.published_squeezenet import random_weights
from tests.builders.stripes import striped, striped_data
from tests.builders.torch_files import weights_file
from tests.recording import RecordingTask

NETWORK = NetworkSettings(width=0.25)
SHAPE = NetworkShape(NETWORK, 32, 3, 3)


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Networks of a few layers, which the weights of a whole one fit; features are those of whole ones."""
    with with_fires(*FIRST_FIRES):
        yield


@pytest.fixture
def whole() -> Iterator[None]:
    """Whole networks."""
    with with_fires(*ALL_FIRES):
        yield


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "squeezenet.pth"
    published = random_weights("squeezenet-1.1", 1000, NETWORK.width)
    # The last layer of a network with `FIRST_FIRES` reads fewer channels.
    channels = architecture(SHAPE).outputs["fire3_concat"].channels
    published["classifier.1.weight"] = published["classifier.1.weight"][:, :channels]
    return weights_file(path, published)


@pytest.fixture(scope="module")
def data() -> TrainingData:
    return striped_data()


@pytest.fixture(scope="module")
def weights(file: Path) -> dict[str, Weights]:
    return imported_weights(file, NETWORK, architecture(SHAPE))


def settings(file: Path, epochs: int) -> RunSettings:
    training = TrainSettings(epochs=epochs, batch_size=32, start_weights=str(file), freeze_epochs=1)
    return RunSettings(network=NETWORK, train=training)


def trained(file: Path, data: TrainingData, folder: Path, epochs: int) -> keras.Model:
    task = RecordingTask()
    train(settings(file, epochs), data, folder / "float.keras", folder / "checkpoints", task)
    return keras.models.load_model(folder / "float.keras", compile=False)


def test_a_normalization_that_changes_nothing_is_put_behind_each_convolution(
    weights: dict[str, Weights],
) -> None:
    plain, network = built(architecture(SHAPE)), built(architecture(SHAPE), batch_norm=True)
    images = striped(64).images
    for name, values in weights.items():
        plain.get_layer(name).set_weights(values)
    plain.get_layer("conv10").set_weights(network.get_layer("conv10").get_weights())
    start_from(network, weights, images)
    expected = plain(scaled(images)).numpy()
    assert network(scaled(images), training=False).numpy() == pytest.approx(expected, abs=1e-4)
    # On the very images that mean and deviation were taken from, training sees the same too.
    assert network(scaled(images), training=True).numpy() == pytest.approx(expected, abs=1e-3)


def test_first_only_the_last_convolution_learns_then_all(
    file: Path, data: TrainingData, weights: dict[str, Weights], tmp_path: Path
) -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone))
    with pytest.raises(Cancelled):
        train(settings(file, 2), data, tmp_path / "float.keras", tmp_path / "checkpoints", task)
    state = Checkpoint(tmp_path / "checkpoints", "train").load()
    assert state is not None
    network = built(architecture(SHAPE), batch_norm=True)
    network.set_weights(state.weights)
    assert unchanged(fold_into(built(architecture(SHAPE)), network), weights) == set(weights)
    assert not unchanged(trained(file, data, tmp_path, epochs=2), weights)


def unchanged(model: keras.Model, weights: dict[str, Weights]) -> set[str]:
    """The layers whose kernels are still those of `weights`."""
    kernels = {name: layer.kernel.numpy() for name, layer in convolutions(model).items() if name in weights}
    return {
        name
        for name, kernel in kernels.items()
        if np.allclose(kernel, weights[name][0], rtol=1e-3, atol=1e-5)
    }


def test_a_single_epoch_lets_all_learn_and_the_next_needs_no_file(
    file: Path, data: TrainingData, weights: dict[str, Weights], tmp_path: Path
) -> None:
    kernel = trained(file, data, tmp_path, epochs=1).get_layer("fire3_expand3x3").kernel.numpy()
    assert not np.allclose(kernel, weights["fire3_expand3x3"][0], rtol=1e-3, atol=1e-5)
    elsewhere = settings(tmp_path / "gone.pth", 2)
    task = RecordingTask()
    train(elsewhere, data, tmp_path / "float.keras", tmp_path / "checkpoints", task)
    assert [event.epoch for event in task.of(EpochDone)] == [2]


def test_a_file_that_is_not_there_ends_the_run_before_it_trains(data: TrainingData, tmp_path: Path) -> None:
    task = RecordingTask()
    gone = settings(tmp_path / "gone.pth", 2)
    with pytest.raises(SqueezeError) as caught:
        train(gone, data, tmp_path / "float.keras", tmp_path / "checkpoints", task)
    assert caught.value.code == "model-not-found"
    assert not task.of(EpochDone)


def shipped_settings(**network: object) -> RunSettings:
    shape = msgspec.structs.replace(NETWORK, **network)
    return RunSettings(
        network=shape,
        train=TrainSettings(epochs=1, batch_size=32, start_weights=START_SHIPPED, freeze_epochs=0),
    )


def begun(settings: RunSettings, data: TrainingData, folder: Path) -> RecordingTask:
    """What training reports until its first epoch is done."""
    task = RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone))
    with contextlib.suppress(Cancelled):
        train(settings, data, folder / "float.keras", folder / "checkpoints", task)
    return task


@pytest.mark.parametrize("keeps", [True, False])
def test_normalization_keeps_its_statistics_where_that_is_asked_for(
    keeps: bool, data: TrainingData, tmp_path: Path
) -> None:
    asked = shipped_settings()
    training = msgspec.structs.replace(asked.train, keep_normalization=keeps)
    train(
        msgspec.structs.replace(asked, train=training),
        data,
        tmp_path / "float.keras",
        tmp_path / "checkpoints",
        RecordingTask(),
    )
    network = built(architecture(SHAPE), batch_norm=True)
    network.set_weights(Checkpoint(tmp_path / "checkpoints", "train").trained_weights())
    before = built(architecture(SHAPE), batch_norm=True)
    start(asked, architecture(SHAPE), before, data)
    now, then = (one.get_layer("fire3_squeeze1x1_norm") for one in (network, before))
    assert np.allclose(now.moving_mean.numpy(), then.moving_mean.numpy(), atol=1e-5) is keeps
    assert not np.allclose(now.gamma.numpy(), then.gamma.numpy(), atol=1e-6)
    # Networks that keep them stay closer to what they started from, too.
    state = Checkpoint(tmp_path / "checkpoints", "train").load()
    assert state is not None
    assert bool(state.start) is keeps
    assert all(any(np.array_equal(value, w) for w in before.get_weights()) for value in state.start[:3])


@pytest.mark.usefixtures("whole")
def test_what_holds_for_near_copies_alone_counts_for_nothing(data: TrainingData) -> None:
    """Images of ninety bursts, whose labels are chance: only copies can be told from each other."""
    asked, drawn = shipped_settings(), architecture(SHAPE)
    network = built(drawn, batch_norm=True)
    start(asked, drawn, network, data)
    places = np.repeat(np.arange(90), 6)
    labels = np.random.default_rng(3).integers(3, size=90)[places]
    labels[:18] = np.repeat([0, 1, 2], 6)
    kernels = []
    for groups in (None, places):
        images = LabeledImages(data.training.images[places], labels, groups)
        kernels.append(fit_last_layer(network, drawn, images, 3, seed=1).kernel)
    apart, together = (float(np.abs(kernel).mean()) for kernel in kernels)
    assert together < 0.7 * apart


@pytest.mark.usefixtures("whole")
def test_the_first_accuracy_comes_before_the_first_epoch(tmp_path: Path) -> None:
    events = begun(shipped_settings(), striped_data(training=192, validation=96), tmp_path).events
    [fitted] = [event for event in events if isinstance(event, ClassifierFitted)]
    [epoch] = [event for event in events if isinstance(event, EpochDone)]
    assert events.index(fitted) < events.index(epoch)
    # Three classes: what knows nothing has a third.
    assert fitted.validation_accuracy > 0.5


def test_a_network_of_other_layers_starts_from_scratch_and_says_so(
    data: TrainingData, tmp_path: Path
) -> None:
    events = begun(shipped_settings(squeeze_ratio=0.25), data, tmp_path).events
    assert not any(isinstance(event, ClassifierFitted) for event in events)
    assert any("from scratch" in event.text for event in events if isinstance(event, Log))


def test_training_that_ends_below_the_first_accuracy_says_so(data: TrainingData, tmp_path: Path) -> None:
    begun(shipped_settings(), data, tmp_path)
    (tmp_path / "checkpoints" / "train-first.json").write_text("1.0")
    task = RecordingTask()
    slow = msgspec.structs.replace(
        shipped_settings(), train=msgspec.structs.replace(shipped_settings().train, learning_rate=1e-6)
    )
    result = train(slow, data, tmp_path / "float.keras", tmp_path / "checkpoints", task)
    warned = any("Validation accuracy is" in event.text for event in task.events if isinstance(event, Log))
    assert warned is (result.fitted.validation_accuracy < 1.0)


@pytest.mark.usefixtures("whole")
def test_normalizing_anew_gives_each_layer_statistics_of_its_own_inputs() -> None:
    network = built(architecture(NetworkShape(NETWORK, 64, 3, 3)), batch_norm=True)
    images = striped(32, size=64).images
    before = network(scaled(images), training=True).numpy()
    normalize_anew(network, images)
    # What is kept of a variance is that of all images, estimated from these: a little more than theirs.
    assert network(scaled(images), training=False).numpy() == pytest.approx(before, abs=0.01)
    assert all(layer.momentum == 0.9 for layer in network.layers if hasattr(layer, "momentum"))
