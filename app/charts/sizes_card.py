"""The bars of sizes in their card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.charts.card import ChartCard
from app.charts.sizes import SizeBars
from app.charts.tables import SIZE_COLUMNS, size_table
from app.widgets.basics import label


class SizesCard(ChartCard):
    """How large each model is; `bars` shows it."""

    def __init__(self, is_copy: bool = False, is_large: bool = False) -> None:
        super().__init__("", is_copy, is_large)
        self.title.setText(self.tr("Size"))
        self.setAccessibleName(self.tr("Size"))
        self.bars = SizeBars()
        self.body.addWidget(self.bars, 1)
        if self.is_large:
            words = self.tr(
                "From line to line ten times as large. Beside each bar: how many times smaller than AlexNet. "
                "Its paler part is what gzip would save."
            )
            self.body.addWidget(label(words, "caption", wrap=True))

    def copy(self, is_large: bool = False) -> SizesCard:
        """A card with the same bars."""
        copied = SizesCard(not is_large, is_large)
        copied.bars.show_rows(self.bars.rows, self.bars.classes)
        self.bars.shown.connect(copied.bars.show_rows)
        return copied

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """Columns and rows of what is shown."""
        return SIZE_COLUMNS, size_table(self.bars.rows)
