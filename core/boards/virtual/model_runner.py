"""The process that runs a virtual board's model: `python -m core.boards.virtual.model_runner`.

A model may crash its runtime; then only this process is gone. It reads messages (`model_process`) on standard
input and answers them on standard output until standard input ends.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from typing import BinaryIO

import numpy as np

from core.boards.virtual.model_process import (
    AnyMessage,
    Loaded,
    LoadModel,
    Ran,
    Refused,
    RunModel,
    receive,
    send,
)
from core.errors import SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.tflite.arena import ArenaFigures, arena_figures
from core.tflite.interpreter import Interpreter
from core.tflite.tflm import TflmInterpreter, tflm_available


def main() -> None:
    """Answer messages until there are no more."""
    stream = _private_output()
    runner = ModelRunner()
    while (message := receive(sys.stdin.buffer)) is not None:
        send(stream, runner.answer(message))


class ModelRunner:
    """Holds the model that was loaded last."""

    def __init__(self) -> None:
        self._interpreter: Interpreter | None = None

    def answer(self, message: AnyMessage) -> AnyMessage:
        """What a request gives: `Loaded`, `Ran` or `Refused`."""
        try:
            match message:
                case LoadModel(model=model):
                    return self._load(model)
                case RunModel(codes=codes):
                    return self._run(codes)
        except SqueezeError as error:
            return Refused(error.code, error.detail or str(error))
        except (RuntimeError, ValueError) as error:
            return Refused("model-not-runnable", str(error))
        raise ValueError(f"{type(message).__name__} is no request")

    def _load(self, model: bytes) -> Loaded:
        self._interpreter = None
        interpreter = open_interpreter(model, "tflm" if tflm_available() else None)
        self._interpreter = interpreter
        signature = interpreter.signature
        interpreter.predict(np.zeros((1, *signature.input_shape), np.int8))
        return Loaded(
            runtime=interpreter.runtime,
            input_shape=signature.input_shape,
            output_size=signature.output_size,
            arena=_arena(interpreter) if isinstance(interpreter, TflmInterpreter) else None,
        )

    def _run(self, codes: bytes) -> Ran:
        if self._interpreter is None:
            raise ValueError("no model is loaded")
        shape = (1, *self._interpreter.signature.input_shape)
        inputs = np.frombuffer(codes, np.int8).reshape(shape)
        started = time.perf_counter()
        scores = self._interpreter.predict(inputs)
        return Ran(scores.tobytes(), round((time.perf_counter() - started) * 1e6))


def _arena(interpreter: TflmInterpreter) -> ArenaFigures | None:
    """What TFLM prints to C's standard error about the last run."""
    usual = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            interpreter.print_arena_use()
        finally:
            os.dup2(usual, 2)
            os.close(usual)
        said.seek(0)
        return arena_figures(said.read().decode(errors="replace"))


def _private_output() -> BinaryIO:
    """Standard output for messages alone: what libraries print goes to standard error."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


if __name__ == "__main__":
    main()
