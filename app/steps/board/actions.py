"""What the board does when it sees a class: a row per class, to be set before flashing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.theme.tokens import Space
from app.widgets.basics import More, column, label, row
from app.widgets.controls import Choices, FractionBox, WholeBox
from app.wording import error_words, translate
from core.boards.actions import MOST_ACTIONS, MOST_LINE_BYTES
from core.boards.pin_use import WORDS, pin_uses, require_free_pins
from core.boards.profiles import board_profile
from core.errors import SqueezeError
from core.settings import ClassAction

Kind = Literal["nothing", "while-seen", "for-time", "line"]
_USUAL = ClassAction(line="-")
_USUAL_SECONDS = 5.0
_PRINTABLE = QRegularExpression(r"[^\x{0}-\x{1f}\x{7f}]*")


class ActionRow(QWidget):
    """One class: what happens, and when. `changed` tells that the person has set something."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        layout = column(self, Space.SMALL)
        head = row(space=Space.SMALL)
        head.addWidget(label(self.tr("When it sees {name}:").format(name=name), wrap=True), 2)
        self.kind = self._choices(self.tr("What happens when the board sees {name}"))
        for text, kind in (
            (self.tr("nothing"), "nothing"),
            (self.tr("set pin high while seen"), "while-seen"),
            (self.tr("set pin high for a time"), "for-time"),
            (self.tr("write a line of text"), "line"),
        ):
            self.kind.addItem(text, kind)
        self.kind.activated.connect(self._kind_chosen)
        head.addWidget(self.kind, 3)
        layout.addLayout(head)
        self._below = QWidget()
        layout.addWidget(self._below)
        self._lay_out_below()
        self.show_action(None)

    @property
    def action(self) -> ClassAction | None:
        """What is set; None for nothing, or while a line has no text yet."""
        kind = self._kind
        common = {"at_least": self.at_least.value() / 100, "times": self.times.value()}
        if kind == "line":
            return ClassAction(line=self.line.text(), **common) if self.line.text() else None  # type: ignore[arg-type]
        pin = self.pin.currentData()
        if kind == "nothing" or pin is None:
            return None
        seconds = self.seconds.value() if kind == "for-time" else None
        return ClassAction(pin=pin, seconds=seconds, **common)  # type: ignore[arg-type]

    def show_action(self, action: ClassAction | None) -> None:
        """Show what is set, without telling."""
        kind: Kind = "nothing"
        if action is not None and action.pin is None:
            kind = "line"
        elif action is not None:
            kind = "while-seen" if action.seconds is None else "for-time"
        self.kind.setCurrentIndex(self.kind.findData(kind))
        shown = action or _USUAL
        if action is not None and action.pin is not None:
            self.pin.setCurrentIndex(self.pin.findData(action.pin))
        if action is not None and action.line is not None:
            self.line.setText(action.line)
        self._set(self.seconds, shown.seconds or _USUAL_SECONDS)
        self._set(self.at_least, round(shown.at_least * 100))
        self._set(self.times, shown.times)
        self._show_parts()

    def offer_pins(self, board: str) -> None:
        """Offer a board's pins; those that it needs itself say what for, and cannot be chosen."""
        chosen = self.pin.currentData()
        self.pin.clear()
        for pin, use in pin_uses(board_profile(board)).items():
            if use == "no pin":
                continue
            text = self.tr("GPIO {pin}").format(pin=pin)
            if use is not None:
                text = self.tr("GPIO {pin}: {use}").format(pin=pin, use=translate("Errors", WORDS[use]))
            self.pin.addItem(text, pin)
            self.pin.model().item(self.pin.count() - 1).setEnabled(use is None)  # type: ignore[attr-defined]
        free = next((n for n in range(self.pin.count()) if self._is_free(n)), -1)
        known = -1 if chosen is None else self.pin.findData(chosen)
        self.pin.setCurrentIndex(known if known >= 0 else free)

    def _is_free(self, index: int) -> bool:
        return bool(self.pin.model().item(index).isEnabled())  # type: ignore[attr-defined]

    @property
    def _kind(self) -> Kind:
        kind: Kind = self.kind.currentData()
        return kind

    def _choices(self, name: str) -> Choices:
        made = Choices()
        made.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        made.setAccessibleName(name.format(name=self.name))
        return made

    def _lay_out_below(self) -> None:
        lines = column(self._below, Space.SMALL)
        lines.setContentsMargins(Space.LARGE, 0, 0, Space.SMALL)
        what = row(space=Space.SMALL)
        self.pin = self._choices(self.tr("Pin for {name}"))
        self.pin.setToolTip(
            self.tr(
                "A pin supplies 3.3 V and a few milliamperes: enough for an LED or a relay module's input."
            )
        )
        self.pin.activated.connect(self.changed)
        what.addWidget(self.pin, 2)
        self.seconds = FractionBox()
        self.seconds.setDecimals(1)
        self.seconds.setRange(0.1, 3600.0)
        self.seconds.setSuffix(" s")
        self._name(self.seconds, self.tr("Seconds for {name}"))
        what.addWidget(self.seconds, 1)
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_LINE_BYTES)
        self.line.setValidator(QRegularExpressionValidator(_PRINTABLE, self.line))
        self.line.setPlaceholderText(self.tr("Text, such as: {name}").format(name=self.name))
        self.line.setAccessibleName(self.tr("Line for {name}").format(name=self.name))
        self.line.setToolTip(
            self.tr("Written on the board's serial port, 115200 baud, each time it appears.")
        )
        self.line.textEdited.connect(self._cut_line)
        self.line.editingFinished.connect(self.changed)
        what.addWidget(self.line, 3)
        lines.addLayout(what)
        when = row(space=Space.SMALL)
        self.at_least = WholeBox()
        self.at_least.setRange(0, 100)
        self.at_least.setPrefix(self.tr("at least "))
        self.at_least.setSuffix(" %")
        self.at_least.setToolTip(
            self.tr(
                "Probability from which on the class counts as seen. An answer that is not sure never does."
            )
        )
        self._name(self.at_least, self.tr("Threshold for {name}"))
        when.addWidget(self.at_least, 1)
        self.times = WholeBox()
        self.times.setRange(1, 100)
        self.times.setSuffix(self.tr(" in a row"))
        self.times.setToolTip(self.tr("How many images in a row have to show the class."))
        self._name(self.times, self.tr("Times in a row for {name}"))
        when.addWidget(self.times, 1)
        lines.addLayout(when)

    def _name(self, number: WholeBox | FractionBox, name: str) -> None:
        number.setAccessibleName(name.format(name=self.name))
        number.valueChanged.connect(self.changed)

    def _set(self, number: WholeBox | FractionBox, value: float) -> None:
        number.blockSignals(True)
        number.setValue(value)  # type: ignore[arg-type]
        number.blockSignals(False)

    def _cut_line(self, text: str) -> None:
        """Letters other than English ones take several of the bytes that a line has."""
        kept = text.encode()[:MOST_LINE_BYTES].decode(errors="ignore")
        if kept != text:
            self.line.setText(kept)

    def _kind_chosen(self) -> None:
        if self._kind == "line" and not self.line.text():
            self.line.setText(self.name.encode()[:MOST_LINE_BYTES].decode(errors="ignore"))
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        kind = self._kind
        self._below.setVisible(kind != "nothing")
        self.pin.setVisible(kind in ("while-seen", "for-time"))
        self.seconds.setVisible(kind == "for-time")
        self.line.setVisible(kind == "line")


