"""A mistake enlarged: what it was taken for, what it is, and what can be done about a wrong label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.session import Session
from app.steps.photo_edits import PhotoEdits
from app.steps.results.thumbnails import Thumbnails
from app.theme.tokens import Space
from app.widgets.basics import PathLabel, button, column, icon_button, label, row, set_role
from app.widgets.dialogs import pop_up_below
from app.widgets.painted import paint_image, square_in
from app.wording import error_words, percent, translate, whole
from core.datasets.photo_changes import PhotoChange
from core.errors import SqueezeError
from core.evaluation.confusion import Mistake
from core.settings import RunSettings

_SIDE, _LEAST_SIDE, _PIXELS = 440, 200, 640
_SIZE = QSize(780, 480)


class Picture(QWidget):
    """One image, as large as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Mistakes", "Image"))

    def show_image(self, image: QImage) -> None:
        """Show another image; a null one is none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the size that it would like."""
        return QSize(_SIDE, _SIDE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least size."""
        return QSize(_LEAST_SIDE, _LEAST_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Qt: draw the image."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_image(painter, square_in(self), self._image)


class MistakeDialog(QDialog):
    """Mistakes of a run made with `settings`, one at a time.

    In a folder of photos that this program took, an image can be moved to the class that it is of. Everywhere
    it can be excluded. Both can be taken back here, and nothing of the person's own is touched.
    """

    def __init__(
        self,
        session: Session,
        mistakes: Sequence[Mistake],
        settings: RunSettings,
        number: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self._title())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._mistakes, self._number = session, tuple(mistakes), number
        self.edits = PhotoEdits(session, self)
        self.edits.refused.connect(self._refuse)
        self._moved: dict[str, PhotoChange] = {}
        self._images: dict[str, QImage] = {}
        layout = row(self, Space.LARGE, Space.LARGE)
        self.picture = Picture()
        layout.addWidget(self.picture, 3)
        layout.addLayout(self._side(), 2)
        self._thumbnails = Thumbnails(self, _PIXELS)
        self._thumbnails.made.connect(self._take)
        # The one that was clicked first.
        names = [mistake.image for mistake in (*self._mistakes[number:], *self._mistakes[:number])]
        self._thumbnails.make(settings, names)
        session.task_started.connect(self._show)
        session.ended.connect(self._show)
        session.settings_changed.connect(self._show)
        self.resize(_SIZE)
        self._show()

    @property
    def mistake(self) -> Mistake:
        """The one that is shown."""
        return self._mistakes[self._number]

    def _title(self) -> str:
        return self.tr("Worst mistakes")

    def _words_of_both(self) -> tuple[str, str]:
        """What stands before the likelier class, and before the class that the image has."""
        return (
            self.tr("Prediction: {name} ({probability})"),
            self.tr("True class: {name} ({probability})"),
        )

    def _side(self) -> QVBoxLayout:
        side = column(space=Space.SMALL)
        self.predicted = label("", "heading", wrap=True)
        set_role(self.predicted, "bad")
        side.addWidget(self.predicted)
        self.true_class = label("", "body", wrap=True)
        side.addWidget(self.true_class)
        self.name = PathLabel("", "caption")
        side.addWidget(self.name)
        self.advice = label("", "soft", wrap=True)
        side.addWidget(self.advice)
        self.move_button = button(self.tr("Move to another class…"), self._ask_where)
        side.addWidget(self.move_button)
        self.exclude_button = button(self.tr("Exclude"), self._exclude)
        side.addWidget(self.exclude_button)
        self.state = label("", "good", wrap=True)
        side.addWidget(self.state)
        self.undo_button = button(self.tr("Undo"), self._undo, icon="undo")
        side.addWidget(self.undo_button)
        side.addStretch(1)
        foot = row(space=Space.SMALL)
        self.back = icon_button("chevron-left", self.tr("Previous image"), partial(self._step, -1))
        foot.addWidget(self.back)
        self.place = label("", "soft")
        foot.addWidget(self.place)
        self.on = icon_button("chevron-right", self.tr("Next image"), partial(self._step, 1))
        foot.addWidget(self.on)
        foot.addStretch(1)
        foot.addWidget(button(self.tr("Close"), self.accept))
        side.addLayout(foot)
        return side

    @property
    def _is_excluded(self) -> bool:
        return self.mistake.image in self._session.settings.data.leave_out

    def _show(self, _outcome: object = None) -> None:
        mistake, edits = self.mistake, self.edits
        self.picture.show_image(self._images.get(mistake.image, QImage()))
        words, own = self._words_of_both()
        self.predicted.setText(words.format(name=mistake.taken_for, probability=percent(mistake.probability)))
        self.true_class.setText(
            own.format(name=mistake.is_class, probability=percent(mistake.probability_of_right))
        )
        self.name.setText(mistake.image)
        self.picture.setAccessibleDescription(f"{self.predicted.text()} {self.true_class.text()}")
        moved, can_move = self._moved.get(mistake.image), len(edits.classes) > 1
        is_changed = moved is not None or self._is_excluded
        self.move_button.setVisible(can_move and not is_changed)
        self.exclude_button.setVisible(not is_changed)
        for control in (self.move_button, self.exclude_button, self.undo_button):
            control.setEnabled(edits.is_free)
        # Of moved photos only the last can be taken back.
        self.undo_button.setVisible(self._is_excluded or (moved is not None and moved == edits.last))
        self._say(moved, can_move)
        total = len(self._mistakes)
        self.place.setText(
            self.tr("{number} of {count}").format(number=whole(self._number + 1), count=whole(total))
        )
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < total - 1)

    def _say(self, moved: PhotoChange | None, can_move: bool) -> None:
        set_role(self.state, "good")
        if moved is not None:
            to = moved.photos[0].now.partition("/")[0]
            self.state.setText(self.tr("Moved to '{name}'. Make the model again to use it.").format(name=to))
        elif self._is_excluded:
            self.state.setText(self.tr("Excluded. Make the model again without it."))
        else:
            self.state.setText("")
        self.advice.setVisible(not self.state.text() or not self.edits.is_free)
        if not self.edits.is_free:
            self.advice.setText(self.tr("Another task is running."))
        elif can_move:
            self.advice.setText(self.tr("Is the label wrong? Move the photo, or exclude it."))
        else:
            self.advice.setText(self.tr("Is the label wrong? Exclude the image: your folder stays as it is."))

    def _ask_where(self) -> None:
        menu = QMenu(self)
        for name in self.edits.classes:
            if name != self.mistake.image.partition("/")[0]:
                menu.addAction(name).triggered.connect(partial(self._move, name))
        pop_up_below(menu, self.move_button)

    def _move(self, to: str, _checked: bool = False) -> None:
        name = self.mistake.image
        change = self.edits.move([name], to)
        if change is not None:
            self._moved[name] = change
            self._show()

    def _exclude(self) -> None:
        left_out = self._session.settings.data.leave_out
        self._leave_out((*left_out, self.mistake.image))

    def _undo(self) -> None:
        name = self.mistake.image
        if name in self._moved:
            if self.edits.undo() is not None:
                del self._moved[name]
        else:
            left_out = self._session.settings.data.leave_out
            self._leave_out(tuple(other for other in left_out if other != name))
        self._show()

    def _leave_out(self, names: tuple[str, ...]) -> None:
        try:
            self._session.change("data", leave_out=names)
        except SqueezeError as error:
            self._refuse(*error_words(error))

    def _refuse(self, happened: str, remedy: str) -> None:
        set_role(self.state, "bad")
        self.state.setText(f"{happened} {remedy}")

    def _step(self, by: int) -> None:
        self._number = max(0, min(self._number + by, len(self._mistakes) - 1))
        self._show()

    def _take(self, name: str, image: QImage) -> None:
        self._images[name] = image
        if name == self.mistake.image:
            self.picture.show_image(image)
