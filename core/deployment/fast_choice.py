"""The settings that are fast on a board, with what runs of the same images came to with them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from core.boards.profiles import BoardProfile
from core.boards.resource_estimate import network_shape
from core.deployment.board_results import FastChoice
from core.deployment.timing import fast_choice
from core.errors import SqueezeError
from core.runs.folder import RunFolder
from core.runs.record import RunRecord
from core.runs.summary import Summary

_MOST_RUNS = 200
"""Of so many runs beside a run its images are looked up."""


def measured_milliseconds(summary: Summary, profile: BoardProfile) -> float | None:
    """What a real board of this type reported for the run's model."""
    board = summary.board
    is_measured = board is not None and board.latency_measured and board.profile == profile.id
    return board.latency_ms if board and is_measured else None


def fast_choice_of_run(
    folder: RunFolder, record: RunRecord, classes: int, profile: BoardProfile, latency_ms: float
) -> FastChoice | None:
    """The fast settings for a run's images, with the accuracy of a finished run that has them."""
    choice = fast_choice(profile, network_shape(record.settings, classes), latency_ms)
    if choice is None:
        return None
    for other in (folder,) if choice.is_own else _beside(folder):
        found = _accuracy(other, record, choice)
        if found is not None:
            return msgspec.structs.replace(choice, accuracy=found, run=str(other.path))
    return choice


def _beside(folder: RunFolder) -> Iterator[RunFolder]:
    """The runs in the folder that a run is in."""
    parent = folder.path.absolute().parent
    try:
        paths = sorted(path for path in parent.iterdir() if path != folder.path.absolute())
    except OSError:
        return
    for path in paths[:_MOST_RUNS]:
        if (path / folder.record.name).is_file():
            yield RunFolder(path)


def _accuracy(folder: RunFolder, record: RunRecord, choice: FastChoice) -> float | None:
    """The test accuracy of the finished model in a folder, where it has these images and settings."""
    try:
        other = folder.read_record()
        settings, wanted = other.settings, record.settings
        alike = (
            settings.data.source == wanted.data.source
            and settings.data.gray == wanted.data.gray
            and settings.data.image_size == choice.image_size
            and settings.network.width == choice.width
        )
        coded = folder.read_summary().of("huffman") if alike and other.is_done("huffman") else None
    except SqueezeError:
        return None
    return coded.accuracy if coded else None
