"""Boards that a person describes: kept, offered like ours, and refused by name where they cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from core.boards import profiles
from core.boards.model_image import parse_model_image
from core.boards.own_boards import (
    add_board,
    camera_models,
    own_board,
    own_boards_problem,
    put_back,
    remove_board,
)
from core.boards.pin_use import pin_problem
from core.boards.profiles import (
    board_block,
    board_name,
    board_profile,
    board_profiles,
    forget_own_boards,
    own_boards_file,
    profile_for_run,
    shipped_profiles,
)
from core.errors import SqueezeError
from core.requests import AddBoardRequest
from tests.builders.boards import model_image

EYE_PINS = "clock=15 sda=4 scl=5 d7=16 d6=17 d5=18 d4=12 d3=10 d2=8 d1=9 d0=11 vsync=6 href=7 pixel_clock=13"
NEW = AddBoardRequest(name="My camera board", chip="esp32s3", flash=16, psram="octal", camera="esp32s3-eye")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What the person brings in goes to a folder of the test's own."""
    monkeypatch.setattr(profiles, "data_folder", lambda: tmp_path / "data")
    forget_own_boards()
    yield tmp_path / "data"
    forget_own_boards()


def refused(**changes: object) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        add_board(msgspec.structs.replace(NEW, **changes))
    assert not own_boards_file().exists()
    return caught.value


def test_a_board_of_ones_own_is_kept_and_offered_last() -> None:
    added = add_board(NEW)
    assert (added.id, added.variant, added.flash_bytes) == ("my-camera-board", "esp32s3-octal", 16 << 20)
    forget_own_boards()
    assert board_profiles() == (*shipped_profiles(), added)
    assert board_profile("my-camera-board").camera is not None
    block = board_block(added)
    assert (block.pin_clock, block.pin_d7) == (15, 16)
    assert parse_model_image(model_image(board=block)).board == block


def test_the_same_name_again_replaces_the_board_and_leaves_the_others() -> None:
    add_board(msgspec.structs.replace(NEW, name="Another"))
    add_board(NEW)
    add_board(msgspec.structs.replace(NEW, flash=8, camera=""))
    own = {profile.id: profile for profile in board_profiles()[len(shipped_profiles()) :]}
    assert set(own) == {"another", "my-camera-board"}
    assert (own["my-camera-board"].flash_bytes, own["my-camera-board"].camera) == (8 << 20, None)
    assert own["another"].camera is not None


def test_a_name_of_one_of_ours_gets_an_id_of_its_own() -> None:
    added = add_board(msgspec.structs.replace(NEW, name="ESP32-CAM"))
    assert added.id == "own-esp32-cam"
    assert board_profile("esp32-cam").name == "ESP32-CAM (AI-Thinker)"


@pytest.mark.parametrize("chip", ["esp32", "esp32s3"])
def test_every_camera_that_is_offered_for_a_chip_can_be_chosen(chip: str) -> None:
    models = camera_models(chip)  # type: ignore[arg-type]
    assert len(models) >= 2
    for model in models:
        new = msgspec.structs.replace(NEW, name=model.id, chip=chip, psram=model.psram, camera=model.id)
        camera, taken = add_board(new).camera, model.camera
        assert camera is not None
        assert taken is not None
        assert camera.pins == taken.pins


def test_pins_can_be_given_one_by_one_also_by_arduinos_names() -> None:
    by_name = add_board(msgspec.structs.replace(NEW, camera=EYE_PINS)).camera
    words = "XCLK_GPIO_NUM=15, SIOD=4, SIOC=5, Y9=16, Y8=17, Y7=18, Y6=12, Y5=10, Y4=8, Y3=9, Y2=11"
    arduino = add_board(msgspec.structs.replace(NEW, camera=f"{words}, VSYNC=6, HREF=7, PCLK=13")).camera
    assert by_name is not None
    assert arduino is not None
    assert by_name.pins == arduino.pins


@pytest.mark.parametrize(
    ("camera", "code", "words"),
    [
        (
            EYE_PINS.replace("vsync=6", "vsync=33"),
            "board-pin-impossible",
            "cannot be the camera vsync of My",
        ),
        (EYE_PINS.replace("vsync=6", "vsync=27"), "board-pin-impossible", "flash chip"),
        (EYE_PINS.replace("vsync=6", "vsync=23"), "board-pin-impossible", "not a pin"),
        (EYE_PINS.replace("vsync=6", "vsync=99"), "board-pin-impossible", "not a pin"),
        (EYE_PINS.replace("vsync=6", "vsync=43"), "board-pin-impossible", "serial port"),
        (EYE_PINS.replace("vsync=6", "vsync=4"), "board-pin-twice", "camera sda and camera vsync"),
        (EYE_PINS.replace("vsync=6", ""), "board-camera-incomplete", "no pins for vsync"),
        (EYE_PINS + " flash=4", "board-camera-unknown", "'flash=4'"),
        ("ov9999", "board-camera-unknown", "'ov9999'"),
        ("esp32-cam", "board-camera-unknown", "'esp32-cam'"),
    ],
)
def test_a_camera_that_cannot_be_is_refused_by_name(camera: str, code: str, words: str) -> None:
    error = refused(camera=camera)
    assert error.code == code
    assert words in error.happened


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "  "}, "no name"),
        ({"flash": 3}, "4, 8, 16, 32 MB"),
        ({"chip": "esp32c3", "camera": ""}, "no ESP32C3 with octal PSRAM"),
        ({"chip": "esp32", "psram": "quad", "camera": "", "native_usb": True}, "no USB port of its own"),
    ],
)
def test_a_board_that_cannot_be_is_refused(changes: dict[str, object], words: str) -> None:
    error = refused(**changes)
    assert (error.code, words in error.happened) == ("board-impossible", True)


