"""What the page shows of a board that is live, event by event."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.program import Program
from app.steps.board.live_view import LiveView, Rate
from app.steps.board.seen import MOST_ROWS, AnswerBars, verdict
from app.theme.theme import the_theme
from app.window import SMALLEST
from core.events import AgreementSoFar, BoardMet, Finding, LineWritten, Seen
from tests.ui.hands import click, click_at, press
from tests.ui.looks import lasting_faults

LABELS = ("cat", "dog", "frog")
_MOST_HEIGHT = 520
"""Pixels that the page may need in height in the smallest window."""


@pytest.fixture
def view(program: Program, qtbot: QtBot) -> Iterator[LiveView]:
    """The live part of the page alone."""
    del program
    made = LiveView()
    qtbot.addWidget(made)
    made.set_computer_camera("")
    made.resize(900, 700)
    made.show()
    yield made
    made.hide()


def jpeg(color: str = "red", width: int = 32, height: int = 32) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), color).save(file, "JPEG")
    return file.getvalue()


def met(**changes: object) -> BoardMet:
    values: dict[str, object] = {
        "port": "COM5",
        "board": "esp32-cam",
        "chip": "ESP32",
        "virtual": False,
        "camera": True,
        "firmware": "1.0",
        "runtime": "TFLM",
        "labels": LABELS,
        "memory_used": 184_000,
        "memory_left": 16_000,
        "baud": 921_600,
        "own_model": True,
    }
    return BoardMet(**{**values, **changes})  # type: ignore[arg-type]


def seen(*shares: float, labels: tuple[str, ...] = LABELS, **changes: object) -> Seen:
    answers = sorted(zip(labels, shares, strict=True), key=lambda one: -one[1])
    values: dict[str, object] = {
        "image": "test image 1",
        "answers": tuple(answers),
        "total_microseconds": 2_000_000,
        "inference_microseconds": 1_900_000,
        "decode_microseconds": 120_000,
        "jpeg": jpeg(),
        "source": "sample",
        "expected": answers[0][0],
        "agrees": True,
    }
    return Seen(**{**values, **changes})  # type: ignore[arg-type]


def test_a_real_board_shows_its_name_and_its_own_times(view: LiveView) -> None:
    view.listen([met(), seen(0.1, 0.7, 0.2, truth="dog")])
    assert view.name.text() == "ESP32-CAM (AI-Thinker)"
    assert view.details.text() == "ESP32 · Firmware 1.0, TFLM, COM5 at 921600 baud"
    assert view.tag.isHidden()
    assert (view.inference.text, view.decode.text) == ("1.9 s", "120 ms")
    assert view.memory.text == "184.0 KB"
    assert "16.0 KB" in view.memory.toolTip()
    assert "this computer" not in view.inference.toolTip()
    assert (
        view.caption.text()
        == "test image 1: the board predicts dog (70.0 %), which is correct; the file agrees"
    )


def test_a_virtual_board_says_so_and_shows_the_estimate_for_the_chip(view: LiveView) -> None:
    view.listen([met(virtual=True), seen(1, 0, 0, decode_microseconds=0)])
    assert view.inference.text == "-"
    view.set_estimate(943.0)
    view.listen([seen(1, 0, 0, decode_microseconds=0)])
    assert view.inference.text == "943 ms"
    assert view.inference.accessibleName() == "per image (estimate): 943 ms"
    assert view.tag.text() == "virtual"
    assert view.tag.isVisible()
    assert view.decode.text == "-"
    assert "speed of this computer" in view.inference.toolTip()
    # What this computer manages in a second is not the board's speed either.
    view.listen([seen(number, 0, 0, time=float(number)) for number in range(2, 6)])
    assert view.rate.text == "-"
    assert "cannot measure" in view.rate.toolTip()


def least_room(program: Program, language: str) -> int:
    """Pixels that the page has in width in the smallest window, beside its scroll bar."""
    if language != "en":
        program.set_language(language)
    program.window.resize(SMALLEST)
    program.window.workspace.show_page("board")
    QApplication.processEvents()
    area = program.window.workspace.page("board").area
    return area.viewport().width() - area.verticalScrollBar().sizeHint().width()


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_in_the_smallest_window_nothing_is_wider_than_the_page(
    program: Program, qtbot: QtBot, language: str
) -> None:
    room = least_room(program, language)
    view = LiveView()
    qtbot.addWidget(view)
    view.set_computer_camera("")
    view.set_estimate(962.0)
    view.resize(room, 500)
    view.show()
    view.listen(
        [
            met(virtual=True),
            seen(1, 0, 0, decode_microseconds=0),
            AgreementSoFar(agreed=10, compared=10, total=10),
        ]
    )
    QApplication.processEvents()
    assert view.inference.text == "962 ms"
    assert view.minimumSizeHint().width() <= room


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_what_is_said_of_an_image_and_a_board_is_whole_in_the_smallest_window(
    program: Program, qtbot: QtBot, language: str
) -> None:
    room = least_room(program, language)
    view = LiveView()
    qtbot.addWidget(view)
    view.resize(room, view.heightForWidth(room))
    view.show()
    doubted = seen(0.9, 0.1, 0, truth="dog", agrees=False)
    view.listen(
        [met(virtual=True, pins=((4, True),)), doubted, AgreementSoFar(agreed=9, compared=10, total=10)]
    )
    view.listen([LineWritten(class_number=0, line="A cat is here, and has been for quite a while now")])
    for compared in (False, True):
        if compared:
            click_at(view.strip, view.strip.rect_of(0).center().toPoint())
        view.resize(room, view.heightForWidth(room))
        assert lasting_faults(view) == []
    click(view.compare_button)
    QApplication.processEvents()
    # It scrolls by less than a line of figures and a row of small images.
    assert view.heightForWidth(room) < _MOST_HEIGHT


def test_the_badge_counts_while_images_arrive_and_turns_good_or_bad(view: LiveView) -> None:
    view.listen([met(), AgreementSoFar(agreed=7, compared=7, total=10)])
    assert (view.badge.text(), view.badge.meaning) == ("board agrees 7/7", "soft_ink")
    view.listen([AgreementSoFar(agreed=7, compared=8, total=10)])
    assert (view.badge.text(), view.badge.meaning) == ("board agrees 7/8", "bad")
    view.listen([AgreementSoFar(agreed=9, compared=10, total=10)])
    assert (view.badge.text(), view.badge.meaning) == ("board agrees 9/10", "bad")
    view.listen([AgreementSoFar(agreed=10, compared=10, total=10)])
    assert (view.badge.text(), view.badge.meaning) == ("board agrees 10/10 ✓", "good")


def test_an_image_on_which_board_and_file_differ_is_marked_and_told(view: LiveView) -> None:
    view.listen([met(), seen(0.1, 0.7, 0.2, expected="cat", agrees=False)])
    assert "the file predicts cat" in view.caption.text()
    assert view.caption.property("role") == "bad"
    view.listen([seen(0.1, 0.7, 0.2, expected="dog", agrees=False)])
    assert "with different probabilities" in view.caption.text()


def test_a_tick_means_right_and_a_wrong_answer_says_what_it_should_have_been(view: LiveView) -> None:
    right, wrong = seen(0.1, 0.7, 0.2, truth="dog"), seen(0.1, 0.7, 0.2, truth="cat")
    unsure, unknown = seen(0.4, 0.3, 0.3, sure=False, truth="cat"), seen(0.1, 0.7, 0.2)
    assert [verdict(one) for one in (right, wrong, unsure, unknown)] == ["right", "wrong", "not sure", ""]
    view.listen([met(), wrong])
    assert "dog (70.0 %), which is wrong: it is cat; the file agrees" in view.caption.text()
    assert view.caption.property("role") == "bad"
    view.listen([right])
    assert view.caption.property("role") == "soft"
    view.listen([unsure])
    assert "not sure (cat, 40.0 %): it is cat" in view.caption.text()


def test_the_strip_marks_what_is_wrong_and_what_the_file_says_otherwise(view: LiveView) -> None:
    colors = {}
    answer = partial(seen, 0.1, 0.7, 0.2)
    cases = {
        "right": answer(truth="dog"),
        "wrong": answer(truth="cat"),
        "unknown": answer(),
        "differs": answer(agrees=False),
    }
    for name, one in cases.items():
        view.strip.empty()
        view.listen([met(), one])
        place = view.strip.rect_of(0).toRect()
        drawn = view.strip.grab().toImage()
        corners = (place.right() - 14, place.bottom() - 8), (place.right() - 14, place.top() + 8)
        colors[name] = [drawn.pixelColor(x, y).name() for x, y in corners]
    theme = the_theme()
    good, bad = theme.color("good").name(), theme.color("bad").name()
    assert colors["right"][0] == good
    assert colors["wrong"][0] == colors["differs"][1] == bad
    assert colors["unknown"][0] not in (good, bad)
    assert {good, bad}.isdisjoint([colors[name][1] for name in ("right", "wrong", "unknown")])


def test_another_model_on_the_board_is_told(view: LiveView) -> None:
    view.listen([met(own_model=False)])
    assert "a different model" in view.note.text()
    assert view.note.isVisible()


def test_what_could_not_be_shown_is_told(view: LiveView) -> None:
    view.listen([met(), Finding(kind="picture-unreadable", text="x.png is not a readable image.")])
    assert "x.png" in view.note.text()


def test_only_cameras_that_are_there_can_be_chosen(view: LiveView) -> None:
    view.listen([met(camera=False)])
    view.set_ready(True)
    assert not view.camera_button.isEnabled()
    assert "no camera" in view.camera_button.toolTip()
    assert view.computer_button.isEnabled()
    view.set_computer_camera("This computer has no camera.")
    view.listen([met(camera=True)])
    view.set_ready(True)
    assert view.camera_button.isEnabled()
    assert not view.computer_button.isEnabled()
    assert view.computer_button.toolTip() == "This computer has no camera."
    assert view.computer_button.accessibleName() == "Computer's camera"


def test_earlier_images_can_be_looked_at_again_by_keys(view: LiveView) -> None:
    view.listen([met(), seen(1, 0, 0, image="first"), seen(0, 1, 0, image="second", jpeg=jpeg("blue"))])
    assert "second" in view.caption.text()
    view.strip.setFocus()
    press(view.strip, Qt.Key.Key_Home)
    press(view.strip, Qt.Key.Key_Return)
    assert "first" in view.caption.text()
    assert view.bars.best == "cat"


def test_bars_move_to_their_lengths(view: LiveView, qtbot: QtBot) -> None:
    view.listen([met(), seen(0.2, 0.5, 0.3)])
    assert view.bars.accessibleDescription() == "dog 50.0 %, frog 30.0 %, cat 20.0 %"
    before = view.bars.grab().toImage()
    qtbot.waitUntil(lambda: view.bars.grab().toImage() != before)


def test_an_answer_that_is_not_sure_is_told_as_that_and_no_bar_stands_out(view: LiveView) -> None:
    view.listen([met(), seen(0.2, 0.5, 0.3)])
    assert view.answer.text() == "dog"
    view.listen([seen(0.3, 0.36, 0.34, sure=False)])
    assert view.answer.text() == "Not sure"
    assert "Most likely: dog (36.0 %)" in view.answer.toolTip()
    assert view.answer.accessibleDescription() == view.answer.toolTip()
    assert view.bars.accessibleDescription().startswith("Not sure: dog 36.0 %")
    expected = "test image 1: the board is not sure (dog, 36.0 %); the file agrees"
    assert view.caption.text() == expected
    assert view.strip.words_of(1) == expected
    view.strip.setFocus()
    press(view.strip, Qt.Key.Key_Home)
    press(view.strip, Qt.Key.Key_Return)
    assert (view.answer.text(), view.answer.toolTip()) == ("dog", "")
    view.forget()
    assert view.answer.text() == ""


def test_of_many_classes_the_likeliest_are_shown(view: LiveView) -> None:
    labels = tuple(f"class {number}" for number in range(40))
    shares = [0.001] * 40
    shares[33] = 0.9
    view.listen([met(labels=labels), seen(*shares, labels=labels)])
    bars: AnswerBars = view.bars
    assert bars.best == "class 33"
    assert bars.accessibleDescription().count("%") == MOST_ROWS


def test_another_board_begins_with_nothing(view: LiveView) -> None:
    view.listen([met(), seen(1, 0, 0), AgreementSoFar(agreed=1, compared=1, total=1)])
    view.forget()
    assert view.met is None
    assert view.strip.count() == 0
    assert view.badge.isHidden()
    assert view.image.image.isNull()
    assert view.inference.text == "-"


def test_images_a_second_are_counted_over_the_last_seconds() -> None:
    rate = Rate()
    assert rate.a_second is None
    for tenth in range(100):
        rate.count(tenth / 10)
    assert rate.a_second == pytest.approx(10)
    rate.forget()
    assert rate.a_second is None


def png(color: str, side: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (side, side), color).save(file, "PNG")
    return file.getvalue()


def test_a_click_on_an_answer_shows_the_original_beside_what_entered_the_network(view: LiveView) -> None:
    photo = seen(0.1, 0.7, 0.2, original=jpeg("blue", 64, 48), square=png("red", 24), source="file")
    shot = seen(0.8, 0.1, 0.1, jpeg=jpeg("green", 320, 240), square=png("yellow", 24), source="camera")
    view.listen([met(), photo, shot])
    pair = view.pair
    assert not pair.original.isVisible()
    assert not pair.square_label.isVisible()
    click_at(view.strip, view.strip.rect_of(0).center().toPoint())
    assert pair.original.isVisible()
    assert (pair.original.image.width(), pair.original.image.height()) == (64, 48)
    assert pair.square.image.pixelColor(3, 3).name() == "#ff0000"
    assert pair.original_label.text() == "Original"
    assert pair.square_label.text() == "Network input: 24 x 24 pixels"
    assert "dog" in view.caption.text()
    click_at(view.strip, view.strip.rect_of(1).center().toPoint())
    assert pair.original.image.width() == 320
    assert pair.square.image.pixelColor(3, 3).name() == "#ffff00"
    assert view.compare_button.isChecked()
    click(view.compare_button)
    assert not pair.original.isVisible()
    assert pair.square.image.width() == 320


def test_what_is_not_known_of_an_image_is_said(view: LiveView) -> None:
    view.listen([met(), seen(0.1, 0.7, 0.2, source="camera", jpeg=jpeg("green", 320, 240))])
    click(view.compare_button)
    assert view.pair.square.image.isNull()
    assert "did not say what entered its network" in view.pair.square.accessibleDescription()
    view.listen([seen(0.1, 0.7, 0.2, source="file")])
    assert view.pair.square_label.text() == "Sent to the board: 32 x 32 pixels"
    view.listen([seen(0.1, 0.7, 0.2, square=png("red", 32))])
    assert view.pair.original.image.isNull()
    assert "Looking for the original photo" in view.pair.original.accessibleDescription()
    view.forget()
    assert view.pair.original.image.isNull()
