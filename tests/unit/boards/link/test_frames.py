"""Frames survive what lines do to bytes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.link.frames import (
    MOST_CODED,
    MOST_PAYLOAD,
    Frame,
    FrameReader,
    cobs_decode,
    cobs_encode,
    encode_frame,
)

frames = st.builds(
    Frame,
    st.integers(0, 255),
    st.integers(0, 65535),
    st.binary(max_size=MOST_PAYLOAD),
    st.integers(0, 255),
)


@given(st.binary(max_size=2000))
def test_coded_bytes_hold_no_zero_and_come_back(data: bytes) -> None:
    coded = cobs_encode(data)
    assert 0 not in coded
    assert cobs_decode(coded) == data
    assert len(coded) <= len(data) + len(data) // 254 + 1


@pytest.mark.parametrize("length", [253, 254, 255, 508, 509])
def test_runs_around_the_longest_come_back(length: int) -> None:
    for data in (b"x" * length, b"x" * length + b"\0", b"\0" + b"x" * length + b"\0y"):
        assert cobs_decode(cobs_encode(data)) == data


def test_a_longest_run_may_end_the_code() -> None:
    """Encoders differ in whether they write an empty run after a longest one at the end."""
    assert cobs_decode(b"\xff" + b"x" * 254) == b"x" * 254


@pytest.mark.parametrize("coded", [b"", b"\x05ab", b"\x03a\0", b"\0"])
def test_what_is_no_code_is_refused(coded: bytes) -> None:
    assert cobs_decode(coded) is None


@given(st.lists(frames, max_size=4), st.lists(st.integers(1, 700), min_size=1, max_size=20))
def test_frames_come_out_however_the_stream_is_cut(sent: list[Frame], cuts: list[int]) -> None:
    stream = b"".join(encode_frame(frame) for frame in sent)
    reader = FrameReader()
    received = []
    position = 0
    while position < len(stream):
        step = cuts[position % len(cuts)]
        received += reader.feed(stream[position : position + step])
        position += step
    assert received == sent
    assert reader.dropped == 0


def test_the_longest_payload_fits_and_a_longer_one_is_refused() -> None:
    longest = Frame(1, 2, b"\xff" * MOST_PAYLOAD)
    wire = encode_frame(longest)
    assert len(wire) == MOST_CODED + 2
    assert FrameReader().feed(wire) == [longest]
    with pytest.raises(ValueError, match="do not fit"):
        encode_frame(Frame(1, 2, b"x" * (MOST_PAYLOAD + 1)))


def test_the_text_of_a_boot_loader_costs_no_frame() -> None:
    boot = b"ets Jul 29 2019 12:21:46\r\n\r\nrst:0x1 (POWERON_RESET),boot:0x13\r\n"
    reader = FrameReader()
    frame = Frame(0x81, 1, b"hello")
    assert reader.feed(boot + encode_frame(frame)) == [frame]
    assert reader.noise == boot
    reader.feed(b"Guru Meditation")
    assert reader.noise == boot + b"Guru Meditation"


@given(st.binary(max_size=400))
def test_after_any_garbage_the_next_frame_is_read(garbage: bytes) -> None:
    frame = Frame(7, 9, b"payload")
    assert FrameReader().feed(garbage + encode_frame(frame))[-1] == frame


@pytest.mark.parametrize("fault", ["lost", "doubled", "changed"])
def test_one_faulty_byte_costs_its_own_frame_at_most(fault: str) -> None:
    first, second = Frame(1, 1, bytes(range(40))), Frame(2, 2, b"second")
    wire = encode_frame(first)
    for at in range(len(wire)):
        middle = {"lost": b"", "doubled": wire[at : at + 1] * 2, "changed": bytes([wire[at] ^ 0x10])}[fault]
        received = FrameReader().feed(wire[:at] + middle + wire[at + 1 :] + encode_frame(second))
        assert received in ([second], [first, second]), at


def test_a_line_that_never_pauses_takes_no_memory() -> None:
    reader = FrameReader()
    for _ in range(200):
        assert reader.feed(b"U" * 1000) == []
    assert len(reader._piece) <= MOST_CODED
    assert len(reader.noise) <= 512
    frame = Frame(3, 4)
    assert reader.feed(encode_frame(frame)) == [frame]
    assert reader.dropped == 1


def test_ten_thousand_fuzzed_frames_are_read_without_a_fault() -> None:
    chance = random.Random(5)
    reader = FrameReader()
    sound = 0
    for number in range(10_000):
        wire = bytearray(encode_frame(Frame(number % 256, number, chance.randbytes(chance.randrange(60)))))
        for _ in range(chance.randrange(3)):
            wire[chance.randrange(len(wire))] = chance.randrange(256)
        sound += len(reader.feed(bytes(wire)))
    assert 3000 < sound < 10_000
