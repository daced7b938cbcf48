"""The window with a hundred thousand images: `python -m tests.ui.large_set FOLDER` tells how it does.

With `--make` before the folder the images are made there, in a process of its own: what memory that takes
is not the window's.

The images are entries of a real catalog that lead to a few real files, and the report is that of a look
at them. The wall is scrolled as a person in a hurry does: line by line, page by page, from end to end. What
is printed is a line of JSON, `Figures`.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer

from app.preferences import Preferences
from app.program import Program, the_application
from app.steps.data.page import DataPage
from core.datasets.catalog import Contents, Entry, Group, write_catalog
from core.events import Succeeded
from core.runs.dataset_report import DataReport
from tests.builders.images import encoded, noise

GOOD = 0.05
"""Seconds that the event loop may be late at the 99.9th percentile."""
_FILES = 24
_CLASSES = 100
_PER_CLASS = 1000
_BEAT = 5
_LINE = 16
_SECONDS = 4.0
_ROUNDS = 4
_REPORT = "report.msgpack"


def _highest_megabytes() -> float:
    """The most memory that this process had.

    Where the system tells it of the program alone that is taken: `getrusage` also counts what the process was
    before it became this program, a copy of the one that started it.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Figures(msgspec.Struct, frozen=True):
    """Seconds: until the wall is shown, and of the event loop's beats how late they were.

    `late` is that of the best of a few rounds: what other programs do to this one is not the window's. `busy`
    is how long the window's thread computed between two beats. `megabytes` is the most memory that the
    process ever had.
    """

    shown: float
    late: float
    rounds: int
    busy: float
    beats: int
    megabytes: float
    decoded: int
    images: int


class Beats:
    """A timer that notes how late it is each time, and how much its thread has computed since the last."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.busy: list[float] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(_BEAT)

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _note(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.late.append(now[0] - self._last[0] - _BEAT / 1000)
        self.busy.append(now[1] - self._last[1])
        self._last = now


def catalog_of(folder: Path) -> DataReport:
    """A report of many images in `folder`, with its catalog there."""
    names = [f"{number}.jpg" for number in range(_FILES)]
    for number, name in enumerate(names):
        (folder / name).write_bytes(encoded(noise(number, 400, 300), "JPEG"))
    groups = []
    for which in range(_CLASSES):
        name = f"class {which:03}"
        entries = [
            Entry(f"{name}/{number:05}.jpg", name, 400, 300, file=names[number % _FILES].encode())
            for number in range(_PER_CLASS)
        ]
        group = Group(name=name, listed=_PER_CLASS, images=_PER_CLASS, parts={"train": _PER_CLASS})
        groups.append((group, entries))
    path = write_catalog(Contents(folder, groups), folder / "catalogs")
    return DataReport(
        source=str(folder),
        name="many",
        catalog=str(path),
        classes=tuple(group for group, _ in groups),
        images=_CLASSES * _PER_CLASS,
        listed=_CLASSES * _PER_CLASS,
        smallest=(400, 300),
        largest=(400, 300),
        brings_split=False,
        findings=(),
        ready=True,
        seconds=1.0,
    )


def wait(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def shown_page(program: Program, report: DataReport) -> DataPage:
    """The page of images with this report, brought by a task that ends at once."""
    session = program.window.workspace.session
    assert session is not None
    session.task.start = lambda _request: None  # type: ignore[assignment,method-assign]
    session.begin(report.source, report.name)
    program.window.workspace.show_page("data")
    session.task.ended.emit(Succeeded(figures=msgspec.to_builtins(report)))
    page = program.window.workspace.page("data")
    assert isinstance(page, DataPage)
    return page


def scroll(page: DataPage, seconds: float) -> int:
    """Scroll about for some time; how many images were decoded meanwhile."""
    chance, bar = random.Random(1), page.images.wall.verticalScrollBar()
    thumbnails, decoded = page.images.wall.thumbnails, 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        before = thumbnails.kept
        kind = chance.random()
        if kind < 0.02:
            bar.setValue(chance.randrange(bar.maximum()))
        elif kind < 0.1:
            bar.setValue(bar.value() + bar.pageStep())
        else:
            bar.setValue(bar.value() + 60)
        wait(_LINE / 1000)
        decoded += max(0, thumbnails.kept - before)
    return decoded


def high(values: Sequence[float]) -> float:
    """The 99.9th percentile."""
    return sorted(values)[int(0.999 * (len(values) - 1))]


def make(folder: Path) -> None:
    """Make the images and what a look at them would tell."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _REPORT).write_bytes(msgspec.msgpack.encode(catalog_of(folder)))


def show(folder: Path) -> None:
    """Show them, scroll, and tell."""
    report = msgspec.msgpack.decode((folder / _REPORT).read_bytes(), type=DataReport)
    application = the_application(["squeeze-studio"])
    preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
    preferences.runs_folder = folder / "runs"
    program = Program(application, preferences)
    wait(2.0)
    began = time.perf_counter()
    page = shown_page(program, report)
    shown = time.perf_counter() - began
    wait(1.0)
    late, rounds, decoded = GOOD, 0, 0
    while late >= GOOD and rounds < _ROUNDS:
        beats = Beats()
        decoded += scroll(page, _SECONDS)
        beats.stop()
        late = min(late, high(beats.late)) if rounds else high(beats.late)
        rounds += 1
    figures = Figures(
        shown=shown,
        late=late,
        rounds=rounds,
        busy=high(beats.busy),
        beats=len(beats.late),
        megabytes=_highest_megabytes(),
        decoded=decoded,
        images=page.images.wall.count,
    )
    sys.stdout.buffer.write(msgspec.json.encode(figures) + b"\n")
    sys.stdout.flush()
    program.leave()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1] == "--make":
        make(Path(sys.argv[2]))
    else:
        show(Path(sys.argv[1]))
