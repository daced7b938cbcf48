"""Every error that the engine can end with: an exception class for each area, over one table.

    raise DataError("data-too-few", name=name, count=count, needed=LEAST_PER_CLASS)

An error has a stable code, says what happened and what to do about it, and may carry technical detail. The
sentences are in `core.errors.table`, the guide has a section for each code (docs/guide/errors.md).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.errors import table
from core.errors.table import EXIT_DONE as EXIT_DONE
from core.errors.table import EXIT_FAILED as EXIT_FAILED
from core.errors.table import EXIT_STOPPED as EXIT_STOPPED
from core.errors.table import EXIT_USAGE as EXIT_USAGE
from core.errors.table import TABLE as TABLE
from core.errors.table import Row as Row

WORDS_IN_ERRORS = frozenset(
    {
        "advice",
        "available",
        "doing",
        "expected",
        "feature",
        "found",
        "needed",
        "reason",
        "sentence",
        "use",
        "waited",
    }
)
"""Names of values that may be words for a person, which are translated; the others are names and figures."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class SqueezeError(Exception):
    """An error of the table; what is raised is one of the classes below.

    `values` fill the sentences of the code's row; `detail` is technical (a library's own words, an offset)
    and belongs below the two sentences. Raises KeyError for a code of another area or a missing value.
    """

    rows: Mapping[str, Row] = {}
    """The part of the table that the class is for."""

    def __init__(self, code: str, /, detail: str = "", **values: object) -> None:
        self.code = code
        self.row = self.rows[code]
        self.values = {name: printable(str(value)) for name, value in values.items()}
        self.happened = self.row.happened.format(**self.values)
        self.remedy = self.row.remedy.format(**self.values)
        self.detail = detail
        super().__init__(f"{self.happened} {self.remedy}")

    @property
    def exit_code(self) -> int:
        return self.row.exit_code


class UsageError(SqueezeError):
    """What was asked for cannot be understood, or a setting is out of range."""

    rows = table.USAGE


class DataError(SqueezeError):
    """The images that a run learns from: folders, archives, lists and files of them."""

    rows = table.DATA


class ModelError(SqueezeError):
    """A file with a network in it: a model, imported weights, a Huffman-coded model, a model image."""

    rows = table.MODEL


class RunError(SqueezeError):
    """A run: its folder, the order of its stages, its training."""

    rows = table.RUN


class BoardError(SqueezeError):
    """Choosing a board, its port, and the link to the firmware that runs on it."""

    rows = table.BOARD


class FlashError(SqueezeError):
    """Writing a board: reaching the chip's loader, and what it reads and writes."""

    rows = table.FLASH


class FirmwareError(SqueezeError):
    """A firmware bundle: finding, fetching, building and reading it."""

    rows = table.FIRMWARE


class FileError(SqueezeError):
    """A file or folder that cannot be read, written or named as asked for."""

    rows = table.FILE


class DownloadError(SqueezeError):
    """Fetching a file from the internet."""

    rows = table.DOWNLOAD


class ProgramError(SqueezeError):
    """No memory, a process that ended without a word, and what nobody expected."""

    rows = table.PROGRAM


class OtherVersionError(SqueezeError):
    """An error that another version of the program ended with, in that version's own sentences."""

    def __init__(self, code: str, happened: str, remedy: str, exit_code: int, detail: str = "") -> None:
        escaped = [text.replace("{", "{{").replace("}", "}}") for text in (happened, remedy)]
        self.rows = {code: Row(escaped[0], escaped[1], exit_code)}
        super().__init__(code, detail)


class Cancelled(Exception):
    """The person asked to stop. Raised by `Task.check_cancelled`; nothing is wrong."""


_CLASSES = {code: area for area in SqueezeError.__subclasses__() for code in area.rows}


def error_for(code: str, /, detail: str = "", **values: object) -> SqueezeError:
    """The error with this code, of the class of its area. Raises KeyError as the class does."""
    return _CLASSES[code](code, detail, **values)


def printable(text: str) -> str:
    """A text, such as a file's name, on one line: line breaks, control characters and bytes are escaped.

    Bytes that are no UTF-8 stand in Python's file names as U+DC80 to U+DCFF.
    """
    return _UNPRINTABLE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    if 0xDC80 <= number <= 0xDCFF:
        return f"\\x{number - 0xDC00:02x}"
    return match[0].encode("unicode_escape").decode()
