"""What few people need of training: the settings under 'More'."""

from __future__ import annotations

from app.steps.setting_fields import Field
from app.texts import translate


def train_fields() -> tuple[Field, ...]:
    """The network's shape, how it learns, and the number that chance comes from."""
    networks = {
        "squeezenet-1.0": "SqueezeNet 1.0",
        "squeezenet-1.1": "SqueezeNet 1.1",
        "alexnet": translate("Train", "AlexNet (to compare)"),
    }
    bypasses = {
        "none": translate("Train", "none"),
        "simple": translate("Train", "simple"),
        "complex": translate("Train", "complex"),
    }
    weightings = {
        "auto": translate("Train", "if needed"),
        "on": translate("Train", "always"),
        "off": translate("Train", "never"),
    }
    return (
        Field("network", "name", translate("Train", "Network"), networks),
        Field("network", "width", translate("Train", "Width")),
        Field("network", "bypass", translate("Train", "Bypass"), bypasses),
        Field("network", "squeeze_ratio", translate("Train", "Squeeze ratio")),
        Field("network", "share_3x3", translate("Train", "Share of 3x3 filters")),
        Field("train", "epochs", translate("Train", "Epochs")),
        Field("train", "batch_size", translate("Train", "Batch size")),
        Field("train", "learning_rate", translate("Train", "Learning rate")),
        Field("train", "class_weights", translate("Train", "Rare classes count more"), weightings),
        Field("train", "freeze_epochs", translate("Train", "Epochs of the last layer alone")),
        Field("", "seed", translate("Train", "Seed")),
    )
