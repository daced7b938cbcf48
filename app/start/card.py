"""One run on the start page, with its curve."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.start.found_runs import Epochs, FoundRun
from app.step import step
from app.theme.theme import the_theme
from app.theme.tokens import RADIUS, Space
from app.widgets.basics import Button, ElidedLabel, button, column, icon_button, label, plain_tip, row
from app.widgets.dialogs import pop_up, pop_up_below
from app.wording import percent, size
from core.settings import SAMPLE_SCENES, STAGES

_CURVE_HEIGHT = 44
_EDGE = 3.0
_LEAST_RANGE = 0.1
_HEIGHT = 212


class Curve(QWidget):
    """Nothing to operate: what it shows stands beside it in words. Stages stand on bands of their own."""

    def __init__(self, epochs: Sequence[Epochs]) -> None:
        super().__init__()
        self._epochs = epochs
        self.setFixedHeight(_CURVE_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(160, _CURVE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the line."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        place = QRectF(self.rect())
        total = sum(len(own.accuracies) for own in self._epochs)
        at = 0
        for number, own in enumerate(self._epochs):
            left, right = (place.width() * n / max(total, 1) for n in (at, at + len(own.accuracies)))
            if number % 2 == 0:
                painter.setBrush(theme.color("raised"))
                painter.drawRoundedRect(QRectF(left, 0, right - left, place.height()), 4, 4)
            at += len(own.accuracies)
        points = line_through([value for own in self._epochs for value in own.accuracies], place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawPolyline(points)
        if points.size():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(points.last(), _EDGE, _EDGE)


def line_through(values: Sequence[float], place: QRectF) -> QPolygonF:
    """The points of a line through values of one epoch each, from the left edge of `place` to the right."""
    if not values:
        return QPolygonF()
    low, high = min(values), max(values)
    middle, spread = (low + high) / 2, max(high - low, _LEAST_RANGE)
    inner = place.adjusted(_EDGE, 2 * _EDGE, -_EDGE - 1, -2 * _EDGE)
    return QPolygonF(
        [
            QPointF(
                inner.left() + inner.width() * (number + 0.5) / len(values),
                inner.center().y() - inner.height() * (value - middle) / spread,
            )
            for number, value in enumerate(values)
        ]
    )


class RunCard(QPushButton):
    """Opened by a click or Enter; Del deletes, C compares. Signals only; what is shown is in `run`."""

    open_wanted = Signal(object)
    go_on_wanted = Signal(object)
    compare_wanted = Signal(object)
    folder_wanted = Signal(object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    clean_wanted = Signal(object)

    def __init__(self, run: FoundRun) -> None:
        super().__init__()
        self.run = run
        self._chosen = False
        self.go_on: Button | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._spoken())
        self.setToolTip(plain_tip(self._told()))
        self.clicked.connect(lambda: self._open())
        self._layout = column(self, Space.SMALL)
        self._layout.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.MEDIUM)
        self._add_head()
        if run.condition in ("missing", "damaged"):
            self._add_problem()
        else:
            self._add_figures()

    @property
    def can_open(self) -> bool:
        """Whether there is something to open."""
        return self.run.condition not in ("missing", "damaged")

    def choose(self, chosen: bool) -> None:
        """Show it as chosen for a comparison."""
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("Selected for comparison") if chosen else "")
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(0, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key is pressed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.run)
        elif event.key() == Qt.Key.Key_C and self.run.last is not None:
            self.compare_wanted.emit(self.run)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Qt: the menu is asked for, by the other button of the mouse or the key for it."""
        self._show_menu()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Qt: anything; the look follows pointer and focus."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the frame."""
        theme = the_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus() or self._chosen
        hot = self.underMouse() and self.can_open
        pen = QPen(theme.color("accent" if marked or hot else "line"), 2 if marked else 1)
        painter.setPen(pen)
        painter.setBrush(theme.color("accent_soft" if self._chosen else "card"))
        edge = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)

    def _open(self) -> None:
        if self.can_open:
            self.open_wanted.emit(self.run)

    def _add_head(self) -> None:
        head = row(space=Space.SMALL)
        head.addWidget(ElidedLabel(self.run.name, "heading"), 1)
        self.menu_button = icon_button(
            "more", self.tr("Actions for {name}").format(name=self.run.name), self._show_menu
        )
        head.addWidget(self.menu_button)
        self._layout.addLayout(head)

    def _add_problem(self) -> None:
        self._layout.addWidget(label(self._problem(), "bad", wrap=True))
        self._layout.addWidget(label(self._remedy(), "caption", wrap=True))
        self._layout.addStretch(1)
        line = row(space=Space.SMALL)
        forget = self.run.condition == "missing"
        text = self.tr("Remove from list") if forget else self.tr("Show folder")
        wanted = self.delete_wanted if forget else self.folder_wanted
        line.addWidget(button(text, lambda: wanted.emit(self.run)))
        line.addStretch(1)
        self._layout.addLayout(line)

    def _problem(self) -> str:
        if self.run.condition == "missing":
            return self.tr("This folder no longer exists or no longer contains a run.")
        return self.run.problem

    def _remedy(self) -> str:
        if self.run.condition == "missing":
            return self.tr("If you moved it, open it in its new place.")
        return self.run.remedy or self.tr("Restore it from a backup, or delete it.")

    def _add_figures(self) -> None:
        self._layout.addWidget(label(self._when_and_what(), "caption", wrap=True))
        self._layout.addWidget(Curve(self.run.epochs))
        figures = row(space=Space.MEDIUM)
        last = self.run.last
        if last is not None:
            figures.addWidget(label(percent(last.accuracy), "heading"))
            figures.addStretch(1)
            figures.addWidget(label(size(last.bytes), "heading"))
        else:
            figures.addWidget(label(self.tr("No step finished yet"), "soft"))
            figures.addStretch(1)
        self._layout.addLayout(figures)
        self._layout.addStretch(1)
        self._add_foot()

    def _add_foot(self) -> None:
        foot = row(space=Space.SMALL)
        interrupted = self.run.condition == "interrupted"
        foot.addWidget(label(self._state(), "warning" if interrupted else "caption", wrap=True), 1)
        if interrupted:
            self.go_on = button(self.tr("Continue"), lambda: self.go_on_wanted.emit(self.run))
            foot.addWidget(self.go_on)
        self._layout.addLayout(foot)

    def _when_and_what(self) -> str:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(self.run.changed)), QLocale.FormatType.ShortFormat
        )
        return f"{when} · {self._images()}"

    def _images(self) -> str:
        if self.run.summary is None:
            source = self.run.settings.data.source if self.run.settings else ""
            return self.tr("sample scenes") if source == SAMPLE_SCENES else Path(source).name
        return self.tr("%Ln class(es)", None, len(self.run.summary.dataset.classes))

    def _state(self) -> str:
        run = self.run
        if run.condition == "interrupted" and run.at is not None:
            return self.tr("Stopped: {step}").format(step=step(run.at).title)
        if run.at is None:
            return run.board or self.tr("Finished")
        count = self.tr("{done} of {all} steps finished").format(done=len(run.done), all=len(STAGES))
        return f"{count} · {run.board}" if run.board else count

    def _spoken(self) -> str:
        words = [self.run.name]
        if not self.can_open:
            words.append(self._problem())
        elif self.run.last is not None:
            words += [percent(self.run.last.accuracy), size(self.run.last.bytes), self._state()]
        else:
            words.append(self._state())
        return ", ".join(words)

    def _told(self) -> str:
        classes = self.run.summary.dataset.classes if self.run.summary else ()
        return f"{self.run.path}\n{', '.join(classes)}".strip()

    def _show_menu(self) -> None:
        menu = QMenu(self)
        if self.can_open:
            self._add_action(menu, self.tr("Open"), self.open_wanted, "play")
        if self.run.last is not None:
            self._add_action(menu, self.tr("Compare with another run"), self.compare_wanted, "compare")
        if self.run.condition != "missing":
            self._add_action(menu, self.tr("Show folder"), self.folder_wanted, "folder")
        if self.run.last is not None:
            self._add_action(menu, self.tr("Free disk space"), self.clean_wanted, "squeeze")
        if self.run.can_delete:
            self._add_action(menu, self.tr("Rename…"), self.rename_wanted, "pencil")
        forget = self.run.condition == "missing"
        if forget or self.run.can_delete:
            menu.addSeparator()
            text = self.tr("Remove from list") if forget else self.tr("Delete")
            self._add_action(menu, text, self.delete_wanted, "trash")
        shows_itself = self.menu_button.underMouse() or not self.underMouse()
        if shows_itself:
            pop_up_below(menu, self.menu_button)
        else:
            pop_up(menu, QCursor.pos())

    def _add_action(self, menu: QMenu, text: str, wanted: object, icon: str) -> None:
        action = QAction(the_theme().icon(icon), text, menu)
        action.triggered.connect(lambda: wanted.emit(self.run))  # type: ignore[attr-defined]
        menu.addAction(action)
