"""The page of the step 'huffman': sizes before and after, and the proofs that nothing was lost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from app.charts.feed import ExpectedSize
from app.session import Session
from app.step import Step
from app.steps.huffman_codes import CodeIdea, CodesView, layer_byte_bars, purpose_bars
from app.steps.page import Phase, StagePage
from app.steps.progress import LiveFigures
from app.steps.results.bars import BarList
from app.steps.results.operators import OperatorsView
from app.steps.results.stage_results import DetailsReader, SurenessView
from app.steps.results.yardstick import YardstickCard
from app.steps.settings import SettingFields, fields_of
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import Figure, More, card, clear, column, label, row, stacked
from app.widgets.controls import Tabs
from app.wording import about_size, decimal, duration, percent, size, translate, whole
from core.events import LayerReport, Progress, StageStarted
from core.runs.stage_details import HuffmanDetails, Proofs
from core.runs.summary import StageFigures, Summary

_SIGN = 20


class SizeFigures(QFrame):
    """A card with two sizes, and below them what that is in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.MEDIUM, Space.LARGE)
        line = row(space=Space.LARGE)
        before = Figure(self.tr("Quantized"), "figure", "soft")
        after = Figure(self.tr("Huffman-coded"), "figure", "soft")
        self.before, self.after = before.value, after.value
        line.addWidget(before, 1)
        arrow = label("→", "title")
        arrow.setAccessibleName("")
        line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(after, 1)
        layout.addLayout(line)
        self.words = label("", "body", wrap=True)
        layout.addWidget(self.words)
        self.reason = label("", "soft", wrap=True)
        layout.addWidget(self.reason)

    def show_summary(self, summary: Summary | None) -> None:
        """Show what a run came to."""
        before, after = (summary.of("quantize"), summary.of("huffman")) if summary else (None, None)
        if summary is None or before is None or after is None:
            return
        self.before.setText(size(before.bytes))
        self.after.setText(size(after.bytes))
        words = self.tr("{factor} times smaller, {alexnet} times smaller than AlexNet. Accuracy: {accuracy}.")
        self.words.setText(
            words.format(
                factor=decimal(before.bytes / after.bytes, 1),
                alexnet=decimal(summary.references.alexnet_bytes / after.bytes, 0),
                accuracy=percent(after.accuracy),
            )
        )
        reason = _runtime_words(before, after)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))


def _runtime_words(before: StageFigures, after: StageFigures) -> str:
    """Why a step that loses nothing shows another accuracy; '' where it shows the same."""
    if percent(before.accuracy) == percent(after.accuracy) or before.runtime == after.runtime:
        return ""
    words = translate(
        "SizeFigures",
        "The quantized file had {before}: it was measured in another runtime, which rounds differently. In "
        "the same runtime, both files give the same outputs.",
    )
    return words.format(before=percent(before.accuracy))


@dataclass(frozen=True)
class Mark:
    """One proof: whether it holds, None where it could not be tried here, and what it says."""

    holds: bool | None
    words: str


def marks_of(proofs: Proofs, images: int) -> tuple[Mark, ...]:
    """What was proved, on `images` test images."""
    decoded = translate("Proofs", "All {count} coded weight tensors decode to exactly the same bytes.")
    tflm = translate("Proofs", "The board's runtime (TFLM) decodes {count} of {all} identically.")
    without = translate("Proofs", "The board's runtime (TFLM) is not available on this computer.")
    same = translate("Proofs", "Both files give identical outputs on {count} of {all} images.")
    tensors = proofs.decoded_tensors
    has_tflm = proofs.tflm_tensors > 0
    return (
        Mark(tensors > 0, decoded.format(count=whole(tensors))),
        Mark(
            proofs.tflm_tensors == tensors if has_tflm else None,
            tflm.format(count=whole(proofs.tflm_tensors), all=whole(tensors)) if has_tflm else without,
        ),
        Mark(
            proofs.identical_outputs == images,
            same.format(count=whole(proofs.identical_outputs), all=whole(images)),
        ),
    )


