"""What went wrong, or is worth knowing: what happened, what to do, and buttons that do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QFrame, QWidget

from app.theme.tokens import Space
from app.widgets.basics import button, card, column, label, restyle, row
from app.widgets.sign import Sign

Severity = Literal["good", "warning", "bad"]
_SIGN = 20
_ICONS = {"good": "check", "warning": "warning", "bad": "bad"}


@dataclass(frozen=True)
class Action:
    """A button of a banner."""

    text: str
    do: Callable[[], object]


class Banner(QWidget):
    """Hidden until it has something to say. Read out when it appears."""

    def __init__(self) -> None:
        super().__init__()
        self._outer = column(self)
        self._frame: QFrame | None = None
        self.severity: Severity | None = None
        self.happened = ""
        self.remedy = ""
        self.hide()

    def say(
        self,
        severity: Severity,
        happened: str,
        remedy: str = "",
        actions: Sequence[Action] = (),
        detail: str = "",
    ) -> None:
        """Show `happened` and, below it, `remedy` and buttons; `detail` is shown when pointed at."""
        self.silence()
        self.severity, self.happened, self.remedy = severity, happened, remedy
        frame = card(severity)
        line = row(frame, Space.MEDIUM, Space.MEDIUM)
        line.addWidget(Sign(_ICONS[severity], severity, _SIGN))
        words = column(space=Space.HAIR)
        words.addWidget(label(happened, "heading" if severity == "bad" else "body", wrap=True))
        if remedy:
            words.addWidget(label(remedy, wrap=True))
        line.addLayout(words, 1)
        for action in actions:
            line.addWidget(button(action.text, action.do))
        if detail:
            frame.setToolTip(detail)
        frame.setAccessibleName(f"{happened} {remedy}".strip())
        self._outer.addWidget(frame)
        self._frame = frame
        self.show()
        restyle(frame)

    def silence(self) -> None:
        """Take back what was said."""
        self.severity, self.happened, self.remedy = None, "", ""
        self.hide()
        if self._frame is not None:
            self._outer.removeWidget(self._frame)
            self._frame.deleteLater()
            self._frame = None
