"""`squeeze export`: a finished model in a form for use elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

import msgspec

from core import wording
from core.commands.console import Console
from core.commands.running import run_in_worker
from core.deployment.board_results import Exported
from core.errors import EXIT_DONE
from core.requests import ExportForm, ExportRequest

_FILES_SHOWN = 8


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `squeeze export` takes."""
    parser.add_argument("run", metavar="RUN", help="folder of a finished run")
    parser.add_argument(
        "--as",
        choices=get_args(ExportForm),
        required=True,
        dest="form",
        help=".tflite files, a C array with its header, an ESP-IDF project, firmware and model in one file "
        "for address 0x0, a web page that flashes them, the model card alone, or the first three in a "
        "zip file; each with the model card (Markdown and HTML)",
    )
    parser.add_argument(
        "--out",
        metavar="PATH",
        type=Path,
        required=True,
        help="new folder; for zip: the file; for tflite and flash-image: a folder, or a .tflite or .bin file",
    )
    parser.add_argument("--force", action="store_true", help="overwrite existing files")
    parser.add_argument("--board", metavar="ID", help="board that firmware is for; default: the run's")
    parser.add_argument(
        "--firmware",
        metavar="FILE",
        help="firmware bundle to use; 'fetch': download the release; 'build': build it here",
    )


def perform(arguments: argparse.Namespace, console: Console) -> int:
    """Export and say what was written; the exit code. Raises `TaskEnded`."""
    request = ExportRequest(
        run=arguments.run,
        form=arguments.form,
        output=str(arguments.out),
        board=arguments.board,
        firmware=arguments.firmware,
        replace=arguments.force,
    )
    succeeded = run_in_worker(request, console)
    console.result(succeeded.figures, exported_text(msgspec.convert(succeeded.figures, Exported)))
    return EXIT_DONE


def exported_text(exported: Exported) -> str:
    """What was written, and where to read on."""
    count = len(exported.files)
    if count == 1:
        card = f" (model card: {', '.join(exported.card)})" if exported.card else ""
        return f"{exported.output}: {wording.size(exported.bytes)}{card}"
    names = ", ".join(exported.files[:_FILES_SHOWN])
    more = f" and {count - _FILES_SHOWN} more" if count > _FILES_SHOWN else ""
    after = "" if exported.form == "card" else "\nSee README.md there for the next steps."
    return f"{exported.output}: {count} files, {wording.size(exported.bytes)} ({names}{more}){after}"
