"""The camera of this computer, where there is one and Qt's multimedia part can be loaded."""

from __future__ import annotations

import importlib.util
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage

from app.texts import translate

_MODULE = "PySide6.QtMultimedia"
_WIDTH, _HEIGHT = 640, 480
_SIDE = 320
_QUALITY = 88


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
        "Qt's multimedia part cannot be loaded. On Debian and Ubuntu it needs the package libpulse0.",
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
            self.failed.emit(translate("ComputerCamera", "No camera was found on this computer."))
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
        _SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
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
