"""Images that were read once and have not changed are not read again."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from core.datasets.check_cache import remove_oldest
from core.datasets.dataset import Dataset
from core.datasets.opening import open_dataset
from core.errors import Cancelled
from core.events import Finding, Progress
from core.task import Task
from tests.builders.images import write_bursts, write_classes
from tests.recording import RecordingTask

LONG_AGO = time.time() - 3600


def age(folder: Path) -> None:
    """Make the files look as if they had been there for a while."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 10, "dog": 10})
    (folder / "cat" / "bad.jpg").write_text("no image")
    age(folder)
    return folder


def opened(source: Path, task: Task) -> Dataset:
    return open_dataset(source, cache_folder=source.parent / "cache", seed=1, task=task)


def read_again(source: Path) -> int:
    """How many images opening the data set reads."""
    task = RecordingTask()
    opened(source, task)
    return max((event.total for event in task.of(Progress)), default=0)


def test_a_second_look_reads_nothing_and_finds_the_same(animals: Path) -> None:
    first, second = RecordingTask(), RecordingTask()
    before, after = opened(animals, first), opened(animals, second)
    assert after.fingerprint == before.fingerprint
    told = [[(f.kind, f.text, f.paths) for f in task.of(Finding)] for task in (first, second)]
    assert told[0] == told[1]
    assert first.of(Progress)
    assert not second.of(Progress)


def test_near_copies_are_remembered_with_the_images(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "things"
    write_bursts(folder, {"cup": 3, "pen": 3}, each=3)
    age(folder)
    first = opened(folder, Task())

    def compared(_thumbnails: object, _task: Task) -> list[list[int]]:
        raise AssertionError

    monkeypatch.setattr("core.datasets.near_copies.near_groups", compared)
    again = opened(folder, Task())
    for one, other in zip(first.splits.values(), again.splits.values(), strict=True):
        assert one.groups is not None
        assert other.groups is not None
        assert one.groups.tolist() == other.groups.tolist()


def test_what_has_changed_is_read(animals: Path) -> None:
    assert read_again(animals) == 21
    (animals / "cat" / "001.jpg").write_bytes((animals / "dog" / "001.jpg").read_bytes())
    write_classes(animals, {"dog": 11})
    age(animals / "dog")
    # Every dog was written again, but it is as long as before and as old.
    assert read_again(animals) == 2


def test_a_file_of_the_same_length_but_another_time_is_read(animals: Path) -> None:
    assert read_again(animals) == 21
    os.utime(animals / "cat" / "001.jpg", (LONG_AGO + 5, LONG_AGO + 5))
    assert read_again(animals) == 1


def test_what_was_changed_a_moment_ago_is_not_trusted(animals: Path) -> None:
    (animals / "cat" / "001.jpg").touch()
    assert read_again(animals) == 21
    assert read_again(animals) == 1


def test_a_look_that_was_stopped_goes_on_where_it_was(animals: Path) -> None:
    write_classes(animals, {"eel": 200})
    age(animals)
    with pytest.raises(Cancelled):
        opened(animals, RecordingTask(cancel_when=lambda event: isinstance(event, Progress)))
    assert 0 < read_again(animals) < 221


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x82\xa6format\x63\xa8verdicts\x80"])
def test_a_memory_that_cannot_be_read_is_none(animals: Path, content: bytes) -> None:
    assert read_again(animals) == 21
    (memory,) = (animals.parent / "cache" / "checked").iterdir()
    memory.write_bytes(content)
    assert read_again(animals) == 21


def test_a_cache_that_cannot_be_written_only_costs_time(animals: Path) -> None:
    (animals.parent / "cache").write_text("a file where a folder should be")
    assert [read_again(animals), read_again(animals)] == [21, 21]


def test_memories_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(23):
        folder = tmp_path / f"set{number}"
        write_classes(folder, {"cat": 5, "dog": 5})
        age(folder)
        assert read_again(folder) == 10
    assert len(list((tmp_path / "cache" / "checked").iterdir())) == 20


def test_of_the_cache_only_the_oldest_of_the_programs_own_files_go(tmp_path: Path) -> None:
    own = [f"{number:024x}.msgpack" for number in range(5)]
    others = ["notes.txt", "a.msgpack", f".{0:024x}.msgpack"]
    for age, name in enumerate([*others, *own]):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (LONG_AGO + age, LONG_AGO + age))
    remove_oldest(tmp_path, 2)
    assert {path.name for path in tmp_path.iterdir()} == {*others, *own[-2:]}
