"""What a process of this program puts in order when it starts, from a checkout or where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import program
from tests.builders.installed import installed

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for an installed program is a script"
)


def test_programs_of_the_system_get_the_library_path_that_was_there_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/program/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")
    program.prepare_installed()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/own"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/program/_internal")
    program.prepare_installed()
    assert "LD_LIBRARY_PATH" not in os.environ


CLOSED = """
import os, sys
for number in map(int, sys.argv[1]):
    os.close(number)
sys.stdin = sys.stdout = sys.stderr = None
from core.program import provide_streams
provide_streams()
print("to nobody", flush=True)
print("to nobody", file=sys.stderr)
import faulthandler
faulthandler.enable()
assert sys.stdin.read() == ""
os.write(int(sys.argv[2]), b"came through")
"""


@pytest.mark.parametrize(
    ("closed", "expected"), [("012", b"came through"), ("02", b"to nobody\ncame through")]
)
def test_a_program_without_streams_may_print_and_one_with_pipes_uses_them(
    closed: str, expected: bytes
) -> None:
    reading, writing = os.pipe()
    child = subprocess.Popen(
        [sys.executable, "-c", CLOSED, closed, str(writing)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=writing if "1" not in closed else None,
        pass_fds=[writing],
    )
    os.close(writing)
    assert child.wait() == 0
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == expected


def test_what_an_executable_begins_with_costs_none_of_the_engine() -> None:
    code = (
        "import sys, core.program, core.processes.roles; "
        "print(*sorted({n.partition('.')[0] for n in sys.modules} & set(sys.argv)))"
    )
    heavy = ["msgspec", "numpy", "PySide6", "tensorflow", "asyncio", "subprocess"]
    answer = subprocess.run(
        [sys.executable, "-c", code, *heavy], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == []


@posix
def test_the_installed_command_line_is_the_command_line(tmp_path: Path) -> None:
    own = installed(tmp_path, "launch_squeeze")
    answer = subprocess.run([own, "--version"], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert answer.stdout.startswith("Squeeze Studio ")
