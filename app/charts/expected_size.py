"""About how large the last file will be, with the settings as they are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.widgets.background import in_background


class _Expected(msgspec.Struct, frozen=True):
    sparsity: float
    bytes: int


class _TrainDetails(msgspec.Struct, frozen=True):
    predicted_sizes: tuple[_Expected, ...] = ()


class ExpectedSize(QObject):
    """Reads what the Train stage left of it, in a thread; `changed` when `bytes` is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._table: tuple[_Expected, ...] = ()
        self.bytes: int | None = None
        session.opened.connect(self._look)
        session.stage_ended.connect(lambda _stage: self._look())
        session.settings_changed.connect(self._tell)
        self._look()

    def _look(self) -> None:
        folder = self._session.folder
        if folder is None:
            self._take((None, ()))
            return
        path = folder.details("train")
        in_background(self, lambda: (path, _read(path)), self._take)

    def _take(self, answer: tuple[Path | None, tuple[_Expected, ...]]) -> None:
        path, table = answer
        folder = self._session.folder
        if path == (folder.details("train") if folder else None):
            self._table = table
            self._tell()

    def _tell(self) -> None:
        expected = size_at(self._table, self._session.settings.prune.sparsity)
        if expected != self.bytes:
            self.bytes = expected
            self.changed.emit()


def size_at(table: tuple[_Expected, ...], sparsity: float) -> int | None:
    """The size at a sparsity, on the line between the two nearest in the table."""
    for low, high in pairwise(table):
        if low.sparsity <= sparsity <= high.sparsity:
            share = (sparsity - low.sparsity) / (high.sparsity - low.sparsity)
            return round(low.bytes + share * (high.bytes - low.bytes))
    return None


def _read(path: Path) -> tuple[_Expected, ...]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_TrainDetails).predicted_sizes
    except (OSError, msgspec.DecodeError):
        return ()