class ProofMarks(QFrame):
    """A card with a mark and a sentence for each proof."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(self.tr("Lossless"), "heading"))
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
    name, color = {True: ("check", "good"), False: ("bad", "bad"), None: ("info", "soft_ink")}[mark.holds]
    sign.setPixmap(the_theme().icon(name, color).pixmap(_SIGN, _SIGN))
    line.addWidget(sign)
    line.addWidget(label(mark.words, wrap=True), 1)
    made.setAccessibleName(mark.words)
    return made


class HuffmanPage(StagePage):
    """Before: the idea. During: layers coded and bytes saved. After: the codes, the bytes, the proofs."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.begin = self.tr("Compress")
        self.again, self.otherwise = self.tr("Compress again"), self.tr("How it works")
        self._seconds_left: float | None = None
        self._coded: dict[str, float] = {}
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._details = DetailsReader("huffman", HuffmanDetails, self._show_details, self)
        self._expected = ExpectedSize(session, self)
        self._expected.changed.connect(self._show_expected)
        session.task_started.connect(self._forget)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return self.tr("It restarts from the beginning. This usually takes less than a minute.")

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        self.options.refresh()
        self._show_expected()
        self._show_figures()
        if phase is Phase.DONE:
            self.sizes.show_summary(self.session.summary)
            self.yardstick.refresh()
            self._details.read(self.session.folder)

    def listen(self, events: list[object]) -> None:
        """Take in which layers are coded, and how long it will take."""
        for event in events:
            match event:
                case StageStarted(stage="huffman"):
                    self._coded = {}
                case LayerReport(stage="huffman", layer=layer, figures=figures):
                    self._coded[layer] = figures.get("bytes", 0.0)
                case Progress(seconds_left=left):
                    self._seconds_left = left
        self._show_figures()

    def _lay_out_setup(self) -> None:
        frame = card()
        layout = column(frame, Space.MEDIUM, Space.LARGE)
        layout.addWidget(label(self.tr("Frequent values get short codes"), "heading"))
        layout.addWidget(CodeIdea())
        words = self.tr(
            "Most weights of the model are now zero. A zero takes one bit instead of eight. The "
            "board decodes the weights while it runs, and every weight is exactly the same."
        )
        layout.addWidget(label(words, "soft", wrap=True))
        self.setup.addWidget(frame)
        self.expected = label("", "body", wrap=True)
        self.setup.addWidget(self.expected)
        self.more = More()
        self.options = SettingFields(self.session, fields_of("huffman"), self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        self.figures = LiveFigures()
        self.figures.add(
            "layers", self.tr("Layers coded"), self.tr("A layer is one step of the network's calculation.")
        )
        self.figures.add("bytes", self.tr("Coded weights"), self.tr("Size of all weights coded so far."))
        self.figures.add("left", self.tr("Time left"), self.tr("To compare both files on all images."))
        self.live.addWidget(self.figures)
        frame = card()
        column(frame, Space.MEDIUM, Space.LARGE).addWidget(CodeIdea())
        self.live.addWidget(frame)

    def leave(self) -> None:
        """End what the page itself keeps at work: the program is about to end."""
        super().leave()
        self.operators.leave()

    def _lay_out_results(self) -> None:
        self.sizes = SizeFigures()
        self.results.addWidget(self.sizes)
        self.proofs = ProofMarks()
        self.results.addWidget(self.proofs)
        self.tabs = Tabs(self.tr("Compression results"))
        self.codes = CodesView()
        self.tabs.add(self.tr("Codes"), self.codes)
        line = self.tr("The line on a bar marks the value before.")
        self.layers = BarList(self.tr("Bytes per layer"))
        self.tabs.add(self.tr("Layers"), stacked(label(line, "caption", wrap=True), self.layers))
        self.purposes = BarList(self.tr("What the bytes are used for"))
        self.least = label("", "caption", wrap=True)
        self.tabs.add(self.tr("Bytes"), stacked(label(line, "caption", wrap=True), self.purposes, self.least))
        self.operators = OperatorsView(self.session, "huffman")
        self.tabs.add(self.tr("Time"), self.operators)
        self.sureness = SurenessView()
        self.tabs.add(self.tr("Not sure"), self.sureness)
        self.results.addWidget(self.tabs)
        self.yardstick = YardstickCard(self.session)
        self.results.addWidget(self.yardstick)

    def _show_expected(self) -> None:
        expected, summary = self._expected.bytes, self.session.summary
        before = summary.of("quantize") if summary else None
        if expected is None or before is None:
            self.expected.setText("")
            return
        words = self.tr("From {before} to about {after}.")
        self.expected.setText(words.format(before=size(before.bytes), after=about_size(expected)))

    def _show_figures(self) -> None:
        if not self.isVisible():
            return
        count, total = len(self._coded), sum(self._coded.values())
        self.figures.show_figure("layers", whole(count) if count else "")
        self.figures.show_figure("bytes", size(total) if count else "")
        left = self._seconds_left if self.phase is Phase.AT_WORK else None
        self.figures.show_figure("left", "" if left is None else duration(left))

    def _show_details(self, details: HuffmanDetails | None) -> None:
        summary = self.session.summary
        for part in (self.proofs, self.tabs):
            part.setVisible(details is not None)
        if details is None or summary is None:
            return
        self.proofs.show_marks(marks_of(details.proofs, summary.dataset.test_images))
        self.codes.show_tables(details.tables)
        self.layers.show_bars(layer_byte_bars(details.layers))
        self.purposes.show_bars(purpose_bars(details.plain, details.coded))
        self.least.setText(self._least_words(details))
        self.sureness.show_threshold(self.threshold)

    def _least_words(self, details: HuffmanDetails) -> str:
        """How near the codes come to what theory allows."""
        taken = sum(
            details.coded.get(key, 0) for key in ("payload_bytes", "plain_weight_bytes", "table_bytes")
        )
        words = self.tr(
            "The weights take {taken}, including code tables. Lower limits: {entropy} (entropy, for "
            "any code of single values), {optimal} (Huffman codes without tables)."
        )
        return words.format(
            taken=size(taken), entropy=size(details.entropy_bytes), optimal=size(details.optimal_bytes)
        )

    def _forget(self) -> None:
        self._seconds_left, self._coded = None, {}
