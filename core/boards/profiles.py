"""The boards that the program knows: those in resources/boards.toml, and a person's own ones.

A mistake in the person's file leaves out the boards that have it, and nothing else: `own_boards` says why.
"""

from __future__ import annotations

import contextlib
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from core.boards.board_block import pack_board_block
from core.boards.byte_layout import BadField
from core.boards.pin_use import pin_problem
from core.boards.profile import CAMERA_PIN_NAMES as CAMERA_PIN_NAMES
from core.boards.profile import BoardProfile as BoardProfile
from core.boards.profile import board_block as board_block
from core.boards.profile import profiles_from as profiles_from
from core.errors import BoardError
from core.paths import data_folder, resources_folder
from core.reading import resolved

VIRTUAL_BOARD = "virtual-esp32"
"""The board for people who have none."""


def board_profiles() -> tuple[BoardProfile, ...]:
    """All boards, in the order in which they are offered: a person's own ones come last."""
    return shipped_profiles() + _own_profiles()


def board_profile(board: str) -> BoardProfile:
    """The profile with this id. Raises board-unknown."""
    for profile in board_profiles():
        if profile.id == board:
            return profile
    known = ", ".join(profile.id for profile in board_profiles())
    raise BoardError("board-unknown", board=board, known=known)


@cache
def shipped_tables() -> dict[str, object]:
    """The content of the program's boards file."""
    with (resources_folder() / "boards.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def shipped_profiles() -> tuple[BoardProfile, ...]:
    """The boards that came with the program."""
    return profiles_from(shipped_tables())


def own_boards_file() -> Path:
    """Where a person's own boards are."""
    return data_folder() / "boards.toml"


def own_tables(path: Path | None = None) -> list[dict[str, object]]:
    """The boards in a person's file, as they stand there; none where there is no file.

    Raises `tomllib.TOMLDecodeError`, and `msgspec.ValidationError` for what is no list of boards.
    """
    file = path or own_boards_file()
    if not file.is_file():
        return []
    # Whatever else stands there, the figures of chips are the program's.
    content = tomllib.loads(file.read_text(encoding="utf-8", errors="replace"))
    return msgspec.convert(content.get("boards", []), resolved(list[dict[str, object]]))


def forget_own_boards() -> None:
    """The person's file has changed: it is read again."""
    _own_profiles.cache_clear()


@cache
def _own_profiles() -> tuple[BoardProfile, ...]:
    """The person's boards that are sound."""
    own: list[BoardProfile] = []
    taken = {profile.id for profile in shipped_profiles()}
    with contextlib.suppress(OSError, tomllib.TOMLDecodeError, msgspec.ValidationError):
        for table in own_tables():
            with contextlib.suppress(msgspec.ValidationError):
                profile = profiles_from({**shipped_tables(), "boards": [table]})[0]
                if profile.id not in taken and not profile.is_virtual and _is_sound(profile):
                    taken.add(profile.id)
                    own.append(profile)
    return tuple(own)


def _is_sound(profile: BoardProfile) -> bool:
    """Whether a model image can hold the board, and its pins can be."""
    try:
        pack_board_block(board_block(profile))
    except BadField:
        return False
    return pin_problem(profile) is None
