"""The interpreter that a model file is measured in: TFLM for coded models, LiteRT for plain ones."""

from __future__ import annotations

from typing import Literal

from core.compression.decode_operator import decode_model, is_coded
from core.tflite.interpreter import Interpreter
from core.tflite.litert import LiteRtInterpreter
from core.tflite.model_file import parse
from core.tflite.tflm import TflmInterpreter, tflm_available


def open_interpreter(
    model: bytes, runtime: Literal["tflm", "litert"] | None = None, name: str = "The model"
) -> Interpreter:
    """An interpreter with `model` in it: without `runtime`, TFLM for a coded model, LiteRT for a plain one.

    LiteRT does not know coded models: where it is asked for, or there is no TFLM, it runs what our own
    decoder restores, with the kernels that round as TFLM's do, and `runtime` is "litert-decoded". Raises
    MODEL_UNREADABLE, MODEL_NOT_INT8 and MODEL_NOT_RUNNABLE.
    """
    coded = is_coded(parse(model, name))
    if runtime == "tflm" or (runtime is None and coded and tflm_available()):
        return TflmInterpreter(model, name)
    if coded:
        return LiteRtInterpreter(decode_model(model, name), "reference", name, "litert-decoded")
    return LiteRtInterpreter(model, "default", name)
