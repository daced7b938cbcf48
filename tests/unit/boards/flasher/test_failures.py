"""esptool's words, as its version 5.6 says them, and the errors that they become."""

from __future__ import annotations

import pytest
import serial

from core.boards.flasher.failures import WORTH_ANOTHER_TRY, flashing_error
from core.errors import BoardError, Cancelled


def named(words: str) -> str:
    return flashing_error(RuntimeError(words), "COM5", "writing model").code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Failed to connect to ESP32: No serial data received.", "board-no-data"),
        (
            "Failed to connect to ESP32: Wrong boot mode detected (0x13)! "
            "The chip needs to be in download mode.",
            "board-wrong-boot-mode",
        ),
        (
            "Failed to connect to ESP32: Invalid head of packet (0x65): Possible serial noise or corruption.",
            "board-noise",
        ),
        ("Packet content transfer stopped (received 8 bytes).", "board-noise"),
        ("Serial data stream stopped: Possible serial noise or corruption.", "board-noise"),
        ("Failed to write to target flash (result was 0107: Checksum error)", "board-noise"),
        ("Failed to start stub flasher. There was no response.", "stub-failed"),
        ("Guru Meditation Error detected (LoadProhibited).", "stub-failed"),
        ("MD5 of file does not match data in flash!", "flash-mismatch"),
        ("Write failed, the written flash region is empty.", "flash-mismatch"),
        (
            "Input image (length 99) at offset 0x00190000 will not fit in 2097152 bytes of flash.",
            "flash-too-small",
        ),
        ("This chip is ESP32-S3, not ESP32. Wrong chip argument?", "board-wrong-chip"),
        ("Secure Boot V1 detected, writing to flash regions < 0x8000 is disabled", "board-locked"),
        ("Active security features detected, erasing flash is disabled", "board-locked"),
        ("Something that no one has ever read", "flashing-failed"),
    ],
)
def test_each_of_its_failures_has_an_error(words: str, code: str) -> None:
    error = flashing_error(RuntimeError(words), "COM5", "writing model")
    assert (error.code, error.detail) == (code, words)
    assert "{" not in str(error)


@pytest.mark.parametrize(
    "error",
    [serial.SerialException("read failed: device disconnected"), OSError(5, "Input/output error")],
)
def test_a_cable_that_is_pulled_is_a_port_that_vanished(error: OSError) -> None:
    assert flashing_error(error, "COM5", "writing model").code == "port-vanished"


def test_our_own_errors_stay_as_they_are() -> None:
    own = BoardError("board-silent", waited="one second")
    assert flashing_error(own, "COM5", "connecting") is own


def test_stopping_is_no_error() -> None:
    with pytest.raises(Cancelled):
        flashing_error(Cancelled(), "COM5", "connecting")


def test_a_slower_way_is_tried_only_where_it_can_help() -> None:
    assert named("Failed to start stub flasher.") in WORTH_ANOTHER_TRY
    assert named("Invalid head of packet") in WORTH_ANOTHER_TRY
    assert named("will not fit in") not in WORTH_ANOTHER_TRY
    assert named("Wrong chip argument") not in WORTH_ANOTHER_TRY
    assert "port-vanished" not in WORTH_ANOTHER_TRY
