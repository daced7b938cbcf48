"""The page of the step 'board'."""

from __future__ import annotations

from app.steps.page import StepPage


class BoardPage(StepPage):
    """Flashing, and what the board sees."""
