"""Boards that a person has described: `boards.toml` in the folder of what the person brought in.

It has `[[boards]]` as `resources/boards.toml` has them, and names the same tables of speeds and arenas.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from pathlib import Path

import msgspec

from core.boards.pin_use import require_possible_pins
from core.boards.profiles import (
    CAMERA_PIN_NAMES,
    BoardProfile,
    board_profile,
    forget_own_boards,
    own_boards_file,
    own_profile,
    own_tables,
    profiles_from,
    shipped_profiles,
    shipped_tables,
)
from core.errors import BoardError
from core.files import content_of, make_folder, write_whole
from core.requests import AddBoardRequest, ChipName, PsramName

FLASH_MEGABYTES = (4, 8, 16, 32)
PSRAM_OF: dict[ChipName, tuple[PsramName, ...]] = {
    "esp32": ("none", "quad"),
    "esp32s3": ("none", "quad", "octal"),
    "esp32c3": ("none",),
}
"""What external memory each chip can have."""
_ARENAS: dict[tuple[ChipName, PsramName], str] = {
    ("esp32", "none"): "esp32",
    ("esp32", "quad"): "esp32-psram",
    ("esp32s3", "none"): "esp32s3",
    ("esp32s3", "quad"): "esp32s3-quad",
    ("esp32s3", "octal"): "esp32s3-octal",
    ("esp32c3", "none"): "esp32c3",
}
_LEAST_PINS = frozenset({"clock", "sda", "scl", "vsync", "href", "pixel_clock", *(f"d{n}" for n in range(8))})
_MOST_ID = 24
"""What a model image has room for."""
_BAUD = 460_800
_SENSOR, _CLOCK = "ov2640", 20_000_000
_HEAD = "# Boards of your own. resources/boards.toml in the program shows what else a board may have."
_SOURCE = "described by the person who has the board"


def camera_models(chip: ChipName) -> tuple[BoardProfile, ...]:
    """The boards with this chip that came with the program and have a camera: their wirings are known."""
    return tuple(one for one in shipped_profiles() if one.chip == chip and one.camera and not one.is_virtual)


def add_board(new: AddBoardRequest) -> BoardProfile:
    """Keep a board, in place of an own one of the same name, and return its profile.

    Raises board-impossible, board-camera-unknown, board-camera-incomplete, board-pin-impossible and
    board-pin-twice; boards-file-unreadable where the file cannot be understood, and what writing it raises.
    Nothing is changed then.
    """
    table = _table(new)
    try:
        (profile,) = profiles_from({**shipped_tables(), "boards": [table]})
    except msgspec.ValidationError as error:
        raise BoardError("board-impossible", reason=str(error)) from error
    require_possible_pins(profile)
    path = own_boards_file()
    content = _with_board(path, table)
    make_folder(path.parent)
    write_whole(path, content)
    forget_own_boards()
    return board_profile(profile.id)


def own_boards_problem(path: Path | None = None) -> BoardError | None:
    """Why boards in the person's file are left out, if any are."""
    try:
        for table in own_tables(path):
            own_profile(table)
    except BoardError as error:
        return error
    return None


def _with_board(path: Path, table: dict[str, object]) -> bytes:
    """The content of a person's file with a board, in place of one with its id.

    What else a person has written stays, comments too, unless a board is replaced. Raises
    boards-file-unreadable where a file would come out that says something else of the other boards.
    """
    before = own_tables(path)
    wanted = [*(one for one in before if one.get("id") != table["id"]), table]
    texts = [_as_toml(wanted)]
    if before and len(wanted) > len(before):
        texts.insert(0, content_of(path).decode(errors="replace").rstrip() + "\n" + _as_toml([table], ""))
    for text in texts:
        with contextlib.suppress(ValueError):
            if tomllib.loads(text)["boards"] == wanted:
                return text.encode()
    reason = "it has something that this program cannot write again"
    raise BoardError("boards-file-unreadable", path=path, reason=reason)


