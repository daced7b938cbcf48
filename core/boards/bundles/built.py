"""What ESP-IDF leaves in the folder of a finished build, made into a bundle."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from core.boards.board_block import Chip
from core.boards.bundles.bundle import PART_NAMES, Bundle, PartName, part_offsets
from core.errors import FIRMWARE_BUILD_FAILED, SqueezeError

LICENCES_FOLDER = "licences"
"""Where a build of the firmware leaves the texts of the licences of what it is made of."""

_PINNED = re.compile(r'espressif/([\w-]+):\s*(?:\n\s+version:\s*)?"==([^"]+)"')


class FirmwareBuild(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: the ESP-IDF project in `project`, as `variant` for `chip`.

    `sdkconfig` names the files of settings, the later ones stronger; `licences` are texts by file name.
    """

    project: Path
    chip: Chip
    variant: str
    version: str
    flash_bytes: int
    sdkconfig: tuple[str, ...] = ()
    licences: dict[str, bytes] = {}


def built_bundle(build: FirmwareBuild, folder: Path) -> tuple[Bundle, dict[str, bytes]]:
    """The bundle of what was built in `folder`, and the texts of its licences by file name.

    Raises FIRMWARE_BUILD_FAILED when a part is not there.
    """
    try:
        bundle = Bundle(
            chip=build.chip,
            variant=build.variant,
            version=build.version,
            flash_bytes=build.flash_bytes,
            parts=_parts(build.chip, folder),
            built_with=_versions(build.project, folder),
        )
        return bundle, build.licences | _licences(folder / LICENCES_FOLDER)
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        doing = "reading what ESP-IDF built"
        detail = f"{type(error).__name__}: {error}"
        raise SqueezeError(FIRMWARE_BUILD_FAILED, detail=detail, doing=doing) from error


def pinned_versions(project: Path) -> dict[str, str]:
    """The versions of the components that a project takes from Espressif's registry, by name."""
    manifest = project / "main" / "idf_component.yml"
    return dict(_PINNED.findall(manifest.read_text(encoding="utf-8"))) if manifest.is_file() else {}


def _parts(chip: Chip, folder: Path) -> dict[PartName, bytes]:
    """The parts, by what ESP-IDF says of them (flasher_args.json)."""
    arguments = msgspec.json.decode((folder / "flasher_args.json").read_bytes())
    files = {int(offset, 0): folder / name for offset, name in arguments["flash_files"].items()}
    offsets = part_offsets(chip)
    return {name: files[offsets[name]].read_bytes() for name in PART_NAMES}


def _versions(project: Path, folder: Path) -> dict[str, str]:
    """Of ESP-IDF, which says it in project_description.json, and of the components that are in this build."""
    described = folder / "project_description.json"
    if not described.is_file():
        return {}
    facts = msgspec.json.decode(described.read_bytes())
    # The component manager puts the name's owner before it.
    present = {str(name).removeprefix("espressif__") for name in facts["build_components"]}
    pinned = {name: version for name, version in pinned_versions(project).items() if name in present}
    return {"esp-idf": str(facts["git_revision"])} | pinned


def _licences(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {f"{LICENCES_FOLDER}/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}
