"""How much rounding added to what each layer says, as bars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.steps.results.layer_bars import LayerBar, group_of
from app.texts import translate

FULL_DECIBELS = 40.0
"""A bar is full where noise is a hundredth of the signal or less."""


def noise_bars(layers: Iterable[Mapping[str, object]]) -> list[LayerBar]:
    """A bar for each layer of details/quantize.json: the higher, the clearer."""
    return [_bar(layer) for layer in layers]


def _bar(layer: Mapping[str, object]) -> LayerBar:
    name = str(layer.get("layer") or layer["name"])
    output, weights = _decibels(layer.get("output_snr_db")), _decibels(layer.get("weight_snr_db"))
    if output is None:
        words = translate("Noise", "{layer}: rounding changes nothing that it puts out.")
        return LayerBar(name, 1.0, words.format(layer=name), group_of(name))
    words = translate(
        "Noise",
        "{layer}, {bits} bits: its output is {times} times as strong as the noise "
        "({decibels} dB; weights {weights}).",
    )
    own = translate("Noise", "exact") if weights is None else f"{weights:.0f} dB"
    said = words.format(
        layer=name,
        bits=layer.get("weight_bits") or 8,
        times=f"{10 ** (output / 20):,.0f}",
        decibels=f"{output:.0f}",
        weights=own,
    )
    return LayerBar(name, min(max(output / FULL_DECIBELS, 0.02), 1.0), said, group_of(name))


def _decibels(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
