"""A model in a process of its own: it may crash its runtime, and runs while this process runs another.

TFLM's wheel keeps Python's lock while a model runs: in one process two models take turns, whatever the
threads. Requests and answers are blocks of MessagePack, an answer for each request, in their order. What
answers is in `core.evaluation.interpreters`.
"""

from __future__ import annotations

import math
import weakref
from itertools import chain
from typing import Literal

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.diagnosis import error_of
from core.errors import ModelError, SqueezeError
from core.events import Failed
from core.processes.child import ChildProcess
from core.processes.roles import own_command
from core.processes.streams import framed, read_block
from core.reading import resolved
from core.tflite.interpreter import NUMBERS, RuntimeName, Signature, signature_of
from core.tflite.model_file import constant, parse
from core.tflite.tflm import ArenaFigures

COMMAND = own_command("interpret")
ARENA_SECONDS = 120.0
_TRIAL_SECONDS = 60.0
_MOST_VALUES = 1 << 26
"""What a tensor of a model from elsewhere may hold while it runs: an image of 4,700x4,700 in color."""
_MOST_BYTES = 1 << 29
"""What all of them may take together; a MobileNet for images of 224x224 takes 20 MB."""
ExactRuntime = Literal["tflm", "reference"]
"""TFLM, or the kernels of LiteRT that round as TFLM's do."""
PlainRuntime = ExactRuntime | Literal["default"]
"""Those, or LiteRT as it runs models by default."""


class LoadModel(msgspec.Struct, frozen=True, tag=True):
    """Take this .tflite in place of an earlier one, call it `name` in sentences; a trial is one run on zeros.

    Without `runtime`, it is the one that `core.evaluation.interpreters.open_interpreter` chooses.
    """

    model: bytes
    runtime: PlainRuntime | None = None
    name: str = "The model"
    is_trial: bool = False


