"""A run to be, of a few images, whose stages are played."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.runs import pipeline
from core.runs.folder import RunFolder
from core.runs.stage import StageContext, StageResult
from core.settings import DataSettings, RunSettings, Stage
from tests.builders.images import write_classes
from tests.builders.played_stages import play


@pytest.fixture(autouse=True)
def played(monkeypatch: pytest.MonkeyPatch) -> list[Stage]:
    """The stages that were done, in order."""
    done: list[Stage] = []

    def perform(stage: Stage, context: StageContext) -> StageResult:
        done.append(stage)
        return play(stage, context)

    monkeypatch.setattr(pipeline, "perform_stage", perform)
    return done


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    return RunSettings(data=DataSettings(source=str(tmp_path / "pets"), image_size=32))


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    return RunFolder(tmp_path / "run")
