"""What an evaluation says, with few classes and with many."""

from __future__ import annotations

from core.commands.evaluate import evaluation_text
from core.evaluation.confusion import ClassScore
from core.runs.results import Evaluation


def evaluation(classes: tuple[ClassScore, ...], top5: float | None) -> Evaluation:
    count = len(classes)
    return Evaluation(
        model="m.tflite",
        runtime="tflm",
        images_of="all images in pets",
        images=40,
        accuracy=0.7,
        accuracy_interval=(0.6, 0.8),
        loss=0.5,
        class_accuracy=0.55,
        top5_accuracy=top5,
        classes=classes,
        confusion=((1,) * count,) * count,
        mistakes=(),
    )


def test_few_classes_have_no_five_likeliest() -> None:
    text = evaluation_text(evaluation((ClassScore("cat", 30, 25, 0.83), ClassScore("dog", 10, 3, 0.3)), None))
    assert "mean accuracy of the classes: 55.0 %" in text
    assert "five" not in text
    assert [line.split() for line in text.splitlines() if line.startswith(("class", "dog"))] == [
        ["class", "correct", "images"],
        ["dog", "3", "10"],
    ]


def test_many_classes_have_them_in_all_and_each() -> None:
    classes = tuple(ClassScore(f"c{number}", 4, 2, 0.5, 3) for number in range(10))
    text = evaluation_text(evaluation(classes, 0.75))
    assert "top-5 accuracy: 75.0 %" in text
    assert ["c7", "2", "3", "4"] in [line.split() for line in text.splitlines()]