def test_input_only_pins_of_an_esp32_cannot_drive_a_camera() -> None:
    pins = EYE_PINS.replace("clock=15", "clock=34").replace("d3=10", "d3=14").replace("d2=8", "d2=19")
    pins = pins.replace("d1=9", "d1=21").replace("d0=11", "d0=22").replace("vsync=6", "vsync=23")
    pins = pins.replace("href=7", "href=25")
    error = refused(chip="esp32", psram="none", camera=pins)
    assert error.happened == "GPIO 34 cannot be the camera clock of My camera board: it is an input-only pin."


def test_a_board_that_was_written_by_hand_is_checked_and_the_others_stay() -> None:
    add_board(NEW)
    text = own_boards_file().read_text()
    wrong = text.replace("my-camera-board", "by-hand").replace("vsync = 6", "vsync = 26")
    own_boards_file().write_text(text + wrong)
    forget_own_boards()
    assert [profile.id for profile in board_profiles()][-1] == "my-camera-board"
    problem = own_boards_problem()
    assert problem is not None
    assert "GPIO 26 cannot be the camera vsync" in problem.happened


DIGITS, BRACKETS = "9" * 5000, "[" * 5000 + "]" * 5000
"""Python's reader of TOML has errors of its own for these."""


@pytest.mark.parametrize(
    "content",
    [
        *("boards = 7", "[[boards]\n", f"a = {DIGITS}", f"a = {BRACKETS}", "#" * (2 << 20)),
        "[[boards]]\nid = 'x'\n",
    ],
    ids=lambda content: content[:12],
)
def test_a_file_that_cannot_be_understood_leaves_our_boards(content: str) -> None:
    own_boards_file().parent.mkdir(parents=True)
    own_boards_file().write_text(content)
    forget_own_boards()
    assert board_profiles() == shipped_profiles()
    problem = own_boards_problem()
    assert problem is not None
    assert problem.code == "boards-file-unreadable"
    if not content.endswith("'x'\n"):
        with pytest.raises(SqueezeError) as caught:
            add_board(NEW)
        assert caught.value.code == "boards-file-unreadable"
        assert own_boards_file().read_text() == content


@pytest.mark.parametrize("value", ["99999999999999999999", f"0x{'f' * 6000}", "1e400", "nan", "-1", "'x'"])
def test_a_figure_that_cannot_be_leaves_the_board_out_and_says_so(value: str) -> None:
    add_board(NEW)
    text = own_boards_file().read_text()
    for name in ("clock", "flash_bytes", "flash_baud", "baud", "psram", "speed"):
        lines = [f"{name} = {value}" if line.startswith(f"{name} =") else line for line in text.splitlines()]
        own_boards_file().write_text("\n".join(lines))
        forget_own_boards()
        left_out = board_profiles() == shipped_profiles()
        problem = own_boards_problem()
        assert left_out == (problem is not None and problem.code == "boards-file-unreadable"), name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes among files")
def test_a_pipe_in_place_of_the_file_is_not_waited_for() -> None:
    own_boards_file().parent.mkdir(parents=True)
    os.mkfifo(own_boards_file())
    assert board_profiles() == shipped_profiles()
    problem = own_boards_problem()
    assert problem is not None
    assert "a named pipe" in problem.happened


BY_HAND = """# The one on my desk.
[[boards]]
id = 'desk'
'a b' = inf
# \xe9, in another encoding

"""


def test_what_a_person_wrote_beside_a_board_stays_when_boards_are_added_changed_and_removed() -> None:
    add_board(NEW)
    first = own_boards_file().read_bytes()
    by_hand = BY_HAND.encode("latin-1")
    own_boards_file().write_bytes(first + by_hand)
    add_board(msgspec.structs.replace(NEW, name="Another"))
    assert own_boards_file().read_bytes().startswith(first + by_hand)
    add_board(msgspec.structs.replace(NEW, flash=8))
    changed = own_boards_file().read_bytes()
    assert changed.count(by_hand) == 1
    assert board_profile("my-camera-board").flash_bytes == 8 << 20
    assert remove_board("another").name == "Another"
    remove_board("my-camera-board")
    left = own_boards_file().read_bytes()
    assert left.count(by_hand) == 1
    assert left.startswith(b"# Boards of your own.")
    assert b'"my-camera-board"' not in left
    assert b'"another"' not in left


