"""The operators of a run's files with their times in LiteRT and on a board."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.boards.profiles import board_profile
from core.commands.inspect import times_text
from core.deployment.board_results import OperatorTable
from core.deployment.flash_plan import flash_plan
from core.deployment.operator_table import operator_table
from core.errors import SqueezeError
from core.requests import FlashPlanRequest, OperatorTimesRequest
from core.runs.folder import RunFolder
from core.runs.summary import BoardOperator
from core.settings import Stage
from core.task import Task
from core.tflite.memory_graph import CONVOLUTION, DECODE
from tests.builders.finished_runs import finished_run

BOARD = "esp32-cam"


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", BOARD)


def table(run: RunFolder, stage: Stage = "huffman", board: str | None = None) -> OperatorTable:
    return operator_table(OperatorTimesRequest(model=str(run.file(stage)), board=board), Task())


def report(run: RunFolder, microseconds: list[int], *, virtual: bool = False) -> None:
    """Write down what a board of the run's type said after it was flashed."""
    figures = msgspec.structs.replace(
        flash_plan(FlashPlanRequest(run=str(run.path))).fit,
        operators=tuple(BoardOperator(name="OPERATOR", microseconds=time) for time in microseconds),
        virtual=virtual,
    )
    run.write_json(run.summary, msgspec.structs.replace(run.read_summary(), board=figures))


def test_a_coded_file_has_its_decoders_which_litert_does_not_know(run: RunFolder) -> None:
    found = table(run)
    assert found.model == str(run.file("huffman"))
    decoders = [one for one in found.operators if one.kind == DECODE]
    others = [one for one in found.operators if one.kind != DECODE]
    assert decoders
    assert {one.litert_microseconds for one in decoders} == {None}
    assert all(one.litert_microseconds for one in others)
    assert [one.number for one in found.operators] == list(range(1, len(found.operators) + 1))
    assert found.alone_microseconds == pytest.approx(sum(one.litert_microseconds or 0 for one in others))
    times = [one.litert_microseconds or 0.0 for one in found.slowest]
    assert times == sorted(times, reverse=True)


def test_convolutions_are_estimated_for_the_runs_board_as_the_flash_plan_does(run: RunFolder) -> None:
    found, planned = table(run), flash_plan(FlashPlanRequest(run=str(run.path)))
    assert (found.board, found.measured) == (board_profile(BOARD).name, False)
    assert {one.kind for one in found.operators if one.board_microseconds is not None} == {CONVOLUTION}
    estimated = sum(one.board_microseconds or 0 for one in found.operators)
    assert estimated / 1e3 == pytest.approx(planned.fit.latency_ms)
    assert "(estimated)" in times_text(found)


def test_what_a_board_reported_is_shown_for_the_file_that_it_ran_and_no_other(run: RunFolder) -> None:
    count = len(table(run).operators)
    report(run, list(range(100, 100 + count)))
    found = table(run)
    assert found.measured
    assert [one.board_microseconds for one in found.operators] == list(range(100, 100 + count))
    assert found.slowest[0].board_microseconds == 99 + count
    assert "(measured)" in times_text(found)
    assert not table(run, "quantize").measured
    assert not table(run, board="esp32-wrover").measured
    report(run, list(range(100, 100 + count)), virtual=True)
    assert not table(run).measured
    report(run, [100] * (count - 1))
    assert not table(run).measured


def test_a_file_of_no_run_has_no_board_unless_one_is_named(run: RunFolder, tmp_path: Path) -> None:
    copied = tmp_path / "model.tflite"
    copied.write_bytes(run.file("quantize").read_bytes())
    alone = operator_table(OperatorTimesRequest(model=str(copied)), Task())
    assert (alone.board, {one.board_microseconds for one in alone.operators}) == ("", {None})
    named = operator_table(OperatorTimesRequest(model=str(copied), board=BOARD), Task())
    assert named.board
    with pytest.raises(SqueezeError, match="toaster") as caught:
        operator_table(OperatorTimesRequest(model=str(copied), board="toaster"), Task())
    assert caught.value.code == "board-unknown"
