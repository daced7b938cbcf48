"""events.jsonl over several sessions, one of which was killed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.errors import SqueezeError
from core.events import Log, Progress, Status
from core.runs.event_record import EventRecord, read_events
from tests.builders.run_events import stage_events
from tests.limits import largest_file


def begun(path: Path) -> EventRecord:
    record = EventRecord(path)
    record.begin()
    return record


def test_events_are_kept_in_order_over_sessions(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    begun(path).add(Status(text="first"))
    begun(path).add(Status(text="second"))
    assert [event.text for event in read_events(path)] == ["first", "second"]  # type: ignore[union-attr]


def test_events_wait_until_the_run_is_known_to_begin(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    record = EventRecord(path)
    record.add(Status(text="reading"))
    assert not path.exists()
    record.begin()
    record.add(Status(text="training"))
    assert [event.text for event in read_events(path)] == ["reading", "training"]  # type: ignore[union-attr]


def test_progress_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    record = begun(path)
    record.add(Progress(done=1, total=2))
    record.add(Log(level="info", text="kept"))
    assert [type(event) for event in read_events(path)] == [Log]


def test_half_a_line_of_a_killed_session_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    begun(path).add(Status(text="whole"))
    with path.open("ab") as file:
        file.write(b'{"event":"status","te')
    begun(path).add(Status(text="next"))
    assert [event.text for event in read_events(path)] == ["whole", "next"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("step-done", "loss", 1e39),
        ("step-done", "epoch", 0),
        ("step-done", "steps", 10**12),
        ("epoch-done", "epochs", -1),
        ("epoch-done", "validation_accuracy", 2),
        ("stage-started", "resumed_epoch", -1),
        ("stage-finished", "figures", {"accuracy": 0.5, "accuracy_interval": [], "loss": 1}),
        ("stage-finished", "figures", {"accuracy": 0.5, "accuracy_interval": ["low", 1], "loss": 1}),
        ("stage-finished", "figures", {"accuracy": 0.5, "accuracy_interval": [0, 1], "loss": 1e39}),
        ("stage-finished", "figures", {"bytes": -1}),
        ("stage-finished", "time", 1e300),
    ],
)
def test_a_line_with_figures_that_cannot_be_is_no_event(
    kind: str, key: str, value: object, tmp_path: Path
) -> None:
    path = tmp_path / "events.jsonl"
    record = begun(path)
    for event in stage_events("train", epochs=1, steps=1):
        record.add(event)
    sound = list(read_events(path))
    lines = [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]
    damaged = [line | {key: value} if line["event"] == kind else line for line in lines]
    path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in damaged))
    left = list(read_events(path))
    assert left == [event for event in sound if event.__struct_config__.tag != kind]
    assert len(left) == len(sound) - 1


def test_the_name_of_a_file_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    told = Status(text="Reading a\udcff.jpg", values={"name\udcfe": "a\udcff.jpg"})
    begun(path).add(told)
    (read,) = read_events(path)
    assert read == Status(text=r"Reading a\xff.jpg", values={r"name\xfe": r"a\xff.jpg"})


def test_a_full_disk_is_an_error_of_the_table(tmp_path: Path) -> None:
    record = begun(tmp_path / "events.jsonl")
    with largest_file(10), pytest.raises(SqueezeError) as caught:
        record.add(Status(text="too long for what is left"))
    assert caught.value.code == "disk-full"
