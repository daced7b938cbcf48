"""A plain model in a process of its own, so that it runs while this process runs another.

TFLM's wheel keeps Python's lock while a model runs: in one process two models take turns, whatever the
threads. What goes over the pipes are blocks: first the runtime's name, then the model, then inputs, and for
each of those comes a block of outputs.
"""

from __future__ import annotations

import contextlib
import math
import os
import subprocess
import sys
import tempfile
import threading
from types import TracebackType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.blocks import read_block, write_block
from core.errors import ModelError, SqueezeError
from core.program import own_command, own_environment
from core.tflite.interpreter import Interpreter, Signature, signature_of
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter

COMMAND = own_command("model-beside")
_TRIAL_SECONDS = 60.0
_MOST_VALUES = 1 << 26
"""What a model from elsewhere may take or give at a time: a picture of 4,700x4,700 in color."""
ExactRuntime = Literal["tflm", "reference"]
"""TFLM, or the kernels of LiteRT that round as TFLM's do."""
BesideRuntime = ExactRuntime | Literal["default"]
"""Those, or LiteRT as it runs models by default."""


class ModelBeside:
    """Runs one model in `runtime`. Use it in a `with` block, at the end of which the process is gone.

    Raises model-unreadable, model-not-int8 and model-not-runnable with `name` in their sentences.
    """

    def __init__(self, model: bytes, runtime: BesideRuntime, name: str = "The model") -> None:
        self.signature = signature_of(parse(model, name), name)
        self._name = name
        self._said = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, env=own_environment()
        )
        self._send(runtime.encode())
        self._send(model)

    def __enter__(self) -> ModelBeside:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in filter(None, (self._process.stdin, self._process.stdout, self._said)):
            # What the process did not read is of no use.
            with contextlib.suppress(OSError):
                stream.close()

    def begin(self, inputs: NDArray[np.int8]) -> None:
        """Have it run on input codes (N, height, width, channels). Raises model-not-runnable."""
        self._send(inputs.tobytes())

    def outputs(self) -> NDArray[np.int8]:
        """Output codes (N, outputs) for what was begun first, when they are there.

        Raises model-not-runnable.
        """
        assert self._process.stdout is not None
        found = read_block(self._process.stdout)  # type: ignore[arg-type]
        if found is None:
            raise self._failure()
        return np.frombuffer(found, np.int8).reshape(-1, self.signature.output_size)

    def end(self) -> None:
        """End the process at once, whatever it does."""
        self._process.kill()

    def _send(self, block: bytes) -> None:
        assert self._process.stdin is not None
        try:
            write_block(self._process.stdin, block)  # type: ignore[arg-type]
        except OSError as error:
            raise self._failure() from error

    def _failure(self) -> SqueezeError:
        self._process.wait()
        self._said.seek(0)
        said = self._said.read().decode(errors="replace")
        reason = f"the process that ran it ended with code {self._process.returncode}"
        return ModelError("model-not-runnable", detail=said, path=self._name, reason=reason)


def require_running(model: bytes, runtime: BesideRuntime, name: str = "The model") -> None:
    """Run a model once, on zeros, before it is trusted with this process: a runtime can end its own.

    Raises model-not-runnable for a model that does that, that is refused, that does not come to its end or
    that claims to take or give more values than any picture has, and what `ModelBeside` raises.
    """
    _require_possible(signature_of(parse(model, name), name), name)
    with ModelBeside(model, runtime, name) as trial:
        killer = threading.Timer(_TRIAL_SECONDS, trial.end)
        killer.start()
        try:
            trial.begin(np.zeros((1, *trial.signature.input_shape), np.int8))
            trial.outputs()
        finally:
            killer.cancel()


def _require_possible(signature: Signature, name: str) -> None:
    given, result = math.prod(signature.input_shape), signature.output_size
    if not all(0 < count <= _MOST_VALUES for count in (given, result)):
        reason = f"it takes {given:,} values and gives {result:,}"
        raise ModelError("model-not-runnable", path=name, reason=reason)


def main() -> None:
    """Run the model that comes on standard input on the inputs that follow, until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    # What libraries print goes to standard error.
    os.dup2(2, 1)
    runtime, model = read_block(sys.stdin.buffer), read_block(sys.stdin.buffer)
    if runtime is None or model is None:
        return
    interpreter: Interpreter
    match runtime:
        case b"tflm":
            interpreter = TflmInterpreter(model)
        case b"reference":
            interpreter = LiteRtInterpreter(model, "reference")
        case _:
            interpreter = LiteRtInterpreter(model)
    shape = interpreter.signature.input_shape
    while (block := read_block(sys.stdin.buffer)) is not None:
        outputs = interpreter.predict(np.frombuffer(block, np.int8).reshape(-1, *shape))
        write_block(answers, outputs.tobytes())


if __name__ == "__main__":
    main()
