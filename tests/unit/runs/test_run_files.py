"""Files of a run are used when they are those that the run wrote, by their hashes in run.json."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.datasets.store import LoadedSplit
from core.deployment.board_choice import list_boards
from core.errors import SqueezeError
from core.report.contents import read_contents
from core.requests import BoardsRequest
from core.runs.finished_model import finished_model, samples_of
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.predict import sure_from
from core.runs.samples import write_samples
from core.runs.stage_details import read_details
from tests.builders.finished_runs import CLASSES, finished_run, images, threshold_at
from tests.builders.reported_runs import reported_run


@pytest.fixture
def folder(tmp_path: Path) -> RunFolder:
    """A finished run with the hashes of its files."""
    return with_hashes(finished_run(tmp_path / "run"))


def with_hashes(folder: RunFolder) -> RunFolder:
    written = (folder.labels, folder.data, folder.samples, folder.details("prune"), folder.path / "gone")
    record = folder.with_files(folder.read_record(), written)
    for figures in folder.read_summary().stages:
        record = folder.with_figures(record, figures)
    folder.write_record(record)
    return folder


def without_hashes(folder: RunFolder) -> None:
    """As older versions left it."""
    folder.write_record(msgspec.structs.replace(folder.read_record(), files={}))


def classes_exchanged(folder: RunFolder) -> None:
    summary = folder.read_summary()
    dataset = msgspec.structs.replace(summary.dataset, classes=CLASSES[::-1])
    folder.write_json(folder.summary, msgspec.structs.replace(summary, dataset=dataset))


def figures_changed(folder: RunFolder) -> None:
    summary = folder.read_summary()
    last = msgspec.structs.replace(summary.stages[-1], threshold=threshold_at(100))
    folder.write_json(folder.summary, msgspec.structs.replace(summary, stages=(*summary.stages[:-1], last)))


def samples_replaced(folder: RunFolder) -> None:
    labels = np.arange(20) % len(CLASSES)
    write_samples(folder.samples, LoadedSplit(images(20)[::-1], labels, tuple(map(str, labels))))


def data_replaced(folder: RunFolder) -> None:
    folder.data.write_bytes(folder.data.read_bytes().replace(b'"fingerprint": "0"', b'"fingerprint": "1"'))


@pytest.mark.parametrize(
    ("replace", "use"),
    [
        (classes_exchanged, lambda folder: finished_model(folder, "Export")),
        (figures_changed, lambda folder: finished_model(folder, "Export")),
        (figures_changed, lambda folder: sure_from(folder.file("huffman"))),
        (samples_replaced, lambda folder: samples_of(folder, finished_model(folder, "Flashing"))),
        (data_replaced, lambda folder: list_boards(BoardsRequest(run=str(folder.path)))),
    ],
    ids=["classes", "figures exported", "figures used", "samples", "data"],
)
def test_what_the_run_did_not_write_is_damage(
    replace: Callable[[RunFolder], None], use: Callable[[RunFolder], object], folder: RunFolder
) -> None:
    use(folder)
    replace(folder)
    with pytest.raises(SqueezeError) as caught:
        use(folder)
    assert caught.value.code == "run-damaged"
    without_hashes(folder)
    use(folder)


def test_what_is_only_shown_is_left_out(tmp_path: Path) -> None:
    folder = with_hashes(reported_run(tmp_path))
    assert read_contents(folder).data is not None
    assert read_details(folder, "prune", Details) is not None
    data_replaced(folder)
    path = folder.details("prune")
    path.write_bytes(path.read_bytes().replace(b"0.876", b"0.976"))
    contents = read_contents(folder)
    assert contents.data is None
    assert "prune" not in contents.details
    without_hashes(folder)
    assert "prune" in read_contents(folder).details


def test_a_file_that_is_gone_is_changed_and_one_without_a_hash_is_not(folder: RunFolder) -> None:
    record = folder.read_record()
    assert not folder.is_changed(record, folder.samples)
    folder.samples.unlink()
    assert folder.is_changed(record, folder.samples)
    folder.samples.mkdir()
    assert folder.is_changed(record, folder.samples)
    assert not folder.is_changed(record, folder.path / "gone")
    assert not folder.is_changed(folder.without_files(record, (folder.samples,)), folder.samples)
