"""The computer's end of the link: what can be asked of the board at an address."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.boards.link import messages
from core.boards.link.device_session import IDLE_SECONDS, STARTING_BAUD
from core.boards.link.exchange import (
    READ_SECONDS,
    SPEEDS,
    WRITE_SECONDS,
    Exchange,
    Patience,
    Port,
    Shot,
    ShotAssembler,
    Told,
    raise_speed,
    return_to_speed,
    set_speed,
    upload_image,
)
from core.boards.port_opening import open_port
from core.errors import BoardError, SqueezeError
from core.task import Task

_HELLO = Patience(tries=2, seconds=0.5)
_CONNECT_SECONDS = 8.0
_INFERENCE = Patience(tries=6, seconds=10.0)
_WATCH_SECONDS = 10
_RENEW_SECONDS = 3.0
_LOOK_SECONDS = 0.25
_SILENT_CAMERA_SECONDS = 60.0
_SILENT_AT_RAISED_SPEED_SECONDS = 15.0
_DAMAGED_SHOTS = 2
"""So many in a row, and the line does not carry images at its speed."""
_MISUNDERSTOOD = frozenset({"board-silent", "link-garbled"})
RESTART_SECONDS = 120.0
_ASKED_EVERY = 0.5
_NO_LINES = "socket://"
"""Ports that carry bytes only: the lines that reset a board are not among them."""
_NOT_THERE_YET = frozenset({"board-disconnected", "board-silent", "link-garbled", "port-unreachable"})


class LinkClient:
    """A conversation with one board over a port of pyserial's kind; closes the port when done.

    Call `connect` first. Every method raises board-silent, link-garbled, board-disconnected, link-version or
    board-reported, and `Cancelled` when `task` is to stop; none waits without a limit.
    """

    def __init__(
        self,
        port: Port,
        task: Task | None = None,
        on_told: Callable[[Told], None] = lambda told: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._task = task or Task()
        self._port = port
        self._starting_baud = port.baudrate
        self._exchange = Exchange(port, self._task, on_told, clock)
        self._hello: messages.Hello | None = None
        if port.timeout is None or port.timeout > READ_SECONDS:
            port.timeout = READ_SECONDS

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the board at the speed it was found at, where it still listens, and close the port."""
        try:
            if self._hello:
                return_to_speed(Exchange(self._port, Task(), clock=self._exchange.clock), self._starting_baud)
        except SqueezeError:
            # It goes back by itself after some seconds without a frame.
            pass
        finally:
            self._port.close()

    def connect(self, seconds: float = _CONNECT_SECONDS) -> messages.Hello:
        """Ask who is there, for `seconds` at most: a board may still be booting.

        Asks at the present speed, then at the one that the port began with, now and then at a higher one
        that an earlier program may have left.
        """
        started = self._exchange.clock()
        attempt = 0
        while True:
            if attempt:
                left_behind = attempt % 3 == 2 and self._starting_baud == STARTING_BAUD
                set_speed(self._exchange, SPEEDS[0] if left_behind else self._starting_baud)
            try:
                self._hello = self._exchange.request(messages.AskHello(), messages.Hello, _HELLO)
            except SqueezeError as error:
                if error.code not in _MISUNDERSTOOD:
                    raise
                waited = self._exchange.clock() - started
                if waited >= seconds:
                    set_speed(self._exchange, self._starting_baud)
                    raise self._exchange.no_answer(waited) from error
                attempt += 1
            else:
                return self._hello

    @property
    def hello(self) -> messages.Hello:
        """What the board said last time it was asked who it is; asks when it was not."""
        return self._hello or self.connect()

    def ping(self) -> None:
        """Whether the board is there."""
        self._require_common_speed()
        self._exchange.request(messages.Ping(0), messages.Pong)

    def _require_common_speed(self) -> None:
        """After a pause, make sure that the board has not gone back to its starting speed."""
        at_start = self._port.baudrate == self._starting_baud
        if at_start or self._exchange.seconds_unheard() < IDLE_SECONDS / 2:
            return
        try:
            self._exchange.request(messages.Ping(0), messages.Pong, _HELLO)
        except SqueezeError as error:
            if error.code not in _MISUNDERSTOOD:
                raise
            self.connect()

    def labels(self) -> tuple[str, ...]:
        """The labels of the model on the board."""
        self._require_common_speed()
        labels: list[str] = []
        while True:
            page = self._exchange.request(messages.AskLabels(len(labels)), messages.Labels)
            labels += page.labels
            if len(labels) >= page.total:
                return tuple(labels)
            _require_progress(page.first, len(page.labels), len(labels))

    def pins(self) -> dict[int, bool]:
        """Whether each pin that the board's actions set is high; none where the firmware has no actions."""
        self._require_common_speed()
        try:
            return self._exchange.request(messages.AskPins(), messages.Pins).levels
        except SqueezeError as error:
            if error.code != "board-reported":
                raise
            return {}

    def listen(self, seconds: float) -> None:
        """Take in what the board tells unasked, for so long."""
        deadline = self._exchange.clock() + seconds
        while self._exchange.receive(deadline):
            continue

    def raise_speed(self, highest: int = SPEEDS[0]) -> int:
        """Go to the highest speed that both ends can take; returns it. The old one stays if none works."""
        return raise_speed(self._exchange, min(highest, self.hello.highest_baud))

    def predict(self, image: NDArray[np.uint8]) -> messages.Prediction:
        """The model's answer to an image uint8 (height, width, channels) of the size that it takes.

        A raised speed at which the image does not get through is given up for good, and it is sent again.
        """
        self._require_common_speed()
        try:
            return self._predicted(image)
        except SqueezeError as error:
            if error.code not in _MISUNDERSTOOD or self._port.baudrate == self._starting_baud:
                raise
        self._slow_down()
        return self._predicted(image)

    def _slow_down(self) -> None:
        """Go back to the starting speed: what the raised one was tried with was shorter than an image."""
        try:
            return_to_speed(self._exchange, self._starting_baud)
        except SqueezeError as error:
            if error.code not in _MISUNDERSTOOD:
                raise
            self.connect()

    def _predicted(self, image: NDArray[np.uint8]) -> messages.Prediction:
        height, width, channels = image.shape
        pixels = np.ascontiguousarray(image).tobytes()
        upload_image(self._exchange, (height, width, channels), pixels, self.hello.window)
        return self._exchange.request(messages.Predict(), messages.Prediction, _INFERENCE)

    def profile(self) -> tuple[messages.OperatorTime, ...]:
        """How long each operator took in the last inference; empty before one."""
        self._require_common_speed()
        operators: list[messages.OperatorTime] = []
        while True:
            page = self._exchange.request(messages.AskProfile(len(operators)), messages.Profile)
            operators += page.operators
            if len(operators) >= page.total:
                return tuple(operators)
            _require_progress(page.first, len(page.operators), len(operators))

    def seen_values(self) -> bytes:
        """The image values that entered the network in the last prediction.

        Empty where the firmware cannot tell, or another image has been begun since.
        """
        self._require_common_speed()
        values = b""
        try:
            while True:
                part = self._exchange.request(messages.AskInput(len(values)), messages.Input)
                values += part.data
                if len(values) >= part.total:
                    return values
                _require_progress(part.offset, len(part.data), len(values))
        except SqueezeError as error:
            if error.code != "board-reported":
                raise
            return b""

    def watch(
        self, enough: Callable[[], bool] = lambda: False, *, with_inputs: bool = False
    ) -> Iterator[Shot]:
        """What the camera sees, with predictions, until the task is cancelled or the iterator closed.

        `with_inputs`: each with what entered the network, where the firmware can tell that.

        It also ends, within a quarter of a second, once there is `enough`. A raised speed at which images
        do not get through is given up for good. Raises board-silent when nothing has been seen for a minute.
        """
        while True:
            self._require_common_speed()
            yield from self._watched(enough, with_inputs)
            if enough():
                return
            self._slow_down()

    def _watched(self, enough: Callable[[], bool], with_inputs: bool) -> Iterator[Shot]:
        """Camera images until there are enough, or too few get through at a raised speed."""
        exchange, assembler = self._exchange, ShotAssembler()
        is_raised = self._port.baudrate != self._starting_baud
        most_silence = _SILENT_AT_RAISED_SPEED_SECONDS if is_raised else _SILENT_CAMERA_SECONDS
        seen = renewed = exchange.clock()
        damaged = 0
        try:
            request = self._watching_began(is_raised, with_inputs)
            if request is None:
                return
            while not enough():
                received = exchange.receive(exchange.clock() + _LOOK_SECONDS)
                shot = assembler.take(received.message) if received else None
                now = exchange.clock()
                if shot:
                    seen = now
                    damaged = 0 if shot.jpeg else damaged + 1
                    yield shot
                if is_raised and (damaged == _DAMAGED_SHOTS or now - seen > most_silence):
                    return
                if now - seen > most_silence:
                    raise exchange.no_answer(now - seen)
                if now - renewed >= _RENEW_SECONDS:
                    exchange.send(request, exchange.next_sequence())
                    renewed = now
        finally:
            self._stop_watching()

    def _watching_began(
        self, is_raised: bool, with_inputs: bool
    ) -> messages.Watch | messages.WatchInputs | None:
        """Start the camera's images; what renews that, None when it is not understood at a raised speed."""
        try:
            if with_inputs and self._watches_inputs():
                return messages.WatchInputs(_WATCH_SECONDS)
            watch = messages.Watch(_WATCH_SECONDS)
            self._exchange.request(watch, messages.Watching, _INFERENCE)
        except SqueezeError as error:
            if not is_raised or error.code not in _MISUNDERSTOOD:
                raise
            return None
        return watch

    def _watches_inputs(self) -> bool:
        """Start the camera's images with what enters the network; False where the firmware is older."""
        try:
            self._exchange.request(messages.WatchInputs(_WATCH_SECONDS), messages.WatchingInputs, _INFERENCE)
        except SqueezeError as error:
            if error.code != "board-reported" or not error.detail.startswith("UNKNOWN_REQUEST"):
                raise
            return False
        return True

    def _stop_watching(self) -> None:
        """Ask once, unheard: the board stops by itself soon."""
        try:
            self._exchange.send(messages.Watch(0), self._exchange.next_sequence())
        except SqueezeError:
            # The port is gone, and with it the camera's images.
            return


