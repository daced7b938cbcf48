"""A finished stage's details, read from the run's folder in a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.widgets.background import in_background
from core.runs.folder import RunFolder
from core.runs.stage_details import SomeDetails, read_details
from core.settings import Stage

_Version = tuple[str, int]


class DetailsReader(QObject):
    """Reads details/<stage>.json and hands it over, once for each time that the stage has finished.

    `take` gets a value of `kind`, or None when the stage has no readable details.
    """

    def __init__(
        self,
        stage: Stage,
        kind: type[SomeDetails],
        take: Callable[[SomeDetails | None], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stage: Stage = stage
        self._kind: type[Any] = kind
        self._take: Callable[[Any], object] = take
        self._asked: _Version | None = None

    def read(self, folder: RunFolder | None) -> None:
        """Have the details of a run read, unless they have been."""
        version = _version(folder, self._stage)
        if folder is None or version is None:
            self._asked = None
            self._take(None)
        elif version != self._asked:
            self._asked = version
            in_background(
                self, lambda: (version, read_details(folder, self._stage, self._kind)), self._arrived
            )

    def _arrived(self, answer: tuple[_Version, Any]) -> None:
        version, details = answer
        if version == self._asked:
            self._take(details)


def _version(folder: RunFolder | None, stage: Stage) -> _Version | None:
    """Which file it is, and when it was written; None where there is none."""
    if folder is None:
        return None
    path = folder.details(stage)
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError:
        return None
