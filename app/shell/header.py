"""Along the top, always: which run is open, which board it is for, and whether it fits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame

from app.shell.gauge import Gauge
from app.theme.tokens import Space
from app.widgets.basics import icon_button, label, row
from app.widgets.elided import ElidedLabel
from app.widgets.sign import Sign

_SIGN = 24


class Header(QFrame):
    """Only words and signals: what it shows is given to it."""

    home_wanted = Signal()
    guide_wanted = Signal()
    preferences_wanted = Signal()
    board_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        layout = row(self, Space.MEDIUM)
        layout.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        layout.addWidget(Sign("squeeze", "accent", _SIGN))
        layout.addWidget(label("Squeeze Studio", "heading"))
        self.run_name = ElidedLabel("", "soft")
        layout.addWidget(self.run_name, 1)
        layout.addWidget(label(self.tr("Target"), "soft"))
        self.boards = QComboBox()
        self.boards.setAccessibleName(self.tr("Target board"))
        self.boards.setToolTip(
            self.tr("The board that the model is made for. You can change it at any time.")
        )
        self.boards.setMinimumContentsLength(12)
        self.boards.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.boards.activated.connect(lambda index: self.board_chosen.emit(self.boards.itemData(index)))
        layout.addWidget(self.boards)
        self.flash = Gauge(self.tr("flash"), self.tr("Flash is where the board keeps the model."))
        self.memory = Gauge(self.tr("memory"), self.tr("Memory is where the board works on a picture."))
        self.time = label("", "soft")
        self.time.setToolTip(self.tr("Time that the board takes for one picture."))
        for widget in (self.flash, self.memory, self.time):
            layout.addWidget(widget)
        buttons = row(space=0)
        buttons.addWidget(icon_button("home", self.tr("Start page"), self.home_wanted.emit))
        buttons.addWidget(icon_button("help", self.tr("Guide (F1)"), self.guide_wanted.emit))
        buttons.addWidget(icon_button("settings", self.tr("Preferences"), self.preferences_wanted.emit))
        layout.addLayout(buttons)

    def show_run(self, name: str) -> None:
        """Name the open run, or none."""
        self.run_name.setText(name)

    def offer_boards(self, boards: list[tuple[str, str]], chosen: str) -> None:
        """List boards as (id, name) and mark one."""
        self.boards.clear()
        for identifier, name in boards:
            self.boards.addItem(name, identifier)
        self.mark_board(chosen)

    def mark_board(self, board: str) -> None:
        """Show a board as the chosen one."""
        index = self.boards.findData(board, Qt.ItemDataRole.UserRole)
        if index >= 0:
            self.boards.setCurrentIndex(index)
