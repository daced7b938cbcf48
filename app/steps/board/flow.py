"""How far the open run is on its way to a board: a state machine that knows no widget.

    NOT_YET -> CHOOSE -> FLASHING -> LIVE
                  ^          |         |
                  +------ TROUBLE <----+

Another run, or one that is no longer finished, leads back to NOT_YET from everywhere but a flash at work.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import msgspec
from PySide6.QtCore import QObject, Signal

from app.session import Session
from app.steps.board.places import VIRTUAL
from app.steps.board.planner import Planner, finished_model, played_board
from app.steps.desk import desk_of
from core.boards.profiles import VIRTUAL_BOARD
from core.deployment.board_results import FlashPlan
from core.events import AnyEvent, Crashed, Failed, Stopped, Succeeded
from core.requests import FlashPlanRequest, FlashRequest, LiveRequest


class Face(Enum):
    """What the page shows."""

    NOT_YET = 0
    CHOOSE = 1
    FLASHING = 2
    LIVE = 3
    TROUBLE = 4


class BoardFlow(QObject):
    """`face` is the state. `is_help`: the trouble is none yet, only advice for a board that is not found.

    `moved`: the state may be another. `changed`: what can be asked for may be. `run_changed`: what was seen
    is of another run. `planned` brings a plan, or None and why there is none. `begun`: a flash begins.
    `closing`: the link ends, so cameras have to. `failed` brings the terminal event of what went wrong,
    before `moved`.
    """

    moved = Signal()
    changed = Signal()
    run_changed = Signal()
    planned = Signal(object, str)
    begun = Signal()
    closing = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.face, self.is_help = Face.NOT_YET, False
        self.desk = desk_of(session)
        self.plan: FlashPlan | None = None
        self._session = session
        self._planner = Planner(self)
        self._folder = session.folder
        self._flashed_model = ""
        self._wanted: FlashRequest | None = None
        self._when_closed: Callable[[], None] | None = None
        self._retry: Callable[[], None] = lambda: self._move(Face.CHOOSE)
        self._link_request: LiveRequest | None = self.desk.link.request
        self._planner.planned.connect(self._take_plan)
        self._planner.failed.connect(lambda problem: self._take_plan(None, problem))
        session.ended.connect(self._task_ended)
        self.desk.virtual.ready.connect(self._virtual_board_is_ready)
        self.desk.virtual.failed.connect(self._virtual_board_failed)
        self.desk.link.ended.connect(self._link_ended)
        self.desk.camera.ended.connect(self._go_on_when_closed)
        self._go_on_where_it_was()

    @property
    def is_flash_at_work(self) -> bool:
        """Whether the task at work is a flash."""
        return self._session.is_busy and isinstance(self._session.request, FlashRequest)

    @property
    def is_in_touch(self) -> bool:
        """Whether a board has answered and can be asked for something."""
        return self.desk.link.is_open and self.desk.link.met is not None

    @property
    def is_outdated(self) -> bool:
        """Whether the board has an earlier model of the run than the one that is finished now."""
        model = finished_model(self._session)
        return self.face is Face.LIVE and bool(model) and self._flashed_model not in ("", model)

    def follow_run(self) -> None:
        """Go to where the open run is: another run, or another model, may be open."""
        if self._session.folder != self._folder:
            self._folder = self._session.folder
            self.desk.link.close()
            self.run_changed.emit()
            self.face = Face.NOT_YET
        model = finished_model(self._session)
        if not model and self.face in (Face.CHOOSE, Face.NOT_YET, Face.TROUBLE):
            self._move(Face.NOT_YET)
        elif model and self.face is Face.NOT_YET:
            self._move(Face.CHOOSE)

    def ask_for_plan(self, board: str, is_virtual: bool) -> None:
        """Have worked out what would be written to a board of this profile, or to the virtual one."""
        folder = self._session.folder
        if folder is not None and finished_model(self._session):
            profile = played_board(self._session) if is_virtual else board
            self._planner.ask(FlashPlanRequest(run=str(folder.path), board=profile, virtual=is_virtual))

    def forget_plan(self) -> None:
        """It is not known to which board something would be written."""
        self._planner.forget()
        self.plan = None

    def flash(self, wanted: FlashRequest) -> None:
        """Flash a board and run the model there; a board at the port `VIRTUAL` is plugged in first."""
        self._wanted = wanted
        self._flash_wanted()

    def meet(self) -> None:
        """The board that is being flashed has answered."""
        self._move(Face.LIVE)

    def choose_again(self) -> None:
        """Let go of the board in use, and choose one."""
        self.desk.link.close()
        self._move(Face.CHOOSE)

    def ask_for_help(self) -> None:
        """Show what to look at when a board is not found."""
        self._move(Face.TROUBLE, is_help=True)

    def try_again(self) -> None:
        """Do again what went wrong."""
        self._retry()

    def leave(self) -> None:
        """End what is kept at work: the program is about to end."""
        self._planner.leave()
        self.desk.clear()

    def _go_on_where_it_was(self) -> None:
        """Find what was at work when another window was closed for this one."""
        if self.desk.link.is_open:
            self._flashed_model = finished_model(self._session)
            self.face = Face.LIVE
        elif self.is_flash_at_work:
            self.face = Face.FLASHING

    def _move(self, face: Face, is_help: bool = False) -> None:
        self.face, self.is_help = face, is_help
        self.moved.emit()

    def _take_plan(self, plan: FlashPlan | None, problem: str = "") -> None:
        self.plan = plan
        self.planned.emit(plan, problem)

    def _flash_wanted(self) -> None:
        """Flash what was asked for, also when meanwhile the list of ports is another: a cable was pulled."""
        assert self._wanted is not None
        self._retry = self._flash_wanted
        self.begun.emit()
        self._move(Face.FLASHING)
        wanted = self._wanted
        if self._is_for_virtual_board:
            self._when_link_is_closed(lambda: self.desk.virtual.plug_in(wanted.board or VIRTUAL_BOARD))
        else:
            self._when_link_is_closed(lambda: self._flash_at(wanted.port))

    def _when_link_is_closed(self, do: Callable[[], None]) -> None:
        self.closing.emit()
        self._when_closed = do
        for link in (self.desk.link, self.desk.camera):
            link.close()
        self._go_on_when_closed()

    def _go_on_when_closed(self) -> None:
        if self.desk.is_free and self._when_closed is not None:
            do, self._when_closed = self._when_closed, None
            do()

    @property
    def _is_for_virtual_board(self) -> bool:
        return self._wanted is not None and self._wanted.port == VIRTUAL

    def _virtual_board_is_ready(self, address: str) -> None:
        if self.face is Face.FLASHING and self._is_for_virtual_board:
            self._flash_at(address)

    def _virtual_board_failed(self, outcome: AnyEvent) -> None:
        if self.face is Face.FLASHING and self._is_for_virtual_board and not self._session.is_busy:
            self._fail(outcome)

    def _flash_at(self, port: str) -> None:
        assert self._wanted is not None
        if self._session.is_busy:
            self._move(Face.CHOOSE)
            return
        self._flashed_model = finished_model(self._session)
        self._session.start_task(msgspec.structs.replace(self._wanted, port=port), "board")
        self.changed.emit()

    def _task_ended(self, outcome: AnyEvent) -> None:
        match self._session.request, outcome:
            case FlashRequest(port=port, run=run), Succeeded():
                self._move(Face.LIVE)
                self._open_link(LiveRequest(port=port, run=run))
            case FlashRequest(), Stopped():
                self._move(Face.CHOOSE)
            case FlashRequest(), _:
                self._fail(outcome)

    def _open_link(self, request: LiveRequest) -> None:
        self._link_request = request
        self.desk.link.open(request)
        self.changed.emit()

    def _link_ended(self, outcome: AnyEvent) -> None:
        self.closing.emit()
        if self._when_closed is not None:
            self._go_on_when_closed()
        elif self.face is Face.LIVE and isinstance(outcome, Failed | Crashed):
            self._fail(outcome)
            self._retry = self._connect_again
        self.changed.emit()

    def _connect_again(self) -> None:
        """Get in touch with the board that was lost: it still has the model, unless it was a virtual one."""
        assert self._link_request is not None
        if self._is_for_virtual_board and not self.desk.virtual.address:
            self._flash_wanted()
            return
        self._move(Face.LIVE)
        self._open_link(self._link_request)

    def _fail(self, outcome: AnyEvent) -> None:
        self.failed.emit(outcome)
        self._move(Face.TROUBLE)
