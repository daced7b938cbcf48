"""What went wrong with a board, and what to do about it, in words and drawings."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.steps.board.drawings import Drawing
from app.theme.tokens import Space
from app.widgets.basics import More, button, card, clear, column, label, row
from app.wording import translate
from core.boards.port_opening import access_command
from core.events import Failed

_NO_BOARD = frozenset(
    {
        "port-not-found",
        "board-no-data",
        "board-silent",
    }
)
_DRAWINGS = {
    "port-not-found": "no-board",
    "port-unreachable": "no-board",
    "port-permission": "permission",
    "port-busy": "busy",
    "port-vanished": "unplugged",
    "board-disconnected": "unplugged",
    "board-silent": "no-board",
    "board-no-data": "cable",
    "board-wrong-boot-mode": "hold-boot",
    "board-noise": "noise",
    "link-garbled": "noise",
    "flash-mismatch": "noise",
    "board-wrong-chip": "wrong-board",
    "board-not-named": "wrong-board",
    "board-not-virtual": "wrong-board",
    "board-not-real": "wrong-board",
    "board-other-model": "wrong-board",
    "flash-too-small": "too-small",
    "firmware-missing": "firmware",
    "firmware-not-released": "firmware",
    "firmware-unreadable": "firmware",
    "firmware-damaged": "firmware",
    "firmware-link-version": "firmware",
    "firmware-other-board": "firmware",
    "firmware-build-failed": "firmware",
    "download-offline": "firmware",
    "download-proxy": "firmware",
    "download-failed": "firmware",
    "download-cut-off": "firmware",
    "download-too-large": "firmware",
    "docker-not-running": "firmware",
    "docker-permission": "firmware",
    "docker-failed": "firmware",
    "eim-failed": "firmware",
    "idf-missing": "firmware",
    "idf-version": "firmware",
}
_USUAL_PORT = {"linux": "/dev/ttyUSB0", "darwin": "/dev/cu.usbserial-0001"}
_SMALL = 0.55
_COLUMN = 330
"""How wide a piece of advice has to be to be read."""


@dataclass(frozen=True)
class Advice:
    """One thing to look at. `command` is something to be copied into a terminal."""

    drawing: str
    title: str
    sentence: str
    command: str = ""


def drawing_for(code: str) -> str:
    """The drawing that goes with an error."""
    return _DRAWINGS.get(code, "trouble")


def needs_checklist(code: str) -> bool:
    """Whether an error is of the kind that a cable, a driver or another program may cause."""
    return code in _NO_BOARD


def checklist(system: str = sys.platform) -> tuple[Advice, ...]:
    """What keeps a board from being found, the likeliest first; `system` is a value of `sys.platform`."""
    return (
        Advice(
            "cable",
            translate("Advice", "Is it a data cable?"),
            translate(
                "Advice",
                "Many cables only charge. Try the cable of a phone or a camera, without a hub.",
            ),
        ),
        Advice(
            "driver",
            translate("Advice", "Is the driver of the board's USB adapter installed?"),
            _driver(system),
        ),
        _permission(system),
        Advice(
            "busy",
            translate("Advice", "Is another program using the port?"),
            translate(
                "Advice", "Close serial monitors, the Arduino IDE and other programs that use the board."
            ),
        ),
    )


def _driver(system: str) -> str:
    if system == "win32":
        return translate(
            "Advice",
            "Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.",
        )
    if system == "darwin":
        return translate(
            "Advice",
            "macOS includes drivers for CP210x and newer CH34x adapters. For older ones, install the "
            "manufacturer's driver.",
        )
    return translate(
        "Advice",
        "Linux includes drivers for all common adapters. On Ubuntu, 'brltty' claims CH340 "
        "adapters: remove it.",
    )


def _permission(system: str) -> Advice:
    title = translate("Advice", "Does your account have access to the port?")
    if system == "win32":
        sentence = translate("Advice", "On Windows, every account has access. Nothing to do.")
        return Advice("permission", title, sentence)
    sentence = access_command(_USUAL_PORT.get(system, _USUAL_PORT["linux"]))
    return Advice("permission", title, sentence, command_in(sentence))


def command_in(sentence: str) -> str:
    """The command in a remedy such as 'Run  sudo ...  in a terminal'; '' when there is none."""
    parts = sentence.split("  ")
    return next((part.strip() for part in parts if part.strip().startswith("sudo ")), "")


class TroubleView(QWidget):
    """An error with its remedy, or the list of what to look at when no board is found."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.LARGE)
        self._head = card("warning")
        head = row(self._head, Space.LARGE, Space.LARGE)
        self.drawing = Drawing("trouble", 0.7)
        head.addWidget(self.drawing)
        words = column(space=Space.SMALL)
        words.addStretch(1)
        self.happened = label("", "heading", wrap=True)
        self.remedy = label("", wrap=True)
        words.addWidget(self.happened)
        words.addWidget(self.remedy)
        self._command = column(space=0)
        words.addLayout(self._command)
        words.addStretch(1)
        head.addLayout(words, 1)
        layout.addWidget(self._head)
        self._list_title = label(self.tr("Check these in order"), "heading")
        layout.addWidget(self._list_title)
        self._list = _Checklist()
        layout.addWidget(self._list)
        self._detail = More(self.tr("Technical details"))
        self._detail_text = label("", "caption", wrap=True)
        self._detail.body.addWidget(self._detail_text)
        layout.addWidget(self._detail)
        layout.addStretch(1)

    def show_failure(self, failed: Failed) -> None:
        """Show an error."""
        self._say(drawing_for(failed.code), failed.happened, failed.remedy, failed.detail)
        self._show_list(needs_checklist(failed.code))

    def show_crash(self, happened: str, remedy: str, detail: str) -> None:
        """Show the end of a process that should not have ended."""
        self._say("trouble", happened, remedy, detail)
        self._show_list(False)

    def show_no_board(self) -> None:
        """Show what to look at when a board is not in the list."""
        self._say(
            "no-board",
            self.tr("Your board is not in the list?"),
            self.tr("Its port appears within a second after you plug it in."),
            "",
        )
        self._show_list(True)

    def _say(self, drawing: str, happened: str, remedy: str, detail: str) -> None:
        self.drawing.show_drawing(drawing)
        self.happened.setText(happened)
        self.remedy.setText(remedy)
        self._head.setAccessibleName(f"{happened} {remedy}".strip())
        clear(self._command)
        if command := command_in(remedy):
            self._command.addWidget(copy_button(command), 0, Qt.AlignmentFlag.AlignLeft)
        self._detail.setVisible(bool(detail))
        self._detail_text.setText(detail)

    def _show_list(self, is_wanted: bool) -> None:
        self._list_title.setVisible(is_wanted)
        self._list.setVisible(is_wanted)


