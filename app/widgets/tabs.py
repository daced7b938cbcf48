"""Several things in one place, of which one is shown; the place is as high as that one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget

from app.theme.tokens import Space
from app.widgets.basics import column, row


class Tabs(QWidget):
    """`shown` tells the number of the page that is shown now."""

    shown = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = column(self, Space.MEDIUM)
        line = row(space=0)
        self.bar: QTabBar = _Bar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setAccessibleName(name)
        self.bar.currentChanged.connect(self._show)
        line.addWidget(self.bar)
        line.addStretch(1)
        layout.addLayout(line)
        self._layout = layout
        self._pages: list[QWidget] = []

    def add(self, title: str, page: QWidget) -> None:
        """One more page."""
        # Only here: what is shown before it has its place is a window of its own for a moment.
        self._layout.addWidget(page)
        page.setVisible(not self._pages)
        self._pages.append(page)
        self.bar.addTab(title)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.bar.setCurrentIndex(self._pages.index(page))

    def _show(self, number: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == number)
        self.shown.emit(number)


class _Bar(QTabBar):
    """A tab is as wide as its title is when it is chosen, and heavier for it."""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Qt: the size of a tab."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        text, hint = self.tabText(index), super().tabSizeHint(index)
        heavier = QFontMetrics(font).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return hint + QSize(max(0, heavier) + 2, 0)
