"""Tests that run models in TFLM need its wheel, which there is for Linux only."""

from __future__ import annotations

import pytest

from core.tflite.tflm import tflm_available

needs_tflm = pytest.mark.skipif(not tflm_available(), reason="there is no tflite-micro for this system")
