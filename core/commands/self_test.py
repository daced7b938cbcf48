"""`squeeze self-test`: whether this program works here, tried from first to last.

What was made on the way is removed. The demonstration is too small for its accuracy to mean anything.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

import core
from core.commands.console import Console
from core.commands.progress_weights import ProgressWeights
from core.commands.self_test_demo import SECONDS, Demonstration, broken
from core.diagnosis import terminal_event
from core.errors import EXIT_DONE, EXIT_FAILED
from core.installation import Check, check_folders, check_needs, check_parts

More = Mapping[str, Callable[[], Check]]
"""Further checks that are tried before the long ones: name and what to call."""

_NO_MORE: More = MappingProxyType({})
_QUICK: More = {"needs": check_needs, "files": check_parts, "folders": check_folders}
_QUICK_SECONDS = 0.2
_MORE_SECONDS = 3.0


class SelfTest(msgspec.Struct, frozen=True, kw_only=True):
    """What was tried, in order. After a part of the demonstration that is broken, none of it is tried."""

    program: str
    system: str
    checks: tuple[Check, ...]
    ok: bool


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze self-test` takes: nothing of its own."""
    del parser


def perform(arguments: argparse.Namespace, console: Console, more: More = _NO_MORE) -> int:
    """Try everything, a line each as it comes; the exit code. Raises `TaskEnded` when it is stopped."""
    seconds = {**dict.fromkeys(_QUICK, _QUICK_SECONDS), **dict.fromkeys(more, _MORE_SECONDS), **SECONDS}
    course = ProgressWeights(seconds, console.show)
    checks: list[Check] = []

    def tell(check: Check) -> None:
        checks.append(check)
        if not arguments.as_json:
            console.result(None, check_text(check, detailed=arguments.verbose))

    for name, check in {**_QUICK, **more}.items():
        course.begin(name)
        outcome = _tried(name, check)
        course.end(name)
        tell(outcome)
    with tempfile.TemporaryDirectory(prefix="squeeze-self-test-", ignore_cleanup_errors=True) as folder:
        Demonstration(Path(folder) / "run", course, console, tell).run()
    tested = SelfTest(
        program=core.__version__,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        checks=tuple(checks),
        ok=all(check.ok for check in checks),
    )
    console.result(tested, closing_text(tested))
    return EXIT_DONE if tested.ok else EXIT_FAILED


def check_text(check: Check, *, detailed: bool = False) -> str:
    """A check as a line, with what to do below it when it is broken."""
    lines = [f"{'ok' if check.ok else 'failed':<8}{check.name:<15}{check.found}"]
    if not check.ok:
        lines.append(f"{'':23}{check.remedy}")
    if detailed:
        lines += [f"{'':23}| {line}" for line in check.detail.splitlines()]
    return "\n".join(lines)


def closing_text(tested: SelfTest) -> str:
    """What it comes to."""
    seconds = round(sum(check.seconds for check in tested.checks))
    wrong = [check.name for check in tested.checks if not check.ok]
    if not wrong:
        return f"\nSqueeze Studio {tested.program} works here ({seconds} s)."
    return f"\nFailed: {', '.join(wrong)}. Tests that depend on it were skipped."


def _tried(name: str, check: Callable[[], Check]) -> Check:
    """What a check came to; one that fails in whatever way is broken."""
    started = time.monotonic()
    try:
        outcome = check()
    except Exception as error:
        outcome = broken(name, terminal_event(error))
    return msgspec.structs.replace(outcome, seconds=round(time.monotonic() - started, 2))
