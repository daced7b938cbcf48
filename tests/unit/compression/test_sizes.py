"""What a file's bytes are for adds up to the file."""

from __future__ import annotations

import tracemalloc
from copy import copy

import msgspec
import numpy as np
import pytest

from core.compression.coding import compress_model
from core.compression.huffman.code import count_symbols, entropy_bits
from core.compression.layers import layers
from core.compression.sizes import Inspection, inspect
from core.compression.slimming import slim
from core.errors import SqueezeError
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.model_file import parse
from tests.builders.tflite_models import (
    branching_model,
    conv_model,
    dense_model,
    int4_model,
    packed,
    pairwise_model,
    repeated_model,
    skewed_codes,
)

MODELS = [conv_model(), branching_model(), repeated_model(), pairwise_model(), int4_model()]


def coded(model: bytes) -> bytes:
    return compress_model(model, Task(), HuffmanSettings()).model


def purposes(inspection: Inspection) -> dict[str, int]:
    fields = msgspec.structs.asdict(inspection)
    return {name: value for name, value in fields.items() if name.endswith("_bytes")}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("form", ["as built", "slim", "coded"])
def test_purposes_add_up_to_the_length_of_the_file(model: bytes, form: str) -> None:
    file = {"slim": slim, "coded": coded}[form](model) if form != "as built" else model
    inspection = inspect(file)
    assert inspection.bytes == len(file) == sum(purposes(inspection).values())
    assert all(value >= 0 for value in purposes(inspection).values())
    assert (
        sum(layer.bytes for layer in inspection.layers)
        == inspection.payload_bytes + inspection.plain_weight_bytes
    )


def test_a_real_file_adds_up_before_and_after(squeezenet_file: bytes) -> None:
    for file in (squeezenet_file, slim(squeezenet_file), coded(squeezenet_file)):
        assert sum(purposes(inspect(file)).values()) == len(file)


def test_where_the_bytes_of_a_built_model_went() -> None:
    inspection = inspect(conv_model())
    assert inspection.plain_weight_bytes == 4 + 24 * 3 * 3 * 12
    assert inspection.bias_bytes == 4 + 24 * 4
    # Scales and zero points of weights and bias by channel, of input and output once.
    assert inspection.scale_bytes == 2 * (4 + 24 * 4) + 2 * (4 + 24 * 8) + 2 * (4 + 4) + 2 * (4 + 8)
    assert inspection.description_bytes > len("built for a test") + len("main") + 4 * len("tensor 0")
    assert inspection.payload_bytes == inspection.table_bytes == inspection.decoder_bytes == 0


def test_a_coded_model_spends_on_payload_tables_and_decoders() -> None:
    inspection = inspect(coded(conv_model()))
    assert inspection.payload_bytes > 0
    assert inspection.table_bytes > 0
    assert inspection.decoder_bytes > 0
    assert inspection.plain_weight_bytes == 0
    assert inspection.description_bytes == 0


@pytest.mark.parametrize("form", ["plain", "coded"])
def test_a_layer_is_described_by_its_weights(form: str) -> None:
    codes = skewed_codes((24, 3, 3, 12))
    (layer,) = inspect(coded(conv_model(codes)) if form == "coded" else conv_model(codes)).layers
    assert layer.name == "conv 1: 3x3x12->24"
    assert layer.shape == (24, 3, 3, 12)
    assert layer.weights == codes.size
    assert layer.sparsity == pytest.approx(float((codes == 0).mean()))
    assert layer.symbols == len(np.unique(codes))
    assert layer.entropy_bits == pytest.approx(entropy_bits(count_symbols(codes)) / codes.size)
    assert layer.entropy_bits <= layer.optimal_bits <= layer.bits
    assert layer.bits == 8 * layer.bytes / codes.size
    assert layer.table == (0 if form == "coded" else None)


def test_int4_weights_take_half_a_byte() -> None:
    layer = inspect(int4_model()).layers[1]
    assert layer.weights == 31 * 3 * 3 * 31
    assert layer.bytes == 4 + (layer.weights + 1) // 2


def test_contents_that_layers_share_are_counted_once() -> None:
    found = inspect(coded(repeated_model())).layers
    assert [layer.bytes > 0 for layer in found] == [True, True, False, False]
    assert found[0].entropy_bits == found[2].entropy_bits
    inspection = inspect(coded(repeated_model()))
    assert inspection.entropy_bytes < inspection.payload_bytes
    assert inspection.optimal_bytes <= inspection.payload_bytes


def test_layers_are_named_by_kind_number_and_shape() -> None:
    names = [layer.name for layer in layers(parse(pairwise_model()))]
    assert names == ["add 1: 1x2000", "add 1: 1x2000", "add 2: 1x2000"]
    assert next(layers(parse(dense_model(skewed_codes((10, 64)))))).name == "dense 1: 64->10"
    assert len({layer.name for layer in layers(parse(branching_model()))}) == 6


def test_layers_keep_their_names_when_they_are_coded(squeezenet_file: bytes) -> None:
    before, after = inspect(squeezenet_file).layers, inspect(coded(squeezenet_file)).layers
    assert [layer.name for layer in before] == [layer.name for layer in after]
    assert before[0].name == "conv 1: 3x3x3->64"
    assert before[-1].name == "conv 26: 1x1x512->6"


def test_sums_over_layers(squeezenet_file: bytes) -> None:
    inspection = inspect(squeezenet_file)
    assert inspection.weights == 722_624
    expected = sum(layer.entropy_bits * layer.weights / 8 for layer in inspection.layers)
    assert inspection.entropy_bytes == pytest.approx(expected)
    assert inspection.entropy_bytes < inspection.optimal_bytes < inspection.weights


def claiming(shape: tuple[int, ...], times: int = 1) -> bytes:
    """A small coded model whose decoders, so many, put out a tensor of this shape."""
    model = parse(coded(dense_model(skewed_codes((512, 512)))))
    main = model.subgraphs[0]
    first = main.operators[0]
    output = main.tensors[int(first.outputs[0])]
    output.quantization = None
    for more in range(times):
        claimed = copy(output)
        claimed.shape = np.array((*shape[:-1], shape[-1] - more), np.int32)
        main.tensors.append(claimed)
        decoder = copy(first)
        decoder.outputs = np.array([len(main.tensors) - 1], np.int32)
        reader = copy(main.operators[1])
        reader.inputs = np.array([reader.inputs[0], decoder.outputs[0], reader.inputs[2]], np.int32)
        main.operators += [decoder, reader]
    return packed(model)


@pytest.mark.parametrize(
    "file",
    [claiming((1 << 15, 1 << 15)), claiming((1, 1_000_000)), claiming((1, 512 * 512), 70)],
    ids=["2**30 weights", "more weights than bits", "the same bits again and again"],
)
def test_a_coded_model_takes_no_more_than_its_codewords_can_stand_for(file: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(SqueezeError) as raised:
            inspect(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert raised.value.code == "model-unreadable"
    assert "than" in raised.value.detail
    assert peak < 60_000_000


def test_a_damaged_decoder_is_a_coded_error() -> None:
    model = parse(coded(conv_model()))
    model.subgraphs[0].operators[0].inputs = np.array([0, 1], np.int32)
    with pytest.raises(SqueezeError) as raised:
        inspect(packed(model), "that.tflite")
    assert raised.value.code == "model-unreadable"
