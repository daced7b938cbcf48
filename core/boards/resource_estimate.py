"""What a model needs of a board: flash, memory, and how long an inference will take.

Before training everything is worked out from the settings; afterwards the file's length is known and TFLM has
measured the arena, to which the chip's kernel scratch is added. Both are estimates until the board itself has
reported what it used.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import msgspec

from core.boards.board_block import Chip
from core.boards.link.messages import Hello
from core.boards.model_image import HEADER
from core.boards.partition_table import SECTOR_BYTES, model_partition
from core.boards.profiles import BoardProfile
from core.compression.rounding import is_per_channel
from core.networks.architecture import NetworkShape
from core.settings import RunSettings
from core.tflite.arena_planner import PointerBytes, aligned, non_persistent_bytes, persistent_bytes
from core.tflite.kernel_scratch import kernel_scratch
from core.tflite.memory_graph import (
    CONVOLUTION,
    MemoryGraph,
    decoded_weights,
    graph_of_model,
    multiply_accumulates,
    network_graph,
)
from core.tflite.tflm import ArenaFigures

_LABEL_BYTES = 16
_BIAS_BYTES, _SCALE_BYTES = 4, 4
_FILE_BYTES = 10_000
"""Everything else: shapes, operators, code table."""
_BITS_ABOVE_CODE = 0.2
Basis = Literal["predicted", "measured", "reported"]
FAST_MILLISECONDS: dict[Chip, float] = {Chip.ESP32: 250, Chip.ESP32S3: 100, Chip.ESP32C3: 250}
"""Under this a model is fast on a chip: four answers a second, or ten."""
_MEGA = 1e6
_SMALLEST_IMAGE = 32
_IMAGE_STEP = 8
_WIDTH_STEP = 0.125


class ModelFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a model: the bytes of its image, its graph, and TFLM's measurement if there is one."""

    image_bytes: int
    graph: MemoryGraph
    measured: ArenaFigures | None = None


def figures_of_model(model: bytes, image_bytes: int, measured: ArenaFigures | None) -> ModelFigures:
    """Figures of a .tflite whose model image has `image_bytes`. Raises model-unreadable."""
    return ModelFigures(image_bytes=image_bytes, graph=graph_of_model(model), measured=measured)


def predicted_figures(settings: RunSettings, classes: int) -> ModelFigures:
    """Figures of the model that a run with these settings will make."""
    graph = network_graph(network_shape(settings, classes), coded=True)
    sparsity, bits = settings.prune.sparsity, settings.quantize.weight_bits
    # A zero takes one bit, any other weight hardly more than its code.
    weight_bytes = decoded_weights(graph) * (sparsity + (1 - sparsity) * (bits + _BITS_ABOVE_CODE)) / 8
    channels = sum(graph.of(one, 1).shape[0] for one in graph.operators if one.kind == CONVOLUTION)
    scales = channels if is_per_channel(bits) else 0
    file_bytes = weight_bytes + _BIAS_BYTES * channels + _SCALE_BYTES * scales + _FILE_BYTES
    image_bytes = HEADER.size + _LABEL_BYTES * classes + math.ceil(file_bytes)
    return ModelFigures(image_bytes=image_bytes, graph=graph)


def network_shape(settings: RunSettings, classes: int) -> NetworkShape:
    """What of a run's settings decides the model's memory."""
    return NetworkShape(
        network=settings.network,
        image_size=settings.data.image_size,
        channels=1 if settings.data.gray else 3,
        classes=classes,
        removed=settings.prune.filters,
    )


class Need(msgspec.Struct, frozen=True):
    """Bytes that are needed and bytes that there are."""

    needed: int
    available: int

    @property
    def fits(self) -> bool:
        """Whether it is enough."""
        return self.needed <= self.available

    @property
    def share(self) -> float:
        """What is needed as a share of what there is."""
        return self.needed / self.available if self.available else math.inf


class ArenaNeed(msgspec.Struct, frozen=True):
    """Bytes of TFLM's two arenas on a chip, kernel scratch included."""

    persistent: int
    working: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.persistent + self.working


class Suggestion(msgspec.Struct, frozen=True):
    """The settings nearest to those asked for with which the model fits."""

    image_size: int
    width: float


class ResourceEstimate(msgspec.Struct, frozen=True, kw_only=True):
    """How a model and a board go together.

    `memory` is about the memory that the arena will be in. `problems` are sentences for a person, empty when
    it fits. `latency_basis` says how `latency_ms` was worked out.
    """

    profile: str
    flash: Need
    memory: Need
    memory_kind: Literal["internal", "PSRAM"]
    arena: ArenaNeed
    latency_ms: float
    latency_basis: str
    basis: Basis
    problems: tuple[str, ...] = ()
    suggestion: Suggestion | None = None

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.problems


def estimate(profile: BoardProfile, figures: ModelFigures) -> ResourceEstimate:
    """How a model goes together with a board, as an estimate."""
    arena = arena_need(profile, figures)
    kind, memory = _placed(profile, arena)
    flash = Need(aligned(figures.image_bytes, SECTOR_BYTES), model_partition(profile.flash_bytes).size)
    milliseconds, latency_basis = latency(profile, figures.graph)
    return ResourceEstimate(
        profile=profile.id,
        flash=flash,
        memory=memory,
        memory_kind=kind,
        arena=arena,
        latency_ms=milliseconds,
        latency_basis=latency_basis,
        basis="measured" if figures.measured else "predicted",
        problems=_problems(profile, flash, memory, kind),
    )


