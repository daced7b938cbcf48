"""The camera of this computer."""

from __future__ import annotations

import importlib.util
from typing import Any

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCameraPermission,
    QCoreApplication,
    QIODevice,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from app.wording import translate

_MODULE = "PySide6.QtMultimedia"
_WIDTH, _HEIGHT = 640, 480
_SIDE = 320
"""Pixels of the square that is kept of a frame: more than any network takes."""
_QUALITY = 90


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
    """`frame` brings the middle square of a frame, one for each `want`; `failed` says why none will come.

    The image has 320 pixels a side, or as many as the camera gives.
    """

    frame = Signal(QImage)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._camera: Any = None
        self._session: Any = None
        self._sink: Any = None
        self._devices: Any = None
        self._is_wanted = False

    @property
    def is_on(self) -> bool:
        """Whether the camera is in use."""
        return self._camera is not None

    @staticmethod
    def names() -> tuple[str, ...]:
        """The cameras that are connected, the system's default first."""
        multimedia = _multimedia()
        if multimedia is None:
            return ()
        default = multimedia.QMediaDevices.defaultVideoInput().description()
        names = [device.description() for device in multimedia.QMediaDevices.videoInputs()]
        return tuple(sorted(names, key=lambda name: name != default))

    def start(self, name: str = "") -> None:
        """Use the camera with that name, or the default one; the first frame is wanted.

        Where the system asks the person for permission, the camera starts after the answer.
        """
        application, permission = QCoreApplication.instance(), QCameraPermission()
        if application is None or _multimedia() is None:
            self.failed.emit(_not_loadable())
            return
        match application.checkPermission(permission):
            case Qt.PermissionStatus.Granted:
                self._start(name)
            case Qt.PermissionStatus.Denied:
                self._refuse()
            case _:
                application.requestPermission(permission, self, lambda answer: self._answered(answer, name))

    def want(self) -> None:
        """The next frame is wanted."""
        self._is_wanted = True

    def stop(self) -> None:
        """Give the camera back."""
        if self._camera is not None:
            self._camera.stop()
            for one in (self._session, self._sink, self._camera, self._devices):
                one.deleteLater()
            self._camera = self._session = self._sink = self._devices = None

    def _answered(self, permission: Any, name: str) -> None:
        if permission.status() == Qt.PermissionStatus.Granted:
            self._start(name)
        else:
            self._refuse()

    def _refuse(self) -> None:
        self.failed.emit(
            translate(
                "ComputerCamera",
                "The system does not let this program use the camera. Allow it in the privacy settings of "
                "the system, and try again.",
            )
        )

    def _start(self, name: str) -> None:
        multimedia = _multimedia()
        devices = multimedia.QMediaDevices.videoInputs()
        if not devices:
            self.failed.emit(
                translate("ComputerCamera", "This computer has no camera. Connect one, and try again.")
            )
            return
        default = multimedia.QMediaDevices.defaultVideoInput()
        device = next((one for one in devices if one.description() == name), default)
        self._camera = multimedia.QCamera(device, self)
        self._session = multimedia.QMediaCaptureSession(self)
        self._sink = multimedia.QVideoSink(self)
        self._devices = multimedia.QMediaDevices(self)
        wanted = _nearest_format(device.videoFormats())
        if wanted is not None:
            self._camera.setCameraFormat(wanted)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._arrived)
        self._camera.errorOccurred.connect(lambda _error, words: self._broke(words))
        self._devices.videoInputsChanged.connect(lambda: self._look_for(device))
        self._is_wanted = True
        self._camera.start()

    def _arrived(self, video_frame: Any) -> None:
        # Cameras give thirty a second, a board takes two.
        if self._is_wanted:
            image = video_frame.toImage()
            if not image.isNull():
                self._is_wanted = False
                self.frame.emit(middle_square(image))

    def _look_for(self, device: Any) -> None:
        if self.is_on and device not in _multimedia().QMediaDevices.videoInputs():
            self.stop()
            self.failed.emit(
                translate("ComputerCamera", "The camera was unplugged. Connect it, and try again.")
            )

    def _broke(self, words: str) -> None:
        self.stop()
        advice = translate(
            "ComputerCamera", "Another program may be using the camera: close it, and try again."
        )
        self.failed.emit(f"{words.rstrip('.')}. {advice}" if words else advice)


def middle_square(image: QImage) -> QImage:
    """The middle square of a camera's frame, made smaller where it is larger than any network takes."""
    side = min(image.width(), image.height())
    square = image.copy(QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side))
    if side <= _SIDE:
        return square
    mode = Qt.TransformationMode.SmoothTransformation
    return square.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, mode)


def jpeg_of(image: QImage) -> bytes:
    """An image as the content of a JPEG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


def _nearest_format(formats: list[Any]) -> Any:
    """The format nearest to what is needed; None leaves it to the camera."""

    def distance(one: Any) -> int:
        size = one.resolution()
        return int(abs(size.width() - _WIDTH) + abs(size.height() - _HEIGHT))

    return min(formats, key=distance, default=None)
