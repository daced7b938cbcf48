"""Trying the run's models at once: by this computer's camera, and by photos that are dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFileDialog, QFrame, QWidget

from app.camera import ComputerCamera, jpeg_of, why_no_camera
from app.session import Session
from app.step import step
from app.steps.board_camera import BoardCamera
from app.steps.desk import desk_of
from app.steps.trial.answers import AnswerTable, TriedStrip, TriedView, image_name
from app.steps.trial.models import tried_models
from app.theme.tokens import Space
from app.widgets.basics import PathLabel, button, column, label, row
from app.widgets.controls import Choices
from app.widgets.dialogs import ask_for_files
from app.widgets.dropping import DropSurface
from app.widgets.notices import Action, Banner
from core.events import AnyEvent, Crashed, Failed, ImageRefused, ModelsOpened, Status, Tried
from core.runs.record import first_difference
from core.settings import STAGES, Stage
from core.worker_commands import ClassifyFrame, ClassifyImages, Command

_WIDE = 560
"""From this width on the square that was tried is large."""
_LEAST_LETTERS = 5
_IMAGES = "*.jpg *.jpeg *.png *.bmp *.gif *.webp"


class TryStrip(QFrame):
    """Hidden while the open run has no model to try, or a task is at work on it.

    It stands on any page, takes what it shows from the session, and is one line high until something is
    tried. The models are let go and the camera is given back when it leaves the screen, and by `leave`.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._session = session
        self._models = tried_models(session)
        self._last: Command | None = None
        self._is_offered = True
        self._desk = desk_of(session)
        self.camera, self.board_camera = ComputerCamera(self), BoardCamera(self._desk, self)
        inside = column(self, Space.SMALL, Space.MEDIUM)
        self._lay_out_head()
        self._lay_out_tried()
        self.banner = Banner()
        inside.addLayout(self._head)
        inside.addWidget(self._body)
        inside.addWidget(self.banner)
        self.note = label("", "caption", wrap=True)
        inside.addWidget(self.note)
        self._drops = DropSurface(self, self.tr("Drop photos here to try them"))
        self._drops.dropped.connect(self.try_files)
        self._connect()
        self.forget()

    def refresh(self) -> None:
        """Show what the session holds."""
        record = self._session.record
        done = [stage for stage in STAGES if record is not None and record.is_done(stage)]
        self.setVisible(self._is_offered and bool(done) and not self._session.is_busy)
        self.note.setText(self._outdated_words(done))
        self.note.setVisible(bool(self.note.text()))

    def offer(self, is_offered: bool) -> None:
        """Stand on the page, or not: there is something else there that images can be shown to."""
        self._is_offered = is_offered
        self.refresh()

    def forget(self) -> None:
        """Another run, or other models: nothing was tried yet."""
        self.stop()
        self.view.clear()
        self.strip.empty()
        self.strip.hide()
        self._body.hide()
        self._right.hide()
        self.banner.silence()
        self._say(self.tr("Drop photos here."))
        self.refresh()

    def stop(self) -> None:
        """Give the camera back and let the models go; what was answered stays."""
        self.stop_camera()
        self._models.stop()

    def leave(self) -> None:
        """End what is at work: the program is about to end."""
        self.stop()

    def try_files(self, paths: list[Path]) -> None:
        """Have image files answered, and all in folders."""
        self.stop_camera()
        self._ask(ClassifyImages(paths=tuple(map(str, paths))))

    def ask_for_files(self) -> QFileDialog:
        """Ask for photos to be tried."""
        filters = [self.tr("Images ({patterns})").format(patterns=_IMAGES)]
        home = self._session.preferences.images_folder
        return ask_for_files(self, self.tr("Photos to try"), self.try_files, filters, home)

    def use_camera(self, on: bool) -> None:
        """Have answered what a camera sees, or no longer; with several a list says which one."""
        self.stop_camera()
        self.banner.silence()
        if on:
            self._offer_cameras()
            port = self.cameras.currentData()
            if port:
                self.board_camera.start(port)
            elif reason := why_no_camera():
                self._camera_failed(reason)
            else:
                self.camera.start(self.cameras.currentText())
            self.camera_button.setChecked(self.camera.is_on or self.board_camera.is_on)
            self.cameras.setVisible(self.cameras.count() > 1)

    def stop_camera(self) -> None:
        """Give the camera back."""
        self.camera.stop()
        self.board_camera.stop()
        self.camera_button.setChecked(False)
        self.cameras.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: it has another size."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _WIDE
        self.view.set_small(is_narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._titles.setDirection(down if is_narrow else right)
        self._titles.setSpacing(int(Space.HAIR if is_narrow else Space.SMALL))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: it leaves the screen. Nobody is filmed unseen."""
        super().hideEvent(event)
        self.stop()

    def _lay_out_head(self) -> None:
        self._head = row(space=Space.SMALL)
        self._titles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._titles.setSpacing(int(Space.SMALL))
        self._titles.addWidget(label(self.tr("Try it"), "heading"))
        self.hint, self.name = label("", "soft", wrap=True), PathLabel("", "soft")
        self._titles.addWidget(self.hint, 1)
        self._titles.addWidget(self.name, 1)
        self._head.addLayout(self._titles, 1)
        self.camera_button = button(
            self.tr("Camera"),
            lambda: self.use_camera(self.camera_button.isChecked()),
            icon="camera",
            tip=self.tr("Try what this computer's camera sees."),
        )
        self.cameras = Choices()
        self.cameras.setAccessibleName(self.tr("Which camera"))
        self.cameras.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cameras.setMinimumContentsLength(_LEAST_LETTERS)
        self.cameras.activated.connect(lambda _: self.use_camera(True))
        self._head.addWidget(self.cameras)
        self.camera_button.setCheckable(True)
        self.camera_button.setProperty("kind", "switch")
        self.files_button = button(self.tr("Photos…"), self.ask_for_files)
        self.files_button.setAccessibleName(self.tr("Choose photos to try"))
        self._head.addWidget(self.camera_button)
        self._head.addWidget(self.files_button)

    def _lay_out_tried(self) -> None:
        self._body = QWidget()
        both = row(self._body, Space.LARGE)
        self.view = TriedView()
        both.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        self._right = QWidget()
        right = column(self._right, Space.SMALL)
        self.table = AnswerTable()
        right.addWidget(self.table)
        line = row(space=Space.SMALL)
        self.heat_button = button(
            self.tr("Heat map"),
            lambda: self.view.show_heat(self.heat_button.isChecked()),
            tip=self.tr("Show where the network looked, or the photo alone."),
        )
        self.heat_button.setCheckable(True)
        self.heat_button.setChecked(True)
        self.heat_button.setProperty("kind", "switch")
        line.addWidget(self.heat_button, 0, Qt.AlignmentFlag.AlignTop)
        self.heat_words = label("", "caption", wrap=True)
        line.addWidget(self.heat_words, 1)
        right.addLayout(line)
        right.addStretch(1)
        self.strip = TriedStrip()
        self.strip.item_activated.connect(lambda index: self._show(self.strip.tried[index]))
        right.addWidget(self.strip)
        both.addWidget(self._right, 1)
        both.addStretch(0)

    def _connect(self) -> None:
        self._models.reported.connect(self._listen)
        self._models.failed.connect(self._models_failed)
        for camera in (self.camera, self.board_camera):
            camera.frame.connect(self._show_frame)
            camera.failed.connect(self._camera_failed)
        session = self._session
        session.opened.connect(self.forget)
        session.task_started.connect(self.forget)
        session.ended.connect(self.refresh)
        for signal in (session.changed, session.settings_changed):
            signal.connect(self.refresh)

    def _outdated_words(self, done: list[Stage]) -> str:
        """What of the run does not answer as it is now set, and what to do about it."""
        record = self._session.record
        if record is None or not done:
            return ""
        stale = [stage for stage in STAGES if record.stages[stage].state == "stale"]
        first = first_difference(record.settings, self._session.settings)
        if first is not None and first in done:
            words = self.tr(
                "The settings of {step} have changed: the answers are those of the earlier model."
            )
            return words.format(step=step(first).title)
        if stale:
            words = self.tr("Out of date and not shown: {steps}. Run these steps again to try them.")
            return words.format(steps=", ".join(step(stage).title for stage in stale))
        return ""

    def _say(self, words: str) -> None:
        """Say beside the title what can be done or is being done, in the place of an image's name."""
        self.hint.setText(words)
        self.hint.show()
        self.name.hide()

    def _ask(self, command: Command) -> None:
        self._last = command
        if not self._models.is_loaded:
            self._say(self.tr("Loading the models…"))
        self.banner.silence()
        self._models.ask(command)

    def _offer_cameras(self) -> None:
        """List this computer's cameras, and that of a live board; the one chosen before stays."""
        chosen = self.cameras.currentText()
        self.cameras.clear()
        for name in self.camera.names():
            self.cameras.addItem(name, "")
        live = self._desk.link.met
        if live is not None and live.camera:
            self.cameras.addItem(self.tr("The board's camera"), live.port)
        self.cameras.setCurrentIndex(max(0, self.cameras.findText(chosen)))

    def _show_frame(self, image: QImage) -> None:
        if not self.strip.count():
            self.view.show_frame(image)
            self._body.show()
        self._ask(ClassifyFrame(name=self.tr("Camera"), data=jpeg_of(image)))

    def _listen(self, events: list[AnyEvent]) -> None:
        if not self.isVisible():
            return
        newest: Tried | None = None
        for event in events:
            match event:
                case Status(text=text):
                    self._say(text)
                case ModelsOpened():
                    self._say(self.tr("The models are loaded."))
                case Tried():
                    newest = event
                    if event.source == "file":
                        self.strip.add(event)
                case ImageRefused():
                    self.banner.say("warning", event.happened, event.remedy)
        if newest is not None:
            self._show(newest)
        if any(isinstance(event, Tried | ImageRefused) and event.source == "frame" for event in events):
            # The next frame when this one is answered: a camera is faster than the models.
            self.camera.want()

    def _show(self, tried: Tried) -> None:
        self.name.setText(image_name(tried))
        self.name.show()
        self.hint.hide()
        self.view.show_tried(tried)
        self.table.show_stages(tried.stages)
        name = tried.stages[0].answers[0][0]
        words = (
            self.tr("Red: where the trained network looked for “{name}”.")
            if any(tried.heat)
            else self.tr("No part of the photo speaks for “{name}” by itself.")
        )
        self.heat_words.setText(words.format(name=name))
        self.heat_button.setEnabled(any(tried.heat))
        self._right.show()
        self.strip.setVisible(self.strip.count() > 1)
        self._body.show()

    def _models_failed(self, outcome: AnyEvent) -> None:
        if not self.isVisible():
            return
        self.stop_camera()
        self._say(self.tr("Drop photos here."))
        again = Action(self.tr("Try again"), self._try_again)
        match outcome:
            case Failed(code="run-damaged", values=values) if values["stage"] in STAGES:
                stage = next(stage for stage in STAGES if stage == values["stage"])
                words = self.tr("Run the step {step} again.").format(step=step(stage).title)
                redo = Action(self.tr("Run again"), lambda: self._session.start(stage))
                self.banner.say("bad", outcome.happened, words, (redo,), outcome.detail)
            case Failed(happened=happened, remedy=remedy, detail=detail):
                self.banner.say("bad", happened, remedy, (again,), detail)
            case Crashed(last_log=lines):
                words = self.tr("The models ended unexpectedly. Your run is unchanged.")
                self.banner.say("bad", words, "", (again,), "\n".join(lines))

    def _try_again(self) -> None:
        if self._last is not None:
            self._ask(self._last)

    def _camera_failed(self, reason: str) -> None:
        self.stop_camera()
        self.banner.say("warning", reason, self.tr("You can drop or choose photos instead."))
