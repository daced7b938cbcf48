"""What the tables of errors are made of."""

from __future__ import annotations

from typing import NamedTuple

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_STOPPED = 130


class Row(NamedTuple):
    """`exit_code` is 2 where the request itself was wrong and 1 where carrying it out failed."""

    happened: str
    remedy: str
    exit_code: int


def usage(happened: str, remedy: str) -> Row:
    """The row of an error in what was asked for."""
    return Row(happened, remedy, EXIT_USAGE)


def failed(happened: str, remedy: str) -> Row:
    """The row of an error in carrying it out."""
    return Row(happened, remedy, EXIT_FAILED)