def _require_progress(first: int, count: int, known: int) -> None:
    """Raise link-garbled for a page that does not go on where the last one ended."""
    if count == 0 or first + count != known:
        raise BoardError("link-garbled", reason="a list with a gap")


def open_link(
    address: str,
    task: Task | None = None,
    on_told: Callable[[Told], None] = lambda told: None,
    baud: int = STARTING_BAUD,
) -> LinkClient:
    """A client of the board at `address`, a device or a URL of pyserial; close it, or use it with `with`.

    Raises what `core.boards.port_opening.open_port` raises.
    """
    port = open_port(address, baud)
    port.timeout = READ_SECONDS
    # pyserial's network ports know no limit on writing; their sockets have one.
    if "://" not in address:
        port.write_timeout = WRITE_SECONDS
    return LinkClient(port, task, on_told)


@contextlib.contextmanager
def started_program(
    port: str, task: Task, on_told: Callable[[Told], None], seconds: float = RESTART_SECONDS
) -> Iterator[LinkClient]:
    """A link to the program on a board that was told to start, as soon as it answers.

    Where a port cannot restart a board, somebody is asked to, and that is waited for. Raises what opening
    the port and the link raise; `Cancelled`.
    """
    with _answering(port, task, on_told, seconds) as link:
        yield link


def _answering(
    port: str, task: Task, on_told: Callable[[Told], None], seconds: float
) -> contextlib.AbstractContextManager[LinkClient]:
    if not port.startswith(_NO_LINES):
        return _connected(port, task, on_told)
    task.status("Writing is finished. This port cannot restart the board: please press its reset button")
    deadline = time.monotonic() + seconds
    while True:
        try:
            return _connected(port, task, on_told)
        except SqueezeError as error:
            if error.code not in _NOT_THERE_YET or time.monotonic() > deadline:
                raise
        task.check_cancelled()
        time.sleep(_ASKED_EVERY)


def _connected(port: str, task: Task, on_told: Callable[[Told], None]) -> LinkClient:
    link = open_link(port, task, on_told)
    try:
        link.connect()
    except BaseException:
        link.close()
        raise
    return link
