"""What is written to which board."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.boards.board_block import Chip
from core.boards.flasher.jobs import plan_for_board, plan_for_virtual_board
from core.boards.partition_table import unpack_table
from core.errors import SqueezeError
from tests.builders.bundles import small_bundle


def test_a_real_board_gets_its_firmware_and_the_model_last() -> None:
    job = plan_for_board("COM5", b"image", small_bundle(version="1.2.0"))
    assert [(one.part.name, one.part.offset, one.part.bytes) for one in job.parts] == [
        ("bootloader", 0x1000, 24_000),
        ("partition table", 0x8000, 0xC00),
        ("application", 0x10000, 162_000),
        ("model", 0x190000, 5),
    ]
    assert (job.chip, job.variant, job.firmware) == (Chip.ESP32, "esp32", "1.2.0")
    assert job.needed_bytes == 4 << 20


def test_a_virtual_board_needs_no_firmware() -> None:
    job = plan_for_virtual_board("rfc2217://x", b"image", Chip.ESP32S3, 8 << 20)
    assert [one.part.name for one in job.parts] == ["partition table", "model"]
    assert unpack_table(job.parts[0].data)[-1].end == 8 << 20


def test_parts_do_not_overlap() -> None:
    parts = [one.part for one in plan_for_board("COM5", b"image", small_bundle()).parts]
    assert all(one.offset + one.bytes <= other.offset for one, other in pairwise(parts))


@pytest.mark.parametrize("size", [0x270000 + 1, 4 << 20])
def test_a_model_that_has_no_room_is_refused_before_anything_is_written(size: int) -> None:
    with pytest.raises(SqueezeError) as caught:
        plan_for_virtual_board("rfc2217://x", bytes(size), Chip.ESP32, 4 << 20)
    assert caught.value.code == "flash-too-small"
    assert "2496 KB" in caught.value.happened
    assert len(plan_for_virtual_board("rfc2217://x", bytes(0x270000), Chip.ESP32, 4 << 20).parts) == 2
