"""What the network is fed: every picture once an epoch, varied, and the same again from the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.feed import LabelledPictures, augmented, epoch_seed, scaled, training_batches
from tests.builders.stripes import striped


def test_scaled_values_are_picture_values_minus_128_in_int8_steps() -> None:
    values = np.arange(256, dtype=np.uint8)
    assert (scaled(values).numpy() * 128 == values.astype(np.int16) - 128).all()


def test_an_epoch_shows_every_picture_once_in_an_order_of_its_seed() -> None:
    data = LabelledPictures(np.zeros((12, 32, 32, 1), np.uint8), np.arange(12, dtype=np.int64))

    def order(seed: int) -> list[int]:
        batches = training_batches(data, 4, seed, augment=False)
        return [int(label) for _, labels in batches for label in labels.numpy()]

    assert sorted(order(5)) == list(range(12))
    assert order(5) == order(5)
    assert order(5) != order(6)


def test_a_set_smaller_than_a_batch_is_one_batch() -> None:
    batches = list(training_batches(striped(5), 64, seed=1, augment=True))
    assert [pictures.shape[0] for pictures, _ in batches] == [5]


def test_seeds_differ_by_stage_and_epoch() -> None:
    seeds = {epoch_seed(1, stage, epoch) for stage in ("train", "prune") for epoch in range(50)}
    assert len(seeds) == 100
    assert all(0 <= seed < 2**31 for seed in seeds)


@pytest.mark.parametrize("channels", [1, 3])
def test_augmentation_varies_pictures_within_their_range_and_repeats_itself(channels: int) -> None:
    pictures = striped(16, channels=channels).pictures.astype(np.float32)
    once, again = (augmented(pictures, np.array([3, 4], np.int64)).numpy() for _ in range(2))
    other = augmented(pictures, np.array([3, 5], np.int64)).numpy()
    assert once.shape == pictures.shape
    assert once.min() >= 0
    assert once.max() <= 255
    assert (once == again).all()
    assert np.abs(once - other).mean() > 5
    changes = np.abs(once - pictures).mean(axis=(1, 2, 3))
    assert (changes > 1).all(), "some picture stayed as it was"


def test_augmentation_shows_the_scene_and_not_its_surroundings() -> None:
    """A picture of one colour stays of one colour: nothing black moves in from outside."""
    pictures = np.full((32, 40, 40, 3), 200, np.float32)
    spread = augmented(pictures, np.array([1, 1], np.int64)).numpy().std(axis=(1, 2, 3))
    assert spread.max() < 1
