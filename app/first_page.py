"""The window painted once for nobody to see: `squeeze-studio --first-page`, a part of the self-test.

It has preferences and a folder for runs of its own, which are removed. What is wrong is told in one line of
JSON on standard output. Qt's platform is the caller's choice: `offscreen` needs no screen.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from app.application import LANGUAGES, set_language
from app.preferences import Preferences
from app.program import Program, the_application
from app.theme.theme import the_theme
from app.window import Window
from app.wording import translate
from core.errors import EXIT_DONE

_PATIENCE = 40.0
_FEWEST_COLORS = 16
_SETTLING = 300
_ICON = QSize(20, 20)


class FirstPage(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds until the first paint and until all was there, and what is wrong, in words."""

    painted: float
    ready: float
    problems: tuple[str, ...]


def main() -> int:
    """Show the start page and look at it; the exit code says only that it was looked at."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        application = the_application(["squeeze-studio"])
        page = _looked_at(application, Path(folder), started)
    sys.stdout.write(f"{msgspec.json.encode(page).decode()}\n")
    return EXIT_DONE


def _looked_at(application: QApplication, folder: Path, started: float) -> FirstPage:
    times: dict[str, float] = {}
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.runs_folder, preferences.language = folder, "en"
    program = Program(application, preferences)
    window = program.window
    loop = QEventLoop()
    window.painted.connect(lambda: times.setdefault("painted", time.monotonic() - started))
    window.ready.connect(lambda: times.setdefault("ready", time.monotonic() - started))
    window.ready.connect(lambda: QTimer.singleShot(_SETTLING, loop.quit))
    QTimer.singleShot(int(_PATIENCE * 1000), loop.quit)
    loop.exec()
    problems = tuple(_problems(window, application)) if "ready" in times else (_not_there(times),)
    program.leave()
    window.discard()
    # What is not written yet would be written at the end of the process, when the folder is gone.
    settings.sync()
    return FirstPage(painted=times.get("painted", 0.0), ready=times.get("ready", 0.0), problems=problems)


def _not_there(times: dict[str, float]) -> str:
    return "it was painted, but its parts did not come" if times else "it was not painted"


def _problems(window: Window, application: QApplication) -> Iterator[str]:
    """Everything that a person would miss."""
    if not QFontDatabase.families():
        yield "no fonts are installed, so texts are empty (on Debian: install fonts-dejavu-core)"
    if _colors(window.grab().toImage()) < _FEWEST_COLORS:
        yield "the start page is empty"
    if not window.workspace.start.sample_button.isVisible():
        yield "the start page has not its button"
    if _colors(the_theme().icon("help").pixmap(_ICON).toImage()) < 2:
        yield "icons are empty: Qt's part for SVG images is missing"
    for language in LANGUAGES.keys() - {"en"}:
        set_language(application, language)
        if translate("Preferences", "Language") == "Language":
            yield f"there are no texts in {LANGUAGES[language]}"


def _colors(image: QImage) -> int:
    """How many colors an image has, as far as a grid of it shows."""
    step = max(1, image.width() // 200)
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}
    )
