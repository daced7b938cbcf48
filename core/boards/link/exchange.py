"""Over a port: requests and answers, the line's speed, images in parts. Every wait has a limit."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.boards.link.codes import DeviceCode, reported
from core.boards.link.device_session import CONFIRM_SECONDS
from core.boards.link.frames import (
    LINK_VERSION_SPOKEN,
    BadMessage,
    Frame,
    FrameReader,
    Message,
    encode_frame,
)
from core.boards.link.messages import (
    ActionLine,
    BeginImage,
    CameraImage,
    CameraInput,
    CameraPart,
    CameraPrediction,
    ConfirmSpeed,
    ImagePart,
    ImagePartReceived,
    ImageReceived,
    LogLine,
    PinChanged,
    Ping,
    Pong,
    Prediction,
    Refusal,
    SetSpeed,
    Speed,
    SpeedConfirmed,
    from_frame,
    to_frame,
)
from core.errors import BoardError, SqueezeError
from core.task import Task

READ_SECONDS = 0.05
WRITE_SECONDS = 5.0
_MOST_READ = 65536
_SEQUENCES = 0x10000
SPEEDS = (921600, 460800)
"""What a line can be raised to, the highest first."""
_MISUNDERSTOOD = frozenset({"board-silent", "link-garbled", "board-reported"})
PART_BYTES = 1024
_SECONDS_WITHOUT_PROGRESS = 6.0
_SECONDS_A_PART = 0.6
MOST_JPEG_BYTES = 1024 * 1024
MOST_INPUT_BYTES = 3 * 1024 * 1024
Told = LogLine | PinChanged | ActionLine
"""What a board tells unasked, whatever it is asked meanwhile."""

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
    """One side of a conversation with a board. What the board tells unasked goes to `on_told` as it comes.

    Every method raises board-disconnected when the port fails, link-version when the board speaks another
    version, and `Cancelled` when the task is to stop.
    """

    def __init__(
        self,
        port: Port,
        task: Task,
        on_told: Callable[[Told], None] = lambda told: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.port = port
        self.clock = clock
        self._task = task
        self._on_told = on_told
        self._reader = FrameReader()
        self._waiting: deque[Frame] = deque()
        self._sequence = 0
        self._heard_at: float | None = None
        self._unreadable = ""
        self._dropped_before = 0

    def request(self, message: Message, answer: type[Answer], patience: Patience | None = None) -> Answer:
        """Send a request, again when no answer comes, and return its answer.

        Only for requests that may be met twice. Raises board-reported when the board refuses, board-silent
        or link-garbled when no answer comes.
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
            raise BoardError("board-disconnected", detail=str(error)) from error

    def receive(self, deadline: float) -> Received | None:
        """The next answer, or message of the camera; None when `deadline` (of the clock) passes first.

        Raises board-reported when it refuses the last request sent.
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
            return BoardError("link-garbled", detail=detail, reason=reason)
        return BoardError("board-silent", detail=detail, waited=f"waited {waited:.1f} seconds")

    def _read_message(self, frame: Frame) -> Received | None:
        """The message in a frame; None when there is nothing in it for whoever waits."""
        self._heard_at = self.clock()
        if frame.version != LINK_VERSION_SPOKEN:
            if frame.sequence != self._sequence:
                # Left over from before, or told unasked: an answer to the present request will say it, too.
                self._unreadable = f"a frame of link version {frame.version}"
                return None
            raise BoardError("link-version", found=frame.version, known=LINK_VERSION_SPOKEN)
        try:
            message = from_frame(frame)
        except BadMessage as error:
            self._unreadable = str(error)
            return None
        if isinstance(message, Told):
            self._on_told(message)
            return None
        if isinstance(message, Refusal) and frame.sequence == self._sequence:
            if message.code == DeviceCode.LINK_VERSION:
                raise BoardError("link-version", found=frame.version, known=LINK_VERSION_SPOKEN)
            raise reported(message.code, message.text)
        return Received(message, frame.sequence)

    def _read(self) -> bytes:
        try:
            data = self.port.read(1)
            more = min(self.port.in_waiting, _MOST_READ) if data else 0
            return data + self.port.read(more) if more else data
        except OSError as error:
            raise BoardError("board-disconnected", detail=str(error)) from error


_CONFIRMING = Patience(tries=3, seconds=CONFIRM_SECONDS / 4)
_RETURNING = Patience(tries=8, seconds=CONFIRM_SECONDS / 4)


def raise_speed(exchange: Exchange, highest: int) -> int:
    """Go to the highest speed that both ends can take, `highest` at most; returns the speed now.

    A speed at which the board is not understood is given up: both ends go back to the one before. Raises
    what `Exchange.request` raises when the board is not heard after that either.
    """
    for baud in SPEEDS:
        if exchange.port.baudrate < baud <= highest and _changed(exchange, baud):
            break
    return exchange.port.baudrate


def return_to_speed(exchange: Exchange, baud: int) -> None:
    """Go back to a lower speed before leaving. Raises what `Exchange.request` raises."""
    if exchange.port.baudrate != baud:
        _agreed(exchange, baud)


def _changed(exchange: Exchange, baud: int) -> bool:
    """Change the speed; False when the old one stays."""
    before = exchange.port.baudrate
    try:
        if _agreed(exchange, baud):
            return True
    except SqueezeError as error:
        if error.code == "board-reported" and exchange.port.baudrate == before:
            return False
        if error.code not in _MISUNDERSTOOD:
            raise
    set_speed(exchange, before)
    # The board goes back by itself when nothing is confirmed; it is heard again then at the latest.
    exchange.request(Ping(baud), Pong, _RETURNING)
    return False


def _agreed(exchange: Exchange, baud: int) -> bool:
    """Change the speed at both ends; False when this end's port cannot take it."""
    exchange.request(SetSpeed(baud), Speed, Patience(tries=1))
    if not set_speed(exchange, baud):
        return False
    exchange.request(ConfirmSpeed(baud), SpeedConfirmed, _CONFIRMING)
    return True


