"""What a board does when it sees a class: the actions of a model image, and when they happen.

One action a class at most: a pin that is high while the class is seen, a pin that is high for some time, or a
line of text on the serial port. Byte table and rules: docs/model-image.md. The firmware decides the same in
C++ (firmware/components/squeeze/src/actions.cc); tests/golden/actions.txt holds both to it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Protocol

import msgspec

from core.boards.byte_layout import BadField, ByteLayout
from core.settings import ClassAction

MOST_ACTIONS = 32
MOST_TIMES = 100
MOST_MILLISECONDS = 3_600_000
MOST_LINE_BYTES = 52
NO_PIN = -1
FORGET_MICROSECONDS = 10_000_000
"""After so long without an answer, nothing is seen any more."""
_HIGHEST_PIN = 63
_LEAST_CODE, _MOST_CODE = -128, 127
_FIRST_PRINTABLE, _DELETE = 0x20, 0x7F

ACTION = ByteLayout(
    ("class_number", "u16"),
    ("kind", "u8"),
    ("pin", "i8"),
    ("least_score", "i8"),
    ("times", "u8"),
    ("", "zero:2"),
    ("milliseconds", "u32"),
    ("line", f"text:{MOST_LINE_BYTES}"),
)


class ActionKind(IntEnum):
    """What is done."""

    PIN_WHILE_SEEN = 1
    PIN_FOR_TIME = 2
    LINE = 3


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """What to do when class `class_number` is seen.

    It counts as seen when the answer is sure, the class is the best and its score at least `least_score`, and
    that `times` answers in a row. `pin` is a GPIO number; `milliseconds` is how long it is high.
    """

    class_number: int
    kind: ActionKind
    pin: int = NO_PIN
    least_score: int = _LEAST_CODE
    times: int = 1
    milliseconds: int = 0
    line: str = ""


def pack_actions(actions: tuple[Action, ...]) -> bytes:
    """The table of a model image, `ACTION.size` bytes each. Raises `BadField`."""
    packed = b"".join(ACTION.pack(msgspec.structs.asdict(action)) for action in actions)
    unpack_actions(packed)
    return packed


def unpack_actions(data: bytes) -> tuple[Action, ...]:
    """The actions in a table of whole entries. Raises `BadField`.

    Whether there are as many classes is for whoever knows them (`require_classes`).
    """
    if len(data) > MOST_ACTIONS * ACTION.size:
        raise BadField("action_count", f"is {len(data) // ACTION.size}, more than {MOST_ACTIONS}")
    actions = tuple(_unpacked(data, at) for at in range(0, len(data), ACTION.size))
    numbers = [action.class_number for action in actions]
    if any(after <= before for before, after in itertools.pairwise(numbers)):
        raise BadField("class_number", "does not rise from one action to the next")
    return actions


def require_classes(actions: tuple[Action, ...], classes: int) -> None:
    """Raise `BadField` for an action on a class that is not among so many."""
    if actions and actions[-1].class_number >= classes:
        raise BadField("class_number", f"is {actions[-1].class_number} of {classes} classes")


def _unpacked(data: bytes, at: int) -> Action:
    values: dict[str, Any] = dict(ACTION.unpack(data, at))
    if values["kind"] not in set(ActionKind):
        raise BadField("kind", f"is {values['kind']!r}, which is not known")
    is_line = values["kind"] == ActionKind.LINE
    is_timed = values["kind"] == ActionKind.PIN_FOR_TIME
    for name, sound in (
        ("pin", values["pin"] == NO_PIN if is_line else 0 <= values["pin"] <= _HIGHEST_PIN),
        ("times", 1 <= values["times"] <= MOST_TIMES),
        ("milliseconds", int(is_timed) <= values["milliseconds"] <= MOST_MILLISECONDS * is_timed),
        ("line", is_printable(values["line"]) and bool(values["line"]) == is_line),
    ):
        if not sound:
            raise BadField(name, f"is {values[name]!r}")
    return Action(**{**values, "kind": ActionKind(values["kind"])})


def is_printable(line: str) -> bool:
    """Whether a text stays on its line and its screen: no control characters of ASCII."""
    return all(_FIRST_PRINTABLE <= ord(one) != _DELETE for one in line)


def actions_for(
    act: Mapping[str, ClassAction], labels: tuple[str, ...], scale: float, zero_point: int
) -> tuple[Action, ...]:
    """The actions that a run's settings ask for, on a model with these labels and this output quantization.

    Classes that the model does not have are passed over: a class may be excluded after it was given one.
    """
    numbered = ((number, act[label]) for number, label in enumerate(labels) if label in act)
    return tuple(_action(number, asked, scale, zero_point) for number, asked in numbered)


def _action(number: int, asked: ClassAction, scale: float, zero_point: int) -> Action:
    least = math.ceil(round(asked.at_least / scale + zero_point, 6))
    kind = ActionKind.PIN_WHILE_SEEN if asked.seconds is None else ActionKind.PIN_FOR_TIME
    return Action(
        class_number=number,
        kind=ActionKind.LINE if asked.pin is None else kind,
        pin=NO_PIN if asked.pin is None else asked.pin,
        least_score=min(_MOST_CODE, max(_LEAST_CODE, least)),
        times=asked.times,
        milliseconds=round((asked.seconds or 0) * 1000),
        line=asked.line or "",
    )


class Actor(Protocol):
    """Who does what is decided."""

    def set_pin(self, pin: int, high: bool) -> None:
        """Give a pin a level that it has not had."""

    def write_line(self, class_number: int, line: str) -> None:
        """Write a line of text on the serial port."""


class ActionPlayer:
    """Decides, answer after answer, what the board does. All pins are low at first.

    `answered` and `pass_time` take the time in microseconds since some moment; it never goes back.
    """

    def __init__(self, actions: tuple[Action, ...], actor: Actor) -> None:
        self._actions = actions
        self._actor = actor
        self._streaks = [0] * len(actions)
        self._until = [0] * len(actions)
        self._answered_at = 0
        self._levels = {action.pin: False for action in actions if action.pin != NO_PIN}

    @property
    def levels(self) -> dict[int, bool]:
        """Whether each pin that actions set is high, in the order of the pins."""
        return dict(sorted(self._levels.items()))

    def answered(self, now: int, best: int, score: int, is_sure: bool) -> None:
        """The model has answered: the class with the highest score, that score, and whether it is sure."""
        self._forget_what_is_old(now)
        self._answered_at = now
        for number, action in enumerate(self._actions):
            if not (is_sure and best == action.class_number and score >= action.least_score):
                self._streaks[number] = 0
                continue
            if self._streaks[number] < action.times:
                self._streaks[number] += 1
                if self._streaks[number] == action.times:
                    self._begin(number, action, now)
        self._set_pins(now)

    def pass_time(self, now: int) -> None:
        """Time has passed without an answer."""
        self._forget_what_is_old(now)
        self._set_pins(now)

    def _forget_what_is_old(self, now: int) -> None:
        if now - self._answered_at >= FORGET_MICROSECONDS:
            self._streaks = [0] * len(self._actions)

    def _begin(self, number: int, action: Action, now: int) -> None:
        if action.kind == ActionKind.LINE:
            self._actor.write_line(action.class_number, action.line)
        elif action.kind == ActionKind.PIN_FOR_TIME:
            self._until[number] = now + action.milliseconds * 1000

    def _set_pins(self, now: int) -> None:
        """Of actions with the same pin, one that wants it high is enough."""
        wanted = dict.fromkeys(self._levels, False)
        for number, action in enumerate(self._actions):
            if action.kind == ActionKind.PIN_WHILE_SEEN:
                wanted[action.pin] |= self._streaks[number] == action.times
            elif action.kind == ActionKind.PIN_FOR_TIME:
                wanted[action.pin] |= now < self._until[number]
        for pin, high in sorted(wanted.items()):
            if high != self._levels[pin]:
                self._levels[pin] = high
                self._actor.set_pin(pin, high)
