"""What few people need of quantization: the settings under 'More'."""

from __future__ import annotations

from app.steps.setting_fields import Field
from app.texts import translate


def quantize_fields() -> tuple[Field, ...]:
    """How long the network learns with rounded numbers, and from what."""
    return (
        Field("quantize", "epochs", translate("Quantize", "Epochs")),
        Field("quantize", "distillation", translate("Quantize", "Learn from the trained network")),
        Field("quantize", "learning_rate", translate("Quantize", "Learning rate")),
    )
