"""A demonstration that is as small as one can be and still goes through every stage for real."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from core.boards.profiles import VIRTUAL_BOARD
from core.commands.console import Console
from core.commands.progress_weights import ProgressWeights
from core.commands.running import TaskEnded, run_in_worker
from core.deployment.board_results import Flashed
from core.diagnosis import terminal_event
from core.doctor import has_tflm_packages
from core.events import AnyEvent, Failed, StageFinished, StageStarted, Stopped
from core.installation import Check
from core.requests import VIRTUAL_PORT, BoardsRequest, FlashRequest, RunRequest
from core.runs.summary import StageFigures
from core.settings import (
    PRESETS,
    SAMPLE_SCENES,
    STAGES,
    DataSettings,
    NetworkSettings,
    RunSettings,
    changed,
)
from core.wording import size

WORKER = "worker"
BOARD = "virtual board"
SETTINGS = RunSettings(
    data=DataSettings(source=SAMPLE_SCENES, image_size=32, scenes_per_class=20),
    network=NetworkSettings(width=0.25),
    train=changed(PRESETS["quick"].train, epochs=3, batch_size=16),
    prune=changed(PRESETS["quick"].prune, epochs=2),
    quantize=changed(PRESETS["quick"].quantize, epochs=1),
)
"""The least that goes through everything: 84 small images to learn from, a quarter of the filters."""

SECONDS = {
    WORKER: 0.5,
    "train": 13.0,
    "prune": 9.0,
    "quantize": 8.0,
    "huffman": 3.0,
    BOARD: 2.5,
}
"""What is tried, in this order, with how long it takes on two cores."""

_LITERT_STOOD_IN = "TensorFlow Lite Micro is not available for this system; LiteRT was used"
_AGAIN = "Reinstall the program. If that does not help, report the problem with the output of --json."


class Demonstration:
    """Has a worker start, a run made and flashed, and tells `tell` what came of each part.

    What comes after a broken part is not tried.
    """

    def __init__(
        self, folder: Path, course: ProgressWeights, console: Console, tell: Callable[[Check], None]
    ) -> None:
        self._folder = str(folder)
        self._course = course
        self._console = console
        self._tell = tell
        self._name = WORKER
        self._started = 0.0

    def run(self) -> None:
        """Go through all of it. Raises `TaskEnded` when it is stopped."""
        try:
            self._begin(WORKER)
            self._end(self._try_worker())
            self._begin(STAGES[0])
            run = RunRequest(folder=self._folder, settings=SETTINGS, board=VIRTUAL_BOARD)
            run_in_worker(run, self._console, self._listen)
            self._begin(BOARD)
            self._end(self._try_board())
        except TaskEnded as ended:
            if isinstance(ended.outcome, Stopped):
                raise
            self._end(broken(self._name, ended.outcome))
        except _Broken as error:
            self._end(Check(name=self._name, ok=False, found=str(error), remedy=_AGAIN))
        except Exception as error:
            self._end(broken(self._name, terminal_event(error)))

    def _begin(self, name: str) -> None:
        self._name, self._started = name, time.monotonic()
        self._course.begin(name)

    def _end(self, check: Check) -> None:
        self._course.end(check.name)
        self._tell(msgspec.structs.replace(check, seconds=round(time.monotonic() - self._started, 2)))

    def _listen(self, event: AnyEvent) -> None:
        """A stage of the run has got on. The first one has begun with the worker and its images."""
        self._course.listen(event)
        if isinstance(event, StageStarted) and event.stage in STAGES[1:]:
            self._begin(event.stage)
        elif isinstance(event, StageFinished) and event.stage in STAGES:
            self._end(_stage(msgspec.convert(event.figures, StageFigures)))

    def _try_worker(self) -> Check:
        """A worker begins, does something that takes no time, and ends."""
        figures = run_in_worker(BoardsRequest(), self._console, self._course.listen).figures
        return Check(name=WORKER, ok=True, found=f"{len(figures['boards'])} boards supported")  # type: ignore[arg-type]

    def _try_board(self) -> Check:
        """The model is flashed to the virtual board, which has to answer as the file does."""
        request = FlashRequest(port=VIRTUAL_PORT, run=self._folder, board=VIRTUAL_BOARD)
        figures = run_in_worker(request, self._console, self._course.listen).figures
        flashed = msgspec.convert(figures, Flashed)
        compared = flashed.comparison
        if compared is None or not compared.agrees:
            raise _Broken(f"the board agrees with the file on {compared.text if compared else 'no'} images")
        result = f"{size(flashed.written_bytes)} flashed, agrees with the file on {compared.text} images"
        return Check(name=BOARD, ok=True, found=result)


class _Broken(Exception):
    """Something was done without an error, and is wrong."""


def broken(name: str, outcome: Failed | Stopped) -> Check:
    """The check of what ended with an error."""
    assert isinstance(outcome, Failed)
    return Check(name=name, ok=False, found=outcome.happened, remedy=outcome.remedy, detail=outcome.detail)


def _stage(figures: StageFigures) -> Check:
    result = f"{figures.file}, {size(figures.bytes)}, measured by {figures.runtime}"
    if figures.name == "huffman":
        if not figures.decoded_identical:
            raise _Broken("the decoded weights differ")
        result += ", lossless"
        if not has_tflm_packages():
            result += f" ({_LITERT_STOOD_IN})"
    return Check(name=figures.name, ok=True, found=result)
