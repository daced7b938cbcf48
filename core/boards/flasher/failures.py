"""What a failure of esptool or of the port means to a person.

esptool tells most things in words of its own (esptool/loader.py, cmds.py, util.py of version 5.6); this is
the one place that knows them.
"""

from __future__ import annotations

from typing import NamedTuple

from core.errors import (
    BOARD_LOCKED,
    BOARD_NO_DATA,
    BOARD_NOISE,
    BOARD_WRONG_BOOT_MODE,
    BOARD_WRONG_CHIP,
    FLASH_MISMATCH,
    FLASH_TOO_SMALL,
    FLASHING_FAILED,
    PORT_VANISHED,
    STUB_FAILED,
    Cancelled,
    ErrorKind,
    SqueezeError,
)


class _Sign(NamedTuple):
    words: str
    kind: ErrorKind


# The first sign that is found counts: a failed connection repeats the reason in its words.
_SIGNS = (
    _Sign("Failed to start stub flasher", STUB_FAILED),
    _Sign("Guru Meditation Error", STUB_FAILED),
    _Sign("Wrong boot mode detected", BOARD_WRONG_BOOT_MODE),
    _Sign("MD5 of file does not match", FLASH_MISMATCH),
    _Sign("the written flash region is empty", FLASH_MISMATCH),
    _Sign("Verification failed", FLASH_MISMATCH),
    _Sign("will not fit in", FLASH_TOO_SMALL),
    _Sign("Wrong chip argument", BOARD_WRONG_CHIP),
    _Sign("Failed to autodetect chip type", BOARD_WRONG_CHIP),
    _Sign("Secure Boot", BOARD_LOCKED),
    _Sign("security features", BOARD_LOCKED),
    _Sign("encryption", BOARD_LOCKED),
    _Sign("Secure Download Mode", BOARD_LOCKED),
    _Sign("No serial data received", BOARD_NO_DATA),
    _Sign("No more data to read", BOARD_NOISE),
    _Sign("serial TX path seems to be down", BOARD_NO_DATA),
    _Sign("Invalid head of packet", BOARD_NOISE),
    _Sign("Packet content transfer stopped", BOARD_NOISE),
    _Sign("Serial data stream stopped", BOARD_NOISE),
    _Sign("Invalid SLIP escape", BOARD_NOISE),
    _Sign("Response doesn't match request", BOARD_NOISE),
    _Sign("Checksum error", BOARD_NOISE),
    _Sign("Bad data checksum", BOARD_NOISE),
    _Sign("Inflate error", BOARD_NOISE),
    _Sign("Deflate", BOARD_NOISE),
    _Sign("Only got", BOARD_NOISE),
    _Sign("Corrupt data", BOARD_NOISE),
    _Sign("Digest mismatch", BOARD_NOISE),
)

WORTH_ANOTHER_TRY = frozenset(
    kind.code for kind in (BOARD_NOISE, BOARD_NO_DATA, STUB_FAILED, FLASH_MISMATCH, FLASHING_FAILED)
)
"""Codes of errors after which a lower speed, or the loader in ROM, may succeed."""


def flashing_error(error: Exception, port: str, doing: str) -> SqueezeError:
    """The error of the table for what was raised while `doing` something with the board on `port`.

    `doing` also names what was written, where that is what is wrong. `Cancelled` is raised again.
    """
    if isinstance(error, Cancelled):
        raise error
    if isinstance(error, SqueezeError):
        return error
    words = str(error)
    # pyserial's own exceptions are `OSError`s; esptool's are `RuntimeError`s.
    if isinstance(error, OSError):
        return SqueezeError(PORT_VANISHED, detail=words, port=port)
    for sign in _SIGNS:
        if sign.words in words:
            return SqueezeError(
                sign.kind, detail=words, port=port, name=doing.removeprefix("writing "), **_UNKNOWN
            )
    return SqueezeError(FLASHING_FAILED, detail=words or repr(error), port=port, doing=doing)


_UNKNOWN = {
    "needed": "more",
    "available": "less",
    "found": "another chip",
    "expected": "the chosen one",
    "feature": "secure boot or flash encryption",
}
"""For sentences whose figures only esptool's words have; those stand in the detail."""
