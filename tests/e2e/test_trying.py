"""A finished run answers images with all its stages, and shows where the trained network looked."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.datasets.images import read_image
from core.errors import Cancelled, RunError
from core.events import Event, ImageRefused, ModelsOpened, Stopped, Tried
from core.processes.client import WorkerProcess
from core.requests import TryRequest
from core.runs.folder import RunFolder
from core.runs.predictors import KerasPredictor, heat_of, open_predictor
from core.runs.record import restarted
from core.runs.summary import Summary
from core.runs.trying import open_models, try_images
from core.settings import STAGES
from core.task import Task
from core.worker_commands import ClassifyFrame, ClassifyImages, StopWatching
from tests.builders.images import write_classes
from tests.builders.scenes_run import FinishedRun
from tests.e2e.squeeze import squeeze
from tests.recording import RecordingTask

pytestmark = pytest.mark.usefixtures("few_fires")


def answered(count: int) -> Callable[[Event], bool]:
    """Whether as many images were answered or refused, counted event by event."""
    left = count

    def is_last(event: Event) -> bool:
        nonlocal left
        left -= isinstance(event, Tried | ImageRefused)
        return left == 0

    return is_last


def frame(color: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), color).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def image(tmp_path: Path) -> Path:
    write_classes(tmp_path / "shown", {"cat": 1})
    return next((tmp_path / "shown" / "cat").iterdir())


def test_each_stage_answers_as_its_file_does_alone(finished: FinishedRun, image: Path) -> None:
    folder, task = RunFolder(finished.folder), RecordingTask(answered(1))
    task.give(ClassifyImages(paths=(str(image),)))
    with pytest.raises(Cancelled):
        try_images(TryRequest(run=str(finished.folder)), task)
    assert task.of(ModelsOpened)[0].stages == STAGES
    [tried] = task.of(Tried)
    summary = folder.read_summary()
    for one in tried.stages:
        predictor = open_predictor(folder.file(one.stage))  # type: ignore[arg-type]
        shown = read_image(image, predictor.image_size, gray=predictor.channels == 1)
        [alone] = predictor.probabilities(shown[np.newaxis], Task())
        by_name = dict(one.answers)
        assert [by_name[name] for name in summary.dataset.classes] == pytest.approx(alone, abs=1e-6)
        assert [value for _, value in one.answers] == sorted(by_name.values(), reverse=True)
        assert one.sure == (one.answers[0][1] >= threshold(summary, one.stage))
        assert one.milliseconds > 0
    with Image.open(io.BytesIO(tried.jpeg)) as square:
        assert square.size == (32, 32)


def threshold(summary: Summary, stage: str) -> float:
    figures = next(figures for figures in summary.stages if figures.name == stage)
    assert figures.threshold is not None
    return figures.threshold.probability


def test_the_heat_map_is_the_trained_networks_for_the_class_that_it_answered(
    finished: FinishedRun, image: Path
) -> None:
    folder, task = RunFolder(finished.folder), RecordingTask(answered(1))
    task.give(ClassifyImages(paths=(str(image),)))
    with pytest.raises(Cancelled):
        try_images(TryRequest(run=str(finished.folder)), task)
    [tried] = task.of(Tried)
    trained = KerasPredictor(folder.file("train"))
    number = folder.read_summary().dataset.classes.index(tried.stages[0].answers[0][0])
    shown = read_image(image, trained.image_size, gray=trained.channels == 1)
    heat = np.frombuffer(tried.heat, np.uint8).reshape(tried.heat_side, tried.heat_side)
    assert tried.heat_side > 1
    assert np.array_equal(heat, heat_of(trained)(shown, number))


def test_the_newest_frame_counts_and_what_waits_can_be_forgotten(finished: FinishedRun, image: Path) -> None:
    task = RecordingTask(answered(2))
    task.give(
        ClassifyImages(paths=(str(image), str(image))),
        StopWatching(),
        ClassifyFrame(name="old", data=b"dropped for the newer one"),
        ClassifyImages(paths=(str(image.parent),)),
        ClassifyFrame(name="camera", data=frame("red")),
    )
    with pytest.raises(Cancelled):
        try_images(TryRequest(run=str(finished.folder)), task)
    assert [(one.image, one.source) for one in task.of(Tried)] == [(str(image), "file"), ("camera", "frame")]


def test_an_image_that_cannot_be_read_is_refused_and_the_next_is_answered(
    finished: FinishedRun, image: Path, tmp_path: Path
) -> None:
    task = RecordingTask(answered(4))
    (tmp_path / "damaged.png").write_bytes(image.read_bytes()[:99])
    task.give(
        ClassifyFrame(name="camera", data=b"no image"),
        ClassifyImages(paths=(str(tmp_path / "gone.png"), str(tmp_path / "damaged.png"), str(image))),
    )
    with pytest.raises(Cancelled):
        try_images(TryRequest(run=str(finished.folder)), task)
    refused = {Path(one.image).name: one for one in task.of(ImageRefused)}
    assert {name: one.code for name, one in refused.items()} == {
        "camera": "picture-unreadable",
        "gone.png": "data-not-found",
        "damaged.png": "picture-unreadable",
    }
    assert refused["damaged.png"].remedy == "Open it in an image viewer. If that fails too, replace it."
    assert len(task.of(Tried)) == 1


def test_a_worker_is_asked_image_by_image_and_stops_when_asked(finished: FinishedRun, image: Path) -> None:
    colors = ["red", "blue"]
    with WorkerProcess(TryRequest(run=str(finished.folder))) as worker:
        worker.send(ClassifyImages(paths=(str(image),)))
        seen: list[Tried] = []
        for event in worker.events():
            if isinstance(event, Tried):
                seen.append(event)
                if colors:
                    worker.send(ClassifyFrame(name=colors[-1], data=frame(colors.pop())))
                else:
                    worker.cancel()
        assert isinstance(worker.outcome, Stopped)
    assert [one.image for one in seen] == [str(image), "blue", "red"]


@pytest.mark.parametrize(
    ("break_it", "code"),
    [
        (lambda run: run.file("train").unlink(), "run-damaged"),
        (lambda run: run.file("huffman").write_bytes(run.file("quantize").read_bytes()), "run-damaged"),
        (lambda run: run.summary.unlink(), "run-damaged"),
        (lambda run: run.record.unlink(), "run-not-found"),
    ],
    ids=["no file", "another file", "no summary", "no run"],
)
def test_a_run_with_other_files_than_it_wrote_is_refused(
    copied: Path, break_it: Callable[[RunFolder], None], code: str
) -> None:
    break_it(RunFolder(copied))
    with pytest.raises(RunError) as raised:
        open_models(RunFolder(copied))
    assert raised.value.code == code


def test_stages_that_are_to_be_done_again_do_not_answer(copied: Path) -> None:
    folder = RunFolder(copied)
    record = folder.read_record()
    folder.write_record(restarted(record, "quantize"))
    assert [one.name for one in open_models(folder).stages] == ["train", "prune"]
    folder.write_record(restarted(record, "train"))
    with pytest.raises(RunError) as raised:
        open_models(folder)
    assert raised.value.code == "stage-missing"


def test_the_command_line_writes_where_a_network_looked(
    finished: FinishedRun, image: Path, tmp_path: Path
) -> None:
    words = ("predict", finished.folder / "float.keras", image, "--heat-map", tmp_path / "made" / "heat.png")
    said = squeeze(*words, "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["heat_map"] == str(tmp_path / "made" / "heat.png")
    with Image.open(tmp_path / "made" / "heat.png") as heat:
        assert heat.size == (480, 480)
    before = (tmp_path / "made" / "heat.png").read_bytes()
    again = squeeze(*words)
    assert again.returncode == 2
    assert "already exists" in again.stderr
    assert squeeze(*words, "--force").stdout.endswith(f"heat map: {tmp_path / 'made' / 'heat.png'}\n")
    assert (tmp_path / "made" / "heat.png").read_bytes() == before


def test_the_command_line_makes_a_heat_map_of_one_image_with_a_keras_file_only(
    finished: FinishedRun, image: Path, tmp_path: Path
) -> None:
    model, target = finished.folder / "float.keras", tmp_path / "heat.png"
    for words, reason in (
        ((model, image, image, "--heat-map", target), "exactly one IMAGE"),
        ((model, image, "--heat-map", tmp_path / "heat.jpg"), "ends in .png"),
        ((finished.folder / "int8.tflite", image, "--heat-map", target), "has no heat map"),
    ):
        said = squeeze("predict", *words)
        assert said.returncode == 2
        assert reason in said.stderr
    assert not target.exists()
