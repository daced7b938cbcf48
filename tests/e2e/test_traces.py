"""What a real run leaves behind for those who want to see how it went: trace, curves and report."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core import wording
from core.events import EpochDone
from core.report.mistakes import IMAGE_SIDE
from core.runs.event_record import read_events
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.stage_details import read_details
from core.settings import STAGES, Stage
from tests.builders.fires import FEW_CONVOLUTIONS
from tests.builders.scenes_run import FinishedRun
from tests.e2e.squeeze import squeeze

pytestmark = pytest.mark.usefixtures("few_fires")

Span = dict[str, Any]
TRAINED: tuple[Stage, ...] = ("train", "prune", "quantize")
EPOCHS = {"train": 3, "prune": 2, "quantize": 1}
CLOCK_MICROSECONDS = 0.01
"""What rounding of times in a file may come to."""


def spans_of(run: FinishedRun) -> list[Span]:
    content = json.loads(run.trace.read_bytes())
    return [event for event in content["traceEvents"] if event["ph"] == "X"]


def end(span: Span) -> float:
    return float(span["ts"] + span["dur"])


def inside(outer: Span, spans: list[Span]) -> list[Span]:
    """The spans that lie in another directly."""
    within = [
        one for one in spans if one is not outer and outer["ts"] <= one["ts"] and end(one) <= end(outer)
    ]
    deepest: list[Span] = []
    for one in sorted(within, key=lambda span: (span["ts"], -span["dur"])):
        if not deepest or one["ts"] >= end(deepest[-1]):
            deepest.append(one)
    return deepest


def the_span(name: str, spans: list[Span]) -> Span:
    (found,) = [span for span in spans if span["name"] == name]
    return found


def test_spans_nest(finished: FinishedRun) -> None:
    spans = sorted(spans_of(finished), key=lambda span: (span["ts"], -span["dur"]))
    assert len({(span["pid"], span["tid"]) for span in spans}) == 1
    around: list[Span] = []
    for span in spans:
        while around and end(around[-1]) <= span["ts"] + CLOCK_MICROSECONDS:
            around.pop()
        assert not around or end(span) <= end(around[-1]) + CLOCK_MICROSECONDS
        around.append(span)


def test_every_stage_is_there_and_takes_the_seconds_that_are_told(finished: FinishedRun) -> None:
    spans = spans_of(finished)
    for figures in RunFolder(finished.folder).read_summary().stages:
        stage = the_span(figures.name, spans)
        assert stage["dur"] / 1e6 == pytest.approx(figures.seconds, rel=0.05)
        assert sum(one["dur"] for one in inside(stage, spans)) == pytest.approx(stage["dur"], rel=0.05)


def test_loading_steps_conversion_coding_proof_and_measuring_are_told_apart(finished: FinishedRun) -> None:
    spans = spans_of(finished)
    for name in ("find images", "load images", "convert", "code", "prove", "report"):
        assert the_span(name, spans)["dur"] > 0
    names = [span["name"] for span in spans]
    assert names.count("epoch") == sum(EPOCHS.values())
    assert names.count("step") == names.count("compute") == names.count("validate") * (84 // 16)
    assert {"input wait", "checkpoint", "measure accuracy"} <= set(names)


def test_step_times_are_in_the_result_and_in_the_file(finished: FinishedRun) -> None:
    steps = json.loads(finished.trace.read_bytes())["otherData"]["step_seconds"]
    assert steps == json.loads(finished.said)["trace"]["steps"]
    assert [times["stage"] for times in steps] == list(TRAINED)
    for times in steps:
        assert times["count"] == EPOCHS[times["stage"]] * (84 // 16)
        assert 0 < times["minimum"] <= times["median"] <= times["maximum"]


def test_tensorboard_has_the_epochs_the_figures_and_the_weights_of_each_stage(copied: Path) -> None:
    said = squeeze("report", copied, "--tensorboard", "--json")
    assert said.returncode == 0, said.stderr
    reported = json.loads(said.stdout)
    assert reported["output"] == str(copied / "logs")
    assert reported["stages"] == list(STAGES)
    for stage in STAGES:
        check_logs(copied, stage)


def check_logs(folder: Path, stage: Stage) -> None:
    """Curves, figures, weights, graph and mistakes of a stage, as TensorFlow reads them."""
    from core.backend import tf

    (file,) = (folder / "logs" / stage).iterdir()
    records = tf.data.TFRecordDataset(str(file)).as_numpy_iterator()
    events = [tf.compat.v1.Event.FromString(record) for record in records]
    values = [value for event in events for value in event.summary.value]
    scalars = [(value.tag, value.simple_value) for value in values if value.HasField("simple_value")]
    told = [
        event.validation_loss
        for event in read_events(folder / "events.jsonl")
        if isinstance(event, EpochDone) and event.stage == stage
    ]
    assert [value for tag, value in scalars if tag == "epoch/validation_loss"] == pytest.approx(told)
    figures = RunFolder(folder).read_summary().of(stage)
    assert figures is not None
    assert dict(scalars)["test/accuracy"] == pytest.approx(figures.accuracy)
    assert dict(scalars)["file/bytes"] == figures.bytes
    assert sum(value.HasField("histo") for value in values) == FEW_CONVOLUTIONS
    (graph,) = (tf.compat.v1.GraphDef.FromString(event.graph_def) for event in events if event.graph_def)
    kinds = Counter(node.op for node in graph.node)
    assert kinds["Conv2D"] + kinds["CONV_2D"] == FEW_CONVOLUTIONS
    assert (kinds["TFLM_DECODE"] > 0) == (stage == "huffman")
    names = {node.name for node in graph.node}
    assert len(names) == len(graph.node)
    assert {source.lstrip("^").partition(":")[0] for node in graph.node for source in node.input} <= names
    details = read_details(RunFolder(folder), stage, Details)
    assert details is not None
    shown = {value.tag: value.image for value in values if value.HasField("image")}
    assert len(shown) == len(details.mistakes)
    for mistake, tag in zip(details.mistakes, sorted(shown), strict=True):
        assert tag.endswith(f"{mistake.is_class}, taken for {mistake.taken_for}")
        assert Image.open(io.BytesIO(shown[tag].encoded_image_string)).size == (IMAGE_SIDE, IMAGE_SIDE)


def test_the_report_has_the_figures_and_the_images_of_the_run(finished: FinishedRun) -> None:
    page = (finished.folder / "report.html").read_text(encoding="utf-8")
    for figures in RunFolder(finished.folder).read_summary().stages:
        assert wording.unbroken(wording.size(figures.bytes)) in page
        assert wording.unbroken(wording.percent(figures.accuracy)) in page
    assert "data:image/jpeg;base64," in page
    assert "images are missing" not in page


def test_a_report_is_written_again_where_one_wants_it(finished: FinishedRun, tmp_path: Any) -> None:
    said = squeeze("report", finished.folder, "-o", tmp_path / "page.html", "--json")
    assert said.returncode == 0, said.stderr
    reported = json.loads(said.stdout)
    assert reported["bytes"] == (tmp_path / "page.html").stat().st_size
    assert reported["stages"] == list(STAGES)


def test_a_trace_that_cannot_be_written_is_told_before_anything_else(tmp_path: Any) -> None:
    (tmp_path / "file").write_text("")
    said = squeeze(
        "run", "--data", "scenes", "--out", tmp_path / "run", "--trace", tmp_path / "file" / "t.json"
    )
    assert said.returncode == 2
    assert "error [not-a-folder]: " in said.stderr
    assert not (tmp_path / "run").exists()
