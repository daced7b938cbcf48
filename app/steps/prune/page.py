"""The page of the step 'prune'."""

from __future__ import annotations

from app.steps.page import StepPage


class PrunePage(StepPage):
    """Pruning."""
