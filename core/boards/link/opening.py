"""A conversation with the board at an address."""

from __future__ import annotations

from collections.abc import Callable

from core.boards.link.client import LinkClient
from core.boards.link.device_session import STARTING_BAUD
from core.boards.link.exchange import READ_SECONDS, WRITE_SECONDS
from core.boards.link.messages import LogLine
from core.boards.port_opening import open_port
from core.task import Task


def open_link(
    address: str,
    task: Task | None = None,
    on_log: Callable[[LogLine], None] = lambda line: None,
    baud: int = STARTING_BAUD,
) -> LinkClient:
    """A client of the board at `address`, a device or a URL of pyserial; close it, or use it with `with`.

    Raises what `core.boards.port_opening.open_port` raises.
    """
    port = open_port(address, baud)
    port.timeout = READ_SECONDS
    # pyserial's network ports know no limit on writing; their sockets have one.
    if "://" not in address:
        port.write_timeout = WRITE_SECONDS
    return LinkClient(port, task, on_log)
