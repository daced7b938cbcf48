"""The unmodified esptool command line works on the virtual board, with its stub and without."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.boards.profiles import board_profile
from core.boards.virtual.chips import CHIPS
from core.boards.virtual.serving import RunningBoard, running_board
from tests.builders.virtual_boards import ESP32, ESP32_S3, board_settings
from tests.device.conftest import TERMINALS
from tests.device.esptool_process import Said, esptool

AT = "0x190000"
"""Beyond the 2 MB that a ROM takes its flash for, once the file is long enough."""


@pytest.fixture(scope="module", params=[ESP32, ESP32_S3])
def board(request: pytest.FixtureRequest) -> Iterator[RunningBoard]:
    with running_board(board_settings(request.param, terminal=TERMINALS)) as running:
        yield running


@pytest.fixture(scope="module", params=[[], ["--no-stub"]], ids=["stub", "no-stub"])
def way(request: pytest.FixtureRequest) -> list[str]:
    """Options that choose who writes: the stub that esptool uploads, or the loader in ROM."""
    return list(request.param)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that compresses well in part only."""
    path = tmp_path_factory.mktemp("files") / "data.bin"
    path.write_bytes(os.urandom(20_000) + bytes(range(256)) * 200 + b"end")
    return path


def done(said: Said) -> str:
    assert said.code == 0, said.text
    return said.text


def test_chip_id_names_chip_and_address(board: RunningBoard, way: list[str]) -> None:
    text = done(esptool(board.address, *way, "chip-id"))
    assert f"Connected to {board.board.chip.name} on" in text
    assert "02:51:53:00:00:01" in text
    assert ("Stub flasher running" in text) == (not way)


def test_flash_id_tells_the_size(board: RunningBoard, way: list[str]) -> None:
    text = done(esptool(board.address, *way, "flash-id"))
    assert f"Detected flash size: {board.flash.size >> 20}MB" in text


def test_what_is_written_is_verified_and_read_back(
    board: RunningBoard, way: list[str], file: Path, tmp_path: Path
) -> None:
    assert "Hash of data verified" in done(esptool(board.address, *way, "write-flash", AT, file))
    assert board.flash.read(int(AT, 0), file.stat().st_size) == file.read_bytes()
    assert "digest matched" in done(esptool(board.address, *way, "verify-flash", AT, file))
    copy = tmp_path / "copy.bin"
    size = "2000" if way else str(file.stat().st_size)
    done(esptool(board.address, *way, "read-flash", AT, size, copy))
    assert copy.read_bytes() == file.read_bytes()[: int(size)]


@pytest.mark.parametrize("option", ["--compress", "--no-compress"])
def test_both_ways_of_sending_write_the_same(
    board: RunningBoard, way: list[str], file: Path, option: str
) -> None:
    done(esptool(board.address, *way, "write-flash", option, "0x310000", file))
    assert board.flash.read(0x310000, file.stat().st_size) == file.read_bytes()


def test_another_content_is_noticed(board: RunningBoard, way: list[str], file: Path) -> None:
    done(esptool(board.address, *way, "write-flash", AT, file))
    board.flash.program(int(AT, 0) + 20_500, b"\0")
    said = esptool(board.address, *way, "verify-flash", AT, file)
    assert said.code != 0
    assert "Verification failed" in said.text


def test_erasing_leaves_nothing(board: RunningBoard) -> None:
    board.flash.program(0x1000, b"something")
    assert "erased successfully" in done(esptool(board.address, "erase-flash"))
    assert board.flash.read(0, board.flash.size) == b"\xff" * board.flash.size


def test_the_rom_erases_regions_and_leaves_the_whole_to_the_stub(board: RunningBoard) -> None:
    board.flash.program(0x301000, b"something")
    done(esptool(board.address, "--no-stub", "erase-region", "0x300000", "0x2000"))
    assert board.flash.read(0x300000, 0x2000) == b"\xff" * 0x2000
    said = esptool(board.address, "--no-stub", "erase-flash")
    assert "does not support function erase_flash" in said.text


@pytest.mark.parametrize("baud", ["230400", "921600"])
def test_the_speed_can_be_raised(board: RunningBoard, way: list[str], file: Path, baud: str) -> None:
    text = done(esptool(board.address, *way, "--baud", baud, "write-flash", "0x20000", file))
    assert f"Changing baud rate to {baud}" in text
    assert "Hash of data verified" in text


def test_security_info_is_what_the_chip_has(board: RunningBoard) -> None:
    said = esptool(board.address, "get-security-info")
    if board.board.chip.security_info is None:
        assert said.code != 0
    else:
        assert "Chip ID: 9" in done(said)


def over_tcp(board: str, command: str, folder: Path) -> str:
    """What one command prints over RFC 2217, to a board of its own whose flash holds a file already."""
    file, copy = folder / f"{board}-{command}.bin", folder / f"{board}-{command}-copy.bin"
    content = os.urandom(3000)
    file.write_bytes(content)
    arguments = {
        "write-flash": ("0x20000", file),
        "verify-flash": (AT, file),
        "read-flash": (AT, "3000", copy),
    }
    with running_board(board_settings(board)) as running:
        running.flash.program(int(AT, 0), content)
        text = done(esptool(running.address, command, *arguments.get(command, ())))
        written, kept = running.flash.read(0x20000, 3000), running.flash.read(int(AT, 0), 3000)
    assert (written == content) == (command == "write-flash")
    assert (kept == content) == (command != "erase-flash")
    assert copy.exists() == (command == "read-flash")
    assert not copy.exists() or copy.read_bytes() == content
    return text


def test_all_six_commands_work_over_tcp_where_dtr_and_rts_reset_the_board(tmp_path: Path) -> None:
    """A command takes about 20 s, for pyserial's side of RFC 2217 waits much: all run at the same time."""
    commands = ("chip-id", "flash-id", "write-flash", "verify-flash", "read-flash", "erase-flash")
    each = list(itertools.product((ESP32, ESP32_S3), commands))
    with ThreadPoolExecutor(len(each)) as threads:
        texts = list(threads.map(lambda one: over_tcp(one[0], one[1], tmp_path), each))
    for (board, _), text in zip(each, texts, strict=True):
        assert f"Connected to {CHIPS[board_profile(board).chip_id].name} on rfc2217:" in text
