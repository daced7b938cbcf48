"""The recent runs, found in a thread, as cards: open, go on, compare, delete."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from app.background import in_background
from app.preferences import Preferences
from app.start.card import RunCard
from app.start.found_runs import FoundRun, read_run, run_folders
from app.start.trash import KEPT_DAYS, Trashed, deleted_runs, purge, purge_old, renamed, take_back, throw_away
from app.theme.tokens import Space
from app.widgets.basics import ScrollArea, button, column, label, row
from app.widgets.dialogs import ask_before, ask_for_text, pop_up_below
from app.widgets.notices import Toast
from app.wording import error_words, size
from core.errors import SqueezeError
from core.runs.cleaning import Cleaned, clean

MOST = 200
"""More runs than that are not shown."""
_NARROWEST = 236
_FIRST = 24
_MOST_IN_BIN = 20
"""A menu with more does not fit a screen."""


class Finder(QObject):
    """`found` brings all runs, newest first, and the deleted ones, each time that `look` was called."""

    found = Signal(list, list)

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._known: dict[Path, tuple[float, FoundRun]] = {}
        self._turn = 0

    def look(self) -> None:
        """Read what is new, and tell."""
        self._turn += 1
        turn, home, recent = self._turn, self._preferences.runs_folder, self._preferences.recent_runs
        homes = self._preferences.trash_homes.union(path.parent for path in recent)
        in_background(self, lambda: self._work(home, recent, homes), lambda work: self._deliver(turn, *work))

    def _work(
        self, home: Path, recent: tuple[Path, ...], homes: frozenset[Path]
    ) -> tuple[list[FoundRun], list[Trashed]]:
        purge_old(homes)
        return [self._run(path) for path in run_folders(home, recent)[:MOST]], deleted_runs(homes)

    def _run(self, path: Path) -> FoundRun:
        stamp = _stamp(path)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        run = read_run(path)
        self._known[path] = (stamp, run)
        return run

    def _deliver(self, turn: int, runs: list[FoundRun], deleted: list[Trashed]) -> None:
        if turn == self._turn:
            self.found.emit(runs, deleted)


def _stamp(path: Path) -> float:
    """Another number whenever a file that is read has changed."""
    stamps = []
    for name in ("run.json", "summary.json", "events.jsonl"):
        try:
            stamps.append((path / name).stat().st_mtime)
        except OSError:
            stamps.append(0.0)
    return sum(stamps)


class Shelf(QWidget):
    """Shows the runs that it is given. `changed` tells that a run was deleted or came back."""

    open_wanted = Signal(object)
    go_on_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    other_run_wanted = Signal()
    deleted = Signal(object)
    renamed = Signal(object, object)
    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, preferences: Preferences, page: QWidget) -> None:
        super().__init__()
        self._preferences = preferences
        self._runs: list[FoundRun] = []
        self._shown = _FIRST
        self._columns = 0
        self._first: FoundRun | None = None
        self._trashed: Trashed | None = None
        self._deleted: list[Trashed] = []
        self.cards: list[RunCard] = []
        outer = column(self, Space.SMALL)
        outer.addLayout(self._head())
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.MEDIUM)
        outer.addWidget(self._scroll(), 1)
        self.toast = Toast(page)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), page)
        undo.activated.connect(self._undo)

    def show_deleted(self, deleted: list[Trashed]) -> None:
        """Offer these runs to be restored."""
        self._deleted = deleted
        self.bin.setVisible(bool(deleted))

    def show_runs(self, runs: list[FoundRun]) -> None:
        """Show these runs, in this order."""
        if runs == self._runs and self.cards:
            return
        focused = self._focused_card()
        self._runs = runs
        self._make_cards()
        if focused is not None:
            self._focus_again(*focused)

    def _focused_card(self) -> tuple[int, Path] | None:
        """The place and the run of the card that has the focus, itself or in a part of it."""
        focus = self.window().focusWidget()
        for place, card in enumerate(self.cards):
            if focus is not None and (card is focus or card.isAncestorOf(focus)):
                return place, card.run.path
        return None

    def _focus_again(self, place: int, path: Path) -> None:
        """Go on at the card of a run; where it is gone, at the one that is in its place now."""
        same = next((card for card in self.cards if card.run.path == path), None)
        there = self.cards[min(place, len(self.cards) - 1)] if self.cards else self.other_run
        (same or there).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()

    def _head(self) -> QHBoxLayout:
        head = row(space=Space.SMALL)
        self._title = label(self.tr("Your runs"), "heading")
        head.addWidget(self._title)
        self._hint = label("", "soft", wrap=True)
        head.addWidget(self._hint, 1)
        self.leave_comparison = button(
            self.tr("Cancel comparison"), self._stop_comparing, "quiet", icon="close"
        )
        self.leave_comparison.hide()
        head.addWidget(self.leave_comparison)
        self.bin = button(
            self.tr("Deleted runs…"),
            self._show_bin,
            "quiet",
            icon="trash",
            tip=self.tr("Restore a deleted run. Deleted runs are kept for %Ln day(s).", None, KEPT_DAYS),
        )
        self.bin.hide()
        head.addWidget(self.bin)
        self.other_run = button(
            self.tr("Open a run…"),
            self.other_run_wanted.emit,
            "quiet",
            icon="folder",
            tip=self.tr("Open a run folder, including runs made on the command line."),
        )
        head.addWidget(self.other_run)
        return head

    def _scroll(self) -> ScrollArea:
        self._area = scroll = ScrollArea(space=Space.MEDIUM)
        inner = scroll.body
        inner.addLayout(self._grid)
        self.more = button(self.tr("Show all"), self._show_all, "quiet")
        inner.addWidget(self.more)
        inner.addStretch(1)
        return scroll

    def _make_cards(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(run) for run in self._runs[: self._shown]]
        hidden = len(self._runs) - len(self.cards)
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("Show {count} more").format(count=hidden))
        self._columns = 0
        self._arrange()
        if self._first not in self._runs:
            self._stop_comparing()
        self._mark()

    def _card(self, run: FoundRun) -> RunCard:
        card = RunCard(run)
        card.open_wanted.connect(self._open)
        card.go_on_wanted.connect(self.go_on_wanted)
        card.compare_wanted.connect(self._compare)
        card.folder_wanted.connect(_show_folder)
        card.rename_wanted.connect(self._ask_for_name)
        card.delete_wanted.connect(self._delete)
        card.clean_wanted.connect(self._clean)
        return card

    def _arrange(self) -> None:
        columns = max(1, (self._area.viewport().width() + Space.MEDIUM) // (_NARROWEST + Space.MEDIUM))
        if columns == self._columns:
            return
        for column_number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column_number, 0)
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column_number in range(columns):
            self._grid.setColumnStretch(column_number, 1)
        self._columns = columns

    def _show_all(self) -> None:
        self._shown = len(self._runs)
        self._make_cards()

    def _open(self, run: FoundRun) -> None:
        if self._first is None:
            self.open_wanted.emit(run)
        else:
            self._compare(run)

    def _compare(self, run: FoundRun) -> None:
        first = self._first
        if first is None:
            self._first = run
            self._hint.setText(self.tr("Choose a run to compare with '{name}'.").format(name=run.name))
            self.leave_comparison.show()
            self._mark()
            return
        if run.last is None:
            return
        self._stop_comparing()
        if run != first:
            self.compare_wanted.emit(first, run)

    def _stop_comparing(self) -> None:
        self._first = None
        self._hint.setText("")
        self.leave_comparison.hide()
        self._mark()

    def _mark(self) -> None:
        for card in self.cards:
            card.choose(card.run == self._first)

    def _delete(self, run: FoundRun) -> None:
        self.toast.finish()
        if run.condition == "missing":
            self._forget(run.path)
            return
        try:
            trashed = throw_away(run.path)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))
            return
        except OSError as error:
            happened = self.tr("'{name}' cannot be deleted.").format(name=run.name)
            self.refused.emit(happened, str(error))
            return
        self._trashed = trashed
        self._preferences.trash_homes |= {run.path.parent}
        self._forget(run.path)
        self.deleted.emit(run.path)
        self.toast.say(
            self.tr("'{name}' was deleted.").format(name=run.name), self.tr("Undo"), self._undo, icon="undo"
        )

    def _clean(self, run: FoundRun) -> None:
        """Remove what can be made again from a run's folder; tens of megabytes take a moment."""
        in_background(self, lambda: _cleaned(run.path), lambda outcome: self._tell_cleaned(run, outcome))

    def _tell_cleaned(self, run: FoundRun, outcome: Cleaned | SqueezeError) -> None:
        if isinstance(outcome, SqueezeError):
            self.refused.emit(*error_words(outcome))
            return
        self.toast.say(
            self.tr("Freed {size} of '{name}'. Models and results are unchanged.").format(
                size=size(outcome.bytes), name=run.name
            ),
            self.tr("Show folder"),
            lambda: _show_folder(run),
            icon="folder",
        )

    def _forget(self, path: Path) -> None:
        self._preferences.forget_run(path)
        self.show_runs([run for run in self._runs if run.path != path])
        self.changed.emit()

    def _ask_for_name(self, run: FoundRun) -> None:
        title, question = self.tr("Rename the run"), self.tr("New name of '{name}':").format(name=run.name)
        ask_for_text(self, title, question, lambda name: self._rename(run, name), run.name)

    def _rename(self, run: FoundRun, name: str) -> None:
        try:
            folder = renamed(run.path, name)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))
            return
        except OSError as error:
            self.refused.emit(self.tr("'{name}' cannot be renamed.").format(name=run.name), str(error))
            return
        self._preferences.forget_run(run.path)
        self._preferences.remember_run(folder)
        self.renamed.emit(run.path, folder)
        self.changed.emit()

    def _show_bin(self) -> None:
        menu, words = QMenu(self), self.tr("Restore '{name}', deleted {when}")
        for one in self._deleted[:_MOST_IN_BIN]:
            when = QLocale().toString(
                QDateTime.fromSecsSinceEpoch(int(one.seconds)), QLocale.FormatType.ShortFormat
            )
            action = menu.addAction(words.format(name=one.path.name, when=when))
            action.triggered.connect(lambda _checked=False, one=one: self._restore(one))
        menu.addSeparator()
        menu.addAction(self.tr("Delete all permanently…")).triggered.connect(self._ask_before_purging)
        pop_up_below(menu, self.bin)

    def _ask_before_purging(self) -> None:
        ask_before(
            self,
            self.tr("Delete permanently?"),
            self.tr("%Ln deleted run(s) will be removed from the disk.", None, len(self._deleted)),
            self.tr("They cannot be restored afterwards."),
            self.tr("Delete permanently"),
            self._purge,
        )

    def _purge(self) -> None:
        deleted = list(self._deleted)
        self._trashed = None
        self.toast.finish()
        in_background(self, lambda: purge(deleted), lambda _: self.changed.emit())

    def _undo(self) -> None:
        trashed, self._trashed = self._trashed, None
        if trashed is not None:
            self.toast.hide()
            self._restore(trashed)

    def _restore(self, trashed: Trashed) -> None:
        if trashed == self._trashed:
            self._trashed = None
            self.toast.finish()
        try:
            self._preferences.remember_run(take_back(trashed))
        except OSError as error:
            happened = self.tr("'{name}' cannot be restored.").format(name=trashed.path.name)
            self.refused.emit(happened, f"{error}; {trashed.place}")
        self.changed.emit()


def _cleaned(path: Path) -> Cleaned | SqueezeError:
    try:
        return clean(path)
    except SqueezeError as error:
        return error


def _show_folder(run: FoundRun) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))
