"""Header, list of steps, pages, charts and progress in their places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from app.shell.header import Header
from app.shell.step_list import StepList
from app.start.page import StartPage
from app.theme.tokens import Space
from app.widgets.basics import column, row
from app.window import Window

_CHARTS_WIDTH = 300


def lay_out(window: Window) -> None:
    """Fill a window that has nothing yet: what needs no run, and places for what does."""
    window.header = Header()
    window.steps = StepList()
    window.start = StartPage(window.preferences)
    window.stack = QStackedWidget()
    window.stack.addWidget(window.start)
    window.charts_place = QWidget()
    window.charts_layout = column(window.charts_place, 0)
    window.progress_layout = column(space=0)
    ground = QWidget()
    ground.setObjectName("ground")
    layout = column(ground, 0)
    layout.addWidget(window.header)
    layout.addLayout(_middle(window), 1)
    layout.addLayout(window.progress_layout)
    window.setCentralWidget(ground)
    window.steps.chosen.connect(window.show_page)
    window.header.home_wanted.connect(lambda: window.show_page("start"))
    help_key = QKeySequence(QKeySequence.StandardKey.HelpContents)
    QShortcut(help_key, window, window.header.guide_wanted.emit)


def _middle(window: Window) -> QHBoxLayout:
    layout = row(space=0)
    layout.addWidget(window.steps)
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(window.stack)
    splitter.addWidget(window.charts_place)
    splitter.setStretchFactor(0, 1)
    splitter.setSizes([window.width() - _CHARTS_WIDTH, _CHARTS_WIDTH])
    window.charts_place.setMinimumWidth(_CHARTS_WIDTH - int(Space.WIDE))
    window.charts_place.hide()
    layout.addWidget(splitter, 1)
    return layout
