"""The model image of a finished model for a board."""

from __future__ import annotations

import numpy as np

from core.boards.board_block import BoardBlock
from core.boards.model_image import ModelInput, ModelOutput, build_model_image
from core.errors import MODEL_IMAGE_FIELD, MODEL_NOT_RUNNABLE, SqueezeError
from core.tflite.interpreter import signature_of
from core.tflite.model_file import parse

_MIDDLE = 128
"""A picture value p stands for p / 128 - 1, as in training."""


def image_of_model(
    model: bytes,
    labels: tuple[str, ...],
    board: BoardBlock,
    name: str = "The model",
    sure_score: int | None = None,
) -> bytes:
    """The model image of an int8 .tflite, plain or coded, that classifies pictures into `labels`.

    Answers whose highest score is below `sure_score` are not sure; without it all are. Raises
    MODEL_UNREADABLE, MODEL_NOT_INT8 and MODEL_NOT_RUNNABLE with `name` in their sentences, and
    MODEL_IMAGE_FIELD when it has another number of classes than labels.
    """
    signature = signature_of(parse(model, name), name)
    if len(signature.input_shape) != 3:
        reason = f"its input of shape {signature.input_shape} is no picture"
        raise SqueezeError(MODEL_NOT_RUNNABLE, path=name, reason=reason)
    if signature.output_size != len(labels):
        reason = f"is {len(labels)}, the model's is {signature.output_size}"
        raise SqueezeError(MODEL_IMAGE_FIELD, field="the number of labels", reason=reason)
    height, width, channels = signature.input_shape
    given, result = signature.input_quantization, signature.output_quantization
    values = np.arange(256, dtype=np.float32) / _MIDDLE - 1
    return build_model_image(
        model,
        labels,
        ModelInput(
            height=height,
            width=width,
            channels=channels,
            scale=given.scale,
            zero_point=given.zero_point,
            codes=given.codes(values).tobytes(),
        ),
        ModelOutput(scale=result.scale, zero_point=result.zero_point, sure_score=sure_score),
        board,
    )
