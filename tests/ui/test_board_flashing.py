"""Flashing from the page: the real esptool on virtual boards, also where that goes wrong."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.program import Program
from app.session import Session
from app.steps.board import places
from app.steps.board.flow import Face
from app.steps.board.page import BoardPage
from app.window import Window
from core.boards.firmware_bundles.ways import FirmwareWay
from core.boards.virtual.cable import NO_FAULTS, Faults
from core.boards.virtual.serving import RunningBoard, running_board
from core.events import FlashBegun, Log, Progress
from tests.builders.finished_runs import CLASSES, add_photos, color_files, colored, finished_run, images
from tests.builders.virtual_boards import ESP32_S3, board_settings
from tests.ui.board_desk import Desk, Ports, desk_with_run
from tests.ui.dropping import drop, files
from tests.ui.hands import click, click_at

pytestmark = pytest.mark.timeout(240)

PlugIn = Callable[..., RunningBoard]


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    made = Ports()
    monkeypatch.setattr(places, "serial_ports", made)
    return made


@pytest.fixture
def desk(window: Window, qtbot: QtBot, tmp_path: Path, ports: Ports) -> Desk:
    return desk_with_run(window, qtbot, tmp_path / "run", ports)


@pytest.fixture
def live(desk: Desk) -> Desk:
    """With the virtual board flashed and in touch."""
    click(desk.page.primary)
    desk.until_in_touch()
    return desk


@pytest.fixture
def plug_in(desk: Desk, session: Session) -> Iterator[PlugIn]:
    """Plugs in a board that looks like one on a port; it is a virtual one of this process."""
    with ExitStack() as boards:

        def plugged_in(board: str = "esp32-cam", **changes: object) -> RunningBoard:
            running = boards.enter_context(running_board(board_settings(board, **changes)))
            desk.ports.plug_in(running.address)
            desk.look_at_ports()
            session.choose_board("esp32-cam")
            desk.until(desk.page.primary.isEnabled)
            return running

        yield plugged_in
        desk.page.leave()
        desk.until(lambda: not session.is_busy and desk.page.desk.link.has_ended)


def pixels(count: int, folder: Path) -> list[Path]:
    paths = [folder / f"{number}.png" for number in range(count)]
    for path, image in zip(paths, images(count), strict=True):
        Image.fromarray(image).resize((64, 64)).save(path)
    return paths


def drop_on(page: BoardPage, paths: list[Path]) -> None:
    """Let go of files over the page."""
    drop(page, files(paths))


def test_one_click_flashes_the_virtual_board_and_shows_ten_predictions(desk: Desk, session: Session) -> None:
    page = desk.page
    click(page.primary)
    assert page.face is Face.FLASHING
    desk.until_face(Face.LIVE)
    desk.until_in_touch()
    assert page.live.badge.text() == "virtual board agrees 10/10 ✓"
    assert page.live.tag.text() == "virtual"
    assert page.live.strip.count() == 10
    assert page.live.bars.best in CLASSES
    assert not page.live.image.image.isNull()
    assert "ms" in page.live.inference.text
    assert page.live.met is not None
    assert page.live.met.own_model
    assert session.summary is not None
    assert session.summary.board is not None
    assert session.summary.board.agreement == "10/10"
    assert page.primary.isHidden()


def test_flashing_shows_how_far_each_part_is(desk: Desk, session: Session) -> None:
    page, reached = desk.page, []
    session.reported.connect(lambda _events: reached.append(page.flashing.map.parts))
    click(page.primary)
    desk.until_face(Face.LIVE)
    last = {part.name: part for part in page.flashing.map.parts}
    assert last["model"].done == last["model"].bytes > 1000
    assert last["partition table"].done == 0xC00
    assert "unchanged" in page.flashing.map.words_of(0)
    assert any(part.bytes and not part.done for parts in reached for part in parts)
    assert page.flashing.bar.value() == page.flashing.bar.maximum()


def test_the_second_time_only_the_model_is_written(live: Desk) -> None:
    page = live.page
    click(page.back)
    live.until(page.primary.isEnabled)
    pid = page.desk.virtual.pid
    click(page.primary)
    live.until_face(Face.LIVE)
    live.until_in_touch()
    assert page.desk.virtual.pid == pid
    assert {part.name for part in page.flashing.map.parts if part.bytes} == {"model"}
    assert page.live.badge.text() == "virtual board agrees 10/10 ✓"


def test_images_are_shown_to_the_board_again_and_by_dropping_them(live: Desk, tmp_path: Path) -> None:
    page = live.page
    click(page.live.samples_button)
    live.until(lambda: page.live.strip.count() == 10 and page.live.badge.meaning == "good")
    drop_on(page, pixels(2, tmp_path))
    live.until(lambda: page.live.strip.count() == 12)
    newest = page.live.strip.seen[-1]
    assert (newest.source, newest.agrees, Path(newest.image).name) == ("file", True, "1.png")
    assert "1.png" in page.live.caption.text()
    page.live.strip.setFocus()
    page.live.strip.item_activated.emit(0)
    assert "test image 1" in page.live.caption.text()
    assert page.live.bars.accessibleDescription().count("%") == len(CLASSES)


def test_what_a_board_saw_of_a_test_image_is_shown_beside_its_photo(
    window: Window, qtbot: QtBot, tmp_path: Path, ports: Ports
) -> None:
    run = finished_run(tmp_path / "run")
    photos = add_photos(run, tmp_path / "photos")
    desk = desk_with_run(window, qtbot, tmp_path / "run", ports, run)
    live = desk.page.live
    click(desk.page.primary)
    desk.until_in_touch()
    strip, pair = live.strip, live.pair
    photos[1].unlink()
    click_at(strip, strip.rect_of(0).center().toPoint())
    desk.until(lambda: not pair.original.image.isNull())
    assert (pair.original.image.width(), pair.original.image.height()) == (48, 32)
    assert pair.square.image.width() == 32
    assert pair.original_label.text() == f"Original: test/{photos[0].name}"
    assert pair.square_label.text() == "Network input: 32 x 32 pixels"
    # Of a photo that is gone nothing is shown as if it were the original.
    click_at(strip, strip.rect_of(1).center().toPoint())
    desk.until(lambda: "gone" in pair.original.accessibleDescription())
    assert pair.original.image.isNull()
    assert photos[1].name in pair.original.accessibleDescription()
    assert pair.square.image.width() == 32
    click_at(strip, strip.rect_of(0).center().toPoint())
    assert pair.original.image.width() == 48


def test_an_image_of_something_else_is_not_sure_in_plain_words(
    window: Window, qtbot: QtBot, tmp_path: Path, ports: Ports
) -> None:
    run = finished_run(tmp_path / "colors", files=color_files(), sure_score=77)
    desk = desk_with_run(window, qtbot, tmp_path / "colors", ports, run)
    live = desk.page.live
    click(desk.page.primary)
    desk.until_in_touch()
    # The run's own test images are noise: the board is sure of none, and agrees with the file on that.
    assert live.badge.text() == "virtual board agrees 10/10 ✓"
    assert [one.sure for one in live.strip.seen] == [False] * 10
    assert live.answer.text() == "Not sure"
    assert "may show none of the classes" in live.answer.toolTip()
    assert "is not sure (" in live.caption.text()
    Image.fromarray(colored(20, 240, 20)).save(tmp_path / "green.png")
    drop_on(desk.page, [tmp_path / "green.png"])
    desk.until(lambda: live.strip.count() == 11)
    assert (live.answer.text(), live.answer.toolTip()) == (CLASSES[1], "")
    click(live.samples_button)
    desk.until(lambda: live.strip.count() == 10)
    assert live.answer.text() == "Not sure"


def test_a_file_that_is_no_image_is_told_and_the_link_goes_on(live: Desk, tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no image")
    drop_on(live.page, [tmp_path / "text.png"])
    live.until(live.page.live.note.isVisible)
    assert "text.png" in live.page.live.note.text()
    drop_on(live.page, pixels(1, tmp_path))
    live.until(lambda: live.page.live.strip.count() == 11)


def test_images_dropped_before_a_board_is_in_touch_are_not_lost_silently(desk: Desk, tmp_path: Path) -> None:
    drop_on(desk.page, pixels(1, tmp_path))
    assert "No board is connected" in desk.page.banner.happened


def test_the_boards_camera_is_watched_until_something_else_is_wanted(
    desk: Desk, plug_in: PlugIn, tmp_path: Path
) -> None:
    scene = tmp_path / "scene"
    scene.mkdir()
    pixels(2, scene)
    plug_in(camera=str(scene))
    live = desk.page.live
    click(desk.page.primary)
    desk.until_in_touch()
    click(live.camera_button)
    assert live.camera_button.isChecked()
    desk.until(lambda: live.strip.seen[-1].source == "camera")
    click(live.samples_button)
    assert not live.camera_button.isChecked()
    desk.until(lambda: live.strip.count() >= 10 and live.strip.seen[-1].image == "test image 10")


def test_another_chip_is_refused_and_the_other_board_can_be_chosen(desk: Desk, plug_in: PlugIn) -> None:
    plug_in(ESP32_S3)
    click(desk.page.primary)
    desk.until_face(Face.TROUBLE)
    trouble = desk.page.trouble
    assert "not ESP32" in trouble.happened.text()
    assert "Nothing was written" in trouble.remedy.text()
    assert trouble.drawing.name == "wrong-board"
    assert not desk.page.banner.isVisible()
    click(desk.page.back)
    assert desk.page.face is Face.CHOOSE


def test_a_cable_pulled_while_flashing_is_told_and_trying_again_is_enough(
    desk: Desk, plug_in: PlugIn
) -> None:
    plug_in(faults=Faults(cut_at=20_000))
    click(desk.page.primary)
    desk.until_face(Face.TROUBLE)
    assert "was lost" in desk.page.trouble.happened.text()
    assert desk.page.trouble.drawing.name == "unplugged"
    assert desk.page.primary.text() == "Try again"
    # The port goes with the cable; trying again means this board and no other.
    (port,) = desk.ports.plugged_in
    desk.ports.plugged_in.clear()
    desk.look_at_ports()
    assert desk.page.choose.is_virtual
    desk.ports.plugged_in.append(port)
    click(desk.page.primary)
    desk.until_in_touch()
    assert desk.page.live.met is not None
    assert desk.page.live.met.port == port.address
    assert desk.page.live.badge.meaning == "good"


def test_a_port_without_a_board_leads_to_the_checklist(desk: Desk, session: Session, tmp_path: Path) -> None:
    desk.ports.plug_in(str(tmp_path / "ttyUSB9"))
    desk.look_at_ports()
    session.choose_board("esp32-cam")
    desk.until(desk.page.primary.isEnabled)
    click(desk.page.primary)
    desk.until_face(Face.TROUBLE)
    assert "no serial port" in desk.page.trouble.happened.text()
    assert "Is it a data cable?" in desk.texts()
    assert desk.run.joinpath("run.json").is_file()


def test_the_button_is_asked_for_and_pressing_it_goes_on(desk: Desk, plug_in: PlugIn) -> None:
    board = plug_in(faults=Faults(boot_pin_stuck=True))
    click(desk.page.primary)
    desk.until(desk.page.flashing.hold.isVisible)
    assert "Hold down the BOOT button" in desk.texts()
    board.board.set_faults(NO_FAULTS)
    desk.until(lambda: not desk.page.flashing.hold.isVisible())
    desk.until_in_touch()


def test_stopping_leads_back_and_the_board_can_be_flashed_again(desk: Desk, session: Session) -> None:
    page = desk.page
    click(page.primary)
    desk.until(lambda: session.is_busy)
    assert desk.window.workspace.progress is not None
    click(desk.window.workspace.progress.stop)
    desk.until_face(Face.CHOOSE)
    assert page.banner.severity == "warning"
    desk.until(page.primary.isEnabled)
    click(page.primary)
    desk.until_in_touch()


def test_a_cable_pulled_while_live_is_told_and_the_board_is_found_again_without_flashing(
    desk: Desk, plug_in: PlugIn, session: Session
) -> None:
    board = plug_in()
    click(desk.page.primary)
    desk.until_in_touch()
    board.board.set_faults(Faults(cut_at=3_000))
    click(desk.page.live.samples_button)
    desk.until_face(Face.TROUBLE)
    assert "was lost" in desk.page.trouble.happened.text()
    asked = session.request
    click(desk.page.primary)
    desk.until_in_touch()
    assert desk.page.face is Face.LIVE
    assert session.request is asked


def test_a_virtual_board_that_was_ended_is_plugged_in_and_flashed_again(live: Desk) -> None:
    pid = live.page.desk.virtual.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    live.until_face(Face.TROUBLE)
    live.until(lambda: live.page.desk.virtual.pid is None)
    click(live.page.primary)
    live.until_in_touch()
    assert live.page.desk.virtual.pid not in (None, pid)


def test_another_model_says_that_the_board_has_the_old_one(live: Desk, session: Session) -> None:
    folder = session.folder
    assert folder is not None
    record = folder.read_record()
    other = record.stages["huffman"]
    folder.write_record(record.with_stage("huffman", msgspec.structs.replace(other, sha256="0" * 64)))
    session.read_again()
    assert "has changed" in live.page.banner.happened


def test_leaving_ends_the_virtual_board_and_the_link(live: Desk) -> None:
    pid = live.page.desk.virtual.pid
    assert pid is not None
    live.page.leave()
    live.until(lambda: live.page.desk.virtual.pid is None and live.page.desk.link.has_ended)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_window_in_another_language_goes_on_with_the_board(live: Desk, program: Program) -> None:
    pid = live.page.desk.virtual.pid
    program.set_language("de")
    live.until(lambda: program.window.workspace.shown_page == "board")
    page = program.window.workspace.page("board")
    assert isinstance(page, BoardPage)
    live.until(page.isVisible)
    assert page.face is Face.LIVE
    assert page.desk.virtual.pid == pid
    live.until(page.live.samples_button.isEnabled)
    click(page.live.samples_button)
    live.until(lambda: page.live.strip.count() == 10)


def test_the_report_is_saved_where_it_is_wanted(live: Desk, session: Session, tmp_path: Path) -> None:
    with live.qtbot.waitSignal(session.ended, timeout=60_000):
        live.page.export_menu.save_report(str(tmp_path / "report.html"))
    assert "10/10" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "report.html" in live.page.banner.happened


def test_the_model_is_exported_as_one_file(live: Desk, session: Session, tmp_path: Path) -> None:
    with live.qtbot.waitSignal(session.ended, timeout=30_000):
        live.page.export_menu.export_to("zip", str(tmp_path / "model"))
    assert (tmp_path / "model.zip").is_file()
    assert "model.zip" in live.page.banner.happened
    assert live.page.face is Face.LIVE


def test_a_build_of_firmware_shows_its_output_its_time_and_how_far_it_is(desk: Desk) -> None:
    view = desk.page.flashing
    desk.page.flow.face = Face.FLASHING
    desk.page.flow.moved.emit()
    view.begin((), "Preparing", FirmwareWay(name="build-docker", source="espressif/idf", seconds=240))
    assert view.build.isVisible()
    assert view.build.elapsed.text() == "1 s of about 4 min"
    step = "[300/1000] Building C object classifier.cc.obj"
    progress = Progress(done=300, total=1000, unit="files", seconds_left=180)
    view.listen([Log(level="info", text=step), progress])
    assert view.build.lines.toPlainText() == step
    assert view.amount.text() == "300 of 1,000"
    assert view.left.text() == "3 min left"
    view.listen([FlashBegun(parts=())])
    assert view.build.isHidden()
    view.begin((), "Preparing")
    assert view.build.isHidden()
