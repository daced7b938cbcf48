"""A model card: what a model is for, what it was made of, and what is known of its limits.

The sections are those of M. Mitchell et al., "Model Cards for Model Reporting", FAT* 2019, as far as a run's
files tell of them. Markdown and HTML say the same. Nothing in a card depends on when it is written, so that
an export of the same run is the same file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core import __version__, wording
from core.evaluation.accuracy import wilson_interval
from core.paths import resources_folder
from core.report.contents import RunContents
from core.report.proofs import board_name, proofs_of, runtime_name
from core.report.sizes import STAGE_TITLES
from core.runs.summary import BoardFigures, StageFigures, Summary, Threshold
from core.settings import SAMPLE_SCENES

MARKDOWN, HTML = "model-card.md", "model-card.html"
_FEW_TEST_IMAGES = 20
_UNRELATED = {
    "sample-scenes": "drawn scenes of other kinds",
    "other-classes": "images of excluded classes",
    "noise": "noise, blotches and bare walls",
}
_NUMBER = re.compile(r"[\d,.]+( .{1,4})?|-")
"""A cell of a table that is a number with its unit, or the want of one."""


@dataclass(frozen=True)
class Table:
    """A head and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A title, sentences, each a point of a list, and a table where there is one."""

    title: str
    sentences: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True)
class ModelCard:
    """The card of a run's last file."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def model_card(contents: RunContents, summary: Summary) -> ModelCard:
    """The card of a finished run."""
    last = summary.stages[-1]
    classes = len(summary.dataset.classes)
    lead = (
        f"An image classifier for {classes} classes in {wording.size(last.bytes)}: "
        f"{wording.percent(last.accuracy)} of {wording.number(summary.dataset.test_images)} held-out test "
        f"images are classified correctly (95 % interval: {wording.interval(last.accuracy_interval)})."
    )
    sections = (
        _intended_use(contents, summary, last),
        _data(contents, summary),
        _model(contents, summary),
        _per_class(contents),
        _calibration(last.threshold),
        _board(summary.board),
        _limits(contents, summary, last),
    )
    return ModelCard(f"Model card: {contents.name}", lead, tuple(filter(None, sections)))


def card_files(contents: RunContents, summary: Summary) -> dict[str, bytes]:
    """The card in both forms, by name."""
    card = model_card(contents, summary)
    return {MARKDOWN: as_markdown(card).encode(), HTML: as_html(card).encode()}


def as_markdown(card: ModelCard) -> str:
    """The card as Markdown."""
    return "\n".join((f"# {_plain(card.title)}", "", _plain(card.lead), *_markdown(card.sections), ""))


def as_html(card: ModelCard) -> str:
    """The card as one page that needs nothing else."""
    style = (resources_folder() / "report" / "style.css").read_text(encoding="utf-8")
    title = html.escape(card.title)
    body = "".join(map(_html, card.sections))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header class="top"><h1>{title}</h1><p class="lead">{html.escape(card.lead)}</p></header>\n'
        f"<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _intended_use(contents: RunContents, summary: Summary, last: StageFigures) -> Section:
    network = summary.network
    colors = "gray" if network.channels == 1 else "color"
    side = network.image_size
    board = f" It is meant for {board_name(summary.board)}." if summary.board else ""
    unsure = (
        "Below a threshold, the prediction counts as 'not sure'."
        if last.threshold
        else "It has no threshold: every image gets one of the classes, whatever it shows."
    )
    return Section(
        "Intended use",
        (
            f"It tells apart: {', '.join(contents.classes)}.",
            f"It takes one {colors} image of {side}x{side} pixels, the middle square of a photo, and gives a "
            f"probability for each class.{board}",
            f"One image has one class. {unsure}",
            "Use it for images like those it was trained on: the same kinds of things, seen by a similar "
            "camera from similar places. Test it on images of your own from where it will be used.",
            "Do not let it decide alone where a mistake can harm people.",
        ),
    )


