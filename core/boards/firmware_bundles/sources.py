"""Where a bundle comes from: shipped with the program, or imported by the person, in this order.

Fetching one from the project's releases and building one (`building`) happen only when asked for; both end
in an import. `resources/firmware/releases.toml` has for each variant the address of its bundle, its SHA-256
and its bytes; it is empty as long as nothing was released. What arrives is used only when its hash is the
one written there.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import tomllib
from pathlib import Path

import msgspec

from core.boards.firmware_bundles.bundle import Bundle, read_bundle
from core.errors import FirmwareError
from core.files import content_of, make_folder, write_whole
from core.paths import data_folder, resources_folder
from core.reading import resolved
from core.task import Task

RELEASES_FILE = "releases.toml"
_MOST_BYTES = 32 << 20


def bundle_name(variant: str) -> str:
    """What the file with the bundle for boards of `variant` is called, wherever it lies."""
    return f"{variant}.zip"


def shipped_folder() -> Path:
    """Bundles that came with the program."""
    return resources_folder() / "firmware"


def imported_folder() -> Path:
    """Bundles that a person imported, fetched or built."""
    return data_folder() / "firmware"


def find_bundle(variant: str, folders: tuple[Path, ...] | None = None) -> Bundle:
    """The bundle for boards of `variant`, from the first of `folders` that has one.

    Without `folders`: shipped ones, then imported ones. Raises firmware-missing, and what `read_bundle`
    raises for a bundle that is there.
    """
    if path := bundle_file(variant, folders):
        return read_bundle(path, variant)
    raise FirmwareError("firmware-missing", variant=variant)


def bundle_file(variant: str, folders: tuple[Path, ...] | None = None) -> Path | None:
    """The file that `find_bundle` reads."""
    paths = [folder / bundle_name(variant) for folder in folders or (shipped_folder(), imported_folder())]
    return next((path for path in paths if path.is_file()), None)


def bundle_files() -> tuple[Path, ...]:
    """The files of all bundles that are on this computer, the shipped ones first."""
    return tuple(
        path for folder in (shipped_folder(), imported_folder()) for path in sorted(folder.glob("*.zip"))
    )


def import_bundle(path: Path, folder: Path | None = None) -> Bundle:
    """Keep a bundle, in place of an earlier one for the same boards. Raises what `read_bundle` raises."""
    bundle = read_bundle(path)
    into = folder or imported_folder()
    make_folder(into)
    write_whole(into / bundle_name(bundle.variant), content_of(path))
    return bundle


class Release(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a released bundle is, the hash that it has, and its bytes; 0 when the list does not say."""

    address: str
    sha256: str
    bytes: int = 0


def releases(path: Path | None = None) -> dict[str, Release]:
    """What was released, by variant; from `resources/firmware/releases.toml` unless `path` is given.

    Nothing where there is no such file.
    """
    source = path or resources_folder() / "firmware" / RELEASES_FILE
    if not source.is_file():
        return {}
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), resolved(dict[str, Release]))


def fetch_bundle(variant: str, task: Task, path: Path | None = None, folder: Path | None = None) -> Bundle:
    """Fetch the released bundle for boards of `variant` and import it.

    Raises firmware-not-released, firmware-damaged when the hash differs, what `core.download.fetched` and
    `read_bundle` raise, and `Cancelled`.
    """
    from core.download import fetched

    release = releases(path).get(variant)
    if release is None:
        raise FirmwareError("firmware-not-released", variant=variant)
    task.status("Downloading firmware from {address}", address=release.address)
    data = fetched(release.address, task, _MOST_BYTES)
    if hashlib.sha256(data).hexdigest() != release.sha256.lower():
        raise FirmwareError("firmware-damaged", path=release.address, name="the file")
    scratch = Path(tempfile.mkdtemp())
    try:
        file = scratch / "bundle.zip"
        file.write_bytes(data)
        return import_bundle(file, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
