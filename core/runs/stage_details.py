"""What single stages have to show beside what every stage has (docs/run-folder.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from core.compression.coding import CompressionResult
from core.compression.histograms import TableHistogram, table_histograms
from core.compression.pruning_plan import Level, PruningPlan, Trial
from core.compression.sizes import Inspection, LayerInspection
from core.errors import SqueezeError
from core.evaluation.changes import Changes
from core.figures import Amount, Count, Fraction
from core.reading import read_json
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.summary import Runtime
from core.settings import QuantizeMethod, Stage

if TYPE_CHECKING:
    from core.evaluation.sqnr import LayerFidelity

Layers = tuple[Mapping[str, object], ...]
SomeDetails = TypeVar("SomeDetails", bound=Details)


class PruneDetails(Details, frozen=True, kw_only=True):
    """The content of details/prune.json.

    `level` is how far the network was pruned. Where that was searched for, `before` is the accuracy of the
    trained network on the validation pictures, and `trials` are what was tried.
    """

    level: Level
    before: Fraction | None = None
    trials: tuple[Trial, ...] = ()


class QuantizeDetails(Details, frozen=True, kw_only=True):
    """The content of details/quantize.json."""

    method: QuantizeMethod
    snr_pictures: Count
    changed: Changes


class Proofs(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the coded file was found the same as in the plain one.

    Tensors by our decoder, tensors read back from TFLM (0 where there is none), and the test pictures that
    gave the same output bytes in `runtime`.
    """

    decoded_tensors: Count
    tflm_tensors: Count
    identical_outputs: Count
    runtime: Runtime


class HuffmanDetails(Details, frozen=True, kw_only=True):
    """The content of details/huffman.json. `plain` and `coded` say what the files' bytes are for."""

    tables: tuple[TableHistogram, ...]
    plain: Mapping[str, Count]
    slim_bytes: Count
    coded: Mapping[str, Count]
    entropy_bytes: Amount
    optimal_bytes: Amount
    proofs: Proofs


def prune_details(details: Details, plan: PruningPlan, filters_before: Mapping[str, int]) -> PruneDetails:
    """`details` with what was decided to go, and the number of filters that each layer had before."""
    layers = tuple(
        {**layer, "filters_before": filters_before[str(layer["name"])]} for layer in details.layers
    )
    before = plan.before if plan.trials else None
    fields = _fields(details) | {"layers": layers}
    return PruneDetails(**fields, level=plan.level, before=before, trials=plan.trials)


def quantized_layers(
    layers: Sequence[LayerInspection], fidelity: Sequence[LayerFidelity], bits: Mapping[str, int]
) -> Layers:
    """The layers of int8.tflite, with their names in the network, their bits and what is left of them."""
    return tuple(
        msgspec.to_builtins(layer)
        | {
            "layer": found.layer,
            "weight_bits": None if found.layer is None else bits[found.layer],
            "weight_snr_db": found.weight_snr_db,
            "output_snr_db": found.output_snr_db,
        }
        for layer, found in zip(layers, fidelity, strict=True)
    )


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
        **_fields(details),
        tables=table_histograms(result.model),
        plain=_bytes_by_purpose(plain),
        slim_bytes=result.figures.slim_bytes,
        coded=_bytes_by_purpose(result.inspection),
        entropy_bytes=result.inspection.entropy_bytes,
        optimal_bytes=result.inspection.optimal_bytes,
        proofs=proofs,
    )


def quantize_details(
    details: Details, method: QuantizeMethod, snr_pictures: int, changed: Changes
) -> QuantizeDetails:
    """`details` with what quantization changed."""
    return QuantizeDetails(**_fields(details), method=method, snr_pictures=snr_pictures, changed=changed)


def read_details(folder: RunFolder, stage: Stage, kind: type[SomeDetails]) -> SomeDetails | None:
    """The details of a stage; None when there are none that can be read, or they are not what it wrote."""
    try:
        details = read_json(folder.details(stage), kind)
        changed = folder.is_changed(folder.read_record(), folder.details(stage))
    except (OSError, msgspec.DecodeError, SqueezeError):
        return None
    return details if details.stage == stage and not changed else None


def _fields(details: Details) -> dict[str, Any]:
    return {name: getattr(details, name) for name in details.__struct_fields__}


def _bytes_by_purpose(inspection: Inspection) -> dict[str, int]:
    return {
        name: getattr(inspection, name) for name in inspection.__struct_fields__ if name.endswith("bytes")
    }
