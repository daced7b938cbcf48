"""The file before coding and after it, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.theme.tokens import Space
from app.widgets.basics import column, label, row
from app.wording import percent, size
from core.runs.summary import Summary


class SizeFigures(QFrame):
    """A card with two sizes, and below them what that is in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.MEDIUM, Space.LARGE)
        line = row(space=Space.LARGE)
        self.before, self.after = label("-", "figure"), label("-", "figure")
        line.addLayout(_titled(self.tr("Quantized, before"), self.before), 1)
        arrow = label("→", "title")
        arrow.setAccessibleName("")
        line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(_titled(self.tr("Huffman-coded, now"), self.after), 1)
        layout.addLayout(line)
        self.words = label("", "body", wrap=True)
        layout.addWidget(self.words)

    def show_summary(self, summary: Summary | None) -> None:
        """Show what a run came to."""
        before, after = (summary.of("quantize"), summary.of("huffman")) if summary else (None, None)
        if summary is None or before is None or after is None:
            return
        self.before.setText(size(before.bytes))
        self.after.setText(size(after.bytes))
        words = self.tr(
            "{factor} times smaller, {alexnet} times smaller than AlexNet, and still {accuracy} right."
        )
        self.words.setText(
            words.format(
                factor=f"{before.bytes / after.bytes:.1f}",
                alexnet=f"{summary.references.alexnet_bytes / after.bytes:,.0f}",
                accuracy=percent(after.accuracy),
            )
        )


def _titled(title: str, figure: QLabel) -> QVBoxLayout:
    place = column(space=Space.HAIR)
    place.addWidget(label(title, "soft"))
    place.addWidget(figure)
    figure.setAccessibleName(title)
    return place
