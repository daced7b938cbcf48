"""On the right, always: the charts of a run."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.charts.card import ChartCard
from app.charts.sizes import SizesCard
from app.charts.tensorboard import TensorBoardLine
from app.charts.timeline_card import TimelineCard
from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import column

CHARTS: tuple[Callable[[Session], ChartCard], ...] = (TimelineCard.of, SizesCard.of)
"""What makes each chart, from the top down. A chart keeps itself true to the session that it is given."""


class ChartsPanel(QWidget):
    """The charts, each in its card, fed live, and below them where TensorBoard is, while it runs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        layout = column(self, Space.MEDIUM)
        layout.setContentsMargins(0, Space.LARGE, Space.LARGE, Space.LARGE)
        self.cards = [make(session) for make in CHARTS]
        for card in self.cards:
            layout.addWidget(card, 1)
        self.tensorboard = TensorBoardLine(session)
        layout.addWidget(self.tensorboard)

    @property
    def timeline(self) -> TimelineCard:
        """The chart of accuracy over time."""
        return next(card for card in self.cards if isinstance(card, TimelineCard))

    @property
    def sizes(self) -> SizesCard:
        """The chart of sizes."""
        return next(card for card in self.cards if isinstance(card, SizesCard))
