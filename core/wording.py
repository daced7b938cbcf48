"""Figures as a person reads them, in English: on the command line, and in the report."""

from __future__ import annotations

from collections.abc import Sequence

_KILO, _MEGA = 1_000, 1_000_000


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
