"""The proof that a coded model computes what the plain one does: the same output bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.compression.compressible import tensor_at
from core.compression.decode_operator import decoded_contents, decoders
from core.errors import ModelError
from core.evaluation.interpreter_process import ModelBeside
from core.tflite.interpreter import Interpreter, signature_of
from core.tflite.model_file import parse
from core.tflite.tflm import load, tflm_available

_MAIN = 0


@dataclass(frozen=True, eq=False)
class Parity:
    """The output codes (N, outputs) that a plain and a coded model both gave, byte for byte.

    `tflm_tensors` is how many decoded tensors were read back from TFLM and found right; 0 without TFLM.
    """

    outputs: NDArray[np.int8]
    tflm_tensors: int


def prove_parity(
    plain: bytes, coded: bytes, after: Interpreter, inputs: Iterable[NDArray[np.int8]]
) -> Parity:
    """Show that `coded`, which is loaded in `after`, gives the same output bytes as `plain` for `inputs`.

    `inputs` are parts of any length, codes (N, height, width, channels). Where there is TFLM, what it decodes
    is compared too. Raises proof-failed, what the interpreters raise, and what `inputs` raises.
    """
    with beside(plain) as before:
        tensors = require_same_tensors_in_tflm(coded) if tflm_available() else 0
        outputs = [same_outputs(before, after, image) for image in inputs]
    return Parity(np.concatenate(outputs), tensors)


def beside(plain: bytes) -> ModelBeside:
    """A plain model in the runtime whose outputs a coded one's are held against: TFLM, or what rounds alike.

    Use it in a `with` block. Raises what `ModelBeside` raises.
    """
    return ModelBeside(plain, "tflm" if tflm_available() else "reference")


def same_outputs(before: ModelBeside, after: Interpreter, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
    """Run both models on `inputs` at the same time and return their outputs (N, outputs).

    Raises proof-failed when they are not the same bytes, and what the interpreters raise.
    """
    if before.signature != after.signature:
        raise ModelError("proof-failed", reason="the two take or give codes that stand for other numbers")
    before.begin(inputs)
    outputs = after.predict(inputs)
    require_same_outputs(before.outputs(), outputs)
    return outputs


def require_same_outputs(plain: NDArray[np.int8], coded: NDArray[np.int8]) -> None:
    """Raise proof-failed when two runs' output codes are not the same bytes."""
    if not np.array_equal(plain, coded):
        differing = int((plain != coded).sum()) if plain.shape == coded.shape else plain.size
        raise ModelError("proof-failed", reason=f"{differing} of {plain.size} output codes differ")


def require_same_tensors_in_tflm(coded: bytes) -> int:
    """Show that what TFLM decodes is what our own decoder finds, by reading its tensors after a run.

    Returns how many tensors were compared: all that the main subgraph decodes. Raises proof-failed, and what
    the interpreters raise.
    """
    parsed = parse(coded)
    signature = signature_of(parsed, "The model")
    interpreter = load(coded, parsed, "The model", keep_tensors=True)
    interpreter.set_input(np.zeros((1, *signature.input_shape), np.int8), 0)
    interpreter.invoke()
    compared = 0
    for decoder in decoders(parsed):
        if decoder.output.subgraph != _MAIN:
            continue
        read = interpreter.GetTensor(decoder.output.tensor, _MAIN)["tensor_data"]
        if not np.array_equal(read.reshape(-1), decoded_contents(parsed, decoder)):
            shape = tensor_at(parsed, decoder.output).shape.tolist()
            reason = f"TFLM decodes tensor {decoder.output.tensor} of shape {shape} differently"
            raise ModelError("proof-failed", reason=reason)
        compared += 1
    return compared
