"""What may hold anything is read to a value, or to one kind of error."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from core.boards.firmware_bundles.bundle import read_bundle
from core.datasets.archive_entries import Limits, entries
from core.datasets.catalog import open_catalog
from core.datasets.images import read_image
from core.diagnosis import unreadable_as
from core.errors import Cancelled, RunError, SqueezeError
from core.networks.keras_file import load_network
from core.networks.torch_file import read_tensors
from core.reading import read_arrays, read_json
from core.runs.predict import class_names
from core.runs.predictors import open_predictor
from core.runs.record import read_record
from core.runs.samples import read_samples
from core.tflite.model_file import read_model
from tests.builders.finished_runs import finished_run

ROOT = Path(__file__).parents[2]
READ_AT_ONCE = """
import sys, threading
from pathlib import Path
from core.runs.folder import RunFolder

folder, together, found = RunFolder(Path(sys.argv[1])), threading.Barrier(4), []
sys.setswitchinterval(1e-6)

def read():
    together.wait()
    found.append((folder.read_record().format, len(folder.read_summary().stages)))

threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
"""


class Figures(msgspec.Struct):
    name: str = ""
    count: int = 0


def test_json_is_read_as_the_value_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_bytes(b'{"name": "cat", "count": 2, "later": [1]}')
    assert read_json(tmp_path / "f.json", Figures) == Figures("cat", 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"name": "c',
        b'{"name": "c\xff"}',
        b'{"name": 1}',
        b'{"count": 1e999}',
        b'{"later": ' + b"[" * 100_000,
        b"\xef\xbb\xbf{}",
        b"\x00" * 100,
    ],
)
def test_all_damage_is_one_kind_of_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "f.json").write_bytes(content)
    with pytest.raises(msgspec.DecodeError):
        read_json(tmp_path / "f.json", Figures)


def test_arrays_are_read_as_they_were_saved(tmp_path: Path) -> None:
    arrays: dict[str, Any] = {
        "a": np.arange(6.0).reshape(2, 3),
        "b": np.array([], np.int64),
        "c": np.array(2.5),
    }
    np.savez(tmp_path / "a.npz", **arrays)
    read = read_arrays(tmp_path / "a.npz", 10_000)
    assert {name: (array.dtype, array.tolist()) for name, array in read.items()} == {
        name: (array.dtype, array.tolist()) for name, array in arrays.items()
    }


def test_arrays_that_claim_more_than_there_is_take_no_memory(tmp_path: Path) -> None:
    stored = io.BytesIO()
    np.save(stored, np.zeros(4))
    with zipfile.ZipFile(tmp_path / "a.npz", "w") as archive:
        # numpy's header has room for ten more digits.
        huge = stored.getvalue().replace(b"(4,), }" + b" " * 10, b"(40000000000,), }")
        archive.writestr("a.npy", huge)
    with pytest.raises(ValueError, match="cut short"):
        read_arrays(tmp_path / "a.npz", 10_000)
    np.savez_compressed(tmp_path / "bomb.npz", a=np.zeros(1_000_000))
    with pytest.raises(ValueError, match="too large"):
        read_arrays(tmp_path / "bomb.npz", 10_000)


@pytest.mark.parametrize("error", [ValueError("no zip"), AttributeError("x"), EOFError(), IndexError()])
def test_whatever_a_library_raises_is_the_files_fault(error: Exception) -> None:
    with pytest.raises(SqueezeError) as caught, unreadable_as("model-unreadable", "m.keras"):
        raise error
    assert caught.value.code == "model-unreadable"
    assert "m.keras" in caught.value.happened
    assert type(error).__name__ in caught.value.detail


@pytest.mark.parametrize(
    "error", [Cancelled(), MemoryError(), RunError("run-damaged", path="x", stage="train")]
)
def test_what_is_not_the_files_fault_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, unreadable_as("model-unreadable", "m.keras"):
        raise error
    assert caught.value is error


def test_threads_that_read_a_run_at_the_same_time_read_the_same(tmp_path: Path) -> None:
    """In a fresh process, where nothing has been read before."""
    folder = finished_run(tmp_path / "run")
    said = subprocess.run(
        [sys.executable, "-c", READ_AT_ONCE, folder.path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.strip() == str([(1, 4)] * 4)


def unresolved(path: Path) -> list[str]:
    """The places in a file at which a type is read that was not made ready for threads."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if "msgspec" not in ast.unparse(node.func):
            continue
        kinds = {"Decoder": node.args[:1], "convert": node.args[1:2]}.get(node.func.attr, [])
        kinds += [keyword.value for keyword in node.keywords if keyword.arg == "type"]
        found += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for kind in kinds
            if not ast.unparse(kind).startswith("resolved(") and ast.unparse(kind) != "object"
        ]
    return found


def test_whatever_a_thread_may_read_is_made_ready_for_it() -> None:
    """The command line's own part has one thread; so has the self-test."""
    alone = {ROOT / "core" / "reading.py", ROOT / "app" / "self_test.py"}
    files = [path for part in ("core", "app") for path in (ROOT / part).rglob("*.py") if path not in alone]
    threaded = [path for path in files if ROOT / "core" / "commands" not in path.parents]
    assert [place for path in threaded for place in unresolved(path)] == []


def read_by(way: str, path: Path) -> object:
    """Let one of the program's readers read a path that a person named, or that is in a folder of theirs."""
    ways: dict[str, Callable[[], object]] = {
        "a .tflite": lambda: read_model(path),
        "a .keras": lambda: load_network(path),
        "a network of any kind": lambda: open_predictor(path),
        "start weights": lambda: read_tensors(path),
        "an image": lambda: read_image(path, 32, gray=False),
        "an archive": lambda: list(entries(path, Limits())),
        "a firmware bundle": lambda: read_bundle(path),
        "a catalog": lambda: open_catalog(path),
        "a record": lambda: read_record(path),
        "samples": lambda: read_samples(path, (32, 32, 3), 2),
        "arrays": lambda: read_arrays(path, 1 << 20),
        "JSON": lambda: read_json(path, Figures),
    }
    return ways[way]()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("special", ["pipe", "device"])
@pytest.mark.parametrize(
    "way",
    [
        *("a .tflite", "a .keras", "a network of any kind", "start weights", "an image", "an archive"),
        *("a firmware bundle", "a catalog", "a record", "samples", "arrays", "JSON"),
    ],
)
def test_whoever_reads_a_path_neither_waits_for_a_pipe_nor_reads_a_device(
    way: str, special: str, tmp_path: Path
) -> None:
    path = tmp_path / "input.keras"
    if special == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises((SqueezeError, OSError)):
        read_by(way, path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_names_beside_a_model_are_read_from_a_file_only(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "labels.txt")
    assert class_names(tmp_path / "model.tflite", 2) == ("1", "2")
