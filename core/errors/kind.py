"""What an error is: a row of the table, and the exception that ends work with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_STOPPED = 130

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True)
class ErrorKind:
    """One row of the table.

    `happened` and `remedy` are format strings; the values come with the error that is raised. `exit_code`
    is 2 where the request itself was wrong and 1 where carrying it out failed.
    """

    code: str
    happened: str
    remedy: str
    exit_code: int = EXIT_FAILED


class SqueezeError(Exception):
    """An error of the table, with the values that fill its sentences.

    `detail` is technical (a library's own words, an offset) and belongs below the two sentences.
    """

    def __init__(self, kind: ErrorKind, detail: str = "", **values: object) -> None:
        self.kind = kind
        self.values = {name: printable(str(value)) for name, value in values.items()}
        self.happened = kind.happened.format(**self.values)
        self.remedy = kind.remedy.format(**self.values)
        self.detail = detail
        super().__init__(f"{self.happened} {self.remedy}")

    @property
    def code(self) -> str:
        return self.kind.code


def printable(text: str) -> str:
    """A text, such as a file's name, on one line: line breaks, control characters and bytes are escaped.

    Bytes that are no UTF-8 stand in Python's file names as U+DC80 to U+DCFF.
    """
    return _UNPRINTABLE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0xDC80 <= number <= 0xDCFF:
        return f"\\x{number - 0xDC00:02x}"
    return found[0].encode("unicode_escape").decode()


class Cancelled(Exception):
    """The person asked to stop. Raised by `Task.check_cancelled`; nothing is wrong."""
