"""A run's folder without what can be made again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.commands.clean import cleaned_text
from core.errors import SqueezeError
from core.runs.cleaning import clean
from core.runs.folder import RunFolder
from core.runs.record import StageRecord, fingerprints, new_record
from core.settings import RunSettings, Stage

KEPT = ("run.json", "float.keras", "details/train.json", "samples.npz", "checkpoints/prune-last.npz")
REMOVABLE = {
    "model.img": 1000,
    "report.html": 200,
    "checkpoints/train-last.npz": 30,
    "logs/train/events.out.tfevents.1700000000000.squeeze-studio": 4,
    "logs/trace-train.json": 5,
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


def test_the_cache_stays_and_is_named_with_its_size(
    run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setattr("core.runs.cleaning.cache_folder", lambda: cache)
    assert clean(run.path).cache_bytes == 0
    write(cache / "sample-scenes" / "sea" / "0001", 2_000)
    write(cache / "archives" / "cat.jpg", 500)
    cleaned = clean(run.path)
    assert (cleaned.cache, cleaned.cache_bytes) == (str(cache), 2_500)
    text = cleaned_text(cleaned)
    assert f"2.5 KB: {cache}" in text
    assert (cache / "archives" / "cat.jpg").exists()


def test_what_the_program_did_not_make_stays(run: RunFolder) -> None:
    names = ("logs/notes.txt", "logs/train/mine.1", "cache/mine", "checkpoints/train-mine.npz", ".a.tmp.json")
    for name in names:
        write(run.path / name, 3)
    cleaned = clean(run.path)
    assert cleaned.bytes == sum(REMOVABLE.values())
    assert all((run.path / name).stat().st_size == 3 for name in names)
    assert not any((run.path / name).exists() for name in REMOVABLE)


def test_nothing_goes_behind_a_link(run: RunFolder, tmp_path: Path) -> None:
    run.logs.rename(tmp_path / "elsewhere")
    run.logs.symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SqueezeError) as caught:
        clean(run.path)
    assert caught.value.code == "not-a-folder"
    assert set(tmp_path.rglob("*")) - {run.path / "run.lock"} == set(before)


def test_a_clean_run_is_left_as_it_is(run: RunFolder) -> None:
    clean(run.path)
    assert clean(run.path).removed == ()


def test_a_folder_that_is_no_run_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path / "model.img", 9)
    with pytest.raises(SqueezeError) as caught:
        clean(tmp_path)
    assert caught.value.code == "run-not-found"
    assert (tmp_path / "model.img").exists()
