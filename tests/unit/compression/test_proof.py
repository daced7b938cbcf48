"""A coded model that is not the plain one, in whatever bit, is found out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from core.compression.coding import compress_model
from core.compression.decode_operator import decoders
from core.compression.proof import require_same_weights
from core.errors import SqueezeError
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.model_file import parse, serialize
from tests.builders.tflite_models import branching_model, conv_model, int4_model, skewed_codes


def coded(model: bytes) -> bytes:
    return compress_model(model, Task(), HuffmanSettings()).model


def changed(file: bytes, change: Callable[[Any], None]) -> bytes:
    model = parse(file)
    change(model)
    return serialize(model)


def flip_bit_of(which: str) -> Callable[[Any], None]:
    """A change of one bit of the codewords or of the table of the first decoder."""

    def change(model: Any) -> None:
        place = getattr(next(decoders(model)), which)
        buffer = model.buffers[model.subgraphs[place.subgraph].tensors[place.tensor].buffer]
        data = np.array(buffer.data)
        data[20] ^= 0x10
        buffer.data = data

    return change


def other_bias(model: Any) -> None:
    place = next(tensor for tensor in model.subgraphs[0].tensors if tensor.type == 2)
    data = np.array(model.buffers[place.buffer].data)
    data[0] ^= 1
    model.buffers[place.buffer].data = data


def other_scale(model: Any) -> None:
    record = model.subgraphs[0].tensors[0].quantization
    record.scale = record.scale * np.float32(1.001)


@pytest.mark.parametrize("model", [conv_model(), branching_model(), int4_model()])
def test_a_coded_model_has_the_same_weights(model: bytes) -> None:
    require_same_weights(model, coded(model))


@pytest.mark.parametrize("change", [flip_bit_of("payload"), other_bias, other_scale])
def test_one_changed_bit_is_found_out(change: Callable[[Any], None]) -> None:
    with pytest.raises(SqueezeError) as raised:
        require_same_weights(conv_model(), changed(coded(conv_model()), change))
    assert raised.value.code in ("proof-failed", "model-unreadable")


def test_one_changed_bit_of_a_table_is_found_out() -> None:
    with pytest.raises(SqueezeError) as raised:
        require_same_weights(conv_model(), changed(coded(conv_model()), flip_bit_of("ancillary")))
    assert raised.value.code in ("proof-failed", "model-unreadable")


def test_the_codes_of_another_model_are_found_out() -> None:
    other = conv_model(skewed_codes((24, 3, 3, 12), seed=77))
    with pytest.raises(SqueezeError, match="differs from byte") as raised:
        require_same_weights(conv_model(), coded(other))
    assert raised.value.code == "proof-failed"


def test_a_model_of_another_size_is_found_out() -> None:
    with pytest.raises(SqueezeError, match="bytes instead of"):
        require_same_weights(conv_model(), coded(branching_model()))