def test_what_a_person_added_to_a_board_by_hand_stays_when_it_is_changed() -> None:
    add_board(NEW)
    more = "\n# On the left.\n[boards.button]\npin = 0\npressed_level = false\nsource = 'I looked'\n"
    text = own_boards_file().read_text().replace("flash_baud = 460800", "flash_baud = 115200")
    text = text.replace("flipped = false", "flipped = true")
    assert "flipped = true" in text
    own_boards_file().write_text(text + more)
    forget_own_boards()
    described = own_board("my-camera-board")
    assert described == msgspec.structs.replace(NEW, replaces="my-camera-board")
    added = add_board(msgspec.structs.replace(described, name="Garden", flash=8))
    assert (added.id, added.name, added.flash_bytes) == ("my-camera-board", "Garden", 8 << 20)
    assert added.button is not None
    assert added.camera is not None
    assert (added.button.pin, added.camera.flipped, added.flash_baud) == (0, True, 115200)
    assert "# On the left." in own_boards_file().read_text()
    other = add_board(msgspec.structs.replace(described, psram="quad", camera="", native_usb=True))
    assert (other.variant, other.camera, other.link.port) == ("esp32s3-quad", None, "usb-serial-jtag")
    assert other.button is not None


def test_a_board_with_pins_of_its_own_is_described_by_them() -> None:
    pins = EYE_PINS.replace("vsync=6", "vsync=47")
    add_board(msgspec.structs.replace(NEW, camera=pins))
    described = own_board("my-camera-board")
    assert described is not None
    assert sorted(described.camera.split()) == sorted(pins.split())
    assert own_board("esp32-cam") is None


def test_a_removed_board_can_be_put_back() -> None:
    add_board(NEW)
    profile = board_profile("my-camera-board")
    own_boards_file().write_text(own_boards_file().read_text() + "# The end.\n")
    before = own_boards_file().read_bytes()
    removed = remove_board("my-camera-board")
    assert board_profiles() == shipped_profiles()
    put_back(removed)
    assert own_boards_file().read_bytes() == before
    removed = remove_board("my-camera-board")
    add_board(msgspec.structs.replace(NEW, name="Another"))
    put_back(removed)
    assert board_profiles()[-2:] == (board_profile("another"), profile)
    own_boards_file().unlink()
    put_back(removed)
    assert board_profiles() == (*shipped_profiles(), profile)


def test_only_boards_of_ones_own_can_be_removed_also_those_with_mistakes() -> None:
    add_board(NEW)
    own_boards_file().write_text(own_boards_file().read_text() + "[[boards]]\nid = 'wrong'\n")
    forget_own_boards()
    with pytest.raises(SqueezeError) as caught:
        remove_board("esp32-cam")
    assert caught.value.code == "board-not-own"
    assert "my-camera-board, wrong" in caught.value.remedy
    remove_board("wrong")
    assert own_boards_problem() is None


@pytest.mark.parametrize(
    "content",
    [
        "# Mine\nboards = [{ id = 'my-camera-board' }, { id = 'other' }]\n",
        '[[boards]]\nid = \'my-camera-board\'\nname = """\n[[boards]]\n"""\n[[boards]]\nid = \'other\'\n',
    ],
    ids=["in one line", "a text like a table"],
)
def test_a_file_that_is_laid_out_otherwise_is_left_as_it_is(content: str) -> None:
    own_boards_file().parent.mkdir(parents=True)
    own_boards_file().write_text(content)
    for change in (lambda: add_board(NEW), lambda: remove_board("my-camera-board")):
        with pytest.raises(SqueezeError) as caught:
            change()
        assert caught.value.code == "boards-file-unreadable"
        assert own_boards_file().read_text() == content


def test_a_run_for_a_board_that_was_removed_says_what_to_do() -> None:
    add_board(NEW)
    assert profile_for_run(None, "my-camera-board").name == board_name("my-camera-board") == NEW.name
    remove_board("my-camera-board")
    with pytest.raises(SqueezeError) as caught:
        profile_for_run(None, "my-camera-board")
    assert caught.value.code == "run-board-unknown"
    assert "esp32s3-eye" in caught.value.remedy
    assert profile_for_run("esp32-cam", "my-camera-board").id == "esp32-cam"
    with pytest.raises(SqueezeError) as caught:
        profile_for_run("my-camera-board", "esp32-cam")
    assert caught.value.code == "board-unknown"
    assert board_name("my-camera-board") == "my-camera-board"


@pytest.mark.parametrize("profile", shipped_profiles(), ids=lambda profile: profile.id)
def test_our_boards_pass_the_same_check(profile: profiles.BoardProfile) -> None:
    assert pin_problem(profile) is None
