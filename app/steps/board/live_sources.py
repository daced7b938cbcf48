"""What the board is shown: test pictures, pictures of the person's, this computer's camera, or its own."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.steps.board.desk import LiveLink
from app.steps.board.live_view import LiveView
from app.widgets.dialogs import ask_for_files
from app.wording import translate
from core.events import AnyEvent, Seen
from core.worker_commands import ClassifyFrame, ClassifyImages, ClassifySamples, StopWatching, UseCamera

_MODULE = "PySide6.QtMultimedia"
_WIDTH, _HEIGHT = 640, 480
_FRAME_SIDE = 320
_QUALITY = 88
_PICTURES = "*.jpg *.jpeg *.png *.bmp *.gif *.webp"


def _multimedia() -> Any:
    """Qt's multimedia module; None where it, or a library that it needs, is not installed."""
    try:
        from PySide6 import QtMultimedia
    except ImportError:
        return None
    return QtMultimedia


def why_no_camera() -> str:
    """Why the camera of this computer cannot be used, as far as is known without looking for one."""
    return "" if importlib.util.find_spec(_MODULE) else _not_loadable()


def _not_loadable() -> str:
    return translate(
        "ComputerCamera",
        "Qt Multimedia cannot be loaded. On Debian and Ubuntu, install the package libpulse0.",
    )


class ComputerCamera(QObject):
    """`frame` brings a square JPEG, one for each `want`; `failed` says why there will be none."""

    frame = Signal(bytes)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None
        self._is_wanted = False

    @property
    def is_on(self) -> bool:
        """Whether the camera is in use."""
        return self._camera is not None

    def start(self) -> None:
        """Use the camera, if it can be; the first frame is wanted."""
        multimedia = _multimedia()
        if multimedia is None:
            self.failed.emit(_not_loadable())
            return
        if not multimedia.QMediaDevices.videoInputs():
            self.failed.emit(translate("ComputerCamera", "This computer has no camera."))
            return
        device = multimedia.QMediaDevices.defaultVideoInput()
        self._camera = multimedia.QCamera(device, self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._sink = multimedia.QVideoSink(self)
        wanted = _nearest_format(device.videoFormats())
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._arrived)
        self._camera.errorOccurred.connect(lambda _error, words: self._broke(words))
        self._is_wanted = True
        self._camera.start()

    def want(self) -> None:
        """The next frame is wanted."""
        self._is_wanted = True

    def stop(self) -> None:
        """Give the camera back."""
        if self._camera is not None:
            self._camera.stop()
            for one in (self._session, self._sink, self._camera):
                one.deleteLater()
            self._camera = self._session = self._sink = None

    def _arrived(self, video_frame: Any) -> None:
        # Cameras give thirty a second, a board takes two.
        if self._is_wanted:
            image = video_frame.toImage()
            if not image.isNull():
                self._is_wanted = False
                self.frame.emit(frame_jpeg(image))

    def _broke(self, words: str) -> None:
        self.stop()
        self.failed.emit(words)


def frame_jpeg(image: QImage) -> bytes:
    """The middle square of a camera's frame as JPEG, as large as any network takes."""
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = image.copy(middle).scaled(
        _FRAME_SIDE,
        _FRAME_SIDE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _nearest_format(formats: list[Any]) -> Any:
    """The format nearest to what is needed; None leaves it to the camera."""

    def distance(one: Any) -> int:
        size = one.resolution()
        return int(abs(size.width() - _WIDTH) + abs(size.height() - _HEIGHT))

    return min(formats, key=distance, default=None)


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
        """Show the run's test pictures."""
        self.stop_cameras()
        self._view.strip.empty()
        self._link.ask(ClassifySamples())

    def ask_for_images(self) -> QFileDialog:
        """Ask for pictures to be shown."""
        filters = [self.tr("Images ({patterns})").format(patterns=_PICTURES)]
        return ask_for_files(self._page, self.tr("Images for the board"), self.show_images, filters)

    def show_images(self, paths: list[Path]) -> None:
        """Show pictures, or all in a folder."""
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

    def _show_frame(self, jpeg: bytes) -> None:
        self._link.ask(ClassifyFrame(name=self.tr("Computer's camera"), data=jpeg))

    def _camera_failed(self, reason: str) -> None:
        self._view.show_sources(computer=False, board=False)
        self.refused.emit(self.tr("The camera is not available."), reason)
