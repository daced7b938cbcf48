"""What differs between boards of one firmware variant: the board block of a model image.

96 bytes, byte table in docs/model-image.md. Firmware reads pins, memory limits and the link's port from it,
so that one firmware serves every board of its variant. A pin of -1 is not connected.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import msgspec

from core.boards.actions import Action
from core.boards.byte_layout import BadField, ByteLayout

NOT_CONNECTED = -1
_HIGHEST_PIN = 63


class Chip(IntEnum):
    """Chips by the number that their ROM and esptool know them by (esptool/targets, IMAGE_CHIP_ID)."""

    ESP32 = 0
    ESP32C3 = 5
    ESP32S3 = 9


CHIP_NAMES = "ESP32, ESP32-S3 or ESP32-C3"
"""All of them, as they are called."""


class Psram(IntEnum):
    """External memory, by its bus."""

    NONE = 0
    QUAD = 1
    OCTAL = 2


class LinkPort(IntEnum):
    """Where the link runs: the first UART, or the chip's own USB serial port."""

    UART = 0
    USB_SERIAL_JTAG = 1


class Camera(IntEnum):
    """The sensor that the board is sold with; the driver finds out which one is plugged in."""

    NONE = 0
    OV2640 = 1
    OV3660 = 2
    OV5640 = 3


class Led(IntEnum):
    """How the light is switched."""

    NONE = 0
    LIT_WHEN_HIGH = 1
    LIT_WHEN_LOW = 2
    ADDRESSABLE = 3


class Display(IntEnum):
    """The display's controller."""

    NONE = 0
    SSD1306 = 1


BOARD_BLOCK = ByteLayout(
    ("profile", "text:24"),
    ("chip", "u16"),
    ("psram", "u8"),
    ("link_port", "u8"),
    ("link_baud", "u32"),
    ("persistent_arena", "u32"),
    ("working_arena", "u32"),
    ("psram_arena", "u32"),
    ("camera", "u8"),
    ("camera_flipped", "u8"),
    ("camera_mirrored", "u8"),
    ("", "zero:1"),
    ("camera_clock", "u32"),
    ("pin_power_down", "i8"),
    ("pin_reset", "i8"),
    ("pin_clock", "i8"),
    ("pin_sda", "i8"),
    ("pin_scl", "i8"),
    ("pin_d7", "i8"),
    ("pin_d6", "i8"),
    ("pin_d5", "i8"),
    ("pin_d4", "i8"),
    ("pin_d3", "i8"),
    ("pin_d2", "i8"),
    ("pin_d1", "i8"),
    ("pin_d0", "i8"),
    ("pin_vsync", "i8"),
    ("pin_href", "i8"),
    ("pin_pixel_clock", "i8"),
    ("pin_button", "i8"),
    ("button_pressed_level", "u8"),
    ("pin_led", "i8"),
    ("led", "u8"),
    ("display", "u8"),
    ("display_address", "u8"),
    ("display_width", "u8"),
    ("display_height", "u8"),
    ("pin_display_sda", "i8"),
    ("pin_display_scl", "i8"),
    ("display_turned", "u8"),
    ("action_count", "u8"),
    ("", "zero:16"),
)


class BoardBlock(msgspec.Struct, frozen=True, kw_only=True):
    """A board as its firmware needs to know it. Bytes, hertz, baud, GPIO numbers.

    `persistent_arena` and `working_arena` are the most that the two blocks of internal memory may take
    (what TFLM calls persistent and non-persistent), `psram_arena` the most in external memory, 0 without.
    `actions` stand behind the header of a model image; the block itself says how many they are.
    """

    profile: str
    chip: Chip
    psram: Psram = Psram.NONE
    link_port: LinkPort = LinkPort.UART
    link_baud: int = 115200
    persistent_arena: int
    working_arena: int
    psram_arena: int = 0
    camera: Camera = Camera.NONE
    camera_flipped: bool = False
    camera_mirrored: bool = False
    camera_clock: int = 0
    pin_power_down: int = NOT_CONNECTED
    pin_reset: int = NOT_CONNECTED
    pin_clock: int = NOT_CONNECTED
    pin_sda: int = NOT_CONNECTED
    pin_scl: int = NOT_CONNECTED
    pin_d7: int = NOT_CONNECTED
    pin_d6: int = NOT_CONNECTED
    pin_d5: int = NOT_CONNECTED
    pin_d4: int = NOT_CONNECTED
    pin_d3: int = NOT_CONNECTED
    pin_d2: int = NOT_CONNECTED
    pin_d1: int = NOT_CONNECTED
    pin_d0: int = NOT_CONNECTED
    pin_vsync: int = NOT_CONNECTED
    pin_href: int = NOT_CONNECTED
    pin_pixel_clock: int = NOT_CONNECTED
    pin_button: int = NOT_CONNECTED
    button_pressed_level: bool = False
    pin_led: int = NOT_CONNECTED
    led: Led = Led.NONE
    display: Display = Display.NONE
    display_address: int = 0
    display_width: int = 0
    display_height: int = 0
    pin_display_sda: int = NOT_CONNECTED
    pin_display_scl: int = NOT_CONNECTED
    display_turned: bool = False
    actions: tuple[Action, ...] = ()


_CHOICES: dict[str, type[IntEnum]] = {
    "chip": Chip,
    "psram": Psram,
    "link_port": LinkPort,
    "camera": Camera,
    "led": Led,
    "display": Display,
}
_DISPLAY_PINS = frozenset({"pin_display_sda", "pin_display_scl"})
_SWITCHES = frozenset({"camera_flipped", "camera_mirrored", "button_pressed_level", "display_turned"})


def pack_board_block(block: BoardBlock) -> bytes:
    """The 96 bytes of a board block, without its actions. Raises `BadField`."""
    values = {name: getattr(block, name) for name in block.__struct_fields__ if name != "actions"}
    _require_sound(values)
    return BOARD_BLOCK.pack({**values, "action_count": len(block.actions)})


def action_count_of(data: bytes) -> int:
    """How many actions a board block says that there are. Raises `BadField`."""
    count = BOARD_BLOCK.unpack(data)["action_count"]
    assert isinstance(count, int)
    return count


def unpack_board_block(data: bytes, actions: tuple[Action, ...] = ()) -> BoardBlock:
    """The board block in `data`, with `actions`, which are read elsewhere. Raises `BadField`."""
    values: dict[str, Any] = dict(BOARD_BLOCK.unpack(data))
    if values.pop("action_count") != len(actions):
        raise BadField("action_count", f"is not {len(actions)}")
    _require_sound(values)
    choices = {name: kind(values[name]) for name, kind in _CHOICES.items()}
    switches = {name: bool(values[name]) for name in _SWITCHES}
    return BoardBlock(**{**values, **choices, **switches}, actions=actions)


def _require_sound(values: dict[str, Any]) -> None:
    for name, kind in _CHOICES.items():
        if values[name] not in set(kind):
            raise BadField(name, f"is {values[name]!r}, which is not known")
    for name in _SWITCHES:
        if values[name] not in (0, 1):
            raise BadField(name, f"is {values[name]!r}, not 0 or 1")
    for name, value in values.items():
        needed = name in _DISPLAY_PINS and values["display"] != Display.NONE
        if name.startswith("pin_") and not (0 if needed else NOT_CONNECTED) <= value <= _HIGHEST_PIN:
            raise BadField(name, f"is {value!r}, not a pin")
    if not values["profile"]:
        raise BadField("profile", "is empty")
