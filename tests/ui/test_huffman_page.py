"""The page Huffman: before, during and after."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.huffman import HuffmanPage, marks_of
from app.steps.huffman_codes import purpose_bars
from app.window import Window
from app.wording import percent, size
from core.events import LayerReport, Progress, StageStarted
from core.requests import YardstickRequest
from core.runs import yardstick
from core.runs.folder import RunFolder
from core.runs.stage_details import Proofs
from tests.ui.hands import button_named, click, click_at, press
from tests.ui.stage_runs import without


def _page(window: Window) -> HuffmanPage:
    window.workspace.show_page("huffman")
    page = window.workspace.pages["huffman"]
    assert isinstance(page, HuffmanPage)
    return page


@pytest.fixture
def quantized_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> HuffmanPage:
    """The page of a run that is quantized and not coded."""
    without(own_run, "huffman")
    session.open(own_run.path)
    page = _page(window)
    qtbot.waitUntil(lambda: "about" in page.expected.text())
    return page


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> HuffmanPage:
    """The page of a finished run."""
    session.open(own_run.path)
    page = _page(window)
    qtbot.waitUntil(lambda: bool(page.proofs.marks))
    return page


def test_before_it_begins_the_page_says_what_will_come_of_it(
    quantized_page: HuffmanPage, session: Session
) -> None:
    summary = session.summary
    assert summary is not None
    before = summary.of("quantize")
    assert before is not None
    assert quantized_page.expected.text().startswith(f"From {size(before.bytes)} to about")
    assert quantized_page.primary.text() == "Compress"


def test_while_it_codes_layers_and_bytes_are_counted(quantized_page: HuffmanPage, session: Session) -> None:
    session.reported.emit(
        [
            StageStarted(stage="huffman"),
            LayerReport(stage="huffman", layer="conv 1", figures={"bytes": 1500.0, "bits": 6.0}),
            LayerReport(stage="huffman", layer="conv 2", figures={"bytes": 2500.0, "bits": 2.0}),
            Progress(done=1, total=2, unit="pictures", seconds_left=12.0),
        ]
    )
    assert quantized_page.figures.text("layers") == "2"
    assert quantized_page.figures.text("bytes") == "4.0 KB"


def test_the_file_before_and_after_stands_side_by_side(
    finished_page: HuffmanPage, own_run: RunFolder
) -> None:
    assert finished_page.sizes.before.text() == size(own_run.file("quantize").stat().st_size)
    assert finished_page.sizes.after.text() == size(own_run.file("huffman").stat().st_size)
    assert "times smaller than AlexNet" in finished_page.sizes.words.text()


def test_the_proofs_are_marks_that_say_on_how_many_images(
    finished_page: HuffmanPage, session: Session
) -> None:
    assert session.summary is not None
    images = session.summary.dataset.test_images
    decoded, _tflm, outputs = finished_page.proofs.marks
    assert decoded.holds
    assert outputs.holds
    assert f"{images} of {images} images" in outputs.words


def test_a_proof_that_fails_and_one_that_cannot_be_tried_are_told_apart() -> None:
    proofs = Proofs(decoded_tensors=26, tflm_tensors=0, identical_outputs=479, runtime="litert-decoded")
    assert [mark.holds for mark in marks_of(proofs, 480)] == [True, None, False]


def test_every_code_shows_how_often_its_numbers_occur(finished_page: HuffmanPage) -> None:
    codes = finished_page.codes
    assert sum(symbol.count for symbol in codes.histogram.symbols) > 0
    codes.histogram.setFocus()
    press(codes.histogram, Qt.Key.Key_Home)
    first = codes.histogram.symbols[0]
    assert f"{first.symbol}: {first.count:,} weights" in codes.histogram.accessibleDescription()
    assert f"{first.bits} bits" in codes.histogram.accessibleDescription()
    assert "entropy" in codes.bits.accessibleName()
    assert "for the code table" in codes.note.text()


def test_another_code_can_be_chosen(finished_page: HuffmanPage) -> None:
    codes = finished_page.codes
    assert codes.tables.count() > 1
    sentence = next(one for one in codes.findChildren(QLabel) if one.text().startswith("Each bar"))
    assert sentence.width() == codes.width()
    before = codes.histogram.symbols
    codes.tables.setFocus()
    press(codes.tables, Qt.Key.Key_Down)
    codes.tables.activated.emit(codes.tables.currentIndex())
    assert codes.tables.currentIndex() == 1
    assert codes.histogram.symbols != before


def test_layers_and_purposes_show_their_bytes_before_and_after(finished_page: HuffmanPage) -> None:
    bar = finished_page.tabs.bar
    bar.setCurrentIndex(1)
    assert finished_page.layers.isVisible()
    assert len(finished_page.layers.bars) == 26
    assert all(one.before is not None for one in finished_page.layers.bars)
    bar.setCurrentIndex(2)
    assert finished_page.purposes.isVisible()
    assert "Code tables" in [one.name for one in finished_page.purposes.bars]
    assert "entropy" in finished_page.least.text()


def test_what_it_is_not_sure_of_is_a_tab_away(finished_page: HuffmanPage, session: Session) -> None:
    assert session.summary is not None
    figures = session.summary.of("huffman")
    assert figures is not None
    assert figures.threshold is not None
    bar, sureness = finished_page.tabs.bar, finished_page.sureness
    last = bar.count() - 1
    assert (bar.tabText(last), sureness.isVisible()) == ("Not sure", False)
    click_at(bar, bar.tabRect(last).center())
    assert sureness.isVisible()
    assert f"If no class reaches {percent(figures.threshold.probability)}" in sureness.words.text()
    names = [one.name for one in sureness.bars.bars]
    assert names == ["Drawn scenes", "Noise, bare walls"]
    shares = [one.share for one in sureness.bars.bars]
    assert shares == [one.rejected for one in figures.threshold.unrelated]


def test_purposes_without_bytes_are_left_out() -> None:
    bars = purpose_bars({"plain_weight_bytes": 1000, "table_bytes": 0}, {"payload_bytes": 250})
    assert [bar.name for bar in bars] == ["Coded weights", "Uncompressed weights"]
    assert [bar.share for bar in bars] == [0.25, 0]
    assert bars[1].before == 1


def test_how_it_works_can_be_folded_out_and_may_be_done_otherwise(
    finished_page: HuffmanPage, session: Session
) -> None:
    assert finished_page.primary.text() == "Next: Board"
    click(button_named(finished_page, "How it works"))
    click(finished_page.more.opener)
    press(finished_page.options.fields["huffman", "share_tables"].control, Qt.Key.Key_Space)
    assert session.settings.huffman.share_tables is False
    assert finished_page.primary.text() == "Compress again"


def test_alexnet_is_trained_on_request_and_two_charts_compare_it(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.open(own_run.path)
    card = _page(window).yardstick
    assert card.start_button.text() == "Train AlexNet on these images"
    assert not card.charts.isVisible()
    assert card.start_button.isEnabled()
    asked: list[object] = []
    monkeypatch.setattr(session, "start_task", lambda request, step: asked.append((request, step)))
    card.start_button.click()
    assert asked == [(YardstickRequest(run=str(own_run.path)), "huffman")]
    # What the worker would leave: the figures, and a file of just that size.
    record = own_run.read_record()
    trained = own_run.read_summary().stages[0]
    own_run.alexnet.write_bytes(b"weights" * 1000)
    figures = msgspec.structs.replace(
        trained, file="alexnet.keras", bytes=7000, accuracy=0.5, parameters=24_000_000
    )
    yardstick._write(own_run, record, figures)
    session.read_again()
    qtbot.waitUntil(card.charts.isVisible)
    assert not card.start_button.isVisible()
    assert card.sizes.bars[0].figure == "7.0 KB"
    assert card.accuracies.bars[0].figure == "50.0 %"
    assert [bar.name for bar in card.sizes.bars] == ["AlexNet", "Train", "Prune", "Quantize", "Huffman"]
    assert "24,000,000 parameters" in card.words.text()
