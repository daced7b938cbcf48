"""AlexNet's size from its architecture."""

from __future__ import annotations

from core.runs.references import alexnet_parameters, references


def test_alexnet_has_the_published_number_of_parameters() -> None:
    assert alexnet_parameters(1000) == 60_965_224


def test_fewer_classes_make_only_the_last_layer_smaller() -> None:
    assert alexnet_parameters(1000) - alexnet_parameters(6) == 994 * 4097


def test_sizes_are_of_four_bytes_a_parameter() -> None:
    compared = references(6, 725_574)
    assert compared.alexnet_bytes == 240_000_000
    assert compared.alexnet_same_classes_bytes == 4 * alexnet_parameters(6)
    assert compared.squeezenet_float_bytes == 2_902_296
