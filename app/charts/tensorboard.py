"""The open run in TensorBoard: a page in the browser, served by a process that ends with the program."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from app.session import Session
from app.task_client import TaskClient
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row
from core.events import AnyEvent, Crashed, Failed, PageOffered
from core.requests import TensorBoardRequest
from core.runs.folder import RunFolder


class TensorBoardPage(QObject):
    """One for a session (see `tensorboard_page`). It is of one run, and ends when another is opened.

    `changed`: it starts, is there, or has ended; `address` is '' until it can be opened, and `problem` says
    why it ended by itself.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._folder: RunFolder | None = None
        self.address = ""
        self.problem = ""
        self.task = TaskClient(self)
        self.task.reported.connect(self._listen)
        self.task.ended.connect(self._end)
        session.opened.connect(self._leave_other_run)

    @property
    def is_wanted(self) -> bool:
        """Whether it starts or is there."""
        return self.task.is_busy and self._folder is not None

    def start(self) -> None:
        """Show the open run, and open the page once it is there."""
        folder = self._session.folder
        if folder is None or self.task.is_busy:
            return
        self._folder, self.address, self.problem = folder, "", ""
        self.task.start(TensorBoardRequest(run=str(folder.path)))
        self.changed.emit()

    def open(self) -> None:
        """Open the page in the browser of the system."""
        if self.address:
            QDesktopServices.openUrl(QUrl(self.address))

    def add_to(self, menu: QMenu) -> None:
        """Put the way to it into a menu."""
        action = menu.addAction(self.tr("Open in TensorBoard"))
        action.setToolTip(
            self.tr(
                "Shows curves, graphs, weights and mistakes of this run in the browser. Only this "
                "computer can open the page."
            )
        )
        menu.setToolTipsVisible(True)
        action.setEnabled(self._session.record is not None and (bool(self.address) or not self.task.is_busy))
        action.triggered.connect(lambda _checked=False: self.open() if self.is_wanted else self.start())

    def stop(self) -> None:
        """End it at once: it has nothing to finish."""
        self._folder = None
        self.task.kill()
        self.changed.emit()

    def _leave_other_run(self) -> None:
        self.problem = ""
        if self._folder is not None and self._folder != self._session.folder:
            self.stop()
        else:
            self.changed.emit()

    def _listen(self, events: list[AnyEvent]) -> None:
        for event in events:
            if isinstance(event, PageOffered) and self.is_wanted:
                self.address = event.address
                self.changed.emit()
                self.open()

    def _end(self, outcome: AnyEvent) -> None:
        if self._folder is not None:
            match outcome:
                case Failed(happened=happened, remedy=remedy):
                    self.problem = f"{happened} {remedy}"
                case Crashed():
                    self.problem = self.tr("TensorBoard ended unexpectedly.")
        self._folder, self.address = None, ""
        self.changed.emit()


def tensorboard_page(session: Session) -> TensorBoardPage:
    """The page of a session, made when it is first asked for."""
    page = session.findChild(TensorBoardPage)
    return page if isinstance(page, TensorBoardPage) else TensorBoardPage(session)


class TensorBoardLine(QWidget):
    """Where it is, with buttons to open it again and to stop it, or why it ended by itself; else nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.page = tensorboard_page(session)
        layout = column(self, Space.HAIR)
        self.words = label("", "caption", wrap=True)
        layout.addWidget(self.words)
        line = row(space=Space.SMALL)
        self.open_button = button(self.tr("Open"), self.page.open, "link")
        self.stop_button = button(self.tr("Stop"), self.page.stop, "link")
        for own, name in (
            (self.open_button, self.tr("Open TensorBoard in the browser")),
            (self.stop_button, self.tr("Stop TensorBoard")),
        ):
            own.setAccessibleName(name)
        for own in (self.open_button, self.stop_button):
            line.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        layout.addLayout(line)
        self.page.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show whether it is there; while it is not, the charts have the room."""
        page = self.page
        words = page.problem
        if page.is_wanted:
            words = self.tr("Starting TensorBoard…")
            if page.address:
                where = QUrl(page.address).authority()
                words = self.tr("TensorBoard is running at {address}.").format(address=where)
        self.words.setText(words)
        self.setVisible(bool(words))
        self.open_button.setVisible(bool(page.is_wanted and page.address))
        self.stop_button.setVisible(page.is_wanted)
