"""The page of the step 'quantize': how fine, how carefully, and what rounding has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args, get_type_hints

import msgspec
from PySide6.QtWidgets import QWidget

from app.charts.feed import ExpectedSize, curve_feed
from app.charts.timeline_card import TimelineCard
from app.session import Session
from app.step import Step
from app.steps.page import Phase, StagePage
from app.steps.progress import EpochFigures, expected_times
from app.steps.results.accuracy import BeforeAfter
from app.steps.results.bars import LayerBar, LayerPanel, group_of
from app.steps.results.images import ImageWall, Tile
from app.steps.results.operators import OperatorsView
from app.steps.results.stage_results import DetailsReader, StageResults
from app.steps.settings import SettingFields, fields_of
from app.theme.tokens import Space
from app.widgets.basics import More, column, label, row, stacked, term
from app.widgets.controls import Choice, ChoiceCards
from app.wording import about_size, decimal, duration, percent, size, translate, whole
from core.evaluation.changes import ChangedAnswer, Changes
from core.runs.stage_details import QuantizeDetails
from core.settings import QuantizeMethod, QuantizeSettings, RunSettings, changed

WEIGHT_BITS: tuple[int, ...] = get_args(get_type_hints(QuantizeSettings)["weight_bits"])
_LEAST_CARD = 104
FULL_DECIBELS = 40.0
"""A bar is full where noise is a hundredth of the signal or less."""
_CHART_HEIGHT = 240


class BitsChooser(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        line = row(space=Space.HAIR)
        line.addWidget(label(self.tr("Bits per weight"), "heading"))
        line.addStretch(1)
        line.addWidget(label(self.tr("expected final size"), "caption"))
        layout.addLayout(line)
        self.cards = ChoiceCards(
            self.tr("Bits per weight"), [self._choice(bits, None) for bits in WEIGHT_BITS]
        )
        for card in self.cards.cards.values():
            card.setMinimumWidth(_LEAST_CARD)
        self.cards.chosen.connect(lambda key: session.change("quantize", weight_bits=int(key)))
        layout.addWidget(self.cards)
        notes = row(space=Space.HAIR)
        explanation = self.tr(
            "A bit is a 0 or a 1. Each extra bit doubles the number of values that a weight can have."
        )
        notes.addWidget(term(self.tr("Bits"), explanation))
        words = self.tr("for most layers. The first and the last layer keep 8 bits.")
        notes.addWidget(label(words, "soft", wrap=True), 1)
        layout.addLayout(notes)
        self._expected = ExpectedSize(session, self)
        self._expected.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the session holds."""
        with_bits = self._expected.with_bits
        self.cards.show_choices([self._choice(bits, with_bits(bits)) for bits in WEIGHT_BITS])
        self.cards.mark(str(self._session.settings.quantize.weight_bits))

    def _choice(self, bits: int, expected: int | None) -> Choice:
        values = self.tr("%Ln value(s)", None, 2**bits - 1)
        figure = "" if expected is None else about_size(expected)
        return Choice(str(bits), self.tr("%Ln bit(s)", None, bits), figure, values)


