"""What is known of a board, each figure with its source, and what a model image says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from core.boards.board_block import (
    NOT_CONNECTED,
    BoardBlock,
    Camera,
    Chip,
    Display,
    Led,
    LinkPort,
    Psram,
)
from core.reading import resolved
from core.requests import ChipName, PsramName

Variant = Literal["esp32", "esp32s3-quad", "esp32s3-octal", "esp32c3"]
_PIN_PREFIX = "pin_"


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Part of a profile. `source` says where its figures come from."""

    source: str


class Speed(_Part, frozen=True):
    """How fast a chip runs a model with esp-nn: cycles a multiplication, and a decoded weight."""

    megahertz: int
    cycles_per_mac: float
    cycles_per_weight: float


class ArenaLimits(_Part, frozen=True):
    """The most bytes that the two blocks of internal memory, and external memory, can give to an arena."""

    persistent: int
    working: int
    psram: int


class LinkFigures(_Part, frozen=True):
    """Where the link runs and the speed that it begins with."""

    port: Literal["uart", "usb-serial-jtag"]
    baud: int


class CameraPins(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """GPIO numbers of a parallel camera; -1 is not connected."""

    power_down: int = NOT_CONNECTED
    reset: int = NOT_CONNECTED
    clock: int
    sda: int
    scl: int
    d7: int
    d6: int
    d5: int
    d4: int
    d3: int
    d2: int
    d1: int
    d0: int
    vsync: int
    href: int
    pixel_clock: int


CAMERA_PIN_NAMES = frozenset(CameraPins.__struct_fields__)


class CameraFigures(_Part, frozen=True):
    """A camera; `clock` is what the chip gives it, in hertz."""

    sensor: Literal["ov2640", "ov3660", "ov5640"]
    clock: int
    pins: CameraPins
    flipped: bool = False
    mirrored: bool = False


class Button(_Part, frozen=True):
    """A button; `pressed_level` is what its pin reads while it is pressed."""

    pin: int
    pressed_level: bool


class Light(_Part, frozen=True):
    """A light and how it is switched."""

    pin: int
    kind: Literal["lit-when-high", "lit-when-low", "addressable"]


OtherUse = Literal[
    "flash LED",
    "camera",
    "display",
    "microphone",
    "SD card",
    "buttons",
    "motion sensor",
    "infrared LED",
    "clock chip",
    "power supply",
]


class OtherPart(_Part, frozen=True):
    """A part that the firmware leaves alone, and the pins that lead to it."""

    use: OtherUse
    pins: tuple[int, ...]


class DisplayFigures(_Part, frozen=True):
    """A display on an I2C bus."""

    controller: Literal["ssd1306"]
    sda: int
    scl: int
    address: int
    width: int
    height: int
    turned: bool = False


class BoardProfile(_Part, frozen=True):
    """A board: what it is, what it can hold, how fast it is, what is connected where."""

    id: str
    name: str
    chip: ChipName
    variant: Variant
    flash_bytes: int
    psram: PsramName
    arena: ArenaLimits
    speed: Speed
    flash_baud: int
    link: LinkFigures
    camera: CameraFigures | None = None
    button: Button | None = None
    led: Light | None = None
    other_parts: tuple[OtherPart, ...] = ()
    display: DisplayFigures | None = None
    is_virtual: bool = False

    @property
    def chip_id(self) -> Chip:
        """The number by which ROM and esptool know the chip."""
        return Chip[self.chip.upper()]


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    speeds: dict[str, Speed]
    arenas: dict[str, ArenaLimits]
    boards: list[dict[str, object]]


def profiles_from(tables: dict[str, object]) -> tuple[BoardProfile, ...]:
    """The profiles in the content of a boards file; a board names its `arena` and `speed` tables.

    Raises `msgspec.ValidationError`, with the place, for whatever is not of the form above.
    """
    read = msgspec.convert(tables, resolved(_Tables))
    shared: dict[str, Mapping[str, _Part]] = {"arena": read.arenas, "speed": read.speeds}
    boards = []
    for board in read.boards:
        taken = {key: table.get(str(board.get(key))) for key, table in shared.items()}
        named = {key: msgspec.to_builtins(value) for key, value in taken.items() if value is not None}
        boards.append(msgspec.convert({**board, **named}, resolved(BoardProfile)))
    return tuple(boards)


def board_block(profile: BoardProfile) -> BoardBlock:
    """What a model image says about this board."""
    block = BoardBlock(
        profile=profile.id,
        chip=profile.chip_id,
        psram=Psram[profile.psram.upper()],
        link_port=LinkPort[profile.link.port.upper().replace("-", "_")],
        link_baud=profile.link.baud,
        persistent_arena=profile.arena.persistent,
        working_arena=profile.arena.working,
        psram_arena=profile.arena.psram,
    )
    return _with_display(_with_button_and_led(_with_camera(block, profile), profile), profile)


def _with_camera(block: BoardBlock, profile: BoardProfile) -> BoardBlock:
    camera = profile.camera
    if camera is None:
        return block
    pins = {_PIN_PREFIX + name: getattr(camera.pins, name) for name in camera.pins.__struct_fields__}
    return msgspec.structs.replace(
        block,
        camera=Camera[camera.sensor.upper()],
        camera_flipped=camera.flipped,
        camera_mirrored=camera.mirrored,
        camera_clock=camera.clock,
        **pins,
    )


def _with_button_and_led(block: BoardBlock, profile: BoardProfile) -> BoardBlock:
    if profile.button:
        block = msgspec.structs.replace(
            block, pin_button=profile.button.pin, button_pressed_level=profile.button.pressed_level
        )
    if profile.led:
        kind = Led[profile.led.kind.upper().replace("-", "_")]
        block = msgspec.structs.replace(block, pin_led=profile.led.pin, led=kind)
    return block


def _with_display(block: BoardBlock, profile: BoardProfile) -> BoardBlock:
    display = profile.display
    if display is None:
        return block
    return msgspec.structs.replace(
        block,
        display=Display[display.controller.upper()],
        display_address=display.address,
        display_width=display.width,
        display_height=display.height,
        pin_display_sda=display.sda,
        pin_display_scl=display.scl,
        display_turned=display.turned,
    )
