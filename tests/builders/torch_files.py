"""Files as PyTorch's torch.save writes them, byte by byte after its source (torch/serialization.py).

Pickle instructions are those of protocol 2 (Python's pickletools).
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MARK, TUPLE, REDUCE, BUILD, STOP = b"(", b"t", b"R", b"b", b"."
NONE, FALSE, TRUE = b"N", b"\x89", b"\x88"
EMPTY_TUPLE, EMPTY_LIST, EMPTY_DICT = b")", b"]", b"}"
APPENDS, SETITEMS, PERSISTENT = b"e", b"u", b"Q"
STORAGES = {"f2": "HalfStorage", "f4": "FloatStorage", "f8": "DoubleStorage", "i8": "LongStorage"}
STREAM_MAGIC, STREAM_VERSION = 0x1950A86A20F9469CFC6C, 1001


def pickled(*parts: bytes) -> bytes:
    return b"\x80\x02" + b"".join(parts) + STOP


def text(value: str) -> bytes:
    return b"X" + struct.pack("<I", len(value.encode())) + value.encode()


def number(value: int) -> bytes:
    if 0 <= value < 256:
        return b"K" + bytes((value,))
    if value < 1 << 31:
        return b"J" + struct.pack("<i", value)
    length = value.bit_length() // 8 + 1
    return b"\x8a" + bytes((length,)) + value.to_bytes(length, "little", signed=True)


def name(module: str, attribute: str) -> bytes:
    return b"c" + f"{module}\n{attribute}\n".encode()


def tuple_of(*parts: bytes) -> bytes:
    return MARK + b"".join(parts) + TUPLE


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    return EMPTY_DICT + MARK + b"".join(text(key) + value for key, value in entries.items()) + SETITEMS


def ordered_dictionary(entries: Mapping[str, bytes], metadata: bytes = b"") -> bytes:
    """An OrderedDict as a module's state_dict has it, with the attribute that PyTorch gives it."""
    made = name("collections", "OrderedDict") + EMPTY_TUPLE + REDUCE
    filled = made + MARK + b"".join(text(key) + value for key, value in entries.items()) + SETITEMS
    return filled + (metadata or dictionary({"_metadata": made})) + BUILD


def storage(key: str, kind: str, count: int, *, in_stream: bool) -> bytes:
    identity = (text("storage"), name("torch", STORAGES[kind]), text(key), text("cpu"), number(count))
    return tuple_of(*identity, *([NONE] if in_stream else [])) + PERSISTENT


def tensor(stored: bytes, shape: tuple[int, ...], strides: tuple[int, ...] = (), offset: int = 0) -> bytes:
    """What makes a tensor of a storage; without `strides` the numbers lie one after the other."""
    steps = strides or tuple(int(np.prod(shape[i + 1 :])) for i in range(len(shape)))
    hooks = name("collections", "OrderedDict") + EMPTY_TUPLE + REDUCE
    sides = (tuple_of(*map(number, shape)), tuple_of(*map(number, steps)))
    return (
        name("torch._utils", "_rebuild_tensor_v2")
        + tuple_of(stored, number(offset), *sides, FALSE, hooks)
        + REDUCE
    )


def zip_file(path: Path, value: bytes, storages: Mapping[str, bytes], byteorder: str = "little") -> Path:
    """The newer format: a zip that compresses nothing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("archive/data.pkl", value)
        archive.writestr("archive/byteorder", byteorder)
        for key, content in storages.items():
            archive.writestr(f"archive/data/{key}", content)
        archive.writestr("archive/version", "3\n")
    return path


def stream_file(path: Path, value: bytes, storages: Mapping[str, tuple[int, bytes]]) -> Path:
    """The older format: pickles one after the other, then the storages, each with its number of numbers."""
    sizes = dictionary({"short": number(2), "int": number(4), "long": number(4)})
    system = {"protocol_version": number(STREAM_VERSION), "little_endian": TRUE, "type_sizes": sizes}
    keys = EMPTY_LIST + MARK + b"".join(map(text, storages)) + APPENDS
    parts = (number(STREAM_MAGIC), number(STREAM_VERSION), dictionary(system))
    content = b"".join(map(pickled, parts)) + value + pickled(keys)
    for count, data in storages.values():
        content += struct.pack("<q", count) + data
    path.write_bytes(content)
    return path


def weights_file(path: Path, arrays: Mapping[str, NDArray[np.float32]], *, in_stream: bool = False) -> Path:
    """A state_dict of float32 tensors, in either format."""
    entries, contents = {}, {}
    for number_, (key, array) in enumerate(arrays.items()):
        stored = storage(str(number_), "f4", array.size, in_stream=in_stream)
        entries[key] = tensor(stored, array.shape)
        contents[str(number_)] = array.astype("<f4").tobytes()
    value = pickled(ordered_dictionary(entries))
    if not in_stream:
        return zip_file(path, value, contents)
    return stream_file(path, value, {key: (len(data) // 4, data) for key, data in contents.items()})
