"""What is done, and what is refused, when a run folder is there already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.errors import SqueezeError
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.runs.plan import planned
from core.runs.record import RunRecord, StageRecord, fingerprints, new_record
from core.settings import STAGES, PruneSettings, RunSettings, TrainSettings

OWN = RunSettings(train=TrainSettings(epochs=24), prune=PruneSettings(sparsity=0.85))
OTHER_PRUNING = msgspec.structs.replace(OWN, prune=PruneSettings(sparsity=0.5))
OTHER_TRAINING = msgspec.structs.replace(OWN, train=TrainSettings(epochs=3))


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path)


def request(folder: RunFolder, **values: Any) -> RunRequest:
    return RunRequest(folder=str(folder.path), **values)


def put(folder: RunFolder, *done: str) -> RunRecord:
    """A run in the folder with its own settings and these stages done."""
    record = new_record(OWN)
    for stage in STAGES:
        if stage in done:
            finished = StageRecord(state="done", fingerprint=fingerprints(OWN)[stage], seconds=9.0)
            record = record.with_stage(stage, finished)
    folder.write_record(record)
    return record


def refusal(folder: RunFolder, **values: Any) -> tuple[str, str]:
    with pytest.raises(SqueezeError) as caught:
        planned(folder, request(folder, **values))
    return caught.value.code, caught.value.happened


def states(record: RunRecord) -> list[str]:
    return [record.stages[stage].state for stage in STAGES]


def test_a_new_run_begins_with_nothing_done(folder: RunFolder) -> None:
    record = planned(folder, request(folder, settings=OWN))
    assert record.settings == OWN
    assert states(record) == ["waiting"] * 4


def test_the_same_settings_go_on_with_the_run(folder: RunFolder) -> None:
    put(folder, "train")
    record = planned(folder, request(folder, settings=OWN))
    assert states(record) == ["done", "waiting", "waiting", "waiting"]


def test_without_settings_the_folders_own_hold(folder: RunFolder) -> None:
    before = put(folder, "train", "prune")
    assert planned(folder, request(folder)) == before


def test_other_settings_are_refused_and_named(folder: RunFolder) -> None:
    put(folder, "train")
    code, happened = refusal(folder, settings=OTHER_TRAINING)
    assert code == "run-exists"
    assert "train.epochs is 24, not 3" in happened


def test_a_stage_that_is_done_anew_may_have_other_settings(folder: RunFolder) -> None:
    put(folder, *STAGES)
    record = planned(folder, request(folder, settings=OTHER_PRUNING, start_from="prune"))
    assert states(record) == ["done", "stale", "stale", "stale"]
    assert record.is_done("train")
    assert not record.is_done("prune")
    assert record.settings == OTHER_PRUNING


def test_a_change_that_an_earlier_stage_would_need_is_refused(folder: RunFolder) -> None:
    put(folder, *STAGES)
    code, happened = refusal(folder, settings=OTHER_TRAINING, start_from="prune")
    assert code == "run-exists"
    assert "train.epochs" in happened


def test_a_stage_can_be_done_anew_with_the_same_settings(folder: RunFolder) -> None:
    put(folder, *STAGES)
    record = planned(folder, request(folder, start_from="huffman"))
    assert states(record) == ["done", "done", "done", "stale"]
    assert record.stages["huffman"].seconds == 0


def test_a_stage_cannot_start_before_those_before_it_are_done(folder: RunFolder) -> None:
    put(folder, "train")
    code, happened = refusal(folder, start_from="quantize")
    assert code == "stage-missing"
    assert "quantize" in happened
    assert "prune" in happened


def test_a_new_run_cannot_start_in_the_middle(folder: RunFolder) -> None:
    assert refusal(folder, settings=OWN, start_from="prune")[0] == "stage-missing"


def test_nothing_goes_on_where_nothing_is(folder: RunFolder) -> None:
    assert refusal(folder)[0] == "run-not-found"
    assert refusal(folder, start_from="train")[0] == "run-not-found"


def test_where_a_record_is_damaged_nothing_begins_or_goes_on(folder: RunFolder) -> None:
    put(folder, "train")
    folder.record.write_bytes(b"{")
    assert refusal(folder, settings=OWN)[0] == "run-record-damaged"
    assert refusal(folder, start_from="train")[0] == "run-record-damaged"
    assert refusal(folder, settings=OWN, start_from="train")[0] == "run-record-damaged"


def test_finished_stages_are_not_made_anew_because_of_a_damaged_setting(folder: RunFolder) -> None:
    record = put(folder, "train")
    folder.write_record(msgspec.structs.replace(record, settings=OTHER_TRAINING))
    assert refusal(folder)[0] == "run-record-damaged"
    assert refusal(folder, settings=OTHER_TRAINING)[0] == "run-record-damaged"
    anew = planned(folder, request(folder, start_from="train"))
    assert states(anew) == ["stale", "waiting", "waiting", "waiting"]
