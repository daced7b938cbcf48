"""How long stages will take, for the settings as they are or as they could be."""

from __future__ import annotations

from collections.abc import Mapping

from app.session import Session
from core.errors import SqueezeError
from core.runs.time_estimate import PictureCounts, TimedStage, counts_of, expected_seconds
from core.settings import RunSettings


def expected_times(
    session: Session, settings: RunSettings | None = None
) -> Mapping[TimedStage, float] | None:
    """Seconds for each stage of the open run; None before its pictures were counted."""
    counts = _counts(session)
    if counts is None:
        return None
    try:
        return expected_seconds(settings or session.settings, counts)
    except (SqueezeError, ValueError):
        return None


def _counts(session: Session) -> PictureCounts | None:
    if session.report is not None:
        return counts_of(session.report, session.settings.data)
    if session.summary is None:
        return None
    data = session.summary.dataset
    return PictureCounts(len(data.classes), data.train_images, data.validation_images, data.test_images)
