"""The option --act: what a board does when it sees a class."""

from __future__ import annotations

import argparse
from typing import Any

from core.errors import UsageError
from core.settings import ClassAction, checked

_NONE = "none"
_FORM = "CLASS=pin:N[,seconds:S][,at-least:P][,times:N] or CLASS=[at-least:P,][times:N,]line:TEXT"
_NUMBERS = {"pin": int, "seconds": float, "at-least": float, "times": int}
_LINE = "line:"


def add_act_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """Add the option, which can be given for several classes."""
    parser.add_argument(
        "--act",
        action="append",
        metavar="CLASS=ACTION",
        help="what the board does when it sees CLASS: 'pin:13' (GPIO 13 is high while it is seen), "
        "'pin:13,seconds:5', or 'line:TEXT' (a line of text on the serial port); 'at-least:0.9' "
        f"(probability) and 'times:3' (in a row) say when; '{_NONE}' removes all actions",
    )


def asked_actions(arguments: argparse.Namespace) -> dict[str, ClassAction] | None:
    """The actions that were given; None when none were. Raises usage and setting-invalid."""
    if arguments.act is None:
        return None
    if arguments.act == [_NONE]:
        return {}
    return dict(map(_parsed, arguments.act))


def _parsed(text: str) -> tuple[str, ClassAction]:
    label, equals, action = text.rpartition("=") if _LINE not in text else text.partition("=")
    if not (label and equals):
        raise _malformed(text)
    values: dict[str, Any] = {}
    rest = action
    while rest and not rest.startswith(_LINE):
        part, _, rest = rest.partition(",")
        name, _, value = part.partition(":")
        try:
            values[name.replace("-", "_")] = _NUMBERS[name](value)
        except (KeyError, ValueError):
            raise _malformed(text) from None
    if rest:
        values["line"] = rest.removeprefix(_LINE)
    return label, checked(ClassAction, values)


def _malformed(text: str) -> UsageError:
    return UsageError("setting-invalid", reason=f"'{text}' is not of the form {_FORM}")
