"""The stage Prune: the trained network with fewer filters and connections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.compression.pruning_plan import PruningPlan
from core.errors import RunError
from core.runs.measuring import Details
from core.runs.stage import LIBRARIES, StageContext, StageResult, keras_result
from core.runs.stage_details import PruneDetails, fields_of
from core.training.checkpoint import Checkpoint


def perform(context: StageContext) -> StageResult:
    """Prune the trained network. Raises RUN_DAMAGED, what `prune` raises; `Cancelled`, as for training."""
    with context.task.span(LIBRARIES):
        from core.compression.pruning import prune

    folder = context.folder
    trained = Checkpoint(folder.checkpoints, "train").trained
    if not trained.is_file():
        raise RunError("run-damaged", path=trained, stage="train")
    context.say_preparing()
    with context.task.span("make the network"):
        pruned = prune(
            context.settings, context.training_data(), folder.file("prune"), folder.checkpoints, context.task
        )
    result = keras_result("prune", context)
    return replace(result, details=prune_details(result.details, pruned.plan, pruned.filters_before))


def prune_details(details: Details, plan: PruningPlan, filters_before: Mapping[str, int]) -> PruneDetails:
    """`details` with what was decided to go, and the number of filters that each layer had before."""
    layers = tuple(
        {**layer, "filters_before": filters_before[str(layer["name"])]} for layer in details.layers
    )
    before = plan.before if plan.trials else None
    fields = fields_of(details) | {"layers": layers}
    return PruneDetails(**fields, level=plan.level, before=before, trials=plan.trials)
