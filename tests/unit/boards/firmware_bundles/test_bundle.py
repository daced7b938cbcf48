"""Bundles are used only when everything about them is right."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import MANIFEST, bundle_bytes, read_bundle
from core.boards.link.frames import LINK_VERSION_SPOKEN
from core.errors import SqueezeError
from tests.builders.bundles import LICENCES, rewrite, small_bundle, write_bundle


def refusal(path: Path, variant: str | None = "esp32") -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        read_bundle(path, variant)
    return caught.value


@pytest.mark.parametrize(("chip", "offset"), [(Chip.ESP32, 0x1000), (Chip.ESP32S3, 0), (Chip.ESP32C3, 0)])
def test_a_bundle_comes_back_as_it_was(tmp_path: Path, chip: Chip, offset: int) -> None:
    bundle = small_bundle(chip, "some")
    found = read_bundle(write_bundle(tmp_path / "b.zip", bundle), "some")
    assert found == bundle
    assert found.offsets == {"bootloader": offset, "partition table": 0x8000, "application": 0x10000}
    assert (found.model_partition.offset, found.model_partition.size) == (0x190000, 0x270000)


def test_only_licences_with_the_name_of_a_file_are_read(tmp_path: Path) -> None:
    names = ("LICENSE", "licences/esp-nn.txt", "../up", "/root", "a/b/c", "licences/..", "missing")
    bundle = msgspec.structs.replace(small_bundle(), licences=dict.fromkeys(names[:-1], b"text"))
    path = write_bundle(tmp_path / "b.zip", bundle, licences=names)
    assert tuple(read_bundle(path).licences) == ("LICENSE", "licences/esp-nn.txt")


def test_the_same_bundle_gives_the_same_file_with_its_licences(tmp_path: Path) -> None:
    data = bundle_bytes(small_bundle())
    assert data == bundle_bytes(small_bundle())
    contents: dict[str, bytes] = {}
    rewrite(tmp_path / "b.zip", data, contents.update)
    assert contents["LICENSE.txt"] == LICENCES["LICENSE.txt"]
    assert json.loads(contents[MANIFEST])["licences"] == ["LICENSE.txt"]


def test_a_part_that_was_changed_is_refused(tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents["application.bin"] = b"x" + contents["application.bin"][1:]

    error = refusal(rewrite(tmp_path / "b.zip", bundle_bytes(small_bundle()), change))
    assert error.code == "firmware-damaged"
    assert "application.bin" in error.happened


def test_another_version_of_the_link_is_refused(tmp_path: Path) -> None:
    error = refusal(write_bundle(tmp_path / "b.zip", link_version=LINK_VERSION_SPOKEN + 1))
    assert error.code == "firmware-link-version"


def test_firmware_for_other_boards_is_refused(tmp_path: Path) -> None:
    path = write_bundle(tmp_path / "b.zip")
    assert refusal(path, "esp32s3-octal").code == "firmware-other-board"
    assert read_bundle(path).variant == "esp32"


def moved(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**part, "offset": part["offset"] + 0x1000} for part in parts]


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"chip": "ESP8266"},
        {"unknown": 1},
        {"version": 3},
        {"flash_bytes": 1 << 20},
        {"parts": lambda parts: parts[1:]},
        {"parts": moved},
        {"parts": lambda parts: [{**part, "file": "../../etc/passwd"} for part in parts]},
    ],
    ids=str,
)
def test_a_manifest_that_is_wrong_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    added = {name: value for name, value in change.items() if name == "unknown"}
    known = {name: value for name, value in change.items() if name != "unknown"}

    def rewritten(contents: dict[str, bytes]) -> None:
        manifest = json.loads(contents[MANIFEST])
        manifest |= added
        manifest |= {
            name: value(manifest[name]) if callable(value) else value for name, value in known.items()
        }
        contents[MANIFEST] = json.dumps(manifest).encode()

    path = rewrite(tmp_path / "b.zip", bundle_bytes(small_bundle()), rewritten)
    assert refusal(path).code == "firmware-unreadable"


def test_a_part_that_inflates_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    def change(contents: dict[str, bytes]) -> None:
        contents["application.bin"] = bytes(40 << 20)

    path = rewrite(tmp_path / "b.zip", bundle_bytes(small_bundle()), change)
    assert path.stat().st_size < 1 << 20
    assert "too large" in refusal(path).happened


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_whose_first_bytes_may_unpack_to_anything_is_refused(tmp_path: Path, packing: int) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w", packing) as archive:
        archive.writestr(MANIFEST, b" " * 50_000_000)
    tracemalloc.start()
    try:
        assert "packed" in refusal(tmp_path / "b.zip").happened
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x03\x04 cut"])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(data)
    assert refusal(path).code == "firmware-unreadable"


def test_a_zip_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    path = write_bundle(tmp_path / "b.zip")
    path.write_bytes(path.read_bytes()[:-100])
    assert refusal(path).code == "firmware-unreadable"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.zip").code == "firmware-unreadable"
