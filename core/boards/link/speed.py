"""The line's speed: raised when both ends hear each other at the new one, else left as it was."""

from __future__ import annotations

from core.boards.link.device_session import CONFIRM_SECONDS
from core.boards.link.exchange import Exchange, Patience
from core.boards.link.messages import ConfirmSpeed, Ping, Pong, SetSpeed, Speed, SpeedConfirmed
from core.errors import BOARD_REPORTED, BOARD_SILENT, LINK_GARBLED, SqueezeError

SPEEDS = (921600, 460800)
_CONFIRMING = Patience(tries=3, seconds=CONFIRM_SECONDS / 4)
_RETURNING = Patience(tries=8, seconds=CONFIRM_SECONDS / 4)
_MISUNDERSTOOD = frozenset({BOARD_SILENT.code, LINK_GARBLED.code, BOARD_REPORTED.code})


def raise_speed(exchange: Exchange, highest: int) -> int:
    """Go to the highest speed that both ends can take, `highest` at most; returns the speed now.

    A speed at which the board is not understood is given up: both ends go back to the one before. Raises
    what `Exchange.request` raises when the board is not heard after that either.
    """
    for baud in SPEEDS:
        if exchange.port.baudrate < baud <= highest and _changed(exchange, baud):
            break
    return exchange.port.baudrate


def return_to_speed(exchange: Exchange, baud: int) -> None:
    """Go back to a lower speed before leaving. Raises what `Exchange.request` raises."""
    if exchange.port.baudrate != baud:
        _agreed(exchange, baud)


def _changed(exchange: Exchange, baud: int) -> bool:
    """Change the speed; False when the old one stays."""
    before = exchange.port.baudrate
    try:
        if _agreed(exchange, baud):
            return True
    except SqueezeError as error:
        if error.code == BOARD_REPORTED.code and exchange.port.baudrate == before:
            return False
        if error.code not in _MISUNDERSTOOD:
            raise
    set_speed(exchange, before)
    # The board goes back by itself when nothing is confirmed; it is heard again then at the latest.
    exchange.request(Ping(baud), Pong, _RETURNING)
    return False


def _agreed(exchange: Exchange, baud: int) -> bool:
    """Change the speed at both ends; False when this end's port cannot take it."""
    exchange.request(SetSpeed(baud), Speed, Patience(tries=1))
    if not set_speed(exchange, baud):
        return False
    exchange.request(ConfirmSpeed(baud), SpeedConfirmed, _CONFIRMING)
    return True


def set_speed(exchange: Exchange, baud: int) -> bool:
    """Set this end's speed; False when the port cannot take it."""
    try:
        exchange.port.baudrate = baud
    except (OSError, ValueError):
        return False
    return True
