"""Before flashing: where the board is, which one it is, and what will be written to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from app.steps.board.actions import ActionTable
from app.steps.board.flashing_view import FlashMap, parts_of
from app.steps.board.places import VIRTUAL, PlaceList
from app.theme.tokens import Space
from app.widgets.basics import More, button, card, column, label, row, set_role, term
from app.widgets.controls import Choices
from app.widgets.dialogs import ask_for_file
from app.wording import milliseconds, percent, size
from core.boards.profiles import board_profiles
from core.deployment.board_results import FlashPlan
from core.requests import FlashRequest

_WIDE = 700
"""From this width on, the two cards stand side by side."""

_SLOWEST_BAUD = 115200
_BUTTON_SECONDS = 30.0
"""How long somebody has to find the BOOT button."""


class ChooseView(QWidget):
    """`changed` tells that something else is to be flashed, or to another board."""

    changed = Signal()
    board_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        whole = column(self, Space.LARGE)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(int(Space.LARGE))
        whole.addLayout(self._layout)
        self._bundle = ""
        self.places = PlaceList()
        self.places.chosen.connect(self._place_chosen)
        self._layout.addWidget(self._where(), 4, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._what(), 5, Qt.AlignmentFlag.AlignTop)
        self.action_table = ActionTable()
        whole.addWidget(self.action_table)
        whole.addStretch(1)
        self._show_firmware(problem="")

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
        """Where firmware is to come from, when there is none here."""
        if self.firmware_box.isHidden():
            return None
        return str(self.sources.currentData() or self._bundle)

    def flash_request(self, run: str, played: str) -> FlashRequest:
        """What is asked for now; a virtual board plays the profile `played`, and has no port yet."""
        return FlashRequest(
            port=self.address,
            run=run,
            board=played if self.is_virtual else self.board,
            baud=_SLOWEST_BAUD if self.slowly.isChecked() else None,
            use_stub=not self.own_loader.isChecked(),
            everything=self.everything.isChecked(),
            firmware=None if self.is_virtual else self.firmware,
            button_seconds=_BUTTON_SECONDS,
        )

    def choose_board(self, board: str) -> None:
        """Show a profile as the chosen one; none for one in software."""
        self.boards.setCurrentIndex(self.boards.findData(board))

    def show_plan(self, plan: FlashPlan | None, problem: str = "") -> None:
        """Show what will be written; without a plan, why there is none."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.map.setVisible(plan is not None)
        self.fit.setVisible(plan is not None)
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
        self._show_firmware(plan.firmware_problem)

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
        for profile in board_profiles():
            if not profile.is_virtual:
                self.boards.addItem(profile.name, profile.id)
        self.boards.setCurrentIndex(-1)
        self.boards.activated.connect(lambda _index: self.board_chosen.emit(self.board))
        which.addWidget(self.boards)
        self._which.hide()
        self.places.below.addWidget(self._which)
        layout.addWidget(self._more())
        layout.addStretch(1)
        return frame

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
        self.chip = label("", "soft", wrap=True)
        layout.addWidget(self.chip)
        self.problem = label("", "warning", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        self.map = FlashMap()
        layout.addWidget(self.map)
        self.fit = label("", "soft", wrap=True)
        layout.addWidget(self.fit)
        self.firmware_box = self._firmware_box()
        layout.addWidget(self.firmware_box)
        layout.addStretch(1)
        return frame

    def _firmware_box(self) -> QWidget:
        box = QWidget()
        layout = column(box, Space.SMALL)
        self.firmware_problem = label("", "warning", wrap=True)
        layout.addWidget(self.firmware_problem)
        line = row(space=Space.SMALL)
        self.sources = Choices()
        self.sources.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sources.setMinimumContentsLength(12)
        self.sources.setAccessibleName(self.tr("Firmware source"))
        self.sources.setToolTip(
            self.tr(
                "Firmware is the program on the board that runs the model. It is stored on this computer "
                "for next time."
            )
        )
        self.sources.addItem(self.tr("Download the release"), "fetch")
        self.sources.addItem(self.tr("Build with ESP-IDF or Docker"), "build")
        line.addWidget(self.sources, 1)
        self.bundle_button = button(self.tr("Bundle…"), self._choose_bundle, icon="folder")
        self.bundle_button.setToolTip(self.tr("Use a firmware file from this program's release page."))
        line.addWidget(self.bundle_button)
        layout.addLayout(line)
        return box

    def _show_firmware(self, problem: str) -> None:
        self.firmware_problem.setText(problem)
        self.firmware_box.setVisible(bool(problem))

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

    def _choose_bundle(self) -> None:
        filters = [self.tr("Firmware bundles ({patterns})").format(patterns="*.zip")]
        ask_for_file(self, self.tr("Firmware bundle"), lambda path: self.use_bundle(str(path)), filters)

    def use_bundle(self, path: str) -> None:
        """Take the firmware from a file."""
        self._bundle = path
        index = self.sources.findData("")
        if index < 0:
            self.sources.addItem("", "")
            index = self.sources.count() - 1
        self.sources.setItemText(index, path)
        self.sources.setCurrentIndex(index)
