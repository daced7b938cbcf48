"""Operators of a model timed one by one in LiteRT."""

from __future__ import annotations

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema

from core.compression.coding import compress_model
from core.errors import Cancelled, ModelError
from core.evaluation import operator_times
from core.evaluation.operator_times import litert_times
from core.events import Progress
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from tests.builders.tflite_models import branching_model, conv_model, skewed_codes
from tests.recording import RecordingTask


def test_each_operator_of_a_branching_model_is_timed() -> None:
    model, task = branching_model(), RecordingTask()
    times = litert_times(model, task)
    assert len(times.operators) == len(parse(model).subgraphs[0].operators) == 3
    assert min(times.operators) > 0
    assert times.whole > 0
    assert [event.done for event in task.of(Progress)][-1] == len(times.operators)


def test_an_operator_with_more_to_compute_takes_longer() -> None:
    small, large = (
        litert_times(conv_model(skewed_codes((64, 3, 3, channels))), Task()).operators[0]
        for channels in (4, 256)
    )
    assert large > 2 * small


def test_a_coded_model_is_timed_as_its_plain_one() -> None:
    plain = branching_model()
    coded = compress_model(plain, Task(), HuffmanSettings()).model
    operators = parse(plain).subgraphs[0].operators
    assert len(parse(coded).subgraphs[0].operators) > len(operators)
    assert len(litert_times(coded, Task()).operators) == len(operators)


def test_an_operator_alone_computes_what_it_does_in_the_model() -> None:
    model = branching_model()
    whole, main = LiteRtInterpreter(model, "reference", keep_tensors=True), parse(model).subgraphs[0]
    shape = (1, *whole.signature.input_shape)
    whole.predict(np.random.default_rng(1).integers(-128, 128, shape).astype(np.int8))
    compared = 0
    for number, operator in enumerate(main.operators):
        computed = [int(index) for index in operator.inputs if index in {*main.inputs, *_outputs(main)}]
        if len(computed) == 1:
            alone = LiteRtInterpreter(operator_times._alone(model, number, "The model"), "reference")
            expected = whole.tensor(int(operator.outputs[0]))
            assert (alone.predict(whole.tensor(computed[0])) == expected.reshape(1, -1)).all()
            compared += 1
    assert compared > 1


def _outputs(main: schema.SubGraphT) -> set[int]:
    return {int(index) for operator in main.operators for index in operator.outputs}


def test_it_can_be_stopped_and_refuses_what_no_runtime_takes() -> None:
    with pytest.raises(Cancelled):
        litert_times(branching_model(), RecordingTask(lambda event: isinstance(event, Progress)))
    with pytest.raises(ModelError):
        litert_times(b"no model", Task())
