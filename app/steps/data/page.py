"""The page of the step 'data'."""

from __future__ import annotations

from app.steps.page import StepPage


class DataPage(StepPage):
    """Pictures and what is found in them."""
