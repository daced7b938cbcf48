"""Begin with weights that were learned elsewhere: a file, or none."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QFileDialog, QWidget

from app.session import Session
from app.theme.tokens import Space
from app.widgets.basics import button, column, label, row
from app.widgets.elided import ElidedLabel


class StartWeights(QWidget):
    """What is chosen is set in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = column(self, Space.HAIR)
        line = row(space=Space.SMALL)
        line.addWidget(label(self.tr("Start weights")))
        self.file = ElidedLabel("", "soft")
        line.addWidget(self.file, 1)
        self.choose_button = button(self.tr("Choose…"), self.choose)
        self.choose_button.setAccessibleName(self.tr("Choose a file with start weights"))
        line.addWidget(self.choose_button)
        self.drop_button = button(self.tr("Without"), lambda: self.set(None), "quiet")
        self.drop_button.setAccessibleName(self.tr("Begin without start weights"))
        line.addWidget(self.drop_button)
        layout.addLayout(line)
        sentence = self.tr(
            "A file of torchvision's SqueezeNet (.pth), which has learned from a million pictures: it begins "
            "with what that one knows."
        )
        layout.addWidget(label(sentence, "caption", wrap=True))
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds."""
        path = self._session.settings.train.start_weights
        self.file.setText(Path(path).name if path else self.tr("none: it learns from nothing"))
        self.drop_button.setVisible(path is not None)

    def choose(self) -> QFileDialog:
        """Ask for a file."""
        dialog = QFileDialog(self, self.tr("Start weights"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Weights (*.pth)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.set)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def set(self, path: str | None) -> None:
        """Begin with the weights in a file, or with none."""
        settings = self._session.settings
        own = msgspec.structs.replace(settings.train, start_weights=path)
        self._session.replace_settings(msgspec.structs.replace(settings, train=own))
