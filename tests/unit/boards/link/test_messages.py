"""Messages come back as they were sent, and wrong payloads are refused."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.byte_layout import BadField, Row
from core.boards.link import messages
from core.boards.link.frames import MOST_PAYLOAD, BadMessage, Frame, Message, UnknownType
from core.boards.link.messages import (
    MESSAGES,
    CameraPart,
    CameraPrediction,
    ImagePart,
    Labels,
    LogLine,
    OperatorTime,
    Prediction,
    Profile,
    Refusal,
    from_frame,
    to_frame,
)

_RANGES = {
    "u8": (0, 0xFF),
    "u16": (0, 0xFFFF),
    "u32": (0, 0xFFFFFFFF),
    "i8": (-128, 127),
    "i32": (-(2**31), 2**31 - 1),
}
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


def values(row: Row) -> st.SearchStrategy[Any]:
    if row.kind in _RANGES:
        return st.integers(*_RANGES[row.kind])
    if row.kind == "f32":
        return st.floats(width=32, allow_nan=False, allow_infinity=False)
    if row.kind.startswith("text"):
        return texts.filter(lambda text: len(text.encode()) <= row.size)
    return st.binary(min_size=row.size, max_size=row.size)


@st.composite
def predictions(draw: st.DrawFn) -> Prediction:
    scores = draw(st.lists(st.integers(-128, 127), min_size=1, max_size=40))
    top = draw(st.lists(st.integers(0, len(scores) - 1), max_size=5))
    times = [draw(st.integers(0, 2**32 - 1)) for _ in range(3)]
    return Prediction(
        total_microseconds=times[0],
        inference_microseconds=times[1],
        decode_microseconds=times[2],
        scores=tuple(scores),
        top=tuple(top),
    )


_NUMBERS = st.integers(0, 0xFFFFFFFF)
_SHORTS = st.integers(0, 0xFFFF)
_TAILED: dict[type[Message], st.SearchStrategy[Any]] = {
    Labels: st.builds(Labels, _SHORTS, _SHORTS, st.lists(texts, max_size=9).map(tuple)),
    ImagePart: st.builds(ImagePart, _NUMBERS, st.binary(max_size=1024)),
    Prediction: predictions(),
    Profile: st.builds(
        Profile,
        _SHORTS,
        _SHORTS,
        st.lists(
            st.builds(OperatorTime, texts.filter(lambda text: len(text.encode()) <= 28), _NUMBERS), max_size=9
        ).map(tuple),
    ),
    Refusal: st.builds(Refusal, _SHORTS, st.integers(0, 255), texts),
    LogLine: st.builds(LogLine, st.integers(0, 255), texts),
    CameraPart: st.builds(CameraPart, _NUMBERS, _NUMBERS, st.binary(max_size=1024)),
    CameraPrediction: st.builds(CameraPrediction, _NUMBERS, predictions()),
}


def instances(kind: type[Message]) -> st.SearchStrategy[Message]:
    if kind in _TAILED:
        tailed: st.SearchStrategy[Message] = _TAILED[kind]
        return tailed
    named = {row.name: values(row) for row in kind.LAYOUT.rows if row.name}
    return st.builds(kind, **named)


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_a_message_comes_back_as_it_was_sent(kind: type[Message]) -> None:
    @given(instances(kind))
    def check(message: Message) -> None:
        frame = to_frame(message, 12)
        assert len(frame.payload) <= MOST_PAYLOAD
        assert from_frame(frame) == message

    check()


def test_types_are_unique_and_answers_match_their_requests() -> None:
    types = [kind.TYPE for kind in MESSAGES]
    assert len(set(types)) == len(types)
    requests = {kind.TYPE for kind in MESSAGES if kind.TYPE < 0x80}
    answers = {kind.TYPE for kind in MESSAGES if 0x80 <= kind.TYPE < 0xC0}
    assert {request | 0x80 for request in requests} == answers


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_a_payload_that_is_cut_short_is_refused(kind: type[Message]) -> None:
    if kind.LAYOUT.size:
        with pytest.raises(BadMessage, match=kind.__name__):
            from_frame(Frame(kind.TYPE, 1, bytes(kind.LAYOUT.size - 1)))


def test_bytes_behind_a_message_of_fixed_length_are_refused() -> None:
    with pytest.raises(BadMessage, match="length"):
        from_frame(Frame(messages.Ping.TYPE, 1, bytes(5)))


def test_a_type_of_another_program_is_told_apart_from_a_damaged_message() -> None:
    with pytest.raises(UnknownType):
        from_frame(Frame(0x7F, 1))


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        (bytes(12) + b"\x02\0\0\0" + b"\x01", "length"),
        (bytes(12) + b"\x01\0\x01\0" + b"\x05" + b"\x01\0", "top"),
    ],
)
def test_a_prediction_that_contradicts_itself_is_refused(payload: bytes, fault: str) -> None:
    with pytest.raises(BadMessage, match=fault):
        from_frame(Frame(Prediction.TYPE, 1, payload))


def test_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadMessage, match="UTF-8"):
        from_frame(Frame(LogLine.TYPE, 0, b"\x01\xff\xfe"))


@pytest.mark.parametrize("scale", [float("nan"), float("inf")])
def test_a_value_that_its_field_cannot_hold_is_not_sent(scale: float) -> None:
    hello = messages.Hello(firmware="1", variant="v", runtime="r", chip=0, status=0, input_scale=scale)
    with pytest.raises(BadField, match="input_scale"):
        hello.payload()


def test_ten_thousand_fuzzed_payloads_end_in_a_message_or_a_refusal() -> None:
    chance = random.Random(6)
    read = 0
    for _ in range(10_000):
        kind = chance.choice(MESSAGES)
        size = kind.LAYOUT.size + chance.choice((0, 0, 1, 5, 40))
        payload = chance.randbytes(size) if chance.random() < 0.6 else bytes(size)
        with contextlib.suppress(BadMessage):
            read += isinstance(from_frame(Frame(kind.TYPE, 1, payload)), kind)
    assert 1000 < read < 9000
