"""Figures of a report as a person reads them. A number and its unit are not broken apart."""

from __future__ import annotations

import time
from collections.abc import Callable

from core import wording

_KILO, _MEGA = 1_000, 1_000_000
_FEW = 10
TIMES = "\N{MULTIPLICATION SIGN}"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _unbroken(say: Callable[[float], str]) -> Callable[[float], str]:
    return lambda value: say(value).replace(" ", "\u00a0")


size = _unbroken(wording.size)
percent = _unbroken(wording.percent)
duration = _unbroken(wording.duration)
milliseconds = _unbroken(wording.milliseconds)


def round_size(count: float) -> str:
    """A round number of bytes as '100 MB', '10 KB' or '100 bytes'."""
    if count >= _MEGA:
        return f"{count / _MEGA:g}\u00a0MB"
    return f"{count / _KILO:g}\u00a0KB" if count >= _KILO else f"{count:g}\u00a0bytes"


def interval(pair: tuple[float, float]) -> str:
    """An interval of shares as '92.9 to 96.8 %'."""
    return f"{pair[0] * 100:.1f} to {pair[1] * 100:.1f}\u00a0%"


def factor(value: float) -> str:
    """How many times smaller: '1,452 x', '79 x', '3.8 x', with a true sign of multiplication."""
    return f"{value:,.0f}\u00a0{TIMES}" if value >= _FEW else f"{value:.1f}\u00a0{TIMES}"


def number(value: float) -> str:
    """A whole number as '725,574'."""
    return f"{value:,.0f}"


def millions(value: float) -> str:
    """A large number as '17.0 million'; below a million as it is."""
    return f"{value / _MEGA:,.1f} million" if value >= _MEGA else number(value)


def date(seconds: float) -> str:
    """Seconds since 1970 as '20 November 2026', where this computer is."""
    moment = time.localtime(seconds)
    return f"{moment.tm_mday} {_MONTHS[moment.tm_mon - 1]} {moment.tm_year}"


def iso_date(seconds: float) -> str:
    """Seconds since 1970 as '2026-11-20', where this computer is."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds))


def setting(value: object) -> str:
    """The value of a setting: 'yes', 'none', 'a, b', '0.9'."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value in ({}, [], ()):
        return "none"
    if isinstance(value, dict):
        return ", ".join(f"{one} = {other}" for one, other in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
