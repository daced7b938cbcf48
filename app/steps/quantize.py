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
from app.steps.results.pictures import PictureWall, Tile
from app.steps.results.stage_results import DetailsReader, StageResults
from app.steps.settings import SettingFields, quantize_fields
from app.theme.tokens import Space
from app.widgets.basics import More, column, label, row, stacked, term
from app.widgets.controls import Choice, ChoiceCards
from app.wording import about_size, duration, percent, size, translate
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
        line.addWidget(label(self.tr("How fine"), "heading"))
        line.addStretch(1)
        line.addWidget(label(self.tr("expected size, in the end"), "caption"))
        layout.addLayout(line)
        self.cards = ChoiceCards(
            self.tr("Bits of a weight"), [self._choice(bits, None) for bits in WEIGHT_BITS]
        )
        for card in self.cards.cards.values():
            card.setMinimumWidth(_LEAST_CARD)
        self.cards.chosen.connect(lambda key: session.change("quantize", weight_bits=int(key)))
        layout.addWidget(self.cards)
        notes = row(space=Space.HAIR)
        explanation = self.tr(
            "A bit is a 0 or a 1. Every bit more doubles the values that a number can have."
        )
        notes.addWidget(term(self.tr("Bits"), explanation))
        words = self.tr("count for most layers; the first and the last keep 8.")
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
        values = self.tr("{count} values").format(count=2**bits - 1)
        figure = "" if expected is None else about_size(expected)
        return Choice(str(bits), self.tr("{count} bits").format(count=bits), figure, values)


class MethodChooser(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        layout.addWidget(label(self.tr("How carefully"), "heading"))
        self.cards = ChoiceCards(self.tr("How carefully to round"), self._choices())
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
                self.tr("Keep learning"),
                self._time("training-aware"),
                self.tr("The network gets used to rounded numbers. Best with thousands of pictures."),
            ),
            Choice(
                "post-training",
                self.tr("Only round"),
                self._time("post-training"),
                self.tr("Fast. Keeps the most where there are few pictures."),
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
        words = translate("Noise", "{layer}: rounding changes nothing that it puts out.")
        return LayerBar(name, 1.0, words.format(layer=name), group_of(name))
    words = translate(
        "Noise",
        "{layer}, {bits} bits: its output is {times} times as strong as the noise "
        "({decibels} dB; weights {weights}).",
    )
    own = translate("Noise", "exact") if weights is None else f"{weights:.0f} dB"
    said = words.format(
        layer=name,
        bits=layer.get("weight_bits") or 8,
        times=f"{10 ** (output / 20):,.0f}",
        decibels=f"{output:.0f}",
        weights=own,
    )
    return LayerBar(name, min(max(output / FULL_DECIBELS, 0.02), 1.0), said, group_of(name))


def _decibels(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


class ChangedWall(PictureWall):
    """Below each picture the answer before and after, and what it is."""

    def __init__(self) -> None:
        super().__init__(translate("Changes", "Pictures whose answer has changed"))

    def show_changes(self, changes: Changes, settings: RunSettings) -> None:
        """Show what changed in the run with these settings."""
        self.show_tiles([_tile(picture) for picture in changes.pictures], settings)


def changes_words(changes: Changes, pictures: int) -> str:
    """How many answers changed of those for `pictures` test pictures, and whether for the better."""
    if not changes.count:
        words = translate("Changes", "Not one answer has changed on {pictures} test pictures.")
        return words.format(pictures=f"{pictures:,}")
    words = translate(
        "Changes",
        "{count} of {pictures} answers have changed. Became right: {right}. Became wrong: {wrong}. "
        "Wrong in another way: {other}.",
    )
    return words.format(
        count=f"{changes.count:,}",
        pictures=f"{pictures:,}",
        right=f"{changes.became_right:,}",
        wrong=f"{changes.became_wrong:,}",
        other=f"{changes.count - changes.became_right - changes.became_wrong:,}",
    )


def _tile(changed: ChangedAnswer) -> Tile:
    before, after = changed.before[0], changed.after[0]
    words = translate(
        "Changes",
        "{picture} is {is_class}. Before, the answer was {before} ({before_share}), "
        "now it is {after} ({after_share}).",
    )
    became_right, became_wrong = after.name == changed.is_class, before.name == changed.is_class
    return Tile(
        changed.picture,
        translate("Changes", "now {name}").format(name=after.name),
        translate("Changes", "was {name}").format(name=before.name),
        words.format(
            picture=changed.picture,
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
