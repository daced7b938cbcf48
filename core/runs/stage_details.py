"""What single stages have to show beside what every stage has (docs/run-folder.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from core.compression.histograms import TableHistogram
from core.compression.pruning_plan import Level, Trial
from core.errors import SqueezeError
from core.evaluation.changes import Changes
from core.figures import Amount, Count, Fraction
from core.reading import read_json
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.summary import Runtime
from core.settings import QuantizeMethod, Stage

if TYPE_CHECKING:
    pass

Layers = tuple[Mapping[str, object], ...]
SomeDetails = TypeVar("SomeDetails", bound=Details)


class PruneDetails(Details, frozen=True, kw_only=True):
    """The content of details/prune.json.

    `level` is how far the network was pruned. Where that was searched for, `before` is the accuracy of the
    trained network on the validation images, and `trials` are what was tried.
    """

    level: Level
    before: Fraction | None = None
    trials: tuple[Trial, ...] = ()


class QuantizeDetails(Details, frozen=True, kw_only=True):
    """The content of details/quantize.json."""

    method: QuantizeMethod
    snr_images: Count = msgspec.field(name="snr_pictures")
    changed: Changes


class Proofs(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the coded file was found the same as in the plain one.

    Tensors by our decoder, tensors read back from TFLM (0 where there is none), and the test images that
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


def read_details(folder: RunFolder, stage: Stage, kind: type[SomeDetails]) -> SomeDetails | None:
    """The details of a stage; None when there are none that can be read, or they are not what it wrote."""
    try:
        details = read_json(folder.details(stage), kind)
        changed = folder.is_changed(folder.read_record(), folder.details(stage))
    except (OSError, msgspec.DecodeError, SqueezeError):
        return None
    return details if details.stage == stage and not changed else None


def fields_of(details: Details) -> dict[str, Any]:
    """What every stage has of its details, by name: for those of one stage to be made of."""
    return {name: getattr(details, name) for name in details.__struct_fields__}
