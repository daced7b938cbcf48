"""The page of the step 'data'."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.run_opener import RunOpener
from app.session import Session
from app.step import Step
from app.steps.data.capture import CapturePanel
from app.steps.data.dataset_scan import dataset_scan
from app.steps.data.findings import (
    Change,
    FindingsList,
    changes_of,
    leaving_out,
    merging,
    mixing,
    using_again,
    without,
)
from app.steps.data.images_panel import ImagesPanel
from app.steps.data.seeing_panel import SeeingPanel
from app.steps.making.stage_rows import words_of_making, words_of_repeated
from app.steps.page import StepPage
from app.steps.photo_edits import PhotoEdits
from app.steps.progress import expected_times
from app.theme.tokens import Space
from app.widgets.basics import button, column, row
from app.widgets.controls import TabBar
from app.widgets.dialogs import pop_up_below
from app.widgets.dropping import DropSurface, DropZone
from app.widgets.notices import Action, EmptyState
from app.wording import duration, error_words, finding_words
from core.datasets.catalog import Entry
from core.datasets.photo_folder import PhotoFolder
from core.errors import SqueezeError
from core.events import AnyEvent, Failed, Finding, Stopped
from core.requests import RunRequest
from core.settings import STAGES, DataSettings

if TYPE_CHECKING:
    from app.steps.data.map_dialog import MapDialog

_TABS = ("images", "findings", "seeing")
_LEAST_HEIGHT = 120


class DataPage(StepPage):
    """Images and what is found in them."""

    def __init__(self, session: Session, step: Step) -> None:
        scan = dataset_scan(session)
        super().__init__(session, step)
        self.scan = scan
        self.opener = RunOpener(session, self)
        self.edits = PhotoEdits(session, self)
        self._shown: object = None
        self._shown_changes: object = None
        self._will_make = False
        self.is_taking = False
        self.drops = DropSurface(self, self.tr("Drop other photos here"))
        self._add_head()
        self._add_content()
        self.how = button(
            self.tr("Step by step…"),
            lambda: self.go_to.emit("train"),
            "quiet",
            tip=self.tr("Choose settings, and do Train, Prune, Quantize and Huffman one by one."),
        )
        self.footer.insertWidget(1, self.how)
        self.summary = self.below
        self.primary.setToolTip(
            self.tr("Does all steps: train, prune, quantize and Huffman-code the network.")
        )
        self._connect()

    def refresh(self) -> None:
        """Show what the session holds; look at the images where that has not been done."""
        self.scan.ensure()
        self._show_state()

    def take_photos(self, folder: PhotoFolder | None = None) -> None:
        """Take photos here, into a new folder or into one that this program made."""
        self.is_taking = True
        self.capture.begin(folder)
        self._show_state()

    def stop_taking(self) -> None:
        """Show the photos of the run again, or none; what was taken stays in its folder."""
        if self.is_taking:
            self.is_taking = False
            self.capture.end()
            self._show_state()

    def show_map(self) -> MapDialog:
        """Open the dialog that maps the images, likely wrong labels first."""
        from app.steps.data.map_dialog import MapDialog

        dialog = MapDialog(self.session, self.window())
        dialog.changed.connect(self.scan.again)
        dialog.finished.connect(self._show_last_edit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.start()
        return dialog

    def primary_clicked(self) -> None:
        """Make the model, at once; a look that is still going on is ended for that."""
        session = self.session
        if self.is_taking:
            self._use_taken()
        elif not session.undone:
            self.go_to.emit("result")
        elif self.scan.state == "looking":
            self._will_make = True
            session.stop()
        elif not session.is_busy:
            self._make()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Qt: the page comes on screen. Photos that were being taken are taken on."""
        super().showEvent(event)
        self.session.look_at_images()
        if self.is_taking:
            self.capture.use_camera()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: the page leaves the screen. The camera is for other programs then."""
        super().hideEvent(event)
        self.capture.end()
        if self.is_taking:
            self.session.look_at_images()

    def leave(self) -> None:
        """The program is about to end."""
        self.capture.end()
        self.images.wall.thumbnails.close()

    def _connect(self) -> None:
        self.scan.changed.connect(self._show_if_visible)
        self.scan.ended.connect(self._end)
        self.session.opened.connect(self._begin_anew)
        self.session.board_changed.connect(self._show_if_visible)
        self.opener.opened.connect(self.go_to)
        self.opener.refused.connect(self._refuse)
        self.drops.dropped.connect(self.opener.open_dropped)
        self.drop_zone.folder_wanted.connect(self.opener.choose_folder)
        self.drop_zone.archive_wanted.connect(self.opener.choose_archive)
        images, findings = self.images, self.findings
        images.current_changed.connect(self._show_example)
        images.leave_out_wanted.connect(self._exclude)
        images.merge_wanted.connect(lambda name, to: self._change(**merging(self._settings, name, to)))
        images.use_again_wanted.connect(self._use_again)
        images.move_wanted.connect(self._move)
        images.delete_wanted.connect(self._delete)
        images.undo_wanted.connect(self._undo_edit)
        self.edits.refused.connect(self._refuse)
        self.edits.changed.connect(self.scan.again)
        self.edits.changed.connect(self._show_last_edit)
        findings.fix_wanted.connect(self._fix)
        findings.images_wanted.connect(self._show_images_of)
        findings.undo_wanted.connect(self._undo)
        self.seeing.another_wanted.connect(self._choose_next)
        self.seeing.refused.connect(self._refuse)
        self.capture.changed.connect(self._show_if_visible)
        self.capture.refused.connect(self._refuse)

    @property
    def _settings(self) -> DataSettings:
        return self.session.settings.data

    def _add_head(self) -> None:
        head = row(space=Space.SMALL)
        self.tabs = TabBar(self.tr("Images, findings, preview"))
        for text in (self.tr("Images"), self.tr("Findings"), self.tr("Preview")):
            self.tabs.addTab(text)
        self.tabs.currentChanged.connect(lambda index: self.stack.setCurrentIndex(index))
        head.addWidget(self.tabs)
        head.addStretch(1)
        self.others = button(self.tr("Other photos"), self._offer_others, "quiet")
        head.addWidget(self.others)
        self.body.addLayout(head)

    def _offer_others(self) -> None:
        menu = QMenu(self)
        taken = PhotoFolder(Path(self._settings.source))
        if taken.is_own:
            menu.addAction(self.tr("Take more of these photos…")).triggered.connect(
                partial(_do, partial(self.take_photos, taken))
            )
            menu.addSeparator()
        for text, do in (
            (self.tr("Folder…"), self.opener.choose_folder),
            (self.tr("Archive…"), self.opener.choose_archive),
            (self.tr("Take photos…"), self.take_photos),
            (self.tr("Sample scenes"), self.opener.open_samples),
            (self.tr("Scan again"), self.scan.again),
        ):
            menu.addAction(text).triggered.connect(partial(_do, do))
        pop_up_below(menu, self.others)

    def _add_content(self) -> None:
        self.images, self.findings = ImagesPanel(), FindingsList()
        self.map_button = button(
            self.tr("Map…"),
            self.show_map,
            "quiet",
            tip=self.tr("See which images look alike, and which labels are likely wrong."),
        )
        self.images.below_classes.addWidget(self.map_button)
        self.seeing = SeeingPanel(self.session)
        self.stack = QStackedWidget()
        for panel in (self.images, self.findings, self.seeing):
            self.stack.addWidget(panel)
        self.waiting = EmptyState("data", self.tr("Scanning the images…"))
        self.drop_zone = DropZone()
        empty = QWidget()
        inner = column(empty)
        inner.addStretch(1)
        inner.addWidget(self.drop_zone)
        inner.addStretch(2)
        self.places = QStackedWidget()
        self.capture = CapturePanel(self.session)
        for place in (self.stack, self.waiting, empty, self.capture):
            self.places.addWidget(place)
        # The panels scroll themselves: the page around them never has to.
        self.places.setMinimumSize(1, _LEAST_HEIGHT)
        self.body.addWidget(self.places, 1)

    def _use_taken(self) -> None:
        """Go on with the photos that were taken; a run that has them already looks at them again."""
        path = self.capture.folder.path
        self.stop_taking()
        if self._settings.source == str(path) and self.session.has_images:
            self.scan.again()
        else:
            self.opener.open(path)

    def _show_if_visible(self) -> None:
        if self.isVisible():
            self._show_state()

    def _show_state(self) -> None:
        looking = self.scan
        known = looking.report is not None and not self.is_taking
        if self.is_taking:
            self.places.setCurrentWidget(self.capture)
        elif known:
            self.places.setCurrentIndex(0)
        else:
            waits = self.session.has_images and looking.state in ("looking", "nothing")
            self.places.setCurrentIndex(1 if waits else 2)
        self.tabs.setVisible(known)
        self.others.setVisible(known or self.is_taking)
        self.map_button.setVisible(known)
        self.summary.hide()
        if known and self._shown is not looking.catalog:
            self._show_report()
        self.seeing.refresh()
        self._show_changes()
        self._show_buttons()

    def _show_report(self) -> None:
        report, catalog = self.scan.report, self.scan.catalog
        assert report is not None
        assert catalog is not None
        self._shown = catalog
        self.images.show_catalog(catalog, report.classes)
        number = len(report.findings)
        text = self.tr("Findings ({count})").format(count=number) if number else self.tr("Findings")
        self.tabs.setTabText(_TABS.index("findings"), text)
        stopping = [finding for finding in report.findings if finding.stops]
        if stopping:
            self._say_what_stops(stopping)
        elif self.banner.severity is not None and not self.session.is_busy:
            self.banner.silence()

    def _words_of_images(self) -> str:
        """How many there are; what making the model repeats, or how long it will take."""
        report, session = self.scan.report, self.session
        if report is None:
            return ""
        counted = self.tr("%Ln image(s)", None, report.images)
        different = self.tr("%Ln class(es)", None, sum(group.role == "used" for group in report.classes))
        words = f"{counted}, {different}"
        if session.is_busy:
            return words
        if repeated := words_of_repeated(session):
            return f"{words}. {repeated}"
        expected = expected_times(session)
        if expected is None or not session.undone:
            return words
        stages = session.undone
        seconds = sum(expected[stage] for stage in stages) + (expected["data"] if stages == STAGES else 0)
        return self.tr("{images}. Making the model takes about {time}.").format(
            images=words, time=duration(seconds)
        )

    def _say_what_stops(self, stopping: list[Finding]) -> None:
        remedy = self.tr("Fix it under Findings, or add images to your folder and scan again.")
        show = Action(self.tr("Show findings"), lambda: self.tabs.setCurrentIndex(_TABS.index("findings")))
        self.banner.say("warning", finding_words(stopping[0]), remedy, [show])

    def _show_changes(self) -> None:
        report = self.scan.report
        if report is None:
            return
        changes = changes_of(self._settings, report)
        shown = (self.scan.catalog, tuple(changes))
        if shown != self._shown_changes:
            self._shown_changes = shown
            names = [group.name for group in report.classes if group.role == "used"]
            self.findings.show_findings(report.findings, changes, names)

    def _show_buttons(self) -> None:
        session, looking = self.session, self.scan
        self.how.setVisible(not self.is_taking)
        if self.is_taking:
            self.primary.setText(self.tr("Use these photos"))
            self.primary.setAccessibleName(self.primary.text())
            self.primary.setEnabled(self.capture.is_enough)
            return
        done = not session.undone
        self.primary.setText(self.tr("Show the result") if done else words_of_making(session))
        self.primary.setAccessibleName(self.primary.text())
        at_work = session.is_busy and isinstance(session.request, RunRequest)
        ready = looking.report.ready if looking.report is not None else looking.state != "failed"
        can_make = ready and (looking.state == "looking" or not session.is_busy)
        self.primary.setEnabled(session.has_images and (done or can_make))
        self.how.setEnabled(session.has_images)
        self.summary.setText(self._words_of_images())
        self.summary.setVisible(bool(self.summary.text()))
        self._show_last_edit()
        self.others.setEnabled(not at_work)
        self.map_button.setEnabled(ready and not at_work)
        for panel in (self.findings, self.seeing):
            panel.setEnabled(not at_work)

    def _begin_anew(self) -> None:
        self._shown, self._shown_changes, self._will_make = None, None, False
        self.stop_taking()
        self.banner.silence()
        self.summary.setText("")
        self.tabs.setCurrentIndex(0)

    def _end(self, outcome: AnyEvent) -> None:
        if self._will_make:
            self._will_make = False
            self.banner.silence()
            self._make()
        else:
            self._say_how_it_ended(outcome)

    def _say_how_it_ended(self, outcome: AnyEvent) -> None:
        """What was said of it already, but with the ways on that there are for images."""
        again, seen = Action(self.tr("Scan again"), self.scan.again), self.scan.settings
        if isinstance(outcome, Stopped):
            self.banner.say("warning", self.tr("Not all images were scanned."), "", [again])
        elif isinstance(outcome, Failed):
            if seen is not None and seen.source == self._settings.source:
                again = Action(self.tr("Undo the change"), self._take_back)
            self.banner.say("bad", outcome.happened, outcome.remedy, [again], outcome.detail)

    def _take_back(self) -> None:
        seen = self.scan.settings
        if seen is not None:
            self.banner.silence()
            names = ("leave_out", "set_aside", "merge", "split")
            self._change(**{name: getattr(seen, name) for name in names})

    def _make(self) -> None:
        self.session.make()
        self.go_to.emit("result")

    def _refuse(self, happened: str, remedy: str) -> None:
        self.banner.say("warning", happened, remedy)

    def _change(self, **values: Any) -> None:
        try:
            self.session.change("data", **values)
        except SqueezeError as error:
            self._refuse(*error_words(error))

    def _move(self, names: list[str], to: str) -> None:
        if self.edits.move(names, to) is not None:
            self.images.take_away(names)

    def _delete(self, names: list[str]) -> None:
        if self.edits.delete(names) is not None:
            self.images.take_away(names)

    def _exclude(self, names: list[str]) -> None:
        self.images.stay_here()
        self.edits.exclude(names)

    def _use_again(self, names: list[str]) -> None:
        self.images.stay_here()
        self._change(**using_again(self._settings, names, self.scan.report))

    def _undo_edit(self) -> None:
        self.images.stay_here()
        self.edits.undo()

    def _show_last_edit(self) -> None:
        """What can be undone, of photos that were moved or deleted also of an earlier session."""
        self.images.classes_to_move_to = self.edits.classes
        self.images.show_change(self.edits.words_of_last)
        self.images.undo_button.setEnabled(self.edits.is_free)

    def _fix(self, number: int, fix: str, partner: str) -> None:
        report, catalog = self.scan.report, self.scan.catalog
        if report is None or catalog is None:
            return
        finding = report.findings[number]
        names = catalog.paths_of(number) if finding.paths else [finding.class_name]
        if fix == "leave-out":
            self._change(**leaving_out(self._settings, names))
        elif fix == "mix":
            self._change(**mixing())
        else:
            self._change(**merging(self._settings, finding.class_name, partner))

    def _undo(self, change: Change) -> None:
        self._change(**without(self._settings, change, self.scan.report))

    def _show_images_of(self, number: int) -> None:
        report, catalog = self.scan.report, self.scan.catalog
        if report is not None and catalog is not None:
            self.images.show_names(finding_words(report.findings[number]), catalog.paths_of(number))
            self.tabs.setCurrentIndex(_TABS.index("images"))

    def _show_example(self, entry: Entry | None) -> None:
        self.seeing.show_image(self.scan.catalog, entry)

    def _choose_next(self) -> None:
        wall = self.images.wall
        if wall.count:
            wall.choose((wall.current + 1) % wall.count)


def _do(do: Callable[[], object], _checked: bool = False) -> None:
    do()
