"""Makes pages for a browser of the guide, and refuses whatever in the documents leads nowhere.

Every document below docs/ becomes a page that loads nothing from elsewhere and has no script. A link to what
is not there, an anchor without a heading, a missing image, a heading twice in a page, and a document that no
link leads to are errors: nothing is written then.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
LANGUAGES = {"en": "English", "de": "Deutsch", "ko": "한국어"}
_FIRST = "docs/guide/window/start.md"
_ORDER = ("start", "data", "train", "prune", "quantize", "huffman", "board", "result", "words", "problems")
_NO_ANCHOR = re.compile(r"[^\w\- ]")
_ELSEWHERE = re.compile(r"[a-z]+:", re.IGNORECASE)

_PAGE = """<!doctype html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} - Squeeze Studio</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; display: flex; flex-wrap: wrap; }
nav { flex: 1 1 12rem; padding: 1.5rem; max-width: 18rem; }
nav a { display: block; padding: .15rem 0; }
nav [aria-current] { font-weight: bold; }
main { flex: 4 1 30rem; padding: 1rem 1.5rem 4rem; max-width: 52rem; min-width: 0; }
img { max-width: 100%; height: auto; }
pre, table { overflow-x: auto; display: block; }
td, th { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
</style>
</head>
<body>
<nav>
{% for one in links %}
<a href="{{ one.href }}"{% if one.is_here %} aria-current="page"{% endif %}>{{ one.title }}</a>
{% endfor %}
</nav>
<main>
{{ content | safe }}
</main>
</body>
</html>
"""


class BrokenGuide(Exception):
    """What leads nowhere, a line for each."""


@dataclass(frozen=True)
class Document:
    """A Markdown file: its path from the root, its title, and the anchors of its headings."""

    path: PurePosixPath
    tokens: tuple[Token, ...]
    title: str
    anchors: tuple[str, ...]

    @property
    def language(self) -> str:
        """That of its folder in the guide; English elsewhere."""
        folder = self.path.parts[2] if self.path.parts[:2] == ("docs", "guide") else ""
        return folder if folder in LANGUAGES else "en"

    @property
    def html(self) -> PurePosixPath:
        """Its page, from the folder of the pages."""
        return self.path.relative_to("docs").with_suffix(".html")


@dataclass(frozen=True)
class _Link:
    href: str
    title: str
    is_here: bool


def parser() -> MarkdownIt:
    """What reads Markdown as GitHub and the window do."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def anchor(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return _NO_ANCHOR.sub("", heading.lower()).replace(" ", "-")


def document(root: Path, path: Path) -> Document:
    """A Markdown file, read."""
    tokens = parser().parse(path.read_text(encoding="utf-8"))
    headings = [
        (
            after,
            "".join(part.content for part in after.children or () if part.type in ("text", "code_inline")),
        )
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    ]
    for token, after in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", next(anchor(text) for own, text in headings if own is after))
    titles = [text for _own, text in headings]
    name = PurePosixPath(path.relative_to(root).as_posix())
    return Document(name, tuple(tokens), titles[0] if titles else name.stem, tuple(map(anchor, titles)))


def documents(root: Path) -> dict[PurePosixPath, Document]:
    """All documents of a checkout, by their paths."""
    paths = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *root.glob("firmware/README.md")]
    paths += root.glob("resources/start/README.md")
    return {one.path: one for one in (document(root, path) for path in sorted(paths))}


def inline(tokens: Sequence[Token]) -> Iterator[Token]:
    """Links and images in a document."""
    for token in tokens:
        if token.type in ("link_open", "image"):
            yield token
        yield from inline(token.children or ())


def target(root: Path, own: Document, link: str) -> tuple[PurePosixPath, str]:
    """Where a link of a document leads: a path from the root, and an anchor or ''."""
    file, _, fragment = link.partition("#")
    path = os.path.normpath(root / own.path.parent / file) if file else root / own.path
    return PurePosixPath(Path(path).relative_to(root).as_posix()), fragment


def faults(root: Path, found: dict[PurePosixPath, Document]) -> list[str]:
    """What is wrong with the documents, in sentences."""
    told, leads = [], dict[PurePosixPath, set[PurePosixPath]]()
    for own in found.values():
        twice = [name for name, count in Counter(own.anchors).items() if count > 1]
        if own.path.parts[0] == "docs":
            told += [f"{own.path}: the heading '{name}' is there twice" for name in twice]
        leads[own.path] = set()
        for token in inline(own.tokens):
            link = str(token.attrGet("src") or token.attrGet("href") or "")
            if _ELSEWHERE.match(link):
                continue
            try:
                path, fragment = target(root, own, link)
            except ValueError:
                told.append(f"{own.path}: {link} leads out of the project")
                continue
            if not (root / path).exists():
                told.append(f"{own.path}: there is no {link}")
            elif fragment and (path not in found or fragment not in found[path].anchors):
                told.append(f"{own.path}: there is no heading for {link}")
            leads[own.path] |= {one for one in found if one == path or path in one.parents}
    told += [f"{path}: no link leads here" for path in _unreached(found, leads)]
    return told


