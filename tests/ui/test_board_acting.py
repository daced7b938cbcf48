"""What a board does when it sees a class: set on the page, seen on the virtual board."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.steps.board import places
from app.steps.board.actions import ActionRow, ActionTable
from app.steps.board.flow import Face
from app.window import Window
from core.boards.model_image import parse_model_image
from core.runs.folder import RunFolder
from core.settings import ClassAction
from tests.builders.finished_runs import CLASSES, color_files, colored, finished_run
from tests.ui.board_desk import Desk, Ports, desk_with_run
from tests.ui.dropping import drop, files
from tests.ui.hands import click, press, type_into

PORT = "/dev/ttyUSB7"
RED, GREEN, BLUE = CLASSES


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    made = Ports()
    monkeypatch.setattr(places, "serial_ports", made)
    return made


@pytest.fixture
def desk(window: Window, qtbot: QtBot, tmp_path: Path, ports: Ports) -> Iterator[Desk]:
    """With a run whose model knows red, green and blue."""
    run = finished_run(tmp_path / "colors", files=color_files(), sure_score=77)
    made = desk_with_run(window, qtbot, run.path, ports, run)
    click(made.page.choose.action_table.opener)
    yield made
    made.page.leave()


def table(desk: Desk) -> ActionTable:
    return desk.page.choose.action_table


def choose(box: QComboBox, data: object) -> None:
    """Choose something in a list with the arrow keys."""
    assert box.isVisible()
    for _ in range(box.count()):
        if box.currentData() == data:
            return
        press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Home)
    while box.currentData() != data:
        before = box.currentIndex()
        press(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{data} cannot be chosen"


def set_up(row: ActionRow, kind: str) -> None:
    choose(row.kind, kind)


def kept(desk: Desk) -> dict[str, ClassAction]:
    """What the run's folder says."""
    return RunFolder(desk.run).read_record().settings.act


def test_every_class_has_a_row_and_nothing_happens_at_first(desk: Desk) -> None:
    rows = table(desk).rows
    assert tuple(rows) == CLASSES
    assert all(row.kind.currentText() == "nothing" for row in rows.values())
    assert not rows[RED].pin.isVisible()
    assert not rows[RED].at_least.isVisible()
    assert table(desk).opener.text() == "When it sees…"


def test_what_is_set_is_kept_in_the_run_and_shown_again(desk: Desk) -> None:
    rows = table(desk).rows
    set_up(rows[RED], "while-seen")
    choose(rows[RED].pin, 14)
    set_up(rows[GREEN], "for-time")
    type_into(rows[GREEN].seconds, "2.5")
    type_into(rows[GREEN].times, "3")
    set_up(rows[BLUE], "line")
    assert rows[BLUE].line.text() == BLUE
    type_into(rows[BLUE].line, "I see blue")
    type_into(rows[BLUE].at_least, "95")
    expected = {
        RED: ClassAction(pin=14),
        GREEN: ClassAction(pin=13, seconds=2.5, times=3),
        BLUE: ClassAction(line="I see blue", at_least=0.95),
    }
    assert kept(desk) == expected
    assert table(desk).opener.text() == "When it sees… (3)"
    assert RunFolder(desk.run).read_record().is_done("huffman")
    desk.window.workspace.session.open(desk.run)
    assert {name: row.action for name, row in table(desk).rows.items()} == expected
    set_up(table(desk).rows[RED], "nothing")
    assert set(kept(desk)) == {GREEN, BLUE}


def test_pins_that_the_board_needs_cannot_be_chosen_and_say_what_for(desk: Desk) -> None:
    desk.ports.plug_in(PORT)
    desk.look_at_ports()
    desk.window.workspace.session.choose_board("esp32-cam")
    row = table(desk).rows[RED]
    set_up(row, "while-seen")
    texts = {row.pin.itemData(n): row.pin.itemText(n) for n in range(row.pin.count())}
    assert texts[4] == "GPIO 4: the flash LED"
    assert texts[5] == "GPIO 5: a pin of the camera"
    assert texts[13] == "GPIO 13"
    reached = {row.pin.currentData()}
    press(row.pin, Qt.Key.Key_Home)
    for _ in range(row.pin.count()):
        reached.add(row.pin.currentData())
        press(row.pin, Qt.Key.Key_Down)
    assert reached == {13, 14}


def test_a_pin_that_another_board_needs_is_refused_by_name_before_flashing(desk: Desk) -> None:
    set_up(table(desk).rows[RED], "while-seen")
    choose(table(desk).rows[RED].pin, 33)
    assert desk.page.primary.isEnabled()
    desk.ports.plug_in(PORT)
    desk.look_at_ports()
    desk.window.workspace.session.choose_board("esp32-cam")
    assert "GPIO 33 is the LED of ESP32-CAM (AI-Thinker)." in table(desk).warning.text()
    assert table(desk).warning.isVisible()
    assert not desk.page.primary.isEnabled()
    assert "GPIO 33" in desk.page.primary.toolTip()
    choose(table(desk).rows[RED].pin, 13)
    assert not table(desk).warning.isVisible()
    assert desk.page.primary.isEnabled()


def test_the_virtual_board_shows_its_pins_and_lines_live(desk: Desk, tmp_path: Path) -> None:
    rows = table(desk).rows
    set_up(rows[RED], "while-seen")
    set_up(rows[GREEN], "line")
    type_into(rows[GREEN].line, "green!")
    click(desk.page.primary)
    desk.until_in_touch()
    live = desk.page.live
    assert desk.page.face is Face.LIVE
    image = parse_model_image(RunFolder(desk.run).model_image.read_bytes())
    assert [one.class_number for one in image.board.actions] == [0, 1]
    pill = live.doing.pins[13]
    assert pill.isVisible()
    assert pill.text() == "GPIO 13: low"
    Image.fromarray(colored(250, 20, 20)).save(tmp_path / "red.png")
    Image.fromarray(colored(20, 250, 20)).save(tmp_path / "green.png")
    drop(desk.page, files([tmp_path / "red.png"]))
    desk.until(lambda: pill.text() == "GPIO 13: high")
    assert live.answer.text() == RED or live.strip.count() == 10
    drop(desk.page, files([tmp_path / "green.png"]))
    desk.until(lambda: pill.text() == "GPIO 13: low")
    desk.until(lambda: live.doing.line.text() == "The board writes: green!")
    assert list(live.doing.lines) == ["green!"]


def test_a_board_without_actions_shows_no_pins(desk: Desk) -> None:
    click(desk.page.primary)
    desk.until_in_touch()
    assert desk.page.live.doing.isHidden()
