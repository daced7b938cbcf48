"""What each preset promises on the Intel scenes, and whether it keeps it.

A preset's coded model is held against a float network that was trained alone for as many epochs as the
preset's three training stages take together: it shows what the same time gives without compression.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from core import wording
from core.commands.console import Console
from core.runs.record import fingerprints
from core.runs.summary import Summary
from core.settings import PresetName, RunSettings
from tools.trials.runs import Trial, figures_of, table


@dataclass(frozen=True)
class Gate:
    """At least `accuracy`; at most `size` bytes, `points` below the float network, and `minutes` of work."""

    size: int
    accuracy: float
    points: float
    minutes: float


GATES: dict[PresetName, Gate] = {
    "quick": Gate(size=200_000, accuracy=0.76, points=2.0, minutes=15),
    "balanced": Gate(size=140_000, accuracy=0.81, points=1.0, minutes=60),
    "best": Gate(size=100_000, accuracy=0.83, points=1.0, minutes=80),
}
_HEAD = ("Preset", "Seed", "Bytes", "Right (TFLM)", "Float of as many epochs", "Points lost", "Time", "Gate")


def hold(trial: Trial, presets: list[PresetName], console: Console) -> tuple[str, bool]:
    """The table of these presets, and whether all of them keep what they promise. Raises `TaskEnded`."""
    rows, kept = [], True
    for preset in presets:
        settings = trial.settings(preset)
        made = trial.finished(preset, settings, console)
        reference = trial.finished(*reference_run(trial, preset), console, until="train")
        broken = broken_promises(GATES[preset], made, reference)
        rows.append(_row(preset, trial.seed, made, reference, broken))
        kept = kept and not broken
    return table(_HEAD, rows), kept


def reference_run(trial: Trial, preset: PresetName) -> tuple[str, RunSettings]:
    """Name and settings of the run whose Train stage is the float network that a preset is held against.

    It is that of another preset where that one trains for as many epochs: nothing is trained twice.
    """
    alone = trained_alone(trial.settings(preset))
    for other in GATES:
        own = trial.settings(other)
        if fingerprints(own)["train"] == fingerprints(alone)["train"]:
            return other, own
    return f"{preset}-float", alone


def trained_alone(settings: RunSettings) -> RunSettings:
    """The same run with all its epochs spent on training the float network."""
    epochs = settings.train.epochs + settings.prune.epochs + settings.quantize.epochs
    return msgspec.structs.replace(settings, train=msgspec.structs.replace(settings.train, epochs=epochs))


def broken_promises(gate: Gate, made: Summary, reference: Summary) -> list[str]:
    """What is larger, less accurate or slower than promised; empty when all is kept."""
    model = figures_of(made, "huffman")
    found = {
        f"more than {gate.size:,} bytes": model.bytes > gate.size,
        f"below {wording.percent(gate.accuracy)}": model.accuracy < gate.accuracy,
        f"more than {gate.points:g} points lost": points_lost(made, reference) > gate.points,
        f"longer than {gate.minutes:g} minutes": working_time(made) > gate.minutes * 60,
    }
    return [words for words, true in found.items() if true]


def points_lost(made: Summary, reference: Summary) -> float:
    """Points of accuracy on the test images between the float network and the coded model."""
    return (figures_of(reference, "train").accuracy - figures_of(made, "huffman").accuracy) * 100


def working_time(made: Summary) -> float:
    """Seconds that all stages took."""
    return sum(figures.seconds for figures in made.stages)


def _row(preset: str, seed: int, made: Summary, reference: Summary, broken: list[str]) -> tuple[str, ...]:
    model, alone = figures_of(made, "huffman"), figures_of(reference, "train")
    return (
        preset,
        str(seed),
        f"{model.bytes:,}",
        wording.accuracy(model.accuracy, *model.accuracy_interval),
        wording.accuracy(alone.accuracy, *alone.accuracy_interval),
        f"{points_lost(made, reference):.1f}",
        wording.duration(working_time(made)),
        ", ".join(broken) or "kept",
    )
