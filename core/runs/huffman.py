"""The stage Huffman: the quantized file coded, proved to be the same, and measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from core.compression.coding import CompressionResult, compress_model
from core.compression.histograms import table_histograms
from core.compression.sizes import Inspection, LayerInspection, inspect
from core.files import write_whole
from core.runs.measuring import Details, tested_threshold
from core.runs.predictors import Answers, open_predictor, proved_answers
from core.runs.stage import StageContext, StageResult, stage_result, sure_threshold
from core.runs.stage_details import HuffmanDetails, Layers, Proofs, fields_of, read_details
from core.runs.summary import Threshold
from core.runs.tflite_figures import tflite_figures


def perform(context: StageContext) -> StageResult:
    """Code the quantized file. Raises what `compress_model` and `proved_answers` raise; `Cancelled`."""
    folder, test = context.folder, context.data.test
    path, plain_path = folder.file("huffman"), folder.file("quantize")
    plain = plain_path.read_bytes()
    with context.task.span("code"):
        coded = compress_model(plain, context.task, context.settings.huffman, plain_path.name)
    context.task.status("Comparing the outputs of both models")
    with context.task.span("prove"):
        proved = proved_answers(plain, coded.model, test.images, context.task)
    with context.task.span("write the file"):
        write_whole(path, coded.model)
    with context.task.span("measure memory"):
        own = tflite_figures(coded.inspection, coded.model, path.name)
        before = inspect(plain, plain_path.name)
    proofs = Proofs(
        decoded_tensors=coded.decoded_tensors,
        tflm_tensors=proved.tflm_tensors,
        identical_outputs=len(test),
        runtime=proved.answers.runtime,
    )
    with context.task.span("sum up"):
        layers = coded_layers(coded.figures.layers, before, read_details(folder, "quantize", Details))
        result = stage_result(
            "huffman",
            context,
            proved.answers,
            layers=layers,
            table_bytes=coded.figures.table_bytes,
            decoded_identical=coded.figures.decoded_identical,
            identical_outputs=len(test),
            threshold=_threshold_of_plain(proved.answers, context),
            **own,
        )
        details = huffman_details(result.details, coded, before, proofs)
        return replace(result, details=details)


def _threshold_of_plain(answers: Answers, context: StageContext) -> Threshold | None:
    """The threshold of int8.tflite, whose answers the coded file gives, with what it does to `answers`."""
    plain = context.folder.read_summary().of("quantize")
    if plain is None or plain.threshold is None:
        # The plain file was made before there were thresholds.
        return sure_threshold(
            open_predictor(context.folder.file("quantize"), foreign=False), answers, context
        )
    return tested_threshold(plain.threshold, answers, context.data.test)


def coded_layers(coded: Sequence[LayerInspection], plain: Inspection, quantize: Details | None) -> Layers:
    """The layers of huffman.tflite, with what they took before. Their names stand in `quantize`, if any."""
    names: list[object] = [layer.get("layer") for layer in quantize.layers] if quantize else []
    if len(names) != len(coded):
        names = [None] * len(coded)
    return tuple(
        msgspec.to_builtins(layer) | {"layer": name, "plain_bytes": before.bytes}
        for layer, before, name in zip(coded, plain.layers, names, strict=True)
    )


def huffman_details(
    details: Details, result: CompressionResult, plain: Inspection, proofs: Proofs
) -> HuffmanDetails:
    """`details` with what coding came to."""
    return HuffmanDetails(
        **fields_of(details),
        tables=table_histograms(result.model),
        plain=_bytes_by_purpose(plain),
        slim_bytes=result.figures.slim_bytes,
        coded=_bytes_by_purpose(result.inspection),
        entropy_bytes=result.inspection.entropy_bytes,
        optimal_bytes=result.inspection.optimal_bytes,
        proofs=proofs,
    )


def _bytes_by_purpose(inspection: Inspection) -> dict[str, int]:
    return {
        name: getattr(inspection, name) for name in inspection.__struct_fields__ if name.endswith("bytes")
    }
