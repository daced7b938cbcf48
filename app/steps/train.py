"""The page of the step 'train': what training starts from, how thoroughly, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.charts.feed import curve_feed
from app.charts.timeline_card import TimelineCard
from app.session import Session
from app.step import Step
from app.steps.page import Phase, StagePage
from app.steps.progress import EpochFigures, expected_times
from app.steps.results.accuracy import AccuracyFigure
from app.steps.results.stage_results import DetailsReader, StageResults
from app.steps.settings import SettingFields, fields_of
from app.theme.tokens import Space
from app.widgets.basics import More, PathLabel, button, card, column, divider, label, row, set_role
from app.widgets.controls import Choice, ChoiceCards, Choices
from app.widgets.dialogs import ask_for_file
from app.widgets.notices import Action
from app.wording import QT_TRANSLATE_NOOP, Counted, duration, error_words, translate
from core.errors import SqueezeError
from core.networks.start_weights import (
    PublishedWeights,
    can_start,
    published_for,
    start_weights_path,
)
from core.requests import FetchWeightsRequest
from core.runs.measuring import Details
from core.settings import PRESETS, START_IMAGENET, START_SCRATCH, START_SHIPPED, PresetName

if TYPE_CHECKING:
    from app.steps.exploring.dialog import ExploreDialog

_TITLES: dict[PresetName, str] = {
    "quick": QT_TRANSLATE_NOOP("Presets", "Quick"),
    "balanced": QT_TRANSLATE_NOOP("Presets", "Balanced"),
    "best": QT_TRANSLATE_NOOP("Presets", "Best"),
}
_SENTENCES: dict[PresetName, str] = {
    "quick": QT_TRANSLATE_NOOP("Presets", "A first model to try everything out."),
    "balanced": QT_TRANSLATE_NOOP("Presets", "More accurate, with a smaller final file."),
    "best": QT_TRANSLATE_NOOP("Presets", "The smallest and most accurate model. Takes the longest."),
}
_FILE = "file"
_LEAST_CHARACTERS = 16
_CHART_HEIGHT, _LEAST_CHART_HEIGHT = 280, 120


class PresetCards(ChoiceCards):
    """The cards; what is chosen is set in the session. None is marked when settings are a person's own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        super().__init__(
            translate("Presets", "Training preset"),
            [Choice(name, translate("Presets", title)) for name, title in _TITLES.items()],
        )
        self.chosen.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what each takes, and which one the settings are."""
        self.show_choices([self._choice(name) for name in PRESETS])
        self.mark(self._session.preset or "")

    def _choice(self, name: PresetName) -> Choice:
        settings = self._session.with_preset(name)
        title, sentence = translate("Presets", _TITLES[name]), translate("Presets", _SENTENCES[name])
        expected = expected_times(self._session, settings)
        if expected is None:
            epochs = Counted().epochs(settings.train.epochs)
            return Choice(name, title, epochs, sentence)
        figure = translate("Presets", "about {time}").format(
            time=duration(expected["data"] + expected["train"])
        )
        whole = translate("Presets", "All steps: about {time}.").format(time=duration(sum(expected.values())))
        return Choice(name, title, figure, f"{sentence} {whole}")

    def _choose(self, key: str) -> None:
        name = next(name for name in PRESETS if name == key)
        self._session.replace_settings(self._session.with_preset(name))


class StartWeights(QWidget):
    """What is chosen is set in the session. ImageNet weights that are not here are fetched by one button."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        line = row(space=Space.MEDIUM)
        title = self.tr("Starting weights")
        self.choice = Choices()
        self.choice.setAccessibleName(title)
        self.choice.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.choice.addItem(self.tr("Starting network (included)"), START_SHIPPED)
        self.choice.addItem("", START_IMAGENET)
        self.choice.addItem(self.tr("A file…"), _FILE)
        self.choice.addItem(self.tr("From scratch"), START_SCRATCH)
        self.choice.activated.connect(lambda index: self.choose(self.choice.itemData(index)))
        named = label(title)
        named.setBuddy(self.choice)
        line.addWidget(named)
        line.addWidget(self.choice, 1)
        layout.addLayout(line)
        self.file = PathLabel("", "soft")
        layout.addWidget(self.file)
        self.sentence = label("", "caption", wrap=True)
        layout.addWidget(self.sentence)
        self.fetch_button = button(self.tr("Download"), self.fetch)
        self.fetch_button.setAccessibleName(self.tr("Download ImageNet weights"))
        below = row()
        below.addWidget(self.fetch_button)
        below.addStretch(1)
        layout.addLayout(below)
        self.refresh()

    @property
    def chosen(self) -> str:
        """What the session holds: 'shipped', 'imagenet', 'file' or 'scratch'."""
        source = self._session.settings.train.start_weights or START_SCRATCH
        return source if source in (START_SHIPPED, START_IMAGENET, START_SCRATCH) else _FILE

    def refresh(self) -> None:
        """Show what the session holds, and what is on this computer."""
        chosen, weights = self.chosen, published_for(self._session.settings.network)
        is_here = weights is not None and weights.state == "fetched"
        own = self.tr("ImageNet weights") if is_here else self.tr("ImageNet weights (download, 5 MB)")
        self.choice.setItemText(self.choice.findData(START_IMAGENET), own)
        self.choice.setCurrentIndex(self.choice.findData(chosen))
        self.file.setText(self._session.settings.train.start_weights or "")
        self.file.setVisible(chosen == _FILE)
        self.sentence.setText(self._sentence(chosen, weights))
        self.choice.setAccessibleDescription(self.sentence.text())
        set_role(self.sentence, "warning" if self.refusal() else "caption")
        self.fetch_button.setVisible(chosen == START_IMAGENET and weights is not None and not is_here)
        self.fetch_button.setEnabled(not self._session.is_busy)

    def refusal(self) -> SqueezeError | None:
        """Why training cannot start from what is chosen."""
        settings = self._session.settings
        if self.chosen != START_IMAGENET:
            return None
        try:
            start_weights_path(START_IMAGENET, settings.network)
        except SqueezeError as error:
            return error
        return None

    def choose(self, start: str) -> QFileDialog | None:
        """Start from something else. For a file the person is asked which: the dialog is returned."""
        if start == _FILE:
            return self._ask_for_file()
        if start != self.chosen:
            self._session.change("train", start_weights=start)
        return None

    def fetch(self) -> None:
        """Fetch the ImageNet weights of the network that is chosen."""
        weights = published_for(self._session.settings.network)
        if weights is not None and not self._session.is_busy:
            self._session.start_task(FetchWeightsRequest(network=weights.network), "train")

    def _ask_for_file(self) -> QFileDialog:
        filters = [self.tr("Weights (*.pth)"), self.tr("All files (*)")]
        dialog = ask_for_file(self, self.tr("File with starting weights"), self._take_file, filters)
        # Where none was selected, what was chosen before is shown again.
        dialog.finished.connect(self.refresh)
        return dialog

    def _take_file(self, path: Path) -> None:
        self._session.change("train", start_weights=str(path))

    def _sentence(self, chosen: str, weights: PublishedWeights | None) -> str:
        if chosen == START_SHIPPED and not can_start(self._session.settings.network):
            return self.tr("The chosen network has different layers, so it is trained from scratch.")
        if chosen == START_SHIPPED:
            return self.tr("Pretrained on general images: thirty images per class are enough.")
        if chosen == START_IMAGENET:
            return self._about_imagenet(weights)
        if chosen == _FILE:
            return self.tr(
                "A SqueezeNet file in torchvision's format (.pth). Training continues from its weights."
            )
        return self.tr("Learns only from your images. This takes thousands of images.")

    def _about_imagenet(self, weights: PublishedWeights | None) -> str:
        if weights is None:
            return self.tr("Not available for this network. Needs SqueezeNet 1.0 or 1.1, width 1, no bypass.")
        name, host = Path(weights.path).name, urlsplit(weights.address).hostname
        match weights.state:
            case "fetched":
                words = self.tr(
                    "torchvision's SqueezeNet, pretrained on ImageNet (a million images): {file}."
                )
            case "missing":
                words = self.tr(
                    "torchvision's SqueezeNet, pretrained on ImageNet (a million images). Download it from "
                    "{host} once?"
                )
            case "damaged":
                words = self.tr("{file} is damaged. Download it from {host} again?")
        return words.format(file=name, host=host)


