"""Training with rounded weights, or rounding alone: two cards with the time that they take."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from app.session import Session
from app.steps.expected_time import expected_times
from app.theme.tokens import Space
from app.widgets.basics import column, label
from app.widgets.choice_cards import Choice, ChoiceCards
from app.wording import duration
from core.settings import QuantizeMethod, changed


class MethodChooser(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        layout.addWidget(label(self.tr("How carefully"), "heading"))
        self.cards = ChoiceCards(self.tr("How carefully to round"), self._choices())
        self.cards.chosen.connect(lambda key: session.change("quantize", method=key))
        layout.addWidget(self.cards)

    def refresh(self) -> None:
        """Show what the session holds, and how long each takes."""
        self.cards.show_choices(self._choices())
        self.cards.mark(self._session.settings.quantize.method)

    def _choices(self) -> tuple[Choice, Choice]:
        return (
            Choice(
                "training-aware",
                self.tr("Keep learning"),
                self._time("training-aware"),
                self.tr("The network gets used to rounded numbers. Best with thousands of pictures."),
            ),
            Choice(
                "post-training",
                self.tr("Only round"),
                self._time("post-training"),
                self.tr("Fast. Keeps the most where there are few pictures."),
            ),
        )

    def _time(self, method: QuantizeMethod) -> str:
        settings = self._session.settings
        own = changed(settings.quantize, method=method)
        expected = expected_times(self._session, msgspec.structs.replace(settings, quantize=own))
        words = self.tr("about {time}")
        return "" if expected is None else words.format(time=duration(expected["quantize"]))
