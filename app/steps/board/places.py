"""Where a board may be: the ports of this computer, watched, and the board in software; as a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.background import in_background
from app.theme.tokens import Space
from app.widgets.basics import Button, More, button, clear, column, label
from app.wording import translate
from core.boards.ports import SerialPort, serial_ports

VIRTUAL = "virtual"
_LOOK_MILLISECONDS = 1000
_MOST_PLACES = 12
"""Places that can be offered. Their buttons are made once: made anew they would be last for the Tab key."""


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
    return Place(VIRTUAL, translate("Places", "Virtual board, simulated on this computer"))


def places_of(ports: tuple[SerialPort, ...]) -> tuple[Place, ...]:
    """What is offered: ports that may have a board, the virtual one, then the other ports."""
    places = [Place(port.address, port.name, port.reason) for port in ports]
    likely = [place for place in places if not place.reason]
    return (*likely, virtual_place(), *(place for place in places if place.reason))


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


class PlaceList(QWidget):
    """Places that may have a board can be chosen; the others say why not.

    Without hardware the virtual board is chosen; a board that is plugged in is, unless the person has chosen
    otherwise. `chosen` tells of every change. `below` takes what is asked about the place that is chosen.
    """

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        layout.addWidget(label(self.tr("Where is the board connected?"), "heading"))
        self._group = QButtonGroup(self)
        self._pool: list[Button] = []
        for number in range(_MOST_PLACES):
            made = button("", partial(self._clicked, number), "choice")
            made.setCheckable(True)
            made.hide()
            self._group.addButton(made)
            layout.addWidget(made)
            self._pool.append(made)
        self.below = column(space=Space.SMALL)
        layout.addLayout(self.below)
        self._others = More(self.tr("Other ports"))
        layout.addWidget(self._others)
        self.help = button(self.tr("My board is not in the list"), self.help_wanted.emit, "link")
        layout.addWidget(self.help)
        self.buttons: dict[str, Button] = {}
        self._places: tuple[Place, ...] = ()
        self._was_picked = False
        self.address = VIRTUAL

    def offer(self, places: tuple[Place, ...]) -> None:
        """Show these places; the one that is chosen stays so while it is there."""
        if places == self._places:
            return
        new = {place.address for place in places} - {place.address for place in self._places}
        self._places = places
        self._fill()
        if self.address not in self.buttons:
            self._was_picked = False
        plugged_in = [address for address in self.buttons if address in new and address != VIRTUAL]
        if self.address not in self.buttons or (plugged_in and not self._was_picked):
            self._choose((plugged_in or list(self.buttons))[0])
        self.buttons[self.address].setChecked(True)

    def _clicked(self, number: int) -> None:
        self._was_picked = True
        self._choose(list(self.buttons)[number])

    def _choose(self, address: str) -> None:
        self.buttons[address].setChecked(True)
        if address != self.address:
            self.address = address
            self.chosen.emit(address)

    def _fill(self) -> None:
        offered = [place for place in self._places if not place.reason][:_MOST_PLACES]
        self.buttons = {place.address: made for place, made in zip(offered, self._pool, strict=False)}
        for place in offered:
            self._dress(self.buttons[place.address], place)
        for made in self._pool[len(offered) :]:
            made.hide()
        clear(self._others.body)
        others = [place for place in self._places if place.reason]
        for place in others:
            self._others.body.addWidget(label(place.name))
            self._others.body.addWidget(label(place.reason, "caption", wrap=True))
        self._others.setVisible(bool(others))

    def _dress(self, made: Button, place: Place) -> None:
        explanation = (
            self.tr("A simulated board: you can flash and use it like a real one.")
            if place.is_virtual
            else self.tr("Connected by cable")
        )
        made.setText(place.name)
        made.draw("squeeze" if place.is_virtual else "plug", "accent")
        made.setAccessibleName(place.name)
        made.setAccessibleDescription(explanation)
        made.setToolTip(explanation)
        made.show()
