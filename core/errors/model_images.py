"""Errors of the model image, the form in which a model lies in a board's flash."""

from __future__ import annotations

from core.errors.kind import ErrorKind

MODEL_IMAGE_MISSING = ErrorKind(
    "model-image-missing",
    "There is no model image: the first bytes are not those of one.",
    "Flash a model to the board; if this is a file, choose the run's model.img.",
)
MODEL_IMAGE_VERSION = ErrorKind(
    "model-image-version",
    "The model image is of another version (format {found}, this program and its firmware read {known}).",
    "Flash the board again, firmware and model.",
)
MODEL_IMAGE_LENGTH = ErrorKind(
    "model-image-length",
    "The model image is cut short, or its length is not a possible one.",
    "Flash the model again; if that does not help, the board's flash is too small for it.",
)
MODEL_IMAGE_DAMAGED = ErrorKind(
    "model-image-damaged",
    "The model image is damaged: its hash does not match its bytes.",
    "Flash the model again, more slowly or with another cable.",
)
MODEL_IMAGE_FIELD = ErrorKind(
    "model-image-field",
    "The model image contradicts its format: {field} {reason}.",
    "Make it again from the run, then flash the board.",
)
