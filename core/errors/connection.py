"""Errors between the computer and a board that runs its firmware: the port, and the link over it."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

PORT_NOT_FOUND = ErrorKind(
    "port-not-found",
    "There is no serial port {port}.",
    "Connect the board with a data cable and choose its port from the list again.",
    EXIT_USAGE,
)
PORT_UNREACHABLE = ErrorKind(
    "port-unreachable",
    "No board is offered at {port}.",
    "Check the address, and start what offers the board there ('squeeze virtual-board' tells its address).",
    EXIT_USAGE,
)
PORT_BUSY = ErrorKind(
    "port-busy",
    "Another program uses {port}.",
    "Close serial monitors and other programs that may have it open, then try again.",
)
PORT_PERMISSION = ErrorKind(
    "port-permission",
    "Your account may not use {port}.",
    "{command}",
)
BOARD_SILENT = ErrorKind(
    "board-silent",
    "The board does not answer ({waited}).",
    "Check that it is flashed and that the right port is chosen, press its reset button, then try again.",
)
BOARD_DISCONNECTED = ErrorKind(
    "board-disconnected",
    "The connection to the board broke off.",
    "Check the cable, connect the board again, then try again.",
)
BOARD_REPORTED = ErrorKind(
    "board-reported",
    "The board reports: {sentence}.",
    "{advice}",
)
LINK_VERSION = ErrorKind(
    "link-version",
    "The board's firmware speaks another version of the link ({found}, this program speaks {known}).",
    "Flash the board's firmware again with this program.",
)
LINK_GARBLED = ErrorKind(
    "link-garbled",
    "What the board sends does not make sense ({reason}).",
    "Use a shorter cable without a hub, or a lower speed; if it stays, flash the firmware again.",
)