class Loaded(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """It can run. `arena` is None where the runtime is not TFLM, which alone can tell."""

    runtime: RuntimeName
    input_shape: tuple[int, ...]
    output_size: int
    arena: ArenaFigures | None


class RunModel(msgspec.Struct, frozen=True, tag=True):
    """Run the model on the int8 codes of `count` inputs, in the order of the input tensor."""

    codes: bytes
    count: int = 1


class RunDrawn(msgspec.Struct, frozen=True, tag=True):
    """Run any model in TFLM, `runs` times on inputs drawn from the same seed; no other is loaded after it."""

    model: bytes
    runs: int
    name: str = "The model"


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """A digest of the bytes of all outputs, for each run."""

    digests: tuple[bytes, ...]


class Ran(msgspec.Struct, frozen=True, tag=True):
    """The int8 codes of the outputs, and how long this computer took."""

    codes: bytes
    microseconds: int


class Refused(msgspec.Struct, frozen=True, tag=True):
    """It cannot be done, for an error of the table."""

    failed: Failed


Request = LoadModel | RunModel | RunDrawn
Answer = Loaded | Ran | Drawn | Refused
ANSWERS: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(resolved(Answer))


class InterpreterProcess(ChildProcess):
    """Runs one model after the other. Use it in a `with` block, at the end of which the process is gone."""

    def __init__(self) -> None:
        super().__init__(COMMAND, frames=read_block)
        self._frames = self.said()

    def ask(self, request: Request) -> None:
        """Ask for something; more may be asked for before the answer is taken."""
        self.write(framed(msgspec.msgpack.encode(request)))

    def answer(self) -> Answer | None:
        """The answer to the first request that has had none; None when the process has ended."""
        frame = next((said for said in self._frames if isinstance(said, bytes)), None)
        return None if frame is None else ANSWERS.decode(frame)

    def loaded(self, request: LoadModel, seconds: float) -> Loaded:
        """What a model's runtime says of it within `seconds`. Raises what `failure` returns."""
        with self.ended_after(seconds):
            self.ask(request)
            answer = self.answer()
        if not isinstance(answer, Loaded):
            raise self.failure(answer, request.name)
        return answer

    def failure(self, answer: Answer | None, name: str) -> SqueezeError:
        """The error behind an answer that is not what was asked for, told of the model `name`.

        It is the one of `Refused`, with what the runtime printed, or else model-not-runnable. The process is
        gone then.
        """
        code, printed = self.end(), self.last_printed
        if isinstance(answer, Refused):
            detail = "\n".join(filter(None, (answer.failed.detail, printed)))
            return error_of(msgspec.structs.replace(answer.failed, detail=detail))
        reason = f"the process that ran it ended with code {code}"
        if self.ended_for_time is not None:
            reason = f"it did not finish within {self.ended_for_time:.0f} s"
        return ModelError("model-not-runnable", detail=printed, path=name, reason=reason)


class ModelBeside(InterpreterProcess):
    """Runs one plain model in `runtime`.

    Raises model-unreadable, model-not-int8 and model-not-runnable with `name` in their sentences.
    """

    def __init__(self, model: bytes, runtime: PlainRuntime, name: str = "The model") -> None:
        self.signature = signature_of(parse(model, name), name)
        self._name = name
        super().__init__()
        self.ask(LoadModel(model, runtime, name))

    def begin(self, inputs: NDArray[np.int8]) -> None:
        """Have it run on input codes (N, height, width, channels)."""
        self.ask(RunModel(inputs.tobytes(), len(inputs)))

    def outputs(self) -> NDArray[np.int8]:
        """Output codes (N, outputs) for what was begun first, when there. Raises as the class does."""
        answer = self.answer()
        if isinstance(answer, Loaded):
            answer = self.answer()
        if not isinstance(answer, Ran):
            raise self.failure(answer, self._name)
        return np.frombuffer(answer.codes, np.int8).reshape(-1, self.signature.output_size)


class ForeignInterpreter:
    """A model from elsewhere, which stays in a process of its own: it may end its runtime with any input.

    It is run once on zeros first. `kernels` run it, and `runtime` is what is said of them. Raises
    model-not-runnable for a model that ends its process, that is refused, that does not come to its end or
    that claims to hold more values than any image has; model-unreadable and model-not-int8.
    """

    def __init__(self, model: bytes, kernels: PlainRuntime, runtime: RuntimeName, name: str) -> None:
        parsed = parse(model, name)
        self.runtime: RuntimeName = runtime
        self.signature: Signature = signature_of(parsed, name)
        self._name = name
        _require_possible(self.signature, name)
        _require_memory(parsed, name)
        self._process = InterpreterProcess()
        weakref.finalize(self, self._process.end)
        self._process.loaded(LoadModel(model, kernels, name, is_trial=True), _TRIAL_SECONDS)

    @property
    def pid(self) -> int:
        """The process that it is in."""
        return self._process.pid

    def predict(self, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
        """Output codes (N, outputs) for input codes (N, height, width, channels).

        Raises model-not-runnable when an operator fails, when the process ends or does not come to its end.
        """
        with self._process.ended_after(_TRIAL_SECONDS * max(1, len(inputs))):
            self._process.ask(RunModel(inputs.tobytes(), len(inputs)))
            answer = self._process.answer()
        if not isinstance(answer, Ran):
            raise self._process.failure(answer, self._name)
        return np.frombuffer(answer.codes, np.int8).reshape(-1, self.signature.output_size)


def require_running(model: bytes, runtime: PlainRuntime, name: str = "The model") -> None:
    """Run a model once, on zeros, before it is trusted with this process: a runtime can end its own.

    Another input can still end it: what runs a model on images keeps it in a `ForeignInterpreter`. Raises
    what that raises.
    """
    parsed = parse(model, name)
    _require_possible(signature_of(parsed, name), name)
    _require_memory(parsed, name)
    with InterpreterProcess() as process:
        process.loaded(LoadModel(model, runtime, name, is_trial=True), _TRIAL_SECONDS)


def measure_arena(model: bytes, name: str = "The model", time_limit: float = ARENA_SECONDS) -> ArenaFigures:
    """How much memory TFLM needs for a plain or coded model, as TFLM itself says.

    Raises model-unreadable, model-not-int8 and model-not-runnable, the last also when it takes too long.
    """
    with InterpreterProcess() as process:
        figures = process.loaded(LoadModel(model, "tflm", name), time_limit).arena
    if figures is None:
        reason = "TensorFlow Lite Micro does not say how much memory it needs"
        raise ModelError("model-not-runnable", path=name, reason=reason)
    return figures


def _require_possible(signature: Signature, name: str) -> None:
    inputs, outputs = math.prod(signature.input_shape), signature.output_size
    if not all(0 < count <= _MOST_VALUES for count in (inputs, outputs)):
        reason = f"it takes {inputs:,} values and gives {outputs:,}"
        raise ModelError("model-not-runnable", path=name, reason=reason)


def _require_memory(model: schema.ModelT, name: str) -> None:
    """Raise model-not-runnable where tensors that only exist while the model runs are too large.

    A runtime takes the memory that shapes ask for before it looks whether operators agree with them.
    """
    whole = 0
    for tensor in chain.from_iterable(graph.tensors for graph in model.subgraphs):
        if constant(model, tensor) is None:
            values = math.prod(() if tensor.shape is None else map(int, tensor.shape))
            whole += max(values, 0) * np.dtype(NUMBERS.get(tensor.type, "int64")).itemsize
            if values > _MOST_VALUES:
                reason = f"it needs {values:,} values between two of its operators"
                raise ModelError("model-not-runnable", path=name, reason=reason)
    if whole > _MOST_BYTES:
        reason = f"its operators need {whole:,} bytes for what they compute"
        raise ModelError("model-not-runnable", path=name, reason=reason)
