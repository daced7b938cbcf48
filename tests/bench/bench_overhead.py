"""What a model file spends on all but its weights: the converter's against the coded file's."""

from __future__ import annotations

from core.compression.coding import compress_model
from core.compression.sizes import Inspection, inspect
from core.settings import HuffmanSettings
from core.task import Task
from tests.bench import Row
from tests.builders.converted import converted_squeezenet


def run() -> list[Row]:
    """A SqueezeNet 1.1 of six classes, 4-bit codes and 85 % zeros, through the real converter."""
    written = converted_squeezenet()
    plain = inspect(written)
    coded = inspect(compress_model(written, Task(), HuffmanSettings()).model)
    computed = coded.bias_bytes + coded.scale_bytes
    return [
        Row("the converter's file beside its weights", _beside(plain) / 1000, "KB"),
        Row(
            "the coded file beside its weights and tables",
            _beside(coded) / _beside(plain),
            "x",
            against="the converter's",
            at_most=0.4,
        ),
        Row(
            "the same, operators and tensors alone",
            (_beside(coded) - computed) / coded.bytes,
            "x",
            against="the whole file",
            at_most=0.08,
        ),
    ]


def _beside(file: Inspection) -> int:
    """Bytes that are neither weights nor what it takes to read their codes."""
    return file.bytes - file.plain_weight_bytes - file.payload_bytes - file.table_bytes
