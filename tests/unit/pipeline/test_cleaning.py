"""A run's folder without what can be made again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.errors import RUN_NOT_FOUND, SqueezeError
from core.pipeline.cleaning import clean
from core.pipeline.record import StageRecord, fingerprints, new_record
from core.pipeline.run_folder import RunFolder
from core.settings import RunSettings, Stage

KEPT = ("run.json", "float.keras", "details/train.json", "samples.npz", "checkpoints/prune-last.npz")
REMOVABLE = {
    "model.img": 1000,
    "report.html": 200,
    "checkpoints/train-last.npz": 30,
    "logs/train/events.1": 4,
}


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    """A run that is trained, and was stopped while it was pruned."""
    folder = RunFolder(tmp_path / "run")
    settings = RunSettings()
    record = new_record(settings)
    prints = fingerprints(settings)
    stage: Stage
    for stage, state in (("train", "done"), ("prune", "started")):
        begun = StageRecord(fingerprint=prints[stage])
        record = record.with_stage(stage, msgspec.structs.replace(begun, state=state))
    for name in KEPT:
        write(folder.path / name, 7)
    for name, size in REMOVABLE.items():
        write(folder.path / name, size)
    folder.write_record(record)
    return folder


def write(path: Path, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(size))


def test_what_can_be_made_again_goes_and_everything_else_stays(run: RunFolder) -> None:
    cleaned = clean(run.path)
    assert cleaned.bytes == sum(REMOVABLE.values())
    assert set(cleaned.removed) == {"model.img", "report.html", "checkpoints/train-last.npz", "logs"}
    assert all((run.path / name).exists() for name in KEPT)
    assert not any((run.path / name).exists() for name in REMOVABLE)


def test_a_clean_run_is_left_as_it_is(run: RunFolder) -> None:
    clean(run.path)
    assert clean(run.path).removed == ()


def test_a_folder_that_is_no_run_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path / "model.img", 9)
    with pytest.raises(SqueezeError) as caught:
        clean(tmp_path)
    assert caught.value.kind is RUN_NOT_FOUND
    assert (tmp_path / "model.img").exists()
