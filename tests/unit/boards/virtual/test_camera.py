"""A camera that looks at a folder."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.boards.link.codes import DeviceCode, DeviceFailure
from core.boards.virtual.camera import Camera
from core.errors import SqueezeError
from tests.builders.pictures import write_classes


def test_it_shows_every_picture_in_turn_and_then_again(tmp_path: Path) -> None:
    write_classes(tmp_path, {"cat": 2, "dog": 1})
    camera = Camera(tmp_path)
    shots = [camera.shoot(24, 3) for _ in range(4)]
    assert [shot.number for shot in shots] == [0, 1, 2, 3]
    assert (shots[3].pixels == shots[0].pixels).all()
    assert not (shots[1].pixels == shots[0].pixels).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_a_shot_is_what_the_model_takes_and_the_same_as_jpeg(tmp_path: Path, channels: int) -> None:
    write_classes(tmp_path, {"cat": 1})
    shot = Camera(tmp_path).shoot(32, channels)
    assert shot.pixels.shape == (32, 32, channels)
    seen = np.asarray(Image.open(io.BytesIO(shot.jpeg))).reshape(shot.pixels.shape)
    assert abs(seen.astype(int) - shot.pixels).mean() < 12


def test_a_picture_that_cannot_be_read_is_a_camera_that_failed(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    with pytest.raises(DeviceFailure) as caught:
        Camera(tmp_path).shoot(24, 3)
    assert caught.value.code is DeviceCode.CAMERA_FAILED


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_pictures_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SqueezeError, match=r"No pictures|nothing at"):
        Camera(tmp_path / name)
