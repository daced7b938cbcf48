"""A short notice over a page that goes by itself, with a button as long as it is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.theme.tokens import Space
from app.widgets.basics import Button, button, card, label, row

_SECONDS = 8


class Toast(QWidget):
    """Hidden until `say`. It stays while it is pointed at or has the focus; `gone`: it went unused."""

    gone = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        outer = row(self, 0)
        self._frame: QFrame = card("raised")
        outer.addWidget(self._frame)
        line = row(self._frame, Space.LARGE)
        line.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        self.text = label()
        line.addWidget(self.text)
        self.action: Button = button("", self._act, "quiet")
        line.addWidget(self.action)
        self._do: Callable[[], object] = lambda: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self._go)
        page.installEventFilter(self)
        self.action.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str, do: Callable[[], object], icon: str = "") -> None:
        """Show `text` with a button; what was shown before is gone."""
        if self.isVisible():
            self._go()
        self.text.setText(text)
        self.action.setText(action)
        self.action.setAccessibleName(f"{text} {action}")
        if icon:
            self.action.draw(icon)
        self._do = do
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def finish(self) -> None:
        """Go now, unused."""
        if self.isVisible():
            self._go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: something happens to the page, or to the button."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.action and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.action and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def enterEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the pointer comes."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the pointer goes."""
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        self._do()

    def _go(self) -> None:
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def _place(self) -> None:
        self.adjustSize()
        page = self._page.rect()
        self.move((page.width() - self.width()) // 2, page.height() - self.height() - Space.WIDE)
