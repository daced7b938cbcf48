"""Live: what the board sees, how sure it is, how long it takes, and what it shall look at next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from app.steps.board.doing import DoingView
from app.steps.board.pair import SeenPair
from app.steps.board.seen import AnswerBars, Meaning, Pill, SeenStrip, verdict, words_of
from app.theme.tokens import Space
from app.widgets.basics import (
    Button,
    Figure,
    button,
    card,
    column,
    label,
    plain_tip,
    row,
    set_role,
)
from app.wording import decimal, milliseconds, percent, size
from core.boards.profiles import board_name
from core.events import AgreementSoFar, AnyEvent, BoardMet, Finding, LineWritten, PinSet, Seen

_SECONDS = 5.0
_MILLI = 1000
_WIDE, _WIDE_FOR_TWO, _FOUR_NAMES = 400, 640, 700
"""From these widths on, bars stand beside one image and two, and buttons have their whole names."""
_NOTHING = "-"


@dataclass(frozen=True)
class Times:
    """Milliseconds for one image. `decode`, a part of them, restored weights; None if not measured."""

    total: float
    inference: float
    decode: float | None


def times_of(seen: Seen) -> Times:
    """What the board says that it took."""
    decode = seen.decode_microseconds / _MILLI
    return Times(
        seen.total_microseconds / _MILLI,
        seen.inference_microseconds / _MILLI,
        decode if seen.decode_microseconds else None,
    )


class Rate:
    """Images a second, over the last seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque()

    def count(self, time: float) -> None:
        """An image was answered at a time in seconds."""
        self._times.append(time)
        while time - self._times[0] > _SECONDS:
            self._times.popleft()

    @property
    def a_second(self) -> float | None:
        """Images a second; None before there are two."""
        if len(self._times) < 2 or self._times[-1] == self._times[0]:
            return None
        return (len(self._times) - 1) / (self._times[-1] - self._times[0])

    def forget(self) -> None:
        """Begin anew."""
        self._times.clear()


def is_settled(agreement: AgreementSoFar) -> bool:
    """Whether all images were compared."""
    return agreement.compared == agreement.total


