"""What a live board does for what it sees: its pins, high or low, and the lines that it writes."""

from __future__ import annotations

from collections import deque

from PySide6.QtWidgets import QWidget

from app.steps.board.seen import Pill
from app.theme.tokens import Space
from app.widgets.basics import clear, label, plain_tip, row
from core.events import LineWritten, PinSet

_KEPT = 20


class DoingView(QWidget):
    """Hidden as long as the board has no actions."""

    def __init__(self) -> None:
        super().__init__()
        self.pins: dict[int, Pill] = {}
        self.levels: dict[int, bool] = {}
        self.lines: deque[str] = deque(maxlen=_KEPT)
        layout = row(self, Space.SMALL)
        self._pins = row(space=Space.SMALL)
        layout.addLayout(self._pins)
        self.line = label("", "soft", wrap=True)
        layout.addWidget(self.line, 1)
        self.hide()

    def show_pins(self, pins: tuple[tuple[int, bool], ...]) -> None:
        """The board's actions set these pins, by their GPIO numbers."""
        if [pin for pin, _ in pins] != list(self.pins):
            clear(self._pins)
            self.pins = {pin: Pill() for pin, _ in pins}
            for pill in self.pins.values():
                self._pins.addWidget(pill)
        for pin, high in pins:
            self._show(pin, high)
        self.setVisible(bool(self.pins or self.lines))

    def take(self, event: PinSet | LineWritten) -> None:
        """The board has done something."""
        match event:
            case PinSet(pin=pin, high=high) if pin in self.pins:
                self._show(pin, high)
            case LineWritten(line=line):
                self.lines.append(line)
                self.line.setText(self.tr("The board writes: {line}").format(line=line))
                self.line.setToolTip(plain_tip("\n".join(self.lines)))
                self.line.setAccessibleName(self.line.text())
                self.show()

    def forget(self) -> None:
        """Another board, or another model."""
        self.lines.clear()
        self.line.setText("")
        self.show_pins(())

    def _show(self, pin: int, high: bool) -> None:
        self.levels[pin] = high
        words = self.tr("GPIO {pin}: high") if high else self.tr("GPIO {pin}: low")
        self.pins[pin].say(words.format(pin=pin), "good" if high else "soft_ink")
