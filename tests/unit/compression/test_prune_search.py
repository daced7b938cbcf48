"""The search goes up in strides, comes back where it went too far, and keeps to what it accepted."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from core.backend import keras
from core.compression.filters import all_filters
from core.compression.fine_tuning import FineTuning
from core.compression.prune_search import LEVELS, UNPRUNED, next_level, searched
from core.compression.pruning_plan import MOST_TRIALS, Level, PruningPlan, Trial, trial_epochs
from core.errors import Cancelled
from core.events import Progress, PruneTrial
from core.networks.architecture import filters_left
from core.networks.folding import fold_into
from core.networks.measure import convolutions
from core.settings import PruneSettings, RunSettings
from core.task import Task
from core.training.checkpoint import Checkpoint, EpochRecord, UnusableCheckpoint
from core.training.fit import Fitted
from tests.builders.fires import FEW_FIRES, with_fires
from tests.builders.networks import squeezenet
from tests.builders.stripes import striped_data
from tests.recording import RecordingTask

DATA = striped_data()
BEFORE = 0.9


@dataclass(frozen=True)
class PlayedRecovery(FineTuning):
    """Trains nothing. Each network loses the next of `drops` points, and shows that it was here."""

    drops: Iterator[float] = field(default_factory=lambda: iter(()))

    def pruned(
        self, network: keras.Model, sparsity: float, epochs: int, checkpoint: Checkpoint, task: Task
    ) -> tuple[keras.Model, Fitted]:
        assert (epochs, checkpoint.last.parent.name) == (10, "checkpoints")
        task.report(Progress(done=epochs * self.steps, total=epochs * self.steps))
        network.set_weights([array + 1 for array in network.get_weights()])
        reached = BEFORE - next(self.drops) / 100
        return network, Fitted((EpochRecord(1, 1.0, 0.5, 1.0, reached, 1e-3, sparsity, 1.0),))


@pytest.fixture(scope="module", autouse=True)
def pretended_accuracy() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.compression.prune_search.accuracy", lambda network, data: BEFORE)
        yield


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """The search does the same to each layer; `test_pruning` has one of a whole SqueezeNet."""
    with with_fires(*FEW_FIRES):
        yield


@pytest.fixture(scope="module")
def trained() -> keras.Model:
    return squeezenet(3, 32, width=0.25, batch_norm=True)


def search(
    trained: keras.Model, folder: Path, task: RecordingTask, *drops: float
) -> tuple[PruningPlan, keras.Model]:
    settings = RunSettings(prune=PruneSettings(target_drop=1.0, epochs=10))
    teacher = fold_into(squeezenet(3, 32, width=0.25), trained)
    recovery = PlayedRecovery(settings, DATA, teacher, iter(drops))
    return searched(recovery, trained, DATA.training.images[:8], folder / "checkpoints", task)


@pytest.mark.parametrize("hardest", range(-1, len(LEVELS)))
def test_the_hardest_level_that_is_good_enough_is_found(hardest: int) -> None:
    trials: list[Trial] = []
    while level := next_level(trials):
        accepted = LEVELS.index(level) <= hardest
        trials.append(Trial(level=level, accuracy=BEFORE, drop=0.0, accepted=accepted))
    good = [LEVELS.index(trial.level) for trial in trials if trial.accepted]
    assert max(good, default=-1) == hardest
    assert len(trials) <= MOST_TRIALS
    assert len({trial.level for trial in trials}) == len(trials)


@pytest.mark.parametrize(
    ("epochs", "steps", "expected"), [(10, 95, 5), (10, 10_000, 1), (4, 20, 4), (40, 100, 4)]
)
def test_a_trial_has_steps_enough_but_no_more_epochs_than_what_follows(
    epochs: int, steps: int, expected: int
) -> None:
    assert trial_epochs(epochs, steps) == expected


def test_each_level_is_harder_than_the_one_before() -> None:
    for one, other in itertools.pairwise(LEVELS):
        assert one.filters <= other.filters
        assert one.sparsity <= other.sparsity
        assert one != other


def test_a_trial_starts_from_the_last_network_that_was_good_enough(
    trained: keras.Model, tmp_path: Path
) -> None:
    task = RecordingTask()
    plan, network = search(trained, tmp_path, task, 0.2, 0.9, 1.5, 1.01)
    assert [trial.level for trial in plan.trials] == [LEVELS[index] for index in (2, 5, 8, 6)]
    assert [trial.accepted for trial in plan.trials] == [True, True, False, False]
    assert plan.level == LEVELS[5]
    widest = convolutions(network)["fire9_expand3x3"]
    assert widest.filters == filters_left(64, LEVELS[5].filters, narrow=False)
    # Two trials were accepted, and each left its mark on what it was given.
    kept = np.asarray(plan.filters["fire9_expand3x3"])
    assert widest.bias.numpy() == pytest.approx(trained.get_layer("fire9_expand3x3").bias.numpy()[kept] + 2)
    assert [(one.trial, one.accepted) for one in task.of(PruneTrial)] == [
        (1, True),
        (2, True),
        (3, False),
        (4, False),
    ]
    assert [one.drop for one in task.of(PruneTrial)] == pytest.approx([0.2, 0.9, 1.5, 1.01])


def test_where_nothing_is_mild_enough_the_network_stays_as_it_was(
    trained: keras.Model, tmp_path: Path
) -> None:
    plan, network = search(trained, tmp_path, RecordingTask(), 3.0, 2.0)
    assert (plan.level, plan.filters) == (UNPRUNED, all_filters(trained))
    for one, other in zip(network.get_weights(), trained.get_weights(), strict=True):
        assert np.array_equal(one, other)


def test_it_goes_on_behind_the_trials_that_are_finished(trained: keras.Model, tmp_path: Path) -> None:
    drops = (0.2, 0.9, 1.5, 1.01)
    unbroken, network = search(trained, tmp_path / "unbroken", RecordingTask(), *drops)
    for done in range(len(drops) - 1):
        stop = RecordingTask(cancel_when=lambda event: isinstance(event, PruneTrial))
        with pytest.raises(Cancelled):
            search(trained, tmp_path / "broken", stop, *drops[done:])
    plan, same = search(trained, tmp_path / "broken", RecordingTask(), *drops[-1:])
    assert plan == unbroken
    for one, other in zip(network.get_weights(), same.get_weights(), strict=True):
        assert np.array_equal(one, other)


@pytest.fixture(scope="module")
def done(trained: keras.Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a search of four trials leaves, to be copied."""
    folder = tmp_path_factory.mktemp("done")
    search(trained, folder, RecordingTask(), 0.2, 0.9, 1.5, 1.01)
    return folder


