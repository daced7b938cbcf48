"""The vectors that every program of the link is tested with."""

from __future__ import annotations

import pytest

from core.boards.link import messages
from core.boards.link.frames import Frame, FrameReader, encode_frame
from core.boards.link.messages import MESSAGES, OperatorTime, Prediction, from_frame
from tests.builders.golden import Record, hexadecimal, records, value, values

FRAMES = records("link_frames.txt")
STREAMS = records("link_streams.txt")


def written(name: str, content: object) -> list[str]:
    """A field as the vectors write it."""
    match content:
        case Prediction():
            parts = content.__struct_fields__
            return [f"{name}.{line}" for part in parts for line in written(part, getattr(content, part))]
        case tuple() if content and isinstance(content[0], OperatorTime):
            return [f"{name} {one.microseconds} {one.name.encode().hex()}" for one in content]
        case tuple():
            return [f"{name} " + (" ".join(_scalar(one) for one in content) or "-")]
        case _:
            return [f"{name} {_scalar(content)}"]


def _scalar(content: object) -> str:
    if isinstance(content, str | bytes):
        return (content.encode() if isinstance(content, str) else content).hex() or "-"
    return repr(content)


@pytest.mark.parametrize("record", FRAMES, ids=lambda record: value(record, "name"))
def test_frames_hold_the_fields_that_the_vectors_name(record: Record) -> None:
    (frame,) = FrameReader().feed(hexadecimal(value(record, "wire")))
    assert frame == Frame(
        int(value(record, "type")), int(value(record, "sequence")), hexadecimal(value(record, "payload"))
    )
    message = from_frame(frame)
    assert type(message).__name__ == value(record, "message")
    fields = [line for name in message.__struct_fields__ for line in written(name, getattr(message, name))]
    assert fields == values(record, "field")
    assert encode_frame(messages.to_frame(message, frame.sequence)) == hexadecimal(value(record, "wire"))


def test_every_message_has_a_vector() -> None:
    assert {value(record, "message") for record in FRAMES} == {kind.__name__ for kind in MESSAGES}


@pytest.mark.parametrize("record", STREAMS, ids=lambda record: value(record, "name"))
@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_streams_hold_the_frames_that_the_vectors_name(record: Record, piece: int) -> None:
    stream = hexadecimal(value(record, "stream"))
    reader = FrameReader()
    pieces = [stream[start : start + piece] for start in range(0, len(stream), piece)]
    read = [frame for arriving in pieces for frame in reader.feed(arriving)]
    named = [line.split() for line in values(record, "frame")]
    assert read == [
        Frame(int(kind), int(sequence), hexadecimal(payload), int(version))
        for version, kind, sequence, payload in named
    ]
