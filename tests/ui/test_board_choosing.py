"""The page of the board before anything is flashed."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.board import places
from app.steps.board.drawings import drawing_svg
from app.steps.board.flow import Face
from app.steps.board.page import BoardPage
from app.steps.board.places import VIRTUAL
from app.steps.board.trouble_view import checklist, command_in, drawing_for
from app.theme.tokens import DARK, LIGHT
from app.window import Window
from core.boards.board_block import Chip
from core.boards.firmware_bundles import sources
from core.boards.firmware_bundles.bundle import bundle_bytes
from core.boards.firmware_bundles.toolchains import DOCKER_IMAGE
from core.boards.model_image import parse_model_image
from core.boards.profiles import board_profiles
from core.errors import TABLE
from core.events import StageStarted
from core.paths import resources_folder
from core.runs.folder import RunFolder
from core.runs.record import new_record
from core.settings import SAMPLE_SCENES, changed
from tests.builders.bundles import small_bundle, write_bundle
from tests.builders.finished_runs import finished_run
from tests.builders.toolchains import FakeDocker
from tests.ui.board_desk import Desk, Ports, desk_with_run
from tests.ui.hands import button_named, click, press
from tests.ui.test_first_clicks import TINY
from tools.npm_packages import fetch_packages

_DRAWINGS = sorted(path.stem for path in (resources_folder() / "drawings").glob("*.svg"))

PORT = "/dev/ttyUSB7"
needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is written for bash")


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    made = Ports()
    monkeypatch.setattr(places, "serial_ports", made)
    return made


@pytest.fixture
def desk(window: Window, qtbot: QtBot, tmp_path: Path, ports: Ports) -> Desk:
    return desk_with_run(window, qtbot, tmp_path / "run", ports)


@pytest.fixture
def desk_with_board(desk: Desk) -> Desk:
    """With something on a port that may be a board."""
    desk.ports.plug_in(PORT)
    desk.look_at_ports()
    return desk


def test_a_run_that_is_not_finished_leads_to_the_step_that_is_next(
    window: Window, session: Session, ports: Ports
) -> None:
    del ports
    session.begin("scenes", "Sample scenes")
    window.workspace.show_page("board")
    page = window.workspace.page("board")
    assert isinstance(page, BoardPage)
    assert page.face is Face.NOT_YET
    click(page.primary)
    assert window.workspace.shown_page == "train"


def test_until_it_is_known_what_is_written_the_page_says_so(
    window: Window, session: Session, ports: Ports, qtbot: QtBot, tmp_path: Path
) -> None:
    del ports
    session.open(finished_run(tmp_path / "run").path)
    window.workspace.show_page("board")
    page = window.workspace.page("board")
    assert isinstance(page, BoardPage)
    assert page.choose.chip.text() == "Preparing the list…"
    assert page.choose.chip.isVisible()
    qtbot.waitUntil(lambda: page.choose.map.count() == 4, timeout=30_000)
    assert page.choose.chip.text().startswith("Virtual ESP32: ESP32")


def test_without_hardware_the_virtual_board_is_chosen_and_told_what_is_written(desk: Desk) -> None:
    choose = desk.page.choose
    assert choose.address == VIRTUAL
    assert choose.places.buttons[VIRTUAL].isChecked()
    assert desk.page.primary.text() == "Flash and run"
    assert desk.page.primary.isEnabled()
    parts = {part.name: part for part in choose.map.parts}
    assert (parts["partition table"].offset, parts["partition table"].bytes) == (0x8000, 0xC00)
    assert parts["application"].bytes == 0
    assert parts["model"].bytes > 1000
    assert "0x190000" in choose.map.words_of(3)
    assert "ESP32 with 4 MB" in desk.texts()
    assert "It fits" in desk.texts()


def test_a_board_that_is_plugged_in_is_chosen_and_given_up_when_it_is_pulled_out(desk: Desk) -> None:
    choose = desk.page.choose
    desk.ports.plug_in(PORT)
    desk.look_at_ports()
    assert choose.address == PORT
    desk.ports.plugged_in.clear()
    desk.look_at_ports()
    assert choose.address == VIRTUAL
    assert choose.places.buttons[VIRTUAL].isChecked()


def test_what_the_person_has_picked_stays_when_a_board_is_plugged_in(desk: Desk) -> None:
    choose = desk.page.choose
    click(choose.places.buttons[VIRTUAL])
    desk.ports.plug_in(PORT)
    desk.look_at_ports()
    assert choose.address == VIRTUAL
    click(choose.places.buttons[PORT])
    assert choose.address == PORT


def test_a_port_without_a_board_cannot_be_chosen_and_says_why(desk: Desk) -> None:
    reason = "A Bluetooth port: boards are flashed over a cable."
    desk.ports.plug_in("COM1", reason)
    desk.look_at_ports()
    assert set(desk.page.choose.places.buttons) == {VIRTUAL}
    click(button_named(desk.page, "Other ports"))
    assert reason in desk.texts()


def test_a_board_on_a_port_is_named_before_it_is_flashed(desk_with_board: Desk, session: Session) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    assert not desk.page.primary.isEnabled()
    assert "type of your board" in desk.page.primary.toolTip()
    choose.boards.setFocus()
    press(choose.boards, Qt.Key.Key_Down)
    desk.until(lambda: desk.page.primary.isEnabled())
    assert session.board == choose.board != ""


@pytest.fixture
def begun_run(tmp_path: Path) -> RunFolder:
    """A run of sample scenes for the first board of the list, none of whose stages was started yet."""
    folder = RunFolder(tmp_path / "run")
    folder.path.mkdir()
    settings = msgspec.structs.replace(TINY, data=changed(TINY.data, source=SAMPLE_SCENES))
    folder.write_record(new_record(settings, board_profiles()[0].id))
    return folder


def choose_next(boards: QComboBox) -> None:
    """Open the list by a key, and choose the item below the current one."""
    press(boards, Qt.Key.Key_Down)
    press(boards.view(), Qt.Key.Key_Down)
    press(boards.view(), Qt.Key.Key_Return)


def test_a_board_chosen_in_the_header_is_kept_with_the_open_run(
    window: Window, session: Session, begun_run: RunFolder
) -> None:
    session.open(begun_run.path)
    boards = window.workspace.header.boards
    choose_next(boards)
    assert boards.currentData() == board_profiles()[1].id
    assert begun_run.read_record().board == board_profiles()[1].id
    session.close()
    session.open(begun_run.path)
    assert session.board == board_profiles()[1].id


def test_a_board_chosen_while_a_stage_is_at_work_stays_chosen(
    window: Window, session: Session, begun_run: RunFolder, qtbot: QtBot
) -> None:
    session.open(begun_run.path)
    window.workspace.show_page("train")
    boards = window.workspace.header.boards
    held: set[str] = set()
    with qtbot.waitSignal(session.task_started):
        click(window.workspace.page("train").primary)
    choose_next(boards)
    chosen = boards.currentData()
    assert chosen == board_profiles()[1].id

    def data_stage_has_started(events: list[object]) -> bool:
        held.update((session.board, boards.currentData()))
        return any(isinstance(event, StageStarted) for event in events)

    with qtbot.waitSignal(session.reported, timeout=60_000, check_params_cb=data_stage_has_started):
        pass
    with qtbot.waitSignal(session.ended, timeout=60_000):
        click(window.workspace.progress.stop)
    assert held | {session.board, boards.currentData()} == {chosen}
    assert begun_run.read_record().board == chosen


def test_missing_firmware_is_told_and_a_bundle_can_be_chosen(
    desk_with_board: Desk, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    session.choose_board("esp32-cam")
    desk.until(choose.firmware_view.problem.isVisible)
    assert "no firmware" in desk.texts()
    assert "not on this computer yet" in choose.map.words_of(2)
    other = write_bundle(tmp_path / "other.zip", small_bundle(Chip.ESP32C3, "esp32c3"), chip="ESP32C3")
    choose.firmware_view.use_bundle(other)
    assert "esp32c3" in choose.firmware_view.problem.text()
    choose.firmware_view.use_bundle(write_bundle(tmp_path / "bundle.zip", small_bundle()))
    desk.until(lambda: choose.map.parts[2].bytes > 0)
    assert "Firmware 1.0.0, stored on this computer" in desk.texts()
    assert choose.firmware is None


def test_without_anything_to_bring_firmware_the_page_offers_no_way_and_says_what_to_install(
    desk_with_board: Desk, no_tools: None, without_firmware: Path
) -> None:
    del no_tools, without_firmware
    view = desk_with_board.page.choose.firmware_view
    assert view.ways.isHidden()
    assert view.way is None
    assert "https://dl.espressif.com/dl/eim" in view.problem.text()


@needs_bash
def test_the_best_way_to_firmware_is_chosen_with_what_it_takes(
    desk_with_board: Desk, docker: FakeDocker, without_firmware: Path
) -> None:
    del docker, without_firmware
    desk, view = desk_with_board, desk_with_board.page.choose.firmware_view
    assert [view.ways.itemData(index) for index in range(view.ways.count())] == ["build-docker"]
    assert view.way == "build-docker"
    assert DOCKER_IMAGE in view.takes.text()
    assert "About " in view.takes.text()
    assert "9.6 GB" in desk.texts()


def test_firmware_that_is_there_is_part_of_what_is_written(
    desk_with_board: Desk, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    folder = tmp_path / "share" / "squeeze-studio" / "firmware"
    folder.mkdir(parents=True)
    (folder / "esp32.zip").write_bytes(bundle_bytes(small_bundle()))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert sources.find_bundle("esp32").version
    session.choose_board("esp32-devkit")
    desk.until(lambda: choose.map.parts[2].bytes > 0)
    assert choose.firmware is None
    assert choose.firmware_view.problem.isHidden()


@pytest.fixture
def no_tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to build firmware with."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.delenv("IDF_PATH", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_tools: None) -> FakeDocker:
    """Docker is all that there is."""
    del no_tools
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    return FakeDocker(tmp_path / "bin", monkeypatch)


@pytest.fixture
def without_firmware(
    desk_with_board: Desk, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A board is chosen whose firmware is not there; the file that it would be in."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    session.choose_board("esp32-devkit")
    desk_with_board.until(desk_with_board.page.choose.firmware_view.problem.isVisible)
    return tmp_path / "share" / "squeeze-studio" / "firmware" / "esp32.zip"


def _bring_firmware(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(bundle_bytes(small_bundle()))


def test_firmware_that_arrives_is_noticed_when_the_page_is_shown_again(
    desk_with_board: Desk, without_firmware: Path
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    click(desk.window.workspace.steps.buttons["huffman"])
    _bring_firmware(without_firmware)
    click(desk.window.workspace.steps.buttons["board"])
    desk.until(lambda: choose.map.parts[2].bytes > 0)
    assert choose.firmware_view.problem.isHidden()


def test_firmware_that_arrives_is_noticed_when_the_person_comes_back_to_the_window(
    desk_with_board: Desk, without_firmware: Path
) -> None:
    desk, choose = desk_with_board, desk_with_board.page.choose
    elsewhere = QWidget()
    desk.qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    desk.until(lambda: not desk.window.isActiveWindow())
    _bring_firmware(without_firmware)
    desk.window.activateWindow()
    desk.until(lambda: choose.map.parts[2].bytes > 0)


def test_a_plan_that_failed_is_asked_for_again(desk: Desk) -> None:
    model = RunFolder(desk.run).file("huffman")
    content = model.read_bytes()
    model.write_bytes(content[:100])
    click(desk.window.workspace.steps.buttons["huffman"])
    click(desk.window.workspace.steps.buttons["board"])
    desk.until(desk.page.choose.problem.isVisible)
    model.write_bytes(content)
    click(desk.window.workspace.steps.buttons["huffman"])
    click(desk.window.workspace.steps.buttons["board"])
    desk.until(lambda: not desk.page.choose.problem.isVisible())
    assert desk.page.choose.map.parts[-1].bytes > 1000


def test_all_of_it_goes_by_keys(desk: Desk) -> None:
    choose, page = desk.page.choose, desk.page
    desk.window.activateWindow()
    reached: list[QWidget | None] = [choose.places.buttons[VIRTUAL]]
    choose.places.buttons[VIRTUAL].setFocus()
    for _ in range(12):
        press(desk.window.focusWidget() or page, Qt.Key.Key_Tab)
        reached.append(desk.window.focusWidget())
    assert choose.places.help in reached
    assert choose.map in reached
    assert reached.index(choose.places.help) < reached.index(choose.map) < reached.index(page.primary)
    press(choose.map, Qt.Key.Key_End)
    assert "Your model" in choose.map.accessibleDescription()
    page.primary.setFocus()
    press(page.primary, Qt.Key.Key_Space)
    assert page.face is Face.FLASHING


def test_a_checklist_with_drawings_helps_when_no_board_is_found(desk: Desk) -> None:
    click(desk.page.choose.places.help)
    assert desk.page.trouble.isVisible()
    for advice in checklist():
        assert advice.title in desk.texts()
    copies = [one for one in desk.page.trouble.findChildren(type(desk.page.back)) if "Copy" in one.text()]
    if copies:
        click(copies[-1])
        assert QGuiApplication.clipboard().text().startswith("sudo ")
    click(desk.page.primary)
    assert desk.page.choose.isVisible()


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_advice_is_for_the_system_at_hand(system: str) -> None:
    titles = [advice.title for advice in checklist(system)]
    assert len(set(titles)) == 4
    commands = [advice.command for advice in checklist(system) if advice.command]
    assert len(commands) == (0 if system == "win32" else 1)


def test_every_error_of_a_board_has_a_drawing_that_there_is() -> None:
    assert {drawing_for(code) for code in TABLE} <= set(_DRAWINGS)
    assert drawing_for("port-vanished") == "unplugged"


@pytest.mark.parametrize("name", _DRAWINGS)
def test_drawings_have_the_colors_in_force(name: str) -> None:
    light, dark = drawing_svg(name, LIGHT).decode(), drawing_svg(name, DARK).decode()
    assert LIGHT.accent in light or LIGHT.ink in light
    left = [ink for ink in (LIGHT.ink, LIGHT.accent, LIGHT.card, LIGHT.accent_soft) if f'"{ink}"' in dark]
    assert not left
    with pytest.raises(KeyError):
        drawing_svg("toaster", LIGHT)


def test_the_command_of_a_remedy_can_be_copied() -> None:
    remedy = "Run  sudo usermod -a -G dialout me  in a terminal, then log out and in again."
    assert command_in(remedy) == "sudo usermod -a -G dialout me"
    assert command_in("Close other programs.") == ""


def test_firmware_and_model_are_exported_as_one_file_for_the_chosen_board(
    desk_with_board: Desk, without_firmware: Path, session: Session, tmp_path: Path
) -> None:
    desk, menu = desk_with_board, desk_with_board.page.export_menu
    _bring_firmware(without_firmware)
    dialog = menu.ask_for_export("flash-image")
    assert dialog.selectedFiles()[0].endswith(".bin")
    dialog.reject()
    with desk.qtbot.waitSignal(session.ended, timeout=30_000):
        menu.export_to("flash-image", str(tmp_path / "board"))
    image = parse_model_image((tmp_path / "board.bin").read_bytes()[0x190000:])
    assert image.board.profile == "esp32-devkit"
    assert "board.bin" in desk.page.banner.happened


def test_the_model_card_is_exported_from_the_menu(
    desk_with_board: Desk, session: Session, tmp_path: Path
) -> None:
    menu = desk_with_board.page.export_menu
    opened = menu.open_menu()
    actions = {action.text(): action for action in opened.actions()}
    assert actions["Model card…"].isEnabled()
    opened.close()
    with desk_with_board.qtbot.waitSignal(session.ended, timeout=30_000):
        menu.export_to("card", str(tmp_path / "card"))
    text = (tmp_path / "card" / "model-card.md").read_text(encoding="utf-8")
    assert "## Intended use" in text
    assert "## Limits" in text


def test_for_the_virtual_board_no_flash_image_is_made(
    desk_with_board: Desk, session: Session, tmp_path: Path
) -> None:
    desk = desk_with_board
    with desk.qtbot.waitSignal(session.ended, timeout=30_000):
        desk.page.export_menu.export_to("flash-image", str(tmp_path / "board.bin"))
    assert "only real boards are flashed" in desk.page.banner.happened
    assert not (tmp_path / "board.bin").exists()


def test_a_web_page_is_exported_as_a_folder_for_the_chosen_board(
    desk_with_board: Desk, without_firmware: Path, session: Session, tmp_path: Path
) -> None:
    fetch_packages()
    desk, menu = desk_with_board, desk_with_board.page.export_menu
    _bring_firmware(without_firmware)
    with desk.qtbot.waitSignal(session.ended, timeout=30_000):
        menu.export_to("web", str(tmp_path / "site"))
    assert (tmp_path / "site" / "index.html").is_file()
    assert (tmp_path / "site" / "esptool-js" / "bundle.js").is_file()
    assert "site" in desk.page.banner.happened
