"""Frames of the serial loader on a line that carries other things too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.boards.virtual.loader import SlipReader, slip_encode


@given(st.lists(st.binary(min_size=1, max_size=200), max_size=5), st.integers(1, 50))
def test_frames_arrive_whole_however_they_are_cut(frames: list[bytes], piece: int) -> None:
    line = b"".join(slip_encode(frame) for frame in frames)
    reader = SlipReader()
    arrived = [frame for at in range(0, len(line), piece) for frame in reader.feed(line[at : at + piece])]
    assert arrived == frames


def test_bytes_that_mean_something_are_escaped() -> None:
    assert slip_encode(b"\xc0\x01\xdb") == b"\xc0\xdb\xdc\x01\xdb\xdd\xc0"


def test_text_before_a_frame_is_passed_over() -> None:
    assert SlipReader().feed(b"waiting for download\r\n" + slip_encode(b"ab")) == [b"ab"]


def test_a_damaged_escape_drops_only_its_frame() -> None:
    assert SlipReader().feed(b"\xc0\xdb\x00\xc0" + slip_encode(b"ab")) == [b"ab"]


def test_noise_without_end_is_not_kept() -> None:
    reader = SlipReader()
    reader.feed(b"\xc0")
    for _ in range(100):
        assert reader.feed(b"x" * 10_000) == []
    assert reader.feed(slip_encode(b"ab")) == [b"ab"]


@given(st.binary(max_size=300))
def test_no_bytes_confuse_it_for_long(noise: bytes) -> None:
    reader = SlipReader()
    reader.feed(noise)
    assert (reader.feed(slip_encode(b"ab")) + reader.feed(slip_encode(b"cd")))[-1] == b"cd"
