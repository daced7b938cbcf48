"""A few test images stay with a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.datasets.store import LoadedSplit
from core.errors import SqueezeError
from core.runs.samples import read_samples, sample_numbers, write_samples


def split(count: int) -> LoadedSplit:
    images = np.arange(count * 12, dtype=np.uint8).reshape(count, 2, 2, 3)
    return LoadedSplit(images, np.arange(count) // 8, tuple(map(str, range(count))))


SHAPE = (2, 2, 3)


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        ([0, 0, 0, 1, 1, 2], [0, 1, 3, 4, 5]),
        ([1, 1, 1, 1, 1, 1, 0], [0, 1, 2, 3, 6]),
        ([0, 1], [0, 1]),
    ],
)
def test_every_class_has_its_turn(labels: list[int], numbers: list[int]) -> None:
    assert sorted(sample_numbers(np.array(labels), 5).tolist()) == numbers


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    test = split(40)
    write_samples(tmp_path / "samples.npz", test)
    kept = read_samples(tmp_path / "samples.npz", SHAPE, 5)
    numbers = sample_numbers(test.labels)
    assert (kept.images == test.images[numbers]).all()
    assert (kept.labels == test.labels[numbers]).all()
    assert len(kept.images) == 10
    assert kept.numbers is not None
    assert kept.numbers.tolist() == numbers.tolist()


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut", b"\x80pickle"])
def test_what_cannot_be_read_is_damage(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "samples.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SqueezeError) as caught:
        read_samples(path, SHAPE, 5)
    assert caught.value.code == "run-damaged"
    assert "--from huffman" in caught.value.remedy


@pytest.mark.parametrize(("shape", "classes"), [((2, 3, 3), 5), ((2, 2, 1), 5), (SHAPE, 4)])
def test_images_of_another_model_are_damage(
    tmp_path: Path, shape: tuple[int, int, int], classes: int
) -> None:
    write_samples(tmp_path / "samples.npz", split(40))
    with pytest.raises(SqueezeError) as caught:
        read_samples(tmp_path / "samples.npz", shape, classes)
    assert caught.value.code == "run-damaged"
