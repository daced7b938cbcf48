"""What the firmware's tests share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.firmware.host_build import BUILD, build

Probe = Callable[..., bytes]


@pytest.fixture(scope="session")
def host_build() -> Path:
    """The folder with the built programs."""
    build(BUILD)
    return BUILD


@pytest.fixture(scope="session")
def probe(host_build: Path) -> Probe:
    """Runs firmware/host_test/probe.cc: its words and its input, to its output."""

    def run(*words: str, stdin: bytes) -> bytes:
        done = subprocess.run([host_build / "probe", *words], input=stdin, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout

    return run
