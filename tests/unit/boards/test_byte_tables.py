"""The byte tables in docs/ are those that the program reads and writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.boards.board_block import BOARD_BLOCK
from core.boards.byte_layout import ByteLayout
from core.boards.link.codes import DeviceCode
from core.boards.link.messages import MESSAGES, Profile
from core.boards.model_image import HEADER

DOCS = Path(__file__).parents[3] / "docs"
_ROW = re.compile(r"^\| (\d+) \| ([a-z0-9:]+) \| ([a-z0-9_-]+) \| .+ \|$", re.MULTILINE)


def tables(document: str) -> dict[str, list[tuple[int, str, str]]]:
    """The rows (offset, type, name) under each heading of a document."""
    sections = re.split(r"^#+ (.+)$", (DOCS / document).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        heading: [(int(offset), kind, name) for offset, kind, name in _ROW.findall(text)]
        for heading, text in zip(sections[1::2], sections[2::2], strict=True)
    }


def rows(*layouts: ByteLayout) -> list[tuple[int, str, str]]:
    return [(row.offset, row.kind, row.name or "-") for layout in layouts for row in layout.rows]


@pytest.mark.parametrize(("heading", "layout"), [("Header", HEADER), ("Board block", BOARD_BLOCK)])
def test_the_model_image_is_laid_out_as_documented(heading: str, layout: ByteLayout) -> None:
    assert tables("model-image.md")[heading] == rows(layout)


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_messages_are_laid_out_as_documented(kind: type) -> None:
    layouts = [kind.LAYOUT, *([Profile.ENTRY] if kind is Profile else [])]  # type: ignore[attr-defined]
    heading = f"{kind.__name__} (0x{kind.TYPE:02X})"  # type: ignore[attr-defined]
    assert tables("protocol.md")[heading] == rows(*layouts)


def test_failure_codes_are_those_documented() -> None:
    text = (DOCS / "protocol.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| (\d+) \| ([A-Z_]+) \|", text, re.MULTILINE)
    assert documented == [(str(code.value), code.name) for code in DeviceCode]
