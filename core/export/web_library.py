"""esptool-js, with which an exported web page flashes, and the licenses of what is built into it.

It comes from the npm registry, as the packages that `requirements/npm.txt` pins. A package of the program
brings them along; in a source checkout `python3 dev.py npm` fetches them (decision 27).
"""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import msgspec

from core.errors import FlashError
from core.paths import program_folder, resources_folder

FOLDER = "esptool-js"
_FLASHER = "esptool-js"
_BUNDLE = "bundle.js"
_ALGORITHM = "sha512-"


class NpmPackage(msgspec.Struct, frozen=True):
    """A package of the npm registry; `integrity` is the hash of its file as npm writes it."""

    name: str
    version: str
    integrity: str

    @property
    def file_name(self) -> str:
        return f"{self.name}-{self.version}.tgz"

    def is_whole(self, content: bytes) -> bool:
        """Whether this is the package's file."""
        digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
        return self.integrity == _ALGORITHM + digest


def pinned_packages() -> tuple[NpmPackage, ...]:
    """The packages that the web page needs, the one that flashes first."""
    text = (program_folder() / "requirements" / "npm.txt").read_text(encoding="utf-8")
    return tuple(_pinned(line) for line in text.splitlines() if line and not line.startswith("#"))


def _pinned(line: str) -> NpmPackage:
    package, integrity = line.split()
    name, _, version = package.rpartition("@")
    return NpmPackage(name, version, integrity)


def packages_folder() -> Path:
    """Where the packages are, as npm packs them."""
    return resources_folder() / "web" / "npm"


def web_library(folder: Path | None = None) -> dict[str, bytes]:
    """The files of esptool-js that a page needs, and all licenses, by name.

    Raises esptool-js-missing unless every package is there as it is pinned.
    """
    files: dict[str, bytes] = {}
    for package in pinned_packages():
        members = _members(package, folder or packages_folder())
        licence = next(text for name, text in members.items() if name.startswith("LICENSE"))
        if package.name == _FLASHER:
            files[f"{FOLDER}/{_BUNDLE}"] = members[_BUNDLE]
            files[f"{FOLDER}/LICENSE"] = licence
        else:
            files[f"{FOLDER}/LICENSE-{package.name}"] = licence
    return files


def _members(package: NpmPackage, folder: Path) -> dict[str, bytes]:
    """The files at the top of a package."""
    path = folder / package.file_name
    content = path.read_bytes() if path.is_file() else b""
    if not package.is_whole(content):
        raise FlashError("esptool-js-missing", detail=str(path), name=_FLASHER)
    members: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        for entry in archive:
            file = archive.extractfile(entry)
            if file is not None and entry.name.count("/") == 1:
                members[entry.name.partition("/")[2]] = file.read()
    return members
