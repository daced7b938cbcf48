"""Which pins of a board are free, and what the others are for."""

from __future__ import annotations

import pytest

from core.boards.pin_use import free_pins, pin_uses, require_free_pins
from core.boards.profiles import BoardProfile, board_block, board_profile, board_profiles
from core.errors import SqueezeError
from core.settings import ClassAction

PROFILES = board_profiles()


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)
def test_every_board_has_free_pins_and_none_that_its_block_names(profile: BoardProfile) -> None:
    block = board_block(profile)
    named = {getattr(block, name) for name in block.__struct_fields__ if name.startswith("pin_")}
    free = set(free_pins(profile))
    assert free
    assert not free & named


@pytest.mark.parametrize(
    ("board", "free"),
    [
        ("esp32-cam", {13, 14}),
        ("esp32-devkit", {4, 13, 14, 16, 17, 18, 19, 21, 22, 23, 25, 26, 27, 32, 33}),
        ("virtual-esp32", {13, 14, 32, 33}),
        ("esp32c3", {0, 1, 3, 4, 5, 6, 7, 10}),
        ("xiao-esp32s3-sense", {1, 2, 4, 5, 6}),
        ("esp32s3-eye", {14}),
    ],
)
def test_the_free_pins_of_a_board(board: str, free: set[int]) -> None:
    assert set(free_pins(board_profile(board))) == free


@pytest.mark.parametrize(
    ("board", "pin", "sentence"),
    [
        ("esp32-cam", 4, "GPIO 4 is the flash LED of ESP32-CAM (AI-Thinker)."),
        ("esp32-cam", 33, "GPIO 33 is the LED of ESP32-CAM (AI-Thinker)."),
        ("esp32-cam", 16, "GPIO 16 is a pin of the PSRAM of ESP32-CAM (AI-Thinker)."),
        ("esp32-cam", 12, "GPIO 12 is a strapping pin of ESP32-CAM (AI-Thinker)."),
        ("ttgo-t-camera", 21, "GPIO 21 is a pin of the display of TTGO T-Camera."),
        ("esp32-devkit", 0, "GPIO 0 is the button of ESP32 DevKit (no PSRAM)."),
        ("esp32-devkit", 6, "GPIO 6 is a pin of the flash chip of ESP32 DevKit (no PSRAM)."),
        ("esp32-devkit", 1, "GPIO 1 is a pin of the serial port of ESP32 DevKit (no PSRAM)."),
        ("esp32-devkit", 36, "GPIO 36 is an input-only pin of ESP32 DevKit (no PSRAM)."),
        ("esp32-devkit", 24, "GPIO 24 is not a pin of ESP32 DevKit (no PSRAM)."),
        ("esp32c3", 22, "GPIO 22 is not a pin of ESP32-C3."),
        ("esp32s3-eye", 20, "GPIO 20 is a pin of the USB port of ESP32-S3-EYE."),
        ("esp32s3-eye", 47, "GPIO 47 is a pin of the display of ESP32-S3-EYE."),
        ("esp32s3-eye", 1, "GPIO 1 is a pin of the buttons of ESP32-S3-EYE."),
        ("xiao-esp32s3-sense", 42, "GPIO 42 is a pin of the microphone of Seeed XIAO ESP32S3 Sense."),
        ("xiao-esp32s3-sense", 8, "GPIO 8 is a pin of the SD card of Seeed XIAO ESP32S3 Sense."),
        ("esp32s3-eye", 35, "GPIO 35 is a pin of the PSRAM of ESP32-S3-EYE."),
    ],
)
def test_a_pin_in_use_is_refused_by_name(board: str, pin: int, sentence: str) -> None:
    profile = board_profile(board)
    act = {"cup": ClassAction(line="hello"), "dog": ClassAction(pin=pin)}
    with pytest.raises(SqueezeError) as caught:
        require_free_pins(profile, act)
    assert (caught.value.code, caught.value.happened) == ("pin-in-use", sentence)
    assert str(free_pins(profile)[0]) in caught.value.remedy


def test_free_pins_are_not_refused() -> None:
    for profile in PROFILES:
        require_free_pins(profile, {str(pin): ClassAction(pin=pin) for pin in free_pins(profile)})
        refused = [pin for pin, use in pin_uses(profile).items() if use is not None]
        assert len(refused) + len(free_pins(profile)) == len(pin_uses(profile))
