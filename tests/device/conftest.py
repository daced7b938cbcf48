"""What the tests with boards share. `--port` names a real board for those that need one."""

from __future__ import annotations

import sys

import pytest

TERMINALS = sys.platform != "win32"
"""Whether this system has pseudo terminals, by which esptool is ten times as fast as over RFC 2217."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("boards")
    group.addoption("--port", help="the port of a real board: what is on it will be overwritten")
    group.addoption("--board", default="esp32-devkit", help="the id of the real board's profile")
    group.addoption("--cuts", type=int, default=10, help="how many flashes to cut (100 takes ten minutes)")


@pytest.fixture
def port(request: pytest.FixtureRequest) -> str:
    """The real board's port; without one the test is skipped."""
    given = request.config.getoption("--port", default=None)
    if not given:
        pytest.skip("needs a real board: --port")
    return str(given)
