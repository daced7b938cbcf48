"""Errors of the choice of a board: which one is meant, what it runs and has, what a virtual one needs."""

from __future__ import annotations

from core.errors.kind import EXIT_USAGE, ErrorKind

BOARD_UNKNOWN = ErrorKind(
    "board-unknown",
    "There is no board called {board}.",
    "Choose one of: {known}.",
    EXIT_USAGE,
)
BOARD_NOT_NAMED = ErrorKind(
    "board-not-named",
    "Nothing says which board is on {port}; its chip is {chip}.",
    "Name it with --board: {known}.",
    EXIT_USAGE,
)
BOARD_NOT_VIRTUAL = ErrorKind(
    "board-not-virtual",
    "The board on {port} is a real one, and the virtual board was chosen.",
    "Choose the board that is connected (--board: {known}). Nothing was written.",
    EXIT_USAGE,
)
BOARD_OTHER_MODEL = ErrorKind(
    "board-other-model",
    "The board runs another model than this one.",
    "Flash this model to the board, then try again.",
)
BOARD_NO_CAMERA = ErrorKind(
    "board-no-camera",
    "The board on {port} has no camera, and no pictures were named.",
    "Name pictures or a folder of them with --pictures.",
    EXIT_USAGE,
)
LISTEN_REFUSED = ErrorKind(
    "listen-refused",
    "The virtual board cannot be offered at {address}.",
    "Another program may use that port: choose another one, or 0 for any that is free.",
    EXIT_USAGE,
)
FLASH_FILE_SIZE = ErrorKind(
    "flash-file-size",
    "{path} has {found} bytes; a flash chip of {size} bytes was asked for.",
    "Choose the file of this board, or one that is not there yet.",
    EXIT_USAGE,
)
