"""The last file of a finished run, with what is needed to use it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import STAGE_MISSING, SqueezeError
from core.pipeline.record import RunRecord
from core.pipeline.run_folder import RunFolder
from core.pipeline.summary import Summary
from core.settings import Stage

LAST: Stage = "huffman"


@dataclass(frozen=True)
class FinishedModel:
    """The Huffman-coded file of a run, as bytes, and the labels in the order of its outputs."""

    record: RunRecord
    summary: Summary
    name: str
    model: bytes
    labels: tuple[str, ...]

    @property
    def picture_shape(self) -> tuple[int, int, int]:
        """What it takes: height, width, channels."""
        data = self.record.settings.data
        return data.image_size, data.image_size, 1 if data.gray else 3

    @property
    def sure_score(self) -> int | None:
        """The highest score from which on its answers are sure; None in runs that were made without."""
        figures = self.summary.of(LAST)
        return figures.threshold.score if figures and figures.threshold else None


def finished_model(folder: RunFolder, doing: str) -> FinishedModel:
    """What a finished run came to; `doing` names what it is wanted for.

    Raises RUN_NOT_FOUND, RUN_OTHER_VERSION, STAGE_MISSING when the run is not finished, and RUN_DAMAGED when
    the file is not the one that its stage wrote.
    """
    record = folder.read_record()
    if not record.is_done(LAST):
        raise SqueezeError(STAGE_MISSING, stage=doing, needed=LAST)
    model = folder.finished_file(record, LAST)
    summary = folder.read_summary()
    return FinishedModel(record, summary, folder.file(LAST).name, model, summary.dataset.classes)
