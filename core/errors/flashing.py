"""Errors of flashing: reaching the chip's loader, and what it reads and writes."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

PORT_VANISHED = ErrorKind(
    "port-vanished",
    "The connection on {port} broke off.",
    "Check the cable and connect the board again. Its loader is in ROM: flashing again mends it.",
)
BOARD_NO_DATA = ErrorKind(
    "board-no-data",
    "Nothing came back from the board on {port}.",
    "Use a cable that carries data. If that is not it, hold BOOT down, press EN (RST) once and try again.",
)
BOARD_WRONG_BOOT_MODE = ErrorKind(
    "board-wrong-boot-mode",
    "The board on {port} started its program instead of its loader.",
    "Hold its BOOT button down while connecting. An ESP32-CAM needs IO0 joined with GND instead.",
)
BOARD_NOISE = ErrorKind(
    "board-noise",
    "What arrived from the board on {port} was damaged, at the lowest speed too.",
    "Use a shorter cable, without a hub, and take other loads off the board's supply.",
)
STUB_FAILED = ErrorKind(
    "stub-failed",
    "The board on {port} did not start the helper program for flashing.",
    "Try again without it, and at a lower speed; other things connected to the board may be in the way.",
)
BOARD_WRONG_CHIP = ErrorKind(
    "board-wrong-chip",
    "The board on {port} has the chip {found}, not {expected}.",
    "Choose the board that is connected, or connect the one that was chosen. Nothing was written.",
)
BOARD_LOCKED = ErrorKind(
    "board-locked",
    "The board on {port} has security features burnt in that keep it from being flashed ({feature}).",
    "Use another board: they cannot be undone. Nothing was written.",
)
FLASH_TOO_SMALL = ErrorKind(
    "flash-too-small",
    "{name} needs {needed} of flash, and there is room for {available}.",
    "Choose a smaller network, or a board with more flash. Nothing was written.",
)
FLASH_MISMATCH = ErrorKind(
    "flash-mismatch",
    "What is in the board's flash is not what was written ({name}).",
    "Flash again. If it stays, the board's power supply or flash is at fault: try another USB port.",
)
FLASHING_FAILED = ErrorKind(
    "flashing-failed",
    "Flashing the board on {port} failed while {doing}.",
    "Disconnect the board, connect it again and retry; the technical detail has the flasher's own words.",
)
BACKUP_UNUSABLE = ErrorKind(
    "backup-unusable",
    "{path} is not a backup that fits this board ({reason}).",
    "Choose the file that was saved from a board with the same size of flash.",
    EXIT_USAGE,
)
