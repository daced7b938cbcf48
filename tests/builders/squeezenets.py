"""Whole networks as int8 model files, with random weights and without training."""

from __future__ import annotations

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.networks.architecture import (
    IMAGE,
    POOL_SIZE,
    POOL_STRIDE,
    Addition,
    Concatenation,
    Convolution,
    Layer,
    NetworkShape,
    Output,
    Pool,
    architecture,
    pooling_pads,
)
from core.settings import NetworkSettings
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


def squeezenet_shape(
    image_size: int, channels: int = 3, width: float = 1.0, classes: int = 6
) -> NetworkShape:
    """The shape of a SqueezeNet 1.1."""
    return NetworkShape(NetworkSettings(width=width), image_size, channels, classes)


def squeezenet_model(image_size: int, channels: int = 3, width: float = 1.0, classes: int = 6) -> bytes:
    """A SqueezeNet 1.1 as the converter writes it, operator by operator; it runs."""
    return network_model(squeezenet_shape(image_size, channels, width, classes))


def network_model(shape: NetworkShape) -> bytes:
    """Any network of ours as the converter writes it."""
    return _Net(shape).finished()


class _Net:
    """A graph that is drawn layer by layer; `places` are the tensors that layers put out."""

    def __init__(self, shape: NetworkShape) -> None:
        self.architecture = architecture(shape)
        self.graph = Graph(Contents())
        self.places = {IMAGE: self._activation(self.architecture.image)}
        self._seed = 0
        for layer in self.architecture.layers:
            self._draw(layer)

    def _activation(self, output: Output) -> int:
        return self.graph.tensor((1, output.side, output.side, output.channels))

    def _draw(self, layer: Layer) -> None:
        match layer:
            case Convolution():
                self._convolution(layer)
            case Pool():
                self._pool(layer)
            case Concatenation():
                concatenating = schema.ConcatenationOptionsT()
                concatenating.axis = 3
                self._join(layer, Kind.CONCATENATION, concatenating, Options.ConcatenationOptions)
            case Addition():
                self._join(layer, Kind.ADD, schema.AddOptionsT(), Options.AddOptions)

    def _convolution(self, layer: Convolution) -> None:
        channels = self.architecture.outputs[layer.source].channels
        self._seed += 1
        codes = skewed_codes((layer.filters, layer.size, layer.size, channels), self._seed)
        weights, bias = conv_constants(self.graph, codes, self._seed)
        options = schema.Conv2DOptionsT()
        options.strideW = options.strideH = layer.stride
        options.padding = schema.Padding.SAME if layer.padding == "same" else schema.Padding.VALID
        output = self._place(layer.name)
        inputs = (self.places[layer.source], weights, bias)
        self.graph.operator(Kind.CONV_2D, inputs, (output,), options, Options.Conv2DOptions)

    def _pool(self, layer: Pool) -> None:
        pads = pooling_pads(self.architecture.outputs[layer.source].side)
        options = schema.Pool2DOptionsT()
        options.strideW = options.strideH = POOL_STRIDE
        options.filterWidth = options.filterHeight = POOL_SIZE
        options.padding = schema.Padding.SAME if pads else schema.Padding.VALID
        inputs = (self.places[layer.source],)
        self.graph.operator(
            Kind.MAX_POOL_2D, inputs, (self._place(layer.name),), options, Options.Pool2DOptions
        )

    def _join(self, layer: Concatenation | Addition, kind: int, options: object, options_kind: int) -> None:
        inputs = tuple(self.places[name] for name in layer.sources)
        self.graph.operator(kind, inputs, (self._place(layer.name),), options, options_kind)

    def _place(self, name: str) -> int:
        place = self.places[name] = self._activation(self.architecture.outputs[name])
        return place

    def finished(self) -> bytes:
        last = self.architecture.layers[-1].name
        classes = self.architecture.outputs[last].channels
        axes = self.graph.constant(np.array([1, 2], np.int32))
        mean = self.graph.tensor((1, classes))
        reducing = schema.ReducerOptionsT()
        self.graph.operator(Kind.MEAN, (self.places[last], axes), (mean,), reducing, Options.ReducerOptions)
        options = schema.SoftmaxOptionsT()
        options.beta = 1.0
        output = self.graph.tensor((1, classes), quantization=quantized(1 / 256, -128))
        self.graph.operator(Kind.SOFTMAX, (mean,), (output,), options, Options.SoftmaxOptions)
        return model_file(self.graph.finish((self.places[IMAGE],), (output,)))
