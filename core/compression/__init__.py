"""What makes a trained network small: pruning, quantization, Huffman coding, slimming; and its proof.

`compress_tflite` and `restore_tflite` are for programs of others: docs/library.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.compression.coding import CompressionResult


def compress_tflite(model: bytes, *, share_tables: bool = True, name: str = "The model") -> CompressionResult:
    """A .tflite with Huffman-coded int8 weights, for TensorFlow Lite Micro's DECODE operator.

    `model` is the content of any .tflite with int8 weights, whatever it takes and gives; `model` of the
    result is that of the coded file, which is never larger. With `share_tables` tensors may share code
    tables, which is smaller. The coded file is decoded and compared with `model`, bit for bit, before this
    returns. No runtime is needed, and none is run.

    Raises `core.errors.ModelError`, whose `code` is model-unreadable for a damaged file, model-not-int8 for
    one without int8 weights, model-already-coded, or proof-failed. Its sentence calls the model `name`.
    """
    from core.compression.coding import compress_model
    from core.settings import HuffmanSettings
    from core.task import Task

    return compress_model(model, Task(), HuffmanSettings(share_tables=share_tables), name)


def restore_tflite(model: bytes, *, name: str = "The model") -> bytes:
    """The plain .tflite that a coded one decodes to: the same tensors, without what no runtime reads.

    Raises `core.errors.ModelError` with the code model-unreadable.
    """
    from core.compression.decode_operator import decode_model

    return decode_model(model, name)
