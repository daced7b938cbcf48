"""The page itself: what a run's folder holds, put into the template in resources/report."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
import msgspec

from core import __version__, wording
from core.paths import resources_folder
from core.report.accuracies import accuracy_chart
from core.report.answers import answers_of
from core.report.codes import length_chart, purposes
from core.report.contents import RunContents
from core.report.curves import stage_curves
from core.report.layers import has, layer_rows
from core.report.mistakes import Mistakes
from core.report.plotting import drawn
from core.report.proofs import board_name, proofs_of, runtime_name
from core.report.sizes import STAGE_TITLES, size_chart, size_rows, squares
from core.report.story import steps_of
from core.settings import RunSettings, description

_TEMPLATE = "report.html"
_SECTIONS = ("data", "network", "train", "prune", "quantize", "huffman")
_UNRELATED = {
    "sample-scenes": "drawn scenes of other kinds",
    "other-classes": "images of excluded classes",
    "noise": "noise, blotches and bare walls",
}
_UNBROKEN: dict[str, Callable[[Any], str]] = {
    "size": wording.size,
    "percent": wording.percent,
    "interval": wording.interval,
    "factor": wording.factor,
    "duration": wording.duration,
    "milliseconds": wording.milliseconds,
}
_FILTERS = {
    **{name: lambda value, say=say: wording.unbroken(say(value)) for name, say in _UNBROKEN.items()},
    "number": wording.number,
    "millions": wording.millions,
    "date": wording.date,
    "iso_date": wording.iso_date,
    "drawn": drawn,
    "runtime": runtime_name,
    "board_name": board_name,
    "stage_title": lambda name: STAGE_TITLES[name],
    "unrelated_kind": lambda kind: _UNRELATED[kind],
}


@dataclass(frozen=True)
class SettingRow:
    """A setting, its value in words, and what it is for."""

    name: str
    value: str
    meaning: str


def report_page(contents: RunContents, mistakes: Mistakes, now: float) -> str:
    """The report of a run as one HTML page that needs nothing else; `now` is seconds since 1970."""
    summary, huffman = contents.summary, contents.huffman
    rows = size_rows(summary, contents.alexnet) if summary else ()
    layers = layer_rows(contents)
    return (
        _environment()
        .get_template(_TEMPLATE)
        .render(
            run=contents,
            summary=summary,
            last=contents.last,
            steps=steps_of(contents),
            sizes=rows,
            size_chart=size_chart(rows) if contents.stages else None,
            squares=squares(rows) if contents.stages else (),
            accuracy_chart=accuracy_chart(contents.stages, contents.alexnet) if contents.stages else None,
            curves=stage_curves(contents.history),
            answers=answers_of(contents),
            mistakes=mistakes,
            layers=layers,
            layers_pruned=has(layers, "prune"),
            layers_quantized=has(layers, "quantize"),
            layers_coded=has(layers, "huffman"),
            lengths=length_chart(huffman.tables) if huffman else None,
            purposes=purposes(huffman) if huffman else (),
            proofs=proofs_of(contents),
            settings=dict(_settings(contents.record.settings)),
            now=now,
            version=__version__,
        )
    )


# Compiling the templates takes most of the time of a report.
@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources_folder() / "report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_FILTERS)
    return environment


def _settings(settings: RunSettings) -> Iterator[tuple[str, tuple[SettingRow, ...]]]:
    """The settings by section."""
    for section in _SECTIONS:
        own = getattr(settings, section)
        values = msgspec.to_builtins(own)
        yield (
            section,
            tuple(
                SettingRow(name, wording.setting(value), description(type(own), name))
                for name, value in values.items()
            ),
        )
