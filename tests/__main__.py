"""Runs the checks and the test suites: `python -m tests [lint | SUITE...] [PYTEST ARGUMENT...]`.

Without arguments: every check and every suite. A suite that is asked for alone is one pytest run, shown as it
runs. Of several, the long ones are divided into parts, each a pytest run of its own; parts and checks run
next to each other, and each is shown whole when it has ended. After all of them, what failed is told once
more in short, for whoever keeps only the end of a long output. A table of results and times comes last but
one; the last line sums the suites up. The exit code is 1 when anything failed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SUITES = ("unit", "e2e", "ui", "device", "torture", "firmware")
PARTS: Mapping[str, Sequence[Sequence[str]]] = {
    "unit": (("compression",), ("training", "networks", "evaluation")),
    "e2e": (("test_demo.py",), ("test_going_on.py", "test_networks.py")),
    "ui": (("test_board_*.py",), ("test_first_*.py", "test_trying.py", "test_exploring.py")),
    "device": (("test_deployment.py", "test_flasher.py", "test_web_page.py"),),
}
"""Patterns of paths in a suite's folder that are runs of their own. What none of them names is the first."""
PROGRAM = ("app", "core")
LANES = 2 + (os.cpu_count() or 1)
"""Two more than processors: tests of the window and of boards wait for half of their time."""
CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "import rules": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"),
    "shell scripts": ("-m", "tests.shell_scripts"),
}
EXTRA_ARGUMENTS = {"ui": ("-p", "pytestqt.plugin")}
"""The plugin for Qt is loaded where there is Qt: the other suites show that they need none."""
EXIT_STOPPED = 130
_NOTHING_COLLECTED = 5
_PATIENCE = 10
_LAST_LINES = 15
_LAST_LINES_OF_A_DEATH = 60
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
    failures: tuple[str, ...] = ()
    """Each failed test with the end of what it said; of a run that died, the end of its output."""


