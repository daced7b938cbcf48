"""The networks as values, for whoever builds them and whoever only has to know their shapes.

SqueezeNet: Iandola et al., "SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model
size" (arXiv:1602.07360), with its bypasses and the ratios of its design space, and the 1.1 variant of the
authors' repository. AlexNet: Krizhevsky et al. 2012, without the grouped convolutions that two graphics cards
of that time asked for and without response normalization; its dense layers are convolutions over all that is
left of the image, which is the same.

Pooling looks at what is left over at the right and lower edges too (Caffe's and PyTorch's ceil mode).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.settings import NetworkSettings

IMAGE = "picture"
"""The input layer's name in Keras files."""
# Chips work through channels eight at a time; fewer in a group cost the same.
CHANNEL_GROUP = 8
POOL_SIZE, POOL_STRIDE = 3, 2
_FIRES = range(2, 10)
_EXPANDED = {2: 128, 3: 128, 4: 256, 5: 256, 6: 384, 7: 384, 8: 512, 9: 512}
"""Filters that a Fire module puts out, 1x1 and 3x3 together."""


@dataclass(frozen=True)
class NetworkShape:
    """What decides the shapes of a network: images are squares of `image_size` with `channels`.

    `removed` is the share of filters that pruning takes out again.
    """

    network: NetworkSettings
    image_size: int
    channels: int
    classes: int
    removed: float = 0.0


@dataclass(frozen=True)
class Convolution:
    """A convolution with kernels of `size` by `size`. With padding "same" and stride 1 the side stays."""

    name: str
    source: str
    filters: int
    size: int = 1
    stride: int = 1
    padding: Literal["same", "valid"] = "same"
    relu: bool = True


@dataclass(frozen=True)
class Pool:
    """The largest of every second square of 3 by 3."""

    name: str
    source: str


@dataclass(frozen=True)
class Concatenation:
    """The channels of two layers side by side."""

    name: str
    sources: tuple[str, str]


@dataclass(frozen=True)
class Addition:
    """Two layers added up."""

    name: str
    sources: tuple[str, str]


Layer = Convolution | Pool | Concatenation | Addition


@dataclass(frozen=True)
class Output:
    """What a layer puts out: squares of `side`, with `channels`."""

    side: int
    channels: int


@dataclass(frozen=True)
class Architecture:
    """The layers of a network in the order in which they run, and what each of them puts out.

    The mean over the last one and a softmax follow. `outputs` has the image too.
    """

    layers: tuple[Layer, ...]
    outputs: Mapping[str, Output]

    @property
    def image(self) -> Output:
        """What the first layer reads."""
        return self.outputs[IMAGE]

    @property
    def last(self) -> Layer:
        """The convolution that has a filter for each class."""
        return self.layers[-1]


def architecture(shape: NetworkShape) -> Architecture:
    """The network that the settings name, for such images and classes."""
    drawing = _Drawing(shape)
    if shape.network.name == "alexnet":
        return _alexnet(drawing)
    return _squeezenet(drawing, shape.network)


def scaled_filters(filters: float, width: float) -> int:
    """How many filters a layer of `filters` has at a width: a multiple of eight, at least one group."""
    return max(1, round(filters * width / CHANNEL_GROUP)) * CHANNEL_GROUP


def is_narrow(layer: str) -> bool:
    """Whether a layer is one of those that have few filters for what reads them: conv1 and the squeezes."""
    return layer == "conv1" or layer.endswith("_squeeze1x1")


def filters_left(filters: int, removed: float, *, narrow: bool) -> int:
    """How many of a layer's filters stay when the share `removed` (0 to 1) goes: a multiple of eight.

    A narrow layer gives up less: its share is such that two of them one after the other lose `removed`.
    """
    if removed == 0.0:
        return filters
    left = (1.0 - removed) ** (0.5 if narrow else 1.0)
    return min(filters, scaled_filters(filters, left))


