"""Makes the screenshots of README and guide from a real run: `python3 dev.py screenshots [RUN]`.

Without RUN the sample scenes are trained with the quick preset first, by the clicks that a person makes; with
it, a finished run is opened and only shown. Images go to docs/guide/images/.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.charts.feed import curve_feed
from app.preferences import Preferences
from app.program import Program, the_application
from app.step import PageName
from app.window import Window
from core.settings import STAGES

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "guide" / "images"
SIZE = QSize(1280, 800)
_LIMIT_SECONDS = 1800
_STEP_MILLISECONDS = 100
_SETTLING_MILLISECONDS = 1500


def main(arguments: list[str]) -> int:
    """Make all screenshots; 0 when every one was made."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = the_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        settings = QSettings(str(Path(name) / "preferences.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(settings)
        preferences.language, preferences.scheme = "en", "light"
        preferences.runs_folder = Path(name) / "Squeeze Studio"
        program = Program(application, preferences)
        _until(lambda: program.window.is_ready and program.window.workspace.session is not None)
        program.window.resize(SIZE)
        try:
            _show_all(program, Path(arguments[0]) if arguments else None)
        finally:
            program.leave()
            QTest.qWait(_SETTLING_MILLISECONDS)
    return 0


def _show_all(program: Program, run: Path | None) -> None:
    window = program.window
    QTest.qWait(_SETTLING_MILLISECONDS)
    _save(window, "start")
    if run is None:
        _make_run(window)
    else:
        window.workspace.session.open(run)
    pages: tuple[PageName, ...] = ("data", *STAGES, "result")
    for step in pages:
        window.workspace.show_page(step)
        _save(window, step)
    program.set_color_scheme("dark")
    _save(window, "huffman-dark")
    program.set_color_scheme("light")
    window.workspace.show_page("board")
    _settle(window)
    window.workspace.page("board").primary.click()
    _until(lambda: window.workspace.session is not None and not window.workspace.session.is_busy)
    QTest.qWait(8 * _SETTLING_MILLISECONDS)
    _save(window, "board")


def _make_run(window: Window) -> None:
    """Click on the sample scenes, and on the button that makes the model."""
    session = window.workspace.session
    assert session is not None
    window.workspace.start.sample_button.click()
    _settle(window)
    window.workspace.page("data").primary.click()
    _until(lambda: curve_feed(session).curves["train"].epochs > 0)
    QTest.qWait(8 * _SETTLING_MILLISECONDS)
    _save(window, "making")
    window.workspace.show_page("train")
    _save(window, "training")
    window.workspace.show_page("result")
    _settle(window)


def _settle(window: Window) -> None:
    """Wait until no task is at work and what came of it is on screen."""
    _until(lambda: window.workspace.session is not None and not window.workspace.session.is_busy)
    QTest.qWait(_SETTLING_MILLISECONDS)


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(_LIMIT_SECONDS * 1000 // _STEP_MILLISECONDS):
        if is_so():
            return
        QTest.qWait(_STEP_MILLISECONDS)
    raise TimeoutError


def _save(window: Window, name: str) -> None:
    """Save what the window shows, with 256 colors: a third of the bytes, and hardly a difference to see."""
    QTest.qWait(_SETTLING_MILLISECONDS)
    IMAGES.mkdir(parents=True, exist_ok=True)
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (image.width(), image.height())
    pixels = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
    path = IMAGES / f"{name}.png"
    pixels.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