def run_python(*arguments: str, output: IO[str] | None = None) -> int:
    """Run this Python in the checkout and return its exit code. After Ctrl-C it gets ten seconds to end.

    What it prints goes to `output`, or where ours goes. numpy has one thread, as in the program's workers.
    Modules are compiled beforehand, see `compile_modules`, and never by a child: one for which files may not
    grow, or whose disk is full, would leave half of a compiled module behind.
    """
    stderr = None if output is None else subprocess.STDOUT
    environment = {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
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


def run_check(name: str, output: IO[str] | None = None) -> Outcome:
    """Run one of the checks; what it says goes to `output`, or where ours goes."""
    started = time.monotonic()
    code = run_python(*CHECKS[name], output=output)
    return Outcome(name, code == 0, time.monotonic() - started)


def _check_as_it_runs(name: str) -> Outcome:
    print(f"\n--- {name}", flush=True)
    return run_check(name)


def compile_modules() -> None:
    """Compile the program once, for the hundreds of processes that the tests start."""
    if folders := [name for name in PROGRAM if (ROOT / name).is_dir()]:
        run_python("-m", "compileall", "-qq", *folders)


@dataclass(frozen=True)
class Part:
    """Tests that are one pytest run: a suite, or some of its files. `words` tell pytest which."""

    name: str
    suite: str
    words: tuple[str, ...]


def whole(suite: str) -> Part:
    """A suite as one run."""
    return Part(suite, suite, (f"tests/{suite}",))


def parts_of(suite: str) -> list[Part]:
    """The runs that a suite is divided into: together they have each of its tests once."""
    folder = TESTS / suite
    divided = [
        sorted(path for pattern in patterns for path in folder.glob(pattern))
        for patterns in PARTS.get(suite, ())
    ]
    named = [[path.relative_to(ROOT).as_posix() for path in paths] for paths in divided if paths]
    if not named:
        return [whole(suite)]
    rest = (f"tests/{suite}", *(f"--ignore={path}" for paths in named for path in paths))
    words = [rest, *(tuple(paths) for paths in named)]
    return [Part(f"{suite} {number}", suite, each) for number, each in enumerate(words, 1)]


def in_turn(suites: Sequence[str]) -> list[Part]:
    """The parts of some suites: first one of each, then the next of each, and so on.

    Suites compute and wait in different measure: those that are at work together should be different ones.
    """
    return [part for turn in zip_longest(*map(parts_of, suites)) for part in turn if part is not None]


def run_lanes(checks: Sequence[str], suites: Sequence[str], arguments: Sequence[str]) -> list[Outcome]:
    """Run checks and parts of suites, `LANES` at a time, and show each when it has ended."""
    print(f"\nRunning {', '.join([*checks, *suites])}, {LANES} at a time.", flush=True)
    print("Each is shown when it has ended.", flush=True)
    with ThreadPoolExecutor(LANES) as lanes:
        running = [lanes.submit(_shown, name, partial(run_check, name)) for name in checks]
        running += [
            lanes.submit(_shown, f"tests/{part.name}", partial(run_part, part, arguments))
            for part in in_turn(suites)
        ]
        try:
            return [future.result() for future in running]
        except KeyboardInterrupt:
            lanes.shutdown(wait=False, cancel_futures=True)
            for child in tuple(_CHILDREN):
                _ended(child)
            raise


def _shown(heading: str, perform: Callable[[IO[str]], Outcome]) -> Outcome:
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        outcome = perform(output)
        output.seek(0)
        with _SHOWING:
            print(f"\n--- {heading}\n{output.read()}", end="", flush=True)
    return outcome


def run_part(part: Part, arguments: Sequence[str], output: IO[str] | None = None) -> Outcome:
    """Run some tests with pytest. A run that dies without a report counts as one failure."""
    started, name = time.monotonic(), part.name
    with tempfile.TemporaryDirectory() as folder:
        report, extra = Path(folder) / "report.xml", EXTRA_ARGUMENTS.get(part.suite, ())
        words = (*part.words, f"--junit-xml={report}", *extra, *arguments)
        code = run_python("-m", "pytest", *words, output=output)
        seconds = time.monotonic() - started
        counts = ElementTree.parse(report).getroot().find("testsuite") if report.exists() else None
    if counts is None or code not in (0, 1, _NOTHING_COLLECTED):
        return Outcome(name, False, seconds, failed=1, failures=(_death(name, code, output),))
    total, failures, errors, skipped = (
        int(counts.get(key, "0")) for key in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    told = tuple(_failures(name, counts))
    return Outcome(name, failed == 0, seconds, total - failed - skipped, failed, skipped, told)


def _failures(name: str, report: ElementTree.Element) -> Iterator[str]:
    """Each failed test of a suite's report with the last lines of what was found."""
    for test in report.iter("testcase"):
        for found in (*test.findall("failure"), *test.findall("error")):
            heading = f"{name}: {test.get('classname', '')}::{test.get('name', '')}"
            yield f"{heading}\n{_end_of(found.text or found.get('message') or '')}"


def _death(name: str, code: int, output: IO[str] | None) -> str:
    """How a suite ended that left no report, with the last lines of what it printed if we have them."""
    if output is not None:
        output.seek(0)
    printed = _end_of(output.read() if output is not None else "", _LAST_LINES_OF_A_DEATH)
    return f"{name}: ended with exit code {code} before its report was whole\n{printed}"


def _end_of(text: str, count: int = _LAST_LINES) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines()[-count:])


def failures_again(outcomes: Sequence[Outcome]) -> str:
    """Every failure in short; nothing when there is none."""
    told = [failure for outcome in outcomes for failure in outcome.failures]
    return "\n".join(["\n--- failures", *told]) if told else ""


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
        checks = [_check_as_it_runs(name) for name in CHECKS]
        print(table(checks))
        return all(check.ok for check in checks)
    named = [argument for argument in arguments if argument in SUITES]
    rest = [argument for argument in arguments if argument not in SUITES]
    compile_modules()
    if len(named) == 1:
        print(f"\n--- tests/{named[0]}", flush=True)
        outcomes = [run_part(whole(named[0]), rest)]
    else:
        outcomes = run_lanes(() if arguments else tuple(CHECKS), named or suites_there_are(), rest)
    print(failures_again(outcomes))
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
