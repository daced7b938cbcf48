"""A flash image has every part where the bundle says, nothing else, and no more than the flash holds."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from core.boards.board_block import Chip
from core.boards.firmware_bundles import sources
from core.boards.firmware_bundles.bundle import Bundle, bundle_bytes
from core.boards.flasher.jobs import flash_content
from core.boards.model_image import parse_model_image
from core.boards.partition_table import layout, pack_table
from core.deployment.board_results import Exported
from core.deployment.exporting import export
from core.errors import SqueezeError
from core.export.flash_image import flash_image
from core.requests import ExportRequest
from core.runs.folder import RunFolder
from tests.builders.bundles import LICENCES, small_bundle, write_bundle
from tests.builders.finished_runs import finished_run, model_files
from tests.recording import RecordingTask

S3_BUNDLE = small_bundle(Chip.ESP32S3, "esp32s3-octal")
MODEL_AT = 0x190000


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", "esp32-cam")


@pytest.fixture
def firmware(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of imported bundles, with one for the ESP32."""
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    folder = sources.imported_folder()
    folder.mkdir(parents=True)
    write_bundle(folder / "esp32.zip")
    return folder


def exported(run: RunFolder, output: Path, board: str | None = None, firmware: str | None = None) -> Exported:
    request = ExportRequest(
        run=str(run.path), form="flash-image", output=str(output), board=board, firmware=firmware
    )
    return export(request, RecordingTask())


def refusal(run: RunFolder, output: Path, board: str | None = None, firmware: str | None = None) -> str:
    with pytest.raises(SqueezeError) as caught:
        exported(run, output, board, firmware)
    assert not output.exists()
    return caught.value.code


def parts_of(bundle: Bundle) -> list[tuple[int, bytes]]:
    return [(bundle.offsets[name], data) for name, data in bundle.parts.items()]


@pytest.mark.usefixtures("firmware")
def test_each_part_is_at_the_offset_of_its_chip_and_the_rest_is_erased(
    run: RunFolder, firmware: Path, tmp_path: Path
) -> None:
    (firmware / "esp32s3-octal.zip").write_bytes(bundle_bytes(S3_BUNDLE))
    for board, bundle, start in (("esp32-cam", small_bundle(), 0x1000), ("esp32s3-eye", S3_BUNDLE, 0)):
        exported(run, tmp_path / f"{board}.bin", board)
        image = (tmp_path / f"{board}.bin").read_bytes()
        model = parse_model_image(image[MODEL_AT:])
        assert (model.board.profile, model.model) == (board, model_files()["huffman"])
        rest = bytearray(image[:MODEL_AT])
        assert parts_of(bundle)[0][0] == start
        for offset, data in parts_of(bundle):
            assert image[offset : offset + len(data)] == data
            rest[offset : offset + len(data)] = b"\xff" * len(data)
        assert set(rest) == {0xFF}


@pytest.mark.usefixtures("firmware")
def test_a_folder_says_what_is_where_and_has_the_firmwares_licenses(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = exported(run, out)
    assert done.files == (
        *("README.md", "flash.bin", "licences/LICENSE.txt", "model-card.html", "model-card.md"),
    )
    assert (out / "licences" / "LICENSE.txt").read_bytes() == LICENCES["LICENSE.txt"]
    text = (out / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (0x\w+) \| (.*) \| (.*) \| (.*) \|$", text, re.MULTILINE)
    assert [(offset, label) for offset, label, _, _ in rows] == [
        ("0x1000", ""),
        ("0x8000", ""),
        ("0x9000", "`nvs`"),
        ("0xf000", "`phy_init`"),
        ("0x10000", "`factory`"),
        ("0x190000", "`model`"),
    ]
    assert rows[2][2:] == ("24,576", "empty (0xFF)")
    model_bytes = (out / "flash.bin").stat().st_size - MODEL_AT
    assert rows[-1][3] == f"model, {model_bytes:,} bytes"
    assert "esptool --chip esp32 write-flash 0x0 flash.bin" in text


def test_a_file_larger_than_the_flash_is_refused() -> None:
    contents = [flash_content("model", 0x100, b"m" * 0x101), flash_content("boot loader", 0, b"b")]
    assert flash_image(contents, 0x201) == b"b" + b"\xff" * 0xFF + b"m" * 0x101
    with pytest.raises(SqueezeError) as caught:
        flash_image(contents, 0x200)
    assert caught.value.code == "flash-too-small"


def test_a_model_that_its_partition_cannot_hold_is_refused(
    run: RunFolder, firmware: Path, tmp_path: Path
) -> None:
    parts = small_bundle().parts | {"partition table": pack_table(layout(0x1A0000))}
    small = msgspec.structs.replace(small_bundle(), parts=parts, flash_bytes=0x1A0000)
    write_bundle(firmware / "esp32.zip", small)
    (tmp_path / "huge").mkdir()
    model = model_files()["huffman"]
    assert len(model) < 0x10000
    exported(run, tmp_path / "fits.bin")
    big = finished_run(
        tmp_path / "big", "esp32-cam", model_files() | {"huffman": model.ljust(0x10001, b"\0")}
    )
    assert refusal(big, tmp_path / "big.bin") == "flash-too-small"


def test_without_firmware_of_the_boards_kind_nothing_is_written(
    run: RunFolder, firmware: Path, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "out"
    assert refusal(run, out, "esp32s3-eye") == "firmware-missing"
    other = tmp_path / "s3.zip"
    other.write_bytes(bundle_bytes(S3_BUNDLE))
    assert refusal(run, out, firmware=str(other)) == "firmware-other-board"
    data = other.read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[: len(data) // 2])
    assert refusal(run, out, firmware=str(tmp_path / "cut.zip")) == "firmware-unreadable"
    write_bundle(firmware / "esp32.zip", link_version=99)
    assert refusal(run, out) == "firmware-link-version"
    assert not out.parent.exists()


def test_the_virtual_board_and_an_unknown_one_have_no_flash_image(run: RunFolder, tmp_path: Path) -> None:
    assert refusal(run, tmp_path / "out.bin", "virtual-esp32") == "board-not-real"
    assert refusal(run, tmp_path / "out.bin", "toaster") == "board-unknown"


@pytest.mark.usefixtures("firmware")
def test_a_file_that_is_there_is_replaced_only_when_that_is_asked_for(run: RunFolder, tmp_path: Path) -> None:
    mine = tmp_path / "mine.bin"
    mine.write_bytes(b"mine")
    request = ExportRequest(run=str(run.path), form="flash-image", output=str(mine))
    with pytest.raises(SqueezeError) as caught:
        export(request, RecordingTask())
    assert (caught.value.code, mine.read_bytes()) == ("output-exists", b"mine")
    export(msgspec.structs.replace(request, replace=True), RecordingTask())
    assert parse_model_image(mine.read_bytes()[MODEL_AT:]).board.profile == "esp32-cam"
