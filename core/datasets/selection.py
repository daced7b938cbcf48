"""Which images of a data set are used, and as what: decided by a person, without touching their folder.

A name that holds a '/' is an image's path within the data set, any other is a class. A class that was merged
answers to its own name and to that of the class it went into. What is left out is as good as not there; what
is set aside is not used either, but stays listed as what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.errors import DataError, UsageError
from core.settings import DataSettings

Role = Literal["used", "set-aside", "left-out"]


@dataclass(frozen=True)
class Selection:
    """Names of classes and images; `set_aside` is None where the data set's own clutter is meant."""

    leave_out: frozenset[str] = frozenset()
    set_aside: frozenset[str] | None = None
    merge: Mapping[str, str] = field(default_factory=dict)

    def for_other_images(self) -> Selection:
        """What of it holds for images of the same classes that lie elsewhere."""
        return Selection(
            frozenset(filter(_is_class, self.leave_out)),
            None if self.set_aside is None else frozenset(filter(_is_class, self.set_aside)),
            self.merge,
        )


class Chooser:
    """A selection, ready to be asked about each image of a data set with `classes`.

    `clutter` are the classes that are set aside where nobody has said which. Raises setting-invalid for
    classes that are merged in a circle, and, unless `lenient`, data-name-unknown for one that is not there.
    """

    def __init__(
        self,
        selection: Selection,
        classes: Iterable[str],
        clutter: Iterable[str] = (),
        *,
        lenient: bool = False,
    ) -> None:
        self._target = {name: _merged_into(name, selection.merge) for name in selection.merge}
        known = {*classes, *self._target.values()}
        if selection.set_aside is None:
            self._aside = frozenset(clutter) - selection.merge.keys()
        else:
            self._aside = selection.set_aside
        self._left_out = selection.leave_out
        if not lenient:
            named = {*filter(_is_class, self._left_out | self._aside), *selection.merge}
            _require_known(named - known, known)

    def label(self, own_class: str) -> str:
        """The class as which the images of a class are used."""
        return self._target.get(own_class, own_class)

    def role(self, own_class: str, image: str = "") -> Role:
        """What becomes of an image, or of a class as a whole."""
        names = {own_class, self.label(own_class), image}
        if names & self._left_out:
            return "left-out"
        return "set-aside" if names & self._aside else "used"


def selection_of(settings: DataSettings) -> Selection:
    """The selection that the settings name."""
    aside = None if settings.set_aside is None else frozenset(settings.set_aside)
    return Selection(frozenset(settings.leave_out), aside, settings.merge)


def _is_class(name: str) -> bool:
    return "/" not in name


def _merged_into(name: str, merge: Mapping[str, str]) -> str:
    passed = [name]
    while (target := merge.get(passed[-1])) is not None:
        if target in passed:
            circle = ", ".join(sorted(passed))
            raise UsageError("setting-invalid", reason=f"classes are merged in a circle: {circle}")
        passed.append(target)
    return passed[-1]


def _require_known(unknown: Iterable[str], known: Iterable[str]) -> None:
    for name in sorted(unknown):
        raise DataError("data-name-unknown", name=name, detail="\n".join(sorted(known)))
