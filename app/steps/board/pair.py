"""An answer's image: alone, or the original beside the square that entered the network."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.steps.board.seen import ImageView
from app.theme.tokens import Space
from app.widgets.basics import ElidedLabel, column, row
from core.events import Seen


class SeenPair(QWidget):
    """`square` is the only image until `set_compared`; then the original is beside it, both labeled."""

    def __init__(self) -> None:
        super().__init__()
        self.is_compared = False
        self.original, self.square = ImageView(), ImageView()
        self.original.setAccessibleName(self.tr("The original image"))
        self.original_label, self.square_label = ElidedLabel("", "caption"), ElidedLabel("", "caption")
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
        original = seen.original or seen.jpeg
        # What the computer sends is a square already; an image of the board's camera is not.
        square = seen.square or (b"" if seen.source == "camera" else seen.jpeg)
        self._show(self.original, original, self.tr("The image was lost on the way from the board."))
        self._show(
            self.square,
            square,
            self.tr("The board did not say what entered its network. Flash its firmware again."),
        )
        is_kept = seen.source == "sample"
        self.original_label.setText(self.tr("Test image of the run") if is_kept else self.tr("Original"))
        self.square_label.setText(self._square_words(seen, self.square.image))
        self.square_label.setToolTip(
            self.tr("The very values that entered the network, as the board reports them.")
            if seen.square
            else ""
        )

    def clear(self) -> None:
        """Show nothing."""
        self._seen = None
        self.original.clear()
        self.square.clear()
        self.original_label.setText("")
        self.square_label.setText("")

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
