"""A finished run's model on a board, and whether the board answers as the file does."""

from __future__ import annotations

import contextlib
import dataclasses
import statistics
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from core.boards.agreement import ImageAgreement, allowed_steps, check_agreement
from core.boards.firmware_bundles.building import own_version
from core.boards.flasher.jobs import (
    AnyJob,
    BackupJob,
    EraseJob,
    FlashResult,
    Job,
    RestoreJob,
    WriteJob,
    plan_for_board,
    plan_for_same_firmware,
    plan_for_virtual_board,
)
from core.boards.flasher.process import do_in_child
from core.boards.link.client import started_program
from core.boards.link.messages import Hello
from core.boards.model_image import parse_model_image
from core.boards.pin_use import require_free_pins
from core.boards.profiles import VIRTUAL_BOARD, board_profile, profile_for_run
from core.boards.resource_estimate import estimate_as_reported
from core.boards.target import Target, found_at, own_target, target_at
from core.boards.virtual.serving import VirtualBoardSettings, running_board
from core.boards.watching import told_event
from core.deployment.agreement_report import TellingAgreement
from core.deployment.board_results import ComparedImage, Comparison, Flashed
from core.deployment.firmware_choice import Firmware
from core.errors import BoardError, FirmwareError
from core.evaluation.interpreters import open_interpreter
from core.files import write_whole
from core.outputs import check_output
from core.report.writing import write_own_report
from core.requests import VIRTUAL_PORT, FlashRequest
from core.runs.board_fit import board_figures, fit_event, fit_of_model, measured_arena
from core.runs.finished_model import LAST, FinishedModel, finished_image, finished_model, samples_of
from core.runs.folder import RunFolder
from core.runs.predictors import TflitePredictor
from core.runs.samples import Samples
from core.runs.summary import BoardFigures, BoardOperator
from core.task import Task

_NO_FIRMWARE = frozenset({"firmware-missing", "firmware-not-released"})
SomeJob = TypeVar("SomeJob", bound=Job)


def flash(request: FlashRequest, task: Task) -> Flashed:
    """Do to a board's flash what is asked for.

    A run's model image is kept in its folder, and what the comparison came to in its summary. Raises what
    reading the run, finding a bundle, the flasher and the link raise, `target_at`'s errors, and `Cancelled`;
    whenever it stops, the board can be flashed again. A backup that cannot be written is refused first.
    """
    if request.backup:
        check_output(Path(request.backup), replace=request.replace)
    if request.run is None:
        _require_known(request.board)
        with _address(request, request.board) as port:
            return Flashed(port=port, done=_prepared(request, port, task))
    folder = RunFolder(Path(request.run))
    # A folder that is none is not made one.
    folder.read_record()
    with folder.locked():
        finished = _with_actions(finished_model(folder, "Flashing"), request, folder)
        named = _named(request, finished)
        firmware = Firmware(request.firmware, task)
        with _address(request, named) as port:
            is_own = request.port == VIRTUAL_PORT
            if is_own:
                target = own_target(named)
            else:
                require = partial(firmware.require_before_reset, port, named)
                target = target_at(port, found_at(port, task, request.button_seconds, require), named)
            return _Deployment(request, folder, finished, target, firmware, task).run(port)


def _with_actions(finished: FinishedModel, request: FlashRequest, folder: RunFolder) -> FinishedModel:
    """The model with the actions that are asked for, which are the run's from now on.

    Raises class-unknown, and pin-in-use where the board is named, before anything is written.
    """
    act = request.act
    if act is None or act == finished.record.settings.act:
        return finished
    for name in act:
        if name not in finished.labels:
            raise BoardError("class-unknown", class_name=name, known=", ".join(finished.labels))
    board = _named(request, finished)
    if board:
        require_free_pins(board_profile(board), act)
    settings = msgspec.structs.replace(finished.record.settings, act=act)
    record = msgspec.structs.replace(finished.record, settings=settings)
    folder.write_record(record)
    return dataclasses.replace(finished, record=record)


def _named(request: FlashRequest, finished: FinishedModel) -> str | None:
    """The board that is named, or the run's own. Raises board-unknown, run-board-unknown."""
    of_run = finished.record.board
    return profile_for_run(request.board, of_run).id if request.board or of_run else None


def _require_known(board: str | None) -> None:
    """Raise board-unknown before a port is opened."""
    if board:
        board_profile(board)


@contextlib.contextmanager
def _address(request: FlashRequest, board: str | None) -> Iterator[str]:
    """Where the board is; a virtual one is started for it when that is asked for."""
    if request.port != VIRTUAL_PORT:
        yield request.port
        return
    with running_board(VirtualBoardSettings(board=board or VIRTUAL_BOARD)) as running:
        yield running.address


def _prepared(request: FlashRequest, port: str, task: Task) -> tuple[str, ...]:
    """Save, erase and put back what is asked for; the names of what was done."""
    jobs: dict[str, AnyJob] = {}
    if request.backup:
        jobs["saved"] = BackupJob(port=port, path=_absolute(request.backup), replace=request.replace)
    if request.erase:
        jobs["erased"] = EraseJob(port=port)
    if request.restore:
        jobs["put back"] = RestoreJob(port=port, path=_absolute(request.restore))
    for job in jobs.values():
        do_in_child(_as_asked(job, request), task)
    return tuple(jobs)


