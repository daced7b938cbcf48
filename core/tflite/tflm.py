"""TensorFlow Lite Micro, the runtime of the boards, from its wheel (Linux only)."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import os
import re
import tempfile
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.errors import ModelError
from core.tflite.interpreter import NUMBERS, RuntimeName, Signature, drawn_input, running, signature_of
from core.tflite.model_file import constant, parse
from core.tflite.verifier import tensor_bytes

_SEED = 1
_BYTES_A_TENSOR = 512
_BYTES_A_CHANNEL = 32
_BYTES_BESIDE = 1 << 21
_LARGEST_ARENA = 1 << 31
_ARENA_LINE = re.compile(r"Arena allocation (total|head|tail) (\d+) bytes")


class ArenaFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of TFLM's arena once a model is prepared, on this computer; running it takes no more.

    `non_persistent` holds activations and decoded weights and is the same on a chip; `persistent` holds
    pointers, which take half as much there.
    """

    total: int
    persistent: int
    non_persistent: int


def tflm_available() -> bool:
    """Whether this computer has the tflite-micro wheel."""
    return importlib.util.find_spec("tflite_micro") is not None


class TflmInterpreter:
    """A plain or coded model in TFLM, with an arena that is large enough.

    Raises model-unreadable, model-not-int8 and model-not-runnable with `name` in their sentences.
    """

    runtime: RuntimeName = "tflm"

    def __init__(self, model: bytes, name: str = "The model") -> None:
        parsed = parse(model, name)
        self.signature: Signature = signature_of(parsed, name)
        self._interpreter = load(model, parsed, name)
        self._name = name

    def predict(self, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
        """Output codes (N, outputs) for input codes (N, height, width, channels).

        Raises model-not-runnable when an operator fails.
        """
        outputs = np.empty((len(inputs), self.signature.output_size), np.int8)
        for i in range(len(inputs)):
            with running("TensorFlow Lite Micro", self._name):
                self._interpreter.set_input(inputs[i : i + 1], 0)
                self._interpreter.invoke()
            outputs[i] = self._interpreter.get_output(0).reshape(-1)
        return outputs

    def arena_use(self) -> ArenaFigures | None:
        """How much of the arena it used; None when TFLM does not say all of it.

        TFLM prints that to C's standard error, which is caught meanwhile: only for a process of its own.
        """
        usual = os.dup(2)
        with tempfile.TemporaryFile() as said:
            os.dup2(said.fileno(), 2)
            try:
                self._interpreter.print_allocations()
            finally:
                os.dup2(usual, 2)
                os.close(usual)
            said.seek(0)
            use = {
                which: int(count)
                for which, count in _ARENA_LINE.findall(said.read().decode(errors="replace"))
            }
        if len(use) != 3:
            return None
        return ArenaFigures(total=use["total"], persistent=use["tail"], non_persistent=use["head"])


def load(model: bytes, parsed: schema.ModelT, name: str, keep_tensors: bool = False) -> Any:
    """TFLM's own interpreter with a model in it.

    With `keep_tensors` no two tensors share memory, so that each can be read after a run. Raises
    model-not-runnable.
    """
    try:
        from tflite_micro.python.tflite_micro import runtime
    except ImportError as error:
        reason = "this computer has no tflite-micro"
        raise ModelError("model-not-runnable", detail=str(error), path=name, reason=reason) from error
    arena = _ample_arena(parsed)
    if arena > _LARGEST_ARENA:
        reason = f"its tensors take more than {_LARGEST_ARENA >> 20:,} MB"
        raise ModelError("model-not-runnable", path=name, reason=reason)
    kinds = runtime.InterpreterConfig
    kind = kinds.kPreserveAllTensors if keep_tensors else kinds.kAllocationRecording
    try:
        # It prints a line; standard output may be where results go.
        with contextlib.redirect_stdout(io.StringIO()):
            return runtime.Interpreter.from_bytes(
                model,
                arena_size=arena,
                intrepreter_config=kind,
            )
    except (RuntimeError, ValueError) as error:
        reason = "TensorFlow Lite Micro cannot prepare it"
        raise ModelError("model-not-runnable", detail=str(error), path=name, reason=reason) from error


def run_on_drawn_inputs(model: bytes, runs: int, name: str = "The model") -> Iterator[bytes]:
    """A digest of the output bytes of each run, on inputs that depend only on their types and shapes.

    It runs models of any inputs and outputs of numbers. Raises model-unreadable and model-not-runnable.
    """
    parsed = parse(model, name)
    main = parsed.subgraphs[0]
    kinds = [NUMBERS.get(main.tensors[index].type) for index in (*main.inputs, *main.outputs)]
    if None in kinds:
        raise ModelError("model-not-runnable", path=name, reason="it takes or gives what is no number")
    interpreter = load(model, parsed, name)
    chance = np.random.default_rng(_SEED)
    for _ in range(runs):
        digest = hashlib.blake2b(digest_size=16)
        with running("TensorFlow Lite Micro", name):
            for position, index in enumerate(main.inputs):
                interpreter.set_input(drawn_input(main.tensors[index], chance), position)
            interpreter.invoke()
            for position in range(len(main.outputs)):
                digest.update(np.asarray(interpreter.get_output(position)).tobytes())
        yield digest.digest()


def _ample_arena(model: schema.ModelT) -> int:
    """Bytes that are enough whatever the plan: all tensors side by side, twice, and what kernels keep.

    The system gives memory only for what is touched. An arena that is short can crash TFLM.
    """
    total = _BYTES_BESIDE
    for subgraph in model.subgraphs:
        for tensor in subgraph.tensors:
            total += _BYTES_A_TENSOR
            if constant(model, tensor) is None:
                total += 2 * (tensor_bytes(tensor) or 0)
            if tensor.quantization is not None and tensor.quantization.scale is not None:
                total += _BYTES_A_CHANNEL * len(tensor.quantization.scale)
    return total
