"""What few people need of training: the settings under 'More'."""

from __future__ import annotations

from app.steps.setting_fields import Field
from app.texts import translate


def train_fields() -> tuple[Field, ...]:
    """The network's shape, how it learns, and the number that chance comes from."""
    return (
        Field("network", "name", translate("Train", "Network")),
        Field("network", "width", translate("Train", "Width")),
        Field("train", "epochs", translate("Train", "Epochs")),
        Field("train", "batch_size", translate("Train", "Pictures a step")),
        Field("train", "learning_rate", translate("Train", "Learning rate")),
        Field("", "seed", translate("Train", "Seed")),
    )
