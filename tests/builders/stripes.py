"""Images so simple that a tiny network learns them in seconds: stripes, the class is their direction."""

from __future__ import annotations

import numpy as np

from core.training.feed import LabeledImages, TrainingData


def striped(count: int, size: int = 32, channels: int = 3, classes: int = 3, seed: int = 0) -> LabeledImages:
    """`count` images with noise; the classes take turns."""
    chance = np.random.default_rng(seed)
    labels = np.arange(count, dtype=np.int64) % classes
    angle = labels * np.pi / classes + chance.normal(0, 0.1, count)
    y, x = np.mgrid[0:size, 0:size]
    along = np.cos(angle)[:, None, None] * x + np.sin(angle)[:, None, None] * y
    phase = chance.uniform(0, 2 * np.pi, count)[:, None, None]
    gray = 128 + 80 * np.sin(along * 0.9 + phase) + chance.normal(0, 20, (count, size, size))
    color = gray[..., None] * chance.uniform(0.6, 1.0, (count, 1, 1, channels))
    return LabeledImages(np.clip(color, 0, 255).astype(np.uint8), labels)


def striped_data(training: int = 96, validation: int = 24, channels: int = 3) -> TrainingData:
    """Two splits of striped images, three classes."""
    return TrainingData(
        striped(training, channels=channels, seed=1), striped(validation, channels=channels, seed=2), 3
    )
