"""From the first start to ten predictions: six clicks, a real worker, a real training, a real esptool.

By keys alone the same way is gone with stages that are played: all else is real, too.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import app.session
from app.session import Session, StageState
from app.step import PageName
from app.window import Window
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
from tests.builders.scenes_run import scenes_run
from tests.ui.conftest import play_stages
from tests.ui.hands import click, use_by_keys

_STAGE_LIMIT = 120_000
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


@pytest.mark.usefixtures("tiny_preset")
@pytest.mark.timeout(600)
def test_six_clicks_lead_from_the_first_start_to_ten_predictions(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    walk_to_predictions(click, window, session, qtbot)


@pytest.fixture
def played_scenes(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stages of sample scenes come to, without the time that they take."""
    play_stages(monkeypatch, RunFolder(scenes_run(pytestconfig).folder))


@pytest.mark.usefixtures("tiny_preset", "played_scenes")
@pytest.mark.timeout(600)
def test_keys_alone_lead_there_too(window: Window, session: Session, qtbot: QtBot) -> None:
    walk_to_predictions(use_by_keys, window, session, qtbot)


def walk_to_predictions(
    use: Callable[[QWidget], None], window: Window, session: Session, qtbot: QtBot
) -> None:
    """Go all the way, and require six uses of a button, four finished stages and the board's agreement."""
    clicks = 0
    session.preferences.records_traces = True
    use(window.workspace.start.sample_button)
    clicks += 1
    assert window.workspace.shown_page == "data"
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_STAGE_LIMIT)
    opened: dict[str, PageName] = {
        "train": "prune",
        "prune": "quantize",
        "quantize": "huffman",
        "huffman": "board",
    }
    for stage in STAGES:
        page = window.workspace.pages["data" if stage == "train" else stage]
        qtbot.waitUntil(page.primary.isEnabled, timeout=_STAGE_LIMIT)
        with qtbot.waitSignal(session.ended, timeout=_STAGE_LIMIT) as ended:
            use(page.primary)
            clicks += 1
        assert isinstance(ended.args[0], Succeeded)
        assert session.state(stage) is StageState.DONE
        assert window.workspace.shown_page == opened[stage]
    board = window.workspace.pages["board"]
    qtbot.waitUntil(board.primary.isEnabled, timeout=_STAGE_LIMIT)
    use(board.primary)
    clicks += 1
    qtbot.waitUntil(lambda: "10/10" in shown_texts(window), timeout=_STAGE_LIMIT)
    assert clicks == 6
    assert session.folder is not None
    traces = sorted(path.name for path in session.folder.logs.glob("trace-*.json"))
    assert traces == sorted(f"trace-{stage}.json" for stage in STAGES)
    assert "virtual" in shown_texts(window).lower()
    qtbot.waitUntil(lambda: not session.is_busy, timeout=_STAGE_LIMIT)
    assert session.summary is not None
    assert session.summary.board is not None
    assert session.summary.board.agreement == "10/10"
