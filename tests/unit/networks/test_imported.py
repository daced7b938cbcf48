"""Imported weights give what the published networks give."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.errors import SqueezeError
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.networks.imported import imported_weights
from core.settings import NetworkName, NetworkSettings
from core.training.feed import scaled
from tests.builders.published_squeezenet import Tensors, published_answers, random_weights
from tests.builders.torch_files import weights_file

CLASSES = 5
NETWORKS: dict[NetworkName, NetworkSettings] = {
    "squeezenet-1.0": NetworkSettings(name="squeezenet-1.0", width=0.5, last_relu=True),
    "squeezenet-1.1": NetworkSettings(name="squeezenet-1.1", width=0.5, last_relu=True),
}
NEWER = NETWORKS["squeezenet-1.1"]


def some_weights(name: NetworkName = "squeezenet-1.1") -> Tensors:
    return random_weights(name, CLASSES, NETWORKS[name].width)


def refusal(path: Path, network: NetworkSettings) -> str:
    shape = NetworkShape(network, 40, 3, CLASSES)
    with pytest.raises(SqueezeError) as caught:
        imported_weights(path, network, architecture(shape))
    assert caught.value.code == "weights-other-network"
    return caught.value.happened


@pytest.mark.parametrize("in_stream", [False, True], ids=["zip", "stream"])
@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("side", [45, 58])
def test_the_network_answers_as_the_published_one(
    tmp_path: Path, name: NetworkName, side: int, in_stream: bool
) -> None:
    """With sides for which pooling has something left over at the edges, and without."""
    tensors = some_weights(name)
    path = weights_file(tmp_path / "w.pth", tensors, in_stream=in_stream)
    drawing = architecture(NetworkShape(NETWORKS[name], side, 3, CLASSES))
    model = built(drawing)
    weights = imported_weights(path, NETWORKS[name], drawing)
    assert len(weights) == 26
    for layer, values in weights.items():
        model.get_layer(layer).set_weights(values)
    images = np.random.default_rng(1).integers(0, 256, (3, side, side, 3), np.uint8)
    expected = published_answers(name, tensors, images)
    assert expected.std() > 0.02
    assert model(scaled(images)).numpy() == pytest.approx(expected, abs=1e-5)


def test_gray_images_are_taken_as_color_ones_without_color(tmp_path: Path) -> None:
    path = weights_file(tmp_path / "w.pth", some_weights())
    gray = np.random.default_rng(1).integers(0, 256, (2, 40, 40, 1), np.uint8)
    answers = []
    for images in (gray, gray.repeat(3, axis=3)):
        drawing = architecture(NetworkShape(NEWER, 40, images.shape[3], CLASSES))
        model = built(drawing)
        for layer, values in imported_weights(path, NEWER, drawing).items():
            model.get_layer(layer).set_weights(values)
        answers.append(model(scaled(images)).numpy())
    assert answers[0] == pytest.approx(answers[1], abs=1e-5)


def test_other_classes_get_a_last_convolution_of_their_own(tmp_path: Path) -> None:
    path = weights_file(tmp_path / "w.pth", some_weights())
    drawing = architecture(NetworkShape(NEWER, 40, 3, CLASSES + 1))
    weights = imported_weights(path, NEWER, drawing)
    assert len(weights) == 25
    assert "conv10" not in weights


def test_weights_of_another_network_are_refused_with_the_layer_that_differs(tmp_path: Path) -> None:
    path = weights_file(tmp_path / "w.pth", some_weights())
    assert "conv1 has the shape 3x3x3x32 instead of 7x7x3x48" in refusal(path, NETWORKS["squeezenet-1.0"])
    wider = msgspec.structs.replace(NEWER, width=1.0)
    assert "conv1 has the shape 3x3x3x32 instead of 3x3x3x64" in refusal(path, wider)


def test_networks_that_torchvision_has_not_are_refused(tmp_path: Path) -> None:
    path = weights_file(tmp_path / "w.pth", some_weights())
    assert "alexnet" in refusal(path, NetworkSettings(name="alexnet"))
    assert "bypass simple" in refusal(path, msgspec.structs.replace(NEWER, bypass="simple"))


@pytest.mark.parametrize("missing", ["features.0.weight", "features.6.squeeze.bias", "classifier.1.weight"])
def test_a_layer_that_is_missing_is_named(tmp_path: Path, missing: str) -> None:
    tensors = some_weights()
    del tensors[missing]
    path = weights_file(tmp_path / "w.pth", tensors)
    assert f"no convolution {missing.rpartition('.')[0]}" in refusal(path, NEWER)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_no_numbers_are_refused(tmp_path: Path, value: float) -> None:
    tensors = some_weights()
    tensors["features.3.squeeze.weight"][1, 2, 0, 0] = value
    assert "fire2_squeeze1x1" in refusal(weights_file(tmp_path / "w.pth", tensors), NEWER)
