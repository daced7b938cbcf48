"""Weights become zero, and the network makes up for them.

In training, tfmot prunes each convolution by magnitude (Zhu & Gupta, "To prune, or not to prune",
arXiv:1710.01878), as far as `core.compression.criterion` says. Without training,
`core.compression.reconstruction` fits the layers one by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core import backend
from core.backend import clone_model, keras
from core.compression.criterion import Criterion
from core.compression.filters import Filters, remove_filters
from core.compression.reconstruction import fitting_images, match_answers, pruned_weights, reconstruct
from core.events import LayerReport
from core.networks.folding import fold_into
from core.networks.measure import convolutions, sparsity
from core.settings import RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData, step_parts
from core.training.fit import FitPlan, Fitted, Hooks, Teacher, fit
from core.training.train import WEIGHT_DECAY

# Of the steps, the share in which sparsity grows; the rest recovers.
_GROWTH_FRACTION = 0.5
_MASK_UPDATES = 20


@dataclass(frozen=True)
class FineTuning:
    """How a run's networks are pruned and trained; `teacher` is the network as it was trained, folded."""

    settings: RunSettings
    data: TrainingData
    teacher: keras.Model

    @property
    def steps(self) -> int:
        """Steps an epoch."""
        return max(1, len(self.data.training) // min(self.settings.train.batch_size, len(self.data.training)))

    @property
    def _parts(self) -> int:
        """Parts of a step: tfmot counts each of them as a step."""
        batch_size = min(self.settings.train.batch_size, len(self.data.training))
        return step_parts(batch_size, self.data.image_size)

    def folded(self, network: keras.Model, filters: Filters) -> keras.Model:
        """`network`, which has these filters of the trained one, with its normalization folded."""
        return fold_into(remove_filters(self.teacher, filters), network)

    def fitting_images(self) -> NDArray[np.uint8]:
        """The images that `pruned_without_training` fits layers on."""
        return fitting_images(self.data.training, self.teacher, self.settings.seed)

    def pruned_without_training(
        self, filters: Filters, sparsity: float, images: NDArray[np.uint8], task: Task
    ) -> keras.Model:
        """The trained network, folded, with these filters only and this share of its weights at zero.

        No training: its layers are fitted to what they put out before for `images`. Reports the layers.
        Raises `Cancelled`.
        """
        network = remove_filters(self.teacher, filters)
        kernels = {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}
        targets = Criterion.of(kernels, self.settings.prune.scope).targets(sparsity)
        fitted = reconstruct(
            self.teacher,
            network,
            filters,
            images,
            lambda statistics: pruned_weights(statistics, targets[statistics.name]),
            self.settings.seed,
            task,
        )
        match_answers(network, fitted.features, fitted.answers)
        _report_layers(network, task)
        return network

    def pruned(
        self, network: keras.Model, sparsity: float, epochs: int, checkpoint: Checkpoint, task: Task
    ) -> tuple[keras.Model, Fitted]:
        """`network`, with normalization, after `epochs` epochs, with this share of its weights at zero.

        It has as many zeros as before from the first step on. Goes on from the epochs in `checkpoint`, and
        reports the layers at the start and after each epoch. Raises what `core.training.fit.fit` raises.
        """
        settings = self.settings.prune
        kernels = {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}
        growth = Growth.over(round(self.steps * self._parts * epochs * _GROWTH_FRACTION))
        wrapped = _with_pruning(network, Criterion.of(kernels, settings.scope).targets(sparsity), growth)
        fitted = fit(
            wrapped,
            FitPlan(
                stage="prune",
                epochs=epochs,
                batch_size=self.settings.train.batch_size,
                learning_rate=settings.learning_rate,
                seed=self.settings.seed,
                augment=self.settings.data.augment,
                weight_decay=WEIGHT_DECAY,
                class_weights=self.settings.train.class_weights,
            ),
            self.data.training,
            self.data.validation,
            checkpoint,
            task,
            _hooks(wrapped, task),
            Teacher(self.teacher, settings.distillation) if settings.distillation else None,
        )
        return backend.tfmot.sparsity.keras.strip_pruning(wrapped), fitted


@dataclass(frozen=True)
class Growth:
    """When masks are renewed: every `frequency` steps up to `end_step`, a multiple of it.

    tfmot renews masks only at multiples: an end between two of them would leave the sparsity short.
    """

    end_step: int
    frequency: int

    @classmethod
    def over(cls, steps: int) -> Growth:
        """About 20 renewals within `steps` steps, and at least one."""
        frequency = max(1, steps // _MASK_UPDATES)
        return cls(max(frequency, steps // frequency * frequency), frequency)


def zero_fractions(model: keras.Model) -> dict[str, float]:
    """The share of zeros, between 0 and 1, in each convolution."""
    return {name: float(np.mean(layer.kernel.numpy() == 0)) for name, layer in convolutions(model).items()}


def _with_pruning(network: keras.Model, targets: Mapping[str, float], growth: Growth) -> keras.Model:
    zeros = zero_fractions(network)

    def wrapped(layer: keras.layers.Layer) -> keras.layers.Layer:
        if targets.get(layer.name, 0.0) <= 0.0:
            return layer
        schedule = backend.tfmot.sparsity.keras.PolynomialDecay(
            initial_sparsity=min(zeros[layer.name], targets[layer.name]),
            final_sparsity=targets[layer.name],
            begin_step=0,
            end_step=growth.end_step,
            frequency=growth.frequency,
        )
        return backend.tfmot.sparsity.keras.prune_low_magnitude(layer, pruning_schedule=schedule)

    return clone_model(network, clone_function=wrapped)


def _hooks(wrapped: keras.Model, task: Task) -> Hooks:
    update = backend.tfmot.sparsity.keras.UpdatePruningStep()
    update.set_model(wrapped)
    update.on_train_begin()
    _report_layers(wrapped, task)

    def after_epoch() -> None:
        update.on_epoch_end(batch=None)
        _report_layers(wrapped, task)

    return Hooks(after_epoch, lambda: sparsity(wrapped))


def _report_layers(model: keras.Model, task: Task) -> None:
    shares = zero_fractions(model)
    for name, layer in convolutions(model).items():
        figures = {"sparsity": shares[name], "weights": float(np.prod(layer.kernel.shape))}
        task.report(LayerReport(stage="prune", layer=name, figures=figures))
