"""Whether the model fits the target board: worked out from the settings, then as the run reports it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.session import Session
from app.shell.header import Header
from app.texts import translate
from app.wording import milliseconds, size
from core.boards.profiles import VIRTUAL_BOARD, board_profile, board_profiles
from core.boards.resource_estimate import ResourceEstimate, estimate_of_settings
from core.errors import SqueezeError
from core.runs.summary import BoardFigures

_QUIET = 120
_CLASSES = 6
"""Before the pictures are known; a class more or less is a few bytes."""


class FitGauges(QObject):
    """Keeps the header's gauges true."""

    def __init__(self, header: Header, session: Session) -> None:
        super().__init__(header)
        self._header, self._session = header, session
        if not session.board:
            session.preferences.board = VIRTUAL_BOARD
        header.offer_boards([(one.id, one.name) for one in board_profiles()], session.board)
        header.board_chosen.connect(session.choose_board)
        # A slider that is moved asks many times a second.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._show)
        for signal in (session.opened, session.changed, session.settings_changed, session.board_changed):
            signal.connect(self._timer.start)
        self._show()

    def _show(self) -> None:
        session = self._session
        self._header.mark_board(session.board)
        measured = session.summary.board if session.summary else None
        if measured is not None and measured.profile == session.board:
            self._show_measured(measured)
            return
        try:
            profile = board_profile(session.board)
        except SqueezeError:
            return
        self._show_fit(estimate_of_settings(profile, session.settings, len(session.classes) or _CLASSES))

    def _show_fit(self, found: ResourceEstimate) -> None:
        needs = translate("FitGauges", "{needed} of {available}")
        basis = translate("FitGauges", "Expected from the settings.")
        for gauge, need in ((self._header.flash, found.flash), (self._header.memory, found.memory)):
            words = needs.format(needed=size(need.needed), available=size(need.available))
            gauge.set(need.share, f"{words}. {basis}")
        self._header.time.setText(milliseconds(found.latency_ms))

    def _show_measured(self, board: BoardFigures) -> None:
        fit = self._fit_of_figures(board)
        basis = (
            translate("FitGauges", "Measured.")
            if board.basis != "predicted"
            else translate("FitGauges", "Expected from the settings.")
        )
        flash = board.flash_bytes / max(board.flash_available_bytes, 1)
        words = translate("FitGauges", "{needed} of {available}").format(
            needed=size(board.flash_bytes), available=size(board.flash_available_bytes)
        )
        self._header.flash.set(flash, f"{words}. {basis}")
        self._header.memory.set(fit, f"{size(board.arena_bytes)}. {' '.join(board.problems)} {basis}")
        self._header.time.setText(milliseconds(board.latency_ms))

    def _fit_of_figures(self, board: BoardFigures) -> float:
        """The share of memory: that of the room in which the arena then is."""
        limits = board_profile(board.profile).arena
        room = limits.persistent + limits.working
        if limits.psram and (board.arena_bytes > room or board.fits):
            room = max(room, limits.psram)
        return board.arena_bytes / room
