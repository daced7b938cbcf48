"""What fits which board, and what is suggested when it does not."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from core.boards.board_block import Chip
from core.boards.link.messages import Hello
from core.boards.profiles import board_profile, board_profiles
from core.boards.resource_estimate import (
    ModelFigures,
    ResourceEstimate,
    Suggestion,
    estimate,
    estimate_as_reported,
    estimate_of_settings,
    figures_of_model,
    predicted_figures,
    with_suggestion,
)
from core.settings import (
    DataSettings,
    NetworkSettings,
    PruneSettings,
    QuantizeMethod,
    QuantizeSettings,
    RunSettings,
)
from core.tflite.memory_graph import network_graph
from core.tflite.tflm import ArenaFigures
from tests.builders.squeezenets import squeezenet_model, squeezenet_shape

HUGE = 100_000_000


def settings(image_size: int = 96, width: float = 1.0, *, gray: bool = False) -> RunSettings:
    return RunSettings(
        data=DataSettings(image_size=image_size, gray=gray), network=NetworkSettings(width=width)
    )


def fitted(board: str, image_size: int = 96, width: float = 1.0) -> ResourceEstimate:
    return estimate_of_settings(board_profile(board), settings(image_size, width), 6)


@pytest.mark.parametrize(
    ("board", "image_size", "fits", "memory_kind"),
    [
        ("esp32-devkit", 96, False, "internal"),
        ("esp32-devkit", 88, True, "internal"),
        ("esp32-cam", 96, True, "PSRAM"),
        ("esp32-cam", 88, True, "internal"),
        ("ttgo-t-camera", 150, True, "PSRAM"),
        ("esp32s3-devkitc", 64, False, "internal"),
        ("esp32s3-devkitc-quad", 96, True, "PSRAM"),
        ("virtual-esp32", 96, True, "PSRAM"),
    ],
)
def test_full_width_goes_where_it_is_known_to_go(
    board: str, image_size: int, fits: bool, memory_kind: str
) -> None:
    found = fitted(board, image_size)
    assert (found.fits, found.memory_kind) == (fits, memory_kind)
    assert found.basis == "predicted"


def test_a_model_that_does_not_fit_says_in_words_what_is_missing() -> None:
    (problem,) = fitted("esp32s3-devkitc").problems
    assert problem == (
        "The model takes 453 KB of internal memory in one block. ESP32-S3 DevKitC (no PSRAM) has 220 KB."
    )


@pytest.mark.parametrize("profile", board_profiles(), ids=lambda profile: profile.id)
@pytest.mark.parametrize(("image_size", "width"), [(96, 1.0), (150, 2.0)])
def test_what_is_suggested_fits_and_is_no_larger(profile: object, image_size: int, width: float) -> None:
    board = profile.id  # type: ignore[attr-defined]
    found = fitted(board, image_size, width)
    if found.fits:
        assert found.suggestion is None
        return
    assert found.suggestion is not None
    assert found.suggestion.image_size <= image_size
    assert found.suggestion.width <= width
    assert fitted(board, found.suggestion.image_size, found.suggestion.width).fits


def test_the_suggestion_gives_up_as_little_as_possible() -> None:
    assert fitted("esp32-devkit").suggestion == Suggestion(88, 1.0)


def test_nothing_is_suggested_for_a_board_on_which_nothing_runs() -> None:
    profile = board_profile("esp32-devkit")
    hopeless = msgspec.structs.replace(profile, arena=msgspec.structs.replace(profile.arena, working=1000))
    found = estimate_of_settings(hopeless, settings(), 6)
    assert not found.fits
    assert found.suggestion is None


def test_a_file_that_is_larger_than_its_partition_does_not_fit() -> None:
    figures = ModelFigures(image_bytes=HUGE, graph=network_graph(squeezenet_shape(48, 3, 0.5, 6), coded=True))
    found = estimate(board_profile("esp32-cam"), figures)
    assert found.flash.available == 4 * 1024 * 1024 - 0x190000
    assert "flash" in found.problems[0]
    assert found.flash.share > 30


def test_flash_is_counted_in_sectors() -> None:
    figures = ModelFigures(image_bytes=4097, graph=network_graph(squeezenet_shape(48, 3, 0.5, 6), coded=True))
    assert estimate(board_profile("esp32-cam"), figures).flash.needed == 8192


def test_a_measurement_replaces_the_plan_and_the_chips_differences_stay() -> None:
    """Measured where addresses are twice as long and Espressif's kernels are not used."""
    model = squeezenet_model(64, 3, 0.5, 6)
    profile = board_profile("esp32s3-devkitc")
    planned = estimate(profile, figures_of_model(model, len(model), None))
    measured = ArenaFigures(total=63_000, persistent=23_000, non_persistent=40_000)
    found = estimate(profile, figures_of_model(model, len(model), measured))
    assert (planned.basis, found.basis) == ("predicted", "measured")
    assert 0 < planned.arena.persistent < 23_000
    assert found.arena.persistent - planned.arena.persistent == 23_000 - 21_168
    assert found.arena.working > 40_000


