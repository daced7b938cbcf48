"""The camera of a board, over the link."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.camera import middle_square
from app.steps.desk import Desk, LiveLink
from core.events import AnyEvent, BoardMet, Crashed, Failed, Seen
from core.requests import LiveRequest
from core.worker_commands import UseCamera

_NOT_OURS = frozenset({"board-silent", "link-garbled", "link-version", "board-reported"})
"""What a board answers, or does not, that has other firmware."""


class BoardCamera(QObject):
    """`frame` brings the middle square of each image that a board sends; `failed` says why none will come.

    A board that is live already is asked over the link that there is: a port can be opened only once.
    """

    frame = Signal(QImage)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._link: LiveLink | None = None
        self._is_sending = False

    @property
    def is_on(self) -> bool:
        """Whether the board has been asked for images, and can send some."""
        return self._is_sending

    def start(self, port: str) -> None:
        """Have the board on a port send what its camera sees."""
        self.stop()
        live = self._desk.link
        is_live = live.is_open and live.met is not None and live.met.port == port
        link = self._link = live if is_live else self._desk.camera
        link.reported.connect(self._listen)
        link.ended.connect(self._end)
        if is_live and live.met is not None:
            self._meet(live.met)
        else:
            link.open(LiveRequest(port=port))

    def stop(self) -> None:
        """Let the board rest, and give its port back."""
        link, self._link, self._is_sending = self._link, None, False
        if link is None:
            return
        link.reported.disconnect(self._listen)
        link.ended.disconnect(self._end)
        if link is self._desk.camera:
            link.close()
        elif link.met is not None:
            link.ask(UseCamera(on=False))

    def _meet(self, met: BoardMet) -> None:
        if met.problem:
            self._fail(
                self.tr(
                    "The board has no model that works, and without one its camera is off. Flash a finished "
                    "model on the page Board, and try again."
                )
            )
        elif not met.camera:
            self._fail(
                self.tr(
                    "This board has no camera, or its camera does not answer. Check the camera's cable, or "
                    "connect a board that has a camera, and try again."
                )
            )
        elif self._link is not None:
            self._is_sending = True
            self._link.ask(UseCamera(on=True))

    def _listen(self, events: list[AnyEvent]) -> None:
        for event in events:
            match event:
                case BoardMet():
                    self._meet(event)
                case Seen(source="camera", jpeg=jpeg) if self._is_sending:
                    image = QImage.fromData(jpeg)
                    if not image.isNull():
                        self.frame.emit(middle_square(image))

    def _end(self, outcome: AnyEvent) -> None:
        match outcome:
            case Failed(code=code, happened=happened, remedy=remedy):
                flash = self.tr("If the board has other firmware, flash it on the page Board.")
                self._fail(" ".join((happened, remedy, *([flash] if code in _NOT_OURS else []))))
            case Crashed():
                self._fail(self.tr("The connection to the board ended unexpectedly. Try again."))
            case _:
                self._fail(self.tr("The connection to the board was closed. Try again."))

    def _fail(self, reason: str) -> None:
        self.stop()
        self.failed.emit(reason)
