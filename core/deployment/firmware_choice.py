"""Which firmware a real board gets, by what a person asked for."""

from __future__ import annotations

from pathlib import Path

from core.boards.firmware_bundles.building import build_own_firmware
from core.boards.firmware_bundles.bundle import Bundle, read_bundle
from core.boards.firmware_bundles.sources import fetch_bundle, find_bundle, import_bundle
from core.boards.ports import is_attached_device
from core.boards.profiles import BoardProfile, board_profile
from core.task import Task


def firmware_for(profile: BoardProfile, firmware: str | None, task: Task) -> Bundle:
    """The bundle that is there (None), the released one ("fetch"), one made here, or a file's.

    "build" makes it with what there is; "build-idf", "build-docker" and "build-eim" with nothing else.

    Raises firmware-missing and what finding, fetching, building and reading a bundle raise; `Cancelled`.
    """
    match firmware:
        case None:
            return find_bundle(profile.variant)
        case "fetch":
            return fetch_bundle(profile.variant, task)
        case "build":
            return build_own_firmware(profile, task)
        case "build-idf":
            return build_own_firmware(profile, task, "esp-idf")
        case "build-docker":
            return build_own_firmware(profile, task, "docker")
        case "build-eim":
            return build_own_firmware(profile, task, "eim")
        case path:
            read_bundle(Path(path), profile.variant)
            return import_bundle(Path(path))


class Firmware:
    """The firmware of one flash, by what was asked for; found once."""

    def __init__(self, choice: str | None, task: Task) -> None:
        self._choice = choice
        self._task = task
        self._bundle: Bundle | None = None

    def bundle_for(self, profile: BoardProfile) -> Bundle:
        """The bundle for a real board. Raises what `firmware_for` raises."""
        if self._bundle is None or self._bundle.variant != profile.variant:
            self._bundle = firmware_for(profile, self._choice, self._task)
        return self._bundle

    def require_before_reset(self, port: str, board: str | None) -> None:
        """Find the firmware for a named board before it is reset, when one on `port` must be real.

        Of a port that is none of this computer's own it is not known whether a virtual board is there, which
        needs no firmware. Raises what `firmware_for` raises.
        """
        if board is None or not is_attached_device(port):
            return
        profile = board_profile(board)
        if not profile.is_virtual:
            self.bundle_for(profile)
