"""The link over real ports: a TCP connection and a pseudo terminal, with a board in a thread."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from core.boards.link.client import LinkClient, open_link
from core.boards.link.device_session import DeviceSession
from core.errors import SqueezeError
from tests.builders.boards import CHANNELS, HEIGHT, LABELS, WIDTH, SmallDevice

IMAGE = np.random.default_rng(4).integers(0, 256, (HEIGHT, WIDTH, CHANNELS), np.uint8)


@contextlib.contextmanager
def served(read: Callable[[], bytes | None], write: Callable[[bytes], object]) -> Iterator[None]:
    """A board in a thread; `read` gives bytes, none when there are none yet, None when the line ends."""
    session = DeviceSession(SmallDevice())
    stopped = threading.Event()

    def run() -> None:
        with contextlib.suppress(OSError):
            while not stopped.is_set() and (data := read()) is not None:
                session.tick()
                for piece in session.replies(data):
                    write(piece)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


@contextlib.contextmanager
def tcp_board() -> Iterator[tuple[LinkClient, socket.socket]]:
    """A client, and the board's end of its connection."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = open_link(f"socket://127.0.0.1:{server.getsockname()[1]}")
        board, _ = server.accept()
        board.settimeout(0.02)

        def read() -> bytes | None:
            try:
                return board.recv(4096) or None
            except TimeoutError:
                return b""

        with board, client, served(read, board.sendall):
            yield client, board


def test_an_image_is_predicted_over_tcp() -> None:
    with tcp_board() as (client, _):
        assert client.connect().variant == "esp32"
        assert client.labels() == LABELS
        assert client.predict(IMAGE).scores == SmallDevice().predict(IMAGE.tobytes()).scores


def test_a_connection_that_is_closed_is_no_silence() -> None:
    with tcp_board() as (client, board):
        client.connect()
        board.shutdown(socket.SHUT_WR)
        with pytest.raises(SqueezeError) as caught:
            client.ping()
        assert caught.value.code == "board-disconnected"


def test_nobody_at_the_other_end_is_noticed_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        started = time.monotonic()
        with (
            open_link(f"socket://127.0.0.1:{server.getsockname()[1]}") as client,
            pytest.raises(SqueezeError) as caught,
        ):
            client.connect(0.3)
        assert caught.value.code == "board-silent"
        assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")
def test_an_image_is_predicted_over_a_terminal_at_the_highest_speed() -> None:
    ours, theirs = os.openpty()
    try:
        import tty

        tty.setraw(theirs)

        def read() -> bytes | None:
            ready, _, _ = select.select([ours], [], [], 0.02)
            return os.read(ours, 4096) if ready else b""

        with (
            served(read, lambda data: os.write(ours, data)),
            open_link(os.ttyname(theirs)) as client,
        ):
            assert client.raise_speed() == 921600
            assert client.predict(IMAGE).scores == SmallDevice().predict(IMAGE.tobytes()).scores
    finally:
        os.close(ours)
        os.close(theirs)
