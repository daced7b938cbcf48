"""The Prune stage: what matters least goes, and what stays makes up for it.

First whole filters go, then single weights become zero. How far is set, or searched for. What is left without
use after that goes too. Training-aware, the network trains on meanwhile. Post-training, its layers are fitted
one by one to what they put out before (`core.compression.reconstruction`): that takes seconds, and keeps
more where images are few.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.backend import keras, make_deterministic
from core.compression.dead_filters import without_dead_filters
from core.compression.filters import filters_to_keep, remove_filters
from core.compression.fine_tuning import FineTuning, zero_fractions
from core.compression.prune_search import searched, searched_by_fitting
from core.compression.pruning_plan import Level, PruningPlan, read_plan, write_plan
from core.compression.quantization import calibration_images
from core.networks.folding import fold_into
from core.networks.keras_file import save_network
from core.networks.measure import convolutions, sparsity
from core.settings import RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint, using
from core.training.feed import TrainingData
from core.training.fit import Fitted
from core.training.train import plain_network, training_network

_SAMPLE_IMAGES = 512


@dataclass(frozen=True)
class Pruned:
    """Result of the Prune stage: shares of zero weights, over all convolutions and by layer.

    `filters_before` says how many filters each layer had. `fitted` is None where nothing was trained.
    """

    fitted: Fitted | None
    plan: PruningPlan
    filters_before: Mapping[str, int]
    sparsity: float
    layers: Mapping[str, float]


def prune(
    settings: RunSettings, data: TrainingData, pruned_model: Path, checkpoints: Path, task: Task
) -> Pruned:
    """Prune the network that the Train stage left in `checkpoints` and write it to `pruned_model`.

    Goes on from the trials and epochs of its own in `checkpoints`. Raises `UnusableCheckpoint`, also when the
    trained weights are gone, and what `core.training.fit.fit` raises.
    """
    make_deterministic(settings.seed)
    trained = training_network(settings, data)
    checkpoint = Checkpoint(checkpoints, "train")
    with using(checkpoint.trained):
        trained.set_weights(checkpoint.trained_weights())
    recovery = FineTuning(settings, data, fold_into(plain_network(settings, data), trained))
    fitted: Fitted | None = None
    if settings.prune.method == "post-training":
        plan, pruned = _pruned_by_fitting(recovery, task)
    else:
        plan, pruned, fitted = _pruned_in_training(recovery, trained, checkpoints, task)
    folded = without_dead_filters(pruned)
    save_network(folded, pruned_model)
    filters_before = {name: layer.filters for name, layer in convolutions(trained).items()}
    return Pruned(fitted, plan, filters_before, sparsity(folded), zero_fractions(folded))


def _pruned_by_fitting(recovery: FineTuning, task: Task) -> tuple[PruningPlan, keras.Model]:
    settings = recovery.settings.prune
    task.status("Fitting each layer to its outputs before pruning")
    sample = calibration_images(recovery.data.training, _SAMPLE_IMAGES)
    if settings.target_drop is not None:
        return searched_by_fitting(recovery, sample, task)
    level = Level(settings.filters, settings.sparsity)
    filters = filters_to_keep(recovery.teacher, level.filters, sample)
    network = recovery.pruned_without_training(filters, level.sparsity, recovery.fitting_images(), task)
    return PruningPlan(level=level, filters=filters), network


def _pruned_in_training(
    recovery: FineTuning, trained: keras.Model, checkpoints: Path, task: Task
) -> tuple[PruningPlan, keras.Model, Fitted]:
    settings = recovery.settings.prune
    plan, begun = _begun(recovery, trained, checkpoints, task)
    recovered, fitted = recovery.pruned(
        begun, plan.level.sparsity, settings.epochs, Checkpoint(checkpoints, "prune"), task
    )
    reached = fitted.validation_accuracy
    if settings.target_drop is not None and plan.drop(reached) > settings.target_drop:
        # What the search accepted is within the points that were asked for.
        recovered = begun
    return plan, recovery.folded(recovered, plan.filters), fitted


def _begun(
    recovery: FineTuning, trained: keras.Model, checkpoints: Path, task: Task
) -> tuple[PruningPlan, keras.Model]:
    """The plan of the run, and the network that recovery starts from, with normalization."""
    settings = recovery.settings.prune
    sample = calibration_images(recovery.data.training, _SAMPLE_IMAGES)
    if settings.target_drop is not None:
        return searched(recovery, trained, sample, checkpoints, task)
    path = checkpoints / "prune-plan.json"
    with using(path):
        plan = read_plan(path)
        if plan is not None:
            return plan, remove_filters(trained, plan.filters)
    filters = filters_to_keep(recovery.teacher, settings.filters, sample)
    plan = PruningPlan(level=Level(settings.filters, settings.sparsity), filters=filters)
    write_plan(plan, path)
    return plan, remove_filters(trained, filters)
