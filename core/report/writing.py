"""A run's report, written where it is wanted."""

from __future__ import annotations

import time
from pathlib import Path

from core.errors import SqueezeError
from core.events import Log
from core.files import write_whole
from core.outputs import check_output, write_output
from core.report.contents import read_contents
from core.report.document import report_page
from core.report.mistakes import mistakes_of
from core.report.reported import Reported
from core.runs.folder import RunFolder
from core.task import Task


def write_report(
    folder: RunFolder, task: Task, output: Path | None = None, *, replace: bool = False
) -> Reported:
    """Write the report of a run, as far as it has come, to `output`, or into its folder.

    Raises what `read_contents` raises, what `write_output` raises for `output`, disk-full, write-permission,
    not-replaceable and `Cancelled`.
    """
    contents = read_contents(folder)
    if output is not None:
        check_output(output, replace=replace)
    task.status("Writing the report")
    page = report_page(contents, mistakes_of(contents, task), time.time()).encode()
    if output is None:
        write_whole(folder.report, page)
    else:
        write_output(output, page, replace=replace)
    names = tuple(str(figures.name) for figures in contents.stages)
    return Reported(run=str(folder.path), output=str(output or folder.report), bytes=len(page), stages=names)


def write_own_report(folder: RunFolder, task: Task) -> None:
    """Write a finished run's report into its folder; what keeps it from being written is told, no more."""
    try:
        with task.span("report"):
            write_report(folder, task)
    except SqueezeError as error:
        task.report(Log(level="warning", text=f"The report was not written. {error.happened}"))
