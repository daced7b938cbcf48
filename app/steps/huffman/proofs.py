"""The proofs that nothing was lost, as marks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLabel

from app.texts import translate
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import card, clear, column, label, row
from core.runs.stage_details import Proofs

_SIGN = 20


@dataclass(frozen=True)
class Mark:
    """One proof: whether it holds, None where it could not be tried here, and what it says."""

    holds: bool | None
    words: str


def marks_of(proofs: Proofs, pictures: int) -> tuple[Mark, ...]:
    """What was proved, on `pictures` test pictures."""
    decoded = translate(
        "Proofs", "Decoded, all {count} coded tables of weights are what they were, bit for bit."
    )
    tflm = translate("Proofs", "The board's own runtime (TFLM) decodes {count} of {all} the same.")
    without = translate("Proofs", "The board's own runtime (TFLM) is not there on this computer to be asked.")
    same = translate(
        "Proofs", "Both files give the same answers, byte for byte, on {count} of {all} pictures."
    )
    tensors = proofs.decoded_tensors
    has_tflm = proofs.tflm_tensors > 0
    return (
        Mark(tensors > 0, decoded.format(count=f"{tensors:,}")),
        Mark(
            proofs.tflm_tensors == tensors if has_tflm else None,
            tflm.format(count=f"{proofs.tflm_tensors:,}", all=f"{tensors:,}") if has_tflm else without,
        ),
        Mark(
            proofs.identical_outputs == pictures,
            same.format(count=f"{proofs.identical_outputs:,}", all=f"{pictures:,}"),
        ),
    )


class ProofMarks(QFrame):
    """A card with a mark and a sentence for each proof."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(self.tr("Nothing is lost"), "heading"))
        self._list = column(space=Space.SMALL)
        layout.addLayout(self._list)
        self._marks: tuple[Mark, ...] = ()
        the_theme().changed.connect(self._draw)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is shown."""
        return self._marks

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these."""
        self._marks = marks
        self._draw()

    def _draw(self) -> None:
        clear(self._list)
        for mark in self._marks:
            self._list.addWidget(_line(mark))


def _line(mark: Mark) -> QFrame:
    made = card("raised")
    line = row(made, Space.MEDIUM, Space.SMALL)
    sign = QLabel()
    name, colour = {True: ("check", "good"), False: ("bad", "bad"), None: ("info", "soft_ink")}[mark.holds]
    sign.setPixmap(the_theme().icon(name, colour).pixmap(_SIGN, _SIGN))
    line.addWidget(sign)
    line.addWidget(label(mark.words, wrap=True), 1)
    made.setAccessibleName(mark.words)
    return made
