"""On the right, always: accuracy over time, and sizes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.charts.feed import ExpectedSize, curve_feed
from app.charts.sizes import SizesCard, size_rows
from app.charts.timeline_card import TimelineCard
from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import column


class ChartsPanel(QWidget):
    """The two charts of a run, fed live."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.MEDIUM)
        layout.setContentsMargins(0, Space.LARGE, Space.LARGE, Space.LARGE)
        self.timeline = TimelineCard(curve_feed(session))
        self.sizes = SizesCard()
        layout.addWidget(self.timeline, 1)
        layout.addWidget(self.sizes, 1)
        self._expected = ExpectedSize(session, self)
        self._expected.changed.connect(self._show_sizes)
        for signal in (session.opened, session.changed):
            signal.connect(self._show_sizes)
        self._show_sizes()

    def _show_sizes(self) -> None:
        session = self._session
        rows = size_rows(session.summary, self._expected.bytes)
        self.sizes.bars.show_rows(rows, len(session.classes))
