"""Images answered by each finished stage of a run side by side, with where the trained network looked."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.boards.watching import as_jpeg, image_files
from core.datasets.images import UnreadableImage, network_view
from core.errors import DataError, RunError, SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.events import ImageRefused, ModelsOpened, StageAnswer, Tried
from core.requests import TryRequest
from core.runs.finished_model import checked_labels
from core.runs.folder import RunFolder
from core.runs.predictors import Heat, KerasPredictor, Predictor, TflitePredictor, heat_of
from core.runs.record import RunRecord
from core.settings import STAGES, Stage
from core.task import Task
from core.worker_commands import AnyCommand, ClassifyFrame, ClassifyImages, StopWatching

_LOOK_SECONDS = 0.1
Image = NDArray[np.uint8]


@dataclass(frozen=True)
class OpenStage:
    """The file of a finished stage, loaded; `sure_from` is None where its answers are always sure."""

    name: Stage
    predictor: Predictor
    sure_from: float | None


@dataclass(frozen=True)
class OpenModels:
    """The finished stages of a run in their order, and the names of their classes."""

    stages: tuple[OpenStage, ...]
    labels: tuple[str, ...]
    heat: Heat

    def answers(self, image: Image) -> tuple[tuple[StageAnswer, ...], Image]:
        """What each stage answers to an image (size, size, channels), and where the trained one looked."""
        answers = tuple(self._answer(stage, image) for stage in self.stages)
        return answers, self.heat(image, self.labels.index(answers[0].answers[0][0]))

    def _answer(self, stage: OpenStage, image: Image) -> StageAnswer:
        started = time.perf_counter()
        [probabilities] = stage.predictor.probabilities(image[np.newaxis], Task())
        milliseconds = (time.perf_counter() - started) * 1e3
        order = np.argsort(-probabilities, kind="stable")
        return StageAnswer(
            stage=stage.name,
            answers=tuple((self.labels[number], float(probabilities[number])) for number in order),
            sure=stage.sure_from is None or bool(probabilities.max() >= stage.sure_from),
            milliseconds=milliseconds,
        )


def try_images(request: TryRequest, task: Task) -> None:
    """Answer the images that commands bring, until the task is to stop.

    Reports `ModelsOpened` first, then a `Tried` for each image, or an `ImageRefused`. Raises what
    `open_models` raises, and in the end `Cancelled`.
    """
    task.status("Loading the models")
    models = open_models(RunFolder(Path(request.run)))
    first = models.stages[0].predictor
    # A network is traced when it is first used, which takes as long as many images.
    models.answers(np.zeros((first.image_size, first.image_size, first.channels), np.uint8))
    task.report(ModelsOpened(stages=tuple(stage.name for stage in models.stages)))
    _Trial(models, task).run()


def open_models(folder: RunFolder) -> OpenModels:
    """The files of all stages that are finished with the run's settings.

    Raises run-not-found, run-other-version, stage-missing when none is, and run-damaged when a file is not
    the one that its stage wrote, or its figures or labels are others.
    """
    record, doing = folder.read_record(), "Trying the model"
    done = [stage for stage in STAGES if record.is_done(stage)]
    if not done:
        raise RunError("stage-missing", stage=doing, needed=STAGES[0])
    summary = folder.read_summary()
    labels = checked_labels(folder, record, summary)
    stages = []
    for name in done:
        predictor = _opened(folder, record, name)
        folder.require_figures(record, summary, name)
        figures = summary.of(name)
        threshold = figures.threshold if figures else None
        stages.append(OpenStage(name, predictor, threshold.probability if threshold else None))
    trained = stages[0].predictor
    assert isinstance(trained, KerasPredictor)
    return OpenModels(tuple(stages), labels, heat_of(trained))


def _opened(folder: RunFolder, record: RunRecord, stage: Stage) -> Predictor:
    content = folder.finished_file(record, stage)
    path = folder.file(stage)
    if path.suffix == ".keras":
        return KerasPredictor(path)
    return TflitePredictor(open_interpreter(content, name=path.name), path.name)


@dataclass(frozen=True)
class _Waiting:
    """An image on its way: the path of a file, or the bytes of a frame."""

    name: str
    content: Path | bytes

    @property
    def source(self) -> Literal["file", "frame"]:
        return "frame" if isinstance(self.content, bytes) else "file"


class _Trial:
    """The images that still wait for their answers."""

    def __init__(self, models: OpenModels, task: Task) -> None:
        self._models = models
        self._task = task
        self._waiting: deque[_Waiting] = deque()

    def run(self) -> None:
        """Go on until the task is to stop."""
        while True:
            self._task.check_cancelled()
            wait = 0.0 if self._waiting else _LOOK_SECONDS
            while (command := self._task.next_command(wait)) is not None:
                self._take(command)
                wait = 0.0
            if self._waiting:
                self._look(self._waiting.popleft())

    def _take(self, command: AnyCommand) -> None:
        match command:
            case ClassifyImages(paths=paths):
                for path in paths:
                    self._add(path)
            case ClassifyFrame(name=name, data=data):
                others = (one for one in self._waiting if one.source != "frame")
                self._waiting = deque((*others, _Waiting(name, data)))
            case StopWatching():
                self._waiting.clear()

    def _add(self, given: str) -> None:
        try:
            self._waiting.extend(_Waiting(str(path), path) for path in image_files((given,)))
        except SqueezeError as error:
            self._refuse(_Waiting(given, Path(given)), error)

    def _look(self, waiting: _Waiting) -> None:
        first = self._models.stages[0].predictor
        try:
            image = network_view(waiting.content, first.image_size, gray=first.channels == 1)
        except SqueezeError as error:
            self._refuse(waiting, error)
            return
        except UnreadableImage as error:
            self._refuse(waiting, DataError("picture-unreadable", detail=str(error), path=waiting.name))
            return
        answers, heat = self._models.answers(image)
        self._task.report(
            Tried(
                image=waiting.name,
                source=waiting.source,
                stages=answers,
                jpeg=as_jpeg(image),
                heat=heat.tobytes(),
                heat_side=len(heat),
            )
        )

    def _refuse(self, waiting: _Waiting, error: SqueezeError) -> None:
        self._task.report(
            ImageRefused(
                image=waiting.name,
                source=waiting.source,
                code=error.code,
                happened=error.happened,
                remedy=error.remedy,
                values=error.values,
            )
        )
