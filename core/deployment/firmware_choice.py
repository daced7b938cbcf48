"""Which firmware a real board gets, by what a person asked for."""

from __future__ import annotations

from pathlib import Path

from core.boards.firmware_bundles.building import build_own_firmware
from core.boards.firmware_bundles.bundle import Bundle, read_bundle
from core.boards.firmware_bundles.sources import fetch_bundle, find_bundle, import_bundle
from core.boards.profiles import BoardProfile
from core.task import Task


def firmware_for(profile: BoardProfile, firmware: str | None, task: Task) -> Bundle:
    """The bundle that is there (None), the released one ("fetch"), one made here ("build"), or a file's.

    Raises firmware-missing and what finding, fetching, building and reading a bundle raise; `Cancelled`.
    """
    match firmware:
        case None:
            return find_bundle(profile.variant)
        case "fetch":
            return fetch_bundle(profile.variant, task)
        case "build":
            return build_own_firmware(profile, task)
        case path:
            read_bundle(Path(path), profile.variant)
            return import_bundle(Path(path))
