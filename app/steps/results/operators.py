"""The slowest operators of a stage's .tflite: in LiteRT on this computer, and on the run's board."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.session import Session
from app.task_client import TaskClient
from app.theme.tokens import Space
from app.widgets.basics import button, clear, column, label, row, set_role
from app.wording import decimal, milliseconds
from core.deployment.board_results import OperatorTable, TimedOperator
from core.events import AnyEvent, Crashed, Failed, Succeeded
from core.reading import resolved
from core.requests import OperatorTimesRequest
from core.settings import Stage

_SHOWN = 12


class OperatorsView(QWidget):
    """A button that measures; then a row for each of the slowest operators, and where the times come from.

    What was measured is of one file and one board, and goes when either is another.
    """

    def __init__(self, session: Session, stage: Stage) -> None:
        super().__init__()
        self._session, self._stage = session, stage
        self._asked: tuple[OperatorTimesRequest, str] | None = None
        self.table: OperatorTable | None = None
        self.task = TaskClient(self)
        self.task.ended.connect(self._end)
        layout = column(self, Space.SMALL)
        layout.addWidget(
            label(
                self.tr(
                    "Where the time goes when this file classifies an image: in LiteRT on this computer, and "
                    "on the board."
                ),
                "caption",
                wrap=True,
            )
        )
        line = row()
        self.button = button(self.tr("Measure"), self.measure)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.status = label("", "soft", wrap=True)
        line.addWidget(self.status, 1)
        layout.addLayout(line)
        self._rows: QVBoxLayout = column(space=0)
        layout.addLayout(self._rows)
        self.basis = label("", "caption", wrap=True)
        layout.addWidget(self.basis)
        signals = (
            session.opened,
            session.changed,
            session.board_changed,
            session.task_started,
            session.ended,
        )
        for signal in signals:
            signal.connect(self.refresh)
        self.refresh()

    def measure(self) -> None:
        """Time the file as it is now."""
        wanted = self._wanted()
        if wanted is None or self.task.is_busy:
            return
        self._asked = wanted
        self.task.start(wanted[0])
        self.refresh()

    def leave(self) -> None:
        """End the measuring: the program is about to end."""
        self._asked = None
        self.task.kill()

    def refresh(self) -> None:
        """Forget what is of another file or board."""
        wanted = self._wanted()
        if wanted != self._asked:
            self._asked, self.table = None, None
            self.task.kill()
            self._show_table()
        busy = self.task.is_busy and self._asked is not None
        # Another task at work would be in the times.
        self.button.setEnabled(wanted is not None and not (self.task.is_busy or self._session.is_busy))
        self._say(self.tr("Measuring…") if busy else "")

    def _wanted(self) -> tuple[OperatorTimesRequest, str] | None:
        """What would be asked for now, and the hash of the file; None before there is one."""
        session = self._session
        record = session.record
        if session.folder is None or record is None or not record.is_done(self._stage):
            return None
        request = OperatorTimesRequest(
            model=str(session.folder.file(self._stage)), board=session.known_board or None
        )
        return request, record.stages[self._stage].sha256 or ""

    def _end(self, outcome: AnyEvent) -> None:
        asked = self._asked
        self.refresh()
        if asked is None or asked != self._asked:
            return
        match outcome:
            case Succeeded(figures=figures):
                self.table = msgspec.convert(figures, resolved(OperatorTable))
                self._show_table()
            case Failed(happened=happened, remedy=remedy):
                self._say(f"{happened} {remedy}", is_bad=True)
            case Crashed():
                self._say(self.tr("The worker ended unexpectedly."), is_bad=True)

    def _say(self, text: str, *, is_bad: bool = False) -> None:
        self.status.setText(text)
        set_role(self.status, "bad" if is_bad else "soft")

    def _show_table(self) -> None:
        clear(self._rows)
        table = self.table
        self.basis.setText("" if table is None else self._basis(table))
        if table is None:
            return
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(int(Space.MEDIUM))
        grid.setVerticalSpacing(int(Space.HAIR))
        grid.setColumnStretch(0, 1)
        board = self.tr("{board} (measured)") if table.measured else self.tr("{board} (estimated)")
        heads = (
            self.tr("Operator"),
            self.tr("Output"),
            "LiteRT",
            board.format(board=table.board) if table.board else "",
        )
        texts = [heads, *map(_row, table.slowest[:_SHOWN])]
        for number, cells in enumerate(texts):
            for place, text in enumerate(cells):
                cell = label(text, "caption" if number else "soft")
                if place > 1:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, number, place)
        self._rows.addWidget(made)

    def _basis(self, table: OperatorTable) -> str:
        others = len(table.operators) - min(_SHOWN, len(table.operators))
        words = [self.tr("%Ln other operator(s) take less.", None, others)] if others else []
        words.append(
            self.tr(
                "LiteRT: each operator alone, with one thread. Together {alone}; the whole file takes "
                "{whole}."
            ).format(alone=time_of(table.alone_microseconds), whole=time_of(table.whole_microseconds))
        )
        if self._stage == "huffman":
            words.append(self.tr("LiteRT runs the decoded file: it does not know TFLM_DECODE."))
        if table.board:
            measured = self.tr("{board}: as a board of this type reported it after flashing.")
            estimated = self.tr("{board}: estimated from the multiplications of the convolutions.")
            words.append((measured if table.measured else estimated).format(board=table.board))
        return " ".join(words)


def _row(one: TimedOperator) -> tuple[str, str, str, str]:
    name = f"{one.number}. {one.name} ({one.kind})" if one.name else f"{one.number}. {one.kind}"
    litert, board = one.litert_microseconds, one.board_microseconds
    return (
        name,
        " x ".join(map(str, one.shape)),
        "-" if litert is None else time_of(litert),
        "" if board is None else time_of(board),
    )


def time_of(microseconds: float) -> str:
    """A time that may be very short: '0.8 µs', '4.2 ms', '85 ms'."""
    if microseconds < 1e3:
        return f"{decimal(microseconds, 1)} µs"
    value = microseconds / 1e3
    return f"{decimal(value, 1)} ms" if value < 10 else milliseconds(value)