def _unreached(
    found: dict[PurePosixPath, Document], leads: dict[PurePosixPath, set[PurePosixPath]]
) -> list[PurePosixPath]:
    """Documents that cannot be come to from the README; translations come with the page that they are of."""
    waiting, seen = [PurePosixPath("README.md")], set[PurePosixPath]()
    while waiting:
        path = waiting.pop()
        if path in seen or path not in found:
            continue
        seen.add(path)
        waiting += leads[path]
    own_roots = (PurePosixPath("README.md"), PurePosixPath("CHANGELOG.md"))
    return sorted(
        path
        for path, one in found.items()
        if path not in seen and one.language == "en" and path not in own_roots
    )


def build(root: Path, output: Path) -> int:
    """Write the pages; how many. Raises `BrokenGuide`."""
    found = documents(root)
    if told := faults(root, found):
        raise BrokenGuide("\n".join(told))
    shown = {path: one for path, one in found.items() if path.parts[0] == "docs"}
    template = Environment(autoescape=True).from_string(_PAGE)
    for own in shown.values():
        content = parser().renderer.render(_with_pages(root, own, shown), parser().options, {})
        page = output / own.html
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            template.render(
                language=own.language, title=own.title, content=content, links=_navigation(own, shown)
            ),
            encoding="utf-8",
        )
    shutil.copytree(root / "docs/guide/images", output / "guide/images", dirs_exist_ok=True)
    first = shown[PurePosixPath(_FIRST)].html
    refresh = (
        f'<!doctype html><title>Squeeze Studio</title><meta http-equiv="refresh" content="0; url={first}">'
    )
    (output / "index.html").write_text(f'{refresh}<a href="{first}">Squeeze Studio</a>\n', encoding="utf-8")
    return len(shown)


def _with_pages(root: Path, own: Document, shown: dict[PurePosixPath, Document]) -> list[Token]:
    """The document's parts: links to documents lead to their pages, links to other files are none."""
    tokens = [*document(root, root / own.path).tokens]
    for token in inline(tokens):
        link = str(token.attrGet("href") or "")
        if token.type != "link_open" or not link or _ELSEWHERE.match(link) or link.startswith("#"):
            continue
        path, fragment = target(root, own, link)
        path = path / "README.md" if path / "README.md" in shown else path
        if path in shown:
            page = _relative(shown[path], own)
            token.attrSet("href", f"{page}#{fragment}" if fragment else page)
        else:
            token.attrs.pop("href")
    return tokens


def _relative(to: Document, own: Document) -> str:
    return PurePosixPath(os.path.relpath(to.html, own.html.parent)).as_posix()


def _navigation(own: Document, shown: dict[PurePosixPath, Document]) -> list[_Link]:
    """The guide in the language of a page, then that page in the other languages."""
    guide = PurePosixPath("docs/guide")

    def place(one: Document) -> tuple[bool, int, str]:
        is_window = one.path.parent.name == "window"
        number = _ORDER.index(one.path.stem) if one.path.stem in _ORDER else len(_ORDER)
        return not is_window, number, one.title

    own_pages = [
        one
        for one in shown.values()
        if guide in one.path.parents
        and one.language == (own.language if one.path.parent.name == "window" else "en")
    ]
    links = [_Link(_relative(one, own), one.title, one is own) for one in sorted(own_pages, key=place)]
    name = own.path.relative_to(guide / own.language) if own.language != "en" else None
    name = own.path.relative_to(guide) if name is None and guide in own.path.parents else name
    for language, words in LANGUAGES.items():
        path = guide / name if language == "en" and name else guide / language / name if name else None
        if path in shown and language != own.language:
            links.append(_Link(_relative(shown[path], own), words, is_here=False))
    return links


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the guide into a folder; 1 when something in the documents leads nowhere."""
    options = argparse.ArgumentParser(prog="dev.py guide", description=__doc__.splitlines()[0])
    options.add_argument(
        "-o", "--output", type=Path, default=ROOT / "build" / "guide", help="folder; default: build/guide"
    )
    output = options.parse_args(arguments).output
    try:
        count = build(ROOT, output)
    except BrokenGuide as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count} pages: {output / 'index.html'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
