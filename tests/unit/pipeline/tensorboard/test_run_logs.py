"""logs/ as TensorFlow reads it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.events import AnyEvent, StageFinished, StageStarted
from core.pipeline.event_record import EventRecord
from core.pipeline.tensorboard.event_file import histogram
from core.pipeline.tensorboard.run_logs import RunLogs
from core.settings import Stage
from tests.builders.run_events import epoch_events, finished, stage_events, timed

START = 1_795_205_194.0
Points = dict[str, list[tuple[int, float]]]


class Session:
    """A session that writes its events down, then into the logs."""

    def __init__(self, path: Path) -> None:
        self._record = EventRecord(path / "events.jsonl")
        self._record.begin()
        self.logs = RunLogs(path / "logs", path / "events.jsonl")

    def tell(self, events: Iterable[AnyEvent], start: float = START) -> None:
        for event in timed(events, start):
            self._record.add(event)
            self.logs.add(event)


def read(path: Path, stage: Stage) -> list[Any]:
    """The events of a stage's only file, as TensorFlow reads them, their checksums verified."""
    from core.backend import tf

    (file,) = (path / "logs" / stage).iterdir()
    assert "tfevents" in file.name
    records = tf.data.TFRecordDataset(str(file)).as_numpy_iterator()
    return [tf.compat.v1.Event.FromString(record) for record in records]


def points(path: Path, stage: Stage) -> Points:
    found: Points = {}
    for event in read(path, stage):
        for value in event.summary.value:
            if value.HasField("simple_value"):
                found.setdefault(value.tag, []).append((event.step, value.simple_value))
    return found


def test_tensorflow_reads_steps_epochs_and_test_figures(tmp_path: Path) -> None:
    figures: dict[str, object] = {
        "accuracy": 0.75,
        "accuracy_interval": [0.5, 0.875],
        "bytes": 1024,
        "table_bytes": None,
        "file": "float.keras",
    }
    events = [*stage_events("train", epochs=2, steps=5)[:-1], StageFinished(stage="train", figures=figures)]
    Session(tmp_path).tell(events)
    read_back = points(tmp_path, "train")
    assert [step for step, _ in read_back["step/loss"]] == list(range(1, 11))
    assert [step for step, _ in read_back["epoch/validation_loss"]] == [1, 2]
    assert dict(read_back["epoch/loss"]) == pytest.approx({1: 1.5, 2: 1.0})
    assert dict(read_back["epoch/learning_rate"]) == pytest.approx({1: 1e-3, 2: 1e-3})
    assert read_back["test/accuracy"] == [(2, 0.75)]
    assert read_back["test/accuracy_high"] == [(2, 0.875)]
    assert read_back["file/bytes"] == [(2, 1024)]
    assert "file/table_bytes" not in read_back


def test_a_file_begins_as_tensorboard_expects_and_tells_the_time(tmp_path: Path) -> None:
    Session(tmp_path).tell(stage_events("train", epochs=1, steps=1))
    first, second, third, *_ = read(tmp_path, "train")
    assert first.file_version == "brain.Event:2"
    assert second.session_log.status == 1
    assert third.wall_time == START + 1


def test_a_resumed_stage_goes_on_in_the_same_curves_without_doubled_steps(tmp_path: Path) -> None:
    broken = [
        StageStarted(stage="train"),
        *epoch_events("train", 1, 3, 5),
        *list(epoch_events("train", 2, 3, 5))[:3],
    ]
    Session(tmp_path).tell(broken)
    assert [step for step, _ in points(tmp_path, "train")["step/loss"]] == list(range(1, 9))
    again = [
        StageStarted(stage="train", resumed_epoch=1),
        *epoch_events("train", 2, 3, 5),
        *epoch_events("train", 3, 3, 5),
        finished("train", 0.75),
    ]
    Session(tmp_path).tell(again, START + 100)
    read_back = points(tmp_path, "train")
    assert [step for step, _ in read_back["step/loss"]] == list(range(1, 16))
    assert [step for step, _ in read_back["epoch/loss"]] == [1, 2, 3]
    assert [step for step, _ in read_back["test/accuracy"]] == [3]


def test_a_stage_that_is_done_anew_has_nothing_of_before(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.tell(stage_events("train", epochs=3, steps=2))
    session.tell(stage_events("prune", epochs=1, steps=2))
    session.tell(stage_events("train", epochs=1, steps=2), START + 100)
    assert [step for step, _ in points(tmp_path, "train")["epoch/loss"]] == [1]
    assert [step for step, _ in points(tmp_path, "prune")["epoch/loss"]] == [1]


def test_what_a_kill_left_half_written_is_gone_after_resuming(tmp_path: Path) -> None:
    Session(tmp_path).tell([StageStarted(stage="train"), *epoch_events("train", 1, 2, 5)])
    (file,) = (tmp_path / "logs" / "train").iterdir()
    file.write_bytes(file.read_bytes()[:-7])
    Session(tmp_path).tell([StageStarted(stage="train", resumed_epoch=1)], START + 100)
    assert [step for step, _ in points(tmp_path, "train")["epoch/loss"]] == [1]


def test_weights_of_a_stage_are_histograms(tmp_path: Path) -> None:
    session = Session(tmp_path)
    session.tell([StageStarted(stage="quantize")])
    values = np.random.default_rng(1).normal(0, 1, (3, 3, 8, 100)).astype(np.float32)
    session.logs.add_weights({"conv1": values, "codes": np.array([-3, 0, 0, 5], np.int8)}, START)
    found = {value.tag: value.histo for event in read(tmp_path, "quantize") for value in event.summary.value}
    floats, codes = found["weights/conv1"], found["weights/codes"]
    assert floats.num == values.size == sum(floats.bucket)
    assert (floats.min, floats.max) == (values.min(), values.max())
    assert floats.sum == pytest.approx(values.sum(), rel=1e-3)
    assert len(floats.bucket_limit) == len(floats.bucket)
    assert dict(zip(codes.bucket_limit, codes.bucket, strict=True)) == {
        limit: {-2.5: 1, 0.5: 2, 5.5: 1}.get(limit, 0) for limit in np.arange(-2.5, 6)
    }


def test_the_extreme_codes_have_bins() -> None:
    found = histogram(np.array([-128, 127, 127], np.int8))
    assert len(found.limits) == len(found.counts) == 256
    assert (found.counts[0], found.counts[-1]) == (1, 2)
    assert histogram(np.zeros(4, np.float32)).counts.sum() == 4
