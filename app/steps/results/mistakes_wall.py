"""The pictures that a model was most wrong about."""

from __future__ import annotations

from collections.abc import Sequence

from app.steps.results.picture_wall import PictureWall, Tile
from app.texts import translate
from app.wording import percent
from core.evaluation.confusion import Mistake
from core.settings import RunSettings


class MistakesWall(PictureWall):
    """Below each picture what it was taken for, and what it is."""

    def __init__(self) -> None:
        super().__init__(translate("Mistakes", "The pictures that the model was most wrong about"))

    def show_mistakes(self, mistakes: Sequence[Mistake], settings: RunSettings) -> None:
        """Show mistakes of the run with these settings."""
        self.show_tiles([_tile(mistake) for mistake in mistakes], settings)


def _tile(mistake: Mistake) -> Tile:
    words = translate(
        "Mistakes",
        "{picture} is {is_class}. The model was {probability} sure of {taken_for} "
        "and gave {is_class} {probability_of_right}.",
    )
    return Tile(
        mistake.picture,
        translate("Mistakes", "said {name}").format(name=mistake.taken_for),
        translate("Mistakes", "is {name}").format(name=mistake.is_class),
        words.format(
            picture=mistake.picture,
            is_class=mistake.is_class,
            taken_for=mistake.taken_for,
            probability=percent(mistake.probability),
            probability_of_right=percent(mistake.probability_of_right),
        ),
        f"{mistake.probability * 100:.0f} %",
        is_bad=True,
    )
