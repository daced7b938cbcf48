"""The self-test says in words what is broken; the demonstration itself is tried in tests/e2e."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from core import cli
from core.commands import self_test, self_test_demo
from core.commands.running import TaskEnded
from core.commands.self_test import check_text
from core.errors import ProgramError
from core.events import Stopped
from core.installation import Check

Carry = Callable[..., object]
WHOLE = Check(name="needs", ok=True, found="all there")


@pytest.fixture(autouse=True)
def quick_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "_QUICK", {"needs": lambda: WHOLE})


def carrying_out(work: Carry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have `work` done in the place of workers."""
    monkeypatch.setattr(self_test_demo, "run_in_worker", work)


def test_a_worker_that_cannot_be_started_is_broken_and_nothing_after_it_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("core.processes.client.COMMAND", ("/no/such/program",))
    monkeypatch.setattr("core.processes.client.WorkerProcess.__init__.__defaults__", (("/no/such/program",),))
    assert cli.main(["self-test", "--json"]) == 1
    tested = json.loads(capsys.readouterr().out)
    assert not tested["ok"]
    assert [(check["name"], check["ok"]) for check in tested["checks"]] == [
        ("needs", True),
        ("worker", False),
    ]
    assert "/no/such/program" in tested["checks"][1]["found"]


def test_each_check_is_a_line_and_a_broken_one_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> object:
        raise ProgramError("unexpected", reason="no library", detail="libGL.so.1")

    carrying_out(broken, monkeypatch)
    assert cli.main(["self-test", "--verbose"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "ok      needs          all there"
    assert lines[1].startswith("failed  worker         ")
    assert "no library" in lines[1]
    assert "report" in lines[2]
    assert lines[3].endswith("| libGL.so.1")
    assert lines[-1] == "Failed: worker. Tests that depend on it were skipped."


def test_stopping_is_no_failure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> object:
        raise TaskEnded(Stopped())

    carrying_out(stopped, monkeypatch)
    assert cli.main(["self-test"]) == 130
    assert capsys.readouterr().err.endswith("Stopped.\n")


def test_a_check_that_raises_is_broken_and_the_others_are_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def raising() -> Check:
        raise RuntimeError("not this time")

    monkeypatch.setattr(self_test, "_QUICK", {"needs": raising, "files": lambda: WHOLE})
    carrying_out(lambda *_: (_ for _ in ()).throw(TaskEnded(Stopped())), monkeypatch)
    cli.main(["self-test"])
    shown = capsys.readouterr().out.splitlines()
    assert "not this time" in shown[0]
    assert shown[2].startswith("ok ")


def test_a_line_has_what_was_found() -> None:
    assert check_text(WHOLE) == "ok      needs          all there"
