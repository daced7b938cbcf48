"""What was done in a run, step by step, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core import wording
from core.networks.start_weights import starts_elsewhere
from core.report.contents import RunContents
from core.settings import STAGES, START_IMAGENET, START_SCRATCH, START_SHIPPED, Stage
from core.wording import unbroken

_WAITING = {
    "waiting": "Not started.",
    "started": "Not finished.",
    "stale": "Out of date: settings changed.",
    "done": "Done.",
}
_STARTS = {
    START_SHIPPED: " from the starting network",
    START_IMAGENET: " from ImageNet weights",
}
_TITLES = {"train": "Train", "prune": "Prune", "quantize": "Quantize", "huffman": "Huffman"}


@dataclass(frozen=True)
class Step:
    """A step of a run: what was done, how long it took, and whether it is finished."""

    title: str
    text: str
    seconds: float | None
    is_done: bool


def steps_of(contents: RunContents) -> tuple[Step, ...]:
    """The images and the four stages."""
    return (_images(contents), *(_stage(stage, contents) for stage in STAGES))


def _images(contents: RunContents) -> Step:
    summary, settings = contents.summary, contents.record.settings
    size = f"{settings.data.image_size} {wording.TIMES} {settings.data.image_size} pixels"
    seen = f"{'grayscale' if settings.data.gray else 'color'}, {size}"
    if summary is None:
        return Step("Images", f"From {settings.data.source}, {seen}.", None, contents.data is not None)
    data = summary.dataset
    count = data.train_images + data.validation_images + data.test_images
    text = (
        f"{count:,} images in {len(data.classes)} classes from “{data.name}”, {seen}: "
        f"{data.train_images:,} for training, {data.validation_images:,} for validation, "
        f"{data.test_images:,} for the test."
    )
    return Step("Images", text, None, True)


def _stage(stage: Stage, contents: RunContents) -> Step:
    figures = contents.summary.of(stage) if contents.summary else None
    if figures is None:
        return Step(_TITLES[stage], _WAITING[contents.record.stages[stage].state], None, False)
    return Step(_TITLES[stage], _TEXTS[stage](contents), figures.seconds, True)


def _trained(contents: RunContents) -> str:
    assert contents.summary is not None
    network, settings = contents.summary.network, contents.record.settings
    source = settings.train.start_weights or START_SCRATCH
    start = (
        _STARTS.get(source, f" from the weights in {Path(source).name}") if starts_elsewhere(settings) else ""
    )
    train = settings.train
    long = f"{train.epochs} epochs" if train.steps is None else f"{train.steps:,} steps"
    return (
        f"{network.name} at width {network.width:g}, trained{start} for {long}: "
        f"{network.parameters:,} parameters, {wording.millions(network.macs)} MACs per image."
    )


def _pruned(contents: RunContents) -> str:
    assert contents.summary is not None
    figures = contents.summary.of("prune")
    assert figures is not None
    filters = contents.prune.level.filters if contents.prune else 0.0
    parts = [
        f"{unbroken(wording.percent(fraction))} of the {what}"
        for fraction, what in ((filters, "filters removed"), (figures.sparsity, "weights set to zero"))
        if fraction
    ]
    text = "; ".join(parts) or "Nothing removed"
    if contents.record.settings.prune.method == "post-training":
        text += ", each layer fitted to its outputs before pruning"
    if figures.parameters is not None:
        text += f". {figures.parameters:,} parameters remain"
    if contents.prune and contents.prune.trials:
        text += f"; result of a search with {len(contents.prune.trials)} trials"
    return f"{text}."


def _quantized(contents: RunContents) -> str:
    settings = contents.record.settings.quantize
    way = "with quantization-aware training"
    if settings.method == "post-training":
        way = "without training, each layer fitted to its float outputs"
    text = f"Weights have {settings.weight_bits} bits (8 in the first and the last layer), {way}."
    if contents.quantize is None:
        return text
    changed = contents.quantize.changed
    return (
        f"{text} {changed.count:,} predictions on the test images changed: "
        f"{changed.became_right:,} are now correct, {changed.became_wrong:,} are now wrong."
    )


def _coded(contents: RunContents) -> str:
    assert contents.summary is not None
    figures = contents.summary.of("huffman")
    assert figures is not None
    tables = sum(table.number is not None for table in contents.huffman.tables) if contents.huffman else 0
    with_tables = f" with {tables} code tables" if tables else ""
    size = ""
    if figures.table_bytes is not None:
        size = f" ({unbroken(wording.size(figures.table_bytes))}, included in the size)"
    return f"Frequent values have short codes{with_tables}{size}; stock TensorFlow Lite Micro runs the file."


_TEXTS: Mapping[Stage, Callable[[RunContents], str]] = {
    "train": _trained,
    "prune": _pruned,
    "quantize": _quantized,
    "huffman": _coded,
}
