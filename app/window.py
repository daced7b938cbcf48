"""The window: header, list of steps, the page of a step, charts, progress."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent
    from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

    from app.charts.panel import ChartsPanel
    from app.preferences import Preferences
    from app.session import Session
    from app.shell.header import Header
    from app.shell.progress import ProgressPanel
    from app.shell.step_list import StepList
    from app.start.page import StartPage
    from app.step import PageName, StepName
    from app.steps.page import StepPage

SMALLEST = QSize(1024, 640)
USUAL = QSize(1280, 800)
_PAGES: dict[str, tuple[str, str]] = {
    "data": ("app.steps.data.page", "DataPage"),
    "train": ("app.steps.train.page", "TrainPage"),
    "prune": ("app.steps.prune.page", "PrunePage"),
    "quantize": ("app.steps.quantize.page", "QuantizePage"),
    "huffman": ("app.steps.huffman.page", "HuffmanPage"),
    "board": ("app.steps.board.page", "BoardPage"),
}


class Window(QMainWindow):
    """First painted with nothing but its name; `painted` tells, and others bring all the rest.

    Qt alone takes most of the time to a first paint: what is imported above is as little as can be. `begin`
    is called when everything is there, and `furnished` tells of it. A window that takes the place of an `old`
    one goes on with its run and shows the same page.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    painted = Signal()
    furnished = Signal()

    header: Header
    steps: StepList
    start: StartPage
    stack: QStackedWidget
    charts_place: QWidget
    charts_layout: QVBoxLayout
    progress_layout: QVBoxLayout
    charts: ChartsPanel
    progress: ProgressPanel

    def __init__(self, preferences: Preferences, old: Window | None = None) -> None:
        super().__init__()
        self.preferences = preferences
        self.session: Session | None = old.session if old else None
        self.pages: dict[StepName, StepPage] = {}
        self.shown_page: PageName = "start"
        self._first_page: PageName = old.shown_page if old else "start"
        self.is_furnished = False
        self._is_replaced = False
        self._leaving = False
        self._is_painted = False
        self.setWindowTitle("Squeeze Studio")
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.restoreGeometry(old.saveGeometry() if old else preferences.geometry)
        name = QLabel("Squeeze Studio")
        name.setMargin(24)
        self.setCentralWidget(name)

    def begin(self) -> None:
        """Show the first page, and make the others while nothing else is to do."""
        self.show_page(self._first_page)
        self.is_furnished = True
        self.furnished.emit()
        QTimer.singleShot(0, self._prepare_next_page)

    def show_page(self, name: PageName) -> None:
        """Show the page of a step, or the start page."""
        self.shown_page = name
        self.stack.setCurrentWidget(self.start if name == "start" else self.page(name))
        self.steps.choose(None if name == "start" else name)
        self.charts_place.setVisible(name != "start")
        self.setTabOrder(self.steps, self.stack)

    def page(self, name: StepName) -> StepPage:
        """The page of a step, made when it is first asked for."""
        from app.step import STEPS

        if name not in self.pages:
            assert self.session is not None
            module, kind = _PAGES[name]
            page: StepPage = getattr(import_module(module), kind)(
                self.session, next(step for step in STEPS if step.name == name)
            )
            page.go_to.connect(self.show_page)
            self.session.reported.connect(page.listen)
            self.stack.addWidget(page)
            self.pages[name] = page
        return self.pages[name]

    def replaced(self) -> None:
        """Go without ending the run: another window has taken this one's place."""
        self._is_replaced = True
        self.close()
        self.deleteLater()

    def leave(self) -> None:
        """End what is still at work, at the end of the program."""
        for page in self.pages.values():
            page.leave()
        if self.session is not None:
            self.session.task.kill()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the window is to be painted. `painted` tells of the first time, once it is on screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Qt: the window is to close. While a task is at work the person is asked first."""
        self.preferences.geometry = self.saveGeometry()
        if self._is_replaced or self._leaving or self.session is None or not self.session.is_busy:
            if not self._is_replaced:
                self.leave()
            event.accept()
            return
        event.ignore()
        self._ask_before_leaving()

    def _ask_before_leaving(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Close Squeeze Studio?"))
        box.setText(self.tr("The program is still working."))
        box.setInformativeText(self.tr("What is finished is kept: you can go on from there next time."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stop.clicked.connect(self._stop_and_close)
        box.open()

    def _stop_and_close(self) -> None:
        assert self.session is not None
        self._leaving = True
        if not self.session.is_busy:
            self.close()
            return
        self.session.ended.connect(self.close)
        self.session.stop()

    def _prepare_next_page(self) -> None:
        """Make pages one by one while nothing else is to do, so that none is waited for later."""
        from app.step import STEPS

        if self._leaving or self._is_replaced:
            return
        missing = next((step.name for step in STEPS if step.name not in self.pages), None)
        if missing is not None:
            self.page(missing)
            QTimer.singleShot(0, self._prepare_next_page)
