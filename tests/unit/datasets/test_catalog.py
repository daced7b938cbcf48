"""The list of all images: small pieces at a time, and the images themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.datasets.catalog import PAGE, Catalog, Contents, Entry, Group, open_catalog, write_catalog
from core.datasets.cataloging import contents_of
from core.datasets.examining import examine
from core.datasets.images import read_image
from core.datasets.listing import list_images
from core.datasets.selection import Selection
from core.errors import SqueezeError
from core.events import Finding
from core.task import Task
from tests.builders.images import contents_of as files_of
from tests.builders.images import write_classes, write_tar


def catalog_of(source: Path, **selection: object) -> Catalog:
    cache = source.parent / "cache"
    listing = list_images(source, Selection(**selection), cache, Task())  # type: ignore[arg-type]
    found = examine(listing, 32, cache, Task())
    return open_catalog(write_catalog(contents_of(found), cache / "catalogs"))


def states(catalog: Catalog, group: str) -> dict[str, str]:
    return {entry.name: entry.state for entry in catalog.entries(group)}


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 8, "dog": 7, "eel": 6})
    return folder


def test_every_image_is_listed_by_class_with_what_becomes_of_it(animals: Path) -> None:
    (animals / "cat" / "bad.jpg").write_text("no image")
    (animals / "dog" / "copy.jpg").write_bytes((animals / "cat" / "000.jpg").read_bytes())
    with catalog_of(animals, leave_out=frozenset({"eel", "dog/000.jpg"})) as catalog:
        assert [(group.name, group.role, group.listed, group.images) for group in catalog.groups] == [
            ("cat", "used", 9, 7),
            ("dog", "used", 8, 6),
            ("eel", "left-out", 6, 0),
        ]
        assert states(catalog, "cat") == {
            "cat/000.jpg": "in-two-classes",
            **{f"cat/{number:03}.jpg": "used" for number in range(1, 8)},
            "cat/bad.jpg": "bad",
        }
        assert states(catalog, "dog")["dog/000.jpg"] == "left-out"
        assert set(states(catalog, "eel").values()) == {"left-out"}
        sizes = {(entry.width, entry.height) for entry in catalog.entries("cat")}
        assert sizes == {(40, 40), (0, 0)}
        kinds = [finding.kind for finding in catalog.findings]
        assert catalog.paths_of(kinds.index("in-two-classes")) == ["cat/000.jpg", "dog/copy.jpg"]


def test_merged_classes_and_parts_are_told(tmp_path: Path) -> None:
    write_classes(tmp_path / "data" / "train", {"cat": 6, "kitten": 5, "dog": 6})
    write_classes(tmp_path / "data" / "test", {"cat": 3, "kitten": 2, "dog": 3}, first_seed=4)
    with catalog_of(tmp_path / "data", merge={"kitten": "cat"}) as catalog:
        cats, dogs = catalog.groups
        assert (cats.name, cats.parts) == ("cat", {"test": 5, "train": 8})
        assert dogs.parts == {"test": 3, "train": 4}
        assert states(catalog, "dog")["train/dog/005.jpg"] == "in-two-splits"


def test_pages_are_read_one_by_one(tmp_path: Path) -> None:
    entries = [Entry(f"cat/{number:05}.jpg", "cat", 10, 20) for number in range(2 * PAGE + 100)]
    contents = Contents(tmp_path, [(Group(name="cat"), entries), (Group(name="dog"), entries[:3])])
    path = write_catalog(contents, tmp_path / "catalogs")
    with open_catalog(path) as catalog:
        assert catalog.entries("cat") == entries
        for start, stop in (
            (0, 10),
            (PAGE - 1, PAGE + 1),
            (5, 2 * PAGE + 50),
            (2 * PAGE, 9999),
            (9999, 10_000),
        ):
            assert catalog.entries("cat", start, stop) == entries[start:stop]
        assert catalog.entries("dog") == entries[:3]


def test_a_large_catalog_opens_at_once_and_is_small(tmp_path: Path) -> None:
    groups = [
        (
            Group(name=f"{label}"),
            [Entry(f"{label}/{number:05}.jpg", f"{label}", 96, 96) for number in range(10_000)],
        )
        for label in range(10)
    ]
    path = write_catalog(Contents(tmp_path, groups), tmp_path / "catalogs")
    assert path.stat().st_size < 50 * 100_000
    program = """
