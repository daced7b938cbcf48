"""Compares the host program with TFLM's wheel: `python -m tests.firmware.compare HOST_BOARD [MODEL...]`.

HOST_BOARD is the program of firmware/host. Without model files, SqueezeNets with random weights are taken,
plain and coded, in internal memory alone and with external memory. Ten images go over the link to each;
every score must be the wheel's, byte for byte. Models that cannot run must be refused, each with its own
code. The exit code is 1 when a score or a code is another.
"""

from __future__ import annotations

import select
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.boards.agreement import allowed_steps, check_agreement
from core.boards.board_block import BoardBlock, Chip
from core.boards.link.client import LinkClient
from core.boards.link.codes import DeviceCode
from core.boards.model_image import build_model_image, image_of_model, parse_model_image
from core.compression.coding import compress_model
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.interpreter import signature_of
from core.tflite.model_file import parse, serialize
from core.tflite.tflm import TflmInterpreter
from tests.builders.squeezenets import squeezenet_model
from tests.builders.tflite_models import dense_model, skewed_codes

_IMAGES = 10
_BOARD = BoardBlock(profile="host", chip=Chip.ESP32, persistent_arena=0, working_arena=0)


class Arenas(NamedTuple):
    """Bytes of persistent, working and external memory."""

    persistent: int
    working: int
    external: int


INTERNAL = Arenas(80_000, 240_000, 0)
EXTERNAL = Arenas(80_000, 150_000, 1_000_000)


class ProgramPort:
    """A program's standard input and output, as a port of pyserial's kind."""

    timeout: float | None = None
    baudrate = 115200

    def __init__(self, command: list[str]) -> None:
        self._program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, stderr=subprocess.DEVNULL
        )

    @property
    def in_waiting(self) -> int:
        return 0

    def read(self, size: int = 1) -> bytes:
        assert self._program.stdout is not None
        ready, _, _ = select.select([self._program.stdout], [], [], self.timeout)
        # All there is: the reader of frames takes any number.
        return self._program.stdout.read(max(size, 4096)) if ready else b""

    def write(self, data: bytes) -> int | None:
        assert self._program.stdin is not None
        return self._program.stdin.write(data)

    def close(self) -> None:
        assert self._program.stdin is not None
        self._program.stdin.close()
        code = self._program.wait(10)
        assert code == 0, f"the program ended with {code}"


class Case(NamedTuple):
    """A model to be run, and the memory that it is given."""

    name: str
    model: bytes
    arenas: Arenas


def built_cases() -> Iterator[Case]:
    """SqueezeNets of some sizes, plain and coded."""
    for size, channels, width in ((88, 3, 1.0), (96, 3, 0.5), (64, 1, 0.25)):
        plain = squeezenet_model(size, channels, width)
        coded = compress_model(plain, Task(), HuffmanSettings()).model
        for name, model in (("plain", plain), ("coded", coded)):
            title = f"{size}x{size}x{channels} width {width} {name}"
            yield Case(title, model, INTERNAL)
            yield Case(f"{title}, external memory", model, EXTERNAL)


def given_cases(paths: list[str]) -> Iterator[Case]:
    """Model files, with internal memory where it is enough, and with external memory."""
    for path in paths:
        model = Path(path).read_bytes()
        yield Case(path, model, INTERNAL._replace(external=1_000_000))
        yield Case(f"{path}, external memory", model, EXTERNAL)


