"""A run from images to a Huffman-coded model: its files, and that its figures are those of the files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import cast

import msgspec
import pytest

from core.compression.prediction import predicted_size
from core.compression.pruning_plan import Level
from core.compression.sizes import inspect
from core.events import EpochDone, StageFinished, StageStarted, Succeeded
from core.requests import EvaluateRequest
from core.runs.evaluation import evaluate
from core.runs.event_record import read_events
from core.runs.folder import STAGE_FILES, RunFolder
from core.runs.measuring import Details
from core.runs.results import Inspected
from core.runs.stage_details import HuffmanDetails, PruneDetails, QuantizeDetails
from core.runs.summary import StageFigures, Summary
from core.settings import STAGES, Stage
from core.tflite.tflm import tflm_available
from tests.builders.fires import FEW_CONVOLUTIONS
from tests.builders.scenes_run import FinishedRun
from tests.e2e.squeeze import squeeze
from tests.recording import RecordingTask

pytestmark = pytest.mark.usefixtures("few_fires")

TEST_IMAGES = 24


def summary_of(run: FinishedRun) -> Summary:
    return RunFolder(run.folder).read_summary()


def figures_of(run: FinishedRun, stage: Stage) -> StageFigures:
    figures = summary_of(run).of(stage)
    assert figures is not None
    return figures


def test_the_folder_holds_what_it_should_and_nothing_else(finished: FinishedRun) -> None:
    names = {path.name for path in finished.folder.iterdir()}
    assert names == {
        *STAGE_FILES.values(),
        *("run.json", "summary.json", "events.jsonl", "data.json", "labels.txt", "run.lock"),
        *("samples.npz", "report.html"),
        *("checkpoints", "details"),
    }


def test_every_file_in_the_folder_is_known_as_the_programs_own(finished: FinishedRun) -> None:
    files = {path for path in finished.folder.rglob("*") if not path.is_dir()}
    assert set(RunFolder(finished.folder).own_files()) == files


def test_the_command_line_gives_the_summary(finished: FinishedRun) -> None:
    said = json.loads(finished.said)
    assert said.pop("trace")["file"] == str(finished.trace)
    assert said == json.loads(RunFolder(finished.folder).summary.read_bytes())


def test_the_summary_describes_images_and_network(finished: FinishedRun) -> None:
    summary = summary_of(finished)
    data, network = summary.dataset, summary.network
    assert (data.train_images, data.validation_images, data.test_images) == (84, 12, TEST_IMAGES)
    assert (finished.folder / "labels.txt").read_text().split() == list(data.classes)
    assert (network.name, network.width, network.image_size, network.channels) == (
        "squeezenet-1.1",
        0.75,
        32,
        3,
    )
    assert summary.references.squeezenet_float_bytes == 4 * network.parameters


@pytest.mark.parametrize("stage", STAGES)
def test_sizes_are_those_of_the_files(finished: FinishedRun, stage: Stage) -> None:
    figures = figures_of(finished, stage)
    content = (finished.folder / figures.file).read_bytes()
    assert figures.bytes == len(content)
    assert figures.gzip_bytes == len(gzip.compress(content, 9, mtime=0))


@pytest.mark.parametrize("stage", STAGES)
def test_accuracy_and_loss_are_those_of_the_file_when_it_is_measured_again(
    finished: FinishedRun, stage: Stage
) -> None:
    figures = figures_of(finished, stage)
    again = evaluate(EvaluateRequest(model=str(finished.folder / figures.file)), RecordingTask())
    assert again.images == TEST_IMAGES
    assert (again.accuracy, again.accuracy_interval) == (figures.accuracy, figures.accuracy_interval)
    assert again.loss == pytest.approx(figures.loss, rel=1e-6)
    assert again.runtime == figures.runtime


def test_each_file_is_smaller_than_the_one_before(finished: FinishedRun) -> None:
    kept = summary_of(finished).references.squeezenet_float_bytes
    int8, huffman = figures_of(finished, "quantize"), figures_of(finished, "huffman")
    assert huffman.bytes < int8.bytes < kept


def test_filters_that_went_are_gone_in_every_later_file(finished: FinishedRun) -> None:
    trained, pruned, quantized, coded = (figures_of(finished, stage) for stage in STAGES)
    assert trained.parameters == summary_of(finished).network.parameters
    assert trained.macs == summary_of(finished).network.macs
    assert pruned.parameters is not None
    assert trained.parameters is not None
    assert pruned.parameters < 0.75 * trained.parameters
    assert (quantized.parameters, quantized.macs) == (pruned.parameters, pruned.macs)
    assert (coded.parameters, coded.macs) == (pruned.parameters, pruned.macs)
    details = RunFolder(finished.folder).details("prune").read_bytes()
    decoded = msgspec.json.decode(details, type=PruneDetails)
    assert decoded.level == Level(0.25, 0.8)
    assert decoded.layers[0]["filters_before"] == 48


def test_a_network_is_inspected_as_it_was_left(finished: FinishedRun) -> None:
    said = squeeze("inspect", finished.folder / "pruned.keras", "--json")
    assert said.returncode == 0, said.stderr
    inspected = msgspec.json.decode(said.stdout, type=Inspected).network
    figures = figures_of(finished, "prune")
    assert inspected is not None
    assert (inspected.bytes, inspected.parameters, inspected.macs) == (
        figures.bytes,
        figures.parameters,
        figures.macs,
    )
    assert inspected.sparsity == figures.sparsity
    assert [layer.name for layer in inspected.layers][:2] == ["conv1", "fire2_squeeze1x1"]


def test_zeros_survive_from_pruning_to_the_last_file(finished: FinishedRun) -> None:
    pruned = figures_of(finished, "prune").sparsity
    assert pruned == pytest.approx(0.8, abs=0.02)
    assert figures_of(finished, "quantize").sparsity >= pruned
    assert figures_of(finished, "huffman").sparsity == figures_of(finished, "quantize").sparsity


def test_the_coded_file_is_proved_on_every_test_image(finished: FinishedRun) -> None:
    figures = figures_of(finished, "huffman")
    assert figures.decoded_identical
    assert figures.identical_outputs == TEST_IMAGES
    assert figures.runtime == ("tflm" if tflm_available() else "litert-decoded")
    assert figures.arena_measured == tflm_available()


def test_figures_of_the_coded_file_are_those_of_its_inspection(finished: FinishedRun) -> None:
    figures = figures_of(finished, "huffman")
    inspection = inspect((finished.folder / figures.file).read_bytes())
    assert figures.table_bytes == inspection.table_bytes
    assert figures.entropy_bytes == pytest.approx(inspection.entropy_bytes, abs=1)
    assert figures.weight_bits == 4
    assert inspection.entropy_bytes < inspection.payload_bytes + inspection.plain_weight_bytes


@pytest.mark.parametrize("stage", STAGES)
def test_details_agree_with_the_summary(finished: FinishedRun, stage: Stage) -> None:
    content = RunFolder(finished.folder).details(stage).read_bytes()
    details = msgspec.json.decode(content, type=Details)
    right = sum(row[index] for index, row in enumerate(details.confusion))
    assert sum(map(sum, details.confusion)) == TEST_IMAGES
    assert right / TEST_IMAGES == figures_of(finished, stage).accuracy
    assert sum(one.right for one in details.classes) == right
    assert len(details.mistakes) == TEST_IMAGES - right
    assert len(details.layers) == FEW_CONVOLUTIONS


def test_events_tell_the_whole_run(finished: FinishedRun) -> None:
    events = list(read_events(RunFolder(finished.folder).events))
    assert [e.stage for e in events if isinstance(e, StageStarted)] == ["data", *STAGES]
    epochs = [(e.stage, e.epoch) for e in events if isinstance(e, EpochDone)]
    assert epochs == [("train", 1), ("train", 2), ("train", 3), ("prune", 1), ("prune", 2), ("quantize", 1)]
    finished_stages = {e.stage: e.figures for e in events if isinstance(e, StageFinished)}
    assert msgspec.convert(finished_stages["huffman"], StageFigures) == figures_of(finished, "huffman")
    assert isinstance(events[-1], Succeeded)


def test_a_finished_run_is_told_again_without_being_made_again(copied: Path, finished: FinishedRun) -> None:
    before = RunFolder(copied).events.read_bytes()
    said = squeeze("run", "--resume", "--out", copied, "--json")
    assert said.returncode == 0
    before_trace = {name: value for name, value in json.loads(finished.said).items() if name != "trace"}
    assert json.loads(said.stdout) == before_trace
    assert RunFolder(copied).events.read_bytes() == before


def test_the_table_for_people_names_every_file(finished: FinishedRun) -> None:
    said = squeeze("run", "--resume", "--out", finished.folder)
    assert all(name in said.stdout for name in STAGE_FILES.values())


def test_what_the_model_sees_in_an_image_is_told(finished: FinishedRun, tmp_path: Path) -> None:
    from PIL import Image

    from core.sample_scenes import draw_scene

    image = tmp_path / "sea.png"
    Image.fromarray(draw_scene("sea", 5, 64)).save(image)
    answers = []
    for runtime in ("tflm", "litert") if tflm_available() else ("litert",):
        said = squeeze("predict", finished.folder / "huffman.tflite", image, "--runtime", runtime, "--json")
        assert said.returncode == 0, said.stderr
        answers.append(json.loads(said.stdout)["predictions"])
    labels = set((finished.folder / "labels.txt").read_text().split())
    assert {answer["name"] for answer in answers[0][0]["answers"]} == labels
    assert sum(answer["probability"] for answer in answers[0][0]["answers"]) == pytest.approx(1, abs=0.02)
    assert all(answer == answers[0] for answer in answers)


def test_the_size_foretold_after_training_is_about_that_of_the_last_file(finished: FinishedRun) -> None:
    folder = RunFolder(finished.folder)
    sparsity = folder.read_record().settings.prune.sparsity
    table = msgspec.json.decode(folder.details("train").read_bytes(), type=Details).predicted_sizes
    foretold = predicted_size(table, sparsity)
    assert figures_of(finished, "huffman").bytes == pytest.approx(foretold, rel=0.1)


def test_details_of_quantize_say_what_is_left_of_each_layer(finished: FinishedRun) -> None:
    folder = RunFolder(finished.folder)
    details = msgspec.json.decode(folder.details("quantize").read_bytes(), type=QuantizeDetails)
    trained = msgspec.json.decode(folder.details("prune").read_bytes(), type=Details)
    assert {layer["layer"] for layer in details.layers} == {layer["name"] for layer in trained.layers}
    assert {layer["weight_bits"] for layer in details.layers} == {4, 8}
    for layer in details.layers:
        weights = cast("float", layer["weight_snr_db"])
        assert (5 if layer["weight_bits"] == 4 else 30) < weights < 60
    # Errors add up from layer to layer: of a network that learned for seconds, little is left at the end.
    outputs = [cast("float", layer["output_snr_db"]) for layer in details.layers]
    assert 30 < outputs[0] < 60
    assert all(0 < one < outputs[0] for one in outputs[1:])
    assert details.method == "training-aware"
    assert details.snr_images == 16


def test_details_of_quantize_name_the_images_that_are_answered_otherwise(finished: FinishedRun) -> None:
    folder = RunFolder(finished.folder)
    details = msgspec.json.decode(folder.details("quantize").read_bytes(), type=QuantizeDetails)
    before, after = figures_of(finished, "prune"), figures_of(finished, "quantize")
    changed = details.changed
    gained = round((after.accuracy - before.accuracy) * TEST_IMAGES)
    assert changed.became_right - changed.became_wrong == gained
    assert len(changed.images) == changed.count
    for one in changed.images:
        assert one.before[0].name != one.after[0].name
        assert one.image.split("/")[0] == one.is_class


def test_details_of_huffman_are_what_its_page_draws(finished: FinishedRun) -> None:
    folder = RunFolder(finished.folder)
    details = msgspec.json.decode(folder.details("huffman").read_bytes(), type=HuffmanDetails)
    plain, coded = figures_of(finished, "quantize"), figures_of(finished, "huffman")
    assert details.plain["bytes"] == plain.bytes
    assert details.coded["bytes"] == coded.bytes
    for purposes in (details.plain, details.coded):
        assert sum(value for name, value in purposes.items() if name != "bytes") == purposes["bytes"]
    assert sum(table.bytes for table in details.tables) == details.coded["table_bytes"] == coded.table_bytes
    quantized = msgspec.json.decode(folder.details("quantize").read_bytes(), type=QuantizeDetails)
    for layer, before in zip(details.layers, quantized.layers, strict=True):
        assert layer["plain_bytes"] == before["bytes"]
        assert layer["layer"] == before["layer"]
    assert details.proofs.identical_outputs == TEST_IMAGES
    assert details.proofs.runtime == coded.runtime
    assert details.proofs.decoded_tensors == sum(layer["table"] is not None for layer in details.layers)
    assert details.proofs.tflm_tensors == (details.proofs.decoded_tensors if tflm_available() else 0)