import resource, sys, time
from pathlib import Path
from core.datasets.catalog import open_catalog
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
catalog = open_catalog(Path(sys.argv[1]))
page = catalog.entries("7", 5000, 5100)
seconds = time.perf_counter() - began
assert len(page) == 100 and page[0].name == "7/05000.jpg"
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
assert "tensorflow" not in sys.modules
"""
    answer = subprocess.run([sys.executable, "-c", program, path], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, answer.stdout.split())
    assert seconds < 0.1
    assert megabytes < 10


def test_thumbnails_are_what_the_network_would_see(animals: Path) -> None:
    with catalog_of(animals) as catalog:
        entry = catalog.entries("dog")[2]
        assert catalog.path_of(entry) == animals / "dog" / "002.jpg"
        assert catalog.image_bytes(entry) == (animals / "dog" / "002.jpg").read_bytes()
        thumbnail = catalog.thumbnail(entry, 24)
        assert (thumbnail == read_image(animals / "dog" / "002.jpg", 24, gray=False)).all()
        with ThreadPoolExecutor(4) as pool:
            shown = list(pool.map(lambda _: catalog.thumbnail(entry, 24), range(40)))
        assert all((one == thumbnail).all() for one in shown)


def test_images_in_archives_are_shown_too(animals: Path) -> None:
    archive = write_tar(animals.parent / "animals.tar.gz", files_of(animals), "gz")
    with catalog_of(archive) as catalog:
        entry = catalog.entries("dog")[2]
        assert catalog.image_bytes(entry) == (animals / "dog" / "002.jpg").read_bytes()


def test_images_with_names_that_are_no_unicode_are_found(animals: Path) -> None:
    odd = animals / "cat" / os.fsdecode(b"caf\xe9.jpg")
    try:
        odd.write_bytes((animals / "cat" / "000.jpg").read_bytes() + b"\0")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    with catalog_of(animals) as catalog:
        (entry,) = (entry for entry in catalog.entries("cat") if entry.file)
        assert entry.name == "cat/caf\ufffd.jpg"
        assert catalog.thumbnail(entry, 16).shape == (16, 16, 3)


def test_images_that_have_gone_or_are_none_are_errors_of_the_table(animals: Path) -> None:
    (animals / "cat" / "bad.jpg").write_text("no image")
    with catalog_of(animals) as catalog:
        first, *_, bad = catalog.entries("cat")
        (animals / first.name).unlink()
        for entry, code in ((first, "data-not-found"), (bad, "picture-unreadable")):
            with pytest.raises(SqueezeError) as caught:
                catalog.thumbnail(entry, 16)
            assert caught.value.code == code
        with pytest.raises(SqueezeError) as caught:
            catalog.image_bytes(first)
        assert caught.value.code == "data-not-found"


def test_the_same_content_is_one_file_and_old_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "catalogs"

    def written(number: int) -> Path:
        return write_catalog(Contents(tmp_path, [], [Finding(kind="k", text=str(number))]), folder)

    assert written(0) == written(0)
    paths = [written(number) for number in range(30)]
    assert len(list(folder.iterdir())) == 20
    assert paths[-1].exists()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "hardly begun": lambda content: content[:7],
    "another kind of file": lambda content: b"X" + content[1:],
    "cut in the header": lambda content: content[:20],
    "no header": lambda content: content[:16] + b"\xc1" + content[17:],
    "endless header": lambda content: content[:8] + b"\xff" * 8 + content[16:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalog_is_an_error(tmp_path: Path, damage: str) -> None:
    entries = [Entry("cat/1.jpg", "cat")]
    path = write_catalog(Contents(tmp_path, [(Group(name="cat"), entries)]), tmp_path)
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    with pytest.raises(SqueezeError) as caught:
        open_catalog(path)
    assert caught.value.code == "catalogue-unreadable"


def test_a_catalog_that_is_cut_short_says_so_where_it_is_missed(tmp_path: Path) -> None:
    entries = [Entry(f"cat/{number}.jpg", "cat") for number in range(PAGE * 2)]
    path = write_catalog(Contents(tmp_path, [(Group(name="cat"), entries)]), tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    with open_catalog(path) as catalog:
        assert catalog.entries("cat", 0, 10) == entries[:10]
        with pytest.raises(SqueezeError):
            catalog.entries("cat", PAGE)


def test_nothing_there_is_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError):
        open_catalog(tmp_path / "none")
