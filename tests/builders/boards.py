"""Boards without hardware: a small device, and a line to it that can lose, double and change bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import msgspec

from core.boards.board_block import BoardBlock, Chip
from core.boards.link.codes import DeviceCode
from core.boards.link.device_session import STARTING_BAUD, DeviceSession
from core.boards.link.messages import Hello, OperatorTime, Prediction
from core.boards.model_image import ModelInput, ModelOutput, build_model_image

HEIGHT, WIDTH, CHANNELS = 24, 24, 3
LABELS = ("cat", "dog", "Eichhörnchen")
BOARD = BoardBlock(profile="esp32-cam", chip=Chip.ESP32, persistent_arena=36_864, working_arena=160_000)
INPUT = ModelInput(height=HEIGHT, width=WIDTH, channels=CHANNELS, scale=1 / 128, zero_point=0)
OUTPUT = ModelOutput(scale=1 / 256, zero_point=-128)


def model_image(
    model: bytes = b"TFL3 stands here",
    labels: tuple[str, ...] = LABELS,
    board: BoardBlock = BOARD,
    sure_score: int | None = None,
) -> bytes:
    """A small sound model image."""
    output = msgspec.structs.replace(OUTPUT, sure_score=sure_score)
    return build_model_image(model, labels, INPUT, output, board)


class Clock:
    """Time that passes only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclasses.dataclass
class SmallDevice:
    """Answers at once. The scores are three sums over the image, so that every value of it counts."""

    window: int = 2048
    highest_baud: int = 921600
    status: DeviceCode = DeviceCode.READY
    chip: int = Chip.ESP32
    names: tuple[str, ...] = LABELS
    operators: tuple[OperatorTime, ...] = ()
    predictions: int = 0
    watched: list[int] = dataclasses.field(default_factory=list)
    levels: dict[int, bool] = dataclasses.field(default_factory=dict)

    def hello(self) -> Hello:
        return Hello(
            firmware="1.0.0",
            variant="esp32",
            runtime="test",
            chip=self.chip,
            status=self.status,
            classes=len(self.names),
            input_height=HEIGHT,
            input_width=WIDTH,
            input_channels=CHANNELS,
            highest_baud=self.highest_baud,
            window=self.window,
        )

    def labels(self) -> tuple[str, ...]:
        return self.names

    def predict(self, pixels: bytes) -> Prediction:
        self.predictions += 1
        scores = tuple(sum(pixels[i::3]) % 200 - 100 for i in range(3))
        return Prediction(
            total_microseconds=30,
            inference_microseconds=20,
            decode_microseconds=10,
            scores=scores,
            top=(scores.index(max(scores)),),
        )

    def profile(self) -> tuple[OperatorTime, ...]:
        return self.operators

    def takes_speed(self, baud: int) -> bool:
        return baud <= self.highest_baud

    def watch(self, seconds: int) -> None:
        self.watched.append(seconds)

    def pins(self) -> dict[int, bool]:
        return self.levels


class MemoryLine:
    """A port whose other end is a `DeviceSession`. Waiting costs no time: the clock is moved on.

    `to_board` and `to_computer` may change what passes. Bytes sent at another speed than the other end's
    arrive as noise.
    """

    def __init__(
        self,
        device: SmallDevice | None = None,
        to_board: Callable[[bytes], bytes] = bytes,
        to_computer: Callable[[bytes], bytes] = bytes,
    ) -> None:
        self.device = device or SmallDevice()
        self.clock = Clock()
        self.session = DeviceSession(self.device, clock=self.clock)
        self.timeout: float | None = None
        self.baudrate = STARTING_BAUD
        self.closed = False
        self.broken = False
        self.to_board = to_board
        self.to_computer = to_computer
        self._arriving = bytearray()

    @property
    def in_waiting(self) -> int:
        return len(self._arriving)

    def read(self, size: int = 1) -> bytes:
        self._require_whole()
        if not self._arriving:
            self.clock.now += self.timeout or 0.0
            self.session.tick()
        taken = bytes(self._arriving[:size])
        del self._arriving[:size]
        return taken

    def write(self, data: bytes) -> int:
        self._require_whole()
        self.session.tick()
        for piece in self.session.replies(self.to_board(self._heard(data))):
            self.say(piece)
        return len(data)

    def say(self, data: bytes) -> None:
        """Send bytes to the computer as the board does."""
        self._arriving.extend(self.to_computer(self._heard(data)))

    def close(self) -> None:
        self.closed = True

    def _heard(self, data: bytes) -> bytes:
        return data if self.baudrate == self.session.baud else bytes(byte | 0x81 for byte in data)

    def _require_whole(self) -> None:
        if self.broken:
            raise OSError("device disconnected")
