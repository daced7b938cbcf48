"""What a person chooses with: cards, tabs, fields for numbers, lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QComboBox,
    QDoubleSpinBox,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QTabBar,
    QWidget,
)

from app.theme.tokens import Space
from app.widgets.basics import column, label, restyle, row

_LEAST_WIDTH = 132
_WIDEST = 2**31 - 1
_DECIMALS = 5


@dataclass(frozen=True)
class Choice:
    """A way: its title, a figure below it such as a time, and a sentence about what it gives."""

    key: str
    title: str
    figure: str = ""
    sentence: str = ""


class ChoiceCard(QPushButton):
    """A button with several lines. `stepped` tells that an arrow key asks for the one before, or behind."""

    stepped = Signal(int)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._layout = column(self, Space.HAIR, Space.LARGE)
        self._title = label("", "heading")
        self._figure = label("")
        self._sentence = label("", "caption", wrap=True)
        for text in (self._title, self._figure, self._sentence):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._layout.addWidget(text)
        self._layout.addStretch(1)

    @property
    def figure(self) -> str:
        """What stands below the title."""
        return self._figure.text()

    def show_choice(self, choice: Choice) -> None:
        """Write what the choice is."""
        self._title.setText(choice.title)
        self._figure.setText(choice.figure)
        self._figure.setVisible(bool(choice.figure))
        self._sentence.setText(choice.sentence)
        self.setAccessibleName(", ".join(filter(None, (choice.title, choice.figure))))
        self.setAccessibleDescription(choice.sentence)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Qt: sentences need more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Qt: the height of all lines."""
        return self._layout.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: as its lines are."""
        return self._layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: as its lines are."""
        return self._layout.totalMinimumSize()


class ChoiceCards(QWidget):
    """The cards. `chosen` brings the key of one that was picked. Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = row(self, Space.MEDIUM)
        self._group = QButtonGroup(self)
        self.cards: dict[str, ChoiceCard] = {}
        for choice in choices:
            card = ChoiceCard(choice.key)
            card.show_choice(choice)
            card.clicked.connect(lambda _checked=False, key=choice.key: self.chosen.emit(key))
            card.stepped.connect(lambda step, key=choice.key: self._step(key, step))
            self._group.addButton(card)
            layout.addWidget(card, 1)
            self.cards[choice.key] = card

    @property
    def key(self) -> str:
        """The key of the one that is chosen, or ''."""
        checked = self._group.checkedButton()
        return checked.key if isinstance(checked, ChoiceCard) else ""

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Write other figures and sentences on the cards of the same keys."""
        for choice in choices:
            self.cards[choice.key].show_choice(choice)

    def mark(self, key: str) -> None:
        """Show one as chosen; '' for none."""
        if key:
            self.cards[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for card in self.cards.values():
            card.setChecked(False)
        self._group.setExclusive(True)

    def _step(self, key: str, step: int) -> None:
        keys = list(self.cards)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            card = self.cards[keys[place]]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            card.click()


class Tabs(QWidget):
    """`shown` tells the number of the page that is shown now."""

    shown = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = column(self, Space.MEDIUM)
        line = row(space=0)
        self.bar = TabBar(name)
        self.bar.currentChanged.connect(self._show)
        line.addWidget(self.bar)
        line.addStretch(1)
        layout.addLayout(line)
        self._layout = layout
        self._pages: list[QWidget] = []

    def add(self, title: str, page: QWidget) -> None:
        """One more page."""
        # Only here: what is shown before it has its place is a window of its own for a moment.
        self._layout.addWidget(page)
        page.setVisible(not self._pages)
        self._pages.append(page)
        self.bar.addTab(title)
        self.bar.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: it has another size."""
        super().resizeEvent(event)
        self.bar.fit(self.width())

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.bar.setCurrentIndex(self._pages.index(page))

    def _show(self, number: int) -> None:
        for place, page in enumerate(self._pages):
            page.setVisible(place == number)
        self.shown.emit(number)


class TabBar(QTabBar):
    """A tab is as wide as its title is when it is chosen, and heavier for it.

    Where there is not enough room, titles stand closer together (see `fit`); where that is not enough, they
    are cut and explain themselves.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumWidth(1)
        self.setAccessibleName(name)
        self._is_tight = False
        # How wide all tabs are depends on which is chosen.
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    def fit(self, room: int) -> None:
        """Put titles closer together where `room`, in pixels, is less than they need."""
        saved = 2 * (Space.MEDIUM - Space.HAIR) * self.count()
        usual = sum(self.tabSizeHint(index).width() for index in range(self.count()))
        is_tight = room < usual + (saved if self._is_tight else 0)
        if is_tight is not self._is_tight:
            self._is_tight = is_tight
            self.setProperty("tight", is_tight)
            restyle(self)
            # It keeps how wide its tabs are until it is told.
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))

    def tabInserted(self, index: int) -> None:  # noqa: N802
        """Qt: there is one more tab."""
        super().tabInserted(index)
        self.setTabToolTip(index, self.tabText(index))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Qt: the size of a tab."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        text, hint = self.tabText(index), super().tabSizeHint(index)
        heavier = QFontMetrics(font).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
        return hint + QSize(max(0, heavier) + 2, 0)


class Choices(QComboBox):
    """The wheel scrolls the page: it changes and focuses nothing that it only happens to pass over."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt: the wheel was turned."""
        event.ignore()


class WholeBox(QSpinBox):
    """Takes any whole number: whether it is a good one is for whoever asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(-_WIDEST, _WIDEST)
        _set_up(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt: the wheel was turned."""
        event.ignore()


class FractionBox(QDoubleSpinBox):
    """Takes any number, and shows no more digits than it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(-_WIDEST, _WIDEST)
        self.setDecimals(_DECIMALS)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        _set_up(self)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Qt: a number as text."""
        return self.locale().toString(value, "g", _DECIMALS + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt: the wheel was turned."""
        event.ignore()


def _set_up(box: QAbstractSpinBox) -> None:
    # A widget takes over the locale of its window, which may be older than the language in force.
    box.setLocale(QLocale())
    # Without the wheel, which scrolls the page.
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setKeyboardTracking(False)
    # The style sheet's padding does not come through to where the text is.
    box.lineEdit().setTextMargins(Space.SMALL, 0, Space.SMALL, 0)