class ActionTable(More):
    """All classes. `chosen` brings the actions by the names of their classes.

    `problem` says which pin the chosen board needs for itself, '' when all is well.
    """

    chosen = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.opener.setText(self.tr("When it sees…"))
        self.opener.setAccessibleName(self.opener.text())
        self.problem = ""
        self.rows: dict[str, ActionRow] = {}
        self._act: dict[str, ClassAction] = {}
        self._board = ""
        self.body.addWidget(
            label(self.tr("The board does this by itself, also without a computer."), "soft", wrap=True)
        )
        self._rows = column(space=Space.SMALL)
        self.body.addLayout(self._rows)
        self.warning = label("", "warning", wrap=True)
        self.warning.hide()
        # Not in the body: a problem is seen also while that is closed.
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.warning)

    def show_actions(self, classes: tuple[str, ...], act: Mapping[str, ClassAction], board: str) -> None:
        """Show what happens for these classes, on a board of this profile."""
        # As many as a board can have; classes that have one are never left out.
        shown = sorted(classes[:MOST_ACTIONS], key=classes.index) if len(classes) > MOST_ACTIONS else classes
        shown = tuple(dict.fromkeys((*[name for name in classes if name in act], *shown)))[:MOST_ACTIONS]
        shown = tuple(sorted(shown, key=classes.index))
        is_new = shown != tuple(self.rows)
        if is_new:
            self._make_rows(shown)
        if is_new or board != self._board:
            self._board = board
            for one in self.rows.values():
                one.offer_pins(board)
        if is_new or act != self._act:
            self._act = dict(act)
            for name, one in self.rows.items():
                if one.action != act.get(name):
                    one.show_action(act.get(name))
        self._show_problem()
        count = sum(name in act for name in classes)
        words = self.tr("When it sees… ({count})").format(count=count) if count else self.tr("When it sees…")
        self.opener.setText(words)
        self.opener.setAccessibleName(words)

    def _make_rows(self, names: tuple[str, ...]) -> None:
        for old in self.rows.values():
            self._rows.removeWidget(old)
            old.deleteLater()
        self.rows = {name: ActionRow(name) for name in names}
        for one in self.rows.values():
            one.changed.connect(self._row_changed)
            self._rows.addWidget(one)

    def _row_changed(self) -> None:
        self._act = {name: action for name, one in self.rows.items() if (action := one.action) is not None}
        self._show_problem()
        self.chosen.emit(self._act)

    def _show_problem(self) -> None:
        self.problem = ""
        if self._board:
            try:
                require_free_pins(board_profile(self._board), self._act)
            except SqueezeError as error:
                self.problem = " ".join(error_words(error))
        self.warning.setText(self.problem)
        self.warning.setVisible(bool(self.problem))
