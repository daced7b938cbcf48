"""The cameras of a computer, in the place of Qt's own part, which needs hardware."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app import camera as camera_module


class Device(SimpleNamespace):
    """What Qt says of a camera that is connected."""

    def __init__(self, name: str) -> None:
        super().__init__(description=lambda: name, videoFormats=list)


class Devices(QObject):
    """The cameras of a computer."""

    videoInputsChanged = Signal()  # noqa: N815
    connected: list[Device]
    watchers: list[Devices]

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        type(self).watchers.append(self)

    @classmethod
    def videoInputs(cls) -> list[Device]:  # noqa: N802
        return list(cls.connected)

    @classmethod
    def defaultVideoInput(cls) -> Device:  # noqa: N802
        return cls.connected[0] if cls.connected else Device("")


class Sink(QObject):
    """Where frames come from."""

    videoFrameChanged = Signal(object)  # noqa: N815
    latest: Sink

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        type(self).latest = self


class Camera(QObject):
    """A camera that does what it is told."""

    errorOccurred = Signal(int, str)  # noqa: N815
    running = False
    latest: Camera

    def __init__(self, device: Device, parent: QObject) -> None:
        super().__init__(parent)
        self.name = device.description()
        type(self).latest = self

    def start(self) -> None:
        type(self).running = True

    def stop(self) -> None:
        type(self).running = False


class CaptureSession(QObject):
    """Joins a camera and a sink."""

    def setCamera(self, camera: Camera) -> None:  # noqa: N802
        self.camera = camera

    def setVideoSink(self, sink: Sink) -> None:  # noqa: N802
        self.sink = sink


def connect_camera(monkeypatch: pytest.MonkeyPatch) -> list[Device]:
    """Have the program find one camera; the list is of those that are connected."""
    Devices.connected, Devices.watchers, Camera.running = [Device("Front")], [], False
    made = SimpleNamespace(
        QMediaDevices=Devices, QCamera=Camera, QMediaCaptureSession=CaptureSession, QVideoSink=Sink
    )
    monkeypatch.setattr(camera_module, "_multimedia", lambda: made)
    return Devices.connected


def frame(seed: int = 0) -> None:
    """The camera gives a frame: colored fields, others for each seed."""
    fields = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), np.uint8)
    image = QImage(fields.tobytes(), 8, 6, 24, QImage.Format.Format_RGB888).scaled(640, 480)
    Sink.latest.videoFrameChanged.emit(SimpleNamespace(toImage=lambda: image))
