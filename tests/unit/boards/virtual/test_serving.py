"""Offering a virtual board at an address."""

from __future__ import annotations

import socket

import pytest

from core.boards.virtual.serving import running_board, serve
from core.errors import Cancelled, SqueezeError
from core.events import BoardOffered, Status
from tests.builders.virtual_boards import ESP32, ESP32_S3, board_settings
from tests.recording import RecordingTask


def test_it_tells_its_address_and_runs_until_it_is_stopped() -> None:
    task = RecordingTask(lambda event: isinstance(event, Status))
    with pytest.raises(Cancelled):
        serve(board_settings(), task)
    (offered,) = task.of(BoardOffered)
    assert offered.address.startswith("rfc2217://127.0.0.1:")
    assert offered.board == ESP32
    assert offered.address in task.of(Status)[0].text


def test_a_board_is_played_with_its_chip_and_flash() -> None:
    with running_board(board_settings(ESP32_S3)) as running:
        assert running.board.chip.name == "ESP32-S3"
        assert running.flash.size == 8 << 20


def test_a_port_number_that_is_taken_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = board_settings(port=taken.getsockname()[1])
        with pytest.raises(SqueezeError) as caught, running_board(settings):
            pass
    assert caught.value.code == "listen-refused"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"board": "esp32c3"}, "setting-invalid"),
        ({"board": "toaster"}, "board-unknown"),
        ({"camera": "/no/such/folder"}, "data-not-found"),
        ({"host": "256.1.1.1"}, "listen-refused"),
        ({"port": 70_000}, "listen-refused"),
    ],
    ids=str,
)
def test_what_cannot_be_offered_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(SqueezeError) as caught, running_board(board_settings(**changes)):  # type: ignore[arg-type]
        pass
    assert caught.value.code == code
