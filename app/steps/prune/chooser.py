"""How much is to go: a slider with the size that comes of it, or points that it may cost."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QSlider

from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import column, divider, label, row
from app.widgets.number_box import FractionBox
from app.wording import size
from core.compression.prediction import PredictedSize, predicted_size
from core.settings import PruneSettings

_MOST = 98
_PAGE = 5
_USUAL_POINTS = 1.0
_LEAST_POINTS, _MOST_POINTS = 0.1, 50.0
_SPIN_WIDTH = 84


class SizeChooser(QFrame):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._session = session
        self._sizes: tuple[PredictedSize, ...] = ()
        layout = column(self, Space.MEDIUM, Space.LARGE)
        self.figure = label("", "figure")
        layout.addWidget(self.figure)
        self.sentence = label("", "soft", wrap=True)
        layout.addWidget(self.sentence)
        line = row(space=Space.MEDIUM)
        line.addWidget(label(self.tr("more accurate"), "soft"))
        self.slider = self._made_slider()
        line.addWidget(self.slider, 1)
        line.addWidget(label(self.tr("smaller"), "soft"))
        layout.addLayout(line)
        layout.addWidget(divider())
        self.finds_itself = QCheckBox(self.tr("Find the smallest by itself"))
        self.finds_itself.setToolTip(
            self.tr("Tries by itself how much can go, and takes the most that costs no more than this.")
        )
        self.finds_itself.toggled.connect(self._set_target)
        layout.addWidget(self.finds_itself, 0, Qt.AlignmentFlag.AlignLeft)
        line = row(space=Space.SMALL)
        line.addSpacing(Space.WIDE)
        line.addWidget(label(self.tr("Points of accuracy it may cost"), wrap=True), 1)
        self.points = self._made_points()
        line.addWidget(self.points)
        layout.addLayout(line)
        self.refresh()

    def show_sizes(self, sizes: Sequence[PredictedSize]) -> None:
        """Take the sizes that were predicted when training ended; none where that was not done."""
        self._sizes = tuple(sizes)
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds."""
        settings = self._session.settings.prune
        finds = settings.target_drop is not None
        for widget in (self.slider, self.finds_itself, self.points):
            widget.blockSignals(True)
        self.slider.setValue(round(settings.sparsity * 100))
        self.finds_itself.setChecked(finds)
        if settings.target_drop is not None:
            self.points.setValue(settings.target_drop)
        for widget in (self.slider, self.finds_itself, self.points):
            widget.blockSignals(False)
        self.slider.setEnabled(not finds)
        self.points.setEnabled(finds)
        self.figure.setText(self._figure(settings))
        self.sentence.setText(self._sentence(settings))
        self.slider.setAccessibleDescription(f"{self.figure.text()}. {self.sentence.text()}")

    def _figure(self, settings: PruneSettings) -> str:
        if settings.target_drop is not None:
            return self.tr("As small as it can be")
        gone = self.tr("{share} % gone").format(share=f"{settings.sparsity * 100:.0f}")
        if not self._sizes:
            return gone
        about = self.tr("about {size}").format(size=size(predicted_size(self._sizes, settings.sparsity)))
        return f"{gone} → {about}"

    def _sentence(self, settings: PruneSettings) -> str:
        if settings.target_drop is not None:
            words = self.tr("It tries how much can go while accuracy falls by {points} points at most.")
            return words.format(points=f"{settings.target_drop:g}")
        if not self._sizes:
            return self.tr("How large the file will be is not known for this run.")
        whole = predicted_size(self._sizes, 0.0) / predicted_size(self._sizes, settings.sparsity)
        words = self.tr("The finished file, after all steps: {factor} times smaller than without pruning.")
        return words.format(factor=f"{whole:.1f}")

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _MOST)
        slider.setPageStep(_PAGE)
        slider.setAccessibleName(self.tr("Share of the connections that go, in percent"))
        slider.setToolTip(self.tr("How many of the connections go. The more, the smaller the file."))
        slider.valueChanged.connect(lambda percent: self._session.change("prune", sparsity=percent / 100))
        return slider

    def _made_points(self) -> FractionBox:
        points = FractionBox()
        points.setRange(_LEAST_POINTS, _MOST_POINTS)
        points.setDecimals(1)
        points.setStepType(FractionBox.StepType.DefaultStepType)
        points.setSingleStep(0.5)
        points.setValue(_USUAL_POINTS)
        points.setFixedWidth(_SPIN_WIDTH)
        points.setAccessibleName(self.tr("Points of accuracy that pruning may cost"))
        points.setToolTip(self.tr("One point is one picture in a hundred."))
        points.valueChanged.connect(lambda _points: self._set_target(True))
        return points

    def _set_target(self, wanted: bool) -> None:
        settings = self._session.settings
        own = msgspec.structs.replace(settings.prune, target_drop=self.points.value() if wanted else None)
        self._session.replace_settings(msgspec.structs.replace(settings, prune=own))
