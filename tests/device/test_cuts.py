"""A cable that is pulled at any byte of a flash leaves a board that the next flash mends.

Ten cuts by default; `python -m pytest tests/device/test_cuts.py --cuts 100` makes a hundred.
"""

from __future__ import annotations

import random

import pytest

from core.boards.flasher.jobs import WriteJob
from core.boards.flasher.process import do_in_child
from core.boards.link.codes import DeviceCode
from core.boards.virtual.cable import NO_FAULTS, Faults
from core.boards.virtual.serving import running_board
from core.errors import SqueezeError
from core.task import Task
from tests.builders.virtual_boards import board_image, board_settings, coded_model
from tests.device.flashing_boards import hello_of, plan

WHOLE_FLASH = 12_000
"""About so many bytes come from the computer in a flash of partition table and model, and of the stub."""


def cut_code(job: WriteJob) -> str:
    """How a flash with a pulled cable ends: the error's code, or nothing when the cut came too late."""
    try:
        do_in_child(job, Task())
    except SqueezeError as error:
        return error.code
    return ""


@pytest.mark.timeout(3600)
def test_each_flash_that_was_cut_is_followed_by_a_good_one(request: pytest.FixtureRequest) -> None:
    cuts = request.config.getoption("--cuts", default=10)
    chance = random.Random(20)
    images = [board_image(), board_image(coded_model(24))]
    codes = []
    with running_board(board_settings()) as board:
        for number in range(cuts):
            image = images[number % 2]
            job = plan(board, image, everything=True)
            board.board.set_faults(Faults(cut_at=chance.randrange(1, WHOLE_FLASH)))
            codes.append(cut_code(job))
            board.board.set_faults(NO_FAULTS)
            assert do_in_child(job, Task()).written == ("partition table", "model")
            hello = hello_of(board)
            assert (hello.status, hello.model_sha256) == (DeviceCode.READY, image[16:48])
    assert set(codes) <= {"port-vanished", ""}
    assert codes.count("port-vanished") >= cuts * 0.6
