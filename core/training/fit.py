"""Training a network for a number of epochs or steps, so that it can be stopped and continued anywhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, starmap

import numpy as np
from numpy.typing import NDArray

from core.backend import keras, tf
from core.errors import RunError
from core.events import EpochDone, StepDone
from core.networks.running import answers
from core.settings import ClassWeighting
from core.task import ProgressMeter, Task
from core.training.checkpoint import Arrays, Checkpoint, EpochRecord, TrainingState, using
from core.training.class_weights import class_weights
from core.training.feed import (
    LabeledImages,
    epoch_seed,
    evaluation_batch,
    scaled,
    step_parts,
    training_batches,
)
from core.training.optimizer import JoinedAdamW
from core.training.schedule import Schedule

_STEP_REPORT_INTERVAL = 0.1

_TrainingStep = Callable[[tf.Tensor, tf.Tensor], tuple[tf.Tensor, tf.Tensor]]


@dataclass(frozen=True)
class FitPlan:
    """How one stage trains.

    The learning rate rises linearly over the first twentieth of the steps and then falls to zero on a
    cosine. What counts is what the last epoch leaves: before, weights are as restless as the rate is high,
    and the loss on the validation images says little of how many are right (docs/experiments.md). The loss
    of training, and no other, counts each class as `class_weights` says. In the first `head_epochs` only the
    last layer that has weights learns, and the learning rate goes through its rise and fall; then both begin
    anew with all of them. With `keeps_normalization`, batch normalization trains with the statistics that it
    has, and they stay. At the end, all weights are averaged with those before the first epoch, which count
    for `start_share` (WiSE-FT: Wortsman et al., "Robust fine-tuning of zero-shot models", arXiv:2109.01903).

    `steps`, where given, is how long training takes, instead of `epochs`; `head_epochs` are the same share of
    it as they are of `epochs`. What is validated and told as an
    epoch is a pass through the images, or `validation_steps`. Beside the end of each epoch, a checkpoint is
    written every `checkpoint_steps`. A StepDone is reported every `summary_steps`, or ten times a second.
    """

    stage: str
    epochs: int
    batch_size: int
    learning_rate: float
    seed: int
    augment: bool
    weight_decay: float = 0.0
    label_smoothing: float = 0.0
    class_weights: ClassWeighting = "auto"
    head_epochs: int = 0
    keeps_normalization: bool = False
    start_share: float = 0.0
    steps: int | None = None
    validation_steps: int | None = None
    checkpoint_steps: int | None = None
    summary_steps: int | None = None

    def schedule(self, per_pass: int) -> Schedule:
        """The steps, where a pass through the images takes `per_pass` of them."""
        total = self.steps or self.epochs * per_pass
        head = self.head_epochs * per_pass
        if self.steps:
            # As many passes could be all the steps that there are, and leave one for all other layers.
            head = min(round(total * self.head_epochs / self.epochs), total - 1)
        return Schedule(per_pass, total, self.validation_steps or per_pass, head, self.learning_rate)


@dataclass(frozen=True)
class Teacher:
    """A network whose answers are learned beside the labels (Hinton et al., arXiv:1503.02531).

    `share`, between 0 and 1, is what its answers count for against the labels. Both answers are made softer
    by `temperature` before they are compared.
    """

    network: keras.Model
    share: float
    temperature: float = 2.0

    def loss(self, images: tf.Tensor, probabilities: tf.Tensor) -> tf.Tensor:
        """How far `probabilities` (N, classes) are from the teacher's for the same images, a scalar."""
        taught = self._softened(answers(self.network, images))
        learned = self._softened(probabilities)
        divergence = tf.reduce_mean(keras.losses.kl_divergence(tf.stop_gradient(taught), learned))
        return divergence * self.temperature**2

    def _softened(self, probabilities: tf.Tensor) -> tf.Tensor:
        logs = tf.math.log(tf.maximum(probabilities, keras.backend.epsilon()))
        return tf.nn.softmax(logs / self.temperature)


@dataclass(frozen=True)
class Fitted:
    """What training came to, epoch by epoch; the model holds the weights of the last."""

    history: tuple[EpochRecord, ...]

    @property
    def validation_accuracy(self) -> float:
        """The share of validation images that the network gets right now, between 0 and 1."""
        return self.history[-1].validation_accuracy


