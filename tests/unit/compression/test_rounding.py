"""Weights are rounded to levels that codes can stand for, with the least error."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.compression.rounding import largest_code, nearest_levels


def long_tailed(seed: int = 1) -> NDArray[np.float32]:
    chance = np.random.default_rng(seed)
    kernel = chance.laplace(size=(3, 3, 16, 8)).astype(np.float32)
    kernel[np.abs(kernel) < 0.5] = 0
    return kernel


@pytest.mark.parametrize("bits", [3, 4, 5, 6, 8])
def test_a_filter_has_no_more_levels_than_codes_and_keeps_its_zeros(bits: int) -> None:
    kernel = long_tailed()
    rounded = nearest_levels(kernel, bits)
    assert (rounded[kernel == 0] == 0).all()
    for number in range(kernel.shape[-1]):
        levels = np.unique(np.round(rounded[..., number], 6))
        assert len(levels) <= 2**bits - 1
        step = np.abs(levels).max() / largest_code(bits)
        assert np.rint(levels / step) == pytest.approx(levels / step, abs=1e-3)


def test_more_bits_leave_less_error() -> None:
    kernel = long_tailed()
    errors = [float(((nearest_levels(kernel, bits) - kernel) ** 2).sum()) for bits in (3, 4, 5, 6, 8)]
    assert errors == sorted(errors, reverse=True)


def test_cutting_a_few_large_weights_leaves_less_error_than_stretching_the_step_over_them() -> None:
    kernel = long_tailed()
    kernel[0, 0, 0] = 12
    step = 12 / largest_code(4)
    stretched = np.rint(kernel / step) * step
    best = nearest_levels(kernel, 4)
    assert ((best - kernel) ** 2).sum() < 0.8 * ((stretched - kernel) ** 2).sum()


def test_rounding_again_changes_nothing() -> None:
    once = nearest_levels(long_tailed(), 4)
    assert nearest_levels(once, 4) == pytest.approx(once, abs=1e-6)


def test_a_filter_of_zeros_stays_one() -> None:
    kernel = long_tailed()
    kernel[..., 2] = 0
    assert not nearest_levels(kernel, 5)[..., 2].any()
