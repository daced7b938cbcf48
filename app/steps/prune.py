"""The page of the step 'prune': how much is to go, how far it is, what the search has tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QSlider

from app.session import Session
from app.step import Step
from app.steps.page import Phase, StagePage
from app.steps.progress import EpochFigures, expected_times
from app.steps.results.accuracy import BeforeAfter
from app.steps.results.bars import Bar, BarList, LayerBar, LayerPanel, group_of
from app.steps.results.stage_results import DetailsReader, StageResults
from app.steps.settings import SettingFields, fields_of
from app.theme.tokens import Space
from app.widgets.basics import More, column, divider, label, row
from app.widgets.controls import FractionBox
from app.wording import decimal, duration, percent, significant, size, whole
from core.compression.prediction import PredictedSize, predicted_size
from core.events import LayerReport, PruneTrial, StageStarted
from core.runs.measuring import Details
from core.settings import PruneSettings

_MOST_PERCENT = 98
_PAGE_STEP = 5
_USUAL_POINTS = 1.0
_LEAST_POINTS, _MOST_POINTS = 0.1, 50.0
_SPIN_WIDTH = 84


@dataclass(frozen=True)
class Layer:
    """A layer: the share of its connections that is gone, and how many it has."""

    gone: float
    connections: int


@dataclass
class PruneStory:
    """Grows with the events that it is told; the same whether they come at once or one by one."""

    layers: dict[str, Layer] = field(default_factory=dict)
    trials: list[PruneTrial] = field(default_factory=list)

    def take(self, events: Iterable[object]) -> bool:
        """Take in events; whether there was anything in them that counts."""
        counted = False
        for event in events:
            match event:
                case StageStarted(stage="train") | StageStarted(stage="prune", resumed_epoch=0):
                    self.layers = {}
                case LayerReport(stage="prune"):
                    self.layers[event.layer] = _layer(event.figures)
                case PruneTrial():
                    # A search that begins anew begins with its first trial.
                    self.trials = [*self.trials[: event.trial - 1], event]
                case _:
                    continue
            counted = True
        return counted


def since_training(layers: Mapping[str, Layer], trained: Mapping[str, int]) -> dict[str, Layer]:
    """The same layers, with the connections that went with their filters counted as gone.

    `trained` says how many connections each had after training; layers that are not in it stay as they are.
    """
    counted = {}
    for name, layer in layers.items():
        before = max(trained.get(name, 0), layer.connections)
        kept = (1 - layer.gone) * layer.connections
        counted[name] = Layer(1 - kept / before if before else layer.gone, before)
    return counted


def gone_fraction(layers: Mapping[str, Layer]) -> float | None:
    """The share of the connections of all layers that is gone, None without a layer."""
    total = sum(layer.connections for layer in layers.values())
    return sum(layer.gone * layer.connections for layer in layers.values()) / total if total else None


def _layer(figures: Mapping[str, float]) -> Layer:
    return Layer(figures.get("sparsity", 0.0), round(figures.get("weights", 0.0)))


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
        self.finds_itself = QCheckBox(self.tr("Find the smallest size automatically"))
        self.finds_itself.setToolTip(
            self.tr(
                "Tries different amounts of pruning and uses the most that stays within this accuracy loss."
            )
        )
        self.finds_itself.toggled.connect(self._set_target)
        layout.addWidget(self.finds_itself, 0, Qt.AlignmentFlag.AlignLeft)
        line = row(space=Space.SMALL)
        line.addSpacing(Space.WIDE)
        line.addWidget(label(self.tr("Allowed accuracy loss (points)"), wrap=True), 1)
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
            return self.tr("Smallest size")
        gone = self.tr("{share} % removed").format(share=decimal(settings.sparsity * 100, 0))
        if not self._sizes:
            return gone
        about = self.tr("about {size}").format(size=size(predicted_size(self._sizes, settings.sparsity)))
        return f"{gone} → {about}"

    def _sentence(self, settings: PruneSettings) -> str:
        if settings.target_drop is not None:
            words = self.tr("Searches for the smallest model. Allowed accuracy loss, in points: {points}.")
            return words.format(points=significant(settings.target_drop, 6))
        if not self._sizes:
            return self.tr("The file size cannot be estimated for this run.")
        factor = predicted_size(self._sizes, 0.0) / predicted_size(self._sizes, settings.sparsity)
        words = self.tr("Final file after all steps: {factor} times smaller than without pruning.")
        return words.format(factor=decimal(factor, 1))

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _MOST_PERCENT)
        slider.setPageStep(_PAGE_STEP)
        slider.setAccessibleName(self.tr("Weights to remove, in percent"))
        slider.setToolTip(self.tr("How many weights are removed. The more, the smaller the file."))
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
        points.setAccessibleName(self.tr("Allowed accuracy loss, in points"))
        points.setToolTip(self.tr("One point is one image in a hundred."))
        points.valueChanged.connect(lambda _points: self._set_target(True))
        return points

    def _set_target(self, wanted: bool) -> None:
        settings = self._session.settings
        own = msgspec.structs.replace(settings.prune, target_drop=self.points.value() if wanted else None)
        self._session.replace_settings(msgspec.structs.replace(settings, prune=own))


class SearchView(QFrame):
    """A bar for each try: how much was gone, and what that cost."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        layout = column(self, Space.SMALL, Space.LARGE)
        layout.addWidget(label(self.tr("Trials"), "heading"))
        self._sentence = label("", "caption", wrap=True)
        layout.addWidget(self._sentence)
        self.bars = BarList(self.tr("Trials"))
        layout.addWidget(self.bars)

    def show_trials(self, trials: Sequence[PruneTrial]) -> None:
        """Show the tries so far."""
        if trials:
            words = self.tr(
                "Trial {trial} of at most {most} is finished. Each bar shows how much was removed."
            )
            self._sentence.setText(words.format(trial=trials[-1].trial, most=trials[-1].most))
        else:
            self._sentence.setText(self.tr("The first trial is running."))
        self.bars.show_bars([self._bar(trial) for trial in trials])

    def _bar(self, trial: PruneTrial) -> Bar:
        gone = 1 - (1 - trial.filters) * (1 - trial.sparsity)
        name = self.tr("{share} % removed").format(share=decimal(gone * 100, 0))
        points = decimal(abs(trial.drop), 1)
        if trial.drop <= 0:
            cost = self.tr("no loss")
        else:
            cost = self.tr("{points} points lost").format(points=points)
        figure = f"{cost}  ✓" if trial.accepted else self.tr("{cost}: too much  ✗").format(cost=cost)
        words = self.tr("{filters} % of the filters and {zeros} % of the other weights removed: {cost}.")
        return Bar(
            name,
            gone,
            figure,
            words.format(
                filters=decimal(trial.filters * 100, 0), zeros=decimal(trial.sparsity * 100, 0), cost=figure
            ),
        )


