"""Benchmarks say whether they keep their promises."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from tests import bench
from tests.bench import Row, __main__


def with_benchmark(monkeypatch: pytest.MonkeyPatch, *rows: Row) -> None:
    """Make one benchmark, 'made-up', the only one there is."""
    module = types.ModuleType("tests.bench.bench_made-up")
    module.__dict__["run"] = lambda: list(rows)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(__main__, "names", lambda: ["made-up"])


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (Row("a", 5.0, "x"), True),
        (Row("a", 5.0, "x", at_least=5.0), True),
        (Row("a", 4.9, "x", at_least=5.0), False),
        (Row("a", 5.1, "s", at_most=5.0), False),
        (Row("a", 5.0, "s", at_least=4.0, at_most=6.0), True),
    ],
)
def test_a_promise_is_kept_between_its_limits(row: Row, kept: bool) -> None:
    assert row.kept == kept


def test_a_kept_promise_is_a_success(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_benchmark(monkeypatch, Row("packing", 3.5, "x", against="dahuffman", at_least=3.0))
    assert __main__.main([]) == 0
    shown = capsys.readouterr().out
    assert "3.500 x of dahuffman  kept: at least 3" in shown


def test_a_broken_promise_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_benchmark(monkeypatch, Row("import", 0.4, "s", at_most=0.3), Row("other", 1.0, "s"))
    assert __main__.main(["made-up"]) == 1
    assert "BROKEN: at most 0.3" in capsys.readouterr().out


def test_a_wrong_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["no-such"]) == 2
    assert "There is no benchmark no-such" in capsys.readouterr().err


def test_every_benchmark_module_is_found() -> None:
    modules = sorted(Path(bench.__path__[0]).glob("bench_*.py"))
    assert [f"bench_{name}" for name in __main__.names()] == [path.stem for path in modules]
