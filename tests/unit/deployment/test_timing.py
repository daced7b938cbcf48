"""Where the time of an inference goes, and which settings are fast on a chip."""

from __future__ import annotations

import pytest

from core.boards.profiles import board_profile
from core.boards.resource_estimate import FAST_MILLISECONDS, estimate_of_settings, latency, network_shape
from core.deployment.timing import fast_choice, latency_basis, operator_times
from core.settings import DataSettings, NetworkSettings, RunSettings
from core.tflite.memory_graph import graph_of_model, network_graph
from tests.builders.finished_runs import model_files


def settings(image_size: int, width: float = 1.0) -> RunSettings:
    return RunSettings(data=DataSettings(image_size=image_size), network=NetworkSettings(width=width))


@pytest.mark.parametrize("board", ["esp32-cam", "esp32s3-eye", "esp32c3"])
def test_the_times_of_the_operators_are_the_time_of_the_model(board: str) -> None:
    profile = board_profile(board)
    for graph in (
        network_graph(network_shape(settings(96), 6), coded=True),
        graph_of_model(model_files()["huffman"]),
        graph_of_model(model_files()["quantize"]),
    ):
        times = operator_times(profile, graph)
        whole = sum(one.milliseconds + one.decoding_milliseconds for one in times)
        assert whole == pytest.approx(latency(profile, graph)[0])
        basis = latency_basis(profile, graph)
        cycles = basis.products * basis.cycles_per_product + basis.weights * basis.cycles_per_weight
        assert cycles / (basis.megahertz * 1e3) == pytest.approx(whole)
    assert sum(one.decoding_milliseconds for one in times) == 0


def test_operators_are_in_the_order_of_running_with_what_they_put_out() -> None:
    graph = network_graph(network_shape(settings(96), 6), coded=True)
    times = operator_times(board_profile("esp32-cam"), graph)
    assert len(times) == 26
    assert (times[0].size, times[0].shape[2]) == (3, 64)
    assert times[-1].shape[2] == 6
    assert times[0].decoding_milliseconds > 0


@pytest.mark.parametrize(("board", "limit"), [("esp32-cam", 250), ("esp32c3", 250), ("esp32s3-eye", 100)])
def test_the_fast_choice_fits_is_under_the_limit_and_computes_as_much_as_can_be(
    board: str, limit: float
) -> None:
    profile = board_profile(board)
    assert FAST_MILLISECONDS[profile.chip_id] == limit
    choice = fast_choice(profile, network_shape(settings(96), 6), 2_000.0)
    assert choice is not None
    assert (choice.limit_ms, choice.is_own) == (limit, False)
    assert limit / 2 < choice.latency_ms < limit
    fit = estimate_of_settings(profile, settings(choice.image_size, choice.width), 6)
    assert fit.fits
    assert fit.latency_ms == pytest.approx(choice.latency_ms)


def test_a_model_that_is_fast_is_its_own_fast_choice() -> None:
    choice = fast_choice(board_profile("esp32-cam"), network_shape(settings(64, 0.25), 6), 80.0)
    assert choice is not None
    assert (choice.is_own, choice.image_size, choice.width, choice.latency_ms) == (True, 64, 0.25, 80.0)


def test_nothing_is_fast_where_even_the_smallest_network_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = board_profile("esp32-cam")
    monkeypatch.setitem(FAST_MILLISECONDS, profile.chip_id, 1)
    assert fast_choice(profile, network_shape(settings(48), 6), 2_000.0) is None
