"""Finds runs and reads them in a thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.preferences import Preferences
from app.start.found_runs import FoundRun, read_run, run_folders
from app.start.trash import purge_forgotten
from app.widgets.background import in_background

MOST = 200
"""More runs than that are not shown."""


class Finder(QObject):
    """`found` brings all runs, newest first, each time that `look` was called."""

    found = Signal(list)

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._known: dict[Path, tuple[float, FoundRun]] = {}
        self._turn = 0

    def look(self) -> None:
        """Read what is new, and tell."""
        self._turn += 1
        turn, home, recent = self._turn, self._preferences.runs_folder, self._preferences.recent_runs
        in_background(self, lambda: self._work(home, recent), lambda runs: self._deliver(turn, runs))

    def _work(self, home: Path, recent: tuple[Path, ...]) -> list[FoundRun]:
        purge_forgotten({home, *(path.parent for path in recent)})
        return [self._run(path) for path in run_folders(home, recent)[:MOST]]

    def _run(self, path: Path) -> FoundRun:
        stamp = _stamp(path)
        known = self._known.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        run = read_run(path)
        self._known[path] = (stamp, run)
        return run

    def _deliver(self, turn: int, runs: list[FoundRun]) -> None:
        if turn == self._turn:
            self.found.emit(runs)


def _stamp(path: Path) -> float:
    """Another number whenever a file that is read has changed."""
    stamps = []
    for name in ("run.json", "summary.json", "events.jsonl"):
        try:
            stamps.append((path / name).stat().st_mtime)
        except OSError:
            stamps.append(0.0)
    return sum(stamps)
