"""Tensors out of files that PyTorch's `torch.save` wrote, without PyTorch and without executing anything.

There are two formats (torch/serialization.py). The newer is a zip with a pickle, `data.pkl`, and a file for
each storage. The older is a stream of pickles (a magic number, a version, facts about the system, the value,
the keys of the storages) followed by the storages, each with its length before it.

Neither storages nor tensors come to more than the file itself has: a storage that is named again and again,
or many tensors that share one, are refused.
"""

from __future__ import annotations

import io
import math
import pickle
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.diagnosis import unreadable_as
from core.errors import ModelError
from core.files import reading
from core.unpickling import RestrictedUnpickler, UnsafePickle

_LARGEST_FILE = 1 << 30
_LARGEST_PICKLE = 1 << 24
_ZIP_MAGIC = b"PK\x03\x04"
_STREAM_MAGIC = 0x1950A86A20F9469CFC6C
_STREAM_VERSION = 1001
_COUNT_BYTES = 8
_MOST_SIDES = 8

_Numbers = NDArray[np.generic]


@dataclass(frozen=True)
class _Kind:
    """The type of a storage, by numpy's name for its numbers."""

    code: str


@dataclass(frozen=True)
class _Storage:
    """Numbers kept elsewhere in the file, under `key`."""

    kind: _Kind
    key: str
    count: int


@dataclass(frozen=True)
class _Tensor:
    """A part of a storage: where it begins, its sides, and how far apart neighbors along each lie."""

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def _ordered_dict() -> dict[object, object]:
    return {}


def _rebuilt_tensor(storage: object, offset: object, shape: object, strides: object, *_: object) -> _Tensor:
    if not isinstance(storage, _Storage):
        raise pickle.UnpicklingError("a tensor has no storage")
    return _Tensor(storage, _number(offset), _numbers(shape), _numbers(strides))


def _rebuilt_parameter(tensor: object, *_: object) -> _Tensor:
    if not isinstance(tensor, _Tensor):
        raise pickle.UnpicklingError("a parameter is no tensor")
    return tensor


_NAMES = {
    "collections.OrderedDict": _ordered_dict,
    "torch._utils._rebuild_tensor": _rebuilt_tensor,
    "torch._utils._rebuild_tensor_v2": _rebuilt_tensor,
    "torch._utils._rebuild_parameter": _rebuilt_parameter,
    "torch.FloatStorage": _Kind("f4"),
    "torch.DoubleStorage": _Kind("f8"),
    "torch.HalfStorage": _Kind("f2"),
    "torch.LongStorage": _Kind("i8"),
}


