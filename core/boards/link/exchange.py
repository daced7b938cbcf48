"""Requests and answers over a port, with a limit on every wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.boards.link.codes import DeviceCode, reported
from core.boards.link.frames import LINK_VERSION_SPOKEN, Frame, FrameReader, encode_frame
from core.boards.link.messages import BadMessage, LogLine, Message, Refusal, from_frame, to_frame
from core.errors import BOARD_DISCONNECTED, BOARD_SILENT, LINK_GARBLED, LINK_VERSION, SqueezeError
from core.task import Task

READ_SECONDS = 0.05
WRITE_SECONDS = 5.0
_MOST_READ = 65536
_SEQUENCES = 0x10000

Answer = TypeVar("Answer", bound=Message)


class Port(Protocol):
    """What is asked of a port: the part of pyserial's `Serial` that all its kinds have."""

    timeout: float | None
    baudrate: int

    @property
    def in_waiting(self) -> int:
        """Bytes (at least so many) that can be read at once."""

    def read(self, size: int = 1) -> bytes:
        """Up to `size` bytes; fewer when `timeout` has passed."""

    def write(self, data: bytes) -> int | None:
        """Send all of `data`."""

    def close(self) -> None:
        """Give the port back."""


@dataclass(frozen=True)
class Patience:
    """How often a request is sent and how many seconds each waits for its answer."""

    tries: int = 4
    seconds: float = 0.75


@dataclass(frozen=True)
class Received:
    """A message of this version, with the sequence number of its frame."""

    message: Message
    sequence: int


class Exchange:
    """One side of a conversation with a board. Log lines of the board go to `on_log` as they come.

    Every method raises BOARD_DISCONNECTED when the port fails, LINK_VERSION when the board speaks another
    version, and `Cancelled` when the task is to stop.
    """

    def __init__(
        self,
        port: Port,
        task: Task,
        on_log: Callable[[LogLine], None] = lambda line: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.port = port
        self.clock = clock
        self._task = task
        self._on_log = on_log
        self._reader = FrameReader()
        self._waiting: deque[Frame] = deque()
        self._sequence = 0
        self._heard_at: float | None = None
        self._unreadable = ""
        self._dropped_before = 0

    def request(self, message: Message, answer: type[Answer], patience: Patience | None = None) -> Answer:
        """Send a request, again when no answer comes, and return its answer.

        Only for requests that may be met twice. Raises BOARD_REPORTED when the board refuses, BOARD_SILENT
        or LINK_GARBLED when no answer comes.
        """
        patience = patience or Patience()
        sequence = self.next_sequence()
        started = self.clock()
        self._unreadable = ""
        self._dropped_before = self._reader.dropped
        for _ in range(patience.tries):
            self.send(message, sequence)
            deadline = self.clock() + patience.seconds
            while received := self.receive(deadline):
                if received.sequence == sequence and isinstance(received.message, answer):
                    return received.message
        raise self.no_answer(self.clock() - started)

    def seconds_unheard(self) -> float:
        """How long ago the board was last heard; 0 when it never was."""
        return 0.0 if self._heard_at is None else self.clock() - self._heard_at

    def next_sequence(self) -> int:
        """A number that no request still under way has; never 0, which is for what is said unasked."""
        self._sequence = self._sequence % (_SEQUENCES - 1) + 1
        return self._sequence

    def send(self, message: Message, sequence: int) -> None:
        """Send a message once."""
        try:
            self.port.write(encode_frame(to_frame(message, sequence)))
        except OSError as error:
            raise SqueezeError(BOARD_DISCONNECTED, detail=str(error)) from error

    def receive(self, deadline: float) -> Received | None:
        """The next message that is no log line; None when `deadline` (of the clock) passes first.

        Raises BOARD_REPORTED when it refuses the last request sent.
        """
        while True:
            while self._waiting:
                received = self._read_message(self._waiting.popleft())
                if received:
                    return received
            if self.clock() >= deadline:
                return None
            self._task.check_cancelled()
            self._waiting.extend(self._reader.feed(self._read()))

    def no_answer(self, waited: float) -> SqueezeError:
        """The error for an answer that did not come: garbled when the board was heard before, else silent."""
        noise = self._reader.noise.decode("ascii", "replace").strip()
        detail = f"received instead: {noise}" if noise else "nothing was received"
        dropped = self._reader.dropped - self._dropped_before
        if self._unreadable or (self._heard_at is not None and dropped):
            reason = self._unreadable or f"{dropped} damaged frames"
            return SqueezeError(LINK_GARBLED, detail=detail, reason=reason)
        return SqueezeError(BOARD_SILENT, detail=detail, waited=f"waited {waited:.1f} seconds")

    def _read_message(self, frame: Frame) -> Received | None:
        """The message in a frame; None when there is nothing in it for whoever waits."""
        self._heard_at = self.clock()
        if frame.version != LINK_VERSION_SPOKEN:
            raise SqueezeError(LINK_VERSION, found=frame.version, known=LINK_VERSION_SPOKEN)
        try:
            message = from_frame(frame)
        except BadMessage as error:
            self._unreadable = str(error)
            return None
        if isinstance(message, LogLine):
            self._on_log(message)
            return None
        if isinstance(message, Refusal) and frame.sequence == self._sequence:
            if message.code == DeviceCode.LINK_VERSION:
                raise SqueezeError(LINK_VERSION, found=frame.version, known=LINK_VERSION_SPOKEN)
            raise reported(message.code, message.text)
        return Received(message, frame.sequence)

    def _read(self) -> bytes:
        try:
            data = self.port.read(1)
            more = min(self.port.in_waiting, _MOST_READ) if data else 0
            return data + self.port.read(more) if more else data
        except OSError as error:
            raise SqueezeError(BOARD_DISCONNECTED, detail=str(error)) from error
