"""The points of a grid: one for each combination, all trained from the same start."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import SqueezeError
from core.exploring.grid import MOST_POINTS, points_of, with_budget
from core.requests import Budget, Grid
from core.settings import PRESETS

QUICK = PRESETS["quick"]


def test_each_combination_is_a_point_with_a_name_of_its_own() -> None:
    grid = Grid(image_sizes=(64, 32), widths=(0.5, 0.25), bypasses=("none", "simple"))
    points = points_of(grid, QUICK)
    assert len({point.name for point in points}) == len(points) == 8
    assert points[0].name == "32px-width0.25-squeeze0.125-3x3-0.5-none"
    assert (points[-1].settings.data.image_size, points[-1].settings.network.width) == (64, 0.5)
    assert {point.settings.train.start_weights for point in points} == {"shipped"}


def test_all_start_from_scratch_where_one_has_no_starting_weights() -> None:
    points = points_of(Grid(squeeze_ratios=(0.125, 0.5)), QUICK)
    assert {point.settings.train.start_weights for point in points} == {"scratch"}


def test_a_grid_of_billions_of_points_is_refused_at_once() -> None:
    many = tuple(0.1 + n / 10_000 for n in range(1_000))
    with pytest.raises(SqueezeError) as caught:
        points_of(Grid(widths=many, squeeze_ratios=many, shares_3x3=many), QUICK)
    assert "3,000,000,000" in caught.value.happened


def test_a_budget_is_shorter_in_every_stage() -> None:
    settings = with_budget(QUICK, Budget(epochs=6))
    assert (settings.train.epochs, settings.prune.epochs, settings.quantize.epochs) == (6, 2, 1)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"image_sizes": (16,)}, "image_size"),
        ({"widths": (3.0,)}, "width"),
        ({"bypasses": ("double",)}, "bypass"),
        ({"widths": ()}, "0"),
        ({"widths": tuple(0.2 + n / 1000 for n in range(MOST_POINTS))}, "1,500"),
    ],
)
def test_values_out_of_range_are_named(values: dict[str, Any], named: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        points_of(Grid(**values), QUICK)
    assert caught.value.code == "setting-invalid"
    assert named in caught.value.happened
