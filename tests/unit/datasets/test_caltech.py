"""Caltech's layouts: class names without numbers, clutter apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.datasets import caltech
from core.datasets.dataset import Dataset
from core.datasets.opening import open_dataset
from core.datasets.selection import Selection
from core.datasets.store import load_split
from core.events import Finding
from core.task import Task
from tests.builders.datasets import write_caltech
from tests.builders.images import contents_of, write_tar
from tests.recording import RecordingTask

COUNTS = {"ak47": 9, "american-flag": 8, "faces-easy-101": 40}


def opened(source: Path, task: Task | None = None, **selection: object) -> Dataset:
    return open_dataset(
        source,
        cache_folder=source.parent / "cache",
        seed=1,
        task=task or Task(),
        selection=Selection(**selection),  # type: ignore[arg-type]
    )


def test_classes_are_called_what_they_show_and_the_clutter_is_set_aside(tmp_path: Path) -> None:
    task = RecordingTask()
    dataset = opened(write_caltech(tmp_path / "data", COUNTS), task)
    assert dataset.classes == tuple(sorted(COUNTS))
    assert len(dataset.set_aside) == 6
    assert dataset.set_aside[0] == "256_ObjectCategories/257.clutter/257_0001.jpg"
    findings = {finding.kind: finding for finding in task.of(Finding)}
    assert findings["set-aside"].class_name == "clutter"
    assert findings["set-aside"].count == 6
    assert "'faces-easy-101' has 40 images, class 'american-flag' has only 8" in findings["imbalance"].text


def test_the_archive_is_the_same(tmp_path: Path) -> None:
    folder = write_caltech(tmp_path / "data", COUNTS)
    archive = write_tar(tmp_path / "256_ObjectCategories.tar", contents_of(folder))
    assert opened(archive).fingerprint == opened(folder).fingerprint


def test_the_clutter_can_be_used_after_all(tmp_path: Path) -> None:
    folder = write_caltech(tmp_path / "data", COUNTS)
    assert "clutter" in opened(folder, set_aside=frozenset()).classes
    assert "other" in opened(folder, merge={"clutter": "other"}).classes
    dataset = opened(folder, leave_out=frozenset({"clutter"}))
    assert dataset.classes == tuple(sorted(COUNTS))
    assert dataset.set_aside == ()


def test_gray_images_are_seen_in_color_like_all_others(tmp_path: Path) -> None:
    dataset = opened(write_caltech(tmp_path / "data", COUNTS))
    loaded = [
        load_split(split, 32, gray=False, memory_limit_bytes=1 << 30, cache_folder=tmp_path, task=Task())
        for split in dataset.splits.values()
    ]
    shades = [(split.images[..., 0] == split.images[..., 2]).all(axis=(1, 2)).sum() for split in loaded]
    assert sum(shades) == len(COUNTS)


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        (("001.ak47", "002.flag"), ("ak47", "flag")),
        (("001.ak47", "flag"), ("001.ak47", "flag")),
        (("001.cat", "002.cat"), ("001.cat", "002.cat")),
        (("1.cat", "2.dog"), ("1.cat", "2.dog")),
        (("001.", "002.dog"), ("001.", "002.dog")),
    ],
)
def test_numbers_go_only_where_all_have_one_and_names_stay_different(
    folders: tuple[str, ...], names: tuple[str, ...]
) -> None:
    assert tuple(caltech.shown_names(folders).values()) == names


def test_clutter_is_told_by_its_own_name_only() -> None:
    assert caltech.clutter(("001.ak47", "257.clutter")) == {"clutter"}
    assert caltech.clutter(("accordion", "BACKGROUND_Google")) == {"BACKGROUND_Google"}
    assert caltech.clutter(("clutter", "desk")) == frozenset()
