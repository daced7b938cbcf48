"""The order of things in a session, and what it leaves. The stages' own work is played."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace

import msgspec
import numpy as np
import pytest

from core.boards.board_block import Chip
from core.boards.profiles import board_profile
from core.boards.resource_estimate import FAST_MILLISECONDS, network_shape
from core.deployment.timing import fast_choice
from core.errors import Cancelled, RunError, SqueezeError
from core.events import BoardFit, Failed, Log, StageFinished, StageStarted, Stopped, Succeeded
from core.requests import RunRequest
from core.runs import pipeline
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.pipeline import run
from core.runs.stage import StageContext, StageResult
from core.runs.summary import StageFigures
from core.settings import PRESETS, STAGES, PruneSettings, RunSettings, Stage, changed, preset
from tests.builders.played_stages import at, go, names
from tests.recording import RecordingTask


def test_a_run_does_every_stage_once_and_in_order(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    summary = go(folder, settings)
    assert played == list(STAGES)
    assert names(summary) == list(STAGES)
    assert folder.read_summary() == summary
    assert folder.labels.read_text() == "cat\ndog\n"
    go(folder)
    assert played == list(STAGES)


def test_a_run_begun_as_a_preset_takes_its_settings_for_as_many_images_as_there_are(
    folder: RunFolder, settings: RunSettings
) -> None:
    asked = msgspec.structs.replace(PRESETS["best"], data=settings.data)
    request = RunRequest(
        folder=str(folder.path), settings=asked, preset="best", own=("data.source", "prune.sparsity")
    )
    run(msgspec.structs.replace(request, until="train"), RecordingTask())
    made = folder.read_record().settings
    few = preset("best", 10)
    assert (made.train, made.quantize) == (few.train, few.quantize)
    assert made.prune == changed(few.prune, sparsity=asked.prune.sparsity)
    # The same request goes on with it: its settings are those of the run.
    run(request, RecordingTask())
    assert folder.read_record().settings == made
    assert folder.read_record().is_done("huffman")


def test_a_run_that_is_to_be_fast_takes_the_size_and_width_that_are_fast_on_its_board(
    folder: RunFolder, settings: RunSettings
) -> None:
    asked = msgspec.structs.replace(settings, data=changed(settings.data, image_size=96))
    request = RunRequest(folder=str(folder.path), settings=asked, board="esp32-cam", fast=True)
    run(msgspec.structs.replace(request, until="train"), RecordingTask())
    made = folder.read_record().settings
    chosen = fast_choice(board_profile("esp32-cam"), network_shape(asked, 2), 2_000.0)
    assert chosen is not None
    assert (made.data.image_size, made.network.width) == (chosen.image_size, chosen.width)
    assert made.data.image_size < 96 or made.network.width < 1
    # The same request goes on with it, and what is fast already stays.
    run(request, RecordingTask())
    assert folder.read_record().settings == made
    assert folder.read_record().is_done("huffman")
    again = msgspec.structs.replace(request, settings=made, board="esp32c3", start_from="train")
    run(again, RecordingTask())
    faster = folder.read_record().settings
    assert (faster.data.image_size, faster.network.width) < (made.data.image_size, made.network.width)


def test_a_board_on_which_nothing_is_fast_is_told_before_anything_is_written(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FAST_MILLISECONDS, Chip.ESP32, 1)
    request = RunRequest(folder=str(folder.path), settings=settings, board="esp32-cam", fast=True)
    with pytest.raises(SqueezeError) as caught:
        run(request, RecordingTask())
    assert caught.value.code == "board-not-fast"
    assert "under 1 ms" in caught.value.happened
    assert not folder.record.exists()


def test_a_session_leaves_a_report_of_its_stages(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings, until="prune")
    assert "pruned.keras" in folder.report.read_text()
    go(folder)
    assert "huffman.tflite" in folder.report.read_text()
    assert not folder.logs.exists()


@pytest.mark.parametrize("left", ["nothing", "the one before"])
def test_a_run_that_was_killed_while_it_wrote_its_report_gets_it_when_it_goes_on(
    folder: RunFolder, settings: RunSettings, played: list[Stage], left: str
) -> None:
    go(folder, settings)
    whole = folder.report.read_bytes()
    if left == "nothing":
        folder.report.unlink()
    else:
        folder.report.write_text("after an earlier stage")
        os.utime(folder.report, ns=(0, folder.summary.stat().st_mtime_ns - 1))
    go(folder)
    assert folder.report.read_bytes() == whole
    assert played == list(STAGES)


def test_a_run_can_go_as_far_as_a_stage_and_on_from_there(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    assert names(go(folder, settings, until="prune")) == ["train", "prune"]
    assert played == ["train", "prune"]
    assert names(go(folder)) == list(STAGES)
    assert played == list(STAGES)


def test_a_stage_done_anew_takes_the_later_ones_with_it(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings)
    played.clear()
    changed = msgspec.structs.replace(settings, prune=PruneSettings(sparsity=0.3))
    assert names(go(folder, changed, start_from="prune", until="prune")) == ["train", "prune"]
    assert played == ["prune"]
    assert folder.read_record().stages["quantize"].state == "stale"
    go(folder)
    assert played == ["prune", "quantize", "huffman"]


def test_a_stopped_run_keeps_what_was_done_and_goes_on_there(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    with pytest.raises(Cancelled):
        go(folder, settings, task=RecordingTask(cancel_when=at("prune", 1)))
    assert names(folder.read_summary()) == ["train"]
    assert [folder.read_record().stages[stage].state for stage in STAGES[:3]] == [
        "done",
        "started",
        "waiting",
    ]
    played.clear()
    go(folder)
    assert played == ["prune", "quantize", "huffman"]


def test_time_counts_over_all_sessions(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 10_000, 10))
    ticking = SimpleNamespace(monotonic=lambda: next(clock), time=time.time)
    monkeypatch.setattr("core.runs.pipeline.time", ticking)
    with pytest.raises(Cancelled):
        go(folder, settings, task=RecordingTask(cancel_when=at("train", 1)))
    # Counted after the epoch and at the end.
    assert folder.read_record().stages["train"].seconds == 20
    figures = go(folder, until="train").stages[0]
    assert figures.seconds == 20 + 30


def test_events_of_all_sessions_are_kept_with_their_ends(folder: RunFolder, settings: RunSettings) -> None:
    with pytest.raises(Cancelled):
        go(folder, settings, task=RecordingTask(cancel_when=at("train", 1)))
    go(folder, until="train")
    events = list(read_events(folder.events))
    ends = [type(event) for event in events if isinstance(event, Stopped | Succeeded)]
    assert ends == [Stopped, Succeeded]
    assert type(events[-1]) is Succeeded
    assert all(event.time > 0 for event in events)


def test_a_stage_tells_its_figures_when_it_is_finished(folder: RunFolder, settings: RunSettings) -> None:
    task = RecordingTask()
    summary = go(folder, settings, task=task)
    told = {event.stage: event.figures for event in task.of(StageFinished)}
    assert list(told) == ["data", *STAGES]
    for figures in summary.stages:
        assert msgspec.convert(told[figures.name], StageFigures) == figures


def test_a_stage_that_fails_leaves_the_earlier_ones_and_its_error_behind(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(folder, settings, until="train")

    def diverge(stage: Stage, context: StageContext) -> StageResult:
        del stage, context
        raise RunError("training-diverged", epoch=1)

    monkeypatch.setattr(pipeline, "perform_stage", diverge)
    with pytest.raises(SqueezeError):
        go(folder)
    *_, last = read_events(folder.events)
    assert isinstance(last, Failed)
    assert last.code == "training-diverged"
    assert names(folder.read_summary()) == ["train"]


def test_a_stage_begun_anew_forgets_its_epochs(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings)
    checkpoint = folder.checkpoints / "prune-last.npz"
    folder.checkpoints.mkdir()
    np.savez(checkpoint, weight_0=np.zeros(1))
    others = folder.checkpoints / "train-trained.npz"
    np.savez(others, weight_0=np.zeros(1))
    task = RecordingTask()
    go(folder, start_from="prune", task=task)
    assert not checkpoint.exists()
    assert others.exists()
    assert [event.resumed_epoch for event in task.of(StageStarted)] == [0, 0, 0, 0]


def test_a_run_begun_with_other_versions_says_so(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings, until="train")
    record = folder.read_record()
    folder.write_record(msgspec.structs.replace(record, versions=record.versions | {"numpy": "1.0"}))
    task = RecordingTask()
    go(folder, task=task)
    assert [event.text for event in task.of(Log) if "started with numpy 1.0" in event.text]


def test_no_empty_cache_stays_behind(folder: RunFolder, settings: RunSettings) -> None:
    folder.cache.mkdir(parents=True)
    go(folder, settings)
    assert not folder.cache.exists()


def test_a_run_tells_how_it_fits_its_board_before_training_and_after_each_stage(
    folder: RunFolder, settings: RunSettings
) -> None:
    task = RecordingTask()
    request = RunRequest(folder=str(folder.path), settings=settings, board="esp32-cam", until="prune")
    summary = run(request, task)
    told = [event for event in task.events if isinstance(event, BoardFit | StageStarted)]
    assert [type(event) is BoardFit for event in told] == [False, True, False, True, False, True]
    assert summary.board is not None
    assert (summary.board.profile, summary.board.basis) == ("esp32-cam", "predicted")


def test_what_was_said_of_a_board_goes_with_the_stage_it_was_said_of(
    folder: RunFolder, settings: RunSettings
) -> None:
    run(
        RunRequest(folder=str(folder.path), settings=settings, board="esp32-cam", until="prune"),
        RecordingTask(),
    )
    with pytest.raises(Cancelled):
        go(folder, settings, "prune", task=RecordingTask(cancel_when=at("prune", 1)))
    assert folder.read_summary().board is None
