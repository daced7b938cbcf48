"""Model images: what goes in comes out, and nothing damaged does."""

from __future__ import annotations

import hashlib
import random
from enum import IntEnum
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.boards.actions import Action, ActionKind, pack_actions
from core.boards.board_block import BoardBlock, Display
from core.boards.link.codes import DeviceCode, image_code
from core.boards.model_image import (
    HASHED_FROM,
    HEADER,
    IMAGE_VERSION,
    ModelImage,
    ModelInput,
    build_model_image,
    parse_model_image,
)
from core.errors import SqueezeError
from tests.builders.boards import BOARD, INPUT, OUTPUT, model_image
from tests.builders.golden import Record, hexadecimal, records, value, values

RECORDS = records("model_image.txt")
_STARTS = [number for number, record in enumerate(RECORDS) if values(record, "image")]
SOUND = [RECORDS[start] for start in _STARTS]
CASES = [
    (RECORDS[start], record)
    for start, end in zip(_STARTS, [*_STARTS[1:], len(RECORDS)], strict=True)
    for record in RECORDS[start + 1 : end]
]
_MODEL = bytes(range(200))
ACTIONS = (
    Action(class_number=0, kind=ActionKind.PIN_WHILE_SEEN, pin=13, least_score=77, times=3),
    Action(class_number=1, kind=ActionKind.LINE, line="a cup"),
)
_LABEL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=63)


