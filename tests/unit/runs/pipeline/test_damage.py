"""What earlier sessions left that is damaged, replaced or missing. The stages' own work is played."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled, SqueezeError
from core.events import Log, StageFinished, StageStarted
from core.runs import pipeline
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.stage import StageContext, StageResult
from core.settings import STAGES, RunSettings, Stage
from core.training.checkpoint import UnusableCheckpoint, read_weights
from tests.builders.played_stages import at, go, names, play
from tests.recording import RecordingTask


def restarts(task: RecordingTask) -> list[str]:
    """The warnings of stages that start again."""
    return [event.text for event in task.of(Log) if event.level == "warning" and "starts again" in event.text]


def test_a_stage_whose_own_epochs_cannot_be_used_starts_again_and_says_so(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    with pytest.raises(Cancelled):
        go(folder, settings, task=RecordingTask(cancel_when=at("train", 1)))
    folder.checkpoints.mkdir(exist_ok=True)
    (folder.checkpoints / "train-last.npz").write_bytes(b"garbage")
    task = RecordingTask()
    assert names(go(folder, task=task)) == list(STAGES)
    assert played == ["train", *STAGES]
    (text,) = restarts(task)
    assert "train-last.npz" in text
    assert not (folder.checkpoints / "train-last.npz").exists()
    starts = [(event.stage, event.resumed_epoch) for event in task.of(StageStarted)]
    assert starts == [(stage, 0) for stage in ("data", *STAGES)]


def test_a_stage_that_left_what_a_later_one_cannot_use_starts_again_and_says_so(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(folder, settings, until="train")
    left = folder.checkpoints / "train-trained.npz"
    folder.checkpoints.mkdir(exist_ok=True)
    left.write_bytes(b"garbage")
    done: list[Stage] = []

    def perform(stage: Stage, context: StageContext) -> StageResult:
        done.append(stage)
        if stage == "train":
            np.savez(left, weight_0=np.zeros(1))
        if stage == "prune":
            read_weights(left)
        return play(stage, context)

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    task = RecordingTask()
    assert names(go(folder, task=task)) == list(STAGES)
    assert done == ["prune", "train", "prune", "quantize", "huffman"]
    (text,) = restarts(task)
    assert "train-trained.npz" in text
    record = folder.read_record()
    assert all(record.is_done(stage) for stage in STAGES)


def test_weights_of_another_run_are_not_gone_on_with(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = folder.checkpoints / "train-trained.npz"
    done: list[Stage] = []

    def perform(stage: Stage, context: StageContext) -> StageResult:
        done.append(stage)
        if stage == "train":
            folder.checkpoints.mkdir(exist_ok=True)
            np.savez(left, weight_0=np.zeros(1))
        return play(stage, context)

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    go(folder, settings, until="train")
    own = left.read_bytes()
    assert set(folder.read_record().files) == {
        *("data.json", "labels.txt", "samples.npz", "summary.json/train"),
        *("details/train.json", "checkpoints/train-trained.npz"),
    }
    np.savez(left, weight_0=np.ones(1))
    task = RecordingTask()
    go(folder, task=task)
    assert done == ["train", "train", "prune", "quantize", "huffman"]
    assert left.read_bytes() == own
    (text,) = restarts(task)
    assert "not what the stage wrote" in text


def test_a_stage_does_not_work_with_a_file_that_was_replaced_while_the_run_went_on(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def perform(stage: Stage, context: StageContext) -> StageResult:
        if stage == "prune":
            folder.file("train").write_bytes(b"another run's")
        return play(stage, context)

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    with pytest.raises(SqueezeError) as caught:
        go(folder, settings)
    assert caught.value.code == "run-damaged"
    assert folder.read_record().stages["quantize"].state == "started"


def test_a_stage_that_can_never_be_gone_on_from_is_an_error_of_the_table(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def perform(stage: Stage, context: StageContext) -> StageResult:
        raise UnusableCheckpoint(context.folder.checkpoints / f"{stage}-last.npz", "it is full of holes")

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    with pytest.raises(SqueezeError) as caught:
        go(folder, settings)
    assert caught.value.code == "run-damaged"
    assert "full of holes" in caught.value.detail


BAD_LINES = (
    b'{"event":"status","text":"\xff\xfe"}\n',
    b'{"ev\xffent":"status"}\n',
    b"\x00\x01\x02\n",
    b'{"event":"epoch-done","stage":"train","epoch":"one"}\n',
    b'{"event":"stage-started","stage":["train"]}\n',
    b'{"event":"log","level":' + b"[" * 100_000 + b"\n",
    b"\n",
    b'{"event":"status","text":"half',
)


@pytest.mark.parametrize("until", ["train", "prune"])
def test_lines_of_nonsense_among_the_events_keep_no_run_from_going_on(
    until: Stage, folder: RunFolder, settings: RunSettings
) -> None:
    go(folder, settings, until=until)
    with folder.events.open("ab") as file:
        file.writelines(BAD_LINES)
    assert names(go(folder)) == list(STAGES)
    events = list(read_events(folder.events))
    assert sum(isinstance(event, StageFinished) for event in events) == 1 + 1 + len(STAGES)


@pytest.mark.parametrize("missing", STAGES)
def test_a_stage_that_the_record_says_nothing_of_is_done_again_with_those_after_it(
    missing: Stage, folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings)
    played.clear()
    record = json.loads(folder.record.read_bytes())
    del record["stages"][missing]
    folder.record.write_text(json.dumps(record))
    task = RecordingTask()
    assert names(go(folder, task=task)) == list(STAGES)
    assert played == list(STAGES[STAGES.index(missing) :])
    assert any(missing in event.text for event in task.of(Log) if "run.json" in event.text)


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"damaged")])
def test_a_finished_file_that_is_not_what_it_was_is_named(
    change: Callable[[Path], object], folder: RunFolder, settings: RunSettings
) -> None:
    go(folder, settings)
    change(folder.file("quantize"))
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.code == "run-damaged"
    assert "int8.tflite" in caught.value.happened
    assert "--from quantize" in caught.value.remedy
