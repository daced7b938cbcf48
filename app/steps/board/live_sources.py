"""What the board is shown: test images, images of the person's, this computer's camera, or its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.camera import ComputerCamera, jpeg_of
from app.steps.board.live_view import LiveView
from app.steps.desk import LiveLink
from app.widgets.dialogs import ask_for_files
from core.events import AnyEvent, Seen
from core.worker_commands import ClassifyFrame, ClassifyImages, ClassifySamples, StopWatching, UseCamera

_IMAGES = "*.jpg *.jpeg *.png *.bmp *.gif *.webp"


class LiveSources(QObject):
    """One source at a time. `refused` says what cannot be shown and what to do."""

    refused = Signal(str, str)

    def __init__(self, link: LiveLink, view: LiveView, page: QWidget) -> None:
        super().__init__(page)
        self._link, self._view, self._page = link, view, page
        self.camera = ComputerCamera(self)
        view.samples_wanted.connect(self.show_samples)
        view.images_wanted.connect(self.ask_for_images)
        view.computer_camera.connect(self.use_computer_camera)
        view.board_camera.connect(self.use_board_camera)
        self.camera.frame.connect(self._show_frame)
        self.camera.failed.connect(self._camera_failed)
        link.reported.connect(self._listen)

    def show_samples(self) -> None:
        """Show the run's test images."""
        self.stop_cameras()
        self._view.strip.empty()
        self._link.ask(ClassifySamples())

    def ask_for_images(self) -> QFileDialog:
        """Ask for images to be shown."""
        filters = [self.tr("Images ({patterns})").format(patterns=_IMAGES)]
        return ask_for_files(self._page, self.tr("Images for the board"), self.show_images, filters)

    def show_images(self, paths: list[Path]) -> None:
        """Show images, or all in a folder."""
        if self._link.met is None:
            self.refused.emit(self.tr("No board is connected."), self.tr("Flash and run one first."))
            return
        self.stop_cameras()
        self._link.ask(ClassifyImages(paths=tuple(map(str, paths))))

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
            self._link.ask(StopWatching())
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

    def _show_frame(self, image: QImage) -> None:
        self._link.ask(ClassifyFrame(name=self.tr("Computer's camera"), data=jpeg_of(image)))

    def _camera_failed(self, reason: str) -> None:
        self._view.show_sources(computer=False, board=False)
        self.refused.emit(self.tr("The camera is not available."), reason)
