"""Boards on bad lines: random frames, flashes that are cut, chips that answer slowly, wrongly or never."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random

import numpy as np

from core.boards.board_block import Chip
from core.boards.flasher.jobs import plan_for_virtual_board
from core.boards.flasher.process import do_in_child
from core.boards.link import messages
from core.boards.link.client import LinkClient
from core.boards.link.codes import DeviceCode
from core.boards.link.frames import MOST_PAYLOAD, Frame, FrameReader, encode_frame
from core.boards.profiles import board_profile
from core.boards.virtual.cable import NO_FAULTS, Faults
from core.boards.virtual.chips import blank_flash
from core.boards.virtual.loader import slip_encode
from core.boards.virtual.model_process import ModelProcess
from core.boards.virtual.program import Booter
from core.boards.virtual.serving import RunningBoard, running_board
from core.errors import Cancelled, SqueezeError
from core.task import Task
from tests.builders.boards import CHANNELS, HEIGHT, WIDTH, MemoryLine
from tests.builders.virtual_boards import ESP32, board_image, board_settings, coded_model, flash_parts
from tests.device.flashing_boards import hello_of, plan
from tests.torture.attacks import NOT_ACCEPTED, Attack, Ground, Round, Try, busyness, require
from tests.torture.damage import damaged

_FRAMES = 100
_MOST_SECONDS = 20.0
_BOARDS = 4
_WHOLE_FLASH = 12_000
"""About so many bytes come from the computer in a flash of partition table and model, and of the stub."""
_FLASH_SECONDS = 240.0
_CUT_CODES = frozenset({"", "port-vanished"})


class Wire:
    """A port as a board's program sees it: what it says is kept."""

    baud = 115200

    def __init__(self) -> None:
        self._said = b""

    def transmit(self, data: bytes) -> None:
        """The program says something."""
        self._said += data

    def answers(self) -> list[Frame]:
        """The answers since the last time."""
        said, self._said = self._said, b""
        return [frame for frame in FrameReader().feed(said) if frame.sequence]


# Frames


def random_frame(random: Random) -> bytes:
    """Bytes as a line brings them: a frame of any kind, sound or damaged, or none at all."""
    kind = random.choice([message.TYPE for message in messages.MESSAGES] + [random.randrange(256)])
    payload = random.randbytes(random.choice((0, 1, 2, 4, 8, 12, 200, MOST_PAYLOAD)))
    if random.random() < 0.3:
        payload = struct.pack("<6H", *(random.choice((0, 1, 8, 255, 65535)) for _ in range(6)))[
            : len(payload)
        ]
    version = random.choice((1, 1, 1, 1, 0, 2, 255))
    frame = encode_frame(Frame(kind, random.randrange(65536), payload, version))
    how = random.random()
    if how < 0.6:
        return frame
    if how < 0.8:
        return damaged(frame, random)
    return random.randbytes(random.choice((1, 30, 3000)))


@contextlib.contextmanager
def to_board(ground: Ground) -> Iterator[Try]:
    """A hundred random frames for a virtual board with a model, in pieces; then it is asked a question."""
    del ground
    profile = board_profile(ESP32)
    memory = blank_flash(profile.flash_bytes)
    for offset, content in flash_parts(board_image()):
        memory.program(offset, content)
    with ModelProcess() as process:
        booter = Booter(profile, process)

        def try_one(round_: Round) -> list[str]:
            random, wire = round_.random, Wire()
            program = booter(memory, wire)
            frames = [random_frame(random) for _ in range(_FRAMES)]
            stream, began = b"".join(frames), time.process_time()
            while stream:
                size = random.choice((1, 7, 64, 4096))
                program.receive(stream[:size])
                stream = stream[size:]
            program.idle()
            require(time.process_time() - began < _MOST_SECONDS, "a hundred frames take too long")
            answered = len(wire.answers())
            questions = (messages.AskHello(), messages.BeginImage(8, 8, 3), messages.AskLabels(0))
            program.receive(b"\0" + b"".join(encode_frame(messages.to_frame(one, 9)) for one in questions))
            kinds = [frame.kind for frame in wire.answers()]
            expected = [messages.Hello.TYPE, messages.ImageReceived.TYPE, messages.Labels.TYPE]
            require(kinds == expected, f"good requests are answered with {kinds}")
            return [""] * answered + ["no-answer"] * (_FRAMES - answered)

        yield try_one


