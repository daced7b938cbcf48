"""The codes of a model: one table at a time, as a histogram with its line of bits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from app.steps.huffman.bits_line import BitsLine
from app.steps.huffman.histogram import CodeHistogram
from app.theme.tokens import Space
from app.widgets.basics import column, label, row
from app.wording import size
from core.compression.histograms import TableHistogram


class CodesView(QWidget):
    """The table with the most weights first; others can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.MEDIUM)
        line = row(space=Space.MEDIUM)
        words = self.tr("Each bar is a number that weights have. On it: the bits of its code.")
        self._sentence = label(words, "caption", wrap=True)
        line.addWidget(self._sentence, 1)
        self.tables = QComboBox()
        self.tables.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.tables.setAccessibleName(self.tr("Code table"))
        self.tables.setToolTip(
            self.tr("Layers whose numbers are alike share a code, where that saves bytes.")
        )
        self.tables.activated.connect(self._show)
        line.addWidget(self.tables)
        layout.addLayout(line)
        self.histogram = CodeHistogram()
        layout.addWidget(self.histogram)
        self.bits = BitsLine()
        layout.addWidget(self.bits)
        self.note = label("", "caption", wrap=True)
        layout.addWidget(self.note)
        self._tables: tuple[TableHistogram, ...] = ()

    def show_tables(self, tables: Sequence[TableHistogram]) -> None:
        """Show the tables of a model."""
        self._tables = tuple(sorted(tables, key=lambda table: -table.weights))
        self.tables.clear()
        for number, table in enumerate(self._tables, 1):
            self.tables.addItem(self._name(number, table))
        self.tables.setVisible(len(self._tables) > 1)
        self._show(0)

    def _show(self, number: int) -> None:
        if not self._tables:
            return
        table = self._tables[number]
        self.histogram.show_table(table)
        self.bits.show_bits(table.entropy_bits, table.mean_bits)
        self.note.setText(self._note(table))

    def _name(self, number: int, table: TableHistogram) -> str:
        count = len(table.layers)
        if table.number is None:
            words = self.tr("Not coded: {weights} numbers")
        else:
            words = self.tr("Code {number}: {layers} layers, {weights} numbers")
        return words.format(number=number, layers=count, weights=f"{table.weights:,}")

    def _note(self, table: TableHistogram) -> str:
        if table.number is None:
            return self.tr("So few numbers that a table for them would cost more than it saves.")
        words = self.tr(
            "{payload} of codes and {table} for the table itself, which is in the file and counted."
        )
        return words.format(payload=size(table.payload_bytes), table=size(table.bytes))
