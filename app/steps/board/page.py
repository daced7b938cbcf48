"""The page of the step 'board': its views, and what each shows of how far the flow is."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app.background import in_background
from app.camera import why_no_camera
from app.run_opener import next_stage
from app.session import Session
from app.step import Step
from app.steps.board.choose_view import ChooseView
from app.steps.board.export_menu import ExportMenu
from app.steps.board.flashing_view import FlashingView, parts_of
from app.steps.board.flow import BoardFlow, Face
from app.steps.board.live_sources import LiveSources
from app.steps.board.live_view import LiveView
from app.steps.board.places import PortWatcher, places_of
from app.steps.board.planner import finished_model, played_board, real_board
from app.steps.board.trouble_view import TroubleView
from app.steps.page import StepPage
from app.steps.trial.strip import TryStrip
from app.widgets.basics import button
from app.widgets.dropping import DropSurface
from app.widgets.notices import Action, EmptyState
from app.wording import error_words
from core.boards.own_boards import RemovedBoard, put_back
from core.deployment.board_results import Exported
from core.errors import SqueezeError
from core.events import AnyEvent, BoardMet, Crashed, Failed, Seen, Succeeded
from core.reading import resolved
from core.requests import ExportRequest, ReportRequest
from core.runs.folder import RunFolder
from core.runs.run_images import SampleOriginal, sample_original
from core.settings import ClassAction
from core.task import Task

_ORIGINAL_SIDE = 640


class BoardPage(StepPage):
    """Flashing, and what the board sees."""

    def __init__(self, session: Session, step: Step) -> None:
        super().__init__(session, step)
        self.flow = BoardFlow(session, self)
        self.desk = self.flow.desk
        self.watcher = PortWatcher(self)
        self._lay_out()
        self._connect()
        self._show_face()
        if self.face is Face.LIVE and self.desk.link.met is not None:
            self.live.listen([self.desk.link.met])

    @property
    def face(self) -> Face:
        """What the page shows."""
        return self.flow.face

    def refresh(self) -> None:
        """Show what the session holds."""
        self.flow.follow_run()
        if self.flow.is_outdated:
            again = Action(self.tr("Flash again"), self.flash)
            words = self.tr("The model has changed since you flashed it.")
            self.banner.say("warning", words, actions=(again,))
        self.export_menu.refresh()
        self.choose.choose_board(real_board(self.session))
        self._show_actions()
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
            case Face.TROUBLE if self.flow.is_help:
                self._choose_again()
            case Face.TROUBLE:
                self.flow.try_again()

    def leave(self) -> None:
        """End what the page keeps at work: the program is about to end."""
        self.watcher.stop()
        self.trial.leave()
        self.sources.camera.stop()
        self.flow.leave()

    def listen(self, events: list[object]) -> None:
        """Take in events of the task at work: those of a flash."""
        if not self.flow.is_flash_at_work:
            return
        known: list[AnyEvent] = events  # type: ignore[assignment]
        self.flashing.listen(known)
        if self.face is Face.FLASHING and any(isinstance(event, BoardMet | Seen) for event in known):
            self.live.forget()
            self.flow.meet()
        if self.face is Face.LIVE:
            self.live.listen(known)

    def flash(self) -> None:
        """Flash the board that is chosen, and run the model there; not while something else is at work."""
        folder = self.session.folder
        if not self.session.is_busy and folder is not None:
            self.flow.flash(self.choose.flash_request(str(folder.path), played_board(self.session)))

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
        self.trial = TryStrip(self.session)
        self.body.addWidget(self.trial)
        self.export_menu = ExportMenu(self.session)
        self.footer.insertWidget(0, self.export_menu)
        self.back = button(self.tr("Choose another board"), self._choose_again)
        self.footer.insertWidget(self.footer.count() - 1, self.back)
        self.setTabOrder(self.back, self.primary)

    def _connect(self) -> None:
        flow = self.flow
        self.watcher.changed.connect(lambda ports: self.choose.places.offer(places_of(ports)))
        self.choose.places.offer(places_of(()))
        self.choose.places.help_wanted.connect(self._show_help)
        self.choose.changed.connect(self._choice_changed)
        self.choose.board_chosen.connect(self.session.choose_board)
        self.choose.board_added.connect(self.session.add_board)
        self.choose.board_removed.connect(self._board_removed)
        self.choose.refused.connect(lambda why: self.banner.say("warning", why))
        self.session.boards_changed.connect(self._boards_changed)
        self.choose.time_view.wanted.connect(self._use_fast_settings)
        self.choose.action_table.chosen.connect(self._actions_chosen)
        self.session.board_changed.connect(self._refresh_if_shown)
        self.session.ended.connect(self._task_ended)
        self.desk.link.reported.connect(self._link_told)
        self.live.pair.original_wanted.connect(self._find_original)
        self.sources = LiveSources(self.desk.link, self.live, self)
        self.sources.refused.connect(lambda what, why: self.banner.say("warning", what, why))
        self._drops = DropSurface(self, self.tr("Drop images here to send them to the board"))
        self._drops.dropped.connect(self.sources.show_images)
        flow.moved.connect(self._show_face)
        flow.changed.connect(self._show_buttons)
        flow.run_changed.connect(self._forget_run)
        flow.planned.connect(self.choose.show_plan)
        flow.begun.connect(self._show_beginning)
        flow.closing.connect(self.sources.stop_cameras)
        flow.failed.connect(self._show_trouble)

    def _show_face(self) -> None:
        for other, view in self.views.items():
            view.setVisible(other is self.face)
        self.trial.offer(self.face is not Face.LIVE)
        self._show_buttons()
        if self.face is Face.CHOOSE:
            self._ask_for_plan()
        if self.face in (Face.CHOOSE, Face.TROUBLE) and self.isVisible():
            self.primary.setFocus()

    def _show_buttons(self) -> None:
        texts = {
            Face.NOT_YET: self.tr("Continue"),
            Face.CHOOSE: self.tr("Flash and run"),
            Face.TROUBLE: self.tr("Back to the list") if self.flow.is_help else self.tr("Try again"),
        }
        self.primary.setText(texts.get(self.face, ""))
        self.primary.setAccessibleName(self.primary.text())
        self.primary.setVisible(self.face in texts)
        is_free = not self.session.is_busy
        needs_name = self.face is Face.CHOOSE and not self.choose.is_virtual and not self.choose.board
        is_possible = not needs_name and not (self.face is Face.CHOOSE and self.choose.action_table.problem)
        self.primary.setEnabled(self.face is Face.NOT_YET or (is_free and is_possible))
        self.primary.setToolTip(self._primary_tip(needs_name))
        self.back.setVisible(self.face in (Face.LIVE, Face.TROUBLE) and not self.flow.is_help)
        self.back.setEnabled(is_free)
        self.live.set_ready(self.flow.is_in_touch)

    def _primary_tip(self, needs_name: bool) -> str:
        if self.session.is_busy and self.face is not Face.NOT_YET:
            return self.tr("Busy: wait until the current task is finished.")
        if needs_name:
            return self.tr("Choose the type of your board first.")
        return self.choose.action_table.problem if self.face is Face.CHOOSE else ""

    def _show_actions(self) -> None:
        chosen = "" if self.choose.is_virtual else self.choose.board
        board = chosen or played_board(self.session)
        self.choose.action_table.show_actions(self.session.classes, self.session.settings.act, board)

    def _use_fast_settings(self, image_size: int, width: float) -> None:
        """Set what is fast on the board, where it is trained."""
        self.session.change("data", image_size=image_size)
        self.session.change("network", width=width)
        self.go_to.emit("train")

    def _boards_changed(self) -> None:
        self.choose.offer_boards()
        self.choose.choose_board(real_board(self.session))

    def _board_removed(self, removed: RemovedBoard) -> None:
        self.session.forget_board(removed.board)
        words = self.tr("{board} was removed from your boards.").format(board=removed.name)
        undo = Action(self.tr("Undo"), lambda: self._put_back(removed))
        self.banner.say("good", words, actions=(undo,))

    def _put_back(self, removed: RemovedBoard) -> None:
        self.banner.silence()
        try:
            put_back(removed)
        except SqueezeError as error:
            self.banner.say("warning", *error_words(error))
        except OSError as error:
            self.banner.say("warning", str(error))
        else:
            self.session.add_board(removed.board)

    def _actions_chosen(self, act: dict[str, ClassAction]) -> None:
        self.session.choose_actions(act)
        self._choice_changed()

    def _choice_changed(self) -> None:
        self._show_actions()
        self._ask_for_plan()
        self._show_buttons()

    def _ask_for_plan(self) -> None:
        if self.choose.is_virtual or self.choose.board:
            self.flow.ask_for_plan(self.choose.board, self.choose.is_virtual)
        elif finished_model(self.session):
            self.flow.forget_plan()
            self.choose.show_plan(None, self._why_no_plan())

    def _why_no_plan(self) -> str:
        if self.session.known_board:
            return self.tr("Choose the type of your board to see what will be written.")
        words = self.tr(
            "This run was made for the board {board}, which is not in the list any more. Choose another "
            "board, or describe this one again under the same name."
        )
        return words.format(board=self.session.board)

    def _choose_again(self) -> None:
        self.banner.silence()
        self.sources.stop_cameras()
        self.flow.choose_again()
        self.refresh()

    def _show_help(self) -> None:
        self.trouble.show_no_board()
        self.flow.ask_for_help()

    def _forget_run(self) -> None:
        self.live.forget()
        self.banner.silence()

    def _show_beginning(self) -> None:
        self.banner.silence()
        plan = self.flow.plan
        way = self.choose.firmware_view.chosen if self.choose.firmware else None
        self.flashing.begin(parts_of(plan) if plan else (), self.tr("Preparing"), way)

    def _task_ended(self, outcome: AnyEvent) -> None:
        # A flash has estimated the time for the board.
        self.live.set_estimate(self._estimated_milliseconds())
        match self.session.request:
            case ExportRequest() if isinstance(outcome, Succeeded):
                self._exported(msgspec.convert(outcome.figures, resolved(Exported)))
            case ReportRequest(output=str(path)) if isinstance(outcome, Succeeded):
                self.banner.say("good", self.tr("Report saved to {path}.").format(path=path))

    def _link_told(self, events: list[AnyEvent]) -> None:
        self.live.set_estimate(self._estimated_milliseconds())
        self.live.listen(events)
        if any(isinstance(event, BoardMet) for event in events):
            self._show_buttons()
            if self.isVisible():
                self.live.samples_button.setFocus()

    def _estimated_milliseconds(self) -> float | None:
        board = self.session.summary.board if self.session.summary else None
        return None if board is None or board.latency_measured else board.latency_ms

    def _find_original(self, number: int) -> None:
        """Look for the photo of one of the run's test images."""
        folder, pair = self.session.folder, self.live.pair

        def take(found: SampleOriginal) -> None:
            if folder == self.session.folder:
                pair.take_original(number, found)

        if folder is not None:
            in_background(self, lambda: _original(folder, number), take)

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

    def _exported(self, exported: Exported) -> None:
        self.banner.say(
            "good",
            self.tr("Exported to {path}.").format(path=exported.output),
            actions=(Action(self.tr("Show folder"), self.export_menu.show_folder),),
        )


def _original(folder: RunFolder, number: int) -> SampleOriginal:
    try:
        return sample_original(folder, number, _ORIGINAL_SIDE, Task())
    except SqueezeError:
        return SampleOriginal(why_not="unknown")
