"""Runs the checks and the test suites: `python -m tests [lint | SUITE...] [PYTEST ARGUMENT...]`.

Without arguments: every check, then every suite. Each suite is a pytest run of its own; of several, two run
at the same time, for they wait a third of their time, and each is shown whole when it has ended. A table of
results and times comes last but one; the last line sums the suites up. The exit code is 1 when anything
failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SUITES = ("e2e", "unit", "ui", "device", "torture", "firmware")
"""The longest first: lanes that begin with the long ones end at about the same time."""
LANES = 2
"""One for each of two processors: with more, tests wait for each other."""
CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "import rules": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
}
EXTRA_ARGUMENTS = {"ui": ("-p", "pytestqt.plugin")}
"""The plugin for Qt is loaded where there is Qt: the other suites show that they need none."""
EXIT_STOPPED = 130
_NOTHING_COLLECTED = 5
_PATIENCE = 10
_SHOWING = threading.Lock()
_CHILDREN: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True)
class Outcome:
    """How a check or a suite went. Counts are of tests; a check counts none."""

    name: str
    ok: bool
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0


def run_python(*arguments: str, output: IO[str] | None = None) -> int:
    """Run this Python in the checkout and return its exit code. After Ctrl-C it gets ten seconds to end.

    What it prints goes to `output`, or where ours goes. numpy has one thread, as in the program's workers.
    """
    stderr = None if output is None else subprocess.STDOUT
    environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ}
    child = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=output, stderr=stderr, env=environment
    )
    _CHILDREN.add(child)
    try:
        return child.wait()
    except KeyboardInterrupt:
        _ended(child)
        raise
    finally:
        _CHILDREN.discard(child)


def _ended(child: subprocess.Popen[bytes]) -> None:
    """Give a child that has got Ctrl-C as we have its time to end, and end it when it has not."""
    try:
        child.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        child.kill()
        child.wait()


def run_check(name: str) -> Outcome:
    """Run one of the checks, showing what it says."""
    print(f"\n--- {name}", flush=True)
    started = time.monotonic()
    code = run_python(*CHECKS[name])
    return Outcome(name, code == 0, time.monotonic() - started)


def run_suites(names: Sequence[str], arguments: Sequence[str]) -> list[Outcome]:
    """Run suites, `LANES` at a time, and show each when it has ended; one alone is shown as it runs."""
    if len(names) == 1:
        print(f"\n--- tests/{names[0]}", flush=True)
        return [run_suite(names[0], arguments)]
    print(f"\nRunning {', '.join(names)}, {LANES} at a time. Each is shown when it has ended.", flush=True)
    with ThreadPoolExecutor(LANES) as lanes:
        running = [lanes.submit(_run_and_show, name, arguments) for name in names]
        try:
            return [future.result() for future in running]
        except KeyboardInterrupt:
            lanes.shutdown(wait=False, cancel_futures=True)
            for child in tuple(_CHILDREN):
                _ended(child)
            raise


def _run_and_show(name: str, arguments: Sequence[str]) -> Outcome:
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        outcome = run_suite(name, arguments, output)
        output.seek(0)
        with _SHOWING:
            print(f"\n--- tests/{name}\n{output.read()}", end="", flush=True)
    return outcome


def run_suite(name: str, arguments: Sequence[str], output: IO[str] | None = None) -> Outcome:
    """Run the tests of one suite with pytest. A run that dies without a report counts as one failure."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report, extra = Path(folder) / "report.xml", EXTRA_ARGUMENTS.get(name, ())
        code = run_python(
            "-m", "pytest", f"tests/{name}", f"--junit-xml={report}", *extra, *arguments, output=output
        )
        seconds = time.monotonic() - started
        if not report.exists():
            return Outcome(name, False, seconds, failed=1)
        counts = ElementTree.parse(report).getroot().find("testsuite")
    if counts is None or code not in (0, 1, _NOTHING_COLLECTED):
        return Outcome(name, False, seconds, failed=1)
    total, failures, errors, skipped = (
        int(counts.get(key, "0")) for key in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return Outcome(name, failed == 0, seconds, total - failed - skipped, failed, skipped)


def table(outcomes: Sequence[Outcome]) -> str:
    """A line for each check and suite: how it went and how long it took."""
    lines = [""]
    for outcome in outcomes:
        counts = f"{outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped"
        tests = counts if outcome.passed + outcome.failed + outcome.skipped else ""
        lines.append(
            f"{'ok' if outcome.ok else 'FAILED':<8}{outcome.name:<16}{outcome.seconds:>8.1f} s   {tests}"
        )
    return "\n".join(line.rstrip() for line in lines)


def summary(outcomes: Sequence[Outcome]) -> str:
    """The closing line over all suites."""
    passed, failed, skipped = (
        sum(getattr(outcome, count) for outcome in outcomes) for count in ("passed", "failed", "skipped")
    )
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def suites_there_are() -> list[str]:
    return [name for name in SUITES if any((TESTS / name).rglob("test_*.py"))]


def perform(arguments: Sequence[str]) -> bool:
    """Run what the arguments ask for, print the results, and return whether all of it is well."""
    if arguments == ["lint"]:
        checks = [run_check(name) for name in CHECKS]
        print(table(checks))
        return all(check.ok for check in checks)
    named = [argument for argument in arguments if argument in SUITES]
    rest = [argument for argument in arguments if argument not in SUITES]
    outcomes = [] if arguments else [run_check(name) for name in CHECKS]
    outcomes += run_suites(named or suites_there_are(), rest)
    print(table(outcomes))
    print(summary(outcomes))
    return all(outcome.ok for outcome in outcomes)


def main(arguments: Sequence[str]) -> int:
    """Run the command line; 0 when all is well, 1 when not, 130 after Ctrl-C."""
    os.chdir(ROOT)
    try:
        return 0 if perform(arguments) else 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return EXIT_STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
