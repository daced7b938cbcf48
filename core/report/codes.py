"""The Huffman codes of a run's last file: how long they are, and what its bytes are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.compression.histograms import TableHistogram
from core.report.plotting import Bar, Scale, Tick, nice_range, steps_between
from core.runs.stage_details import HuffmanDetails

_WIDTH, _HEIGHT = 760, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 8, 22, 44
_GAP = 0.28
_PURPOSES = {
    "payload_bytes": "encoded weights",
    "table_bytes": "code tables",
    "decoder_bytes": "DECODE operators",
    "plain_weight_bytes": "uncompressed weights",
    "bias_bytes": "biases",
    "scale_bytes": "scales of the weights",
    "other_constant_bytes": "other constants",
    "description_bytes": "names and metadata",
    "structure_bytes": "structure",
}


@dataclass(frozen=True)
class LengthChart:
    """For each length of a codeword, in bits, the share of the weights that have it."""

    width: int
    height: int
    left: float
    bottom: float
    bars: tuple[Bar, ...]
    lengths: tuple[Tick, ...]
    shares: tuple[Tick, ...]
    weights: int
    mean_bits: float


@dataclass(frozen=True)
class Purpose:
    """What bytes are for, and how many there are of them in int8.tflite and in huffman.tflite."""

    name: str
    plain: int
    coded: int


def length_chart(tables: Sequence[TableHistogram]) -> LengthChart | None:
    """The lengths of all codewords of a file; None for one without weights."""
    counts: Counter[int] = Counter()
    for table in tables:
        for symbol in table.symbols:
            counts[symbol.bits] += symbol.count
    total = sum(counts.values())
    if not total:
        return None
    longest = max(counts)
    step = (_WIDTH - _LEFT - _RIGHT) / longest
    high, rise = nice_range([0.0, max(counts.values()) / total], 5)[1:]
    upward = Scale(0.0, high, _HEIGHT - _BOTTOM, _TOP)
    bars = []
    for bits in range(1, longest + 1):
        top = upward.at(counts[bits] / total)
        left = _LEFT + (bits - 1 + _GAP / 2) * step
        bar = Bar(left, top, step * (1 - _GAP), upward.start - top, counts[bits], _share(counts[bits], total))
        bars.append(bar)
    return LengthChart(
        width=_WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        bottom=upward.start,
        bars=tuple(bars),
        lengths=tuple(Tick(bar.x + bar.width / 2, bits, str(bits)) for bits, bar in enumerate(bars, 1)),
        shares=tuple(Tick(upward.at(v), v, f"{v * 100:.0f}\u00a0%") for v in steps_between(0.0, high, rise)),
        weights=total,
        mean_bits=sum(bits * count for bits, count in counts.items()) / total,
    )


def purposes(details: HuffmanDetails) -> tuple[Purpose, ...]:
    """What the bytes of both .tflite files are for, without what takes none in either."""
    rows = (_purpose(key, name, details.plain, details.coded) for key, name in _PURPOSES.items())
    return tuple(row for row in rows if row.plain or row.coded)


def _purpose(key: str, name: str, plain: Mapping[str, int], coded: Mapping[str, int]) -> Purpose:
    return Purpose(name, plain.get(key, 0), coded.get(key, 0))


def _share(count: int, total: int) -> str:
    if not count:
        return ""
    share = count / total * 100
    return f"{share:.0f} %" if share >= 10 else f"{share:.1f} %" if share >= 0.1 else "< 0.1 %"
