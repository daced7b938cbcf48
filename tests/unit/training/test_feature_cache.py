"""Features are computed once for each image, whatever becomes of the image's name and place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.training.feature_cache import FOLDER, FeatureCache


def images(*numbers: int) -> NDArray[np.uint8]:
    """Images that are another for each number."""
    return np.stack([np.full((4, 4, 3), number, np.uint8) for number in numbers])


class Network:
    """Computes features, and remembers of how many images."""

    def __init__(self, parts: list[NDArray[np.uint8]]) -> None:
        self.all = np.concatenate(parts)
        self.computed = 0

    def __call__(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        self.computed += len(places)
        features: NDArray[np.float32] = self.all[places, 0, 0].astype(np.float32) / 3
        return features


def looked_up(cache: FeatureCache, *parts: NDArray[np.uint8]) -> tuple[NDArray[np.float32], int]:
    network = Network(list(parts))
    features = cache.features(parts, network)
    assert np.array_equal(features, np.concatenate(parts)[:, 0, 0].astype(np.float32) / 3)
    return features, network.computed


def test_images_that_are_known_are_not_computed_again(tmp_path: Path) -> None:
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(1, 2), images(3))[1] == 3
    # Another session, another order, one less and one more.
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(3), images(4, 1))[1] == 1
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(2, 4))[1] == 0
    assert looked_up(FeatureCache.of(tmp_path, "another network"), images(2))[1] == 1


def test_without_a_file_everything_is_computed(tmp_path: Path) -> None:
    cache = FeatureCache(None)
    assert [looked_up(cache, images(1, 2))[1] for _ in range(2)] == [2, 2]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["cut", "bytes", "not a number", "folder"])
def test_a_file_that_cannot_be_used_is_as_none(tmp_path: Path, damage: str) -> None:
    looked_up(FeatureCache.of(tmp_path, "network"), images(1, 2))
    [path] = (tmp_path / FOLDER).iterdir()
    content = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    elif damage == "not a number":
        row = (np.full(3, 2, np.float32) / 3).tobytes()
        assert row in content
        path.write_bytes(content.replace(row, np.full(3, np.nan, np.float32).tobytes()))
    else:
        path.write_bytes(content[:-5] if damage == "cut" else b"not msgpack")
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(1, 2))[1] == 2


def test_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.training.feature_cache._IMAGES_KEPT", 3)
    looked_up(FeatureCache.of(tmp_path, "network"), images(1, 2))
    looked_up(FeatureCache.of(tmp_path, "network"), images(3, 4))
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(3, 4))[1] == 0
    assert looked_up(FeatureCache.of(tmp_path, "network"), images(1, 2, 3, 4))[1] == 1
