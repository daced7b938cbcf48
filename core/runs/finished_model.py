"""The last file of a finished run, with what is needed to use it elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from core.boards.model_image import image_of_model
from core.boards.pin_use import require_free_pins
from core.boards.profiles import BoardProfile, board_block
from core.errors import RunError
from core.runs.folder import RunFolder, labels_text
from core.runs.record import RunRecord
from core.runs.samples import Samples, read_samples
from core.runs.summary import Summary
from core.settings import STAGES, Stage

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
    def image_shape(self) -> tuple[int, int, int]:
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

    Raises run-not-found, run-other-version, stage-missing when the run is not finished, and run-damaged when
    the file is not the one that its stage wrote, or its figures or labels are others.
    """
    record = folder.read_record()
    if not record.is_done(LAST):
        raise RunError("stage-missing", stage=doing, needed=LAST)
    model = folder.finished_file(record, LAST)
    summary = folder.read_summary()
    folder.require_figures(record, summary, LAST)
    labels = checked_labels(folder, record, summary)
    return FinishedModel(record, summary, folder.file(LAST).name, model, labels)


def checked_labels(folder: RunFolder, record: RunRecord, summary: Summary) -> tuple[str, ...]:
    """A run's classes in the order of its models' outputs. Raises run-damaged for others than written."""
    labels = summary.dataset.classes
    written = record.files.get(folder.labels.name)
    if written is not None and hashlib.sha256(labels_text(labels)).hexdigest() != written:
        raise RunError("run-damaged", path=folder.summary, stage=STAGES[0])
    return labels


def finished_image(finished: FinishedModel, profile: BoardProfile, name: str = "The model") -> bytes:
    """The model image for a board, with the run's actions.

    Raises pin-in-use for an action with a pin that the board needs for itself, and what `image_of_model`
    raises.
    """
    act = {
        label: action for label, action in finished.record.settings.act.items() if label in finished.labels
    }
    require_free_pins(profile, act)
    return image_of_model(
        finished.model, finished.labels, board_block(profile), name, finished.sure_score, act
    )


def samples_of(folder: RunFolder, finished: FinishedModel) -> Samples:
    """The test images that were kept. Raises run-damaged for others than those that were written."""
    folder.require_unchanged(finished.record, folder.samples, LAST)
    return read_samples(folder.samples, finished.image_shape, len(finished.labels))
