"""The flasher's work itself, with ever safer ways of doing it. Only for the flasher's process."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from serial import SerialBase

from core.boards.flasher.failures import WORTH_ANOTHER_TRY, flashing_error
from core.boards.flasher.jobs import (
    AnyJob,
    BackupJob,
    EraseJob,
    FlashContent,
    FlashResult,
    RestoreJob,
    WriteJob,
    flash_content,
)
from core.boards.flasher.session import CONNECT_ATTEMPTS, FlashLog, Session, start_session
from core.boards.link.client import LinkClient
from core.boards.link.messages import Hello
from core.boards.partition_table import TABLE_OFFSET
from core.boards.port_opening import open_port
from core.boards.virtual.chips import ROM_BAUD
from core.errors import FirmwareError, FlashError, SqueezeError, error_for
from core.events import ButtonNeeded, FlashBegun, FlashPart, FlashPartProgress, Log
from core.files import content_of
from core.outputs import check_output, write_output
from core.task import Task

_MEGABYTE = 1 << 20
_CONNECTING = "connecting"
_NOT_IN_LOADER = frozenset({"board-no-data", "board-wrong-boot-mode"})
_HELLO_SECONDS = 1.0
_INTERVAL = 0.1
"""Seconds between two reports of how far a part has come."""


class _Way(NamedTuple):
    baud: int
    use_stub: bool

    def __str__(self) -> str:
        return f"{self.baud} baud, {'with the stub' if self.use_stub else 'by the ROM loader'}"


class Done(NamedTuple):
    """Names of the parts that were written, and their bytes."""

    parts: tuple[str, ...] = ()
    size: int = 0


class Flasher:
    """Does one job on one board. `esptool_log` is the logger that esptool uses."""

    def __init__(self, job: AnyJob, task: Task, esptool_log: FlashLog) -> None:
        self._job = job
        self._task = task
        self._log = esptool_log
        self._doing = _CONNECTING
        self._started = time.monotonic()
        self._is_saved = False
        self._failures: list[str] = []

    def run(self) -> FlashResult:
        """Do the job: fast first, then slower, then without the stub.

        Raises the flasher's errors, the last with what each attempt before it came to in its detail.
        """
        with contextlib.closing(open_port(self._job.port, ROM_BAUD)) as port:
            work = self._work(port)
            *fast, last = _ways(self._job)
            for way in fast:
                try:
                    return self._attempt(port, way, work)
                except Exception as error:
                    known = self._named(error, port)
                    if self._doing == _CONNECTING or known.code not in WORTH_ANOTHER_TRY:
                        raise self._with_failures(known) from error
                    self._note(way, known)
                self._task.status("That failed. Trying again in slow, reliable mode")
            try:
                return self._attempt(port, last, work)
            except Exception as error:
                raise self._with_failures(self._named(error, port)) from error

    def _note(self, way: _Way, failure: SqueezeError) -> None:
        """Keep what an attempt came to."""
        words = f"{way}, {self._doing}: {failure.happened} ({failure.detail})"
        self._failures.append(words)
        self._task.report(Log(level="info", text=words))

    def _with_failures(self, last: SqueezeError) -> SqueezeError:
        """The error with those of the attempts before it."""
        if not self._failures:
            return last
        detail = "\n".join((last.detail, "Before that:", *self._failures))
        return error_for(last.code, detail, **last.values)

    def _named(self, error: Exception, port: SerialBase) -> SqueezeError:
        known = flashing_error(error, self._job.port, self._doing)
        if known.code in WORTH_ANOTHER_TRY and _is_broken(port):
            return FlashError("port-vanished", detail=known.detail, port=self._job.port)
        return known

    def _work(self, port: SerialBase) -> Callable[[Session], Done]:
        """What to do with a session, after what the board can be asked before its program is stopped."""
        match self._job:
            case WriteJob() as job:
                self._say("asking the board what it runs")
                only_model = not job.everything and runs_matching_firmware(port, job)
                return lambda session: self._write(session, job, only_model)
            case BackupJob(path=path, replace=replace):
                return lambda session: self._back_up(session, Path(path), replace=replace)
            case RestoreJob(path=path):
                return lambda session: self._restore(session, Path(path))
            case EraseJob():
                return self._erase
            case _:
                return lambda session: Done()

    def _attempt(self, port: SerialBase, way: _Way, work: Callable[[Session], Done]) -> FlashResult:
        self._say(_CONNECTING)
        session = self._session(port, way)
        chip_text, mac = session.chip_text, session.mac
        done = work(session)
        self._say("starting the board")
        session.start_program()
        return FlashResult(
            chip=session.chip,
            chip_text=chip_text,
            mac=mac,
            flash_bytes=session.flash_bytes,
            written=done.parts,
            written_bytes=done.size,
            baud=way.baud,
            with_stub=session.with_stub,
            seconds=time.monotonic() - self._started,
        )

    def _session(self, port: SerialBase, way: _Way) -> Session:
        """A session; a board that does not enter its loader is waited for if the job says so."""
        try:
            return self._begun(port, way, CONNECT_ATTEMPTS)
        except Exception as error:
            if not (self._job.button_seconds and self._button_may_help(error, port)):
                raise
        self._task.report(ButtonNeeded(seconds=self._job.button_seconds))
        deadline = time.monotonic() + self._job.button_seconds
        while True:
            try:
                return self._begun(port, way, 1)
            except Exception as error:
                if time.monotonic() >= deadline or not self._button_may_help(error, port):
                    raise

    def _begun(self, port: SerialBase, way: _Way, attempts: int) -> Session:
        # esptool closes the port of a chip that it cannot connect to.
        if not port.is_open:
            port.open()
        return start_session(port, self._job.chip, way.baud, way.use_stub, self._say, attempts)

    def _button_may_help(self, error: Exception, port: SerialBase) -> bool:
        return self._doing == _CONNECTING and self._named(error, port).code in _NOT_IN_LOADER

    def _write(self, session: Session, job: WriteJob, only_model: bool) -> Done:
        if job.needed_bytes > session.flash_bytes:
            raise FlashError(
                "flash-too-small",
                name="The board's layout",
                needed=_megabytes(job.needed_bytes),
                available=_megabytes(session.flash_bytes),
            )
        tables = [one for one in job.parts if one.part.offset == TABLE_OFFSET]
        if only_model and all(session.holds(table) for table in tables):
            return self._write_parts(session, job.parts[-1:])
        if job.only_model:
            raise FirmwareError("firmware-missing", variant=job.variant)
        return self._write_parts(session, job.parts)

    def _restore(self, session: Session, path: Path) -> Done:
        try:
            content = content_of(path)
        except OSError as error:
            raise FlashError("backup-unusable", path=path, reason=str(error)) from error
        if len(content) != session.flash_bytes:
            reason = f"it has {len(content)} bytes, the flash {session.flash_bytes}"
            raise FlashError("backup-unusable", path=path, reason=reason)
        return self._write_parts(session, (flash_content("backup", 0, content),))

    def _write_parts(self, session: Session, contents: tuple[FlashContent, ...]) -> Done:
        parts = tuple(one.part for one in contents)
        progress = WritingProgress(self._task, parts)
        for one in contents:
            self._say(f"writing {one.part.name}")
            progress.begin(one.part)
            self._log.on_progress = partial(progress.reached, one.part)
            session.write(one)
            progress.reached(one.part, 1, 1)
        return Done(tuple(part.name for part in parts), progress.total)

    def _back_up(self, session: Session, path: Path, *, replace: bool) -> Done:
        """Copy the flash, once: what may fail after that, and is tried again, is the board's start."""
        if self._is_saved:
            return Done()
        check_output(path, replace=replace)
        self._say("copying the board's flash")
        meter = self._task.progress(session.flash_bytes, "bytes")
        before = 0

        def on_progress(done: int, _total: int) -> None:
            nonlocal before
            meter.advance(done - before)
            before = done

        self._log.on_progress = on_progress
        write_output(path, session.read_all(), replace=replace)
        self._is_saved = True
        return Done()

    def _erase(self, session: Session) -> Done:
        self._say("erasing the board's flash")
        session.erase_all()
        return Done()

    def _say(self, doing: str) -> None:
        self._doing = doing
        self._task.status(doing.capitalize())


