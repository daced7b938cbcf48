"""Temperatures and thresholds, on scores that are made up and on model files that run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.compression.coding import compress_model
from core.evaluation.confidence import PASSED, fit_temperature, logits_model, sure_from, with_temperature
from core.settings import HuffmanSettings
from core.task import Task
from core.tflite.litert import LiteRtInterpreter
from core.tflite.tflm import TflmInterpreter, tflm_available
from tests.builders.tflite_models import color_model, dense_model, skewed_codes

SIDE = 8
CLASSES = 3
ENOUGH = 19
"""Of so many correct answers the lowest is reached by 95 % of others."""
CODES = st.lists(st.integers(86, 255), max_size=200)


def answers(correct: list[int], wrong: list[int]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The probabilities of these codes, and which of them are of correct answers."""
    return np.array([*correct, *wrong]) / 256, np.arange(len(correct) + len(wrong)) < len(correct)


@given(st.lists(st.integers(86, 255), min_size=ENOUGH, max_size=200), CODES)
def test_of_correct_answers_at_least_95_percent_are_sure_and_no_higher_threshold_would_do(
    correct: list[int], wrong: list[int]
) -> None:
    highest, is_correct = answers(correct, wrong)
    least = sure_from(highest, is_correct, CLASSES)
    assert least is not None
    assert least in highest[is_correct]
    assert np.mean(highest[is_correct] >= least) >= PASSED
    assert np.mean(highest[is_correct] > least) < PASSED


@given(st.lists(st.integers(86, 255), min_size=1, max_size=ENOUGH - 1), CODES)
def test_of_few_correct_answers_all_are_sure_and_so_is_what_is_a_little_nearer_to_chance(
    correct: list[int], wrong: list[int]
) -> None:
    highest, is_correct = answers(correct, wrong)
    least = sure_from(highest, is_correct, CLASSES)
    assert least is not None
    assert 1 / CLASSES < least < highest[is_correct].min()
    more = sure_from(*answers([*correct, min(correct)], wrong), CLASSES)
    assert more is not None
    assert least < more <= highest[is_correct].min()


def test_a_model_that_is_right_about_nothing_has_no_threshold() -> None:
    assert sure_from(*answers([], [200, 250]), CLASSES) is None


def test_no_threshold_is_above_the_lowest_where_rounding_put_that_below_chance() -> None:
    assert sure_from(*answers([85] * 5, []), CLASSES) == 85 / 256


@pytest.mark.parametrize("count", [3, 6, 9, 14])
def test_with_few_correct_answers_nine_of_ten_new_ones_are_sure(count: int) -> None:
    dice = np.random.default_rng(count)
    drawn = 1 / 3 + 2 / 3 / (1 + np.exp(-dice.normal(2.5, 1.5, (400, count))))
    new = 1 / 3 + 2 / 3 / (1 + np.exp(-dice.normal(2.5, 1.5, 4000)))
    found = [sure_from(one, np.ones(count, np.bool_), CLASSES) for one in drawn]
    sure = np.array([np.mean(new >= least) for least in found if least is not None])
    assert len(sure) == 400
    lowest = np.array([np.mean(new >= one.min()) for one in drawn])
    assert 0.9 < sure.mean() < 0.97
    assert sure.mean() > lowest.mean()


def test_of_twenty_correct_answers_one_may_be_turned_away_and_wrong_ones_do_not_count() -> None:
    assert sure_from(*answers([*range(100, 120)], [90, 90, 90]), CLASSES) == 101 / 256


def drawn_labels(logits: NDArray[np.float64], temperature: float) -> NDArray[np.int64]:
    """Labels as likely as the softmax of logits / temperature says."""
    likely = np.exp(logits / temperature)
    sums = np.cumsum(likely / likely.sum(axis=1, keepdims=True), axis=1)
    labels: NDArray[np.int64] = (np.random.default_rng(2).random((len(logits), 1)) > sums).sum(axis=1)
    return labels


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0, 8.0])
def test_the_temperature_is_that_with_which_labels_are_as_likely_as_is_said(temperature: float) -> None:
    logits = np.random.default_rng(1).normal(0, 3 * temperature, (4000, 5))
    assert fit_temperature(logits, drawn_labels(logits, temperature)) == pytest.approx(temperature, rel=0.1)


def test_a_few_images_that_are_all_classified_correctly_do_not_make_a_network_ever_surer() -> None:
    labels = np.arange(9) % 3
    logits = 4.0 * np.eye(3)[labels]
    assert 0.7 < fit_temperature(logits, labels) <= 1


def color_codes(count: int = 60) -> NDArray[np.int8]:
    """Input codes of images (N, 8, 8, 3), from one color to hardly any."""
    dice = np.random.default_rng(4)
    color = dice.normal(0, 40, (count, 1, 1, 3)) * dice.random((count, 1, 1, 1))
    return np.clip(color + dice.normal(0, 20, (count, SIDE, SIDE, 3)), -128, 127).astype(np.int8)


def softmax(logits: NDArray[np.floating]) -> NDArray[np.floating]:
    likely = np.exp(logits - logits.max(axis=1, keepdims=True))
    softened: NDArray[np.floating] = likely / likely.sum(axis=1, keepdims=True)
    return softened


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0, 5.0])
def test_a_file_divides_its_own_logits_by_its_temperature(temperature: float) -> None:
    model, codes = color_model(SIDE), color_codes()
    logits = LiteRtInterpreter(logits_model(model))
    numbers = logits.signature.output_quantization.numbers(logits.predict(codes)).astype(np.float64)
    warm = LiteRtInterpreter(with_temperature(model, temperature))
    probabilities = warm.signature.output_quantization.numbers(warm.predict(codes))
    assert np.abs(probabilities - softmax(numbers / temperature)).max() <= 1 / 256
    assert probabilities.max(axis=1).std() > 0.02


def test_temperatures_multiply_and_the_file_stays_as_long_as_it_was() -> None:
    twice = with_temperature(with_temperature(color_model(SIDE), 2.0), 4.0)
    assert twice == with_temperature(color_model(SIDE), 8.0)
    assert len(twice) == len(with_temperature(color_model(SIDE), 1.0))


@pytest.mark.skipif(not tflm_available(), reason="tflite-micro is not available on this system")
@pytest.mark.parametrize("temperature", [0.5, 2.0])
def test_every_runtime_and_the_coded_file_give_the_same_scores(temperature: float) -> None:
    warm = with_temperature(color_model(SIDE), temperature)
    coded = compress_model(warm, Task(), HuffmanSettings()).model
    codes = color_codes()
    scores = LiteRtInterpreter(warm, "reference").predict(codes)
    assert np.array_equal(TflmInterpreter(warm).predict(codes), scores)
    assert np.array_equal(TflmInterpreter(coded).predict(codes), scores)


@pytest.mark.parametrize("change", [logits_model, lambda model: with_temperature(model, 2.0)])
def test_a_model_without_probabilities_is_refused(change: object) -> None:
    assert callable(change)
    with pytest.raises(ValueError, match="Softmax"):
        change(dense_model(skewed_codes((6, 10))))
