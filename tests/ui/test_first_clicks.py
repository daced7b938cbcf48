"""From the first start to ten predictions: four clicks, a real worker, a real training, a real esptool.

Step by step and by keys alone the way is gone with stages that are played: all else is real, too.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import app.session
from app.session import Session, StageState
from app.steps.data.page import DataPage
from app.steps.making.page import ResultPage
from app.window import Window
from app.wording import percent, percent_range, size
from core.events import Succeeded
from core.runs.folder import RunFolder
from core.settings import (
    PRESETS,
    STAGES,
    DataSettings,
    NetworkSettings,
    PruneSettings,
    QuantizeSettings,
    RunSettings,
    TrainSettings,
)
from tests.builders.fires import few_fires_everywhere
from tests.builders.scenes_run import scenes_run
from tests.ui.conftest import play_stages
from tests.ui.hands import click, use_by_keys

_STAGE_LIMIT = 120_000
_RUN_LIMIT = 400_000
TINY = RunSettings(
    data=DataSettings(image_size=32, scenes_per_class=12),
    network=NetworkSettings(width=0.125),
    train=TrainSettings(epochs=1, batch_size=16),
    prune=PruneSettings(epochs=1, sparsity=0.5),
    quantize=QuantizeSettings(epochs=1),
)


@pytest.fixture
def tiny_preset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the first preset one that is done in seconds; all else is as a person has it."""
    monkeypatch.setattr(app.session, "PRESETS", {**PRESETS, "quick": TINY})


def shown_texts(window: Window) -> str:
    """All that labels of the page on screen say."""
    page = window.workspace.stack.currentWidget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def few_fires() -> Iterator[None]:
    """Networks have few Fire modules, here and in every process that is started."""
    with few_fires_everywhere():
        yield


@pytest.mark.usefixtures("tiny_preset", "few_fires")
@pytest.mark.timeout(600)
def test_four_clicks_lead_from_the_first_start_to_ten_predictions(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    session.preferences.records_traces = True
    click(window.workspace.start.sample_button)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_STAGE_LIMIT)
    photos = window.workspace.pages["data"]
    assert [one.text() for one in primary_buttons(photos)] == ["Make it"]
    with qtbot.waitSignal(session.ended, timeout=_RUN_LIMIT) as ended:
        click(photos.primary)
        assert window.workspace.shown_page == "result"
    assert isinstance(ended.args[0], Succeeded)
    assert [session.state(stage) for stage in STAGES] == [StageState.DONE] * len(STAGES)
    assert window.workspace.shown_page == "result"
    result = window.workspace.pages["result"]
    assert isinstance(result, ResultPage)
    require_the_figures_of_the_file(result, session)
    assert session.folder is not None
    assert [path.name for path in session.folder.logs.glob("trace-*.json")] == ["trace-huffman.json"]
    assert result.primary.text() == "Next: Board"
    click(result.primary)
    board = window.workspace.pages["board"]
    qtbot.waitUntil(board.primary.isEnabled, timeout=_STAGE_LIMIT)
    assert board.primary.text() == "Flash and run"
    click(board.primary)
    require_predictions(window, session, qtbot)


def primary_buttons(page: QWidget) -> list[QPushButton]:
    """The buttons of a page that stand out."""
    return [one for one in page.findChildren(QPushButton) if one.property("kind") == "primary"]


def require_the_figures_of_the_file(page: ResultPage, session: Session) -> None:
    """The page shows accuracy with its interval, the estimate, and the size of the file itself."""
    assert session.folder is not None
    assert session.summary is not None
    figures = session.summary.of("huffman")
    assert figures is not None
    assert session.summary.estimate is not None
    assert page.accuracy.figure.text() == percent(figures.accuracy)
    interval = percent_range(*figures.accuracy_interval)
    assert page.accuracy.sentence.text().startswith(f"{interval} on ")
    assert percent(session.summary.estimate.accuracy) in page.accuracy.estimate.text()
    assert page.accuracy.estimate.isVisible()
    assert page.size_figure.text() == size(session.folder.file("huffman").stat().st_size)


@pytest.fixture
def played_scenes(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stages of sample scenes come to, without the time that they take."""
    play_stages(monkeypatch, RunFolder(scenes_run(pytestconfig).folder))


@pytest.mark.usefixtures("tiny_preset", "played_scenes")
@pytest.mark.timeout(600)
def test_keys_alone_lead_there_step_by_step(window: Window, session: Session, qtbot: QtBot) -> None:
    session.preferences.records_traces = True
    use_by_keys(window.workspace.start.sample_button)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_STAGE_LIMIT)
    photos = window.workspace.pages["data"]
    assert isinstance(photos, DataPage)
    use_by_keys(photos.how)
    for stage in STAGES:
        assert window.workspace.shown_page == stage
        page = window.workspace.pages[stage]
        with qtbot.waitSignal(session.ended, timeout=_STAGE_LIMIT) as ended:
            use_by_keys(page.primary)
        assert isinstance(ended.args[0], Succeeded)
        assert session.state(stage) is StageState.DONE
        # What the step came to stays on screen until the person goes on.
        assert window.workspace.shown_page == stage
        use_by_keys(page.primary)
    assert window.workspace.shown_page == "board"
    board = window.workspace.pages["board"]
    qtbot.waitUntil(board.primary.isEnabled, timeout=_STAGE_LIMIT)
    use_by_keys(board.primary)
    require_predictions(window, session, qtbot)
    assert session.folder is not None
    traces = sorted(path.name for path in session.folder.logs.glob("trace-*.json"))
    assert traces == sorted(f"trace-{stage}.json" for stage in STAGES)


def require_predictions(window: Window, session: Session, qtbot: QtBot) -> None:
    """The virtual board says what the file says, and is called virtual."""
    qtbot.waitUntil(lambda: "10/10" in shown_texts(window), timeout=_STAGE_LIMIT)
    assert "virtual" in shown_texts(window).lower()
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_STAGE_LIMIT)
    assert session.summary is not None
    assert session.summary.board is not None
    assert session.summary.board.agreement == "10/10"
