"""About how large the last file of a run will be, from what its finished stages have left in its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core.compression.prediction import PredictedSize, coded_size, predicted_size
from core.reading import read_json, resolved
from core.runs.folder import RunFolder
from core.runs.measuring import NetworkLayer
from core.runs.record import RunRecord
from core.settings import RunSettings


class _Details(msgspec.Struct, frozen=True):
    """What matters here of details/<stage>.json."""

    predicted_sizes: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()

    def __post_init__(self) -> None:
        """Raises `msgspec.ValidationError` for layers that are none."""
        msgspec.convert(self.layers, resolved(tuple[NetworkLayer, ...]))


@dataclass(frozen=True)
class SizeBasis:
    """What the run in `folder` has told: a table of its Train stage, the layers of its Prune stage."""

    folder: RunFolder | None = None
    table: tuple[PredictedSize, ...] = ()
    layers: tuple[Mapping[str, object], ...] = ()

    @classmethod
    def of(cls, folder: RunFolder) -> SizeBasis:
        """Read a run's folder; what cannot be read there is left out."""
        trained, pruned = _read(folder.details("train")), _read(folder.details("prune"))
        return cls(folder, trained.predicted_sizes, pruned.layers)

    def after_pruning(self, record: RunRecord | None, settings: RunSettings, weight_bits: int) -> int | None:
        """Bytes of huffman.tflite with these weight bits; None before pruning is done with these settings."""
        is_pruned = record is not None and record.is_done("prune") and record.settings.prune == settings.prune
        if not is_pruned or not self.layers:
            return None
        return coded_size(self.layers, msgspec.structs.replace(settings.quantize, weight_bits=weight_bits))

    def expected(self, record: RunRecord | None, settings: RunSettings) -> int | None:
        """Bytes of huffman.tflite with the settings as they are; None while nothing tells."""
        pruned = self.after_pruning(record, settings, settings.quantize.weight_bits)
        by_sparsity = predicted_size(self.table, settings.prune.sparsity) if self.table else None
        return pruned or by_sparsity


def _read(path: Path) -> _Details:
    try:
        return read_json(path, _Details)
    except (OSError, msgspec.DecodeError):
        return _Details()
