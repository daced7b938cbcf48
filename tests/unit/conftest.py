"""Models that take a while to make, made once for all tests that only read them."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program remembers of images and speeds goes to a folder of the tests."""
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def squeezenet_file() -> bytes:
    """SqueezeNet 1.1 for 96x96 images and six classes, int8, with 4-bit codes of which 85 % are zero."""
    from tests.builders.converted import converted_squeezenet

    return converted_squeezenet()


@pytest.fixture(scope="session")
def mixture_file() -> bytes:
    """A small converted network with a depthwise convolution, an addition and dense layers."""
    from tests.builders.converted import converted_mixture

    return converted_mixture()
