"""The process that runs a virtual board's model, seen from the board, and what the two say to each other.

Each message is a block of MessagePack.
"""

from __future__ import annotations

import contextlib
import subprocess
import threading
from types import TracebackType
from typing import BinaryIO, TypeVar

import msgspec

from core.blocks import read_block, write_block
from core.boards.link.codes import DeviceCode, DeviceFailure
from core.program import own_command, own_environment
from core.reading import resolved
from core.tflite.arena import ArenaFigures
from core.tflite.interpreter import RuntimeName

COMMAND = own_command("model-runner")
LOAD_SECONDS = 120.0
RUN_SECONDS = 60.0
_CODES = {
    "model-unreadable": DeviceCode.MODEL_UNREADABLE,
    "model-not-int8": DeviceCode.MODEL_TENSORS,
    "model-not-runnable": DeviceCode.MODEL_OPERATOR,
}


class Message(msgspec.Struct, frozen=True, tag=True):
    """Base of all messages."""


class LoadModel(Message, frozen=True):
    """Take this .tflite in place of an earlier one."""

    model: bytes


class Loaded(Message, frozen=True, kw_only=True):
    """It can run. `arena` is None where the runtime is not TFLM, which alone can tell."""

    runtime: RuntimeName
    input_shape: tuple[int, ...]
    output_size: int
    arena: ArenaFigures | None


class RunModel(Message, frozen=True):
    """Run the model on these int8 codes, in the order of the input tensor."""

    codes: bytes


class Ran(Message, frozen=True):
    """The output's int8 codes, and how long this computer took."""

    scores: bytes
    microseconds: int


class Refused(Message, frozen=True):
    """It cannot be done: the code of a `core.errors` row, and detail."""

    code: str
    detail: str


AnyMessage = LoadModel | Loaded | RunModel | Ran | Refused

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[AnyMessage] = msgspec.msgpack.Decoder(resolved(AnyMessage))


def send(stream: BinaryIO, message: AnyMessage) -> None:
    """Write a message at once. Raises `OSError` when nobody reads."""
    write_block(stream, _encoder.encode(message))


def receive(stream: BinaryIO) -> AnyMessage | None:
    """The next message; None when the other side is gone."""
    block = read_block(stream)
    return None if block is None else _decoder.decode(block)


Answer = TypeVar("Answer", Loaded, Ran)


class ModelProcess:
    """Runs one model after the other in a process of its own, started when it is first needed.

    Use it in a `with` block. Every method raises `DeviceFailure`, as a board reports it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ModelProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def load(self, model: bytes) -> Loaded:
        """Prepare a .tflite and run it once, on zeros."""
        return self._asked(LoadModel(model), Loaded, LOAD_SECONDS)

    def run(self, codes: bytes) -> Ran:
        """Run the loaded model on int8 codes."""
        return self._asked(RunModel(codes), Ran, RUN_SECONDS)

    def _asked(self, request: AnyMessage, kind: type[Answer], seconds: float) -> Answer:
        process = self._running()
        killer = threading.Timer(seconds, process.kill)
        killer.start()
        try:
            answer = _exchanged(process, request)
        finally:
            killer.cancel()
        match answer:
            case Refused(code=code, detail=detail):
                raise DeviceFailure(_CODES.get(code, DeviceCode.INFERENCE_FAILED), detail)
            case None:
                self._end()
                raise DeviceFailure(DeviceCode.INFERENCE_FAILED, "the runtime crashed or took too long")
        if not isinstance(answer, kind):
            raise DeviceFailure(DeviceCode.INFERENCE_FAILED, "the runtime gave another answer")
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=own_environment(),
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in filter(None, (self._process.stdin, self._process.stdout)):
                # What was not read by the other side is of no use.
                with contextlib.suppress(OSError):
                    stream.close()
            self._process = None


def _exchanged(process: subprocess.Popen[bytes], request: AnyMessage) -> AnyMessage | None:
    """The answer to a request; None when the process is gone."""
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(OSError):
        send(process.stdin, request)  # type: ignore[arg-type]
        return receive(process.stdout)  # type: ignore[arg-type]
    return None
