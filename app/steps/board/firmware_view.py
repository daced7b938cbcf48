"""The firmware for a board: which there is, or how it can come here and what that takes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.theme.tokens import Space
from app.widgets.basics import button, column, label
from app.widgets.controls import Choices
from app.widgets.dialogs import ask_for_file
from app.wording import about_size, duration, error_words, in_own_words
from core.boards.firmware_bundles.bundle import read_bundle
from core.boards.firmware_bundles.sources import import_bundle
from core.boards.firmware_bundles.ways import FirmwareWay
from core.boards.profiles import board_profile
from core.deployment.board_results import FlashPlan
from core.errors import SqueezeError
from core.events import Failed


class FirmwareView(QWidget):
    """Hidden where no firmware is needed. `imported`: there is other firmware here now."""

    imported = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: FlashPlan | None = None
        layout = column(self, Space.SMALL)
        self.present = label("", "soft", wrap=True)
        layout.addWidget(self.present)
        self.problem = label("", "warning", wrap=True)
        layout.addWidget(self.problem)
        self.ways = Choices()
        self.ways.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ways.setMinimumContentsLength(6)
        self.ways.setAccessibleName(self.tr("Firmware source"))
        self.ways.setToolTip(
            self.tr(
                "Firmware is the program on the board that runs the model. It is stored on this computer "
                "for next time."
            )
        )
        self.ways.currentIndexChanged.connect(lambda _index: self._show_way())
        layout.addWidget(self.ways)
        self.takes = label("", "soft", wrap=True)
        layout.addWidget(self.takes)
        self.bundle_button = button(self.tr("Bundle…"), self._choose_bundle, icon="folder")
        self.bundle_button.setToolTip(self.tr("Use a firmware file from this program's release page."))
        layout.addWidget(self.bundle_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_plan(None)

    @property
    def way(self) -> str | None:
        """The way that is chosen, as a flash takes it; None when there is firmware, or no way to it."""
        chosen = self.chosen
        return None if chosen is None else chosen.name

    @property
    def chosen(self) -> FirmwareWay | None:
        """The way that is chosen, with what it takes."""
        if self._plan is None or self._plan.firmware_problem is None:
            return None
        index = self.ways.currentIndex()
        return self._plan.firmware_ways[index] if index >= 0 else None

    def show_plan(self, plan: FlashPlan | None) -> None:
        """Show the firmware of a plan; a way that was chosen before stays chosen."""
        before, self._plan = self.way, plan
        self.setVisible(plan is not None and not plan.virtual)
        if plan is None:
            return
        problem = plan.firmware_problem
        self.present.setVisible(problem is None)
        self.present.setText(self._of_present(plan))
        self.problem.setVisible(problem is not None)
        if problem is not None:
            self._say(problem, with_remedy=not plan.firmware_ways)
        self._offer(plan.firmware_ways, before)
        self.bundle_button.setVisible(problem is not None)

    def use_bundle(self, path: Path) -> None:
        """Import firmware for the board from a file, or say why it cannot be."""
        assert self._plan is not None
        try:
            read_bundle(path, board_profile(self._plan.board).variant)
            import_bundle(path)
        except SqueezeError as error:
            self.problem.setText(" ".join(error_words(error)))
            return
        except OSError as error:
            self.problem.setText(str(error))
            return
        self.imported.emit()

    def _say(self, problem: Failed, *, with_remedy: bool) -> None:
        told = in_own_words(problem)
        assert isinstance(told, Failed)
        self.problem.setText(f"{told.happened} {told.remedy}" if with_remedy else told.happened)

    def _of_present(self, plan: FlashPlan) -> str:
        words = (
            self.tr("Firmware {version}, included with the program")
            if plan.firmware_shipped
            else self.tr("Firmware {version}, stored on this computer")
        )
        return words.format(version=plan.firmware)

    def _offer(self, ways: tuple[FirmwareWay, ...], before: str | None) -> None:
        self.ways.blockSignals(True)
        self.ways.clear()
        for way in ways:
            self.ways.addItem(self._title(way), way.name)
        self.ways.setCurrentIndex(max(0, self.ways.findData(before)) if ways else -1)
        self.ways.blockSignals(False)
        self.ways.setVisible(bool(ways))
        self._show_way()

    def _title(self, way: FirmwareWay) -> str:
        return {
            "fetch": self.tr("Download the release"),
            "build-idf": self.tr("Build with ESP-IDF"),
            "build-docker": self.tr("Build with Docker"),
            "build-eim": self.tr("Install ESP-IDF, then build"),
        }[way.name]

    def _show_way(self) -> None:
        way = self.chosen
        self.takes.setVisible(way is not None)
        if way is None:
            return
        sentence = {
            "fetch": self.tr("Downloads the firmware from {source}."),
            "build-idf": self.tr("Builds the firmware here, with the ESP-IDF in {source}."),
            "build-docker": self.tr("Builds the firmware here, in a container of the image {source}."),
            "build-eim": self.tr("Installs {source} with Espressif's installer (eim), then builds here."),
        }[way.name].format(source=way.source)
        self.takes.setText(" ".join((sentence, *self._costs(way))))

    def _costs(self, way: FirmwareWay) -> tuple[str, ...]:
        download, disk = about_size(way.download_bytes), about_size(way.disk_bytes)
        time = self.tr("About {time}.").format(time=duration(way.seconds))
        if not way.download_bytes:
            room = self.tr("The image takes {disk}.").format(disk=disk) if way.disk_bytes else ""
            # Its components come from Espressif's registry, once.
            return tuple(one for one in (time, self.tr("Downloads a few MB at most."), room) if one)
        if not way.disk_bytes:
            return (time, self.tr("Downloads {download}.").format(download=download))
        return (
            time,
            self.tr("Downloads {download} once and takes {disk} on the disk.").format(
                download=download, disk=disk
            ),
        )

    def _choose_bundle(self) -> None:
        filters = [self.tr("Firmware bundles ({patterns})").format(patterns="*.zip")]
        ask_for_file(self, self.tr("Firmware bundle"), self.use_bundle, filters)
