"""The size that is foretold before pruning, against that of the file that comes out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from core.compression.coding import compress_model
from core.compression.prediction import SPARSITIES, PredictedSize, predicted_size, predicted_sizes
from core.networks.measure import convolutions
from core.settings import HuffmanSettings, PruneSettings, QuantizeSettings
from core.task import Task
from tests.builders.converted import converted
from tests.builders.networks import squeezenet

FOUR_BITS, EIGHT_BITS = QuantizeSettings(weight_bits=4), QuantizeSettings(weight_bits=8)
TABLE = (PredictedSize(0.2, 400), PredictedSize(0.6, 200), PredictedSize(0.8, 100))


@pytest.mark.parametrize(
    ("sparsity", "size"), [(0.2, 400), (0.4, 300), (0.6, 200), (0.75, 125), (0.0, 400), (0.95, 100)]
)
def test_between_two_sizes_it_lies_on_a_line_and_beyond_them_it_stays(sparsity: float, size: int) -> None:
    assert predicted_size(TABLE, sparsity) == size


def test_nothing_is_foretold_from_an_empty_table() -> None:
    with pytest.raises(ValueError, match="no predicted sizes"):
        predicted_size((), 0.5)


@pytest.mark.parametrize(("sparsity", "width"), [(0.5, 1.0), (0.9, 1.0), (0.8, 0.5)])
def test_an_8_bit_network_pruned_at_once_has_the_size_foretold(sparsity: float, width: float) -> None:
    network = squeezenet(6, 64, width=width)
    kernels = {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}
    foretold = predicted_size(predicted_sizes(kernels, PruneSettings(scope="layer"), EIGHT_BITS), sparsity)
    for layer in convolutions(network).values():
        kernel, bias = layer.get_weights()
        kernel[np.abs(kernel) < np.quantile(np.abs(kernel), sparsity)] = 0
        layer.set_weights([kernel, np.linspace(-0.1, 0.1, len(bias), dtype=np.float32)])
    file = compress_model(converted(network), Task(), HuffmanSettings())
    assert file.figures.bytes == pytest.approx(foretold, rel=0.05)


def test_more_zeros_are_fewer_bytes_and_so_are_fewer_bits() -> None:
    kernels = {name: layer.kernel.numpy() for name, layer in convolutions(squeezenet(6, 64)).items()}
    of_4, of_8 = (predicted_sizes(kernels, PruneSettings(), bits) for bits in (FOUR_BITS, EIGHT_BITS))
    assert tuple(entry.sparsity for entry in of_8) == SPARSITIES
    assert all(one.bytes > other.bytes for one, other in itertools.pairwise(of_8))
    assert all(one.bytes < other.bytes for one, other in zip(of_4, of_8, strict=True))


def test_a_scale_for_each_filter_is_counted_where_filters_have_their_own() -> None:
    """Weights of one size have two codes, whatever their bits; with eight a filter has four bytes more."""
    signs = np.sign(np.random.default_rng(1).normal(size=(3, 3, 16, 24))).astype(np.float32)
    kernels = dict.fromkeys(("first", "inner", "last"), signs)
    of_8 = predicted_sizes(kernels, PruneSettings(), QuantizeSettings(weight_bits=8))
    of_4 = predicted_sizes(kernels, PruneSettings(), FOUR_BITS)
    assert [one.bytes - other.bytes for one, other in zip(of_8, of_4, strict=True)] == [4 * 23] * 15
