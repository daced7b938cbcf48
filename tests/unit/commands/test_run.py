"""From options to what is asked for."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import msgspec
import pytest

from core.commands import demo, run
from core.commands.run_settings import changed_settings, new_settings
from core.errors import SqueezeError
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.runs.record import StageRecord, fingerprints, new_record
from core.runs.summary import AccuracyEstimate, Summary
from core.settings import PRESETS, STAGES, PruneSettings, RunSettings, TrainSettings, preset
from core.tracing import StepTimes, Traced

OWN = RunSettings(train=TrainSettings(epochs=7), prune=PruneSettings(epochs=3))


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    run.add_options(parser)
    return parser.parse_args(words)


def request(*words: str) -> RunRequest:
    return run.run_request(parsed(*words))


def refusal(*words: str) -> str:
    with pytest.raises(SqueezeError) as caught:
        request(*words)
    return caught.value.code


def put_run(folder: str, settings: RunSettings = OWN, done: tuple[str, ...] = ()) -> None:
    record = new_record(settings)
    for stage in STAGES:
        if stage in done:
            print_ = fingerprints(settings)[stage]
            record = record.with_stage(stage, StageRecord(state="done", fingerprint=print_))
    Path(folder).mkdir(parents=True)
    RunFolder(Path(folder)).write_record(record)


def test_options_change_a_presets_settings() -> None:
    settings = new_settings(
        parsed(
            *("--data", "scenes", "--preset", "quick", "--image-size", "48", "--gray", "--width", "0.5"),
            *("--epochs", "2", "--sparsity", "0.5", "--weight-bits", "8", "--seed", "9"),
            *("--quantize-method", "post-training", "--network", "squeezenet-1.0", "--bypass", "complex"),
            *("--squeeze-ratio", "0.25", "--share-3x3", "0.7"),
            *("--set", "prune.epochs=6", "--set", "data.augment=false", "--set", "prune.scope=layer"),
        )
    )
    quick = PRESETS["quick"]
    assert (settings.data.image_size, settings.data.gray, settings.data.augment) == (48, True, False)
    assert (settings.network.width, settings.train.epochs, settings.seed) == (0.5, 2, 9)
    assert (settings.network.name, settings.network.bypass) == ("squeezenet-1.0", "complex")
    assert (settings.network.squeeze_ratio, settings.network.share_3x3) == (0.25, 0.7)
    assert (settings.prune.sparsity, settings.prune.epochs, settings.prune.scope) == (0.5, 6, "layer")
    assert settings.quantize == msgspec.structs.replace(quick.quantize, method="post-training", weight_bits=8)


def test_the_path_of_the_images_means_the_same_from_everywhere(tmp_path: Path) -> None:
    assert new_settings(parsed("--data", "pets")).data.source == str(tmp_path / "pets")
    assert new_settings(parsed("--set", "data.source=pets")).data.source == str(tmp_path / "pets")
    assert new_settings(parsed("--data", "scenes")).data.source == "scenes"


def test_the_file_of_start_weights_is_found_from_everywhere(tmp_path: Path) -> None:
    for words in (("--start-weights", "w.pth"), ("--set", "train.start_weights=w.pth")):
        settings = new_settings(parsed("--data", "scenes", *words))
        assert settings.train.start_weights == str(tmp_path / "w.pth")


@pytest.mark.parametrize("start", ["shipped", "imagenet", "scratch"])
def test_a_start_that_is_no_file_is_named_by_its_word(start: str) -> None:
    for words in (("--start-weights", start), ("--set", f"train.start_weights={start}")):
        assert new_settings(parsed("--data", "scenes", *words)).train.start_weights == start


@pytest.mark.parametrize(
    "words",
    [
        ("--image-size", "31"),
        ("--epochs", "0"),
        ("--sparsity", "0.99"),
        ("--weight-bits", "7"),
        ("--quantize-method", "by-hand"),
        ("--network", "resnet-50"),
        ("--network", "alexnet", "--bypass", "simple"),
        ("--squeeze-ratio", "2"),
        ("--set", "prune.epochs=many"),
        ("--set", "prune.color=red"),
        ("--set", "prune"),
        ("--set", "seed.epochs=1"),
    ],
)
def test_a_setting_out_of_range_is_refused(words: tuple[str, ...]) -> None:
    assert refusal("--data", "scenes", *words) == "setting-invalid"


def test_a_run_without_images_is_refused() -> None:
    assert refusal() == "data-not-named"


def test_a_new_run_gets_a_folder_named_after_its_images_and_the_day() -> None:
    day = time.strftime("%Y-%m-%d")
    first = request("--data", "data/my pets.tar.gz").folder
    assert first == str(Path("runs") / f"my-pets-{day}")
    put_run(first)
    assert request("--data", "data/my pets.tar.gz").folder == f"{first}-2"


def test_going_on_takes_the_folders_own_settings() -> None:
    assert request("--resume", "--out", "r") == RunRequest(folder="r")


def test_going_on_may_say_where_the_images_are_now(tmp_path: Path) -> None:
    put_run("r")
    moved = msgspec.structs.replace(OWN.data, source=str(tmp_path / "pets"))
    settings = msgspec.structs.replace(OWN, data=moved)
    assert request("--resume", "--out", "r", "--data", "pets") == RunRequest(folder="r", settings=settings)


def test_going_on_may_keep_less_in_memory() -> None:
    put_run("r")
    frugal = msgspec.structs.replace(OWN, data=msgspec.structs.replace(OWN.data, memory_limit_mb=64))
    asked = request("--resume", "--out", "r", "--set", "data.memory_limit_mb=64")
    assert asked == RunRequest(folder="r", settings=frugal)


def test_going_on_with_other_settings_is_a_contradiction() -> None:
    assert refusal("--resume", "--out", "r", "--epochs", "3") == "usage"
    assert refusal("--resume", "--out", "r", "--preset", "best") == "usage"


@pytest.mark.parametrize("words", [("--resume",), ("--from", "prune")])
def test_going_on_needs_a_run(words: tuple[str, ...]) -> None:
    assert refusal(*words) == "usage"


def test_starting_in_the_middle_changes_only_what_is_said() -> None:
    put_run("r")
    asked = request("--from", "prune", "--out", "r", "--sparsity", "0.5")
    assert asked.start_from == "prune"
    assert asked.settings == msgspec.structs.replace(OWN, prune=PruneSettings(epochs=3, sparsity=0.5))


def test_a_preset_reaches_only_the_stages_that_are_done_anew() -> None:
    for images, chosen in ((None, PRESETS["best"]), (60, preset("best", 60, from_scratch=True))):
        settings = changed_settings(OWN, "prune", parsed("--preset", "best"), images)
        assert settings.train == OWN.train
        assert (settings.prune, settings.quantize) == (chosen.prune, chosen.quantize)


def test_starting_in_the_middle_of_nothing_is_refused() -> None:
    assert refusal("--from", "prune", "--out", "r") == "run-not-found"


def test_a_run_can_end_after_any_stage() -> None:
    assert request("--data", "scenes").until == "huffman"
    assert request("--data", "scenes", "--until", "train").until == "train"
    put_run("r", done=("train",))
    assert request("--out", "r", "--from", "prune", "--until", "prune").until == "prune"


def test_a_run_does_not_end_before_it_begins() -> None:
    put_run("r", done=("train", "prune"))
    assert refusal("--out", "r", "--from", "quantize", "--until", "prune") == "usage"


def test_what_is_no_run_is_not_begun_anew_in_its_place() -> None:
    put_run("r")
    RunFolder(Path("r")).record.write_bytes(b"{")
    assert refusal("--from", "train", "--out", "r", "--data", "scenes") == "run-record-damaged"


def test_what_is_to_be_fast_needs_a_board() -> None:
    assert request("--data", "scenes", "--fast", "--board", "esp32-cam").fast
    assert refusal("--data", "scenes", "--fast") == "usage"
    put_run("r", done=STAGES)
    assert refusal("--out", "r", "--from", "train", "--fast") == "usage"
    RunFolder(Path("r")).write_record(new_record(OWN, "esp32c3"))
    asked = request("--out", "r", "--from", "train", "--fast")
    assert (asked.fast, asked.board) == (True, "esp32c3")


@pytest.mark.parametrize("words", [("--resume",), ("--from", "prune")])
def test_what_is_trained_already_cannot_become_fast(words: tuple[str, ...]) -> None:
    put_run("r", done=STAGES)
    assert refusal("--out", "r", *words, "--fast", "--board", "esp32-cam") == "usage"


def test_a_trace_replaces_a_file_only_when_that_is_said() -> None:
    assert not request("--data", "scenes", "--trace", "t.json").replace_trace
    assert request("--data", "scenes", "--trace", "t.json", "--force").replace_trace


def test_a_demonstration_that_was_broken_off_goes_on() -> None:
    put_run("demo", demo.demo_settings(), done=("train",))
    assert demo.demo_request(Path("demo")).start_from is None


def test_a_finished_demonstration_is_made_anew() -> None:
    put_run("demo", demo.demo_settings(), done=STAGES)
    assert demo.demo_request(Path("demo")).start_from == "train"


def test_a_demonstration_with_older_settings_is_made_anew() -> None:
    older = msgspec.structs.replace(demo.demo_settings(), seed=77)
    put_run("demo", older, done=("train",))
    assert demo.demo_request(Path("demo")) == RunRequest(
        folder="demo", settings=demo.demo_settings(), start_from="train", board="virtual-esp32"
    )


def test_a_run_of_own_images_is_never_made_into_a_demonstration() -> None:
    put_run("mine", new_settings(parsed("--data", "pets")), done=STAGES)
    assert demo.demo_request(Path("mine")).start_from is None


SUMMARY = {
    "format": 1,
    "dataset": {
        "name": "pets",
        "classes": ["cat", "dog"],
        "train_images": 700,
        "validation_images": 100,
        "test_images": 1_200,
    },
    "network": {
        "name": "squeezenet-1.1",
        "width": 1.0,
        "image_size": 96,
        "channels": 3,
        "parameters": 723_522,
        "macs": 43_000_000,
    },
    "stages": [
        {
            "name": "huffman",
            "seconds": 3.0,
            "accuracy": 0.813,
            "accuracy_interval": [0.79, 0.83],
            "loss": 0.5,
            "file": "huffman.tflite",
            "bytes": 180_000,
            "gzip_bytes": 170_000,
            "runtime": "tflm",
            "sparsity": 0.85,
        }
    ],
    "references": {
        "alexnet_bytes": 240_000_000,
        "alexnet_same_classes_bytes": 227_505_680,
        "squeezenet_float_bytes": 2_894_088,
    },
}


def test_from_ten_classes_up_the_table_says_how_often_the_right_one_is_among_five() -> None:
    told = msgspec.convert(SUMMARY, Summary)
    stage = msgspec.structs.replace(told.stages[0], top5_accuracy=0.964)
    head, row, *_ = run.summary_text(msgspec.structs.replace(told, stages=(stage,))).splitlines()
    assert head.endswith("top-5  runtime")
    assert row.split()[-3:] == ["96.4", "%", "tflm"]


def test_the_table_says_for_each_file_its_size_accuracy_and_what_measured_it() -> None:
    text = run.summary_text(msgspec.convert(SUMMARY, Summary))
    row = next(line for line in text.splitlines() if line.startswith("huffman"))
    assert row.split("  ")[0] == "huffman"
    for part in ("huffman.tflite", "180.0 KB", "16.1 x", "81.3 % (79.0 to 83.0)", "tflm"):
        assert part in row
    assert "1,200 test images, 2 classes" in text
    assert "240 MB with 1,000 classes, 228 MB with 2" in text


def test_of_few_images_an_estimate_is_told_with_its_interval() -> None:
    told = msgspec.convert(SUMMARY, Summary)
    assert "Estimated" not in run.summary_text(told)
    estimate = AccuracyEstimate(accuracy=0.921, interval=(0.86, 0.957), images=90, groups=30, repeats=5)
    few = msgspec.structs.replace(told.stages[0], name="train", estimate=estimate)
    lines = run.summary_text(msgspec.structs.replace(told, stages=(few,))).splitlines()
    assert (
        "Estimated for new images like these: 92.1 % (86.0 to 95.7), by cross-validation on all 90 "
        "images, near copies in one fold (30 groups)."
    ) in lines
    burst = msgspec.structs.replace(estimate, one_burst=tuple("abcdefg"), from_scratch=True)
    assert run.estimate_text(burst).endswith(
        "This estimate uses the starting network; this run was trained from scratch. "
        "Expect less in other places: all images of 'a', 'b', 'c', 'd', 'e', 2 more are from one burst."
    )


def test_a_trace_is_of_the_session_that_it_was_asked_for() -> None:
    assert request("--data", "scenes", "--trace", "t.json").trace == "t.json"
    put_run("run")
    assert request("--resume", "--out", "run", "--trace", "t.json").trace == "t.json"
    assert request("--resume", "--out", "run").trace is None


def test_a_trace_tells_the_times_of_the_steps_and_how_to_open_it() -> None:
    times = StepTimes(stage="train", count=1234, minimum=0.0412, median=0.05, maximum=2.5)
    head, row, where = run.trace_text(Traced(file="t.json", steps=(times,))).splitlines()
    assert head.split("  ")[0] == "steps of"
    assert row.split() == ["train", "1,234", "41", "ms", "50", "ms", "2,500", "ms"]
    assert where.startswith("t.json: ")
    assert "chrome://tracing" in run.trace_text(Traced(file="t.json", steps=()))
