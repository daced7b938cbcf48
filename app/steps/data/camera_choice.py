"""Which camera photos are taken with, this computer's or a board's, and what it sees."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.camera import ComputerCamera, why_no_camera
from app.session import Session
from app.steps.board.places import PortWatcher
from app.steps.board_camera import BoardCamera
from app.steps.desk import desk_of
from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space
from app.widgets.basics import button, column
from app.widgets.controls import Choices
from app.widgets.painted import paint_image, square_in

_LEAST_SIDE, _WANTED_SIDE = 120, 320
_RECORDING_FRAME = 6
_LEAST_LETTERS = 8


class CameraView(QWidget):
    """The square of the camera's image that a network will see, or a few words in its place."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._words = ""
        self._is_recording = False
        self.is_mirror = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Camera image"))

    @property
    def image(self) -> QImage:
        """What is shown; a null image when that is nothing."""
        return self._image

    @property
    def words(self) -> str:
        """What stands in the place of an image."""
        return self._words

    def show_image(self, image: QImage) -> None:
        """Show a frame."""
        self._image = image
        self.update()

    def say(self, words: str) -> None:
        """Show words, and no image."""
        self._image, self._words = QImage(), words
        self.setAccessibleDescription(words)
        self.update()

    def set_recording(self, is_recording: bool) -> None:
        """Frame the image while photos are taken."""
        self._is_recording = is_recording
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(_WANTED_SIDE, _WANTED_SIDE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the image, or the words."""
        painter = QPainter(self)
        # Words take all the room that there is: in a small square some would be cut off.
        place = QRectF(self.rect()) if self._image.isNull() else square_in(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # This computer's camera looks at the person, who moves the right way as before a mirror.
        shown = self._image.flipped(Qt.Orientation.Horizontal) if self.is_mirror else self._image
        paint_image(painter, place, shown, self._words)
        if self._is_recording:
            painter.setPen(QPen(the_theme().color("bad"), _RECORDING_FRAME))
            painter.drawRoundedRect(place, RADIUS, RADIUS)


class Source(NamedTuple):
    """A camera to choose. `port` is that of its board, '' for this computer's own."""

    name: str
    port: str = ""


class CameraChoice(QWidget):
    """`frame`: there is a new `latest` image. `changed`: the camera is on, or no longer. `failed`: it broke.

    Boards are looked for while it is in use; the list is shown as soon as there is something to choose.
    """

    frame = Signal()
    changed = Signal()
    failed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._desk = desk_of(session)
        self._computer, self._board = ComputerCamera(self), BoardCamera(self._desk, self)
        self.watcher = PortWatcher(self)
        self._sources: list[Source] = []
        self.chosen: Source | None = None
        self.latest = QImage()
        layout = column(self, Space.SMALL)
        self.view = CameraView()
        layout.addWidget(self.view, 1)
        self.cameras = Choices()
        self.cameras.setAccessibleName(self.tr("Camera"))
        # A board's port has a long name: the list is as wide as the image above it.
        self.cameras.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cameras.setMinimumContentsLength(_LEAST_LETTERS)
        self.cameras.activated.connect(self._choose)
        layout.addWidget(self.cameras)
        self.again = button(self.tr("Try the camera again"), self.start)
        layout.addWidget(self.again)
        self.watcher.changed.connect(self._offer)
        for camera in (self._computer, self._board):
            camera.frame.connect(self._show_frame)
            camera.failed.connect(self._fail)

    @property
    def is_on(self) -> bool:
        """Whether a camera is in use."""
        return self._computer.is_on or self._board.is_on

    def start(self) -> None:
        """Use the camera that is chosen, or the computer's first."""
        self.stop()
        self.watcher.start()
        self._offer()
        chosen = self.chosen
        is_board = chosen is not None and bool(chosen.port)
        self.view.is_mirror = not is_board
        self.again.hide()
        if chosen is not None and is_board:
            self.view.say(self.tr("Connecting to the board…"))
            self._board.start(chosen.port)
        else:
            self.view.say(self.tr("Starting the camera…"))
            if reason := why_no_camera():
                self._fail(reason)
            else:
                self._computer.start(chosen.name if chosen else "")
        self.changed.emit()

    def stop(self) -> None:
        """Give the camera back."""
        self.watcher.stop()
        self._computer.stop()
        self._board.stop()
        self.latest = QImage()

    def _offer(self, _ports: object = None) -> None:
        """List what there is now; the one in use stays, also while it is unplugged."""
        names = self._computer.names()
        sources = [Source(name) for name in names]
        sources += [Source(self.tr("Board: {name}").format(name=name), port) for port, name in self._boards()]
        if self.chosen is None and names:
            self.chosen = sources[0]
        if self.chosen is not None and self.chosen not in sources:
            if self.chosen.port or not names:
                sources.append(self.chosen)
            else:
                self.chosen = sources[0]
        if sources != self._sources or self.cameras.count() != len(sources):
            self._sources = sources
            self.cameras.clear()
            self.cameras.addItems([source.name for source in sources])
        if self.chosen is not None:
            self.cameras.setCurrentIndex(sources.index(self.chosen))
        else:
            self.cameras.setCurrentIndex(-1)
        boards = [source for source in sources if source.port]
        self.cameras.setVisible(len(sources) > 1 or bool(boards))

    def _boards(self) -> list[tuple[str, str]]:
        """Port and name of what may be a board: ports of this computer, and the board that is live."""
        boards = {port.address: port.name for port in self.watcher.ports or () if not port.reason}
        live = self._desk.link.met
        if live is not None and live.camera and live.port not in boards:
            boards[live.port] = live.port
        return list(boards.items())

    def _choose(self, index: int) -> None:
        self.chosen = self._sources[index]
        self.start()

    def _show_frame(self, image: QImage) -> None:
        is_first = self.latest.isNull()
        self.latest = image
        self.view.show_image(image)
        self._computer.want()
        if is_first:
            self.changed.emit()
        self.frame.emit()

    def _fail(self, reason: str) -> None:
        self.failed.emit()
        others = any(source != self.chosen for source in self._sources)
        words = self.tr("You can add files to each class instead.")
        if others:
            words = self.tr("You can choose another camera below, or add files to each class.")
        self.view.say(f"{reason}\n\n{words}")
        self.again.show()
        self.changed.emit()
