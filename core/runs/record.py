"""run.json: what a run was asked to do and how far it has come."""

from __future__ import annotations

import hashlib
import platform
import stat
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Literal

import msgspec

from core import __version__
from core.errors import FileError, RunError
from core.figures import Seconds
from core.files import read_replaced, write_whole
from core.reading import MOST_JSON_BYTES, decoded, read_json, resolved
from core.settings import SETTINGS_VERSION, STAGES, RunSettings, Stage

FORMAT = 1
_PACKAGES = (
    "tensorflow",
    "tf_keras",
    "tensorflow-model-optimization",
    "ai-edge-litert",
    "tflite-micro",
    "numpy",
)
# What these settings say changes how a run is made, not what comes out; so does `act`, all of it.
WITHOUT_EFFECT = {
    "data": ("memory_limit_mb",),
    "train": ("checkpoint_steps", "summary_steps", "keep_checkpoints"),
}

_IN_ANY_ORDER = ("leave_out", "set_aside")
"""Names among the settings of the data that are the same in any order."""


class StageRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far one stage is.

    `fingerprint` stands for the settings that the stage was last started with and all that precedes it;
    `sha256` is that of its finished file. A stale stage was finished once, with other settings.
    """

    state: Literal["waiting", "started", "done", "stale"] = "waiting"
    fingerprint: str = ""
    seconds: Seconds = 0.0
    sha256: str = ""


class RunRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The content of run.json. `versions` are those of the programs that began the run.

    `board` is the profile that the model is meant for: it decides nothing of what a stage does. `files` has
    the SHA-256 of files beside the stages' own, by their paths in the folder, once nothing more is written
    to them.
    """

    format: int = FORMAT
    settings: RunSettings
    versions: dict[str, str]
    stages: dict[Stage, StageRecord]
    board: str | None = None
    files: dict[str, str] = {}

    def is_done(self, stage: Stage) -> bool:
        """Whether a stage is finished with the run's settings as they are now."""
        record = self.stages[stage]
        return record.state == "done" and record.fingerprint == fingerprints(self.settings)[stage]

    def with_stage(self, stage: Stage, record: StageRecord) -> RunRecord:
        """The same record with that of one stage replaced."""
        return msgspec.structs.replace(self, stages=self.stages | {stage: record})


class _Formats(msgspec.Struct):
    """What every version of run.json has."""

    format: int
    settings: dict[str, object]


class _Stages(msgspec.Struct):
    """The part of run.json that says how far the stages are."""

    stages: dict[str, msgspec.Raw]


def new_record(settings: RunSettings, board: str | None = None) -> RunRecord:
    """The record of a run that has not begun."""
    return RunRecord(
        settings=settings,
        versions=versions(),
        stages={stage: StageRecord() for stage in STAGES},
        board=board,
    )


def with_images_at(record: RunRecord, source: str) -> RunRecord:
    """The same record for images that lie elsewhere: what is done with them stays done.

    Whether they are the same images is for whoever reads them to check.
    """
    data = msgspec.structs.replace(record.settings.data, source=source)
    settings = msgspec.structs.replace(record.settings, data=data)
    before, after = fingerprints(record.settings), fingerprints(settings)
    stages = {
        stage: msgspec.structs.replace(own, fingerprint=after[stage])
        if own.fingerprint == before[stage]
        else own
        for stage, own in record.stages.items()
    }
    return msgspec.structs.replace(record, settings=settings, stages=stages)


