"""Networks compared in the window: chosen, trained, looked at, and one of them used."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps import worker_dialog
from app.steps.exploring import dialog as module
from app.steps.exploring.dialog import ExploreDialog
from app.steps.train import TrainPage
from app.task_client import TaskClient
from app.window import Window
from core.runs.folder import RunFolder
from tests.builders.images import write_classes
from tests.builders.pets_run import PETS
from tests.ui.hands import click
from tests.ui.looks import faults

_PATIENCE = 120_000


@pytest.fixture
def dialog(
    window: Window, session: Session, finished_run: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ExploreDialog:
    """The dialog, opened from the Train page, with points that are played as a finished run."""
    command = (sys.executable, "-P", "-m", "tests.builders.dask_worker", "here", str(finished_run.path), "0")
    monkeypatch.setattr(worker_dialog, "TaskClient", functools.partial(TaskClient, command=command))
    write_classes(tmp_path / "pets", dict.fromkeys(PETS, 8))
    session.preferences.runs_folder = tmp_path / "runs"
    session.begin(str(tmp_path / "pets"), "pets")
    window.workspace.show_page("train")
    page = window.workspace.page("train")
    assert isinstance(page, TrainPage)
    page.more.toggle()
    click(page.compare)
    found = window.findChild(ExploreDialog)
    assert found is not None
    return found


def test_networks_are_trained_shown_and_one_is_used(
    dialog: ExploreDialog, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.count.text() == "9 networks"
    for boxes, kept in ((dialog.image_sizes, {48, 64}), (dialog.widths, {0.25})):
        for value, box in boxes.items():
            box.setChecked(value in kept)
    assert dialog.count.text() == "2 networks"
    assert not dialog.start_words.isVisible()
    for box in (dialog.squeeze_ratios[0.25], dialog.shares_3x3[0.75]):
        box.setChecked(True)
    assert dialog.count.text() == "8 networks"
    assert (dialog.grid.squeeze_ratios, dialog.grid.shares_3x3) == ((0.125, 0.25), (0.5, 0.75))
    assert "from scratch" in dialog.start_words.text()
    assert not dialog.start_words.isHidden()
    for box in (dialog.squeeze_ratios[0.25], dialog.shares_3x3[0.75]):
        box.setChecked(False)
    assert dialog.start_words.isHidden()
    assert not dialog.take_button.isEnabled()
    assert faults(dialog) == []
    axis = dialog.card.plot.plot.getAxis("bottom")
    assert not axis.style["showValues"]
    click(dialog.start_button)
    assert dialog.start_button.text() == "Stop"
    qtbot.waitUntil(lambda: not dialog.task.is_busy, timeout=_PATIENCE)
    plot = dialog.card.plot
    assert [(point.image_size, point.width) for point in plot.points] == [(48, 0.25), (64, 0.25)]
    assert axis.style["showValues"]
    folder = tmp_path / "runs" / "compared pets"
    assert (folder / "explore.csv").is_file()
    plot.setFocus()
    for point in plot.points:
        QTest.keyClick(plot, Qt.Key.Key_Right)
        assert plot.name == point.name
    assert "64 x 64, width 0.25" in dialog.figures.text()
    # Both are played as the same run, so they lie on each other.
    place = plot.plot.getViewBox().mapViewToScene(
        QPointF(plot.points[0].bytes / 1000, plot.points[0].accuracy)
    )
    QTest.mouseClick(
        plot.plot.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        plot.plot.mapFromScene(place),
    )
    qtbot.waitUntil(lambda: plot.name == plot.points[0].name)
    assert "48 x 48, width 0.25" in dialog.figures.text()
    qtbot.waitUntil(lambda: faults(dialog) == [])
    menu = dialog.card.open_menu()
    menu.actions()[1].trigger()
    menu.close()
    assert plot.cost == "arena_bytes"
    dialog.card.save_table(tmp_path / "points.csv")
    assert (tmp_path / "points.csv").read_text(encoding="utf-8").count("48px") == 1
    click(dialog.take_button)
    assert (session.settings.data.image_size, session.settings.network.width) == (48, 0.25)


def test_closing_stops_and_the_same_choices_go_on(
    dialog: ExploreDialog, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    click(dialog.start_button)
    qtbot.waitUntil(lambda: bool(dialog.card.plot.points), timeout=_PATIENCE)
    dialog.stop()
    qtbot.waitUntil(lambda: not dialog.task.is_busy, timeout=_PATIENCE)
    assert dialog.status.text().startswith("Stopped")
    done = len(list((tmp_path / "runs" / "compared pets" / "points").glob("*/huffman.tflite")))
    assert 0 < done < 9
    assert module._folder_for(session, dialog._record).path.name == "compared pets"  # type: ignore[arg-type]
    (tmp_path / "runs" / "compared pets" / "explore.json").unlink()
    assert module._folder_for(session, dialog._record).path.name == "compared pets (2)"  # type: ignore[arg-type]
