"""`squeeze run`: from images to a Huffman-coded model, in as many sessions as it takes."""

from __future__ import annotations

import argparse
import os
import re
import time
from pathlib import Path

import msgspec

from core import wording
from core.boards.profiles import board_name, board_profile
from core.commands.console import Console
from core.commands.run_settings import (
    DEFAULT_PRESET,
    add_settings_options,
    changed_settings,
    gives_settings,
    new_settings,
    own_settings,
)
from core.commands.running import run_in_worker
from core.errors import EXIT_DONE, DataError, SqueezeError, UsageError
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.runs.summary import AccuracyEstimate, BoardFigures, StageFigures, Summary, Threshold
from core.settings import STAGES, RunSettings
from core.tracing import Traced

RUNS = Path("runs")
_LONGEST_NAME = 50
_MOST_NAMED = 5
_ARCHIVE_SUFFIXES = re.compile(r"(\.(zip|tar|tgz|gz|bz2|xz|tbz2|txz))+$", re.IGNORECASE)


class MadeRun(Summary, frozen=True, kw_only=True):
    """The figures of a run, and the trace of its session where one was asked for."""

    trace: Traced | msgspec.UnsetType = msgspec.UNSET


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze run` takes."""
    parser.add_argument("--out", metavar="RUN", type=Path, help="run folder; default: runs/NAME-DATE")
    going_on = parser.add_mutually_exclusive_group()
    going_on.add_argument(
        "--resume",
        action="store_true",
        help="continue RUN with its own settings; --data: where its images are now, if they moved",
    )
    going_on.add_argument(
        "--from",
        choices=STAGES,
        dest="start_from",
        help="redo this stage of RUN and all later ones with the settings given here",
    )
    parser.add_argument(
        "--until",
        choices=STAGES,
        default=STAGES[-1],
        help="stop after this stage; continue later with --resume",
    )
    parser.add_argument(
        "--board", metavar="ID", help="estimate the resources on this board ('squeeze boards' lists them)"
    )
    parser.add_argument(
        "--fast",
        action="store_true",
        help="take the largest image size and width that are fast on --board, up to those set here",
    )
    parser.add_argument(
        "--trace", metavar="FILE.json", type=Path, help="write a performance trace for chrome://tracing"
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE.json")
    add_settings_options(parser)


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Make the run and show its figures; the exit code. Raises `SqueezeError` or `TaskEnded`."""
    summary = made_run(run_request(arguments), console)
    text = summary_text(summary)
    console.result(summary, f"{text}\n\n{trace_text(summary.trace)}" if summary.trace else text)
    return EXIT_DONE


def made_run(request: RunRequest, console: Console) -> MadeRun:
    """Have a run made; its figures. Raises `TaskEnded`."""
    console.say(f"Run folder: {request.folder}")
    return msgspec.convert(run_in_worker(request, console).figures, MadeRun)


def run_request(arguments: argparse.Namespace) -> RunRequest:
    """What the options ask for.

    Raises board-unknown, usage for options that contradict each other, data-not-named, setting-invalid, and
    what reading the record of an existing run raises.
    """
    if arguments.board is not None:
        board_profile(arguments.board)
    if arguments.start_from and STAGES.index(arguments.until) < STAGES.index(arguments.start_from):
        reason = f"--until {arguments.until} comes before --from {arguments.start_from}"
        raise UsageError("usage", reason=reason, command="squeeze run")
    trace = None if arguments.trace is None else str(arguments.trace)
    return msgspec.structs.replace(
        _request(arguments),
        until=arguments.until,
        board=_board(arguments),
        fast=arguments.fast,
        trace=trace,
        replace_trace=arguments.force,
    )


def _board(arguments: argparse.Namespace) -> str | None:
    """The board that is named; what is to be fast on a board takes the run's own where none is."""
    board: str | None = arguments.board
    if not arguments.fast:
        return board
    if arguments.resume or arguments.start_from not in (None, STAGES[0]):
        reason = "--fast changes image size and width: use it for a new run or with --from train"
        raise UsageError("usage", reason=reason, command="squeeze run")
    if board is None and arguments.start_from:
        board = RunFolder(_named(arguments)).read_record().board
    if board is None:
        raise UsageError("usage", reason="--fast needs --board ID", command="squeeze run")
    return board


def _request(arguments: argparse.Namespace) -> RunRequest:
    if arguments.resume:
        return _resumed(arguments)
    if arguments.start_from:
        return _restarted(arguments)
    if arguments.data is None:
        raise DataError("data-not-named")
    settings = new_settings(arguments)
    return RunRequest(
        folder=str(arguments.out or new_folder(settings)),
        settings=settings,
        preset=arguments.preset or DEFAULT_PRESET,
        own=own_settings(arguments),
    )


def _resumed(arguments: argparse.Namespace) -> RunRequest:
    if gives_settings(arguments):
        reason = "--resume uses the run's own settings; to change settings, use --from STAGE"
        raise UsageError("usage", reason=reason, command="squeeze run")
    folder = _named(arguments)
    if arguments.data is None and not arguments.assignments:
        return RunRequest(folder=str(folder))
    own = RunFolder(folder).read_record().settings
    return RunRequest(folder=str(folder), settings=changed_settings(own, STAGES[0], arguments, None))


def _restarted(arguments: argparse.Namespace) -> RunRequest:
    folder = RunFolder(_named(arguments))
    own = folder.read_record().settings
    settings = changed_settings(own, arguments.start_from, arguments, _training_images(folder))
    return RunRequest(folder=str(folder.path), settings=settings, start_from=arguments.start_from)


def _training_images(folder: RunFolder) -> int | None:
    from core.runs.data import read_data_record

    try:
        return read_data_record(folder.data).training_images
    except SqueezeError:
        return None


def _named(arguments: argparse.Namespace) -> Path:
    if arguments.out is None:
        raise UsageError("usage", reason="--resume and --from need --out RUN", command="squeeze run")
    folder: Path = arguments.out
    return folder


def new_folder(settings: RunSettings) -> Path:
    """A folder in runs/ that is not there yet, named after the images and the day."""
    name = _ARCHIVE_SUFFIXES.sub("", Path(settings.data.source).name)
    name = re.sub(r"[^\w-]+", "-", name).strip("-")[:_LONGEST_NAME] or "run"
    first = RUNS / f"{name}-{time.strftime('%Y-%m-%d')}"
    number, folder = 1, first
    while os.path.lexists(folder):
        number += 1
        folder = first.with_name(f"{first.name}-{number}")
    return folder


def summary_text(summary: Summary) -> str:
    """The figures of a run as a table, with what they are compared with below."""
    float_bytes = summary.references.squeezenet_float_bytes
    rows = [_row(stage, float_bytes) for stage in summary.stages]
    in_5 = ("top-5",) if any(stage.top5_accuracy is not None for stage in summary.stages) else ()
    head = (
        "stage",
        "file",
        "size",
        "smaller",
        "accuracy on the test images (95 % CI)",
        *in_5,
        "runtime",
    )
    references = summary.references
    classes = len(summary.dataset.classes)
    return "\n".join(
        (
            wording.table(head, rows, left=2),
            "",
            f"{summary.dataset.test_images:,} test images, {classes} classes. 'smaller' compares with the "
            f"{wording.size(float_bytes)} of the float weights.",
            f"AlexNet: {wording.size(references.alexnet_bytes)} with 1,000 classes, "
            f"{wording.size(references.alexnet_same_classes_bytes)} with {classes}.",
            *([estimate_text(summary.estimate)] if summary.estimate else []),
            *(threshold_text(stage.threshold) for stage in summary.stages[-1:] if stage.threshold),
            *([board_text(summary.board)] if summary.board else []),
        )
    )


def estimate_text(estimate: AccuracyEstimate) -> str:
    """What to expect of new images, where few were there to measure that on."""
    sentences = [
        f"Estimated for new images like these: {wording.accuracy(estimate.accuracy, *estimate.interval)}, "
        f"by cross-validation on all {estimate.images:,} images, near copies in one fold "
        f"({estimate.groups:,} groups)."
    ]
    if estimate.from_scratch:
        sentences.append("This estimate uses the starting network; this run was trained from scratch.")
    if estimate.one_burst:
        names = [f"'{name}'" for name in estimate.one_burst[:_MOST_NAMED]]
        more = (
            [f"{len(estimate.one_burst) - _MOST_NAMED:,} more"]
            if len(estimate.one_burst) > _MOST_NAMED
            else []
        )
        sentences.append(
            f"Expect less in other places: all images of {', '.join([*names, *more])} are from one burst."
        )
    return " ".join(sentences)


def threshold_text(threshold: Threshold) -> str:
    """Which answers of a model are not sure, and what that turns away."""
    text = (
        f"Not sure below {wording.percent(threshold.probability)}: {wording.percent(threshold.passed)} of "
        "the correct predictions on the validation images reach it, and "
        f"{wording.percent(threshold.test_sure)} of all predictions on the test images."
    )
    if threshold.unrelated_rejected is None:
        return text
    return (
        f"{text} Of {threshold.unrelated_images} unrelated images "
        f"{wording.percent(threshold.unrelated_rejected)} are rejected."
    )


def trace_text(traced: Traced) -> str:
    """Where the trace is, and how long the steps took."""
    head = ("steps of", "count", "shortest", "median", "longest")
    rows = [
        (
            times.stage,
            f"{times.count:,}",
            *(f"{seconds * 1000:,.0f} ms" for seconds in (times.minimum, times.median, times.maximum)),
        )
        for times in traced.steps
    ]
    where = f"{traced.file}: open it in chrome://tracing or in Perfetto."
    return f"{wording.table(head, rows)}\n{where}" if rows else where


def board_text(board: BoardFigures) -> str:
    """How the model fits the run's board."""
    name = board_name(board.profile)
    needs = (
        f"flash {wording.size(board.flash_bytes)}, memory {wording.size(board.arena_bytes)}, "
        f"about {board.latency_ms / 1000:.2f} s per image"
    )
    if board.fits:
        return f"Fits {name}: {needs}."
    nearest = ""
    if board.nearest:
        nearest = f" --image-size {board.nearest.image_size} --width {board.nearest.width:g} would fit."
    return f"Does not fit {name}: {needs}. {' '.join(board.problems)}{nearest}"


def _row(stage: StageFigures, float_bytes: int) -> tuple[str, ...]:
    return (
        stage.name,
        stage.file,
        wording.size(stage.bytes),
        f"{float_bytes / stage.bytes:.1f} x",
        wording.accuracy(stage.accuracy, *stage.accuracy_interval),
        *(() if stage.top5_accuracy is None else (wording.percent(stage.top5_accuracy),)),
        stage.runtime,
    )
