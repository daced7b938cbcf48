"""The interpreter that a model file is measured in: TFLM for coded models, LiteRT for plain ones."""

from __future__ import annotations

from typing import Literal

from core.compression.decode_operator import decode_model, is_coded
from core.evaluation.model_beside import BesideRuntime, require_running
from core.tflite.interpreter import Interpreter
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter, tflm_available


def open_interpreter(
    model: bytes,
    runtime: Literal["tflm", "litert"] | None = None,
    name: str = "The model",
    *,
    foreign: bool = False,
) -> Interpreter:
    """An interpreter with `model` in it: without `runtime`, TFLM for a coded model, LiteRT for a plain one.

    LiteRT does not know coded models: where it is asked for, or there is no TFLM, it runs what our own
    decoder restores, with the kernels that round as TFLM's do, and `runtime` is "litert-decoded". A `foreign`
    model runs once in a process of its own before it is loaded here. Raises model-unreadable, model-not-int8
    and model-not-runnable.
    """
    attempt = require_running if foreign else _trusted
    coded = is_coded(parse(model, name))
    if runtime == "tflm" or (runtime is None and coded and tflm_available()):
        attempt(model, "tflm", name)
        return TflmInterpreter(model, name)
    if coded:
        decoded = decode_model(model, name)
        attempt(decoded, "reference", name)
        return LiteRtInterpreter(decoded, "reference", name, "litert-decoded")
    attempt(model, "default", name)
    return LiteRtInterpreter(model, "default", name)


def _trusted(model: bytes, runtime: BesideRuntime, name: str) -> None:
    """A model that this program has made is not tried first."""
