"""How far a stage at work has come, from its curves."""

from __future__ import annotations

from dataclasses import dataclass

from app.charts.curves import StageCurves


@dataclass(frozen=True)
class LiveProgress:
    """`epoch` is the one at work, `finished` how many are; accuracy and loss are None until the first is."""

    epoch: int
    finished: int
    epochs: int
    accuracy: float | None
    best_accuracy: float | None
    loss: float | None


def live_progress(curves: StageCurves, planned: int) -> LiveProgress:
    """What the curves of a stage say; `planned` epochs where the stage has not said how many."""
    epochs = curves.epochs or planned
    accuracies, losses, steps = curves.validation("accuracy"), curves.validation("loss"), curves.steps("loss")
    finished = round(accuracies.epochs[-1]) if len(accuracies) else 0
    begun = int(-(-steps.epochs[-1] // 1)) if len(steps) else 0
    return LiveProgress(
        epoch=min(max(begun, finished, 1), epochs),
        finished=finished,
        epochs=epochs,
        accuracy=float(accuracies.values[-1]) if len(accuracies) else None,
        best_accuracy=float(accuracies.values.max()) if len(accuracies) else None,
        loss=float(losses.values[-1]) if len(losses) else float(steps.values[-1]) if len(steps) else None,
    )
