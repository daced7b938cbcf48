"""What a place says for itself: what went wrong, that it has nothing to show, what was just done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.theme.tokens import Space
from app.widgets.basics import Button, Sign, button, card, column, label, restyle, row

Severity = Literal["good", "warning", "bad"]
_BANNER_SIGN = 20
_ICONS = {"good": "check", "warning": "warning", "bad": "bad"}
_EMPTY_SIGN = 48
_TOAST_SECONDS = 20
_DETAIL_HEIGHT = 110


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
        """Show `happened` and, below it, `remedy` and buttons; one more button folds out `detail`."""
        self.silence()
        self.severity, self.happened, self.remedy = severity, happened, remedy
        frame = card(severity)
        line = row(frame, Space.MEDIUM, Space.MEDIUM)
        line.addWidget(Sign(_ICONS[severity], severity, _BANNER_SIGN))
        words = column(space=Space.HAIR)
        words.addWidget(label(happened, "heading" if severity == "bad" else "body", wrap=True))
        if remedy:
            words.addWidget(label(remedy, wrap=True))
        line.addLayout(words, 1)
        for action in actions:
            line.addWidget(button(action.text, action.do))
        if detail:
            self._add_detail(words, line, detail)
        frame.setAccessibleName(f"{happened} {remedy}".strip())
        self._outer.addWidget(frame)
        self._frame = frame
        self.show()
        restyle(frame)

    def _add_detail(self, words: QVBoxLayout, line: QHBoxLayout, detail: str) -> None:
        place = QPlainTextEdit(detail)
        place.setReadOnly(True)
        place.setFixedHeight(_DETAIL_HEIGHT)
        place.setAccessibleName(self.tr("Details"))
        place.hide()
        words.addWidget(place)
        opener: Button = button(self.tr("Details"), lambda: place.setVisible(opener.isChecked()), "quiet")
        opener.setCheckable(True)
        line.addWidget(opener)

    def silence(self) -> None:
        """Take back what was said."""
        self.severity, self.happened, self.remedy = None, "", ""
        self.hide()
        if self._frame is not None:
            self._outer.removeWidget(self._frame)
            self._frame.deleteLater()
            self._frame = None


class EmptyState(QWidget):
    """One sentence, and a button where there is something to do."""

    def __init__(
        self, icon: str, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        layout = column(self, Space.LARGE, Space.WIDE)
        layout.addStretch(1)
        layout.addWidget(Sign(icon, "soft_ink", _EMPTY_SIGN), 0, Qt.AlignmentFlag.AlignCenter)
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


class Toast(QWidget):
    """Hidden until `say`. It stays while it is pointed at or has the focus."""

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
        self._timer.setInterval(_TOAST_SECONDS * 1000)
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

    def event(self, event: QEvent) -> bool:
        """Qt: anything. What has just been said may need another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        self._do()

    def _go(self) -> None:
        self._timer.stop()
        self.hide()

    def _place(self) -> None:
        self.adjustSize()
        page = self._page.rect()
        self.move((page.width() - self.width()) // 2, page.height() - self.height() - Space.WIDE)