def _data(contents: RunContents, summary: Summary) -> Section:
    data = summary.dataset
    drawn = contents.record.settings.data.source == SAMPLE_SCENES
    sentences = [
        "Scenes that the program draws itself, not photos." if drawn else f"Images: {data.name}.",
        "Training and pruning learn from the training images, the validation images choose between settings "
        "and calibrate, and the test images only measure the result.",
    ]
    if contents.record.settings.data.keeps_near_copies_together:
        sentences.append("Copies and near-duplicates of an image are in one split.")
    if contents.data is not None:
        sentences.append(f"Fingerprint of the images and their splits: {contents.data.fingerprint}.")
        if aside := len(contents.data.set_aside):
            sentences.append(f"Set aside and not used: {wording.number(aside)} images.")
    counts = (data.train_images, data.validation_images, data.test_images)
    rows = zip(("training", "validation", "test"), map(wording.number, counts), strict=True)
    return Section("Data", tuple(sentences), Table(("Split", "Images"), tuple(rows)))


def _model(contents: RunContents, summary: Summary) -> Section:
    network = summary.network
    sentences = [
        f"{network.name}, width {network.width:g}: {wording.millions(network.parameters)} parameters, "
        f"{wording.millions(network.macs)} multiply-accumulates per image before pruning.",
        f"Made with Squeeze Studio {__version__}, seed {contents.record.settings.seed}.",
        *(f"{proof.claim} ({proof.evidence})" for proof in proofs_of(contents) if proof.holds),
    ]
    rows = [
        (
            STAGE_TITLES[figures.name],
            wording.size(figures.bytes),
            wording.percent(figures.accuracy),
            wording.interval(figures.accuracy_interval),
            wording.percent(figures.sparsity),
            runtime_name(figures.runtime),
        )
        for figures in summary.stages
    ]
    head = ("After", "File", "Accuracy", "95 % interval", "Zero weights", "Measured in")
    return Section("Model", tuple(sentences), Table(head, tuple(rows)))


def _per_class(contents: RunContents) -> Section | None:
    details = contents.last_details
    if details is None or not details.classes:
        return None
    names = [score.name for score in details.classes]
    rows = []
    for index, score in enumerate(details.classes):
        counts = details.confusion[index]
        others = {n: count for n, count in enumerate(counts) if n != index and count}
        predicted = sum(row[index] for row in details.confusion)
        worst = max(others, key=others.__getitem__) if others else None
        rows.append(
            (
                score.name,
                wording.number(score.images),
                _share(score.accuracy),
                _reach(score.right, score.images),
                _share(score.right / predicted if predicted else None),
                "-" if worst is None else f"{names[worst]} ({others[worst]})",
            )
        )
    sentence = (
        "On the test images. Accuracy (recall): of the images of the class, how many are predicted as it. "
        "Precision: of the images predicted as the class, how many are of it."
    )
    head = ("Class", "Images", "Accuracy", "95 % interval", "Precision", "Most often mistaken for")
    return Section("Figures per class", (sentence,), Table(head, tuple(rows)))


def _calibration(threshold: Threshold | None) -> Section:
    if threshold is None:
        return Section(
            "Calibration", ("No threshold was calibrated. Do not take the probabilities for confidence.",)
        )
    score = "" if threshold.score is None else f" (output code {threshold.score})"
    sentences = [
        f"A prediction is sure from a probability of {wording.percent(threshold.probability)}{score} on. "
        "The threshold was calibrated on the validation images: of the "
        f"{wording.number(threshold.correct_images)} that were classified correctly, "
        f"{wording.percent(threshold.passed)} reach it.",
        f"Of the test images, {wording.percent(threshold.test_sure)} are sure"
        + (
            f", and of these {wording.percent(threshold.test_accuracy)} are correct."
            if threshold.test_accuracy is not None
            else "."
        ),
    ]
    if threshold.temperature is not None:
        sentences.append(f"The file divides its logits by {threshold.temperature:.3g} (temperature scaling).")
    if not threshold.unrelated:
        sentences.append("It was not tried on images that show none of the classes.")
        return Section("Calibration", tuple(sentences))
    sentences.append("Of images that show none of the classes, it turns away as 'not sure':")
    rows = [
        (_UNRELATED[one.kind], wording.number(one.images), wording.percent(one.rejected))
        for one in threshold.unrelated
    ]
    return Section("Calibration", tuple(sentences), Table(("Images", "Number", "Turned away"), tuple(rows)))


