"""Which classes are taken for which: a row for each class, a column for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import column, label
from app.widgets.painted import PaintedItems, sized
from app.wording import percent, whole

_CELL_HEIGHTS = ((12, 36), (20, 26), (40, 16))
_LEAST_CELL = 6
_ROW_NAMES, _COLUMN_NAMES = 104, 28
_TURNED_NAMES = 96
_READABLE_CELL = 30
_GAP = 2
_WIDEST_CELL = 96


class ConfusionMatrix(QWidget):
    """The matrix, and below it the cell that is pointed at in words."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.SMALL)
        self._axes = label(
            self.tr("Rows: true class. Columns: predicted class."),
            "caption",
            True,
        )
        layout.addWidget(self._axes)
        self.cells = ConfusionCells(self.tr("Confusion matrix"))
        layout.addWidget(self.cells)
        self.said = label("", "soft", wrap=True)
        self.said.setMinimumHeight(2 * Space.WIDE)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.said)
        self.cells.pointed.connect(self._say)

    def show_counts(self, classes: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """Show a matrix: `counts` has a row for each class, in it a count for each answer."""
        self.cells.show_counts(classes, counts)
        self._say(-1)

    def _say(self, index: int) -> None:
        self.said.setText(self.cells.words_of(index) if index >= 0 else self.cells.most_confused())


class ConfusionCells(PaintedItems):
    """The painted part. Cells have their count in them, or, where they are small, a square as large as it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._classes: tuple[str, ...] = ()
        self._counts: tuple[tuple[int, ...], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, classes: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """Show other counts."""
        self._classes = tuple(classes)
        self._counts = tuple(tuple(row) for row in counts)
        self.items_changed()

    def count(self) -> int:
        """How many items there are."""
        return len(self._classes) ** 2

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Qt: names of narrow columns stand upright."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt: the height of names and rows."""
        return round(self._head(width) + len(self._classes) * self._cell_height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: cells wide enough for counts."""
        width = _ROW_NAMES + len(self._classes) * _READABLE_CELL
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: names may be cut, rows not."""
        rows = round(len(self._classes) * self._cell_height())
        return QSize(_ROW_NAMES + len(self._classes) * _LEAST_CELL, _COLUMN_NAMES + rows)

    def rect_of(self, index: int) -> QRectF:
        """Where a cell is."""
        row, answer = divmod(index, max(len(self._classes), 1))
        width, height = self._cell_width(), self._cell_height()
        return QRectF(_ROW_NAMES + answer * width, self._head() + row * height, width, height)

    def words_of(self, index: int) -> str:
        """What a cell says, as a sentence."""
        row, answer = divmod(index, len(self._classes))
        count, total = self._counts[row][answer], sum(self._counts[row])
        name, taken = self._classes[row], self._classes[answer]
        share = percent(count / total) if total else percent(0)
        if row == answer:
            text = self.tr("{name}: {count} of {total} images correct ({share}).")
        else:
            text = self.tr("{name}: {count} of {total} images classified as {taken} ({share}).")
        return text.format(name=name, count=whole(count), total=whole(total), taken=taken, share=share)

    def most_confused(self) -> str:
        """The sentence of the most frequent mistake."""
        size = len(self._classes)
        wrong = [index for index in range(size * size) if index // size != index % size]
        worst = max(wrong, key=lambda index: self._counts[index // size][index % size], default=-1)
        if worst < 0 or not self._counts[worst // size][worst % size]:
            return self.tr("No image was assigned to a wrong class.")
        return self.tr("Most frequent confusion: {sentence}").format(sentence=self.words_of(worst))

    def step(self, key: int) -> int:
        """Up and down move by a row."""
        size = len(self._classes)
        return {Qt.Key.Key_Up: -size, Qt.Key.Key_Down: size}.get(Qt.Key(key), super().step(key))

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Names and cells."""
        self._paint_names(painter)
        size = len(self._classes)
        first = max(0, int((exposed.top() - self._head()) // self._cell_height()))
        last = min(size, int((exposed.bottom() - self._head()) // self._cell_height()) + 1)
        for row in range(first, last):
            total = max(sum(self._counts[row]), 1)
            for answer in range(size):
                self._paint_cell(painter, row, answer, self._counts[row][answer] / total)

    def _paint_names(self, painter: QPainter) -> None:
        theme = the_theme()
        painter.setFont(sized(self.font(), Type.CAPTION))
        painter.setPen(theme.color("soft_ink"))
        metrics = painter.fontMetrics()
        if self._cell_height() >= metrics.height() - 2:
            for row, name in enumerate(self._classes):
                rect = self.rect_of(row * len(self._classes))
                place = QRectF(0, rect.top(), _ROW_NAMES - Space.SMALL, rect.height())
                text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if self._cell_width() >= metrics.height():
            for answer, name in enumerate(self._classes):
                self._paint_column_name(painter, answer, name)

    def _paint_column_name(self, painter: QPainter, answer: int, name: str) -> None:
        metrics, rect, head = painter.fontMetrics(), self.rect_of(answer), self._head()
        if head == _COLUMN_NAMES:
            painter.drawText(QRectF(rect.left(), 0, rect.width(), head), Qt.AlignmentFlag.AlignCenter, name)
            return
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(head) - Space.SMALL)
        painter.save()
        painter.translate(rect.center().x() + metrics.ascent() / 2 - 1, head - Space.HAIR)
        painter.rotate(-90)
        painter.drawText(0, 0, text)
        painter.restore()

    def _paint_cell(self, painter: QPainter, row: int, answer: int, share: float) -> None:
        theme, is_right = the_theme(), row == answer
        rect = self.rect_of(row * len(self._classes) + answer)
        gap = _GAP if rect.height() > _READABLE_CELL / 2 else 0.5
        rect = rect.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2)
        full = theme.color("accent" if is_right else "bad")
        ground = theme.color("raised")
        painter.setPen(Qt.PenStyle.NoPen)
        if rect.width() < _READABLE_CELL or rect.height() < Type.CAPTION:
            self._paint_square(painter, rect, share, full)
            return
        fill = _mixed(ground, full, share if is_right else min(1.0, 2 * share))
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, 4, 4)
        if count := self._counts[row][answer]:
            painter.setFont(sized(self.font(), Type.CAPTION, bold=is_right))
            painter.setPen(QPen(_readable_on(fill)))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, whole(count))

    def _paint_square(self, painter: QPainter, rect: QRectF, share: float, color: QColor) -> None:
        painter.setBrush(the_theme().color("raised"))
        painter.drawRect(rect)
        if not share:
            return
        side = max(1.0, min(rect.width(), rect.height()) * share**0.5)
        square = QRectF(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.setBrush(color)
        painter.drawRect(square)

    def _cell_width(self, width: int | None = None) -> float:
        room = (self.width() if width is None else width) - _ROW_NAMES
        return float(min(_WIDEST_CELL, max(_LEAST_CELL, room / max(len(self._classes), 1))))

    def _cell_height(self) -> float:
        size = len(self._classes)
        return next((height for most, height in _CELL_HEIGHTS if size <= most), _LEAST_CELL)

    def _head(self, width: int | None = None) -> float:
        """The height of the names of columns: they stand upright where one is wider than its column."""
        metrics = QFontMetrics(sized(self.font(), Type.CAPTION))
        cell = self._cell_width(width)
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0)
        if widest <= cell or cell < metrics.height():
            return _COLUMN_NAMES
        return min(widest + Space.MEDIUM, _TURNED_NAMES)


def _mixed(low: QColor, high: QColor, share: float) -> QColor:
    parts = (
        low.redF() + (high.redF() - low.redF()) * share,
        low.greenF() + (high.greenF() - low.greenF()) * share,
        low.blueF() + (high.blueF() - low.blueF()) * share,
    )
    return QColor.fromRgbF(*parts)


def _readable_on(fill: QColor) -> QColor:
    """Black or white, whichever has more contrast (relative luminance as in WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (fill.redF(), fill.greenF(), fill.blueF())
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("black" if luminance > 0.179 else "white")
