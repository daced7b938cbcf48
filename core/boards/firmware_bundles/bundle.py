"""A firmware bundle: a zip with a boot loader, a partition table, an application, and what they are.

`manifest.json` lists the parts with their offsets and hashes, and names chip, variant, version, the version
of the link that the application speaks, and the licences, whose texts lie in the zip too. What a zip holds
besides is left unread; nothing is unpacked to the disk.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Literal

import msgspec

from core.boards.board_block import Chip
from core.boards.link.frames import LINK_VERSION_SPOKEN
from core.boards.partition_table import (
    MODEL_LABEL,
    TABLE_OFFSET,
    DamagedTable,
    Partition,
    application_partition,
    unpack_table,
)
from core.errors import FirmwareError, SqueezeError
from core.files import reading
from core.reading import decoded, resolved

MANIFEST = "manifest.json"
FORMAT = 1
_MOST_BYTES = 16 << 20
_MOST_MANIFEST_BYTES = 1 << 16
_MOST_LICENCE_BYTES = 1 << 20
_DATE = (1980, 1, 1, 0, 0, 0)
_LICENCE = re.compile(r"(licences/)?\w([\w.+ -]*\w)?")
"""Names that builds give; they become files when a bundle's parts are exported."""

PartName = Literal["bootloader", "partition table", "application"]
PART_NAMES: tuple[PartName, ...] = ("bootloader", "partition table", "application")

BOOTLOADER_OFFSETS = {Chip.ESP32: 0x1000, Chip.ESP32S3: 0x0, Chip.ESP32C3: 0x0}
"""Where each chip's ROM looks for the boot loader."""


class ManifestPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part: the zip's `file` belongs at `offset` in flash."""

    name: PartName
    file: str
    offset: int
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a bundle is. `chip` is a name of `core.boards.board_block.Chip`; `built_with` has versions."""

    format: int
    chip: str
    variant: str
    version: str
    link_version: int
    flash_bytes: int
    built_with: dict[str, str]
    licences: tuple[str, ...]
    parts: tuple[ManifestPart, ...]


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that was read and checked. `parts` has the bytes of each of `PART_NAMES`.

    `built_with` has the versions of ESP-IDF and its components by name, as far as they are known; `licences`
    the texts of the licenses of what is in it by file name.
    """

    chip: Chip
    variant: str
    version: str
    flash_bytes: int
    parts: dict[PartName, bytes]
    built_with: dict[str, str] = {}
    licences: dict[str, bytes] = {}

    @property
    def offsets(self) -> dict[PartName, int]:
        """Where each part belongs in flash."""
        return part_offsets(self.chip)

    @property
    def model_partition(self) -> Partition:
        """Where the bundle's own partition table has the model."""
        return _model_partition(self.parts["partition table"])


def part_offsets(chip: Chip) -> dict[PartName, int]:
    """Where each part belongs in a chip's flash."""
    return {
        "bootloader": BOOTLOADER_OFFSETS[chip],
        "partition table": TABLE_OFFSET,
        "application": application_partition().offset,
    }


def read_bundle(path: Path, variant: str | None = None) -> Bundle:
    """The bundle in a file, which must be for boards of `variant` unless that is None.

    Raises firmware-unreadable, firmware-damaged when a hash differs, firmware-link-version and
    firmware-other-board.
    """
    try:
        with reading(path) as file, zipfile.ZipFile(file) as archive:
            return _checked(archive, path, variant)
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error, struct.error) as error:
        raise _unreadable(path, f"it is no zip that can be read: {error}") from error


