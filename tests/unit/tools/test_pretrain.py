"""A starting network is trained so that its first filters are a network, too, and a break changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.backend import make_deterministic, tf
from core.datasets.store import LoadedSplit
from core.errors import Cancelled
from core.events import EpochDone
from core.networks.architecture import NetworkShape, architecture
from core.networks.starting import read_starting_network
from core.runs.data import DataRecord, RunData
from core.settings import NetworkSettings
from core.training.checkpoint import Checkpoint
from core.training.feed import LabeledImages, scaled
from tests.builders.fires import FIRST_FIRES, with_fires
from tests.builders.stripes import striped
from tests.recording import RecordingTask
from tools.pretrain.slimmable import SlimmableNetwork
from tools.pretrain.teachers import Teacher
from tools.pretrain.training import Pretraining

NETWORK = NetworkSettings(width=0.125)
CLASSES = ("across", "down", "slanted")


def split(images: LabeledImages) -> LoadedSplit:
    names = tuple(f"{number}.png" for number in range(len(images)))
    return LoadedSplit(images.images, images.labels, names)


@pytest.fixture(scope="module")
def data() -> RunData:
    record = DataRecord(name="stripes", classes=CLASSES, fingerprint="", splits={})
    parts = (striped(96, seed=1), striped(24, seed=2), striped(24, seed=3))
    return RunData(record, *(split(images) for images in parts))


def pretraining(data: RunData, folder: Path, task: RecordingTask) -> Pretraining:
    make_deterministic(3)
    taught = np.eye(8, dtype=np.float16)[data.train.labels]
    answers = (np.eye(8, 5, dtype=np.float32), np.zeros(5, np.float32))
    return Pretraining(
        data=data,
        teachers=(Teacher(taught, answers),),
        network_settings=NETWORK,
        epochs=2,
        learning_rate=0.05,
        seed=3,
        checkpoint=Checkpoint(folder, "pretrain"),
        task=task,
    )


@pytest.fixture
def small() -> Iterator[None]:
    """Networks of a few layers."""
    with with_fires(*FIRST_FIRES):
        yield


@pytest.mark.usefixtures("small")
def test_training_that_was_stopped_goes_on_as_if_it_had_not_been(data: RunData, tmp_path: Path) -> None:
    whole = pretraining(data, tmp_path / "whole", RecordingTask())
    whole.run()
    stopping = RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone))
    with pytest.raises(Cancelled):
        pretraining(data, tmp_path / "stopped", stopping).run()
    resumed = pretraining(data, tmp_path / "stopped", RecordingTask())
    statistics = resumed.run()
    assert [record.epoch for record in resumed.history] == [1, 2]
    for one, other in zip(whole.network.variables, resumed.network.variables, strict=True):
        assert np.array_equal(one.numpy(), other.numpy())
    assert 0.0 <= resumed.accuracy(data.test, statistics) <= 1.0


def test_what_is_written_is_a_starting_network(tmp_path: Path) -> None:
    drawn = architecture(NetworkShape(NetworkSettings(), 32, 3, 3))
    network = SlimmableNetwork(drawn, {"labels": 3}, seed=1)
    statistics = network.features(scaled(striped(4).images)).statistics
    np.savez(tmp_path / "start.npz", **network.weights(statistics))
    start = read_starting_network(tmp_path / "start.npz")
    kernel = network.convolutions["fire5_expand3x3"]["kernel"].numpy()
    assert start["fire5_expand3x3"].kernel == pytest.approx(kernel, abs=1e-3)


def test_the_narrow_network_is_the_first_filters_of_the_whole() -> None:
    whole = architecture(NetworkShape(NETWORK, 32, 3, 3))
    narrow = architecture(NetworkShape(NETWORK, 32, 3, 3, removed=0.5))
    network = SlimmableNetwork(whole, {"labels": 3}, seed=1)
    images = scaled(striped(6).images)
    before = network.features(images, narrow)
    assert len(before.places or ()) == narrow.outputs["fire9_concat"].channels
    assert before.statistics["conv1"][0].shape == narrow.outputs["conv1"].channels
    for layer in ("fire8_expand1x1", "fire9_squeeze1x1"):
        count = narrow.outputs[layer].channels
        kernel = network.convolutions[layer]["kernel"]
        changed = kernel.numpy()
        changed[..., count:] = 7.0
        kernel.assign(changed)
    after = network.features(images, narrow)
    assert after.values.numpy() == pytest.approx(before.values.numpy())
    assert network.features(images).values.shape == (6, whole.outputs["fire9_concat"].channels)
    assert network.read("labels", after).shape == tf.TensorShape((6, 3))


def test_training_can_go_on_from_an_earlier_starting_network(tmp_path: Path) -> None:
    drawn = architecture(NetworkShape(NetworkSettings(), 32, 3, 3))
    earlier = SlimmableNetwork(drawn, {"labels": 3}, seed=1)
    statistics = earlier.features(scaled(striped(4).images)).statistics
    np.savez(tmp_path / "start.npz", **earlier.weights(statistics))
    later = SlimmableNetwork(drawn, {"labels": 3, "features0": 8}, seed=2)
    later.start_from(read_starting_network(tmp_path / "start.npz"))
    for name, parts in earlier.convolutions.items():
        for part, variable in parts.items():
            found = later.convolutions[name][part].numpy()
            assert found == pytest.approx(variable.numpy().astype(np.float16)), (name, part)
