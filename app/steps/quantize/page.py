"""The page of the step 'quantize'."""

from __future__ import annotations

from app.steps.page import StepPage


class QuantizePage(StepPage):
    """Quantizing."""
