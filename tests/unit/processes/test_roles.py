"""How the program starts its own parts, from a checkout and where an installer brought it."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.events import Failed, from_line
from core.processes import roles
from core.requests import Assignment, InspectRequest, to_line
from tests.builders.installed import installed

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("role", roles.ROLES)
def test_what_a_role_names_is_there(role: str) -> None:
    assert callable(importlib.import_module(roles.ROLES[role]).main)


@pytest.mark.parametrize("role", roles.ROLES)
def test_a_checkout_has_python_run_the_package_of_roles(role: str) -> None:
    assert roles.own_command(role) == (sys.executable, "-P", "-m", "core.processes", f"--{role}")


@pytest.mark.parametrize("role", roles.ROLES)
def test_an_installed_program_starts_itself(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert roles.own_command(role) == (sys.executable, f"--{role}")


def test_a_part_finds_the_packages_of_a_checkout_and_keeps_what_was_found_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert roles.own_environment()["PYTHONPATH"] == f"{ROOT}{os.pathsep}elsewhere"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert roles.own_environment()["PYTHONPATH"] == "elsewhere"


def test_numpy_multiplies_in_one_thread_unless_a_person_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    assert roles.own_environment()["OPENBLAS_NUM_THREADS"] == "1"
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    assert roles.own_environment()["OPENBLAS_NUM_THREADS"] == "2"


@pytest.mark.parametrize("words", [[], ["demo"], ["run"], ["--self-test"], ["--"]])
def test_other_command_lines_name_no_role(words: list[str]) -> None:
    assert roles.run_role(words) is None


@pytest.mark.parametrize("role", roles.ROLES)
def test_a_role_takes_no_arguments(role: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert roles.run_role([f"--{role}", "now"]) == 2
    assert f"--{role}" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for an installed program is a script")
@pytest.mark.parametrize("launcher", ["launch_studio", "launch_squeeze"])
def test_an_installed_program_is_its_own_worker(tmp_path: Path, launcher: str) -> None:
    own = installed(tmp_path, launcher)  # type: ignore[arg-type]
    request = InspectRequest(model=str(tmp_path / "none.tflite"))
    line = to_line(Assignment(task="t", log=str(tmp_path / "log"), request=request))
    answer = subprocess.run([own, "--run"], input=line, capture_output=True, cwd=tmp_path, check=False)
    assert isinstance(from_line(answer.stdout), Failed)
    assert answer.returncode == 2
    refused = subprocess.run([own, "--run", "now"], input=line, capture_output=True, check=False)
    assert (refused.returncode, refused.stdout) == (2, b"")


def test_a_name_that_is_no_role_is_wrong_usage() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "core.processes", "run"], cwd=ROOT, capture_output=True, check=False
    )
    assert (answer.returncode, answer.stdout) == (2, b"")
