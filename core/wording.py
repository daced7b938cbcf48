"""Figures as a person reads them, in English: on the command line, and in the report."""

from __future__ import annotations

import time
from collections.abc import Sequence

_KILO, _MEGA = 1_000, 1_000_000
_FEW = 10
TIMES = "\N{MULTIPLICATION SIGN}"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def unbroken(text: str) -> str:
    """`text` as a page keeps it on one line: a number is not separated from its unit."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def size(count: float) -> str:
    """A number of bytes: 240 MB, 2.90 MB, 186.9 KB (powers of ten) or 512 bytes."""
    if count >= 100 * _MEGA:
        return f"{count / _MEGA:.0f} MB"
    if count >= _MEGA:
        return f"{count / _MEGA:.2f} MB"
    return f"{count / _KILO:.1f} KB" if count >= _KILO else f"{count:.0f} bytes"


def percent(fraction: float) -> str:
    """A fraction, 0 to 1, as 81.3 %."""
    return f"{fraction * 100:.1f} %"


def accuracy(value: float, low: float, high: float) -> str:
    """An accuracy with its interval: 81.3 % (79.4 to 83.1)."""
    return f"{percent(value)} ({low * 100:.1f} to {high * 100:.1f})"


def answer(name: str, probability: float, *, sure: bool) -> str:
    """What a model answers: 'cup 81.3 %', or 'not sure (cup 41.2 %)'."""
    likeliest = f"{name} {percent(probability)}"
    return likeliest if sure else f"not sure ({likeliest})"


def duration(seconds: float) -> str:
    """A time: 8 s, 3 min 20 s, 1 h 05 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"


def milliseconds(value: float) -> str:
    """Milliseconds as 85 ms or 1.9 s."""
    return f"{value / _KILO:.1f} s" if value >= _KILO else f"{value:.0f} ms"


def round_size(count: float) -> str:
    """A round number of bytes as '100 MB', '10 KB' or '100 bytes'."""
    if count >= _MEGA:
        return f"{count / _MEGA:g} MB"
    return f"{count / _KILO:g} KB" if count >= _KILO else f"{count:g} bytes"


def interval(pair: tuple[float, float]) -> str:
    """An interval of fractions as '92.9 to 96.8 %'."""
    return f"{pair[0] * 100:.1f} to {pair[1] * 100:.1f} %"


def factor(value: float) -> str:
    """How many times smaller: '1,452 x', '79 x', '3.8 x', with a multiplication sign."""
    return f"{value:,.0f} {TIMES}" if value >= _FEW else f"{value:.1f} {TIMES}"


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


def table(head: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """Columns as wide as their widest cell, the first `left` of them aligned left, the others right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    )
