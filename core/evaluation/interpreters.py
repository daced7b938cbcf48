"""The interpreter that a model file is measured in: TFLM for coded models, LiteRT for plain ones.

It is opened in this process, or in one of its own (`core.evaluation.interpreter_process`) by `main`.
"""

from __future__ import annotations

import time
from typing import Literal

import msgspec
import numpy as np

from core.compression.decode_operator import decode_model, is_coded
from core.diagnosis import terminal_event
from core.errors import ModelError, SqueezeError
from core.evaluation.interpreter_process import (
    Answer,
    Drawn,
    ForeignInterpreter,
    Loaded,
    LoadModel,
    PlainRuntime,
    Ran,
    Refused,
    Request,
    RunDrawn,
    RunModel,
)
from core.events import Failed
from core.processes.streams import private_streams, read_block, write_block
from core.reading import resolved
from core.tflite.interpreter import Interpreter, RuntimeName
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter, run_on_drawn_inputs, tflm_available


def open_interpreter(
    model: bytes,
    runtime: Literal["tflm", "litert"] | None = None,
    name: str = "The model",
    *,
    foreign: bool = False,
) -> Interpreter:
    """An interpreter with `model` in it: without `runtime`, TFLM for a coded model, LiteRT for a plain one.

    LiteRT does not know coded models: where it is asked for, or there is no TFLM, it runs what our own
    decoder restores, with the kernels that round as TFLM's do, and `runtime` is "litert-decoded". A `foreign`
    model stays in a process of its own, see `ForeignInterpreter`. Raises model-unreadable, model-not-int8 and
    model-not-runnable.
    """
    coded = is_coded(parse(model, name))
    kernels: PlainRuntime = "default"
    told: RuntimeName = "litert"
    if runtime == "tflm" or (runtime is None and coded and tflm_available()):
        kernels = told = "tflm"
    elif coded:
        model, kernels, told = decode_model(model, name), "reference", "litert-decoded"
    if foreign:
        return ForeignInterpreter(model, kernels, told, name)
    if kernels == "tflm":
        return TflmInterpreter(model, name)
    return LiteRtInterpreter(model, kernels, name, told)


def main() -> None:
    """Answer requests in an interpreter's process until there are no more."""
    stdin, answers = private_streams()
    decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(resolved(Request))
    runner = ModelRunner()
    while (block := read_block(stdin)) is not None:
        write_block(answers, msgspec.msgpack.encode(runner.answer(decoder.decode(block))))


class ModelRunner:
    """Holds the model that was loaded last."""

    def __init__(self) -> None:
        self._interpreter: Interpreter | None = None
        self._name = ""

    def answer(self, request: Request) -> Answer:
        """What a request gives: `Loaded`, `Ran`, `Drawn` or `Refused`."""
        try:
            match request:
                case LoadModel():
                    return self._load(request)
                case RunModel():
                    return self._run(request)
                case RunDrawn():
                    return self._run_drawn(request)
        except SqueezeError as error:
            refusal = error
        except (RuntimeError, ValueError) as error:
            reason = str(error)
            refusal = ModelError("model-not-runnable", detail=reason, path=self._name, reason=reason)
        failed = terminal_event(refusal)
        assert isinstance(failed, Failed)
        return Refused(failed)

    def _load(self, request: LoadModel) -> Loaded:
        self._interpreter, self._name = None, request.name
        interpreter = _opened(request)
        self._interpreter = interpreter
        signature = interpreter.signature
        if request.is_trial:
            interpreter.predict(np.zeros((1, *signature.input_shape), np.int8))
        return Loaded(
            runtime=interpreter.runtime,
            input_shape=signature.input_shape,
            output_size=signature.output_size,
            arena=interpreter.arena_use() if isinstance(interpreter, TflmInterpreter) else None,
        )

    def _run_drawn(self, request: RunDrawn) -> Drawn:
        self._interpreter, self._name = None, request.name
        return Drawn(tuple(run_on_drawn_inputs(request.model, request.runs, request.name)))

    def _run(self, request: RunModel) -> Ran:
        if self._interpreter is None:
            raise ValueError("no model is loaded")
        shape = (request.count, *self._interpreter.signature.input_shape)
        inputs = np.frombuffer(request.codes, np.int8).reshape(shape)
        started = time.perf_counter()
        outputs = self._interpreter.predict(inputs)
        return Ran(outputs.tobytes(), round((time.perf_counter() - started) * 1e6))


def _opened(request: LoadModel) -> Interpreter:
    match request.runtime:
        case "tflm":
            return TflmInterpreter(request.model, request.name)
        case None:
            return open_interpreter(request.model, name=request.name)
        case kernels:
            return LiteRtInterpreter(request.model, kernels, request.name)
