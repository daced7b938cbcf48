"""What of the open run concerns a board: its finished model, and the board that it is meant for."""

from __future__ import annotations

from app.session import Session
from core.boards.profiles import VIRTUAL_BOARD, board_profile
from core.boards.virtual.chips import CHIPS
from core.errors import SqueezeError


def finished_model(session: Session) -> str:
    """The hash of the run's finished model, '' when it is not finished."""
    record = session.record
    if record is None or not record.is_done("huffman"):
        return ""
    return record.stages["huffman"].sha256 or ""


def real_board(session: Session) -> str:
    """The target's profile, '' when there is none or one that exists in software only."""
    try:
        return "" if board_profile(session.board).is_virtual else session.board
    except SqueezeError:
        return ""


def played_board(session: Session) -> str:
    """The profile that a virtual board plays: the target's, where there is a virtual chip for it."""
    board = real_board(session)
    return board if board and board_profile(board).chip_id in CHIPS else VIRTUAL_BOARD
