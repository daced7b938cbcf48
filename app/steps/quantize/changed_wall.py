"""The pictures whose answer rounding has changed."""

from __future__ import annotations

from app.steps.results.picture_wall import PictureWall, Tile
from app.texts import translate
from app.wording import percent
from core.evaluation.changes import ChangedAnswer, Changes
from core.settings import RunSettings


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
