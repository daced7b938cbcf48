"""Images that show nearly the same are found, and no others."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance

from core.datasets.check_cache import Memory
from core.datasets.checking import CheckedImage
from core.datasets.images import size_and_thumbnail
from core.datasets.layout import Part
from core.datasets.listing import LabeledFile
from core.datasets.near_copies import (
    Thumbnails,
    has_one_background,
    is_one_burst,
    near_copies,
    near_groups,
    thumbnails_of,
)
from core.errors import Cancelled
from core.events import Event
from core.sample_scenes import SCENE_CLASSES, draw_numbered
from core.task import Task
from tests.builders.images import burst, encoded, noise

SIDE = 96
Change = Callable[[Image.Image], Image.Image]


def checked(content: bytes, number: int = 0, label: str = "cup", part: Part = "train") -> CheckedImage:
    name = f"{label}/{number:04}.jpg"
    size, thumbnail = size_and_thumbnail(content)
    return CheckedImage(LabeledFile(Path(name), name, label, part), content, size, thumbnail=thumbnail)


def are_near(one: Image.Image, other: Image.Image) -> bool:
    images = [checked(encoded(image)) for image in (one, other)]
    return near_groups(thumbnails_of(images), Task()) == [[0, 1]]


def saved_again(image: Image.Image, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(encoded(image, "JPEG", quality=quality))).convert("RGB")


def cropped(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    width, height = image.size
    return image.crop(
        (round(left * width), round(top * height), round(right * width), round(bottom * height))
    )


def in_a_burst(image: Image.Image) -> Image.Image:
    """Moved, nearer, brighter, and saved by a camera."""
    moved = cropped(image, 0.03, 0.0, 1.0, 0.97)
    return saved_again(ImageEnhance.Brightness(moved).enhance(1.05), 60)


CHANGES: dict[str, Change] = {
    "cropped": lambda image: cropped(image, 0.02, 0.02, 0.98, 0.98),
    "scaled to 80 %": lambda image: image.resize((round(0.8 * image.width), round(0.8 * image.height))),
    "saved with quality 40": lambda image: saved_again(image, 40),
    "moved": lambda image: cropped(image, 0.0, 0.02, 0.98, 1.0),
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.1),
    "darker": lambda image: ImageEnhance.Brightness(image).enhance(0.9),
    "turned by a degree": lambda image: image.rotate(1, Image.Resampling.BILINEAR),
    "in a burst": in_a_burst,
}


def drawn(seed: int) -> Image.Image:
    return Image.fromarray(noise(seed, SIDE, SIDE))


def scene(number: int) -> Image.Image:
    return Image.fromarray(draw_numbered(SCENE_CLASSES[number % 6], number, SIDE, 1))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("make", [drawn, scene])
def test_an_image_that_was_changed_a_little_is_a_near_copy(
    change: str, make: Callable[[int], Image.Image]
) -> None:
    assert [are_near(make(number), CHANGES[change](make(number))) for number in range(12)] == [True] * 12


@pytest.mark.parametrize(
    "change",
    [
        lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        lambda image: cropped(image, 0.0, 0.0, 0.6, 0.6),
        lambda image: ImageEnhance.Brightness(image).enhance(0.4),
    ],
    ids=["mirrored", "a part", "dark"],
)
def test_an_image_that_shows_something_else_or_in_other_light_is_none(change: Change) -> None:
    assert not any(are_near(drawn(number), change(drawn(number))) for number in range(12))


def test_different_images_are_no_near_copies() -> None:
    images = [checked(encoded(drawn(number))) for number in range(300)]
    assert near_groups(thumbnails_of(images), Task()) == []
    for label in range(len(SCENE_CLASSES)):
        images = [checked(encoded(scene(6 * number + label))) for number in range(30)]
        assert near_groups(thumbnails_of(images), Task()) == []


def test_plain_images_are_near_where_they_have_the_same_gray() -> None:
    walls = [Image.new("L", (SIDE, SIDE), gray) for gray in (100, 102, 140)]
    assert are_near(walls[0], walls[1])
    assert not are_near(walls[0], walls[2])


def test_near_copies_of_near_copies_are_one_group() -> None:
    wide = Image.fromarray(noise(1, 2 * SIDE, SIDE))
    steps = [wide.crop((left, 0, left + SIDE, SIDE)) for left in range(0, 40, 2)]
    assert not are_near(steps[0], steps[-1])
    images = [checked(encoded(image), number) for number, image in enumerate(steps)]
    assert near_groups(thumbnails_of(images), Task()) == [list(range(20))]


def images_of(*bursts: int, label: str = "cup") -> list[CheckedImage]:
    """So many images of each of several bursts, and three of nothing else."""
    contents = [content for seed, count in enumerate(bursts) for content in burst(seed, count)]
    contents += [encoded(drawn(900 + number)) for number in range(3)]
    return [checked(content, number, label) for number, content in enumerate(contents)]


def names(groups: list[list[CheckedImage]]) -> set[tuple[str, ...]]:
    return {tuple(sorted(image.file.name for image in group)) for group in groups}


def test_bursts_are_groups_whatever_the_order() -> None:
    pool = images_of(5, 2, 4)
    expected = {
        tuple(f"cup/{number:04}.jpg" for number in range(first, last))
        for first, last in ((0, 5), (5, 7), (7, 11))
    }
    assert names(near_copies(pool, Memory(), Task())) == expected
    shuffled = random.Random(5).sample(pool, len(pool))
    assert names(near_copies(shuffled, Memory(), Task())) == expected


def test_copies_are_in_the_group_of_their_image_and_none_by_themselves() -> None:
    pool = images_of(2)
    twin, single_twin = (
        CheckedImage(
            LabeledFile(Path("x"), f"cup/{name}.jpg", "cup", "train"),
            pool[place].digest,
            thumbnail=pool[place].thumbnail,
        )
        for name, place in (("twin", 0), ("single", 2))
    )
    assert names(near_copies([*pool, twin, single_twin], Memory(), Task())) == {
        ("cup/0000.jpg", "cup/0001.jpg", "cup/twin.jpg")
    }


def test_classes_are_looked_at_by_themselves() -> None:
    one, two = burst(1, 2)
    assert near_copies([checked(one, label="cup"), checked(two, label="pen")], Memory(), Task()) == []


def test_what_is_remembered_of_a_class_is_not_worked_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, pool = Memory(), images_of(3)
    first = near_copies(pool, memory, Task())
    asked: list[int] = []

    def counted(thumbnails: Thumbnails, _: Task) -> list[list[int]]:
        asked.append(len(thumbnails))
        return []

    monkeypatch.setattr("core.datasets.near_copies.near_groups", counted)
    assert names(near_copies(pool, memory, Task())) == names(first)
    assert asked == []
    near_copies(pool[1:], memory, Task())
    assert asked == [5]


def test_a_series_from_a_tripod_takes_no_longer_for_being_alike() -> None:
    wall = np.asarray(drawn(1).convert("L").resize((16, 16)))
    chance = np.random.default_rng(1)
    series = (wall.astype(int) + chance.integers(-2, 3, (3000, 16, 16))).clip(0, 255).astype(np.uint8)
    assert near_groups(series, Task()) == [list(range(3000))]


def test_comparing_stops_when_it_is_asked_to() -> None:
    def tell(event: Event) -> None:
        raise AssertionError(event)

    with pytest.raises(Cancelled):
        near_groups(thumbnails_of(images_of(3)), Task(tell, lambda: True))


@pytest.mark.parametrize(
    ("different", "groups", "one"),
    [(30, [], False), (30, [30], True), (30, [24], True), (30, [10, 10, 10], False), (30, [15, 15], True)],
)
def test_a_class_is_one_burst_when_hardly_anything_else_is_in_it(
    different: int, groups: list[int], one: bool
) -> None:
    assert is_one_burst(different, groups) is one


def on_a_table(number: int, table: int) -> Image.Image:
    """Something in the middle of the same table, in a light of its own."""
    image = drawn(table)
    image.paste(drawn(1000 + number).resize((50, 60)), (20, 30))
    return ImageEnhance.Brightness(image).enhance(1 + 0.02 * (number % 5))


def test_a_background_that_all_images_have_is_noticed() -> None:
    same = [checked(encoded(on_a_table(number, table=7))) for number in range(20)]
    others = [checked(encoded(on_a_table(number, table=number))) for number in range(20)]
    assert near_groups(thumbnails_of(same), Task()) == []
    assert has_one_background(thumbnails_of(same))
    assert not has_one_background(thumbnails_of(others))
    assert not has_one_background(thumbnails_of([*same, *others]))
