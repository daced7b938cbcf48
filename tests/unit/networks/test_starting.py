"""The starting network fits networks of every width, color mode and bypass; other files are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.backend import keras
from core.errors import SqueezeError
from core.networks.architecture import NetworkShape, architecture
from core.networks.building import built
from core.networks.start_weights import can_start, starting_network_path
from core.networks.starting import (
    read_starting_network,
    start_from_starting_network,
)
from core.settings import NetworkSettings
from core.training.feed import scaled
from tests.builders.published_squeezenet import starting_file
from tests.builders.stripes import striped

SIDE = 48
FEATURES = "fire9_concat"
WHOLE = NetworkSettings()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return starting_file(tmp_path_factory.mktemp("start") / "start.npz")


@pytest.fixture(scope="module")
def images() -> NDArray[np.uint8]:
    return striped(8, size=SIDE).images


def started(file: Path, network: NetworkSettings = WHOLE, channels: int = 3) -> keras.Model:
    drawn = architecture(NetworkShape(network, SIDE, channels, 4))
    model = built(drawn, batch_norm=True)
    start_from_starting_network(model, drawn, read_starting_network(file))
    return model


def features(model: keras.Model, images: NDArray[np.uint8], layer: str = FEATURES) -> NDArray[np.float32]:
    body = keras.Model(model.input, model.get_layer(layer).output)
    values: NDArray[np.float32] = body(scaled(images), training=False).numpy()
    return values


def test_the_network_that_comes_with_the_program_can_be_read() -> None:
    start = read_starting_network(starting_network_path())
    assert start["fire9_expand3x3"].kernel.shape == (3, 3, 64, 256)
    assert starting_network_path().stat().st_size <= 1_600_000


def test_every_weight_of_the_whole_network_is_taken(file: Path) -> None:
    model, start = started(file), read_starting_network(file)
    for name, convolution in start.items():
        assert np.array_equal(model.get_layer(name).get_weights()[0], convolution.kernel)
        assert np.array_equal(model.get_layer(f"{name}_norm").get_weights(), convolution.normalization)


def test_a_narrower_network_takes_the_first_filters(file: Path) -> None:
    model, start = started(file, NetworkSettings(width=0.5)), read_starting_network(file)
    assert np.array_equal(model.get_layer("conv1").get_weights()[0], start["conv1"].kernel[..., :32])
    # fire3 reads the first halves of both expand layers of fire2, which lie side by side.
    read = [*range(32), *range(64, 96)]
    taken = start["fire3_squeeze1x1"].kernel[:, :, read, :8]
    assert np.array_equal(model.get_layer("fire3_squeeze1x1").get_weights()[0], taken)


def test_a_wider_network_has_the_whole_one_in_it(file: Path) -> None:
    model, start = started(file, NetworkSettings(width=1.5)), read_starting_network(file)
    kernel = model.get_layer("fire2_expand3x3").get_weights()[0]
    assert np.array_equal(kernel[:, :, :16, :64], start["fire2_expand3x3"].kernel)
    assert kernel[:, :, 16:, 64:].any()


def test_gray_images_are_seen_as_colored_ones_without_color(file: Path, images: NDArray[np.uint8]) -> None:
    gray = images[..., :1]
    seen = features(started(file, channels=1), gray)
    assert seen == pytest.approx(features(started(file), gray.repeat(3, axis=-1)), abs=1e-3)


def test_complex_bypasses_change_nothing_where_they_have_weights(
    file: Path, images: NDArray[np.uint8]
) -> None:
    with_bypass = started(file, NetworkSettings(bypass="complex"))
    assert features(with_bypass, images, "fire2_add") == pytest.approx(
        features(started(file), images, "fire2_concat"), abs=1e-4
    )


@pytest.mark.parametrize(
    ("network", "fits"),
    [
        (NetworkSettings(), True),
        (NetworkSettings(width=0.25, bypass="simple"), True),
        (NetworkSettings(name="squeezenet-1.0"), False),
        (NetworkSettings(squeeze_ratio=0.25), False),
        (NetworkSettings(share_3x3=0.25), False),
        (NetworkSettings(name="alexnet"), False),
    ],
)
def test_networks_with_the_same_layers_can_start_from_it(network: NetworkSettings, fits: bool) -> None:
    assert can_start(network) is fits


def refusal(path: Path) -> object:
    with pytest.raises(SqueezeError) as caught:
        read_starting_network(path)
    return caught.value.code


def changed_file(file: Path, folder: Path, name: str, values: NDArray[np.generic]) -> Path:
    with np.load(file) as stored:
        arrays = {key: stored[key] for key in stored.files} | {name: values}
    np.savez(folder / "changed.npz", **arrays)
    return folder / "changed.npz"


def test_other_files_are_refused(file: Path, tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.npz") == "model-not-found"
    assert refusal(tmp_path) == "model-not-found"
    garbage = tmp_path / "garbage.npz"
    garbage.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    assert refusal(garbage) == "weights-unreadable"
    cut = tmp_path / "cut.npz"
    cut.write_bytes(file.read_bytes()[:200_000])
    assert refusal(cut) == "weights-unreadable"
    other = np.zeros((3, 3, 3, 32), np.float16)
    assert refusal(changed_file(file, tmp_path, "conv1/kernel", other)) == "weights-other-network"
    broken = np.full((3, 3, 3, 64), np.nan, np.float16)
    assert refusal(changed_file(file, tmp_path, "conv1/kernel", broken)) == "weights-other-network"
    text = np.array(["not", "numbers"])
    assert refusal(changed_file(file, tmp_path, "conv1/gamma", text)) == "weights-unreadable"


def test_nothing_in_a_file_is_executed(file: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return (exec, (f"open({str(tmp_path / 'ran')!r}, 'w')",))

    objects = np.array([Trap()], dtype=object)
    assert refusal(changed_file(file, tmp_path, "conv1/gamma", objects)) == "weights-unreadable"
    assert not (tmp_path / "ran").exists()
