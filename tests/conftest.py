"""What every suite shares."""

from __future__ import annotations

import logging
import re
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The machines that run these tests are shared: how long an example takes says nothing about the code.
settings.register_profile("shared-machine", deadline=None, print_blob=True)
settings.load_profile("shared-machine")

# Started in the background, a runner has Ctrl-C ignored, and so has every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Many models are trained in one process here, which a run never does.
EXPECTED_LOG_LINE = re.compile(r"tensorflow: .* triggered tf\.function retracing")


@pytest.fixture(autouse=True)
def no_unexpected_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or an error in the log fails the test during which it was written."""
    yield
    lines = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    assert [line for line in lines if not EXPECTED_LOG_LINE.match(line)] == []
