"""Runs the benchmarks and prints a table: `python -m tests.bench [NAME...]`.

A name is a module's without `bench_`. The exit code is 1 when a promise is not kept.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence

from tests import bench
from tests.bench import Row

_PREFIX = "bench_"


def names() -> list[str]:
    """The benchmarks there are: the names of their modules without `bench_`."""
    modules = [module.name for module in pkgutil.iter_modules(bench.__path__)]
    return sorted(name.removeprefix(_PREFIX) for name in modules if name.startswith(_PREFIX))


def measure(name: str) -> list[Row]:
    """Run one benchmark."""
    module = importlib.import_module(f"{bench.__name__}.{_PREFIX}{name}")
    rows: list[Row] = module.run()
    return rows


def line(row: Row) -> str:
    """The row as one line of the table."""
    limits = [
        f"{word} {limit:g}"
        for word, limit in (("at least", row.at_least), ("at most", row.at_most))
        if limit is not None
    ]
    promise = f"  {'kept' if row.kept else 'BROKEN'}: {' and '.join(limits)}" if limits else ""
    compared = f" of {row.against}" if row.against else ""
    return f"  {row.name:<44} {row.value:>12,.3f} {row.unit}{compared}{promise}"


def main(wanted: Sequence[str]) -> int:
    """Run the wanted benchmarks, or all; 0 when every promise was kept, 1 when not, 2 for a wrong name."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(
            f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(names())}.", file=sys.stderr
        )
        return 2
    kept = True
    for name in wanted or names():
        print(name, flush=True)
        for row in measure(name):
            print(line(row), flush=True)
            kept = kept and row.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
