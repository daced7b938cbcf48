"""Before flashing: where the board is, which one it is, and what will be written to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from app.steps.board.actions import ActionTable
from app.steps.board.firmware_view import FirmwareView
from app.steps.board.flashing_view import FlashMap, parts_of
from app.steps.board.own_board import OwnBoardDialog
from app.steps.board.places import VIRTUAL, PlaceList
from app.steps.board.time_view import TimeView
from app.theme.tokens import Space
from app.widgets.basics import More, button, card, column, label, row, set_role, term
from app.widgets.controls import Choices
from app.wording import error_words, milliseconds, percent, size
from core.boards.own_boards import own_board, remove_board
from core.boards.profiles import board_profiles, own_profiles
from core.deployment.board_results import FlashPlan
from core.errors import SqueezeError
from core.requests import AddBoardRequest, FlashRequest

_WIDE = 700
"""From this width on, the two cards stand side by side."""

_SLOWEST_BAUD = 115200
_BUTTON_SECONDS = 30.0
"""How long somebody has to find the BOOT button."""


class ChooseView(QWidget):
    """`changed` tells that something else is to be flashed, or to another board.

    `board_chosen` brings the id of a board that was picked, `board_added` that of a new or changed one,
    `board_removed` a `RemovedBoard`, `refused` why one could not be removed.
    """

    changed = Signal()
    board_chosen = Signal(str)
    board_added = Signal(str)
    board_removed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        whole = column(self, Space.LARGE)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(int(Space.LARGE))
        whole.addLayout(self._layout)
        self.places = PlaceList()
        self.places.chosen.connect(self._place_chosen)
        self._layout.addWidget(self._where(), 4, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._what(), 5, Qt.AlignmentFlag.AlignTop)
        self.action_table = ActionTable()
        whole.addWidget(self.action_table)
        whole.addStretch(1)

    @property
    def address(self) -> str:
        """The port that is chosen, or `VIRTUAL`."""
        return self.places.address

    @property
    def is_virtual(self) -> bool:
        """Whether the virtual board is chosen."""
        return self.address == VIRTUAL

    @property
    def board(self) -> str:
        """The id of the profile that is chosen for a board on a port; '' before one was."""
        return str(self.boards.currentData() or "")

    @property
    def firmware(self) -> str | None:
        """How firmware is to come here, when there is none."""
        return None if self.is_virtual else self.firmware_view.way

    def flash_request(self, run: str, played: str) -> FlashRequest:
        """What is asked for now; a virtual board plays the profile `played`, and has no port yet."""
        return FlashRequest(
            port=self.address,
            run=run,
            board=played if self.is_virtual else self.board,
            baud=_SLOWEST_BAUD if self.slowly.isChecked() else None,
            use_stub=not self.own_loader.isChecked(),
            everything=self.everything.isChecked(),
            firmware=self.firmware,
            button_seconds=_BUTTON_SECONDS,
        )

    def choose_board(self, board: str) -> None:
        """Show a profile as the chosen one; none for one in software."""
        self.boards.setCurrentIndex(self.boards.findData(board))
        self._show_own()

    def show_plan(self, plan: FlashPlan | None, problem: str = "") -> None:
        """Show what will be written; without a plan, why there is none."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.map.setVisible(plan is not None)
        self.fit.setVisible(plan is not None)
        self.time_view.show_plan(plan)
        self.firmware_view.show_plan(plan)
        if plan is None:
            self.chip.setText("")
            return
        self.chip.setText(
            self.tr("{board}: {chip} with {size} of flash").format(
                board=plan.name, chip=plan.chip, size=f"{plan.flash_bytes >> 20} MB"
            )
        )
        self.map.show_parts(parts_of(plan))
        self._show_fit(plan)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE
        self._layout.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def _where(self) -> QWidget:
        frame = card()
        layout = column(frame, Space.MEDIUM, Space.LARGE)
        layout.addWidget(self.places)
        self._which = QWidget()
        which = column(self._which, Space.SMALL)
        which.addWidget(label(self.tr("Which board do you have?"), "heading"))
        self.boards = Choices()
        self.boards.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.boards.setMinimumContentsLength(16)
        self.boards.setAccessibleName(self.tr("Which board do you have?"))
        self.boards.setToolTip(
            self.tr(
                "The board type determines memory, camera and LEDs. A different chip is detected before "
                "anything is written."
            )
        )
        self.boards.setPlaceholderText(self.tr("Choose a board"))
        self.offer_boards()
        self.boards.activated.connect(lambda _index: self.board_chosen.emit(self.board))
        which.addWidget(self.boards)
        self.own_board = button(self.tr("Another type of board…"), self.ask_for_own_board, "link")
        self.own_board.setToolTip(self.tr("Describe a board by its chip, its memory and its camera."))
        which.addWidget(self.own_board, 0, Qt.AlignmentFlag.AlignLeft)
        which.addWidget(self._own_buttons())
        self._which.hide()
        self.places.below.addWidget(self._which)
        layout.addWidget(self._more())
        layout.addStretch(1)
        return frame

    def _own_buttons(self) -> QWidget:
        """What can be done with a board that the person has described; hidden for any other."""
        self.own = QWidget()
        # Side by side they would be wider than the card in a small window.
        lines = column(self.own, Space.SMALL)
        self.change_board = button(self.tr("Change this board…"), self.ask_for_change, "link")
        self.remove_board = button(self.tr("Remove this board"), self._remove, "link")
        self.remove_board.setToolTip(self.tr("Removes it from your own boards. This can be undone."))
        for one in (self.change_board, self.remove_board):
            lines.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.own.hide()
        return self.own

    def _show_own(self) -> None:
        self.own.setVisible(any(one.id == self.board for one in own_profiles()))

    def offer_boards(self) -> None:
        """List the boards that are known; none is chosen."""
        self.boards.clear()
        for profile in board_profiles():
            if not profile.is_virtual:
                self.boards.addItem(profile.name, profile.id)
        self.boards.setCurrentIndex(-1)

    def ask_for_own_board(self) -> OwnBoardDialog:
        """Ask what a board is that the program does not know; once it is kept, it is the chosen one."""
        return self._ask(None)

    def ask_for_change(self) -> OwnBoardDialog:
        """Ask what is different about the chosen board, which the person has described."""
        return self._ask(own_board(self.board))

    def _ask(self, known: AddBoardRequest | None) -> OwnBoardDialog:
        dialog = OwnBoardDialog(self, known)
        dialog.added.connect(self.board_added)
        dialog.open()
        return dialog

    def _remove(self) -> None:
        try:
            removed = remove_board(self.board)
        except SqueezeError as error:
            self.refused.emit(" ".join(error_words(error)))
        except OSError as error:
            self.refused.emit(str(error))
        else:
            self.board_removed.emit(removed)

    def _more(self) -> More:
        self.more = More()
        self.everything = QCheckBox(self.tr("Rewrite everything"))
        self.everything.setToolTip(
            self.tr(
                "By default, only the model is written to a board that already has this program's firmware."
            )
        )
        self.slowly = QCheckBox(self.tr("Slow, reliable mode (115200 baud)"))
        self.slowly.setToolTip(self.tr("For long cables and hubs."))
        self.own_loader = QCheckBox(self.tr("Use the ROM loader (no flasher stub)"))
        self.own_loader.setToolTip(self.tr("Slower. Works with some boards on which the flasher stub fails."))
        for box in (self.everything, self.slowly, self.own_loader):
            self.more.body.addWidget(box)
        return self.more

    def _what(self) -> QWidget:
        frame = card()
        layout = column(frame, Space.MEDIUM, Space.LARGE)
        head = row(space=Space.SMALL)
        head.addWidget(label(self.tr("What will be written"), "heading"), 1)
        head.addWidget(term(self.tr("Flash"), self.tr("Memory that keeps its content without power.")))
        layout.addLayout(head)
        self.chip = label(self.tr("Preparing the list…"), "soft", wrap=True)
        layout.addWidget(self.chip)
        self.problem = label("", "warning", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        self.map = FlashMap()
        layout.addWidget(self.map)
        self.fit = label("", "soft", wrap=True)
        layout.addWidget(self.fit)
        self.firmware_view = FirmwareView()
        self.firmware_view.imported.connect(self.changed)
        layout.addWidget(self.firmware_view)
        self.time_view = TimeView()
        layout.addWidget(self.time_view)
        layout.addStretch(1)
        return frame

    def _show_fit(self, plan: FlashPlan) -> None:
        if plan.fit.problems:
            set_role(self.fit, "warning")
            self.fit.setText(" ".join(plan.fit.problems))
            return
        set_role(self.fit, "soft")
        share = plan.fit.flash_bytes / max(1, plan.fit.flash_available_bytes)
        self.fit.setText(
            self.tr(
                "It fits: {flash} of the model partition, {memory} of the memory, about {time} per image."
            ).format(
                flash=percent(share),
                memory=size(plan.fit.arena_bytes),
                time=milliseconds(plan.fit.latency_ms),
            )
        )

    def _place_chosen(self, _address: str) -> None:
        self._which.setVisible(not self.is_virtual)
        self.changed.emit()
