"""How far a network can be pruned within a number of points of accuracy.

Levels of pruning are tried from mild to hard, each with a few epochs of recovery that start from the last
level that was good enough. A level that costs too much is left again, and nearer ones are tried, until no
level is left between a good one and a bad one. Everything is judged on the validation images.

A short recovery is worse than the long one that follows the search: what is accepted is rather too little
than too much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.backend import keras
from core.compression.filters import all_filters, filters_to_keep, remove_filters
from core.compression.fine_tuning import FineTuning
from core.compression.pruning_plan import (
    MOST_TRIALS,
    Level,
    PruningPlan,
    Trial,
    read_plan,
    trial_epochs,
    write_plan,
)
from core.events import EpochDone, Event, Progress, PruneTrial, StepDone
from core.task import ProgressMeter, Task
from core.training.checkpoint import Checkpoint, read_weights, using, write_weights
from core.training.feed import LabeledImages
from core.training.fit import predictions

UNPRUNED = Level(0.0, 0.0)
LEVELS = (
    Level(0.0, 0.5),
    Level(0.0, 0.7),
    Level(0.1, 0.75),
    Level(0.2, 0.75),
    Level(0.3, 0.75),
    Level(0.35, 0.77),
    Level(0.4, 0.77),
    Level(0.45, 0.8),
    Level(0.5, 0.8),
    Level(0.55, 0.8),
    Level(0.6, 0.85),
    Level(0.65, 0.85),
    Level(0.7, 0.88),
    Level(0.75, 0.88),
)
"""From mild to hard; each makes a smaller file than the one before."""
_STRIDE = 3


def next_level(trials: Sequence[Trial]) -> Level | None:
    """The level to try after `trials`; None when the search is over."""
    good = max((LEVELS.index(trial.level) for trial in trials if trial.accepted), default=-1)
    bad = min((LEVELS.index(trial.level) for trial in trials if not trial.accepted), default=len(LEVELS))
    if bad - good == 1 or len(trials) == MOST_TRIALS:
        return None
    if bad < len(LEVELS):
        return LEVELS[(good + bad) // 2]
    return LEVELS[min(good + _STRIDE, len(LEVELS) - 1)]


def searched(
    recovery: FineTuning, trained: keras.Model, sample: NDArray[np.uint8], checkpoints: Path, task: Task
) -> tuple[PruningPlan, keras.Model]:
    """The hardest level at which `trained` loses no more than `target_drop` points, and the network there.

    That network, with normalization, has been recovered for a few epochs only. Where no level is mild
    enough it is the network as it was trained. Goes on behind the trials that are finished in `checkpoints`;
    `sample` is as `filters_to_keep` takes it. Reports `PruneTrial`. Raises what `FineTuning.pruned` raises.
    """
    return _Search(recovery, trained, sample, checkpoints, task).run()


def searched_by_fitting(
    recovery: FineTuning, sample: NDArray[np.uint8], task: Task
) -> tuple[PruningPlan, keras.Model]:
    """As `searched`, but without training: at each level layers are fitted to what they put out before.

    The network has no normalization. Reports `PruneTrial`. Raises `Cancelled`.
    """
    teacher, validation = recovery.teacher, recovery.data.validation
    images = recovery.fitting_images()
    accepted = teacher
    plan = PruningPlan(level=UNPRUNED, filters=all_filters(teacher), before=accuracy(teacher, validation))
    meter = task.progress(MOST_TRIALS, "trials")
    while level := next_level(plan.trials):
        _tell_level(level, task)
        filters = filters_to_keep(teacher, level.filters, sample)
        network = recovery.pruned_without_training(
            filters, level.sparsity, images, task.telling(_unless_progress(task))
        )
        reached = accuracy(network, validation)
        trial = _trial(plan, level, reached, recovery.settings.prune.target_drop or 0.0)
        plan = msgspec.structs.replace(plan, trials=(*plan.trials, trial))
        if trial.accepted:
            accepted = network
            plan = msgspec.structs.replace(plan, level=level, filters=filters)
        _report(trial, len(plan.trials), task)
        meter.advance()
    return plan, accepted


def accuracy(network: keras.Model, data: LabeledImages) -> float:
    """The share of images that a network gets right."""
    return float(np.mean(predictions(network, data.images).argmax(axis=1) == data.labels))


@dataclass(frozen=True, eq=False)
class _Good:
    """The last network that was good enough, with normalization, and the plan that leads to it."""

    network: keras.Model
    plan: PruningPlan


class _Search:
    """The state of one call of `searched`."""

    def __init__(
        self,
        recovery: FineTuning,
        trained: keras.Model,
        sample: NDArray[np.uint8],
        checkpoints: Path,
        task: Task,
    ) -> None:
        self._recovery = recovery
        self._trained = trained
        self._sample = sample
        self._folder = checkpoints
        self._task = task
        settings = recovery.settings.prune
        self._epochs = trial_epochs(settings.epochs, recovery.steps)
        self._most_drop = settings.target_drop or 0.0

    def run(self) -> tuple[PruningPlan, keras.Model]:
        good = self._so_far()
        steps = self._epochs * self._recovery.steps
        meter = self._task.progress(MOST_TRIALS * steps, "steps")
        meter.skip(len(good.plan.trials) * steps)
        while level := next_level(good.plan.trials):
            self._task.check_cancelled()
            good = self._tried(good, level, meter)
        return good.plan, good.network

    def _so_far(self) -> _Good:
        """Where the trials that are finished have led. Raises `UnusableCheckpoint`."""
        with using(self._plan_file):
            plan = read_plan(self._plan_file)
            if plan is not None:
                next_level(plan.trials)
                network = remove_filters(self._trained, plan.filters)
                accepted = [number for number, trial in enumerate(plan.trials) if trial.accepted]
                if accepted:
                    weights = self._weights_file(accepted[-1])
                    with using(weights):
                        network.set_weights(read_weights(weights))
                return _Good(network, plan)
        before = accuracy(self._recovery.teacher, self._recovery.data.validation)
        plan = PruningPlan(level=UNPRUNED, filters=all_filters(self._trained), before=before)
        return _Good(self._trained, plan)

    def _tried(self, good: _Good, level: Level, meter: ProgressMeter) -> _Good:
        """What is good after one more level was tried."""
        before, number = good.plan, len(good.plan.trials)
        _tell_level(level, self._task)
        folded = self._recovery.folded(good.network, before.filters)
        kept = filters_to_keep(folded, level.filters, self._sample, all_filters(self._trained))
        checkpoint = Checkpoint(self._folder, f"prune-trial{number}")
        network, fitted = self._recovery.pruned(
            remove_filters(good.network, kept),
            level.sparsity,
            self._epochs,
            checkpoint,
            _counting(self._task, meter),
        )
        trial = _trial(before, level, fitted.validation_accuracy, self._most_drop)
        plan = msgspec.structs.replace(before, trials=(*before.trials, trial))
        if trial.accepted:
            filters = {name: tuple(before.filters[name][n] for n in places) for name, places in kept.items()}
            plan = msgspec.structs.replace(plan, level=level, filters=filters)
            # Before the plan that names them: a break between the two has the trial run again.
            write_weights(self._weights_file(number), network.get_weights())
        write_plan(plan, self._plan_file)
        checkpoint.discard()
        _report(trial, number + 1, self._task)
        return _Good(network if trial.accepted else good.network, plan)

    @property
    def _plan_file(self) -> Path:
        return self._folder / "prune-search.json"

    def _weights_file(self, number: int) -> Path:
        return self._folder / f"prune-good{number}.npz"


def _trial(plan: PruningPlan, level: Level, reached: float, most_drop: float) -> Trial:
    drop = plan.drop(reached)
    return Trial(level=level, accuracy=reached, drop=drop, accepted=drop <= most_drop)


def _tell_level(level: Level, task: Task) -> None:
    task.status(
        "Trying {sparsity} % sparsity with {filters} % of the filters removed",
        sparsity=f"{100 * level.sparsity:.0f}",
        filters=f"{100 * level.filters:.0f}",
    )


def _report(trial: Trial, number: int, task: Task) -> None:
    task.report(
        PruneTrial(
            trial=number,
            most=MOST_TRIALS,
            filters=trial.level.filters,
            sparsity=trial.level.sparsity,
            accuracy=trial.accuracy,
            drop=trial.drop,
            accepted=trial.accepted,
        )
    )


def _unless_progress(task: Task) -> Callable[[Event], None]:
    """Reports to `task` all but progress: the search has its own."""

    def report(event: Event) -> None:
        if not isinstance(event, Progress):
            task.report(event)

    return report


def _counting(task: Task, meter: ProgressMeter) -> Task:
    """`task` for one trial: its epochs are not the stage's, and its progress is part of the search's."""
    done = 0

    def report(event: Event) -> None:
        nonlocal done
        if isinstance(event, Progress):
            meter.advance(event.done - done)
            done = event.done
        elif not isinstance(event, EpochDone | StepDone):
            task.report(event)

    return task.telling(report)
