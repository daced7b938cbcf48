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
SCORES = st.lists(st.tuples(st.integers(-128, 127), st.booleans()), min_size=1, max_size=200)


@given(SCORES)
def test_of_correct_answers_at_least_95_percent_are_sure_and_no_higher_threshold_would_do(
    answers: list[tuple[int, bool]],
) -> None:
    highest = np.array([score for score, _ in answers], np.int8)
    correct = np.array([is_correct for _, is_correct in answers])
    least = sure_from(highest, correct)
    if not correct.any():
        assert least is None
        return
    assert least is not None
    assert np.mean(highest[correct] >= least) >= PASSED
    assert np.mean(highest[correct] > least) < PASSED


@given(st.lists(st.floats(0, 1), min_size=1, max_size=200))
def test_probabilities_have_thresholds_too(probabilities: list[float]) -> None:
    highest = np.array(probabilities)
    least = sure_from(highest, np.ones(len(highest), np.bool_))
    assert least is not None
    assert np.mean(highest >= least) >= PASSED
    assert least in probabilities


def test_of_twenty_correct_answers_one_may_be_turned_away_and_wrong_ones_do_not_count() -> None:
    highest = np.array([*range(20), -128, -128, -128], np.int8)
    assert sure_from(highest, highest >= 0) == 1


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
    """Input codes of pictures (N, 8, 8, 3), from one color to hardly any."""
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
