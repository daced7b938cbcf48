"""Which pages the guide has, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.texts import QT_TRANSLATE_NOOP, translate
from core.paths import program_folder

_FOLDER = program_folder() / "docs" / "guide"


@dataclass(frozen=True)
class GuidePage:
    """A page: its topic, by which it is opened, and its file below the guide's folder."""

    topic: str
    _title: str
    file: str

    @property
    def title(self) -> str:
        """Its title in the language in force."""
        return translate("Guide", self._title)

    def path(self, language: str) -> Path:
        """Its file in a language, or in English where there is none in that."""
        own = _FOLDER / language / self.file
        return own if own.is_file() else _FOLDER / self.file


PAGES: tuple[GuidePage, ...] = (
    GuidePage("start", QT_TRANSLATE_NOOP("Guide", "First steps"), "window/start.md"),
    GuidePage("data", QT_TRANSLATE_NOOP("Guide", "Pictures"), "window/data.md"),
    GuidePage("train", QT_TRANSLATE_NOOP("Guide", "Train"), "window/train.md"),
    GuidePage("prune", QT_TRANSLATE_NOOP("Guide", "Prune"), "window/prune.md"),
    GuidePage("quantize", QT_TRANSLATE_NOOP("Guide", "Quantize"), "window/quantize.md"),
    GuidePage("huffman", QT_TRANSLATE_NOOP("Guide", "Huffman"), "window/huffman.md"),
    GuidePage("board", QT_TRANSLATE_NOOP("Guide", "Board"), "window/board.md"),
    GuidePage("errors", QT_TRANSLATE_NOOP("Guide", "When something goes wrong"), "errors.md"),
    GuidePage("boards", QT_TRANSLATE_NOOP("Guide", "Boards in detail"), "boards.md"),
    GuidePage("command-line", QT_TRANSLATE_NOOP("Guide", "The command line"), "command-line.md"),
)


def page_on(topic: str) -> GuidePage:
    """The page on a topic; the first page where there is none on it."""
    return next((page for page in PAGES if page.topic == topic), PAGES[0])
