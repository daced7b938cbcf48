"""What a person and what a script sees."""

from __future__ import annotations

import io
import json

import pytest

from core.commands.console import Console
from core.events import (
    EpochDone,
    Failed,
    Finding,
    Log,
    Progress,
    PruneTrial,
    StageFinished,
    StageStarted,
    Status,
)

FAILED = Failed(code="disk-full", happened="The disk is full.", remedy="Free some space.", detail="errno 28")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(*events: object, terminal: bool = False) -> str:
    err = Terminal() if terminal else io.StringIO()
    console = Console(out=io.StringIO(), err=err)
    for event in events:
        console.show(event)  # type: ignore[arg-type]
    return err.getvalue()


def test_an_epoch_is_one_line_with_what_matters() -> None:
    epoch = EpochDone(
        stage="prune",
        epoch=2,
        epochs=4,
        loss=0.5,
        accuracy=0.8125,
        validation_loss=0.6,
        validation_accuracy=0.79,
        learning_rate=0.001,
        sparsity=0.85,
    )
    assert shown(epoch) == (
        "  epoch 2 of 4: loss 0.500, accuracy 81.2 % in training, 79.0 % in validation, 85.0 % sparsity\n"
    )


@pytest.mark.parametrize(
    ("drop", "accepted", "words"),
    [
        (0.84, True, "0.8 points lost, accepted"),
        (-0.2, True, "no loss, accepted"),
        (2.0, False, "2.0 points lost, rejected"),
    ],
)
def test_a_try_of_a_search_says_what_it_cost(drop: float, accepted: bool, words: str) -> None:
    trial = PruneTrial(
        trial=2, most=7, filters=0.3, sparsity=0.75, accuracy=0.9, drop=drop, accepted=accepted
    )
    assert (
        shown(trial) == f"  trial 2 of at most 7: 30.0 % of the filters removed, 75.0 % sparsity: {words}\n"
    )


def test_a_stage_says_where_it_goes_on() -> None:
    assert shown(StageStarted(stage="train", resumed_epoch=3)) == "train, continues after epoch 3\n"
    assert shown(StageStarted(stage="train")) == "train\n"


def test_a_finished_stage_says_what_came_of_it() -> None:
    figures: dict[str, object] = {"file": "int8.tflite", "bytes": 66_092, "accuracy": 0.75}
    assert shown(StageFinished(stage="quantize", figures=figures)) == (
        "  int8.tflite: 66.1 KB, 75.0 % accuracy on the test images\n"
    )
    assert shown(StageFinished(stage="data", figures={"name": "scenes"})) == ""


def test_findings_name_the_first_files() -> None:
    finding = Finding(kind="small", text="5 files are small.", paths=("a", "b", "c", "d", "e"), count=5)
    assert shown(finding) == "  note: 5 files are small. (a, b, c, ...)\n"


def test_warnings_are_shown_and_other_log_lines_are_not() -> None:
    assert shown(Log(level="warning", text="odd"), Log(level="info", text="fine")) == "  warning: odd\n"


def test_a_terminal_shows_progress_on_one_line_that_goes_again() -> None:
    output = shown(
        Progress(done=1_000, total=4_000, unit="pictures", seconds_left=75),
        Progress(done=4_000, total=4_000, unit="pictures", seconds_left=0),
        Status(text="next"),
        terminal=True,
    )
    first, second, blank, rest = output.removeprefix("\r").split("\r")
    assert first == "   25 %  1,000 of 4,000 images, 1 min 15 s left"
    assert second.rstrip() == "  100 %  4,000 of 4,000 images"
    assert len(second) == len(first)
    assert blank.strip() == ""
    assert rest == "  next\n"


def test_a_file_gets_no_line_for_every_bit_of_progress() -> None:
    assert shown(*(Progress(done=n, total=100) for n in range(100))) == ""


def test_an_error_says_what_happened_and_what_to_do() -> None:
    err = io.StringIO()
    Console(err=err).failure(FAILED)
    assert err.getvalue() == "error [disk-full]: The disk is full.\n  Free some space.\n"


def test_technical_detail_and_the_log_are_there_for_those_who_ask() -> None:
    err = io.StringIO()
    Console(verbose=True, err=err).failure(FAILED, "worker.log")
    assert "  | errno 28\n" in err.getvalue()
    assert "Log file: worker.log" in err.getvalue()


def test_a_script_gets_results_and_errors_as_json() -> None:
    out = io.StringIO()
    console = Console(as_json=True, out=out, err=io.StringIO())
    console.result({"bytes": 5}, "five bytes")
    console.failure(FAILED)
    result, error = (json.loads(line) for line in out.getvalue().splitlines())
    assert result == {"bytes": 5}
    assert error["error"] == {
        "code": "disk-full",
        "happened": "The disk is full.",
        "remedy": "Free some space.",
        "detail": "errno 28",
    }