class MethodChooser(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        layout.addWidget(label(self.tr("Method"), "heading"))
        self.cards = ChoiceCards(self.tr("Quantization method"), self._choices())
        self.cards.chosen.connect(lambda key: session.change("quantize", method=key))
        layout.addWidget(self.cards)

    def refresh(self) -> None:
        """Show what the session holds, and how long each takes."""
        self.cards.show_choices(self._choices())
        self.cards.mark(self._session.settings.quantize.method)

    def _choices(self) -> tuple[Choice, Choice]:
        return (
            Choice(
                "training-aware",
                self.tr("Fine-tune"),
                self._time("training-aware"),
                self.tr("Quantization-aware training. Best with thousands of images."),
            ),
            Choice(
                "post-training",
                self.tr("Fit each layer"),
                self._time("post-training"),
                self.tr("Fast. Most accurate with few images."),
            ),
        )

    def _time(self, method: QuantizeMethod) -> str:
        settings = self._session.settings
        own = changed(settings.quantize, method=method)
        expected = expected_times(self._session, msgspec.structs.replace(settings, quantize=own))
        words = self.tr("about {time}")
        return "" if expected is None else words.format(time=duration(expected["quantize"]))


def noise_bars(layers: Iterable[Mapping[str, object]]) -> list[LayerBar]:
    """A bar for each layer of details/quantize.json: the higher, the clearer."""
    return [_bar(layer) for layer in layers]


def _bar(layer: Mapping[str, object]) -> LayerBar:
    name = str(layer.get("layer") or layer["name"])
    output, weights = _decibels(layer.get("output_snr_db")), _decibels(layer.get("weight_snr_db"))
    if output is None:
        words = translate("Noise", "{layer}: quantization does not change its output.")
        return LayerBar(name, 1.0, words.format(layer=name), group_of(name))
    words = translate(
        "Noise",
        "{layer}, {bits} bits: SQNR of the output {decibels} dB (signal {times} times the "
        "noise), of the weights {weights}.",
    )
    own = translate("Noise", "exact") if weights is None else f"{decimal(weights, 0)} dB"
    said = words.format(
        layer=name,
        bits=layer.get("weight_bits") or 8,
        times=decimal(10 ** (output / 20), 0),
        decibels=decimal(output, 0),
        weights=own,
    )
    return LayerBar(name, min(max(output / FULL_DECIBELS, 0.02), 1.0), said, group_of(name))


def _decibels(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


class ChangedWall(ImageWall):
    """Below each image the answer before and after, and what it is."""

    def __init__(self) -> None:
        super().__init__(translate("Changes", "Images whose prediction changed"))

    def show_changes(self, changes: Changes, settings: RunSettings) -> None:
        """Show what changed in the run with these settings."""
        self.show_tiles([_tile(image) for image in changes.images], settings)


def changes_words(changes: Changes, images: int) -> str:
    """How many answers changed of those for `images` test images, and whether for the better."""
    if not changes.count:
        words = translate("Changes", "No prediction changed on the {images} test images.")
        return words.format(images=whole(images))
    words = translate(
        "Changes",
        "{count} of {images} predictions changed. Now correct: {right}. Now wrong: {wrong}. "
        "Still wrong: {other}.",
    )
    return words.format(
        count=whole(changes.count),
        images=whole(images),
        right=whole(changes.became_right),
        wrong=whole(changes.became_wrong),
        other=whole(changes.count - changes.became_right - changes.became_wrong),
    )


def _tile(changed: ChangedAnswer) -> Tile:
    before, after = changed.before[0], changed.after[0]
    words = translate(
        "Changes",
        "{image}: {is_class}. Prediction before: {before} ({before_share}), now: {after} ({after_share}).",
    )
    became_right, became_wrong = after.name == changed.is_class, before.name == changed.is_class
    return Tile(
        changed.image,
        translate("Changes", "now: {name}").format(name=after.name),
        translate("Changes", "before: {name}").format(name=before.name),
        words.format(
            image=changed.image,
            is_class=changed.is_class,
            before=before.name,
            before_share=percent(before.probability),
            after=after.name,
            after_share=percent(after.probability),
        ),
        badge="✓" if became_right else "✗" if became_wrong else "",
        is_bad=became_wrong,
    )


class QuantizePage(StagePage):
    """Before: how fine and how carefully. During: curves. After: float and int8 side by side."""

    def __init__(self, session: Session, own: Step) -> None:
        super().__init__(session, own)
        self.again, self.otherwise = self.tr("Quantize again"), self.tr("Change settings")
        self.stopping = self.tr("You can stop at any time: finished epochs are saved.")
        self._feed = curve_feed(session)
        self._lay_out_setup()
        self._lay_out_live()
        self._lay_out_results()
        self._details = DetailsReader("quantize", QuantizeDetails, self._show_details, self)

    def going_on_words(self) -> str:
        """What stands beside the button that goes on with an interrupted stage."""
        return self.figures.going_on_words() or self.tr("Continues with quantizing and measuring.")

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

    def leave(self) -> None:
        """End what the page itself keeps at work: the program is about to end."""
        super().leave()
        self.operators.leave()

    def _lay_out_setup(self) -> None:
        self.bits = BitsChooser(self.session)
        self.setup.addWidget(self.bits)
        self.methods = MethodChooser(self.session)
        self.setup.addWidget(self.methods)
        self.more = More()
        self.options = SettingFields(self.session, fields_of("quantize"), self.more.body)
        self.setup.addWidget(self.more)

    def _lay_out_live(self) -> None:
        tip = self.tr("Accuracy on the validation images with quantized weights.")
        self.figures = EpochFigures(self.session, "quantize", tip)
        self.live.addWidget(self.figures)
        self.chart = TimelineCard(self._feed, ("quantize",), is_large=True)
        self.chart.timeline.setMinimumHeight(_CHART_HEIGHT)
        self.live.addWidget(self.chart, 1)

    def _lay_out_results(self) -> None:
        self.accuracy = BeforeAfter(self.tr("Float baseline"), self.tr("Quantized (int8)"))
        self.sizes = label("", "body", wrap=True)
        self.accuracy.body.insertWidget(2, self.sizes)
        self.results.addWidget(self.accuracy)
        self.noise = LayerPanel(
            self.tr("Signal-to-quantization-noise ratio (SQNR) by layer"),
            self.tr("Each bar is one layer. The higher the bar, the less quantization changed its output."),
        )
        self.results.addWidget(self.noise)
        self.tabs = StageResults(self.session)
        self.changes = label("", "soft", wrap=True)
        self.wall = ChangedWall()
        self.tabs.add(self.tr("Changed"), stacked(self.changes, self.wall))
        self.tabs.add_usual()
        self.operators = OperatorsView(self.session, "quantize")
        self.tabs.add(self.tr("Time"), self.operators)
        self.results.addWidget(self.tabs)

    def _size_words(self) -> str:
        """Float and int8, and how many times smaller that is."""
        summary = self.session.summary
        before, after = (summary.of("prune"), summary.of("quantize")) if summary else (None, None)
        if before is None or after is None:
            return ""
        words = self.tr("File size: {after} instead of {before}, {factor} times smaller.")
        factor = decimal(before.bytes / after.bytes, 1)
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
