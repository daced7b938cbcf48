"""Boards that a person has described: `boards.toml` in the folder of what the person brought in.

It has `[[boards]]` as `resources/boards.toml` has them, and names the same tables of speeds and arenas.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple, cast

import msgspec

from core.boards.pin_use import require_possible_pins
from core.boards.profiles import (
    CAMERA_PIN_NAMES,
    BoardProfile,
    board_profile,
    forget_own_boards,
    own_boards_file,
    own_profile,
    own_profiles,
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
_USB = "usb-serial-jtag"
_BOARD_LINE = re.compile(r"\s*\[\[\s*boards\s*\]\]")
_TABLE_LINE = re.compile(r"\s*\[(?!\[?\s*boards\s*\.)")
_REMARK = re.compile(r"\s*(#|$)")


class RemovedBoard(NamedTuple):
    """A board that was removed from a person's file: its table there, and the file before and after."""

    table: dict[str, object]
    before: bytes
    after: bytes

    @property
    def board(self) -> str:
        """Its id."""
        return str(self.table["id"])

    @property
    def name(self) -> str:
        """Its name for a person."""
        return str(self.table.get("name", self.board))


def camera_models(chip: ChipName) -> tuple[BoardProfile, ...]:
    """The boards with this chip that came with the program and have a camera: their wirings are known."""
    return tuple(one for one in shipped_profiles() if one.chip == chip and one.camera and not one.is_virtual)


def add_board(new: AddBoardRequest) -> BoardProfile:
    """Keep a board, in place of the own one that it replaces or that has its name, and return its profile.

    What the person wrote of a replaced board beside what is asked for stays: lights, a button, remarks.
    Raises board-impossible, board-camera-unknown, board-camera-incomplete, board-pin-impossible and
    board-pin-twice; boards-file-unreadable where the file cannot be understood, and what writing it raises.
    Nothing is changed then.
    """
    path = own_boards_file()
    before = own_tables(path)
    asked = _table(new)
    if any(one.get("id") == new.replaces for one in before):
        asked["id"] = new.replaces
    board = str(asked["id"])
    old = next((one for one in before if one.get("id") == board), None)
    table = asked if old is None else _changed(old, asked)
    try:
        (profile,) = profiles_from({**shipped_tables(), "boards": [table]})
    except msgspec.ValidationError as error:
        raise BoardError("board-impossible", reason=str(error)) from error
    require_possible_pins(profile)
    content = _edited(path, board, table)
    make_folder(path.parent)
    write_whole(path, content)
    forget_own_boards()
    return board_profile(board)


def remove_board(board: str) -> RemovedBoard:
    """Forget a board of the person's own; remarks and other boards in the file stay.

    Raises board-not-own; boards-file-unreadable where the file cannot be understood, and what writing it
    raises. Nothing is changed then.
    """
    path = own_boards_file()
    own = {str(one.get("id")): one for one in own_tables(path)}
    if board not in own:
        raise BoardError("board-not-own", board=board, known=", ".join(own) or "none")
    removed = RemovedBoard(own[board], content_of(path), _edited(path, board, None))
    write_whole(path, removed.after)
    forget_own_boards()
    return removed


def put_back(removed: RemovedBoard) -> None:
    """Undo a removal: the file is as it was, or has the board again where it has changed since.

    Raises boards-file-unreadable where it cannot be understood any more, and what writing it raises.
    """
    path = own_boards_file()
    is_unchanged = path.exists() and content_of(path) == removed.after
    write_whole(path, removed.before if is_unchanged else _edited(path, removed.board, removed.table))
    forget_own_boards()


def own_board(board: str) -> AddBoardRequest | None:
    """What a person would say to describe a board of their own as it is; None for any other."""
    profile = next((one for one in own_profiles() if one.id == board), None)
    if profile is None:
        return None
    return AddBoardRequest(
        name=profile.name,
        chip=profile.chip,
        flash=profile.flash_bytes >> 20,
        psram=profile.psram,
        camera=_camera_words(profile),
        native_usb=profile.link.port == _USB,
        replaces=board,
    )


def _camera_words(profile: BoardProfile) -> str:
    """The camera as `AddBoardRequest` names it: a board with the same pins, or the pins."""
    if profile.camera is None:
        return ""
    for model in camera_models(profile.chip):
        if model.camera and model.camera.pins == profile.camera.pins:
            return model.id
    return " ".join(f"{name}={pin}" for name, pin in _used_pins(msgspec.to_builtins(profile.camera)).items())


