"""The model image: what is written to a board's model partition, made of a finished model.

A header of fixed layout (byte table in docs/model-image.md), the board's actions, the labels, and the .tflite
at a multiple of 16.
All of it behind the hash is covered by the hash, so a board knows before it runs a model that every byte
arrived. Nothing in it has to be allocated or converted to be used in place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np

from core.boards.actions import ACTION, actions_for, pack_actions, require_classes, unpack_actions
from core.boards.board_block import (
    BOARD_BLOCK,
    BoardBlock,
    action_count_of,
    pack_board_block,
    unpack_board_block,
)
from core.boards.byte_layout import BadField, ByteLayout, Value
from core.errors import ModelError, SqueezeError
from core.settings import ClassAction
from core.tflite.interpreter import signature_of
from core.tflite.model_file import parse

MAGIC = b"SQZMODEL"
IMAGE_VERSION = 3
"""The newest version, for images with actions. Older ones are read too, and written: version 1 where there is
no threshold, version 2 where there is one.
"""
ALIGNMENT = 16
MOST_BYTES = 16 * 1024 * 1024
MOST_LABELS = 1000
MOST_LABEL_BYTES = 255
LARGEST_SIDE = 1024

HEADER = ByteLayout(
    ("magic", "bytes:8"),
    ("version", "u16"),
    ("header_bytes", "u16"),
    ("total_bytes", "u32"),
    ("sha256", "bytes:32"),
    ("labels_offset", "u32"),
    ("labels_bytes", "u32"),
    ("model_offset", "u32"),
    ("model_bytes", "u32"),
    ("classes", "u16"),
    ("input_height", "u16"),
    ("input_width", "u16"),
    ("input_channels", "u8"),
    ("", "zero:1"),
    ("input_scale", "f32"),
    ("input_zero_point", "i32"),
    ("output_scale", "f32"),
    ("output_zero_point", "i32"),
    ("has_threshold", "u8"),
    ("sure_score", "i8"),
    ("", "zero:6"),
    ("board", f"bytes:{BOARD_BLOCK.size}"),
    ("input_codes", "bytes:256"),
)
_HASH_AT = next(row.offset for row in HEADER.rows if row.name == "sha256")
HASHED_FROM = _HASH_AT + hashlib.sha256().digest_size
_BEGINNING = ByteLayout(*((row.name, row.kind) for row in HEADER.rows[:4]))
_SHIFTED = bytes((value - 128) & 0xFF for value in range(256))
_THRESHOLDS = {1: (0,), 2: (1,), 3: (0, 1)}
"""What `has_threshold` can be in each version."""
_MIDDLE = 128
"""An image value p stands for p / 128 - 1, as in training."""


class ModelInput(msgspec.Struct, frozen=True, kw_only=True):
    """The image a model takes and how its values become the input tensor's int8 codes.

    `codes[v]` is the code (as an unsigned byte) of image value v; a code c stands for
    (c - zero_point) * scale. By default image values are moved by 128, which is exact.
    """

    height: int
    width: int
    channels: int
    scale: float
    zero_point: int
    codes: bytes = _SHIFTED


class ModelOutput(msgspec.Struct, frozen=True, kw_only=True):
    """How a score's int8 code c is read: (c - zero_point) * scale.

    An answer is sure when its highest code is at least `sure_score`; without one every answer is.
    """

    scale: float
    zero_point: int
    sure_score: int | None = None

    def is_sure(self, highest_code: int) -> bool:
        """Whether an answer with this highest code is sure."""
        return self.sure_score is None or highest_code >= self.sure_score


class ModelImage(msgspec.Struct, frozen=True, kw_only=True):
    """A model with all that a board needs to run it. `sha256` names the image wherever it is spoken of."""

    labels: tuple[str, ...]
    input: ModelInput
    output: ModelOutput
    board: BoardBlock
    model: bytes
    sha256: bytes


def build_model_image(
    model: bytes,
    labels: tuple[str, ...],
    model_input: ModelInput,
    model_output: ModelOutput,
    board: BoardBlock,
) -> bytes:
    """The bytes to write to the model partition; the same arguments give the same bytes.

    Raises model-image-field for what the format cannot hold.
    """
    label_bytes = b"".join(label.encode(errors="replace") + b"\0" for label in labels)
    header_bytes = HEADER.size + len(board.actions) * ACTION.size
    gap = b"\0" * (-(header_bytes + len(label_bytes)) % ALIGNMENT)
    model_offset = header_bytes + len(label_bytes) + len(gap)
    has_threshold = model_output.sure_score is not None
    values: dict[str, Value] = {
        "magic": MAGIC,
        "version": IMAGE_VERSION if board.actions else 1 + has_threshold,
        "header_bytes": header_bytes,
        "total_bytes": model_offset + len(model),
        "sha256": b"\0" * 32,
        "labels_offset": header_bytes,
        "labels_bytes": len(label_bytes),
        "model_offset": model_offset,
        "model_bytes": len(model),
        "classes": len(labels),
        "input_height": model_input.height,
        "input_width": model_input.width,
        "input_channels": model_input.channels,
        "input_scale": model_input.scale,
        "input_zero_point": model_input.zero_point,
        "output_scale": model_output.scale,
        "output_zero_point": model_output.zero_point,
        "has_threshold": int(has_threshold),
        "sure_score": model_output.sure_score or 0,
        "input_codes": model_input.codes,
    }
    try:
        header = HEADER.pack({**values, "board": pack_board_block(board)}) + pack_actions(board.actions)
    except BadField as error:
        raise _refused(error) from error
    hashed = header[HASHED_FROM:] + label_bytes + gap + model
    image = header[:_HASH_AT] + hashlib.sha256(hashed).digest() + hashed
    parse_model_image(image)
    return image


def parse_model_image(data: bytes) -> ModelImage:
    """The model image at the beginning of `data`; what lies behind its end is left unread.

    Raises model-image-missing when there is none, model-image-version, model-image-length when it is cut
    short, model-image-damaged when the hash differs, model-image-field (with the field's name) when a field
    contradicts the format. They are checked in this order, here and in the firmware.
    """
    total = _total_bytes(data)
    image = data[:total]
    if hashlib.sha256(image[HASHED_FROM:]).digest() != image[_HASH_AT:HASHED_FROM]:
        raise ModelError("model-image-damaged", detail=f"{total} bytes")
    try:
        values: dict[str, Any] = HEADER.unpack(image)
        _require_sound(values, image)
        actions = unpack_actions(image[HEADER.size : values["header_bytes"]])
        require_classes(actions, values["classes"])
        return ModelImage(
            labels=_labels(values, image),
            input=ModelInput(
                height=values["input_height"],
                width=values["input_width"],
                channels=values["input_channels"],
                scale=values["input_scale"],
                zero_point=values["input_zero_point"],
                codes=values["input_codes"],
            ),
            output=ModelOutput(
                scale=values["output_scale"],
                zero_point=values["output_zero_point"],
                sure_score=values["sure_score"] if values["has_threshold"] else None,
            ),
            board=unpack_board_block(values["board"], actions),
            model=image[values["model_offset"] :],
            sha256=values["sha256"],
        )
    except BadField as error:
        raise _refused(error) from error


def _total_bytes(data: bytes) -> int:
    """How long the image in `data` is, once magic, version and length are checked."""
    if data[: len(MAGIC)] != MAGIC:
        raise ModelError("model-image-missing", detail=f"begins with {data[:8].hex(' ') or 'nothing'}")
    if len(data) < _BEGINNING.size:
        raise ModelError("model-image-length", detail=f"{len(data)} bytes")
    values: dict[str, Any] = _BEGINNING.unpack(data)
    if not 1 <= values["version"] <= IMAGE_VERSION:
        raise ModelError("model-image-version", found=values["version"], known=f"1 to {IMAGE_VERSION}")
    total: int = values["total_bytes"]
    if not HEADER.size <= total <= min(len(data), MOST_BYTES):
        raise ModelError("model-image-length", detail=f"{total} bytes named, {len(data)} there")
    return total


def _require_sound(values: dict[str, Any], image: bytes) -> None:
    """Raises `BadField` for the first field that contradicts the format."""
    labels_end = values["labels_offset"] + values["labels_bytes"]
    model_offset = values["model_offset"]
    action_count = action_count_of(values["board"])
    header_bytes = HEADER.size + action_count * ACTION.size
    for name, sound in (
        ("header_bytes", values["header_bytes"] == header_bytes),
        ("labels_offset", values["labels_offset"] == header_bytes),
        ("labels_bytes", labels_end <= model_offset),
        ("model_offset", model_offset % ALIGNMENT == 0 and model_offset - labels_end < ALIGNMENT),
        ("model_bytes", 0 < values["model_bytes"] == len(image) - model_offset),
        ("gap before the model", not any(image[labels_end:model_offset])),
        ("classes", 2 <= values["classes"] <= MOST_LABELS),
        ("input_height", 1 <= values["input_height"] <= LARGEST_SIDE),
        ("input_width", 1 <= values["input_width"] <= LARGEST_SIDE),
        ("input_channels", values["input_channels"] in (1, 3)),
        ("input_scale", values["input_scale"] > 0),
        ("input_zero_point", -128 <= values["input_zero_point"] <= 127),
        ("output_scale", values["output_scale"] > 0),
        ("output_zero_point", -128 <= values["output_zero_point"] <= 127),
        ("has_threshold", values["has_threshold"] in _THRESHOLDS[values["version"]]),
        ("action_count", (action_count > 0) == (values["version"] == IMAGE_VERSION)),
        ("sure_score", values["has_threshold"] or values["sure_score"] == 0),
    ):
        if not sound:
            raise BadField(name, f"is {values.get(name, 'not zero')!r}")


def _labels(values: dict[str, Any], image: bytes) -> tuple[str, ...]:
    """The labels, each of which ends with a zero byte."""
    start = values["labels_offset"]
    raw = image[start : start + values["labels_bytes"]].split(b"\0")
    if raw.pop() != b"" or len(raw) != values["classes"]:
        raise BadField("labels", f"are not {values['classes']} texts with a zero byte behind each")
    if not all(0 < len(label) <= MOST_LABEL_BYTES for label in raw):
        raise BadField("labels", f"are not all 1 to {MOST_LABEL_BYTES} bytes long")
    try:
        return tuple(label.decode() for label in raw)
    except UnicodeDecodeError as error:
        raise BadField("labels", "are not UTF-8") from error


def _refused(error: BadField) -> SqueezeError:
    return ModelError("model-image-field", field=error.field, reason=error.reason)


def image_of_model(
    model: bytes,
    labels: tuple[str, ...],
    board: BoardBlock,
    name: str = "The model",
    sure_score: int | None = None,
    act: Mapping[str, ClassAction] | None = None,
) -> bytes:
    """The model image of an int8 .tflite, plain or coded, that classifies images into `labels`.

    Answers whose highest score is below `sure_score` are not sure; without it all are. `act` is what the
    board does when it sees a class; whether its pins are free is for whoever knows the board. Raises
    model-unreadable, model-not-int8 and model-not-runnable with `name` in their sentences, and
    model-image-field when it has another number of classes than labels.
    """
    signature = signature_of(parse(model, name), name)
    if len(signature.input_shape) != 3:
        reason = f"its input of shape {signature.input_shape} is no image"
        raise ModelError("model-not-runnable", path=name, reason=reason)
    if signature.output_size != len(labels):
        reason = f"is {len(labels)}, the model's is {signature.output_size}"
        raise ModelError("model-image-field", field="the number of labels", reason=reason)
    height, width, channels = signature.input_shape
    inputs, result = signature.input_quantization, signature.output_quantization
    actions = actions_for(act or {}, labels, result.scale, result.zero_point)
    values = np.arange(256, dtype=np.float32) / _MIDDLE - 1
    return build_model_image(
        model,
        labels,
        ModelInput(
            height=height,
            width=width,
            channels=channels,
            scale=inputs.scale,
            zero_point=inputs.zero_point,
            codes=inputs.codes(values).tobytes(),
        ),
        ModelOutput(scale=result.scale, zero_point=result.zero_point, sure_score=sure_score),
        msgspec.structs.replace(board, actions=actions),
    )
