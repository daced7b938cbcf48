"""How much memory a model needs, worked out as TFLM does it.

Non-persistent memory holds activations, decoded weights and kernels' scratch; TFLM lays it out by
GreedyMemoryPlanner (tensorflow/lite/micro/memory_planner/greedy_memory_planner.cc), which is repeated here
step by step. Persistent memory holds TFLM's own records; their sizes are those of its structures.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from core.tflite.memory_graph import (
    ADDITION,
    CONCATENATION,
    CONVOLUTION,
    DECODE,
    MEAN,
    POOL,
    MemoryGraph,
    OperatorMemory,
)
from core.tflite.tflm import ArenaFigures

ALIGNMENT = 16


class PointerBytes(IntEnum):
    """How long an address is on the machine that runs the model."""

    CHIP = 4
    COMPUTER = 8


Scratch = Callable[[MemoryGraph, OperatorMemory], Iterable[int]]


@dataclass(frozen=True)
class _Records:
    """Bytes of TFLM's persistent records on one kind of machine.

    For each tensor a TfLiteEvalTensor; for each operator a NodeAndRegistration (micro_allocator.h), its
    options and its kernel's data; for each decoded tensor a DecodeStateHuffman; and what every model takes.
    """

    tensor: int
    operator: int
    convolution: int
    pool: int
    concatenation: int
    addition: int
    decoded: int
    model: int


_RECORDS = {
    PointerBytes.COMPUTER: _Records(24, 64, 108, 72, 72, 72, 80, 1000),
    PointerBytes.CHIP: _Records(12, 32, 92, 64, 56, 72, 48, 212),
}


@dataclass(frozen=True)
class Use:
    """`size` bytes that are needed from the step `first` to the step `last`."""

    size: int
    first: int
    last: int


def aligned(size: int, alignment: int = ALIGNMENT) -> int:
    """`size` rounded up."""
    return -(-size // alignment) * alignment


def greedy_plan(uses: Sequence[Use]) -> int:
    """The bytes that all uses take together: the largest first, each at the lowest place where it fits."""
    # Of equal sizes TFLM places the one added last first.
    order = sorted(range(len(uses)), key=lambda number: (-uses[number].size, -number))
    placed: list[tuple[int, Use]] = []
    end = 0
    for number in order:
        wanted = uses[number]
        offset = _place(wanted, placed)
        placed.append((offset, wanted))
        placed.sort(key=lambda place: place[0])
        end = max(end, offset + wanted.size)
    return end


def _place(wanted: Use, placed: Sequence[tuple[int, Use]]) -> int:
    """The first gap, among uses at overlapping times in order of their offsets, that is large enough."""
    offset = 0
    for start, other in placed:
        if other.first > wanted.last or wanted.first > other.last:
            continue
        if start - offset >= wanted.size:
            break
        offset = max(offset, start + other.size)
    return offset


def non_persistent_bytes(graph: MemoryGraph, scratch: Scratch = lambda graph, operator: ()) -> int:
    """Bytes of TFLM's non-persistent arena, with the scratch that kernels ask for beside TFLM's own."""
    created: dict[int, int] = dict.fromkeys(graph.inputs, 0)
    used: dict[int, int] = dict.fromkeys(graph.inputs, 0)
    scratches = []
    for step, operator in enumerate(graph.operators, start=1):
        for tensor in operator.outputs:
            created.setdefault(tensor, step)
        used.update(dict.fromkeys((*operator.inputs, *operator.outputs), step))
        scratches += [Use(aligned(size), step, step) for size in _reference_scratch(graph, operator)]
        scratches += [Use(aligned(size), step, step) for size in scratch(graph, operator) if size]
    used.update(dict.fromkeys(graph.outputs, len(graph.operators)))
    tensors = [
        Use(aligned(tensor.size), created[number], used[number])
        for number, tensor in enumerate(graph.tensors)
        if not tensor.is_constant and tensor.size and number in created
    ]
    return greedy_plan([*tensors, *scratches])


def persistent_bytes(graph: MemoryGraph, pointers: PointerBytes) -> int:
    """Bytes of TFLM's persistent arena, within a few percent.

    Most are two int32 for each output channel of each convolution (kernels/conv_common.cc).
    """
    records = _RECORDS[pointers]
    by_kind = {
        CONVOLUTION: records.convolution,
        POOL: records.pool,
        CONCATENATION: records.concatenation,
        ADDITION: records.addition,
    }
    total = records.model + records.tensor * len(graph.tensors)
    for operator in graph.operators:
        total += records.operator + by_kind.get(operator.kind, 0)
        if operator.kind == CONVOLUTION:
            total += 2 * aligned(4 * graph.of(operator, 1).shape[0])
        elif operator.kind == DECODE:
            total += records.decoded * len(operator.outputs)
    return total


def estimated_arena(graph: MemoryGraph) -> ArenaFigures:
    """What TFLM would say of the model, for computers that cannot run it."""
    persistent, working = persistent_bytes(graph, PointerBytes.COMPUTER), non_persistent_bytes(graph)
    return ArenaFigures(total=persistent + working, persistent=persistent, non_persistent=working)


def _reference_scratch(graph: MemoryGraph, operator: OperatorMemory) -> tuple[int, ...]:
    """Scratch of TFLM's own kernels (kernels/reduce_common.cc: index, axes, sums)."""
    if operator.kind != MEAN:
        return ()
    reduced, axes = graph.of(operator, 0), graph.of(operator, 1)
    sums = math.prod(graph.tensors[operator.outputs[0]].shape)
    return 4 * len(reduced.shape), axes.size, 4 * sums
