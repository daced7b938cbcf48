"""A folder or archive becomes a data set, or an error that says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.datasets.dataset import Dataset, Split
from core.datasets.opening import open_dataset, open_images
from core.errors import Cancelled, SqueezeError
from core.events import Finding, Progress
from core.task import Task
from tests.builders.images import (
    contents_of,
    encoded,
    noise,
    write_bursts,
    write_classes,
    write_tar,
    write_zip,
)
from tests.recording import RecordingTask

NOBODY = 65534

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")


def opened(source: Path, task: Task | None = None, **options: Any) -> Dataset:
    options = {"seed": 1, "cache_folder": source.parent / "cache", **options}
    return open_dataset(source, task=task or Task(), **options)


def kind_of_refusal(source: Path, **options: Any) -> str:
    with pytest.raises(SqueezeError) as caught:
        opened(source, **options)
    return caught.value.code


def findings(source: Path, **options: Any) -> dict[str, Finding]:
    task = RecordingTask()
    opened(source, task, **options)
    return {finding.kind: finding for finding in task.of(Finding)}


def sizes(dataset: Dataset) -> tuple[int, int, int]:
    return len(dataset.train), len(dataset.validation), len(dataset.test)


def names(dataset: Dataset) -> list[tuple[str, ...]]:
    return [split.names for split in dataset.splits.values()]


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    """20 cats and 30 dogs."""
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 20, "dog": 30})
    return folder


@contextmanager
def without_privileges() -> Iterator[None]:
    """Root may read and write anything: be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone can reach; pytest's own are for its user alone."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_folder_of_classes_is_divided(animals: Path) -> None:
    dataset = opened(animals)
    assert dataset.name == "animals"
    assert dataset.classes == ("cat", "dog")
    assert sizes(dataset) == (35, 5, 10)
    for split in dataset.splits.values():
        assert split.labels.dtype == np.int64
        for name, label, path in zip(split.names, split.labels, split.images, strict=True):
            assert name.startswith(dataset.classes[label] + "/")
            assert path == animals / name
            assert path.is_file()


def pack_zip(folder: Path, below: str) -> Path:
    return write_zip(folder.parent / "animals.zip", contents_of(folder, below))


def pack_tar(folder: Path, below: str) -> Path:
    return write_tar(folder.parent / "animals.tar.gz", contents_of(folder, below), "gz")


@pytest.mark.parametrize("pack", [pack_zip, pack_tar])
@pytest.mark.parametrize("below", ["", "wrapped/train/"])
def test_an_archive_gives_the_same_data_as_its_folder(
    animals: Path, pack: Callable[[Path, str], Path], below: str
) -> None:
    plain, packed = opened(animals), opened(pack(animals, below))
    assert packed.name == "animals"
    assert packed.fingerprint == plain.fingerprint
    assert names(packed) == [tuple(below + name for name in split) for split in names(plain)]


