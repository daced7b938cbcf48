"""What the program is, and the licences of all that is in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.background import in_background
from app.theme.tokens import Space
from app.widgets.basics import Sign, button, column, label, row
from core import __version__
from core.licences import LICENCE, Package, own_text, packages

_SIZE = QSize(1000, 640)
_LIST_WIDTH = 232
_SIGN = 48


class AboutDialog(QDialog):
    """The program's own licence first, then packages by name; what is chosen is read beside them.

    Texts are read in a thread: `packages` is empty until they are there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Squeeze Studio"))
        self.resize(_SIZE.boundedTo(parent.size()))
        self.packages: tuple[Package, ...] = ()
        outer = column(self, Space.LARGE, Space.WIDE)
        outer.addLayout(self._head())
        outer.addWidget(
            label(
                self.tr(
                    "Free software: use it for any purpose, study how it works, share it and change it. It "
                    "comes without any warranty. The models and firmware that you make with it are yours."
                ),
                wrap=True,
            )
        )
        outer.addLayout(self._reader(), 1)
        foot = row()
        foot.addStretch(1)
        self.close_button = button(self.tr("Close"), self.accept)
        foot.addWidget(self.close_button)
        outer.addLayout(foot)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        in_background(self, _all_packages, self._show)

    def _head(self) -> QHBoxLayout:
        head = row(space=Space.LARGE)
        head.addWidget(Sign("squeeze", "accent", _SIGN))
        words = column(space=Space.HAIR)
        words.addWidget(label("Squeeze Studio", "title"))
        self.version = label(
            self.tr("Version {version} · license {licence}").format(version=__version__, licence=LICENCE),
            "soft",
        )
        words.addWidget(self.version)
        head.addLayout(words, 1)
        return head

    def _reader(self) -> QHBoxLayout:
        self.names = QListWidget()
        self.names.setFixedWidth(_LIST_WIDTH)
        self.names.setAccessibleName(self.tr("Open-source components"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.currentRowChanged.connect(self._read)
        self.licence = label("", "soft", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.document().setDocumentMargin(Space.MEDIUM)
        # The Tab key leads on instead of into the text.
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("License text"))
        page = column(space=Space.SMALL)
        page.addWidget(self.licence)
        page.addWidget(self.text, 1)
        reader = row()
        reader.addWidget(self.names)
        reader.addLayout(page, 1)
        return reader

    def _show(self, packages: tuple[Package, ...]) -> None:
        self.packages = packages
        for package in packages:
            item = QListWidgetItem(package.name)
            item.setToolTip(f"{package.name} {package.version}")
            self.names.addItem(item)
        self.names.setCurrentRow(0)

    def _read(self, number: int) -> None:
        package = self.packages[number]
        self.licence.setText(f"{package.name} {package.version} · {package.licence}")
        self.text.setPlainText(
            package.text
            or self.tr(
                "This package does not include its license text. The name of the license is shown above."
            )
        )


def _all_packages() -> tuple[Package, ...]:
    """The program itself and what it stands on; what cannot be read says so in the place of its text."""
    try:
        own, others = own_text(), packages()
    except (OSError, ValueError) as error:
        own, others = str(error), ()
    return (Package(name="Squeeze Studio", version=__version__, licence=LICENCE, text=own), *others)


def open_about(parent: QWidget) -> AboutDialog:
    """Open the dialog: the one that there is, or a new one."""
    shown = parent.findChild(AboutDialog)
    dialog = shown if isinstance(shown, AboutDialog) else AboutDialog(parent)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog
