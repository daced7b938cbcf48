"""About how large the last file will be, with the settings as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.widgets.background import in_background
from core.compression.prediction import PredictedSize, coded_size, predicted_size
from core.reading import read_json, resolved
from core.runs.folder import RunFolder
from core.runs.measuring import NetworkLayer


class _Details(msgspec.Struct, frozen=True):
    predicted_sizes: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()

    def __post_init__(self) -> None:
        """Raises `msgspec.ValidationError` for layers that are none."""
        msgspec.convert(self.layers, resolved(tuple[NetworkLayer, ...]))


@dataclass(frozen=True)
class _Known:
    """What the run in `folder` has told: a table of its Train stage, the layers of its Prune stage."""

    folder: RunFolder | None = None
    table: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()


class ExpectedSize(QObject):
    """Reads what finished stages left of it, in a thread; `changed` when `bytes` is another."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known = _Known()
        self.bytes: int | None = None
        session.opened.connect(self._look)
        session.stage_ended.connect(self._look)
        session.settings_changed.connect(self._tell)
        self._look()

    def with_bits(self, weight_bits: int) -> int | None:
        """What it would be with these weight bits; None before the Prune stage is finished."""
        record, settings = self._session.record, self._session.settings
        is_pruned = record is not None and record.is_done("prune") and record.settings.prune == settings.prune
        quantizing = msgspec.structs.replace(settings.quantize, weight_bits=weight_bits)
        return coded_size(self._known.layers, quantizing) if is_pruned and self._known.layers else None

    def _look(self, _stage: str = "") -> None:
        folder = self._session.folder
        if folder is None:
            self._take(_Known())
            return
        in_background(self, lambda: _known(folder), self._take)

    def _take(self, known: _Known) -> None:
        if known.folder == self._session.folder:
            self._known = known
            self._tell()

    def _tell(self) -> None:
        settings, table, before = self._session.settings, self._known.table, self.bytes
        by_sparsity = predicted_size(table, settings.prune.sparsity) if table else None
        self.bytes = self.with_bits(settings.quantize.weight_bits) or by_sparsity
        if self.bytes != before or self._known.layers:
            self.changed.emit()


def _known(folder: RunFolder) -> _Known:
    trained, pruned = _read(folder.details("train")), _read(folder.details("prune"))
    return _Known(folder, trained.predicted_sizes, pruned.layers)


def _read(path: Path) -> _Details:
    try:
        return read_json(path, _Details)
    except (OSError, msgspec.DecodeError):
        return _Details()
