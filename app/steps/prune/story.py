"""What pruning has told so far: how far its layers are, and what its search has tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.events import LayerReport, PruneTrial, StageStarted


@dataclass(frozen=True)
class Layer:
    """A layer: the share of its connections that is gone, and how many it has."""

    gone: float
    connections: int


@dataclass
class PruneStory:
    """Grows with the events that it is told; the same whether they come at once or one by one."""

    layers: dict[str, Layer] = field(default_factory=dict)
    trials: list[PruneTrial] = field(default_factory=list)

    def take(self, events: Iterable[object]) -> bool:
        """Take in events; whether there was anything in them that counts."""
        counted = False
        for event in events:
            match event:
                case StageStarted(stage="train") | StageStarted(stage="prune", resumed_epoch=0):
                    self.layers = {}
                case LayerReport(stage="prune"):
                    self.layers[event.layer] = _layer(event.figures)
                case PruneTrial():
                    # A search that begins anew begins with its first trial.
                    self.trials = [*self.trials[: event.trial - 1], event]
                case _:
                    continue
            counted = True
        return counted


def since_training(layers: Mapping[str, Layer], trained: Mapping[str, int]) -> dict[str, Layer]:
    """The same layers, with the connections that went with their filters counted as gone.

    `trained` says how many connections each had after training; layers that are not in it stay as they are.
    """
    counted = {}
    for name, layer in layers.items():
        before = max(trained.get(name, 0), layer.connections)
        kept = (1 - layer.gone) * layer.connections
        counted[name] = Layer(1 - kept / before if before else layer.gone, before)
    return counted


def gone_share(layers: Mapping[str, Layer]) -> float | None:
    """The share of the connections of all layers that is gone, None without a layer."""
    total = sum(layer.connections for layer in layers.values())
    return sum(layer.gone * layer.connections for layer in layers.values()) / total if total else None


def _layer(figures: Mapping[str, float]) -> Layer:
    return Layer(figures.get("sparsity", 0.0), round(figures.get("weights", 0.0)))
