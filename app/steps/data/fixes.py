"""What a click on a fix sets, and what a person has set so far: nothing in their folder is touched.

Nothing here knows of Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from core.runs.dataset_report import DataReport
from core.settings import DataSettings

Kind = Literal["leave-out", "set-aside", "merge", "mix"]


@dataclass(frozen=True)
class Change:
    """Something that was set: classes or pictures that are not used, a class that is used as another.

    Or all pictures are divided anew: then there are no names.
    """

    kind: Kind
    names: tuple[str, ...] = ()
    target: str = ""

    @property
    def is_of_pictures(self) -> bool:
        """Whether it is about single pictures rather than a class."""
        return bool(self.names) and "/" in self.names[0]


def leaving_out(settings: DataSettings, names: Iterable[str]) -> dict[str, Any]:
    """The settings in which these classes or pictures are left out."""
    return {"leave_out": _with(settings.leave_out, names)}


def setting_aside(settings: DataSettings, names: Iterable[str], report: DataReport | None) -> dict[str, Any]:
    """The settings in which these classes or pictures are set aside."""
    return {"set_aside": _with(_aside(settings, report), names)}


def merging(settings: DataSettings, name: str, target: str) -> dict[str, Any]:
    """The settings in which a class is used as another one."""
    return {"merge": settings.merge | {name: target}}


def mixing() -> dict[str, Any]:
    """The settings in which the pictures are divided anew, near copies kept together."""
    return {"split": "mixed"}


def changes_of(settings: DataSettings, report: DataReport | None) -> list[Change]:
    """What is mixed, left out, set aside and merged: classes one by one, pictures together."""
    found = [Change("mix")] if settings.split == "mixed" else []
    chosen: tuple[tuple[Kind, Sequence[str]], ...] = (
        ("leave-out", settings.leave_out),
        ("set-aside", _aside(settings, report)),
    )
    for kind, names in chosen:
        found += [Change(kind, (name,)) for name in names if "/" not in name]
        pictures = tuple(name for name in names if "/" in name)
        if pictures:
            found.append(Change(kind, pictures))
    return found + [Change("merge", (name,), target) for name, target in settings.merge.items()]


def without(settings: DataSettings, change: Change, report: DataReport | None) -> dict[str, Any]:
    """The settings in which a change is taken back."""
    gone = frozenset(change.names)
    match change.kind:
        case "leave-out":
            return {"leave_out": tuple(name for name in settings.leave_out if name not in gone)}
        case "set-aside":
            return {"set_aside": tuple(name for name in _aside(settings, report) if name not in gone)}
        case "merge":
            return {"merge": {name: to for name, to in settings.merge.items() if name not in gone}}
        case "mix":
            return {"split": "own"}


def using_again(settings: DataSettings, name: str, report: DataReport | None) -> dict[str, Any]:
    """The settings in which a class or picture is neither left out nor set aside."""
    taken = without(settings, Change("leave-out", (name,)), report)
    if name in _aside(settings, report):
        taken |= without(settings, Change("set-aside", (name,)), report)
    return taken


def _aside(settings: DataSettings, report: DataReport | None) -> tuple[str, ...]:
    """What is set aside: what was said, or else what the data set has as clutter."""
    if settings.set_aside is not None:
        return settings.set_aside
    return tuple(group.name for group in report.classes if group.role == "set-aside") if report else ()


def _with(old: tuple[str, ...], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *names)))
