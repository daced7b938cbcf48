"""What was found in the images, each with buttons that mend it, and what was mended already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu

from app.theme.tokens import Space
from app.widgets.basics import Button, ScrollArea, Sign, button, card, clear, column, label, row
from app.widgets.dialogs import pop_up_below
from app.widgets.notices import EmptyState
from app.wording import finding_words, whole
from core.events import Finding, Fix
from core.runs.dataset_report import DataReport
from core.settings import DataSettings

Kind = Literal["leave-out", "set-aside", "merge", "mix"]
_MOST = 60
_SIGN = 20


@dataclass(frozen=True)
class Change:
    """Something that was set: classes or images that are not used, a class that is used as another.

    Or all images are divided anew: then there are no names.
    """

    kind: Kind
    names: tuple[str, ...] = ()
    target: str = ""

    @property
    def is_of_images(self) -> bool:
        """Whether it is about single images rather than a class."""
        return bool(self.names) and "/" in self.names[0]


def leaving_out(settings: DataSettings, names: Iterable[str]) -> dict[str, Any]:
    """The settings in which these classes or images are left out."""
    return {"leave_out": _with(settings.leave_out, names)}


def merging(settings: DataSettings, name: str, target: str) -> dict[str, Any]:
    """The settings in which a class is used as another one."""
    return {"merge": settings.merge | {name: target}}


def mixing() -> dict[str, Any]:
    """The settings in which the images are divided anew, near copies kept together."""
    return {"split": "mixed"}


def changes_of(settings: DataSettings, report: DataReport | None) -> list[Change]:
    """What is mixed, left out, set aside and merged: classes one by one, images together."""
    changes = [Change("mix")] if settings.split == "mixed" else []
    chosen: tuple[tuple[Kind, Sequence[str]], ...] = (
        ("leave-out", settings.leave_out),
        ("set-aside", _aside(settings, report)),
    )
    for kind, names in chosen:
        changes += [Change(kind, (name,)) for name in names if "/" not in name]
        images = tuple(name for name in names if "/" in name)
        if images:
            changes.append(Change(kind, images))
    return changes + [Change("merge", (name,), target) for name, target in settings.merge.items()]


def without(settings: DataSettings, change: Change, report: DataReport | None) -> dict[str, Any]:
    """The settings in which a change is taken back."""
    gone = frozenset(change.names)
    match change.kind:
        case "leave-out":
            return {"leave_out": tuple(name for name in settings.leave_out if name not in gone)}
        case "set-aside":
            return {"set_aside": tuple(name for name in _aside(settings, report) if name not in gone)}
        case "merge":
            return {"merge": {name: to for name, to in settings.merge.items() if name not in gone}}
        case "mix":
            return {"split": "own"}


def using_again(settings: DataSettings, names: Sequence[str], report: DataReport | None) -> dict[str, Any]:
    """The settings in which classes or images are neither left out nor set aside."""
    taken = without(settings, Change("leave-out", tuple(names)), report)
    if not frozenset(names).isdisjoint(_aside(settings, report)):
        taken |= without(settings, Change("set-aside", tuple(names)), report)
    return taken


def _aside(settings: DataSettings, report: DataReport | None) -> tuple[str, ...]:
    """What is set aside: what was said, or else what the data set has as clutter."""
    if settings.set_aside is not None:
        return settings.set_aside
    return tuple(group.name for group in report.classes if group.role == "set-aside") if report else ()


def _with(old: tuple[str, ...], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *names)))


class FindingsList(ScrollArea):
    """Signals only. A fix comes with the finding's number among those that `show_findings` was given."""

    fix_wanted = Signal(int, str, str)
    images_wanted = Signal(int)
    undo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(space=Space.SMALL)
        self.setAccessibleName(self.tr("Findings"))
        self._rows = self.body
        self._classes: tuple[str, ...] = ()

    def show_findings(
        self, findings: Sequence[Finding], changes: Sequence[Change], classes: Sequence[str]
    ) -> None:
        """Show what was found, and what has been changed.

        What stops everything comes first, and before it what takes no image away: splitting again.
        """
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        clear(self._rows)
        self._classes = tuple(classes)
        stops = any(one.stops for one in findings)
        order = sorted(
            range(len(findings)),
            key=lambda number: (
                not (stops and "mix" in findings[number].fixes),
                not findings[number].stops,
            ),
        )
        for number in order[:_MOST]:
            self._rows.addWidget(self._finding(number, findings[number]))
        if len(order) > _MOST:
            more = self.tr("More of the same kind: {count}").format(count=len(order) - _MOST)
            self._rows.addWidget(label(more, "soft"))
        if changes:
            self._rows.addWidget(label(self.tr("Your changes"), "heading"))
            self._rows.addWidget(label(self.tr("Your own folder does not change."), "caption"))
            for change in changes:
                self._rows.addWidget(self._change(change))
        if not findings and not changes:
            self._rows.addWidget(EmptyState("check", self.tr("No problems with these images.")), 1)
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
        words = finding_words(finding)
        frame, line = _line("bad" if finding.stops else "warning" if finding.fixes else "info")
        frame.setAccessibleName(words)
        inner = column(space=Space.HAIR)
        inner.addWidget(label(words, wrap=True))
        actions = row(space=Space.MEDIUM)
        for fix in sorted(finding.fixes, key=lambda fix: fix != "mix"):
            if fix == "set-aside":
                # The window excludes; only the command line tells apart what stays listed and what does not.
                continue
            actions.addWidget(self._fix(number, finding, fix, words))
        if finding.paths:
            show = button(self.tr("Show"), partial(self.images_wanted.emit, number), "link")
            show.setAccessibleName(f"{show.text()}: {words}")
            actions.addWidget(show)
        if actions.count():
            actions.addStretch(1)
            inner.addLayout(actions)
        line.addLayout(inner, 1)
        return frame

    def _fix(self, number: int, finding: Finding, fix: Fix, words: str) -> Button:
        texts = {
            "leave-out": (self.tr("Exclude"), self.tr("Do not use them. Nothing in your folder changes.")),
            "merge": (self.tr("Merge"), self.tr("Use both as one class.")),
            "mix": (
                self.tr("Split again"),
                self.tr("Split all images randomly instead of by your folders. Near copies stay together."),
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
        pop_up_below(menu, below)

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
            return self.tr("All images are split again.")
        if change.kind == "merge":
            return self.tr("'{name}' is used as '{target}'.").format(
                name=change.names[0], target=change.target
            )
        if change.is_of_images:
            return self.tr("Excluded images: {count}").format(count=whole(len(change.names)))
        return self.tr("'{name}' is excluded.").format(name=change.names[0])


def _line(sign: str) -> tuple[QFrame, QHBoxLayout]:
    colors = {"bad": "bad", "warning": "warning", "info": "soft_ink", "check": "good"}
    frame = card()
    line = row(frame, Space.MEDIUM)
    line.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
    line.addWidget(Sign(sign, colors[sign], _SIGN))
    return frame, line