@contextlib.contextmanager
def to_computer(ground: Ground) -> Iterator[Try]:
    """A hundred random frames in the place of a board's answers, whatever is asked; then good ones."""
    del ground
    image = np.random.default_rng(3).integers(0, 256, (HEIGHT, WIDTH, CHANNELS), np.uint8)

    def try_one(round_: Round) -> list[str]:
        random, told = round_.random, 0

        def hostile(piece: bytes) -> bytes:
            nonlocal told
            if told >= _FRAMES:
                return piece
            told += 1
            return random.choice((random_frame(random), damaged(piece, random), _believable(piece, random)))

        line = MemoryLine(to_computer=hostile)
        client = LinkClient(line, clock=line.clock)
        asked: tuple[Callable[[], object], ...] = (
            *(client.connect, client.labels, client.profile, client.raise_speed, client.ping),
            *(lambda: client.predict(image), lambda: next(client.watch(lambda: told >= _FRAMES), None)),
        )
        codes: list[str] = []
        began = time.process_time()
        while told < _FRAMES and len(codes) < _FRAMES:
            try:
                random.choice(asked)()
                codes.append("")
            except SqueezeError as error:
                codes.append(error.code)
        require(time.process_time() - began < _MOST_SECONDS, "a hundred frames take too long")
        require(not NOT_ACCEPTED & set(codes), f"it ends with {codes}")
        told = _FRAMES
        client = LinkClient(line, clock=line.clock)
        require(client.connect().status == DeviceCode.READY, "a good board is not understood afterwards")
        require(len(client.predict(image).scores) == CHANNELS, "it does not answer afterwards")
        # The rest of the frames came while something else was waited for.
        return codes[:_FRAMES] + [""] * (_FRAMES - len(codes))

    yield try_one


def _believable(piece: bytes, random: Random) -> bytes:
    """An answer with the right number and a payload that is not the board's."""
    frames = FrameReader().feed(piece)
    if not frames:
        return piece
    frame = frames[0]
    payload = damaged(frame.payload, random)[:MOST_PAYLOAD]
    return encode_frame(Frame(frame.kind, frame.sequence, payload))


# Flashes


@contextlib.contextmanager
def cuts(ground: Ground) -> Iterator[Try]:
    """The cable is pulled at a random byte of a flash by the real esptool; the next flash goes well."""
    images = [board_image(), board_image(coded_model(24))]
    with contextlib.ExitStack() as stack:
        boards = [stack.enter_context(running_board(board_settings())) for _ in range(_BOARDS)]
        threads = stack.enter_context(ThreadPoolExecutor(_BOARDS))

        def cut(board: RunningBoard, at: int, image: bytes) -> str:
            job = plan(board, image, everything=True)
            board.board.set_faults(Faults(cut_at=at))
            code = _end_of(ground, lambda task: do_in_child(job, task))
            board.board.set_faults(NO_FAULTS)
            require(code in _CUT_CODES, f"cut at byte {at} it ends with {code}")
            after = _end_of(ground, lambda task: do_in_child(job, task))
            require(not after, f"the flash after the cut at byte {at} ends with {after}")
            hello = hello_of(board)
            is_new = (hello.status, hello.model_sha256) == (DeviceCode.READY, image[16:48])
            require(is_new, f"after the cut at byte {at} the board says {hello}")
            return code

        def try_one(round_: Round) -> list[str]:
            places = [round_.random.randrange(1, _WHOLE_FLASH) for _ in boards]
            image = images[round_.number % 2]
            return list(threads.map(cut, boards, places, [image] * len(boards)))

        yield try_one


def _end_of(ground: Ground, work: Callable[[Task], object]) -> str:
    """The code of the error that something with a board ends with, or ''. Raises `Broken` without an end."""
    limit = time.monotonic() + _FLASH_SECONDS * busyness()
    try:
        work(Task(is_cancelled=lambda: time.monotonic() > limit or ground.halted.is_set()))
    except SqueezeError as error:
        require(error.code not in NOT_ACCEPTED, f"{error.code}: {error.happened} {error.detail}")
        return error.code
    except Cancelled:
        ground.check_halted()
        require(False, f"it does not end within {_FLASH_SECONDS:.0f} s")
    return ""


