"""Along the top, always: which run is open, which board it is for, whether it fits, and the preferences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QStyle, QStyleOptionComboBox, QWidget

from app.application import LANGUAGES
from app.background import in_background
from app.preferences import Preferences
from app.session import Session
from app.theme.theme import the_theme
from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, Sign, icon_button, label, row, set_role
from app.widgets.controls import Choices
from app.widgets.dialogs import add_choices, ask_for_folder, pop_up_below
from app.wording import milliseconds, size, translate, whole_percent
from core.boards.profiles import VIRTUAL_BOARD, BoardProfile, board_profile, board_profiles
from core.boards.resource_estimate import ResourceEstimate, estimate_of_settings
from core.errors import SqueezeError
from core.runs.folder import RunFolder, tflite_file
from core.runs.record import RunRecord, first_difference
from core.settings import STAGES, Stage

_GAUGE_WIDTH, _GAUGE_HEIGHT = 44, 8
_LEAST_LETTERS = 12
_NEARLY_FULL = 0.9
_SIGN = 24
_QUIET_MILLISECONDS = 120
_MOVING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Gauge(QWidget):
    """A share from 0 to 1 or more; above 1 it says so in words and not in color alone."""

    def __init__(self, word: str, explanation: str) -> None:
        super().__init__()
        layout = row(self, Space.SMALL)
        self._word = word
        layout.addWidget(label(word, "soft"))
        self.bar = _GaugeBar()
        layout.addWidget(self.bar)
        self.figure = label("", "soft")
        layout.addWidget(self.figure)
        self._explanation = explanation
        self.setToolTip(explanation)
        self.setAccessibleName(word)
        self.set(None)

    def set(self, share: float | None, detail: str = "") -> None:
        """Show a share, or that there is none yet; `detail` is added to the tooltip."""
        self.bar.set(share)
        if share is None:
            self.figure.setText("-")
        else:
            self.figure.setText(self.tr("full") if share > 1 else whole_percent(share))
        set_role(self.figure, "bad" if share is not None and share > 1 else "soft")
        text = f"{self._explanation}\n{detail}".strip()
        self.setToolTip(text)
        self.setAccessibleDescription(f"{self.figure.text()}. {text}")


class _GaugeBar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_GAUGE_WIDTH, _GAUGE_HEIGHT)

    def set(self, share: float | None) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme, share = the_theme(), self._share or 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(QRectF(0, 0, _GAUGE_WIDTH, _GAUGE_HEIGHT), 4, 4)
        color = "bad" if share > 1 else "warning" if share > _NEARLY_FULL else "accent"
        painter.setBrush(theme.color(color))
        painter.drawRoundedRect(QRectF(0, 0, _GAUGE_WIDTH * min(share, 1.0), _GAUGE_HEIGHT), 4, 4)


class _Boards(Choices):
    """Neither the wheel nor an arrow key changes the target in passing: a key opens the list.

    It is as wide as the chosen name where there is room, and less where there is not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: room for the chosen name."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        name = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.currentText() + " ")
        kind = QStyle.ContentsType.CT_ComboBox
        return self.style().sizeFromContents(kind, option, name, self).expandedTo(super().sizeHint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: a key was pressed while the list is closed."""
        if event.key() in _MOVING_KEYS:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class Header(QFrame):
    """Only words and signals: what it shows is given to it."""

    home_wanted = Signal()
    guide_wanted = Signal()
    preferences_wanted = Signal()
    board_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        layout = row(self, Space.MEDIUM)
        layout.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
        layout.addWidget(Sign("squeeze", "accent", _SIGN))
        layout.addWidget(label("Squeeze Studio", "heading"))
        self.run_name = ElidedLabel("", "soft")
        layout.addWidget(self.run_name, 1)
        layout.addWidget(label(self.tr("Target"), "soft"))
        self.boards = _Boards()
        self.boards.setAccessibleName(self.tr("Target board"))
        self.boards.setPlaceholderText(self.tr("Choose a board"))
        self.boards.setToolTip(self.tr("The board that runs the model. You can change it at any time."))
        self.boards.activated.connect(lambda index: self.board_chosen.emit(self.boards.itemData(index)))
        layout.addWidget(self.boards)
        self.flash = Gauge(self.tr("flash"), self.tr("Flash is where the board stores the model."))
        self.memory = Gauge(
            self.tr("memory"), self.tr("Memory (RAM) is what the board needs to process an image.")
        )
        self.time = label("", "soft")
        self.time.setToolTip(self.tr("Time per image on the board."))
        self._fit = (self.flash, self.memory, self.time)
        for widget in self._fit:
            layout.addWidget(widget)
        buttons = row(space=0)
        buttons.addWidget(icon_button("home", self.tr("Start page"), self.home_wanted.emit))
        buttons.addWidget(icon_button("help", self.tr("Guide (F1)"), self.guide_wanted.emit))
        self.preferences = icon_button("settings", self.tr("Preferences"), self.preferences_wanted.emit)
        buttons.addWidget(self.preferences)
        layout.addLayout(buttons)

    def show_fit(self, *, wanted: bool) -> None:
        """Show the gauges and the time, or leave them out: before photos were looked at nothing is known."""
        for widget in self._fit:
            widget.setVisible(wanted)

    def show_run(self, name: str) -> None:
        """Name the open run, or none."""
        self.run_name.setText(name)

    def offer_boards(self, boards: list[tuple[str, str]], chosen: str) -> None:
        """List boards as (id, name) and mark one."""
        self.boards.clear()
        for identifier, name in boards:
            self.boards.addItem(name, identifier)
        self.mark_board(chosen)

    def mark_board(self, board: str) -> None:
        """Show a board as the chosen one; none where it is not in the list."""
        self.boards.setCurrentIndex(self.boards.findData(board, Qt.ItemDataRole.UserRole))


class _Model(NamedTuple):
    """A finished .tflite file, by its hash, and the board that it is to fit."""

    sha256: str
    stage: Stage
    board: str


class FitGauges(QObject):
    """Keeps the header's gauges true."""

    def __init__(self, header: Header, session: Session) -> None:
        super().__init__(header)
        self._header, self._session = header, session
        self._wanted: _Model | None = None
        self._asked: set[_Model] = set()
        self._measured: dict[_Model, ResourceEstimate] = {}
        if not session.known_board:
            session.preferences.board = VIRTUAL_BOARD
        self._offer_boards()
        session.boards_changed.connect(self._offer_boards)
        header.board_chosen.connect(session.choose_board)
        # A slider that is moved asks many times a second.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MILLISECONDS)
        self._timer.timeout.connect(self._show)
        for signal in (session.opened, session.changed, session.settings_changed, session.board_changed):
            signal.connect(self._timer.start)
        self._show()

    def _offer_boards(self) -> None:
        # A board that was described anew has other figures.
        self._measured.clear()
        boards = [(one.id, one.name) for one in board_profiles()]
        self._header.offer_boards(boards, self._session.board)

    def _show(self) -> None:
        session = self._session
        self._header.mark_board(session.board)
        self._header.show_fit(wanted=bool(session.classes))
        try:
            profile = board_profile(session.board)
        except SqueezeError:
            self._wanted = None
            self._show_nothing()
            return
        self._wanted = self._model_to_measure()
        if self._wanted is None:
            fit = estimate_of_settings(profile, session.settings, len(session.classes))
            self._show_fit(fit)
        elif self._wanted in self._measured:
            self._show_fit(self._measured[self._wanted])
        else:
            self._measure(self._wanted, profile)

    def _model_to_measure(self) -> _Model | None:
        """The run's last .tflite file; None where there is none, or where the settings have changed since."""
        record = self._session.record
        if record is None or first_difference(record.settings, self._session.settings) is not None:
            return None
        done = [stage for stage in STAGES if record.is_done(stage) and tflite_file(stage)]
        return _Model(record.stages[done[-1]].sha256 or "", done[-1], self._session.board) if done else None

    def _measure(self, model: _Model, profile: BoardProfile) -> None:
        """Measure a model's memory in another process, unless that is being done, and show it."""
        folder, record, classes = self._session.folder, self._session.record, self._session.classes
        if folder is None or record is None or model in self._asked:
            return
        self._asked.add(model)
        self._show_nothing()
        in_background(
            self,
            lambda: _fit_of_run(record, classes, folder, model.stage, profile),
            lambda found: self._take(model, found),
        )

    def _take(self, model: _Model, found: ResourceEstimate | None) -> None:
        self._asked.discard(model)
        if found is not None:
            self._measured[model] = found
            if model == self._wanted:
                self._show_fit(found)

    def _show_nothing(self) -> None:
        self._header.flash.set(None)
        self._header.memory.set(None)
        self._header.time.setText("")

    def _show_fit(self, resources: ResourceEstimate) -> None:
        needs = translate("FitGauges", "{needed} of {available}")
        basis = (
            translate("FitGauges", "Measured.")
            if resources.basis == "measured"
            else translate("FitGauges", "Estimated from the settings.")
        )
        for gauge, need in ((self._header.flash, resources.flash), (self._header.memory, resources.memory)):
            words = needs.format(needed=size(need.needed), available=size(need.available))
            gauge.set(need.share, f"{words}. {basis}")
        board = self._session.summary.board if self._session.summary else None
        is_timed = board is not None and board.latency_measured and board.profile == resources.profile
        self._header.time.setText(
            milliseconds(board.latency_ms if board and is_timed else resources.latency_ms)
        )


def _fit_of_run(
    record: RunRecord, classes: tuple[str, ...], folder: RunFolder, after: Stage, profile: BoardProfile
) -> ResourceEstimate | None:
    # Not needed for the window's first paint.
    from core.runs.board_fit import fit_of_run

    try:
        return fit_of_run(record, classes, folder, after, profile)
    except (SqueezeError, OSError):
        return None


def preferences_menu(
    button: QWidget,
    preferences: Preferences,
    set_language: Callable[[str], None],
    set_color_scheme: Callable[[str], None],
) -> QMenu:
    """Show the menu below its button. What is chosen is given to the functions by its code."""
    parent = button.window()
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    add_choices(
        menu.addMenu(translate("Preferences", "Language")),
        {"system": translate("Preferences", "System default"), **LANGUAGES},
        preferences.language,
        set_language,
    )
    add_choices(
        menu.addMenu(translate("Preferences", "Color scheme")),
        {
            "system": translate("Preferences", "System default"),
            "light": translate("Preferences", "Light"),
            "dark": translate("Preferences", "Dark"),
        },
        preferences.scheme,
        set_color_scheme,
    )
    menu.addSeparator()
    traces = menu.addAction(translate("Preferences", "Record performance traces"))
    traces.setToolTip(
        translate(
            "Preferences", "Each step saves a trace for chrome://tracing in the logs folder of its run."
        )
    )
    traces.setCheckable(True)
    traces.setChecked(preferences.records_traces)
    traces.toggled.connect(lambda wanted: setattr(preferences, "records_traces", wanted))
    folder = menu.addAction(translate("Preferences", "Runs folder…"))
    folder.setToolTip(str(preferences.runs_folder))
    folder.triggered.connect(lambda: _choose_folder(parent, preferences))
    menu.addSeparator()
    about = menu.addAction(translate("Preferences", "About Squeeze Studio…"))
    about.setToolTip(translate("Preferences", "Version and licenses"))
    about.triggered.connect(lambda: _open_about(parent))
    pop_up_below(menu, button)
    return menu


def _open_about(parent: QWidget) -> None:
    from app.about import open_about

    open_about(parent)


def _choose_folder(parent: QWidget, preferences: Preferences) -> None:
    def take(folder: Path) -> None:
        preferences.runs_folder = folder

    ask_for_folder(parent, translate("Preferences", "Runs folder"), take, preferences.runs_folder)
