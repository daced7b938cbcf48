"""Where a board may be, as a list of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.steps.board.places import VIRTUAL, Place
from app.theme.tokens import Space
from app.widgets.basics import Button, button, clear, column, label
from app.widgets.more import More


class PlaceList(QWidget):
    """Places that may have a board can be chosen; the others say why not.

    Without hardware the virtual board is chosen; a board that is plugged in is, unless the person has chosen
    otherwise. `chosen` tells of every change.
    """

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        layout.addWidget(label(self.tr("Where is the board?"), "heading"))
        self._rows = column(space=Space.SMALL)
        layout.addLayout(self._rows)
        self._others = More(self.tr("Other ports"))
        layout.addWidget(self._others)
        self.help = button(self.tr("My board is not in the list"), self.help_wanted.emit, "link")
        layout.addWidget(self.help)
        self._group = QButtonGroup(self)
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
        likely = [place.address for place in places if not place.reason]
        if self.address not in likely:
            self._was_picked = False
        if not self._was_picked:
            plugged_in = [address for address in likely if address in new and address != VIRTUAL]
            stays = [self.address] if self.address in likely and not plugged_in else []
            self._choose((stays or likely)[0])
        self.buttons[self.address].setChecked(True)

    def pick(self, address: str) -> None:
        """Choose a place, as a click on it does."""
        self._was_picked = True
        self._choose(address)

    def _choose(self, address: str) -> None:
        self.buttons[address].setChecked(True)
        if address != self.address:
            self.address = address
            self.chosen.emit(address)

    def _fill(self) -> None:
        had_focus = next((address for address, one in self.buttons.items() if one.hasFocus()), None)
        for made in self.buttons.values():
            self._group.removeButton(made)
        clear(self._rows)
        clear(self._others.body)
        self.buttons = {}
        reasons = [place for place in self._places if place.reason]
        for place in self._places:
            if not place.reason:
                self._rows.addWidget(self._button(place))
        for place in reasons:
            self._others.body.addWidget(label(place.name))
            self._others.body.addWidget(label(place.reason, "caption", wrap=True))
        self._others.setVisible(bool(reasons))
        if had_focus in self.buttons:
            self.buttons[had_focus].setFocus()

    def _button(self, place: Place) -> Button:
        address = place.address
        caption = (
            self.tr("Played by this computer. Nothing has to be connected.")
            if place.is_virtual
            else self.tr("Connected with a cable")
        )
        made = button(f"{place.name}\n{caption}", lambda: self.pick(address), "choice")
        made.setCheckable(True)
        made.draw("squeeze" if place.is_virtual else "plug", "accent")
        made.setAccessibleName(place.name)
        made.setAccessibleDescription(caption)
        self._group.addButton(made)
        self.buttons[address] = made
        return made
