"""Down the left: the six steps and how far each is."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame

from app.step import STEPS, StepName
from app.theme.tokens import Space
from app.widgets.basics import Button, button, column, label

Mark = Literal["none", "ready", "running", "interrupted", "done", "stale"]
_MARKS = {"done": "  ✓", "running": "  …", "interrupted": "  ‖", "stale": "  ↻"}
_WIDTH = 176


class StepList(QFrame):
    """A button for each step; a step that cannot be shown yet is disabled."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        layout = column(self, Space.HAIR)
        layout.setContentsMargins(Space.MEDIUM, Space.LARGE, Space.MEDIUM, Space.LARGE)
        self._group = QButtonGroup(self)
        self.buttons: dict[StepName, Button] = {}
        for number, step in enumerate(STEPS, 1):
            made = button("", partial(self.chosen.emit, step.name))
            made.setProperty("kind", "step")
            made.setCheckable(True)
            made.draw(step.name)
            made.setToolTip(step.sentence)
            self._group.addButton(made)
            layout.addWidget(made)
            self.buttons[step.name] = made
            self._write(step.name, f"{number}  {step.title}")
        layout.addStretch(1)
        self.note = label("", "caption", wrap=True)
        layout.addWidget(self.note)

    def mark(self, name: StepName, mark: Mark, can_open: bool, words: str) -> None:
        """Show how far a step is; `words` says it to who points at it or listens."""
        number = [step.name for step in STEPS].index(name)
        step = STEPS[number]
        self._write(name, f"{number + 1}  {step.title}{_MARKS.get(mark, '')}")
        made = self.buttons[name]
        made.setEnabled(can_open)
        made.setAccessibleDescription(words)
        made.setToolTip(f"{step.sentence}\n{words}".strip())

    def choose(self, name: StepName | None) -> None:
        """Show a step as the one whose page is open, or none."""
        if name is not None:
            self.buttons[name].setChecked(True)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def _write(self, name: StepName, text: str) -> None:
        self.buttons[name].setText(text)
        self.buttons[name].setAccessibleName(text.rstrip(" ✓…‖↻"))
