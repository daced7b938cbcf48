"""The networks are the published ones, and their design space is the paper's."""

from __future__ import annotations

from typing import Any

import pytest

from core.errors import SqueezeError
from core.networks.architecture import (
    Addition,
    Architecture,
    Convolution,
    NetworkShape,
    Pool,
    architecture,
    pooled_side,
)
from core.settings import NetworkSettings, checked


def drawn(image_size: int = 224, classes: int = 1000, **network: Any) -> Architecture:
    return architecture(NetworkShape(checked(NetworkSettings, network), image_size, 3, classes))


def convolution(drawing: Architecture, name: str) -> Convolution:
    [found] = [layer for layer in drawing.layers if layer.name == name]
    assert isinstance(found, Convolution)
    return found


def parameters(drawing: Architecture) -> int:
    return sum(
        layer.filters * (layer.size**2 * drawing.outputs[layer.source].channels + 1)
        for layer in drawing.layers
        if isinstance(layer, Convolution)
    )


@pytest.mark.parametrize(
    ("network", "image_size", "published"),
    [
        ({"name": "squeezenet-1.0"}, 224, 1_248_424),
        ({"name": "squeezenet-1.1"}, 224, 1_235_496),
        ({"name": "squeezenet-1.0", "bypass": "simple"}, 224, 1_248_424),
        # Without the groups of its first implementation, with which there are 60,965,224.
        ({"name": "alexnet"}, 227, 62_378_344),
    ],
)
def test_has_the_published_number_of_parameters(
    network: dict[str, Any], image_size: int, published: int
) -> None:
    assert parameters(drawn(image_size, **network)) == published


def test_complex_bypasses_add_a_convolution_wherever_the_channels_change() -> None:
    plain, bypassed = drawn(name="squeezenet-1.0"), drawn(name="squeezenet-1.0", bypass="complex")
    extra = [(96, 128), (128, 256), (256, 384), (384, 512)]
    assert parameters(bypassed) - parameters(plain) == sum(given * out + out for given, out in extra)
    assert sum(isinstance(layer, Addition) for layer in bypassed.layers) == 8
    assert not convolution(bypassed, "fire4_bypass1x1").relu


def test_simple_bypasses_go_past_the_modules_that_leave_the_channels_as_they_are() -> None:
    additions = {
        layer.name: layer.sources for layer in drawn(bypass="simple").layers if isinstance(layer, Addition)
    }
    assert additions == {
        "fire3_add": ("fire3_concat", "fire2_concat"),
        "fire5_add": ("fire5_concat", "fire4_concat"),
        "fire7_add": ("fire7_concat", "fire6_concat"),
        "fire9_add": ("fire9_concat", "fire8_concat"),
    }


@pytest.mark.parametrize(
    ("name", "sides"),
    [("squeezenet-1.0", [109, 54, 27, 13]), ("squeezenet-1.1", [111, 55, 27, 13])],
)
def test_images_shrink_as_published(name: str, sides: list[int]) -> None:
    drawing = drawn(name=name)
    pools = [layer.name for layer in drawing.layers if isinstance(layer, Pool)]
    assert [drawing.outputs[layer].side for layer in ("conv1", *pools)] == sides


def test_pooling_counts_what_is_left_over_at_the_edges() -> None:
    assert [pooled_side(side) for side in (109, 54, 27, 10, 4, 3, 2, 1)] == [54, 27, 13, 5, 2, 1, 1, 1]


def test_ratio_and_share_decide_how_a_fire_module_is_built() -> None:
    drawing = drawn(name="squeezenet-1.0", squeeze_ratio=0.75, share_3x3=0.25)
    assert convolution(drawing, "fire6_squeeze1x1").filters == 288
    assert convolution(drawing, "fire6_expand1x1").filters == 288
    assert convolution(drawing, "fire6_expand3x3").filters == 96


@pytest.mark.parametrize("name", ["squeezenet-1.0", "squeezenet-1.1", "alexnet"])
@pytest.mark.parametrize("image_size", [32, 33, 64, 90, 224])
def test_every_image_size_leads_to_a_network(name: str, image_size: int) -> None:
    drawing = drawn(image_size, name=name, width=0.125)
    assert all(output.side >= 1 for output in drawing.outputs.values())


def test_bypasses_add_up_what_has_the_same_shape_at_every_width_and_after_filters_are_removed() -> None:
    for width in (0.125, 0.3, 0.45, 1.0, 1.7):
        for removed in (0.0, 0.4, 0.7):
            network = NetworkSettings(width=width, bypass="complex", share_3x3=0.3)
            drawing = architecture(NetworkShape(network, 96, 3, 6, removed))
            for layer in drawing.layers:
                if isinstance(layer, Addition):
                    first, second = (drawing.outputs[name] for name in layer.sources)
                    assert first == second, (width, removed, layer.name)


@pytest.mark.parametrize("own", [{"bypass": "simple"}, {"squeeze_ratio": 0.5}, {"last_relu": True}])
def test_alexnet_takes_no_settings_of_fire_modules(own: dict[str, Any]) -> None:
    with pytest.raises(SqueezeError, match="alexnet takes no bypass"):
        drawn(name="alexnet", **own)
