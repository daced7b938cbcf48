"""SLIP, the framing of the serial loader (RFC 1055): a frame stands between two bytes C0."""

from __future__ import annotations

END = b"\xc0"
_ESCAPE = b"\xdb"
_ESCAPED_END = b"\xdb\xdc"
_ESCAPED_ESCAPE = b"\xdb\xdd"
_LONGEST_FRAME = 0x10000
"""More than any loader command takes; what is longer is noise."""


def encode(frame: bytes) -> bytes:
    """A frame as it goes over the line."""
    return END + frame.replace(_ESCAPE, _ESCAPED_ESCAPE).replace(END, _ESCAPED_END) + END


class FrameReader:
    """Takes bytes as they come and gives the frames in them. Bytes outside frames and damaged frames go."""

    def __init__(self) -> None:
        self._partial: bytearray | None = None

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that these bytes complete."""
        frames = []
        first, *others = data.split(END)
        self._extend(first)
        for part in others:
            frame = self._finished()
            if frame:
                frames.append(frame)
            self._partial = bytearray(part)
        return frames

    def _extend(self, part: bytes) -> None:
        if self._partial is not None:
            self._partial += part
            if len(self._partial) > _LONGEST_FRAME:
                self._partial = None

    def _finished(self) -> bytes | None:
        """The frame that ends here; None when there was none, or a damaged one."""
        if self._partial is None:
            return None
        raw = bytes(self._partial)
        if raw.count(_ESCAPE) != raw.count(_ESCAPED_END) + raw.count(_ESCAPED_ESCAPE):
            return None
        return raw.replace(_ESCAPED_END, END).replace(_ESCAPED_ESCAPE, _ESCAPE)
