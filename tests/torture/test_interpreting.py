"""A copy of an interpreter process does what the process does that the program starts."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

if not Path("/proc/self").is_dir():
    pytest.skip("processes are looked up in /proc", allow_module_level=True)

from core.errors import ModelError
from core.evaluation.interpreter_process import InterpreterProcess, LoadModel, ModelBeside
from tests.builders.tflite_models import conv_model
from tests.torture.interpreting import copied_interpreters, taken

_MOST = 4 << 30
_PATIENCE = 60.0


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[bytes]]:
    """The process that makes copies."""
    with copied_interpreters(tmp_path_factory.mktemp("copies") / "taken", _MOST) as process:
        yield process


def copies(maker: subprocess.Popen[bytes]) -> list[int]:
    """The copies that are there."""
    return [copy for keeper in _children(maker.pid) for copy in _children(keeper)]


def _children(pid: int) -> list[int]:
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def answers(model: bytes) -> bytes:
    """What a model gives for one input, in an interpreter's process."""
    with ModelBeside(model, "tflm") as beside:
        beside.begin(np.full((1, *beside.signature.input_shape), 3, np.int8))
        return beside.outputs().tobytes()


def wait_until_told(file: Path) -> None:
    """Whoever keeps a copy tells what it took a moment after the copy has ended."""
    deadline = time.monotonic() + _PATIENCE
    while not (file.exists() and file.read_text().endswith("\n")):
        assert time.monotonic() < deadline, "nothing was told"
        time.sleep(0.02)


def test_it_answers_the_same_and_says_what_it_took(tmp_path: Path) -> None:
    file = tmp_path / "taken"
    with copied_interpreters(file, _MOST):
        by_copy = answers(conv_model())
        wait_until_told(file)
    seconds, most = taken(file)
    assert by_copy == answers(conv_model())
    assert seconds >= 0
    assert 10 << 20 < most < 1 << 30
    assert taken(file) == (0, 0)


def test_a_crash_ends_the_copy_and_is_told(maker: subprocess.Popen[bytes]) -> None:
    with InterpreterProcess() as process:
        process.loaded(LoadModel(conv_model(), "tflm"), 60)
        (copy,) = copies(maker)
        os.kill(copy, signal.SIGSEGV)
        assert process.answer() is None
        error = process.failure(None, "model.tflite")
    assert isinstance(error, ModelError)
    assert "ended with code -11" in error.happened


def test_a_copy_ends_with_whoever_asked_for_it(maker: subprocess.Popen[bytes]) -> None:
    with InterpreterProcess() as process:
        process.loaded(LoadModel(conv_model(), "tflm"), 60)
        (copy,) = copies(maker)
        ended = os.pidfd_open(copy)
    try:
        assert select.select([ended], [], [], 30)[0] == [ended]
    finally:
        os.close(ended)


def test_the_next_interpreter_processes_are_the_programs_own_again(tmp_path: Path) -> None:
    file = tmp_path / "taken"
    with copied_interpreters(file, _MOST) as maker:
        pass
    assert maker.returncode == -signal.SIGKILL
    answers(conv_model())
    assert taken(file) == (0, 0)
