"""What bytes are for, and what each layer takes, before coding and after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.steps.results.bar_list import Bar
from app.texts import QT_TRANSLATE_NOOP, translate
from app.wording import size

_PURPOSES = {
    "payload_bytes": QT_TRANSLATE_NOOP("Bytes", "Coded weights"),
    "plain_weight_bytes": QT_TRANSLATE_NOOP("Bytes", "Weights as they are"),
    "table_bytes": QT_TRANSLATE_NOOP("Bytes", "Code tables"),
    "decoder_bytes": QT_TRANSLATE_NOOP("Bytes", "Decoding steps"),
    "bias_bytes": QT_TRANSLATE_NOOP("Bytes", "Biases"),
    "scale_bytes": QT_TRANSLATE_NOOP("Bytes", "Scales"),
    "other_constant_bytes": QT_TRANSLATE_NOOP("Bytes", "Other numbers"),
    "description_bytes": QT_TRANSLATE_NOOP("Bytes", "Names and notes"),
    "structure_bytes": QT_TRANSLATE_NOOP("Bytes", "Order of the file"),
}


def purpose_bars(plain: Mapping[str, int], coded: Mapping[str, int]) -> list[Bar]:
    """A bar for each purpose of the coded file's bytes; the line across it is the plain file's."""
    most = max([*(plain.get(key, 0) for key in _PURPOSES), *(coded.get(key, 0) for key in _PURPOSES), 1])
    words = translate("Bytes", "{purpose}: {after}, before {before}")
    bars = []
    for key, name in _PURPOSES.items():
        before, after = plain.get(key, 0), coded.get(key, 0)
        if before or after:
            purpose = translate("Bytes", name)
            said = words.format(purpose=purpose, after=size(after), before=size(before))
            bars.append(Bar(purpose, after / most, size(after), said, before / most))
    return bars


def layer_byte_bars(layers: Iterable[Mapping[str, object]]) -> list[Bar]:
    """A bar for each layer of details/huffman.json; the line across it is what it took before."""
    known = [(_name(layer), _count(layer, "plain_bytes"), _count(layer, "bytes")) for layer in layers]
    most = max((max(before, after) for _, before, after in known), default=0) or 1
    words = translate("Bytes", "{layer}: {after}, before {before}")
    return [
        Bar(
            name,
            after / most,
            size(after),
            words.format(layer=name, after=size(after), before=size(before)),
            before / most,
        )
        for name, before, after in known
    ]


def _name(layer: Mapping[str, object]) -> str:
    return str(layer.get("layer") or layer["name"])


def _count(layer: Mapping[str, object], key: str) -> int:
    value = layer.get(key)
    return value if isinstance(value, int) else 0
