"""Whose work lies in the program's folder, and under which licence."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path

import msgspec

from core.licences import Package, installed_packages
from tools.package.contents import distributions

# The two programs of the folder begin as PyInstaller's.
_STARTER = "pyinstaller"
_PYTHONS_PLACES = ("python3.*", "libpython3.*")


def bundled(present: Set[str]) -> Mapping[Package, tuple[str, ...]]:
    """Packages with files among those `present`, Python, and what starts them, each with its places."""
    places = {one.metadata["Name"]: found for one, found in distributions(present).items()}
    places |= {"Python": _PYTHONS_PLACES, _STARTER: ("../squeeze*",)}
    return {package: places[package.name] for package in installed_packages(places) if package.name in places}


def write(present: Set[str], file: Path) -> None:
    """Write the list that the program shows (core/licences.py)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.encode(list(bundled(present))))
