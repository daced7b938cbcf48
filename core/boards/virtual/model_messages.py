"""What a virtual board and the process that runs its model say to each other.

Each message is a block of MessagePack.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from core.blocks import read_block, write_block
from core.reading import resolved
from core.tflite.arena import ArenaFigures
from core.tflite.interpreter import RuntimeName


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
