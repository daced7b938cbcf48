"""The boards in resources/boards.toml: complete, sound, and what a model image needs."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
import pytest

from core.boards.board_block import NOT_CONNECTED, Camera, Chip, Display, Led, LinkPort, Psram
from core.boards.model_image import parse_model_image
from core.boards.partition_table import model_partition
from core.boards.profiles import (
    VIRTUAL_BOARD,
    BoardProfile,
    board_block,
    board_profile,
    profiles_from,
    shipped_profiles,
)
from core.errors import SqueezeError
from core.paths import resources_folder
from tests.builders.boards import model_image

BOARDS = pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda profile: profile.id)


def parts(value: object, place: str) -> list[tuple[str, msgspec.Struct]]:
    """Every part of a profile that has a source, with where it stands."""
    if not isinstance(value, msgspec.Struct):
        return []
    found = [(place, value)] if hasattr(value, "source") else []
    for name in value.__struct_fields__:
        found += parts(getattr(value, name), f"{place}.{name}")
    return found


def pins(value: object) -> list[int]:
    block = board_block(value) if isinstance(value, BoardProfile) else value
    names = [name for name in block.__struct_fields__ if name.startswith("pin_")]  # type: ignore[attr-defined]
    return [pin for name in names if (pin := getattr(block, name)) != NOT_CONNECTED]


def test_the_promised_boards_are_there() -> None:
    assert {profile.id for profile in shipped_profiles()} == {
        "virtual-esp32",
        "esp32-devkit",
        "esp32-wrover",
        "esp32-cam",
        "ttgo-t-camera",
        "esp32s3-devkitc",
        "esp32s3-devkitc-quad",
        "esp32s3-devkitc-octal",
        "esp32s3-eye",
        "xiao-esp32s3-sense",
        "esp32c3",
        "freenove-esp32s3-wroom",
        "esp32s3-cam",
        "t-camera-s3",
        "atoms3r-cam",
        "m5stack-timer-camera",
    }
    assert [profile.id for profile in shipped_profiles() if profile.is_virtual] == [VIRTUAL_BOARD]


@BOARDS
def test_every_figure_has_a_source(profile: BoardProfile) -> None:
    found = parts(profile, profile.id)
    assert len(found) >= 4
    assert [place for place, part in found if len(part.source) < 15] == []  # type: ignore[attr-defined]


@BOARDS
def test_no_pin_serves_two_things(profile: BoardProfile) -> None:
    used = pins(profile)
    assert len(used) == len(set(used))


@BOARDS
def test_a_camera_has_all_the_pins_that_it_cannot_do_without(profile: BoardProfile) -> None:
    if profile.camera:
        assert len(pins(board_block(profile))) >= 14
        assert 6_000_000 <= profile.camera.clock <= 27_000_000


@BOARDS
def test_variant_memory_and_chip_agree(profile: BoardProfile) -> None:
    assert profile.variant.startswith(profile.chip)
    assert (profile.arena.psram > 0) == (profile.psram != "none")
    if profile.variant == "esp32s3-octal":
        assert profile.psram == "octal"
    assert model_partition(profile.flash_bytes).size >= 2 * 1024 * 1024


@BOARDS
def test_a_model_image_holds_the_board(profile: BoardProfile) -> None:
    block = board_block(profile)
    assert parse_model_image(model_image(board=block)).board == block


def test_the_original_projects_board_is_wired_as_it_was() -> None:
    block = board_block(board_profile("ttgo-t-camera"))
    assert (block.chip, block.psram, block.link_port) == (Chip.ESP32, Psram.QUAD, LinkPort.UART)
    assert (block.camera, block.camera_flipped, block.pin_d7, block.pin_d0) == (Camera.OV2640, True, 39, 5)
    assert (block.display, block.pin_display_sda, block.display_address) == (Display.SSD1306, 21, 0x3C)
    assert (block.pin_button, block.button_pressed_level, block.led) == (34, False, Led.NONE)


def test_an_unknown_board_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(SqueezeError) as caught:
        board_profile("esp8266")
    assert caught.value.code == "board-unknown"
    assert "esp32-cam" in caught.value.remedy


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"flash_size": 4}, "flash_size"),
        ({"chip": "esp8266"}, "esp8266"),
        ({"flash_bytes": "4 MB"}, "flash_bytes"),
        ({"arena": "of another board"}, "arena"),
        ({"source": 7}, "source"),
    ],
)
def test_a_boards_file_with_a_mistake_is_refused(change: dict[str, Any], place: str) -> None:
    with (resources_folder() / "boards.toml").open("rb") as file:
        tables = tomllib.load(file)
    tables["boards"][0] |= change
    with pytest.raises(msgspec.ValidationError, match=place):
        profiles_from(tables)
