"""Scratch memory that Espressif's kernels ask for beside TFLM's own, by the formulas of their source.

espressif/esp-nn 1.2.3: esp_nn_get_conv_scratch_size_esp32s3 (src/convolution/esp_nn_conv_esp32s3.c), ..._opt
for the other chips, which is 0, and esp_nn_get_softmax_scratch_size (src/softmax); called from
esp-tflite-micro 1.4.0, tensorflow/lite/micro/kernels/esp_nn/. Additions and pooling ask for none.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.tflite.arena_planner import Scratch, aligned
from core.tflite.memory_graph import CONVOLUTION, SOFTMAX, MemoryGraph, OperatorMemory, Shape

_MARGIN = 64
"""Alignment, and what the assembly reads beyond its ends."""


def kernel_scratch(chip: str) -> Scratch:
    """The scratch that operators ask for on a chip ("esp32s3"), for `core.tflite.arena_planner`."""

    def asked(graph: MemoryGraph, operator: OperatorMemory) -> Iterator[int]:
        if operator.kind == SOFTMAX:
            yield 4 * graph.of(operator, 0).shape[-1]
        if operator.kind == CONVOLUTION and chip == "esp32s3":
            inputs, weights = graph.of(operator, 0).shape, graph.of(operator, 1).shape
            result = graph.tensors[operator.outputs[0]].shape
            yield convolution_scratch_s3(inputs, weights, result, operator.stride, pads=operator.pads)

    return asked


def convolution_scratch_s3(inputs: Shape, weights: Shape, result: Shape, stride: int, *, pads: bool) -> int:
    """Bytes for one convolution on an ESP32-S3.

    Shapes are (1, height, width, channels), of the weights (filters, height, width, channels).
    """
    _, height, width, channels = inputs
    filters, kernel_height, kernel_width, _ = weights
    pad_height = _padding(result[1], height, kernel_height, stride) if pads else 0
    pad_width = _padding(result[2], width, kernel_width, stride) if pads else 0
    if (kernel_width, kernel_height, pad_width, pad_height, stride) == (1, 1, 0, 0, 1):
        return _pointwise(height * width, channels, filters)
    row = kernel_width * channels
    window = row * kernel_height
    if row < 16 <= window:
        return filters * 4 + 16 + (filters + 1) * aligned(window) + 16 + _MARGIN
    padded = (width + 2 * pad_width) * (height + 2 * pad_height) * channels
    right = max(0, result[2] * stride + kernel_width - 1 - width)
    bottom = max(0, result[1] * stride + kernel_height - 1 - height)
    beyond = (width + right) * (height + bottom) * channels if right or bottom else 0
    copies = kernel_width * kernel_height * aligned(channels) * filters
    aligned_rows = aligned(row) * kernel_height * filters
    return (padded if pad_width or pad_height else 0) + copies + aligned_rows + beyond + _MARGIN + filters * 4


def _pointwise(pixels: int, channels: int, filters: int) -> int:
    grouped = aligned(channels, 8)
    transposed = 0 if pixels < 8 else 2 * 8 * grouped
    copied = pixels * grouped if channels % 8 else 0
    return copied + grouped * filters + transposed + _MARGIN


def _padding(result: int, size: int, kernel: int, stride: int) -> int:
    """Rows or columns of padding before the image (kernels/padding.h, ComputePadding)."""
    return max(0, ((result - 1) * stride + kernel - size) // 2)
