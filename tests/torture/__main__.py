"""Attacks the program and prints what was tried and what failed: `python -m tests.torture [OPTION...]`.

Two attacks run at a time. Everything is drawn from the seed: a round that failed is run alone with the
command that is printed. The exit code is 0 when everything held out, 1 when not, 2 for a wrong name, 130
after Ctrl-C.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from tests.torture.attacks import Attack, Failure, Ground, Halted, Result, carry_out

AREAS = (
    "runs",
    "full_disks",
    "conditions",
    "user_files",
    "data_files",
    "model_files",
    "run_files",
    "boards",
    "window",
)
FULL = 50
LANES = 2
_TOLD_SECONDS = 30.0
_LOOK_SECONDS = 0.5


def all_attacks() -> list[Attack]:
    """The attacks of all areas."""
    modules = (importlib.import_module(f"tests.torture.{area}") for area in AREAS)
    return [attack for module in modules for attack in module.ATTACKS]


class Torture:
    """The rounds of some attacks: `carry_out` runs them, `results` tells how far they are."""

    def __init__(self, place: Path, seed: int, rounds: Sequence[tuple[Attack, Sequence[int]]]) -> None:
        self._ground = Ground(place)
        self._seed = seed
        self._rounds = rounds
        self.results = [Result(attack, len(numbers)) for attack, numbers in rounds]
        self._told: list[list[Failure]] = [[] for _ in rounds]

    def carry_out(self) -> bool:
        """Run all rounds, telling how it goes; whether it came to its end."""
        with ThreadPoolExecutor(LANES) as lanes:
            futures = [
                lanes.submit(carry_out, attack, self._ground, self._seed, numbers, result)
                for (attack, numbers), result in zip(self._rounds, self.results, strict=True)
            ]
            try:
                self._follow(futures)
            except KeyboardInterrupt:
                self._ground.halted.set()
                lanes.shutdown(wait=False, cancel_futures=True)
                self._ground.end()
                return False
            except BaseException:
                self._ground.halted.set()
                raise
        return True

    def _follow(self, futures: Sequence[Future[None]]) -> None:
        told = time.monotonic()
        while not all(future.done() for future in futures):
            threading.Event().wait(_LOOK_SECONDS)
            self._tell_failures()
            if time.monotonic() - told >= _TOLD_SECONDS:
                told = time.monotonic()
                print(self._progress(), file=sys.stderr, flush=True)
        self._tell_failures()
        for future in futures:
            future.result()

    def _tell_failures(self) -> None:
        for result, told in zip(self.results, self._told, strict=True):
            for failure in result.failures[len(told) :]:
                told.append(failure)
                print(f"\nFAILED {failure.attack}, round {failure.number}: {failure.how}", flush=True)
                print(f"  alone: {failure.again}\n", flush=True)

    def _progress(self) -> str:
        at_work = [
            f"{result.attack.name} {result.rounds:,} of {result.total:,}"
            for result in self.results
            if 0 < result.rounds < result.total
        ]
        left = sum(result.seconds_left for result in self.results) / LANES
        longest = max(result.seconds_left for result in self.results)
        return f"  {', '.join(at_work) or 'getting ready'}; about {max(left, longest) / 60:.0f} min left"


def table(results: Sequence[Result]) -> str:
    """A line for each attack: what was tried, how it ended, what failed."""
    lines = [f"{'':10}{'':10}{'tried':>8}{'taken':>8}{'refused':>9}{'failed':>8}{'time':>8}"]
    for result in results:
        counts = (result.tried, result.taken, result.refused.total(), len(result.failures))
        name = f"{result.attack.area:10}{result.attack.name:10}"
        numbers = f"{counts[0]:>8,}{counts[1]:>8,}{counts[2]:>9,}{counts[3]:>8,}{result.seconds:>6.0f} s"
        lines.append(f"{name}{numbers}  {result.attack.what}")
    failed = sum(len(result.failures) for result in results)
    tried, seconds = sum(result.tried for result in results), sum(result.seconds for result in results)
    lines.append(f"{'all':20}{tried:>8,}{'':17}{failed:>8,}{seconds:>6.0f} s")
    return "\n".join(lines)


def refusals(results: Sequence[Result]) -> str:
    """With which errors inputs were refused, the most frequent first."""
    lines = []
    for result in results:
        codes = ", ".join(f"{code} {count:,}" for code, count in result.refused.most_common())
        if codes:
            lines.append(f"  {result.attack.name}: {codes}")
    return "\n".join(lines)


def chosen(
    attacks: Sequence[Attack], only: Sequence[str], scale: float
) -> list[tuple[Attack, Sequence[int]]]:
    """The attacks that are wanted, with the numbers of their rounds. Raises `ValueError` for a wrong name."""
    if not only:
        return [(attack, range(attack.count(scale))) for attack in attacks]
    found: list[tuple[Attack, Sequence[int]]] = []
    for word in only:
        name, _, number = word.partition(":")
        named = [attack for attack in attacks if name in (attack.name, attack.area)]
        if not named:
            names = ", ".join(attack.name for attack in attacks)
            raise ValueError(f"There is no attack {name}; there are: {names}.")
        found += [(attack, [int(number)] if number else range(attack.count(scale))) for attack in named]
    return found


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python3 dev.py torture", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=FULL, metavar="N", help=f"{FULL} is the full number, 5 a tenth of it"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="random seed")
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME[:ROUND]", help="an attack, an area, or one round"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Attack, print the table, and return the exit code."""
    given = options(arguments)
    try:
        rounds = chosen(all_attacks(), given.only, given.rounds / FULL)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    place = Path(tempfile.mkdtemp(prefix="squeeze-torture-"))
    torture = Torture(place, given.seed, rounds)
    print(f"Seed {given.seed}, {len(rounds)} attacks, {LANES} at a time.", flush=True)
    whole = False
    with contextlib.suppress(Halted):
        whole = torture.carry_out()
    failed = any(result.failures for result in torture.results)
    if not failed:
        shutil.rmtree(place, ignore_errors=True)
    print(f"\n{table(torture.results)}\n\nRefused with:\n{refusals(torture.results)}")
    if not whole:
        print("\nStopped.", file=sys.stderr)
        return 130
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
