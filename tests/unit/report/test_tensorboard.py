"""logs/ as TensorFlow reads it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import SqueezeError
from core.events import AnyEvent, StageFinished, StageStarted
from core.report.model_logs import histogram
from core.report.tensorboard import write_logs
from core.runs.event_record import EventRecord
from core.runs.folder import RunFolder
from core.runs.record import StageRecord, fingerprints, new_record
from core.settings import RunSettings, Stage
from tests.builders.run_events import epoch_events, finished, stage_events, timed
from tests.limits import largest_file
from tests.recording import RecordingTask

START = 1_795_205_194.0
Points = dict[str, list[tuple[int, float]]]


class Session:
    """A session that writes its events down."""

    def __init__(self, folder: RunFolder) -> None:
        self._record = EventRecord(folder.events)
        self._record.begin()

    def tell(self, events: Iterable[AnyEvent], start: float = START) -> None:
        for event in timed(events, start):
            self._record.add(event)


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    """A run that has begun."""
    folder = RunFolder(tmp_path / "run")
    folder.path.mkdir()
    folder.write_record(new_record(RunSettings()))
    return folder


def read(folder: RunFolder, stage: Stage) -> list[Any]:
    """The events of a stage's only file, as TensorFlow reads them, their checksums verified."""
    from core.backend import tf

    (file,) = (folder.logs / stage).glob("*.squeeze-studio")
    assert "tfevents" in file.name
    records = tf.data.TFRecordDataset(str(file)).as_numpy_iterator()
    return [tf.compat.v1.Event.FromString(record) for record in records]


def points(folder: RunFolder, stage: Stage) -> Points:
    """What the logs of the run show of a stage when they are written now."""
    write_logs(folder, RecordingTask())
    found: Points = {}
    for event in read(folder, stage):
        for value in event.summary.value:
            if value.HasField("simple_value"):
                found.setdefault(value.tag, []).append((event.step, value.simple_value))
    return found


def test_tensorflow_reads_steps_epochs_and_test_figures(folder: RunFolder) -> None:
    figures: dict[str, object] = {
        "accuracy": 0.75,
        "accuracy_interval": [0.5, 0.875],
        "bytes": 1024,
        "table_bytes": None,
        "file": "float.keras",
    }
    events = [*stage_events("train", epochs=2, steps=5)[:-1], StageFinished(stage="train", figures=figures)]
    Session(folder).tell(events)
    read_back = points(folder, "train")
    assert [step for step, _ in read_back["step/loss"]] == list(range(1, 11))
    assert [step for step, _ in read_back["epoch/validation_loss"]] == [1, 2]
    assert dict(read_back["epoch/loss"]) == pytest.approx({1: 1.5, 2: 1.0})
    assert dict(read_back["epoch/learning_rate"]) == pytest.approx({1: 1e-3, 2: 1e-3})
    assert read_back["test/accuracy"] == [(2, 0.75)]
    assert read_back["test/accuracy_high"] == [(2, 0.875)]
    assert read_back["file/bytes"] == [(2, 1024)]
    assert "file/table_bytes" not in read_back


def test_a_file_begins_as_tensorboard_expects_and_tells_the_time(folder: RunFolder) -> None:
    Session(folder).tell(stage_events("train", epochs=1, steps=1))
    write_logs(folder, RecordingTask())
    first, second, third, *_ = read(folder, "train")
    assert first.file_version == "brain.Event:2"
    assert second.session_log.status == 1
    assert third.wall_time == START + 1


def test_a_resumed_stage_goes_on_in_the_same_curves_without_doubled_steps(folder: RunFolder) -> None:
    broken = [
        StageStarted(stage="train"),
        *epoch_events("train", 1, 3, 5),
        *list(epoch_events("train", 2, 3, 5))[:3],
    ]
    Session(folder).tell(broken)
    assert [step for step, _ in points(folder, "train")["step/loss"]] == list(range(1, 9))
    again = [
        StageStarted(stage="train", resumed_epoch=1),
        *epoch_events("train", 2, 3, 5),
        *epoch_events("train", 3, 3, 5),
        finished("train", 0.75),
    ]
    Session(folder).tell(again, START + 100)
    read_back = points(folder, "train")
    assert [step for step, _ in read_back["step/loss"]] == list(range(1, 16))
    assert [step for step, _ in read_back["epoch/loss"]] == [1, 2, 3]
    assert [step for step, _ in read_back["test/accuracy"]] == [3]