def estimate_of_settings(profile: BoardProfile, settings: RunSettings, classes: int) -> ResourceEstimate:
    """Of a run that has not begun; where its model will not fit there is a suggestion, if there is one."""
    resources = estimate(profile, predicted_figures(settings, classes))
    if resources.fits:
        return resources
    return msgspec.structs.replace(
        resources, suggestion=_suggestion(profile, network_shape(settings, classes))
    )


def with_suggestion(
    resources: ResourceEstimate, profile: BoardProfile, network: NetworkShape
) -> ResourceEstimate:
    """`resources` with the nearest settings that fit, when it does not; `network` is what the model is."""
    if resources.fits:
        return resources
    return msgspec.structs.replace(resources, suggestion=_suggestion(profile, network))


def estimate_as_reported(resources: ResourceEstimate, hello: Hello) -> ResourceEstimate:
    """`resources` with what the board itself says of its arena."""
    memory = Need(hello.arena_used, hello.arena_used + hello.arena_free)
    return msgspec.structs.replace(resources, memory=memory, basis="reported", problems=(), suggestion=None)


def arena_need(profile: BoardProfile, figures: ModelFigures) -> ArenaNeed:
    """What the arena takes on the chip: as measured here where it was, with what is different there."""
    graph, measured = figures.graph, figures.measured
    persistent = persistent_bytes(graph, PointerBytes.CHIP)
    working = non_persistent_bytes(graph, kernel_scratch(profile.chip))
    if measured is not None:
        persistent += measured.persistent - persistent_bytes(graph, PointerBytes.COMPUTER)
        working += measured.non_persistent - non_persistent_bytes(graph)
    return ArenaNeed(persistent, working)


def latency(profile: BoardProfile, graph: MemoryGraph) -> tuple[float, str]:
    """Milliseconds for one inference, and in words how they were worked out."""
    speed = profile.speed
    products, weights = multiply_accumulates(graph), decoded_weights(graph)
    cycles = products * speed.cycles_per_mac + weights * speed.cycles_per_weight
    words = (
        f"{products / _MEGA:.1f} million MACs at {speed.cycles_per_mac:g} cycles and "
        f"{weights / _MEGA:.2f} million decoded weights at {speed.cycles_per_weight:g}, "
        f"{speed.megahertz} MHz ({speed.source})"
    )
    return cycles / (speed.megahertz * 1e3), words


def _placed(profile: BoardProfile, arena: ArenaNeed) -> tuple[Literal["internal", "PSRAM"], Need]:
    """Where the arena goes: into internal memory if it has room there, else into PSRAM if there is some."""
    limits = profile.arena
    internal = arena.persistent <= limits.persistent and arena.working <= limits.working
    if internal or not limits.psram:
        # One gauge for two blocks: the one that is fuller, for either may be too small.
        blocks = (Need(arena.persistent, limits.persistent), Need(arena.working, limits.working))
        return "internal", max(blocks, key=lambda block: block.share)
    return "PSRAM", Need(arena.total, limits.psram)


def _problems(profile: BoardProfile, flash: Need, memory: Need, kind: str) -> tuple[str, ...]:
    problems = []
    if not flash.fits:
        problems.append(
            f"The model takes {_kilobytes(flash.needed)} of flash. {profile.name} has "
            f"{_kilobytes(flash.available)} for models."
        )
    if not memory.fits:
        problems.append(
            f"The model takes {_kilobytes(memory.needed)} of {kind} memory in one block. "
            f"{profile.name} has {_kilobytes(memory.available)}."
        )
    return tuple(problems)


def _kilobytes(size: int) -> str:
    return f"{size / 1024:,.0f} KB"


def _suggestion(profile: BoardProfile, network: NetworkShape) -> Suggestion | None:
    """Of all smaller networks that fit the one that computes most, for it gives up least."""
    for shape, graph in candidates(network):
        # The file of a smaller network is smaller, and flash is hardly ever what is short.
        if estimate(profile, ModelFigures(image_bytes=0, graph=graph)).fits:
            return Suggestion(shape.image_size, shape.network.width)
    return None


def fast_candidate(profile: BoardProfile, network: NetworkShape) -> tuple[Suggestion, float] | None:
    """The network among `candidates` that computes most of those that fit and are fast, and its milliseconds.

    None where nothing is fast enough and fits.
    """
    for shape, graph in candidates(network):
        milliseconds, _ = latency(profile, graph)
        is_fast = milliseconds < FAST_MILLISECONDS[profile.chip_id]
        if is_fast and estimate(profile, ModelFigures(image_bytes=0, graph=graph)).fits:
            return Suggestion(shape.image_size, shape.network.width), milliseconds
    return None


@lru_cache(maxsize=4)
def candidates(network: NetworkShape) -> tuple[tuple[NetworkShape, MemoryGraph], ...]:
    """A network and all smaller ones, in image size and width, those first that compute most."""
    sizes = range(network.image_size, _SMALLEST_IMAGE - 1, -_IMAGE_STEP)
    widths = [step * _WIDTH_STEP for step in range(1, int(network.network.width / _WIDTH_STEP) + 1)]
    settings = [msgspec.structs.replace(network.network, width=width) for width in widths]
    shapes = [replace(network, network=one, image_size=size) for size in sizes for one in settings]
    found = [(shape, network_graph(shape, coded=True)) for shape in shapes]
    return tuple(sorted(found, key=lambda candidate: -multiply_accumulates(candidate[1])))
