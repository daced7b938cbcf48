"""The training of a starting network, epoch by epoch."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.datasets.store import LoadedSplit
from core.events import EpochDone
from core.networks.architecture import Architecture, NetworkShape, architecture
from core.networks.starting import StartingConvolution
from core.runs.data import RunData
from core.settings import NetworkSettings
from core.task import Task
from core.training.checkpoint import Checkpoint, EpochRecord, TrainingState
from core.training.feed import (
    EVALUATION_BATCH,
    LabeledImages,
    epoch_seed,
    scaled,
    training_batches,
)
from core.training.schedule import learning_rate_at
from tools.pretrain.slimmable import Features, SlimmableNetwork, Statistics
from tools.pretrain.teachers import Teacher

BATCH = 128
REMOVED = (0.2, 0.4, 0.6)
"""Fractions of filters that the narrower networks lack."""
EARLY_FRACTION = 0.75
"""In this fraction of the epochs, the first, images are smaller by a fourth: training is faster."""
_LABELS, _ANSWERS, _FEATURES, _NARROW = 0.4, 2.0, 2.0, 0.5
"""What each part of the loss counts for."""
_TEMPERATURE = 2.0
_LABEL_SMOOTHING = 0.1
_MOMENTUM = 0.9
_WEIGHT_DECAY = 5e-5
_STATISTICS_BATCHES = 24

_Step = Callable[[tf.Tensor, tf.Tensor, list[tf.Tensor]], tuple[tf.Tensor, tf.Tensor]]


@dataclass
class Pretraining:
    """The state of one training; `teachers` have a row for each image of `data.train`.

    With `start`, the convolutions of an earlier starting network, training goes on from its weights.
    """

    data: RunData
    teachers: tuple[Teacher, ...]
    network_settings: NetworkSettings
    epochs: int
    learning_rate: float
    seed: int
    checkpoint: Checkpoint
    task: Task
    start: Mapping[str, StartingConvolution] | None = None
    network: SlimmableNetwork = field(init=False)
    history: tuple[EpochRecord, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        heads = {"labels": len(self.data.classes)}
        for number, teacher in enumerate(self.teachers):
            heads[f"features{number}"] = teacher.features.shape[1]
            if teacher.answers is not None:
                heads[f"answers{number}"] = len(teacher.answers[1])
        self.network = SlimmableNetwork(self._drawn(0.0), heads, self.seed)
        if self.start is not None:
            self.network.start_from(self.start)
        self._momenta = [tf.Variable(tf.zeros_like(v), trainable=False) for v in self.network.variables]
        self._rate = tf.Variable(0.0, trainable=False)
        self._spreads = [teacher.spread for teacher in self.teachers]
        narrow = [self._drawn(removed) for removed in REMOVED]
        # Every second step, on average, trains the whole network alone.
        self._steps = [tf.function(self._step(one), autograph=False) for one in (*narrow, None, None, None)]

    def run(self) -> Statistics:
        """Train to the end, from where `checkpoint` is; what normalizes the whole network.

        Reports EpochDone and progress. Raises `Cancelled`; the epochs before stay in the checkpoint.
        """
        self._restore()
        steps = self._steps_per_epoch
        meter = self.task.progress(self.epochs * steps, "steps")
        meter.skip(len(self.history) * steps)
        for epoch in range(len(self.history) + 1, self.epochs + 1):
            self._run_epoch(epoch, meter.advance)
        return self.statistics()

    def statistics(self) -> Statistics:
        """Mean and variance of what each convolution puts out, over images as training shows them."""
        images = LabeledImages(self.data.train.images, self.data.train.labels)
        seed = epoch_seed(self.seed, "statistics", 0)
        batches = training_batches(images, 2 * BATCH, seed, augment=True).take(_STATISTICS_BATCHES)
        compute = tf.function(lambda batch: self.network.features(batch).statistics, autograph=False)
        found: dict[str, list[tf.Tensor]] = {}
        for batch, _ in batches:
            for name, parts in compute(batch).items():
                found.setdefault(name, []).append(tf.stack(parts))
        return {name: tuple(tf.reduce_mean(tf.stack(parts), axis=0)) for name, parts in found.items()}

    def accuracy(self, split: LoadedSplit, statistics: Statistics) -> float:
        """The fraction of a split's images whose label the whole network puts first."""

        def answered(batch: tf.Tensor) -> tf.Tensor:
            return self.network.read("labels", self.network.features(batch, statistics=statistics))

        infer = tf.function(answered, autograph=False, reduce_retracing=True)
        found = [
            infer(scaled(split.images[at : at + EVALUATION_BATCH])).numpy().argmax(axis=-1)
            for at in range(0, len(split), EVALUATION_BATCH)
        ]
        return float(np.mean(np.concatenate(found) == split.labels))

    @property
    def _steps_per_epoch(self) -> int:
        return len(self.data.train) // min(BATCH, len(self.data.train))

    def _drawn(self, removed: float) -> Architecture:
        side, channels = self.data.train.images.shape[2:]
        shape = NetworkShape(self.network_settings, side, channels, len(self.data.classes), removed)
        return architecture(shape)

    def _restore(self) -> None:
        state = self.checkpoint.load()
        if state is None:
            return
        for variables, values in (
            (self.network.variables, state.weights),
            (self._momenta, state.optimizer),
        ):
            for variable, value in zip(variables, values, strict=True):
                variable.assign(value)
        self.history = state.history[: self.epochs]

    def _run_epoch(self, epoch: int, advance: Callable[[], None]) -> None:
        started = time.monotonic()
        losses, hits = self._train_epoch(epoch, advance)
        record = EpochRecord(
            epoch=epoch,
            loss=float(np.mean(losses)),
            accuracy=float(np.mean(hits)),
            validation_loss=0.0,
            validation_accuracy=self.accuracy(self.data.validation, self.statistics()),
            learning_rate=float(self._rate.numpy()),
            sparsity=0.0,
            seconds=time.monotonic() - started,
        )
        self.history += (record,)
        weights = [variable.numpy() for variable in self.network.variables]
        momenta = [variable.numpy() for variable in self._momenta]
        self.checkpoint.save(TrainingState(weights, momenta, self.history))
        self.task.report(
            EpochDone(
                stage="train",
                epoch=epoch,
                epochs=self.epochs,
                loss=record.loss,
                accuracy=record.accuracy,
                validation_loss=record.validation_loss,
                validation_accuracy=record.validation_accuracy,
                learning_rate=record.learning_rate,
            )
        )

    def _train_epoch(self, epoch: int, advance: Callable[[], None]) -> tuple[list[float], list[float]]:
        train = self.data.train
        # The feed hands on the labels that it is given: here the number of each image.
        numbered = LabeledImages(train.images, np.arange(len(train), dtype=np.int64))
        seed, steps = epoch_seed(self.seed, "pretrain", epoch), self._steps_per_epoch
        chosen = np.random.default_rng(seed).integers(len(self._steps), size=steps)
        side = train.images.shape[1]
        if epoch <= EARLY_FRACTION * self.epochs:
            side = side * 3 // 4
        losses, hits = [], []
        batches = training_batches(numbered, min(BATCH, len(train)), seed, augment=True)
        for step, (images, numbers) in enumerate(batches):
            self.task.check_cancelled()
            overall = (epoch - 1) * steps + step
            self._rate.assign(learning_rate_at(overall, self.epochs * steps, self.learning_rate))
            rows = numbers.numpy()
            if side != train.images.shape[1]:
                images = tf.image.resize(images, (side, side), antialias=True)
            loss, hit = self._steps[chosen[step]](images, tf.constant(train.labels[rows]), self._taught(rows))
            losses.append(float(loss))
            hits.append(float(hit))
            advance()
        return losses, hits

    def _taught(self, rows: NDArray[np.int64]) -> list[tf.Tensor]:
        return [tf.constant(teacher.features[rows], tf.float32) for teacher in self.teachers]

    def _step(self, narrow: Architecture | None) -> _Step:
        variables = self.network.variables
        decayed = {kernel.ref() for kernel in self.network.kernels}

        def step(
            images: tf.Tensor, labels: tf.Tensor, taught: list[tf.Tensor]
        ) -> tuple[tf.Tensor, tf.Tensor]:
            with tf.GradientTape() as tape:
                features = self.network.features(images)
                loss = self._loss(features, labels, taught)
                if narrow is not None:
                    loss += _NARROW * self._loss(self.network.features(images, narrow), labels, taught)
            gradients = tape.gradient(loss, variables)
            for variable, given, momentum in zip(variables, gradients, self._momenta, strict=True):
                gradient = tf.convert_to_tensor(given)
                if variable.ref() in decayed:
                    gradient += _WEIGHT_DECAY * variable
                momentum.assign(_MOMENTUM * momentum + gradient)
                variable.assign_sub(self._rate * (gradient + _MOMENTUM * momentum))
            found = tf.argmax(self.network.read("labels", features), axis=-1)
            return loss, tf.reduce_mean(tf.cast(found == labels, tf.float32))

        return step

    def _loss(self, features: Features, labels: tf.Tensor, taught: list[tf.Tensor]) -> tf.Tensor:
        wanted = tf.one_hot(labels, len(self.data.classes))
        logits = self.network.read("labels", features)
        crossed = keras.losses.categorical_crossentropy(
            wanted, logits, from_logits=True, label_smoothing=_LABEL_SMOOTHING
        )
        loss = _LABELS * tf.reduce_mean(crossed)
        for number, (teacher, rows) in enumerate(zip(self.teachers, taught, strict=True)):
            loss += _FEATURES * self._distance(number, features, rows)
            if teacher.answers is not None:
                kernel, bias = teacher.answers
                answers = self.network.read(f"answers{number}", features)
                loss += _ANSWERS * _divergence(rows @ kernel + bias, answers)
        return loss

    def _distance(self, number: int, features: Features, rows: tf.Tensor) -> tf.Tensor:
        """One minus the cosine between a teacher's features, each of unit variance, and what is learned."""
        mean, deviation = self._spreads[number]
        given = tf.nn.l2_normalize((rows - mean) / deviation, axis=-1)
        learned = tf.nn.l2_normalize(self.network.read(f"features{number}", features), axis=-1)
        return 1.0 - tf.reduce_mean(tf.reduce_sum(given * learned, axis=-1))


def _divergence(taught: tf.Tensor, learned: tf.Tensor) -> tf.Tensor:
    """The Kullback-Leibler divergence of answers (N, answers), both made softer."""
    wanted, given = tf.nn.log_softmax(taught / _TEMPERATURE), tf.nn.log_softmax(learned / _TEMPERATURE)
    return tf.reduce_mean(tf.reduce_sum(tf.exp(wanted) * (wanted - given), axis=-1))
