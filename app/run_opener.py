"""Images and runs that a person chooses or drops, opened as soon as nothing else is at work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.session import Session, StageState
from app.widgets.dialogs import ask_for_file, ask_for_folder
from app.wording import error_words
from core.errors import SqueezeError
from core.requests import RunRequest
from core.settings import SAMPLE_SCENES, STAGES, Stage

_RUN_RECORD = "run.json"
_ARCHIVES = "*.zip *.tm *.tar *.tar.gz *.tgz *.tar.bz2 *.tbz2 *.tar.xz *.txz"


class RunOpener(QObject):
    """Opens what is named: a run's folder as that run, anything else as images.

    `opened` names the page to be shown then. `refused` brings what happened and what to do about it. A look
    at other images is ended first; while a stage of a run is at work nothing else is opened.
    """

    opened = Signal(str)
    refused = Signal(str, str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._waiting: Callable[[], None] | None = None
        session.ended.connect(self._go_on)

    def choose_folder(self) -> None:
        """Ask for a folder with images."""
        ask_for_folder(self._page, self.tr("Folder with photos"), self.open, self._images_folder)

    def choose_archive(self) -> None:
        """Ask for an archive with images."""
        filters = self.tr("Archives ({patterns})").format(patterns=_ARCHIVES)
        everything = self.tr("All files (*)")
        title = self.tr("Archive with photos")
        ask_for_file(self._page, title, self.open, [filters, everything], self._images_folder)

    def choose_run(self) -> None:
        """Ask for the folder of a run."""
        home = self._session.preferences.runs_folder
        ask_for_folder(self._page, self.tr("Run folder"), self.open_run, home)

    def open_dropped(self, paths: list[Path]) -> None:
        """Open what was dropped."""
        if len(paths) == 1:
            self.open(paths[0])
            return
        self.refused.emit(
            self.tr("You dropped {count} items at once.").format(count=len(paths)),
            self.tr("Put all images into one folder, with a subfolder per class, and drop that folder."),
        )

    def open(self, path: Path) -> None:
        """Open a run's folder, or images."""
        if (path / _RUN_RECORD).is_file():
            self.open_run(path)
            return
        self._session.preferences.images_folder = path.parent
        self._when_free(lambda: self._begin(str(path), path.name))

    def open_samples(self) -> None:
        """Begin with the sample scenes."""
        self._when_free(lambda: self._begin(SAMPLE_SCENES, self.tr("Sample scenes")))

    def open_run(self, path: Path, go_on: bool = False) -> None:
        """Open a run at the step that comes next; with `go_on` that step begins at once."""
        session = self._session
        if session.is_busy and session.folder is not None and session.folder.path == path:
            self.opened.emit(session.step or "data")
            return
        self._when_free(lambda: self._open_run(path, go_on))

    @property
    def _images_folder(self) -> Path:
        return self._session.preferences.images_folder

    def _begin(self, source: str, name: str) -> None:
        self._session.begin(source, name)
        self.opened.emit("data")

    def _open_run(self, path: Path, go_on: bool) -> None:
        try:
            self._session.open(path)
        except SqueezeError as error:
            self.refused.emit(*error_words(error))
            return
        stage = next_stage(self._session)
        if go_on and stage is not None:
            self._session.start(stage)
        self.opened.emit(stage or "board")

    def _when_free(self, do: Callable[[], None]) -> None:
        session = self._session
        if not session.is_busy:
            do()
        elif isinstance(session.request, RunRequest):
            self.refused.emit(
                self.tr("A task of the run '{name}' is in progress.").format(name=session.name),
                self.tr("Wait until it is finished, or stop it. Finished work is saved."),
            )
        else:
            self._waiting = do
            session.stop()

    def _go_on(self) -> None:
        do, self._waiting = self._waiting, None
        if do is not None:
            do()


def next_stage(session: Session) -> Stage | None:
    """The first stage of the open run that is not done, or None when all are."""
    return next((stage for stage in STAGES if session.state(stage) is not StageState.DONE), None)
