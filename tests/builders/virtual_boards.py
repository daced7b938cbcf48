"""Virtual boards for tests, and what can be flashed to them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.boards.model_image import ModelInput, ModelOutput, build_model_image
from core.boards.partition_table import TABLE_OFFSET, layout, model_partition, pack_table
from core.boards.profiles import VIRTUAL_BOARD, board_block, board_profile
from core.boards.virtual.serving import VirtualBoardSettings
from core.compression.coding import compress_model
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import SCALE, Contents, Graph, model_file, quantized, skewed_codes

MEGABYTE = 1 << 20
ESP32, ESP32_S3 = VIRTUAL_BOARD, "esp32s3-devkitc-octal"
FLASH_BYTES = board_profile(ESP32).flash_bytes
SIDE = 8
LABELS = ("cat", "dog", "frog")
MODEL_AT = model_partition(FLASH_BYTES).offset


@functools.cache
def coded_model(hidden: int = 16) -> bytes:
    """A Huffman-coded classifier of images (8, 8, 3) into three classes, of a few kilobytes."""
    graph = Graph(Contents())
    given = graph.tensor((1, SIDE, SIDE, 3))
    first = graph.dense(given, graph.constant(skewed_codes((hidden, SIDE * SIDE * 3), 1), quantized(0.02)))
    last = graph.dense(first, graph.constant(skewed_codes((len(LABELS), hidden), 2, 0.3), quantized(0.02)))
    plain = model_file(graph.finish((given,), (last,)))
    return compress_model(plain, Task(), HuffmanSettings()).model


def board_image(model: bytes | None = None, board: str = ESP32, labels: Sequence[str] = LABELS) -> bytes:
    """A model image for the board of a profile; without `model`, of `coded_model`."""
    model_input = ModelInput(height=SIDE, width=SIDE, channels=3, scale=SCALE, zero_point=0)
    model_output = ModelOutput(scale=SCALE * 4, zero_point=0)
    block = board_block(board_profile(board))
    return build_model_image(model or coded_model(), tuple(labels), model_input, model_output, block)


def flash_parts(image: bytes, flash_bytes: int = FLASH_BYTES) -> tuple[tuple[int, bytes], ...]:
    """What a virtual board needs in its flash, with the offsets."""
    table = pack_table(layout(flash_bytes))
    return ((TABLE_OFFSET, table), (model_partition(flash_bytes).offset, image))


def images(count: int) -> NDArray[np.uint8]:
    """Different images (count, 8, 8, 3)."""
    return np.random.default_rng(7).integers(0, 256, (count, SIDE, SIDE, 3), np.uint8)


def scores_on_this_computer(model: bytes, shown: NDArray[np.uint8]) -> list[tuple[int, ...]]:
    """What TFLM gives for images (N, 8, 8, 3), as int8 codes."""
    codes = (shown.astype(np.int16) - 128).astype(np.int8)
    return [tuple(row) for row in TflmInterpreter(model).predict(codes).tolist()]


def board_settings(board: str = ESP32, **changes: object) -> VirtualBoardSettings:
    """The settings of a virtual board that plays a profile, with some changed."""
    return VirtualBoardSettings(board=board, **changes)  # type: ignore[arg-type]
