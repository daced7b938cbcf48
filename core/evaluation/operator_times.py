"""How long LiteRT takes for each operator of a model on this computer.

LiteRT's Python interface has no profiler. So each operator is run alone: as a model of its own, with the
weights that it has and drawn inputs. The whole model is timed in the same way, to compare with the sum.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
from ai_edge_litert import schema_py_generated as schema

from core.compression.decode_operator import decode_model, is_coded
from core.compression.slimming import slim_parsed
from core.evaluation.interpreter_process import require_running
from core.figures import Amount
from core.task import Task
from core.tflite.interpreter import drawn_input, running
from core.tflite.model_file import constant, parse, serialize

_SEED = 1
_FIRST_RUNS = 3
"""Runs that are not timed: memory and caches are as later after them."""
_LEAST_RUNS, _MOST_RUNS, _SECONDS = 5, 200, 0.05


class LiteRtTimes(msgspec.Struct, frozen=True, kw_only=True):
    """Medians in microseconds, with one thread: of each operator alone, in the order of running, and of all.

    Operators are those of the plain model: LiteRT does not know TFLM_DECODE.
    """

    operators: tuple[Amount, ...]
    whole: Amount


def litert_times(model: bytes, task: Task, name: str = "The model") -> LiteRtTimes:
    """Time the operators of a plain or coded int8 model.

    Raises model-unreadable, model-not-int8 and model-not-runnable, with `name` in their sentences, and
    `Cancelled`.
    """
    plain = decode_model(model, name) if is_coded(parse(model, name)) else model
    require_running(plain, "default", name)
    count = len(parse(plain, name).subgraphs[0].operators)
    alone = [
        _microseconds(_alone(plain, number, name), name)
        for number in task.track(range(count), count, "operators")
    ]
    return LiteRtTimes(operators=tuple(alone), whole=_microseconds(plain, name))


def _alone(model: bytes, number: int, name: str) -> bytes:
    """A model with one operator of another's first subgraph, and the subgraphs that it may call."""
    parsed = parse(model, name)
    main = parsed.subgraphs[0]
    operator = main.operators[number]
    operands = dict.fromkeys(int(index) for index in operator.inputs if index >= 0)
    main.operators = [operator]
    main.inputs = np.array([one for one in operands if constant(parsed, main.tensors[one]) is None], np.int32)
    main.outputs = np.array(operator.outputs, np.int32)
    slim_parsed(parsed)
    return serialize(parsed)


def _microseconds(model: bytes, name: str) -> float:
    """The median time of a run on drawn inputs."""
    with running("LiteRT", name):
        interpreter = _loaded(model, name)
        for _ in range(_FIRST_RUNS):
            interpreter.invoke()
        return statistics.median(_timed(interpreter.invoke)) / 1e3


def _loaded(model: bytes, name: str) -> Any:
    from ai_edge_litert import interpreter as litert

    loaded = litert.Interpreter(model_content=model, num_threads=1)
    loaded.allocate_tensors()
    main, chance = parse(model, name).subgraphs[0], np.random.default_rng(_SEED)
    for index in main.inputs:
        tensor: schema.TensorT = main.tensors[index]
        loaded.set_tensor(int(index), drawn_input(tensor, chance))
    return loaded


def _timed(run: Callable[[], object]) -> list[int]:
    """Nanoseconds of single runs, of as many as fit into a short time."""
    times: list[int] = []
    while len(times) < _LEAST_RUNS or (len(times) < _MOST_RUNS and sum(times) < _SECONDS * 1e9):
        began = time.perf_counter_ns()
        run()
        times.append(time.perf_counter_ns() - began)
    return times