def result_figures(result: FlashResult) -> dict[str, object]:
    """The result as plain values, for the terminal event."""
    figures: dict[str, object] = msgspec.to_builtins(result)
    return figures


def _is_broken(port: SerialBase) -> bool:
    """Whether an open port's other end is gone: silence alone does not tell."""
    try:
        if port.is_open:
            int(port.in_waiting)
    except OSError:
        return True
    return False


def _ways(job: AnyJob) -> list[_Way]:
    """At the speed wanted, at the one of the ROM, and by the ROM's own loader."""
    fast = [_Way(job.baud, job.use_stub)] if job.baud != ROM_BAUD else []
    with_stub = [_Way(ROM_BAUD, True)] if job.use_stub else []
    return [*fast, *with_stub, _Way(ROM_BAUD, False)]


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.3g} MB"


def runs_matching_firmware(port: SerialBase, job: WriteJob) -> bool:
    """Whether the board on an open port answers as one that runs the firmware of `job`, or as a virtual one.

    A board that does not answer within about a second runs nothing of ours. Raises port-vanished.
    """
    port.baudrate = ROM_BAUD
    try:
        return _matches(LinkClient(port).connect(_HELLO_SECONDS), job)
    except SqueezeError as error:
        if error.code == "board-disconnected":
            raise FlashError("port-vanished", detail=error.detail, port=job.port) from error
        return False


def _matches(hello: Hello, job: WriteJob) -> bool:
    if job.chip is not None and hello.chip != job.chip:
        return False
    return bool(hello.is_virtual) or (hello.firmware, hello.variant) == (job.firmware, job.variant)


class WritingProgress:
    """Reports `FlashBegun` when made, then how far each part and all of them are, ten times a second."""

    def __init__(self, task: Task, parts: tuple[FlashPart, ...]) -> None:
        self.total = sum(part.bytes for part in parts)
        self._task = task
        self._meter = task.progress(self.total, "bytes")
        self._counted = 0
        self._reported = 0.0
        task.report(FlashBegun(parts=parts))

    def begin(self, part: FlashPart) -> None:
        """The next part begins."""
        self._counted = 0
        self._report(part, 0)

    def reached(self, part: FlashPart, done: int, of: int) -> None:
        """`done` of `of` steps of a part are done; whatever the steps are, they are counted as bytes."""
        size = part.bytes
        now = size * done // of if of else 0
        self._meter.advance(now - self._counted)
        self._counted = now
        if now == size or time.monotonic() - self._reported >= _INTERVAL:
            self._report(part, now)

    def _report(self, part: FlashPart, done: int) -> None:
        self._reported = time.monotonic()
        self._task.report(FlashPartProgress(name=part.name, done=done, total=part.bytes))
