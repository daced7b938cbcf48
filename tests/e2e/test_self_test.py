"""The self-test of a program that behaves as an installed one, kept from every other computer."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.settings import STAGES
from tests.builders.installed import installed, starts
from tests.builders.network_guard import guarded_environment, tried

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for an installed program is a script"
)


def test_the_guard_keeps_a_program_from_other_computers(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    answer = subprocess.run(
        [sys.executable, "-c", code], env=guarded_environment(tmp_path), capture_output=True, check=False
    )
    assert b"no network here" in answer.stderr
    assert tried(tmp_path) == (1, ["socket.getaddrinfo 192.0.2.1"])


def test_an_installed_program_tries_everything_through_itself_and_calls_nobody(tmp_path: Path) -> None:
    own = installed(tmp_path, "launch_studio")
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CACHE", "STATE", "CONFIG")}
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    answer = subprocess.run(
        [own, "--self-test", "--json"],
        env={**guarded_environment(tmp_path), **places, "TMPDIR": str(scratch)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    tested = json.loads(answer.stdout)
    assert answer.returncode == 0, tested
    names = [check["name"] for check in tested["checks"]]
    assert names == ["needs", "files", "folders", "window", "worker", *STAGES, "virtual board"]
    assert all(check["ok"] for check in tested["checks"])
    assert tested["checks"][-1]["found"].endswith("agrees with the file on 10/10 images")
    roles = ["--run", "--flash", "--interpret", "--first-page"]
    roles.append("--self-test --json")
    assert set(starts(own)) == set(roles)
    watched, reached = tried(tmp_path)
    assert watched >= len(starts(own))
    assert reached == []
    assert list(scratch.iterdir()) == []


def test_stopping_it_leaves_nothing_behind(tmp_path: Path) -> None:
    own = installed(tmp_path, "launch_squeeze")
    (tmp_path / "scratch").mkdir()
    environment = {**guarded_environment(tmp_path), "TMPDIR": str(tmp_path / "scratch")}
    process = subprocess.Popen([own, "self-test"], env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = next(line for line in process.stdout if "worker" in line)
    assert line.startswith("ok ")
    # The run has begun when its folder is there.
    limit = time.monotonic() + 60
    while not list((tmp_path / "scratch").glob("*/run/run.lock")) and time.monotonic() < limit:
        time.sleep(0.05)
    process.send_signal(2)
    process.stdout.read()
    assert process.wait(20) == 130
    process.stdout.close()
    assert list((tmp_path / "scratch").iterdir()) == []
