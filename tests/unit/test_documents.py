"""The documents: their links lead somewhere, files that they name exist, and decisions have one form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "firmware" / "README.md",
        ROOT / "resources" / "start" / "README.md",
    ]
)
_MADE = {"resources/licences.json"}
"""Files that only an installed program has."""
_NAMED_FILE = re.compile(
    r"`((?:app|core|docs|firmware|packaging|resources|tests|tools)/[\w./-]+\.[a-z]{1,5})`"
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^    .*$|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE)
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link:
            continue
        file, _, anchor = link.partition("#")
        target = document.parent / file if file else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if path.name != "CHANGELOG.md"], ids=name)
def test_files_of_the_repository_exist(document: Path) -> None:
    named = set(_NAMED_FILE.findall(document.read_text(encoding="utf-8"))) - _MADE
    assert sorted(file for file in named if not (ROOT / file).exists()) == []


@pytest.mark.parametrize("decision", DECISIONS, ids=name)
def test_a_decision_has_its_number_and_form(decision: Path) -> None:
    title, *lines = decision.read_text(encoding="utf-8").splitlines()
    assert title.startswith(f"# {int(decision.name[:4])}. ")
    assert lines[1].startswith("Status: ")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Context",
        "## Decision",
        "## Consequences",
    ]


def test_decisions_are_numbered_once_and_listed() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    titles = [path.read_text(encoding="utf-8").splitlines()[0].partition(". ")[2] for path in DECISIONS]
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (\d+) \| \[(.+)\]\((.+)\) \|$", index, re.MULTILINE) == [
        (str(int(path.name[:4])), title, path.name) for path, title in zip(DECISIONS, titles, strict=True)
    ]
