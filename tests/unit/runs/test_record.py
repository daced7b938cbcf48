"""What run.json remembers, and which change of a setting concerns which stage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.errors import SqueezeError
from core.runs.record import (
    StageRecord,
    differences,
    fingerprints,
    first_difference,
    new_record,
    read_record,
    stages_without_entry,
    write_record,
)
from core.settings import STAGES, ClassAction, PruneSettings, RunSettings, TrainSettings, checked
from tests.builders.golden import FOLDER as GOLDEN

OWN = RunSettings(train=TrainSettings(epochs=24), prune=PruneSettings(sparsity=0.85))


def with_changes(**sections: dict[str, Any]) -> RunSettings:
    plain = msgspec.to_builtins(OWN)
    for section, values in sections.items():
        plain[section] |= values
    return checked(RunSettings, plain)


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        (with_changes(data={"image_size": 64}), "train"),
        (with_changes(network={"width": 0.5}), "train"),
        (with_changes(train={"epochs": 3}), "train"),
        (with_changes(prune={"sparsity": 0.5}), "prune"),
        (with_changes(quantize={"weight_bits": 8}), "quantize"),
        (with_changes(huffman={"share_tables": False}), "huffman"),
        (msgspec.structs.replace(OWN, seed=2), "train"),
    ],
)
def test_a_change_concerns_its_stage_and_the_later_ones_only(changed: RunSettings, first: str) -> None:
    before, after = fingerprints(OWN), fingerprints(changed)
    concerned = STAGES[STAGES.index(first) :]
    assert [stage for stage in STAGES if before[stage] != after[stage]] == list(concerned)
    assert first_difference(OWN, changed) == first


def test_defaults_are_for_good() -> None:
    """Changed, one would make older runs stale, and let others be taken for them. Settings may be added."""
    for section, settings in json.loads((GOLDEN / "default_settings.json").read_text()).items():
        now = json.loads(msgspec.json.encode(getattr(RunSettings(), section)))
        assert {name: now[name] for name in settings} == settings, section


def test_how_much_memory_may_be_used_changes_no_result() -> None:
    frugal = with_changes(data={"memory_limit_mb": 16})
    assert first_difference(OWN, frugal) is None
    assert differences(OWN, frugal) == []


def test_what_a_board_does_makes_no_stage_out_of_date() -> None:
    acting = msgspec.structs.replace(OWN, act={"cup": ClassAction(pin=13)})
    assert first_difference(OWN, acting) is None
    assert differences(OWN, acting) == differences(acting, OWN) == []


def test_differences_are_named_one_by_one() -> None:
    changed = with_changes(train={"epochs": 5}, prune={"sparsity": 0.5})
    assert differences(OWN, changed) == ["train.epochs is 24, not 5", "prune.sparsity is 0.85, not 0.5"]


def test_which_images_are_used_is_part_of_a_run_in_whatever_order_it_is_said() -> None:
    merged = with_changes(data={"merge": {"truck": "car"}, "leave_out": ["sea", "sky"]})
    assert first_difference(OWN, merged) == first_difference(merged, OWN) == "train"
    assert differences(OWN, merged) == [
        "data.leave_out is [], not ['sea', 'sky']",
        "data.merge is {}, not {'truck': 'car'}",
    ]
    again = with_changes(data={"merge": {"truck": "car"}, "leave_out": ["sky", "sea"]})
    assert first_difference(merged, again) is None
    aside = with_changes(data={"set_aside": []})
    assert differences(OWN, aside) == ["data.set_aside is None, not []"]


def test_a_stage_is_done_with_the_settings_it_was_done_with() -> None:
    record = new_record(OWN).with_stage(
        "train", StageRecord(state="done", fingerprint=fingerprints(OWN)["train"])
    )
    assert record.is_done("train")
    assert not record.is_done("prune")
    assert not msgspec.structs.replace(record, settings=with_changes(train={"epochs": 3})).is_done("train")


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    record = new_record(OWN).with_stage("train", StageRecord(state="started", seconds=2.5))
    write_record(record, path)
    assert read_record(path) == record


def test_the_versions_that_figures_depend_on_are_recorded() -> None:
    assert {"squeeze-studio", "python", "tensorflow", "numpy"} <= set(new_record(OWN).versions)


def stored(tmp_path: Path, **changes: object) -> Path:
    path = tmp_path / "run.json"
    write_record(new_record(OWN), path)
    plain = json.loads(path.read_bytes()) | changes
    path.write_text(json.dumps(plain))
    return path


@pytest.mark.parametrize(
    "changes", [{"format": 2, "new_key": 1}, {"settings": {"version": 9, "unheard_of": True}}]
)
def test_a_run_of_another_version_is_told_from_a_damaged_one(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    with pytest.raises(SqueezeError) as caught:
        read_record(stored(tmp_path, **changes))
    assert caught.value.code == "run-other-version"
    assert str(tmp_path) in caught.value.happened


@pytest.mark.parametrize(
    "changes", [{"settings": {"train": {"epochs": 0}}}, {"stages": "none"}, {"extra": 1}]
)
def test_a_record_that_makes_no_sense_is_damaged(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(SqueezeError) as caught:
        read_record(stored(tmp_path, **changes))
    assert caught.value.code == "run-record-damaged"


@pytest.mark.parametrize("length", [0, 1, 200])
def test_a_record_that_was_cut_short_is_damaged(tmp_path: Path, length: int) -> None:
    path = stored(tmp_path)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(SqueezeError) as caught:
        read_record(path)
    assert caught.value.code == "run-record-damaged"


@pytest.mark.parametrize(
    ("place", "damage"),
    [(b"scenes", b"sc\xffnes"), (b'"format": 1', b'"format": 1e999'), (b"1", b"[" * 9999)],
)
def test_bytes_that_no_record_has_are_damage(tmp_path: Path, place: bytes, damage: bytes) -> None:
    path = stored(tmp_path)
    path.write_bytes(path.read_bytes().replace(place, damage, 1))
    with pytest.raises(SqueezeError) as caught:
        read_record(path)
    assert caught.value.code == "run-record-damaged"


@pytest.mark.parametrize(
    ("missing", "states"),
    [
        ("train", ["waiting", "stale", "stale", "waiting"]),
        ("quantize", ["done", "done", "waiting", "waiting"]),
    ],
)
def test_a_stage_without_an_entry_is_to_be_done_again_and_so_are_those_after_it(
    tmp_path: Path, missing: str, states: list[str]
) -> None:
    entries = {
        "train": {"state": "done"},
        "prune": {"state": "done"},
        "quantize": {"state": "done"},
        "huffman": {"state": "started"},
    }
    del entries[missing]
    path = stored(tmp_path, stages=entries)
    assert [read_record(path).stages[stage].state for stage in STAGES] == states
    assert stages_without_entry(path) == (missing,)


def test_a_folder_without_a_record_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught:
        read_record(tmp_path / "run.json")
    assert caught.value.code == "run-not-found"


def test_a_setting_left_at_its_default_is_no_part_of_a_fingerprint() -> None:
    usual = fingerprints(RunSettings())
    named = fingerprints(RunSettings(train=TrainSettings(epochs=TrainSettings().epochs)))
    assert named == usual
    assert fingerprints(RunSettings(train=TrainSettings(epochs=3)))["train"] != usual["train"]
