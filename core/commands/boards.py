"""`squeeze boards`: which boards there are, how a run's model fits them, and where they may be connected."""

from __future__ import annotations

import argparse
from typing import get_args

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import BoardList, KnownBoard
from core.errors import EXIT_DONE, UsageError
from core.requests import AddBoardRequest, BoardsRequest, ChipName, PsramName, RemoveBoardRequest
from core.runs.summary import BoardFigures

_MEGABYTE = 1 << 20
_KILOBYTE = 1 << 10


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze boards` takes."""
    parser.add_argument("--run", metavar="RUN", help="show whether this run's model fits each board")
    parser.add_argument("--add", metavar="NAME", help="describe a board that is not in the list")
    parser.add_argument("--remove", metavar="ID", help="forget a board that you have described")
    parser.add_argument("--chip", choices=get_args(ChipName), help="with --add: the chip")
    parser.add_argument("--flash", metavar="MB", type=int, help="with --add: megabytes of flash")
    parser.add_argument(
        "--psram", choices=get_args(PsramName), help="with --add: external memory; default: none"
    )
    parser.add_argument(
        "--camera",
        metavar="ID",
        help="with --add: a board in the list whose camera has the same pins, or 'clock=15 sda=4 ...'; "
        "default: no camera",
    )
    parser.add_argument(
        "--native-usb",
        action="store_true",
        help="with --add: the USB port leads to the chip itself, not to a USB-to-serial adapter",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show boards and ports, or add or remove a board; the exit code. Raises `UsageError` or `TaskEnded`."""
    if gone := removal(arguments):
        succeeded = run_in_worker(gone, console)
        text = f"{succeeded.figures['name']} was removed from {succeeded.result}."
        console.result(succeeded.figures, text)
        return EXIT_DONE
    if wanted := addition(arguments):
        succeeded = run_in_worker(wanted, console)
        board = str(succeeded.figures["board"])
        text = f"{wanted.name} is board {board} from now on (--board {board}). It is in {succeeded.result}."
        console.result(succeeded.figures, text)
        return EXIT_DONE
    succeeded = run_in_worker(BoardsRequest(run=arguments.run), console)
    console.result(succeeded.figures, boards_text(msgspec.convert(succeeded.figures, BoardList)))
    return EXIT_DONE


def removal(arguments: argparse.Namespace) -> RemoveBoardRequest | None:
    """The board to be removed. Raises `UsageError` when something else is asked for, too."""
    if arguments.remove is None:
        return None
    if arguments.add is not None or arguments.run is not None or any(_details(arguments)):
        reason = "--remove cannot be used together with other options"
        raise UsageError("usage", reason=reason, command="squeeze boards")
    return RemoveBoardRequest(board=arguments.remove)


def _details(arguments: argparse.Namespace) -> tuple[object, ...]:
    return arguments.chip, arguments.flash, arguments.psram, arguments.camera, arguments.native_usb


def addition(arguments: argparse.Namespace) -> AddBoardRequest | None:
    """The board to be added. Raises `UsageError` when its chip or flash is not named, or its name is not."""
    if arguments.add is None:
        if any(_details(arguments)):
            reason = "--chip, --flash, --psram, --camera and --native-usb need --add NAME"
            raise UsageError("usage", reason=reason, command="squeeze boards")
        return None
    if arguments.run is not None:
        raise UsageError("usage", reason="--add and --run cannot be used together", command="squeeze boards")
    if arguments.chip is None or arguments.flash is None:
        raise UsageError("usage", reason="--add needs --chip and --flash", command="squeeze boards")
    return AddBoardRequest(
        name=arguments.add,
        chip=arguments.chip,
        flash=arguments.flash,
        psram=arguments.psram or "none",
        camera=arguments.camera or "",
        native_usb=arguments.native_usb,
    )


def boards_text(listed: BoardList) -> str:
    """A table of the boards, why a model does not fit those that it does not fit, and the ports."""
    head: tuple[str, ...] = ("board", "name", "chip", "flash", "usable PSRAM", "camera")
    rows = [_row(board) for board in listed.boards]
    if listed.run is not None:
        head = (*head, "model", "arena", "per image", "fits")
        rows = [(*row, *_fit(board.fit)) for row, board in zip(rows, listed.boards, strict=True)]
    table = wording.table(head, rows, left=3)
    parts = (table, _problems(listed), _fast(listed), _times(listed), listed.problem, _ports(listed))
    return "\n\n".join(part for part in parts if part)


def _row(board: KnownBoard) -> tuple[str, ...]:
    name = f"{board.name} (simulated)" if board.virtual else board.name
    name = f"{name} (own)" if board.own else name
    psram = f"{board.psram_bytes / _MEGABYTE:g} MB" if board.psram_bytes else "none"
    flash = f"{board.flash_bytes // _MEGABYTE} MB"
    return board.id, name, board.chip, flash, psram, "yes" if board.camera else "no"


def _fit(fit: BoardFigures | None) -> tuple[str, ...]:
    assert fit is not None
    return (
        f"{fit.flash_bytes / _KILOBYTE:.0f} KB",
        f"{fit.arena_bytes / _KILOBYTE:.0f} KB",
        f"{fit.latency_ms / 1000:.2f} s",
        "yes" if fit.fits else "no",
    )


def _problems(listed: BoardList) -> str:
    lines = [
        f"{board.id}: {' '.join(board.fit.problems)}{_nearest(board.fit)}"
        for board in listed.boards
        if board.fit is not None and not board.fit.fits
    ]
    return "\n".join(lines)


def _fast(listed: BoardList) -> str:
    """For each chip the settings that are fast on it, on the first board that has some."""
    lines: dict[str, str] = {}
    for board in listed.boards:
        fast = board.fast
        if fast is None or board.chip in lines:
            continue
        settings = "this run" if fast.is_own else f"--image-size {fast.image_size} --width {fast.width:g}"
        made = "" if fast.is_own else f" in {fast.run}"
        accuracy = "" if fast.accuracy is None else f", {wording.percent(fast.accuracy)} correct{made}"
        time = wording.milliseconds(fast.latency_ms)
        limit = wording.milliseconds(fast.limit_ms)
        lines[board.chip] = f"  {board.chip} (under {limit}): {settings}, about {time}{accuracy}"
    head = "Fast settings ('squeeze run --fast --board ID' takes them):"
    return "\n".join((head, *lines.values())) if lines else ""


def _times(listed: BoardList) -> str:
    """What boards reported, and what the other times are reckoned from, chip by chip."""
    measured = [
        f"{board.id}: {wording.milliseconds(board.measured_ms)} per image, measured on the board."
        for board in listed.boards
        if board.measured_ms is not None
    ]
    bases = {board.chip: board.basis for board in listed.boards if board.basis is not None}
    lines = [
        f"  {chip}: {basis.products / 1e6:.1f} million MACs at {basis.cycles_per_product:g} cycles, "
        f"{basis.weights / 1e6:.2f} million decoded weights at {basis.cycles_per_weight:g}, "
        f"{basis.megahertz} MHz ({basis.source})"
        for chip, basis in bases.items()
    ]
    return "\n".join((*measured, *(("Times are estimates:", *lines) if lines else ())))


def _nearest(fit: BoardFigures) -> str:
    if fit.nearest is None:
        return ""
    return f" --image-size {fit.nearest.image_size} --width {fit.nearest.width:g} would fit."


def _ports(listed: BoardList) -> str:
    if not listed.ports:
        return "No serial ports. Connect a board with a data cable, or use --port virtual."
    lines = [
        f"  {port.address:<16}{port.name}{f'  ({port.reason})' if port.reason else ''}"
        for port in listed.ports
    ]
    return "\n".join(("Serial ports:", *lines))
