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

    @property
    def gone(self) -> float | None:
        """The share of all connections that is gone, None before the first layer was told of."""
        return gone_share(self.layers)

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


def gone_share(layers: Mapping[str, Layer]) -> float | None:
    """The share of the connections of all layers that is gone, None without a layer."""
    total = sum(layer.connections for layer in layers.values())
    return sum(layer.gone * layer.connections for layer in layers.values()) / total if total else None


def _layer(figures: Mapping[str, float]) -> Layer:
    return Layer(figures.get("sparsity", 0.0), round(figures.get("weights", 0.0)))
