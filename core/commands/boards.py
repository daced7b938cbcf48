"""`squeeze boards`: which boards there are, how a run's model fits them, and where they may be connected."""

from __future__ import annotations

import argparse

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import BoardList, KnownBoard
from core.errors import EXIT_DONE
from core.requests import BoardsRequest
from core.runs.summary import BoardFigures

_MEGABYTE = 1 << 20
_KILOBYTE = 1 << 10


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze boards` takes."""
    parser.add_argument("--run", metavar="RUN", help="show whether this run's model fits each board")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Show boards and ports; the exit code. Raises `TaskEnded`."""
    succeeded = run_in_worker(BoardsRequest(run=arguments.run), console)
    console.result(succeeded.figures, boards_text(msgspec.convert(succeeded.figures, BoardList)))
    return EXIT_DONE


def boards_text(listed: BoardList) -> str:
    """A table of the boards, why a model does not fit those that it does not fit, and the ports."""
    head: tuple[str, ...] = ("board", "name", "chip", "flash", "usable PSRAM", "camera")
    rows = [_row(board) for board in listed.boards]
    if listed.run is not None:
        head = (*head, "model", "arena", "per image", "fits")
        rows = [(*row, *_fit(board.fit)) for row, board in zip(rows, listed.boards, strict=True)]
    return "\n\n".join(
        part for part in (wording.table(head, rows, left=3), _problems(listed), _ports(listed)) if part
    )


def _row(board: KnownBoard) -> tuple[str, ...]:
    name = f"{board.name} (simulated)" if board.virtual else board.name
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