def pooled_side(side: int) -> int:
    """The side of what pooling makes of squares of `side`: ceil((side - 3) / 2) + 1, and at least 1."""
    return max(1, side // 2)


def pooling_pads(side: int) -> bool:
    """Whether pooling squares of `side` looks beyond their edges: where something is left over.

    Keras and TensorFlow Lite then pad by one at the far edges, which is what their "same" does.
    """
    return side % 2 == 0 or side < POOL_SIZE


@dataclass
class _Drawing:
    """A network while it grows, layer by layer. Each method returns the name of the layer that it adds."""

    shape: NetworkShape
    layers: list[Layer] = field(default_factory=list)
    outputs: dict[str, Output] = field(init=False)

    def __post_init__(self) -> None:
        self.outputs = {IMAGE: Output(self.shape.image_size, self.shape.channels)}

    def finished(self) -> Architecture:
        return Architecture(tuple(self.layers), self.outputs)

    def filters(self, name: str, filters: float) -> int:
        """How many filters the layer `name` has, which is published with `filters`."""
        scaled = scaled_filters(filters, self.shape.network.width)
        return filters_left(scaled, self.shape.removed, narrow=is_narrow(name))

    def scaled(self, name: str, source: str, filters: float, size: int = 1, stride: int = 1) -> str:
        """A convolution with the width's share of `filters`. One with a stride does not pad."""
        padding: Literal["same", "valid"] = "same" if stride == 1 else "valid"
        return self.convolution(Convolution(name, source, self.filters(name, filters), size, stride, padding))

    def convolution(self, layer: Convolution) -> str:
        side = self.outputs[layer.source].side
        if layer.padding == "valid":
            side = (side - layer.size) // layer.stride + 1
        return self._add(layer, Output(side, layer.filters))

    def pool(self, name: str, source: str) -> str:
        inputs = self.outputs[source]
        return self._add(Pool(name, source), Output(pooled_side(inputs.side), inputs.channels))

    def concatenation(self, name: str, first: str, second: str) -> str:
        one, other = self.outputs[first], self.outputs[second]
        both = Output(one.side, one.channels + other.channels)
        return self._add(Concatenation(name, (first, second)), both)

    def addition(self, name: str, first: str, second: str) -> str:
        return self._add(Addition(name, (first, second)), self.outputs[first])

    def _add(self, layer: Layer, output: Output) -> str:
        self.layers.append(layer)
        self.outputs[layer.name] = output
        return layer.name


def _squeezenet(drawing: _Drawing, network: NetworkSettings) -> Architecture:
    if network.name == "squeezenet-1.0":
        conv1_filters, conv1_size, pooled = 96, 7, (1, 4, 8)
    else:
        conv1_filters, conv1_size, pooled = 64, 3, (1, 3, 5)
    last = drawing.pool("pool1", drawing.scaled("conv1", IMAGE, conv1_filters, conv1_size, stride=2))
    for number in _FIRES:
        last = _bypassed_fire(drawing, number, last, network)
        if number in pooled:
            last = drawing.pool(f"pool{number}", last)
    # Trained from scratch, a ReLU after the last convolution can silence a class for good.
    drawing.convolution(Convolution("conv10", last, drawing.shape.classes, relu=network.last_relu))
    return drawing.finished()


def _bypassed_fire(drawing: _Drawing, number: int, source: str, network: NetworkSettings) -> str:
    """A Fire module with its bypass: past those that leave the number of channels as it is what they are
    given, past the others, when bypasses are complex, a convolution of it.
    """
    fire = _fire(drawing, number, source, network)
    keeps_channels = _EXPANDED[number] == _EXPANDED.get(number - 1)
    if network.bypass == "none" or (network.bypass == "simple" and not keeps_channels):
        return fire
    beside = source
    if not keeps_channels:
        channels = drawing.outputs[fire].channels
        beside = drawing.convolution(Convolution(f"fire{number}_bypass1x1", source, channels, relu=False))
    return drawing.addition(f"fire{number}_add", fire, beside)


def _fire(drawing: _Drawing, number: int, source: str, network: NetworkSettings) -> str:
    """A squeeze convolution (1x1) that feeds two expand convolutions (1x1 and 3x3), concatenated."""
    name, expanded = f"fire{number}", _EXPANDED[number]
    squeezed = drawing.scaled(f"{name}_squeeze1x1", source, expanded * network.squeeze_ratio)
    small = drawing.scaled(f"{name}_expand1x1", squeezed, expanded * (1 - network.share_3x3))
    large = drawing.scaled(f"{name}_expand3x3", squeezed, expanded * network.share_3x3, 3)
    return drawing.concatenation(f"{name}_concat", small, large)


def _alexnet(drawing: _Drawing) -> Architecture:
    last = drawing.pool("pool1", drawing.scaled("conv1", IMAGE, 96, 11, stride=4))
    last = drawing.pool("pool2", drawing.scaled("conv2", last, 256, 5))
    for number, filters in ((3, 384), (4, 384), (5, 256)):
        last = drawing.scaled(f"conv{number}", last, filters, 3)
    last = drawing.pool("pool5", last)
    everything = drawing.outputs[last].side
    filters = drawing.filters("fc6", 4096)
    last = drawing.convolution(Convolution("fc6", last, filters, everything, padding="valid"))
    last = drawing.scaled("fc7", last, 4096)
    drawing.convolution(Convolution("fc8", last, drawing.shape.classes, relu=False))
    return drawing.finished()
