"""The guide in the window: its pages, and where they are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from app.theme.tokens import Space
from app.widgets.basics import row
from app.wording import QT_TRANSLATE_NOOP, translate
from core.paths import program_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


_FOLDER = program_folder() / "docs" / "guide"
_SIZE = QSize(900, 640)
_LIST_WIDTH = 232
_LINE_HEIGHT = 130.0


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
    GuidePage("data", QT_TRANSLATE_NOOP("Guide", "Photos"), "window/data.md"),
    GuidePage("train", QT_TRANSLATE_NOOP("Guide", "Train"), "window/train.md"),
    GuidePage("prune", QT_TRANSLATE_NOOP("Guide", "Prune"), "window/prune.md"),
    GuidePage("quantize", QT_TRANSLATE_NOOP("Guide", "Quantize"), "window/quantize.md"),
    GuidePage("huffman", QT_TRANSLATE_NOOP("Guide", "Huffman"), "window/huffman.md"),
    GuidePage("board", QT_TRANSLATE_NOOP("Guide", "Board"), "window/board.md"),
    GuidePage("result", QT_TRANSLATE_NOOP("Guide", "Result"), "window/result.md"),
    GuidePage("words", QT_TRANSLATE_NOOP("Guide", "What the words mean"), "window/words.md"),
    GuidePage("problems", QT_TRANSLATE_NOOP("Guide", "When something goes wrong"), "window/problems.md"),
    GuidePage("errors", QT_TRANSLATE_NOOP("Guide", "Troubleshooting"), "errors.md"),
    GuidePage("installing", QT_TRANSLATE_NOOP("Guide", "Installing"), "installing.md"),
    GuidePage("boards", QT_TRANSLATE_NOOP("Guide", "Boards"), "boards.md"),
    GuidePage("command-line", QT_TRANSLATE_NOOP("Guide", "The command line"), "command-line.md"),
)


def page_on(topic: str) -> GuidePage:
    """The page on a topic; the first page where there is none on it."""
    return next((page for page in PAGES if page.topic == topic), PAGES[0])


class GuideWindow(QDialog):
    """Stays open beside the program's window, and is opened at other pages from there."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self.resize(_SIZE)
        self._language = language
        self._page: GuidePage | None = None
        layout = row(self, Space.MEDIUM, Space.MEDIUM)
        self.topics = QListWidget()
        self.topics.setFixedWidth(_LIST_WIDTH)
        self.topics.setAccessibleName(self.tr("Pages of the guide"))
        for page in PAGES:
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.topic)
            self.topics.addItem(item)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.document().setDocumentMargin(Space.LARGE)
        # A bar that comes later would take room from images that are as wide as the text.
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        layout.addWidget(self.topics)
        layout.addWidget(self.text, 1)
        self.topics.currentItemChanged.connect(self._choose)
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)

    @property
    def topic(self) -> str:
        """What the open page is about."""
        return self._page.topic if self._page else ""

    def open_at(self, topic: str, section: str = "") -> None:
        """Show the page on a topic, from the heading `section`, or with that anchor, on where it has that."""
        page = page_on(topic)
        if page is not self._page:
            self._show(page)
        self.topics.setCurrentRow(PAGES.index(page))
        if section:
            self._scroll_to(section)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the window has another size. Images are as wide as the text."""
        super().resizeEvent(event)
        if self._page is not None:
            self._fit_images()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.topic:
            self._show(page_on(item.data(Qt.ItemDataRole.UserRole)))

    def _show(self, page: GuidePage) -> None:
        self._page = page
        path = page.path(self._language)
        document = self.text.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(path)))
        document.setMarkdown(
            path.read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self._set_paragraphs()
        self._fit_images()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _scroll_to(self, section: str) -> None:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _anchor(block.text().strip()) == _anchor(section):
                self.text.setTextCursor(QTextCursor(block))
                place = self.text.document().documentLayout().blockBoundingRect(block).top()
                self.text.verticalScrollBar().setValue(round(place))
                return
            block = block.next()

    def _set_paragraphs(self) -> None:
        """Give lines and paragraphs room; Qt's own have none in Markdown."""
        block = self.text.document().begin()
        while block.isValid():
            style = block.blockFormat()
            style.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            heading = bool(style.headingLevel())
            style.setTopMargin(Space.LARGE if heading and block.blockNumber() else 0)
            style.setBottomMargin(Space.HAIR if block.textList() else Space.SMALL)
            QTextCursor(block).setBlockFormat(style)
            block = block.next()

    def _fit_images(self) -> None:
        """Make images no wider than the page."""
        widest = self.text.viewport().width() - 2 * int(self.text.document().documentMargin()) - Space.SMALL
        block = self.text.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                image = fragment.charFormat().toImageFormat()
                if image.isValid() and image.name():
                    image.setWidth(widest)
                    cursor = QTextCursor(self.text.document())
                    cursor.setPosition(fragment.position())
                    cursor.setPosition(
                        fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor
                    )
                    cursor.setCharFormat(image)
                fragments += 1
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        """Open a link: another page of the guide here, anything else with the system."""
        name = link.fileName()
        if link.isRelative() and not name:
            self._scroll_to(link.fragment())
            return
        for page in PAGES:
            if link.isRelative() and page.file.endswith(name):
                self.open_at(page.topic, link.fragment())
                return
        QDesktopServices.openUrl(link)


def _anchor(heading: str) -> str:
    """How links in Markdown name a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def open_guide(parent: QWidget, topic: str, language: str, section: str = "") -> GuideWindow:
    """Open the guide at a topic: the one window that there is, or a new one."""
    shown = parent.findChild(GuideWindow)
    window = shown if isinstance(shown, GuideWindow) else GuideWindow(parent, language)
    window.open_at(topic, section)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
