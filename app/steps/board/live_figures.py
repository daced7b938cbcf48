"""The figures of a live board: how long it takes, how many pictures a second, and whether it is right."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from core.events import AgreementSoFar, Seen

_SECONDS = 5.0
_MILLI = 1000


@dataclass(frozen=True)
class Times:
    """Milliseconds for one picture. `decode`, a part of them, restored weights; None if not measured."""

    total: float
    inference: float
    decode: float | None


def times_of(seen: Seen) -> Times:
    """What the board says that it took."""
    decode = seen.decode_microseconds / _MILLI
    return Times(
        seen.total_microseconds / _MILLI,
        seen.inference_microseconds / _MILLI,
        decode if seen.decode_microseconds else None,
    )


class Rate:
    """Pictures a second, over the last seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def count(self, time: float) -> None:
        """A picture was answered at a time in seconds."""
        self._times.append(time)
        while time - self._times[0] > _SECONDS:
            self._times.popleft()

    @property
    def a_second(self) -> float | None:
        """Pictures a second; None before there are two."""
        if len(self._times) < 2 or self._times[-1] == self._times[0]:
            return None
        return (len(self._times) - 1) / (self._times[-1] - self._times[0])

    def forget(self) -> None:
        """Begin anew."""
        self._times.clear()


def is_settled(agreement: AgreementSoFar) -> bool:
    """Whether all pictures were compared."""
    return agreement.compared == agreement.total
