"""What the board is shown: test pictures, pictures of the person's, this computer's camera, or its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.steps.board.computer_camera import ComputerCamera
from app.steps.board.desk import LiveLink
from app.steps.board.live_view import LiveView
from core.events import AnyEvent, Seen
from core.worker_commands import LookAtFrame, LookAtPictures, LookAtSamples, StopLooking, UseCamera

_PICTURES = "*.jpg *.jpeg *.png *.bmp *.gif *.webp"


class LiveSources(QObject):
    """One source at a time. `refused` says what cannot be shown and what to do."""

    refused = Signal(str, str)

    def __init__(self, link: LiveLink, view: LiveView, page: QWidget) -> None:
        super().__init__(page)
        self._link, self._view, self._page = link, view, page
        self.camera = ComputerCamera(self)
        view.samples_wanted.connect(self.show_samples)
        view.pictures_wanted.connect(self.ask_for_pictures)
        view.computer_camera.connect(self.use_computer_camera)
        view.board_camera.connect(self.use_board_camera)
        self.camera.frame.connect(self._show_frame)
        self.camera.failed.connect(self._camera_failed)
        link.reported.connect(self._listen)

    def show_samples(self) -> None:
        """Show the run's test pictures."""
        self.stop_cameras()
        self._view.strip.empty()
        self._link.ask(LookAtSamples())

    def ask_for_pictures(self) -> QFileDialog:
        """Ask for pictures to be shown."""
        dialog = QFileDialog(self._page, self.tr("Pictures for the board"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Pictures ({patterns})").format(patterns=_PICTURES)])
        dialog.filesSelected.connect(lambda paths: self.show_pictures([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def show_pictures(self, paths: list[Path]) -> None:
        """Show pictures, or all in a folder."""
        if self._link.met is None:
            self.refused.emit(self.tr("No board is in touch yet."), self.tr("Flash and run it first."))
            return
        self.stop_cameras()
        self._link.ask(LookAtPictures(paths=tuple(map(str, paths))))

    def use_computer_camera(self, on: bool) -> None:
        """Show what this computer's camera sees, or no longer."""
        self.stop_cameras()
        if on:
            self.camera.start()
            self._view.show_sources(computer=self.camera.is_on, board=False)

    def use_board_camera(self, on: bool) -> None:
        """Have the board look at what its own camera sees, or no longer."""
        self.stop_cameras()
        if on:
            self._link.ask(StopLooking())
            self._link.ask(UseCamera(on=True))
            self._view.show_sources(computer=False, board=True)

    def stop_cameras(self) -> None:
        """Use neither camera: something else is to be shown, or nothing."""
        self._view.forget_note()
        self.camera.stop()
        if self._link.met is not None and self._link.met.camera:
            self._link.ask(UseCamera(on=False))
        self._view.show_sources(computer=False, board=False)

    def _listen(self, events: list[AnyEvent]) -> None:
        # The next frame when this one is answered: a board is slower than a camera.
        if any(isinstance(event, Seen) and event.source == "frame" for event in events):
            self.camera.want()

    def _show_frame(self, jpeg: bytes) -> None:
        self._link.ask(LookAtFrame(name=self.tr("Computer's camera"), data=jpeg))

    def _camera_failed(self, reason: str) -> None:
        self._view.show_sources(computer=False, board=False)
        self.refused.emit(self.tr("The camera cannot be used."), reason)
