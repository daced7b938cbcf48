"""Two runs side by side, as values. Nothing here knows of Qt."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Literal

import msgspec

from app.start.found_runs import FoundRun
from core.figures import Fraction
from core.reading import read_json
from core.runs.folder import RunFolder
from core.runs.summary import StageFigures
from core.settings import RunSettings

CheckResult = Literal["first", "second", "unclear", "other-pictures"]


@dataclass(frozen=True)
class Difference:
    """A setting, by its section and name, that the runs have different values of."""

    section: str
    name: str
    first: object
    second: object


@dataclass(frozen=True)
class Side:
    """One of the two runs. `classes` has each class's accuracy after the last finished stage."""

    run: FoundRun
    classes: dict[str, float]
    pictures: str

    @property
    def last(self) -> StageFigures:
        """The figures of the last finished stage."""
        assert self.run.last is not None
        return self.run.last


@dataclass(frozen=True)
class Comparison:
    """What two runs, each with a finished stage, have in common and what not."""

    first: Side
    second: Side
    differences: tuple[Difference, ...]

    @property
    def verdict(self) -> CheckResult:
        """Which run is more accurate, if that can be said: intervals that overlap may be chance."""
        if self.first.pictures != self.second.pictures:
            return "other-pictures"
        one, other = self.first.last.accuracy_interval, self.second.last.accuracy_interval
        if one[0] > other[1]:
            return "first"
        return "second" if other[0] > one[1] else "unclear"

    @property
    def shared_classes(self) -> list[str]:
        """The classes that both runs tell apart."""
        return [name for name in self.first.classes if name in self.second.classes]


def compared(first: FoundRun, second: FoundRun) -> Comparison:
    """The comparison of two runs; it reads their folders. What cannot be read there is left out."""
    assert first.settings is not None
    assert second.settings is not None
    return Comparison(_side(first), _side(second), tuple(differing(first.settings, second.settings)))


def differing(first: RunSettings, second: RunSettings) -> list[Difference]:
    """The settings that differ, in the order in which they are declared."""
    found = []
    one, other = (msgspec.to_builtins(settings) for settings in (first, second))
    for section, values in one.items():
        if not isinstance(values, dict):
            if values != other[section]:
                found.append(Difference("", section, values, other[section]))
            continue
        names = (name for name in values if values[name] != other[section][name])
        found += [Difference(section, name, values[name], other[section][name]) for name in names]
    return found


class _Class(msgspec.Struct, frozen=True):
    name: str
    accuracy: Fraction | None


class _Details(msgspec.Struct, frozen=True):
    """What matters here of details/<stage>.json."""

    classes: tuple[_Class, ...]


class _Data(msgspec.Struct, frozen=True):
    """What matters here of data.json."""

    fingerprint: str


def _side(run: FoundRun) -> Side:
    folder, classes, pictures = RunFolder(run.path), {}, ""
    with contextlib.suppress(OSError, msgspec.DecodeError):
        pictures = read_json(folder.data, _Data).fingerprint
    with contextlib.suppress(OSError, msgspec.DecodeError):
        assert run.last is not None
        details = read_json(folder.details(run.last.name), _Details)
        classes = {one.name: one.accuracy for one in details.classes if one.accuracy is not None}
    return Side(run, classes, pictures)
