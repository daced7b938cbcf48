"""The window as the self-test looks at it: in a process of its own, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app import self_test
from app.first_page import FirstPage

ROOT = Path(__file__).parents[2]
CLOSED_EARLY = """
import sys
from PySide6.QtCore import QSettings, QTimer
from app import main, preferences

program = []
def early(kind):
    def made(*arguments):
        program.append(kind(*arguments))
        program[0].window.ready.connect(lambda: QTimer.singleShot(150, program[0].window.close))
        return program[0]
    return made

main.Program = early(main.Program)
main.Preferences = lambda: preferences.Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat))
sys.exit(main.main(["squeeze-studio"]))
"""


def without_screen(tmp_path: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What a Python says that has no screen, and `tmp_path` for temporary files."""
    return subprocess.run(
        [sys.executable, "-P", *words],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
            "TMPDIR": str(tmp_path),
            **more,
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_whole_window_is_looked_at_and_leaves_nothing_behind(tmp_path: Path) -> None:
    said = without_screen(tmp_path, "-m", "app.main", "--first-page")
    page = msgspec.json.decode(said.stdout, type=FirstPage)
    assert page.problems == ()
    assert 0 < page.painted < page.ready
    assert list(tmp_path.iterdir()) == []


def test_texts_that_are_missing_are_named(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from app import application, main;"
        f"application._TRANSLATIONS = Path({str(tmp_path)!r}); sys.exit(main.main(['x', '--first-page']))"
    )
    said = without_screen(tmp_path, "-c", code)
    problems = msgspec.json.decode(said.stdout, type=FirstPage).problems
    assert sorted(problems) == ["there are no texts in Deutsch", "there are no texts in 한국어"]


def test_a_qt_that_does_not_start_is_told_with_its_own_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "PySide6").mkdir()
    lacking = "libEGL.so.1: cannot open shared object file"
    (tmp_path / "PySide6" / "__init__.py").write_text(f"raise ImportError({lacking!r})")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    check = self_test.check_window()
    assert not check.ok
    assert check.found == f"it ended with code 1: ImportError: {lacking}"
    assert "system libraries" in check.remedy
    assert "Traceback" in check.detail


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--version"], 0, "Squeeze Studio "),
        (["--help"], 0, "usage: "),
        (["--first-page", "now"], 2, "usage: "),
        (["--self-test", "now"], 2, "error [usage]"),
    ],
)
def test_options_need_no_screen(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    answer = without_screen(tmp_path, "-m", "app.main", *words, QT_QPA_PLATFORM="there-is-none")
    assert answer.returncode == code
    assert said in answer.stdout + answer.stderr


def test_a_window_that_is_closed_while_pages_are_still_made_ends_the_program(tmp_path: Path) -> None:
    answer = without_screen(tmp_path, "-c", CLOSED_EARLY, str(tmp_path / "preferences.ini"))
    assert answer.returncode == 0, answer.stderr
