"""Where a bundle comes from: shipped with the program, or imported by the person, in this order.

Fetching one from the project's releases and building one with ESP-IDF happen only when asked for
(`release`, `building`); both end in an import.
"""

from __future__ import annotations

from pathlib import Path

from core.boards.bundles.bundle import Bundle, read_bundle
from core.errors import FIRMWARE_MISSING, SqueezeError
from core.files import content_of, make_folder, write_whole
from core.places import data_folder, resources_folder


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

    Without `folders`: shipped ones, then imported ones. Raises FIRMWARE_MISSING, and what `read_bundle`
    raises for a bundle that is there.
    """
    for folder in folders or (shipped_folder(), imported_folder()):
        path = folder / bundle_name(variant)
        if path.is_file():
            return read_bundle(path, variant)
    raise SqueezeError(FIRMWARE_MISSING, variant=variant)


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
