"""The model as .tflite files."""

from __future__ import annotations

from core.export.exported_model import ExportedModel
from core.export.texts import filled, labels_text


def tflite_files(model: ExportedModel) -> dict[str, bytes]:
    """By name: the coded file for TFLM, the plain one for LiteRT, labels and what to do with them."""
    return {
        "model.tflite": model.model,
        "model-plain.tflite": model.plain,
        "labels.txt": labels_text(model),
        "README.md": filled("tflite.md", model),
    }
