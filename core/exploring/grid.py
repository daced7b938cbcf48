"""The grid of an exploration: which networks and image sizes are tried."""

from __future__ import annotations

import itertools
import math

import msgspec

from core.errors import UsageError
from core.networks.start_weights import starts_elsewhere
from core.requests import Budget, Grid
from core.settings import START_SCRATCH, DataSettings, NetworkSettings, RunSettings, changed

MOST_POINTS = 500
_PRUNE_SHARE = 3


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One network at one image size: the name of its run folder, and the settings of its run."""

    name: str
    settings: RunSettings


def points_of(grid: Grid, settings: RunSettings) -> tuple[Point, ...]:
    """All points of a grid, the smallest first; `settings` are those that they have in common.

    Points are compared with each other, so either all of them start from the same weights or none does: a
    grid with a network that has no starting weights is trained from scratch.

    Raises setting-invalid for a value out of range, for no points, and for more than `MOST_POINTS`.
    """
    values = (grid.image_sizes, grid.widths, grid.squeeze_ratios, grid.shares_3x3, grid.bypasses)
    count = math.prod(len(set(one)) for one in values)
    if not 0 < count <= MOST_POINTS:
        reason = f"a grid has 1 to {MOST_POINTS:,} points, and this one has {count:,}"
        raise UsageError("setting-invalid", reason=reason)
    points = [_point(settings, *one) for one in sorted(set(itertools.product(*values)))]
    if all(starts_elsewhere(point.settings) for point in points):
        return tuple(points)
    return tuple(msgspec.structs.replace(point, settings=_from_scratch(point.settings)) for point in points)


def with_budget(settings: RunSettings, budget: Budget) -> RunSettings:
    """`settings` with the epochs of a budget."""
    return msgspec.structs.replace(
        settings,
        train=changed(settings.train, epochs=budget.epochs),
        prune=changed(settings.prune, epochs=max(1, budget.epochs // _PRUNE_SHARE)),
        quantize=changed(settings.quantize, epochs=1),
    )


def _point(
    settings: RunSettings, image_size: int, width: float, squeeze_ratio: float, share_3x3: float, bypass: str
) -> Point:
    data: DataSettings = changed(settings.data, image_size=image_size)
    network: NetworkSettings = changed(
        settings.network,
        width=width,
        squeeze_ratio=squeeze_ratio,
        share_3x3=share_3x3,
        bypass=bypass,
    )
    return Point(
        name=f"{image_size}px-width{width:g}-squeeze{squeeze_ratio:g}-3x3-{share_3x3:g}-{bypass}",
        settings=msgspec.structs.replace(settings, data=data, network=network),
    )


def _from_scratch(settings: RunSettings) -> RunSettings:
    return msgspec.structs.replace(settings, train=changed(settings.train, start_weights=START_SCRATCH))