def changed(sound: Record, record: Record) -> bytes:
    """A golden image with the changes of a case."""
    image = bytearray(hexadecimal(value(sound, "image")))
    for word, rest in record:
        if word == "patch":
            at, new = rest.split()
            image[int(at) : int(at) + len(new) // 2] = bytes.fromhex(new)
        elif word == "cut":
            del image[int(rest) :]
        elif word == "append":
            image += bytes.fromhex(rest)
        elif word == "rehash":
            image[HASHED_FROM - 32 : HASHED_FROM] = hashlib.sha256(image[HASHED_FROM:]).digest()
    return bytes(image)


def code_of(data: bytes) -> DeviceCode:
    try:
        parse_model_image(data)
    except SqueezeError as refusal:
        return image_code(refusal)
    return DeviceCode.READY


def written(content: object) -> str:
    if content is None:
        return "-"
    if isinstance(content, tuple):
        return pack_actions(content).hex() or "-"
    if isinstance(content, str | bytes):
        return (content.encode() if isinstance(content, str) else content).hex()
    return repr(content) if isinstance(content, float) else str(int(content))  # type: ignore[call-overload]


@pytest.mark.parametrize("sound", SOUND, ids=lambda record: f"version {value(record, 'version')}")
def test_the_golden_images_hold_what_they_say(sound: Record) -> None:
    data = hexadecimal(value(sound, "image"))
    image = parse_model_image(data)
    assert int.from_bytes(data[8:10], "little") == int(value(sound, "version"))
    assert values(sound, "labels") == [" ".join(written(label) for label in image.labels)]
    for part, prefix in ((image.input, "input_"), (image.output, "output_"), (image.board, "board.")):
        for name in part.__struct_fields__:
            assert written(getattr(part, name)) == value(sound, prefix + name), name
    assert image.model == hexadecimal(value(sound, "model")) == data[int(value(sound, "model_offset")) :]
    assert image.sha256 == hexadecimal(value(sound, "sha256"))
    assert build_model_image(image.model, image.labels, image.input, image.output, image.board) == data


def test_there_is_a_golden_image_of_every_version() -> None:
    assert [value(sound, "version") for sound in SOUND] == [str(n + 1) for n in range(IMAGE_VERSION)]


@pytest.mark.parametrize(("sound", "record"), CASES, ids=[value(record, "name") for _, record in CASES])
def test_a_changed_image_ends_in_the_code_that_the_vectors_name(sound: Record, record: Record) -> None:
    assert code_of(changed(sound, record)).name == value(record, "code")


@given(st.integers(-128, 127))
def test_an_image_with_a_threshold_says_which_answers_are_sure(sure_score: int) -> None:
    read = parse_model_image(model_image(_MODEL, sure_score=sure_score)).output
    assert read == msgspec.structs.replace(OUTPUT, sure_score=sure_score)
    assert [code for code in range(-128, 128) if read.is_sure(code)] == list(range(sure_score, 128))


def test_without_a_threshold_every_answer_is_sure_and_older_firmware_reads_the_image() -> None:
    data = model_image()
    assert data[8] == 1
    assert parse_model_image(data).output.is_sure(-128)


@given(st.binary(min_size=1, max_size=100), st.lists(_LABEL, min_size=2, max_size=12), st.randoms())
def test_what_goes_in_comes_out(model: bytes, labels: list[str], chance: random.Random) -> None:
    codes = chance.randbytes(256)
    model_input = ModelInput(
        height=chance.randint(1, 1024), width=33, channels=1, scale=0.5, zero_point=-128, codes=codes
    )
    data = build_model_image(model, tuple(labels), model_input, OUTPUT, BOARD)
    assert parse_model_image(data + b"\xff" * 9) == ModelImage(
        labels=tuple(labels),
        input=model_input,
        output=OUTPUT,
        board=BOARD,
        model=model,
        sha256=data[16:48],
    )
    assert (len(data) - len(model)) % 16 == 0


def test_no_byte_can_change_unnoticed() -> None:
    acting = msgspec.structs.replace(BOARD, actions=ACTIONS)
    for data in (model_image(), model_image(sure_score=3), model_image(board=acting)):
        require_every_byte_to_count(data)


def require_every_byte_to_count(data: bytes) -> None:
    for at in range(len(data)):
        # The last two make the one version of the other.
        for flip in (0x01, 0x80, 0x02, 0x03):
            with pytest.raises(SqueezeError):
                parse_model_image(data[:at] + bytes([data[at] ^ flip]) + data[at + 1 :])


def test_without_actions_images_stay_those_that_older_firmware_reads() -> None:
    acting = msgspec.structs.replace(BOARD, actions=ACTIONS)
    versions = [
        model_image(board=board, sure_score=score)[8] for board in (BOARD, acting) for score in (None, 3)
    ]
    assert versions == [1, 2, 3, 3]
    assert parse_model_image(model_image(board=acting)).board == acting


def test_an_action_on_a_class_that_is_not_there_is_refused() -> None:
    late = Action(class_number=3, kind=ActionKind.LINE, line="x")
    with pytest.raises(SqueezeError, match="class_number"):
        model_image(board=msgspec.structs.replace(BOARD, actions=(late,)))


@pytest.mark.parametrize("length", [0, 7, 8, 15, 16, 100, 447, 448, 500])
def test_no_cut_goes_unnoticed(length: int) -> None:
    with pytest.raises(SqueezeError):
        parse_model_image(model_image(_MODEL)[:length])


def test_fuzzed_images_with_a_fitting_hash_end_in_an_image_or_a_coded_error() -> None:
    chance = random.Random(8)
    base = model_image(_MODEL)
    refused = 0
    for _ in range(10_000):
        data = bytearray(base)
        for _ in range(chance.choice([1, 1, 2, 8])):
            byte = chance.choice([0, 1, 0x7F, 0xFF, chance.randrange(256)])
            data[chance.randrange(8, HEADER.size + 32)] = byte
        total = int.from_bytes(data[12:16], "little")
        data[16:48] = hashlib.sha256(data[48:total]).digest()
        refused += code_of(bytes(data)) != DeviceCode.READY
    assert 3000 < refused < 10_000


@pytest.mark.parametrize(
    ("part", "name", "wrong"),
    [
        ("input", "height", 0),
        ("input", "width", 1025),
        ("input", "channels", 2),
        ("input", "scale", 0.0),
        ("input", "scale", float("nan")),
        ("input", "zero_point", 128),
        ("input", "codes", b"short"),
        ("output", "scale", -1.0),
        ("output", "scale", 1e300),
        ("output", "zero_point", -129),
        ("output", "sure_score", 128),
        ("board", "profile", ""),
        ("board", "profile", "a name of more than 24 bytes"),
        ("board", "chip", 77),
        ("board", "pin_led", 64),
        ("board", "display", Display.SSD1306),
        ("board", "persistent_arena", -1),
        ("board", "camera_clock", 2**32),
    ],
)
def test_what_the_format_cannot_hold_is_refused_by_name(part: str, name: str, wrong: Any) -> None:
    parts: dict[str, Any] = {"input": INPUT, "output": OUTPUT, "board": BOARD}
    parts[part] = msgspec.structs.replace(parts[part], **{name: wrong})
    with pytest.raises(SqueezeError) as caught:
        build_model_image(_MODEL, ("a", "b"), parts["input"], parts["output"], parts["board"])
    assert caught.value.code == "model-image-field"
    assert name in caught.value.happened


@pytest.mark.parametrize("labels", [("one",), ("a", ""), ("a", "b" * 256), ("a", "b\0c"), ("a",) * 1001])
def test_labels_that_the_format_cannot_hold_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(SqueezeError) as caught:
        build_model_image(_MODEL, labels, INPUT, OUTPUT, BOARD)
    assert caught.value.code == "model-image-field"


def test_a_label_of_255_bytes_is_kept() -> None:
    labels = ("ß" * 127 + "x", "b")
    assert parse_model_image(model_image(labels=labels)).labels == labels


def test_an_empty_model_is_refused() -> None:
    with pytest.raises(SqueezeError, match="model_bytes"):
        build_model_image(b"", ("a", "b"), INPUT, OUTPUT, BOARD)


def test_every_field_of_a_board_is_kept() -> None:
    board = BoardBlock(**{name: _other(getattr(BOARD, name)) for name in BOARD.__struct_fields__})
    data = build_model_image(_MODEL, ("a", "b"), INPUT, OUTPUT, board)
    assert parse_model_image(data).board == board


def _other(content: Any) -> Any:
    """Another sound value of the same type."""
    if isinstance(content, tuple):
        return (*content, *ACTIONS)
    if isinstance(content, bool):
        return not content
    if isinstance(content, str):
        return content + "2"
    if isinstance(content, IntEnum):
        return next(one for one in type(content) if one != content)
    return (content + 7) % 60
