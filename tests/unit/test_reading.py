"""What may hold anything is read to a value, or to one kind of error."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from core.diagnosis import unreadable_as
from core.errors import MODEL_UNREADABLE, RUN_DAMAGED, Cancelled, SqueezeError
from core.reading import read_arrays, read_json


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
    with pytest.raises(SqueezeError) as caught, unreadable_as(MODEL_UNREADABLE, "m.keras"):
        raise error
    assert caught.value.kind is MODEL_UNREADABLE
    assert "m.keras" in caught.value.happened
    assert type(error).__name__ in caught.value.detail


@pytest.mark.parametrize(
    "error", [Cancelled(), MemoryError(), SqueezeError(RUN_DAMAGED, path="x", stage="train")]
)
def test_what_is_not_the_files_fault_stays_what_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, unreadable_as(MODEL_UNREADABLE, "m.keras"):
        raise error
    assert caught.value is error
