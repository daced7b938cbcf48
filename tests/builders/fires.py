"""SqueezeNets of fewer layers: what is done to a network layer by layer takes as long as there are layers."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.networks import architecture as architectures

FEW_FIRES, ALL_FIRES = (9,), tuple(range(2, 10))
"""The numbers of Fire modules, for `with_fires`. Each kind of layer is in `FEW_FIRES`."""
FIRST_FIRES = (2, 3)
"""Few that follow each other as in a whole network: the weights that a run starts from fit them."""
FEW_CONVOLUTIONS = 8
"""Convolutions of a SqueezeNet with two Fire modules; a whole one has 26."""
FOLDER = Path(__file__).with_name("few_fires")
VARIABLE = "FIRE_MODULES_OF_TESTS"
"""What `few_fires/sitecustomize.py` reads, and a worker that was forked."""


@contextlib.contextmanager
def with_fires(*numbers: int) -> Iterator[None]:
    """In the block SqueezeNets have the Fire modules of these `numbers` only, in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(architectures, "_FIRES", numbers)
        yield


@contextlib.contextmanager
def few_fires_everywhere() -> Iterator[None]:
    """In the block they have `FIRST_FIRES`, in this process and in all that it starts."""
    with with_fires(*FIRST_FIRES), pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(FOLDER), prepend=os.pathsep)
        patch.setenv(VARIABLE, " ".join(map(str, FIRST_FIRES)))
        yield