class PrunePage(StagePage):
    """Before: how much goes. During: layers fill. After: accuracy before and after."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Prune again"), self.tr("Change settings")
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
            return self.tr("Continues with the next trial.")
        return self.figures.going_on_words() or self.tr("All epochs are finished. Only measuring remains.")

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
        self.options = SettingFields(self.session, fields_of("prune"), self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        gone = ("gone", self.tr("Sparsity"), self.tr("Fraction of the weights removed so far."))
        tip = self.tr("Accuracy on the validation images after the last epoch.")
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
        self.tabs = StageResults(self.session)
        self.tabs.add_usual()
        self.results.addWidget(self.tabs)

    def _layer_panel(self) -> LayerPanel:
        return LayerPanel(
            self.tr("Removed weights by layer"),
            self.tr("Each bar is one layer of the network. It fills up as weights are removed."),
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
        gone = gone_fraction(layers)
        self.figures.show_figure("gone", "" if gone is None else percent(gone))
        self.live_layers.show_bars(self._bars(layers))
        self.live_layers.setVisible(bool(self._story.layers))
        self.search.setVisible(self._searches)
        self.search.show_trials(self._story.trials)
        self.found.setVisible(bool(self._story.trials) and self._searches)
        self.found.show_trials(self._story.trials)

    def _since_training(self, layers: Mapping[str, Layer]) -> dict[str, Layer]:
        trained = self._trained.layers if self._trained else ()
        return since_training(layers, {str(own["name"]): _trained_layer(own).connections for own in trained})

    def _bars(self, layers: Mapping[str, Layer]) -> list[LayerBar]:
        words = self.tr("{layer}: {share} of {count} weights removed.")
        return [
            LayerBar(
                name,
                layer.gone,
                words.format(layer=name, share=percent(layer.gone), count=whole(layer.connections)),
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
        layers = self._since_training({str(own["name"]): _trained_layer(own) for own in details.layers})
        self.layers.show_bars(self._bars(layers))
        before = self._trained.classes if self._trained else ()
        self.tabs.show_details(details, record.settings, self.threshold, before)

    def _tell(self, events: list[object]) -> None:
        if self._story.take(events) and self.isVisible():
            self._show_story()

    def _forget(self) -> None:
        self._story = PruneStory()
        self._pruned = None


def _trained_layer(own: Mapping[str, object]) -> Layer:
    gone, connections = own.get("sparsity"), own.get("weights")
    return Layer(gone if isinstance(gone, float) else 0.0, connections if isinstance(connections, int) else 0)
