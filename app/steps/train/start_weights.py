"""What training starts from: the program's own starting network, ImageNet weights, a file, or nothing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtWidgets import QFileDialog, QWidget

from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row, set_role
from app.widgets.elided import ElidedLabel
from app.widgets.setting_field import Choices
from core.errors import SqueezeError
from core.networks.start_weights import (
    PublishedWeights,
    can_start,
    published_for,
    start_weights_path,
)
from core.requests import FetchWeightsRequest
from core.settings import START_IMAGENET, START_SCRATCH, START_SHIPPED

_FILE = "file"
_LEAST_CHARACTERS = 16


class StartWeights(QWidget):
    """What is chosen is set in the session. ImageNet weights that are not here are fetched by one button."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.SMALL)
        line = row(space=Space.MEDIUM)
        title = self.tr("Start from")
        self.choice = Choices()
        self.choice.setAccessibleName(title)
        self.choice.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_LEAST_CHARACTERS)
        self.choice.addItem(self.tr("Starting network (comes with the program)"), START_SHIPPED)
        self.choice.addItem("", START_IMAGENET)
        self.choice.addItem(self.tr("A file…"), _FILE)
        self.choice.addItem(self.tr("From scratch"), START_SCRATCH)
        self.choice.activated.connect(lambda index: self.choose(self.choice.itemData(index)))
        named = label(title)
        named.setBuddy(self.choice)
        line.addWidget(named)
        line.addWidget(self.choice, 1)
        layout.addLayout(line)
        self.file = ElidedLabel("", "soft")
        layout.addWidget(self.file)
        self.sentence = label("", "caption", wrap=True)
        layout.addWidget(self.sentence)
        self.fetch_button = button(self.tr("Fetch"), self.fetch)
        self.fetch_button.setAccessibleName(self.tr("Fetch ImageNet weights"))
        below = row()
        below.addWidget(self.fetch_button)
        below.addStretch(1)
        layout.addLayout(below)
        self.refresh()

    @property
    def chosen(self) -> str:
        """What the session holds: 'shipped', 'imagenet', 'file' or 'scratch'."""
        source = self._session.settings.train.start_weights or START_SCRATCH
        return source if source in (START_SHIPPED, START_IMAGENET, START_SCRATCH) else _FILE

    def refresh(self) -> None:
        """Show what the session holds, and what is on this computer."""
        chosen, weights = self.chosen, published_for(self._session.settings.network)
        is_here = weights is not None and weights.state == "fetched"
        own = self.tr("ImageNet weights") if is_here else self.tr("ImageNet weights (fetch, 5 MB)")
        self.choice.setItemText(self.choice.findData(START_IMAGENET), own)
        self.choice.setCurrentIndex(self.choice.findData(chosen))
        self.file.setText(self._session.settings.train.start_weights or "")
        self.file.setVisible(chosen == _FILE)
        self.sentence.setText(self._sentence(chosen, weights))
        self.choice.setAccessibleDescription(self.sentence.text())
        set_role(self.sentence, "warning" if self.refusal() else "caption")
        self.fetch_button.setVisible(chosen == START_IMAGENET and weights is not None and not is_here)
        self.fetch_button.setEnabled(not self._session.is_busy)

    def refusal(self) -> SqueezeError | None:
        """Why training cannot start from what is chosen."""
        settings = self._session.settings
        if self.chosen != START_IMAGENET:
            return None
        try:
            start_weights_path(START_IMAGENET, settings.network)
        except SqueezeError as error:
            return error
        return None

    def choose(self, start: str) -> QFileDialog | None:
        """Start from something else. For a file the person is asked which: the dialog is returned."""
        if start == _FILE:
            return self._ask_for_file()
        if start != self.chosen:
            self._session.change("train", start_weights=start)
        return None

    def fetch(self) -> None:
        """Fetch the ImageNet weights of the network that is chosen."""
        weights = published_for(self._session.settings.network)
        if weights is not None and not self._session.is_busy:
            self._session.start_task(FetchWeightsRequest(network=weights.network), "train")

    def _ask_for_file(self) -> QFileDialog:
        dialog = QFileDialog(self, self.tr("A file to start from"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Weights (*.pth)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda path: self._session.change("train", start_weights=path))
        # Where none was selected, what was chosen before is shown again.
        dialog.finished.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _sentence(self, chosen: str, weights: PublishedWeights | None) -> str:
        if chosen == START_SHIPPED and not can_start(self._session.settings.network):
            return self.tr("It has other layers than the network that is chosen, which learns from nothing.")
        if chosen == START_SHIPPED:
            return self.tr("It has learned from general pictures: thirty of yours of each kind are enough.")
        if chosen == START_IMAGENET:
            return self._about_imagenet(weights)
        if chosen == _FILE:
            return self.tr("A file of torchvision's SqueezeNet (.pth): it begins with what that one knows.")
        return self.tr("It learns from your pictures alone. That takes thousands of them.")

    def _about_imagenet(self, weights: PublishedWeights | None) -> str:
        if weights is None:
            return self.tr("There are none for this network: SqueezeNet 1.0 or 1.1, width 1 and no bypass.")
        name, host = Path(weights.path).name, urlsplit(weights.address).hostname
        match weights.state:
            case "fetched":
                words = self.tr(
                    "torchvision's SqueezeNet, which has learned from a million pictures: {file}."
                )
            case "missing":
                words = self.tr(
                    "torchvision's SqueezeNet has learned from a million pictures. Fetch it from {host} once?"
                )
            case "damaged":
                words = self.tr("{file} is damaged. Fetch it from {host} again?")
        return words.format(file=name, host=host)
