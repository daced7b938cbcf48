"""The page of the step 'prune'."""

from __future__ import annotations

from collections.abc import Mapping

from app.session import Session
from app.step import Step
from app.steps.epoch_figures import EpochFigures
from app.steps.expected_time import expected_times
from app.steps.prune.chooser import SizeChooser
from app.steps.prune.options import prune_fields
from app.steps.prune.search_view import SearchView
from app.steps.prune.story import Layer, PruneStory, gone_share, since_training
from app.steps.results.before_after import BeforeAfter
from app.steps.results.details import DetailsReader
from app.steps.results.layer_bars import LayerBar, group_of
from app.steps.results.layer_panel import LayerPanel
from app.steps.results.stage_results import StageResults
from app.steps.setting_fields import SettingFields
from app.steps.stage_page import Phase, StagePage
from app.widgets.basics import label
from app.widgets.more import More
from app.wording import duration, percent
from core.runs.measuring import Details


class PrunePage(StagePage):
    """Before: how much goes. During: layers fill. After: accuracy before and after."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Prune again"), self.tr("Prune differently")
        self._story = PruneStory()
        self._trained: Details | None = None
        self._pruned: Details | None = None
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._train_details = DetailsReader("train", Details, self._take_trained, self)
        self._details = DetailsReader("prune", Details, self._take_pruned, self)
        session.opened.connect(self._forget)
        session.history_read.connect(self._tell)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        if self._searches and not self.figures.progress.finished:
            return self.tr("It goes on with the next try.")
        return self.figures.going_on_words() or self.tr("All epochs are done; measuring is left.")

    def show_phase(self, phase: Phase) -> None:
        """Bring the page's own parts up to date."""
        self._train_details.read(self.session.folder)
        self.chooser.refresh()
        self.options.refresh()
        self._show_expected()
        self.figures.refresh()
        self._show_story()
        if phase is Phase.DONE:
            self.accuracy.show_stages(self.session.summary, "train", "prune")
            self._details.read(self.session.folder)

    def listen(self, events: list[object]) -> None:
        """Take in how far layers and the search are."""
        self._tell(events)

    def _lay_out_setup(self) -> None:
        self.chooser = SizeChooser(self.session)
        self.setup.addWidget(self.chooser)
        self.expected = label("", "soft", wrap=True)
        self.setup.addWidget(self.expected)
        self.more = More()
        self.options = SettingFields(self.session, prune_fields(), self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        gone = ("gone", self.tr("Gone"), self.tr("Connections that are gone by now."))
        tip = self.tr("Right answers on pictures that it does not learn from, after the last epoch.")
        self.figures = EpochFigures(self.session, "prune", tip, (gone,), lambda: self._searches)
        self.live.addWidget(self.figures)
        self.live_layers = self._layer_panel()
        self.live.addWidget(self.live_layers)
        self.search = SearchView()
        self.live.addWidget(self.search)

    def _lay_out_results(self) -> None:
        self.accuracy = BeforeAfter(self.tr("Trained"), self.tr("Pruned"))
        self.results.addWidget(self.accuracy)
        self.layers = self._layer_panel()
        self.results.addWidget(self.layers)
        self.found = SearchView()
        self.results.addWidget(self.found)
        self.tabs = StageResults()
        self.tabs.add_usual()
        self.results.addWidget(self.tabs)

    def _layer_panel(self) -> LayerPanel:
        return LayerPanel(
            self.tr("What is gone, layer by layer"),
            self.tr("Each bar is a layer of the network. It fills as its connections go."),
        )

    def _show_expected(self) -> None:
        expected = expected_times(self.session)
        words = self.tr("Pruning takes about {time}.")
        self.expected.setText("" if expected is None else words.format(time=duration(expected["prune"])))

    @property
    def _searches(self) -> bool:
        """Whether what is shown is a search: of the run's own settings, where it has begun."""
        record = self.session.record
        begun = self.phase in (Phase.INTERRUPTED, Phase.DONE) and record is not None
        settings = record.settings if begun and record else self.session.settings
        return settings.prune.target_drop is not None

    def _show_story(self) -> None:
        layers = self._since_training(self._story.layers)
        gone = gone_share(layers)
        self.figures.show_figure("gone", "" if gone is None else percent(gone))
        self.live_layers.show_bars(self._bars(layers))
        self.live_layers.setVisible(bool(self._story.layers))
        self.search.setVisible(self._searches)
        self.search.show_trials(self._story.trials)
        self.found.setVisible(bool(self._story.trials) and self._searches)
        self.found.show_trials(self._story.trials)

    def _since_training(self, layers: Mapping[str, Layer]) -> dict[str, Layer]:
        trained = self._trained.layers if self._trained else ()
        return since_training(layers, {str(own["name"]): _layer(own).connections for own in trained})

    def _bars(self, layers: Mapping[str, Layer]) -> list[LayerBar]:
        words = self.tr("{layer}: {share} of {count} connections gone.")
        return [
            LayerBar(
                name,
                layer.gone,
                words.format(layer=name, share=percent(layer.gone), count=f"{layer.connections:,}"),
                group_of(name),
            )
            for name, layer in layers.items()
        ]

    def _take_trained(self, details: Details | None) -> None:
        self._trained = details
        self.chooser.show_sizes(details.predicted_sizes if details else ())
        self._show_details()

    def _take_pruned(self, details: Details | None) -> None:
        self._pruned = details
        self._show_details()

    def _show_details(self) -> None:
        details, record = self._pruned, self.session.record
        for part in (self.layers, self.tabs):
            part.setVisible(details is not None)
        if details is None or record is None:
            return
        layers = self._since_training({str(own["name"]): _layer(own) for own in details.layers})
        self.layers.show_bars(self._bars(layers))
        before = self._trained.classes if self._trained else ()
        self.tabs.show_details(details, record.settings, self.threshold, before)

    def _tell(self, events: list[object]) -> None:
        if self._story.take(events) and self.isVisible():
            self._show_story()

    def _forget(self) -> None:
        self._story = PruneStory()
        self._pruned = None


def _layer(own: Mapping[str, object]) -> Layer:
    gone, connections = own.get("sparsity"), own.get("weights")
    return Layer(gone if isinstance(gone, float) else 0.0, connections if isinstance(connections, int) else 0)
