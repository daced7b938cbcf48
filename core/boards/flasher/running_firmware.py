"""Whether a board runs firmware that only needs another model."""

from __future__ import annotations

from serial import SerialBase

from core.boards.flasher.jobs import WriteJob
from core.boards.link.client import LinkClient
from core.boards.link.messages import Hello
from core.boards.virtual.chips import ROM_BAUD
from core.errors import BOARD_DISCONNECTED, PORT_VANISHED, SqueezeError

_SECONDS = 1.0


def runs_matching_firmware(port: SerialBase, job: WriteJob) -> bool:
    """Whether the board on an open port answers as one that runs the firmware of `job`, or as a virtual one.

    A board that does not answer within about a second runs nothing of ours. Raises PORT_VANISHED.
    """
    port.baudrate = ROM_BAUD
    try:
        return _matches(LinkClient(port).connect(_SECONDS), job)
    except SqueezeError as error:
        if error.code == BOARD_DISCONNECTED.code:
            raise SqueezeError(PORT_VANISHED, detail=error.detail, port=job.port) from error
        return False


def _matches(hello: Hello, job: WriteJob) -> bool:
    if job.chip is not None and hello.chip != job.chip:
        return False
    return bool(hello.is_virtual) or (hello.firmware, hello.variant) == (job.firmware, job.variant)
