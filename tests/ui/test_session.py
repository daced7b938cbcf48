"""The open run, as pages see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from core.datasets.catalog import Group
from core.errors import SqueezeError
from core.events import Failed
from core.requests import InspectRequest
from core.runs.dataset_report import DataReport
from core.settings import PRESETS, changed, preset


def test_new_images_make_training_ready_and_nothing_else(session: Session) -> None:
    session.begin("scenes", "Sample scenes")
    assert session.state("train") is StageState.READY
    assert session.state("prune") is StageState.WAITING
    assert session.name == "Sample scenes"
    assert session.settings == PRESETS["quick"]


def test_a_setting_is_checked_as_everywhere_else_and_a_wrong_one_changes_nothing(
    session: Session, qtbot: QtBot
) -> None:
    session.begin("scenes", "Sample scenes")
    with qtbot.waitSignal(session.settings_changed):
        session.change("train", epochs=3)
    with qtbot.assertNotEmitted(session.settings_changed), pytest.raises(SqueezeError) as caught:
        session.change("train", epochs=0)
    assert caught.value.code == "setting-invalid"
    assert session.settings.train.epochs == 3


def counted(images: int) -> DataReport:
    """What looking at two classes of so many images comes to."""
    return DataReport(
        source="",
        name="",
        catalog="",
        classes=tuple(Group(name=name, parts={"train": images}) for name in ("cat", "dog")),
        images=2 * images,
        listed=2 * images,
        smallest=None,
        largest=None,
        brings_split=False,
        findings=(),
        ready=True,
        seconds=0.0,
    )


def test_a_preset_follows_the_number_of_images(session: Session, qtbot: QtBot) -> None:
    session.begin("pets", "Pets")
    assert (session.preset, session.training_images) == ("quick", None)
    with qtbot.waitSignal(session.settings_changed):
        session.take_report(counted(30))
    few = preset("quick", session.training_images)
    assert session.settings.prune == few.prune != PRESETS["quick"].prune
    assert session.preset == "quick"
    session.take_report(counted(5000))
    assert session.settings.prune == PRESETS["quick"].prune
    session.replace_settings(session.with_preset("best"))
    session.change("train", start_weights="imagenet")
    session.take_report(counted(30))
    assert session.settings.train == changed(preset("best", 42).train, start_weights="imagenet")


def test_settings_of_a_persons_own_do_not_follow_the_number_of_images(session: Session) -> None:
    session.begin("pets", "Pets")
    session.change("train", epochs=7)
    own = session.settings
    session.take_report(counted(30))
    assert session.settings == own
    assert session.preset is None


def test_a_board_is_remembered_from_one_session_to_the_next(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.board_changed):
        session.choose_board("esp32-cam")
    assert Session(session.preferences).board == "esp32-cam"


def test_a_task_ends_once_and_says_what_went_wrong(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    outcomes: list[object] = []
    session.ended.connect(outcomes.append)
    with qtbot.waitSignal(session.ended, timeout=20_000):
        session.start_task(InspectRequest(model=str(tmp_path / "missing.tflite")), "huffman")
        with pytest.raises(RuntimeError):
            session.start_task(InspectRequest(model="another"), "huffman")
    qtbot.wait(100)
    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Failed)
    assert "missing.tflite" in outcomes[0].happened
    assert not session.is_busy
