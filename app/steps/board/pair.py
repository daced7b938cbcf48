"""An answer's image: alone, or the original beside the square that entered the network."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.steps.board.seen import ImageView, sample_number
from app.theme.tokens import Space
from app.widgets.basics import PathLabel, column, label, row
from core.events import Seen
from core.runs.run_images import SampleOriginal


class SeenPair(QWidget):
    """`square` is the only image until `set_compared`; then the original is beside it, both labeled.

    The photo of one of the run's test images is asked for with `original_wanted` (its number from 0), and
    comes with `take_original`.
    """

    original_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.is_compared = False
        self.original, self.square = ImageView(), ImageView()
        self.original.setAccessibleName(self.tr("The original image"))
        self.original_label, self.square_label = PathLabel("", "caption"), label("", "caption", wrap=True)
        self._originals: dict[int, SampleOriginal | None] = {}
        self._seen: Seen | None = None
        self._words = ""
        layout = row(self, Space.MEDIUM)
        self._left = QWidget()
        layout.addWidget(self._left, 1)
        left, right = column(self._left, Space.HAIR), column(space=Space.HAIR)
        layout.addLayout(right, 1)
        for side, name, image in (
            (left, self.original_label, self.original),
            (right, self.square_label, self.square),
        ):
            side.addWidget(name)
            side.addWidget(image, 1)
        self.set_compared(False)

    def set_compared(self, compared: bool) -> None:
        """Show the original, too, or no longer."""
        self.is_compared = compared
        self._left.setVisible(compared)
        self.square_label.setVisible(compared)
        if self._seen is not None:
            self.show_seen(self._seen, self._words)

    def show_seen(self, seen: Seen, words: str) -> None:
        """Show an answered image; `words` say what the board said to it."""
        self._seen, self._words = seen, words
        if not self.is_compared:
            if seen.jpeg:
                self.square.show_image(seen.jpeg, words)
            return
        # What the computer sends is a square already; an image of the board's camera is not.
        square = seen.square or (b"" if seen.source == "camera" else seen.jpeg)
        self._show_original(seen)
        self._show(
            self.square,
            square,
            self.tr("The board did not say what entered its network. Flash its firmware again."),
        )
        self.square_label.setText(self._square_words(seen, self.square.image))
        self.square_label.setToolTip(
            self.tr("The very values that entered the network, as the board reports them.")
            if seen.square
            else ""
        )

    def clear(self) -> None:
        """Show nothing."""
        self._seen = None
        self._originals.clear()
        self.original.clear()
        self.square.clear()
        self.original_label.setText("")
        self.square_label.setText("")

    def take_original(self, number: int, original: SampleOriginal) -> None:
        """The photo of a test image was looked for."""
        self._originals[number] = original
        if self._seen is not None and sample_number(self._seen) == number:
            self.show_seen(self._seen, self._words)

    def _show_original(self, seen: Seen) -> None:
        self.original_label.setText(self.tr("Original"))
        number = sample_number(seen)
        if number is None:
            image = seen.jpeg if seen.source == "camera" else seen.original
            self._show(self.original, image, self.tr("The image was lost on the way from the board."))
            return
        if number not in self._originals:
            self._originals[number] = None
            self.original_wanted.emit(number)
        found = self._originals[number]
        if found is None:
            self._show(self.original, b"", self.tr("Looking for the original photo…"))
            return
        if found.image:
            self.original_label.setText(self.tr("Original: {name}").format(name=found.name))
        self._show(self.original, found.image, self._why_not(found))

    def _why_not(self, found: SampleOriginal) -> str:
        match found.why_not:
            case "gone":
                return self.tr("The original photo is gone: {name}").format(name=found.name)
            case "changed":
                return self.tr("The original photo has changed: {name}").format(name=found.name)
            case _:
                return self.tr("The run does not say which photo this test image was.")

    def _show(self, place: ImageView, data: bytes, why_not: str) -> None:
        if data:
            place.show_image(data, self._words)
        else:
            place.clear(why_not)

    def _square_words(self, seen: Seen, image: QImage) -> str:
        size = f"{image.width()} x {image.height()}"
        if not seen.square:
            return "" if image.isNull() else self.tr("Sent to the board: {size} pixels").format(size=size)
        return self.tr("Network input: {size} pixels").format(size=size)
