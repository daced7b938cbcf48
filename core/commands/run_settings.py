"""Options of the command line that set a run's settings. Their words are the settings' own."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec

from core.commands.actions import add_act_option, asked_actions
from core.commands.selection import add_selection_options, asked_selection
from core.errors import UsageError
from core.networks.start_weights import starts_elsewhere
from core.reading import decoded
from core.runs.record import WITHOUT_EFFECT
from core.settings import (
    PRESETS,
    SAMPLE_SCENES,
    STAGES,
    START_IMAGENET,
    START_SCRATCH,
    START_SHIPPED,
    DataSettings,
    NetworkSettings,
    PresetName,
    PruneSettings,
    QuantizeSettings,
    RunSettings,
    Stage,
    TrainSettings,
    checked,
    description,
    possible,
    preset,
)

DEFAULT_PRESET: PresetName = "balanced"

_SECTIONS = ("data", "network", *STAGES)
_SOURCE = ("data", "source")


class _Option(NamedTuple):
    flag: str
    section: str
    kind: type[Any]
    name: str
    read: Callable[[str], object] | None
    placeholder: str


def _absolute(path: str) -> str:
    """What names a file wherever the run goes on."""
    return str(Path(path).absolute())


def start_of(text: str) -> str:
    """What names the start of training wherever the run goes on: one of its words, or an absolute path."""
    return text if text in (START_SHIPPED, START_IMAGENET, START_SCRATCH) else _absolute(text)


_OPTIONS = (
    _Option("--image-size", "data", DataSettings, "image_size", int, "N"),
    _Option("--gray", "data", DataSettings, "gray", None, ""),
    _Option("--network", "network", NetworkSettings, "name", str, "NAME"),
    _Option("--bypass", "network", NetworkSettings, "bypass", str, "KIND"),
    _Option("--squeeze-ratio", "network", NetworkSettings, "squeeze_ratio", float, "R"),
    _Option("--share-3x3", "network", NetworkSettings, "share_3x3", float, "P"),
    _Option("--width", "network", NetworkSettings, "width", float, "W"),
    _Option("--start-weights", "train", TrainSettings, "start_weights", start_of, "START"),
    _Option("--epochs", "train", TrainSettings, "epochs", int, "N"),
    _Option("--steps", "train", TrainSettings, "steps", int, "N"),
    _Option("--batch-size", "train", TrainSettings, "batch_size", int, "N"),
    _Option("--validation-steps", "train", TrainSettings, "validation_steps", int, "N"),
    _Option("--checkpoint-steps", "train", TrainSettings, "checkpoint_steps", int, "N"),
    _Option("--summary-steps", "train", TrainSettings, "summary_steps", int, "N"),
    _Option("--keep-checkpoints", "train", TrainSettings, "keep_checkpoints", int, "N"),
    _Option("--prune-method", "prune", PruneSettings, "method", str, "METHOD"),
    _Option("--sparsity", "prune", PruneSettings, "sparsity", float, "S"),
    _Option("--filters", "prune", PruneSettings, "filters", float, "F"),
    _Option("--within-points", "prune", PruneSettings, "target_drop", float, "N"),
    _Option("--quantize-method", "quantize", QuantizeSettings, "method", str, "METHOD"),
    _Option("--weight-bits", "quantize", QuantizeSettings, "weight_bits", int, "B"),
)


def add_settings_options(parser: argparse.ArgumentParser) -> None:
    """Add the options; none of them has a default, so that one that was given can be told."""
    group = parser.add_argument_group("settings")
    group.add_argument("--data", metavar="PATH", help=f"folder or archive with images, or '{SAMPLE_SCENES}'")
    add_selection_options(group)
    group.add_argument("--preset", choices=get_args(PresetName), help=f"default: {DEFAULT_PRESET}")
    for option in _OPTIONS:
        help_text = description(option.kind, option.name)
        if option.read is None:
            group.add_argument(option.flag, action="store_const", const=True, help=help_text)
        else:
            if words := possible(option.kind, option.name):
                help_text += f": {words}"
            group.add_argument(option.flag, type=option.read, metavar=option.placeholder, help=help_text)
    group.add_argument("--seed", type=int, metavar="N", help=description(RunSettings, "seed"))
    add_act_option(group)
    group.add_argument(
        "--set",
        action="append",
        default=[],
        dest="assignments",
        metavar="SECTION.NAME=VALUE",
        help="any other setting, for example prune.epochs=4",
    )


def gives_settings(arguments: argparse.Namespace) -> bool:
    """Whether any option was given that sets something, other than where the images lie and how to work."""
    without_effect = {(section, name) for section, names in WITHOUT_EFFECT.items() for name in names}
    return bool(_asked(arguments).keys() - without_effect - {_SOURCE}) or arguments.preset is not None


def new_settings(arguments: argparse.Namespace) -> RunSettings:
    """The settings of a new run: a preset's, with what the options say. Raises setting-invalid."""
    return _with_options(PRESETS[arguments.preset or DEFAULT_PRESET], arguments)


