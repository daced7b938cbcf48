"""What shows the results of a stage: by mouse and by keys, with words for everything."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from app.charts.feed import planned_epochs
from app.session import Session
from app.steps.results.accuracy import (
    AccuracyFigure,
    accuracy_words,
    difference_words,
    estimate_words,
)
from app.steps.results.bars import Bar, BarList, ClassBars, LayerBar, LayerBars, group_of
from app.steps.results.confusion_matrix import ConfusionMatrix
from app.steps.results.images import MistakesWall
from app.steps.results.stage_results import DetailsReader, SurenessView
from app.steps.settings import SettingField
from app.theme.theme import Theme
from core.evaluation.confusion import ClassScore, Mistake
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.stage_details import read_details
from core.runs.summary import AccuracyEstimate, StageFigures
from core.settings import NetworkSettings, PruneSettings, RunSettings, TrainSettings
from tests.builders.finished_runs import threshold_at
from tests.ui.hands import click_at, point_at, press, turn_wheel, type_into

CLASSES = ("cat", "dog", "Eichhörnchen")
COUNTS = ((8, 1, 1), (0, 9, 1), (4, 0, 6))


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """Colors, without a window."""
    return Theme(qapp, "light")


def figures(accuracy: float, low: float, high: float) -> StageFigures:
    return StageFigures(
        name="train",
        seconds=1.0,
        accuracy=accuracy,
        accuracy_interval=(low, high),
        loss=0.5,
        file="float.keras",
        bytes=1,
        gzip_bytes=1,
        runtime="keras",
        sparsity=0.0,
    )


def test_accuracy_is_said_with_its_interval_and_on_how_many_images(qtbot: QtBot) -> None:
    assert accuracy_words(figures(0.849, 0.833, 0.865), 1745) == (
        "84.9 % (83.3 to 86.5 %) on 1,745 held-out test images"
    )
    shown = AccuracyFigure("After training")
    qtbot.addWidget(shown)
    shown.show_figures(figures(0.849, 0.833, 0.865), 1745)
    assert shown.figure.text() == "84.9 %"
    assert "After training 84.9 % (83.3 to 86.5 %) on 1,745 held-out test images" in shown.accessibleName()
    shown.clear()
    assert shown.sentence.text() == "Not measured yet."


def test_a_threshold_is_told_with_what_it_turns_away_and_one_that_is_not_there_too(qtbot: QtBot) -> None:
    shown = SurenessView()
    qtbot.addWidget(shown)
    shown.show()
    assert "always predicts a class" in shown.words.text()
    assert shown.bars.isHidden()
    shown.show_threshold(threshold_at(20))
    assert shown.words.text() == (
        "If no class reaches 57.8 %, the prediction is “not sure”, on the board too: the image may show "
        "none of the classes. The threshold comes from the validation images: 100.0 % of the correct "
        "predictions reach it. On the test images, 90.0 % of the predictions are sure. "
        "Their accuracy is 80.0 %."
    )
    assert not shown.bars.isHidden()
    assert [shown.bars.words_of(number) for number in range(2)] == [
        "Drawn scenes: 18 of 24 images get “not sure”.",
        "Noise, bare walls: 27 of 30 images get “not sure”.",
    ]


def test_of_few_images_the_estimate_stands_beside_what_was_measured(qtbot: QtBot) -> None:
    estimate = AccuracyEstimate(accuracy=0.921, interval=(0.86, 0.957), images=90, groups=30, repeats=5)
    words = (
        "Estimated for new images like these: 92.1 % (86.0 to 95.7 %), by cross-validation on all 90 images."
    )
    few = msgspec.structs.replace(figures(1.0, 0.824, 1.0), estimate=estimate)
    shown = AccuracyFigure("After training")
    qtbot.addWidget(shown)
    shown.show_figures(few, 18)
    assert shown.figure.text() == "100.0 %"
    assert shown.sentence.text() == "82.4 to 100.0 % on 18 held-out test images"
    assert shown.estimate.text() == words
    assert shown.accessibleName().endswith(words)
    shown.show_figures(figures(0.849, 0.833, 0.865), 1745)
    assert shown.estimate.isHidden()
    doubtful = msgspec.structs.replace(estimate, one_burst=("cup", "key", "pen", "tin"), from_scratch=True)
    assert estimate_words(doubtful) == (
        f"{words} This estimate uses the starting network; this run was trained from scratch. "
        "Expect less in other places: all images of 'cup', 'key', 'pen', … are from one burst."
    )


def test_a_difference_within_the_interval_is_said_to_be_possibly_chance() -> None:
    before = figures(0.85, 0.83, 0.87)
    assert difference_words(before, figures(0.85, 0.83, 0.87)) == "Same accuracy as before."
    assert (
        difference_words(before, figures(0.84, 0.82, 0.86))
        == "1.0 points lower: not a significant difference."
    )
    assert difference_words(before, figures(0.80, 0.78, 0.82)) == "Accuracy is 5.0 points lower than before."
    assert difference_words(before, figures(0.90, 0.88, 0.92)) == "Accuracy is 5.0 points higher than before."


def test_the_confusion_matrix_says_its_most_frequent_mistake_and_any_cell_that_is_pointed_at(
    qtbot: QtBot,
) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(CLASSES, COUNTS)
    matrix.resize(480, 300)
    matrix.show()
    assert matrix.said.text() == (
        "Most frequent confusion: Eichhörnchen: 4 of 10 images classified as cat (40.0 %)."
    )
    point_at(matrix.cells, matrix.cells.rect_of(1).center().toPoint())
    qtbot.waitUntil(lambda: matrix.said.text() == "cat: 1 of 10 images classified as dog (10.0 %).")


def test_arrow_keys_go_from_cell_to_cell_and_stop_at_the_edges(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(CLASSES, COUNTS)
    matrix.show()
    cells = matrix.cells
    press(cells, Qt.Key.Key_Up)
    assert cells.current == 0
    press(cells, Qt.Key.Key_Down)
    press(cells, Qt.Key.Key_Right)
    assert matrix.said.text() == "dog: 9 of 10 images correct (90.0 %)."
    assert cells.accessibleDescription() == matrix.said.text()
    press(cells, Qt.Key.Key_End)
    assert cells.words_of(cells.current) == "Eichhörnchen: 6 of 10 images correct (60.0 %)."


@pytest.mark.parametrize("width", [260, 480, 900])
@pytest.mark.parametrize("count", [2, 7, 40, 257])
def test_cells_of_any_matrix_stay_inside_it(qtbot: QtBot, count: int, width: int) -> None:
    names = [f"class number {number}" for number in range(count)]
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(names, [[1] * count for _ in range(count)])
    least = matrix.cells.minimumSizeHint().width()
    matrix.resize(max(width, least), matrix.heightForWidth(max(width, least)))
    matrix.show()
    cells = matrix.cells
    assert cells.height() >= cells.rect_of(count * count - 1).bottom() - 1
    assert cells.width() >= cells.rect_of(count - 1).right() - 1


def test_classes_stand_with_the_weakest_first_and_those_without_images_last(qtbot: QtBot) -> None:
    bars = ClassBars()
    qtbot.addWidget(bars)
    scores = [
        ClassScore("cat", 10, 8, 0.8),
        ClassScore("dog", 0, 0, None),
        ClassScore("Eichhörnchen", 10, 6, 0.6),
    ]
    bars.show_scores(scores, [ClassScore("cat", 10, 9, 0.9)])
    assert [bar.name for bar in bars.bars] == ["Eichhörnchen", "cat", "dog"]
    assert bars.words_of(1) == "cat: 8 of 10 test images correct. Before: 90.0 %."
    assert bars.bars[2].figure == "no test images"


def test_rows_of_bars_can_be_gone_through_by_keys_and_be_clicked(qtbot: QtBot) -> None:
    bars = BarList("Bars")
    qtbot.addWidget(bars)
    bars.show_bars([Bar(f"row {number}", number / 4, f"{number}") for number in range(5)])
    bars.resize(bars.sizeHint())
    bars.show()
    press(bars, Qt.Key.Key_Down)
    assert bars.accessibleDescription() == "row 1: 1"
    with qtbot.waitSignal(bars.item_activated) as activated:
        click_at(bars, QPoint(20, int(bars.rect_of(3).center().y())))
    assert activated.args == [3]
    bars.show_bars([])
    press(bars, Qt.Key.Key_Down)
    assert bars.shown_item == -1


def test_a_screen_reader_sees_every_item_with_its_words_and_its_place(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(CLASSES, COUNTS)
    matrix.resize(500, 300)
    matrix.show()
    cells = matrix.cells
    seen = QAccessible.queryAccessibleInterface(cells)
    assert seen is not None
    assert seen.text(QAccessible.Text.Name) == "Confusion matrix"
    items = [seen.child(number) for number in range(seen.childCount())]
    said = [item.text(QAccessible.Text.Name) for item in items if item is not None]
    assert said == [cells.words_of(index) for index in range(9)]
    last = items[8]
    assert last is not None
    place = cells.rect_of(8).toAlignedRect()
    assert last.rect() == QRect(cells.mapToGlobal(place.topLeft()), place.size())
    matrix.show_counts(CLASSES[:2], [row[:2] for row in COUNTS[:2]])
    assert seen.childCount() == 4


def test_layers_stand_in_groups_and_move_to_what_is_new(qtbot: QtBot) -> None:
    bars = LayerBars("Layers")
    qtbot.addWidget(bars)
    names = ["conv1", "fire2_squeeze1x1", "fire2_expand1x1", "fire2_expand3x3", "conv10"]

    def shown(share: float) -> list[LayerBar]:
        return [LayerBar(name, share, f"{name}: {share}", group_of(name)) for name in names]

    bars.show_bars(shown(0.2))
    bars.resize(400, bars.sizeHint().height())
    bars.show()
    inside = [bars.rect_of(number) for number in (1, 2, 3)]
    assert inside[1].left() - inside[0].right() < bars.rect_of(4).left() - inside[2].right()
    assert bars.rect_of(4).right() <= bars.width()
    bars.show_bars(shown(0.9))
    assert bars.words_of(1) == "fire2_squeeze1x1: 0.9"
    qtbot.waitUntil(lambda: bars.drawn_fractions == [0.9] * 5)


def test_a_setting_that_cannot_be_is_answered_with_what_it_can_be(qtbot: QtBot) -> None:
    field = SettingField(TrainSettings, "epochs", "Epochs")
    qtbot.addWidget(field)
    field.show()
    spin = field.control
    assert isinstance(spin, QSpinBox)
    taken: list[object] = []
    field.changed.connect(taken.append)
    type_into(spin, "5000")
    assert field.sentence.text() == "Allowed: 1 to 1,000."
    assert taken == []
    type_into(spin, "30")
    assert taken == [30]
    assert field.sentence.text() == "Passes through the training images."
    assert not field.is_refused


def test_a_number_that_may_be_absent_is_off_at_zero(qtbot: QtBot) -> None:
    field = SettingField(TrainSettings, "steps", "Steps")
    qtbot.addWidget(field)
    told: list[object] = []
    field.changed.connect(told.append)
    assert isinstance(field.control, QSpinBox)
    assert (field.value, field.control.text()) == (None, "off")
    field.control.setValue(1800)
    assert (field.value, field.control.text()) == (1800, "1800")
    field.control.setValue(20_000_000)
    assert field.is_refused
    assert "10,000,000" in field.sentence.text()
    field.control.setValue(0)
    assert not field.is_refused
    assert told == [1800, None]


def test_planned_epochs_of_training_by_steps_are_its_validations() -> None:
    settings = RunSettings(train=TrainSettings(steps=1800, batch_size=32, validation_steps=300))
    assert planned_epochs(settings, 6400)["train"] == 6
    whole = RunSettings(train=TrainSettings(steps=1800, batch_size=32))
    assert planned_epochs(whole, 6400)["train"] == 9
    assert planned_epochs(RunSettings(train=TrainSettings(epochs=7)), 6400)["train"] == 7


def test_fractions_show_no_more_digits_than_they_have(qtbot: QtBot) -> None:
    field = SettingField(TrainSettings, "learning_rate", "Peak learning rate")
    qtbot.addWidget(field)
    spin = field.control
    assert isinstance(spin, QDoubleSpinBox)
    assert spin.text() == "0.003"
    field.show_value(0.0005)
    assert spin.text() == "0.0005"


def test_choices_have_their_words_and_the_wheel_leaves_them_alone(qtbot: QtBot) -> None:
    field = SettingField(PruneSettings, "scope", "Where", {"layer": "the same everywhere"})
    qtbot.addWidget(field)
    field.show()
    combo = field.control
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(number) for number in range(combo.count())] == ["global", "the same everywhere"]
    turn_wheel(combo)
    assert combo.currentData() == "global"
    with qtbot.waitSignal(field.changed) as changed:
        press(combo, Qt.Key.Key_Down)
    assert changed.args == ["layer"]


def test_every_control_says_what_it_is(qtbot: QtBot) -> None:
    field = SettingField(NetworkSettings, "width", "Width")
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Width"
    assert (
        field.control.accessibleDescription()
        == "Width multiplier: factor on the number of filters of every layer."
    )
    assert field.control.toolTip() == field.control.accessibleDescription()


def test_mistakes_are_shown_as_images_also_from_a_zip(
    finished_run: RunFolder, session: Session, qtbot: QtBot
) -> None:
    settings = finished_run.read_record().settings
    names = ["cat/000.jpg", "cat/001.jpg", "cat/002.jpg", "cat/gone.jpg"]
    wall = MistakesWall(session)
    qtbot.addWidget(wall)
    wall.resize(480, 400)
    wall.show()
    wall.show_mistakes([Mistake(name, "cat", "dog", 0.9, 0.1) for name in names], settings)
    qtbot.waitUntil(lambda: wall.images_read == 4)
    assert wall.images_shown == 3
    press(wall, Qt.Key.Key_Right)
    assert wall.accessibleDescription() == ("cat/001.jpg: cat (10.0 %). Prediction: dog (90.0 %).")


def test_details_come_from_the_run_folder_once_and_again_when_they_have_changed(
    own_run: RunFolder, qtbot: QtBot, qapp: QApplication
) -> None:
    taken: list[Details | None] = []
    reader = DetailsReader("train", Details, taken.append, qapp)
    reader.read(own_run)
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert taken[0] == read_details(own_run, "train", Details)
    assert taken[0] is not None
    assert len(taken[0].classes) == 3
    reader.read(own_run)
    path = own_run.details("train")
    path.write_bytes(path.read_bytes() + b"\n")
    reader.read(own_run)
    qtbot.waitUntil(lambda: len(taken) == 2)
    path.write_text("{")
    reader.read(own_run)
    qtbot.waitUntil(lambda: taken[2:] == [None])
    reader.read(None)
    assert taken[3:] == [None]
