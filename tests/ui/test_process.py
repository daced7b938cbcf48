"""The window's process is light: what works is in another."""

from __future__ import annotations

import os
import subprocess
import sys

from core.runs.folder import RunFolder

HEAVY = {"tensorflow", "tf_keras", "tensorflow_model_optimization", "tflite_micro", "esptool"}
INTERPRETER = "ai_edge_litert.interpreter"
"""Of LiteRT the window's process has the description of the file format only."""


def test_before_its_first_paint_the_program_has_imported_nothing_but_qt_and_the_empty_window() -> None:
    code = "import sys, app.main; print(*(name for name in sys.modules if name.startswith(('app.', 'core'))))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    window = {"app.main", "app.preferences", "app.program", "app.window"}
    assert set(answer.stdout.split()) == {*window, "app.failures"}


def test_every_page_of_a_finished_run_is_shown_without_tensorflow(own_run: RunFolder) -> None:
    command = [sys.executable, "-m", "tests.ui.visiting", str(own_run.path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert answer.returncode == 0, answer.stderr
    modules = set(answer.stdout.split())
    imported = {name.partition(".")[0] for name in modules}
    assert {"PySide6", "pyqtgraph", "app"} <= imported
    assert not imported & HEAVY
    assert INTERPRETER not in modules
