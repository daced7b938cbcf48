"""Quick, balanced or best: three cards, each with what it takes and what it gives."""

from __future__ import annotations

import msgspec

from app.session import Session
from app.steps.expected_time import expected_times
from app.texts import QT_TRANSLATE_NOOP, translate
from app.widgets.choice_cards import Choice, ChoiceCards
from app.wording import duration
from core.settings import PRESETS, PresetName, RunSettings

_SECTIONS = ("network", "train", "prune", "quantize", "huffman")
_TITLES: dict[PresetName, str] = {
    "quick": QT_TRANSLATE_NOOP("Presets", "Quick"),
    "balanced": QT_TRANSLATE_NOOP("Presets", "Balanced"),
    "best": QT_TRANSLATE_NOOP("Presets", "Best"),
}
_SENTENCES: dict[PresetName, str] = {
    "quick": QT_TRANSLATE_NOOP("Presets", "A first model, good enough to try everything out."),
    "balanced": QT_TRANSLATE_NOOP("Presets", "More often right, and a smaller file in the end."),
    "best": QT_TRANSLATE_NOOP("Presets", "As small and as right as it gets, for whoever can wait."),
}


class PresetCards(ChoiceCards):
    """The cards; what is chosen is set in the session. None is marked when settings are a person's own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        super().__init__(
            translate("Presets", "How thoroughly to train"),
            [Choice(name, translate("Presets", title)) for name, title in _TITLES.items()],
        )
        self.chosen.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """Show what each takes, and which one the settings are."""
        self.show_choices([self._choice(name) for name in PRESETS])
        self.mark(next((name for name in PRESETS if self._with(name) == self._session.settings), ""))

    def _choice(self, name: PresetName) -> Choice:
        settings = self._with(name)
        title, sentence = translate("Presets", _TITLES[name]), translate("Presets", _SENTENCES[name])
        expected = expected_times(self._session, settings)
        if expected is None:
            epochs = translate("Presets", "{epochs} epochs").format(epochs=settings.train.epochs)
            return Choice(name, title, epochs, sentence)
        figure = translate("Presets", "about {time}").format(
            time=duration(expected["data"] + expected["train"])
        )
        whole = translate("Presets", "All steps together: about {time}.").format(
            time=duration(sum(expected.values()))
        )
        return Choice(name, title, figure, f"{sentence} {whole}")

    def _choose(self, key: str) -> None:
        name = next(name for name in PRESETS if name == key)
        self._session.replace_settings(self._with(name))

    def _with(self, name: PresetName) -> RunSettings:
        """The session's settings with a preset's in the place of all that presets decide.

        What training starts from is for the person alone to choose.
        """
        preset, own = PRESETS[name], self._session.settings
        sections = {section: getattr(preset, section) for section in _SECTIONS}
        start = own.train.start_weights
        sections["train"] = msgspec.structs.replace(preset.train, start_weights=start)
        return msgspec.structs.replace(own, **sections)
