"""Settings say what they are and what they can be, in words for a person."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import SETTING_INVALID, SqueezeError
from core.settings import (
    DataSettings,
    NetworkSettings,
    QuantizeSettings,
    RunSettings,
    TrainSettings,
    checked,
    possible,
)


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (DataSettings, "image_size", "32 to 224"),
        (DataSettings, "gray", "true or false"),
        (DataSettings, "source", ""),
        (NetworkSettings, "name", "squeezenet-1.0 or squeezenet-1.1 or alexnet"),
        (TrainSettings, "learning_rate", "more than 0 to 1"),
        (QuantizeSettings, "weight_bits", "3 or 4 or 5 or 6 or 8"),
        (QuantizeSettings, "method", "training-aware or post-training"),
        (RunSettings, "version", "1 or more"),
    ],
)
def test_what_a_setting_can_be_is_told(kind: type[Any], name: str, words: str) -> None:
    assert possible(kind, name) == words


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"data": {"image_size": 500}}, "data.image_size can be 32 to 224"),
        ({"data": {"image_size": "big"}}, "data.image_size can be 32 to 224"),
        ({"quantize": {"weight_bits": 2}}, "quantize.weight_bits can be 3 or 4 or 5 or 6 or 8"),
        ({"seed": -1}, "seed can be 0 to 2,147,483,647"),
        ({"data": {"colour": 1}}, "Object contains unknown field `colour` in data"),
        ({"data": {"source": 4}}, "Expected `str`, got `int` in data.source"),
        ({"speed": 9}, "Object contains unknown field `speed`"),
    ],
)
def test_a_refused_setting_is_named_with_what_it_can_be(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        checked(RunSettings, values)
    assert caught.value.kind is SETTING_INVALID
    assert caught.value.happened == f"A setting is out of range: {reason}."
