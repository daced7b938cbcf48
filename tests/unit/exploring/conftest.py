"""An exploration whose points are played as a finished run, so that none takes a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.exploring import point_run
from core.requests import Budget, ExploreRequest, Grid
from core.runs.folder import RunFolder
from core.settings import DataSettings, RunSettings, TrainSettings
from tests.builders.dask_worker import play
from tests.builders.images import write_classes
from tests.builders.pets_run import PETS, pets_run


@pytest.fixture(scope="session")
def played(pytestconfig: pytest.Config) -> RunFolder:
    """What every point comes to."""
    return pets_run(pytestconfig)


@pytest.fixture
def images(tmp_path: Path) -> Path:
    folder = tmp_path / "pets"
    write_classes(folder, dict.fromkeys(PETS, 8))
    return folder


@pytest.fixture
def request_(tmp_path: Path, images: Path) -> ExploreRequest:
    """Two points in a new folder."""
    settings = RunSettings(
        data=DataSettings(source=str(images)), train=TrainSettings(start_weights="shipped")
    )
    return ExploreRequest(
        folder=str(tmp_path / "explored"),
        settings=settings,
        board="esp32-cam",
        grid=Grid(image_sizes=(32,), widths=(0.125, 0.25)),
        budget=Budget(epochs=3),
    )


@pytest.fixture
def plays(played: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Points of this process are played."""
    monkeypatch.setattr(point_run, "start_worker", point_run.start_worker)
    play(str(played.path), "0")
