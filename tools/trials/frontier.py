"""Accuracy against bytes, memory and work, from the full network to what the plainest board takes."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from core import wording
from core.commands.console import Console
from core.settings import DataSettings, NetworkSettings, PresetName, PruneSettings, RunSettings, changed
from tools.trials.runs import Trial, figures_of, table


@dataclass(frozen=True)
class Point:
    """A run: a preset with some settings of its own."""

    name: str
    preset: PresetName
    data: dict[str, int]
    network: dict[str, float]
    prune: dict[str, float]

    def settings(self, trial: Trial) -> RunSettings:
        own = trial.settings(self.preset)
        data: DataSettings = changed(own.data, **self.data)
        network: NetworkSettings = changed(own.network, **self.network)
        prune: PruneSettings = changed(own.prune, **self.prune)
        return msgspec.structs.replace(own, data=data, network=network, prune=prune)


POINTS = (
    Point("all-filters", "quick", {}, {}, {"filters": 0.0, "sparsity": 0.8}),
    Point("quick", "quick", {}, {}, {}),
    Point("balanced", "balanced", {}, {}, {}),
    Point("best", "best", {}, {}, {}),
    Point("small", "quick", {"image_size": 64}, {"width": 0.5}, {}),
)
_HEAD = ("Run", "Images", "Bytes", "Right (TFLM)", "Arena", "MAC", "Boards")


def measure(trial: Trial, console: Console) -> str:
    """The table of all points. Raises `TaskEnded`."""
    return table(_HEAD, [_row(point, trial, console) for point in POINTS])


def _row(point: Point, trial: Trial, console: Console) -> tuple[str, ...]:
    settings = point.settings(trial)
    model = figures_of(trial.finished(point.name, settings, console), "huffman")
    side = settings.data.image_size
    assert model.macs is not None
    return (
        point.name,
        f"{side}x{side}",
        f"{model.bytes:,}",
        wording.accuracy(model.accuracy, *model.accuracy_interval),
        f"{model.arena_bytes:,}",
        f"{model.macs / 1e6:.1f} M",
        ", ".join(trial.boards(point.name, console)) or "none",
    )
