"""The golden vectors of tests/golden, which Python and C++ read alike."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"

Record = list[tuple[str, str]]
"""The lines of a record: a word and the rest."""


def records(name: str) -> list[Record]:
    """The records of a file, comments left out."""
    blocks = (FOLDER / name).read_text(encoding="utf-8").split("\n\n")
    read = (_record(block) for block in blocks)
    return [record for record in read if record]


def _record(block: str) -> Record:
    lines = (line.partition(" ") for line in block.splitlines() if not line.startswith("#"))
    return [(word, rest) for word, _, rest in lines]


def value(record: Record, word: str) -> str:
    """The only value of a word."""
    (found,) = [rest for key, rest in record if key == word]
    return found


def values(record: Record, word: str) -> list[str]:
    """All values of a word, in order."""
    return [rest for key, rest in record if key == word]


def hexadecimal(text: str) -> bytes:
    """Bytes as the files write them."""
    return b"" if text == "-" else bytes.fromhex(text)
