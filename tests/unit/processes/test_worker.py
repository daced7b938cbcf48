"""Work in a process of its own: what comes out of it, and that nothing of it is left behind."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import diagnosis, worker_commands
from core.events import Crashed, Failed, Log, Status, Stopped, Succeeded, from_line
from core.paths import log_folder
from core.processes import client
from core.processes.client import WorkerProcess
from core.processes.worker import EventChannel
from core.requests import Assignment, InspectRequest, RunRequest, to_line
from core.settings import DataSettings, RunSettings
from core.worker_commands import ClassifyFrame, ClassifyImages, UseCamera
from tests.processes import is_running, wait_until_gone

ROOT = Path(__file__).parents[3]
REQUEST = InspectRequest(model="model.tflite")


@pytest.fixture(autouse=True)
def own_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def odd_worker(kind: str) -> WorkerProcess:
    return WorkerProcess(REQUEST, (sys.executable, "-P", "-m", "tests.odd_worker", kind))


def started_child(events: Iterator[object]) -> int:
    """The id of the child that a stubborn worker started."""
    return next(int(event.text) for event in events if isinstance(event, Log))


def test_what_is_printed_goes_to_the_log_and_not_between_the_events() -> None:
    with odd_worker("chatty") as worker:
        events = list(worker.events())
    assert [type(event) for event in events] == [Status, Succeeded]
    log = worker.log.read_text()
    assert all(
        words in log for words in ("from Python", "to descriptor 1", "to descriptor 2", "from a child")
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file here is always full")
@pytest.mark.parametrize(("kind", "code"), [("refusing", "data-not-found"), ("leaving", "unexpected")])
def test_an_error_arrives_whole_although_the_log_is_on_a_full_disk(
    kind: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_new_log", lambda _: Path("/dev/full"))
    monkeypatch.setattr(WorkerProcess, "_log_text", lambda _: "")
    with odd_worker(kind) as worker:
        *_, last = worker.events()
    assert isinstance(last, Failed)
    assert last.code == code


def test_the_last_event_is_the_outcome_with_its_figures() -> None:
    with odd_worker("chatty") as worker:
        *_, last = worker.events()
    assert worker.outcome is last
    assert isinstance(last, Succeeded)
    assert (last.result, last.figures) == ("done", {"half": 0.5})


def test_libraries_find_nothing_on_standard_input() -> None:
    with odd_worker("reader") as worker:
        *_, last = worker.events()
    assert isinstance(last, Succeeded)
    assert last.result == ""


def test_a_worker_gives_way_to_other_programs() -> None:
    with odd_worker("unnoticed") as worker:
        *_, last = worker.events()
    assert isinstance(last, Succeeded)
    assert int(last.result) >= min(19, os.nice(0) + 10)


def test_an_error_of_the_table_arrives_whole() -> None:
    with odd_worker("refusing") as worker:
        events = list(worker.events())
    assert [type(event) for event in events] == [Failed]
    assert worker.outcome is events[0]
    assert (events[0].code, events[0].exit_code) == ("data-not-found", 2)  # type: ignore[union-attr]


def test_a_library_that_exits_is_an_unexpected_error() -> None:
    with odd_worker("leaving") as worker:
        *_, last = worker.events()
    assert isinstance(last, Failed)
    assert last.code == "unexpected"
    assert "SystemExit" in worker.log.read_text()


def test_a_worker_that_dies_has_crashed_and_its_last_words_are_kept() -> None:
    with odd_worker("killed") as worker:
        events = list(worker.events())
    assert [type(event) for event in events] == [Status, Crashed]
    assert events[-1] == worker.outcome
    assert events[-1].exit_code == -signal.SIGKILL  # type: ignore[union-attr]
    assert events[-1].last_log == ("last words",)  # type: ignore[union-attr]


def test_a_worker_that_the_kernel_killed_for_memory_says_what_to_lower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = tmp_path / "vmstat"
    counts.write_text("nr_free_pages 5\noom_kill 2\n")
    monkeypatch.setattr(diagnosis, "_COUNTS", counts)
    with odd_worker("killed") as worker:
        events = worker.events()
        assert isinstance(next(events), Status)
        counts.write_text("nr_free_pages 5\noom_kill 3\n")
        *_, last = events
    assert isinstance(last, Failed)
    assert last.code == "memory-exhausted"
    assert all(words in last.remedy for words in ("memory for images", "batch size", "image size"))
    assert last.detail == "last words"


def test_a_worker_that_was_killed_when_hardly_any_memory_was_left_ran_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = tmp_path / "meminfo"
    memory.write_text("MemTotal:       8000000 kB\nMemAvailable:    300000 kB\n")
    monkeypatch.setattr(diagnosis, "_MEMORY", memory)
    with odd_worker("killed") as worker:
        *_, last = worker.events()
    assert isinstance(last, Failed)
    assert last.code == "memory-exhausted"


@pytest.mark.parametrize("kind", ["limited", "aborting"])
def test_a_worker_without_memory_says_so_whether_or_not_it_comes_to_words(kind: str) -> None:
    with odd_worker(kind) as worker:
        *_, last = worker.events()
    assert isinstance(last, Failed)
    assert last.code == "memory-exhausted"


def test_real_work_in_too_little_memory_ends_with_that_error(tmp_path: Path) -> None:
    settings = RunSettings(data=DataSettings(image_size=32, scenes_per_class=10))
    request = RunRequest(folder=str(tmp_path / "run"), settings=settings, until="train")
    limited = ("bash", "-c", 'ulimit -v 800000 && exec "$@"', "bash", *client.COMMAND)
    with WorkerProcess(request, limited) as worker:
        *_, last = worker.events()
    assert isinstance(last, Failed), last
    assert last.code == "memory-exhausted"


@pytest.fixture
def memory_group() -> Iterator[Path]:
    """A control group whose processes have 100 MB together."""
    own = Path("/proc/self/cgroup").read_text().splitlines()
    home, limit = Path("/sys/fs/cgroup"), "memory.max"
    if any(":memory:" in line for line in own):
        home, limit = home / "memory", "memory.limit_in_bytes"
    group = home / f"squeeze-test-{os.getpid()}"
    try:
        group.mkdir()
    except OSError as error:
        pytest.skip(f"no control group can be made: {error}")
    try:
        (group / limit).write_text(str(100 << 20))
        (group / "memory.swap.max").write_text("0") if (group / "memory.swap.max").exists() else None
        yield group
    except OSError as error:
        pytest.skip(f"memory cannot be limited: {error}")
    finally:
        group.rmdir()


def test_the_kernel_really_kills_a_worker_for_memory(
    memory_group: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SQUEEZE_TEST_GROUP", str(memory_group))
    with odd_worker("swallowing") as worker:
        events = list(worker.events())
    assert isinstance(events[0], Status)
    last = events[-1]
    assert isinstance(last, Failed), last
    assert last.code == "memory-exhausted"


def test_a_worker_that_we_ended_ourselves_did_not_crash() -> None:
    with odd_worker("obedient") as worker:
        events = worker.events()
        assert isinstance(next(events), Status)
        worker.kill()
        *_, last = events
    assert isinstance(last, Stopped)


def test_a_worker_that_is_asked_to_stop_stops() -> None:
    with odd_worker("obedient") as worker:
        events = worker.events()
        assert isinstance(next(events), Status)
        worker.cancel()
        *_, last = events
    assert isinstance(last, Stopped)


def test_orders_arrive_while_the_work_goes_on() -> None:
    given = (ClassifyImages(paths=("ü.png",)), ClassifyFrame(name="frame", data=bytes(range(256))))
    with odd_worker("asked") as worker:
        events = worker.events()
        assert next(events).text == "listening"  # type: ignore[union-attr]
        for order in given:
            worker.send(order)
        told = [next(events).text for _ in given]  # type: ignore[union-attr]
        worker.cancel()
        *_, last = events
    assert told == [repr(order) for order in given]
    assert isinstance(last, Stopped)


def test_a_line_that_is_no_order_is_passed_over(tmp_path: Path) -> None:
    assignment = Assignment(task="t", log=str(tmp_path / "log"), request=REQUEST)
    given = to_line(assignment) + b"nonsense\n" + worker_commands.to_line(UseCamera(on=True)) + b"cancel\n"
    answer = subprocess.run(
        [sys.executable, "-m", "tests.odd_worker", "asked"],
        cwd=ROOT,
        input=given,
        capture_output=True,
        check=False,
    )
    *_, last = map(from_line, answer.stdout.splitlines())
    assert isinstance(last, Stopped)
    assert "No command" in (tmp_path / "log").read_text()


def test_asking_twice_is_asking_once() -> None:
    with odd_worker("obedient") as worker:
        events = worker.events()
        next(events)
        worker.cancel()
        worker.cancel()
        assert [type(event) for event in events] == [Status, Stopped]


def test_a_worker_that_stops_but_does_not_end_gets_no_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PATIENCE", 0.5)
    with odd_worker("lingering") as worker:
        events = worker.events()
        next(events)
        asked = time.monotonic()
        worker.cancel()
        monkeypatch.setattr(client, "PATIENCE", 60.0)
        *_, last = events
    assert isinstance(last, Stopped)
    assert time.monotonic() - asked < 5


def test_a_worker_that_does_not_stop_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PATIENCE", 0.2)
    with odd_worker("stubborn") as worker:
        events = worker.events()
        child = started_child(events)
        worker.cancel()
        *_, last = events
    assert isinstance(last, Stopped)
    wait_until_gone(child)


def test_leaving_the_block_ends_the_worker_and_its_children() -> None:
    with odd_worker("stubborn") as worker:
        child = started_child(worker.events())
    assert not is_running(worker.pid)
    wait_until_gone(child)


def test_no_worker_outlives_the_process_that_started_it() -> None:
    """The reader is killed, so that nobody is left to ask the worker to stop."""
    starter = (
        "import sys, time\n"
        "from tests.unit.processes.test_worker import odd_worker, started_child\n"
        "worker = odd_worker('stubborn')\n"
        "print(worker.pid, started_child(worker.events()), flush=True)\n"
        "time.sleep(600)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", starter], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    worker, child = (int(word) for word in process.stdout.readline().split())
    process.kill()
    process.communicate()
    wait_until_gone(worker)
    wait_until_gone(child)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_to_stop(number: signal.Signals) -> None:
    with odd_worker("obedient") as worker:
        events = worker.events()
        next(events)
        os.kill(worker.pid, number)
        *_, last = events
    assert isinstance(last, Stopped)


def test_a_first_line_that_is_no_assignment_is_refused() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "core.processes", "--run"],
        cwd=ROOT,
        input=b"hello\n",
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert b"no assignment" in answer.stderr


def test_the_exit_code_tells_the_outcome_too(tmp_path: Path) -> None:
    assignment = Assignment(task="t", log=str(tmp_path / "log"), request=REQUEST)
    answer = subprocess.run(
        [sys.executable, "-m", "tests.odd_worker", "refusing"],
        cwd=ROOT,
        input=to_line(assignment),
        capture_output=True,
        check=False,
    )
    assert answer.returncode == 2
    assert isinstance(from_line(answer.stdout), Failed)


def test_old_logs_go() -> None:
    folder = log_folder()
    for number in range(40):
        (folder / f"20200101-0000{number:02}-x.log").write_bytes(b"")
    others = {"00.log", "notes.log", "window.log"}
    for name in others:
        (folder / name).write_text("mine")
    with odd_worker("chatty") as worker:
        list(worker.events())
    left = sorted({path.name for path in folder.iterdir()} - others)
    assert all((folder / name).read_text() == "mine" for name in others)
    assert len(left) == 30
    assert left[0] == "20200101-000011-x.log"
    assert left[-1] == worker.log.name


def test_an_old_log_that_cannot_be_removed_keeps_no_worker_from_starting() -> None:
    first, *others = (log_folder() / f"20200101-0000{number:02}-x.log" for number in range(40))
    for log in others:
        log.touch()
    # As little to be removed as a file that is open on Windows.
    first.mkdir()
    with odd_worker("chatty") as worker:
        *_, last = worker.events()
    assert isinstance(last, Succeeded)
    assert len(list(log_folder().glob("*.log"))) == 31


class Refusing(io.BytesIO):
    """A stream that the system refuses to write to."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def flush(self) -> None:
        raise OSError(self._number, os.strerror(self._number))


def test_a_worker_whose_reader_is_gone_on_windows_stops_without_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lost: list[bool] = []
    monkeypatch.setattr("sys.platform", "win32")
    EventChannel(Refusing(errno.EINVAL), lambda: lost.append(True)).send(Status(text="working"))
    assert lost == [True]


def test_another_refusal_does_not_count_as_a_reader_that_is_gone() -> None:
    lost: list[bool] = []
    with pytest.raises(OSError, match="No space"):
        EventChannel(Refusing(errno.ENOSPC), lambda: lost.append(True)).send(Status(text="working"))
    assert lost == []
