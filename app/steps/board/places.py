"""Where a board may be: the ports of this computer, watched, and the board in software."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.texts import translate
from app.widgets.background import in_background
from core.boards.ports import SerialPort, serial_ports

VIRTUAL = "virtual"
_LOOK_MILLISECONDS = 1000


@dataclass(frozen=True)
class Place:
    """Somewhere to flash to. `address` is a port, or `VIRTUAL`; `reason` says why no board is there."""

    address: str
    name: str
    reason: str = ""

    @property
    def is_virtual(self) -> bool:
        """Whether it is the board in software."""
        return self.address == VIRTUAL


def virtual_place() -> Place:
    """The board that is always there."""
    return Place(VIRTUAL, translate("Places", "Virtual board, played by this computer"))


def places_of(ports: tuple[SerialPort, ...]) -> tuple[Place, ...]:
    """What is offered: ports that may have a board, the virtual one, then the other ports."""
    found = [Place(port.address, port.name, port.reason) for port in ports]
    likely = [place for place in found if not place.reason]
    return (*likely, virtual_place(), *(place for place in found if place.reason))


class PortWatcher(QObject):
    """Looks once a second, in a thread, which ports there are; `changed` tells when they are others."""

    changed = Signal(tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ports: tuple[SerialPort, ...] | None = None
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watch from now on."""
        if not self._timer.isActive():
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Look now; a look that takes long is not repeated meanwhile."""
        if not self._is_looking:
            self._is_looking = True
            in_background(self, serial_ports, self._take)

    def _take(self, ports: tuple[SerialPort, ...]) -> None:
        self._is_looking = False
        if ports != self.ports:
            self.ports = ports
            self.changed.emit(ports)
