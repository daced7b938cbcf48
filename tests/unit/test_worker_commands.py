"""Commands on their way to a worker."""

from __future__ import annotations

import msgspec
import pytest

from core.task import Task
from core.worker_commands import (
    AnyCommand,
    AskProfile,
    Cancel,
    ClassifyFrame,
    ClassifyImages,
    ClassifySamples,
    StopWatching,
    UseCamera,
    from_line,
    to_line,
)


@pytest.mark.parametrize(
    "command",
    [
        Cancel(),
        ClassifyImages(paths=("a b.png", "\u00fc")),
        ClassifyFrame(name="frame 1", data=b"\xff\xd8\n\0"),
        ClassifySamples(),
        UseCamera(on=False),
        StopWatching(),
        AskProfile(),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_order_is_one_line(command: AnyCommand) -> None:
    line = to_line(command)
    assert line.count(b"\n") == 1
    assert from_line(line) == command


@pytest.mark.parametrize("line", [b"cancel\n", b"cancel", b"cancel\r\n"])
def test_the_word_cancel_is_enough(line: bytes) -> None:
    assert from_line(line) == Cancel()


@pytest.mark.parametrize("line", [b"\n", b"stop\n", b"{}\n", b'{"order":"dance"}\n'])
def test_anything_else_is_none(line: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        from_line(line)


def test_a_task_that_nobody_orders_anything_has_none() -> None:
    task = Task()
    assert not task.has_commands
    assert task.next_command() is None
    assert task.next_command(0.001) is None
