"""`squeeze explore`: how accuracy depends on size, memory and time, over a grid of networks."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar, get_args

import msgspec

from core import wording
from core.boards.profiles import board_profile
from core.commands.console import Console
from core.commands.run_settings import source_of
from core.commands.running import run_in_worker
from core.commands.selection import add_selection_options, asked_selection
from core.errors import EXIT_DONE, DataError, UsageError
from core.exploring.exploration import COSTS, Explored, front_of
from core.reading import resolved
from core.requests import Budget, ClusterSettings, ExploreRequest, Grid
from core.settings import PRESETS, PresetName, changed

Value = TypeVar("Value")
_BOARD = "esp32-cam"
_GRID, _BUDGET = Grid(), Budget()
_HEAD = ("Network", "File", "Memory", "Time", "Accuracy", "Best of its size")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze explore` takes."""
    parser.add_argument(
        "--out", metavar="FOLDER", type=Path, required=True, help="folder for the points; continues there"
    )
    parser.add_argument("--data", metavar="PATH", help="folder or archive with images, or 'scenes'")
    add_selection_options(parser)
    grid = parser.add_argument_group("grid", "values separated by commas; a point is one of each")
    grid.add_argument("--image-sizes", type=_values(int), default=_GRID.image_sizes, metavar="N,N")
    grid.add_argument("--widths", type=_values(float), default=_GRID.widths, metavar="W,W")
    grid.add_argument("--squeeze-ratios", type=_values(float), default=_GRID.squeeze_ratios, metavar="R,R")
    grid.add_argument("--shares-3x3", type=_values(float), default=_GRID.shares_3x3, metavar="P,P")
    grid.add_argument("--bypasses", type=_values(str), default=_GRID.bypasses, metavar="KIND,KIND")
    parser.add_argument(
        "--preset", choices=get_args(PresetName), default=_BUDGET.preset, help="default: quick"
    )
    parser.add_argument(
        "--epochs", type=int, default=_BUDGET.epochs, help=f"epochs of each point; default: {_BUDGET.epochs}"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="random seed")
    parser.add_argument("--scenes-per-class", type=int, metavar="N", help="sample scenes of each class")
    parser.add_argument(
        "--board", default=_BOARD, metavar="ID", help=f"memory and time on this board; default: {_BOARD}"
    )
    where = parser.add_argument_group("where points are trained")
    where.add_argument(
        "--workers", type=int, default=1, metavar="N", help="points at a time on this computer"
    )
    where.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler, such as tcp://10.0.0.5:8786")
    for name, what in (
        ("ca", "certificate of the authority"),
        ("cert", "certificate"),
        ("key", "private key"),
    ):
        where.add_argument(f"--tls-{name}", metavar="FILE.pem", help=f"{what}, for a cluster with TLS")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Explore and show the points; the exit code. Raises `SqueezeError` or `TaskEnded`."""
    explored = msgspec.convert(run_in_worker(explore_request(arguments), console).figures, resolved(Explored))
    console.result(explored, explored_text(explored))
    return EXIT_DONE


def explore_request(arguments: argparse.Namespace) -> ExploreRequest:
    """What the options ask for. Raises data-not-named, setting-invalid, usage, board-unknown."""
    if arguments.data is None:
        raise DataError("data-not-named")
    tls = (arguments.tls_ca, arguments.tls_cert, arguments.tls_key)
    if any(tls) and not (all(tls) and arguments.cluster):
        reason = "--tls-ca, --tls-cert and --tls-key belong together, and to --cluster"
        raise UsageError("usage", reason=reason, command="squeeze explore")
    base = PRESETS[arguments.preset]
    data = changed(
        base.data,
        source=source_of(arguments.data),
        scenes_per_class=arguments.scenes_per_class,
        **asked_selection(arguments),
    )
    return _checked(
        ExploreRequest(
            folder=str(arguments.out),
            settings=changed(msgspec.structs.replace(base, data=data), seed=arguments.seed),
            grid=Grid(
                image_sizes=arguments.image_sizes,
                widths=arguments.widths,
                squeeze_ratios=arguments.squeeze_ratios,
                shares_3x3=arguments.shares_3x3,
                bypasses=arguments.bypasses,
            ),
            budget=Budget(preset=arguments.preset, epochs=arguments.epochs),
            board=board_profile(arguments.board).id,
            cluster=ClusterSettings(
                address=arguments.cluster,
                workers=arguments.workers,
                tls_ca=arguments.tls_ca,
                tls_cert=arguments.tls_cert,
                tls_key=arguments.tls_key,
            ),
        )
    )


def explored_text(explored: Explored) -> str:
    """The points as a table, those on the Pareto front marked, and where it is as CSV."""
    fronts = {cost: front_of(explored.points, cost) for cost in COSTS}
    rows = [
        (
            point.name,
            wording.size(point.bytes),
            wording.size(point.arena_bytes),
            wording.milliseconds(point.latency_ms),
            wording.accuracy(point.accuracy, *point.accuracy_interval),
            "yes" if point.name in fronts["bytes"] else "",
        )
        for point in explored.points
    ]
    start = "from scratch" if explored.from_scratch else "from starting weights"
    lines = [
        wording.table(_HEAD, rows),
        "",
        f"Trained {start}. Memory and time: estimates for {explored.board}.",
    ]
    lines += [f"{one.name} failed: {one.happened} {one.remedy}" for one in explored.failed]
    return "\n".join([*lines, f"Table: {explored.table}"])


def _checked(request: ExploreRequest) -> ExploreRequest:
    try:
        return msgspec.convert(msgspec.to_builtins(request), resolved(ExploreRequest))
    except msgspec.ValidationError as error:
        raise UsageError("setting-invalid", detail=str(error), reason=str(error)) from error


def _values(read: Callable[[str], Value]) -> Callable[[str], tuple[Value, ...]]:
    def values(text: str) -> Sequence[Value]:
        return tuple(read(part) for part in text.split(",") if part)

    return values  # type: ignore[return-value]
