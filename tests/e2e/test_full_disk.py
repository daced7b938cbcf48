"""A disk that fills in the middle of a run."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.runs.folder import STAGE_FILES, RunFolder
from tests.e2e.squeeze import squeeze, squeeze_program

pytestmark = pytest.mark.usefixtures("few_fires")

ROOM = 12_000_000
LEFT = 40_000
"""Enough for the small files of a run, too little for a checkpoint."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, with `ROOM` bytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only the superuser can make a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(place: Path, left: int) -> None:
    """Leave only so many bytes on the disk of `place`."""
    (place / "ballast").write_bytes(bytes(shutil.disk_usage(place).free - left))


def test_a_full_disk_is_named_and_what_was_there_stays(copied: Path, small_disk: Path) -> None:
    folder = Path(shutil.copytree(copied, small_disk / "run"))
    files = {name: (folder / name).read_bytes() for name in STAGE_FILES.values()}
    fill(small_disk, LEFT)
    said = squeeze("run", "--out", folder, "--from", "train", "--epochs", "1")
    assert said.returncode == 1
    assert "error [disk-full]: " in said.stderr
    assert {name: (folder / name).read_bytes() for name in files} == files
    assert RunFolder(folder).read_record().stages["train"].state == "started"


def test_a_full_disk_before_anything_was_done_leaves_no_folder(small_disk: Path) -> None:
    fill(small_disk, 0)
    said = squeeze("run", "--data", "scenes", "--set", "data.scenes_per_class=10", "--out", small_disk / "r")
    assert said.returncode == 1
    assert "error [disk-full]: " in said.stderr


def limited(count: int) -> Callable[[], None]:
    """For a child before it starts: no file may grow beyond `count` bytes."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (count, count))

    return limit


def test_a_file_that_may_not_grow_is_a_full_disk_too(copied: Path) -> None:
    pytest.importorskip("resource")
    before = (copied / "huffman.tflite").read_bytes()
    said = squeeze_program(
        "run",
        "--out",
        copied,
        "--from",
        "huffman",
        preexec_fn=limited(RunFolder(copied).summary.stat().st_size * 4),
    )
    assert said.returncode == 1
    assert "error [disk-full]: " in said.stderr
    assert (copied / "huffman.tflite").read_bytes() == before