class _Checklist(QWidget):
    """Advice in as many columns as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(int(Space.MEDIUM))
        self._cards = [_advice_card(advice) for advice in checklist()]
        self._columns = 0
        self._arrange(1)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        super().resizeEvent(event)
        self._arrange(max(1, min(2, self.width() // _COLUMN)))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, one in enumerate(self._cards):
            self._grid.addWidget(one, number // columns, number % columns)
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)


def copy_button(command: str) -> QWidget:
    """A button that puts a command where it can be pasted from."""

    def copy() -> None:
        QGuiApplication.clipboard().setText(command)
        made.setText(translate("CopyButton", "Copied"))

    made = button("", copy, icon="log")
    made.setText(translate("CopyButton", "Copy the command"))
    made.setAccessibleName(made.text())
    made.setToolTip(command)
    return made


def _advice_card(advice: Advice) -> QWidget:
    frame = card()
    layout = row(frame, Space.MEDIUM, Space.MEDIUM)
    layout.addWidget(Drawing(advice.drawing, _SMALL))
    words = column(space=Space.HAIR)
    title: QLabel = label(advice.title, wrap=True)
    title.setProperty("role", "heading")
    words.addWidget(title)
    words.addWidget(label(advice.sentence, "soft", wrap=True))
    if advice.command:
        words.addWidget(copy_button(advice.command), 0, Qt.AlignmentFlag.AlignLeft)
    words.addStretch(1)
    layout.addLayout(words, 1)
    frame.setAccessibleName(f"{advice.title} {advice.sentence}")
    return frame
