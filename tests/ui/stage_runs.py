"""Finished runs made into runs that are not finished."""

from __future__ import annotations

import msgspec

from core.runs.folder import RunFolder
from core.settings import STAGES, Stage


def without(folder: RunFolder, stage: Stage) -> None:
    """Make a finished run one in which `stage` and those after it are to be done."""
    first = STAGES.index(stage)
    record = folder.read_record()
    stages = dict(record.stages)
    for later in STAGES[first:]:
        stages[later] = msgspec.structs.replace(stages[later], state="waiting", fingerprint="")
        folder.details(later).unlink()
    folder.write_record(msgspec.structs.replace(record, stages=stages))
    summary = folder.read_summary()
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=summary.stages[:first]))
