"""A model in a process of its own answers as one in this process, and its end is told."""

from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import SqueezeError
from core.evaluation import interpreter_process
from core.evaluation.interpreter_process import (
    ANSWERS,
    COMMAND,
    ForeignInterpreter,
    Loaded,
    LoadModel,
    ModelBeside,
    PlainRuntime,
    Ran,
    RunModel,
    require_running,
)
from core.evaluation.interpreters import open_interpreter
from core.processes.roles import own_environment
from core.processes.streams import framed, read_block
from core.tflite.interpreter import Interpreter
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter
from tests.builders.tflite_models import Contents, Graph, aborting_model, conv_model, model_file, packed
from tests.processes import is_running
from tests.tflm import needs_tflm


def inputs(count: int = 3) -> NDArray[np.int8]:
    return np.random.default_rng(5).integers(-128, 128, (count, 6, 6, 12)).astype(np.int8)


def require_equal_answers(beside: ModelBeside, here: Interpreter) -> None:
    assert beside.signature == here.signature
    beside.begin(inputs())
    assert np.array_equal(beside.outputs(), here.predict(inputs()))
    beside.begin(inputs(1))
    assert np.array_equal(beside.outputs(), here.predict(inputs(1)))


@needs_tflm
def test_tflm_answers_there_as_here() -> None:
    with ModelBeside(conv_model(), "tflm") as beside:
        require_equal_answers(beside, TflmInterpreter(conv_model()))


def test_reference_kernels_answer_there_as_here() -> None:
    with ModelBeside(conv_model(), "reference") as beside:
        require_equal_answers(beside, LiteRtInterpreter(conv_model(), "reference"))


def test_inputs_that_do_not_fit_are_refused_with_the_reason() -> None:
    with ModelBeside(conv_model(), "reference", "/a/model.tflite") as beside:
        beside.begin(np.zeros(7, np.int8))
        with pytest.raises(SqueezeError, match=r"/a/model\.tflite.*reshape") as raised:
            beside.outputs()
        assert raised.value.code == "model-not-runnable"


def test_a_process_that_ended_is_told_with_its_last_words() -> None:
    with ModelBeside(conv_model(), "reference", "/a/model.tflite") as beside:
        beside.write(framed(b"nonsense"))
        with pytest.raises(SqueezeError, match=r"/a/model\.tflite.*ended with code 1") as raised:
            beside.outputs()
        assert raised.value.code == "model-not-runnable"
        assert "ValidationError" in raised.value.detail
        beside.begin(inputs())
        with pytest.raises(SqueezeError, match="ended with code 1"):
            beside.outputs()


def test_it_ends_when_nothing_more_comes() -> None:
    given = (LoadModel(conv_model(), "reference"), RunModel(inputs().tobytes(), len(inputs())))
    blocks = b"".join(framed(msgspec.msgpack.encode(request)) for request in given)
    ended = subprocess.run(COMMAND, input=blocks, env=own_environment(), capture_output=True, check=True)
    answers = io.BytesIO(ended.stdout)
    expected = LiteRtInterpreter(conv_model(), "reference").predict(inputs())
    loaded, ran = (ANSWERS.decode(read_block(answers) or b"") for _ in given)
    assert isinstance(loaded, Loaded)
    assert isinstance(ran, Ran)
    assert ran.codes == expected.tobytes()
    assert read_block(answers) is None


def test_its_process_is_gone_after_the_block() -> None:
    with ModelBeside(conv_model(), "reference") as beside:
        assert is_running(beside.pid)
    assert not is_running(beside.pid)


@pytest.mark.parametrize("runtime", ["reference", "default", pytest.param("tflm", marks=needs_tflm)])
def test_a_model_that_ends_its_process_is_refused_before_it_ends_this_one(runtime: PlainRuntime) -> None:
    require_running(conv_model(), runtime)
    with pytest.raises(SqueezeError, match=r"/a/model\.tflite.*ended with code") as raised:
        require_running(aborting_model(), runtime, "/a/model.tflite")
    assert raised.value.code == "model-not-runnable"


@pytest.mark.parametrize("count", [0, 1 << 30])
def test_a_model_that_takes_more_than_any_image_is_refused_before_memory_is_taken(count: int) -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, count))
    model = model_file(graph.finish((given,), (graph.add(given, given),)))
    with pytest.raises(SqueezeError, match=f"it takes {count:,} values") as raised:
        require_running(model, "default")
    assert raised.value.code == "model-not-runnable"


def test_a_model_that_needs_more_between_operators_is_refused_before_memory_is_taken() -> None:
    graph = Graph(Contents())
    given = graph.tensor((1, 8))
    between = graph.add(given, given)
    model = model_file(graph.finish((given,), (graph.add(between, between),)))
    parsed = parse(model, "it")
    parsed.subgraphs[0].tensors[between].shape = np.array([1, 1 << 30], np.int32)
    require_running(model, "default")
    with pytest.raises(SqueezeError, match="it needs 1,073,741,824 values between") as raised:
        require_running(packed(parsed), "default")
    assert raised.value.code == "model-not-runnable"


def test_what_other_subgraphs_need_and_what_all_tensors_need_counts_as_well() -> None:
    contents = Contents()
    main, called = Graph(contents), Graph(contents)
    given = main.tensor((1, 8))
    inner = called.tensor((1, 1 << 30))
    model = model_file(
        main.finish((given,), (main.add(given, given),)), called.finish((inner,), (called.add(inner, inner),))
    )
    with pytest.raises(SqueezeError, match="it needs 1,073,741,824 values between"):
        require_running(model, "default")
    many = Graph(Contents())
    given = output = many.tensor((1, 1 << 26))
    for _ in range(9):
        output = many.add(output, output)
    with pytest.raises(SqueezeError, match=r"need 671,088,640 bytes") as raised:
        require_running(model_file(many.finish((given,), (output,))), "default")
    assert raised.value.code == "model-not-runnable"


def test_a_model_from_elsewhere_stays_in_its_process_and_may_end_it_with_any_image() -> None:
    foreign = open_interpreter(conv_model(), name="/a/model.tflite", foreign=True)
    assert isinstance(foreign, ForeignInterpreter)
    here = open_interpreter(conv_model())
    assert (foreign.runtime, foreign.signature) == (here.runtime, here.signature)
    assert np.array_equal(foreign.predict(inputs()), here.predict(inputs()))
    assert is_running(foreign.pid)
    os.kill(foreign.pid, signal.SIGSEGV)
    with pytest.raises(SqueezeError, match=r"/a/model\.tflite.*ended with code -11") as raised:
        foreign.predict(inputs())
    assert raised.value.code == "model-not-runnable"


def test_its_process_ends_with_the_interpreter() -> None:
    foreign = open_interpreter(conv_model(), foreign=True)
    assert isinstance(foreign, ForeignInterpreter)
    pid = foreign.pid
    del foreign
    gc.collect()
    assert not is_running(pid)


def test_a_model_that_does_not_come_to_its_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter_process, "_TRIAL_SECONDS", 0.2)
    monkeypatch.setattr(
        interpreter_process, "COMMAND", (sys.executable, "-c", "import time; time.sleep(600)")
    )
    with pytest.raises(SqueezeError, match="did not finish within 0 s") as raised:
        require_running(conv_model(), "reference")
    assert raised.value.code == "model-not-runnable"
