"""Where the time of an inference goes on a chip, and which settings are fast on it."""

from __future__ import annotations

import math

from core.boards.profiles import BoardProfile
from core.boards.resource_estimate import FAST_MILLISECONDS, fast_candidate
from core.deployment.board_results import FastChoice, LatencyBasis, OperatorTime
from core.networks.architecture import NetworkShape
from core.tflite.memory_graph import CONVOLUTION, DECODE, MemoryGraph, OperatorMemory


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
    found = fast_candidate(profile, network)
    if found is None:
        return None
    settings, milliseconds = found
    return FastChoice(
        image_size=settings.image_size, width=settings.width, limit_ms=limit, latency_ms=milliseconds
    )
