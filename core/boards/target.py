"""Which board stands at a port: its profile, and whether a computer plays it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from core.boards.board_block import CHIP_NAMES, Chip
from core.boards.flasher.process import identify
from core.boards.link.client import open_link
from core.boards.link.messages import Hello
from core.boards.profiles import VIRTUAL_BOARD, BoardProfile, board_profile, board_profiles
from core.boards.virtual.chips import MAC
from core.errors import BoardError, FlashError, SqueezeError
from core.task import Task

_SECONDS = 1.0
_NOT_OURS = frozenset({"board-silent", "link-garbled", "link-version", "board-reported"})


class FoundBoard(msgspec.Struct, frozen=True, kw_only=True):
    """What a board says of itself.

    `answers`: a program of ours runs there. `profile` is the id that it was last flashed as, "" if unknown;
    `variant` and `firmware` are what the program says of itself.
    """

    chip: Chip
    chip_text: str
    is_virtual: bool
    answers: bool = False
    profile: str = ""
    variant: str = ""
    firmware: str = ""


class Target(msgspec.Struct, frozen=True):
    """A board that a model is to be put on. `is_blank`: nothing of ours runs there; it needs everything.

    `variant` and `firmware` are what runs there, '' when it is blank.
    """

    profile: BoardProfile
    is_virtual: bool
    is_blank: bool
    variant: str = ""
    firmware: str = ""


def found_at(
    port: str, task: Task, button_seconds: float = 0.0, before_reset: Callable[[], object] = lambda: None
) -> FoundBoard:
    """The board on `port`: its program is asked, and when that is none of ours its chip.

    The chip answers only once it was reset into its loader; `before_reset` is called first. A chip that does
    not listen is tried for `button_seconds` more, for somebody to hold its button down. Raises what opening
    the port, what `before_reset` and what the flasher raises; `Cancelled`.
    """
    task.status("Identifying the board")
    try:
        with open_link(port, task) as link:
            return _introduced(link.connect(_SECONDS), port)
    except SqueezeError as error:
        if error.code not in _NOT_OURS:
            raise
    before_reset()
    result = identify(port, task, button_seconds)
    return FoundBoard(chip=result.chip, chip_text=result.chip_text, is_virtual=result.mac == MAC.hex(":"))


def own_target(named: str | None) -> Target:
    """The virtual board that this program has started itself. Raises board-unknown."""
    return Target(board_profile(named or VIRTUAL_BOARD), is_virtual=True, is_blank=True)


def target_at(port: str, attached: FoundBoard, named: str | None) -> Target:
    """The board on `port`, where this was `attached`, taken for the one with the id `named`.

    A virtual board can play any with its chip. Without a name a board is what it was last flashed as, and a
    virtual one else itself. Raises board-unknown, board-wrong-chip, board-not-virtual when a real one stands
    in place of it, and board-not-named.
    """
    fitting = [one for one in board_profiles() if one.chip_id == attached.chip]
    known = ", ".join(one.id for one in fitting if not one.is_virtual)
    itself = [one.id for one in fitting if one.is_virtual and attached.is_virtual]
    board = named or attached.profile or next(iter(itself), None)
    if board is None:
        raise BoardError("board-not-named", port=port, chip=attached.chip_text, known=known)
    profile = board_profile(board)
    if profile.is_virtual and not attached.is_virtual:
        raise BoardError("board-not-virtual", port=port, known=known)
    if profile.chip_id != attached.chip:
        raise FlashError(
            "board-wrong-chip", port=port, found=attached.chip_text, expected=profile.chip_id.name
        )
    return Target(
        profile,
        attached.is_virtual,
        is_blank=not attached.answers,
        variant=attached.variant,
        firmware=attached.firmware,
    )


def _introduced(hello: Hello, port: str) -> FoundBoard:
    if hello.chip not in set(Chip):
        name = f"with the unknown number {hello.chip}"
        raise FlashError("board-wrong-chip", port=port, found=name, expected=CHIP_NAMES)
    chip = Chip(hello.chip)
    return FoundBoard(
        chip=chip,
        chip_text=chip.name,
        is_virtual=bool(hello.is_virtual),
        answers=True,
        profile=hello.profile,
        variant=hello.variant,
        firmware=hello.firmware,
    )
