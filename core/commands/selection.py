"""Options that say which images are used and how they are divided; findings with the options that fit."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping

from core.errors import UsageError
from core.events import Finding, Fix
from core.settings import DataSettings, description

_MOST_FIXED = 3


def add_selection_options(group: argparse._ArgumentGroup | argparse.ArgumentParser) -> None:
    """Add the options; none has a default, so that one that was given can be told."""
    for flag, name in (("--leave-out", "leave_out"), ("--set-aside", "set_aside")):
        group.add_argument(flag, action="append", metavar="NAME", help=description(DataSettings, name))
    group.add_argument("--merge", action="append", metavar="A=B", help=description(DataSettings, "merge"))
    group.add_argument("--split", metavar="HOW", help=description(DataSettings, "split"))


def asked_selection(arguments: argparse.Namespace) -> Mapping[str, object]:
    """The settings of the data that the options name. Raises `UsageError`."""
    asked: dict[str, object] = {}
    for name in ("leave_out", "set_aside"):
        if (names := getattr(arguments, name)) is not None:
            asked[name] = list(names)
    if arguments.split is not None:
        asked["split"] = arguments.split
    if arguments.merge is not None:
        asked["merge"] = dict(_pair(text) for text in arguments.merge)
    return asked


def finding_text(finding: Finding) -> str:
    """The finding in one line, with a few of its images and the options that would mend it."""
    shown = ", ".join(finding.paths[:_MOST_FIXED])
    more = ", ..." if finding.count > _MOST_FIXED else ""
    images = f" ({shown}{more})" if shown else ""
    # Setting aside is leaving out with another name: one of them is enough to read.
    fixes = [fix for fix in finding.fixes if fix != "set-aside"]
    options = " or ".join(filter(None, (_option(fix, finding) for fix in fixes)))
    return f"{finding.text}{images}{f' [{options}]' if options else ''}"


def _option(fix: Fix, finding: Finding) -> str:
    """The option that mends a finding; '' where it would be a long list."""
    if fix == "mix":
        return "--split mixed"
    if fix == "merge":
        pair = f"{finding.class_name}={finding.partner or 'OTHER'}"
        return f"--merge {shlex.quote(pair)}"
    names = finding.paths or ((finding.class_name,) if finding.class_name else ())
    if not names or finding.count > _MOST_FIXED < len(names):
        return ""
    return " ".join(f"--{fix} {shlex.quote(name)}" for name in names)


def _pair(text: str) -> tuple[str, str]:
    one, equals, other = text.partition("=")
    if not (one and equals and other):
        raise UsageError("usage", reason=f"'{text}' is not of the form A=B", command="squeeze run")
    return one, other
