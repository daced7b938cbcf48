"""The portable part of the firmware: its own tests, and that it agrees with the program's Python."""

from __future__ import annotations

import hashlib
import random
import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.boards.actions import Action, ActionKind, ActionPlayer
from core.boards.link import messages
from core.boards.link.codes import DeviceCode, DeviceFailure, image_code
from core.boards.link.device_session import DeviceSession
from core.boards.link.frames import Frame, FrameReader, encode_frame
from core.boards.link.messages import AskProfile, Hello, OperatorTime, Prediction
from core.boards.model_image import HASHED_FROM, ModelImage, parse_model_image
from core.datasets.images import resized
from core.errors import SqueezeError
from tests.builders.boards import BOARD, model_image
from tests.firmware.conftest import Probe
from tests.firmware.host_build import FIRMWARE

IMAGE = model_image()
UNSURE_IMAGE = model_image(sure_score=60)
"""Of the sums that the small model gives, most are below."""
ACTIONS = (
    Action(class_number=0, kind=ActionKind.PIN_WHILE_SEEN, pin=13, least_score=40, times=2),
    Action(class_number=1, kind=ActionKind.PIN_FOR_TIME, pin=48, milliseconds=700),
    Action(class_number=2, kind=ActionKind.LINE, line="산: a squirrel", least_score=-20),
)
ACTING_IMAGE = model_image(board=msgspec.structs.replace(BOARD, actions=ACTIONS), sure_score=0)
GRAY, RGB888 = range(2)


