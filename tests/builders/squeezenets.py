"""Whole SqueezeNets as int8 model files, with random weights and without training."""

from __future__ import annotations

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.networks.architecture import CONV1_FILTERS, SQUEEZENET_1_1, scaled_filters
from tests.builders.tflite_models import (
    Contents,
    Graph,
    Kind,
    Options,
    conv_constants,
    model_file,
    quantized,
    skewed_codes,
)


def squeezenet_model(image_size: int, channels: int = 3, width: float = 1.0, classes: int = 6) -> bytes:
    """A SqueezeNet 1.1 as the converter writes it, operator by operator; it runs."""
    net = _Net(image_size, channels)
    tensor = net.convolution(net.picture, scaled_filters(CONV1_FILTERS, width), 3, stride=2)
    for block in SQUEEZENET_1_1:
        if isinstance(block, str):
            tensor = net.pool(tensor)
            continue
        squeezed = net.convolution(tensor, scaled_filters(block.squeeze, width), 1)
        small = net.convolution(squeezed, scaled_filters(block.expand_1x1, width), 1)
        large = net.convolution(squeezed, scaled_filters(block.expand_3x3, width), 3)
        tensor = net.concatenation(small, large)
    return net.finished(net.convolution(tensor, classes, 1))


class _Net:
    """A graph that knows the sides and channels of what it has computed."""

    def __init__(self, image_size: int, channels: int) -> None:
        self.graph = Graph(Contents())
        self.picture = self.graph.tensor((1, image_size, image_size, channels))
        self._seed = 0

    def convolution(self, given: int, filters: int, size: int, stride: int = 1) -> int:
        _, side, _, channels = self._shape(given)
        self._seed += 1
        codes = skewed_codes((filters, size, size, channels), self._seed)
        weights, bias = conv_constants(self.graph, codes, self._seed)
        options = schema.Conv2DOptionsT()
        options.strideW = options.strideH = stride
        options.padding = schema.Padding.SAME if stride == 1 else schema.Padding.VALID
        new_side = side if stride == 1 else (side - size) // stride + 1
        output = self.graph.tensor((1, new_side, new_side, filters))
        self.graph.operator(Kind.CONV_2D, (given, weights, bias), (output,), options, Options.Conv2DOptions)
        return output

    def pool(self, given: int) -> int:
        _, side, _, channels = self._shape(given)
        options = schema.Pool2DOptionsT()
        options.strideW = options.strideH = 2
        options.filterWidth = options.filterHeight = 3
        options.padding = schema.Padding.VALID
        new_side = (side - 3) // 2 + 1
        output = self.graph.tensor((1, new_side, new_side, channels))
        self.graph.operator(Kind.MAX_POOL_2D, (given,), (output,), options, Options.Pool2DOptions)
        return output

    def concatenation(self, first: int, second: int) -> int:
        _, side, _, channels = self._shape(first)
        options = schema.ConcatenationOptionsT()
        options.axis = 3
        output = self.graph.tensor((1, side, side, channels + self._shape(second)[3]))
        self.graph.operator(
            Kind.CONCATENATION, (first, second), (output,), options, Options.ConcatenationOptions
        )
        return output

    def finished(self, scores: int) -> bytes:
        classes = self._shape(scores)[3]
        axes = self.graph.constant(np.array([1, 2], np.int32))
        mean = self.graph.tensor((1, classes))
        reducing = schema.ReducerOptionsT()
        self.graph.operator(Kind.MEAN, (scores, axes), (mean,), reducing, Options.ReducerOptions)
        options = schema.SoftmaxOptionsT()
        options.beta = 1.0
        output = self.graph.tensor((1, classes), quantization=quantized(1 / 256, -128))
        self.graph.operator(Kind.SOFTMAX, (mean,), (output,), options, Options.SoftmaxOptions)
        return model_file(self.graph.finish((self.picture,), (output,)))

    def _shape(self, tensor: int) -> tuple[int, ...]:
        return tuple(int(side) for side in self.graph.subgraph.tensors[tensor].shape)
