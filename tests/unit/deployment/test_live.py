"""What the live view compares a board with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.deployment.live import flashed_image
from core.errors import FileError
from core.runs.board_fit import measured_arena
from core.runs.folder import RunFolder
from tests.builders.virtual_boards import board_image
from tests.tflm import needs_tflm

_CLAIMED = 20 << 30


def test_a_model_image_that_claims_20_gigabytes_is_none(tmp_path: Path) -> None:
    folder = RunFolder(tmp_path)
    assert flashed_image(folder) is None
    folder.model_image.write_bytes(board_image())
    assert flashed_image(folder) is not None
    os.truncate(folder.model_image, _CLAIMED)
    assert flashed_image(folder) is None


@needs_tflm
def test_a_model_that_claims_20_gigabytes_is_refused_before_it_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "int8.tflite"
    path.touch()
    os.truncate(path, _CLAIMED)
    with pytest.raises(FileError) as raised:
        measured_arena(path)
    assert raised.value.code == "file-too-large"
