"""Many pictures of all classes at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.datasets.scenes.composition import SCENE_CLASSES, draw_scene
from core.task import Task


def draw_scenes(
    count_per_class: int, size: int, seed: int, task: Task
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """`count_per_class` pictures of every class and their labels, the classes taking turns.

    Pictures are (N, size, size, 3), labels (N,) are places in `SCENE_CLASSES`. The first pictures of a seed
    are the same however many are asked for, and no two seeds share a picture. Raises `Cancelled`.
    """
    classes = len(SCENE_CLASSES)
    total = count_per_class * classes
    pictures = np.empty((total, size, size, 3), dtype=np.uint8)
    labels = np.arange(total, dtype=np.int64) % classes
    for place in task.track(range(total), total, "pictures"):
        pictures[place] = draw_numbered(SCENE_CLASSES[place % classes], place // classes, size, seed)
    return pictures, labels


def draw_numbered(scene: str, number: int, size: int, seed: int) -> NDArray[np.uint8]:
    """The picture with this number, from 0, of the class `scene` among those that `draw_scenes` draws."""
    return draw_scene(scene, (seed << 32) + number, size)
