"""The board's end of the link: bytes in, bytes out (docs/protocol.md, "A board's duties").

The virtual board runs on it; the firmware does the same in C++.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from core.boards.link import messages
from core.boards.link.codes import DeviceCode, DeviceFailure
from core.boards.link.frames import (
    LINK_VERSION_SPOKEN,
    MOST_PAYLOAD,
    BadMessage,
    Frame,
    FrameReader,
    Message,
    UnknownType,
    encode_frame,
)

STARTING_BAUD = 115200
CONFIRM_SECONDS = 1.5
IDLE_SECONDS = 10.0
_PART_BYTES = 1024
_ANSWER_BIT = 0x80

Item = TypeVar("Item")


class Device(Protocol):
    """What a board can do. Every method may raise `DeviceFailure`, which answers the request."""

    def hello(self) -> messages.Hello:
        """What the board is, and its model if it runs one."""

    def labels(self) -> tuple[str, ...]:
        """The model's labels."""

    def predict(self, pixels: bytes) -> messages.Prediction:
        """Run the model on an image of the shape in `hello`; rows from the top, channels innermost."""

    def profile(self) -> tuple[messages.OperatorTime, ...]:
        """The operators of the last inference; empty before it."""

    def takes_speed(self, baud: int) -> bool:
        """Whether the line can run at this speed."""

    def watch(self, seconds: int) -> None:
        """Send camera images for so long; 0 stops."""

    def pins(self) -> dict[int, bool]:
        """Whether each pin that actions set is high."""


