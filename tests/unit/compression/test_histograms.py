"""What a table is drawn from is what stands in the file."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from core.compression.coding import CompressionResult, compress_model
from core.compression.histograms import TableHistogram, table_histograms
from core.compression.huffman.code import count_symbols
from core.compression.layers import layer_codes, layers
from core.compression.sizes import inspect
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.model_file import parse
from tests.builders.squeezenets import squeezenet_model


@cache
def coded(share: bool = True) -> CompressionResult:
    return compress_model(squeezenet_model(32, width=0.5), Task(), HuffmanSettings(share_tables=share))


@pytest.fixture(params=[True, False], ids=["shared", "own"])
def result(request: pytest.FixtureRequest) -> CompressionResult:
    return coded(request.param)


def own_tables(model: bytes) -> list[TableHistogram]:
    return [table for table in table_histograms(model) if table.number is not None]


def test_tables_and_layers_are_numbered_as_in_the_inspection(result: CompressionResult) -> None:
    tables = table_histograms(result.model)
    by_layer = {layer: table.number for table in tables for layer in table.layers}
    inspected = {number: layer.table for number, layer in enumerate(result.inspection.layers)}
    assert by_layer == inspected
    assert [table.number for table in own_tables(result.model)] == list(range(len(own_tables(result.model))))


def test_bytes_add_up_to_those_of_the_file(result: CompressionResult) -> None:
    tables = own_tables(result.model)
    assert sum(table.bytes for table in tables) == result.inspection.table_bytes
    assert sum(table.payload_bytes for table in tables) == result.inspection.payload_bytes


def test_the_histogram_has_every_weight_and_the_bits_are_those_of_its_codewords(
    result: CompressionResult,
) -> None:
    parsed = parse(result.model)
    every = list(layers(parsed))
    for table in table_histograms(result.model):
        counts = sum((count_symbols(layer_codes(parsed, every[number])) for number in table.layers), 0)
        assert {one.symbol % 256: one.count for one in table.symbols} == {
            int(code): int(np.asarray(counts)[code]) for code in np.flatnonzero(counts)
        }
        assert [one.symbol for one in table.symbols] == sorted(one.symbol for one in table.symbols)
        assert sum(one.count for one in table.symbols) == table.weights
        bits = sum(one.count * one.bits for one in table.symbols)
        assert table.mean_bits == pytest.approx(bits / table.weights)
        assert table.entropy_bits <= table.mean_bits
        # Each tensor has its length before it, is padded to a word, and may have one more to look into.
        assert 0 <= table.payload_bytes - bits / 8 <= 12 * len(table.layers)
        assert sum(2.0**-one.bits for one in table.symbols) <= 1


def test_weights_that_are_stored_plainly_come_last_at_eight_bits() -> None:
    model = squeezenet_model(32, width=0.25)
    [plain] = table_histograms(model)
    assert (plain.number, plain.bytes, plain.mean_bits) == (None, 0, 8)
    assert plain.layers == tuple(range(26))
    inspection = inspect(model)
    assert plain.payload_bytes == inspection.plain_weight_bytes
    assert {one.bits for one in plain.symbols} == {8}
