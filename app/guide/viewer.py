"""The guide's window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def open_guide(parent: QWidget, topic: str) -> None:
    """Open the guide at a topic."""
