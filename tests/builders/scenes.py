"""Sample scenes as arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.sample_scenes import SCENE_CLASSES, draw_numbered


def drawn_scenes(count: int, size: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """`count` scenes of every class (N, size, size, 3) and their labels (N,), the classes taking turns."""
    labels = np.arange(count * len(SCENE_CLASSES)) % len(SCENE_CLASSES)
    scenes = [draw_numbered(name, number, size, seed) for number in range(count) for name in SCENE_CLASSES]
    return np.stack(scenes), labels
