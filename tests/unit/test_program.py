"""How the program starts its own parts, from a checkout and where an installer brought it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import program
from core.events import Failed, from_line
from core.requests import Assignment, InspectRequest, to_line
from tests.builders.installed import installed

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for an installed program is a script"
)


@pytest.mark.parametrize("role", program.ROLES)
def test_a_checkout_has_python_run_the_module_of_a_role(role: str) -> None:
    assert program.own_command(role) == (sys.executable, "-P", "-m", program.ROLES[role])


@pytest.mark.parametrize("role", program.ROLES)
def test_an_installed_program_starts_itself(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.own_command(role) == (sys.executable, f"--{role}")


def test_a_part_finds_the_packages_of_a_checkout_and_keeps_what_was_found_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert program.own_environment()["PYTHONPATH"] == f"{ROOT}{os.pathsep}elsewhere"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program.own_environment()["PYTHONPATH"] == "elsewhere"


def test_numpy_multiplies_in_one_thread_unless_a_person_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    assert program.own_environment()["OPENBLAS_NUM_THREADS"] == "1"
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    assert program.own_environment()["OPENBLAS_NUM_THREADS"] == "2"


@pytest.mark.parametrize("words", [[], ["demo"], ["worker"], ["--self-test"], ["--"]])
def test_other_command_lines_name_no_role(words: list[str]) -> None:
    assert program.run_role(words) is None


@pytest.mark.parametrize("role", program.ROLES)
def test_a_role_takes_no_arguments(role: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.run_role([f"--{role}", "now"]) == 2
    assert f"--{role}" in capsys.readouterr().err


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


@posix
@pytest.mark.parametrize("launcher", ["launch_studio", "launch_squeeze"])
def test_an_installed_program_is_its_own_worker(tmp_path: Path, launcher: str) -> None:
    own = installed(tmp_path, launcher)  # type: ignore[arg-type]
    request = InspectRequest(model=str(tmp_path / "none.tflite"))
    line = to_line(Assignment(task="t", log=str(tmp_path / "log"), request=request))
    answer = subprocess.run([own, "--worker"], input=line, capture_output=True, cwd=tmp_path, check=False)
    assert isinstance(from_line(answer.stdout), Failed)
    assert answer.returncode == 2
    refused = subprocess.run([own, "--worker", "now"], input=line, capture_output=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, b"")


def test_what_an_executable_begins_with_costs_none_of_the_engine() -> None:
    code = (
        "import sys, core.program; print(*sorted({n.partition('.')[0] for n in sys.modules} & set(sys.argv)))"
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
