"""A link to a board that stays open and does what it is asked for: look at images, or use its camera."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.boards.agreement import Codes, allowed_steps, compared_image
from core.boards.link.client import LinkClient, open_link
from core.boards.link.messages import Hello, Prediction
from core.boards.model_image import ModelOutput
from core.boards.watching import (
    ABLE,
    as_jpeg,
    camera_event,
    image_files,
    met_event,
    seen_event,
    small_jpeg,
    square_of,
    times_event,
    told_event,
)
from core.datasets.images import UnreadableImage, read_image, resized, square_image
from core.errors import BoardError, DataError, SqueezeError
from core.events import AgreementSoFar, Finding
from core.files import content_of
from core.task import Task
from core.worker_commands import (
    AnyCommand,
    AskProfile,
    ClassifyFrame,
    ClassifyImages,
    ClassifySamples,
    StopWatching,
    UseCamera,
)

_LOOK_SECONDS = 0.1
_REST_SECONDS = 3.0
"""How long nothing need be said to a board: a pulled cable is noticed, and a raised speed stays."""

Source = Literal["file", "frame", "sample"]
Image = NDArray[np.uint8]


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """What a board's answers are compared with: the run's model file on this computer.

    `codes` gives its output codes. `samples` are the run's test images (N, size, size, channels) with their
    classes in `truths`. `model_sha256` is the hash of the run's model image for the board, and `output` has
    its threshold; None when it was never flashed.
    """

    codes: Codes
    samples: NDArray[np.uint8]
    truths: tuple[str, ...]
    model_sha256: bytes | None
    output: ModelOutput | None = None


class _Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An image on its way to the board. `content` is a file's path, its bytes, or the number of a sample."""

    name: str
    source: Source
    content: Path | bytes | int


def live_link(port: str, reference: Reference | None, task: Task) -> None:
    """Stay in touch with the board on `port`, doing what the task's commands say, until the task is to stop.

    Reports `BoardMet` first, then a `Seen` for each image, with `AgreementSoFar` behind those that were
    compared; an image that cannot be read is a `Finding`. Raises what opening the port and the link raise,
    and in the end `Cancelled`.
    """
    with open_link(port, task, lambda told: task.report(told_event(told))) as link:
        hello = link.connect()
        labels = link.labels() if hello.status in ABLE else ()
        baud = link.raise_speed()
        known = reference.model_sha256 if reference else None
        own_model = None if reference is None else hello.model_sha256 == known
        task.report(met_event(hello, port, baud, labels, own_model, link.pins()))
        _Conversation(link, hello, labels, reference, bool(own_model), task).run()


