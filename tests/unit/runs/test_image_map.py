"""The map of a data set: every image once, likely wrong labels first, nothing computed twice."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import msgspec
import pytest

from core.errors import SqueezeError
from core.events import Progress
from core.requests import MapRequest
from core.runs import image_map
from core.runs.image_map import COLUMNS, ImageMap, make_map
from core.settings import DataSettings
from tests.builders.images import write_colors
from tests.recording import RecordingTask

_EACH = 16


@pytest.fixture
def colors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three classes, reddish, greenish and bluish; one image of the first is among those of the second."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "colors"
    write_colors(folder, _EACH)
    return folder


def request(folder: Path, **values: object) -> MapRequest:
    settings = DataSettings(source=str(folder), image_size=32, near_copies="together")
    return MapRequest(settings=settings, **values)  # type: ignore[arg-type]


def test_every_image_is_a_point_and_wrong_labels_come_first(colors: Path, tmp_path: Path) -> None:
    task, table = RecordingTask(), tmp_path / "new" / "map.csv"
    made = make_map(request(colors, output=str(table)), task)
    assert (made.classes, made.images, len(made.points)) == (("a", "b", "c"), 48, 48)
    assert len({point.image for point in made.points}) == 48
    assert made.points[0].image == "b/0-1.png"
    first = made.points[0]
    assert (first.is_class, first.likeliest, first.is_suspect) == ("b", "a", True)
    assert first in made.suspects
    assert any(isinstance(event, Progress) for event in task.events)
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row[0] for row in rows[1:]] == [point.image for point in made.points]
    assert rows[1][8] == "1"
    assert msgspec.convert(msgspec.to_builtins(made), ImageMap) == made


def test_what_was_looked_at_is_not_looked_at_again(colors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = make_map(request(colors), RecordingTask())

    def built(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("core.evaluation.estimating.built", built)
    shutil.move(colors / "b" / "0-1.png", colors / "a" / "back.png")
    moved = make_map(request(colors), RecordingTask())
    assert len(moved.points) == len(before.points)
    again = request(colors)
    settings = msgspec.structs.replace(again.settings, leave_out=("a/back.png",))
    after = make_map(msgspec.structs.replace(again, settings=settings), RecordingTask())
    assert len(after.points) == len(before.points) - 1
    assert all(point.image not in ("b/0-1.png", "a/back.png") for point in after.points)


def test_of_many_images_a_part_of_each_class_is_mapped(colors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_map, "MOST_IMAGES", 24)
    made = make_map(request(colors), RecordingTask())
    assert made.images == 48
    assert 24 <= len(made.points) < 36
    assert {point.is_class for point in made.points} == {"a", "b", "c"}


def test_a_table_that_is_there_is_refused_before_the_work(colors: Path, tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    table.write_text("mine")
    task = RecordingTask()
    with pytest.raises(SqueezeError, match="exists") as caught:
        make_map(request(colors, output=str(table)), task)
    assert (caught.value.code, task.events) == ("output-exists", [])
    make_map(request(colors, output=str(table), replace=True), task)
    assert table.read_text().startswith("image,class,")
