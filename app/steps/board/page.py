"""The page of the step 'board'."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.run_opener import next_stage
from app.session import Session
from app.step import Step
from app.steps.board.choose_view import ChooseView
from app.steps.board.desk import desk_of
from app.steps.board.export_menu import ExportMenu
from app.steps.board.flashing_view import FlashingView, parts_of
from app.steps.board.live_sources import LiveSources, why_no_camera
from app.steps.board.live_view import LiveView
from app.steps.board.places import VIRTUAL, PortWatcher, places_of
from app.steps.board.planner import Planner, finished_model, played_board, real_board
from app.steps.board.trouble_view import TroubleView
from app.steps.page import StepPage
from app.widgets.basics import button
from app.widgets.dropping import DropSurface
from app.widgets.notices import Action, EmptyState
from core.boards.profiles import VIRTUAL_BOARD
from core.deployment.board_results import Exported, FlashPlan
from core.events import AnyEvent, BoardMet, Crashed, Failed, Seen, Stopped, Succeeded
from core.reading import resolved
from core.requests import ExportRequest, FlashPlanRequest, FlashRequest, LiveRequest, ReportRequest


class Face(Enum):
    """What the page shows."""

    NOT_YET = 0
    CHOOSE = 1
    FLASHING = 2
    LIVE = 3
    TROUBLE = 4


class BoardPage(StepPage):
    """Flashing, and what the board sees."""

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__(session, step)
        self.face = Face.NOT_YET
        self._is_help = False
        self.desk = desk_of(session)
        self.watcher = PortWatcher(self)
        self.planner = Planner(self)
        self._plan: FlashPlan | None = None
        self._retry: Callable[[], None] = lambda: self._show(Face.CHOOSE)
        self._folder: Path | None = None
        self._flashed_model = ""
        self._wanted: FlashRequest | None = None
        self._when_closed: Callable[[], None] | None = None
        self._link_request: LiveRequest | None = self.desk.link.request
        self._lay_out()
        self._connect()
        self._go_on_where_it_was()

    def refresh(self) -> None:
        """Show what the session holds."""
        self._follow_run()
        self.export_menu.refresh()
        self.choose.choose_board(real_board(self.session))
        if self.face is Face.CHOOSE:
            self._ask_for_plan()
        self._show_buttons()

    def primary_clicked(self) -> None:
        """Do what the page's one button says."""
        match self.face:
            case Face.NOT_YET:
                self.go_to.emit(next_stage(self.session) or "data")
            case Face.CHOOSE:
                self.flash()
            case Face.TROUBLE if self._is_help:
                self._choose_again()
            case Face.TROUBLE:
                self._retry()

    def leave(self) -> None:
        """End what the page keeps at work: the program is about to end."""
        self.watcher.stop()
        self.sources.camera.stop()
        self.planner.leave()
        self.desk.clear()

    def listen(self, events: list[object]) -> None:
        """Take in events of the task at work: those of a flash."""
        if not (self.session.is_busy and isinstance(self.session.request, FlashRequest)):
            return
        known: list[AnyEvent] = events  # type: ignore[assignment]
        self.flashing.listen(known)
        if self.face is Face.FLASHING and any(isinstance(event, BoardMet | Seen) for event in known):
            self.live.forget()
            self._show(Face.LIVE)
        if self.face is Face.LIVE:
            self.live.listen(known)

    def flash(self) -> None:
        """Flash the board that is chosen, and run the model there; not while something else is at work."""
        if self.session.is_busy or self.session.folder is None:
            return
        self._wanted = self.choose.flash_request(str(self.session.folder.path), played_board(self.session))
        self._flash_wanted()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the page comes on screen."""
        super().showEvent(event)
        self.watcher.start()
        self.live.set_computer_camera(why_no_camera())
        self._show_buttons()

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]
        """Qt: anything. Who comes back to the window may have brought firmware meanwhile."""
        if event.type() == QEvent.Type.WindowActivate:
            self._refresh_if_shown()
        return super().event(event)

    def hideEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: the page leaves the screen. Nobody is filmed unseen."""
        super().hideEvent(event)
        self.watcher.stop()
        self.sources.stop_cameras()

    def _lay_out(self) -> None:
        self.not_yet = EmptyState("board", self.tr("The model is not finished yet."))
        self.choose = ChooseView()
        self.flashing = FlashingView()
        self.live = LiveView()
        self.trouble = TroubleView()
        # Not stacked: a stack is as high as its highest part, and would scroll for nothing.
        views = (self.not_yet, self.choose, self.flashing, self.live, self.trouble)
        self.views: dict[Face, QWidget] = dict(zip(Face, views, strict=True))
        for view in views:
            view.hide()
            self.body.addWidget(view, 1)
        self.export_menu = ExportMenu(self.session)
        self.footer.insertWidget(0, self.export_menu)
        self.back = button(self.tr("Choose another board"), self._choose_again)
        self.footer.insertWidget(self.footer.count() - 1, self.back)
        self.setTabOrder(self.back, self.primary)

    def _connect(self) -> None:
        self.watcher.changed.connect(lambda ports: self.choose.places.offer(places_of(ports)))
        self.choose.places.offer(places_of(()))
        self.choose.places.help_wanted.connect(self._show_help)
        self.choose.changed.connect(self._choice_changed)
        self.choose.board_chosen.connect(self.session.choose_board)
        self.planner.planned.connect(self._planned)
        self.planner.failed.connect(self._plan_failed)
        self.session.board_changed.connect(self._refresh_if_shown)
        self.session.ended.connect(self._task_ended)
        self.desk.virtual.ready.connect(self._virtual_board_is_ready)
        self.desk.virtual.failed.connect(self._virtual_board_failed)
        self.desk.link.reported.connect(self._link_told)
        self.desk.link.ended.connect(self._link_ended)
        self.sources = LiveSources(self.desk.link, self.live, self)
        self.sources.refused.connect(lambda what, why: self.banner.say("warning", what, why))
        self._drops = DropSurface(self, self.tr("Drop images here to send them to the board"))
        self._drops.dropped.connect(self.sources.show_images)

    def _go_on_where_it_was(self) -> None:
        """Find what was at work when another window was closed for this one."""
        self._folder = self.session.folder.path if self.session.folder else None
        if self.desk.link.is_open:
            self._flashed_model = finished_model(self.session)
            self._show(Face.LIVE)
            self.live.listen([self.desk.link.met] if self.desk.link.met else [])
        elif self.session.is_busy and isinstance(self.session.request, FlashRequest):
            self._show(Face.FLASHING)

    def _show(self, face: Face, is_help: bool = False) -> None:
        self.face, self._is_help = face, is_help
        for other, view in self.views.items():
            view.setVisible(other is face)
        self._show_buttons()
        if face is Face.CHOOSE:
            self._ask_for_plan()
        if face in (Face.CHOOSE, Face.TROUBLE) and self.isVisible():
            self.primary.setFocus()

    def _show_buttons(self) -> None:
        texts = {
            Face.NOT_YET: self.tr("Continue"),
            Face.CHOOSE: self.tr("Flash and run"),
            Face.TROUBLE: self.tr("Back to the list") if self._is_help else self.tr("Try again"),
        }
        self.primary.setText(texts.get(self.face, ""))
        self.primary.setAccessibleName(self.primary.text())
        self.primary.setVisible(self.face in texts)
        is_free = not self.session.is_busy
        needs_name = self.face is Face.CHOOSE and not self.choose.is_virtual and not self.choose.board
        self.primary.setEnabled(self.face is Face.NOT_YET or (is_free and not needs_name))
        self.primary.setToolTip(self._primary_tip(needs_name))
        self.back.setVisible(self.face in (Face.LIVE, Face.TROUBLE) and not self._is_help)
        self.back.setEnabled(is_free)
        self.live.set_ready(self.desk.link.is_open and self.desk.link.met is not None)

    def _primary_tip(self, needs_name: bool) -> str:
        if self.session.is_busy and self.face is not Face.NOT_YET:
            return self.tr("Busy: wait until the current task is finished.")
        return self.tr("Choose the type of your board first.") if needs_name else ""

    def _follow_run(self) -> None:
        """Another run, or another model: what is shown belongs to it."""
        folder = self.session.folder.path if self.session.folder else None
        if folder != self._folder:
            self._folder = folder
            self.desk.link.close()
            self.live.forget()
            self.banner.silence()
            self.face = Face.NOT_YET
        model = finished_model(self.session)
        if not model and self.face in (Face.CHOOSE, Face.NOT_YET, Face.TROUBLE):
            self._show(Face.NOT_YET)
        elif model and self.face is Face.NOT_YET:
            self._show(Face.CHOOSE)
        if self.face is Face.LIVE and model and self._flashed_model not in ("", model):
            self.banner.say(
                "warning",
                self.tr("The model has changed since you flashed it."),
                actions=(Action(self.tr("Flash again"), self.flash),),
            )

    def _choice_changed(self) -> None:
        self._ask_for_plan()
        self._show_buttons()

    def _ask_for_plan(self) -> None:
        if self.session.folder is None or not finished_model(self.session):
            return
        if not self.choose.is_virtual and not self.choose.board:
            self.planner.forget()
            self._plan = None
            self.choose.show_plan(None, self.tr("Choose the type of your board to see what will be written."))
            return
        board = played_board(self.session) if self.choose.is_virtual else self.choose.board
        request = FlashPlanRequest(
            run=str(self.session.folder.path), board=board, virtual=self.choose.is_virtual
        )
        self.planner.ask(request)

    def _planned(self, plan: FlashPlan) -> None:
        self._plan = plan
        self.choose.show_plan(plan)

    def _plan_failed(self, problem: str) -> None:
        self._plan = None
        self.choose.show_plan(None, problem)

    def _choose_again(self) -> None:
        self.banner.silence()
        self.sources.stop_cameras()
        self.desk.link.close()
        self._show(Face.CHOOSE)
        self.refresh()

    def _show_help(self) -> None:
        self.trouble.show_no_board()
        self._show(Face.TROUBLE, is_help=True)

    def _when_link_is_closed(self, do: Callable[[], None]) -> None:
        self.sources.stop_cameras()
        if self.desk.link.has_ended:
            do()
        else:
            self._when_closed = do
            self.desk.link.close()

    def _flash_wanted(self) -> None:
        """Flash what was asked for, also when meanwhile the list of ports is another: a cable was pulled."""
        assert self._wanted is not None
        self.banner.silence()
        self._retry = self._flash_wanted
        self.flashing.begin(parts_of(self._plan) if self._plan else (), self.tr("Preparing"))
        self._show(Face.FLASHING)
        wanted = self._wanted
        if self._is_for_virtual_board:
            self._when_link_is_closed(lambda: self.desk.virtual.plug_in(wanted.board or VIRTUAL_BOARD))
        else:
            self._when_link_is_closed(lambda: self._flash_at(wanted.port))

    @property
    def _is_for_virtual_board(self) -> bool:
        return self._wanted is not None and self._wanted.port == VIRTUAL

    def _virtual_board_is_ready(self, address: str) -> None:
        if self.face is Face.FLASHING and self._is_for_virtual_board:
            self._flash_at(address)

    def _virtual_board_failed(self, outcome: AnyEvent) -> None:
        if self.face is Face.FLASHING and self._is_for_virtual_board and not self.session.is_busy:
            self._show_trouble(outcome)

    def _flash_at(self, port: str) -> None:
        assert self._wanted is not None
        if self.session.is_busy:
            self._show(Face.CHOOSE)
            return
        self._flashed_model = finished_model(self.session)
        self.session.start_task(msgspec.structs.replace(self._wanted, port=port), "board")
        self._show_buttons()

    def _task_ended(self, outcome: AnyEvent) -> None:
        match self.session.request:
            case FlashRequest(port=port, run=run):
                self._flash_ended(outcome, port, run)
            case ExportRequest() if isinstance(outcome, Succeeded):
                self._exported(msgspec.convert(outcome.figures, resolved(Exported)))
            case ReportRequest(output=str(path)) if isinstance(outcome, Succeeded):
                self.banner.say("good", self.tr("Report saved to {path}.").format(path=path))

    def _flash_ended(self, outcome: AnyEvent, port: str, run: str | None) -> None:
        match outcome:
            case Succeeded():
                self._show(Face.LIVE)
                self._open_link(LiveRequest(port=port, run=run))
            case Stopped():
                self._show(Face.CHOOSE)
            case _:
                self._show_trouble(outcome)

    def _open_link(self, request: LiveRequest) -> None:
        self._link_request = request
        self.desk.link.open(request)
        self._show_buttons()

    def _link_told(self, events: list[AnyEvent]) -> None:
        self.live.listen(events)
        if any(isinstance(event, BoardMet) for event in events):
            self._show_buttons()
            if self.isVisible():
                self.live.samples_button.setFocus()

    def _link_ended(self, outcome: AnyEvent) -> None:
        self.sources.stop_cameras()
        do, self._when_closed = self._when_closed, None
        if do is not None:
            do()
        elif self.face is Face.LIVE and isinstance(outcome, Failed | Crashed):
            self._show_trouble(outcome)
            self._retry = self._connect_again
        self._show_buttons()

    def _connect_again(self) -> None:
        """Get in touch with the board that was lost: it still has the model, unless it was a virtual one."""
        assert self._link_request is not None
        if self._is_for_virtual_board and not self.desk.virtual.address:
            self._flash_wanted()
            return
        self._show(Face.LIVE)
        self._open_link(self._link_request)

    def _show_trouble(self, outcome: AnyEvent) -> None:
        # The page says it itself, and at greater length.
        self.banner.silence()
        if isinstance(outcome, Failed):
            self.trouble.show_failure(outcome)
        elif isinstance(outcome, Crashed):
            self.trouble.show_crash(
                self.tr("The task ended unexpectedly."),
                self.tr("Your run is unchanged, and you can flash the board again."),
                "\n".join(outcome.last_log),
            )
        self._show(Face.TROUBLE)

    def _exported(self, exported: Exported) -> None:
        self.banner.say(
            "good",
            self.tr("Exported to {path}.").format(path=exported.output),
            actions=(Action(self.tr("Show folder"), self.export_menu.show_folder),),
        )