def own_settings(arguments: argparse.Namespace) -> tuple[str, ...]:
    """The settings that the options name, such as 'train.epochs'. They hold for any number of images."""
    return tuple(f"{section}.{name}" for section, name in _asked(arguments))


def changed_settings(
    own: RunSettings, start_from: Stage, arguments: argparse.Namespace, images: int | None
) -> RunSettings:
    """A run's own settings, with a preset's for the stages to be done anew and with what the options say.

    `images` are those that the run learns from, if that is known. Raises setting-invalid.
    """
    if arguments.preset:
        chosen = preset(arguments.preset, images, from_scratch=not starts_elsewhere(own))
        later = STAGES[STAGES.index(start_from) :]
        own = msgspec.structs.replace(own, **{stage: getattr(chosen, stage) for stage in later})
    return _with_options(own, arguments)


def _with_options(settings: RunSettings, arguments: argparse.Namespace) -> RunSettings:
    plain: dict[str, Any] = msgspec.to_builtins(settings)
    for (section, name), value in _asked(arguments).items():
        target = plain[section] if section else plain
        target[name] = value
    return checked(RunSettings, plain)


def _asked(arguments: argparse.Namespace) -> dict[tuple[str, str], object]:
    """What the options say, by section and name; settings of no section have ''."""
    asked: dict[tuple[str, str], object] = {
        (option.section, option.name): value
        for option in _OPTIONS
        if (value := getattr(arguments, option.flag.removeprefix("--").replace("-", "_"))) is not None
    }
    if arguments.seed is not None:
        asked["", "seed"] = arguments.seed
    if (act := asked_actions(arguments)) is not None:
        asked["", "act"] = msgspec.to_builtins(act)
    if arguments.data is not None:
        asked[_SOURCE] = source_of(arguments.data)
    asked |= {("data", name): value for name, value in asked_selection(arguments).items()}
    for assignment in arguments.assignments:
        section, name, value = _parsed(assignment)
        asked[section, name] = value
    return asked


def source_of(data: str) -> str:
    """What names the images wherever the run goes on: an absolute path, or the sample scenes."""
    return data if data == SAMPLE_SCENES else _absolute(data)


def _parsed(assignment: str) -> tuple[str, str, object]:
    path, equals, text = assignment.partition("=")
    section, dot, name = path.partition(".")
    if not (equals and dot and section in _SECTIONS):
        raise UsageError("setting-invalid", reason=f"'{assignment}' is not of the form SECTION.NAME=VALUE")
    if path == "data.source":
        return section, name, source_of(text)
    if path == "train.start_weights":
        return section, name, start_of(text)
    try:
        return section, name, decoded(text.encode(), msgspec.json.Decoder(object))
    except msgspec.DecodeError:
        return section, name, text
