"""Firmware from the project's releases, only when asked for.

`resources/firmware/releases.toml` has for each variant the address of its bundle and its SHA-256; it is empty
as long as nothing was released. What arrives is used only when its hash is the one written there.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import tomllib
from pathlib import Path

import msgspec

from core.boards.bundles.bundle import Bundle
from core.boards.bundles.sources import import_bundle
from core.download import fetched
from core.errors import FIRMWARE_DAMAGED, FIRMWARE_NOT_RELEASED, SqueezeError
from core.places import resources_folder
from core.reading import resolved
from core.task import Task

RELEASES_FILE = "releases.toml"

_MOST_BYTES = 32 << 20


class Release(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a released bundle is, and the hash that it has."""

    address: str
    sha256: str


def releases(path: Path | None = None) -> dict[str, Release]:
    """What was released, by variant; from `resources/firmware/releases.toml` unless `path` is given."""
    source = path or resources_folder() / "firmware" / RELEASES_FILE
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), resolved(dict[str, Release]))


def fetch_bundle(variant: str, task: Task, path: Path | None = None, folder: Path | None = None) -> Bundle:
    """Fetch the released bundle for boards of `variant` and import it.

    Raises FIRMWARE_NOT_RELEASED, FIRMWARE_DAMAGED when the hash differs, what `core.download.fetched` and
    `read_bundle` raise, and `Cancelled`.
    """
    release = releases(path).get(variant)
    if release is None:
        raise SqueezeError(FIRMWARE_NOT_RELEASED, variant=variant)
    task.status("Fetching firmware from {address}", address=release.address)
    data = fetched(release.address, task, _MOST_BYTES)
    if hashlib.sha256(data).hexdigest() != release.sha256.lower():
        raise SqueezeError(FIRMWARE_DAMAGED, path=release.address, name="the file")
    scratch = Path(tempfile.mkdtemp())
    try:
        file = scratch / "bundle.zip"
        file.write_bytes(data)
        return import_bundle(file, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
