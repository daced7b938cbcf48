"""All stages made at once, and the page of the result."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.session import Session, StageState
from app.steps.making.job import JobClock, job_progress
from app.steps.making.page import Face, ResultPage
from app.window import Window
from core.events import AnyEvent, Progress, StageFinished, StageStarted, Status, Stopped
from core.runs.folder import RunFolder
from core.settings import STAGES, RunSettings, changed
from tests.ui.hands import click
from tests.ui.stage_runs import without

_WORK_LIMIT = 120_000


def result_page(window: Window) -> ResultPage:
    window.workspace.show_page("result")
    page = window.workspace.pages["result"]
    assert isinstance(page, ResultPage)
    return page


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder) -> ResultPage:
    session.open(own_run.path)
    return result_page(window)


def as_the_finished(run: RunFolder) -> RunSettings:
    return run.read_record().settings


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_time_left_is_that_of_all_stages_and_learns_from_those_behind() -> None:
    time = Clock()
    clock = JobClock({"train": 60.0, "prune": 20.0, "quantize": 10.0, "huffman": 10.0}, time)
    assert clock.seconds_left == 100.0
    clock.listen(StageStarted(stage="train"))
    time.now = 10.0
    assert clock.seconds_left == 90.0
    assert clock.fraction == pytest.approx(0.1)
    # What the stage itself says of the rest of its training counts where that is longer.
    clock.listen(Progress(done=1, total=10, seconds_left=80.0))
    assert clock.seconds_left == 120.0
    assert clock.fraction == pytest.approx(0.1)
    time.now = 120.0
    clock.listen(StageFinished(stage="train", figures={}))
    assert clock.seconds_left == pytest.approx(2 * 40.0)
    clock.listen(StageStarted(stage="prune"))
    time.now = 140.0
    assert clock.seconds_left == pytest.approx(20.0 + 40.0)


def test_a_stage_that_is_late_makes_the_later_ones_longer() -> None:
    time = Clock()
    clock = JobClock({"train": 10.0, "huffman": 10.0}, time)
    clock.listen(StageStarted(stage="train"))
    time.now = 30.0
    assert clock.seconds_left == pytest.approx(30.0)


@pytest.mark.usefixtures("played_stages")
@pytest.mark.parametrize("played_stages", [1], indirect=True)
def test_making_stops_goes_on_and_shows_which_step_is_at_work(
    window: Window, session: Session, finished_run: RunFolder, qtbot: QtBot
) -> None:
    settings = as_the_finished(finished_run)
    session.begin(settings.data.source, "pets")
    session.replace_settings(settings)
    page = result_page(window)
    assert page.face is Face.PLAN
    assert page.primary.text() == "Make it"
    click(page.primary)
    assert page.figures.isVisible()
    assert not page.primary.isVisible()
    qtbot.waitUntil(lambda: page.figures.text("step") == "Train (1 of 4)", timeout=_WORK_LIMIT)
    qtbot.waitUntil(lambda: page.figures.text("accuracy") != "-", timeout=_WORK_LIMIT)
    assert page.figures.text("left") != "-"
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
        click(window.workspace.progress.stop)
    assert isinstance(ended.args[0], Stopped)
    assert page.banner.severity == "warning"
    assert page.primary.text() == "Continue"
    click(page.primary)
    qtbot.waitUntil(lambda: page.figures.text("step") == "Prune (2 of 4)", timeout=_WORK_LIMIT)
    assert page.banner.severity is None
    assert window.workspace.shown_page == "result"
    assert page.stages.rows["train"].accessibleName().startswith("Train, ")
    assert page.stages.rows["prune"].time.text() == "running"
    with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT):
        click(window.workspace.progress.stop)
    assert session.state("prune") is StageState.INTERRUPTED
    assert page.note.text() == "Continues with Prune."


def test_progress_below_is_that_of_the_whole(
    window: Window, session: Session, own_run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(own_run, "train")
    session.open(own_run.path)
    job = job_progress(session)
    part: list[AnyEvent] = [Status(text="Training"), Progress(done=9, total=10, seconds_left=1.0)]
    assert job.over_all(part) == part
    monkeypatch.setattr(session.task, "start", lambda request: None)
    monkeypatch.setattr(Session, "is_busy", property(lambda self: True))
    session.make()
    data = own_run.read_summary().dataset
    figures = {name: getattr(data, name) for name in data.__struct_fields__}
    session.reported.emit([StageFinished(stage="data", figures=figures), StageStarted(stage="train")])
    session.reported.emit(part)
    told = job.over_all(part)
    assert told[0] == part[0]
    assert isinstance(told[1], Progress)
    assert told[1].done < 500
    assert window.workspace.progress.bar.value() < 500


def test_a_finished_model_leads_to_the_board_and_says_what_is_repeated(
    finished_page: ResultPage, window: Window, session: Session, qtbot: QtBot
) -> None:
    assert finished_page.face is Face.RESULT
    qtbot.waitUntil(lambda: bool(finished_page.mistakes.tiles))
    assert session.state("huffman") is StageState.DONE
    assert finished_page.trial.isVisible()
    before = session.settings
    session.change("prune", sparsity=before.prune.sparsity + 0.01)
    assert finished_page.primary.text() == "Make it again"
    assert finished_page.note.text() == "Repeats Prune, Quantize, Huffman: the settings changed there."
    session.replace_settings(changed(before, seed=before.seed))
    assert finished_page.note.text() == ""
    click(finished_page.primary)
    assert window.workspace.shown_page == "board"


def test_a_run_of_which_a_part_is_done_goes_on_there(
    window: Window, session: Session, own_run: RunFolder
) -> None:
    without(own_run, "quantize")
    session.open(own_run.path)
    page = result_page(window)
    assert session.undone == STAGES[2:]
    assert page.face is Face.PLAN
    assert page.primary.text() == "Make it"
    assert page.note.text() == "Continues with Quantize."
