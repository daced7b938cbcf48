"""Models that take a while to make, made once for all tests that only read them."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def squeezenet_file() -> bytes:
    """SqueezeNet 1.1 for 96x96 pictures and six classes, int8, with 4-bit codes of which 85 % are zero."""
    from tests.builders.converted import converted_squeezenet

    return converted_squeezenet()


@pytest.fixture(scope="session")
def mixture_file() -> bytes:
    """A small converted network with a depthwise convolution, an addition and dense layers."""
    from tests.builders.converted import converted_mixture

    return converted_mixture()
