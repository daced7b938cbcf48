"""The dialog with all images on a map, and those first whose labels are likely wrong."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.session import Session
from app.steps.data.map_plot import MapPlot, words_of
from app.steps.results.images import ImageWall, Tile
from app.steps.results.mistake_dialog import MistakeDialog, Picture
from app.steps.results.thumbnails import Thumbnails
from app.steps.worker_dialog import WorkerDialog
from app.theme.tokens import Space
from app.widgets.basics import ScrollArea, button, column, label, row
from app.wording import percent, translate, whole, whole_percent
from core.datasets.photo_changes import PhotoChange
from core.evaluation.confusion import Mistake
from core.events import AnyEvent, Status, Succeeded
from core.reading import resolved
from core.requests import MapRequest
from core.runs.image_map import ImageMap, MapPoint
from core.settings import DataSettings

_SIZE = QSize(980, 620)
_LEAST_LISTED, _MOST_LISTED = 12, 40
_SEEN_SIDE, _SEEN_PIXELS, _SEEN_KEPT = 96, 192, 200


class LabelDialog(MistakeDialog):
    """Images of the map one at a time, each with what can be done about a wrong label."""

    def _title(self) -> str:
        return self.tr("Is the label right?")

    def _words_of_both(self) -> tuple[str, str]:
        return self.tr("Likeliest class: {name} ({probability})"), self.tr("Label: {name} ({probability})")

    def _say(self, moved: PhotoChange | None, can_move: bool) -> None:
        super()._say(moved, can_move)
        if moved is not None:
            self.state.setText(
                self.tr("Moved to '{name}'.").format(name=moved.photos[0].now.partition("/")[0])
            )
        elif self._is_excluded:
            self.state.setText(self.tr("Excluded. The file stays where it is."))


class LabelsWall(ImageWall):
    """Images with likely wrong labels. A click opens one."""

    def __init__(self) -> None:
        super().__init__(translate("ImageMap", "Likely wrong labels first"))


class MapDialog(WorkerDialog):
    """Has a worker map the images of the open run. `changed` tells that photos are elsewhere now.

    After an image is excluded or moved the map is made again: images that were looked at once are not looked
    at again. Closing stops the work.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Map of the images"), _SIZE)
        self._session = session
        self.map: ImageMap | None = None
        self._mapped: DataSettings | None = None
        self._is_stale = False
        self._seen: dict[str, QImage] = {}
        self._thumbnails = Thumbnails(self, _SEEN_PIXELS)
        self._thumbnails.made.connect(self._take_image)
        self.content.addLayout(self._left(), 3)
        self.content.addLayout(self._right(), 2)
        self._add_foot().addWidget(button(self.tr("Close"), self.accept, "primary"))
        self._show_state()

    def open_image(self, place: int) -> LabelDialog | None:
        """Show a point's image large, with what can be done about its label."""
        if not 0 <= place < len(self.plot.points):
            return None
        listed = self.plot.points[: len(self.wall.tiles)]
        points, number = (listed, place) if place < len(listed) else ((self.plot.points[place],), 0)
        mistakes = [_mistake(point) for point in points]
        dialog = LabelDialog(self._session, mistakes, self._session.settings, number, self)
        dialog.edits.changed.connect(self._take_change)
        dialog.finished.connect(self._map_again)
        dialog.open()
        return dialog

    def _left(self) -> QVBoxLayout:
        left = column(space=Space.SMALL)
        self.plot = MapPlot()
        self.plot.pointed.connect(self._show_point)
        self.plot.opened.connect(self.open_image)
        left.addWidget(self.plot, 1)
        self.caption = label("", "caption", wrap=True)
        left.addWidget(self.caption)
        return left

    def _right(self) -> QVBoxLayout:
        right = column(space=Space.SMALL)
        seen = row(space=Space.MEDIUM)
        self.picture = Picture()
        self.picture.setFixedSize(_SEEN_SIDE, _SEEN_SIDE)
        seen.addWidget(self.picture)
        self.seen_words = label("", "soft", wrap=True)
        seen.addWidget(self.seen_words, 1)
        right.addLayout(seen)
        self.heading = label("", "heading", wrap=True)
        right.addWidget(self.heading)
        self.wall = LabelsWall()
        self.wall.pointed.connect(self.plot.choose)
        self.wall.item_activated.connect(self.open_image)
        right.addWidget(ScrollArea(self.wall), 1)
        return right

    def _request(self) -> MapRequest:
        settings = self._session.settings
        self._mapped, self._is_stale = settings.data, False
        return MapRequest(settings=settings.data, seed=settings.seed)

    def _start_words(self) -> str:
        return self.tr("Make the map again")

    def _stopped_words(self) -> str:
        return self.tr("Stopped. The map is not finished.")

    def _show_state(self) -> None:
        super()._show_state()
        if self.task.is_busy:
            self.bar.setRange(0, 0)

    def _show_map(self, made: ImageMap) -> None:
        self.map = made
        self.plot.show_points(made.points, made.classes)
        count = len(made.suspects)
        self.heading.setText(
            self.tr("%Ln label(s) likely wrong", None, count)
            if count
            else self.tr("No label is likely wrong. The least certain ones are first.")
        )
        listed = made.points[: min(max(count, _LEAST_LISTED), _MOST_LISTED)]
        self.wall.show_tiles([_tile(point) for point in listed], self._session.settings)
        words = self.tr(
            "Images that look alike to the starting network lie together. Large marks with an outline have a "
            "label that is likely wrong. Click one to look, exclude or move it."
        )
        if len(made.points) < made.images:
            part = self.tr("Shown are {count} of {images} images, a part of each class.")
            part = part.format(count=whole(len(made.points)), images=whole(made.images))
            words = f"{words} {part}"
        self.caption.setText(words)
        self._show_point(-1)

    def _show_point(self, place: int) -> None:
        point = self.plot.points[place] if 0 <= place < len(self.plot.points) else None
        if point is None:
            self.picture.show_image(QImage())
            self.seen_words.setText(self.tr("Point at an image to see it.") if self.plot.points else "")
            return
        self.seen_words.setText(words_of(point))
        self.picture.show_image(self._seen.get(point.image, QImage()))
        if point.image not in self._seen:
            self._thumbnails.make(self._session.settings, [point.image])

    def _take_image(self, name: str, image: QImage) -> None:
        if len(self._seen) >= _SEEN_KEPT:
            self._seen.clear()
        self._seen[name] = image
        place = self.plot.current
        if 0 <= place < len(self.plot.points) and self.plot.points[place].image == name:
            self.picture.show_image(image)

    def _take_change(self) -> None:
        self._is_stale = True
        self.changed.emit()

    def _map_again(self) -> None:
        """Show no longer what is excluded, and make the map again where anything is another."""
        if not self._is_stale and self._session.settings.data == self._mapped:
            return
        self.plot.show_gone(self._session.settings.data.leave_out)
        self._is_stale = True
        if not self.task.is_busy:
            self.start()

    def _heard(self, event: AnyEvent) -> None:
        if isinstance(event, Status):
            self.bar.setRange(0, 0)

    def _take(self, figures: dict[str, object]) -> None:
        self._show_map(msgspec.convert(figures, resolved(ImageMap)))

    def _ended(self, outcome: AnyEvent) -> None:
        if self._is_stale and isinstance(outcome, Succeeded):
            self.start()


def _mistake(point: MapPoint) -> Mistake:
    return Mistake(
        image=point.image,
        is_class=point.is_class,
        taken_for=point.likeliest,
        probability=point.likeliest_probability,
        probability_of_right=point.probability,
    )


def _tile(point: MapPoint) -> Tile:
    likeliest = f"? {point.likeliest}" if point.likeliest != point.is_class else ""
    return Tile(
        point.image,
        translate("ImageMap", "likeliest: {name}").format(name=point.likeliest),
        translate("ImageMap", "label: {name} ({probability})").format(
            name=point.is_class, probability=percent(point.probability)
        ),
        words_of(point),
        whole_percent(point.likeliest_probability),
        is_bad=point.is_suspect,
        names=(f"✗ {point.is_class}" if point.is_suspect else point.is_class, likeliest),
    )