class LiveView(QWidget):
    """Fed with the events of a flash's comparison and of a live link.

    What the person wants is told: `samples_wanted`, `images_wanted`, `computer_camera` and `board_camera`
    with whether they are to be on.
    """

    samples_wanted = Signal()
    images_wanted = Signal()
    computer_camera = Signal(bool)
    board_camera = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._rate = Rate()
        self._met: BoardMet | None = None
        self._estimate: float | None = None
        self._newest: Seen | None = None
        layout = column(self, Space.SMALL)
        layout.addLayout(self._head())
        layout.addLayout(self._sources())
        layout.addWidget(self._seeing(), 1)
        self.doing = DoingView()
        layout.addWidget(self.doing)
        layout.addWidget(self._figures())
        self.details = label("", "caption", wrap=True)
        layout.addWidget(self.details)
        for words in (self.caption, self.details):
            # Qt keeps room for wrapped text as if there was hardly any width.
            words.setMinimumHeight(words.fontMetrics().height())
        self.note = label("", "warning", wrap=True)
        self.note.hide()
        layout.addWidget(self.note)
        self.forget()

    @property
    def met(self) -> BoardMet | None:
        """The board that is in touch."""
        return self._met

    def forget(self) -> None:
        """Another board, or another model: nothing was seen yet."""
        self._met = self._newest = None
        self._rate.forget()
        self.pair.clear()
        self.bars.set_classes(())
        self._show_answer("", "")
        self.strip.empty()
        self.doing.forget()
        self.badge.hide()
        self.tag.hide()
        self.name.setText("")
        self.details.setText("")
        self.caption.setText("")
        self.note.hide()
        for figure in (self.inference, self.decode, self.rate, self.memory):
            figure.set(_NOTHING)

    def set_ready(self, is_ready: bool) -> None:
        """Whether the board can be asked for something now."""
        camera = self._met is not None and self._met.camera
        for made in (self.samples_button, self.images_button, self.computer_button):
            made.setEnabled(is_ready)
        self.camera_button.setEnabled(is_ready and camera)
        if self._computer_reason:
            self.computer_button.setEnabled(False)

    def set_computer_camera(self, reason: str) -> None:
        """Say why the computer's camera cannot be used, or '' when it can."""
        self._computer_reason = reason
        tip = reason or self.tr("Send images from this computer's camera to the board.")
        self.computer_button.setToolTip(tip)
        self.computer_button.setAccessibleDescription(tip)

    def show_sources(self, *, computer: bool, board: bool) -> None:
        """Show which cameras are on."""
        self.computer_button.setChecked(computer)
        self.camera_button.setChecked(board)

    def listen(self, events: list[AnyEvent]) -> None:
        """Show what is reported: the newest image, and all of them in the strip."""
        newest: Seen | None = None
        for event in events:
            match event:
                case BoardMet():
                    self._meet(event)
                case Seen():
                    newest = event
                    self._rate.count(event.time)
                    if event.jpeg:
                        self.strip.add(event)
                case AgreementSoFar():
                    self._show_agreement(event)
                case PinSet() | LineWritten():
                    self.doing.take(event)
                case Finding(text=text):
                    self.note.setText(text)
                    self.note.show()
        if newest is not None:
            self.show_seen(newest)

    def set_estimate(self, chip_milliseconds: float | None) -> None:
        """Take the estimated time for an image on the chip, which a virtual board shows as its time."""
        self._estimate = chip_milliseconds
        if self._met is not None and self._met.virtual and self._newest is not None:
            self.inference.set(self._inference_text(times_of(self._newest)))

    def forget_note(self) -> None:
        """Something else is looked at: what was said of an earlier image no longer counts."""
        if self._met is None or self._met.own_model is not False:
            self.note.hide()

    def show_seen(self, seen: Seen) -> None:
        """Show one image with its answer."""
        self._newest = seen
        words = words_of(seen)
        self.pair.show_seen(seen, words)
        self.caption.setText(words)
        is_bad = seen.agrees is False or verdict(seen) == "wrong"
        set_role(self.caption, "bad" if is_bad else "soft")
        self.bars.show_answers(seen.answers, seen.truth, sure=seen.sure)
        name, probability = seen.answers[0]
        if seen.sure:
            self._show_answer(name, "")
        else:
            tip = self.tr(
                "No class is above the threshold: the image may show none of the classes. Most likely: "
                "{name} ({probability}). The threshold comes from this run's validation images."
            )
            words = tip.format(name=name, probability=percent(probability))
            self._show_answer(self.tr("Not sure"), words)
        times = times_of(seen)
        self.inference.set(self._inference_text(times))
        self.decode.set(_NOTHING if times.decode is None else milliseconds(times.decode))
        # A virtual board is as fast as this computer, which says nothing of the chip.
        is_virtual = self._met is not None and self._met.virtual
        rate = None if is_virtual else self._rate.a_second
        self.rate.set(_NOTHING if rate is None else decimal(rate, 1))

    def compare(self, seen: Seen) -> None:
        """Show an answer with the original beside what entered the network."""
        self._set_compared(True)
        self.show_seen(seen)

    def _compare_clicked(self) -> None:
        self._set_compared(self.compare_button.isChecked())

    def _set_compared(self, compared: bool) -> None:
        self.compare_button.setChecked(compared)
        self.pair.set_compared(compared)
        self._arrange()

    def _arrange(self) -> None:
        """Bars stand beside the images where there is room; two images get more of it than one."""
        self._both.setStretch(0, 5 if self.pair.is_compared else 2)
        beside, enough = QBoxLayout.Direction.LeftToRight, _WIDE_FOR_TWO if self.pair.is_compared else _WIDE
        self._both.setDirection(beside if self.width() >= enough else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """Qt: there is more room, or less."""
        super().resizeEvent(event)
        self._arrange()
        self._name_sources(self.width() < _FOUR_NAMES)

    def _meet(self, met: BoardMet) -> None:
        if self._met is None or (met.labels, met.port) != (self._met.labels, self._met.port):
            self.bars.set_classes(met.labels)
        self._met = met
        self.doing.show_pins(met.pins)
        self.name.setText(board_name(met.board))
        running = self.tr("Firmware {firmware}, {runtime}, {port} at {baud} baud").format(
            firmware=met.firmware, runtime=met.runtime, port=met.port, baud=met.baud
        )
        self.details.setText(f"{met.chip} · {running}")
        if met.virtual:
            self.tag.say(self.tr("virtual"), "warning")
        else:
            self.tag.hide()
        self.memory.set(size(met.memory_used))
        self.memory.explain(
            self.tr("Used by the model: {used}. Still free in the arena: {left}.").format(
                used=size(met.memory_used), left=size(met.memory_left)
            )
        )
        self.decode.explain(self._decode_words(met.virtual))
        self.rate.explain(self._rate_words(met.virtual))
        self.inference.rename(self.tr("per image (estimate)") if met.virtual else self.tr("per image"))
        self.inference.explain(self._inference_words(met.virtual))
        if met.problem:
            self.note.setText(met.problem)
            self.note.show()
        elif met.own_model is False:
            self.note.setText(self.tr("The board has a different model. Flash this one to compare."))
            self.note.show()
        self.camera_button.setToolTip(
            self.tr("Show what the board's own camera sees.")
            if met.camera
            else self.tr("This board has no camera, or the camera does not respond.")
        )

    def _decode_words(self, is_virtual: bool) -> str:
        words = self.tr("Time to decode the Huffman-coded weights, included in the time per image.")
        return words + (" " + self.tr("The virtual board cannot measure it.") if is_virtual else "")

    def _rate_words(self, is_virtual: bool) -> str:
        words = self.tr("Includes sending the image and receiving the result.")
        return words + (" " + self.tr("The virtual board cannot measure it.") if is_virtual else "")

    def _inference_text(self, times: Times) -> str:
        """The board's own time; for a virtual board, whose time is this computer's, the chip's estimate."""
        if self._met is None or not self._met.virtual:
            return milliseconds(times.inference)
        return _NOTHING if self._estimate is None else milliseconds(self._estimate)

    def _inference_words(self, is_virtual: bool) -> str:
        if not is_virtual:
            return self.tr("Time per image on the board.")
        return self.tr(
            "Estimated time per image on the chip. The virtual board runs at the speed of this computer."
        )

    def _show_answer(self, words: str, explanation: str) -> None:
        self.answer.setText(words)
        self.answer.setToolTip(plain_tip(explanation))
        self.answer.setAccessibleDescription(explanation)

    def _show_agreement(self, agreement: AgreementSoFar) -> None:
        agrees, settled = agreement.agreed == agreement.compared, is_settled(agreement)
        count = f"{agreement.agreed}/{agreement.total if settled else agreement.compared}"
        is_virtual = self._met is not None and self._met.virtual
        words = self.tr("virtual board agrees {count}") if is_virtual else self.tr("board agrees {count}")
        meaning: Meaning = "bad" if not agrees else ("good" if settled else "soft_ink")
        self.badge.say(words.format(count=count) + (" ✓" if settled and agrees else ""), meaning)

    def _head(self) -> QBoxLayout:
        head = row(space=Space.SMALL)
        self.name = label("", "heading", wrap=True)
        head.addWidget(self.name, 1)
        self.tag = Pill()
        self.tag.setToolTip(
            self.tr("This board is simulated on this computer. Its times are not those of the chip.")
        )
        head.addWidget(self.tag)
        self.badge = Pill()
        self.badge.setToolTip(
            self.tr(
                "Number of test images for which the board and the file on this computer give the same "
                "prediction."
            )
        )
        head.addWidget(self.badge)
        return head

    def _seeing(self) -> QFrame:
        frame = card()
        inside = column(frame, Space.SMALL, Space.MEDIUM)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(int(Space.LARGE))
        self.pair = SeenPair()
        self.image = self.pair.square
        self._both.addWidget(self.pair, 2)
        answers = column(space=Space.SMALL)
        head = row(space=Space.SMALL)
        self.answer = label("", "heading", wrap=True)
        head.addWidget(self.answer, 1)
        self.compare_button = button(self.tr("What it saw"), self._compare_clicked, "quiet")
        self.compare_button.setCheckable(True)
        self.compare_button.setToolTip(
            self.tr("Show the original beside the exact square that entered the network.")
        )
        head.addWidget(self.compare_button)
        answers.addLayout(head)
        self.bars = AnswerBars()
        answers.addWidget(self.bars, 1)
        self._both.addLayout(answers, 3)
        inside.addLayout(self._both, 1)
        self.caption = label("", "soft", wrap=True)
        inside.addWidget(self.caption)
        self.strip = SeenStrip()
        self.strip.item_activated.connect(lambda index: self.compare(self.strip.seen[index]))
        inside.addWidget(self.strip)
        return frame

    def _figures(self) -> QFrame:
        frame = card()
        line = row(frame, Space.MEDIUM, Space.SMALL)
        line.setContentsMargins(Space.MEDIUM, Space.HAIR, Space.MEDIUM, Space.HAIR)
        self.inference = Figure(self.tr("per image"), below=True)
        self.decode = Figure(self.tr("decoding"), below=True)
        self.rate = Figure(self.tr("images per second"), below=True)
        self.memory = Figure(self.tr("memory"), below=True)
        for figure in (self.inference, self.decode, self.rate, self.memory):
            line.addWidget(figure, 1)
        return frame

    def _sources(self) -> QBoxLayout:
        line = row(space=Space.SMALL)
        self._computer_reason = ""
        self.samples_button = button(
            self.tr("Test images"),
            self.samples_wanted.emit,
            tip=self.tr("Ten of the held-out test images."),
        )
        self.images_button = button(
            self.tr("Choose images…"),
            self.images_wanted.emit,
            tip=self.tr("Any images of yours. You can also drop them on this page."),
        )
        self.computer_button = _switch(self.tr("Computer's camera"), self.computer_camera.emit)
        self.camera_button = _switch(self.tr("Board's camera"), self.board_camera.emit)
        # Long names do not keep the page wide: they become short where there is less room.
        self._name_sources(is_short=True)
        for made in (self.samples_button, self.images_button, self.computer_button, self.camera_button):
            line.addWidget(made)
            made.ensurePolished()
            made.setMinimumWidth(made.sizeHint().width())
        self._name_sources(is_short=False)
        return line

    def _name_sources(self, is_short: bool) -> None:
        """What the buttons say: less where there is little room. Their accessible names stay."""
        self.images_button.setText(self.tr("Images…") if is_short else self.tr("Choose images…"))
        self.computer_button.setText(self.tr("Computer") if is_short else self.tr("Computer's camera"))
        self.camera_button.setText(self.tr("Board") if is_short else self.tr("Board's camera"))


def _switch(text: str, switched: Callable[[bool], object]) -> Button:
    """A button that stays down while something is on."""
    made = button(text, lambda: switched(made.isChecked()), icon="camera")
    made.setCheckable(True)
    made.setProperty("kind", "switch")
    return made