class _Conversation:
    """What is still to be looked at, and how many answers agreed. `compares`: the board has `run`'s model."""

    def __init__(
        self,
        link: LinkClient,
        hello: Hello,
        labels: tuple[str, ...],
        run: Reference | None,
        compares: bool,
        task: Task,
    ) -> None:
        self._link = link
        self._hello = hello
        self._labels = labels
        self._run = run
        self._compares = compares
        self._task = task
        self._waiting: deque[_Waiting] = deque()
        self._is_watching = False
        self._compared = self._agreed = 0

    def run(self) -> None:
        """Go on until the task is to stop."""
        while True:
            self._task.check_cancelled()
            while (command := self._task.next_command()) is not None:
                self._take(command)
            if self._waiting:
                self._look(self._waiting.popleft())
            elif self._is_watching:
                self._watch()
            elif (command := self._rest()) is not None:
                self._take(command)

    def _rest(self) -> AnyCommand | None:
        """Wait for a command and for what the board tells, showing it now and then that somebody is there."""
        for _ in range(round(_REST_SECONDS / _LOOK_SECONDS)):
            self._task.check_cancelled()
            self._link.listen(_LOOK_SECONDS)
            command = self._task.next_command()
            if command is not None:
                return command
        self._link.ping()
        return None

    def _take(self, command: AnyCommand) -> None:
        match command:
            case ClassifyImages(paths=paths):
                self._waiting.extend(self._files(paths))
            case ClassifyFrame(name=name, data=data):
                others = (one for one in self._waiting if one.source != "frame")
                self._waiting = deque((*others, _Waiting(name=name, source="frame", content=data)))
            case ClassifySamples():
                self._begin_samples()
            case UseCamera(on=on):
                self._use_camera(on)
            case StopWatching():
                self._waiting.clear()
            case AskProfile():
                self._task.report(times_event(self._link.profile()))

    def _use_camera(self, on: bool) -> None:
        if on and not self._hello.has_camera:
            self._note(BoardError("board-no-camera", port="this port"))
            return
        self._is_watching = on

    def _files(self, paths: tuple[str, ...]) -> Iterator[_Waiting]:
        for name in paths:
            try:
                files = image_files((name,))
            except SqueezeError as error:
                self._note(error)
                continue
            for path in files:
                yield _Waiting(name=str(path), source="file", content=path)

    def _begin_samples(self) -> None:
        """Look at the run's test images, in place of those that still wait."""
        count = len(self._run.samples) if self._run else 0
        self._waiting.clear()
        self._compared = self._agreed = 0
        self._waiting.extend(
            _Waiting(name=f"test image {number + 1}", source="sample", content=number)
            for number in range(count)
        )

    def _look(self, waiting: _Waiting) -> None:
        try:
            image = self._image(waiting)
        except SqueezeError as error:
            self._note(error)
            return
        except UnreadableImage as error:
            self._note(DataError("picture-unreadable", detail=str(error), path=waiting.name))
            return
        prediction = self._link.predict(image)
        seen = seen_event(waiting.name, prediction, self._hello, self._labels)
        truth = ""
        if self._run and isinstance(waiting.content, int):
            truth = self._run.truths[waiting.content]
        expected, agrees = self._expected(image, prediction)
        self._task.report(
            msgspec.structs.replace(
                seen,
                jpeg=as_jpeg(image),
                original=self._original(waiting),
                square=square_of(self._link.seen_values(), self._hello),
                source=waiting.source,
                truth=truth,
                expected=expected,
                agrees=agrees,
            )
        )
        if self._run and agrees is not None and waiting.source == "sample":
            self._compared += 1
            self._agreed += agrees
            total = len(self._run.samples)
            self._task.report(AgreementSoFar(agreed=self._agreed, compared=self._compared, total=total))

    def _image(self, waiting: _Waiting) -> Image:
        size, gray = self._hello.input_height, self._hello.input_channels == 1
        match waiting.content:
            case bytes(data):
                return square_image(data, size, gray=gray)
            case int(number):
                assert self._run is not None
                image = self._run.samples[number]
                fits = image.shape[0] == size and (image.shape[-1] == 1) == gray
                return image if fits else resized(image, size, gray=gray)
            case path:
                return read_image(path, size, gray=gray)

    def _original(self, waiting: _Waiting) -> bytes:
        """What the image was cut out of; nothing for a test image, which the run keeps as a square alone."""
        match waiting.content:
            case bytes(data):
                return small_jpeg(data)
            case Path() as path:
                return small_jpeg(content_of(path))
        return b""

    def _expected(self, image: Image, prediction: Prediction) -> tuple[str, bool | None]:
        """What the file says, and whether the board agrees; nothing where the board has another model."""
        if self._run is None or not self._compares:
            return "", None
        codes = self._run.codes(image[np.newaxis])[0]
        one = compared_image(prediction, codes, allowed_steps(self._hello), self._run.output)
        return self._labels[one.file_class], one.agrees

    def _watch(self) -> None:
        for shot in self._link.watch(lambda: self._task.has_commands, with_inputs=True):
            self._task.report(camera_event(shot, self._hello, self._labels))

    def _note(self, error: SqueezeError) -> None:
        self._task.report(Finding(kind=error.code, text=f"{error.happened} {error.remedy}"))
