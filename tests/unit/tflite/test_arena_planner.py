"""The planner says what TensorFlow Lite Micro says."""

from __future__ import annotations

from typing import Literal

import pytest

from core.compression.coding import compress_model
from core.evaluation.interpreter_process import measure_arena
from core.networks.architecture import NetworkShape
from core.settings import HuffmanSettings, NetworkSettings
from core.task import Task
from core.tflite.arena_planner import (
    PointerBytes,
    Use,
    estimated_arena,
    greedy_plan,
    non_persistent_bytes,
    persistent_bytes,
)
from core.tflite.kernel_scratch import convolution_scratch_s3, kernel_scratch
from core.tflite.memory_graph import (
    decoded_weights,
    graph_of_model,
    multiply_accumulates,
    network_graph,
)
from core.tflite.tflm import tflm_available
from tests.builders.squeezenets import network_model, squeezenet_shape

NETWORKS = [
    (squeezenet_shape(96, 3, 1.0, 6), True),
    (squeezenet_shape(96, 3, 1.0, 6), False),
    (squeezenet_shape(88, 3, 1.0, 6), True),
    (squeezenet_shape(64, 3, 1.0, 6), True),
    (squeezenet_shape(150, 3, 0.5, 6), True),
    (squeezenet_shape(96, 1, 0.5, 2), True),
    (squeezenet_shape(80, 1, 0.75, 10), False),
    (squeezenet_shape(48, 3, 0.25, 4), True),
    (squeezenet_shape(33, 3, 0.125, 3), False),
    (squeezenet_shape(96, 3, 1.5, 40), True),
    (NetworkShape(NetworkSettings(name="squeezenet-1.0", width=0.5), 64, 3, 6), True),
    (NetworkShape(NetworkSettings(bypass="simple"), 96, 3, 6), True),
    (NetworkShape(NetworkSettings(bypass="complex", width=0.5), 70, 3, 6), True),
    (NetworkShape(NetworkSettings(name="squeezenet-1.0", bypass="complex", width=0.25), 96, 3, 6), False),
    (NetworkShape(NetworkSettings(squeeze_ratio=0.5, share_3x3=0.25, width=0.5), 64, 3, 6), True),
    (NetworkShape(NetworkSettings(name="alexnet", width=0.125), 96, 3, 6), True),
]
FULL = network_graph(squeezenet_shape(96, 3, 1.0, 6), coded=True)


def model_of(network: NetworkShape, coded: bool) -> bytes:
    plain = network_model(network)
    return compress_model(plain, Task(), HuffmanSettings()).model if coded else plain


@pytest.mark.skipif(not tflm_available(), reason="tflite-micro is not to be had on this system")
@pytest.mark.parametrize(("network", "coded"), NETWORKS, ids=str)
def test_the_estimate_is_what_tflm_measures(network: NetworkShape, coded: bool) -> None:
    model = model_of(network, coded)
    measured = measure_arena(model)
    from_file = estimated_arena(graph_of_model(model))
    from_settings = estimated_arena(network_graph(network, coded=coded))
    assert from_file.non_persistent == from_settings.non_persistent == measured.non_persistent
    for estimate in (from_file, from_settings):
        assert estimate.persistent == pytest.approx(measured.persistent, rel=0.01)
        assert estimate.total == pytest.approx(measured.total, rel=0.01)


@pytest.mark.parametrize("bypass", ["none", "complex"])
def test_a_graph_drawn_from_settings_is_that_of_the_file(bypass: Literal["none", "complex"]) -> None:
    network = NetworkShape(NetworkSettings(width=0.25, bypass=bypass), 70, 3, 5)
    drawn, read = network_graph(network, coded=False), graph_of_model(network_model(network))
    assert drawn.operators == read.operators
    assert [tensor.shape for tensor in drawn.tensors] == [tensor.shape for tensor in read.tensors]
    assert [tensor.size for tensor in drawn.tensors] == [tensor.size for tensor in read.tensors]


def test_the_figures_seen_on_an_emulated_chip_come_out() -> None:
    """What the firmware used at 64x64 with its two arenas on an emulated ESP32."""
    graph = network_graph(squeezenet_shape(64), coded=True)
    assert non_persistent_bytes(graph, kernel_scratch("esp32")) == 152_640
    assert persistent_bytes(graph, PointerBytes.CHIP) == pytest.approx(31_612, abs=32)


def test_the_published_network_computes_what_is_known_of_it() -> None:
    assert multiply_accumulates(FULL) == 42_753_728
    assert decoded_weights(FULL) == 722_624


def test_uses_that_never_meet_share_their_place() -> None:
    assert greedy_plan([Use(64, 0, 1), Use(48, 2, 3), Use(64, 4, 5)]) == 64


def test_uses_at_one_time_stand_side_by_side() -> None:
    assert greedy_plan([Use(64, 0, 2), Use(48, 2, 3), Use(16, 1, 1)]) == 112


def test_a_gap_between_two_uses_is_filled() -> None:
    lasting, early, late, small = Use(64, 0, 9), Use(48, 0, 4), Use(32, 3, 9), Use(16, 5, 9)
    assert greedy_plan([lasting, early, late]) == 144
    assert greedy_plan([lasting, early, late, small]) == 144


def test_nothing_takes_no_memory() -> None:
    assert greedy_plan([]) == 0


def test_an_s3_copies_filters_and_image_of_a_large_convolution() -> None:
    """About 302 KB for each 3x3 of fire8 and fire9: two copies of 147,456 bytes of filters, two images."""
    scratch = convolution_scratch_s3((1, 5, 5, 64), (256, 3, 3, 64), (1, 5, 5, 256), 1, pads=True)
    image = 7 * 7 * 64
    assert scratch == 2 * 147_456 + 2 * image + 64 + 4 * 256 == 302_272


def test_an_s3_gathers_windows_where_rows_are_short() -> None:
    """conv1: rows of 9 values, windows of 27 filled up to 32; for 64 filters and the window."""
    scratch = convolution_scratch_s3((1, 96, 96, 3), (64, 3, 3, 3), (1, 47, 47, 64), 2, pads=False)
    assert scratch == 64 * 4 + 16 + 65 * 32 + 16 + 64


@pytest.mark.parametrize(
    ("given", "weights", "scratch"),
    [
        ((1, 5, 5, 64), (256, 1, 1, 64), 64 * 256 + 2 * 8 * 64 + 64),
        ((1, 2, 3, 64), (8, 1, 1, 64), 64 * 8 + 64),
        ((1, 4, 4, 12), (8, 1, 1, 12), 16 * 16 + 16 * 8 + 2 * 8 * 16 + 64),
    ],
)
def test_an_s3_transposes_for_pointwise_convolutions(
    given: tuple[int, ...], weights: tuple[int, ...], scratch: int
) -> None:
    result = (*given[:3], weights[0])
    assert convolution_scratch_s3(given, weights, result, 1, pads=True) == scratch


def test_other_chips_ask_for_next_to_nothing() -> None:
    plain = non_persistent_bytes(FULL)
    assert non_persistent_bytes(FULL, kernel_scratch("esp32")) == plain
    assert non_persistent_bytes(FULL, kernel_scratch("esp32c3")) == plain
    assert non_persistent_bytes(FULL, kernel_scratch("esp32s3")) > plain + 250_000
