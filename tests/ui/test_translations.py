"""The languages of the program: nothing is left out, nothing is out of date, everything can be drawn."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import SIGNAL, QEvent, QLocale, QMetaMethod, QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import app.session
from app import application
from app.charts.feed import curve_feed
from app.charts.plot import NumberAxis, ValueAxis
from app.guide import PAGES
from app.program import Program
from app.session import Session
from app.step import STEPS
from app.steps.desk import desk_of
from app.steps.settings import SettingField
from app.wording import error_words, in_own_words
from core.boards.link.codes import DeviceCode, reported
from core.errors import TABLE, BoardError, DataError
from core.events import Failed, Finding, Progress, Status
from core.runs.folder import RunFolder
from core.settings import PRESETS, STAGES, TrainSettings, description
from tests.ui.hands import click, press, type_into
from tests.ui.test_first_clicks import TINY
from tools import translations
from tools.translations import LANGUAGES, compiled_file, source_file

_PLACE = re.compile(r"{[^{}]*}")
_LIMIT = 60_000
_TRAIN = {"en": "Train", "de": "Trainieren", "ko": "학습"}


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """German texts, for a test without a window."""
    application.set_language(qapp, "de")
    yield
    application.set_language(qapp, "en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_window_and_engine_is_translated(tmp_path: Path, language: str) -> None:
    anew = tmp_path / source_file(language).name
    copyfile(source_file(language), anew)
    translations.collect(anew)
    assert translations.untranslated(anew) == []
    assert _keys(anew) == _keys(source_file(language)), "run 'python3 dev.py translations'"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_places_for_values_that_their_texts_have(language: str) -> None:
    differing = [
        (text, words)
        for _, text, words, _ in translations.texts(source_file(language))
        if sorted(_PLACE.findall(text)) != sorted(_PLACE.findall(words))
    ]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_loads_was_made_of_the_texts_that_are_there(tmp_path: Path, language: str) -> None:
    anew = tmp_path / compiled_file(language).name
    translations.compile_texts(source_file(language), anew)
    assert anew.read_bytes() == compiled_file(language).read_bytes(), "run 'python3 dev.py translations'"


def test_every_text_that_the_window_asks_for_is_among_the_texts() -> None:
    """The tool that collects them does not see a text inside an f-string."""
    found = {(context, text) for context, text, _, _ in translations.texts(source_file("de"))}
    folder = Path(app.session.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))]
    wanted = {key for tree in trees for key in _asked_for(tree)}
    assert len(wanted) > 500
    assert wanted - found == set()


def test_every_sentence_of_the_table_of_errors_is_among_the_texts() -> None:
    collected = set(translations.texts(source_file("de")))
    found = {text for context, text, _, _ in collected if context == "Errors"}
    rows = TABLE.values()
    assert {row.happened for row in rows} | {row.remedy for row in rows} <= found


def test_every_sentence_of_a_setting_is_among_the_texts() -> None:
    found = {text for context, text, _, _ in translations.texts(source_file("de")) if context == "Settings"}
    sections = [type(getattr(PRESETS["quick"], name)) for name in ("data", "network", *STAGES)]
    kinds = (type(PRESETS["quick"]), *sections)
    assert {description(kind, name) for kind in kinds for name in kind.__struct_fields__} - {""} <= found


@pytest.mark.usefixtures("qapp")
def test_every_character_of_every_text_has_a_glyph_in_a_font_of_this_computer() -> None:
    missing = {
        character for character in _all_characters() if not _can_be_drawn(character, QApplication.font())
    }
    assert missing == set()


@pytest.mark.usefixtures("qapp")
def test_a_character_that_no_font_has_is_noticed() -> None:
    assert not _can_be_drawn("\U000e0fff", QApplication.font())


@pytest.mark.usefixtures("german")
def test_numbers_on_axes_are_written_as_in_german() -> None:
    values = ValueAxis()
    assert values.tickStrings([0.975, 0.98], 1.0, 0.005) == ["97,5 %", "98,0 %"]
    values.metric = "loss"
    assert values.tickStrings([0.5, 1.0], 1.0, 0.5) == ["0,5", "1,0"]
    assert NumberAxis("bottom").tickStrings([0.1, 0.2], 1.0, 0.1) == ["0,1", "0,2"]


@pytest.mark.usefixtures("german")
def test_what_the_engine_tells_is_said_in_german_with_its_values() -> None:
    error = BoardError("port-not-found", port="COM7")
    assert error_words(error)[0] == "Es gibt keinen seriellen Anschluss COM7."
    failed = Failed(code=error.code, happened="", remedy="", values={"port": "COM7"})
    told = in_own_words(failed)
    assert isinstance(told, Failed)
    assert told.happened == "Es gibt keinen seriellen Anschluss COM7."
    status = in_own_words(
        Status(text="Unpacking a.zip", sentence="Unpacking {name}", values={"name": "a.zip"})
    )
    assert isinstance(status, Status)
    assert status.text == "a.zip wird entpackt"
    sentence = "{files} outside the class folders: not used."
    finding = in_own_words(
        Finding(
            kind="unlabelled",
            text="2 files outside the class folders: not used.",
            sentence=sentence,
            values={"files": "2 files"},
            count=2,
        )
    )
    assert isinstance(finding, Finding)
    assert finding.text == "2 Dateien außerhalb der Klassenordner: nicht benutzt."


@pytest.mark.usefixtures("german")
def test_the_engines_words_inside_an_error_are_german_too_and_names_stay_as_they_are() -> None:
    happened, remedy = error_words(reported(DeviceCode.NO_MODEL))
    assert happened == "Das Board meldet: es ist kein Modell darauf."
    assert remedy == "Flashen Sie ein Modell auf das Board."
    waited = error_words(BoardError("board-silent", waited="waited 6.0 seconds"))[0]
    assert waited == "Das Board antwortet nicht (6.0 Sekunden gewartet)."
    assert "„a folder“" in error_words(DataError("data-empty-class", name="a folder"))[0]


@pytest.mark.usefixtures("german")
def test_numbers_in_boxes_and_their_limits_are_written_as_in_german(qtbot: QtBot) -> None:
    older = QWidget()
    older.setLocale(QLocale("en"))
    qtbot.addWidget(older)
    field = SettingField(TrainSettings, "learning_rate", "Lernrate")
    field.setParent(older)
    older.show()
    field.show_value(0.125)
    assert isinstance(field.control, QDoubleSpinBox)
    assert field.control.text() == "0,125"
    type_into(field.control, "0,25")
    assert field.value == 0.25
    type_into(field.control, "2")
    assert field.sentence.text() == "Erlaubt: mehr als 0, höchstens 1."


def test_the_language_changes_by_the_menu_and_the_run_stays_open(
    program: Program, own_run: RunFolder, qtbot: QtBot
) -> None:
    session = program.window.workspace.session
    assert session is not None
    session.open(own_run.path)
    program.window.workspace.progress.listen([Status(text="Unpacking a.zip"), Status(text="a < b")])
    click(program.window.workspace.progress.log_opener)
    for language in ("de", "ko", "en"):
        _choose_language(program, application.LANGUAGES[language])
        qtbot.waitUntil(partial(_speaks, program, language))
        panel = program.window.workspace.progress
        assert panel.log.toPlainText() == "Unpacking a.zip\na < b"
        assert panel.log.isVisible()
        assert "(2)" in panel.log_opener.text()
        assert program.window.focusWidget() is program.window.workspace.header.preferences
        assert program.window.workspace.steps.buttons["train"].text() == f"2  {_TRAIN[language]}"
        assert program.window.workspace.session.folder == own_run


def test_a_stage_begins_and_is_stopped_in_a_window_of_another_language(
    program: Program, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.session, "PRESETS", {**PRESETS, "quick": TINY})
    with qtbot.waitSignal(session.ended, timeout=_LIMIT):
        click(program.window.workspace.start.sample_button)
    _choose_language(program, application.LANGUAGES["de"])
    qtbot.waitUntil(partial(_speaks, program, "de"))
    window = program.window
    qtbot.waitUntil(window.workspace.page("data").primary.isVisible)
    with qtbot.waitSignal(session.task_started, timeout=_LIMIT):
        click(window.workspace.page("data").primary)
    assert window.workspace.progress.status.shown == "Vorbereiten"
    with qtbot.waitSignal(session.ended, timeout=_LIMIT):
        click(window.workspace.progress.stop)
    assert window.workspace.progress.status.shown == "Angehalten. Fertige Arbeit ist gespeichert."


def test_a_task_at_work_is_shown_in_the_other_language_as_far_as_it_is(
    program: Program, qtbot: QtBot
) -> None:
    panel = program.window.workspace.progress
    panel.begin("Preparing")
    panel.listen([in_own_words(Status(text="Training on the images")), Progress(done=1, total=4)])
    for language, told in (("de", "Training mit den Bildern"), ("en", "Training on the images")):
        _choose_language(program, application.LANGUAGES[language])
        qtbot.waitUntil(partial(_speaks, program, language))
        panel = program.window.workspace.progress
        assert panel.status.shown == told
        assert panel.bar.value() == panel.bar.maximum() / 4
        # As for a task of the session, which none is here.
        panel.stop.show()


@pytest.mark.parametrize("prepares_pages", [True])
def test_a_window_that_gave_way_to_another_language_leaves_no_connection_behind(
    program: Program, session: Session, qtbot: QtBot
) -> None:
    session.begin("scenes", "Sample scenes")
    connections = []
    for language in ("en", "de", "ko", "en"):
        _choose_language(program, application.LANGUAGES[language])
        qtbot.waitUntil(partial(_speaks, program, language))
        qtbot.waitUntil(lambda: len(program.window.workspace.pages) == len(STEPS))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        connections.append(
            [_connections(source) for source in (session, curve_feed(session), desk_of(session).link)]
            + [_connections(program.theme)]
        )
    assert connections[1:] == connections[:1] * 3


def _connections(source: QObject) -> dict[str, int]:
    """How many there are to each signal."""
    methods = (source.metaObject().method(number) for number in range(source.metaObject().methodCount()))
    names = {
        bytes(method.methodSignature().data()).decode()
        for method in methods
        if method.methodType() == QMetaMethod.MethodType.Signal
    }
    return {name: source.receivers(SIGNAL(name)) for name in sorted(names)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_s_pages_of_the_guide_are_there_in_each_language(language: str) -> None:
    pages = [page for page in PAGES if page.file.startswith("window/")]
    assert pages
    for page in pages:
        own, english = (page.path(code).read_text(encoding="utf-8") for code in (language, "en"))
        assert page.path(language) != page.path("en"), page.topic
        assert _headings(own) == _headings(english), page.topic


def _speaks(program: Program, language: str) -> bool:
    window = program.window
    return window.preferences.language == language and window.is_ready and window.workspace.stack.isVisible()


def _asked_for(node: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """Context and text of all calls that have a literal text translated."""
    context = node.name if isinstance(node, ast.ClassDef) else context
    if isinstance(node, ast.Call):
        words = [one.value for one in node.args if isinstance(one, ast.Constant)]
        match node.func:
            case ast.Attribute(attr="tr") if words:
                yield context, str(words[0])
            case ast.Name(id="translate") if len(words) > 1:
                yield str(words[0]), str(words[1])
    for child in ast.iter_child_nodes(node):
        yield from _asked_for(child, context)


def _keys(source: Path) -> set[tuple[str, str]]:
    return {(context, text) for context, text, _, _ in translations.texts(source)}


def _headings(markdown: str) -> list[int]:
    """The levels of the headings, in order."""
    return [len(line) - len(line.lstrip("#")) for line in markdown.splitlines() if line.startswith("#")]


def _all_characters() -> set[str]:
    found = "".join(application.LANGUAGES.values())
    for language in LANGUAGES:
        for _, text, words, _ in translations.texts(source_file(language)):
            found += text + words
        found += "".join(page.path(language).read_text(encoding="utf-8") for page in PAGES)
    return {character for character in found if not character.isspace()}


def _can_be_drawn(character: str, font: QFont) -> bool:
    """Whether the font has a glyph for the character, or another one of this computer."""
    return any(raw.supportsCharacter(ord(character)) for raw in _raw_fonts(font.family(), font.pixelSize()))


_RAW: dict[tuple[str, int], list[QRawFont]] = {}


def _raw_fonts(family: str, size: int) -> list[QRawFont]:
    if (family, size) not in _RAW:
        families = [family, *sorted(QFontDatabase.families())]
        fonts = [QRawFont.fromFont(QFont(name, size)) for name in families]
        _RAW[family, size] = [raw for raw in fonts if raw.isValid()]
    return _RAW[family, size]


def _choose_language(program: Program, name: str) -> None:
    """Click on Preferences, then go to Language and to a language with the keys."""
    header = program.window.workspace.header
    opener = next(one for one in header.findChildren(QToolButton) if one.toolTip() in _PREFERENCES)
    click(opener)
    menu = next(one for one in program.window.findChildren(QMenu) if one.isVisible())
    languages = menu.actions()[0].menu()
    assert isinstance(languages, QMenu)
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Right)
    assert languages.isVisible()
    texts = [one.text() for one in languages.actions()]
    for _ in range(texts.index(name)):
        press(languages, Qt.Key.Key_Down)
    press(languages, Qt.Key.Key_Return)


_PREFERENCES = {"Preferences", "Einstellungen", "환경 설정"}
