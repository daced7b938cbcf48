"""Plain and coded file give the same bytes, in TFLM or in what stands in for it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

import core.evaluation.interpreters
import core.evaluation.parity
from core.compression.coding import compress_model
from core.compression.decode_operator import decoders
from core.compression.slimming import slim
from core.errors import Cancelled, SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.evaluation.parity import (
    Parity,
    beside,
    prove_parity,
    require_same_outputs,
    require_same_tensors_in_tflm,
    same_outputs,
)
from core.events import Progress
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.interpreter import Interpreter
from core.tflite.model_file import parse, serialize
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import branching_model, conv_model, dense_model, skewed_codes
from tests.recording import RecordingTask
from tests.tflm import needs_tflm


def coded(model: bytes) -> bytes:
    return compress_model(model, Task(), HuffmanSettings()).model


def images(count: int = 4) -> NDArray[np.int8]:
    return np.random.default_rng(3).integers(-128, 128, (count, 6, 6, 12)).astype(np.int8)


def proved(plain: bytes, coded: bytes, inputs: NDArray[np.int8], task: Task) -> tuple[Interpreter, Parity]:
    """What ran the coded model, and what was shown."""
    after = open_interpreter(coded)
    parts = (given[None] for given in task.track(inputs, len(inputs), "pictures"))
    return after, prove_parity(plain, coded, after, parts)


@pytest.fixture
def without_tflm(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a computer for which there is no tflite-micro."""
    monkeypatch.setattr(core.evaluation.interpreters, "tflm_available", lambda: False)
    monkeypatch.setattr(core.evaluation.parity, "tflm_available", lambda: False)


@needs_tflm
def test_a_coded_squeezenet_is_the_plain_one_in_tflm(squeezenet_file: bytes) -> None:
    inputs = np.random.default_rng(3).integers(-128, 128, (3, 96, 96, 3)).astype(np.int8)
    task = RecordingTask()
    after, parity = proved(squeezenet_file, coded(squeezenet_file), inputs, task)
    assert (after.runtime, len(parity.outputs), parity.tflm_tensors) == ("tflm", 3, 26)
    assert np.array_equal(parity.outputs, TflmInterpreter(squeezenet_file).predict(inputs))
    assert task.of(Progress)[-1].done == 3


@pytest.mark.usefixtures("without_tflm")
def test_elsewhere_the_decoded_file_stands_in_and_says_so() -> None:
    after, parity = proved(conv_model(), coded(conv_model()), images(), Task())
    assert (after.runtime, len(parity.outputs), parity.tflm_tensors) == ("litert-decoded", 4, 0)


def test_another_model_is_found_out() -> None:
    other = conv_model(skewed_codes((24, 3, 3, 12), 5))
    with pytest.raises(SqueezeError) as raised:
        proved(conv_model(), coded(other), images(), Task())
    assert raised.value.code == "proof-failed"


def test_one_differing_output_byte_is_found_out() -> None:
    outputs = np.arange(12, dtype=np.int8).reshape(2, 6)
    other = outputs.copy()
    other[1, 3] += 1
    require_same_outputs(outputs, outputs.copy())
    with pytest.raises(SqueezeError, match="1 of 12 output codes differ") as raised:
        require_same_outputs(outputs, other)
    assert raised.value.code == "proof-failed"
    with pytest.raises(SqueezeError, match="6 of 6"):
        require_same_outputs(outputs[0], other)


def test_models_that_mean_other_numbers_are_found_out() -> None:
    with (
        beside(conv_model()) as before,
        pytest.raises(SqueezeError, match="stand for other numbers") as raised,
    ):
        same_outputs(before, open_interpreter(coded(branching_model())), images())
    assert raised.value.code == "proof-failed"


def test_it_stops_when_asked_to() -> None:
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        proved(conv_model(), coded(conv_model()), images(50), task)


@needs_tflm
def test_tensors_read_back_from_tflm_are_those_of_our_decoder() -> None:
    assert require_same_tensors_in_tflm(coded(conv_model())) == 1
    assert require_same_tensors_in_tflm(coded(branching_model())) == 2


@needs_tflm
def test_a_decoder_that_differs_from_tflm_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.evaluation.parity, "decoded_contents", lambda model, decoder: np.zeros(2592))
    with pytest.raises(SqueezeError, match=r"TFLM decodes tensor 1 of shape \[24, 3, 3, 12\] differently"):
        require_same_tensors_in_tflm(coded(conv_model()))


@needs_tflm
def test_coded_files_open_in_tflm_and_plain_ones_in_litert() -> None:
    assert open_interpreter(conv_model()).runtime == "litert"
    assert open_interpreter(coded(conv_model())).runtime == "tflm"
    assert open_interpreter(conv_model(), "tflm").runtime == "tflm"
    assert open_interpreter(coded(conv_model()), "litert").runtime == "litert-decoded"


@pytest.mark.usefixtures("without_tflm")
def test_without_tflm_coded_files_open_decoded() -> None:
    assert open_interpreter(coded(conv_model())).runtime == "litert-decoded"


@needs_tflm
def test_all_ways_to_run_a_model_give_the_same_bytes() -> None:
    inputs = np.random.default_rng(0).integers(-128, 128, (6, 128)).astype(np.int8)
    model = dense_model(skewed_codes((64, 128)))
    expected = open_interpreter(model, "tflm").predict(inputs)
    for file, runtime in ((slim(model), "tflm"), (coded(model), "tflm"), (coded(model), "litert")):
        interpreter = open_interpreter(file, "tflm" if runtime == "tflm" else "litert")
        assert np.array_equal(interpreter.predict(inputs), expected)


def test_a_coded_file_with_a_damaged_table_does_not_open_decoded() -> None:
    model = parse(coded(conv_model()))
    place = next(decoders(model)).ancillary
    buffer = model.buffers[model.subgraphs[0].tensors[place.tensor].buffer]
    data = np.array(buffer.data)
    data[0] = 2
    buffer.data = data
    with pytest.raises(SqueezeError) as raised:
        open_interpreter(serialize(model), "litert", "that.tflite")
    assert raised.value.code == "model-unreadable"
