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
from core.errors import BoardError, SqueezeError
from core.files import content_of
from core.paths import data_folder, resources_folder
from core.reading import resolved

_MOST_BYTES = 1 << 20
# A number with thousands of digits is a ValueError, thousands of brackets are a RecursionError.
_UNREADABLE = (OSError, ValueError, ArithmeticError, RecursionError, msgspec.ValidationError, BadField)

VIRTUAL_BOARD = "virtual-esp32"
"""The board for people who have none."""


def board_profiles() -> tuple[BoardProfile, ...]:
    """All boards, in the order in which they are offered: a person's own ones come last."""
    return shipped_profiles() + own_profiles()


def board_profile(board: str) -> BoardProfile:
    """The profile with this id. Raises board-unknown."""
    for profile in board_profiles():
        if profile.id == board:
            return profile
    known = ", ".join(profile.id for profile in board_profiles())
    raise BoardError("board-unknown", board=board, known=known)


def profile_for_run(named: str | None, of_run: str | None) -> BoardProfile:
    """The board that is named, or else the run's own, or else the virtual one.

    Raises board-unknown for the one that is named, run-board-unknown for the run's own.
    """
    board = named or of_run or VIRTUAL_BOARD
    try:
        return board_profile(board)
    except BoardError as error:
        if named:
            raise
        raise BoardError("run-board-unknown", **error.values) from error


def board_name(board: str) -> str:
    """A board's name; its id where the program does not know it, or not any more."""
    try:
        return board_profile(board).name
    except BoardError:
        return board


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

    Raises boards-file-unreadable for what is no list of boards.
    """
    file = path or own_boards_file()
    try:
        text = content_of(file, _MOST_BYTES).decode("utf-8", errors="replace")
        # Whatever else stands there, the figures of chips are the program's.
        boards = tomllib.loads(text).get("boards", [])
        return msgspec.convert(boards, resolved(list[dict[str, object]]))
    except FileNotFoundError:
        return []
    except SqueezeError as error:
        raise _unreadable(file, error.happened) from error
    except _UNREADABLE as error:
        raise _unreadable(file, str(error)) from error


def own_profile(table: dict[str, object]) -> BoardProfile:
    """The profile of a board in a person's file, which a model image can hold.

    Raises boards-file-unreadable for what is none, board-pin-impossible, board-pin-twice.
    """
    try:
        profile = profiles_from({**shipped_tables(), "boards": [table]})[0]
        pack_board_block(board_block(profile))
    except _UNREADABLE as error:
        raise _unreadable(own_boards_file(), str(error)) from error
    if profile.is_virtual or profile.id in {one.id for one in shipped_profiles()}:
        raise _unreadable(own_boards_file(), f"the program has a board {profile.id} itself")
    if problem := pin_problem(profile):
        raise problem
    return profile


def _unreadable(file: Path, reason: str) -> BoardError:
    return BoardError("boards-file-unreadable", path=file, reason=reason)


def forget_own_boards() -> None:
    """The person's file has changed: it is read again."""
    own_profiles.cache_clear()


@cache
def own_profiles() -> tuple[BoardProfile, ...]:
    """A person's own boards that are sound."""
    own: list[BoardProfile] = []
    taken = set[str]()
    with contextlib.suppress(BoardError):
        for table in own_tables():
            with contextlib.suppress(BoardError):
                profile = own_profile(table)
                if profile.id not in taken:
                    taken.add(profile.id)
                    own.append(profile)
    return tuple(own)
