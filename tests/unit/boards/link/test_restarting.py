"""After flashing, a board's program is waited for where only a person can restart it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from core.boards.link.client import started_program
from core.boards.link.device_session import DeviceSession
from core.errors import SqueezeError
from core.events import Status
from tests.builders.boards import SmallDevice
from tests.recording import RecordingTask


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(20)
        yield listening


def hang_up_then_answer(server: socket.socket) -> None:
    """An emulator that ends, is started again, and then runs a program of ours."""
    first, _ = server.accept()
    first.close()
    line, _ = server.accept()
    session = DeviceSession(SmallDevice())
    with line:
        while data := line.recv(4096):
            for reply in session.replies(data):
                line.sendall(reply)


def test_a_board_that_only_a_person_can_restart_is_waited_for(server: socket.socket) -> None:
    thread = threading.Thread(target=hang_up_then_answer, args=(server,))
    thread.start()
    task = RecordingTask()
    with started_program(f"socket://127.0.0.1:{server.getsockname()[1]}", task, lambda line: None) as link:
        assert link.hello.variant == "esp32"
    thread.join()
    assert any("press its reset button" in event.text for event in task.of(Status))


def test_it_is_not_waited_for_without_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        nobody = f"socket://127.0.0.1:{server.getsockname()[1]}"
    task = RecordingTask()
    with pytest.raises(SqueezeError) as caught, started_program(nobody, task, lambda line: None, 0.0):
        pass
    assert caught.value.code == "port-unreachable"
