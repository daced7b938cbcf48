"""The page of images: what is there, what is wrong, and what mends it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

import app.session
from app.program import Program
from app.session import Session, StageState
from app.steps.data.page import DataPage
from app.window import SMALLEST, Window
from core.requests import DataRequest, RunRequest
from core.sample_scenes import SCENE_CLASSES, scenes_folder
from core.settings import PRESETS, RunSettings, changed
from core.task import Task
from tests.builders.finished_runs import finished_run
from tests.builders.images import contents_of, encoded, noise, write_bursts, write_classes, write_zip
from tests.ui.dropping import drop, files
from tests.ui.hands import button_named, click, click_at, press

_LOOK = 30_000
_NEVER_DONE = (sys.executable, "-P", "-m", "tests.odd_worker", "obedient")


@pytest.fixture(scope="module")
def drawn_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that has the sample scenes already: how they are drawn is tested elsewhere."""
    folder = tmp_path_factory.mktemp("drawn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        for count, side in ((10, 96), (20, 96), (10, 112)):
            scenes_folder(count, side, RunSettings().seed, Task())
    return folder


@pytest.fixture(autouse=True)
def own_cache(drawn_before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is looked at leaves nothing in the account's own cache."""
    shutil.copytree(drawn_before, tmp_path / "cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def few_scenes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new run of sample scenes begins with 10 of each class."""
    quick = PRESETS["quick"]
    few = msgspec.structs.replace(quick, data=changed(quick.data, scenes_per_class=10))
    monkeypatch.setattr(app.session, "PRESETS", {**PRESETS, "quick": few})


@pytest.fixture
def page(window: Window) -> DataPage:
    """The page itself."""
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    return page


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Images with much that is wrong: a lone one, a damaged one, copies, one in two classes, two alike."""
    folder = tmp_path / "bad"
    write_classes(folder, {"cat": 12, "cats": 6, "dog": 12, "lonely": 1})
    (folder / "cat" / "broken.jpg").write_bytes(encoded(noise(1), "JPEG")[:200])
    (folder / "cat" / "again.jpg").write_bytes((folder / "cat" / "001.jpg").read_bytes())
    (folder / "dog" / "both.jpg").write_bytes((folder / "cat" / "002.jpg").read_bytes())
    return folder


def look_at(page: DataPage, path: Path, qtbot: QtBot) -> None:
    """Drop images on the window and wait until they were looked at."""
    with qtbot.waitSignal(page.session.ended, timeout=_LOOK):
        drop(page.window().workspace.start, files([path]))  # type: ignore[attr-defined]
    assert page.isVisible()


def wait_for_look(page: DataPage, qtbot: QtBot) -> None:
    """Wait until the images were looked at again."""
    qtbot.waitUntil(lambda: page.scan.state != "looking" and not page.session.is_busy, timeout=_LOOK)


def texts_in(page: DataPage) -> list[str]:
    """All that visible labels say."""
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def buttons(page: DataPage, text: str) -> list[QAbstractButton]:
    """The visible buttons with that text."""
    return [one for one in page.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]


def is_mixed(session: Session) -> bool:
    """Whether the images are to be divided anew."""
    return session.settings.data.split == "mixed"


def open_tab(page: DataPage, number: int) -> None:
    """Click one of the tabs: images, findings, what the network sees."""
    click_at(page.tabs, page.tabs.tabRect(number).center())
    assert page.stack.currentIndex() == number


def choose_in_menu(*texts: str) -> None:
    """Click an entry of the menu that is open, or of one below it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    top = menu
    for text in texts:
        action = next(one for one in menu.actions() if one.text() == text)
        below = action.menu()
        if isinstance(below, QMenu):
            menu = below
        else:
            action.trigger()
    top.close()


@pytest.fixture
def started(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is asked of a worker to train; none is started for it."""
    asked: list[object] = []
    start = session.task.start

    def record(request: object) -> None:
        if isinstance(request, RunRequest):
            asked.append(request)
        else:
            start(request)  # type: ignore[arg-type]

    monkeypatch.setattr(session.task, "start", record)
    return asked


def test_the_sample_scenes_are_shown_by_class_and_can_be_trained_on(
    window: Window, page: DataPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
        assert page.primary.isEnabled()
    assert [group.name for group in page.images.classes.groups] == sorted(SCENE_CLASSES)
    assert page.images.wall.count == 60
    assert page.summary.text().startswith("60 images, 6 classes. Making the model takes about ")
    assert page.tabs.tabText(1) == "Findings (6)"
    qtbot.waitUntil(lambda: page.images.wall.thumbnails.kept > 0)
    assert button_named(page, "Make it").isEnabled()
    assert page.banner.severity is None


def test_making_begins_at_once_also_while_the_images_are_looked_at(
    window: Window, page: DataPage, session: Session, qtbot: QtBot, started: list[object]
) -> None:
    click(window.workspace.start.sample_button)
    assert isinstance(session.request, DataRequest)
    click(page.primary)
    qtbot.waitUntil(lambda: bool(started), timeout=_LOOK)
    assert isinstance(started[0], RunRequest)
    assert started[0].until == "huffman"
    assert window.workspace.shown_page == "result"
    assert page.banner.severity is None


def test_step_by_step_opens_the_next_page_and_begins_nothing(
    window: Window, page: DataPage, session: Session, qtbot: QtBot, started: list[object]
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
    click(page.how)
    assert window.workspace.shown_page == "train"
    assert started == []
    assert session.state("train") is StageState.READY


def test_findings_are_mended_by_a_click_and_that_can_be_taken_back(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    assert not page.primary.isEnabled()
    assert "Class 'lonely' has too few different usable images: 1." in page.banner.happened
    click(button_named(page.banner, "Show findings"))
    assert page.findings.isVisible()
    leave_out = next(one for one in buttons(page, "Exclude") if "lonely" in one.accessibleName())
    click(leave_out)
    assert session.settings.data.leave_out == ("lonely",)
    wait_for_look(page, qtbot)
    assert page.primary.isEnabled()
    assert page.banner.severity is None
    assert session.classes == ("cat", "cats", "dog")
    qtbot.waitUntil(lambda: "'lonely' is excluded." in texts_in(page))
    undo = next(one for one in buttons(page, "Undo") if "lonely" in one.accessibleName())
    click(undo)
    wait_for_look(page, qtbot)
    assert not session.settings.data.leave_out
    assert "lonely" in session.classes
    assert sorted(path.name for path in bad.iterdir()) == ["cat", "cats", "dog", "lonely"]


def test_classes_that_are_called_almost_the_same_become_one(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    open_tab(page, 1)
    click(button_named(page.findings, "Merge into 'cat'"))
    wait_for_look(page, qtbot)
    assert session.settings.data.merge == {"cats": "cat"}
    assert "cats" not in session.classes
    qtbot.waitUntil(lambda: "'cats' is used as 'cat'." in texts_in(page))


def test_copies_between_the_own_splits_are_mended_by_mixing_and_splitting_again(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "shared"
    write_classes(folder / "train", {"cat": 12, "dog": 12})
    write_classes(folder / "test", {"cat": 6, "dog": 6}, first_seed=9)
    before = contents_of(folder)
    look_at(page, folder, qtbot)
    open_tab(page, 1)
    copies = "6 files excluded: copies of images in a later split."
    assert copies in texts_in(page)
    click(next(one for one in buttons(page, "Split again") if copies in one.accessibleName()))
    wait_for_look(page, qtbot)
    assert is_mixed(session)
    qtbot.waitUntil(lambda: "All images are split again." in texts_in(page))
    assert copies not in texts_in(page)
    assert "6 files: exact copies of others, always in the same split." in texts_in(page)
    undo = next(one for one in buttons(page, "Undo") if "split again" in one.accessibleName())
    click(undo)
    wait_for_look(page, qtbot)
    assert not is_mixed(session)
    qtbot.waitUntil(lambda: copies in texts_in(page))
    assert contents_of(folder) == before


def test_where_copies_in_two_splits_leave_too_few_images_splitting_again_is_offered_first(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "shared"
    write_classes(folder / "train", {"cat": 10, "dog": 10})
    write_classes(folder / "test", {"cat": 8, "dog": 8}, first_seed=1)
    look_at(page, folder, qtbot)
    assert not page.primary.isEnabled()
    open_tab(page, 1)
    offered = [one for one in page.findings.findChildren(QAbstractButton) if one.isVisible()]
    first = min(offered, key=lambda one: (one.mapTo(page, QPoint()).y(), one.mapTo(page, QPoint()).x()))
    assert first.text() == "Split again"
    click(first)
    wait_for_look(page, qtbot)
    assert is_mixed(session)
    assert page.primary.isEnabled()


def test_near_copies_and_one_burst_are_findings_that_say_what_to_do(
    page: DataPage, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "bursts"
    write_bursts(folder, {"cup": 5, "pen": 5}, each=4)
    write_bursts(folder, {"key": 1}, each=20)
    look_at(page, folder, qtbot)
    open_tab(page, 1)
    texts = texts_in(page)
    assert "30 files: near copies of others (bursts or resaved images), always in the same split." in texts
    assert (
        "Class 'key' is little more than one burst (20 files). Add images from the place where the board "
        "will be used, at other times and from other angles."
    ) in texts


def test_a_class_without_a_partner_is_merged_with_one_of_choice(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    open_tab(page, 1)
    click(next(one for one in buttons(page, "Merge with…") if "lonely" in one.accessibleName()))
    choose_in_menu("dog")
    wait_for_look(page, qtbot)
    assert session.settings.data.merge == {"lonely": "dog"}
    assert page.primary.isEnabled()


def test_images_that_a_finding_is_about_can_be_looked_at_and_excluded(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    open_tab(page, 1)
    click(next(one for one in buttons(page, "Show") if "in 'cat' and in 'dog'" in one.accessibleName()))
    assert page.images.wall.count == 2
    entries = [page.images.wall.entry(number) for number in range(2)]
    assert [entry and entry.name for entry in entries] == ["cat/002.jpg", "dog/both.jpg"]
    click(page.images.all_images)
    assert page.images.wall.count > 2
    open_tab(page, 1)
    click(next(one for one in buttons(page, "Exclude") if "in 'cat' and in 'dog'" in one.accessibleName()))
    wait_for_look(page, qtbot)
    assert session.settings.data.leave_out == ("cat/002.jpg", "dog/both.jpg")
    qtbot.waitUntil(lambda: "Excluded images: 2" in texts_in(page))


def test_an_image_is_left_out_on_the_wall_by_a_key_and_used_again_from_its_menu(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    wall = page.images.wall
    wall.setFocus()
    press(wall, Qt.Key.Key_Home)
    press(wall, Qt.Key.Key_Right)
    entry = wall.entry(wall.current)
    assert entry is not None
    assert wall.accessibleDescription().startswith(entry.name)
    press(wall, Qt.Key.Key_Delete)
    assert session.settings.data.leave_out == (entry.name,)
    wait_for_look(page, qtbot)
    again = wall.entry(1)
    assert again is not None
    assert (again.name, again.state) == (entry.name, "left-out")
    place = wall.rect_of(1).center()
    asking = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        place,
        wall.viewport().mapToGlobal(place),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(wall.viewport(), asking)
    choose_in_menu("Include")
    wait_for_look(page, qtbot)
    assert not session.settings.data.leave_out


def test_a_class_is_merged_from_its_menu(page: DataPage, session: Session, bad: Path, qtbot: QtBot) -> None:
    look_at(page, bad, qtbot)
    classes = page.images.classes
    classes.setFocus()
    press(classes, Qt.Key.Key_End)
    assert classes.groups[classes.current].name == "lonely"
    click(page.images.class_menu)
    choose_in_menu("Merge into", "dog")
    wait_for_look(page, qtbot)
    assert session.settings.data.merge == {"lonely": "dog"}


def test_a_class_that_is_clicked_comes_into_view(page: DataPage, tmp_path: Path, qtbot: QtBot) -> None:
    write_classes(tmp_path / "many", dict.fromkeys(("ant", "bee", "cow", "dog"), 30))
    look_at(page, tmp_path / "many", qtbot)
    classes, wall = page.images.classes, page.images.wall
    click_at(classes, classes.rect_of(2).center().toPoint())
    entry = wall.entry(wall.current)
    assert entry is not None
    assert entry.class_name == "cow"
    assert wall.verticalScrollBar().value() > 0
    assert classes.accessibleDescription() == "cow: 30"


@pytest.mark.parametrize("language", ["en", "de", "ko"])
def test_in_the_smallest_window_the_tabs_have_their_whole_titles(
    program: Program, qtbot: QtBot, language: str
) -> None:
    if language != "en":
        program.set_language(language)
    window = program.window
    window.resize(SMALLEST)
    click(window.workspace.start.sample_button)
    page = window.workspace.page("data")
    assert isinstance(page, DataPage)
    page.tabs.setTabText(1, f"{page.tabs.tabText(1)} (16)")
    page.tabs.show()
    qtbot.waitUntil(lambda: page.tabs.width() >= page.tabs.sizeHint().width())
    assert page.others.width() >= page.others.sizeHint().width()


def test_keys_alone_reach_everything_on_the_page(
    window: Window, page: DataPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
    page.tabs.setFocus()
    names: list[str] = []
    for _ in range(40):
        focused = window.focusWidget()
        assert focused is not None
        name = focused.accessibleName() or getattr(focused, "text", str)()
        assert name, focused
        names.append(name)
        press(focused, Qt.Key.Key_Tab)
    for name in ("Other photos", "Classes", "Images", "Step by step…", "Make it"):
        assert name in names
    page.tabs.setFocus()
    press(page.tabs, Qt.Key.Key_Right)
    assert page.findings.isVisible()
    press(page.tabs, Qt.Key.Key_Right)
    assert page.seeing.isVisible()


def test_a_zip_is_shown_as_a_folder_is(page: DataPage, tmp_path: Path, qtbot: QtBot) -> None:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    packed = write_zip(tmp_path / "pets.zip", contents_of(tmp_path / "pets"))
    look_at(page, packed, qtbot)
    wall = page.images.wall
    entry = wall.entry(3)
    assert entry is not None
    qtbot.waitUntil(lambda: wall.thumbnails.image(entry) is not None)
    image = wall.thumbnails.image(entry)
    assert image is not None
    assert not image.isNull()


def test_a_damaged_image_is_shown_as_one(page: DataPage, bad: Path, qtbot: QtBot) -> None:
    look_at(page, bad, qtbot)
    wall = page.images.wall
    broken = next(
        entry for entry in map(wall.entry, range(wall.count)) if entry and entry.name == "cat/broken.jpg"
    )
    assert broken.state == "bad"
    qtbot.waitUntil(lambda: wall.thumbnails.image(broken) is not None)
    image = wall.thumbnails.image(broken)
    assert image is not None
    assert image.isNull()


@pytest.mark.parametrize("kind", ["nothing in it", "no archive", "not there"])
def test_what_cannot_be_looked_at_is_said_with_a_way_on(
    page: DataPage, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    path = tmp_path / "images.zip"
    if kind == "nothing in it":
        path.mkdir()
    elif kind == "no archive":
        path.write_bytes(b"PK but not really")
    look_at(page, path, qtbot)
    assert page.banner.isVisible()
    assert str(path) in page.banner.happened
    assert page.banner.remedy
    assert page.drop_zone.isVisible()
    assert not page.primary.isEnabled()
    path = tmp_path / "better"
    write_classes(path, {"cat": 9, "dog": 9})
    with qtbot.waitSignal(page.session.ended, timeout=_LOOK):
        drop(page, files([path]))
    assert page.banner.severity is None
    assert page.images.wall.isVisible()


def test_one_class_is_not_enough(page: DataPage, tmp_path: Path, qtbot: QtBot) -> None:
    write_classes(tmp_path / "one", {"cat": 9})
    look_at(page, tmp_path / "one", qtbot)
    assert page.banner.isVisible()
    assert page.banner.happened == "Fewer than two classes are used. A classifier needs at least two."
    assert not page.primary.isEnabled()
    write_classes(tmp_path / "one", {"dog": 9})
    click(page.others)
    choose_in_menu("Scan again")
    wait_for_look(page, qtbot)
    assert page.primary.isEnabled()
    assert page.banner.severity is None


def test_a_stopped_look_can_be_done_again(
    window: Window, page: DataPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched, qtbot.waitSignal(session.ended, timeout=_LOOK):
        patched.setattr(session.task, "_command", _NEVER_DONE)
        click(window.workspace.start.sample_button)
        click(window.workspace.progress.stop)
    assert page.scan.report is None
    assert page.drop_zone.isVisible()
    click(button_named(page.banner, "Scan again"))
    wait_for_look(page, qtbot)
    assert page.scan.report is not None
    assert page.images.wall.count == 60


def test_the_network_s_view_follows_size_and_color(
    window: Window, page: DataPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
    open_tab(page, 2)
    seeing = page.seeing
    qtbot.waitUntil(lambda: len(seeing.preview.images) == 6)
    assert seeing.preview.images[1].width() == 96
    seeing.side.setFocus()
    press(seeing.side, Qt.Key.Key_Down)
    assert session.settings.data.image_size == 112
    wait_for_look(page, qtbot)
    qtbot.waitUntil(lambda: seeing.preview.images[1].width() == 112)
    said = seeing.meaning.text()
    assert "Virtual ESP32" in said
    press(seeing.color, Qt.Key.Key_Down)
    assert session.settings.data.gray
    qtbot.waitUntil(lambda: seeing.preview.images[1].pixelColor(40, 40).saturation() == 0)
    click_at(seeing.augment, QPoint(9, seeing.augment.height() // 2))
    assert not session.settings.data.augment
    qtbot.waitUntil(lambda: len(seeing.preview.images) == 2)
    assert not seeing.vary.isEnabled()


def test_another_image_and_other_variations_are_a_click_away(
    window: Window, page: DataPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
    open_tab(page, 2)
    preview = page.seeing.preview
    qtbot.waitUntil(lambda: len(preview.images) == 6)
    before = preview.images
    click(page.seeing.vary)
    qtbot.waitUntil(lambda: preview.images[2] != before[2])
    assert preview.images[1] == before[1]
    click(button_named(page, "Another image"))
    qtbot.waitUntil(lambda: preview.images[1] != before[1])
    assert page.images.wall.current == 1


def test_how_many_images_are_kept_for_the_test_is_set_under_more(
    window: Window, page: DataPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.ended, timeout=_LOOK):
        click(window.workspace.start.sample_button)
    open_tab(page, 2)
    assert not page.seeing.more.is_open
    click(page.seeing.more.opener)
    fields = page.seeing.more.body
    assert fields.count() == 5
    scenes = next(one for one in page.findChildren(QLabel) if one.text() == "Scenes per class")
    assert scenes.buddy() is not None
    session.change("data", scenes_per_class=20)
    wait_for_look(page, qtbot)
    assert page.images.wall.count == 120


def test_an_impossible_change_can_be_taken_back(
    page: DataPage, session: Session, bad: Path, qtbot: QtBot
) -> None:
    look_at(page, bad, qtbot)
    session.change("data", merge={"nobody": "cat"})
    wait_for_look(page, qtbot)
    assert "nobody" in page.banner.happened
    click(button_named(page.banner, "Undo the change"))
    wait_for_look(page, qtbot)
    assert session.settings.data.merge == {}
    assert page.scan.state == "done"


def test_a_finished_run_shows_its_images_and_leads_on(
    window: Window, page: DataPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.open(finished_run(tmp_path / "pets").path)
    window.workspace.show_page("data")
    wait_for_look(page, qtbot)
    assert page.scan.report is not None
    assert page.images.wall.count == page.scan.report.listed
    session.change("data", gray=True)
    assert button_named(page, "Make it again").isEnabled()
    qtbot.waitUntil(lambda: "Repeats Train, Prune, Quantize, Huffman: the settings" in page.summary.text())
    session.change("data", gray=False)
    click(button_named(page, "Show the result"))
    assert window.workspace.shown_page == "result"
