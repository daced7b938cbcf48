"""What a person takes out of a data set or puts together in it, without touching their folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.datasets.dataset import Dataset
from core.datasets.opening import open_dataset, open_images
from core.datasets.selection import Chooser, Selection, selection_of
from core.errors import SqueezeError
from core.settings import DataSettings
from core.task import Task
from tests.builders.images import contents_of, write_classes


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 12, "dog": 10, "eel": 8, "kitten": 7})
    return folder


def opened(source: Path, **settings: object) -> Dataset:
    selection = selection_of(DataSettings(**settings))  # type: ignore[arg-type]
    cache = source.parent / "cache"
    return open_dataset(source, cache_folder=cache, seed=1, task=Task(), selection=selection)


def names(dataset: Dataset) -> set[str]:
    return {name for split in dataset.splits.values() for name in split.names}


def label_of(dataset: Dataset, name: str) -> str:
    for split in dataset.splits.values():
        if name in split.names:
            return dataset.classes[int(split.labels[split.names.index(name)])]
    raise AssertionError(name)


def test_without_a_selection_everything_is_used(animals: Path) -> None:
    assert opened(animals).classes == ("cat", "dog", "eel", "kitten")
    assert len(names(opened(animals))) == 37


def test_classes_and_images_are_left_out(animals: Path) -> None:
    before = contents_of(animals)
    dataset = opened(animals, leave_out=("eel", "cat/003.jpg"))
    assert dataset.classes == ("cat", "dog", "kitten")
    assert len(names(dataset)) == 28
    assert "cat/003.jpg" not in names(dataset)
    assert dataset.set_aside == ()
    assert contents_of(animals) == before


def test_merged_classes_are_one(animals: Path) -> None:
    dataset = opened(animals, merge={"kitten": "cat"})
    assert dataset.classes == ("cat", "dog", "eel")
    assert len(names(dataset)) == 37
    assert label_of(dataset, "kitten/000.jpg") == label_of(dataset, "cat/000.jpg") == "cat"


def test_classes_may_be_merged_under_a_new_name_and_in_a_chain(animals: Path) -> None:
    dataset = opened(animals, merge={"kitten": "cat", "cat": "pet", "dog": "pet"})
    assert dataset.classes == ("eel", "pet")
    assert label_of(dataset, "kitten/000.jpg") == label_of(dataset, "dog/000.jpg") == "pet"


def test_a_merged_class_answers_to_both_its_names(animals: Path) -> None:
    merge = {"kitten": "cat"}
    assert opened(animals, merge=merge, leave_out=("cat",)).classes == ("dog", "eel")
    assert len(names(opened(animals, merge=merge, leave_out=("kitten",)))) == 30


def test_what_is_set_aside_is_not_used_and_remembered(animals: Path) -> None:
    dataset = opened(animals, set_aside=("eel", "dog/001.jpg"))
    assert dataset.classes == ("cat", "dog", "kitten")
    assert dataset.set_aside == ("dog/001.jpg", *(f"eel/{number:03}.jpg" for number in range(8)))
    assert not set(dataset.set_aside) & names(dataset)


def test_a_selection_is_part_of_what_the_data_set_is(animals: Path) -> None:
    prints = [
        opened(animals, **settings).fingerprint
        for settings in (
            {"leave_out": ()},
            {"leave_out": ("cat/000.jpg",)},
            {"leave_out": ("eel",)},
            {"merge": {"kitten": "cat"}},
            {"merge": {"kitten": "dog"}},
        )
    ]
    assert len(set(prints)) == 5
    assert opened(animals, set_aside=("eel",)).fingerprint == opened(animals, leave_out=("eel",)).fingerprint


def refusal(animals: Path, **settings: object) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        opened(animals, **settings)
    return caught.value


def test_names_that_are_no_class_are_refused(animals: Path) -> None:
    for settings in ({"leave_out": ("cats",)}, {"set_aside": ("cats",)}, {"merge": {"cats": "cat"}}):
        error = refusal(animals, **settings)
        assert error.code == "data-name-unknown"
        assert "'cats'" in error.happened
        assert "kitten" in error.detail


def test_an_image_that_is_gone_is_as_good_as_left_out(animals: Path) -> None:
    assert len(names(opened(animals, leave_out=("cat/999.jpg",)))) == 37


def test_a_selection_that_leaves_nothing_to_tell_apart_is_refused(animals: Path) -> None:
    assert refusal(animals, leave_out=("cat", "dog", "eel")).code == "data-one-class"
    assert (
        refusal(animals, merge={"cat": "pet", "dog": "pet", "eel": "pet", "kitten": "pet"}).code
        == "data-one-class"
    )
    every_eel = tuple(f"eel/{number:03}.jpg" for number in range(8))
    assert refusal(animals, leave_out=every_eel).code == "data-empty-class"


def test_classes_merged_in_a_circle_are_refused(animals: Path) -> None:
    error = refusal(animals, merge={"cat": "dog", "dog": "cat"})
    assert error.code == "setting-invalid"
    assert "in a circle: cat, dog" in error.happened


def test_an_empty_class_can_be_left_out(animals: Path) -> None:
    (animals / "fox").mkdir()
    assert refusal(animals).code == "data-empty-class"
    assert opened(animals, leave_out=("fox",)).classes == ("cat", "dog", "eel", "kitten")


def test_bad_images_that_are_left_out_stop_nothing(animals: Path) -> None:
    (animals / "cat" / "notes.jpg").write_text("no image")
    dataset = open_dataset(
        animals,
        cache_folder=animals.parent / "cache",
        seed=1,
        task=Task(),
        on_bad_pictures="stop",
        selection=Selection(leave_out=frozenset({"cat/notes.jpg"})),
    )
    assert len(names(dataset)) == 37


def test_for_other_images_the_classes_of_a_selection_hold(animals: Path) -> None:
    selection = Selection(frozenset({"fox", "cat/000.jpg"}), None, {"kitten": "cat", "puppy": "dog"})
    classes, split = open_images(
        animals, cache_folder=animals.parent / "cache", task=Task(), selection=selection.for_other_images()
    )
    assert classes == ("cat", "dog", "eel")
    assert "cat/000.jpg" in split.names


def test_leaving_out_is_stronger_than_setting_aside() -> None:
    chooser = Chooser(Selection(frozenset({"cat"}), frozenset({"cat", "dog"})), ("cat", "dog", "eel"))
    assert [chooser.role(name) for name in ("cat", "dog", "eel")] == ["left-out", "set-aside", "used"]
