"""A run in the real TensorBoard, asked over HTTP as a browser does."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from core.errors import RunError
from core.events import AnyEvent, PageOffered, StageStarted, Stopped
from core.processes.client import WorkerProcess
from core.processes.roles import own_environment
from core.report.tensorboard_page import show_in_tensorboard
from core.requests import TensorBoardRequest
from core.runs.event_record import EventRecord
from core.runs.folder import RunFolder
from core.runs.record import new_record
from core.settings import RunSettings
from tests.builders.run_events import epoch_events, timed
from tests.recording import RecordingTask

START = 1_795_205_194.0
PATIENCE = 90.0


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    """A run that trains: one epoch of three steps is done."""
    made = RunFolder(tmp_path / "run")
    made.path.mkdir()
    made.write_record(new_record(RunSettings()))
    tell(made, [StageStarted(stage="train"), *epoch_events("train", 1, 3, 3)], START)
    return made


def tell(folder: RunFolder, events: list[AnyEvent], start: float) -> None:
    """Write what a session of the run reports."""
    record = EventRecord(folder.events)
    record.begin()
    for event in timed(events, start):
        record.add(event)


@contextmanager
def offered(folder: RunFolder) -> Iterator[tuple[str, WorkerProcess]]:
    """The address at which a worker shows the run, which is stopped at the end."""
    with WorkerProcess(TensorBoardRequest(run=str(folder.path))) as worker:
        told: list[AnyEvent] = []
        listener = threading.Thread(target=lambda: told.extend(worker.events()), daemon=True)
        address = next((one.address for one in worker.events() if isinstance(one, PageOffered)), "")
        assert address, worker.last_log()
        listener.start()
        yield address, worker
        worker.cancel()
        listener.join(PATIENCE)
        assert isinstance(told[-1], Stopped)


def answered(address: str, path: str, host: str = "") -> Any:
    request = urllib.request.Request(f"{address}{path}", headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def steps(address: str, tag: str) -> list[int]:
    """The steps that TensorBoard has of a curve of the Train stage by now."""
    try:
        points = answered(address, f"data/plugin/scalars/scalars?run=train&tag={quote(tag)}")
    except urllib.error.HTTPError as error:
        error.close()
        return []
    return [int(step) for _time, step, _value in points]


def wait_for(address: str, tag: str, expected: list[int]) -> None:
    deadline = time.monotonic() + PATIENCE
    while (found := steps(address, tag)) != expected:
        assert time.monotonic() < deadline, found
        threading.Event().wait(0.5)


def test_a_run_at_work_is_shown_on_this_computer_alone_and_kept_up_to_date(folder: RunFolder) -> None:
    with offered(folder) as (address, _worker):
        where = urlsplit(address)
        assert (where.scheme, where.hostname) == ("http", "127.0.0.1")
        assert where.port
        wait_for(address, "step/loss", [1, 2, 3])
        assert answered(address, "data/runs") == ["train"]
        with socket.socket() as other:
            # An address that reaches this computer as well, and not the page.
            assert other.connect_ex(("127.0.0.2", where.port)) != 0
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            answered(address, "data/runs", host=f"elsewhere.example:{where.port}")
        refused.value.close()
        tell(folder, list(epoch_events("train", 2, 3, 3)), START + 100)
        wait_for(address, "epoch/loss", [1, 2])
        # What is done again takes the place of what was shown.
        again = [StageStarted(stage="train"), *epoch_events("train", 1, 3, 2)]
        tell(folder, again, START + 200)
        wait_for(address, "step/loss", [1, 2])
    with socket.socket() as gone:
        assert gone.connect_ex(("127.0.0.1", where.port)) != 0


def test_it_ends_with_a_command_line_that_is_killed(folder: RunFolder) -> None:
    words = [sys.executable, "-m", "core.cli", "tensorboard", str(folder.path), "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env=own_environment()) as command:
        assert command.stdout is not None
        port = urlsplit(json.loads(command.stdout.readline())["address"]).port
        with socket.create_connection(("127.0.0.1", port or 0)):
            pass
        command.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while True:
        with socket.socket() as gone:
            if gone.connect_ex(("127.0.0.1", port)):
                return
        assert time.monotonic() < deadline
        threading.Event().wait(0.1)


def test_without_tensorboard_it_is_said_how_to_get_it(
    folder: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tensorboard", None)
    with pytest.raises(RunError) as caught:
        show_in_tensorboard(TensorBoardRequest(run=str(folder.path)), RecordingTask())
    assert caught.value.code == "tensorboard-missing"
    assert "pip install" in caught.value.remedy
    assert not folder.logs.exists()
