"""Where a board may be, as a list of which one is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.steps.board.places import VIRTUAL, Place
from app.theme.tokens import Space
from app.widgets.basics import Button, button, clear, column, label
from app.widgets.more import More

_MOST = 12
"""Places that can be offered. Their buttons are made once: made anew they would be last for the Tab key."""


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
        layout.addWidget(label(self.tr("Where is the board?"), "heading"))
        self._group = QButtonGroup(self)
        self._pool: list[Button] = []
        for number in range(_MOST):
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
        offered = [place for place in self._places if not place.reason][:_MOST]
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
            self.tr("A board in software: it is flashed and answers as one on a cable does.")
            if place.is_virtual
            else self.tr("Connected with a cable")
        )
        made.setText(place.name)
        made.draw("squeeze" if place.is_virtual else "plug", "accent")
        made.setAccessibleName(place.name)
        made.setAccessibleDescription(explanation)
        made.setToolTip(explanation)
        made.show()
