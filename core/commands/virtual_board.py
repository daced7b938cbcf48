"""`squeeze virtual-board`: a board in software, for people without one and for tests."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.boards.virtual.cable import Faults
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE, UsageError
from core.events import AnyEvent, BoardOffered
from core.requests import VirtualBoardRequest

_COMMAND = "squeeze virtual-board"
_LISTEN = "127.0.0.1:0"
_SWITCHES = ("silent", "boot_pin_stuck", "stub_crashes", "slow")
_NUMBERS = ("cut_at", "corrupt_writes", "noisy_above")
assert {*_SWITCHES, *_NUMBERS} == set(Faults.__struct_fields__)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze virtual-board` takes."""
    offer = parser.add_mutually_exclusive_group()
    offer.add_argument(
        "--listen",
        metavar="HOST:PORT",
        default=_LISTEN,
        help="address to listen on (RFC 2217); port 0: any free port; default: %(default)s",
    )
    offer.add_argument("--pty", action="store_true", help="use a pseudo terminal instead (Linux, macOS)")
    parser.add_argument("--board", metavar="ID", help="board to simulate; default: virtual-esp32")
    parser.add_argument("--flash", metavar="FILE", type=Path, help="store the flash contents in FILE")
    parser.add_argument("--camera", metavar="DIR", type=Path, help="images for its camera")
    parser.add_argument(
        "--fault",
        metavar="NAME[=N]",
        action="append",
        default=[],
        dest="faults",
        help=f"fault to simulate: {', '.join(map(_option, _SWITCHES))}, "
        f"{', '.join(f'{_option(name)}=N' for name in _NUMBERS)}",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Play the board until Ctrl-C; the exit code. Raises `UsageError` or `TaskEnded`."""

    def show(event: AnyEvent) -> None:
        if isinstance(event, BoardOffered):
            console.result({"address": event.address}, usage_text(event.address))
        else:
            console.show(event)

    run_in_worker(board_request(arguments), console, show)
    return EXIT_DONE


def board_request(arguments: argparse.Namespace) -> VirtualBoardRequest:
    """What the options ask for. Raises `UsageError`."""
    host, port = address_of(arguments.listen)
    return VirtualBoardRequest(
        board=arguments.board,
        flash_file=None if arguments.flash is None else str(arguments.flash),
        camera=None if arguments.camera is None else str(arguments.camera),
        host=host,
        port=port,
        terminal=arguments.pty,
        faults=dict(map(fault_of, arguments.faults)),
    )


def address_of(text: str) -> tuple[str, int]:
    """Host and port in HOST:PORT. Raises `UsageError`."""
    host, _, port = text.rpartition(":")
    if not (host and port.isdecimal() and int(port) < 2**16):
        raise UsageError("usage", reason=f"'{text}' is not of the form HOST:PORT", command=_COMMAND)
    return host, int(port)


def fault_of(text: str) -> tuple[str, bool | int]:
    """Name and value of a fault, as the virtual board's settings have them. Raises `UsageError`."""
    option, equals, number = text.partition("=")
    name = option.replace("-", "_")
    if name in _SWITCHES and not equals:
        return name, True
    if name in _NUMBERS and number.isdecimal():
        return name, int(number)
    known = ", ".join((*map(_option, _SWITCHES), *(f"{_option(name)}=N" for name in _NUMBERS)))
    raise UsageError("usage", reason=f"'{text}' is not one of {known}", command=_COMMAND)


def usage_text(address: str) -> str:
    """The address, and what to type elsewhere to use the board there."""
    # Only a port with reset lines can be reset into the loader.
    before = "" if "://" in address else " --before no-reset"
    return "\n".join(
        (
            f"The virtual board is at {address}",
            "  In another terminal:",
            f"    squeeze flash RUN --port {address}",
            f"    squeeze watch --port {address} --pictures DIR",
            f"    esptool --port {address}{before} flash-id",
            "  Ctrl-C stops it.",
        )
    )


def _option(name: str) -> str:
    return name.replace("_", "-")