def _table(new: AddBoardRequest) -> dict[str, object]:
    name = " ".join(new.name.split())
    if not name:
        raise BoardError("board-impossible", reason="it has no name")
    if new.flash not in FLASH_MEGABYTES:
        sizes = ", ".join(str(one) for one in FLASH_MEGABYTES)
        raise BoardError("board-impossible", reason=f"its flash has to be one of {sizes} MB")
    if new.psram not in PSRAM_OF[new.chip]:
        raise BoardError("board-impossible", reason=f"there is no {new.chip.upper()} with {new.psram} PSRAM")
    if new.native_usb and new.chip == "esp32":
        raise BoardError("board-impossible", reason="an ESP32 has no USB port of its own")
    variant = new.chip if new.chip != "esp32s3" else f"esp32s3-{'octal' if new.psram == 'octal' else 'quad'}"
    table: dict[str, object] = {
        "id": _free_id(name),
        "name": name,
        "chip": new.chip,
        "variant": variant,
        "flash_bytes": new.flash << 20,
        "psram": new.psram,
        "arena": _ARENAS[new.chip, new.psram],
        "speed": new.chip,
        "flash_baud": _BAUD,
        "source": _SOURCE,
        "link": {
            "port": "usb-serial-jtag" if new.native_usb else "uart",
            "baud": 115_200,
            "source": _SOURCE,
        },
    }
    if new.camera.strip():
        table["camera"] = _camera(new)
    return table


def _camera(new: AddBoardRequest) -> dict[str, object]:
    for model in camera_models(new.chip):
        if model.camera and model.id == new.camera:
            camera: dict[str, object] = msgspec.to_builtins(model.camera)
            return {**camera, "source": f"as {model.name}: {model.camera.source}"}
    if "=" not in new.camera:
        raise _unknown_camera(new.camera, new.chip)
    return {"sensor": _SENSOR, "clock": _CLOCK, "pins": _pins(new), "source": _SOURCE}


def _unknown_camera(camera: str, chip: ChipName) -> BoardError:
    known = ", ".join(model.id for model in camera_models(chip))
    return BoardError("board-camera-unknown", camera=camera, known=known or "none")


def _pins(new: AddBoardRequest) -> dict[str, int]:
    """The pins in 'clock=15, sda=4 ...'; Arduino's names, such as SIOD and Y9, are understood too."""
    pins: dict[str, int] = {}
    for part in re.split(r"[\s,;]+", new.camera.strip()):
        name, _, number = part.partition("=")
        name = _ARDUINO.get(name.strip().lower().removesuffix("_gpio_num"), name.strip().lower())
        if name not in CAMERA_PIN_NAMES or not re.fullmatch(r"-?\d{1,3}", number.strip()):
            raise _unknown_camera(part, new.chip)
        pins[name] = int(number)
    if missing := sorted(_LEAST_PINS - pins.keys()):
        raise BoardError("board-camera-incomplete", missing=", ".join(missing))
    return pins


_ARDUINO = {
    "pwdn": "power_down",
    "xclk": "clock",
    "siod": "sda",
    "sioc": "scl",
    "pclk": "pixel_clock",
    **{f"y{number + 2}": f"d{number}" for number in range(8)},
}
"""Names of arduino-esp32's camera_pins.h, without _GPIO_NUM."""


def _free_id(name: str) -> str:
    """An id for the name that none of the program's boards has; the same for the same name."""
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_MOST_ID].strip("-") or "own-board"
    if made not in {profile.id for profile in shipped_profiles()}:
        return made
    return f"own-{made}"[:_MOST_ID].strip("-")


def _as_toml(tables: list[dict[str, object]], head: str = _HEAD) -> str:
    lines = [head]
    for table in tables:
        lines += ["", "[[boards]]", *_lines(table, "boards")]
    return "\n".join(lines) + "\n"


def _lines(table: dict[str, object], place: str) -> list[str]:
    """The lines of a table: first its own values, then the tables in it."""
    simple = [f"{key} = {_value(value)}" for key, value in table.items() if not _is_part(key, value)]
    for key, value in table.items():
        if _is_part(key, value):
            parts = value if isinstance(value, list) else [value]
            mark = f"[[{place}.{key}]]" if isinstance(value, list) else f"[{place}.{key}]"
            for part in parts:
                assert isinstance(part, dict)
                simple += ["", mark, *_lines(part, f"{place}.{key}")]
    return simple


def _is_part(key: str, value: object) -> bool:
    return (isinstance(value, dict) and key != "pins") or key == "other_parts"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    return msgspec.json.encode(value).decode()
