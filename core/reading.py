"""Reading what may hold anything: files that are damaged, cut short, or somebody else's.

What libraries raise for bytes that they do not expect is nobody's contract. `core.diagnosis.unreadable_as`
makes one error of whatever it is.
"""

from __future__ import annotations

import io
import math
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from core.errors import SqueezeError
from core.files import read_replaced, reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")
Kind = TypeVar("Kind")
_Decoder = msgspec.json.Decoder[Value] | msgspec.msgpack.Decoder[Value]
_RESOLVING = threading.Lock()


def resolved(kind: Kind) -> Kind:
    """A type that may now be read in any thread.

    WORKAROUND: msgspec 0.22 works a type out when it is first read, and two threads that do so at the same
    time end the process (what it promises of threads: https://github.com/msgspec/msgspec/issues/401).
    """
    with _RESOLVING:
        msgspec.json.Decoder(kind)
    return kind


def decoded(content: bytes, decoder: _Decoder[Value]) -> Value:
    """The value that JSON or MessagePack holds.

    Raises `msgspec.DecodeError` for everything else: for text that is not UTF-8 and for endless nesting, too,
    of which msgspec tells by errors of other types.
    """
    try:
        return decoder.decode(content)
    except (UnicodeDecodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from error


def read_json(path: Path, kind: type[Value]) -> Value:
    """The value of `kind` in a JSON file.

    Raises `OSError`, also for what is no file, and `msgspec.DecodeError` for what is not such a value.
    """
    try:
        content = read_replaced(path)
    except SqueezeError as error:
        raise OSError(error.happened) from error
    return decoded(content, msgspec.json.Decoder(resolved(kind)))


def read_arrays(path: Path, most_bytes: int) -> dict[str, NDArray[np.generic]]:
    """The arrays in a file of `numpy.savez`, by name, where they take no more than `most_bytes` together.

    No more memory is taken than the file fills, whatever it claims. Raises anything for a damaged file:
    read it within `core.diagnosis.unreadable_as`.
    """
    with reading(path) as file, zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > most_bytes:
            raise ValueError("its arrays are too large")
        return {entry.filename.removesuffix(".npy"): _array(archive, entry) for entry in entries}


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> NDArray[np.generic]:
    # Loading numpy takes a while, and what reads JSON does without.
    import numpy as np

    with archive.open(entry) as file:
        content = io.BytesIO(file.read(entry.file_size))
    header = np.lib.format.read_array_header_1_0
    if np.lib.format.read_magic(content) != (1, 0):
        header = np.lib.format.read_array_header_2_0
    shape, _, kind = header(content)
    if math.prod(shape) * kind.itemsize > entry.file_size:
        raise ValueError(f"{entry.filename} is cut short")
    content.seek(0)
    return np.asarray(np.lib.format.read_array(content, allow_pickle=False))
