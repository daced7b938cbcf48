"""Splits hold every image once, by shares, drawn from the seed and the images alone."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets.checking import CheckedImage
from core.datasets.layout import PARTS, Part
from core.datasets.listing import LabeledFile
from core.datasets.splits import (
    LEAST_PER_CLASS,
    Shares,
    Splits,
    divided_as,
    fingerprint,
    split_images,
    without_shared_copies,
)
from core.errors import SqueezeError


def image(label: str, number: int, content: int | None = None, part: Part = "train") -> CheckedImage:
    digest = f"{label} {number if content is None else content}".encode()
    name = f"{part}/{label}/{number:05}.jpg"
    return CheckedImage(LabeledFile(Path(name), name, label, part), digest, size=(50, 50))


def images(label: str, count: int) -> list[CheckedImage]:
    return [image(label, number) for number in range(count)]


def split(pool: list[CheckedImage], seed: int = 1, shares: Shares | None = None) -> Splits:
    classes = sorted({p.file.label for p in pool})
    return split_images({"train": pool}, classes, seed, shares or Shares())


def counts(splits: Splits, label: str) -> tuple[int, int, int]:
    train, validation, test = (sum(p.file.label == label for p in splits[part]) for part in PARTS)
    return train, validation, test


def test_every_class_is_divided_by_the_shares() -> None:
    splits = split(images("cat", 100) + images("dog", 1000))
    assert counts(splits, "cat") == (70, 10, 20)
    assert counts(splits, "dog") == (700, 100, 200)
    other = split(images("cat", 100), shares=Shares(validation=0.3, test=0.05))
    assert counts(other, "cat") == (65, 30, 5)


@pytest.mark.parametrize("shares", [Shares(), Shares(0.4, 0.5), Shares(0.02, 0.02), Shares(0.09, 0.9)])
def test_the_smallest_class_has_images_in_every_split(shares: Shares) -> None:
    assert min(counts(split(images("cat", LEAST_PER_CLASS), shares=shares), "cat")) >= 1


def test_a_smaller_class_is_refused() -> None:
    copies = [image("cat", number, content=number // 2) for number in range(2 * LEAST_PER_CLASS - 2)]
    with pytest.raises(SqueezeError, match=f"'cat' has {LEAST_PER_CLASS - 1} readable") as error:
        split(copies + images("dog", 10))
    assert error.value.code == "data-too-few"


@given(
    groups=st.lists(st.integers(1, 4), min_size=LEAST_PER_CLASS, max_size=60),
    seed=st.integers(0, 2**31 - 1),
    validation=st.floats(0.02, 0.4),
    test=st.floats(0.02, 0.5),
)
def test_no_image_is_lost_doubled_or_in_two_splits(
    groups: list[int], seed: int, validation: float, test: float
) -> None:
    contents = [content for content, copies in enumerate(groups) for _ in range(copies)]
    pool = [image("cat", number, content) for number, content in enumerate(contents)]
    splits = split(pool, seed, Shares(validation, test))
    assert sorted(p.file.name for part in PARTS for p in splits[part]) == [p.file.name for p in pool]
    digests = [{p.digest for p in splits[part]} for part in PARTS]
    assert sum(len(each) for each in digests) == len(groups)
    assert all(digests)


def test_test_images_are_single_while_there_are_enough() -> None:
    copies = [image("cat", 1000 + number, content=-1) for number in range(50)]
    splits = split(images("cat", 99) + copies)
    assert counts(splits, "cat") == (119, 10, 20)
    assert all(p.digest != copies[0].digest for p in [*splits["test"], *splits["validation"]])


def test_the_order_in_which_files_were_found_does_not_matter() -> None:
    pool = images("cat", 60) + images("dog", 40)
    shuffled = random.Random(3).sample(pool, len(pool))
    assert split(pool) == split(shuffled)


def test_the_seed_decides_who_goes_where() -> None:
    pool = images("cat", 100)
    drawn = Counter(p.file.name for seed in range(60) for p in split(pool, seed)["test"])
    assert len({tuple(p.file.name for p in split(pool, seed)["test"]) for seed in range(60)}) == 60
    # 60 draws of 20 from 100: 12 each on average; a fair draw keeps all of them within 1 and 30.
    assert len(drawn) == 100
    assert max(drawn.values()) <= 30


def test_what_the_data_brings_stays_as_it_is() -> None:
    test: list[CheckedImage] = [image("cat", number, 1000 + number, "test") for number in range(7)]
    splits = split_images({"train": images("cat", 50), "test": test}, ["cat"], 1, Shares())
    assert splits["test"] == test
    assert counts(splits, "cat") == (45, 5, 7)
    brought: Splits = {"train": images("cat", 50), "validation": test}
    assert counts(split_images(brought, ["cat"], 1, Shares()), "cat") == (40, 7, 10)
    whole: Splits = {"train": images("cat", 50), "validation": test[:3], "test": test[3:]}
    assert counts(split_images(whole, ["cat"], 1, Shares()), "cat") == (50, 3, 4)


@given(
    sizes=st.lists(st.integers(1, 9), min_size=LEAST_PER_CLASS, max_size=40),
    seed=st.integers(0, 2**31 - 1),
)
def test_near_copies_are_in_one_split_and_nothing_is_lost(sizes: list[int], seed: int) -> None:
    bursts = [[image("cat", 100 * group + shot) for shot in range(size)] for group, size in enumerate(sizes)]
    pool = [shot for burst in bursts for shot in burst]
    near = [burst for burst in bursts if len(burst) > 1]
    splits = split_images({"train": pool}, ["cat"], seed, Shares(), near)
    part_of = {p.digest: part for part in PARTS for p in splits[part]}
    assert all(len({part_of[shot.digest] for shot in burst}) == 1 for burst in bursts)
    assert sorted(p.file.name for part in PARTS for p in splits[part]) == sorted(p.file.name for p in pool)
    assert min(counts(splits, "cat")) >= 1


def test_without_near_copies_the_splits_are_what_they_always_were() -> None:
    pool = images("cat", 60)
    assert split_images({"train": pool}, ["cat"], 1, Shares(), ()) == split(pool)
    assert split_images({"train": pool}, ["cat"], 1, Shares(), [pool[:9]]) != split(pool)


def test_a_class_of_one_burst_is_divided_all_the_same() -> None:
    pool = images("cat", 20)
    assert counts(split_images({"train": pool}, ["cat"], 1, Shares(), [pool]), "cat") == (14, 2, 4)


def test_images_stay_where_they_were_while_they_are_the_same() -> None:
    pool = images("cat", 30)
    before = split(pool)
    names: dict[str, list[str]] = {part: [p.file.name for p in before[part]] for part in PARTS}
    together = split_images({"train": pool}, ["cat"], 1, Shares(), [pool[:9]])
    assert together != before
    assert divided_as(together, names) == before
    assert divided_as(together, {**names, "test": names["test"][1:]}) == together


def test_a_class_that_a_split_of_the_data_lacks_is_named() -> None:
    parts: Splits = {
        "train": images("cat", 9) + images("dog", 9),
        "test": [image("cat", 1, 99, "test")],
    }
    with pytest.raises(SqueezeError, match="'dog' is missing from test") as error:
        split_images(parts, ["cat", "dog"], 1, Shares())
    assert error.value.code == "data-classes-differ"


def test_copies_between_the_splits_of_the_data_leave_the_earlier_one() -> None:
    train = [image("cat", number, content=number) for number in (1, 2, 3)]
    validation = [image("cat", number, content=number, part="validation") for number in (2, 4)]
    test = [image("cat", number, content=number, part="test") for number in (3, 4, 5)]
    parts, left_out = without_shared_copies(train + validation + test)
    assert parts == {"train": [train[0]], "validation": [validation[0]], "test": test}
    assert {p.file.name for p in left_out} == {p.file.name for p in (train[1], train[2], validation[1])}


@pytest.mark.parametrize("shares", [(0.0, 0.2), (0.1, 0.0), (0.5, 0.5), (-0.1, 0.2)])
def test_shares_that_leave_a_split_empty_are_refused(shares: tuple[float, float]) -> None:
    with pytest.raises(SqueezeError) as error:
        Shares(*shares)
    assert error.value.code == "setting-invalid"


def test_the_fingerprint_tells_whether_the_data_is_the_same() -> None:
    pool = images("cat", 30) + images("dog", 30)
    splits = split(pool)
    same = fingerprint(splits, ["cat", "dog"])
    assert fingerprint(split(pool[::-1]), ["cat", "dog"]) == same
    others = [
        fingerprint(split(pool, seed=2), ["cat", "dog"]),
        fingerprint(split(pool[1:]), ["cat", "dog"]),
        fingerprint(splits, ["cat", "dog", "eel"]),
        fingerprint({**splits, "train": splits["test"], "test": splits["train"]}, ["cat", "dog"]),
    ]
    assert len({same, *others}) == 5
