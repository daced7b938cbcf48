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

from core.boards.flasher.esptool_log import FlashLog
from core.boards.flasher.failures import WORTH_ANOTHER_TRY, flashing_error
from core.boards.flasher.jobs import (
    AnyJob,
    BackupJob,
    EraseJob,
    FlashPart,
    FlashResult,
    RestoreJob,
    WriteJob,
)
from core.boards.flasher.running_firmware import runs_matching_firmware
from core.boards.flasher.session import CONNECT_ATTEMPTS, Session, start_session
from core.boards.flasher.writing_progress import WritingProgress
from core.boards.partition_table import TABLE_OFFSET
from core.boards.port_opening import open_port
from core.boards.virtual.chips import ROM_BAUD
from core.errors import (
    BACKUP_UNUSABLE,
    BOARD_NO_DATA,
    BOARD_WRONG_BOOT_MODE,
    FLASH_TOO_SMALL,
    PORT_VANISHED,
    SqueezeError,
)
from core.events import ButtonNeeded, Log
from core.files import content_of
from core.outputs import check_output, write_output
from core.task import Task

_MEGABYTE = 1 << 20
_CONNECTING = "connecting"
_NOT_IN_LOADER = frozenset({BOARD_NO_DATA.code, BOARD_WRONG_BOOT_MODE.code})


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
                self._task.status("That did not work. Trying again in a slower, safer way")
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
        return SqueezeError(last.kind, detail, **last.values)

    def _named(self, error: Exception, port: SerialBase) -> SqueezeError:
        known = flashing_error(error, self._job.port, self._doing)
        if known.code in WORTH_ANOTHER_TRY and _is_broken(port):
            return SqueezeError(PORT_VANISHED, detail=known.detail, port=self._job.port)
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
            raise SqueezeError(
                FLASH_TOO_SMALL,
                name="The board's layout",
                needed=_megabytes(job.needed_bytes),
                available=_megabytes(session.flash_bytes),
            )
        if job.backup:
            self._back_up(session, Path(job.backup))
        tables = [part for part in job.parts if part.offset == TABLE_OFFSET]
        if only_model and all(session.holds(table) for table in tables):
            return self._write_parts(session, job.parts[-1:])
        return self._write_parts(session, job.parts)

    def _restore(self, session: Session, path: Path) -> Done:
        try:
            content = content_of(path)
        except OSError as error:
            raise SqueezeError(BACKUP_UNUSABLE, path=path, reason=str(error)) from error
        if len(content) != session.flash_bytes:
            reason = f"it has {len(content)} bytes, the flash {session.flash_bytes}"
            raise SqueezeError(BACKUP_UNUSABLE, path=path, reason=reason)
        return self._write_parts(session, (FlashPart("backup", 0, content),))

    def _write_parts(self, session: Session, parts: tuple[FlashPart, ...]) -> Done:
        progress = WritingProgress(self._task, parts)
        for part in parts:
            self._say(f"writing {part.name}")
            progress.begin(part)
            self._log.on_progress = partial(progress.reached, part)
            session.write(part)
            progress.reached(part, 1, 1)
        return Done(tuple(part.name for part in parts), progress.total)

    def _back_up(self, session: Session, path: Path, *, replace: bool = False) -> Done:
        """Copy the flash as it was before the first attempt, which is the only time that it is whole."""
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
