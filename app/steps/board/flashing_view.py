"""While a board is flashed: what is written where, how far it is, and the button when it is needed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.steps.board.flash_map import FlashMap, MapPart
from app.steps.board.hold_boot import HoldBoot
from app.theme.tokens import Space
from app.widgets.basics import card, column, label, row
from app.widgets.progress_bar import ProgressBar
from app.wording import size, time_left
from core.events import AnyEvent, ButtonNeeded, FlashBegun, FlashPartProgress, Progress, Status

_THOUSAND = 1000


class FlashingView(QWidget):
    """Fed with the events of a flash."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, Space.LARGE)
        self.hold = HoldBoot()
        layout.addWidget(self.hold)
        frame = card()
        inside = column(frame, Space.MEDIUM, Space.LARGE)
        head = row()
        self.status = label("", "heading", wrap=True)
        head.addWidget(self.status, 1)
        self.left = label("", "soft")
        head.addWidget(self.left)
        inside.addLayout(head)
        self.bar = ProgressBar(self.tr("Progress"))
        inside.addWidget(self.bar)
        self.amount = label("", "soft")
        inside.addWidget(self.amount)
        self.map = FlashMap()
        inside.addWidget(self.map)
        layout.addWidget(frame)
        self.note = label(
            self.tr("You can stop or pull the cable at any moment: the board can always be flashed again."),
            "caption",
            wrap=True,
        )
        layout.addWidget(self.note)
        layout.addStretch(1)

    def begin(self, parts: tuple[MapPart, ...], text: str) -> None:
        """A flash of these parts begins; `text` says what is done first."""
        self.hold.finish()
        self.status.setText(text)
        self.left.setText("")
        self.amount.setText("")
        self.bar.setRange(0, 0)
        self.map.show_parts(parts)
        self.map.setVisible(bool(parts))

    def listen(self, events: list[AnyEvent]) -> None:
        """Show what the flash reports."""
        for event in events:
            match event:
                case ButtonNeeded(seconds=seconds):
                    self.hold.begin(seconds)
                case Status(text=text):
                    self.hold.finish()
                    self.status.setText(text)
                case FlashBegun(parts=parts):
                    self.map.begin({part.name: part.bytes for part in parts})
                case FlashPartProgress(name=name, done=done):
                    self.map.reach(name, done)
                case Progress(unit="bytes"):
                    self._show(event)

    def _show(self, progress: Progress) -> None:
        self.bar.setRange(0, _THOUSAND)
        self.bar.setValue(round(_THOUSAND * progress.done / max(progress.total, 1)))
        self.amount.setText(
            self.tr("{done} of {total}").format(done=size(progress.done), total=size(progress.total))
        )
        has_more = progress.seconds_left is not None and progress.done < progress.total
        self.left.setText(time_left(progress.seconds_left or 0.0) if has_more else "")
