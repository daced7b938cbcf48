"""Quick, balanced or best: three cards, each with what it takes and what it gives."""

from __future__ import annotations

from app.session import Session
from app.steps.expected_time import expected_times
from app.texts import QT_TRANSLATE_NOOP, translate
from app.widgets.choice_cards import Choice, ChoiceCards
from app.wording import duration
from core.settings import PRESETS, PresetName

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
        self.mark(self._session.preset or "")

    def _choice(self, name: PresetName) -> Choice:
        settings = self._session.with_preset(name)
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
        self._session.replace_settings(self._session.with_preset(name))
