"""Fields for numbers. The wheel scrolls the page: it changes nothing that it only happens to pass over."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox

from app.theme.tokens import Space

_WIDEST = 2**31 - 1
_DECIMALS = 5


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
    box.setKeyboardTracking(False)
    # The style sheet's padding does not come through to where the text is.
    box.lineEdit().setTextMargins(Space.SMALL, 0, Space.SMALL, 0)
