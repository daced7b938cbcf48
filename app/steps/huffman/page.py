"""The page of the step 'huffman'."""

from __future__ import annotations

from app.steps.page import StepPage


class HuffmanPage(StepPage):
    """Huffman coding."""