def bundle_bytes(bundle: Bundle) -> bytes:
    """The zip of a bundle. Equal bundles give equal zips."""
    files: dict[PartName, str] = {name: f"{name.replace(' ', '-')}.bin" for name in PART_NAMES}
    manifest = Manifest(
        format=FORMAT,
        chip=bundle.chip.name,
        variant=bundle.variant,
        version=bundle.version,
        link_version=LINK_VERSION_SPOKEN,
        flash_bytes=bundle.flash_bytes,
        built_with=bundle.built_with,
        licences=tuple(bundle.licences),
        parts=tuple(
            ManifestPart(
                name=name,
                file=files[name],
                offset=bundle.offsets[name],
                bytes=len(bundle.parts[name]),
                sha256=hashlib.sha256(bundle.parts[name]).hexdigest(),
            )
            for name in PART_NAMES
        ),
    )
    contents = {MANIFEST: msgspec.json.format(msgspec.json.encode(manifest)), **bundle.licences}
    contents |= {files[name]: bundle.parts[name] for name in PART_NAMES}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _checked(archive: zipfile.ZipFile, path: Path, variant: str | None) -> Bundle:
    manifest = _manifest(archive, path)
    if manifest.link_version != LINK_VERSION_SPOKEN:
        version, known = manifest.link_version, LINK_VERSION_SPOKEN
        raise FirmwareError("firmware-link-version", path=path, found=version, known=known)
    if variant is not None and manifest.variant != variant:
        raise FirmwareError("firmware-other-board", path=path, found=manifest.variant, variant=variant)
    if manifest.chip not in Chip.__members__:
        raise _unreadable(path, f"the chip {manifest.chip} is not known")
    chip = Chip[manifest.chip]
    parts: dict[PartName, bytes] = {}
    for part in manifest.parts:
        if part.offset != part_offsets(chip)[part.name]:
            raise _unreadable(path, f"its {part.name} is meant for {part.offset:#x}")
        parts[part.name] = _part(archive, path, part)
    if set(parts) != set(PART_NAMES):
        raise _unreadable(path, "a part is missing")
    _require_room(parts, path, manifest.flash_bytes)
    return Bundle(
        chip=chip,
        variant=manifest.variant,
        version=manifest.version,
        flash_bytes=manifest.flash_bytes,
        parts=parts,
        built_with=manifest.built_with,
        licences=_licences(archive, path, manifest.licences),
    )


def _licences(archive: zipfile.ZipFile, path: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    """The texts of those licences that are there."""
    there = set(archive.namelist())
    return {
        name: _content(archive, path, name, _MOST_LICENCE_BYTES)
        for name in names
        if name in there and _LICENCE.fullmatch(name)
    }


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    data = _content(archive, path, MANIFEST, _MOST_MANIFEST_BYTES)
    try:
        manifest = decoded(data, msgspec.json.Decoder(resolved(Manifest)))
    except msgspec.DecodeError as error:
        raise _unreadable(path, f"its manifest cannot be understood: {error}") from error
    if manifest.format != FORMAT:
        raise _unreadable(path, f"its format is {manifest.format}, this program reads {FORMAT}")
    return manifest


def _part(archive: zipfile.ZipFile, path: Path, part: ManifestPart) -> bytes:
    data = _content(archive, path, part.file, _MOST_BYTES)
    if len(data) != part.bytes or hashlib.sha256(data).hexdigest() != part.sha256.lower():
        raise FirmwareError("firmware-damaged", path=path, name=part.file)
    return data


def _content(archive: zipfile.ZipFile, path: Path, name: str, limit: int) -> bytes:
    """A file of the zip. What it says of its size is not believed: no more than `limit` bytes are read."""
    try:
        # Of others zipfile unpacks four kilobytes at once, whatever comes of them.
        if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _unreadable(path, f"its {name} is packed in a way that bundles are not")
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except KeyError as error:
        raise _unreadable(path, f"it has no {name}") from error
    if len(data) > limit:
        raise _unreadable(path, f"its {name} is too large")
    return data


def _require_room(parts: dict[PartName, bytes], path: Path, flash_bytes: int) -> None:
    """The parts do not reach into each other, and the table has a place for the model."""
    try:
        model = _model_partition(parts["partition table"])
    except DamagedTable as error:
        raise _unreadable(path, f"its partition table is wrong: {error}") from error
    if model.end > flash_bytes:
        raise _unreadable(path, "its partition table does not fit its flash")
    if len(parts["bootloader"]) > TABLE_OFFSET or len(parts["application"]) > application_partition().size:
        raise _unreadable(path, "a part is larger than its place in flash")


def _model_partition(table: bytes) -> Partition:
    for one in unpack_table(table):
        if one.label == MODEL_LABEL:
            return one
    raise DamagedTable("there is no partition for a model")


def _unreadable(path: Path, reason: str) -> SqueezeError:
    return FirmwareError("firmware-unreadable", path=path, reason=reason)
