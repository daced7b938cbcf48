"""How long a run will take: learned from the runs before it."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from core.datasets.catalog import Group
from core.requests import RunRequest
from core.runs.dataset_report import DataReport
from core.runs.pipeline import run
from core.runs.time_estimate import (
    DEFAULTS,
    ImageCounts,
    Load,
    Speed,
    counts_of,
    expected_seconds,
    learn_speed,
    measured_speed,
    this_computers_speeds,
)
from core.settings import DataSettings, NetworkSettings, QuantizeSettings, RunSettings, TrainSettings
from core.task import Task

COUNTS = ImageCounts(classes=6, train=6112, validation=873, test=1745)
INTEL = RunSettings(data=DataSettings(source="intel"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_before_any_run_the_figures_are_those_of_a_common_computer() -> None:
    """Measured on two cores: 708, 199, 113 and 122 seconds (docs/benchmarks.md)."""
    expected = expected_seconds(INTEL, COUNTS)
    for stage, seconds in {"train": 708, "prune": 199, "quantize": 113, "huffman": 122}.items():
        assert 0.4 < expected[stage] / seconds < 2.5  # type: ignore[index]


def test_more_work_takes_longer() -> None:
    def total(settings: RunSettings, counts: ImageCounts = COUNTS) -> float:
        return sum(expected_seconds(settings, counts, DEFAULTS).values())

    replace = msgspec.structs.replace
    assert total(replace(INTEL, train=TrainSettings(epochs=60))) > 1.5 * total(INTEL)
    assert total(replace(INTEL, network=NetworkSettings(width=0.25))) < 0.7 * total(INTEL)
    assert total(replace(INTEL, data=DataSettings(source="intel", image_size=48))) < 0.5 * total(INTEL)
    assert total(replace(INTEL, quantize=QuantizeSettings(method="post-training"))) < total(INTEL)
    assert total(INTEL, ImageCounts(6, 100_000, 10_000, 20_000)) > 5 * total(INTEL)


def test_what_a_stage_took_is_expected_of_it_from_then_on() -> None:
    epochs = [9.0, *[3.0] * 23]
    learn_speed(INTEL, COUNTS, "train", 110.0, epochs)
    assert expected_seconds(INTEL, COUNTS)["train"] == pytest.approx(110, rel=0.1)
    assert this_computers_speeds()["prune"] == DEFAULTS["prune"]
    shorter = msgspec.structs.replace(INTEL, train=TrainSettings(epochs=4))
    assert expected_seconds(shorter, COUNTS)["train"] == pytest.approx(50, rel=0.1)


def test_a_computer_that_became_slower_is_believed_by_and_by() -> None:
    def told() -> float:
        return expected_seconds(INTEL, COUNTS)["huffman"]

    learn_speed(INTEL, COUNTS, "huffman", 100.0)
    assert told() == pytest.approx(100, rel=0.05)
    learn_speed(INTEL, COUNTS, "huffman", 400.0)
    assert 150 < told() < 300
    for _ in range(6):
        learn_speed(INTEL, COUNTS, "huffman", 400.0)
    assert told() == pytest.approx(400, rel=0.1)


def test_a_short_stage_says_what_is_done_once_and_a_long_one_how_fast_measuring_is() -> None:
    before = Speed(training=0.0, measuring=1.0, once=10.0)
    assert measured_speed(before, Load(0, 2, 0), 30.0, ()).once == 28
    assert measured_speed(before, Load(0, 40, 0), 90.0, ()).measuring == 2


def test_an_only_epoch_with_its_preparations_says_nothing_of_the_others() -> None:
    before = DEFAULTS["train"]
    found = measured_speed(before, Load(2e9, 1e9, 1), 25.0, [20.0])
    assert found.training == before.training
    assert found.once == pytest.approx(25, rel=0.1)


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": 99, "stages": {}}', b"[1]"])
def test_speeds_that_cannot_be_read_are_the_defaults(own_cache: Path, content: bytes) -> None:
    learn_speed(INTEL, COUNTS, "train", 1.0)
    (own_cache / "squeeze-studio" / "speeds.json").write_bytes(content)
    assert this_computers_speeds() == DEFAULTS


def report(*groups: Group) -> DataReport:
    return DataReport(
        source="",
        name="",
        catalog="",
        classes=groups,
        images=0,
        listed=0,
        smallest=None,
        largest=None,
        brings_split=False,
        findings=(),
        ready=True,
        seconds=0.0,
    )


def test_images_are_counted_as_they_will_be_divided() -> None:
    plain = report(
        Group(name="cat", parts={"train": 100}),
        Group(name="dog", parts={"train": 300}),
        Group(name="eel", role="left-out", listed=50),
    )
    assert counts_of(plain, DataSettings()) == ImageCounts(2, 280, 40, 80)
    divided = report(
        Group(name="cat", parts={"train": 90, "test": 30}), Group(name="dog", parts={"train": 10})
    )
    assert counts_of(divided, DataSettings()) == ImageCounts(2, 90, 10, 30)


def test_expecting_costs_no_tensorflow() -> None:
    program = "import sys, core.runs.time_estimate; assert 'tensorflow' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def scenes(count: int, epochs: int) -> RunSettings:
    return RunSettings(
        data=DataSettings(image_size=32, scenes_per_class=count),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=epochs, batch_size=16),
    )


def test_a_real_training_takes_about_as_long_as_the_one_before_it_lets_expect(tmp_path: Path) -> None:
    """Within a factor of two, once of three times: other work on the same machine may come and go."""
    # What is imported once a process would be missing from the later ones of this process.
    importlib.import_module("core.training.train")
    task = Task()
    run(RunRequest(folder=str(tmp_path / "first"), settings=scenes(20, 3), until="train"), task)
    ratios = []
    for attempt in range(3):
        settings = scenes(40, 6 + attempt)
        counts = ImageCounts(classes=6, train=168, validation=24, test=48)
        expected = expected_seconds(settings, counts)["train"]
        summary = run(RunRequest(folder=str(tmp_path / f"{attempt}"), settings=settings, until="train"), task)
        ratios.append(expected / summary.stages[0].seconds)
        if 0.5 < ratios[-1] < 2:
            break
    assert 0.5 < ratios[-1] < 2, ratios
