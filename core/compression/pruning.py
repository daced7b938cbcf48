"""The Prune stage: weights that matter least become zero, and training makes up for them.

tfmot prunes each convolution by magnitude while it trains (Zhu & Gupta, "To prune, or not to prune",
arXiv:1710.01878), as far as `core.compression.criterion` says.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.backend import keras, make_deterministic, tfmot
from core.compression.criterion import layer_targets
from core.events import LayerReport
from core.networks.folding import fold_into
from core.networks.measure import convolutions, sparsity
from core.settings import RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint
from core.training.feed import TrainingData
from core.training.fit import FitPlan, Fitted, Hooks, fit
from core.training.train import WEIGHT_DECAY, plain_network, save_model, training_network

# Of the steps, the share in which sparsity grows; the rest recovers.
_GROWTH_SHARE = 0.5
_MASK_UPDATES = 20


@dataclass(frozen=True)
class Pruned:
    """Result of the Prune stage: shares of zero weights, over all convolutions and by layer."""

    fitted: Fitted
    sparsity: float
    layers: Mapping[str, float]


def prune(
    settings: RunSettings, data: TrainingData, pruned_model: Path, checkpoints: Path, task: Task
) -> Pruned:
    """Prune the network that the Train stage left in `checkpoints` and write it to `pruned_model`.

    Goes on from the epochs of its own in `checkpoints`. Raises OSError when the trained weights are gone,
    and what `core.training.fit.fit` raises.
    """
    make_deterministic(settings.seed)
    network = training_network(settings, data)
    network.set_weights(Checkpoint(checkpoints, "train").best_weights())
    targets = layer_targets(
        {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}, settings.prune
    )
    steps = max(1, len(data.training) // min(settings.train.batch_size, len(data.training)))
    growth = Growth.over(round(steps * settings.prune.epochs * _GROWTH_SHARE))
    wrapped = _with_pruning(network, targets, growth)
    fitted = fit(
        wrapped,
        FitPlan(
            stage="prune",
            epochs=settings.prune.epochs,
            batch_size=settings.train.batch_size,
            learning_rate=settings.prune.learning_rate,
            seed=settings.seed,
            augment=settings.data.augment,
            weight_decay=WEIGHT_DECAY,
            first_candidate=math.ceil(growth.end_step / steps),
        ),
        data.training,
        data.validation,
        Checkpoint(checkpoints, "prune"),
        task,
        _hooks(wrapped, task),
    )
    folded = fold_into(plain_network(settings, data), tfmot.sparsity.keras.strip_pruning(wrapped))
    save_model(folded, pruned_model)
    return Pruned(fitted, sparsity(folded), _zero_shares(folded))


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


def _with_pruning(network: keras.Model, targets: Mapping[str, float], growth: Growth) -> keras.Model:
    def wrapped(layer: keras.layers.Layer) -> keras.layers.Layer:
        if targets.get(layer.name, 0.0) <= 0.0:
            return layer
        schedule = tfmot.sparsity.keras.PolynomialDecay(
            initial_sparsity=0.0,
            final_sparsity=targets[layer.name],
            begin_step=0,
            end_step=growth.end_step,
            frequency=growth.frequency,
        )
        return tfmot.sparsity.keras.prune_low_magnitude(layer, pruning_schedule=schedule)

    return keras.models.clone_model(network, clone_function=wrapped)


def _hooks(wrapped: keras.Model, task: Task) -> Hooks:
    update = tfmot.sparsity.keras.UpdatePruningStep()
    update.set_model(wrapped)
    update.on_train_begin()
    _report_layers(wrapped, task)

    def after_epoch() -> None:
        update.on_epoch_end(batch=None)
        _report_layers(wrapped, task)

    return Hooks(after_epoch, lambda: sparsity(wrapped))


def _report_layers(model: keras.Model, task: Task) -> None:
    for name, layer in convolutions(model).items():
        kernel = layer.kernel.numpy()
        zeros = float(np.mean(kernel == 0))
        figures = {"sparsity": zeros, "weights": float(kernel.size)}
        task.report(LayerReport(stage="prune", layer=name, figures=figures))


def _zero_shares(model: keras.Model) -> dict[str, float]:
    return {
        name: float(1.0 - np.count_nonzero(kernel) / kernel.size)
        for name, kernel in ((n, layer.kernel.numpy()) for n, layer in convolutions(model).items())
    }
