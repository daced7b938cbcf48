"""Figures as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

_MEGABYTE = 1_000_000
_KILOBYTE = 1_000


def size(count: int) -> str:
    """A number of bytes: 2.90 MB, 186.9 KB (powers of ten) or 512 bytes."""
    if count >= _MEGABYTE:
        return f"{count / _MEGABYTE:.2f} MB"
    if count >= _KILOBYTE:
        return f"{count / _KILOBYTE:.1f} KB"
    return f"{count} bytes"


def share(value: float) -> str:
    """A share between 0 and 1 as 81.3 %."""
    return f"{value * 100:.1f} %"


def accuracy(value: float, low: float, high: float) -> str:
    """An accuracy with its interval: 81.3 % (79.4 to 83.1)."""
    return f"{share(value)} ({low * 100:.1f} to {high * 100:.1f})"


def answer(name: str, probability: float, *, sure: bool) -> str:
    """What a model answers: 'cup 81.3 %', or 'not sure (cup 41.2 %)'."""
    likeliest = f"{name} {share(probability)}"
    return likeliest if sure else f"not sure ({likeliest})"


def duration(seconds: float) -> str:
    """A time: 8 s, 3 min 20 s, 1 h 05 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"


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
