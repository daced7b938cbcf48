"""Which pins of a board an action can set, what the others are for, and which a board's parts cannot have.

Flash, PSRAM, serial ports and strapping pins: Espressif's datasheets of ESP32 (section 2), ESP32-S3 and
ESP32-C3 (2.3 and 3), and ESP-IDF's page "GPIO & RTC GPIO" for each chip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from core.boards.board_block import NOT_CONNECTED, Chip, Psram
from core.boards.profile import BoardProfile, OtherUse, board_block
from core.errors import BoardError
from core.settings import ClassAction

PinUse = (
    OtherUse
    | Literal[
        "LED",
        "button",
        "flash chip",
        "PSRAM",
        "serial port",
        "USB port",
        "strapping",
        "input only",
        "no pin",
    ]
)

WORDS: Mapping[PinUse, str] = {
    "flash LED": "the flash LED",
    "LED": "the LED",
    "button": "the button",
    "camera": "a pin of the camera",
    "display": "a pin of the display",
    "microphone": "a pin of the microphone",
    "SD card": "a pin of the SD card",
    "buttons": "a pin of the buttons",
    "motion sensor": "a pin of the motion sensor",
    "infrared LED": "the infrared LED",
    "clock chip": "a pin of the clock chip",
    "power supply": "a pin of the power supply",
    "flash chip": "a pin of the flash chip",
    "PSRAM": "a pin of the PSRAM",
    "serial port": "a pin of the serial port",
    "USB port": "a pin of the USB port",
    "strapping": "a strapping pin",
    "input only": "an input-only pin",
    "no pin": "not a pin",
}
"""What a pin is, as it stands in 'GPIO 4 is ... of ESP32-CAM'."""

_CHIPS: dict[Chip, dict[PinUse, tuple[Iterable[int], ...]]] = {
    Chip.ESP32: {
        "flash chip": (range(6, 12),),
        "serial port": ((1, 3),),
        "strapping": ((0, 2, 5, 12, 15),),
        "input only": (range(34, 40),),
        "no pin": ((20, 24), range(28, 32)),
    },
    Chip.ESP32S3: {
        "flash chip": (range(26, 33),),
        "serial port": ((43, 44),),
        "USB port": ((19, 20),),
        "strapping": ((0, 3, 45, 46),),
        "no pin": (range(22, 26),),
    },
    Chip.ESP32C3: {
        "flash chip": (range(11, 18),),
        "serial port": ((20, 21),),
        "USB port": ((18, 19),),
        "strapping": ((2, 8, 9),),
    },
}
_PINS = {Chip.ESP32: 40, Chip.ESP32S3: 49, Chip.ESP32C3: 22}
"""Numbers of GPIOs: from 0 to one below."""
_PSRAM_PINS: dict[tuple[Chip, Psram], Iterable[int]] = {
    (Chip.ESP32, Psram.QUAD): (16, 17),
    (Chip.ESP32S3, Psram.OCTAL): range(33, 38),
}
_MOST_NAMED = 6
_DRIVEN = frozenset({"power_down", "reset", "clock", "sda", "scl"})
"""Pins of a camera that the chip drives; it reads the others."""


def pin_uses(profile: BoardProfile) -> dict[int, PinUse | None]:
    """What each pin of a board is for; None for those that are free for actions."""
    taken: dict[int, PinUse] = {}
    for use, pins in _uses(profile):
        for pin in pins:
            taken.setdefault(pin, use)
    return {pin: taken.get(pin) for pin in range(_PINS[profile.chip_id])}


def _uses(profile: BoardProfile) -> Iterator[tuple[PinUse, Iterable[int]]]:
    """What needs which pins: the board's parts first, which say more than what the chip does."""
    block = board_block(profile)
    for part in profile.other_parts:
        yield part.use, part.pins
    yield "LED", (block.pin_led,)
    yield "button", (block.pin_button,)
    if profile.camera:
        pins = profile.camera.pins
        yield "camera", tuple(getattr(pins, name) for name in pins.__struct_fields__)
    yield "display", (block.pin_display_sda, block.pin_display_scl)
    yield "PSRAM", _PSRAM_PINS.get((profile.chip_id, block.psram), ())
    for use, groups in _CHIPS[profile.chip_id].items():
        for group in groups:
            yield use, group


def free_pins(profile: BoardProfile) -> tuple[int, ...]:
    """The pins that actions can set."""
    return tuple(pin for pin, use in pin_uses(profile).items() if use is None)


def require_free_pins(profile: BoardProfile, act: Mapping[str, ClassAction]) -> None:
    """Raise pin-in-use for the first pin that the board needs for itself."""
    uses = pin_uses(profile)
    for action in act.values():
        if action.pin is None:
            continue
        use = uses.get(action.pin, "no pin")
        if use is not None:
            free = ", ".join(str(pin) for pin in free_pins(profile)[:_MOST_NAMED])
            raise BoardError("pin-in-use", pin=action.pin, use=WORDS[use], board=profile.name, free=free)


def require_possible_pins(profile: BoardProfile) -> None:
    """Raise board-pin-impossible or board-pin-twice where no board with this chip can be wired so."""
    if problem := pin_problem(profile):
        raise problem


def pin_problem(profile: BoardProfile) -> BoardError | None:
    """The first pin of a part of the board that cannot be, or that two parts share; None when all can be."""
    taken: dict[int, str] = {}
    for part, pin, is_driven in _parts(profile):
        use = _impossible(profile, pin, is_driven)
        if use is not None:
            return BoardError("board-pin-impossible", pin=pin, part=part, board=profile.name, use=WORDS[use])
        if pin in taken:
            return BoardError("board-pin-twice", pin=pin, part=part, other=taken[pin], board=profile.name)
        taken[pin] = part
    return None


def _parts(profile: BoardProfile) -> Iterator[tuple[str, int, bool]]:
    """Every pin of a part, with what it is there and whether the chip drives it."""
    if profile.camera:
        pins = profile.camera.pins
        for name in pins.__struct_fields__:
            if getattr(pins, name) != NOT_CONNECTED:
                words = f"camera {name.replace('_', ' ')}"
                yield words, getattr(pins, name), name in _DRIVEN
    if profile.led:
        yield "LED", profile.led.pin, True
    if profile.button:
        yield "button", profile.button.pin, False
    if profile.display:
        yield "display sda", profile.display.sda, True
        yield "display scl", profile.display.scl, True


def _impossible(profile: BoardProfile, pin: int, is_driven: bool) -> PinUse | None:
    """What a pin is that no part can have."""
    chip = profile.chip_id
    if not 0 <= pin < _PINS[chip]:
        return "no pin"
    if pin in _PSRAM_PINS.get((chip, board_block(profile).psram), ()):
        return "PSRAM"
    needed: set[PinUse] = {"flash chip", "no pin"}
    needed.add("serial port" if profile.link.port == "uart" else "USB port")
    if is_driven:
        needed.add("input only")
    for use, groups in _CHIPS[chip].items():
        if use in needed and any(pin in group for group in groups):
            return use
    return None
