"""The project's own firmware as something that can be built."""

from __future__ import annotations

import os
from pathlib import Path

from core.boards.board_block import Chip
from core.boards.bundles.building import build_bundle, find_toolchain
from core.boards.bundles.built import FirmwareBuild
from core.boards.bundles.bundle import Bundle
from core.boards.profiles import BoardProfile, board_profiles
from core.places import firmware_folder
from core.task import Task

SMALLEST_FLASH = 4 << 20
"""One firmware serves all boards of a variant, so its layout is that of the smallest flash."""

_SETTINGS = "sdkconfig.defaults"


def variants() -> dict[str, Chip]:
    """The kinds of firmware that the known boards need, each with its chip."""
    return {profile.variant: profile.chip_id for profile in board_profiles()}


def own_firmware_build(variant: str, project: Path | None = None) -> FirmwareBuild:
    """How the firmware for boards of one of the `variants` is built."""
    folder = project or firmware_folder()
    of_variant = f"sdkconfig.{variant}"
    return FirmwareBuild(
        project=folder,
        chip=variants()[variant],
        variant=variant,
        version=(folder / "version.txt").read_text(encoding="utf-8").strip(),
        flash_bytes=SMALLEST_FLASH,
        sdkconfig=(_SETTINGS, *([of_variant] if (folder / of_variant).is_file() else [])),
        licences={"LICENSE": (folder / "LICENSE").read_bytes()},
    )


def build_own_firmware(profile: BoardProfile, task: Task) -> Bundle:
    """Build it with the ESP-IDF of this computer and import it. Raises IDF_MISSING, FIRMWARE_BUILD_FAILED."""
    return build_bundle(own_firmware_build(profile.variant), find_toolchain(os.environ, Path.home()), task)