def _board(board: BoardFigures | None) -> Section:
    if board is None:
        return Section(
            "On the board", ("The model is meant for no board in particular. Nothing was measured.",)
        )
    name = board_name(board)
    measured = board.latency_measured
    sources = {
        "predicted": "estimated from the settings",
        "measured": f"measured on {board.measured_on or 'the file'}",
        "reported": "reported by the board",
    }
    rows = (
        (
            "time per image",
            wording.milliseconds(board.latency_ms),
            "measured by the board" if measured else "estimated",
        ),
        ("memory (tensor arena)", wording.size(board.arena_bytes), sources[board.basis]),
        (
            "flash",
            wording.size(board.flash_bytes),
            f"of {wording.size(board.flash_available_bytes)} for the model",
        ),
    )
    sentences = [f"{name}{' (a virtual board: a computer plays it)' if board.virtual else ''}."]
    if board.agreement is not None:
        agreed, _, total = board.agreement.partition("/")
        sentences.append(f"It gives the same predictions as the file for {agreed} of {total} test images.")
    else:
        sentences.append("No board has run this model yet: flash one to measure it.")
    sentences += board.problems
    return Section("On the board", tuple(sentences), Table(("What", "Value", "From"), rows))


def _limits(contents: RunContents, summary: Summary, last: StageFigures) -> Section:
    sentences = [
        "The accuracy is that of the test images, which come from the same source as the training images. "
        "Other light, another background or another camera can lower it.",
        "It has not been tested for fairness, and not against images made to mislead it.",
    ]
    details = contents.last_details
    few = [s.name for s in details.classes if s.images < _FEW_TEST_IMAGES] if details else []
    if few:
        sentences.append(
            f"Fewer than {_FEW_TEST_IMAGES} test images, so the figures are rough: {', '.join(few)}."
        )
    if (estimate := summary.estimate) is not None:
        sentences.append(
            f"Expect {wording.percent(estimate.accuracy)} "
            f"({wording.interval(estimate.interval)}) for new images: cross-validated over "
            f"{wording.number(estimate.images)} images, because there are few."
        )
        if estimate.one_burst:
            sentences.append(
                f"Little more than one burst of photos, so nothing could be kept apart: "
                f"{', '.join(estimate.one_burst)}."
            )
    trained = summary.of("train")
    if trained is not None and (lost := trained.accuracy - last.accuracy) > 0:
        sentences.append(f"Compression costs {lost * 100:.1f} percentage points on the test images.")
    return Section("Limits", tuple(sentences))


def _reach(right: int, images: int) -> str:
    """The 95 % interval of an accuracy."""
    if not images:
        return "-"
    interval = wilson_interval(right, images)
    return wording.interval((interval.low, interval.high))


def _share(value: float | None) -> str:
    return "-" if value is None else wording.percent(value)


def _plain(text: str) -> str:
    """A text that Markdown shows as it is, in one line: names may hold anything."""
    return re.sub(r"([\\`*_\[\]<>|#&~])", r"\\\1", " ".join(text.split()))


def _markdown(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from ("", f"## {_plain(section.title)}", "")
        yield from (f"- {_plain(sentence)}" for sentence in section.sentences)
        if section.table is not None:
            yield ""
            yield _markdown_row(section.table.head)
            yield _markdown_row(
                ["---:" if right else "---" for right in _aligned(section.table)], plain=False
            )
            yield from (_markdown_row(row) for row in section.table.rows)


def _markdown_row(cells: Sequence[str], *, plain: bool = True) -> str:
    return f"| {' | '.join(map(_plain, cells) if plain else cells)} |"


def _aligned(table: Table) -> list[bool]:
    """For each column whether it holds numbers."""
    columns = zip(*table.rows, strict=True)
    return [all(_NUMBER.fullmatch(cell) for cell in column) for column in columns]


def _html(section: Section) -> str:
    points = "".join(f"<li>{html.escape(sentence)}</li>\n" for sentence in section.sentences)
    body = f"<ul>\n{points}</ul>\n" + ("" if section.table is None else _html_table(section.table))
    return f"<section><h2>{html.escape(section.title)}</h2>\n{body}</section>\n"


def _html_table(table: Table) -> str:
    kinds = [' class="n"' if right else "" for right in _aligned(table)]

    def row(cells: Sequence[str], tag: str) -> str:
        inner = (f"<{tag}{kind}>{html.escape(cell)}</{tag}>" for cell, kind in zip(cells, kinds, strict=True))
        return f"<tr>{''.join(inner)}</tr>\n"

    rows = "".join(row(cells, "td") for cells in table.rows)
    return f'<div class="wide"><table>\n{row(table.head, "th")}{rows}</table></div>\n'