def test_its_own_tests_pass(host_build: Path) -> None:
    done = subprocess.run(
        [host_build / "host_test", "--gtest_brief=1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"\[  PASSED  \] (\d+) tests", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 50


def test_its_status_numbers_are_the_links() -> None:
    header = (FIRMWARE / "components/squeeze/include/squeeze/status.h").read_text(encoding="utf-8")
    numbers = {name.lower(): int(number) for name, number in re.findall(r"k(\w+) = (\d+),", header)}
    assert numbers == {code.name.replace("_", "").lower(): code.value for code in DeviceCode}


def rehashed(image: bytes) -> bytes:
    """The image with the hash of its bytes, so that what is wrong in it is not only the hash."""
    digest = hashlib.sha256(image[HASHED_FROM:]).digest()
    return image[: HASHED_FROM - len(digest)] + digest + image[HASHED_FROM:]


def damaged(dice: random.Random, sound: bytes = IMAGE) -> bytes:
    """An image with some bytes of its header or labels changed, or cut short."""
    image = bytearray(sound)
    for _ in range(dice.randint(1, 3)):
        image[dice.randrange(len(sound))] = dice.choice((0, 1, 2, 127, 128, 255, dice.randrange(256)))
    cut = len(image) if dice.random() < 0.9 else dice.randrange(len(image))
    return rehashed(bytes(image))[:cut] if dice.random() < 0.9 else bytes(image)


def python_code(image: bytes) -> int:
    try:
        parse_model_image(image)
    except SqueezeError as refusal:
        return image_code(refusal)
    return DeviceCode.READY


def test_it_refuses_the_images_that_python_refuses_with_the_same_code(probe: Probe) -> None:
    dice = random.Random(5)
    images = [IMAGE, UNSURE_IMAGE, ACTING_IMAGE, b"", IMAGE[:20], *(damaged(dice) for _ in range(2000))]
    images += (damaged(dice, sound) for sound in (UNSURE_IMAGE, ACTING_IMAGE) for _ in range(2000))
    told = probe("images", stdin=b"".join(struct.pack("<I", len(image)) + image for image in images))
    codes = [int(line) for line in told.split()]
    assert codes == [python_code(image) for image in images]
    assert len(set(codes)) >= 5


class SummingDevice:
    """The model of probe.cc: sums over the input codes."""

    def __init__(self, image: ModelImage) -> None:
        self._image = image
        self._has_run = False

    def hello(self) -> Hello:
        given, result = self._image.input, self._image.output
        return Hello(
            firmware="1.2.3",
            variant="esp32",
            runtime="sums",
            profile=self._image.board.profile,
            chip=0,
            chip_revision=301,
            status=0,
            model_sha256=self._image.sha256,
            classes=len(self._image.labels),
            input_height=given.height,
            input_width=given.width,
            input_channels=given.channels,
            input_scale=given.scale,
            input_zero_point=given.zero_point,
            output_scale=result.scale,
            output_zero_point=result.zero_point,
            arena_used=1000,
            arena_free=24,
            highest_baud=921600,
            window=2048,
        )

    def labels(self) -> tuple[str, ...]:
        return self._image.labels

    def predict(self, pixels: bytes) -> Prediction:
        self._has_run = True
        codes = np.frombuffer(pixels.translate(self._image.input.codes), np.uint8).astype(np.int64)
        count = len(self._image.labels)
        scores = tuple(int(codes[i::count].sum()) % 200 - 100 for i in range(count))
        order = sorted(range(count), key=lambda number: -scores[number])
        is_sure = self._image.output.is_sure(max(scores))
        return Prediction(
            total_microseconds=0,
            inference_microseconds=0,
            decode_microseconds=7,
            scores=scores,
            top=tuple(order[:5]) if is_sure else (),
        )

    def profile(self) -> tuple[OperatorTime, ...]:
        return (OperatorTime("CONV_2D", 5), OperatorTime("TFLM_DECODE", 7)) if self._has_run else ()

    def takes_speed(self, baud: int) -> bool:
        return 1200 <= baud <= 921600

    def watch(self, seconds: int) -> None:
        if seconds:
            raise DeviceFailure(DeviceCode.NO_CAMERA)

    def pins(self) -> dict[int, bool]:
        return {}


class ActingDevice(SummingDevice):
    """The same with actions; time stands still."""

    def __init__(self, image: ModelImage) -> None:
        super().__init__(image)
        self._player = ActionPlayer(image.board.actions, self)
        self._said: list[bytes] = []
        self._session: DeviceSession | None = None

    def predict(self, pixels: bytes) -> Prediction:
        prediction = super().predict(pixels)
        score = max(prediction.scores)
        best = prediction.scores.index(score)
        self._player.answered(0, best, score, self._image.output.is_sure(score))
        return prediction

    def pins(self) -> dict[int, bool]:
        return self._player.levels

    def set_pin(self, pin: int, high: bool) -> None:
        assert self._session is not None
        self._said.append(self._session.pin_changed(pin, high))

    def write_line(self, class_number: int, line: str) -> None:
        assert self._session is not None
        self._said.append(self._session.action_line(class_number, line))

    def told_first(self, session: DeviceSession, stream: bytes) -> Iterator[bytes]:
        """What the session answers, each time behind what is told unasked."""
        self._session = session
        for piece in session.replies(stream):
            yield from self._said
            self._said.clear()
            yield piece


def requests(dice: random.Random) -> bytes:
    """Frames that a computer might send, sound and unsound, with noise between them."""
    image = dice.randbytes(24 * 24 * 3)
    begin = messages.BeginImage(24, 24, 3).payload()
    parts = [struct.pack("<I", at) + image[at : at + 700] for at in range(0, len(image), 700)]
    asked = ((7, b""), (0x0C, struct.pack("<I", 700)), (9, bytes(2)))
    usual = [(5, begin), *((6, part) for part in parts), *asked]
    stream = bytearray()
    for _ in range(150):
        if dice.random() < 0.2:
            frames = [(kind, dice.randrange(3), data) for kind, data in usual if dice.random() < 0.97]
        else:
            speed = struct.pack("<I", dice.choice((115200, 460800)))
            number = struct.pack("<H", dice.randrange(5))
            payload = dice.choice([b"", begin, number, speed, dice.randbytes(4)])
            kind = dice.randrange(14) if dice.random() < 0.8 else dice.randrange(256)
            frames = [(kind, dice.randrange(3), payload)]
        for kind, sequence, data in frames:
            stream += encode_frame(Frame(kind, sequence, data, dice.choices((1, 2), (50, 1))[0]))
        if dice.random() < 0.1:
            stream += dice.randbytes(dice.randrange(1500))
    return bytes(stream)


def spoken(stream: bytes) -> list[tuple[int, int, bytes]]:
    """The frames in what a board said; of a refusal's text and of measured times nothing."""
    frames = []
    for frame in FrameReader().feed(stream):
        payload = frame.payload
        if frame.kind == messages.Refusal.TYPE:
            payload = payload[: messages.Refusal.LAYOUT.size]
        if frame.kind == messages.Prediction.TYPE:
            payload = payload[8:]
        frames.append((frame.kind, frame.sequence, payload))
    return frames


@pytest.mark.parametrize("image", [IMAGE, UNSURE_IMAGE], ids=["without a threshold", "with a threshold"])
def test_its_end_of_the_link_says_what_pythons_says(probe: Probe, tmp_path: Path, image: bytes) -> None:
    path = tmp_path / "model.img"
    path.write_bytes(image)
    kinds = set()
    for seed in range(8):
        stream = requests(random.Random(seed))
        session = DeviceSession(SummingDevice(parse_model_image(image)), clock=lambda: 0.0)
        expected = spoken(b"".join(session.replies(stream)))
        assert spoken(probe("link", str(path), stdin=stream)) == expected
        kinds |= {kind for kind, _, _ in expected}
    assert kinds == {*range(0x81, 0x8E), 0xC0}


def test_a_conversation_has_every_kind_of_answer(probe: Probe, tmp_path: Path) -> None:
    path = tmp_path / "model.img"
    path.write_bytes(IMAGE)
    asked = b"".join(
        encode_frame(messages.to_frame(message, 3))
        for message in (
            messages.AskHello(),
            messages.AskLabels(0),
            messages.BeginImage(24, 24, 3),
            *(messages.ImagePart(at, bytes(576)) for at in range(0, 1728, 576)),
            messages.Predict(),
            AskProfile(0),
            messages.SetSpeed(460800),
            messages.ConfirmSpeed(460800),
            messages.Watch(0),
            messages.Ping(5),
            messages.AskPins(),
            messages.AskInput(1024),
            messages.WatchInputs(0),
        )
    )
    kinds = [kind for kind, _, _ in spoken(probe("link", str(path), stdin=asked))]
    assert kinds == [0x81, 0x82, 0x85, 0x86, 0x86, 0x86, 0x87, 0x88, 0x83, 0x84, 0x89, 0x8A, 0x8B, 0x8C, 0x8D]


def test_it_is_sure_of_exactly_the_images_that_python_is_sure_of(probe: Probe, tmp_path: Path) -> None:
    path = tmp_path / "model.img"
    path.write_bytes(UNSURE_IMAGE)
    dice = random.Random(9)
    images = [dice.randbytes(24 * 24 * 3) for _ in range(40)]
    asked = b""
    for number, image in enumerate(images):
        parts = (messages.ImagePart(at, image[at : at + 576]) for at in range(0, len(image), 576))
        for message in (messages.BeginImage(24, 24, 3), *parts, messages.Predict()):
            asked += encode_frame(messages.to_frame(message, number + 1))
    frames = FrameReader().feed(probe("link", str(path), stdin=asked))
    told = [Prediction.from_payload(one.payload) for one in frames if one.kind == Prediction.TYPE]
    device = SummingDevice(parse_model_image(UNSURE_IMAGE))
    assert [one.is_sure for one in told] == [device.predict(image).is_sure for image in images]
    assert {one.is_sure for one in told} == {True, False}
    assert all(one.is_sure == (max(one.scores) >= 60) for one in told)


def test_it_acts_on_exactly_the_answers_that_python_acts_on(probe: Probe, tmp_path: Path) -> None:
    """Both ends of the link are held to the same bytes: those between the frames too."""
    path = tmp_path / "model.img"
    path.write_bytes(ACTING_IMAGE)
    dice = random.Random(11)
    asked = b""
    for number in range(120):
        image = dice.randbytes(24 * 24 * 3)
        parts = (messages.ImagePart(at, image[at : at + 576]) for at in range(0, len(image), 576))
        for message in (messages.BeginImage(24, 24, 3), *parts, messages.Predict(), messages.AskPins()):
            asked += encode_frame(messages.to_frame(message, number + 1))
    told = probe("link", str(path), stdin=asked)
    device = ActingDevice(parse_model_image(ACTING_IMAGE))
    session = DeviceSession(device, clock=lambda: 0.0)
    expected = b"".join(device.told_first(session, asked))
    assert spoken(told) == spoken(expected)
    assert {0xC5, 0xC6, 0x8B} <= {kind for kind, _, _ in spoken(told)}
    lines = [piece for piece in told.split(b"\0") if piece.endswith(b"\r\n")]
    assert lines == [piece for piece in expected.split(b"\0") if piece.endswith(b"\r\n")]
    assert set(lines) == {"산: a squirrel\r\n".encode()}


def scene(height: int, width: int, channels: int) -> NDArray[np.uint8]:
    """An image with edges, ramps and noise."""
    dice = np.random.default_rng(height * width)
    rows, columns = np.mgrid[:height, :width]
    ramps = np.stack([rows * 3, columns * 2, (rows // 9 + columns // 7) % 2 * 200], -1)[..., :channels]
    return ((ramps + dice.integers(0, 60, ramps.shape)) % 256).astype(np.uint8)


@pytest.mark.parametrize("size", [(120, 160), (240, 320), (61, 97), (48, 48), (30, 40)])
@pytest.mark.parametrize("wanted", [96, 64, 61])
@pytest.mark.parametrize("gray", [False, True])
def test_it_scales_an_image_as_the_images_of_a_data_set_are_scaled(
    probe: Probe, size: tuple[int, int], wanted: int, gray: bool
) -> None:
    image = scene(*size, 3)
    channels = 1 if gray else 3
    words = (size[1], size[0], RGB888, wanted, wanted, channels)
    scaled = np.frombuffer(probe("scale", *map(str, words), stdin=image.tobytes()), np.uint8)
    expected = resized(image, wanted, gray=gray)
    assert np.array_equal(scaled.reshape(expected.shape), expected)


def test_it_scales_an_upright_image_to_within_a_rounding_step(probe: Probe) -> None:
    """Pillow works through such an image in the other direction first."""
    image = scene(97, 61, 3)
    scaled = np.frombuffer(
        probe("scale", "61", "97", str(RGB888), "40", "40", "3", stdin=image.tobytes()), np.uint8
    )
    expected = resized(image, 40, gray=False)
    assert np.abs(scaled.reshape(expected.shape).astype(int) - expected).max() <= 1


def test_a_gray_image_is_scaled_like_a_colored_one(probe: Probe) -> None:
    image = scene(120, 160, 1)
    scaled = probe("scale", "160", "120", str(GRAY), "64", "64", "1", stdin=image.tobytes())
    assert scaled == resized(image, 64, gray=True).tobytes()
