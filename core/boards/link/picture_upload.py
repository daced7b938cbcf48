"""A picture on its way to the board, in parts of which several may be under way."""

from __future__ import annotations

from core.boards.link.exchange import Exchange
from core.boards.link.messages import BeginPicture, PicturePart, PicturePartReceived, PictureReceived

PART_BYTES = 1024
_SECONDS_WITHOUT_PROGRESS = 6.0
_SECONDS_A_PART = 0.6


def upload_picture(exchange: Exchange, shape: tuple[int, int, int], pixels: bytes, window: int) -> None:
    """Send a picture of `shape` (height, width, channels), keeping at most `window` bytes unanswered.

    A part that was lost is noticed by the answers, and sending goes on from there. Raises what
    `Exchange.request` raises; BOARD_SILENT or LINK_GARBLED when nothing has arrived for six seconds.
    """
    exchange.request(BeginPicture(*shape), PictureReceived)
    _Upload(exchange, pixels, window).run()


class _Upload:
    """How far a picture has come. All parts have one sequence number: their answers count the whole."""

    def __init__(self, exchange: Exchange, pixels: bytes, window: int) -> None:
        self._exchange = exchange
        self._pixels = pixels
        self._window = window
        self._part_bytes = max(1, min(PART_BYTES, window))
        self._sequence = exchange.next_sequence()
        self._sent = 0
        self._arrived = 0
        self._went_back_to = -1

    def run(self) -> None:
        progress = self._exchange.clock()
        while self._arrived < len(self._pixels):
            self._send_what_may_go()
            before = self._arrived
            self._listen()
            now = self._exchange.clock()
            if self._arrived > before:
                progress = now
            elif now - progress > _SECONDS_WITHOUT_PROGRESS:
                raise self._exchange.no_answer(now - progress)

    def _send_what_may_go(self) -> None:
        while self._sent < len(self._pixels):
            under_way = self._sent - self._arrived
            if under_way and under_way + self._part_bytes > self._window:
                return
            data = self._pixels[self._sent : self._sent + self._part_bytes]
            self._exchange.send(PicturePart(self._sent, data), self._sequence)
            self._sent += len(data)

    def _listen(self) -> None:
        """Take in one answer; when there is none in time or it shows a gap, go back to the gap.

        Only the first of equal answers goes back: each part sent again is answered again, and going back
        for every answer would have ever more parts under way.
        """
        deadline = self._exchange.clock() + _SECONDS_A_PART
        received = self._exchange.receive(deadline)
        if received is None:
            self._sent = self._arrived
            return
        answer = received.message
        if received.sequence != self._sequence or not isinstance(answer, PicturePartReceived):
            return
        if self._arrived < answer.received <= self._sent:
            self._arrived = answer.received
        elif answer.received == self._arrived != self._went_back_to:
            self._went_back_to = self._sent = self._arrived
