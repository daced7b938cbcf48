"""Firmware bundles without firmware: their parts are of the right places and sizes only."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import MANIFEST, Bundle, bundle_bytes
from core.boards.partition_table import APPLICATION_TYPE, DATA_TYPE, Partition, layout, pack_table

FLASH_BYTES = 4 << 20
LICENCES = {"LICENSE.txt": b"Apache License, Version 2.0"}


def small_bundle(chip: Chip = Chip.ESP32, variant: str = "esp32", version: str = "1.0.0") -> Bundle:
    """A bundle with a boot loader of 24 KB and an application of 200 KB that nothing could run."""
    return Bundle(
        chip=chip,
        variant=variant,
        version=version,
        flash_bytes=FLASH_BYTES,
        parts={
            "bootloader": b"boot loader " * 2000,
            "partition table": pack_table(layout(FLASH_BYTES)),
            "application": b"application %s " % version.encode() * 9000,
        },
        licences=LICENCES,
    )


def write_bundle(path: Path, bundle: Bundle | None = None, **manifest_changes: Any) -> Path:
    """The zip of a bundle, with fields of its manifest changed. `parts` may be a function of them."""
    data = bundle_bytes(bundle or small_bundle())
    return rewrite(path, data, lambda contents: _with_manifest(contents, manifest_changes))


def rewrite(path: Path, data: bytes, change: Any) -> Path:
    """A zip again after `change` has been made to its contents by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def partitions_csv(partitions: tuple[Partition, ...]) -> str:
    """A partition table as the text from which ESP-IDF makes it."""
    types = {APPLICATION_TYPE: "app", DATA_TYPE: "data"}
    subtypes = {
        (DATA_TYPE, 0x01): "phy",
        (DATA_TYPE, 0x02): "nvs",
        (APPLICATION_TYPE, 0x00): "factory",
    }
    lines = ["# name, type, subtype, offset, size"]
    for one in partitions:
        subtype = subtypes.get((one.type, one.subtype), f"{one.subtype:#x}")
        lines.append(f"{one.label}, {types[one.type]}, {subtype}, {one.offset:#x}, {one.size:#x}")
    return "\n".join(lines) + "\n"


def _with_manifest(contents: dict[str, bytes], changes: dict[str, Any]) -> None:
    manifest = json.loads(contents[MANIFEST])
    for name, value in changes.items():
        manifest[name] = value(manifest[name]) if callable(value) else value
    contents[MANIFEST] = json.dumps(manifest).encode()
