"""What a virtual board makes of what is in its flash and before its camera, without any line or thread."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PIL import Image

from core.boards.link.codes import DeviceCode, DeviceFailure
from core.boards.link.frames import FrameReader, Message, encode_frame
from core.boards.link.messages import AskHello, Hello, Refusal, Watch, from_frame, to_frame
from core.boards.partition_table import TABLE_OFFSET, Partition, layout, model_partition, pack_table
from core.boards.profiles import board_profile
from core.boards.virtual.board import Program
from core.boards.virtual.chips import ROM_BAUD, Flash, blank_flash
from core.boards.virtual.model_process import ModelProcess
from core.boards.virtual.program import Booter, Camera
from core.errors import SqueezeError
from tests.builders.images import write_classes
from tests.builders.virtual_boards import (
    ESP32,
    ESP32_S3,
    FLASH_BYTES,
    LABELS,
    MEGABYTE,
    MODEL_AT,
    board_image,
    coded_model,
    flash_parts,
)

ROOM = board_profile(ESP32).arena


class Line:
    """The chip's port; keeps what is sent."""

    def __init__(self) -> None:
        self.baud = ROM_BAUD
        self.sent = b""

    def transmit(self, data: bytes) -> None:
        self.sent += data


@pytest.fixture(scope="module")
def process() -> Iterator[ModelProcess]:
    with ModelProcess() as one:
        yield one


def flash_with(*parts: tuple[int, bytes], size: int = FLASH_BYTES) -> Flash:
    flash = blank_flash(size)
    for offset, data in parts:
        flash.program(offset, data)
    return flash


def booted(flash: Flash, process: ModelProcess, board: str = ESP32) -> tuple[Program, Line]:
    line = Line()
    return Booter(board_profile(board), process)(flash, line), line


def answer(program: Program, line: Line, request: Message) -> Message | None:
    """The program's answer to a request; None when it keeps silent."""
    before = len(line.sent)
    program.receive(encode_frame(to_frame(request, 1)))
    frames = FrameReader().feed(line.sent[before:])
    return from_frame(frames[0]) if frames else None


def hello(flash: Flash, process: ModelProcess, board: str = ESP32) -> Hello:
    said = answer(*booted(flash, process, board), AskHello())
    assert isinstance(said, Hello)
    return said


def status(flash: Flash, process: ModelProcess, board: str = ESP32) -> DeviceCode:
    return DeviceCode(hello(flash, process, board).status)


def test_a_flashed_model_runs_and_the_board_says_that_it_is_virtual(process: ModelProcess) -> None:
    said = hello(flash_with(*flash_parts(board_image())), process)
    assert (said.status, said.is_virtual, said.classes) == (DeviceCode.READY, 1, len(LABELS))
    assert said.arena_used > 0
    assert said.arena_used + said.arena_free == ROOM.persistent + ROOM.working
    assert "computer" in said.runtime


def test_an_empty_flash_boots_nothing_and_answers_nothing(process: ModelProcess) -> None:
    program, line = booted(blank_flash(FLASH_BYTES), process)
    assert b"invalid header: 0xffffffff" in line.sent
    assert answer(program, line, AskHello()) is None


def test_a_changed_byte_in_the_partition_table_boots_nothing(process: ModelProcess) -> None:
    flash = flash_with(*flash_parts(board_image()))
    flash.program(TABLE_OFFSET + 9, b"\0")
    program, line = booted(flash, process)
    assert b"Failed to verify partition table" in line.sent
    assert answer(program, line, AskHello()) is None


@pytest.mark.parametrize("from_end", [1, 700, 1400])
def test_one_changed_byte_of_the_model_image_is_refused(process: ModelProcess, from_end: int) -> None:
    image = bytearray(board_image())
    image[-from_end] ^= 0x01
    assert status(flash_with(*flash_parts(bytes(image))), process) is DeviceCode.MODEL_DAMAGED


def test_a_board_without_a_model_says_so(process: ModelProcess) -> None:
    assert status(flash_with(flash_parts(b"")[0]), process) is DeviceCode.NO_MODEL


