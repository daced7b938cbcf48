"""A map of where a network looked, over the image."""

from __future__ import annotations

import numpy as np

from core.evaluation.heat_map import as_bytes, heat_layer, overlay


def corner() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    heat = np.zeros((4, 4), np.uint8)
    heat[0, 3] = 255
    return heat


def test_what_was_looked_at_is_red_and_the_rest_is_clear() -> None:
    layer = heat_layer(corner(), 80)
    assert layer.shape == (80, 80, 4)
    red, green, _, alpha = layer[8, 72]
    assert red > 200
    assert green < 60
    assert 120 < alpha < 250
    assert layer[40:, :40, 3].max() <= 1


def test_over_an_image_the_rest_of_it_stays_as_it_is() -> None:
    for channels in (1, 3):
        image = np.full((32, 32, channels), 100, np.uint8)
        made = np.asarray(overlay(image, corner(), 64))
        assert made.shape == (64, 64, 3)
        assert (abs(made[40:, :30].astype(int) - 100) <= 1).all()
        red, green, _ = made[6, 58]
        assert red > 150 > 90 > green


def test_without_heat_an_image_is_itself() -> None:
    image = np.random.default_rng(1).integers(0, 256, (48, 48, 3), np.uint8)
    assert np.array_equal(np.asarray(overlay(image, np.zeros((5, 5), np.uint8), 48)), image)


def test_fractions_become_bytes() -> None:
    assert as_bytes(np.array([[0, 0.5, 1]], np.float32)).tolist() == [[0, 128, 255]]
