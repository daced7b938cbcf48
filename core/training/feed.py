"""Pictures on their way into the network: order, augmentation, scaling.

Everything random derives from (seed, stage, epoch), and within an epoch from the number of the step, so an
epoch that is run again after a break gets the same batches.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.backend import tf

# A picture value p becomes p / 128 - 1: as int8 input of scale 1/128 and zero point 0 exactly p - 128.
INPUT_SCALE = 1.0 / 128.0
EVALUATION_BATCH = 256

_MAX_ROTATION = 0.1
_ZOOM = (0.75, 1.0)
_SHIFT = 0.08
_BRIGHTNESS = 0.15
_CONTRAST = (0.8, 1.25)
_SATURATION = (0.7, 1.3)


@dataclass(frozen=True)
class LabelledPictures:
    """Pictures uint8 (N, size, size, channels), in memory or mapped from disk, with labels int64 (N,)."""

    pictures: NDArray[np.uint8]
    labels: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True)
class TrainingData:
    """What a stage may learn from: one split to train on, one that guides choices. Never the test split."""

    training: LabelledPictures
    validation: LabelledPictures
    classes: int

    @property
    def image_size(self) -> int:
        return int(self.training.pictures.shape[1])

    @property
    def channels(self) -> int:
        return int(self.training.pictures.shape[3])


def epoch_seed(seed: int, stage: str, epoch: int) -> int:
    """The seed of an epoch, below 2**31: equal for equal (seed, stage, epoch), else unrelated."""
    mixed = np.random.SeedSequence([seed, zlib.crc32(stage.encode()), epoch])
    return int(mixed.generate_state(1)[0] >> 1)


def training_batches(data: LabelledPictures, batch_size: int, seed: int, *, augment: bool) -> tf.data.Dataset:
    """One epoch in an order drawn from `seed`.

    Yields (float32 (batch, size, size, channels) in -1..1, int64 (batch,)); a last partial batch is left
    out unless it is the only one.
    """
    order = np.random.default_rng(seed).permutation(len(data))
    batch_size = min(batch_size, len(data))

    def gathered(positions: NDArray[np.int64]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        return data.pictures[positions], data.labels[positions]

    def prepared(step: tf.Tensor, positions: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        pictures, labels = tf.numpy_function(gathered, [positions], (tf.uint8, tf.int64), stateful=False)
        pictures = tf.ensure_shape(pictures, (batch_size, *data.pictures.shape[1:]))
        values = tf.cast(pictures, tf.float32)
        if augment:
            values = augmented(values, tf.stack([tf.constant(seed, tf.int64), step]))
        return scaled(values), tf.ensure_shape(labels, (batch_size,))

    batches = tf.data.Dataset.from_tensor_slices(order).batch(batch_size, drop_remainder=True).enumerate()
    return batches.map(prepared, num_parallel_calls=2, deterministic=True).prefetch(3)


def scaled(values: tf.Tensor | NDArray[np.uint8]) -> tf.Tensor:
    """Picture values 0..255 as the float32 values that the network takes."""
    return tf.cast(values, tf.float32) * INPUT_SCALE - 1.0


def augmented(pictures: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
    """The batch, each picture mirrored, turned, moved, zoomed and tinted by chance.

    `pictures` is float32 (batch, size, size, channels) with values 0..255, and so is the result. `seed` is
    a pair of integers; the same pair gives the same pictures.
    """
    seeds = tf.unstack(tf.random.split(seed, num=2))
    return _recoloured(_moved(pictures, seeds[0]), seeds[1])


def _moved(pictures: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
    count, size = tf.shape(pictures)[0], tf.cast(tf.shape(pictures)[1], tf.float32)
    chance = tf.random.stateless_uniform((6, count), seed)
    mirror = tf.where(chance[0] < 0.5, -1.0, 1.0)
    angle = (chance[1] * 2 - 1) * _MAX_ROTATION
    zoom = tf.sqrt(_ZOOM[0] + chance[2] * (_ZOOM[1] - _ZOOM[0]))
    stretch = tf.exp((chance[3] * 2 - 1) * 0.15)
    zoom_x, zoom_y = zoom * stretch, zoom / stretch
    move_x, move_y = (chance[4] * 2 - 1) * _SHIFT * size, (chance[5] * 2 - 1) * _SHIFT * size
    cosine, sine = tf.cos(angle), tf.sin(angle)
    centre = (size - 1) / 2
    # Rows of the transform from output to input coordinates, about the centre.
    a, b = mirror * zoom_x * cosine, -zoom_x * sine
    c, d = mirror * zoom_y * sine, zoom_y * cosine
    zero = tf.zeros_like(a)
    transforms = tf.stack(
        [
            *(a, b, centre - a * centre - b * centre + move_x),
            *(c, d, centre - c * centre - d * centre + move_y),
            *(zero, zero),
        ],
        axis=1,
    )
    return tf.raw_ops.ImageProjectiveTransformV3(
        images=pictures,
        transforms=transforms,
        output_shape=tf.shape(pictures)[1:3],
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="REFLECT",
    )


def _recoloured(pictures: tf.Tensor, seed: tf.Tensor) -> tf.Tensor:
    chance = tf.random.stateless_uniform((3, tf.shape(pictures)[0], 1, 1, 1), seed)
    brightness = (chance[0] * 2 - 1) * _BRIGHTNESS * 255.0
    contrast = _CONTRAST[0] + chance[1] * (_CONTRAST[1] - _CONTRAST[0])
    mean = tf.reduce_mean(pictures, axis=(1, 2, 3), keepdims=True)
    changed = (pictures - mean) * contrast + mean + brightness
    if pictures.shape[-1] == 3:
        saturation = _SATURATION[0] + chance[2] * (_SATURATION[1] - _SATURATION[0])
        gray = tf.reduce_mean(changed, axis=-1, keepdims=True)
        changed = (changed - gray) * saturation + gray
    return tf.clip_by_value(changed, 0.0, 255.0)
