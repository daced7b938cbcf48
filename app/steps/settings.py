"""Settings of the open run as controls, made from how they are declared, and where each is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QVBoxLayout, QWidget

from app.session import Session
from app.step import StepName
from app.theme.tokens import Space
from app.widgets.basics import column, divider, label, row, set_role
from app.widgets.controls import Choices, FractionBox, WholeBox
from app.wording import error_words, significant, translate, whole
from core.errors import SqueezeError
from core.settings import RunSettings, changed, description, limits

_CONTROL_WIDTH = 176
_DIGITS = 6


class SettingField(QWidget):
    """Its name, a control, and the sentence that explains it.

    `kind` is the section's type and `name` the setting's in it. `changed` brings a value that the setting can
    have; what it cannot have is answered below the control with what it can. `words` are names for choices.
    A number that may be absent is 0 in the control, which then says so in words.
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
            self.control.setFixedWidth(_CONTROL_WIDTH)
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
                spin.setValue(value or 0)  # type: ignore[arg-type]
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
        spin = FractionBox() if hint is float else WholeBox()
        if self._may_be_absent:
            spin.setMinimum(0)
            spin.setSpecialValueText(translate("SettingField", "off"))
        spin.valueChanged.connect(self._take)
        return spin

    @property
    def _may_be_absent(self) -> bool:
        return bool(get_type_hints(self._kind)[self._name] == (int | None))

    def _take(self, value: object) -> None:
        if self._may_be_absent:
            value = value or None
        try:
            changed(self._kind(), **{self._name: value})
        except SqueezeError:
            self.refuse(_allowed(self._kind, self._name))
            return
        self._accept()
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _accept(self) -> None:
        self.sentence.setText(_sentence(self._kind, self._name))
        set_role(self.sentence, "caption")
        self.control.setAccessibleDescription(self.sentence.text())


def _allowed(kind: type[Any], name: str) -> str:
    """Between what a setting can be, in a sentence."""
    own = limits(kind, name)
    words = translate("SettingField", "Allowed: {least} to {most}.")
    if own.most is None:
        words = translate("SettingField", "Allowed: {least} or more.")
    elif own.above:
        words = translate("SettingField", "Allowed: more than {least}, up to {most}.")
    return words.format(least=_number(own.least or 0), most=_number(own.most or 0))


def _number(value: float) -> str:
    return whole(int(value)) if value == int(value) else significant(value, _DIGITS)


def _sentence(kind: type[Any], name: str) -> str:
    """The setting's own sentence, with a beginning and an end."""
    words = translate("Settings", description(kind, name))
    return f"{words[:1].upper()}{words[1:]}." if words else ""


@dataclass(frozen=True)
class Field:
    """A setting to be shown: its section ('' for the run's own), its name there, and what it is called.

    `words` are names for what can be chosen.
    """

    section: str
    name: str
    title: str
    words: Mapping[Any, str] = field(default_factory=dict)


class SettingFields:
    """The controls, below one another in `layout`. What is set is set in the session."""

    def __init__(self, session: Session, fields: Sequence[Field], layout: QVBoxLayout) -> None:
        self._session = session
        self.fields: dict[tuple[str, str], SettingField] = {}
        for number, own in enumerate(fields):
            if number:
                layout.addWidget(divider())
            made = SettingField(_kind(own.section), own.name, own.title, own.words)
            made.changed.connect(lambda value, own=own: self._set(own, value))
            layout.addWidget(made)
            self.fields[own.section, own.name] = made

    def refresh(self) -> None:
        """Show what the session holds."""
        for (section, name), made in self.fields.items():
            made.show_value(getattr(self._section(section), name))

    def enable(self, enabled: bool) -> None:
        """Let the settings be changed, or not."""
        for made in self.fields.values():
            made.setEnabled(enabled)

    def _set(self, own: Field, value: object) -> None:
        settings = self._session.settings
        if not own.section:
            self._session.replace_settings(msgspec.structs.replace(settings, **{own.name: value}))
            return
        try:
            self._session.change(own.section, **{own.name: value})
        except SqueezeError as error:
            # It does not go together with another setting.
            happened, _remedy = error_words(error)
            self.fields[own.section, own.name].refuse(happened)

    def _section(self, section: str) -> object:
        return getattr(self._session.settings, section) if section else self._session.settings


def _kind(section: str) -> type[Any]:
    kind: type[Any] = get_type_hints(RunSettings)[section] if section else RunSettings
    return kind


