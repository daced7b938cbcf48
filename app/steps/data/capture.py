"""Photos taken here: classes with names, a live view of the camera, and a button to hold for each class."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from app.background import in_background
from app.camera import jpeg_of
from app.session import Session
from app.steps.data.camera_choice import CameraChoice
from app.theme.tokens import Space
from app.widgets.basics import (
    ElidedLabel,
    ScrollArea,
    button,
    clear,
    column,
    icon_button,
    label,
    row,
    set_role,
)
from app.widgets.dialogs import ask_for_files, ask_for_folder
from app.widgets.dropping import DropSurface
from app.wording import error_words, whole
from core.datasets.photo_folder import PhotoFolder
from core.datasets.splits import LEAST_PER_CLASS
from core.errors import SqueezeError

PHOTOS_A_SECOND = 4
ENOUGH = 30
"""Photos of a class with which training goes well enough to begin."""
_LEAST_CLASSES = 2
_IMAGES = "*.jpg *.jpeg *.png *.bmp *.gif *.webp"
_LEAST_NAME = 60


class ClassRow(QFrame):
    """One class: its name, how many photos it has, and the buttons that add some.

    `recording` tells that the button is being held, or no longer. Space holds it, too.
    """

    renamed = Signal()
    recording = Signal(bool)
    files_wanted = Signal()
    files_dropped = Signal(list)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        inside = column(self, Space.SMALL, Space.MEDIUM)
        head = row(space=Space.SMALL)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Name of class {number}").format(number=number))
        self.edit.setAccessibleName(self.edit.placeholderText())
        self.edit.setMaxLength(60)
        self.edit.setMinimumWidth(_LEAST_NAME)
        self.edit.textChanged.connect(lambda _: self.renamed.emit())
        head.addWidget(self.edit, 1)
        self.count_label = label("", "soft")
        head.addWidget(self.count_label)
        inside.addLayout(head)
        foot = row(space=Space.SMALL)
        self.hold = button(self.tr("Hold to take photos"), lambda: None, icon="camera")
        self.hold.pressed.connect(lambda: self.recording.emit(True))
        self.hold.released.connect(lambda: self.recording.emit(False))
        foot.addWidget(self.hold)
        foot.addStretch(1)
        self.files = icon_button("folder", self.tr("Add files…"), self.files_wanted.emit)
        foot.addWidget(self.files)
        inside.addLayout(foot)
        self._drops = DropSurface(self, self.tr("Add to this class"))
        self._drops.dropped.connect(self.files_dropped)
        self.show_count(0)

    @property
    def name(self) -> str:
        """The name of the class, '' before it has one."""
        return self.edit.text().strip()

    def show_count(self, count: int) -> None:
        """Show how many photos the class has. The name stays as it is from the first one on."""
        self.count = count
        self.count_label.setText(self.tr("%Ln photo(s)", None, count))
        set_role(self.count_label, "good" if count >= ENOUGH else "soft")
        if count and not self.edit.isReadOnly():
            # A long name is read from its beginning.
            self.edit.setCursorPosition(0)
        self.edit.setReadOnly(count > 0)

    def set_ready(self, has_camera: bool) -> None:
        """Whether photos can be taken now."""
        self.hold.setEnabled(has_camera and bool(self.name))
        self.files.setEnabled(bool(self.name))
        self.setAcceptDrops(bool(self.name))


class CapturePanel(QWidget):
    """Takes photos into a folder of its own. `changed` tells that there are more photos, or other names.

    The folder is made with the first photo. `refused` says what could not be done and what to do.
    """

    changed = Signal()
    refused = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._preferences = session.preferences
        self.camera = CameraChoice(session)
        self.view = self.camera.view
        self.folder = PhotoFolder(Path())
        self.rows: list[ClassRow] = []
        self._recorded: ClassRow | None = None
        self._owed: ClassRow | None = None
        self._taken = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // PHOTOS_A_SECOND)
        self._timer.timeout.connect(self._take_recorded)
        layout = row(self, Space.LARGE)
        layout.addWidget(self.camera, 2)
        layout.addLayout(self._right(), 3)
        self.camera.frame.connect(self._take_owed)
        self.camera.failed.connect(self._forget_recording)
        self.camera.changed.connect(self._show_state)

    @property
    def is_enough(self) -> bool:
        """Whether there are two classes or more, each with as many photos as training needs."""
        counts = [one.count for one in self.rows if one.count]
        return len(counts) >= _LEAST_CLASSES and min(counts) >= LEAST_PER_CLASS

    def begin(self, folder: PhotoFolder | None = None) -> None:
        """Take photos into a new folder, or more of them into one that there is; the camera is used."""
        self.folder = folder or PhotoFolder(self._new_folder())
        for one in self.rows:
            one.deleteLater()
        self.rows = []
        clear(self._list)
        for name in self.folder.classes:
            self._add_row(name)
        while len(self.rows) < _LEAST_CLASSES:
            self._add_row()
        self._show_folder()
        self.use_camera()
        self.changed.emit()

    def use_camera(self) -> None:
        """Show what the chosen camera sees."""
        self.camera.start()

    def end(self) -> None:
        """Give the camera back."""
        self._forget_recording()
        self.camera.stop()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Qt: it takes whatever height there is. The list of classes scrolls by itself."""
        return False

    def advice(self) -> str:
        """What to do next."""
        if any(not one.name for one in self.rows[:_LEAST_CLASSES]):
            return self.tr("Name the things that you want to tell apart, for example cup and phone.")
        fewest = min((one for one in self.rows if one.name), key=lambda one: one.count)
        if fewest.count < ENOUGH:
            return self.tr(
                "Move the object, turn it, and change light and background. {count} photos per class are "
                "enough to begin: {name} has {now}."
            ).format(count=whole(ENOUGH), name=fewest.name, now=whole(fewest.count))
        return self.tr("That is enough to begin. Photos from another place or day make the model better.")

    def _right(self) -> QVBoxLayout:
        right = column(space=Space.SMALL)
        self.advice_label = label("", "soft", wrap=True)
        right.addWidget(self.advice_label)
        scroll = ScrollArea(space=Space.SMALL)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list = column(space=Space.SMALL)
        scroll.body.addLayout(self._list)
        self.add_button = button(self.tr("Add a class"), self._add_row, "quiet")
        scroll.body.addWidget(self.add_button)
        scroll.body.addStretch(1)
        right.addWidget(scroll, 1)
        foot = row(space=Space.SMALL)
        self.folder_label = ElidedLabel("", "caption", Qt.TextElideMode.ElideMiddle)
        foot.addWidget(self.folder_label, 1)
        self.change_folder = button(self.tr("Change folder…"), self._ask_for_folder, "quiet")
        foot.addWidget(self.change_folder)
        right.addLayout(foot)
        return right

    def _new_folder(self) -> Path:
        home = self._preferences.photos_folder
        name = f"Photos {time.strftime('%Y-%m-%d')}"
        path, number = home / name, 2
        while path.exists():
            path, number = home / f"{name} ({number})", number + 1
        return path

    def _add_row(self, name: str = "") -> None:
        made = ClassRow(len(self.rows) + 1)
        made.edit.setText(name)
        made.renamed.connect(self._show_state)
        made.recording.connect(lambda on, made=made: self._record(made if on else None))
        made.files_wanted.connect(lambda made=made: self._ask_for_files(made))
        made.files_dropped.connect(lambda paths, made=made: self.add_files(made, paths))
        self.rows.append(made)
        self._list.addWidget(made)
        made.show_count(len(self.folder.photos(name)) if name else 0)
        self._show_state()

    def _show_state(self) -> None:
        names = [one.name.casefold() for one in self.rows]
        for one in self.rows:
            is_other = names.count(one.name.casefold()) == 1
            one.set_ready(self.camera.is_on and is_other)
        if self.rows:
            self.advice_label.setText(self.advice())
        self.changed.emit()

    def _show_folder(self) -> None:
        self.folder_label.setText(self.tr("Folder: {folder}").format(folder=self.folder.path))
        self.change_folder.setEnabled(not self.folder.is_own)

    def _ask_for_folder(self) -> None:
        title = self.tr("Empty folder for the photos")
        ask_for_folder(self, title, self._take_folder, self._preferences.images_folder)

    def _take_folder(self, path: Path) -> None:
        try:
            self.begin(PhotoFolder.make(path))
            # The next ones are made beside it.
            self._preferences.photos_folder = path.parent
        except SqueezeError as error:
            self.refused.emit(*error_words(error))

    def _ask_for_files(self, one: ClassRow) -> None:
        filters = [self.tr("Images ({patterns})").format(patterns=_IMAGES)]
        title = self.tr("Photos of {name}").format(name=one.name)
        home = self._preferences.images_folder
        ask_for_files(self, title, lambda paths: self.add_files(one, paths), filters, home)

    def add_files(self, one: ClassRow, paths: list[Path]) -> None:
        """Copy images, and those in folders, into a class."""
        folder, name = self.folder, one.name
        in_background(self, lambda: _copied(folder, name, paths), lambda told: self._added(one, told))

    def _added(self, one: ClassRow, told: list[tuple[str, str]]) -> None:
        one.show_count(len(self.folder.photos(one.name)))
        self._show_folder()
        self._show_state()
        if told:
            self.refused.emit(*told[0])

    def _record(self, one: ClassRow | None) -> None:
        """Take photos of a class from now on, or no longer. However short that was, it is one photo."""
        self._recorded = one
        self.view.set_recording(one is not None)
        if one is None:
            self._timer.stop()
        else:
            self._owed = one
            self._timer.start()
            self._take_photo(one)

    def _forget_recording(self) -> None:
        self._owed = None
        self._record(None)

    def _take_owed(self) -> None:
        if self._owed is not None:
            self._take_photo(self._owed)

    def _take_recorded(self) -> None:
        if self._recorded is not None:
            self._take_photo(self._recorded)

    def _take_photo(self, one: ClassRow) -> None:
        latest = self.camera.latest
        if latest.isNull() or latest.cacheKey() == self._taken:
            # A camera that is slower than the timer has no new frame: the same photo twice is worth nothing.
            return
        self._taken, self._owed = latest.cacheKey(), None
        try:
            self.folder = PhotoFolder.make(self.folder.path)
            self.folder.add(one.name, jpeg_of(latest))
        except SqueezeError as error:
            self._forget_recording()
            self.refused.emit(*error_words(error))
            return
        if not one.count:
            self._show_folder()
        one.show_count(one.count + 1)
        self._show_state()


def _copied(folder: PhotoFolder, name: str, paths: list[Path]) -> list[tuple[str, str]]:
    """Copy images into a class; what was refused and what to do, for each that could not be copied.

    A place that takes no more comes first, and ends it.
    """
    told: list[tuple[str, str]] = []
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    try:
        folder = PhotoFolder.make(folder.path)
    except SqueezeError as error:
        return [error_words(error)]
    for file in files:
        try:
            folder.copy(name, file)
        except SqueezeError as error:
            if error.code in ("disk-full", "write-permission"):
                return [error_words(error), *told]
            told.append(error_words(error))
    return told