def set_speed(exchange: Exchange, baud: int) -> bool:
    """Set this end's speed; False when the port cannot take it."""
    try:
        exchange.port.baudrate = baud
    except (OSError, ValueError):
        return False
    return True


def upload_image(exchange: Exchange, shape: tuple[int, int, int], pixels: bytes, window: int) -> None:
    """Send an image of `shape` (height, width, channels), keeping at most `window` bytes unanswered.

    A part that was lost is noticed by the answers, and sending goes on from there. Raises what
    `Exchange.request` raises; board-silent or link-garbled when nothing has arrived for six seconds.
    """
    exchange.request(BeginImage(*shape), ImageReceived)
    _Upload(exchange, pixels, window).run()


class _Upload:
    """How far an image has come. All parts have one sequence number: their answers count the whole."""

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
            self._exchange.send(ImagePart(self._sent, data), self._sequence)
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
        if received.sequence != self._sequence or not isinstance(answer, ImagePartReceived):
            return
        if self._arrived < answer.received <= self._sent:
            self._arrived = answer.received
        elif answer.received == self._arrived != self._went_back_to:
            self._went_back_to = self._sent = self._arrived


@dataclass(frozen=True)
class Shot:
    """A camera image (JPEG; None when a part of it was lost) of `width` x `height` and its prediction.

    `values` are the image values that entered the network, where that was watched and no part was lost.
    """

    number: int
    jpeg: bytes | None
    width: int
    height: int
    prediction: Prediction
    values: bytes = b""


class ShotAssembler:
    """Keeps at most one image that is still coming."""

    def __init__(self) -> None:
        self._head: CameraImage | None = None
        self._jpeg = bytearray()
        self._values = bytearray()
        self._values_total = 0

    def take(self, message: Message) -> Shot | None:
        """Take in a message; the shot when this completes one."""
        match message:
            case CameraImage():
                self._head = message if message.jpeg_bytes <= MOST_JPEG_BYTES else None
                self._jpeg.clear()
                self._values.clear()
            case CameraInput(number=number, total=total, offset=offset, data=data):
                fits_in = total <= MOST_INPUT_BYTES and offset + len(data) <= total
                if self._head and number == self._head.number and fits_in and offset == len(self._values):
                    self._values += data
                    self._values_total = total
            case CameraPart(number=number, offset=offset, data=data):
                fits = self._head and offset + len(data) <= self._head.jpeg_bytes
                if self._head and number == self._head.number and fits and offset == len(self._jpeg):
                    self._jpeg += data
            case CameraPrediction(number=number, prediction=prediction):
                return self._completed(number, prediction)
        return None

    def _completed(self, number: int, prediction: Prediction) -> Shot:
        head, self._head = self._head, None
        if head is None or head.number != number:
            return Shot(number, None, 0, 0, prediction)
        whole = 0 < len(self._jpeg) == head.jpeg_bytes
        jpeg = bytes(self._jpeg) if whole else None
        values = bytes(self._values) if len(self._values) == self._values_total else b""
        return Shot(number, jpeg, head.width, head.height, prediction, values)
