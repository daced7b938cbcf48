"""What was found in the pictures, each with buttons that mend it, and what was mended already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from app.steps.data.finding_words import words_of
from app.steps.data.fixes import Change
from app.theme.tokens import Space
from app.widgets.basics import Button, button, card, clear, column, label, row
from app.widgets.empty_state import EmptyState
from app.widgets.sign import Sign
from core.events import Finding, Fix

_MOST = 60
_SIGN = 20


class FindingsList(QScrollArea):
    """Signals only. A fix comes with the finding's number among those that `show_findings` was given."""

    fix_wanted = Signal(int, str, str)
    pictures_wanted = Signal(int)
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Findings"))
        content = QWidget()
        content.setObjectName("ground")
        self._rows = column(content, Space.SMALL)
        self.setWidget(content)
        self._classes: tuple[str, ...] = ()

    def show_findings(
        self, findings: Sequence[Finding], changes: Sequence[Change], classes: Sequence[str]
    ) -> None:
        """Show what was found, what stops everything first, and what has been changed."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        clear(self._rows)
        self._classes = tuple(classes)
        order = sorted(range(len(findings)), key=lambda number: not findings[number].stops)
        for number in order[:_MOST]:
            self._rows.addWidget(self._finding(number, findings[number]))
        if len(order) > _MOST:
            more = self.tr("More of the same kinds: {count}").format(count=len(order) - _MOST)
            self._rows.addWidget(label(more, "soft"))
        if changes:
            self._rows.addWidget(label(self.tr("What you have changed"), "heading"))
            self._rows.addWidget(label(self.tr("Your own folder stays as it is."), "caption"))
            for change in changes:
                self._rows.addWidget(self._change(change))
        if not findings and not changes:
            self._rows.addWidget(EmptyState("check", self.tr("Nothing is wrong with these pictures.")), 1)
        else:
            self._rows.addStretch(1)
        if has_focus:
            self._focus_first()

    def _focus_first(self) -> None:
        """Keys go on at the top: the button that was pressed is gone."""
        for index in range(self._rows.count()):
            item = self._rows.itemAt(index)
            frame = item.widget() if item is not None else None
            first = frame.findChild(Button) if frame is not None else None
            if first is not None:
                first.setFocus()
                return

    def _finding(self, number: int, finding: Finding) -> QFrame:
        words = words_of(finding)
        frame, line = _line("bad" if finding.stops else "warning" if finding.fixes else "info")
        frame.setAccessibleName(words)
        inner = column(space=Space.HAIR)
        inner.addWidget(label(words, wrap=True))
        actions = row(space=Space.MEDIUM)
        for fix in finding.fixes:
            actions.addWidget(self._fix(number, finding, fix, words))
        if finding.paths:
            show = button(self.tr("Show them"), partial(self.pictures_wanted.emit, number), "link")
            show.setAccessibleName(f"{show.text()}: {words}")
            actions.addWidget(show)
        if actions.count():
            actions.addStretch(1)
            inner.addLayout(actions)
        line.addLayout(inner, 1)
        return frame

    def _fix(self, number: int, finding: Finding, fix: Fix, words: str) -> Button:
        texts = {
            "leave-out": (self.tr("Leave out"), self.tr("Do not use them; nothing in your folder changes.")),
            "set-aside": (self.tr("Set aside"), self.tr("Do not use them, but keep them listed.")),
            "merge": (self.tr("Merge"), self.tr("Use both as one class.")),
            "mix": (
                self.tr("Mix and split again"),
                self.tr("Divide all pictures anew instead of as your folders do; near copies stay together."),
            ),
        }
        text, tip = texts[fix]
        if fix == "merge" and finding.partner:
            text = self.tr("Merge into '{name}'").format(name=finding.partner)
        made = button(text, lambda: None, "link", tip=tip)
        made.clicked.disconnect()
        if fix == "merge" and not finding.partner:
            made.setText(self.tr("Merge with…"))
            made.clicked.connect(
                lambda _checked=False: self._offer_partners(number, finding.class_name, made)
            )
        else:
            made.clicked.connect(partial(self._tell, number, fix, finding.partner))
        made.setAccessibleName(f"{made.text()}: {words}")
        return made

    def _tell(self, number: int, fix: str, partner: str, _checked: bool = False) -> None:
        self.fix_wanted.emit(number, fix, partner)

    def _offer_partners(self, number: int, name: str, below: Button) -> None:
        menu = QMenu(self)
        for other in self._classes:
            if other != name:
                menu.addAction(other).triggered.connect(partial(self._tell, number, "merge", other))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _change(self, change: Change) -> QFrame:
        words = self._words(change)
        frame, line = _line("check")
        line.addWidget(label(words, wrap=True), 1)
        undo = button(self.tr("Undo"), partial(self.undo_wanted.emit, change), "link", icon="undo")
        undo.setAccessibleName(f"{undo.text()}: {words}")
        line.addWidget(undo)
        return frame

    def _words(self, change: Change) -> str:
        if change.kind == "mix":
            return self.tr("All pictures are mixed and split again.")
        if change.kind == "merge":
            return self.tr("'{name}' is used as '{target}'.").format(
                name=change.names[0], target=change.target
            )
        if change.is_of_pictures:
            texts = {
                "leave-out": self.tr("Pictures left out: {count}"),
                "set-aside": self.tr("Pictures set aside: {count}"),
            }
            return texts[change.kind].format(count=f"{len(change.names):,}")
        texts = {
            "leave-out": self.tr("'{name}' is left out."),
            "set-aside": self.tr("'{name}' is set aside."),
        }
        return texts[change.kind].format(name=change.names[0])


def _line(sign: str) -> tuple[QFrame, QHBoxLayout]:
    colours = {"bad": "bad", "warning": "warning", "info": "soft_ink", "check": "good"}
    frame = card()
    line = row(frame, Space.MEDIUM)
    line.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
    line.addWidget(Sign(sign, colours[sign], _SIGN))
    return frame, line