def fields_of(name: StepName) -> tuple[Field, ...]:
    """The settings that the page of a step has below 'More', from the top down."""
    return _FIELDS[name]() if name in _FIELDS else ()


def _data_fields() -> tuple[Field, ...]:
    """How the images are divided, and what is done with bad ones."""
    bad = {"leave-out": translate("SeeingPanel", "Exclude"), "stop": translate("SeeingPanel", "Stop")}
    return (
        Field("data", "validation_share", translate("SeeingPanel", "Validation fraction")),
        Field("data", "test_share", translate("SeeingPanel", "Test fraction")),
        Field("data", "on_bad_pictures", translate("SeeingPanel", "Unreadable images"), bad),
        Field("data", "scenes_per_class", translate("SeeingPanel", "Scenes per class")),
        Field("data", "memory_limit_mb", translate("SeeingPanel", "Memory for images (MB)")),
    )


def _train_fields() -> tuple[Field, ...]:
    """The network's shape, how it learns, and the number that chance comes from."""
    networks = {
        "squeezenet-1.0": "SqueezeNet 1.0",
        "squeezenet-1.1": "SqueezeNet 1.1",
        "alexnet": translate("Train", "AlexNet (for comparison)"),
    }
    bypasses = {
        "none": translate("Train", "none"),
        "simple": translate("Train", "simple"),
        "complex": translate("Train", "complex"),
    }
    weightings = {
        "auto": translate("Train", "auto"),
        "on": translate("Train", "always"),
        "off": translate("Train", "never"),
    }
    return (
        Field("network", "name", translate("Train", "Network"), networks),
        Field("network", "width", translate("Train", "Width")),
        Field("network", "bypass", translate("Train", "Bypass"), bypasses),
        Field("network", "squeeze_ratio", translate("Train", "Squeeze ratio")),
        Field("network", "share_3x3", translate("Train", "3x3 filter fraction")),
        Field("train", "epochs", translate("Train", "Epochs")),
        Field("train", "batch_size", translate("Train", "Batch size")),
        Field("train", "learning_rate", translate("Train", "Peak learning rate")),
        Field("train", "class_weights", translate("Train", "Class weights"), weightings),
        Field("train", "freeze_epochs", translate("Train", "Epochs of the last layer only")),
        Field("train", "steps", translate("Train", "Steps")),
        Field("train", "validation_steps", translate("Train", "Steps per validation")),
        Field("train", "checkpoint_steps", translate("Train", "Steps per checkpoint")),
        Field("train", "summary_steps", translate("Train", "Steps per recorded loss")),
        Field("train", "keep_checkpoints", translate("Train", "Checkpoints to keep")),
        Field("", "seed", translate("Train", "Random seed")),
    )


def _prune_fields() -> tuple[Field, ...]:
    """What goes whole, where it goes, and how the network recovers."""
    scopes = {
        "global": translate("Prune", "by magnitude, over all layers"),
        "layer": translate("Prune", "same sparsity in each layer"),
    }
    methods = {
        "training-aware": translate("Prune", "fine-tune"),
        "post-training": translate("Prune", "fit each layer (fast)"),
    }
    return (
        Field("prune", "method", translate("Prune", "Accuracy recovery"), methods),
        Field("prune", "filters", translate("Prune", "Filters to remove")),
        Field("prune", "scope", translate("Prune", "Sparsity distribution"), scopes),
        Field("prune", "epochs", translate("Prune", "Epochs")),
        Field("prune", "distillation", translate("Prune", "Distillation alpha")),
        Field("prune", "learning_rate", translate("Prune", "Peak learning rate")),
    )


def _quantize_fields() -> tuple[Field, ...]:
    """How long the network learns with rounded numbers, and from what."""
    return (
        Field("quantize", "epochs", translate("Quantize", "Epochs")),
        Field("quantize", "distillation", translate("Quantize", "Distillation alpha")),
        Field("quantize", "learning_rate", translate("Quantize", "Peak learning rate")),
    )


def _huffman_fields() -> tuple[Field, ...]:
    """How layers are coded."""
    return (Field("huffman", "share_tables", translate("HuffmanPage", "Share code tables between layers")),)


_FIELDS: dict[StepName, Callable[[], tuple[Field, ...]]] = {
    "data": _data_fields,
    "train": _train_fields,
    "prune": _prune_fields,
    "quantize": _quantize_fields,
    "huffman": _huffman_fields,
}
