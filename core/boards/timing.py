"""Where the time of an inference goes on a chip, and which settings are fast on it."""

from __future__ import annotations

import math

import msgspec

from core.boards.board_block import Chip
from core.boards.profiles import BoardProfile
from core.boards.resource_estimate import ModelFigures, candidates, estimate, latency
from core.networks.architecture import NetworkShape
from core.tflite.memory_graph import CONVOLUTION, DECODE, MemoryGraph, OperatorMemory

FAST_MILLISECONDS: dict[Chip, float] = {Chip.ESP32: 250, Chip.ESP32S3: 100, Chip.ESP32C3: 250}
"""Under this a model is fast on a chip: four answers a second, or ten."""


class LatencyBasis(msgspec.Struct, frozen=True, kw_only=True):
    """What an estimated time was worked out from; `source` says where the cycles come from."""

    products: int
    cycles_per_product: float
    weights: int
    cycles_per_weight: float
    megahertz: int
    source: str


class OperatorTime(msgspec.Struct, frozen=True, kw_only=True):
    """The estimated time of a convolution with the decoding of its weights.

    `size` is the side of its filters, `shape` what it puts out: height, width, channels.
    """

    size: int
    shape: tuple[int, int, int]
    milliseconds: float
    decoding_milliseconds: float


class FastChoice(msgspec.Struct, frozen=True, kw_only=True):
    """The settings that compute most of those that fit a board and are fast on its chip.

    `is_own`: those of the run itself. `accuracy` is that of a finished run with these settings on the same
    images, where there is one, which `run` names.
    """

    image_size: int
    width: float
    limit_ms: float
    latency_ms: float
    is_own: bool = False
    accuracy: float | None = None
    run: str = ""


def latency_basis(profile: BoardProfile, graph: MemoryGraph) -> LatencyBasis:
    """What `latency` works out a time from."""
    times = [_work(graph, one) for one in graph.operators if one.kind == CONVOLUTION]
    speed = profile.speed
    return LatencyBasis(
        products=sum(products for products, _ in times),
        cycles_per_product=speed.cycles_per_mac,
        weights=sum(weights for _, weights in times),
        cycles_per_weight=speed.cycles_per_weight,
        megahertz=speed.megahertz,
        source=speed.source,
    )


def operator_times(profile: BoardProfile, graph: MemoryGraph) -> tuple[OperatorTime, ...]:
    """The time of each convolution, in the order of running; together they are the `latency`.

    What the other operators take is not reckoned with: it is little.
    """
    speed, found = profile.speed, []
    for one in graph.operators:
        if one.kind != CONVOLUTION:
            continue
        products, weights = _work(graph, one)
        height, width, channels = graph.tensors[one.outputs[0]].shape[1:4]
        found.append(
            OperatorTime(
                size=graph.of(one, 1).shape[1],
                shape=(height, width, channels),
                milliseconds=products * speed.cycles_per_mac / (speed.megahertz * 1e3),
                decoding_milliseconds=weights * speed.cycles_per_weight / (speed.megahertz * 1e3),
            )
        )
    return tuple(found)


def _work(graph: MemoryGraph, one: OperatorMemory) -> tuple[int, int]:
    """The multiplications of a convolution, and its weights that are decoded."""
    products = math.prod(graph.tensors[one.outputs[0]].shape[1:3]) * math.prod(graph.of(one, 1).shape)
    coded = {output for decoder in graph.operators if decoder.kind == DECODE for output in decoder.outputs}
    weights = sum(math.prod(graph.tensors[operand].shape) for operand in one.inputs if operand in coded)
    return products, weights


def fast_choice(profile: BoardProfile, network: NetworkShape, own_latency_ms: float) -> FastChoice | None:
    """The fast settings for a board, from those of a run whose model takes `own_latency_ms` there.

    None where nothing is fast enough and fits.
    """
    limit = FAST_MILLISECONDS[profile.chip_id]
    if own_latency_ms < limit:
        return FastChoice(
            image_size=network.image_size,
            width=network.network.width,
            limit_ms=limit,
            latency_ms=own_latency_ms,
            is_own=True,
        )
    for shape, graph in candidates(network):
        milliseconds, _ = latency(profile, graph)
        if milliseconds < limit and estimate(profile, ModelFigures(image_bytes=0, graph=graph)).fits:
            return FastChoice(
                image_size=shape.image_size,
                width=shape.network.width,
                limit_ms=limit,
                latency_ms=milliseconds,
            )
    return None
