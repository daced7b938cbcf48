"""The Qt application: its font, its language and its memory."""

from __future__ import annotations

import ctypes
import gc
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from app.theme.tokens import Type
from core.paths import resources_folder

LANGUAGES = {"en": "English", "de": "Deutsch", "ko": "한국어"}
_RESOURCES = resources_folder()
_M_ARENA_MAX = -8
"""Of malloc.h."""
_COLLECTIONS_A_SECOND = 2
_ICON = _RESOURCES / "squeeze-studio.svg"
_TRANSLATIONS = _RESOURCES / "translations"


def prepare(application: QApplication) -> None:
    """Give the application its name for people, its icon, its font, one heap, and an ear for Ctrl-C.

    Python's garbage collector runs in the calling thread only, from now on.
    """
    _share_one_heap()
    if application.findChild(_GarbageCollector) is None:
        _GarbageCollector(application)
    application.setWindowIcon(QIcon(str(_ICON)))
    application.setApplicationDisplayName("Squeeze Studio")
    font = QFont(application.font())
    font.setPixelSize(int(Type.BODY))
    application.setFont(font)
    if sys.platform != "win32":
        # Ctrl-C in the terminal that started the program ends it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)


class _GarbageCollector(QTimer):
    """Collects Python's reference cycles in the thread of the window.

    Python collects in the thread that happens to allocate. When that is another one, a QObject in a cycle is
    destroyed outside of the thread in which it lives, and Qt crashes, then or later. pyqtgraph has a class
    for this, too; importing it takes as long as opening the window.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self.timeout.connect(self._collect)
        self.start(1000 // _COLLECTIONS_A_SECOND)

    @staticmethod
    def _collect() -> None:
        """Collect the oldest generation that is due, which includes the younger ones, as Python does."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if all(due[: generation + 1]):
                gc.collect(generation)
                return


def _share_one_heap() -> None:
    """Have all threads allocate from one heap.

    The GNU C library gives each of several threads a heap of its own, up to eight for a processor. Each keeps
    the megabytes that its threads once needed, so that the memory of the window grows by that with every
    thread more that happens to be at work at the same time.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_ARENA_MAX, 1)


def language_in_force(chosen: str) -> str:
    """A language code that there are texts for: the chosen one, the system's, or English."""
    code = QLocale.system().name()[:2] if chosen == "system" else chosen
    return code if code in LANGUAGES else "en"


def set_language(application: QApplication, chosen: str) -> str:
    """Take the texts and the numbers of a language from now on; the language that came of it.

    Widgets that are there already keep their texts.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    language = language_in_force(chosen)
    QLocale.setDefault(_locale(language))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # English has a file, too: it says "1 class" and "2 classes".
    for texts in (qt / f"qtbase_{language}.qm", _TRANSLATIONS / f"squeeze-studio_{language}.qm"):
        translator = QTranslator(application)
        if translator.load(str(texts)):
            application.installTranslator(translator)
    return language


def _locale(language: str) -> QLocale:
    """The system's way to write numbers and dates if it is in that language, else the language's own."""
    system = QLocale.system()
    return system if system.name()[:2] == language else QLocale(language)
