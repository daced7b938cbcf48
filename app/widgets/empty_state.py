"""What a place shows while it has nothing: a picture, a sentence and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.theme.tokens import Space
from app.widgets.basics import button, column, label
from app.widgets.sign import Sign

_SIGN = 48


class EmptyState(QWidget):
    """One sentence, and a button where there is something to do."""

    def __init__(
        self, icon: str, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        layout = column(self, Space.LARGE, Space.WIDE)
        layout.addStretch(1)
        layout.addWidget(Sign(icon, "soft_ink", _SIGN), 0, Qt.AlignmentFlag.AlignCenter)
        self._sentence = label(sentence, "soft", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sentence)
        if do is not None:
            made = button(action, do)
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.setText(sentence)