def _absolute(path: str) -> str:
    """The flasher works in a folder of its own."""
    return str(Path(path).absolute())


def _as_asked(job: SomeJob, request: FlashRequest) -> SomeJob:
    """The job with the speed, the way and the patience that the request names."""
    return msgspec.structs.replace(
        job,
        baud=request.baud or job.baud,
        use_stub=request.use_stub,
        button_seconds=request.button_seconds,
    )


class _Deployment:
    """One run's model on its way to one board."""

    def __init__(
        self,
        request: FlashRequest,
        folder: RunFolder,
        finished: FinishedModel,
        target: Target,
        firmware: Firmware,
        task: Task,
    ) -> None:
        self._request = request
        self._folder = folder
        self._finished = finished
        self._target = target
        self._firmware = firmware
        self._task = task
        self._operators: tuple[BoardOperator, ...] = ()

    def run(self, port: str) -> Flashed:
        samples = samples_of(self._folder, self._finished)
        task, profile, file = self._task, self._target.profile, self._folder.file(LAST)
        fit = fit_of_model(
            profile,
            self._finished.record.settings,
            self._finished.labels,
            self._finished.model,
            measured_arena(file),
        )
        task.report(fit_event(fit, profile, file.name))
        image = finished_image(self._finished, profile, str(file))
        job = self._job(port, image)
        write_whole(self._folder.model_image, image)
        done = _prepared(self._request, port, task)
        result = do_in_child(_as_asked(job, self._request), task)
        hello, compared = self._compared(port, image, samples)
        figures = board_figures(estimate_as_reported(fit, hello), file.name)
        self._write_down(figures, compared)
        return self._flashed(port, (*done, "written"), result, compared)

    def _job(self, port: str, image: bytes) -> WriteJob:
        profile = self._target.profile
        everything = self._request.everything or self._request.erase or self._target.is_blank
        if self._target.is_virtual:
            job = plan_for_virtual_board(port, image, profile.chip_id, profile.flash_bytes, everything)
            return msgspec.structs.replace(job, baud=profile.flash_baud)
        try:
            bundle = self._firmware.bundle_for(profile)
        except FirmwareError as error:
            if everything or error.code not in _NO_FIRMWARE or not self._runs_own_firmware():
                raise
            chip, baud = profile.chip_id, profile.flash_baud
            return plan_for_same_firmware(port, image, chip, profile.variant, self._target.firmware, baud)
        return plan_for_board(port, image, bundle, profile.flash_baud, everything)

    def _runs_own_firmware(self) -> bool:
        """Whether the board answered with this program's version of its firmware: the model is enough."""
        running = (self._target.variant, self._target.firmware)
        return running == (self._target.profile.variant, own_version())

    def _compared(self, port: str, image: bytes, samples: Samples) -> tuple[Hello, Comparison]:
        self._task.status("Comparing the board with the file on test images")
        file = TflitePredictor(open_interpreter(self._finished.model), self._finished.name)
        with started_program(port, self._task, lambda told: self._task.report(told_event(told))) as link:
            baud = link.raise_speed()
            parsed = parse_model_image(image)
            compared = check_agreement(
                link,
                parsed.sha256,
                samples.images,
                file.codes,
                self._task,
                TellingAgreement(port, baud, link, samples, self._finished.labels, self._task),
                parsed.output,
            )
            self._operators = tuple(
                BoardOperator(name=one.name, microseconds=one.microseconds) for one in link.profile()
            )
            allowed = allowed_steps(link.hello)
            return link.hello, comparison(compared, allowed, self._finished.labels)

    def _write_down(self, figures: BoardFigures, compared: Comparison) -> None:
        virtual = self._target.is_virtual
        figures = msgspec.structs.replace(
            figures, agreement=compared.text, virtual=virtual, operators=self._operators
        )
        if not virtual:
            figures = msgspec.structs.replace(
                figures, latency_ms=compared.milliseconds, latency_measured=True
            )
        summary = msgspec.structs.replace(self._finished.summary, board=figures)
        self._folder.write_json(self._folder.summary, summary)
        write_own_report(self._folder, self._task)

    def _flashed(
        self, port: str, done: tuple[str, ...], result: FlashResult, compared: Comparison
    ) -> Flashed:
        return Flashed(
            port=port,
            done=done,
            board=self._target.profile.id,
            virtual=self._target.is_virtual,
            chip=result.chip_text,
            image=str(self._folder.model_image),
            written=result.written,
            written_bytes=result.written_bytes,
            baud=result.baud,
            with_stub=result.with_stub,
            seconds=result.seconds,
            comparison=compared,
        )


def comparison(compared: Sequence[ImageAgreement], allowed: int, labels: tuple[str, ...]) -> Comparison:
    """How board and file compare, with the names of the classes; images are numbered from 1."""
    return Comparison(
        text=f"{sum(one.agrees for one in compared)}/{len(compared)}",
        agrees=all(one.agrees for one in compared),
        allowed_steps=allowed,
        milliseconds=statistics.median(one.microseconds for one in compared) / 1000,
        images=tuple(
            ComparedImage(
                number=number,
                board=labels[one.board_class] if one.board_class >= 0 else "nothing",
                file=labels[one.file_class],
                steps=one.steps,
                agrees=one.agrees,
            )
            for number, one in enumerate(compared, 1)
        ),
    )
