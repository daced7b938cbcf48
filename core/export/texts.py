"""Texts of exported files: templates in resources/export, with the figures of a model filled in."""

from __future__ import annotations

from string import Template

from core.export.exported_model import ExportedModel
from core.paths import resources_folder


def filled(template: str, model: ExportedModel, **more: str) -> bytes:
    """The template of that name with what a model says, and `more`, in place of $names."""
    path = resources_folder() / "export" / template
    return Template(path.read_text(encoding="utf-8")).substitute(_values(model), **more).encode()


def labels_text(model: ExportedModel) -> bytes:
    """The labels, a line each, in the order of the model's outputs."""
    return "".join(f"{label}\n" for label in model.labels).encode()


def _values(model: ExportedModel) -> dict[str, str]:
    signature = model.signature
    height, width, channels = signature.input_shape
    inputs, result = signature.input_quantization, signature.output_quantization
    return {
        "source": model.source,
        "accuracy": f"{model.accuracy * 100:.1f} %",
        "bytes": f"{len(model.model):,}",
        "plain_bytes": f"{len(model.plain):,}",
        "height": str(height),
        "width": str(width),
        "channels": str(channels),
        "colors": "red, green, blue" if channels == 3 else "gray",
        "classes": str(len(model.labels)),
        "labels": ", ".join(model.labels),
        "input_scale": repr(inputs.scale),
        "input_zero_point": str(inputs.zero_point),
        "output_scale": repr(result.scale),
        "output_zero_point": str(result.zero_point),
        "arena": _arena(model.arena_bytes),
        "threshold": _threshold(model.sure_score),
        "resolver_size": str(len(model.resolver_calls)),
        "resolver_calls": "\n".join(f"    resolver.{call}();" for call in model.resolver_calls),
    }


def _threshold(sure_score: int | None) -> str:
    if sure_score is None:
        return "The highest value is the prediction. This model has no threshold."
    return (
        f"The highest value is the prediction. If it is below {sure_score}, the prediction is not sure: the "
        "image may show none of the classes."
    )


def _arena(measured: int | None) -> str:
    if measured is None:
        return "not measured"
    return f"{measured:,} bytes on a 64-bit computer"
