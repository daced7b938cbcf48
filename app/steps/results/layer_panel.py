"""Bars of layers in a card, with the one that is pointed at in words below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from app.steps.results.layer_bars import LayerBar, LayerBars
from app.theme.tokens import Space
from app.widgets.basics import column, label


class LayerPanel(QFrame):
    """`sentence` says what the bars mean, as long as none of them is pointed at."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(title, "heading"))
        self.bars = LayerBars(title)
        layout.addWidget(self.bars)
        self._sentence = sentence
        self.said = label(sentence, "caption", wrap=True)
        layout.addWidget(self.said)
        self.bars.pointed.connect(self._say)

    def show_bars(self, bars: Sequence[LayerBar]) -> None:
        """Show other bars."""
        self.bars.show_bars(bars)
        self._say(self.bars.shown_item)

    def _say(self, index: int) -> None:
        self.said.setText(self.bars.words_of(index) if index >= 0 else self._sentence)