def test_what_the_board_reports_is_no_estimate() -> None:
    hello = Hello(
        firmware="1", variant="esp32", runtime="x", chip=Chip.ESP32, status=0, arena_used=200, arena_free=50
    )
    found = estimate_as_reported(fitted("esp32-cam"), hello)
    assert found.basis == "reported"
    assert (found.memory.needed, found.memory.available) == (200, 250)


def test_a_finished_model_that_does_not_fit_gets_a_suggestion_too() -> None:
    profile = board_profile("esp32-devkit")
    network = squeezenet_shape(96, 3, 1.0, 6)
    found = estimate(profile, ModelFigures(image_bytes=1, graph=network_graph(network, coded=True)))
    assert found.suggestion is None
    assert with_suggestion(found, profile, network).suggestion == Suggestion(88, 1.0)


def test_the_latency_is_what_was_counted() -> None:
    """424 to 431 million instructions at 96x96 with Huffman, 185 at 64x64, at 240 MHz."""
    assert fitted("esp32-cam").latency_ms == pytest.approx(1_780, rel=0.02)
    assert fitted("esp32-cam", 64).latency_ms == pytest.approx(185_000 / 240, rel=0.04)
    basis = fitted("esp32-cam").latency_basis
    assert "42.8 million MACs" in basis
    assert "0.72 million decoded weights" in basis
    assert "240 MHz" in basis


def predicted_bytes(weight_bits: Literal[4, 8], method: QuantizeMethod = "post-training") -> int:
    quantizing = QuantizeSettings(weight_bits=weight_bits, method=method)
    wanted = msgspec.structs.replace(settings(), prune=PruneSettings(sparsity=0.85), quantize=quantizing)
    return predicted_figures(wanted, 6).image_bytes


def test_the_predicted_file_is_near_to_what_was_seen() -> None:
    """133,453 bytes of codes for 722,624 weights of 4 bits with 85 % zeros; with 8 bits 186,939.

    With 8 bits each of 2,950 filters has a scale of four bytes, too; with 4 bits 24 layers have one each.
    """
    codes, scales = 186_939 - 133_453, 4 * (2_950 - 70 - 24)
    assert predicted_bytes(8) - predicted_bytes(4) == pytest.approx(codes + scales, rel=0.05)
    assert 143_000 < predicted_bytes(4) < 163_000


def test_how_weights_are_rounded_makes_no_difference_to_the_bytes() -> None:
    assert predicted_bytes(4) == predicted_bytes(4, "training-aware")
    assert predicted_bytes(8) == predicted_bytes(8, "training-aware")


def test_fewer_zeros_take_more_flash_and_gray_less_of_everything() -> None:
    profile = board_profile("esp32-cam")
    dense = msgspec.structs.replace(settings(), prune=PruneSettings(sparsity=0.2))
    assert estimate_of_settings(profile, dense, 6).flash.needed > 2 * fitted("esp32-cam").flash.needed
    assert estimate_of_settings(profile, settings(gray=True), 6).latency_ms < fitted("esp32-cam").latency_ms
