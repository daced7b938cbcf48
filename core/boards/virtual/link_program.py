"""The program that a virtual board runs: it speaks the link, and sends what its camera sees."""

from __future__ import annotations

import time
from collections.abc import Iterable

from core.boards.link.codes import DeviceFailure
from core.boards.link.device_session import DeviceSession
from core.boards.virtual.camera import SECONDS_A_PICTURE, Camera
from core.boards.virtual.device import VirtualDevice
from core.boards.virtual.program import Port

_TICK_SECONDS = 0.25
_ERROR_LEVEL = 3


class LinkProgram:
    """A `Program` that answers with a `DeviceSession`."""

    def __init__(self, port: Port, device: VirtualDevice, camera: Camera | None) -> None:
        self._port = port
        self._device = device
        self._camera = camera
        self._session = DeviceSession(device, starting_baud=port.baud)
        self._next_shot = 0.0

    def receive(self, data: bytes) -> None:
        """Answer the requests that these bytes complete."""
        self._send(self._session.replies(data))

    def idle(self) -> float:
        """Take back an unconfirmed speed, and send a camera picture when one is due."""
        self._session.tick()
        self._port.baud = self._session.baud
        if self._camera is None or not self._session.is_watched:
            return _TICK_SECONDS
        now = time.monotonic()
        if now >= self._next_shot:
            self._next_shot = now + SECONDS_A_PICTURE
            self._shoot(self._camera)
        return min(_TICK_SECONDS, max(0.0, self._next_shot - time.monotonic()))

    def _shoot(self, camera: Camera) -> None:
        hello = self._device.hello()
        try:
            shot = camera.shoot(hello.input_height, hello.input_channels)
            prediction = self._device.predict(shot.pixels.tobytes())
        except DeviceFailure as failure:
            self._send([self._session.log(_ERROR_LEVEL, str(failure))])
            return
        size = hello.input_height
        self._send(self._session.camera_shot(shot.number, shot.jpeg, size, size, prediction))

    def _send(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self._port.transmit(piece)
            self._port.baud = self._session.baud