# Chips

_FAULTS: tuple[Faults, ...] = (
    *(Faults(slow=True), Faults(silent=True), Faults(boot_pin_stuck=True), Faults(noisy_above=0)),
    *(Faults(noisy_above=115200), Faults(corrupt_writes=1), Faults(corrupt_writes=1000)),
    *(Faults(stub_crashes=True), Faults(slow=True, noisy_above=115200)),
)


def _mute(connection: socket.socket, random: Random) -> None:
    """Nothing is ever answered."""
    del random
    while connection.recv(4096):
        pass


def _babble(connection: socket.socket, random: Random) -> None:
    """Whatever comes, something else is said."""
    while connection.recv(4096):
        connection.sendall(random.randbytes(random.choice((1, 20, 2000))))


def _wrong(connection: socket.socket, random: Random) -> None:
    """Well-formed answers to every command, with values of their own (esptool's serial protocol)."""
    while data := connection.recv(4096):
        for piece in filter(None, data.split(b"\xc0")):
            command = piece[1] if len(piece) > 1 else 0
            content = random.randbytes(random.choice((2, 4, 20, 44)))
            head = struct.pack("<BBHI", 1, command, len(content), random.getrandbits(32))
            connection.sendall(slip_encode(head + content))


def _slow(connection: socket.socket, random: Random) -> None:
    """A byte now and then."""
    while connection.recv(1):
        time.sleep(0.3)
        connection.sendall(random.randbytes(1))


def _flood(connection: socket.socket, random: Random) -> None:
    """More than anybody can read."""
    while True:
        connection.sendall(random.randbytes(65536))


def _hang_up(connection: socket.socket, random: Random) -> None:
    """The connection ends as soon as something is asked."""
    connection.recv(random.choice((1, 50)))


_CHIPS = (_mute, _babble, _wrong, _slow, _flood, _hang_up)


@contextlib.contextmanager
def chips(ground: Ground) -> Iterator[Try]:
    """A virtual board with each fault, and strangers at the other end of a line, are flashed and asked."""
    with running_board(board_settings()) as board:

        def try_one(round_: Round) -> list[str]:
            number = round_.number % (len(_FAULTS) + len(_CHIPS))
            if number >= len(_FAULTS):
                return _strangers(round_, _CHIPS[number - len(_FAULTS)])
            board.board.set_faults(_FAULTS[number])
            code = _end_of(ground, lambda task: do_in_child(plan(board, everything=True), task))
            board.board.set_faults(NO_FAULTS)
            after = _end_of(ground, lambda task: do_in_child(plan(board, everything=True), task))
            require(not after, f"without its fault the board cannot be flashed: {after}")
            require(hello_of(board).status == DeviceCode.READY, "the board does not run its model")
            return [code]

        yield try_one


def _strangers(round_: Round, behave: Callable[[socket.socket, Random], None]) -> list[str]:
    ground = round_.ground
    with _stranger(behave, round_.random) as address:
        job = plan_for_virtual_board(address, board_image(), Chip.ESP32, 4 << 20)
        codes = [_end_of(ground, lambda task: do_in_child(job, task))]
        asked = ("watch", "--port", address)
        codes.append(ground.squeeze(round_.mark, round_.folder / "account", *asked, ok=False).code)
    require(all(codes), f"a stranger is taken for a board: {codes}")
    return codes


@contextlib.contextmanager
def _stranger(behave: Callable[[socket.socket, Random], None], random: Random) -> Iterator[str]:
    """The address of something on this computer that takes connections and is no board."""
    connections: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            # It ends when the server or the connection is closed.
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    connections.append(connection)
                    with connection, contextlib.suppress(OSError):
                        behave(connection, random)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"socket://127.0.0.1:{server.getsockname()[1]}"
        finally:
            for one in (server, *connections):
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
            thread.join()


ATTACKS = (
    Attack("boards", "to-board", "random frames for a board", 100, to_board, seconds=0.3, short=3),
    Attack("boards", "to-pc", "random frames from a board", 100, to_computer, seconds=0.3, short=5),
    Attack("boards", "cuts", "flashes cut at random bytes", 50, cuts, seconds=15.0),
    Attack("boards", "chips", "chips slow, wrong, silent; strangers", 15, chips, seconds=15.0),
)
