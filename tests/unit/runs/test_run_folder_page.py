"""The page about the run folder names every field that is written."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from core.compression.histograms import SymbolCount, TableHistogram
from core.compression.prediction import PredictedSize
from core.compression.pruning_plan import Level, Trial
from core.compression.sizes import Inspection, LayerInspection
from core.evaluation.changes import ChangedAnswer, Changes, ClassProbability
from core.evaluation.confusion import ClassScore, Mistake
from core.runs.data import DataRecord
from core.runs.folder import STAGE_FILES
from core.runs.record import RunRecord, StageRecord
from core.runs.stage_details import HuffmanDetails, Proofs, PruneDetails, QuantizeDetails
from core.runs.summary import (
    AccuracyEstimate,
    BoardFigures,
    DatasetFigures,
    NearestFit,
    NetworkFigures,
    References,
    StageFigures,
    Summary,
)
from core.runs.yardstick import YardstickRecord
from core.settings import RunSettings

PAGE = Path(__file__).parents[3] / "docs" / "run-folder.md"
WRITTEN: tuple[type[msgspec.Struct], ...] = (
    *(RunRecord, StageRecord, RunSettings, DataRecord),
    *(Summary, DatasetFigures, NetworkFigures, StageFigures, References, BoardFigures, NearestFit),
    *(AccuracyEstimate, YardstickRecord),
    *(PruneDetails, QuantizeDetails, HuffmanDetails, LayerInspection, ClassScore, Mistake),
    *(PredictedSize, Level, Trial, Changes, ChangedAnswer, ClassProbability),
    *(TableHistogram, SymbolCount, Inspection, Proofs),
)


@pytest.fixture(scope="module")
def named() -> set[str]:
    """What stands between backquotes, dotted names part by part."""
    return {
        part
        for quoted in re.findall(r"`([^`\n]+)`", PAGE.read_text())
        for part in re.split(r"[.\[\]/ ]+", quoted)
    }


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.__name__)
def test_every_field_is_named(kind: type[msgspec.Struct], named: set[str]) -> None:
    written = [field.encode_name for field in msgspec.structs.fields(kind)]
    assert [name for name in written if name not in named] == []


@pytest.mark.parametrize("name", ["layer", "weight_snr_db", "output_snr_db", "plain_bytes", "filters_before"])
def test_what_layers_have_beside_that_is_named(name: str, named: set[str]) -> None:
    assert name in named


def test_every_model_file_is_named() -> None:
    text = PAGE.read_text()
    assert all(f"`{name}`" in text for name in STAGE_FILES.values())
