"""What a run's folder holds, read for a report; what is not there yet is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import SqueezeError
from core.report.history import NO_HISTORY, History, history_of
from core.runs.data import DataRecord, read_data_record
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.record import RunRecord
from core.runs.stage_details import HuffmanDetails, PruneDetails, QuantizeDetails, read_details
from core.runs.summary import StageFigures, Summary
from core.runs.yardstick import read_yardstick
from core.settings import STAGES, Stage


@dataclass(frozen=True)
class RunContents:
    """A run as far as it has come.

    `details` are those of the stages that are in `summary`; `prune`, `quantize` and `huffman` hold what these
    stages have beside that, where it can be read. `alexnet` is the network that was trained to compare the
    run with. `began` is seconds since 1970, None when nothing tells it.
    """

    name: str
    record: RunRecord
    summary: Summary | None
    data: DataRecord | None
    details: Mapping[Stage, Details]
    prune: PruneDetails | None
    quantize: QuantizeDetails | None
    huffman: HuffmanDetails | None
    alexnet: StageFigures | None
    history: History

    @property
    def stages(self) -> tuple[StageFigures, ...]:
        """The figures of the finished stages, in order."""
        return self.summary.stages if self.summary else ()

    @property
    def last(self) -> StageFigures | None:
        """The figures of the last finished stage."""
        return self.stages[-1] if self.stages else None

    @property
    def last_details(self) -> Details | None:
        """The details of the last finished stage that has some."""
        return next((self.details[stage] for stage in reversed(STAGES) if stage in self.details), None)

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes, as far as they are known."""
        if self.summary:
            return self.summary.dataset.classes
        return self.data.classes if self.data else ()


def read_contents(folder: RunFolder) -> RunContents:
    """What the folder of a run holds. Raises run-not-found, run-other-version or run-damaged."""
    record = folder.read_record()
    summary = folder.read_summary() if folder.summary.exists() else None
    done = {figures.name for figures in summary.stages} if summary else set()
    read = {stage: read_details(folder, stage, Details) for stage in STAGES if stage in done}
    return RunContents(
        name=folder.path.resolve().name,
        record=record,
        summary=summary,
        data=_data(folder, record),
        details={stage: details for stage, details in read.items() if details},
        prune=read_details(folder, "prune", PruneDetails) if "prune" in done else None,
        quantize=read_details(folder, "quantize", QuantizeDetails) if "quantize" in done else None,
        huffman=read_details(folder, "huffman", HuffmanDetails) if "huffman" in done else None,
        alexnet=read_yardstick(folder, record),
        history=history_of(read_events(folder.events)) if folder.events.exists() else NO_HISTORY,
    )


def _data(folder: RunFolder, record: RunRecord) -> DataRecord | None:
    try:
        folder.require_unchanged(record, folder.data, STAGES[0])
        return read_data_record(folder.data)
    except SqueezeError:
        return None
