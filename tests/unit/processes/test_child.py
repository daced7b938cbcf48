"""A child process is heard while it runs, and is gone when nobody waits for it any more."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from core.processes.child import ChildProcess, Printed
from core.processes.streams import read_block
from tests.processes import is_running, wait_until_gone

FOREVER = "import time; time.sleep(600)"


def command(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_what_is_printed_is_told_apart_from_lines_of_output() -> None:
    code = "import sys; print('out'); print('err  ', file=sys.stderr); print('half', end='')"
    with ChildProcess(command(code)) as child:
        said = list(child.said())
        assert child.wait() == 0
    assert sorted(said, key=str) == [Printed("err"), b"half", b"out\n"]
    assert child.last_printed == "err"
    assert list(child.said()) == []


def test_of_a_tool_all_is_printed_and_in_its_order() -> None:
    code = "import sys; [print(i, file=(sys.stderr, sys.stdout)[i % 2], flush=True) for i in range(40)]"
    with ChildProcess(command(code), frames=None) as child:
        assert list(child.said()) == [Printed(str(i)) for i in range(40)]
    assert child.last_printed.split() == [str(i) for i in range(10, 40)]


def test_blocks_are_cut_by_their_length() -> None:
    code = "import sys; sys.stdout.buffer.write(b'\\x03\\0\\0\\0a\\nb\\x02\\0\\0\\0cd')"
    with ChildProcess(command(code), frames=read_block) as child:
        assert list(child.said()) == [b"a\nb", b"cd"]


def test_a_child_that_is_not_in_a_hurry_is_looked_after() -> None:
    looked: list[float] = []

    def look() -> None:
        looked.append(time.monotonic())
        if len(looked) > 3:
            raise InterruptedError

    with ChildProcess(command(FOREVER)) as child, pytest.raises(InterruptedError):
        list(child.said(look))
    assert not is_running(child.pid)


def test_a_child_that_says_nothing_is_waited_for_only_so_long() -> None:
    with ChildProcess(command(FOREVER)) as child:
        assert list(child.said(silence=0.2)) == []
        assert child.is_running


def test_a_child_that_takes_too_long_is_ended_and_that_is_known() -> None:
    with ChildProcess(command(FOREVER)) as child:
        with child.ended_after(0.1):
            assert list(child.said()) == []
        assert child.ended_for_time == 0.1


def test_a_child_that_does_not_read_can_be_written_to() -> None:
    with ChildProcess(command("pass")) as child:
        for _ in child.said():
            pass
        child.write(bytes(1 << 20))
        child.end_input()
        assert child.wait() == 0


def test_what_leads_a_tree_takes_its_children_along() -> None:
    start = f"subprocess.Popen([sys.executable, '-c', {FOREVER!r}], stdout=subprocess.DEVNULL)"
    code = f"import subprocess, sys; print({start}.pid, flush=True); {FOREVER}"
    with ChildProcess(command(code), leads_tree=True) as child:
        said = next(child.said())
        assert isinstance(said, bytes)
        assert is_running(int(said))
    assert not is_running(child.pid)
    wait_until_gone(int(said))


def test_what_cannot_be_started_says_so_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ChildProcess([str(tmp_path / "none")])


def test_a_child_starts_where_it_is_told_to(tmp_path: Path) -> None:
    with ChildProcess(command("import os; print(os.getcwd())"), folder=tmp_path) as child:
        assert list(child.said()) == [f"{tmp_path}\n".encode()]
