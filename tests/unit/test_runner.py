"""The runner of the suites sums them up in its last line and fails when anything failed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.__main__ import PARTS, TESTS

ROOT = Path(__file__).parents[2]

MIXED = """
import pytest

def test_good():
    assert True

def test_bad():
    assert False

@pytest.mark.skip(reason="not here")
def test_elsewhere():
    pass
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the real runner, a suite with failures and one without."""
    for suite in ("unit", "e2e"):
        (tmp_path / "tests" / suite).mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "__main__.py", tmp_path / "tests")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests" / "unit" / "test_mixed.py").write_text(MIXED, encoding="utf-8")
    (tmp_path / "tests" / "e2e" / "test_fine.py").write_text("def test_fine(): pass\n", encoding="utf-8")
    return tmp_path


def run(checkout: Path, *arguments: str) -> tuple[int, list[str]]:
    """The runner's exit code and the lines it printed."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests", *arguments],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return answer.returncode, answer.stdout.splitlines()


def test_the_last_line_sums_up_all_suites(checkout: Path) -> None:
    code, lines = run(checkout, "-q")
    assert lines[-1] == "2 passed, 1 failed, 1 skipped"
    assert code == 1


def test_a_suite_that_passes_is_a_success(checkout: Path) -> None:
    code, lines = run(checkout, "e2e")
    assert lines[-1] == "1 passed, 0 failed"
    assert code == 0


def test_further_arguments_go_to_pytest(checkout: Path) -> None:
    code, lines = run(checkout, "unit", "-k", "good")
    assert lines[-1] == "1 passed, 0 failed"
    assert code == 0


def test_a_suite_that_dies_is_a_failure(checkout: Path) -> None:
    dying = "import os\n\ndef test_dying(): os._exit(0)\n"
    (checkout / "tests" / "e2e" / "test_dying.py").write_text(dying, encoding="utf-8")
    code, lines = run(checkout, "e2e")
    assert lines[-1] == "0 passed, 1 failed"
    assert code == 1


def test_a_wrong_pytest_argument_is_a_failure(checkout: Path) -> None:
    code, lines = run(checkout, "unit", "--no-such-option")
    assert lines[-1] == "0 passed, 1 failed"
    assert code == 1


def test_what_failed_is_told_again_before_the_table(checkout: Path) -> None:
    _, lines = run(checkout, "-q")
    heading = lines.index("--- failures")
    table = next(index for index, line in enumerate(lines) if line.startswith("FAILED  unit"))
    told = lines[heading + 1 : table]
    assert told[0] == "unit: tests.unit.test_mixed::test_bad"
    assert any("assert False" in line for line in told)


def test_a_crash_of_the_interpreter_is_told_again_before_the_table(checkout: Path) -> None:
    crash = "import ctypes\n\ndef test_crashing(): ctypes.string_at(0)\n"
    (checkout / "tests" / "e2e" / "test_crashing.py").write_text(crash, encoding="utf-8")
    _, lines = run(checkout, "-q")
    told = lines[lines.index("--- failures") + 1 :]
    death = next(index for index, line in enumerate(told) if line.startswith("e2e: ended with exit code "))
    assert any("test_crashing" in line for line in told[death:])
    assert lines[-1] == "1 passed, 2 failed, 1 skipped"


def test_a_divided_suite_has_each_of_its_tests_once(checkout: Path) -> None:
    """The runner's own division, of files that fit its patterns and of one that fits none."""
    again = checkout / "tests" / "unit" / "compression"
    again.mkdir()
    (again / "test_more.py").write_text("def test_more(): pass\n", encoding="utf-8")
    code, lines = run(checkout, "-q")
    assert lines[-1] == "3 passed, 1 failed, 1 skipped"
    assert code == 1
    shown = [line.split()[:3] for line in lines if " passed, " in line and line.startswith(("ok", "FAILED"))]
    assert shown == [["FAILED", "unit", "1"], ["ok", "e2e", shown[1][2]], ["ok", "unit", "2"]]


def test_no_pattern_of_a_divided_suite_is_without_files() -> None:
    assert [
        f"{suite}/{pattern}"
        for suite, parts in PARTS.items()
        for patterns in parts
        for pattern in patterns
        if not list((TESTS / suite).glob(pattern))
    ] == []
