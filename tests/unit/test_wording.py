"""Figures as a person reads them."""

from __future__ import annotations

import pytest

from core import wording


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1.0 KB"),
        (186_939, "186.9 KB"),
        (2_902_296, "2.90 MB"),
        (243_860_896, "244 MB"),
    ],
)
def test_sizes(count: int, words: str) -> None:
    assert wording.size(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59, "59 s"), (200, "3 min 20 s"), (3599.6, "1 h 00 min"), (3900, "1 h 05 min")],
)
def test_durations(seconds: float, words: str) -> None:
    assert wording.duration(seconds) == words


def test_an_accuracy_stands_with_its_interval() -> None:
    assert wording.accuracy(0.813, 0.794, 0.8309) == "81.3 % (79.4 to 83.1)"


def test_an_answer_that_is_not_sure_says_which_it_would_be() -> None:
    assert wording.answer("cup", 0.813, sure=True) == "cup 81.3 %"
    assert wording.answer("cup", 0.41, sure=False) == "not sure (cup 41.0 %)"


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert wording.table(("name", "size"), [("a", "1,000"), ("longer", "1")]) == (
        "name     size\na       1,000\nlonger      1"
    )
