"""The page of the board as tests have it: with a finished run, and with the ports that a test plugs in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.steps.board.flow import Face
from app.steps.board.page import BoardPage
from app.window import Window
from core.boards.ports import SerialPort
from core.runs.folder import RunFolder
from tests.builders.finished_runs import finished_run

FLASH_LIMIT = 60_000


@dataclass
class Ports:
    """The serial ports that there seem to be."""

    plugged_in: list[SerialPort] = field(default_factory=list)

    def __call__(self) -> tuple[SerialPort, ...]:
        return tuple(self.plugged_in)

    def plug_in(self, address: str, reason: str = "") -> None:
        """Another port is there."""
        self.plugged_in.append(SerialPort(address=address, name=f"Board on {address}", reason=reason))


@dataclass
class Desk:
    """The page, and what a person does at it."""

    window: Window
    page: BoardPage
    ports: Ports
    qtbot: QtBot
    run: Path

    def until(self, condition: Callable[[], bool], timeout: int = FLASH_LIMIT) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(condition, timeout=timeout)

    def until_face(self, face: Face) -> None:
        """Wait until the page shows something."""
        self.until(lambda: self.page.face is face)

    def until_in_touch(self) -> None:
        """Wait until the board is live and can be asked for something."""
        self.until(lambda: self.page.live.samples_button.isEnabled())

    def look_at_ports(self) -> None:
        """Have the page see the ports as they are now."""
        before = self.page.watcher.ports
        self.page.watcher.look()
        self.until(lambda: self.page.watcher.ports == self.ports() != before)

    def texts(self) -> str:
        """All that labels on the page say."""
        return "\n".join(one.text() for one in self.page.findChildren(QLabel) if one.isVisible())


def desk_with_run(
    window: Window, qtbot: QtBot, path: Path, ports: Ports, run: RunFolder | None = None
) -> Desk:
    """The page of the board, with a finished run open; without `run`, with a usual one in `path`."""
    run = run or finished_run(path)
    window.workspace.session.open(run.path)
    window.workspace.show_page("board")
    page = window.workspace.page("board")
    assert isinstance(page, BoardPage)
    desk = Desk(window, page, ports, qtbot, run.path)
    desk.until(lambda: page.choose.map.count() == 4)
    return desk
