"""A real board on `--port`, of the profile `--board`. Its flash is saved first and put back in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.boards.firmware_bundles.sources import find_bundle
from core.boards.flasher.jobs import BackupJob, RestoreJob, plan_for_board
from core.boards.flasher.process import do_in_child, identify
from core.boards.link.client import LinkClient
from core.boards.link.codes import DeviceCode
from core.boards.port_opening import open_port
from core.boards.profiles import board_profile
from core.boards.virtual.chips import ROM_BAUD
from core.task import Task
from tests.builders.virtual_boards import board_image, coded_model, images, scores_on_this_computer


@pytest.mark.timeout(1200)
def test_a_real_board_is_flashed_and_agrees(
    port: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    profile = board_profile(request.config.getoption("--board"))
    found = identify(port, Task())
    assert found.chip == profile.chip_id
    do_in_child(BackupJob(port=port, path=str(tmp_path / "before.bin")), Task())
    try:
        bundle = find_bundle(profile.variant)
        first, second = (board_image(coded_model(hidden), profile.id) for hidden in (16, 24))
        assert len(do_in_child(plan_for_board(port, first, bundle, everything=True), Task()).written) == 4
        assert do_in_child(plan_for_board(port, second, bundle), Task()).written == ("model",)
        shown = images(10)
        with LinkClient(open_port(port, ROM_BAUD)) as link:
            assert link.connect().status == DeviceCode.READY
            answers = [link.predict(image).scores for image in shown]
        for answer, expected in zip(answers, scores_on_this_computer(coded_model(24), shown), strict=True):
            assert answer.index(max(answer)) == expected.index(max(expected))
            assert all(abs(one - other) <= 2 for one, other in zip(answer, expected, strict=True))
    finally:
        do_in_child(RestoreJob(port=port, path=str(tmp_path / "before.bin")), Task())


def test_a_real_board_says_which_chip_it_is(port: str) -> None:
    assert identify(port, Task()).flash_bytes >= 2 << 20
