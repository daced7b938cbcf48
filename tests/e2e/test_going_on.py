"""Runs that are broken off, stopped, changed and held: what is kept and what is done anew."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path

import pytest

from core.events import EpochDone, StageStarted
from core.runs.event_record import read_events
from core.runs.folder import STAGE_FILES, RunFolder, sha256
from core.settings import STAGES
from tests.builders.scenes_run import FinishedRun
from tests.e2e.squeeze import TINY, contents, kill_worker, squeeze, started, wait_for
from tests.torture.user_files import OWN, write_files

pytestmark = pytest.mark.usefixtures("few_fires")


def epochs(folder: Path) -> list[tuple[str, int]]:
    return [(e.stage, e.epoch) for e in read_events(RunFolder(folder).events) if isinstance(e, EpochDone)]


def checksums(folder: Path) -> dict[str, str]:
    return {name: sha256(folder / name) for name in STAGE_FILES.values()}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_run_that_was_killed_and_stopped_is_the_run_that_was_not(
    finished: FinishedRun, tmp_path: Path
) -> None:
    """Killed in the second epoch of training, stopped by Ctrl-C in the second of pruning."""
    folder = tmp_path / "broken"
    with started("run", *TINY, "--out", folder) as process:
        wait_for(folder, lambda e: isinstance(e, EpochDone) and e.epoch == 1, process)
        kill_worker(folder)
        _, errors = process.communicate()
    assert process.returncode == 1
    assert "error [worker-crashed]" in errors
    assert ("train", 1) in epochs(folder)

    with started("run", "--resume", "--out", folder) as process:
        wait_for(folder, lambda e: isinstance(e, EpochDone) and e.stage == "prune", process)
        process.send_signal(signal.SIGINT)
        asked = time.monotonic()
        _, errors = process.communicate()
    assert time.monotonic() - asked < 5
    assert process.returncode == 130
    assert errors.endswith("Stopped.\n")

    said = squeeze("run", "--resume", "--out", folder)
    assert said.returncode == 0, said.stderr
    assert "continues after epoch" in said.stderr
    assert sorted(set(epochs(folder))) == sorted(epochs(finished.folder))
    broken, whole = RunFolder(folder).read_summary(), RunFolder(finished.folder).read_summary()
    assert (folder / "huffman.tflite").read_bytes() == (finished.folder / "huffman.tflite").read_bytes()
    assert [(s.accuracy, s.loss) for s in broken.stages] == [(s.accuracy, s.loss) for s in whole.stages]


@pytest.mark.parametrize("is_moved", [True, False], ids=["moved", "deleted"])
def test_a_run_whose_folder_goes_while_it_works_says_so_and_makes_none(
    is_moved: bool, tmp_path: Path
) -> None:
    folder, elsewhere = tmp_path / "runs" / "r", tmp_path / "elsewhere"
    with started("run", *TINY, "--epochs", "20", "--out", folder) as process:
        wait_for(folder, lambda e: isinstance(e, EpochDone), process)
        folder.rename(elsewhere)
        if not is_moved:
            shutil.rmtree(elsewhere)
        _, errors = process.communicate()
    assert process.returncode == 1
    assert "error [run-moved]: " in errors
    assert list((tmp_path / "runs").iterdir()) == []
    if is_moved:
        assert ("train", 1) in epochs(elsewhere)
        assert RunFolder(elsewhere).read_record().stages["train"].state == "started"


def test_files_of_a_persons_own_stay_where_a_stage_is_done_anew(copied: Path) -> None:
    write_files(copied, OWN)
    said = squeeze("run", "--out", copied, "--from", "train", "--epochs", "1", "--until", "train")
    assert said.returncode == 0, said.stderr
    assert all((copied / name).read_text() == f"{name} is mine\n" for name in OWN)
    record = RunFolder(copied).read_record()
    assert record.is_done("train")
    assert record.settings.train.epochs == 1


@pytest.mark.parametrize("name", ["logs", "checkpoints"])
def test_nothing_is_done_anew_behind_a_link(name: str, copied: Path, tmp_path: Path) -> None:
    (copied / name).mkdir(exist_ok=True)
    (copied / name).rename(tmp_path / "elsewhere")
    (copied / name).symlink_to(tmp_path / "elsewhere")
    before = contents(tmp_path)
    said = squeeze("run", "--out", copied, "--from", "train", "--epochs", "1")
    assert said.returncode == 2
    assert "error [not-a-folder]: " in said.stderr
    assert contents(tmp_path) == before


def test_a_stage_done_anew_leaves_those_before_it_alone(copied: Path) -> None:
    before = checksums(copied)
    said = squeeze("run", "--out", copied, "--from", "huffman", "--set", "huffman.share_tables=false")
    assert said.returncode == 0, said.stderr
    after = checksums(copied)
    assert [name for name in before if before[name] != after[name]] == ["huffman.tflite"]
    record = RunFolder(copied).read_record()
    assert all(record.is_done(stage) for stage in STAGES)
    assert not record.settings.huffman.share_tables
    last = [e.stage for e in read_events(RunFolder(copied).events) if isinstance(e, StageStarted)][-2:]
    assert last == ["data", "huffman"]


def test_a_stage_that_is_begun_anew_makes_the_later_figures_stale(copied: Path) -> None:
    run = RunFolder(copied)
    run.events.unlink()
    with started("run", "--out", copied, "--from", "quantize", "--weight-bits", "8") as process:
        wait_for(copied, lambda e: isinstance(e, StageStarted) and e.stage == "quantize", process)
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 130
    assert [figures.name for figures in run.read_summary().stages] == ["train", "prune"]
    states = run.read_record().stages
    assert [states[stage].state for stage in STAGES] == ["done", "done", "started", "stale"]


def test_other_settings_for_a_run_that_is_there_are_refused(copied: Path) -> None:
    before = checksums(copied)
    said = squeeze("run", *TINY, "--out", copied, "--epochs", "4")
    assert said.returncode == 2
    assert "error [run-exists]" in said.stderr
    assert "train.epochs is 3, not 4" in said.stderr
    assert checksums(copied) == before


def test_two_processes_do_not_work_in_one_folder(copied: Path) -> None:
    with RunFolder(copied).locked():
        said = squeeze("run", "--resume", "--out", copied)
    assert said.returncode == 1
    assert "error [run-in-use]" in said.stderr


def test_a_run_of_another_version_is_left_alone(copied: Path) -> None:
    record = RunFolder(copied).record
    record.write_bytes(record.read_bytes().replace(b'"format": 1', b'"format": 7', 1))
    before = contents(copied)
    said = squeeze("run", "--resume", "--out", copied)
    assert said.returncode == 1
    assert "error [run-other-version]" in said.stderr
    assert contents(copied) == before


def test_a_damaged_file_is_named_with_the_stage_that_writes_it(copied: Path) -> None:
    (copied / "pruned.keras").write_bytes(b"damaged")
    said = squeeze("run", "--resume", "--out", copied)
    assert said.returncode == 1
    assert "error [run-damaged]" in said.stderr
    assert "pruned.keras" in said.stderr
    assert "--from prune" in said.stderr
