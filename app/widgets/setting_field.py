"""One setting of a run as a control, made from how it is declared in `core.settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin, get_type_hints

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from app.texts import translate
from app.theme.tokens import Space
from app.widgets.basics import column, label, row, set_role
from app.widgets.number_box import FractionBox, WholeBox
from core.errors import SqueezeError
from core.settings import changed, description, possible

_WIDTH = 176


class SettingField(QWidget):
    """Its name, a control, and the sentence that explains it.

    `kind` is the section's type and `name` the setting's in it. `changed` brings a value that the setting can
    have; what it cannot have is answered below the control with what it can. `words` are names for choices.
    """

    changed = Signal(object)

    def __init__(
        self, kind: type[Any], name: str, title: str, words: Mapping[Any, str] | None = None
    ) -> None:
        super().__init__()
        self._kind, self._name = kind, name
        self._value: object = getattr(kind(), name)
        self._is_shown = False
        sentence = _sentence(kind, name)
        layout = column(self, Space.HAIR)
        line = row(space=Space.MEDIUM)
        self.control: QWidget = self._control(words or {})
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(sentence)
        self.control.setToolTip(sentence)
        if isinstance(self.control, QCheckBox):
            self.control.setText(title)
            line.addWidget(self.control, 1)
        else:
            named = label(title, wrap=True)
            named.setBuddy(self.control)
            line.addWidget(named, 1)
            self.control.setFixedWidth(_WIDTH)
            line.addWidget(self.control)
        layout.addLayout(line)
        self.sentence = label(sentence, "caption", wrap=True)
        layout.addWidget(self.sentence)
        self.show_value(self._value)

    @property
    def is_refused(self) -> bool:
        """Whether the control has something in it that the setting cannot be."""
        return bool(self.sentence.property("role") == "bad")

    @property
    def value(self) -> object:
        """The last value that the setting can have."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show a value without telling of it; what was refused stays until it is mended."""
        if value == self._value and (self.is_refused or self._is_shown):
            return
        self._value, self._is_shown = value, True
        self.control.blockSignals(True)
        match self.control:
            case QCheckBox() as check:
                check.setChecked(bool(value))
            case QComboBox() as combo:
                combo.setCurrentIndex(combo.findData(value))
            case QSpinBox() | QDoubleSpinBox() as spin:
                spin.setValue(value)  # type: ignore[arg-type]
        self.control.blockSignals(False)
        self._accept()

    def refuse(self, words: str) -> None:
        """Say below the control why it cannot be what it shows."""
        self.sentence.setText(words)
        set_role(self.sentence, "bad")
        self.control.setAccessibleDescription(words)

    def _control(self, words: Mapping[Any, str]) -> QWidget:
        hint = get_type_hints(self._kind)[self._name]
        if hint is bool:
            check = QCheckBox()
            check.toggled.connect(self._take)
            return check
        if get_origin(hint) is Literal:
            combo = Choices()
            for choice in get_args(hint):
                combo.addItem(words.get(choice, str(choice)), choice)
            combo.activated.connect(lambda index: self._take(combo.itemData(index)))
            return combo
        spin = WholeBox() if hint is int else FractionBox()
        spin.valueChanged.connect(self._take)
        return spin

    def _take(self, value: object) -> None:
        try:
            changed(self._kind(), **{self._name: value})
        except SqueezeError:
            words = translate("SettingField", "This can be {range}.")
            self.refuse(words.format(range=possible(self._kind, self._name)))
            return
        self._accept()
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _accept(self) -> None:
        self.sentence.setText(_sentence(self._kind, self._name))
        set_role(self.sentence, "caption")
        self.control.setAccessibleDescription(self.sentence.text())


class Choices(QComboBox):
    """The wheel scrolls the page: it changes nothing that it only happens to pass over."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Qt: the wheel was turned."""
        event.ignore()


def _sentence(kind: type[Any], name: str) -> str:
    """The setting's own sentence, with a beginning and an end."""
    words = translate("Settings", description(kind, name))
    return f"{words[:1].upper()}{words[1:]}." if words else ""
