"""When an answer is sure: probabilities that mean what they say, and how likely the likeliest class must be.

A network that learned its images well calls nearly everything 99 % likely, also what it has never seen. Its
logits are divided by one number, the temperature, so that of the answers called 80 % likely 80 % are correct
(Guo et al., "On calibration of modern neural networks", arXiv:1706.04599). An int8 .tflite has that number in
its Softmax operator, as `beta`, its inverse: no weight changes, nor the order of the classes, and whatever
runs the file gives the same scores. The threshold is a score, so that comparing with it needs no arithmetic
(docs/decisions/0022-not-sure.md).
"""

from __future__ import annotations

import math

import numpy as np
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.tflite.model_file import parse, serialize

PASSED = 0.95
"""At least this fraction of the correct answers on the validation images passes the threshold."""

_TEMPERATURES = 2.0 ** (np.arange(-32, 65) / 16)
"""From 1/4 to 16. A step of 4 % changes no probability by more than a point or so."""


def sure_from(highest: NDArray[np.float64], correct: NDArray[np.bool_], classes: int) -> float | None:
    """The threshold: the highest probability that at least `PASSED` of the correct answers reach.

    `highest` has the probability of the likeliest of the `classes` for each image, `correct` whether it is
    the right one. None where no answer is correct: nothing can be learned from that.

    Of n correct answers the lowest is reached, it is to be expected, by n of n + 1 others. Under 19 that is
    less than `PASSED`, and the lowest alone would turn away too many: the threshold is then as much nearer
    to chance, where every answer is sure.
    """
    reached = np.sort(highest[correct])
    count = len(reached)
    if not count:
        return None
    least, chance = float(reached[count - math.ceil(PASSED * count)]), 1 / classes
    nearer = chance + (least - chance) * count / (count + 1) / PASSED
    return min(least, nearer) if count / (count + 1) < PASSED else least


def fit_temperature(logits: NDArray[np.floating], labels: NDArray[np.int64]) -> float:
    """What logits (N, classes) are to be divided by: the least mean cross-entropy for labels (N,).

    Of few images nearly all are often classified correctly, and no temperature would be too low for those.
    So the square of the temperature's logarithm is added, and weighs as much as one image.
    """
    losses = [_loss(logits / temperature, labels) for temperature in _TEMPERATURES]
    cost = np.array(losses) + np.log(_TEMPERATURES) ** 2 / len(labels)
    return float(_TEMPERATURES[cost.argmin()])


def _loss(logits: NDArray[np.floating], labels: NDArray[np.int64]) -> float:
    """The mean cross-entropy, in nats."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    of_label = shifted[np.arange(len(labels)), labels]
    return float((np.log(np.exp(shifted).sum(axis=1)) - of_label).mean())


def with_temperature(model: bytes, temperature: float) -> bytes:
    """A .tflite whose probabilities are those of its logits divided by `temperature`.

    Raises model-unreadable, and `ValueError` for a model that does not end in a Softmax operator.
    """
    parsed = parse(model)
    options: schema.SoftmaxOptionsT = _softmax(parsed).builtinOptions
    options.beta /= temperature
    return serialize(parsed)


def logits_model(model: bytes) -> bytes:
    """A .tflite that ends before its Softmax operator: its outputs are the codes of its logits.

    Raises as `with_temperature` does.
    """
    parsed = parse(model)
    main, softmax = parsed.subgraphs[0], _softmax(parsed)
    main.operators.remove(softmax)
    main.outputs = softmax.inputs[:1].copy()
    return serialize(parsed)


def _softmax(model: schema.ModelT) -> schema.OperatorT:
    """The operator that gives the model's output."""
    main = model.subgraphs[0]
    for operator in main.operators:
        kind = model.operatorCodes[operator.opcodeIndex].builtinCode
        if kind == schema.BuiltinOperator.SOFTMAX and list(operator.outputs) == list(main.outputs):
            return operator
    raise ValueError("the model does not end in a Softmax operator")
