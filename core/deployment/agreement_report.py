"""What is told of a board while it is compared with a run's file."""

from __future__ import annotations

import msgspec

from core.boards.agreement import ImageAgreement
from core.boards.link.client import LinkClient
from core.boards.link.messages import Prediction
from core.boards.watching import as_jpeg, met_event, seen_event, square_of
from core.events import AgreementSoFar
from core.runs.samples import Samples
from core.task import Task


class TellingAgreement:
    """Reports the board when its first image is answered, then each image beside what the file says."""

    def __init__(
        self, port: str, baud: int, link: LinkClient, samples: Samples, labels: tuple[str, ...], task: Task
    ) -> None:
        self._port = port
        self._baud = baud
        self._link = link
        self._samples = samples
        self._labels = labels
        self._task = task
        self._agreed = 0

    def __call__(self, number: int, prediction: Prediction, compared: ImageAgreement) -> None:
        if number == 0:
            pins = self._link.pins()
            met = met_event(self._link.hello, self._port, self._baud, self._labels, True, pins)
            self._task.report(met)
        images, labels = self._samples.images, self._samples.labels
        seen = seen_event(f"test image {number + 1}", prediction, self._link.hello, self._labels)
        self._task.report(
            msgspec.structs.replace(
                seen,
                jpeg=as_jpeg(images[number]),
                square=square_of(self._link.seen_values(), self._link.hello),
                source="sample",
                truth=self._labels[labels[number]],
                expected=self._labels[compared.file_class],
                agrees=compared.agrees,
            )
        )
        self._agreed += compared.agrees
        self._task.report(AgreementSoFar(agreed=self._agreed, compared=number + 1, total=len(images)))