class TrainPage(StagePage):
    """Before: three presets. During: live curves. After: what the model is worth."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Train again"), self.tr("Change settings")
        self.stopping = self.tr("You can stop at any time: finished epochs are saved.")
        self._feed = curve_feed(session)
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._details = DetailsReader("train", Details, self._show_details, self)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return self.figures.going_on_words() or self.tr("All epochs are finished. Only measuring remains.")

    def compare_networks(self) -> ExploreDialog:
        """Open the dialog that trains networks of many sizes."""
        from app.steps.exploring.dialog import ExploreDialog

        dialog = ExploreDialog(self.session, self.window())
        dialog.taken.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def primary_clicked(self) -> None:
        """Begin or go on. What training is to start from must be there before it begins."""
        begins = self.phase is Phase.READY or self.does_again
        refusal = self.start_weights.refusal() if begins else None
        if refusal is None:
            super().primary_clicked()
            return
        is_to_fetch = refusal.code in ("weights-not-fetched", "weights-damaged")
        actions = (Action(self.tr("Download"), self.start_weights.fetch),) if is_to_fetch else ()
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
        self.options = SettingFields(self.session, fields_of("train"), self.more.body)
        self.more.body.addWidget(divider())
        self.start_weights = StartWeights(self.session)
        self.more.body.addWidget(self.start_weights)
        self.compare = button(
            self.tr("Compare networks…"),
            self.compare_networks,
            "quiet",
            tip=self.tr("Train small networks of many sizes on your images and see what each needs."),
        )
        self.more.body.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        loss = ("loss", self.tr("Loss"), self.tr("How wrong the predictions are: lower is better."))
        tip = self.tr("Accuracy on the validation images after the last epoch.")
        self.figures = EpochFigures(self.session, "train", tip, (loss,))
        self.live.addWidget(self.figures)
        self.chart = TimelineCard(self._feed, ("train",), is_large=True)
        self.chart.timeline.setMinimumHeight(_LEAST_CHART_HEIGHT)
        self.live.addWidget(self.chart, 1)

    def _lay_out_results(self) -> None:
        hero = card()
        self.accuracy = AccuracyFigure(self.tr("Accuracy after training"))
        column(hero, 0, Space.LARGE).addWidget(self.accuracy)
        self.results.addWidget(hero)
        self.tabs = StageResults(self.session)
        self.tabs.add_usual()
        self.curves = TimelineCard(self._feed, ("train",), is_large=True)
        self.curves.timeline.setMinimumHeight(_CHART_HEIGHT)
        self.tabs.add(self.tr("Curves"), self.curves)
        self.results.addWidget(self.tabs)

    def _show_details(self, details: Details | None) -> None:
        self.tabs.setVisible(details is not None)
        if details is not None and self.session.record is not None:
            self.tabs.show_details(details, self.session.record.settings, self.threshold)
