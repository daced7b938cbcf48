"""What boards do for what they see: when, and which bytes say so."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.actions import (
    ACTION,
    MOST_ACTIONS,
    Action,
    ActionKind,
    ActionPlayer,
    actions_for,
    pack_actions,
    unpack_actions,
)
from core.boards.byte_layout import BadField
from core.settings import ClassAction
from tests.builders.golden import Record, hexadecimal, records, value

RECORDS = records("actions.txt")
LABELS = ("cup", "dog", "spoon")


class WrittenDown:
    """Writes down what is done as the vectors do."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def set_pin(self, pin: int, high: bool) -> None:
        self.said.append(("pin", f"{pin} {int(high)}"))

    def write_line(self, class_number: int, line: str) -> None:
        self.said.append(("line", f"{class_number} {line.encode().hex()}"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: value(record, "name"))
def test_what_happens_and_when_is_what_the_vectors_say(record: Record) -> None:
    actor = WrittenDown()
    player = ActionPlayer(unpack_actions(hexadecimal(value(record, "actions"))), actor)
    expected: list[tuple[str, str]] = []
    for word, rest in record:
        if word in ("pin", "line"):
            expected.append((word, rest))
            continue
        assert actor.said == expected, f"before {word} {rest}"
        if word == "answer":
            now, best, score, is_sure = map(int, rest.split())
            player.answered(now, best, score, is_sure=bool(is_sure))
        elif word == "time":
            player.pass_time(int(rest))
    assert actor.said == expected
    levels = {int(rest.split()[0]): rest.endswith(" 1") for word, rest in expected if word == "pin"}
    assert {pin: high for pin, high in player.levels.items() if high or pin in levels} == levels


def test_the_vectors_have_every_kind_of_action_pins_and_lines() -> None:
    kinds = {one.kind for record in RECORDS for one in unpack_actions(hexadecimal(value(record, "actions")))}
    words = {word for record in RECORDS for word, _ in record}
    assert kinds == set(ActionKind)
    assert words == {"name", "actions", "answer", "time", "pin", "line"}


_ACTIONS = st.one_of(
    st.builds(
        ClassAction,
        pin=st.integers(0, 63),
        seconds=st.none() | st.floats(0.001, 3600),
        at_least=st.floats(0, 1),
        times=st.integers(1, 100),
    ),
    st.builds(ClassAction, line=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=13)),
)


@given(st.dictionaries(st.sampled_from(LABELS), _ACTIONS))
def test_every_action_that_settings_can_name_is_kept_in_the_image(act: dict[str, ClassAction]) -> None:
    actions = actions_for(act, LABELS, 1 / 256, -128)
    assert [LABELS[one.class_number] for one in actions] == sorted(act, key=LABELS.index)
    assert unpack_actions(pack_actions(actions)) == actions
    assert [one.pin if one.pin >= 0 else None for one in actions] == [
        act[LABELS[one.class_number]].pin for one in actions
    ]


@pytest.mark.parametrize(
    ("probability", "code"), [(0.0, -128), (0.5, 0), (0.8, 77), (0.801, 78), (0.996, 127), (1.0, 127)]
)
def test_a_probability_becomes_the_lowest_score_that_reaches_it(probability: float, code: int) -> None:
    (action,) = actions_for({"dog": ClassAction(pin=4, at_least=probability)}, LABELS, 1 / 256, -128)
    assert action == Action(class_number=1, kind=ActionKind.PIN_WHILE_SEEN, pin=4, least_score=code)


def test_a_class_that_the_model_does_not_have_is_passed_over() -> None:
    act = {"dog": ClassAction(line="woof"), "cat": ClassAction(line="meow")}
    (action,) = actions_for(act, LABELS, 1 / 256, -128)
    assert action.line == "woof"


def test_there_are_no_more_actions_than_a_board_has_memory_for() -> None:
    entry = pack_actions((Action(class_number=0, kind=ActionKind.LINE, line="x"),))
    with pytest.raises(BadField, match="action_count"):
        unpack_actions(entry * (MOST_ACTIONS + 1))


def test_random_tables_end_in_actions_or_a_named_field() -> None:
    dice = random.Random(3)
    base = pack_actions((Action(class_number=0, kind=ActionKind.PIN_FOR_TIME, pin=4, milliseconds=9),))
    kept = 0
    for _ in range(3000):
        table = bytearray(base)
        table[dice.randrange(12 if dice.random() < 0.8 else ACTION.size)] = dice.randrange(256)
        try:
            actions = unpack_actions(bytes(table))
        except BadField:
            continue
        kept += 1
        assert pack_actions(actions) == bytes(table)
    assert 300 < kept < 2700


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"pin": 4, "line": "x"},
        {"line": "x", "seconds": 1.0},
        {"line": ""},
        {"line": "two\nlines"},
        {"line": "x" * 53},
        {"pin": 64},
        {"pin": 4, "times": 0},
        {"pin": 4, "seconds": 3601},
    ],
)
def test_settings_that_no_board_can_follow_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(values, ClassAction)