def _used_pins(camera: object) -> dict[str, int]:
    """The pins of a camera's table, without those that lead nowhere."""
    pins = camera.get("pins") if isinstance(camera, dict) else None
    return {name: pin for name, pin in pins.items() if pin != -1} if isinstance(pins, dict) else {}


def _changed(old: dict[str, object], asked: dict[str, object]) -> dict[str, object]:
    """A board's table with what is asked for in it; the person's own figures stay while they can be true."""
    is_alike = all(old.get(key) == asked[key] for key in ("chip", "psram"))
    table = {**asked, **old} if is_alike else {**old, **asked}
    table |= {key: asked[key] for key in ("name", "flash_bytes")}
    if _port(old) != _port(asked):
        table["link"] = asked["link"]
    table.pop("camera", None)
    if "camera" in asked:
        is_same = _used_pins(old.get("camera")) == _used_pins(asked["camera"])
        table["camera"] = old["camera"] if is_same else asked["camera"]
    return table


def _port(table: dict[str, object]) -> object:
    link = table.get("link")
    return link.get("port") if isinstance(link, dict) else None


def own_boards_problem(path: Path | None = None) -> BoardError | None:
    """Why boards in the person's file are left out, if any are."""
    try:
        for table in own_tables(path):
            own_profile(table)
    except BoardError as error:
        return error
    return None


def _edited(path: Path, board: str, table: dict[str, object] | None) -> bytes:
    """The content of a person's file with `table` in place of the board with this id; None removes it.

    What else a person has written stays as it is, remarks too. Raises boards-file-unreadable where a file
    would come out that says something else of anything else.
    """
    before = own_tables(path)
    # What is no text stays, too.
    text = content_of(path).decode(errors="surrogateescape") if path.exists() else f"{_HEAD}\n"
    parts, wanted, is_there = _parts(text), list[dict[str, object]](), False
    boards = iter([number for number, part in enumerate(parts) if _BOARD_LINE.match(part)])
    for one in before:
        number = next(boards, None)
        if one.get("id") != board:
            wanted.append(one)
        elif number is not None:
            is_first, is_there = not is_there, True
            own = table if is_first else None
            parts[number] = _in_place_of(parts[number], own)
            wanted += [] if own is None else [own]
    if table is not None and not is_there:
        parts.append(("" if text.endswith("\n") else "\n") + _as_toml(table))
        wanted.append(table)
    made = "".join(parts)
    if not _says(made, {**_content(text), "boards": wanted}):
        reason = "its boards do not each follow a line [[boards]], so only you can change it"
        raise BoardError("boards-file-unreadable", path=path, reason=reason)
    return made.encode(errors="surrogateescape")


def _parts(text: str) -> list[str]:
    """A file in parts: each board with the tables in it, and what stands between; remarks before a board are.

    Joined they are the file.
    """
    parts, rest = [""], ""
    for line in text.splitlines(keepends=True):
        if _TABLE_LINE.match(line):
            parts += [rest, line] if _BOARD_LINE.match(line) else [rest + line]
            rest = ""
        elif _REMARK.match(line):
            rest += line
        else:
            parts[-1] += rest + line
            rest = ""
    return [*parts, rest]


def _in_place_of(part: str, table: dict[str, object] | None) -> str:
    """What stands in a file in place of a board: nothing, or its new table below the remarks in it."""
    if table is None:
        return ""
    remarks = [line for line in part.splitlines(keepends=True) if line.lstrip().startswith("#")]
    return "".join(remarks) + _as_toml(table).lstrip()


def _content(text: str) -> dict[str, object]:
    content = tomllib.loads(text.encode(errors="surrogateescape").decode(errors="replace"))
    return cast("dict[str, object]", content)


def _says(text: str, wanted: dict[str, object]) -> bool:
    """Whether that is what a file says."""
    try:
        return {"boards": [], **_content(text)} == wanted
    except (ValueError, RecursionError):
        return False


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
            "port": _USB if new.native_usb else "uart",
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


def _as_toml(table: dict[str, object]) -> str:
    return "\n".join(("", "[[boards]]", *_lines(table, "boards"))) + "\n"


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
