"""The page of the step 'train'."""

from __future__ import annotations

from app.charts.feed import curve_feed
from app.charts.timeline_card import TimelineCard
from app.engine_words import error_words
from app.session import Session
from app.step import Step
from app.steps.epoch_figures import EpochFigures
from app.steps.results.accuracy_figure import AccuracyFigure
from app.steps.results.details import DetailsReader
from app.steps.results.stage_results import StageResults
from app.steps.setting_fields import SettingFields
from app.steps.stage_page import Phase, StagePage
from app.steps.train.options import train_fields
from app.steps.train.presets import PresetCards
from app.steps.train.start_weights import StartWeights
from app.theme.tokens import Space
from app.widgets.banner import Action
from app.widgets.basics import card, column, divider
from app.widgets.more import More
from core.errors import WEIGHTS_DAMAGED, WEIGHTS_NOT_FETCHED
from core.runs.measuring import Details

_CHART_HEIGHT, _LEAST_CHART_HEIGHT = 280, 120


class TrainPage(StagePage):
    """Before: three presets. During: live curves. After: what the model is worth."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Train again"), self.tr("Train differently")
        self.stopping = self.tr("You can stop at any time: what it has learned is kept.")
        self._feed = curve_feed(session)
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._details = DetailsReader("train", Details, self._show_details, self)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return self.figures.going_on_words() or self.tr("All epochs are done; measuring is left.")

    def primary_clicked(self) -> None:
        """Begin or go on. What training is to start from must be there before it begins."""
        begins = self.phase is Phase.READY or self.does_again
        refusal = self.start_weights.refusal() if begins else None
        if refusal is None:
            super().primary_clicked()
            return
        is_to_fetch = refusal.kind in (WEIGHTS_NOT_FETCHED, WEIGHTS_DAMAGED)
        actions = (Action(self.tr("Fetch"), self.start_weights.fetch),) if is_to_fetch else ()
        self.banner.say("warning", *error_words(refusal), actions)

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        self.presets.refresh()
        self.options.refresh()
        self.start_weights.refresh()
        self.figures.refresh()
        if phase is not Phase.DONE:
            return
        summary = self.session.summary
        figures = summary.of("train") if summary else None
        if summary is None or figures is None:
            self.accuracy.clear()
        else:
            self.accuracy.show_figures(figures, summary.dataset.test_images)
        self._details.read(self.session.folder)

    def _lay_out_setup(self) -> None:
        self.presets = PresetCards(self.session)
        self.setup.addWidget(self.presets)
        self.more = More()
        self.options = SettingFields(self.session, train_fields(), self.more.body)
        self.more.body.addWidget(divider())
        self.start_weights = StartWeights(self.session)
        self.more.body.addWidget(self.start_weights)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        loss = ("loss", self.tr("Loss"), self.tr("How wrong its answers are: the lower the better."))
        tip = self.tr("Right answers on pictures that it does not learn from, after the last epoch.")
        self.figures = EpochFigures(self.session, "train", tip, (loss,))
        self.live.addWidget(self.figures)
        self.chart = TimelineCard(self._feed, ("train",), is_large=True)
        self.chart.timeline.setMinimumHeight(_LEAST_CHART_HEIGHT)
        self.live.addWidget(self.chart, 1)

    def _lay_out_results(self) -> None:
        hero = card()
        self.accuracy = AccuracyFigure(self.tr("Right answers after training"))
        column(hero, 0, Space.LARGE).addWidget(self.accuracy)
        self.results.addWidget(hero)
        self.tabs = StageResults()
        self.tabs.add_usual()
        self.curves = TimelineCard(self._feed, ("train",), is_large=True)
        self.curves.timeline.setMinimumHeight(_CHART_HEIGHT)
        self.tabs.add(self.tr("Curves"), self.curves)
        self.results.addWidget(self.tabs)

    def _show_details(self, details: Details | None) -> None:
        self.tabs.setVisible(details is not None)
        if details is not None and self.session.record is not None:
            self.tabs.show_details(details, self.session.record.settings, self.threshold)