def test_a_model_that_was_written_halfway_is_refused(process: ModelProcess) -> None:
    image = board_image()
    assert status(flash_with(*flash_parts(image[: len(image) // 2])), process) is DeviceCode.MODEL_DAMAGED


def test_a_table_without_a_place_for_a_model_is_refused(process: ModelProcess) -> None:
    table = (TABLE_OFFSET, pack_table(layout(FLASH_BYTES)[:-1]))
    assert status(flash_with(table), process) is DeviceCode.NO_MODEL_PARTITION


def test_a_layout_for_more_flash_than_there_is_boots_nothing(process: ModelProcess) -> None:
    program, line = booted(flash_with(flash_parts(b"")[0], size=2 * MEGABYTE), process)
    assert b"exceeds the flash chip" in line.sent
    assert answer(program, line, AskHello()) is None


def test_a_model_for_another_chip_is_refused(process: ModelProcess) -> None:
    flash = flash_with(*flash_parts(board_image()))
    assert status(flash, process, ESP32_S3) is DeviceCode.MODEL_FOR_OTHER_CHIP
    for_s3 = flash_with(*flash_parts(board_image(board=ESP32_S3)))
    assert status(for_s3, process, ESP32_S3) is DeviceCode.READY


def hello_with_arena(process: ModelProcess, **limits: int) -> Hello:
    """What a board says whose memory is otherwise."""
    profile = board_profile(ESP32)
    small = msgspec.structs.replace(profile, arena=msgspec.structs.replace(profile.arena, **limits))
    line = Line()
    program = Booter(small, process)(flash_with(*flash_parts(board_image())), line)
    said = answer(program, line, AskHello())
    assert isinstance(said, Hello)
    return said


@pytest.mark.parametrize("small", [{"persistent": 100}, {"working": 100}])
def test_a_model_that_needs_more_memory_than_the_board_has_is_refused(
    process: ModelProcess, small: dict[str, int]
) -> None:
    assert hello_with_arena(process, psram=0, **small).status == DeviceCode.ARENA_TOO_SMALL


def test_external_memory_takes_what_internal_memory_does_not(process: ModelProcess) -> None:
    said = hello_with_arena(process, working=100)
    assert (said.status, said.arena_used + said.arena_free) == (DeviceCode.READY, ROOM.psram)


def test_what_is_no_model_is_refused(process: ModelProcess) -> None:
    assert status(flash_with(*flash_parts(board_image(b"no model"))), process) is DeviceCode.MODEL_UNREADABLE


def test_labels_that_are_not_the_models_are_refused(process: ModelProcess) -> None:
    flash = flash_with(*flash_parts(board_image(labels=("yes", "no"))))
    assert status(flash, process) is DeviceCode.MODEL_TENSORS


def test_a_model_that_ends_its_process_is_reported_and_the_next_one_runs() -> None:
    with ModelProcess() as process:
        flash = flash_with(*flash_parts(board_image()))
        assert status(flash, process) is DeviceCode.READY
        # As a crash of the runtime: the process is gone without a word.
        assert process._process is not None
        os.kill(process._process.pid, signal.SIGKILL)
        assert status(flash, process) is DeviceCode.INFERENCE_FAILED
        assert status(flash, process) is DeviceCode.READY


def test_without_images_there_is_no_camera(process: ModelProcess) -> None:
    program, line = booted(flash_with(*flash_parts(board_image())), process)
    refusal = answer(program, line, Watch(5))
    assert isinstance(refusal, Refusal)
    assert refusal.code == DeviceCode.NO_CAMERA


def test_the_model_is_read_where_the_table_says(process: ModelProcess) -> None:
    elsewhere = 0x200000
    moved = Partition("model", 1, 0x40, elsewhere, 0x100000)
    table = (TABLE_OFFSET, pack_table((*layout(FLASH_BYTES)[:-1], moved)))
    assert elsewhere != model_partition(FLASH_BYTES).offset == MODEL_AT
    flash = flash_with(table, (elsewhere, board_image()))
    assert hello(flash, process).model_sha256 == board_image()[16:48]
    assert len(coded_model()) < len(board_image())


def test_it_shows_every_image_in_turn_and_then_again(tmp_path: Path) -> None:
    write_classes(tmp_path, {"cat": 2, "dog": 1})
    camera = Camera(tmp_path)
    shots = [camera.shoot(24, 3) for _ in range(4)]
    assert [shot.number for shot in shots] == [0, 1, 2, 3]
    assert (shots[3].pixels == shots[0].pixels).all()
    assert not (shots[1].pixels == shots[0].pixels).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_a_shot_is_what_the_model_takes_and_the_same_as_jpeg(tmp_path: Path, channels: int) -> None:
    write_classes(tmp_path, {"cat": 1})
    shot = Camera(tmp_path).shoot(32, channels)
    assert shot.pixels.shape == (32, 32, channels)
    seen = np.asarray(Image.open(io.BytesIO(shot.jpeg))).reshape(shot.pixels.shape)
    assert abs(seen.astype(int) - shot.pixels).mean() < 12


def test_an_image_that_cannot_be_read_is_a_camera_that_failed(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    with pytest.raises(DeviceFailure) as caught:
        Camera(tmp_path).shoot(24, 3)
    assert caught.value.code is DeviceCode.CAMERA_FAILED


@pytest.mark.parametrize(("name", "code"), [("", "data-no-pictures"), ("nowhere", "data-not-found")])
def test_a_folder_without_images_is_refused(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        Camera(tmp_path / name)
    assert caught.value.code == code
