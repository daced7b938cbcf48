"""How many weights each layer gives up."""

from __future__ import annotations

import numpy as np
import pytest

from core.backend import make_deterministic
from core.compression.criterion import Criterion
from core.networks.measure import convolutions
from tests.builders.networks import squeezenet


def kernels() -> dict[str, np.ndarray]:
    make_deterministic(1)
    return {n: layer.kernel.numpy() for n, layer in convolutions(squeezenet(6, 96)).items()}


def test_one_threshold_takes_the_share_asked_for_in_all_and_spares_the_small_layers() -> None:
    weights = kernels()
    targets = Criterion.of(weights, "global").targets(0.8)
    zeros = sum(targets[name] * kernel.size for name, kernel in weights.items())
    assert zeros / sum(kernel.size for kernel in weights.values()) == pytest.approx(0.8, abs=0.005)
    assert targets["conv1"] < 0.5 < 0.8 < targets["fire9_expand3x3"]


def test_the_same_share_for_every_layer_can_be_asked_for() -> None:
    assert set(Criterion.of(kernels(), "layer").targets(0.6).values()) == {0.6}
