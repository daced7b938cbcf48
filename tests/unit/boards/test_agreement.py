"""Boards that answer as the file does, and boards that do not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.boards.agreement import ImageAgreement, check_agreement
from core.boards.link.client import LinkClient
from core.boards.link.codes import DeviceCode
from core.boards.link.messages import Hello, Prediction
from core.boards.model_image import ModelOutput, image_of_model, parse_model_image
from core.boards.profiles import board_block, board_profile
from core.deployment.flashing import comparison
from core.errors import Cancelled, SqueezeError
from core.events import Event, Progress
from core.tflite.tflm import TflmInterpreter, tflm_available
from tests.builders.boards import CHANNELS, HEIGHT, WIDTH, MemoryLine, SmallDevice
from tests.builders.squeezenets import squeezenet_model
from tests.recording import RecordingTask

HASH = bytes(range(32))
IMAGES = np.random.default_rng(1).integers(0, 256, (4, HEIGHT, WIDTH, CHANNELS), np.uint8)
Scores = tuple[int, ...]


def file_codes(images: NDArray[np.uint8]) -> NDArray[np.int8]:
    return np.array([SmallDevice().predict(one.tobytes()).scores for one in images], np.int8)


@dataclasses.dataclass
class OtherDevice(SmallDevice):
    """A board whose scores are changed on the way; `is_virtual` as it says."""

    changed: Callable[[Scores], Scores] = lambda scores: scores
    is_virtual: int = 0
    sure_from: int | None = None

    def hello(self) -> Hello:
        return msgspec.structs.replace(super().hello(), model_sha256=HASH, is_virtual=self.is_virtual)

    def predict(self, pixels: bytes) -> Prediction:
        answer = super().predict(pixels)
        scores = self.changed(answer.scores)
        is_sure = self.sure_from is None or max(scores) >= self.sure_from
        return msgspec.structs.replace(answer, scores=scores, top=(0,) if is_sure else ())


def compared(
    device: SmallDevice,
    cancel_when: Callable[[Event], bool] = lambda event: False,
    output: ModelOutput | None = None,
) -> tuple[ImageAgreement, ...]:
    line = MemoryLine(device)
    client = LinkClient(line, clock=line.clock)
    task = RecordingTask(cancel_when)
    return check_agreement(client, HASH, IMAGES, file_codes, task, output=output)


def text_of(images: tuple[ImageAgreement, ...]) -> str:
    """How many of the images agree, as a person is told."""
    return comparison(images, 0, ("a", "b", "c", "d", "e", "f")).text


def two_steps_less(scores: Scores) -> Scores:
    return tuple(score - 2 for score in scores)


def test_a_board_that_answers_the_same_agrees() -> None:
    found = compared(OtherDevice())
    assert text_of(found) == "4/4"
    assert {image.steps for image in found} == {0}


@pytest.mark.parametrize(("is_virtual", "text"), [(0, "4/4"), (1, "0/4")])
def test_two_steps_are_allowed_to_a_chip_and_none_to_a_virtual_board(is_virtual: int, text: str) -> None:
    assert text_of(compared(OtherDevice(changed=two_steps_less, is_virtual=is_virtual))) == text


HIGHEST = sorted(int(max(scores)) for scores in file_codes(IMAGES))


@pytest.mark.parametrize(
    ("sure_from", "image_says", "text"),
    [
        (HIGHEST[2], HIGHEST[2], "4/4"),
        (None, None, "4/4"),
        (None, HIGHEST[2], "2/4"),
        (HIGHEST[2], None, "2/4"),
        (HIGHEST[2] + 1, HIGHEST[2], "3/4"),
    ],
)
def test_a_board_has_to_be_sure_of_what_its_image_is_sure_of(
    sure_from: int | None, image_says: int | None, text: str
) -> None:
    output = ModelOutput(scale=1 / 256, zero_point=-128, sure_score=image_says)
    assert text_of(compared(OtherDevice(sure_from=sure_from), output=output)) == text


def test_three_steps_are_too_many() -> None:
    found = compared(OtherDevice(changed=lambda scores: (scores[0] + 3, *scores[1:])))
    assert text_of(found) == "0/4"


def test_another_first_class_does_not_agree_however_near_it_is() -> None:
    found = compared(OtherDevice(changed=lambda scores: scores[::-1]))
    assert sum(image.agrees for image in found) < 4


def test_another_number_of_classes_does_not_agree() -> None:
    assert text_of(compared(OtherDevice(changed=lambda scores: scores[:2]))) == "0/4"


def test_a_board_that_cannot_run_its_model_says_why() -> None:
    with pytest.raises(SqueezeError) as caught:
        compared(SmallDevice(status=DeviceCode.ARENA_TOO_SMALL))
    assert caught.value.code == "board-reported"
    assert "memory is too small" in caught.value.happened


def test_a_board_with_another_model_is_not_asked() -> None:
    with pytest.raises(SqueezeError) as caught:
        compared(SmallDevice())
    assert caught.value.code == "board-other-model"


def test_the_check_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        compared(OtherDevice(), cancel_when=lambda event: isinstance(event, Progress))


@pytest.mark.skipif(not tflm_available(), reason="tflite-micro is not to be had on this system")
def test_the_image_of_a_model_turns_images_into_the_codes_that_the_file_takes() -> None:
    """A board that only looks up codes gives the file's output, byte for byte."""
    model = squeezenet_model(48, 3, 0.25, 3)
    block = board_block(board_profile("esp32-cam"))
    model_image = parse_model_image(image_of_model(model, ("a", "b", "c"), block))
    interpreter = TflmInterpreter(model_image.model)
    image = np.random.default_rng(2).integers(0, 256, (1, 48, 48, 3), np.uint8)
    looked_up = np.frombuffer(model_image.input.codes, np.int8)[image]
    scaled = interpreter.signature.input_quantization.codes(image.astype(np.float32) / 128 - 1)
    assert np.array_equal(looked_up, scaled)
    assert (model_image.input.height, model_image.input.channels, model_image.board) == (48, 3, block)
    assert model_image.output.scale == pytest.approx(1 / 256)


def test_labels_that_the_model_does_not_tell_apart_are_refused() -> None:
    with pytest.raises(SqueezeError) as caught:
        image_of_model(squeezenet_model(48, 3, 0.25, 3), ("a", "b"), board_block(board_profile("esp32-cam")))
    assert caught.value.code == "model-image-field"
