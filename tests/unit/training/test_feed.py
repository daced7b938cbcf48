"""What the network is fed: every image once an epoch, varied, and the same again from the same seed."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.datasets.dataset import Split
from core.datasets.store import load_split
from core.task import Task
from core.training.feed import (
    LabeledImages,
    epoch_seed,
    evaluation_batch,
    inspection_batches,
    scaled,
    step_parts,
    training_batches,
)
from tests.builders.images import encoded, noise
from tests.builders.stripes import striped
from tests.processes import memory_of


def test_scaled_values_are_image_values_minus_128_in_int8_steps() -> None:
    values = np.arange(256, dtype=np.uint8)
    assert (scaled(values).numpy() * 128 == values.astype(np.int16) - 128).all()


def test_an_epoch_shows_every_image_once_in_an_order_of_its_seed() -> None:
    data = LabeledImages(np.zeros((12, 32, 32, 1), np.uint8), np.arange(12, dtype=np.int64))

    def order(seed: int) -> list[int]:
        batches = training_batches(data, 4, seed, augment=False)
        return [int(label) for _, labels in batches for label in labels.numpy()]

    assert sorted(order(5)) == list(range(12))
    assert order(5) == order(5)
    assert order(5) != order(6)


def test_a_set_smaller_than_a_batch_is_one_batch() -> None:
    batches = list(training_batches(striped(5), 64, seed=1, augment=True))
    assert [images.shape[0] for images, _ in batches] == [5]


def test_seeds_differ_by_stage_and_epoch() -> None:
    seeds = {epoch_seed(1, stage, epoch) for stage in ("train", "prune") for epoch in range(50)}
    assert len(seeds) == 100
    assert all(0 <= seed < 2**31 for seed in seeds)


def test_an_epoch_varies_every_image_the_same_way_from_the_same_seed() -> None:
    data = striped(12)

    def shown(seed: int, *, augment: bool) -> NDArray[np.float32]:
        return np.concatenate(
            [values.numpy() for values, _ in training_batches(data, 4, seed, augment=augment)]
        )

    once = shown(5, augment=True)
    assert (once == shown(5, augment=True)).all()
    assert (np.abs(once - shown(5, augment=False)).mean(axis=(1, 2, 3)) > 0.01).all()


def test_no_epoch_waits_for_a_tuner_to_wake() -> None:
    assert training_batches(striped(12), 4, seed=5, augment=True).options().autotune.enabled is False


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is looked up in /proc")
def test_an_epoch_from_disk_does_not_pile_up_in_memory(tmp_path: Path) -> None:
    count, limit = 3000, 4 << 20
    (tmp_path / "1.png").write_bytes(encoded(noise(1, 96, 96)))
    split = Split(("1.png",) * count, np.zeros(count, np.int64), (tmp_path / "1.png",) * count)
    loaded = load_split(split, 96, gray=False, memory_limit_bytes=limit, cache_folder=tmp_path, task=Task())
    assert isinstance(loaded.images, np.memmap)
    assert loaded.images.nbytes > 16 * limit
    before, most = memory_of(os.getpid(), "RssFile"), 0
    for _ in training_batches(LabeledImages(loaded.images, loaded.labels), 64, seed=1, augment=False):
        most = max(most, memory_of(os.getpid(), "RssFile") - before)
    for start in range(0, count, 256):
        assert int(loaded.images[start : start + 256].max()) > 0
        most = max(most, memory_of(os.getpid(), "RssFile") - before)
    assert most < 4 * limit


def test_large_images_go_through_a_network_fewer_at_a_time() -> None:
    assert [evaluation_batch(side) for side in (32, 96, 224)] == [256, 256, 47]
    assert [step_parts(64, side) for side in (32, 96, 160, 161, 224)] == [1, 1, 1, 2, 2]
    assert [step_parts(size, 224) for size in (1, 32, 33, 1024)] == [1, 1, 2, 32]


def test_images_are_inspected_in_batches_that_leave_none_out() -> None:
    images = np.random.default_rng(2).integers(0, 256, (150, 96, 96, 1)).astype(np.uint8)
    batches = [batch.numpy() for batch in inspection_batches(images)]
    assert [len(batch) for batch in batches] == [64, 64, 22]
    assert np.array_equal(np.concatenate(batches), scaled(images).numpy())
