"""'My board is not in the list': what a person says of a board, and the profile that comes of it."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row
from app.widgets.controls import Choices
from app.wording import error_words
from core.boards.own_boards import FLASH_MEGABYTES, PSRAM_OF, add_board, camera_models
from core.errors import SqueezeError
from core.requests import AddBoardRequest, ChipName, PsramName

_CHIP_NAMES: dict[ChipName, str] = {"esp32": "ESP32", "esp32s3": "ESP32-S3", "esp32c3": "ESP32-C3"}
_PINS = "pins"
_WIDTH = 640


class OwnBoardDialog(QDialog):
    """Empty, or with an own board as it is `known`, which keeps its id.

    `added` brings the id of the board that is kept from now on.
    """

    added = Signal(str)

    def __init__(self, parent: QWidget, known: AddBoardRequest | None = None) -> None:
        super().__init__(parent)
        self._replaces = known.replaces if known else ""
        self.setObjectName("ground")
        self.setWindowTitle(self.tr("Change this board") if known else self.tr("My board is not in the list"))
        self.setMinimumWidth(min(_WIDTH, parent.width()))
        self.finished.connect(self.deleteLater)
        outer = column(self, Space.LARGE, Space.WIDE)
        words = self.tr(
            "The maker's page or the print on the module says all of this. It is kept on this computer."
        )
        outer.addWidget(label(words, "soft", wrap=True))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        outer.addLayout(self._form)
        self.name = QLineEdit()
        self._add(self.tr("Name"), self.name)
        self.chip = self._choices(self.tr("Chip"))
        self.flash = self._choices(self.tr("Flash"))
        self.psram = self._choices(self.tr("PSRAM"))
        self.usb = self._choices(self.tr("USB port"))
        self.camera = self._choices(self.tr("Camera"))
        self.pins = QLineEdit()
        self.pins.setPlaceholderText("clock=15 sda=4 scl=5 d7=16 ...")
        self._add(self.tr("Camera pins"), self.pins)
        self.problem = label("", "warning", wrap=True)
        self.problem.hide()
        outer.addWidget(self.problem)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(button(self.tr("Cancel"), self.reject))
        words = self.tr("Save changes") if known else self.tr("Add board")
        self.save = button(words, self._save, "primary")
        self.save.setDefault(True)
        foot.addWidget(self.save)
        outer.addLayout(foot)
        for chip in get_args(ChipName):
            self.chip.addItem(_CHIP_NAMES[chip], chip)
        for megabytes in FLASH_MEGABYTES:
            self.flash.addItem(f"{megabytes} MB", megabytes)
        self.chip.currentIndexChanged.connect(lambda _index: self._chip_chosen())
        self.camera.currentIndexChanged.connect(lambda _index: self._camera_chosen())
        self._chip_chosen()
        if known:
            self._show(known)

    def _show(self, board: AddBoardRequest) -> None:
        """Fill the fields with what is said of a board."""
        self.name.setText(board.name)
        for field, value in (
            (self.chip, board.chip),
            (self.flash, board.flash),
            (self.psram, board.psram),
            (self.usb, board.native_usb),
            (self.camera, board.camera if "=" not in board.camera else _PINS),
        ):
            field.setCurrentIndex(field.findData(value))
        if "=" in board.camera:
            self.pins.setText(board.camera)

    def _add(self, title: str, field: QWidget) -> None:
        field.setAccessibleName(title)
        self._form.addRow(title, field)

    def _choices(self, title: str) -> Choices:
        made = Choices()
        made.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._add(title, made)
        return made

    def _chip_chosen(self) -> None:
        """Offer the memory, the ports and the cameras that boards with this chip have."""
        chip: ChipName = self.chip.currentData()
        names: dict[PsramName, str] = {
            "none": self.tr("none"),
            "quad": self.tr("quad (2 to 8 MB)"),
            "octal": self.tr("octal (8 MB or more)"),
        }
        self.psram.clear()
        for psram in PSRAM_OF[chip]:
            self.psram.addItem(names[psram], psram)
        self.usb.clear()
        self.usb.addItem(self.tr("with an adapter on the board (CP210x, CH340)"), False)
        if chip != "esp32":
            self.usb.addItem(self.tr("the chip's own"), True)
        self.camera.clear()
        self.camera.addItem(self.tr("none"), "")
        for model in camera_models(chip):
            self.camera.addItem(self.tr("wired as on {board}").format(board=model.name), model.id)
        self.camera.addItem(self.tr("other pins"), _PINS)

    def _camera_chosen(self) -> None:
        self._form.setRowVisible(self.pins, self.camera.currentData() == _PINS)

    def _save(self) -> None:
        camera = str(self.camera.currentData())
        try:
            profile = add_board(
                AddBoardRequest(
                    name=self.name.text(),
                    chip=self.chip.currentData(),
                    flash=self.flash.currentData(),
                    psram=self.psram.currentData(),
                    camera=(self.pins.text() or "=") if camera == _PINS else camera,
                    native_usb=bool(self.usb.currentData()),
                    replaces=self._replaces,
                )
            )
        except SqueezeError as error:
            self._say(" ".join(error_words(error)))
            return
        except OSError as error:
            self._say(str(error))
            return
        self.accept()
        self.added.emit(profile.id)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()