class DeviceSession:
    """One board's side of one line.

    Whoever drives it writes each piece of `replies` before asking for the next, then sets the line to
    `baud`; calls `tick` at least every half second; and sends camera images while `is_watched`.
    """

    def __init__(
        self, device: Device, starting_baud: int = STARTING_BAUD, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.baud = starting_baud
        self._device = device
        self._starting_baud = starting_baud
        self._clock = clock
        self._reader = FrameReader()
        self._heard = clock()
        self._was_heard = False
        self._unconfirmed: tuple[int, float] | None = None
        self._watched_until = 0.0
        self._image = bytearray()
        self._image_bytes = -1
        self._seen = b""
        self._watches_inputs = False
        self._answered: tuple[int, messages.Prediction] | None = None

    @property
    def is_watched(self) -> bool:
        """Whether the computer wants camera images now."""
        return self._clock() < self._watched_until

    @property
    def is_heard(self) -> bool:
        """Whether somebody has sent a frame not long ago."""
        return self._was_heard and self._clock() - self._heard <= IDLE_SECONDS

    def replies(self, data: bytes) -> Iterator[bytes]:
        """What to send for bytes that came in, piece by piece."""
        for frame in self._reader.feed(data):
            # Answers are never answered: an echo on the line must not go round for ever.
            if frame.kind & _ANSWER_BIT:
                continue
            self._heard = self._clock()
            self._was_heard = True
            answer = self._answer(frame)
            yield encode_frame(messages.to_frame(answer, frame.sequence))
            if isinstance(answer, messages.Speed):
                self._unconfirmed = (self.baud, self._clock() + CONFIRM_SECONDS)
                self.baud = answer.baud

    def tick(self) -> None:
        """Let time pass: an unconfirmed speed is taken back, a silent computer forgotten."""
        now = self._clock()
        if self._unconfirmed and now > self._unconfirmed[1]:
            self.baud = self._unconfirmed[0]
            self._unconfirmed = None
        if now - self._heard > IDLE_SECONDS:
            self.baud = self._starting_baud
            self._unconfirmed = None

    def pin_changed(self, pin: int, high: bool) -> bytes:
        """What to send when an action has set a pin: nothing unless somebody listens."""
        return self._unasked(messages.PinChanged(pin, int(high)))

    def action_line(self, class_number: int, line: str) -> bytes:
        """What to send when an action writes a line: plain text, and a message if somebody listens.

        The text stands between frames: the zero byte in front of the next one ends it.
        """
        return line.encode() + b"\r\n" + self._unasked(messages.ActionLine(class_number, line))

    def _unasked(self, message: Message) -> bytes:
        return encode_frame(messages.to_frame(message)) if self.is_heard else b""

    def log(self, level: int, text: str) -> bytes:
        """A log line to send; what does not fit is cut off."""
        short = text.encode(errors="replace")[: MOST_PAYLOAD - 8].decode(errors="ignore")
        return encode_frame(messages.to_frame(messages.LogLine(level, short)))

    def camera_shot(
        self,
        number: int,
        jpeg: bytes,
        width: int,
        height: int,
        prediction: messages.Prediction,
        pixels: bytes = b"",
    ) -> Iterator[bytes]:
        """A camera image with its prediction, piece by piece; `pixels` are what entered the network."""
        self._seen = pixels
        head = messages.CameraImage(number, len(jpeg), width, height)
        yield encode_frame(messages.to_frame(head))
        for offset in range(0, len(jpeg), _PART_BYTES):
            part = messages.CameraPart(number, offset, jpeg[offset : offset + _PART_BYTES])
            yield encode_frame(messages.to_frame(part))
        for offset in range(0, len(pixels) if self._watches_inputs else 0, _PART_BYTES):
            data = pixels[offset : offset + _PART_BYTES]
            yield encode_frame(messages.to_frame(messages.CameraInput(number, len(pixels), offset, data)))
        yield encode_frame(messages.to_frame(messages.CameraPrediction(number, prediction)))

    def _answer(self, frame: Frame) -> Message:
        if frame.version != LINK_VERSION_SPOKEN:
            return messages.Refusal(DeviceCode.LINK_VERSION, frame.kind)
        try:
            return self._met(messages.from_frame(frame), frame.sequence)
        except UnknownType:
            return messages.Refusal(DeviceCode.UNKNOWN_REQUEST, frame.kind)
        except BadMessage as error:
            return messages.Refusal(DeviceCode.BAD_REQUEST, frame.kind, str(error))
        except DeviceFailure as failure:
            return messages.Refusal(failure.code, frame.kind, failure.text)

    def _met(self, request: Message, sequence: int) -> Message:
        """The answer to a request of this version. Raises `DeviceFailure`."""
        match request:
            case messages.AskHello():
                return self._device.hello()
            case messages.Ping(token=token):
                return messages.Pong(token)
            case messages.AskPins():
                return messages.Pins.of(self._device.pins())
            case messages.AskLabels(first=first):
                return _labels_from(self._device.labels(), first)
            case messages.AskProfile(first=first):
                return _profile_from(self._device.profile(), first)
            case messages.SetSpeed() | messages.ConfirmSpeed():
                return self._speed(request)
            case messages.Watch() | messages.WatchInputs():
                return self._watch(request)
            case messages.AskInput(offset=offset):
                return self._input_from(offset)
            case _:
                return self._image_step(request, sequence)

    def _watch(self, request: messages.Watch | messages.WatchInputs) -> Message:
        seconds = request.seconds
        self._device.watch(seconds)
        self._watched_until = self._clock() + seconds if seconds else 0.0
        self._watches_inputs = isinstance(request, messages.WatchInputs)
        return messages.WatchingInputs(seconds) if self._watches_inputs else messages.Watching(seconds)

    def _input_from(self, offset: int) -> messages.Input:
        if offset and offset >= len(self._seen):
            raise DeviceFailure(DeviceCode.BAD_REQUEST)
        if not self._seen:
            raise DeviceFailure(DeviceCode.IMAGE_INCOMPLETE)
        return messages.Input(len(self._seen), offset, self._seen[offset : offset + _PART_BYTES])

    def _speed(self, request: messages.SetSpeed | messages.ConfirmSpeed) -> Message:
        if isinstance(request, messages.SetSpeed):
            if not self._device.takes_speed(request.baud):
                raise DeviceFailure(DeviceCode.SPEED_REFUSED, str(request.baud))
            return messages.Speed(request.baud)
        if request.baud != self.baud:
            raise DeviceFailure(DeviceCode.BAD_REQUEST, f"the speed is {self.baud}")
        self._unconfirmed = None
        return messages.SpeedConfirmed(request.baud)

    def _image_step(self, request: Message, sequence: int) -> Message:
        match request:
            case messages.BeginImage():
                self._begin_image(request)
                return messages.ImageReceived(0)
            case messages.ImagePart():
                self._take_part(request)
                return messages.ImagePartReceived(len(self._image))
            case messages.Predict():
                return self._predict(sequence)
        raise DeviceFailure(DeviceCode.UNKNOWN_REQUEST)

    def _begin_image(self, request: messages.BeginImage) -> None:
        self._image.clear()
        self._image_bytes = -1
        self._seen = b""
        self._answered = None
        hello = self._device.hello()
        if hello.status not in (DeviceCode.READY, DeviceCode.INFERENCE_FAILED):
            raise DeviceFailure(DeviceCode(hello.status))
        shape = (request.height, request.width, request.channels)
        takes = (hello.input_height, hello.input_width, hello.input_channels)
        if shape != takes:
            raise DeviceFailure(DeviceCode.IMAGE_SHAPE, f"{shape} instead of {takes}")
        self._image_bytes = request.height * request.width * request.channels

    def _take_part(self, part: messages.ImagePart) -> None:
        """Take a part that goes on where the image ends; any other is answered with where it ends."""
        if part.offset != len(self._image):
            return
        if part.offset + len(part.data) > self._image_bytes:
            raise DeviceFailure(DeviceCode.BAD_REQUEST, "more than the image")
        self._image += part.data

    def _predict(self, sequence: int) -> messages.Prediction:
        if self._answered and self._answered[0] == sequence:
            return self._answered[1]
        if len(self._image) != self._image_bytes:
            raise DeviceFailure(DeviceCode.IMAGE_INCOMPLETE, f"{len(self._image)} bytes")
        prediction = self._device.predict(bytes(self._image))
        self._seen = bytes(self._image)
        self._answered = (sequence, prediction)
        return prediction


def _labels_from(labels: tuple[str, ...], first: int) -> messages.Labels:
    room = MOST_PAYLOAD - messages.Labels.LAYOUT.size
    fitting = _fitting(labels[first:], lambda label: len(label.encode(errors="replace")) + 1, room)
    return messages.Labels(len(labels), first, fitting)


def _profile_from(operators: tuple[messages.OperatorTime, ...], first: int) -> messages.Profile:
    room = MOST_PAYLOAD - messages.Profile.LAYOUT.size
    fitting = _fitting(operators[first:], lambda _: messages.Profile.ENTRY.size, room)
    return messages.Profile(len(operators), first, fitting)


def _fitting(items: tuple[Item, ...], size: Callable[[Item], int], room: int) -> tuple[Item, ...]:
    """As many of the first items as have room."""
    count = 0
    for item in items:
        room -= size(item)
        if room < 0:
            break
        count += 1
    return items[:count]
