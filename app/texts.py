"""Texts in the language in force, for code that is no widget (widgets have `self.tr`).

`lupdate`, which collects the texts for translators, knows both functions by their names.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """`text` in the language in force, or as it is where nobody has translated it."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """`text` as it is: marked for translators here, translated where it is shown."""
    return text