def test_place_and_order_of_the_files_do_not_matter(animals: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "some" / "where" / "else"
    for name, content in reversed(list(contents_of(animals).items())):
        path = elsewhere / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert names(opened(elsewhere)) == names(opened(animals))
    assert opened(elsewhere).fingerprint == opened(animals).fingerprint
    assert names(opened(animals, seed=2)) != names(opened(animals))


def test_the_data_s_own_splits_are_kept(tmp_path: Path) -> None:
    write_classes(tmp_path / "seg_train" / "seg_train", {"cat": 20, "dog": 20})
    write_classes(tmp_path / "seg_test" / "seg_test", {"cat": 6, "dog": 7}, first_seed=500)
    dataset = opened(tmp_path)
    assert sizes(dataset) == (36, 4, 13)
    assert all(name.startswith("seg_test/") for name in dataset.test.names)
    write_classes(tmp_path / "val", {"cat": 3, "dog": 3}, first_seed=900)
    assert sizes(opened(tmp_path)) == (40, 6, 13)


def test_copies_of_test_images_leave_the_training_images(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", {"cat": 20, "dog": 20})
    write_classes(tmp_path / "test", {"cat": 6, "dog": 6}, first_seed=15)
    dataset = opened(tmp_path)
    assert sizes(dataset) == (26, 4, 12)
    finding = findings(tmp_path)["in-two-splits"]
    assert finding.count == 10
    assert "train/cat/015.jpg" in finding.paths
    assert "train/cat/014.jpg" not in finding.paths
    assert "copies" not in findings(tmp_path)
    assert "has few images: 21" in findings(tmp_path)["few"].text


def test_images_are_mixed_and_divided_anew_where_that_is_asked_for(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", {"cat": 20, "dog": 20})
    write_classes(tmp_path / "test", {"cat": 6, "dog": 6}, first_seed=15)
    dataset = opened(tmp_path, mixed=True)
    # Five images of each class are in both folders: their copies count for no part, and stay together.
    assert sum(sizes(dataset)) == 52
    part_of = {name: part for part, split in dataset.splits.items() for name in split.names}
    assert all(part_of[f"train/cat/{15 + n:03}.jpg"] == part_of[f"test/cat/{n:03}.jpg"] for n in range(5))
    found = findings(tmp_path, mixed=True)
    assert "in-two-splits" not in found
    assert found["copies"].count == 10


def test_a_class_that_a_split_lacks_is_no_error_when_all_are_mixed(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", {"cat": 20, "dog": 20})
    write_classes(tmp_path / "test", {"cat": 6}, first_seed=100)
    assert kind_of_refusal(tmp_path) == "data-classes-differ"
    assert sum(sizes(opened(tmp_path, mixed=True))) == 46


def test_a_burst_stays_in_one_split_and_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "things"
    write_bursts(folder, {"cup": 8, "pen": 8}, each=5)
    dataset = opened(folder, near_together=True)
    assert sum(sizes(dataset)) == 80
    part_of = {name: part for part, split in dataset.splits.items() for name in split.names}
    bursts = {name.rsplit("-", 1)[0] for name in part_of}
    assert len(bursts) == 16
    for burst in bursts:
        assert len({part for name, part in part_of.items() if name.startswith(burst)}) == 1
    found = findings(folder, near_together=True)
    assert found["near-copies"].count == 64
    assert "always in the same split" in found["near-copies"].text
    apart = findings(folder)
    assert "near-copies" not in apart
    assert apart["near-copies-apart"].count == 64
    for split in dataset.splits.values():
        assert split.groups is not None
        names_of: dict[int, set[str]] = {}
        for name, number in zip(split.names, split.groups.tolist(), strict=True):
            names_of.setdefault(number, set()).add(name.rsplit("-", 1)[0])
        assert all(len(one) == 1 for one in names_of.values())
        assert len(names_of) == len({name.rsplit("-", 1)[0] for name in split.names})


def test_near_copies_between_the_splits_of_the_data_are_told(tmp_path: Path) -> None:
    write_bursts(tmp_path, {"cup": 8, "pen": 8}, each=5)
    for name in ("cup", "pen"):
        for path in sorted((tmp_path / name).iterdir()):
            part = "test" if path.stem.endswith("4") else "train"
            (tmp_path / part / name).mkdir(parents=True, exist_ok=True)
            path.rename(tmp_path / part / name / path.name)
        (tmp_path / name).rmdir()
    finding = findings(tmp_path)["near-in-two-splits"]
    assert finding.count == 64
    assert finding.fixes == ("leave-out", "set-aside", "mix")
    assert "near-in-two-splits" not in findings(tmp_path, mixed=True, near_together=True)


def test_a_class_of_one_burst_or_one_background_is_told_what_to_do(tmp_path: Path) -> None:
    write_bursts(tmp_path, {"cup": 1}, each=20)
    write_classes(tmp_path, {"pen": 20})
    (tmp_path / "key").mkdir()
    for number in range(20):
        table = noise(5, 96, 96)
        table[30:90, 20:70] = noise(1000 + number, 50, 60)
        (tmp_path / "key" / f"{number:02}.png").write_bytes(encoded(table))
    found = findings(tmp_path, near_together=True)
    assert (found["one-burst"].class_name, found["one-burst"].count) == ("cup", 20)
    assert (found["one-background"].class_name, found["one-background"].count) == ("key", 20)
    for kind in ("one-burst", "one-background"):
        assert "where the board will be used" in found[kind].text
    assert "near-copies" not in found


def test_of_many_classes_of_one_burst_the_rest_is_told_together(tmp_path: Path) -> None:
    write_bursts(tmp_path, {f"{number:02}": 1 for number in range(33)}, each=5)
    task = RecordingTask()
    opened(tmp_path, task)
    told = task.of(Finding)
    assert sum(finding.kind == "one-burst" for finding in told) == 30
    [rest] = [finding for finding in told if finding.kind == "one-burst-classes"]
    assert rest.text.startswith("3 other classes")


def test_a_thousand_classes_of_two_images_are_told_in_a_few_lines(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number:04}").mkdir()
        for shot in range(2):
            (tmp_path / f"{number:04}" / f"{shot}.png").write_bytes(encoded(noise(2 * number + shot, 16, 16)))
    before = contents_of(tmp_path)
    task = RecordingTask()
    with pytest.raises(SqueezeError) as caught:
        open_dataset(tmp_path, seed=1, cache_folder=tmp_path.parent / "cache", task=task, near_together=True)
    assert caught.value.code == "data-too-few"
    assert len(task.of(Finding)) < 100
    assert contents_of(tmp_path) == before


def test_bad_images_are_left_out_and_told(animals: Path) -> None:
    whole = (animals / "cat" / "003.jpg").read_bytes()
    (animals / "cat" / "003.jpg").write_bytes(whole[: len(whole) // 2])
    (animals / "dog" / "notes.jpg").write_text("not an image at all")
    (animals / "dog" / "speck.png").write_bytes(encoded(noise(1, 4, 4)))
    found = findings(animals)
    assert found["damaged"].paths == ("cat/003.jpg",)
    assert found["not-a-picture"].paths == ("dog/notes.jpg",)
    assert found["too-small"].paths == ("dog/speck.png",)
    dataset = opened(animals)
    assert sum(sizes(dataset)) == 49
    assert not {"cat/003.jpg", "dog/notes.jpg", "dog/speck.png"} & {
        n for split in names(dataset) for n in split
    }


def test_bad_images_stop_the_work_where_that_is_asked_for(animals: Path) -> None:
    assert sum(sizes(opened(animals, on_bad_pictures="stop"))) == 50
    (animals / "cat" / "notes.jpg").write_text("not an image at all")
    with pytest.raises(SqueezeError, match=r"1 images .* cat/notes\.jpg") as error:
        opened(animals, on_bad_pictures="stop")
    assert error.value.code == "data-bad-pictures"
    assert "not a JPEG" in error.value.detail


def test_copies_stay_together_and_are_told(animals: Path) -> None:
    image = (animals / "cat" / "000.jpg").read_bytes()
    for number in range(5):
        (animals / "cat" / f"copy{number}.jpg").write_bytes(image)
    assert findings(animals)["copies"].count == 5
    copies = {"cat/000.jpg", *(f"cat/copy{number}.jpg" for number in range(5))}
    assert sorted(len(copies & set(split)) for split in names(opened(animals))) == [0, 0, 6]


def test_an_image_in_two_classes_is_in_neither(animals: Path) -> None:
    (animals / "dog" / "cat.jpg").write_bytes((animals / "cat" / "000.jpg").read_bytes())
    finding = findings(animals)["in-two-classes"]
    assert finding.paths == ("cat/000.jpg", "dog/cat.jpg")
    assert sum(sizes(opened(animals))) == 49


def test_a_class_without_an_image_of_its_own_is_empty_and_not_merely_small(tmp_path: Path) -> None:
    write_classes(tmp_path, {"cat": 8})
    shutil.copytree(tmp_path / "cat", tmp_path / "dog")
    task = RecordingTask()
    with pytest.raises(SqueezeError) as error:
        opened(tmp_path, task=task)
    assert error.value.code == "data-empty-class"
    assert [finding.kind for finding in task.of(Finding)] == ["in-two-classes"]


def test_what_may_disappoint_is_told(animals: Path) -> None:
    (animals / "loose.jpg").write_bytes(encoded(noise(1)))
    found = findings(animals, image_size=64)
    assert found["small"].count == 50
    assert "64 pixels" in found["small"].text
    assert found["unlabelled"].paths == ("loose.jpg",)
    assert found["few"].count == 30
    assert "'dog'" in found["few"].text


def test_a_long_finding_counts_all_and_names_some(animals: Path) -> None:
    for number in range(300):
        (animals / "dog" / f"bad{number:03}.jpg").write_text("no")
    finding = findings(animals)["not-a-picture"]
    assert finding.count == 300
    assert finding.text.startswith("300 files")
    assert len(finding.paths) == 20


def test_names_that_are_no_unicode_can_be_told(animals: Path) -> None:
    try:
        (animals / "cat" / os.fsdecode(b"caf\xe9.jpg")).write_text("not an image")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert findings(animals)["not-a-picture"].paths[0].encode()


def test_nothing_there(tmp_path: Path) -> None:
    assert kind_of_refusal(tmp_path / "gone") == "data-not-found"
    (tmp_path / "file").write_text("a text")
    assert kind_of_refusal(tmp_path / "file") == "archive-unreadable"
    assert kind_of_refusal(tmp_path / "file" / "below") == "data-not-found"


def test_no_images(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    assert kind_of_refusal(data) == "data-no-pictures"
    (data / "cat").mkdir()
    (data / "cat" / "notes.txt").write_text("a text")
    assert kind_of_refusal(data) == "data-no-pictures"
    for label in ("cat", "dog"):
        write_classes(data, {label: 0})
        for number in range(9):
            (data / label / f"{number}.jpg").write_text("a text")
    assert kind_of_refusal(data) == "data-no-pictures"


def test_images_without_classes(tmp_path: Path) -> None:
    write_classes(tmp_path, {"data": 10})
    assert kind_of_refusal(tmp_path / "data") == "data-no-classes"


@posix
@pytest.mark.parametrize("name", ["two\nlines", "a\ttab"])
def test_a_class_whose_name_cannot_be_shown(name: str, animals: Path) -> None:
    (animals / "cat").rename(animals / name)
    assert kind_of_refusal(animals) == "data-class-name"


def test_one_class(tmp_path: Path) -> None:
    write_classes(tmp_path / "data", {"cat": 10})
    assert kind_of_refusal(tmp_path / "data") == "data-one-class"


def test_an_empty_class(animals: Path) -> None:
    (animals / "eel").mkdir()
    assert kind_of_refusal(animals) == "data-empty-class"
    (animals / "eel" / "only.jpg").write_text("not an image")
    assert kind_of_refusal(animals) == "data-empty-class"


def test_too_few_images_of_a_class(animals: Path) -> None:
    write_classes(animals, {"eel": 4})
    assert kind_of_refusal(animals) == "data-too-few"


def test_splits_of_the_data_with_other_classes(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", {"cat": 10, "dog": 10})
    write_classes(tmp_path / "test", {"cat": 10, "eel": 10}, first_seed=500)
    assert kind_of_refusal(tmp_path) == "data-classes-differ"


def test_shares_are_checked_first(tmp_path: Path) -> None:
    assert kind_of_refusal(tmp_path, validation_share=0.6, test_share=0.6) == "setting-invalid"


@posix
@pytest.mark.parametrize("closed", [".", "cat", "cat/003.jpg"])
def test_images_that_may_not_be_read(open_folder: Path, closed: str) -> None:
    data = open_folder / "data"
    write_classes(data, {"cat": 9, "dog": 9})
    (data / closed).chmod(0)
    with without_privileges(), pytest.raises(SqueezeError) as error:
        opened(data)
    (data / closed).chmod(0o755)
    assert error.value.code == "data-permission"
    assert str(data / closed) in error.value.happened


@posix
def test_an_archive_that_may_not_be_read_and_a_cache_that_may_not_be_written(open_folder: Path) -> None:
    write_classes(open_folder / "data", {"cat": 9, "dog": 9})
    archive = write_zip(open_folder / "data.zip", contents_of(open_folder / "data"))
    with without_privileges():
        assert kind_of_refusal(archive) == "write-permission"
    archive.chmod(0)
    cache = open_folder / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    with without_privileges():
        assert kind_of_refusal(archive) == "data-permission"


def test_checking_reports_progress_and_stops_when_asked(animals: Path) -> None:
    task = RecordingTask()
    opened(animals, task)
    assert [(p.done, p.total) for p in task.of(Progress) if p.unit == "pictures"][-1] == (50, 50)
    stopped = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        opened(animals, stopped)


def test_a_split_is_as_long_as_its_parts() -> None:
    with pytest.raises(ValueError, match="equally many"):
        Split(("a",), np.zeros(2, np.int64), (Path("a.png"), Path("b.png")))


def test_data_sets_cost_no_tensorflow() -> None:
    program = "import sys, core.datasets.opening, core.datasets.store; assert 'tensorflow' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_images_that_are_not_to_be_split_may_be_few(tmp_path: Path) -> None:
    write_classes(tmp_path / "train", {"cat": 2, "dog": 1})
    write_classes(tmp_path / "test", {"cat": 2}, first_seed=1)
    classes, images = open_images(tmp_path, cache_folder=tmp_path / "cache", task=Task())
    assert classes == ("cat", "dog")
    assert images.names == (
        "train/cat/000.jpg",
        "train/dog/000.jpg",
        "test/cat/000.jpg",
        "test/cat/001.jpg",
    )
    assert images.labels.tolist() == [0, 1, 0, 0]
