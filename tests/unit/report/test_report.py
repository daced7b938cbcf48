"""The report: one whole page, with the run's own figures, that asks nothing of the network."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from core import wording
from core.errors import SqueezeError
from core.events import Log
from core.report.contents import read_contents
from core.report.writing import write_own_report, write_report
from core.runs.folder import RunFolder
from core.runs.summary import AccuracyEstimate
from core.settings import Stage
from tests.builders.finished_runs import threshold_at
from tests.builders.reported_runs import cut_short, reported_run
from tests.recording import RecordingTask

VOID = {"meta", "img", "br", "link", "input", "hr"}
LOADING = {"src", "href", "srcset", "xlink:href", "action", "data", "poster"}


class Page(HTMLParser):
    """What a page consists of; tags that are not closed as they were opened fail the test."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.captions = 0
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        """What a person reads, with plain spaces."""
        return " ".join(" ".join(self.words).replace("\u00a0", " ").split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return reported_run(tmp_path_factory.mktemp("reported"))


@pytest.fixture(scope="module")
def source(folder: RunFolder) -> str:
    write_report(folder, RecordingTask())
    return folder.report.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def page_of(folder: RunFolder) -> Page:
    write_report(folder, RecordingTask())
    return Page(folder.report.read_text(encoding="utf-8"))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_nothing_is_loaded_from_anywhere(source: str, page: Page) -> None:
    for _, attributes in page.tags:
        for name in LOADING & set(attributes):
            assert (attributes[name] or "").startswith(("data:image/", "#"))
    written = re.sub(r"data:image/[\w;,+/=]+", "", source)
    assert not re.search(r"url\((?!#)|@import|https?:|//[a-z]", written)
    assert not page.all("script")
    assert not page.all("link")


def test_the_page_is_made_for_everybody(page: Page) -> None:
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == 1
    assert page.all("title")
    assert all(image["alt"] for image in page.all("img"))
    assert len(page.all("caption")) == len(page.all("table"))
    drawings = [svg for svg in page.all("svg") if "aria-hidden" not in svg]
    assert len(drawings) >= 5
    assert all(svg["role"] == "img" and svg["aria-label"] for svg in drawings)
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {f"#{name}" for name in ids} >= {link["href"] for link in page.all("a")}


def test_every_stage_stands_with_the_figures_of_the_summary(folder: RunFolder, page: Page) -> None:
    summary = folder.read_summary()
    references = summary.references
    for figures in summary.stages:
        for expected in (
            figures.file,
            wording.size(figures.bytes),
            wording.size(figures.gzip_bytes),
            wording.percent(figures.accuracy),
            wording.interval(figures.accuracy_interval),
            wording.duration(figures.seconds),
            wording.factor(references.alexnet_bytes / figures.bytes),
            wording.factor(references.alexnet_bytes / figures.gzip_bytes),
            wording.factor(references.alexnet_same_classes_bytes / figures.bytes),
            wording.factor(references.squeezenet_float_bytes / figures.bytes),
        ):
            assert plain(expected) in page.text
    assert "240 MB" in page.text
    assert "1,000 classes" in page.text
    assert plain(wording.size(references.alexnet_same_classes_bytes)) in page.text


def test_what_it_is_not_sure_of_is_told_where_there_is_a_threshold(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    assert "not-sure" not in {attributes.get("id") for _, attributes in page_of(folder).tags}
    summary = folder.read_summary()
    last = msgspec.structs.replace(summary.stages[-1], threshold=threshold_at(20))
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=(*summary.stages[:-1], last)))
    page = page_of(folder)
    assert "not-sure" in {attributes.get("id") for _, attributes in page.tags}
    assert (
        "If no class reaches a probability of 57.8 %, the prediction of huffman.tflite is “not sure”"
        in page.text
    )
    assert "100.0 % of the 8 correct predictions reach it" in page.text
    assert "83.3 % of 54" in page.text
    assert "drawn scenes of other kinds 24 75.0 %" in page.text


def test_of_few_images_the_estimate_stands_with_its_interval(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    assert "Estimated for new images" not in page_of(folder).text
    summary = folder.read_summary()
    estimate = AccuracyEstimate(
        accuracy=0.921, interval=(0.86, 0.957), images=90, groups=30, repeats=5, one_burst=("cup",)
    )
    first, *others = summary.stages
    stages = (msgspec.structs.replace(first, estimate=estimate), *others)
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=stages))
    text = page_of(folder).text
    assert "Estimated for new images like these: 92.1 % (86.0 to 95.7 %)" in text
    assert "cross-validation on all 90 images, repeated 5 times" in text
    assert "(30 groups)" in text
    assert "All images of cup are from one burst" in text


def test_figures_follow_the_summary(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    summary = folder.read_summary()
    last = msgspec.structs.replace(summary.stages[-1], bytes=31_415, accuracy=0.271)
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=(*summary.stages[:-1], last)))
    text = page_of(folder).text
    assert "31.4 KB" in text
    assert "27.1 %" in text
    assert plain(wording.factor(240_000_000 / 31_415)) in text


