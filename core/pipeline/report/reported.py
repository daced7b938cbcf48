"""What writing a report comes to; importing this costs nothing."""

from __future__ import annotations

import msgspec


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was written: of which run, where, its bytes, and the finished stages that it tells of."""

    run: str
    output: str
    bytes: int
    stages: tuple[str, ...]
