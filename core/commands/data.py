"""`squeeze data`: what is in a data set, and what is wrong with it, before anything is trained."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.run_settings import DEFAULT_PRESET, source_of
from core.commands.running import run_in_worker
from core.commands.selection import add_selection_options, asked_selection, finding_text
from core.errors import EXIT_DONE, EXIT_FAILED
from core.events import AnyEvent, Finding
from core.requests import DataRequest, MapRequest
from core.settings import PRESETS, SAMPLE_SCENES, DataSettings, changed, description, possible

if TYPE_CHECKING:
    from core.runs.dataset_report import DataReport
    from core.runs.image_map import ImageMap


_MOST_SHOWN = 20
_ROLES = {"set-aside": "set aside", "left-out": "excluded"}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze data` takes."""
    parser.add_argument("source", metavar="PATH", help=f"folder or archive with images, or '{SAMPLE_SCENES}'")
    side = f"{description(DataSettings, 'image_size')}: {possible(DataSettings, 'image_size')}"
    parser.add_argument("--image-size", type=int, metavar="N", help=side)
    add_selection_options(parser)
    parser.add_argument(
        "--map",
        metavar="FILE",
        help="also list the likely wrong labels, and write all images as points on a map to a CSV file",
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE of --map")


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Look and show what was found; the exit code, 1 when it cannot be trained on.

    Raises `TaskEnded`, and what `check_output` raises.
    """
    # Not needed to show help, and it brings numpy.
    from core.outputs import check_output
    from core.reading import resolved
    from core.runs.dataset_report import DataReport
    from core.runs.image_map import ImageMap

    settings = changed(
        PRESETS[DEFAULT_PRESET].data,
        source=source_of(arguments.source),
        image_size=arguments.image_size,
        **asked_selection(arguments),
    )

    def show(event: AnyEvent) -> None:
        if not isinstance(event, Finding):
            console.show(event)

    if arguments.map:
        check_output(Path(arguments.map), replace=arguments.force)
    succeeded = run_in_worker(DataRequest(settings=settings), console, show)
    report = msgspec.convert(succeeded.figures, DataReport)
    if not (arguments.map and report.ready):
        console.result(succeeded.figures, report_text(report))
        return EXIT_DONE if report.ready else EXIT_FAILED
    request = MapRequest(settings=settings, output=arguments.map, replace=arguments.force)
    mapped = run_in_worker(request, console, show)
    figures = {**succeeded.figures, "map": mapped.figures}
    made = msgspec.convert(mapped.figures, resolved(ImageMap))
    console.result(figures, f"{report_text(report)}\n\n{map_text(made)}")
    return EXIT_DONE


def report_text(report: DataReport) -> str:
    """The classes with their images, then the findings with what would mend them."""
    parts = [part for part in ("train", "validation", "test") if report.brings_split]
    head = ("class", "used", "listed", *parts, "")
    rows = [
        (
            group.name,
            f"{group.images:,}",
            f"{group.listed:,}",
            *(f"{group.parts.get(part, 0):,}" for part in parts),  # type: ignore[call-overload]
            _ROLES.get(group.role, ""),
        )
        for group in report.classes
    ]
    used = sum(group.role == "used" for group in report.classes)
    classes = "class" if used == 1 else "classes"
    lines = [
        wording.table(head, rows),
        "",
        f"{report.name}: {report.images:,} of {report.listed:,} images are usable, in {used} {classes}"
        f"{_sizes(report)}.",
    ]
    lines += [f"{'stops' if one.stops else 'note'}: {finding_text(one)}" for one in report.findings]
    if not report.ready:
        lines.append("Training is not possible until this is fixed.")
    return "\n".join(lines)


def map_text(made: ImageMap) -> str:
    """The labels that are likely wrong, the likeliest first, and where all images are written."""
    suspects = made.suspects
    of = "" if len(made.points) == made.images else f" (of {made.images:,}, a part of each class)"
    lines = [f"{len(suspects):,} of {len(made.points):,} labels are likely wrong{of}."]
    if suspects:
        rows = [
            (
                point.image,
                point.is_class,
                wording.percent(point.probability),
                point.likeliest,
                wording.percent(point.likeliest_probability),
            )
            for point in suspects[:_MOST_SHOWN]
        ]
        lines += ["", wording.table(("image", "label", "probability", "more likely", ""), rows)]
    if len(suspects) > _MOST_SHOWN:
        lines.append(f"... and {len(suspects) - _MOST_SHOWN:,} more.")
    lines += ["", f"Written to {made.table}: all images as points, likely wrong labels first."]
    return "\n".join(lines)


def _sizes(report: DataReport) -> str:
    if report.smallest is None or report.largest is None:
        return ""
    smallest, largest = (f"{width}x{height}" for width, height in (report.smallest, report.largest))
    return f", {smallest} pixels" if smallest == largest else f", {smallest} to {largest} pixels"