def test_classes_mistakes_layers_codes_board_proofs_and_settings_are_told(page: Page) -> None:
    for expected in (
        "Eichhörnchen",
        "predicted: cat, 87.6 %",
        "conv1",
        "3\N{MULTIPLICATION SIGN}3\N{MULTIPLICATION SIGN}3",
        "of 16",
        "Code tables",
    ):
        assert expected in page.text
    for expected in (
        "Virtual ESP32",
        "9/10",
        "123.5 KB",
        "432 ms",
        "This does not hold.",
        "20 of 20 test images",
    ):
        assert expected in page.text
    for expected in ("tensorflow", "learning_rate", "4 predictions on the test images changed"):
        assert expected in page.text
    assert sum(str(image["src"]).startswith("data:image/jpeg") for image in page.all("img")) == 2
    assert len(page.all("polyline")) == 12


def test_names_of_classes_are_never_markup(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    details = folder.details("huffman")
    details.write_text(details.read_text().replace("Eichhörnchen", "<script>alert(1)</script>&"))
    page = page_of(folder)
    assert not page.all("script")
    assert "<script>alert(1)</script>&" in page.text


def test_from_ten_classes_up_the_first_five_count_and_many_classes_become_an_image(tmp_path: Path) -> None:
    page = page_of(reported_run(tmp_path, tuple(f"class {number}" for number in range(30))))
    assert "Top 5" in page.text
    assert "95.5 %" in page.text
    assert "Most frequent confusions" in page.text
    assert sum(str(image["src"]).startswith("data:image/png") for image in page.all("img")) == 1


def test_below_ten_classes_nothing_is_said_of_five(page: Page) -> None:
    assert "Top 5" not in page.text


def test_images_that_are_gone_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    shutil.rmtree(tmp_path / "images")
    page = page_of(folder)
    assert page.all("img") == []
    assert "Some images are missing" in page.text
    assert "predicted: cat" in page.text


def test_one_image_that_is_gone_does_not_take_the_others_away(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    (tmp_path / "images" / "dog" / "000.jpg").unlink()
    page = page_of(folder)
    assert len(page.all("img")) == 1
    assert "Some images are missing" in page.text


def test_a_run_that_is_half_done_gets_a_page_of_what_there_is(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    cut_short(folder, "prune")
    page = page_of(folder)
    assert "pruned.keras" in page.text
    assert "Code tables" not in page.text
    assert page.all("img")
    cut_short(folder, "train")
    assert "float.keras" in page_of(folder).text


def test_a_run_without_a_finished_stage_gets_one_too(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    cut_short(folder, None)
    text = page_of(folder).text
    assert "No stage of this run is finished yet" in text
    assert "Settings and versions" in text
    folder.events.unlink()
    folder.data.unlink()
    assert "Settings and versions" in page_of(folder).text


@pytest.mark.parametrize("stage", ["train", "prune", "quantize", "huffman"])
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("layers", [{"name": "conv1"}]),
        ("layers", [{"name": 7, "bits": 8, "bytes": 9, "shape": [1, 1, 1, 1], "weights": 1, "sparsity": 0}]),
        ("layers", [{"name": "conv1", "shape": [3, 3], "weights": -1, "sparsity": 2, "bits": 1e39}]),
        ("confusion", [[1, 2], [3]]),
        ("classes", [{"name": "cat", "pictures": -1, "right": 0, "accuracy": 0}]),
        ("stage", "no such stage"),
    ],
)
def test_details_that_cannot_be_are_left_out(stage: Stage, key: str, value: object, tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    details = msgspec.json.decode(folder.details(stage).read_bytes())
    assert key in details
    folder.write_json(folder.details(stage), details | {key: value})
    assert stage not in read_contents(folder).details
    assert "Settings and versions" in page_of(folder).text


def test_the_details_of_another_stage_are_none(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    folder.details("prune").write_bytes(folder.details("huffman").read_bytes())
    assert "prune" not in read_contents(folder).details
    assert "Settings and versions" in page_of(folder).text


def test_the_report_goes_where_it_is_wanted(folder: RunFolder, tmp_path: Path) -> None:
    output = tmp_path / "new folder" / "mine.html"
    reported = write_report(folder, RecordingTask(), output)
    assert reported.output == str(output)
    assert reported.bytes == output.stat().st_size
    assert reported.stages == ("train", "prune", "quantize", "huffman")


def test_a_folder_that_is_no_run_has_no_report(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught:
        write_report(RunFolder(tmp_path), RecordingTask())
    assert caught.value.code == "run-not-found"


def test_a_report_that_cannot_be_written_is_told_and_ends_nothing(tmp_path: Path) -> None:
    folder = reported_run(tmp_path)
    folder.summary.write_text("{")
    task = RecordingTask()
    write_own_report(folder, task)
    assert [log.level for log in task.of(Log)] == ["warning"]
