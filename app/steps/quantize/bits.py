"""How many bits a weight gets: a card for each number of them, with the size that comes of it."""

from __future__ import annotations

from typing import get_args, get_type_hints

from PySide6.QtWidgets import QWidget

from app.charts.expected_size import ExpectedSize
from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import column, label, row, term
from app.widgets.choice_cards import Choice, ChoiceCards
from app.wording import about_size
from core.settings import QuantizeSettings

WEIGHT_BITS: tuple[int, ...] = get_args(get_type_hints(QuantizeSettings)["weight_bits"])
_LEAST_CARD = 104


class BitsChooser(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        line = row(space=Space.HAIR)
        line.addWidget(label(self.tr("How fine"), "heading"))
        line.addStretch(1)
        line.addWidget(label(self.tr("expected size, in the end"), "caption"))
        layout.addLayout(line)
        self.cards = ChoiceCards(
            self.tr("Bits of a weight"), [self._choice(bits, None) for bits in WEIGHT_BITS]
        )
        for card in self.cards.cards.values():
            card.setMinimumWidth(_LEAST_CARD)
        self.cards.chosen.connect(lambda key: session.change("quantize", weight_bits=int(key)))
        layout.addWidget(self.cards)
        notes = row(space=Space.HAIR)
        explanation = self.tr(
            "A bit is a 0 or a 1. Every bit more doubles the values that a number can have."
        )
        notes.addWidget(term(self.tr("Bits"), explanation))
        words = self.tr("count for most layers; the first and the last keep 8.")
        notes.addWidget(label(words, "soft", wrap=True), 1)
        layout.addLayout(notes)
        self._expected = ExpectedSize(session, self)
        self._expected.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the session holds."""
        with_bits = self._expected.with_bits
        self.cards.show_choices([self._choice(bits, with_bits(bits)) for bits in WEIGHT_BITS])
        self.cards.mark(str(self._session.settings.quantize.weight_bits))

    def _choice(self, bits: int, expected: int | None) -> Choice:
        values = self.tr("{count} values").format(count=2**bits - 1)
        figure = "" if expected is None else about_size(expected)
        return Choice(str(bits), self.tr("{count} bits").format(count=bits), figure, values)
