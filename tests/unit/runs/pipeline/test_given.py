"""What a session is given, images and weights: unusable, changed, moved. The stages' own work is played."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.errors import Cancelled, SqueezeError
from core.events import StageStarted
from core.networks import start_weights
from core.runs.folder import RunFolder
from core.settings import STAGES, DataSettings, RunSettings, Stage
from core.training.checkpoint import Checkpoint, TrainingState
from tests.builders.images import write_bursts, write_classes
from tests.builders.played_stages import at, go
from tests.builders.published_squeezenet import random_weights
from tests.builders.torch_files import weights_file
from tests.e2e.squeeze import contents
from tests.recording import RecordingTask


def test_images_that_cannot_be_used_leave_no_folder(folder: RunFolder, tmp_path: Path) -> None:
    write_classes(tmp_path / "one", {"cat": 8})
    with pytest.raises(SqueezeError):
        go(folder, RunSettings(data=DataSettings(source=str(tmp_path / "one"))))
    assert not folder.path.exists()


@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4 and no more", None], ids=["empty", "cut off", "of another network"]
)
def test_weights_that_training_cannot_start_from_leave_a_finished_run_whole(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, content: bytes | None
) -> None:
    go(folder, settings)
    file = tmp_path / "w.pth"
    if content is None:
        weights_file(file, random_weights("squeezenet-1.0", 5, 0.125))
    else:
        file.write_bytes(content)
    before = contents(folder.path)
    start = msgspec.structs.replace(settings.train, start_weights=str(file))
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), start_from="train")
    assert caught.value.code == ("weights-other-network" if content is None else "weights-unreadable")
    assert contents(folder.path) == before


def test_a_damaged_starting_network_leaves_a_finished_run_whole(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(folder, settings)
    whole = start_weights.starting_network_path().read_bytes()
    monkeypatch.setattr(start_weights, "resources_folder", lambda: tmp_path)
    start_weights.starting_network_path().parent.mkdir()
    start_weights.starting_network_path().write_bytes(whole[: len(whole) // 2])
    before = contents(folder.path)
    start = msgspec.structs.replace(settings.train, start_weights="shipped")
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), start_from="train")
    assert caught.value.code == "weights-unreadable"
    assert contents(folder.path) == before


def test_weights_that_are_not_here_are_told_before_images_are_read(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    task = RecordingTask()
    start = msgspec.structs.replace(settings.train, start_weights="imagenet")
    with pytest.raises(SqueezeError) as caught:
        go(folder, msgspec.structs.replace(settings, train=start), task=task)
    assert caught.value.code == "weights-not-fetched"
    assert not folder.path.exists()
    assert not task.of(StageStarted)


def test_a_run_that_has_begun_to_learn_goes_on_without_the_file(
    folder: RunFolder, settings: RunSettings, tmp_path: Path, played: list[Stage]
) -> None:
    file = weights_file(tmp_path / "w.pth", random_weights("squeezenet-1.1", 5, 1.0))
    start = msgspec.structs.replace(settings.train, start_weights=str(file))
    with pytest.raises(Cancelled):
        go(folder, msgspec.structs.replace(settings, train=start), task=RecordingTask(at("train", 1)))
    file.unlink()
    checkpoint = Checkpoint(folder.checkpoints, "train")
    checkpoint.save(TrainingState([], [], ()))
    good = checkpoint.last.read_bytes()
    checkpoint.last.write_bytes(b"garbage")
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.code == "model-not-found"
    checkpoint.last.write_bytes(good)
    go(folder)
    assert played[-4:] == list(STAGES)


def test_a_run_does_not_go_on_with_other_images(folder: RunFolder, settings: RunSettings) -> None:
    go(folder, settings, until="train")
    next(Path(settings.data.source).rglob("*.jpg")).unlink()
    before = folder.record.read_bytes()
    with pytest.raises(SqueezeError) as caught:
        go(folder)
    assert caught.value.code == "data-changed"
    assert folder.record.read_bytes() == before


def test_a_run_keeps_its_images_where_they_are_when_near_copies_are_seen_otherwise(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bursts(tmp_path / "things", {"cup": 6, "pen": 6}, each=3)
    data = DataSettings(source=str(tmp_path / "things"), image_size=32, near_copies="together")
    go(folder, RunSettings(data=data), until="train")
    before = folder.data.read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another"))
    monkeypatch.setattr("core.datasets.near_copies.near_groups", lambda _thumbnails, _task: [])
    go(folder)
    assert folder.data.read_bytes() == before
    assert folder.read_record().is_done("huffman")


def moved(settings: RunSettings) -> RunSettings:
    """The settings after the images were given another place."""
    new = Path(settings.data.source).rename(Path(settings.data.source).with_name("moved"))
    return msgspec.structs.replace(settings, data=msgspec.structs.replace(settings.data, source=str(new)))


@pytest.mark.parametrize("until", ["prune", "huffman"])
def test_images_that_were_moved_are_the_same_images(
    until: Stage, folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings, until=until)
    there = moved(settings)
    go(folder, there)
    assert played == list(STAGES)
    record = folder.read_record()
    assert record.settings == there
    assert all(record.is_done(stage) for stage in STAGES)
    go(folder)
    assert played == list(STAGES)


@pytest.mark.parametrize("until", ["prune", "huffman"])
def test_other_images_at_another_place_are_no_moved_ones(
    until: Stage, folder: RunFolder, settings: RunSettings
) -> None:
    go(folder, settings, until=until)
    before = folder.record.read_bytes()
    there = moved(settings)
    next(Path(there.data.source).rglob("*.jpg")).unlink()
    with pytest.raises(SqueezeError) as caught:
        go(folder, there)
    assert caught.value.code == "data-changed"
    assert folder.record.read_bytes() == before


def test_a_run_begun_anew_takes_the_images_that_are_there(
    folder: RunFolder, settings: RunSettings, played: list[Stage]
) -> None:
    go(folder, settings, until="train")
    next(Path(settings.data.source).rglob("*.jpg")).unlink()
    summary = go(folder, start_from="train", until="train")
    data = summary.dataset
    assert data.train_images + data.validation_images + data.test_images == 15
    assert played == ["train", "train"]
    go(folder)
