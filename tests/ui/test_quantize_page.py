"""The page Quantize: before, during and after."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.session import Session
from app.steps.huffman import HuffmanPage
from app.steps.page import Phase
from app.steps.quantize import QuantizePage, changes_words, noise_bars
from app.window import SMALLEST, Window
from app.wording import percent, size
from core.compression.prediction import coded_size
from core.evaluation.changes import Changes
from core.events import Progress, Succeeded
from core.runs.folder import RunFolder
from core.runs.stage_details import QuantizeDetails
from core.settings import QuantizeSettings
from tests.builders.run_events import stage_events
from tests.ui.hands import button_named, click, press
from tests.ui.stage_runs import without

_WORK_LIMIT = 180_000


def _page(window: Window) -> QuantizePage:
    window.workspace.show_page("quantize")
    page = window.workspace.pages["quantize"]
    assert isinstance(page, QuantizePage)
    return page


@pytest.fixture
def pruned_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> QuantizePage:
    """The page of a run that is pruned and not quantized."""
    without(own_run, "quantize")
    session.open(own_run.path)
    page = _page(window)
    qtbot.waitUntil(lambda: "KB" in page.bits.cards.cards["3"].figure)
    return page


@pytest.fixture
def finished_page(window: Window, session: Session, own_run: RunFolder, qtbot: QtBot) -> QuantizePage:
    """The page of a finished run."""
    session.open(own_run.path)
    page = _page(window)
    qtbot.waitUntil(lambda: bool(page.noise.bars.bars))
    return page


def test_titles_of_results_are_whole_in_the_smallest_window(
    finished_page: QuantizePage, window: Window, qtbot: QtBot
) -> None:
    window.resize(SMALLEST)
    bar = finished_page.tabs.bar
    qtbot.waitUntil(lambda: bar.width() >= bar.sizeHint().width())


def test_before_pruning_the_page_leads_to_it(window: Window, session: Session, own_run: RunFolder) -> None:
    without(own_run, "prune")
    session.open(own_run.path)
    page = _page(window)
    assert page.phase is Phase.TOO_EARLY
    click(button_named(page, "Go to Prune"))
    assert window.workspace.shown_page == "prune"


def test_an_interrupted_run_that_is_opened_says_what_is_left(
    window: Window, session: Session, own_run: RunFolder, qtbot: QtBot
) -> None:
    without(own_run, "huffman")
    record = own_run.read_record()
    started = msgspec.structs.replace(record.stages["quantize"], state="started")
    own_run.write_record(msgspec.structs.replace(record, stages=record.stages | {"quantize": started}))
    page = _page(window)
    session.open(own_run.path)
    assert page.phase is Phase.INTERRUPTED
    qtbot.waitUntil(lambda: page.note.text() == "Continues with quantizing and measuring.")


def test_each_number_of_bits_says_how_large_the_file_will_be(
    pruned_page: QuantizePage, session: Session
) -> None:
    cards = pruned_page.bits.cards
    sizes = [float(cards.cards[bits].figure.split()[0]) for bits in ("3", "4", "5", "6", "8")]
    # In so small a file one more bit may be less than the kilobyte that is shown.
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2] < sizes[4]
    click(cards.cards["6"])
    assert cards.key == "6"
    press(cards.cards["6"], Qt.Key.Key_Left)
    assert session.settings.quantize.weight_bits == 5


def test_the_expected_size_is_near_the_one_that_comes_of_it(
    finished_page: QuantizePage, session: Session
) -> None:
    last = session.summary.of("huffman") if session.summary else None
    assert last is not None
    expected = finished_page.bits.cards.cards["3"].figure
    assert float(expected.removesuffix(" KB")) * 1000 == pytest.approx(last.bytes, rel=0.15)


def test_a_full_sized_file_is_expected_within_three_percent() -> None:
    """With 90 % zeros, 4 bits and a scale for each filter 152,252 bytes were measured; now they share 24."""
    fires = [(16, 64), (16, 64), (32, 128), (32, 128), (48, 192), (48, 192), (64, 256), (64, 256)]
    layers = _squeezenet(64, fires, [0.33, *[0.9] * 24, 0.7])
    scales = 4 * (sum(squeezed + 2 * expanded for squeezed, expanded in fires) - 24)
    assert coded_size(layers, QuantizeSettings(weight_bits=4)) == pytest.approx(152_252 - scales, rel=0.03)
    sizes = [coded_size(layers, QuantizeSettings(weight_bits=bits)) for bits in (3, 4, 5, 6, 8)]
    assert sizes == sorted(set(sizes))


def test_a_file_that_lost_filters_is_expected_within_three_percent() -> None:
    """What preset balanced came to on real images: 97,132 bytes with 4 bits, 90,392 with 3."""
    fires = [(16, 40), (16, 40), (24, 80), (24, 80), (40, 128), (40, 128), (48, 168), (48, 168)]
    zeros = [0.201, 0.135, 0.128, 0.434, 0.209, 0.122, 0.437, 0.230, 0.247, 0.674, 0.357, 0.243, 0.675]
    zeros += [0.454, 0.372, 0.841, 0.569, 0.380, 0.844, 0.608, 0.468, 0.891, 0.672, 0.468, 0.897, 0.293]
    layers = _squeezenet(48, fires, zeros)
    assert coded_size(layers, QuantizeSettings(weight_bits=4)) == pytest.approx(97_132, rel=0.03)
    assert coded_size(layers, QuantizeSettings(weight_bits=3)) == pytest.approx(90_392, rel=0.03)


def _squeezenet(
    first: int, fires: Sequence[tuple[int, int]], zeros: Sequence[float]
) -> list[dict[str, object]]:
    """Layers with `first` filters, then a squeeze and two expand layers for each of `fires`, then six."""
    shapes, inputs = [(3, 3, first)], first
    for squeezed, expanded in fires:
        shapes += [(1, inputs, squeezed), (1, squeezed, expanded), (3, squeezed, expanded)]
        inputs = 2 * expanded
    shapes.append((1, inputs, 6))
    return [_layer(*shape, sparsity) for shape, sparsity in zip(shapes, zeros, strict=True)]


def _layer(side: int, inputs: int, filters: int, sparsity: float) -> dict[str, object]:
    shape = (side, side, inputs, filters)
    return {"shape": shape, "weights": side * side * inputs * filters, "sparsity": sparsity}


def test_the_two_ways_say_how_long_they_take(pruned_page: QuantizePage, session: Session) -> None:
    cards = pruned_page.methods.cards
    assert all(card.figure.startswith("about") for card in cards.cards.values())
    assert pruned_page.more.isVisible()
    click(cards.cards["post-training"])
    assert session.settings.quantize.method == "post-training"
    assert not pruned_page.more.isVisible()


def test_float_and_int8_stand_side_by_side(finished_page: QuantizePage, session: Session) -> None:
    summary = session.summary
    assert summary is not None
    before, after = summary.of("prune"), summary.of("quantize")
    assert before is not None
    assert after is not None
    assert finished_page.accuracy.before.figure.text() == percent(before.accuracy)
    assert finished_page.accuracy.after.figure.text() == percent(after.accuracy)
    assert size(before.bytes) in finished_page.sizes.text()
    assert size(after.bytes) in finished_page.sizes.text()


def test_every_layer_says_what_rounding_left_of_it(finished_page: QuantizePage, qtbot: QtBot) -> None:
    bars = finished_page.noise.bars
    assert [bar.name for bar in bars.bars][:2] == ["conv1", "fire2_squeeze1x1"]
    assert len(bars.bars) == 26
    bars.setFocus()
    press(bars, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "fire2_squeeze1x1, 3 bits" in finished_page.noise.said.text())
    assert "dB" in finished_page.noise.said.text()


def test_a_layer_without_noise_has_a_full_bar() -> None:
    layer = {"name": "conv 1", "layer": None, "weight_bits": 8, "weight_snr_db": None, "output_snr_db": None}
    (bar,) = noise_bars([layer])
    assert bar.share == 1
    assert "does not change" in bar.words


def test_images_whose_answer_changed_are_shown(
    finished_page: QuantizePage, own_run: RunFolder, qtbot: QtBot
) -> None:
    details = msgspec.json.decode(own_run.details("quantize").read_bytes(), type=QuantizeDetails)
    words = f"{details.changed.count} of" if details.changed.count else "No prediction changed"
    assert words in finished_page.changes.text()
    assert [tile.image for tile in finished_page.wall.tiles] == [
        changed.image for changed in details.changed.images
    ]
    qtbot.waitUntil(lambda: finished_page.wall.images_shown == len(finished_page.wall.tiles))


def test_what_changed_is_said_in_numbers() -> None:
    changes = Changes(count=14, became_right=4, became_wrong=9, images=())
    assert changes_words(changes, 480) == (
        "14 of 480 predictions changed. Now correct: 4. Now wrong: 9. Still wrong: 1."
    )
    none = Changes(count=0, became_right=0, became_wrong=0, images=())
    assert "No prediction changed" in changes_words(none, 480)


def test_while_it_learns_epoch_and_accuracy_are_shown(pruned_page: QuantizePage, session: Session) -> None:
    session.reported.emit(stage_events("quantize", 3)[:-1])
    session.reported.emit([Progress(done=1, total=2, seconds_left=90.0)])
    assert pruned_page.figures.text("epoch") == "3 of 3"
    assert pruned_page.figures.text("accuracy") == "75.0 %"


def test_rounding_alone_and_coding_lead_to_the_proofs(
    pruned_page: QuantizePage, window: Window, session: Session, qtbot: QtBot
) -> None:
    click(pruned_page.methods.cards.cards["post-training"])
    for name in ("Quantize", "Huffman"):
        with qtbot.waitSignal(session.ended, timeout=_WORK_LIMIT) as ended:
            click(window.workspace.pages[window.workspace.shown_page].primary)  # type: ignore[index]
        assert isinstance(ended.args[0], Succeeded), name
        if name == "Quantize":
            click(pruned_page.primary)
    assert window.workspace.shown_page == "huffman"
    page = window.workspace.pages["huffman"]
    assert isinstance(page, HuffmanPage)
    qtbot.waitUntil(lambda: len(page.proofs.marks) == 3)
    assert not any(mark.holds is False for mark in page.proofs.marks)


def test_the_button_says_which_steps_before_it_are_done_again(
    finished_page: QuantizePage, session: Session
) -> None:
    bits = session.settings.quantize.weight_bits
    session.change("quantize", weight_bits=bits + 1)
    assert finished_page.primary.text() == "Quantize again"
    assert finished_page.note.text() == ""
    session.change("prune", sparsity=session.settings.prune.sparsity + 0.01)
    assert finished_page.primary.text() == "Quantize again"
    assert finished_page.note.text() == "Also repeats Prune: the settings changed there."