def agrees(program: str, case: Case, folder: Path) -> bool:
    """Run one case, print what came of it, and return whether all is equal."""
    interpreter = TflmInterpreter(case.model)
    labels = tuple(f"class {i}" for i in range(interpreter.signature.output_size))
    image = image_of_model(case.model, labels, _BOARD)
    path = folder / "model.img"
    path.write_bytes(image)
    parsed = parse_model_image(image)
    shape = signature_of(parse(case.model, case.name), case.name).input_shape
    images = np.random.default_rng(1).integers(0, 256, (_IMAGES, *shape), np.uint8)
    table = np.frombuffer(parsed.input.codes, np.int8)

    def codes(given: NDArray[np.uint8]) -> NDArray[np.int8]:
        return interpreter.predict(table[given])

    port = ProgramPort([program, str(path), *map(str, case.arenas)])
    with LinkClient(port) as client:
        hello = client.connect()
        compared = check_agreement(client, parsed.sha256, images, codes, Task())
        prediction = client.predict(images[0])
        operators = client.profile()
    agreed = sum(one.agrees for one in compared)
    print(
        f"{agreed}/{len(compared)} equal, arena {hello.arena_used} used {hello.arena_free} free, "
        f"{prediction.inference_microseconds} us, decoding {prediction.decode_microseconds} us, "
        f"{len(operators)} operators: {case.name}"
    )
    return agreed == _IMAGES and allowed_steps(hello) == 0


class Refused(NamedTuple):
    """A model image that a board must not run, and what it reports."""

    name: str
    image: bytes
    code: DeviceCode
    arenas: Arenas = INTERNAL


def refused_images() -> Iterator[Refused]:
    """A sound image's model with one thing wrong each."""
    model = compress_model(squeezenet_model(64, 3, 0.25), Task(), HuffmanSettings()).model
    labels = tuple("abcdef")
    sound = parse_model_image(image_of_model(model, labels, _BOARD))

    def image(file: bytes, names: tuple[str, ...] = labels, height: int = 64) -> bytes:
        given = msgspec.structs.replace(sound.input, height=height)
        return build_model_image(file, names, given, sound.output, _BOARD)

    def changed(change: Callable[[schema.ModelT], None]) -> bytes:
        parsed = parse(model, "model")
        change(parsed)
        return image(serialize(parsed))

    def name_another_operator(parsed: schema.ModelT) -> None:
        for code in parsed.operatorCodes:
            code.customCode = b"TFLM_ENCODE" if code.customCode else None

    def name_another_version(parsed: schema.ModelT) -> None:
        parsed.version = 4

    yield Refused("cut short", image(model[: len(model) // 2]), DeviceCode.MODEL_UNREADABLE)
    yield Refused("another schema", changed(name_another_version), DeviceCode.MODEL_UNREADABLE)
    yield Refused("a dense layer", image(dense_model(skewed_codes((6, 10)))), DeviceCode.MODEL_OPERATOR)
    yield Refused("another operator", changed(name_another_operator), DeviceCode.MODEL_OPERATOR)
    yield Refused("five labels", image(model, labels[:5]), DeviceCode.MODEL_TENSORS)
    yield Refused("another shape", image(model, height=63), DeviceCode.MODEL_TENSORS)
    short = [INTERNAL._replace(persistent=size) for size in range(0, 9_000, 600)]
    short += [INTERNAL._replace(working=size) for size in (8_000, 24_000)]
    for arenas in short:
        yield Refused(f"arenas {arenas[:2]}", image(model), DeviceCode.ARENA_TOO_SMALL, arenas)


def is_refused(program: str, case: Refused, folder: Path) -> bool:
    """Whether a board with this image says so, and answers."""
    path = folder / "model.img"
    path.write_bytes(case.image)
    with LinkClient(ProgramPort([program, str(path), *map(str, case.arenas)])) as client:
        told = client.connect().status
    print(f"{DeviceCode(told).name}: {case.name}")
    return told == case.code


def main(arguments: list[str]) -> int:
    """Compare the program of the first argument; 1 when it differs, 2 for a wrong command."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    program, *paths = arguments
    with tempfile.TemporaryDirectory() as folder:
        cases = given_cases(paths) if paths else built_cases()
        good = [agrees(program, case, Path(folder)) for case in cases]
        good += [is_refused(program, case, Path(folder)) for case in refused_images()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