def without(path: Path) -> None:
    path.unlink()


def of_other_shapes(path: Path) -> None:
    np.savez(path, weight_0=np.zeros((3, 3)))


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def no_text(path: Path) -> None:
    path.write_bytes(b'{"level": "\xff"}')


def of_filters_that_there_are_not(path: Path) -> None:
    plan = json.loads(path.read_bytes())
    plan["filters"]["conv1"] = [0, 99]
    path.write_text(json.dumps(plan))


def of_a_level_that_there_is_not(path: Path) -> None:
    plan = json.loads(path.read_bytes())
    plan["trials"][0]["level"]["sparsity"] = 0.123
    path.write_text(json.dumps(plan))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *(("prune-good1.npz", damage) for damage in (without, of_other_shapes, half)),
        *(("prune-search.json", damage) for damage in (half, no_text, of_filters_that_there_are_not)),
        ("prune-search.json", of_a_level_that_there_is_not),
    ],
)
def test_a_search_of_which_something_is_lost_has_to_start_again(
    name: str, damage: Callable[[Path], None], trained: keras.Model, done: Path, tmp_path: Path
) -> None:
    shutil.copytree(done, tmp_path, dirs_exist_ok=True)
    damage(tmp_path / "checkpoints" / name)
    with pytest.raises(UnusableCheckpoint) as caught:
        search(trained, tmp_path, RecordingTask(), 3.0, 2.0)
    assert (caught.value.path.name, caught.value.stage) == (name, "prune")
    assert caught.value.reason


def test_progress_is_that_of_all_trials(trained: keras.Model, tmp_path: Path) -> None:
    task = RecordingTask()
    search(trained, tmp_path, task, 3.0, 2.0)
    steps = 10 * (len(DATA.training) // 64)
    first = task.of(Progress)[0]
    assert (first.done, first.total) == (steps, MOST_TRIALS * steps)


def test_a_plan_knows_how_far_an_accuracy_is_below_the_trained_network() -> None:
    assert PruningPlan(level=Level(0.0, 0.5), filters={}, before=0.9).drop(0.885) == pytest.approx(1.5)
