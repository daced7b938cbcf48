"""Settings say what they are and what they can be, in words for a person."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import SqueezeError
from core.settings import (
    FEW_IMAGES,
    PRESETS,
    START_SHIPPED,
    DataSettings,
    NetworkSettings,
    PresetName,
    QuantizeSettings,
    RunSettings,
    TrainSettings,
    changed,
    checked,
    possible,
    preset,
    settings_for_images,
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
        ({"data": {"color": 1}}, "Object contains unknown field `color` in data"),
        ({"data": {"source": 4}}, "Expected `str`, got `int` in data.source"),
        ({"speed": 9}, "Object contains unknown field `speed`"),
    ],
)
def test_a_refused_setting_is_named_with_what_it_can_be(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        checked(RunSettings, values)
    assert caught.value.code == "setting-invalid"
    assert reason in caught.value.happened


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_follows_the_number_of_images(name: PresetName) -> None:
    assert preset(name) == preset(name, FEW_IMAGES) == PRESETS[name]
    few = preset(name, FEW_IMAGES - 1)
    assert (few.prune.method, few.quantize.method) == ("post-training", "post-training")
    assert few.train.epochs < PRESETS[name].train.epochs
    assert few.train.start_weights == START_SHIPPED
    assert (few.data, few.network) == (PRESETS[name].data, PRESETS[name].network)
    scratch = preset(name, 100, from_scratch=True)
    assert scratch.train.epochs > PRESETS[name].train.epochs
    assert (scratch.prune, scratch.quantize) == (few.prune, few.quantize)


def test_quick_has_more_epochs_where_ten_are_few_steps() -> None:
    epochs = {images: preset("quick", images).train.epochs for images in (90, 199, 200, 270, 599, 600, 1999)}
    assert epochs == {90: 10, 199: 10, 200: 20, 270: 20, 599: 20, 600: 10, 1999: 10}
    few, more = preset("quick", 90), preset("quick", 270)
    assert changed(more, train=changed(more.train, epochs=10)) == few


def test_what_a_person_sets_holds_for_any_number_of_images() -> None:
    quick = PRESETS["quick"]
    asked = changed(quick, seed=7, train=changed(quick.train, epochs=quick.train.epochs, batch_size=5))
    fitted = settings_for_images(
        asked, "quick", 100, ("train.epochs", "train.batch_size"), from_scratch=False
    )
    few = preset("quick", 100)
    assert (fitted.seed, fitted.data) == (7, asked.data)
    assert (fitted.train.epochs, fitted.train.batch_size) == (quick.train.epochs, 5)
    assert fitted.train.learning_rate == few.train.learning_rate
    assert fitted.prune == few.prune
    many = settings_for_images(asked, "quick", FEW_IMAGES, ("train.batch_size",), from_scratch=False)
    assert many == asked
