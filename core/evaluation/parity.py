"""The proof that a coded model computes what the plain one does: the same weights, the same output bytes."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.compression.codable import tensor_at
from core.compression.decode_operator import decoded_contents, decoders
from core.compression.proof import require_same_weights
from core.errors import PROOF_FAILED, SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.evaluation.model_beside import ModelBeside
from core.task import Task
from core.tflite.interpreter import Interpreter, RuntimeName, signature_of
from core.tflite.model_file import parse
from core.tflite.tflm import load, tflm_available

_MAIN = 0


class Parity(msgspec.Struct, frozen=True, kw_only=True):
    """What was shown equal: the outputs for `pictures` inputs in `runtime`, and every decoded tensor.

    `tensors_from_tflm` says how many of these were read back from TFLM itself; 0 where there is no TFLM.
    """

    runtime: RuntimeName
    pictures: int
    tensors_from_tflm: int


def prove_parity(plain: bytes, coded: bytes, inputs: NDArray[np.int8], task: Task) -> Parity:
    """Show that `coded` has the weights of `plain` and gives the same output bytes for `inputs`.

    `inputs` are codes (N, height, width, channels). Where there is no TFLM, LiteRT's reference kernels run
    the plain model and what our own decoder restores of the coded one. Raises PROOF_FAILED, `Cancelled`, and
    what the interpreters raise.
    """
    require_same_weights(plain, coded)
    after = open_interpreter(coded)
    with beside(plain) as before:
        tensors = require_same_tensors_in_tflm(coded) if tflm_available() else 0
        for number, given in enumerate(task.track(inputs, len(inputs), "pictures"), start=1):
            same_outputs(before, after, given[None], f"for input {number}")
    return Parity(runtime=after.runtime, pictures=len(inputs), tensors_from_tflm=tensors)


def beside(plain: bytes) -> ModelBeside:
    """A plain model in the runtime whose outputs a coded one's are held against: TFLM, or what rounds alike.

    Use it in a `with` block. Raises what `ModelBeside` raises.
    """
    return ModelBeside(plain, "tflm" if tflm_available() else "reference")


def same_outputs(
    before: ModelBeside, after: Interpreter, inputs: NDArray[np.int8], where: str = ""
) -> NDArray[np.int8]:
    """Run both models on `inputs` at the same time and return their outputs (N, outputs).

    Raises PROOF_FAILED when they are not the same bytes, and what the interpreters raise.
    """
    if before.signature != after.signature:
        raise SqueezeError(PROOF_FAILED, reason="the two take or give codes that stand for other numbers")
    before.begin(inputs)
    outputs = after.predict(inputs)
    require_same_outputs(before.outputs(), outputs, where)
    return outputs


def require_same_outputs(plain: NDArray[np.int8], coded: NDArray[np.int8], where: str = "") -> None:
    """Raise PROOF_FAILED when two runs' output codes are not the same bytes. `where` goes into the reason."""
    if not np.array_equal(plain, coded):
        differing = int((plain != coded).sum()) if plain.shape == coded.shape else plain.size
        reason = f"{differing} of {plain.size} output codes differ {where}".rstrip()
        raise SqueezeError(PROOF_FAILED, reason=reason)


def require_same_tensors_in_tflm(coded: bytes) -> int:
    """Show that what TFLM decodes is what our own decoder finds, by reading its tensors after a run.

    Returns how many tensors were compared: all that the main subgraph decodes. Raises PROOF_FAILED, and what
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
            raise SqueezeError(PROOF_FAILED, reason=reason)
        compared += 1
    return compared
