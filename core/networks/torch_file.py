"""Tensors out of files that PyTorch's `torch.save` wrote, without PyTorch and without executing anything.

There are two formats (torch/serialization.py). The newer is a zip with a pickle, `data.pkl`, and a file for
each storage. The older is a stream of pickles (a magic number, a version, facts about the system, the value,
the keys of the storages) followed by the storages, each with its length before it.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.diagnosis import unreadable_as
from core.errors import MODEL_NOT_FOUND, WEIGHTS_UNREADABLE, WEIGHTS_UNSAFE, SqueezeError
from core.files import reading
from core.networks.torch_pickle import (
    STORAGES,
    Storage,
    Tensor,
    UnreadablePickle,
    UnsafePickle,
    read_pickle,
)

_LARGEST_FILE = 1 << 30
_LARGEST_PICKLE = 1 << 24
_ZIP_MAGIC = b"PK\x03\x04"
_STREAM_MAGIC = 0x1950A86A20F9469CFC6C
_STREAM_VERSION = 1001
_COUNT_BYTES = 8

_Numbers = NDArray[np.generic]


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """The tensors of a file by name, as float32.

    The file must hold a dictionary of tensors (a `state_dict`), or one under the key "state_dict". Raises
    MODEL_NOT_FOUND, NOT_A_FILE, WEIGHTS_UNREADABLE, and WEIGHTS_UNSAFE where more than tensors is asked for.
    """
    with unreadable_as(WEIGHTS_UNREADABLE, path):
        try:
            with reading(path) as file:
                return _read(file)
        except UnsafePickle as error:
            raise SqueezeError(WEIGHTS_UNSAFE, path=path, name=str(error).replace(" ", ".")) from error
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise SqueezeError(MODEL_NOT_FOUND, path=path) from error


def _read(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    if file.seek(0, io.SEEK_END) > _LARGEST_FILE:
        raise UnreadablePickle("it is larger than any SqueezeNet")
    file.seek(0)
    is_zip = file.read(len(_ZIP_MAGIC)) == _ZIP_MAGIC
    file.seek(0)
    # A file allocates what is asked for before it reads, and damaged lengths ask for much.
    return _from_zip(file) if is_zip else _from_stream(io.BytesIO(file.read()))


def _from_zip(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    with zipfile.ZipFile(file) as archive:
        entries = {entry.filename: entry for entry in archive.infolist()}
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries.values()):
            raise UnreadablePickle("it is a compressed zip, which torch.save does not write")
        [pickle] = [name for name in entries if name.endswith("/data.pkl")] or [""]
        folder = pickle.removesuffix("data.pkl")
        if not pickle or entries[pickle].file_size > _LARGEST_PICKLE:
            raise UnreadablePickle("it has no data.pkl of a sensible length")
        order = archive.read(f"{folder}byteorder") if f"{folder}byteorder" in entries else b"little"
        value = read_pickle(io.BytesIO(archive.read(pickle))).value

        def numbers(storage: Storage) -> _Numbers:
            kind = _kind(storage, little=order != b"big")
            if entries[f"{folder}data/{storage.key}"].file_size < storage.count * kind.itemsize:
                raise UnreadablePickle(f"the storage {storage.key} is cut short")
            return np.frombuffer(archive.read(f"{folder}data/{storage.key}"), kind, storage.count)

        return _tensors(value, numbers)


def _from_stream(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    if (read_pickle(file).value, read_pickle(file).value) != (_STREAM_MAGIC, _STREAM_VERSION):
        raise UnreadablePickle("it does not begin as torch.save begins")
    system, saved, keys = read_pickle(file).value, read_pickle(file), read_pickle(file).value
    if not isinstance(system, dict) or not isinstance(keys, list):
        raise UnreadablePickle("it does not go on as torch.save goes on")
    little = system.get("little_endian") is not False
    found = {str(key): _stored(file, saved.storages[str(key)], little) for key in keys}
    return _tensors(saved.value, lambda storage: found[storage.key])


def _stored(file: BinaryIO, storage: Storage, little: bool) -> _Numbers:
    kind = _kind(storage, little=little)
    if storage.count * kind.itemsize > _LARGEST_FILE:
        raise UnreadablePickle(f"the storage {storage.key} is longer than any file")
    length = file.read(_COUNT_BYTES)
    content = file.read(storage.count * kind.itemsize)
    if (
        int.from_bytes(length, "little" if little else "big") != storage.count
        or len(content) < storage.count * kind.itemsize
    ):
        raise UnreadablePickle(f"the storage {storage.key} is cut short")
    return np.frombuffer(content, kind)


def _kind(storage: Storage, *, little: bool) -> np.dtype[np.generic]:
    return np.dtype(("<" if little else ">") + STORAGES[storage.kind])


def _weights(value: object) -> Mapping[object, object]:
    """The dictionary of tensors: the value itself, or what a checkpoint has under "state_dict"."""
    if isinstance(value, dict) and isinstance(value.get("state_dict"), dict):
        value = value["state_dict"]
    if not isinstance(value, dict):
        raise UnreadablePickle("it does not hold a dictionary of tensors")
    return value


def _tensors(value: object, numbers: Callable[[Storage], _Numbers]) -> dict[str, NDArray[np.float32]]:
    return {
        name: _array(tensor, numbers(tensor.storage))
        for name, tensor in _weights(value).items()
        if isinstance(name, str) and isinstance(tensor, Tensor)
    }


def _array(tensor: Tensor, numbers: _Numbers) -> NDArray[np.float32]:
    """The tensor's numbers, looked up within its storage."""
    if len(tensor.shape) != len(tensor.strides):
        raise UnreadablePickle("a tensor's shape and steps do not go together")
    steps = zip(tensor.shape, tensor.strides, strict=True)
    last = tensor.offset + sum((side - 1) * step for side, step in steps)
    if 0 in tensor.shape or last >= len(numbers) or math.prod(tensor.shape) > len(numbers):
        raise UnreadablePickle("a tensor is empty or reaches beyond its storage")
    strides = [step * numbers.itemsize for step in tensor.strides]
    view = np.lib.stride_tricks.as_strided(numbers[tensor.offset :], tensor.shape, strides, writeable=False)
    return view.astype(np.float32)