def test_a_stage_that_is_done_anew_has_nothing_of_before(folder: RunFolder) -> None:
    session = Session(folder)
    session.tell(stage_events("train", epochs=3, steps=2))
    session.tell(stage_events("prune", epochs=1, steps=2))
    session.tell(stage_events("train", epochs=1, steps=2), START + 100)
    assert [step for step, _ in points(folder, "train")["epoch/loss"]] == [1]
    assert [step for step, _ in points(folder, "prune")["epoch/loss"]] == [1]


def test_a_run_at_work_has_curves_and_new_logs_take_the_place_of_those_before(folder: RunFolder) -> None:
    session = Session(folder)
    session.tell([StageStarted(stage="train"), *epoch_events("train", 1, 2, 5)])
    with folder.locked():
        assert [step for step, _ in points(folder, "train")["epoch/loss"]] == [1]
    (first,) = (folder.logs / "train").iterdir()
    old = folder.log("prune", START)
    old.parent.mkdir()
    old.write_bytes(b"of a stage that is not begun any more")
    for name in ("notes.txt", "train/notes.txt", "trace-train.json"):
        (folder.logs / name).write_text("to be kept")
    session.tell(epoch_events("train", 2, 2, 5), START + 100)
    reported = write_logs(folder, RecordingTask())
    (second,) = (folder.logs / "train").glob("*.squeeze-studio")
    assert second.name > first.name
    assert not old.exists()
    assert {path.name for path in folder.logs.iterdir()} >= {"notes.txt", "trace-train.json"}
    assert (reported.stages, reported.bytes) == (("train",), second.stat().st_size)
    assert (folder.logs / "train" / "notes.txt").exists()


def test_a_run_that_has_not_begun_a_stage_has_no_logs(folder: RunFolder) -> None:
    assert write_logs(folder, RecordingTask()).stages == ()
    assert not folder.logs.exists()


def test_nothing_is_written_behind_a_link(folder: RunFolder, tmp_path: Path) -> None:
    Session(folder).tell([StageStarted(stage="train")])
    (tmp_path / "elsewhere").mkdir()
    folder.logs.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SqueezeError) as caught:
        write_logs(folder, RecordingTask())
    assert caught.value.code == "not-a-folder"
    assert not any((tmp_path / "elsewhere").iterdir())


def test_a_log_that_the_disk_has_no_room_for_leaves_nothing_half_written(folder: RunFolder) -> None:
    Session(folder).tell(stage_events("train", epochs=2))
    with largest_file(500), pytest.raises(SqueezeError) as caught:
        write_logs(folder, RecordingTask())
    assert caught.value.code == "disk-full"
    assert not any((folder.logs / "train").iterdir())


def test_weights_of_another_file_than_the_stage_wrote_are_not_shown(folder: RunFolder) -> None:
    Session(folder).tell(stage_events("train", epochs=1))
    settings = RunSettings()
    done = StageRecord(state="done", fingerprint=fingerprints(settings)["train"], sha256="0" * 64)
    folder.write_record(new_record(settings).with_stage("train", done))
    folder.file("train").write_bytes(b"of somebody else")
    with pytest.raises(SqueezeError) as caught:
        write_logs(folder, RecordingTask())
    assert caught.value.code == "run-damaged"


def test_weights_are_histograms() -> None:
    values = np.random.default_rng(1).normal(0, 1, (3, 3, 8, 100)).astype(np.float32)
    floats, codes = histogram(values), histogram(np.array([-3, 0, 0, 5], np.int8))
    assert floats.num == values.size == sum(floats.bucket)
    assert (floats.min, floats.max) == (values.min(), values.max())
    assert floats.sum == pytest.approx(values.sum(), rel=1e-3)
    assert len(floats.bucket_limit) == len(floats.bucket)
    assert dict(zip(codes.bucket_limit, codes.bucket, strict=True)) == {
        limit: {-2.5: 1, 0.5: 2, 5.5: 1}.get(limit, 0) for limit in np.arange(-2.5, 6)
    }


def test_the_extreme_codes_have_bins() -> None:
    found = histogram(np.array([-128, 127, 127], np.int8))
    assert len(found.bucket_limit) == len(found.bucket) == 256
    assert (found.bucket[0], found.bucket[-1]) == (1, 2)
    assert sum(histogram(np.zeros(4, np.float32)).bucket) == 4


def test_weights_that_are_no_numbers_are_left_out() -> None:
    assert histogram(np.array([1.0, np.nan, np.inf, 3.0])).num == 2
    assert histogram(np.array([np.nan])).num == 0
