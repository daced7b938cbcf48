"""Opens a run in the window and shows every page: `python -m tests.ui.visiting RUN`.

What is printed are the names of all modules that the process has then imported, one a line.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from app.guide import open_guide
from app.preferences import Preferences
from app.program import Program, the_application
from app.step import PageName
from core.settings import STAGES

_PAGES: tuple[PageName, ...] = ("start", "data", *STAGES, "board")
_MILLISECONDS = 300


def main(run: Path) -> int:
    """Look at everything there is of a run."""
    with tempfile.TemporaryDirectory() as folder:
        application = the_application([])
        settings = QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat)
        program = Program(application, Preferences(settings))
        while not program.is_started:
            QTest.qWait(_MILLISECONDS)
        program.window.workspace.session.open(run)
        for page in _PAGES:
            program.window.workspace.show_page(page)
            QTest.qWait(_MILLISECONDS)
        open_guide(program.window, "errors", "en")
        QTest.qWait(_MILLISECONDS)
        sys.stdout.write("\n".join(sys.modules))
        program.leave()
        program.window.discard()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
