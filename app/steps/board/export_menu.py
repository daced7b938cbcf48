"""What can be done with a finished run besides flashing: report, export, its folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.session import Session
from app.widgets.basics import Button, button, row
from app.widgets.dialogs import ask_where_to_save, pop_up
from app.wording import QT_TRANSLATE_NOOP, translate
from core.requests import ExportForm, ExportRequest, ReportRequest
from core.runs.folder import RunFolder

_FORMS: tuple[tuple[ExportForm, str], ...] = (
    ("tflite", QT_TRANSLATE_NOOP("Export", "TensorFlow Lite files…")),
    ("c-array", QT_TRANSLATE_NOOP("Export", "C source…")),
    ("esp-idf", QT_TRANSLATE_NOOP("Export", "ESP-IDF project…")),
    ("flash-image", QT_TRANSLATE_NOOP("Export", "Flash image for any flasher…")),
    ("web", QT_TRANSLATE_NOOP("Export", "Web page that flashes the board…")),
    ("card", QT_TRANSLATE_NOOP("Export", "Model card…")),
    ("zip", QT_TRANSLATE_NOOP("Export", "Everything in one zip file…")),
)

_ENDINGS: dict[ExportForm, str] = {"zip": ".zip", "flash-image": ".bin"}
"""Forms that are one file."""


class ExportMenu(QWidget):
    """A button with a menu. What it saves is written by tasks of the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.button: Button = button(
            self.tr("Save and export"),
            self.open_menu,
            "quiet",
            "export",
            self.tr("The report, the model files, C source, flash image, web page, model card, run folder."),
        )
        row(self, 0).addWidget(self.button)

    def refresh(self) -> None:
        """Show whether there is something to be taken away."""
        self.button.setEnabled(self._session.folder is not None)

    def open_menu(self) -> QMenu:
        """Offer what there is."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        report = menu.addAction(self.tr("Save report…"), self.ask_for_report)
        report.setEnabled(self._session.summary is not None and not self._session.is_busy)
        report.setToolTip(self.tr("One page with all figures and charts of this run."))
        menu.addSeparator()
        for form, text in _FORMS:
            action = menu.addAction(translate("Export", text))
            action.triggered.connect(lambda _checked=False, form=form: self.ask_for_export(form))
            action.setEnabled(self._is_finished() and not self._session.is_busy)
        menu.addSeparator()
        menu.addAction(self.tr("Show folder"), self.show_folder)
        pop_up(menu, self.button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def ask_for_export(self, form: ExportForm) -> QFileDialog:
        """Ask where an export is to go."""
        run, ending = self._run(), _ENDINGS.get(form)
        proposed = run.path.parent / (f"{run.path.name}{ending}" if ending else f"{run.path.name} {form}")
        return self._ask(
            self.tr("Export as"), proposed, (ending or "")[1:], lambda path: self.export_to(form, path)
        )

    def export_to(self, form: ExportForm, path: str) -> None:
        """Export to a new folder, or to a file; the person has agreed to replace one of the very name."""
        ending = _ENDINGS.get(form, "")
        output = path if path.endswith(ending) else f"{path}{ending}"
        request = ExportRequest(
            run=str(self._run().path),
            form=form,
            output=output,
            board=self._session.known_board or None,
            replace=output == path and Path(path).is_file(),
        )
        self._session.start_task(request, "board")

    def ask_for_report(self) -> QFileDialog:
        """Ask where the report is to go."""
        run = self._run()
        proposed = run.path.parent / f"{run.path.name}.html"
        return self._ask(self.tr("Save report"), proposed, "html", self.save_report)

    def save_report(self, path: str) -> None:
        """Write the report of what there is of the run now, over what the person agreed to replace."""
        self._session.start_task(ReportRequest(run=str(self._run().path), output=path, replace=True), "board")

    def show_folder(self) -> None:
        """Open the run's folder in the system's own program for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._run().path)))

    def _ask(self, title: str, proposed: Path, ending: str, do: Callable[[str], object]) -> QFileDialog:
        return ask_where_to_save(self, title, lambda path: do(str(path)), proposed, ending)

    def _run(self) -> RunFolder:
        assert self._session.folder is not None
        return self._session.folder

    def _is_finished(self) -> bool:
        record = self._session.record
        return record is not None and record.is_done("huffman")
