"""Down the left: the six steps and how far each is, and below them the result."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from app.step import STEPS, Step, StepName
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import Button, column, divider

_WIDTH = 184
_MARK = 16
_MARKS = {
    "done": ("check", "good"),
    "running": ("running", "accent"),
    "interrupted": ("pause", "warning"),
    "stale": ("stale", "soft_ink"),
}


class StepButton(Button):
    """A step: its sign and name, and at the right how far it is."""

    def __init__(self, step: Step) -> None:
        super().__init__(step.title if step.number is None else f"{step.number}  {step.title}")
        self.setProperty("kind", "step")
        self.setCheckable(True)
        self.draw(step.name)
        self.setAccessibleName(self.text())
        self._sentence = step.sentence
        self._mark = ""
        self.setToolTip(step.sentence)

    @property
    def mark(self) -> str:
        """How far the step is, '' when there is nothing to say."""
        return self._mark

    def show_mark(self, mark: str, words: str) -> None:
        """Show how far the step is; `words` says it to who points at it or listens."""
        self._mark = mark
        self.setAccessibleDescription(words)
        self.setToolTip(f"{self._sentence}\n{words}".strip())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: room for the name, bold as it is while the page is open, and for the mark."""
        wanted, bold = super().sizeHint(), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        advance = self.fontMetrics().horizontalAdvance(self.text())
        more = max(0, QFontMetrics(bold).horizontalAdvance(self.text()) - advance)
        return QSize(wanted.width() + more + Space.SMALL + _MARK, wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the button is to be painted."""
        super().paintEvent(event)
        if self._mark not in _MARKS:
            return
        name, color = _MARKS[self._mark]
        place = QRect(self.width() - _MARK - Space.MEDIUM, (self.height() - _MARK) // 2, _MARK, _MARK)
        painter = QPainter(self)
        the_theme().icon(name, color).paint(painter, place)
        painter.end()


class StepList(QFrame):
    """A button for each step; a step that cannot be shown yet is disabled.

    They are in no QButtonGroup: of a group's buttons the Tab key reaches one.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.HAIR)
        layout.setContentsMargins(Space.MEDIUM, Space.LARGE, Space.MEDIUM, Space.LARGE)
        self.buttons: dict[StepName, StepButton] = {}
        for step in STEPS:
            if step.number is None:
                layout.addWidget(divider())
            made = StepButton(step)
            made.clicked.connect(partial(self._choose, step.name))
            layout.addWidget(made)
            self.buttons[step.name] = made
            made.setEnabled(False)
        layout.addStretch(1)
        self.setFixedWidth(max(_WIDTH, self.sizeHint().width()))

    def mark(self, name: StepName, mark: str, can_open: bool, words: str) -> None:
        """Show how far a step is and whether its page can be opened."""
        self.buttons[name].setEnabled(can_open)
        self.buttons[name].show_mark(mark, words)

    def choose(self, name: StepName | None) -> None:
        """Show a step as the one whose page is open, or none."""
        for step, made in self.buttons.items():
            made.setChecked(step == name)

    def _choose(self, name: StepName, _checked: bool = False) -> None:
        self.chosen.emit(name)
