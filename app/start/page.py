"""The first page: sample scenes, own images, or a run that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.preferences import Preferences
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row
from app.widgets.dropping import DropSurface, DropZone
from app.widgets.notices import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from app.run_opener import RunOpener
    from app.session import Session
    from app.start.found_runs import FoundRun
    from app.start.shelf import Finder, Shelf
    from app.start.trash import Trashed
    from app.step import PageName

_WIDEST = 640


class StartPage(QWidget):
    """Light enough for the first paint; `bind` brings it to life.

    Without runs it says what the program is for, with them it shows them.
    """

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._preferences = preferences
        self._session: Session | None = None
        self._show_page: Callable[[PageName], None] = lambda _name: None
        self._begin_photos: Callable[[], None] = lambda: None
        self._opener: RunOpener | None = None
        self._finder: Finder | None = None
        self.shelf: Shelf | None = None
        self._layout = column(self, Space.LARGE, Space.HUGE)
        self.banner = Banner()
        self._layout.addWidget(self.banner)
        self._layout.addStretch(1)
        self._title = label(self.tr("From photos to a board that sees"), "figure")
        self._sentence = label(
            self.tr(
                "Choose the images to classify. The program makes a network that runs on a microcontroller."
            ),
            "soft",
            wrap=True,
        )
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._layout.addWidget(words)
        self.drop_zone = DropZone()
        self._layout.addLayout(self._centered())
        self.sample_button = button(
            self.tr("Try the sample scenes"),
            self._try_samples,
            "primary",
            tip=self.tr("Six kinds of landscape drawn by the program. No download needed."),
        )
        self._samples = row()
        self._samples.addStretch(1)
        self._samples.addWidget(self.sample_button)
        self.photos_button = button(
            self.tr("Take photos"),
            self._take_photos,
            icon="camera",
            tip=self.tr("Take photos of two or more things with this computer's camera."),
        )
        self._samples.addWidget(self.photos_button)
        self.other_run = button(self.tr("Open a run…"), self._choose_run, "quiet")
        self._samples.addWidget(self.other_run)
        self._samples.addStretch(1)
        self._layout.addLayout(self._samples)
        self._layout.addStretch(2)
        self.drops = DropSurface(self, self.tr("Drop photos or a run here"))
        self._has_runs: bool | None = None
        self._show_as(bool(preferences.recent_runs))

    def bind(
        self, session: Session, show_page: Callable[[PageName], None], take_photos: Callable[[], None]
    ) -> None:
        """Work on this session, show pages that way, and take photos that way."""
        from app.run_opener import RunOpener
        from app.start.shelf import Finder, Shelf

        self._session, self._show_page, self._begin_photos = session, show_page, take_photos
        opener = self._opener = RunOpener(session, self)
        opener.opened.connect(self._opened)
        opener.refused.connect(self._refuse)
        self.drops.dropped.connect(opener.open_dropped)
        self.drop_zone.folder_wanted.connect(opener.choose_folder)
        self.drop_zone.archive_wanted.connect(opener.choose_archive)
        shelf = self.shelf = Shelf(self._preferences, self)
        shelf.setVisible(False)
        self._layout.addWidget(shelf, 1)
        shelf.open_wanted.connect(lambda run: opener.open_run(run.path))
        shelf.go_on_wanted.connect(lambda run: opener.open_run(run.path, go_on=True))
        shelf.other_run_wanted.connect(opener.choose_run)
        shelf.compare_wanted.connect(self._compare)
        shelf.refused.connect(self._refuse)
        shelf.deleted.connect(self._close_deleted)
        shelf.renamed.connect(self._follow_renamed)
        self._finder = Finder(self._preferences, self)
        self._finder.found.connect(self._show_runs)
        shelf.changed.connect(self._finder.look)
        session.ended.connect(self._look_if_shown)
        self._finder.look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: the page comes on screen."""
        super().showEvent(event)
        self._look_if_shown()

    def _centered(self) -> QHBoxLayout:
        """The drop zone, not wider than is good to look at."""
        self._zone = row(space=0)
        self._zone.addStretch(1)
        self._zone.addWidget(self.drop_zone, 8)
        self._zone.addStretch(1)
        return self._zone

    def _show_as(self, has_runs: bool) -> None:
        """Lay the page out for a first start, or with runs."""
        if self.shelf is not None:
            self.shelf.setVisible(has_runs)
        if has_runs == self._has_runs:
            return
        self._has_runs = has_runs
        self.drop_zone.set_slim(has_runs)
        self.drop_zone.setMaximumWidth(16_777_215 if has_runs else _WIDEST)
        for widget in (self._title, self._sentence):
            widget.setVisible(not has_runs)
        self.other_run.setVisible(not has_runs)
        for index in (0, 2):
            self._zone.setStretch(index, 0 if has_runs else 1)
        place = self.drop_zone.buttons if has_runs else self._samples
        place.insertWidget(place.count() - 1 if has_runs else 1, self.sample_button)
        place.insertWidget(place.count() - 1 if has_runs else 2, self.photos_button)
        for index in range(self._layout.count()):
            item = self._layout.itemAt(index)
            if item is not None and item.spacerItem() is not None:
                self._layout.setStretch(index, 0 if has_runs else 1)

    def _show_runs(self, runs: list[FoundRun], deleted: list[Trashed]) -> None:
        assert self.shelf is not None
        self.shelf.show_runs(runs)
        self.shelf.show_deleted(deleted)
        self._show_as(bool(runs or deleted))

    def _look_if_shown(self) -> None:
        if self._finder is not None and self.isVisible():
            self._finder.look()

    def _opened(self, page: PageName) -> None:
        self.banner.silence()
        self._show_page(page)

    def _refuse(self, happened: str, remedy: str) -> None:
        self.banner.say("warning", happened, remedy)

    def _compare(self, first: FoundRun, second: FoundRun) -> None:
        from app.start.comparison import ComparisonDialog

        ComparisonDialog(first, second, self.window()).open()

    def _close_deleted(self, path: Path) -> None:
        session = self._session
        if session is not None and session.folder is not None and session.folder.path == path:
            session.close()

    def _follow_renamed(self, path: Path, now: Path) -> None:
        session = self._session
        if session is not None and session.folder is not None and session.folder.path == path:
            session.open(now)

    def _try_samples(self) -> None:
        if self._opener is not None:
            self._opener.open_samples()

    def _take_photos(self) -> None:
        self._begin_photos()

    def _choose_run(self) -> None:
        if self._opener is not None:
            self._opener.choose_run()
