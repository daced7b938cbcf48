"""Folders as people arrange them are understood as they mean them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.datasets.folders import Folder
from core.datasets.layout import Layout, find_layout, part_named

ROOT = Path("data")


def folder(paths: list[str], path: Path = ROOT) -> Folder:
    """The folder with files at `paths`; a path that ends in '/' is an empty folder."""
    images = tuple(path / name for name in paths if name and "/" not in name)
    names = sorted({name.partition("/")[0] for name in paths if "/" in name})
    inner = tuple(
        folder([name.partition("/")[2] for name in paths if name.startswith(f"{each}/")], path / each)
        for each in names
    )
    return Folder(path, images, inner)


def layout(*paths: str) -> Layout:
    return find_layout(folder(list(paths)))


def arranged(layout: Layout) -> dict[str, dict[str, list[str]]]:
    return {
        part: {name: [p.relative_to(ROOT).as_posix() for p in paths] for name, paths in classes.items()}
        for part, classes in layout.parts.items()
    }


def test_a_subfolder_is_a_class() -> None:
    found = layout("cat/1.jpg", "cat/2.jpg", "dog/3.jpg")
    assert arranged(found) == {"train": {"cat": ["cat/1.jpg", "cat/2.jpg"], "dog": ["dog/3.jpg"]}}
    assert found.classes == ("cat", "dog")
    assert not found.brings_split


def test_images_deeper_in_a_class_folder_belong_to_the_class() -> None:
    found = layout("cat/1.jpg", "cat/old/2.jpg", "cat/old/older/3.jpg", "dog/new/4.jpg")
    assert arranged(found)["train"] == {
        "cat": ["cat/1.jpg", "cat/old/2.jpg", "cat/old/older/3.jpg"],
        "dog": ["dog/new/4.jpg"],
    }


@pytest.mark.parametrize("wrapper", ["animals", "a/b/c", "train", "animals/train", "download/Training set"])
def test_wrapping_folders_are_looked_through(wrapper: str) -> None:
    found = layout(f"{wrapper}/cat/1.jpg", f"{wrapper}/dog/2.jpg")
    assert arranged(found) == {"train": {"cat": [f"{wrapper}/cat/1.jpg"], "dog": [f"{wrapper}/dog/2.jpg"]}}
    assert not found.brings_split


@pytest.mark.parametrize(
    ("train", "test"),
    [
        ("train", "test"),
        ("Training", "TESTING"),
        ("animals/train", "animals/test"),
        ("seg_train/seg_train", "seg_test/seg_test"),
        ("x/y/train_set", "x/y/test_set"),
        ("train/images", "test"),
    ],
)
def test_train_and_test_folders_are_splits(train: str, test: str) -> None:
    found = layout(f"{train}/cat/1.jpg", f"{train}/dog/2.jpg", f"{test}/cat/3.jpg", f"{test}/dog/4.jpg")
    assert arranged(found) == {
        "train": {"cat": [f"{train}/cat/1.jpg"], "dog": [f"{train}/dog/2.jpg"]},
        "test": {"cat": [f"{test}/cat/3.jpg"], "dog": [f"{test}/dog/4.jpg"]},
    }
    assert found.brings_split


@pytest.mark.parametrize("name", ["val", "valid", "Validation", "validation-set", "dev"])
def test_a_validation_folder_is_a_split(name: str) -> None:
    assert part_named(name) == "validation"
    found = layout("train/cat/1.jpg", "train/dog/2.jpg", f"{name}/cat/3.jpg", f"{name}/dog/4.jpg")
    assert set(found.parts) == {"train", "validation"}


@pytest.mark.parametrize(
    "name", ["trainer", "terrain", "latest", "contest", "valley", "invalid", "trains", "mytest"]
)
def test_words_that_only_look_like_a_split_are_classes(name: str) -> None:
    assert part_named(name) is None


def test_a_class_may_be_called_train() -> None:
    found = layout("bus/1.jpg", "plane/2.jpg", "train/3.jpg")
    assert found.classes == ("bus", "plane", "train")
    nested = layout("bus/1.jpg", "plane/2.jpg", "train/steam/3.jpg", "train/diesel/4.jpg")
    assert nested.classes == ("bus", "plane", "train")


def test_folders_without_labels_are_left_out_and_told() -> None:
    found = layout(
        *("seg_train/seg_train/cat/1.jpg", "seg_train/seg_train/dog/2.jpg"),
        *("seg_test/seg_test/cat/3.jpg", "seg_test/seg_test/dog/4.jpg"),
        *("seg_pred/seg_pred/5.jpg", "seg_pred/seg_pred/6.jpg", "readme.png"),
    )
    assert found.classes == ("cat", "dog")
    assert {path.name for path in found.unlabeled} == {"5.jpg", "6.jpg", "readme.png"}


def test_a_test_folder_without_classes_is_no_split() -> None:
    found = layout("train/cat/1.jpg", "train/dog/2.jpg", "test/3.jpg", "test/4.jpg")
    assert set(found.parts) == {"train"}
    assert not found.brings_split
    assert {path.name for path in found.unlabeled} == {"3.jpg", "4.jpg"}


def test_splits_without_one_for_training_are_one_set() -> None:
    found = layout("val/cat/1.jpg", "val/dog/2.jpg", "test/cat/3.jpg", "test/dog/4.jpg")
    assert {name: len(paths) for name, paths in found.parts["train"].items()} == {"cat": 2, "dog": 2}
    assert not found.brings_split


def test_an_empty_class_is_there_without_images() -> None:
    assert layout("cat/1.jpg", "dog/").parts["train"] == {"cat": (ROOT / "cat/1.jpg",), "dog": ()}


def test_loose_images_make_no_class() -> None:
    found = layout("1.jpg", "2.jpg")
    assert found.classes == ()
    assert len(found.unlabeled) == 2
