"""AlexNet as the yardstick: trained on the run's images on request, in two charts beside the run's files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.background import in_background
from app.session import Session
from app.step import step
from app.steps.results.bars import Bar, BarList
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, stacked
from app.wording import decimal, percent, percent_range, size, translate, whole
from core.requests import YardstickRequest
from core.runs.folder import RunFolder
from core.runs.record import RunRecord
from core.runs.summary import StageFigures, Summary
from core.runs.yardstick import read_yardstick
from core.settings import START_SCRATCH


class YardstickCard(QFrame):
    """A card that has AlexNet trained, and shows what it came to once that is done."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._session = session
        self.figures: StageFigures | None = None
        self._shown: object = None
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(self.tr("Compared with AlexNet"), "heading"))
        self.words = label("", "soft", wrap=True)
        layout.addWidget(self.words)
        self.start_button = button("", self.start)
        layout.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.sizes = BarList(self.tr("Size of each file"))
        self.accuracies = BarList(self.tr("Accuracy of each file"))
        self.charts: QWidget = stacked(
            label(self.tr("Size"), "heading"),
            self.sizes,
            label(self.tr("Accuracy on the test images"), "heading"),
            self.accuracies,
        )
        layout.addWidget(self.charts)
        session.task_started.connect(self._show)
        session.opened.connect(self._forget)
        self._show()

    def start(self) -> None:
        """Train AlexNet, or go on with it; the bar below shows how far it is, and stops it."""
        folder = self._session.folder
        if folder is not None and not self._session.is_busy:
            self._session.start_task(YardstickRequest(run=str(folder.path)), "huffman")

    def refresh(self) -> None:
        """Show what the run's folder has."""
        folder, record = self._session.folder, self._session.record
        self._show()
        if folder is not None and record is not None:
            in_background(self, lambda: _read(folder, record), self._take)

    def _take(self, found: tuple[RunFolder, StageFigures | None]) -> None:
        folder, figures = found
        if folder == self._session.folder:
            self.figures = figures
            self._show()

    def _forget(self) -> None:
        self.figures = None
        self._show()

    @property
    def _is_at_work(self) -> bool:
        return self._session.is_busy and isinstance(self._session.request, YardstickRequest)

    def _show(self) -> None:
        figures, summary = self.figures, self._session.summary
        self.charts.setVisible(figures is not None and summary is not None)
        self.start_button.setVisible(figures is None)
        self.start_button.setEnabled(not self._session.is_busy)
        is_begun = self._is_at_work
        self.start_button.setText(
            self.tr("Training…") if is_begun else self.tr("Train AlexNet on these images")
        )
        if figures is None or summary is None:
            self.words.setText(
                self.tr(
                    "AlexNet won the ImageNet challenge in 2012. It can learn from the same images, for as "
                    "many epochs. It is much larger, so this takes several times as long as training did."
                )
            )
            return
        self._show_charts(figures, summary)

    def _show_charts(self, alexnet: StageFigures, summary: Summary) -> None:
        words = self.tr(
            "AlexNet ({parameters} parameters) learned from scratch, from the same images and for as many "
            "epochs."
        ).format(parameters=whole(alexnet.parameters or 0))
        record = self._session.record
        if record is not None and record.settings.train.start_weights not in (None, START_SCRATCH):
            started = self.tr("The network of this run started from weights that were trained before.")
            words = f"{words} {started}"
        self.words.setText(words)
        if self._shown == (alexnet, summary.stages):
            return
        self._shown = (alexnet, summary.stages)
        named = [(translate("YardstickCard", "AlexNet"), alexnet)]
        named += [(step(figures.name).title, figures) for figures in summary.stages]
        self.sizes.show_bars([_size_bar(name, one, alexnet) for name, one in named])
        self.accuracies.show_bars([_accuracy_bar(name, one) for name, one in named])


def _read(folder: RunFolder, record: RunRecord) -> tuple[RunFolder, StageFigures | None]:
    return folder, read_yardstick(folder, record)


def _size_bar(name: str, figures: StageFigures, alexnet: StageFigures) -> Bar:
    words = translate("YardstickCard", "{name}: {size}, {factor} times smaller than AlexNet ({file})").format(
        name=name,
        size=size(figures.bytes),
        factor=decimal(alexnet.bytes / figures.bytes, 1),
        file=figures.file,
    )
    share = figures.bytes / max(alexnet.bytes, figures.bytes)
    return Bar(name, share, size(figures.bytes), words)


def _accuracy_bar(name: str, figures: StageFigures) -> Bar:
    words = f"{name}: {percent(figures.accuracy)} ({percent_range(*figures.accuracy_interval)})"
    return Bar(name, figures.accuracy, percent(figures.accuracy), words)