@dataclass(frozen=True)
class Hooks:
    """What a stage does at the end of each epoch, before it is validated, and the share of zeros then."""

    after_epoch: Callable[[], None] = lambda: None
    sparsity: Callable[[], float] = lambda: 0.0


def fit(
    model: keras.Model,
    plan: FitPlan,
    training: LabeledImages,
    validation: LabeledImages,
    checkpoint: Checkpoint,
    task: Task,
    hooks: Hooks = Hooks(),
    teacher: Teacher | None = None,
) -> Fitted:
    """Train `model` by `plan`, going on from `checkpoint` where it holds epochs, and keep the weights there.

    Reports StepDone, EpochDone and progress. Raises `Cancelled` between two steps when asked to stop, and
    training-diverged when the loss is no number; the epochs before stay in the checkpoint either way. Raises
    `UnusableCheckpoint` for one of another network.
    """
    return _Fit(model, plan, training, validation, checkpoint, task, hooks, teacher).run()


def predictions(model: keras.Model, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Class probabilities float32 (N, classes) for images uint8 (N, size, size, channels)."""
    return inference(model)(images)


def inference(model: keras.Model) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
    """What `predictions` does with a model, to be called as often as one likes: it is traced once."""
    images = tf.TensorSpec((None, *model.input_shape[1:]), tf.float32)
    infer = tf.function(lambda batch: answers(model, batch), input_signature=[images], autograph=False)
    size = evaluation_batch(model.input_shape[1])
    return lambda images: np.concatenate(
        [infer(scaled(images[start : start + size])).numpy() for start in range(0, len(images), size)]
    )


class _Fit:
    """The state of one call of `fit`."""

    def __init__(
        self,
        model: keras.Model,
        plan: FitPlan,
        training: LabeledImages,
        validation: LabeledImages,
        checkpoint: Checkpoint,
        task: Task,
        hooks: Hooks,
        teacher: Teacher | None,
    ) -> None:
        self._model = model
        self._plan = plan
        self._training = training
        self._validation = validation
        self._checkpoint = checkpoint
        self._task = task
        self._hooks = hooks
        self._teacher = teacher
        self._batch_size = min(plan.batch_size, len(training))
        self._schedule = plan.schedule(len(training) // self._batch_size)
        self._classes = model.output_shape[-1]
        head = _head_variables(model)
        heads = {id(variable) for variable in head}
        body = [variable for variable in model.trainable_variables if id(variable) not in heads]
        groups = [group for group in (body, head) if group]
        self._optimizer = JoinedAdamW(groups, plan.learning_rate, plan.weight_decay)
        self._loss = keras.losses.CategoricalCrossentropy(label_smoothing=plan.label_smoothing)
        self._class_weights = class_weights(training.labels, self._classes, plan.class_weights)
        self._history: tuple[EpochRecord, ...] = ()
        self._losses: list[float] = []
        self._accuracies: list[float] = []
        self._start: Arrays = [v.numpy() for v in model.weights] if plan.start_share else []
        self._train_step = self._training_step(range(len(groups)), training=not plan.keeps_normalization)
        # As it answers in use: what the last layer learns from does not change.
        self._head_step = self._training_step(range(len(groups) - 1, len(groups)), training=False)
        self._test_step = tf.function(self._traced_test_step, reduce_retracing=True, autograph=False)

    def run(self) -> Fitted:
        self._restore()
        first, schedule = len(self._history) + 1, self._schedule
        meter = self._task.progress(schedule.total, "steps")
        meter.skip(min(schedule.steps_of(first).start, schedule.total) + len(self._losses))
        self._task.status("Training on the images")
        for epoch in range(first, schedule.epochs + 1):
            with self._task.span("epoch", epoch=epoch):
                self._run_epoch(epoch, meter)
        self._checkpoint.save_trained([variable.numpy() for variable in self._model.weights])
        return Fitted(self._history)

    def _restore(self) -> None:
        state = self._checkpoint.load()
        if state is None:
            return
        with using(self._checkpoint.last):
            for variable, value in zip(self._model.weights, state.weights, strict=True):
                variable.assign(value)
            for variable, value in zip(self._optimizer.state, state.optimizer, strict=True):
                variable.assign(value)
            if [value.shape for value in state.start] not in ([], [w.shape for w in self._model.weights]):
                raise ValueError("the weights before its first epoch are of another network")
        # None in what a version without averages began: it ends as it would have there.
        self._start = state.start
        self._history = state.history[: self._schedule.epochs]
        if state.part and len(self._history) < self._schedule.epochs:
            self._losses, self._accuracies = (values.tolist() for values in state.part)

    def _run_epoch(self, epoch: int, meter: ProgressMeter) -> None:
        started = time.monotonic()
        self._train_epoch(epoch, meter)
        losses, accuracies = self._losses, self._accuracies
        _require_numbers(losses, epoch)
        self._hooks.after_epoch()
        if epoch == self._schedule.epochs:
            self._average_with_start()
        with self._task.span("validate"):
            validation_loss, validation_accuracy = self._validate()
        _require_numbers([validation_loss], epoch)
        record = EpochRecord(
            epoch=epoch,
            loss=float(np.mean(losses)),
            accuracy=float(np.mean(accuracies)),
            validation_loss=validation_loss,
            validation_accuracy=validation_accuracy,
            learning_rate=float(self._optimizer.learning_rate.numpy()),
            sparsity=self._hooks.sparsity(),
            seconds=time.monotonic() - started,
        )
        self._history += (record,)
        self._losses, self._accuracies = [], []
        self._save(self._schedule.steps_of(epoch).stop)
        self._report(record)

    def _save(self, step: int) -> None:
        """Write a checkpoint after so many steps."""
        with self._task.span("checkpoint"):
            state = TrainingState(
                [variable.numpy() for variable in self._model.weights],
                [variable.numpy() for variable in self._optimizer.state],
                self._history,
                self._start,
                [np.array(self._losses), np.array(self._accuracies)] if self._losses else [],
            )
            self._checkpoint.save(state, step)

    def _average_with_start(self) -> None:
        share = self._plan.start_share
        for variable, value in zip(self._model.weights, self._start, strict=False):
            variable.assign(share * value.astype(np.float32) + (1.0 - share) * variable)

    def _batches(self, steps: range) -> Iterator[tuple[tf.Tensor, tf.Tensor]]:
        """The batches of some steps, which may be of several passes through the images."""
        plan, per_pass = self._plan, self._schedule.per_pass
        for number in range(steps.start // per_pass, -(-steps.stop // per_pass)):
            seed = epoch_seed(plan.seed, plan.stage, number + 1)
            part = range(
                max(steps.start - number * per_pass, 0), min(steps.stop - number * per_pass, per_pass)
            )
            yield from training_batches(
                self._training, self._batch_size, seed, augment=plan.augment, part=part
            )

    def _train_epoch(self, epoch: int, meter: ProgressMeter) -> None:
        """Take the steps of an epoch that are not taken yet, and note their losses and accuracies."""
        plan, schedule, losses = self._plan, self._schedule, self._losses
        steps = schedule.steps_of(epoch)
        ahead = steps[len(losses) :]
        reported = 0.0
        for step, (images, labels) in zip(
            ahead, self._task.steps(plan.stage, self._batches(ahead)), strict=True
        ):
            self._task.check_cancelled()
            self._optimizer.learning_rate.assign(schedule.learning_rate(step))
            take_step = self._head_step if step < schedule.head else self._train_step
            with self._task.span("compute"):
                loss, accuracy = (float(value) for value in take_step(images, labels))
            losses.append(loss)
            self._accuracies.append(accuracy)
            meter.advance()
            if self._is_told(step, reported):
                reported = time.monotonic()
                self._task.report(
                    StepDone(
                        stage=plan.stage,
                        epoch=epoch,
                        step=len(losses),
                        steps=len(steps),
                        loss=loss,
                        accuracy=accuracy,
                        learning_rate=schedule.learning_rate(step),
                    )
                )
            if plan.checkpoint_steps and (step + 1) % plan.checkpoint_steps == 0 and step != steps[-1]:
                _require_numbers(losses, epoch)
                self._save(step + 1)

    def _is_told(self, step: int, reported: float) -> bool:
        """Whether a step is reported, the last of which was at the time `reported`."""
        if (every := self._plan.summary_steps) is not None:
            return (step + 1) % every == 0
        return time.monotonic() - reported >= _STEP_REPORT_INTERVAL

    def _training_step(self, groups: range, *, training: bool) -> _TrainingStep:
        """A step that changes these groups of variables only; of large images it takes its batch in parts.

        Parts add up to the gradients of the batch, but that each has batch statistics of its own.
        """
        # Nothing in a step branches on a tensor: having autograph rewrite Keras' code would take seconds.
        parts = step_parts(self._batch_size, self._training.images.shape[1])
        if parts == 1:
            whole: _TrainingStep = tf.function(self._whole_step(groups, training=training), autograph=False)
            return whole
        learn = tf.function(lambda *gradients: self._optimizer.apply(gradients, groups), autograph=False)
        look = tf.function(self._gradients(groups, training=training), autograph=False)
        ends = np.linspace(0, self._batch_size, parts + 1).astype(int)

        def step(images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            totals: list[tf.Tensor] = []
            for part in starmap(slice, pairwise(ends.tolist())):
                found = [
                    value * ((part.stop - part.start) / self._batch_size)
                    for value in look(images[part], labels[part])
                ]
                totals = (
                    [total + value for total, value in zip(totals, found, strict=True)] if totals else found
                )
            loss, accuracy, *gradients = totals
            learn(*gradients)
            return loss, accuracy

        return step

    def _whole_step(self, groups: range, *, training: bool) -> _TrainingStep:
        look = self._gradients(groups, training=training)

        def step(images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            loss, accuracy, *gradients = look(images, labels)
            self._optimizer.apply(gradients, groups)
            return loss, accuracy

        return step

    def _gradients(self, groups: range, *, training: bool) -> Callable[..., list[tf.Tensor]]:
        """What gives for some images the loss, the accuracy, and the gradient of each group."""

        def look(images: tf.Tensor, labels: tf.Tensor) -> list[tf.Tensor]:
            with tf.GradientTape() as tape:
                probabilities = (
                    self._model(images, training=True) if training else answers(self._model, images)
                )
                loss = self._training_loss(images, labels, probabilities)
            gradients = self._optimizer.gradients(tape, loss, groups)
            return [loss, tf.reduce_mean(_hits(probabilities, labels)), *gradients]

        return look

    def _training_loss(self, images: tf.Tensor, labels: tf.Tensor, probabilities: tf.Tensor) -> tf.Tensor:
        weights = None if self._class_weights is None else tf.gather(self._class_weights, labels)
        loss = self._loss(tf.one_hot(labels, self._classes), probabilities, weights)
        if self._teacher is None:
            return loss
        share = self._teacher.share
        return (1.0 - share) * loss + share * self._teacher.loss(images, probabilities)

    def _traced_test_step(self, images: tf.Tensor, labels: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        probabilities = answers(self._model, images)
        loss = keras.losses.sparse_categorical_crossentropy(labels, probabilities)
        return tf.reduce_sum(loss), tf.reduce_sum(_hits(probabilities, labels))

    def _validate(self) -> tuple[float, float]:
        loss = hits = 0.0
        size = evaluation_batch(self._validation.images.shape[1])
        for start in range(0, len(self._validation), size):
            self._task.check_cancelled()
            part = slice(start, start + size)
            sums = self._test_step(
                scaled(self._validation.images[part]), tf.constant(self._validation.labels[part])
            )
            loss += float(sums[0])
            hits += float(sums[1])
        return loss / len(self._validation), hits / len(self._validation)

    def _report(self, record: EpochRecord) -> None:
        self._task.report(
            EpochDone(
                stage=self._plan.stage,
                epoch=record.epoch,
                epochs=self._schedule.epochs,
                loss=record.loss,
                accuracy=record.accuracy,
                validation_loss=record.validation_loss,
                validation_accuracy=record.validation_accuracy,
                learning_rate=record.learning_rate,
                sparsity=record.sparsity,
            )
        )


def _require_numbers(losses: list[float], epoch: int) -> None:
    if not np.isfinite(losses).all():
        raise RunError("training-diverged", epoch=epoch)


def _head_variables(model: keras.Model) -> list[tf.Variable]:
    """What the last layer with weights learns."""
    variables: list[tf.Variable] = next(
        layer.trainable_variables for layer in reversed(model.layers) if layer.trainable_variables
    )
    return variables


def _hits(probabilities: tf.Tensor, labels: tf.Tensor) -> tf.Tensor:
    return tf.cast(tf.argmax(probabilities, axis=-1) == labels, tf.float32)
