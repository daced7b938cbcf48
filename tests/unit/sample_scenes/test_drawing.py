"""The sample scenes: repeatable, various, and nothing that a linear classifier could learn."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.sample_scenes import SCENE_CLASSES, draw_scene
from tests.builders.scenes import drawn_scenes

Images = NDArray[np.uint8]


@pytest.fixture(scope="module")
def gallery() -> tuple[Images, NDArray[np.int64]]:
    """Images as large as those of the demo, 200 a class."""
    return drawn_scenes(200, 64, 0)


def test_the_classes_are_those_of_the_intel_set() -> None:
    assert SCENE_CLASSES == ("buildings", "forest", "glacier", "mountain", "sea", "street")


@pytest.mark.parametrize("scene", SCENE_CLASSES)
@pytest.mark.parametrize("size", [32, 96, 224])
def test_every_class_is_drawn_at_any_size(scene: str, size: int) -> None:
    image = draw_scene(scene, 5, size)

    assert image.shape == (size, size, 3)
    assert image.dtype == np.uint8
    assert image.std() > 10


def test_the_scenes_are_those_that_they_always_were() -> None:
    """With another digest count `VERSION` in core/sample_scenes/folder.py up: runs of them begin anew."""
    digest = hashlib.sha256()
    for size in (32, 64, 96, 224):
        digest.update(drawn_scenes(2, size, 1)[0].tobytes())
    assert digest.hexdigest() == "78400ce6b9eb6f7619ec5dbaa125372087bf717fd6ea650e0d31e69993994c56"


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_scene("kitchen", 0, 64)


@pytest.mark.parametrize("scene", SCENE_CLASSES)
def test_two_sizes_show_the_same_scene(scene: str) -> None:
    for seed in range(4):
        small = draw_scene(scene, seed, 64).astype(float)
        large = Image.fromarray(draw_scene(scene, seed, 128)).reduce(2)
        other = draw_scene(scene, seed + 100, 64).astype(float)

        same = np.corrcoef(small.ravel(), np.asarray(large, dtype=float).ravel())[0, 1]
        different = np.corrcoef(small.ravel(), other.ravel())[0, 1]

        assert same > 0.9
        assert same > different


def test_a_seed_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib; from core.sample_scenes import SCENE_CLASSES, draw_scene\n"
        "print(hashlib.sha256(b''.join(draw_scene(s, 7, 64).tobytes() for s in SCENE_CLASSES)).hexdigest())"
    )
    here = hashlib.sha256(b"".join(draw_scene(scene, 7, 64).tobytes() for scene in SCENE_CLASSES)).hexdigest()
    elsewhere = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("1", "2")
    ]

    assert elsewhere == [here, here]


def test_drawing_does_not_depend_on_what_was_drawn_before() -> None:
    alone = draw_scene("sea", 3, 48)
    draw_scene("forest", 3, 48)
    np.random.default_rng(0).random(10)

    assert np.array_equal(draw_scene("sea", 3, 48), alone)


def test_no_two_images_are_equal(gallery: tuple[Images, NDArray[np.int64]]) -> None:
    images, _ = gallery

    assert len({image.tobytes() for image in images}) == len(images)


def test_another_seed_gives_other_images() -> None:
    assert not np.array_equal(drawn_scenes(1, 32, 1)[0], drawn_scenes(1, 32, 2)[0])


@pytest.mark.parametrize("scene", SCENE_CLASSES)
def test_a_class_comes_in_every_color_and_light(
    gallery: tuple[Images, NDArray[np.int64]], scene: str
) -> None:
    images, labels = gallery
    means = images[labels == SCENE_CLASSES.index(scene)].mean(axis=(1, 2))
    brightness = means.mean(axis=1)
    warmth = means[:, 0] - means[:, 2]

    assert brightness.std() > 12
    assert warmth.std() > 15
    assert (warmth > 10).mean() > 0.1
    assert (warmth < -10).mean() > 0.1
