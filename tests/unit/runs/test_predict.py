"""What a model file sees in images, and when it is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from core.commands.predict import predictions_text
from core.requests import PredictRequest
from core.runs.folder import RunFolder
from core.runs.predict import predict
from core.runs.results import Predictions
from tests.builders.finished_runs import CLASSES, color_files, colored, finished_run, images
from tests.recording import RecordingTask

SURE_SCORE = 77
SHOWN = {"red": colored(250, 20, 20), "noise": images(1)[0]}


@pytest.fixture
def shown(tmp_path: Path) -> tuple[str, ...]:
    paths = tuple(str(tmp_path / f"{name}.png") for name in SHOWN)
    for path, image in zip(paths, SHOWN.values(), strict=True):
        Image.fromarray(image).save(path)
    return paths


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", files=color_files(), sure_score=SURE_SCORE)


def predicted(model: Path, shown: tuple[str, ...]) -> Predictions:
    return predict(PredictRequest(model=str(model), images=shown), RecordingTask())


@pytest.mark.parametrize("stage", ["quantize", "huffman"])
def test_a_runs_file_is_sure_of_what_it_knows_only(
    run: RunFolder, shown: tuple[str, ...], stage: str
) -> None:
    told = predicted(run.file(stage), shown)  # type: ignore[arg-type]
    assert told.sure_from == (SURE_SCORE + 128) / 256
    assert [one.sure for one in told.predictions] == [True, False]
    assert [one.sure for one in told.predictions] == [
        one.answers[0].probability >= told.sure_from for one in told.predictions
    ]


def test_it_is_told_in_words(run: RunFolder, shown: tuple[str, ...]) -> None:
    head, red, noise = predictions_text(predicted(run.file("huffman"), shown)).splitlines()
    assert head.split() == ["image", "prediction", "next", "next"]
    assert f"{CLASSES[0]} 9" in red
    assert noise.count("not sure (") == 1
    assert noise.count("%") == 3


@pytest.mark.parametrize("change", ["no run", "another file", "no threshold", "damaged"])
def test_without_a_threshold_of_its_own_a_file_is_always_sure(
    run: RunFolder, shown: tuple[str, ...], tmp_path: Path, change: str
) -> None:
    model = run.file("huffman")
    match change:
        case "no run":
            model = model.rename(tmp_path / "alone.tflite")
        case "another file":
            model.write_bytes(run.file("quantize").read_bytes())
        case "no threshold":
            model = finished_run(tmp_path / "old", files=color_files()).file("huffman")
        case _:
            run.summary.write_text("no summary")
    told = predicted(model, shown)
    assert told.sure_from is None
    assert [one.sure for one in told.predictions] == [True, True]
    assert "not sure" not in predictions_text(told)
