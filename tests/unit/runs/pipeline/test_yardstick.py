"""AlexNet beside a run: trained on its images, measured on its file, shown while both belong together."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.errors import Cancelled, SqueezeError
from core.events import EpochDone, Status
from core.files import remove_file
from core.report.writing import write_own_report
from core.requests import YardstickRequest
from core.runs import yardstick
from core.runs.cleaning import clean
from core.runs.folder import RunFolder
from core.runs.yardstick import Compared, alexnet_parameters, measure_yardstick, read_yardstick
from core.settings import DataSettings, RunSettings, TrainSettings
from tests.builders.images import write_classes
from tests.builders.played_stages import go
from tests.recording import RecordingTask


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """An AlexNet of an eighth of its filters: the same code, in less time."""
    monkeypatch.setattr(yardstick, "WIDTH", 0.125)


@pytest.fixture
def settings(tmp_path: Path) -> RunSettings:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    data = DataSettings(source=str(tmp_path / "pets"), image_size=32)
    return RunSettings(data=data, train=TrainSettings(epochs=2, batch_size=4))


@pytest.fixture
def run(folder: RunFolder, settings: RunSettings) -> RunFolder:
    go(folder, settings)
    return folder


def measured(folder: RunFolder, task: RecordingTask | None = None) -> Compared:
    request = YardstickRequest(run=str(folder.path))
    return measure_yardstick(request, task or RecordingTask(), write_own_report)


def epochs_told(task: RecordingTask) -> list[str]:
    return [event.values["epoch"] for event in task.of(Status) if "epoch" in event.values]


def test_it_is_measured_on_its_file_and_stands_in_the_report(run: RunFolder) -> None:
    task = RecordingTask()
    compared = measured(run, task)
    figures = compared.alexnet
    assert [stage.name for stage in compared.stages] == ["train", "prune", "quantize", "huffman"]
    assert figures.bytes == run.alexnet.stat().st_size
    assert figures.file == "alexnet.keras"
    # Weights are floats of four bytes; the rest of the file is its description.
    assert figures.parameters is not None
    assert 0 <= figures.bytes - 4 * figures.parameters < 100_000
    low, high = figures.accuracy_interval
    assert low <= figures.accuracy <= high
    assert figures.accuracy * run.read_summary().dataset.test_images == pytest.approx(
        round(figures.accuracy * run.read_summary().dataset.test_images)
    )
    assert read_yardstick(run, run.read_record()) == figures
    assert not run.is_changed(run.read_record(), run.yardstick)
    # The curves of the run are those of its own network.
    assert epochs_told(task) == ["1", "2"]
    assert task.of(EpochDone) == []
    page = run.report.read_text(encoding="utf-8")
    assert "AlexNet, trained here" in page
    assert "learned from scratch, from the same training images" in page


def test_what_is_measured_is_not_trained_again(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = measured(run)

    def train(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("core.training.train.train", train)
    assert measured(run) == before


def test_it_goes_on_after_its_last_epoch_and_comes_to_the_same(
    run: RunFolder, settings: RunSettings, tmp_path: Path
) -> None:
    stopped = RecordingTask(cancel_when=lambda event: isinstance(event, Status) and "epoch" in event.values)
    with pytest.raises(Cancelled):
        measured(run, stopped)
    assert read_yardstick(run, run.read_record()) is None
    assert "AlexNet, trained here" not in run.report.read_text(encoding="utf-8")
    assert "checkpoints/alexnet-last.npz" not in clean(run.path).removed
    task = RecordingTask()
    resumed = measured(run, task).alexnet
    assert epochs_told(task) == ["2"]
    other = RunFolder(tmp_path / "other")
    go(other, settings)
    unbroken = measured(other).alexnet
    assert (resumed.accuracy, resumed.loss) == (unbroken.accuracy, unbroken.loss)
    assert "checkpoints/alexnet-last.npz" in clean(run.path).removed
    assert read_yardstick(run, run.read_record()) == resumed


def test_a_checkpoint_that_cannot_be_used_is_begun_again(run: RunFolder) -> None:
    stopped = RecordingTask(cancel_when=lambda event: isinstance(event, Status) and "epoch" in event.values)
    with pytest.raises(Cancelled):
        measured(run, stopped)
    (run.checkpoints / "alexnet-last.npz").write_bytes(b"no zip")
    task = RecordingTask()
    measured(run, task)
    assert epochs_told(task) == ["1", "2"]


@pytest.mark.parametrize("what", ["settings", "file", "network", "record"])
def test_what_does_not_belong_to_the_run_is_not_shown(run: RunFolder, what: str) -> None:
    measured(run)
    record = run.read_record()
    if what == "settings":
        longer = msgspec.structs.replace(record.settings.train, epochs=3)
        record = msgspec.structs.replace(
            record, settings=msgspec.structs.replace(record.settings, train=longer)
        )
    elif what == "file":
        content = run.yardstick.read_bytes()
        run.yardstick.write_bytes(content.replace(b'"accuracy": ', b'"accuracy": 0.99, "was": ', 1))
    elif what == "network":
        remove_file(run.alexnet)
    else:
        record = msgspec.structs.replace(record, files={})
    assert read_yardstick(run, record) is None


def test_pruning_otherwise_leaves_it_valid(run: RunFolder) -> None:
    figures = measured(run).alexnet
    record = run.read_record()
    prune = msgspec.structs.replace(record.settings.prune, sparsity=0.5)
    record = msgspec.structs.replace(record, settings=msgspec.structs.replace(record.settings, prune=prune))
    assert read_yardstick(run, record) == figures


def test_it_needs_a_trained_run_and_enough_memory(
    folder: RunFolder, settings: RunSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SqueezeError) as caught:
        measured(folder)
    assert caught.value.code == "run-not-found"
    stop = RecordingTask(cancel_when=lambda event: isinstance(event, EpochDone))
    with pytest.raises(Cancelled):
        go(folder, settings, task=stop)
    with pytest.raises(SqueezeError) as caught:
        measured(folder)
    assert caught.value.code == "stage-missing"
    go(folder)
    monkeypatch.setattr(yardstick, "available_memory", lambda: 1_000_000)
    with pytest.raises(SqueezeError) as caught:
        measured(folder)
    assert caught.value.code == "memory-exhausted"
    assert "1,000,000 are available" in caught.value.detail
    assert not folder.yardstick.exists()


def test_images_that_changed_are_refused(run: RunFolder, settings: RunSettings) -> None:
    remove_file(next((Path(settings.data.source) / "cat").iterdir()))
    with pytest.raises(SqueezeError) as caught:
        measured(run)
    assert caught.value.code == "data-changed"


def test_with_the_papers_images_and_classes_it_is_the_papers_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yardstick, "WIDTH", 1.0)
    # Images have at most 224 pixels here: one place less in the first layer, and as many in the last.
    assert alexnet_parameters(RunSettings(data=DataSettings(image_size=224)), 1000) == 62_378_344
    assert alexnet_parameters(RunSettings(data=DataSettings(image_size=96)), 6) < 30_000_000
