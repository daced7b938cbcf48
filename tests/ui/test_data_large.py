"""A hundred thousand images: the wall knows where each is, reads few, and never holds the window up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.steps.data import decoding
from app.steps.data.decoding import Thumbnails, image_of
from app.steps.data.sections import Layout, Measures, Section, sections_of
from core.datasets.catalog import PAGE, Contents, Entry, Group, open_catalog, write_catalog
from tests.builders.images import encoded, noise
from tests.ui.large_set import GOOD, Figures

_MOST_MEGABYTES = 300


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    """What the window came to in a process of its own."""
    folder = tmp_path_factory.mktemp("large")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(folder / "cache")}
    for arguments in (["--make", str(folder / "images")], [str(folder / "images")]):
        command = [sys.executable, "-m", "tests.ui.large_set", *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    return msgspec.json.decode(done.stdout, type=Figures)


def test_a_hundred_thousand_images_are_listed_at_once(figures: Figures) -> None:
    assert figures.images == 100_000
    assert figures.shown < 1.0


def test_scrolling_through_them_does_not_hold_up_the_window(figures: Figures) -> None:
    assert figures.beats > 100
    assert figures.decoded > 50
    assert figures.busy < GOOD
    assert figures.late < GOOD


def test_the_process_of_the_window_stays_small(figures: Figures) -> None:
    assert figures.megabytes < _MOST_MEGABYTES


def section(name: str, count: int) -> Section:
    """A section of images that have numbers for names."""

    def fetch(start: int, stop: int) -> Sequence[Entry]:
        return [Entry(f"{name}/{number}", name) for number in range(start, min(stop, count))]

    return Section(name, count, fetch)


@given(counts=st.lists(st.integers(1, 40), min_size=1, max_size=6), width=st.integers(10, 500))
def test_every_tile_is_found_where_it_is(counts: list[int], width: int) -> None:
    layout = Layout([section(str(n), count) for n, count in enumerate(counts)], Measures(40, 8, 30, width))
    assert layout.count == sum(counts)
    for number in range(layout.count):
        place = layout.place(number)
        left, top = layout.corner(*place)
        assert layout.number(*place) == number
        assert layout.tile_at(left, top) == layout.tile_at(left + 39, top + 39) == number
        assert 0 <= top <= layout.height - 40


@given(
    counts=st.lists(st.integers(1, 40), min_size=1, max_size=6),
    top=st.integers(0, 3000),
    height=st.integers(1, 400),
)
def test_what_is_in_view_is_what_is_asked_for(counts: list[int], top: int, height: int) -> None:
    layout = Layout([section(str(n), count) for n, count in enumerate(counts)], Measures(40, 8, 30, 200))
    asked = {
        layout.number(which, index)
        for which, first, last in layout.tiles_between(top, top + height)
        for index in range(first, last)
    }
    tops = {number: layout.corner(*layout.place(number))[1] for number in range(layout.count)}
    in_view = {number for number, y in tops.items() if y < top + height and y + 40 > top}
    assert in_view <= asked
    assert len(asked) <= len(in_view) + 2 * layout.measures.columns


def test_a_wall_reads_only_the_pages_that_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [Entry(f"cat/{number:05}.jpg", "cat") for number in range(5 * PAGE)]
    group = Group(name="cat", listed=len(entries), images=len(entries))
    path = write_catalog(Contents(tmp_path, [(group, entries)]), tmp_path)
    with open_catalog(path) as catalog:
        read: list[int] = []
        entries_of = catalog.entries

        def counting(name: str, start: int = 0, stop: int | None = None) -> list[Entry]:
            read.append(start // PAGE)
            return entries_of(name, start, stop)

        monkeypatch.setattr(catalog, "entries", counting)
        (shown,) = sections_of(catalog)
        assert shown.fetch(2 * PAGE - 3, 2 * PAGE + 3) == entries[2 * PAGE - 3 : 2 * PAGE + 3]
        assert shown.fetch(2 * PAGE, 2 * PAGE + 1) == [entries[2 * PAGE]]
    assert read == [1, 2]


def test_only_so_many_thumbnails_are_kept(
    qtbot: QtBot, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    monkeypatch.setattr(decoding, "_MOST_BYTES", 5 * 16 * 16 * 4)
    (tmp_path / "one.jpg").write_bytes(encoded(noise(1), "JPEG"))
    entries = [Entry(f"cat/{number}.jpg", "cat", file=b"one.jpg") for number in range(12)]
    group = Group(name="cat", listed=12, images=12)
    path = write_catalog(Contents(tmp_path, [(group, entries)]), tmp_path)
    owner = QObject()
    thumbnails = Thumbnails(owner)
    with open_catalog(path) as catalog:
        thumbnails.show(catalog, 16)
        for entry in entries:
            thumbnails.want([entry])
            qtbot.waitUntil(lambda entry=entry: thumbnails.image(entry) is not None)  # type: ignore[misc]
        assert thumbnails.kept == 5
        assert thumbnails.image(entries[0]) is None
        thumbnails.close()


def test_an_image_has_the_pixels_of_its_array(qapp: object) -> None:
    assert qapp is not None
    array = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
    image = image_of(array)
    assert (image.width(), image.height()) == (3, 2)
    color = image.pixelColor(2, 1)
    assert (color.red(), color.green(), color.blue()) == (15, 16, 17)
