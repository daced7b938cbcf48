"""Images on their way into the network: order, augmentation, scaling.

Everything random derives from (seed, stage, epoch), and within an epoch from the number of the step, so an
epoch that is run again after a break gets the same batches.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.backend import tf
from core.datasets.augmentation import draw_variations

# An image value p becomes p / 128 - 1: as int8 input of scale 1/128 and zero point 0 exactly p - 128.
INPUT_SCALE = 1.0 / 128.0
EVALUATION_BATCH = 256
_EVALUATION_SIDE = 96
_INSPECTION_FRACTION = 4
_STEP_PIXELS = 64 * 160**2
"""Pixels that a training step looks at together: above, it takes its batch in parts."""


@dataclass(frozen=True)
class LabeledImages:
    """Images uint8 (N, size, size, channels), in memory or mapped from disk, with labels int64 (N,).

    `groups` int64 (N,) are numbers that near copies share; None where nothing is known of any.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    groups: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.labels)

    def sample(self, count: int) -> NDArray[np.uint8]:
        """`count` images (or all there are) spread evenly over them."""
        spread = np.linspace(0, len(self) - 1, min(count, len(self))).astype(np.int64)
        images: NDArray[np.uint8] = self.images[spread]
        return images


@dataclass(frozen=True)
class TrainingData:
    """What a stage may learn from: one split to train on, one that guides choices. Never the test split."""

    training: LabeledImages
    validation: LabeledImages
    classes: int

    @property
    def image_size(self) -> int:
        return int(self.training.images.shape[1])

    @property
    def channels(self) -> int:
        return int(self.training.images.shape[3])


def evaluation_batch(side: int) -> int:
    """How many images of this side go through a network at a time: fewer of large ones, for memory's sake."""
    return max(1, min(EVALUATION_BATCH, EVALUATION_BATCH * _EVALUATION_SIDE**2 // side**2))


def step_parts(batch_size: int, side: int) -> int:
    """In how many parts, one after the other, a training step takes its batch of images of this side.

    What all layers put out is kept until a part's gradients are known. Parts are of one size, as nearly as
    the batch allows.
    """
    return min(batch_size, -(-batch_size * side**2 // _STEP_PIXELS))


def inspection_batches(images: NDArray[np.uint8]) -> Iterator[tf.Tensor]:
    """The images, scaled, in batches so small that what every layer puts out can be kept at a time."""
    size = max(1, evaluation_batch(images.shape[1]) // _INSPECTION_FRACTION)
    for start in range(0, len(images), size):
        yield scaled(images[start : start + size])


def epoch_seed(seed: int, stage: str, epoch: int) -> int:
    """The seed of an epoch, below 2**31: equal for equal (seed, stage, epoch), else unrelated."""
    mixed = np.random.SeedSequence([seed, zlib.crc32(stage.encode()), epoch])
    return int(mixed.generate_state(1)[0] >> 1)


def training_batches(
    data: LabeledImages, batch_size: int, seed: int, *, augment: bool, part: range | None = None
) -> tf.data.Dataset:
    """One pass through the images in an order drawn from `seed`, or a `part` of its batches.

    Yields (float32 (batch, size, size, channels) in -1..1, int64 (batch,)); a last partial batch is left
    out unless it is the only one.
    """
    order = np.random.default_rng(seed).permutation(len(data))
    batch_size = min(batch_size, len(data))

    def gathered(
        step: NDArray[np.int64], positions: NDArray[np.int64]
    ) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
        chosen = draw_variations(len(positions), data.images.shape[1], [seed, int(step)])
        return data.images[positions], data.labels[positions], chosen.transforms, chosen.tints

    def prepared(step: tf.Tensor, positions: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        images, labels, transforms, tints = tf.numpy_function(
            gathered, [step, positions], (tf.uint8, tf.int64, tf.float32, tf.float32), stateful=False
        )
        images = tf.ensure_shape(images, (batch_size, *data.images.shape[1:]))
        values = tf.cast(images, tf.float32)
        if augment:
            values = augmented(values, transforms, tints)
        return scaled(values), tf.ensure_shape(labels, (batch_size,))

    batches = tf.data.Dataset.from_tensor_slices(order).batch(batch_size, drop_remainder=True).enumerate()
    if part is not None:
        batches = batches.skip(part.start).take(len(part))
    # Nothing in it branches on a tensor: to have AutoGraph rewrite it takes seconds.
    preparing = tf.autograph.experimental.do_not_convert(prepared)
    prefetched = batches.map(preparing, num_parallel_calls=2, deterministic=True).prefetch(3)
    return prefetched.with_options(_untuned())


def _untuned() -> tf.data.Options:
    """Nothing here is left to tune, and with the tuner on, many epochs end late: after 20.5 or 41 s.

    See docs/experiments.md.
    """
    options = tf.data.Options()
    options.autotune.enabled = False
    return options


def scaled(values: tf.Tensor | NDArray[np.uint8]) -> tf.Tensor:
    """Image values 0..255 as the float32 values that the network takes."""
    return tf.cast(values, tf.float32) * INPUT_SCALE - 1.0


def augmented(images: tf.Tensor, transforms: tf.Tensor, tints: tf.Tensor) -> tf.Tensor:
    """The batch float32 (batch, size, size, channels) with values 0..255, each image in its variation.

    `transforms` and `tints` are those of a `core.datasets.augmentation.Variations`.
    """
    moved = tf.raw_ops.ImageProjectiveTransformV3(
        images=images,
        transforms=transforms,
        output_shape=tf.shape(images)[1:3],
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="REFLECT",
    )
    return _recolored(moved, tf.reshape(tf.transpose(tints), (3, -1, 1, 1, 1)))


def _recolored(images: tf.Tensor, tints: tf.Tensor) -> tf.Tensor:
    brightness, contrast, saturation = tints[0], tints[1], tints[2]
    mean = tf.reduce_mean(images, axis=(1, 2, 3), keepdims=True)
    changed = (images - mean) * contrast + mean + brightness
    if images.shape[-1] == 3:
        gray = tf.reduce_mean(changed, axis=-1, keepdims=True)
        changed = (changed - gray) * saturation + gray
    return tf.clip_by_value(changed, 0.0, 255.0)
