"""LiteRT, the runtime of phones and computers. It does not know TFLM_DECODE: it runs plain models only."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.tflite.interpreter import RuntimeName, Signature, running, signature_of
from core.tflite.model_file import parse

Kernels = Literal["default", "reference"]


class LiteRtInterpreter:
    """A plain model in LiteRT.

    `kernels` "default" are the fast ones (XNNPACK), "reference" the ones whose rounding TFLM shares. With
    `keep_tensors` what operators hand to one another can be read after a run; then it is not XNNPACK that
    runs them. Raises model-unreadable, model-not-int8 and model-not-runnable with `name` in their sentences.
    """

    def __init__(
        self,
        model: bytes,
        kernels: Kernels = "default",
        name: str = "The model",
        runtime: RuntimeName = "litert",
        *,
        keep_tensors: bool = False,
    ) -> None:
        self.signature: Signature = signature_of(parse(model, name), name)
        self.runtime: RuntimeName = runtime
        self._name = name
        self._interpreter = _loaded(model, kernels, name, keep_tensors)
        self._input: int = self._interpreter.get_input_details()[0]["index"]
        self._output: int = self._interpreter.get_output_details()[0]["index"]

    def predict(self, inputs: NDArray[np.int8]) -> NDArray[np.int8]:
        """Output codes (N, outputs) for input codes (N, height, width, channels).

        Raises model-not-runnable when an operator fails.
        """
        outputs = np.empty((len(inputs), self.signature.output_size), np.int8)
        for i in range(len(inputs)):
            with running("LiteRT", self._name):
                self._interpreter.set_tensor(self._input, inputs[i : i + 1])
                self._interpreter.invoke()
            outputs[i] = self._interpreter.get_tensor(self._output).reshape(-1)
        return outputs

    def tensor(self, number: int) -> NDArray[np.int8]:
        """What a tensor held after the last run, by its number in the file. Needs `keep_tensors`."""
        held: NDArray[np.int8] = self._interpreter.get_tensor(number)
        return held


def _loaded(model: bytes, kernels: Kernels, name: str, keep_tensors: bool) -> Any:
    from ai_edge_litert import interpreter as litert

    kinds = litert.OpResolverType
    default = kinds.BUILTIN_WITHOUT_DEFAULT_DELEGATES if keep_tensors else kinds.AUTO
    try:
        loaded = litert.Interpreter(
            model_content=model,
            experimental_op_resolver_type=default if kernels == "default" else kinds.BUILTIN_REF,
            experimental_preserve_all_tensors=keep_tensors,
        )
        loaded.allocate_tensors()
    except (RuntimeError, ValueError) as error:
        reason = "LiteRT cannot prepare it"
        raise ModelError("model-not-runnable", detail=str(error), path=name, reason=reason) from error
    return loaded
