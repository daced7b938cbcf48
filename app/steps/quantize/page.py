"""The page of the step 'quantize'."""

from __future__ import annotations

from app.charts.feed import curve_feed
from app.charts.timeline_card import TimelineCard
from app.session import Session
from app.step import Step
from app.steps.epoch_figures import EpochFigures
from app.steps.quantize.bits import BitsChooser
from app.steps.quantize.changed_wall import ChangedWall, changes_words
from app.steps.quantize.methods import MethodChooser
from app.steps.quantize.noise import noise_bars
from app.steps.quantize.options import quantize_fields
from app.steps.results.before_after import BeforeAfter
from app.steps.results.details import DetailsReader
from app.steps.results.layer_panel import LayerPanel
from app.steps.results.stage_results import StageResults
from app.steps.setting_fields import SettingFields
from app.steps.stage_page import Phase, StagePage
from app.widgets.basics import label, stacked
from app.widgets.more import More
from app.wording import size
from core.runs.stage_details import QuantizeDetails

_CHART_HEIGHT = 240


class QuantizePage(StagePage):
    """Before: how fine and how carefully. During: curves. After: float and int8 side by side."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Quantize again"), self.tr("Quantize differently")
        self.stopping = self.tr("You can stop at any time: finished epochs are kept.")
        self._feed = curve_feed(session)
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._details = DetailsReader("quantize", QuantizeDetails, self._show_details, self)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return self.figures.going_on_words() or self.tr("It goes on with rounding and measuring.")

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        trains = self.session.settings.quantize.method == "training-aware"
        self.bits.refresh()
        self.methods.refresh()
        self.options.refresh()
        self.more.setVisible(trains)
        self.chart.setVisible(trains)
        self.figures.refresh()
        if phase is Phase.DONE:
            self.accuracy.show_stages(self.session.summary, "prune", "quantize")
            self.sizes.setText(self._size_words())
            self._details.read(self.session.folder)

    def _lay_out_setup(self) -> None:
        self.bits = BitsChooser(self.session)
        self.setup.addWidget(self.bits)
        self.methods = MethodChooser(self.session)
        self.setup.addWidget(self.methods)
        self.more = More()
        self.options = SettingFields(self.session, quantize_fields(), self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        tip = self.tr("Right answers with rounded numbers, on pictures that it does not learn from.")
        self.figures = EpochFigures(self.session, "quantize", tip)
        self.live.addWidget(self.figures)
        self.chart = TimelineCard(self._feed, ("quantize",), is_large=True)
        self.chart.timeline.setMinimumHeight(_CHART_HEIGHT)
        self.live.addWidget(self.chart, 1)

    def _lay_out_results(self) -> None:
        self.accuracy = BeforeAfter(self.tr("Float, before"), self.tr("Rounded (int8), now"))
        self.sizes = label("", "body", wrap=True)
        self.accuracy.body.insertWidget(2, self.sizes)
        self.results.addWidget(self.accuracy)
        self.noise = LayerPanel(
            self.tr("What rounding left, layer by layer"),
            self.tr("Each bar is a layer: the higher it is, the less rounding changed what the layer says."),
        )
        self.results.addWidget(self.noise)
        self.tabs = StageResults()
        self.changes = label("", "soft", wrap=True)
        self.wall = ChangedWall()
        self.tabs.add(self.tr("Changed answers"), stacked(self.changes, self.wall))
        self.tabs.add_usual()
        self.results.addWidget(self.tabs)

    def _size_words(self) -> str:
        """Float and int8, and how many times smaller that is."""
        summary = self.session.summary
        before, after = (summary.of("prune"), summary.of("quantize")) if summary else (None, None)
        if before is None or after is None:
            return ""
        words = self.tr("The file has {after} instead of {before}: {factor} times smaller.")
        factor = f"{before.bytes / after.bytes:.1f}"
        return words.format(before=size(before.bytes), after=size(after.bytes), factor=factor)

    def _show_details(self, details: QuantizeDetails | None) -> None:
        summary, record = self.session.summary, self.session.record
        for part in (self.noise, self.tabs):
            part.setVisible(details is not None)
        if details is None or summary is None or record is None:
            return
        self.noise.show_bars(noise_bars(details.layers))
        self.changes.setText(changes_words(details.changed, summary.dataset.test_images))
        self.wall.show_changes(details.changed, record.settings)
        self.tabs.show_details(details, record.settings, self.threshold)
