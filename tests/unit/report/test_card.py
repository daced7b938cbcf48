"""The model card says of a finished run what its files say, in Markdown and in HTML alike."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from core.evaluation.confusion import ClassScore
from core.report.card import as_html, as_markdown, card_files, model_card
from core.report.contents import RunContents, read_contents
from core.runs.measuring import Details
from core.runs.summary import BoardFigures, Summary
from tests.builders.finished_runs import finished_run

BOARD = BoardFigures(
    profile="esp32s3-eye",
    fits=True,
    flash_bytes=190_000,
    flash_available_bytes=3_000_000,
    arena_bytes=120_000,
    latency_ms=85,
    latency_measured=True,
    basis="reported",
    agreement="10/10",
)
DETAILS = Details(
    stage="huffman",
    classes=(
        ClassScore("cat", 8, 6, 0.75),
        ClassScore("dog | wolf", 12, 12, 1.0),
        ClassScore("Eichhörnchen", 0, 0, None),
    ),
    confusion=((6, 2, 0), (0, 12, 0), (0, 0, 0)),
    mistakes=(),
)


@pytest.fixture
def contents(tmp_path: Path) -> RunContents:
    found = read_contents(finished_run(tmp_path / "my <run>", "esp32s3-eye", sure_score=-5))
    assert found.summary is not None
    summary = msgspec.structs.replace(found.summary, board=BOARD)
    return RunContents(**vars(found) | {"summary": summary, "details": {"huffman": DETAILS}})


def summary_of(contents: RunContents) -> Summary:
    assert contents.summary is not None
    return contents.summary


class _Words(HTMLParser):
    """The text of a page's body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.partition("<body>")[2])

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words(text: str) -> list[str]:
    return re.findall(r"[\w%]+", text)


def test_a_card_has_use_data_limits_figures_per_class_calibration_and_the_board(
    contents: RunContents,
) -> None:
    card = model_card(contents, summary_of(contents))
    titles = [section.title for section in card.sections]
    assert titles == [
        *("Intended use", "Data", "Model", "Figures per class", "Calibration", "On the board", "Limits")
    ]
    tables = {section.title: section.table for section in card.sections if section.table}
    assert tables["Data"].rows == (("training", "70"), ("validation", "10"), ("test", "20"))
    assert tables["Figures per class"].rows == (
        ("cat", "8", "75.0 %", "40.9 to 92.9 %", "100.0 %", "dog | wolf (2)"),
        ("dog | wolf", "12", "100.0 %", "75.8 to 100.0 %", "85.7 %", "-"),
        ("Eichhörnchen", "0", "-", "-", "-", "-"),
    )
    assert ("time per image", "85 ms", "measured by the board") in tables["On the board"].rows
    text = as_markdown(card)
    assert "It gives the same predictions as the file for 10 of 10 test images." in text
    assert "(output code -5)" in text
    assert "| noise, blotches and bare walls | 30 | 90.0 % |" in text
    assert "Fewer than 20 test images, so the figures are rough: cat, dog \\| wolf, Eichhörnchen." in text


def test_both_forms_say_the_same_and_show_names_as_they_are(contents: RunContents) -> None:
    card = model_card(contents, summary_of(contents))
    markdown, page = as_markdown(card), as_html(card)
    assert "# Model card: my \\<run\\>\n" in markdown
    assert "<h1>Model card: my &lt;run&gt;</h1>" in page
    unescaped = re.sub(r"\\(.)", r"\1", re.sub(r"^\|(?: -+:? \|)+$", "", markdown, flags=re.MULTILINE))
    assert words(" ".join(_Words(page).found)) == words(unescaped)
    rows = [line for line in markdown.splitlines() if line.startswith("| cat ")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [7]


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    found = read_contents(finished_run(tmp_path / "run"))
    text = card_files(found, summary_of(found))["model-card.md"].decode()
    assert "No threshold was calibrated." in text
    assert "The model is meant for no board in particular." in text
    assert "## Figures per class" not in text
