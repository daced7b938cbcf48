"""Variations of an image: what a preview shows is what training does, and it costs no TensorFlow."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from core.datasets.augmentation import Variations, augmented_previews, draw_variations, varied
from core.training.feed import augmented
from tests.builders.stripes import striped


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [32, 45])
def test_a_preview_is_what_training_shows_the_network(channels: int, size: int) -> None:
    images = striped(24, size=size, channels=channels).images.astype(np.float32)
    variations = draw_variations(24, size, [7, 3])
    trained = augmented(images, variations.transforms, variations.tints).numpy()
    # A coordinate is a float32 here and there; at a sharp edge its last bit is a fraction of a level.
    assert np.abs(varied(images, variations) - trained).max() < 0.05


def test_the_edges_are_continued_alike_however_far_an_image_moves() -> None:
    images = striped(5, size=16).images.astype(np.float32)
    moves = [(0.5, 0.0), (-0.5, -0.5), (15.5, 3.0), (-40.0, 17.25), (100.5, -33.0)]
    transforms = np.array([[1, 0, x, 0, 1, y, 0, 0] for x, y in moves], np.float32)
    variations = Variations(transforms, np.tile(np.array([0, 1, 1], np.float32), (5, 1)))
    trained = augmented(images, variations.transforms, variations.tints).numpy()
    assert np.abs(varied(images, variations) - trained).max() < 0.05


@pytest.mark.parametrize("channels", [1, 3])
def test_variations_stay_within_the_range_and_repeat_themselves(channels: int) -> None:
    images = striped(16, channels=channels).images.astype(np.float32)
    once, again, other = (varied(images, draw_variations(16, 32, seed)) for seed in ([3, 4], [3, 4], [3, 5]))
    assert once.shape == images.shape
    assert once.min() >= 0
    assert once.max() <= 255
    assert (once == again).all()
    assert np.abs(once - other).mean() > 5
    changes = np.abs(once - images).mean(axis=(1, 2, 3))
    assert (changes > 1).all(), "some image stayed as it was"


def test_variations_show_the_scene_and_not_its_surroundings() -> None:
    """An image of one color stays of one color: nothing black moves in from outside."""
    images = np.full((32, 40, 40, 3), 200, np.float32)
    spread = varied(images, draw_variations(32, 40, [1, 1])).std(axis=(1, 2, 3))
    assert spread.max() < 1


def test_previews_are_variations_of_one_image() -> None:
    image = striped(1).images[0]
    previews = augmented_previews(image, seed=5, count=6)
    assert previews.shape == (6, 32, 32, 3)
    assert previews.dtype == np.uint8
    assert len(np.unique(previews.reshape(6, -1), axis=0)) == 6
    assert (augmented_previews(image, 5, 6) == previews).all()
    assert (augmented_previews(image, 6, 6) != previews).any()


def test_previews_cost_no_tensorflow() -> None:
    program = "import sys, core.datasets.augmentation; assert 'tensorflow' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
