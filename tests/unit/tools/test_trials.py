"""The trials say which promise is broken, and of which run."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.runs.summary import Summary
from core.settings import PRESETS
from tests.builders.finished_runs import finished_run
from tests.builders.tflite_models import float_ended_model
from tools.trials import __main__
from tools.trials.frontier import POINTS
from tools.trials.gates import Gate, broken_promises, reference_run, trained_alone
from tools.trials.runs import Trial

ENOUGH = Gate(size=10_000_000, accuracy=0.7, points=1.0, minutes=60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """A run of 4 seconds whose files are all right in 75 % of the test images."""
    return finished_run(tmp_path_factory.mktemp("trials") / "run").read_summary()


def with_float(summary: Summary, accuracy: float) -> Summary:
    train = msgspec.structs.replace(summary.stages[0], accuracy=accuracy)
    return msgspec.structs.replace(summary, stages=(train,))


def test_a_run_within_its_limits_keeps_all_promises(made: Summary) -> None:
    assert broken_promises(ENOUGH, made, with_float(made, 0.759)) == []


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (Gate(size=1, accuracy=0.7, points=1.0, minutes=60), "more than 1 bytes"),
        (Gate(size=10_000_000, accuracy=0.76, points=1.0, minutes=60), "below 76.0 %"),
        (Gate(size=10_000_000, accuracy=0.7, points=0.5, minutes=60), "more than 0.5 points lost"),
        (Gate(size=10_000_000, accuracy=0.7, points=1.0, minutes=0.05), "longer than 0.05 minutes"),
    ],
)
def test_each_broken_promise_is_named(made: Summary, gate: Gate, words: str) -> None:
    assert broken_promises(gate, made, with_float(made, 0.759)) == [words]


def test_the_float_network_is_trained_for_all_epochs_of_the_run() -> None:
    best = PRESETS["best"]
    alone = trained_alone(best)
    assert alone.train.epochs == best.train.epochs + best.prune.epochs + best.quantize.epochs
    assert alone.prune == best.prune


def test_a_float_network_that_another_preset_trains_is_not_trained_again(tmp_path: Path) -> None:
    trial = Trial(data=tmp_path, out=tmp_path / "out", image_size=96, seed=1)
    assert reference_run(trial, "balanced") == ("best", trial.settings("best"))
    name, settings = reference_run(trial, "best")
    assert (name, settings) == ("best-float", trained_alone(trial.settings("best")))


def test_the_frontier_begins_with_all_filters_and_ends_with_fewest(tmp_path: Path) -> None:
    trial = Trial(data=tmp_path, out=tmp_path / "out", image_size=96, seed=7)
    first, *_, last = (point.settings(trial) for point in POINTS)
    assert (first.prune.filters, first.network.width, first.seed) == (0.0, 1.0, 7)
    assert (last.network.width, last.data.image_size) == (0.5, 64)


def test_images_that_are_not_there_end_a_trial_with_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nowhere"
    assert __main__.main(["gates", "--data", str(missing), "--out", str(tmp_path / "out")]) != 0
    assert str(missing) in capsys.readouterr().err


def test_published_models_are_compressed_once_each_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    models = tmp_path / "models"
    for name in ("a/copy.tflite", "a/one.tflite", "b/none.tflite"):
        (models / name).parent.mkdir(parents=True, exist_ok=True)
        (models / name).write_bytes(b"no model" if "none" in name else float_ended_model())
    arguments = ["published", "--data", str(models), "--out", str(tmp_path / "out")]
    assert __main__.main(arguments) == 0
    head, _, coded, refused = capsys.readouterr().out.splitlines()
    assert head.startswith("| Model | Original (bytes) | Coded (bytes) |")
    length = len((tmp_path / "out" / "published" / "a" / "copy.tflite").read_bytes())
    assert coded.startswith(f"| `a/copy.tflite` | {len(float_ended_model()):,} | {length:,} | ")
    assert " | 1 of 1 | " in coded
    assert refused == "| `b/none.tflite` | 8 | - | - | - | model-unreadable |"
