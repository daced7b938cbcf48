"""The page of the step 'huffman'."""

from __future__ import annotations

from app.charts.expected_size import ExpectedSize
from app.session import Session
from app.step import Step
from app.steps.huffman.byte_bars import layer_byte_bars, purpose_bars
from app.steps.huffman.codes import CodesView
from app.steps.huffman.idea import CodeIdea
from app.steps.huffman.proofs import ProofMarks, marks_of
from app.steps.huffman.size_figures import SizeFigures
from app.steps.live_figures import LiveFigures
from app.steps.results.bar_list import BarList
from app.steps.results.details import DetailsReader
from app.steps.results.sureness import SurenessView
from app.steps.setting_fields import Field, SettingFields
from app.steps.stage_page import Phase, StagePage
from app.theme.tokens import Space
from app.widgets.basics import card, column, label, stacked
from app.widgets.more import More
from app.widgets.tabs import Tabs
from app.wording import about_size, duration, size
from core.events import LayerReport, Progress, StageStarted
from core.runs.stage_details import HuffmanDetails


class HuffmanPage(StagePage):
    """Before: the idea. During: layers coded and bytes saved. After: the codes, the bytes, the proofs."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Code again"), self.tr("How it works")
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
        return self.tr("It begins anew; it takes less than a minute, most often.")

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        self.options.refresh()
        self._show_expected()
        self._show_figures()
        if phase is Phase.DONE:
            self.sizes.show_summary(self.session.summary)
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
        layout.addWidget(label(self.tr("Frequent numbers get short codes"), "heading"))
        layout.addWidget(CodeIdea())
        words = self.tr(
            "Most numbers of the model are zero by now. A zero takes one bit instead of eight. "
            "The board reads the codes back while it works, and every number is what it was."
        )
        layout.addWidget(label(words, "soft", wrap=True))
        self.setup.addWidget(frame)
        self.expected = label("", "body", wrap=True)
        self.setup.addWidget(self.expected)
        self.more = More()
        fields = (Field("huffman", "share_tables", self.tr("Layers may share a code")),)
        self.options = SettingFields(self.session, fields, self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        self.figures = LiveFigures()
        self.figures.add("layers", self.tr("Layers coded"), self.tr("A layer is one step of the network."))
        self.figures.add("bytes", self.tr("Their weights"), self.tr("What the coded numbers take together."))
        self.figures.add("left", self.tr("Time left"), self.tr("For comparing both files on all pictures."))
        self.live.addWidget(self.figures)
        frame = card()
        column(frame, Space.MEDIUM, Space.LARGE).addWidget(CodeIdea())
        self.live.addWidget(frame)

    def _lay_out_results(self) -> None:
        self.sizes = SizeFigures()
        self.results.addWidget(self.sizes)
        self.proofs = ProofMarks()
        self.results.addWidget(self.proofs)
        self.tabs = Tabs(self.tr("What coding came to"))
        self.codes = CodesView()
        self.tabs.add(self.tr("Codes"), self.codes)
        line = self.tr("The line across a bar marks what it was before.")
        self.layers = BarList(self.tr("Bytes of each layer"))
        self.tabs.add(self.tr("Layers"), stacked(label(line, "caption", wrap=True), self.layers))
        self.purposes = BarList(self.tr("What the bytes are for"))
        self.least = label("", "caption", wrap=True)
        self.tabs.add(self.tr("Bytes"), stacked(label(line, "caption", wrap=True), self.purposes, self.least))
        self.sureness = SurenessView()
        self.tabs.add(self.tr("Not sure"), self.sureness)
        self.results.addWidget(self.tabs)

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
        self.figures.show_figure("layers", f"{count:,}" if count else "")
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
            "The weights take {taken}, their code tables included. The least for any code of single numbers "
            "(the entropy) is {entropy}, for Huffman codes without tables {optimal}."
        )
        return words.format(
            taken=size(taken), entropy=size(details.entropy_bytes), optimal=size(details.optimal_bytes)
        )

    def _forget(self) -> None:
        self._seconds_left, self._coded = None, {}
