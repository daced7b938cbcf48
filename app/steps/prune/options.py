"""What few people need of pruning: the settings under 'More'."""

from __future__ import annotations

from app.steps.setting_fields import Field
from app.texts import translate


def prune_fields() -> tuple[Field, ...]:
    """What goes whole, where it goes, and how the network recovers."""
    scopes = {
        "global": translate("Prune", "where it matters least"),
        "layer": translate("Prune", "the same in each layer"),
    }
    methods = {
        "training-aware": translate("Prune", "keep learning"),
        "post-training": translate("Prune", "only fit each layer (fast)"),
    }
    return (
        Field("prune", "method", translate("Prune", "How accuracy is kept"), methods),
        Field("prune", "filters", translate("Prune", "Filters that go")),
        Field("prune", "scope", translate("Prune", "Where it goes"), scopes),
        Field("prune", "epochs", translate("Prune", "Epochs")),
        Field("prune", "distillation", translate("Prune", "Learn from the trained network")),
        Field("prune", "learning_rate", translate("Prune", "Learning rate")),
    )
