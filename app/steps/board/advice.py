"""What to look at when a board is not found or does not answer, each with its drawing."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from app.texts import translate
from core import errors
from core.boards.port_opening import access_command

_NO_BOARD = frozenset(
    kind.code
    for kind in (
        errors.PORT_NOT_FOUND,
        errors.BOARD_NO_DATA,
        errors.BOARD_SILENT,
    )
)
_DRAWINGS = {
    errors.PORT_NOT_FOUND.code: "no-board",
    errors.PORT_UNREACHABLE.code: "no-board",
    errors.PORT_PERMISSION.code: "permission",
    errors.PORT_BUSY.code: "busy",
    errors.PORT_VANISHED.code: "unplugged",
    errors.BOARD_DISCONNECTED.code: "unplugged",
    errors.BOARD_SILENT.code: "no-board",
    errors.BOARD_NO_DATA.code: "cable",
    errors.BOARD_WRONG_BOOT_MODE.code: "hold-boot",
    errors.BOARD_NOISE.code: "noise",
    errors.LINK_GARBLED.code: "noise",
    errors.FLASH_MISMATCH.code: "noise",
    errors.BOARD_WRONG_CHIP.code: "wrong-board",
    errors.BOARD_NOT_NAMED.code: "wrong-board",
    errors.BOARD_NOT_VIRTUAL.code: "wrong-board",
    errors.BOARD_OTHER_MODEL.code: "wrong-board",
    errors.FLASH_TOO_SMALL.code: "too-small",
    errors.FIRMWARE_MISSING.code: "firmware",
    errors.FIRMWARE_NOT_RELEASED.code: "firmware",
    errors.FIRMWARE_UNREADABLE.code: "firmware",
    errors.FIRMWARE_DAMAGED.code: "firmware",
    errors.FIRMWARE_LINK_VERSION.code: "firmware",
    errors.FIRMWARE_OTHER_BOARD.code: "firmware",
    errors.FIRMWARE_BUILD_FAILED.code: "firmware",
    errors.DOWNLOAD_OFFLINE.code: "firmware",
    errors.DOWNLOAD_PROXY.code: "firmware",
    errors.DOWNLOAD_FAILED.code: "firmware",
    errors.DOWNLOAD_CUT_OFF.code: "firmware",
    errors.DOWNLOAD_TOO_LARGE.code: "firmware",
    errors.IDF_MISSING.code: "firmware",
}
_USUAL_PORT = {"linux": "/dev/ttyUSB0", "darwin": "/dev/cu.usbserial-0001"}


@dataclass(frozen=True)
class Advice:
    """One thing to look at. `command` is something to be copied into a terminal."""

    drawing: str
    title: str
    sentence: str
    command: str = ""


def drawing_for(code: str) -> str:
    """The drawing that goes with an error."""
    return _DRAWINGS.get(code, "trouble")


def needs_checklist(code: str) -> bool:
    """Whether an error is of the kind that a cable, a driver or another program may cause."""
    return code in _NO_BOARD


def checklist(system: str = sys.platform) -> tuple[Advice, ...]:
    """What keeps a board from being found, the likeliest first; `system` is a value of `sys.platform`."""
    return (
        Advice(
            "cable",
            translate("Advice", "Does the cable carry data?"),
            translate(
                "Advice",
                "Many cables only charge. Try one that came with a phone or a camera, without a hub.",
            ),
        ),
        Advice(
            "driver",
            translate("Advice", "Does the computer know the board's adapter?"),
            _driver(system),
        ),
        _permission(system),
        Advice(
            "busy",
            translate("Advice", "Does another program use the port?"),
            translate("Advice", "Close serial monitors, Arduino and other programs that talk to the board."),
        ),
    )


def _driver(system: str) -> str:
    if system == "win32":
        return translate(
            "Advice",
            "Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.",
        )
    if system == "darwin":
        return translate(
            "Advice",
            "macOS knows CP210x and newer CH34x adapters. For older ones install the maker's driver.",
        )
    return translate(
        "Advice",
        "Linux knows all usual adapters. On Ubuntu 'brltty' takes CH340 adapters for itself: remove it.",
    )


def _permission(system: str) -> Advice:
    title = translate("Advice", "May your account use the port?")
    if system == "win32":
        sentence = translate("Advice", "On Windows every account may. There is nothing to be done.")
        return Advice("permission", title, sentence)
    sentence = access_command(_USUAL_PORT.get(system, _USUAL_PORT["linux"]))
    return Advice("permission", title, sentence, command_in(sentence))


def command_in(sentence: str) -> str:
    """The command in a remedy such as 'Run  sudo ...  in a terminal'; '' when there is none."""
    parts = sentence.split("  ")
    return next((part.strip() for part in parts if part.strip().startswith("sudo ")), "")
