"""Measuring any model file on images that a person names, or on its own run's test images."""

from __future__ import annotations

import tempfile
from pathlib import Path

from core.datasets.dataset import Split
from core.datasets.store import load_split
from core.errors import DataError, ModelError
from core.requests import EvaluateRequest
from core.runs.data import (
    all_images_of,
    check_unchanged,
    dataset_of,
    read_data_record,
    record_of,
)
from core.runs.folder import RunFolder
from core.runs.measuring import measured
from core.runs.predict import class_names
from core.runs.predictors import Predictor, answers_of, open_predictor
from core.runs.record import RunRecord
from core.runs.results import Evaluation
from core.settings import STAGES, DataSettings
from core.task import Task

_MEGABYTE = 1 << 20


def evaluate(request: EvaluateRequest, task: Task) -> Evaluation:
    """Measure a model file.

    A model that lies in a run folder is measured on that run's test split, unless other images are named:
    then on all of them. Raises data-not-named when there are no images to take, model-other-classes when
    they have other classes than the model, and what opening the model and the images raises.
    """
    path = Path(request.model)
    predictor = open_predictor(path, request.runtime)
    run = RunFolder(path.parent)
    record = run.read_record() if run.record.is_file() else None
    if record and request.data in (None, record.settings.data.source):
        images_of = f"the test images of {run.path.resolve().name}"
        settings, classes, split = _own_test_split(run, record, task)
    elif request.data is None:
        raise DataError("data-not-named")
    else:
        images_of = f"all images in {request.data}"
        settings = _others(request.data, predictor.image_size, record)
        classes, split = all_images_of(settings, task)
    _check_classes(path, predictor, classes)
    with tempfile.TemporaryDirectory(prefix="squeeze-") as cache:
        loaded = load_split(
            split,
            predictor.image_size,
            gray=predictor.channels == 1,
            memory_limit_bytes=settings.memory_limit_mb * _MEGABYTE,
            cache_folder=Path(cache),
            task=task,
        )
        figures = measured(answers_of(predictor, loaded.images, task), loaded, classes)
    return Evaluation(
        model=request.model,
        runtime=predictor.runtime,
        images_of=images_of,
        images=figures.score.count,
        accuracy=figures.score.accuracy,
        accuracy_interval=(figures.score.interval.low, figures.score.interval.high),
        loss=figures.score.loss,
        class_accuracy=figures.class_accuracy,
        top5_accuracy=figures.top5_accuracy,
        classes=figures.class_scores,
        confusion=tuple(tuple(row) for row in figures.confusion.tolist()),
        mistakes=figures.mistakes,
    )


def _others(source: str, image_size: int, record: RunRecord | None) -> DataSettings:
    """Images other than the run's, with classes left out, set aside and merged as they are in the run."""
    own = DataSettings() if record is None else record.settings.data
    return DataSettings(
        source=source,
        image_size=image_size,
        leave_out=own.leave_out,
        set_aside=own.set_aside,
        merge=own.merge,
    )


def _own_test_split(
    run: RunFolder, record: RunRecord, task: Task
) -> tuple[DataSettings, tuple[str, ...], Split]:
    settings = record.settings.data
    run.require_unchanged(record, run.data, STAGES[0])
    before = read_data_record(run.data)
    dataset = dataset_of(settings, record.settings.seed, task, before)
    check_unchanged(before, record_of(dataset), settings.source)
    return settings, dataset.classes, dataset.test


def _check_classes(path: Path, predictor: Predictor, classes: tuple[str, ...]) -> None:
    """Raise model-other-classes unless the model answers with these classes, in this order."""
    names = class_names(path, predictor.classes)
    unnamed = tuple(str(number + 1) for number in range(predictor.classes))
    if len(classes) != predictor.classes or names not in (classes, unnamed):
        raise ModelError(
            "model-other-classes",
            path=path,
            found=f"{predictor.classes} ({', '.join(names)})",
            needed=f"{len(classes)} ({', '.join(classes)})",
        )
