"""What writing a report, or logs for TensorBoard, comes to; importing this costs nothing."""

from __future__ import annotations

import msgspec


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: of which run, where, its bytes, and the stages that it tells of."""

    run: str
    output: str
    bytes: int
    stages: tuple[str, ...]
