"""The time on the board: where it goes, what it is reckoned from, and which settings would be fast."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.theme.tokens import Space
from app.widgets.basics import More, button, clear, column, label
from app.wording import decimal, milliseconds, percent, significant, whole_percent
from core.deployment.board_results import FastChoice, FlashPlan, LatencyBasis, OperatorTime

_MEGA = 1e6


class TimeView(QWidget):
    """Hidden without a plan. `wanted` asks for an image size and a width."""

    wanted = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        self._fast: FastChoice | None = None
        layout = column(self, Space.SMALL)
        self.fast = label("", "soft", wrap=True)
        layout.addWidget(self.fast)
        self.use = button(self.tr("Use these settings"), self._ask, "link")
        self.use.setToolTip(self.tr("They take effect when you train again."))
        layout.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.details = More(self.tr("Time on the board"))
        layout.addWidget(self.details)
        self.basis = label("", "caption", wrap=True)
        self.details.body.addWidget(self.basis)
        self._rows = column(space=0)
        self.details.body.addLayout(self._rows)
        self.hide()

    def show_plan(self, plan: FlashPlan | None) -> None:
        """Show the time of a plan's model."""
        self.setVisible(plan is not None)
        if plan is None:
            return
        self.fast.setText(self._fast_words(plan.fast, plan.chip))
        self.fast.setVisible(bool(self.fast.text()))
        self._fast = plan.fast
        self.use.setVisible(plan.fast is not None and not plan.fast.is_own)
        self.basis.setText(self._basis_words(plan.basis, plan.fit.latency_ms, plan.measured_ms))
        self._show_times(plan.times, plan.measured_ms)

    def _ask(self) -> None:
        if self._fast is not None:
            self.wanted.emit(self._fast.image_size, self._fast.width)

    def _fast_words(self, fast: FastChoice | None, chip: str) -> str:
        if fast is None:
            return ""
        limit, time = milliseconds(fast.limit_ms), milliseconds(fast.latency_ms)
        accuracy = "" if fast.accuracy is None else percent(fast.accuracy)
        if fast.is_own:
            words = self.tr("Fast on this chip (under {limit}), with {accuracy} of the test images correct.")
            return words.format(limit=limit, accuracy=accuracy) if accuracy else ""
        settings = self.tr("photos of {size} pixels, width {width}").format(
            size=fast.image_size, width=significant(fast.width, 3)
        )
        words = self.tr("Fast on {chip} (under {limit}): {settings}, about {time}.").format(
            chip=chip, limit=limit, settings=settings, time=time
        )
        if not accuracy:
            return words
        made = self.tr("The run {run} has these settings: {accuracy} of the test images correct.")
        return f"{words} {made.format(run=Path(fast.run).name, accuracy=accuracy)}"

    def _basis_words(self, basis: LatencyBasis, estimated: float, measured: float | None) -> str:
        words = self.tr(
            "Estimated: {time} per image, from {products} million multiplications of {cycles} cycles and "
            "{weights} million decoded weights of {decoding} cycles, at {clock} MHz. The cycles: {source}."
        ).format(
            time=milliseconds(estimated),
            products=decimal(basis.products / _MEGA, 1),
            cycles=significant(basis.cycles_per_product, 3),
            weights=decimal(basis.weights / _MEGA, 2),
            decoding=significant(basis.cycles_per_weight, 3),
            clock=basis.megahertz,
            source=basis.source,
        )
        if measured is None:
            return words
        reported = self.tr("Measured on the board: {time} per image.").format(time=milliseconds(measured))
        return f"{reported} {words}"

    def _show_times(self, times: tuple[OperatorTime, ...], measured: float | None) -> None:
        """A row for each convolution; where a board reported its time, that is shared out as estimated."""
        clear(self._rows)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(int(Space.MEDIUM))
        grid.setVerticalSpacing(int(Space.HAIR))
        grid.setColumnStretch(0, 1)
        whole = sum(one.milliseconds + one.decoding_milliseconds for one in times)
        scale = measured / whole if measured and whole else 1.0
        for row, one in enumerate(times):
            time = one.milliseconds + one.decoding_milliseconds
            height, width, channels = one.shape
            name = self.tr("{number}. {size} x {size} convolution to {height} x {width} x {channels}").format(
                number=row + 1, size=one.size, height=height, width=width, channels=channels
            )
            texts = (name, milliseconds_of_part(time * scale), whole_percent(time / whole if whole else 0.0))
            for place, text in enumerate(texts):
                cell = label(text, "caption")
                if place:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, row, place)
        self._rows.addWidget(table)


def milliseconds_of_part(value: float) -> str:
    """A part of an inference, which may be short: '0.4 ms', '85 ms'."""
    return f"{decimal(value, 1)} ms" if value < 10 else milliseconds(value)