class _Unpickler(RestrictedUnpickler):
    """Reads a pickle of tensors; `storages` are those that it refers to, by key."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, _NAMES)
        self.storages: dict[str, _Storage] = {}

    def persistent_load(self, pid: object) -> _Storage:
        """The storage of ('storage', kind, key, location, count, and maybe a view)."""
        if not isinstance(pid, tuple) or len(pid) < 5 or pid[0] != "storage":
            raise pickle.UnpicklingError("it refers to something that is no storage")
        _, kind, key, _, count, *view = pid
        if not isinstance(kind, _Kind) or not isinstance(key, str):
            raise pickle.UnpicklingError("a storage is of a kind that is not known")
        if view not in ([], [None]):
            raise pickle.UnpicklingError("a storage is a view of another one")
        storage = _Storage(kind, key, _number(count))
        if self.storages.setdefault(key, storage) != storage:
            raise pickle.UnpicklingError("a storage is described in two ways")
        return storage


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 63:
        raise pickle.UnpicklingError("something else stands where a count should")
    return value


def _numbers(value: object) -> tuple[int, ...]:
    if not isinstance(value, tuple) or len(value) > _MOST_SIDES:
        raise pickle.UnpicklingError("a shape is no tuple of a few sides")
    return tuple(_number(one) for one in value)


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """The tensors of a file by name, as float32.

    The file must hold a dictionary of tensors (a `state_dict`), or one under the key "state_dict". Raises
    model-not-found, not-a-file, weights-unreadable, and weights-unsafe where more than tensors is asked for.
    """
    with unreadable_as("weights-unreadable", path):
        try:
            with reading(path) as file:
                return _read(file)
        except UnsafePickle as error:
            raise ModelError("weights-unsafe", path=path, name=error.name) from error
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise ModelError("model-not-found", path=path) from error


def _read(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    size = file.seek(0, io.SEEK_END)
    if size > _LARGEST_FILE:
        raise ValueError("it is larger than any SqueezeNet")
    file.seek(0)
    is_zip = file.read(len(_ZIP_MAGIC)) == _ZIP_MAGIC
    file.seek(0)
    # A file allocates what is asked for before it reads, and damaged lengths ask for much.
    return _from_zip(file, size) if is_zip else _from_stream(io.BytesIO(file.read()), size)


def _from_zip(file: BinaryIO, size: int) -> dict[str, NDArray[np.float32]]:
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries.values()):
            raise ValueError("it is a compressed zip, which torch.save does not write")
        [pickled] = [name for name in entries if name.endswith("/data.pkl")] or [""]
        folder = pickled.removesuffix("data.pkl")
        if not pickled or entries[pickled].file_size > _LARGEST_PICKLE:
            raise ValueError("it has no data.pkl of a sensible length")
        order = archive.read(f"{folder}byteorder") if f"{folder}byteorder" in entries else b"little"
        unpickler = _Unpickler(io.BytesIO(archive.read(pickled)))
        value, left = unpickler.load(), size

        @cache
        def numbers(storage: _Storage) -> _Numbers:
            nonlocal left
            kind = _kind(storage, little=order != b"big")
            entry = entries[f"{folder}data/{storage.key}"]
            left -= entry.file_size
            if entry.file_size < storage.count * kind.itemsize or left < 0:
                raise ValueError(f"the storage {storage.key} is cut short")
            return np.frombuffer(archive.read(entry), kind, storage.count)

        return _tensors(value, numbers, size)


def _from_stream(file: BinaryIO, size: int) -> dict[str, NDArray[np.float32]]:
    if [_Unpickler(file).load() for _ in range(2)] != [_STREAM_MAGIC, _STREAM_VERSION]:
        raise ValueError("it does not begin as torch.save begins")
    system, unpickler = _Unpickler(file).load(), _Unpickler(file)
    value, keys = unpickler.load(), _Unpickler(file).load()
    if not isinstance(system, dict) or not isinstance(keys, list):
        raise pickle.UnpicklingError("it does not go on as torch.save goes on")
    if not all(isinstance(key, str) for key in keys):
        raise pickle.UnpicklingError("the keys of its storages are no texts")
    little = system.get("little_endian") is not False
    tensors = {key: _stored(file, unpickler.storages[key], little) for key in keys}
    return _tensors(value, lambda storage: tensors[storage.key], size)


def _stored(file: BinaryIO, storage: _Storage, little: bool) -> _Numbers:
    kind = _kind(storage, little=little)
    if storage.count * kind.itemsize > _LARGEST_FILE:
        raise ValueError(f"the storage {storage.key} is longer than any file")
    length = file.read(_COUNT_BYTES)
    content = file.read(storage.count * kind.itemsize)
    if (
        int.from_bytes(length, "little" if little else "big") != storage.count
        or len(content) < storage.count * kind.itemsize
    ):
        raise ValueError(f"the storage {storage.key} is cut short")
    return np.frombuffer(content, kind)


def _kind(storage: _Storage, *, little: bool) -> np.dtype[np.generic]:
    return np.dtype(("<" if little else ">") + storage.kind.code)


def _weights(value: object) -> Mapping[object, object]:
    """The dictionary of tensors: the value itself, or what a checkpoint has under "state_dict"."""
    if isinstance(value, dict) and isinstance(value.get("state_dict"), dict):
        value = value["state_dict"]
    if not isinstance(value, dict):
        raise pickle.UnpicklingError("it does not hold a dictionary of tensors")
    return value


def _tensors(
    value: object, numbers: Callable[[_Storage], _Numbers], most: int
) -> dict[str, NDArray[np.float32]]:
    """The arrays of a dictionary of tensors, `most` numbers in all."""
    tensors = {
        name: tensor
        for name, tensor in _weights(value).items()
        if isinstance(name, str) and isinstance(tensor, _Tensor)
    }
    if sum(math.prod(tensor.shape) for tensor in tensors.values()) > most:
        raise ValueError("its tensors have more numbers than the file has bytes")
    return {name: _array(tensor, numbers(tensor.storage)) for name, tensor in tensors.items()}


def _array(tensor: _Tensor, numbers: _Numbers) -> NDArray[np.float32]:
    """The tensor's numbers, looked up within its storage."""
    if len(tensor.shape) != len(tensor.strides):
        raise ValueError("a tensor's shape and steps do not go together")
    steps = zip(tensor.shape, tensor.strides, strict=True)
    last = tensor.offset + sum((side - 1) * step for side, step in steps)
    if 0 in tensor.shape or last >= len(numbers) or math.prod(tensor.shape) > len(numbers):
        raise ValueError("a tensor is empty or reaches beyond its storage")
    strides = [step * numbers.itemsize for step in tensor.strides]
    view = np.lib.stride_tricks.as_strided(numbers[tensor.offset :], tensor.shape, strides, writeable=False)
    return view.astype(np.float32)
