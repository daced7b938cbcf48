"""Looking at a data set without training: what it holds, what is wrong with it, what would mend it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.datasets.catalog import open_catalog
from core.errors import Cancelled, SqueezeError
from core.events import Finding, Progress, to_line
from core.jobs import perform
from core.requests import DataRequest
from core.runs.data import all_images_of, dataset_of
from core.runs.dataset_report import DataReport, look
from core.sample_scenes import draw_numbered
from core.settings import DataSettings
from core.task import Task
from tests.builders.datasets import write_caltech, write_cifar_archive
from tests.builders.images import encoded, noise, write_bursts, write_classes
from tests.recording import RecordingTask


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 60, "dog": 55})
    return folder


def looked(source: Path | str, task: Task | None = None, **settings: object) -> DataReport:
    request = DataRequest(settings=DataSettings(source=str(source), image_size=32, **settings))  # type: ignore[arg-type]
    return look(request, task or Task())


def found(report: DataReport, kind: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind == kind]


def test_a_sound_data_set_has_classes_and_no_findings(animals: Path) -> None:
    (animals / "dog" / "wide.png").write_bytes(encoded(noise(1, 200, 50)))
    report = looked(animals)
    assert [(group.name, group.images) for group in report.classes] == [("cat", 60), ("dog", 56)]
    assert (report.images, report.listed, report.name) == (116, 116, "animals")
    assert (report.smallest, report.largest) == ((40, 40), (200, 50))
    assert report.findings == ()
    assert report.ready
    assert not report.brings_split


def test_findings_say_what_is_wrong_where_and_what_would_mend_it(animals: Path) -> None:
    (animals / "cat" / "bad.jpg").write_text("no image")
    (animals / "dog" / "copy.jpg").write_bytes((animals / "cat" / "000.jpg").read_bytes())
    (animals / "dog" / "twin.jpg").write_bytes((animals / "dog" / "000.jpg").read_bytes())
    (animals / "empty").mkdir()
    write_classes(animals, {"Cats": 12, "few": 3})
    task = RecordingTask()
    report = looked(animals, task)
    (bad,) = found(report, "not-a-picture")
    assert (bad.paths, bad.count, bad.fixes) == (("cat/bad.jpg",), 1, ("leave-out", "set-aside"))
    (contradiction,) = found(report, "in-two-classes")
    assert (contradiction.class_name, contradiction.partner) == ("cat", "dog")
    assert contradiction.fixes == ("leave-out", "set-aside", "merge")
    assert found(report, "copies")[0].paths == ("dog/twin.jpg",)
    (alike,) = found(report, "alike")
    assert (alike.class_name, alike.partner, alike.fixes) == ("Cats", "cat", ("merge",))
    assert [one.class_name for one in found(report, "empty-class")] == ["empty"]
    assert [(one.class_name, one.count) for one in found(report, "too-few")] == [("few", 3)]
    assert [one.class_name for one in found(report, "few")] == ["Cats"]
    assert found(report, "imbalance")[0].class_name == "few"
    assert {finding.kind for finding in report.findings if finding.stops} == {"empty-class", "too-few"}
    assert not report.ready
    told = [msgspec.structs.replace(finding, time=0.0) for finding in task.of(Finding)]
    assert tuple(told) == report.findings
    for finding in report.findings:
        assert finding.sentence.format(**finding.values) == finding.text


def test_what_was_said_to_mend_it_mends_it(animals: Path) -> None:
    (animals / "empty").mkdir()
    (animals / "cat" / "bad.jpg").write_text("no image")
    write_classes(animals, {"Cats": 12})
    report = looked(animals, leave_out=("empty", "cat/bad.jpg"), merge={"Cats": "cat"})
    assert [(group.name, group.role, group.images) for group in report.classes] == [
        ("cat", "used", 72),
        ("dog", "used", 55),
        ("empty", "left-out", 0),
    ]
    assert report.findings == ()
    assert report.ready


def test_copies_in_the_own_splits_are_mended_by_mixing(tmp_path: Path) -> None:
    write_classes(tmp_path / "data" / "train", {"cat": 60, "dog": 60})
    write_classes(tmp_path / "data" / "test", {"cat": 20, "dog": 20}, first_seed=50)
    source = tmp_path / "data"
    (shared,) = found(looked(source), "in-two-splits")
    assert (shared.count, shared.fixes) == (20, ("leave-out", "set-aside", "mix"))
    mixed = looked(source, split="mixed")
    assert found(mixed, "in-two-splits") == []
    assert (mixed.brings_split, mixed.ready, mixed.images) == (False, True, 160)
    assert [group.parts for group in mixed.classes] == [{"train": 80}] * 2


def test_near_copies_are_found_and_kept_together_where_the_settings_say_so(tmp_path: Path) -> None:
    write_bursts(tmp_path / "data", {"cup": 12, "pen": 12}, each=5)
    (apart,) = found(looked(tmp_path / "data"), "near-copies-apart")
    (together,) = found(looked(tmp_path / "data", near_copies="together"), "near-copies")
    assert (apart.count, together.count) == (96, 96)
    assert found(looked(tmp_path / "data", split="mixed"), "near-copies") == [together]


@pytest.mark.parametrize("each", [1, 2])
def test_a_thousand_classes_of_hardly_any_images_are_findings(each: int, tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / "data" / f"{number:04}").mkdir(parents=True)
        for shot in range(each):
            content = encoded(noise(2 * number + shot, 16, 16))
            (tmp_path / "data" / f"{number:04}" / f"{shot}.png").write_bytes(content)
    report = looked(tmp_path / "data", near_copies="together")
    assert not report.ready
    assert len(report.findings) < 100
    assert len(found(report, "too-few")) == 30
    assert found(report, "too-few-classes")[0].text.startswith("970 other classes")


def test_bad_images_stop_where_they_are_to_stop(animals: Path) -> None:
    (animals / "cat" / "bad.jpg").write_text("no image")
    assert looked(animals).ready
    assert not looked(animals, on_bad_pictures="stop").ready


def test_one_class_is_a_finding_that_stops(tmp_path: Path) -> None:
    write_classes(tmp_path / "one", {"cat": 60})
    report = looked(tmp_path / "one")
    assert [finding.kind for finding in report.findings] == ["one-class"]
    assert not report.ready


def test_splits_of_the_data_with_other_classes_stop(tmp_path: Path) -> None:
    write_classes(tmp_path / "data" / "train", {"cat": 60, "dog": 60})
    write_classes(tmp_path / "data" / "test", {"cat": 60}, first_seed=500)
    report = looked(tmp_path / "data")
    (finding,) = found(report, "classes-differ")
    assert (finding.class_name, finding.stops) == ("dog", True)
    assert report.brings_split
    assert report.classes[0].parts == {"train": 60, "test": 60}


def test_published_data_sets_are_looked_at(tmp_path: Path) -> None:
    cifar = looked(write_cifar_archive(tmp_path / "cifar-10-python.tar.gz", tmp_path / "scratch"))
    assert cifar.brings_split
    assert [group.parts for group in cifar.classes] == [{"train": 16, "test": 3}] * 3
    caltech = looked(write_caltech(tmp_path / "caltech", {"ak47": 60, "bear": 300}))
    assert [(group.name, group.role) for group in caltech.classes] == [
        ("ak47", "used"),
        ("bear", "used"),
        ("clutter", "set-aside"),
    ]
    assert [finding.kind for finding in caltech.findings] == ["set-aside", "imbalance"]


def test_an_event_does_not_grow_with_the_data_set(animals: Path) -> None:
    for number in range(2000):
        (animals / "dog" / f"bad{number:04}.jpg").write_text("no")
    task = RecordingTask()
    succeeded = perform(DataRequest(settings=DataSettings(source=str(animals))), task)
    assert len(to_line(succeeded)) < 10_000
    report = msgspec.convert(succeeded.figures, DataReport)
    assert succeeded.result == report.catalog
    with open_catalog(Path(report.catalog)) as catalog:
        kinds = [finding.kind for finding in catalog.findings]
        assert len(catalog.paths_of(kinds.index("not-a-picture"))) == 2000


def test_looking_has_progress_and_can_be_stopped(animals: Path) -> None:
    task = RecordingTask()
    looked(animals, task)
    assert [(event.done, event.total) for event in task.of(Progress)][-1] == (115, 115)
    for path in animals.rglob("*.jpg"):
        os.utime(path)
    with pytest.raises(Cancelled):
        looked(animals, RecordingTask(cancel_when=lambda event: isinstance(event, Progress)))


@pytest.mark.parametrize("code", ["data-not-found", "data-no-pictures", "data-no-classes"])
def test_where_there_is_nothing_to_look_at_it_says_so(tmp_path: Path, code: str) -> None:
    source = tmp_path / "source"
    if code != "data-not-found":
        source.mkdir()
    if code == "data-no-classes":
        (source / "one.jpg").write_bytes(encoded(noise(1)))
    with pytest.raises(SqueezeError) as caught:
        looked(source)
    assert caught.value.code == code


def test_scenes_are_a_data_set_like_any_other() -> None:
    report = looked(
        "scenes", scenes_per_class=60, leave_out=("sea", "forest/0001"), merge={"glacier": "mountain"}
    )
    assert [(group.name, group.role, group.images) for group in report.classes] == [
        ("buildings", "used", 60),
        ("forest", "used", 59),
        ("mountain", "used", 120),
        ("street", "used", 60),
        ("sea", "left-out", 0),
    ]
    assert report.ready
    assert (report.name, report.brings_split, report.findings) == ("scenes", False, ())
    with open_catalog(Path(report.catalog)) as catalog:
        entry = catalog.entries("mountain")[0]
        assert entry.name == "glacier/0001"
        assert np.array_equal(catalog.thumbnail(entry, 32), draw_numbered("glacier", 0, 32, 1))


def test_scenes_that_are_selected_are_those_that_are_trained_on() -> None:
    settings = DataSettings(
        image_size=32,
        scenes_per_class=10,
        leave_out=("sea",),
        set_aside=("street",),
        merge={"glacier": "mountain"},
    )
    dataset = dataset_of(settings, 1, Task())
    assert dataset.classes == ("buildings", "forest", "mountain")
    assert [len(split) for split in dataset.splits.values()] == [28, 4, 8]
    assert dataset.set_aside[0] == "street/0001"
    classes, images = all_images_of(settings, Task())
    assert (classes, len(images)) == (dataset.classes, 40)
    plain = DataSettings(image_size=32, scenes_per_class=10)
    assert dataset_of(plain, 1, Task()).fingerprint != dataset.fingerprint


def test_scenes_of_one_class_are_refused() -> None:
    everything = ("buildings", "forest", "glacier", "mountain", "sea")
    with pytest.raises(SqueezeError) as caught:
        dataset_of(DataSettings(image_size=32, scenes_per_class=10, leave_out=everything), 1, Task())
    assert caught.value.code == "data-one-class"


def test_looking_costs_no_tensorflow() -> None:
    program = "import sys, core.runs.dataset_report; assert 'tensorflow' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
