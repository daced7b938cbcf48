"""What a failure of esptool or of the port means to a person.

esptool tells most things in words of its own (esptool/loader.py, cmds.py, util.py of version 5.6); this is
the one place that knows them.
"""

from __future__ import annotations

from typing import NamedTuple

from core.errors import Cancelled, FlashError, SqueezeError


class _Sign(NamedTuple):
    words: str
    code: str


# The first sign that is found counts: a failed connection repeats the reason in its words.
_SIGNS = (
    _Sign("Failed to start stub flasher", "stub-failed"),
    _Sign("Guru Meditation Error", "stub-failed"),
    _Sign("Wrong boot mode detected", "board-wrong-boot-mode"),
    _Sign("MD5 of file does not match", "flash-mismatch"),
    _Sign("the written flash region is empty", "flash-mismatch"),
    _Sign("Verification failed", "flash-mismatch"),
    _Sign("will not fit in", "flash-too-small"),
    _Sign("Wrong chip argument", "board-wrong-chip"),
    _Sign("Failed to autodetect chip type", "board-wrong-chip"),
    _Sign("Secure Boot", "board-locked"),
    _Sign("security features", "board-locked"),
    _Sign("encryption", "board-locked"),
    _Sign("Secure Download Mode", "board-locked"),
    _Sign("No serial data received", "board-no-data"),
    _Sign("No more data to read", "board-noise"),
    _Sign("serial TX path seems to be down", "board-no-data"),
    _Sign("Invalid head of packet", "board-noise"),
    _Sign("Packet content transfer stopped", "board-noise"),
    _Sign("Serial data stream stopped", "board-noise"),
    _Sign("Invalid SLIP escape", "board-noise"),
    _Sign("Response doesn't match request", "board-noise"),
    _Sign("Checksum error", "board-noise"),
    _Sign("Bad data checksum", "board-noise"),
    _Sign("Inflate error", "board-noise"),
    _Sign("Deflate", "board-noise"),
    _Sign("Only got", "board-noise"),
    _Sign("Corrupt data", "board-noise"),
    _Sign("Digest mismatch", "board-noise"),
)

WORTH_ANOTHER_TRY = frozenset(
    {"board-noise", "board-no-data", "stub-failed", "flash-mismatch", "flashing-failed"}
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
        return FlashError("port-vanished", detail=words, port=port)
    for sign in _SIGNS:
        if sign.words in words:
            return FlashError(
                sign.code, detail=words, port=port, name=doing.removeprefix("writing "), **UNKNOWN
            )
    return FlashError("flashing-failed", detail=words or repr(error), port=port, doing=doing)


UNKNOWN = {
    "needed": "more",
    "available": "less",
    "found": "another chip",
    "expected": "the chosen one",
    "feature": "secure boot or flash encryption",
}
"""For sentences whose figures only esptool's words have; those stand in the detail."""
