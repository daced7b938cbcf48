"""A board's flash and what is written where; while it is flashed, how far it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.steps.board.build_output import BuildOutput
from app.steps.board.drawings import HoldBoot
from app.theme.theme import the_theme
from app.theme.tokens import Space, Type
from app.widgets.basics import card, column, label, row
from app.widgets.painted import PaintedItems, ProgressBar, sized
from app.wording import QT_TRANSLATE_NOOP, size, time_left, translate, whole
from core.boards.firmware_bundles.ways import FirmwareWay
from core.deployment.board_results import FlashPlan
from core.events import AnyEvent, ButtonNeeded, FlashBegun, FlashPartProgress, Log, Progress, Status

_NAMES = {
    "bootloader": QT_TRANSLATE_NOOP("FlashMap", "Bootloader"),
    "partition table": QT_TRANSLATE_NOOP("FlashMap", "Partition table"),
    "application": QT_TRANSLATE_NOOP("FlashMap", "Firmware"),
    "model": QT_TRANSLATE_NOOP("FlashMap", "Your model"),
}
_MEANINGS = {
    "bootloader": QT_TRANSLATE_NOOP("FlashMap", "Starts the firmware."),
    "partition table": QT_TRANSLATE_NOOP("FlashMap", "Lists what is where in the flash."),
    "application": QT_TRANSLATE_NOOP("FlashMap", "The program that runs the model on the board."),
    "model": QT_TRANSLATE_NOOP("FlashMap", "Your network: pruned, quantized and Huffman-coded."),
}
_STRIP, _ROW, _MARK = 28, 26, 12
_LEAST_PART = 10.0
_GAP = 3.0
_THOUSAND = 1000


@dataclass(frozen=True)
class MapPart:
    """A place in flash with `room` bytes from `offset` on, of which `bytes` get written.

    `done` bytes of those are in flash. `absent` is said of a part of which nothing is written, and `why`.
    """

    name: str
    offset: int
    bytes: int
    room: int
    done: int = 0
    absent: str = ""
    why: str = ""

    @property
    def title(self) -> str:
        """Its name for a person."""
        return translate("FlashMap", _NAMES.get(self.name, self.name))

    @property
    def fraction_done(self) -> float:
        """How much of what is to be written is in flash."""
        return self.done / self.bytes if self.bytes else 0.0


def parts_of(plan: FlashPlan) -> tuple[MapPart, ...]:
    """What a plan says of each place in flash."""
    if plan.virtual:
        absent = translate("FlashMap", "not needed")
        why = translate("FlashMap", "The virtual board does not need it.")
    else:
        absent = translate("FlashMap", "still missing")
        why = translate("FlashMap", "It is not on this computer yet.")
    return tuple(MapPart(one.name, one.offset, one.bytes, one.room, 0, absent, why) for one in plan.parts)


class FlashMap(PaintedItems):
    """A strip with a piece for each place, and below it a line for each that is written.

    Pieces are drawn by the logarithm of their size: a boot loader would be a hair beside four megabytes.
    """

    def __init__(self) -> None:
        super().__init__(translate("FlashMap", "Flash layout of the board"))
        self._parts: tuple[MapPart, ...] = ()
        self._is_writing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def parts(self) -> tuple[MapPart, ...]:
        """What is shown."""
        return self._parts

    def show_parts(self, parts: tuple[MapPart, ...]) -> None:
        """Show what will be written."""
        self._parts, self._is_writing = parts, False
        self.items_changed()

    def begin(self, written: dict[str, int]) -> None:
        """Writing begins: of these parts so many bytes, and of no others."""
        self._parts = tuple(replace(part, bytes=written.get(part.name, 0), done=0) for part in self._parts)
        self._is_writing = True
        self.items_changed()

    def reach(self, name: str, done: int) -> None:
        """So many bytes of a part are in flash."""
        self._parts = tuple(replace(part, done=done) if part.name == name else part for part in self._parts)
        self.paint_again()

    def count(self) -> int:
        """Places in flash."""
        return len(self._parts)

    def rect_of(self, index: int) -> QRectF:
        """Where a place's line is."""
        return QRectF(0, _STRIP + Space.MEDIUM + index * _ROW, self.width(), _ROW)

    def words_of(self, index: int) -> str:
        """What a place is for, and what of it is written."""
        part = self._parts[index]
        sentences = [f"{part.title}, {self._amount(part)}, {_address(part)}."]
        if not part.bytes and not self._is_writing:
            sentences.append(part.why)
        sentences.append(translate("FlashMap", _MEANINGS.get(part.name, "")))
        return " ".join(filter(None, sentences))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Qt: the room that is wanted."""
        return QSize(420, _STRIP + Space.MEDIUM + len(self._parts) * _ROW)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the least room that is needed."""
        return QSize(240, self.sizeHint().height())

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the strip and the lines."""
        del exposed
        left = 0.0
        for part, width in zip(self._parts, self._widths(), strict=True):
            self._paint_piece(painter, part, QRectF(left, 0, width, _STRIP))
            left += width + _GAP
        for index, part in enumerate(self._parts):
            self._paint_line(painter, part, self.rect_of(index))

    def _widths(self) -> list[float]:
        """How wide the pieces are: each doubling of the room adds as much."""
        weights = [max(1, part.room.bit_length() - 10) for part in self._parts]
        room = self.width() - _GAP * max(0, len(weights) - 1)
        return [max(_LEAST_PART, room * weight / sum(weights)) for weight in weights]

    def _paint_piece(self, painter: QPainter, part: MapPart, place: QRectF) -> None:
        theme = the_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(place, 4, 4)
        if not part.bytes:
            return
        full = QRectF(place)
        # What a part takes of its place, so that a model is seen to have room.
        full.setWidth(max(_LEAST_PART, place.width() * min(1.0, part.bytes / part.room) ** 0.5))
        painter.setBrush(theme.color("accent_soft" if self._is_writing else _color(part)))
        painter.drawRoundedRect(full, 4, 4)
        if self._is_writing and part.done:
            full.setWidth(full.width() * part.fraction_done)
            painter.setBrush(theme.color(_color(part)))
            painter.drawRoundedRect(full, 4, 4)

    def _paint_line(self, painter: QPainter, part: MapPart, place: QRectF) -> None:
        theme = the_theme()
        mark = QRectF(place.left() + 2, place.center().y() - _MARK / 2, _MARK, _MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_color(part) if part.bytes else "line"))
        painter.drawRoundedRect(mark, 3, 3)
        text = place.adjusted(_MARK + Space.MEDIUM, 0, -2, 0)
        painter.setFont(sized(self.font(), Type.BODY, bold=part.name == "model"))
        painter.setPen(theme.color("ink" if part.bytes else "soft_ink"))
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part.title)
        title = painter.fontMetrics().horizontalAdvance(part.title)
        painter.setFont(sized(self.font(), Type.BODY))
        painter.setPen(theme.color("soft_ink"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if part.bytes:
            # Where nothing is written the room is for the words that say why.
            painter.drawText(text, right, _address(part))
            text.adjust(0, 0, -painter.fontMetrics().horizontalAdvance("0x000000") - Space.MEDIUM, 0)
        text.adjust(title + Space.SMALL, 0, 0, 0)
        amount = painter.fontMetrics().elidedText(
            self._amount(part), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, right, amount)

    def _amount(self, part: MapPart) -> str:
        if not part.bytes:
            return translate("FlashMap", "unchanged") if self._is_writing else part.absent
        if self._is_writing and part.done < part.bytes:
            return translate("FlashMap", "{done} of {total}").format(
                done=size(part.done), total=size(part.bytes)
            )
        if self._is_writing:
            return translate("FlashMap", "{total} ✓").format(total=size(part.bytes))
        return size(part.bytes)


def _color(part: MapPart) -> str:
    return "accent" if part.name == "model" else "soft_ink"


def _address(part: MapPart) -> str:
    return f"{part.offset:#08x}"


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
        self.build = BuildOutput()
        inside.addWidget(self.build)
        self.map = FlashMap()
        inside.addWidget(self.map)
        layout.addWidget(frame)
        self.note = label(
            self.tr("You can stop or unplug the cable at any time: the board can always be flashed again."),
            "caption",
            wrap=True,
        )
        layout.addWidget(self.note)
        layout.addStretch(1)

    def begin(self, parts: tuple[MapPart, ...], text: str, way: FirmwareWay | None = None) -> None:
        """A flash of these parts begins; `text` says what is done first. `way` brings the firmware before."""
        self.hold.finish()
        if way is None or way.name == "fetch":
            self.build.finish()
        else:
            self.build.begin(way.seconds)
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
                case Log(text=text) if not self.build.isHidden():
                    self.build.add(text)
                case FlashBegun(parts=parts):
                    self.build.finish()
                    self.map.begin({part.name: part.bytes for part in parts})
                case FlashPartProgress(name=name, done=done):
                    self.map.reach(name, done)
                case Progress(unit="bytes" | "files"):
                    self._show(event)

    def _show(self, progress: Progress) -> None:
        self.bar.setRange(0, _THOUSAND)
        self.bar.setValue(round(_THOUSAND * progress.done / max(progress.total, 1)))
        amount = whole if progress.unit == "files" else size
        self.amount.setText(
            self.tr("{done} of {total}").format(done=amount(progress.done), total=amount(progress.total))
        )
        has_more = progress.seconds_left is not None and progress.done < progress.total
        self.left.setText(time_left(progress.seconds_left or 0.0) if has_more else "")
