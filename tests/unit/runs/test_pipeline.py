"""The order of things in a session. The stages' own work is played; pictures, folder and figures are real."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import msgspec
import numpy as np
import pytest

from core.errors import (
    DATA_CHANGED,
    MODEL_NOT_FOUND,
    RUN_DAMAGED,
    TRAINING_DIVERGED,
    WEIGHTS_NOT_FETCHED,
    WEIGHTS_OTHER_NETWORK,
    WEIGHTS_UNREADABLE,
    Cancelled,
    SqueezeError,
)
from core.events import (
    BoardFit,
    EpochDone,
    Event,
    Failed,
    Log,
    StageFinished,
    StageStarted,
    Stopped,
    Succeeded,
)
from core.networks import start_weights
from core.runs import pipeline
from core.runs.event_record import read_events
from core.runs.measuring import Details
from core.runs.pipeline import run
from core.runs.folder import STAGE_FILES, RunFolder
from core.runs.stages import StageContext, StageResult
from core.runs.summary import NetworkFigures, StageFigures, Summary
from core.report.writing import write_own_report
from core.requests import RunRequest
from core.settings import (
    PRESETS,
    STAGES,
    DataSettings,
    PruneSettings,
    RunSettings,
    Stage,
    changed,
    preset,
)
from core.task import Task
from core.training.checkpoint import Checkpoint, TrainingState, UnusableCheckpoint, read_weights
from tests.builders.pictures import write_bursts, write_classes
from tests.builders.published_squeezenet import random_weights
from tests.builders.torch_files import weights_file
from tests.e2e.squeeze import contents
from tests.recording import RecordingTask

EPOCHS = 2
NETWORK = NetworkFigures(
    name="squeezenet-1.1", width=1.0, image_size=32, channels=3, parameters=1000, macs=5000
)


def play(stage: Stage, context: StageContext) -> StageResult:
    """A stage that reports its epochs, may be stopped between them, and writes a file."""
    for epoch in range(1, EPOCHS + 1):
        context.task.check_cancelled()
        context.task.report(epoch_done(stage, epoch))
    context.folder.file(stage).write_bytes(f"made by {stage}".encode())
    figures = StageFigures(
        name=stage,
        seconds=0.0,
        accuracy=0.5,
        accuracy_interval=(0.4, 0.6),
        loss=1.0,
        file=STAGE_FILES[stage],
        bytes=14,
        gzip_bytes=34,
        runtime="keras",
        sparsity=0.0,
    )
    details = Details(stage=stage, classes=(), confusion=(), mistakes=())
    return StageResult(figures, details, NETWORK if stage == "train" else None)


def epoch_done(stage: Stage, epoch: int) -> EpochDone:
    return EpochDone(
        stage=stage,
        epoch=epoch,
        epochs=EPOCHS,
        loss=1.0,
        accuracy=0.5,
        validation_loss=1.0,
        validation_accuracy=0.5,
        learning_rate=0.001,
    )


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> list[Stage]:
    """The stages that were done, in order."""
    done: list[Stage] = []

    def perform(stage: Stage, context: StageContext) -> StageResult:
        done.append(stage)
        return play(stage, context)

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    return done


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    return RunSettings(data=DataSettings(source=str(tmp_path / "pets"), image_size=32))


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path / "run")


def go(
    folder: RunFolder,
    settings: RunSettings | None = None,
    start_from: Stage | None = None,
    until: Stage = "huffman",
    task: Task | None = None,
) -> Summary:
    request = RunRequest(folder=str(folder.path), settings=settings, start_from=start_from, until=until)
    return run(request, task or RecordingTask(), write_own_report)


def names(summary: Summary) -> list[str]:
    return [figures.name for figures in summary.stages]


def at(stage: Stage, epoch: int) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, EpochDone) and (event.stage, event.epoch) == (stage, epoch)


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


def test_a_run_begun_as_a_preset_takes_its_settings_for_as_many_pictures_as_there_are(
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


def test_a_session_leaves_a_report_of_its_stages(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings, until="prune")
    assert "pruned.keras" in folder.report.read_text()
    go(folder)
    assert "huffman.tflite" in folder.report.read_text()
    assert not folder.logs.exists()


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
        raise SqueezeError(TRAINING_DIVERGED, epoch=1)

    monkeypatch.setattr(pipeline, "perform_stage", diverge)
    with pytest.raises(SqueezeError):
        go(folder)
    *_, last = read_events(folder.events)
    assert isinstance(last, Failed)
    assert last.code == "training-diverged"
    assert names(folder.read_summary()) == ["train"]


def test_pictures_that_cannot_be_used_leave_no_folder(folder: RunFolder, tmp_path: Path) -> None:
    write_classes(tmp_path / "one", {"cat": 8})
    with pytest.raises(SqueezeError):
        go(folder, RunSettings(data=DataSettings(source=str(tmp_path / "one"))))
    assert not folder.path.exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4 and no more", None], ids=["empty", "cut off", "of another network"]
)
def test_weights_that_training_cannot_start_from_leave_a_finished_run_whole(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, content: bytes | None
) -> None:
    go(folder, settings)
    file = tmp_path / "w.pth"
    if content is None:
        weights_file(file, random_weights("squeezenet-1.0", 5, 0.125))
    else:
        file.write_bytes(content)
    before = contents(folder.path)
    start = msgspec.structs.replace(settings.train, start_weights=str(file))
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), start_from="train")
    assert caught.value.kind is (WEIGHTS_OTHER_NETWORK if content is None else WEIGHTS_UNREADABLE)
    assert contents(folder.path) == before


def test_a_damaged_starting_network_leaves_a_finished_run_whole(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(folder, settings)
    whole = start_weights.starting_network_path().read_bytes()
    monkeypatch.setattr(start_weights, "resources_folder", lambda: tmp_path)
    start_weights.starting_network_path().parent.mkdir()
    start_weights.starting_network_path().write_bytes(whole[: len(whole) // 2])
    before = contents(folder.path)
    start = msgspec.structs.replace(settings.train, start_weights="shipped")
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), start_from="train")
    assert caught.value.kind is WEIGHTS_UNREADABLE
    assert contents(folder.path) == before


def test_weights_that_are_not_here_are_told_before_pictures_are_read(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    task = RecordingTask()
    start = msgspec.structs.replace(settings.train, start_weights="imagenet")
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), task=task)
    assert caught.value.kind is WEIGHTS_NOT_FETCHED
    assert not folder.path.exists()
    assert not task.of(StageStarted)


def test_a_run_that_has_begun_to_learn_goes_on_without_the_file(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, played: list[Stage]
) -> None:
    file = weights_file(tmp_path / "w.pth", random_weights("squeezenet-1.1", 5, 1.0))
    start = msgspec.structs.replace(settings.train, start_weights=str(file))
    with pytest.raises(Cancelled):
        go(folder, msgspec.structs.replace(settings, train=start), task=RecordingTask(at("train", 1)))
    file.unlink()
    checkpoint = Checkpoint(folder.checkpoints, "train")
    checkpoint.save(TrainingState([], [], ()))
    good = checkpoint.last.read_bytes()
    checkpoint.last.write_bytes(b"garbage")
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.kind is MODEL_NOT_FOUND
    checkpoint.last.write_bytes(good)
    go(folder)
    assert played[-4:] == list(STAGES)


def test_a_run_does_not_go_on_with_other_pictures(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings, until="train")
    next(Path(settings.data.source).rglob("*.jpg")).unlink()
    before = folder.record.read_bytes()
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.kind is DATA_CHANGED
    assert folder.record.read_bytes() == before


def test_a_run_keeps_its_pictures_where_they_are_when_near_copies_are_seen_otherwise(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bursts(tmp_path / "things", {"cup": 6, "pen": 6}, each=3)
    data = DataSettings(source=str(tmp_path / "things"), image_size=32, near_copies="together")
    go(folder, RunSettings(data=data), until="train")
    before = folder.data.read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    monkeypatch.setattr("core.datasets.near_copies.near_groups", lambda _thumbnails, _task: [])
    go(folder)
    assert folder.data.read_bytes() == before
    assert folder.read_record().is_done("huffman")


def moved(settings: RunSettings) -> RunSettings:
    """The settings after the pictures were given another place."""
    new = Path(settings.data.source).rename(Path(settings.data.source).with_name("moved"))
    return msgspec.structs.replace(settings, data=msgspec.structs.replace(settings.data, source=str(new)))


@pytest.mark.parametrize("until", ["prune", "huffman"])
def test_pictures_that_were_moved_are_the_same_pictures(
    until: Stage, folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings, until=until)
    there = moved(settings)
    go(folder, there)
    assert played == list(STAGES)
    record = folder.read_record()
    assert record.settings == there
    assert all(record.is_done(stage) for stage in STAGES)
    go(folder)
    assert played == list(STAGES)


@pytest.mark.parametrize("until", ["prune", "huffman"])
def test_other_pictures_at_another_place_are_no_moved_ones(
    until: Stage, folder: RunFolder, settings: RunSettings
) -> None:
    go(folder, settings, until=until)
    before = folder.record.read_bytes()
    there = moved(settings)
    next(Path(there.data.source).rglob("*.jpg")).unlink()
    with pytest.raises(SqueezeError) as caught:
        go(folder, there)
    assert caught.value.kind is DATA_CHANGED
    assert folder.record.read_bytes() == before


def test_a_run_begun_anew_takes_the_pictures_that_are_there(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings, until="train")
    next(Path(settings.data.source).rglob("*.jpg")).unlink()
    summary = go(folder, start_from="train", until="train")
    data = summary.dataset
    assert data.train_images + data.validation_images + data.test_images == 15
    assert played == ["train", "train"]
    go(folder)


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
    assert [event.text for event in task.of(Log) if "begun with numpy 1.0:" in event.text]


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
    assert caught.value.kind is RUN_DAMAGED
    assert folder.read_record().stages["quantize"].state == "started"


def test_a_stage_that_can_never_be_gone_on_from_is_an_error_of_the_table(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def perform(stage: Stage, context: StageContext) -> StageResult:
        raise UnusableCheckpoint(context.folder.checkpoints / f"{stage}-last.npz", "it is full of holes")

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    with pytest.raises(SqueezeError) as caught:
        go(folder, settings)
    assert caught.value.kind is RUN_DAMAGED
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


def test_no_empty_cache_stays_behind(folder: RunFolder, settings: RunSettings) -> None:
    folder.cache.mkdir(parents=True)
    go(folder, settings)
    assert not folder.cache.exists()


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"damaged")])
def test_a_finished_file_that_is_not_what_it_was_is_named(
    change: Callable[[Path], object], folder: RunFolder, settings: RunSettings
) -> None:
    go(folder, settings)
    change(folder.file("quantize"))
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.kind is RUN_DAMAGED
    assert "int8.tflite" in caught.value.happened
    assert "--from quantize" in caught.value.remedy


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
