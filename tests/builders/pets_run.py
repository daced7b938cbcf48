"""The run that tests of the window look at: all stages, really made by a worker, of images in a zip."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.events import Crashed, Failed
from core.processes.client import WorkerProcess
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.settings import (
    DataSettings,
    NetworkSettings,
    PruneSettings,
    QuantizeSettings,
    RunSettings,
    TrainSettings,
)
from tests.builders import images
from tests.builders.images import contents_of, write_classes, write_zip
from tests.builders.kept_runs import kept_run

PETS = ("cat", "dog", "Eichhörnchen")
_IMAGES = 24


def pets_run(config: pytest.Config) -> RunFolder:
    """The run. To be read only."""
    return RunFolder(kept_run("pets", config, make, Path(__file__), Path(images.__file__)) / "pets")


def make(folder: Path) -> None:
    """Make the run `folder`/pets, of `folder`/pets.zip."""
    drawn = folder / "images"
    write_classes(drawn, dict.fromkeys(PETS, _IMAGES))
    source = write_zip(folder / "pets.zip", contents_of(drawn))
    settings = RunSettings(
        data=DataSettings(source=str(source), image_size=32),
        network=NetworkSettings(width=0.125),
        train=TrainSettings(epochs=2, batch_size=16),
        prune=PruneSettings(epochs=2, sparsity=0.5),
        quantize=QuantizeSettings(epochs=1, weight_bits=3),
    )
    with WorkerProcess(RunRequest(folder=str(folder / "pets"), settings=settings)) as worker:
        for event in worker.events():
            assert not isinstance(event, Failed | Crashed), event
