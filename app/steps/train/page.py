"""The page of the step 'train'."""

from __future__ import annotations

from app.steps.page import StepPage


class TrainPage(StepPage):
    """Training."""
