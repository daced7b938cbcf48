"""The guide as pages for a browser, and the documents with something in them that leads nowhere."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tools.guide import ROOT, BrokenGuide, build, main

_LANGUAGES = ("", "de/", "ko/")


class Page(HTMLParser):
    """The anchors of a page, and what it links to and loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "src":
                self.loads.append(value or "")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    """The pages of the real documents."""
    folder = tmp_path_factory.mktemp("guide")
    assert main(["-o", str(folder)]) == 0
    return {path.resolve(): Page(path) for path in sorted(folder.rglob("*.html"))}


def test_every_link_of_every_page_leads_to_a_page_and_a_heading(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        for link in page.links:
            if urlsplit(link).scheme:
                continue
            file, _, fragment = link.partition("#")
            there = (path.parent / unquote(file)).resolve() if file else path
            assert there in pages, f"{path.name}: {link}"
            assert not fragment or unquote(fragment) in pages[there].ids, f"{path.name}: {link}"


def test_pages_load_images_that_are_there_and_nothing_from_elsewhere(pages: dict[Path, Page]) -> None:
    for path, page in pages.items():
        assert page.tags.isdisjoint({"script", "link", "iframe"})
        for image in page.loads:
            assert (path.parent / unquote(image)).is_file(), f"{path.name}: {image}"
    assert sum(len(page.loads) for page in pages.values()) > 8


def test_every_page_of_the_guide_can_be_come_to_from_the_first(pages: dict[Path, Page]) -> None:
    first = next(path for path in pages if path.name == "index.html")
    waiting, seen = [first], set[Path]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting += [
                (path.parent / link.partition("#")[0]).resolve()
                for link in pages[path].links
                if not urlsplit(link).scheme and not link.startswith("#")
            ]
    guide = {path for path in pages if "guide" in path.relative_to(first.parent).parts}
    assert len(guide) > 30
    assert guide <= seen


@pytest.mark.parametrize("page", ["words", "problems"])
def test_translations_have_as_much_as_the_english_page(page: str) -> None:
    lines = []
    targets = []
    for language in _LANGUAGES:
        text = (ROOT / f"docs/guide/{language}window/{page}.md").read_text(encoding="utf-8")
        lines.append(len(re.findall(r"^(?:\| |- \*\*)", text, re.MULTILINE)))
        targets.append(sorted(re.findall(r"errors\.md#([\w-]+)", text)))
    assert len(set(lines)) == 1, lines
    assert targets[0] == targets[1] == targets[2]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A checkout whose documents a test may spoil."""
    for entry in ROOT.iterdir():
        if entry.is_file() and entry.suffix == ".md":
            shutil.copy(entry, tmp_path / entry.name)
        elif entry.name == "docs":
            shutil.copytree(entry, tmp_path / entry.name)
        else:
            (tmp_path / entry.name).symlink_to(entry)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("docs/guide/window/board.md", "[gone](gone.md)", "there is no gone.md"),
        (
            "docs/guide/window/board.md",
            "[gone](../errors.md#gone)",
            "there is no heading for ../errors.md#gone",
        ),
        (
            "docs/guide/de/window/board.md",
            "![gone](../../images/gone.png)",
            "there is no ../../images/gone.png",
        ),
        ("README.md", "[gone](docs/gone.md)", "README.md: there is no docs/gone.md"),
        ("docs/library.md", "[out](../../elsewhere.md)", "leads out of the project"),
        ("docs/guide/errors.md", "## disk-full", "the heading 'disk-full' is there twice"),
        ("docs/guide/window/alone.md", "# Alone", "docs/guide/window/alone.md: no link leads here"),
    ],
)
def test_what_leads_nowhere_is_refused_and_nothing_is_written(
    file: str, text: str, told: str, documents: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = tmp_path_factory.mktemp("pages") / "out"
    with (documents / file).open("a", encoding="utf-8") as spoiled:
        spoiled.write(f"\n{text}\n")
    with pytest.raises(BrokenGuide) as caught:
        build(documents, output)
    (line,) = str(caught.value).splitlines()
    assert told in line
    assert not output.exists()