def read_record(path: Path) -> RunRecord:
    """The record in a run.json.

    A stage without an entry is one to be done again, and so are those after it. Raises run-not-found,
    run-other-version, and run-record-damaged for a file that is not a record.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise RunError("run-record-damaged", path=path)
        content = read_replaced(path, MOST_JSON_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RunError("run-not-found", path=path.parent) from error
    except (OSError, FileError) as error:
        raise RunError("run-record-damaged", detail=str(error), path=path) from error
    try:
        _check_formats(decoded(content, msgspec.json.Decoder(resolved(_Formats))), path)
        return _with_all_stages(decoded(content, msgspec.json.Decoder(resolved(RunRecord))))
    except msgspec.DecodeError as error:
        raise RunError("run-record-damaged", detail=str(error), path=path) from error


def stages_without_entry(path: Path) -> tuple[Stage, ...]:
    """The stages that a run.json says nothing of; none where it cannot be read at all."""
    try:
        entries = read_json(path, _Stages).stages
    except (OSError, msgspec.DecodeError):
        return ()
    return tuple(stage for stage in STAGES if stage not in entries)


def restarted(record: RunRecord, start_from: Stage | None) -> RunRecord:
    """The record with `start_from` and the stages after it to be done again."""
    if start_from is None:
        return record
    for stage in STAGES[STAGES.index(start_from) :]:
        was_done = record.stages[stage].state in ("done", "stale")
        record = record.with_stage(stage, StageRecord(state="stale" if was_done else "waiting"))
    return record


def _with_all_stages(record: RunRecord) -> RunRecord:
    missing = next((stage for stage in STAGES if stage not in record.stages), None)
    stages = {stage: record.stages.get(stage, StageRecord()) for stage in STAGES}
    return restarted(msgspec.structs.replace(record, stages=stages), missing)


def write_record(record: RunRecord, path: Path) -> None:
    """Replace a run.json. Raises disk-full or write-permission."""
    write_whole(path, msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")


def _check_formats(formats: _Formats, path: Path) -> None:
    if formats.format != FORMAT:
        raise RunError("run-other-version", path=path.parent, found=formats.format, known=FORMAT)
    settings_version = formats.settings.get("version", SETTINGS_VERSION)
    if settings_version != SETTINGS_VERSION:
        raise RunError("run-other-version", path=path.parent, found=settings_version, known=SETTINGS_VERSION)


def fingerprints(settings: RunSettings) -> dict[Stage, str]:
    """For each stage a hash of its settings and of everything that precedes it."""
    effective = _beside_defaults(settings)
    so_far = _digest([effective[name] for name in ("version", "seed", "data", "network")])
    prints: dict[Stage, str] = {}
    for stage in STAGES:
        so_far = _digest([so_far, stage, effective[stage]])
        prints[stage] = so_far
    return prints


def first_difference(old: RunSettings, new: RunSettings) -> Stage | None:
    """The first stage that would come out otherwise with the other settings, or None."""
    before, after = fingerprints(old), fingerprints(new)
    return next((stage for stage in STAGES if before[stage] != after[stage]), None)


def differences(old: RunSettings, new: RunSettings) -> list[str]:
    """What differs between two settings and matters, as 'train.epochs is 24, not 5', `old` first."""
    before, after = (dict(_flat(_effective(settings))) for settings in (old, new))
    return [f"{name} is {value}, not {after[name]}" for name, value in before.items() if value != after[name]]


def versions() -> dict[str, str]:
    """The versions of this program, of Python and of the libraries that a run's figures depend on."""
    named = {"squeeze-studio": __version__, "python": platform.python_version()}
    for package in _PACKAGES:
        try:
            named[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return named


def _effective(settings: RunSettings) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(settings)
    del plain["act"]
    for section, names in WITHOUT_EFFECT.items():
        values = plain[section]
        assert isinstance(values, dict)
        plain[section] = {name: value for name, value in values.items() if name not in names}
    data = plain["data"]
    assert isinstance(data, dict)
    data |= {name: sorted(data[name]) for name in _IN_ANY_ORDER if data[name] is not None}
    return plain


def _beside_defaults(settings: RunSettings) -> dict[str, object]:
    """What is not as it is by default: a setting that a later version adds leaves older runs as they are."""
    usual = _effective(RunSettings())

    def without(values: object, default: object) -> object:
        if not isinstance(values, dict) or not isinstance(default, dict):
            return values
        return {name: value for name, value in values.items() if value != default[name]}

    return {name: without(value, usual[name]) for name, value in _effective(settings).items()}


def _flat(sections: dict[str, object]) -> Iterator[tuple[str, object]]:
    for section, values in sections.items():
        if isinstance(values, dict):
            yield from ((f"{section}.{name}", value) for name, value in values.items())
        else:
            yield section, values


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()
