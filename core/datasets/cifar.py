"""CIFAR-10's python version: batches of images that Python pickled, made into image files.

cifar-10-batches-py/data_batch_1 ... data_batch_5, test_batch   a dictionary each
cifar-10-batches-py/batches.meta                                 a dictionary with the class names

Of a batch are read `data`, uint8 (N, 3072): for each image 1,024 values of red, then of green, then of
blue, row by row; `labels`, N numbers from 0; `filenames`, N names (https://www.cs.toronto.edu/~kriz/cifar.html).

Nothing that the pickle names is called (`core.unpickling`): arrays are only taken down as what it says of
them.
"""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.datasets.archive_entries import safe_parts
from core.datasets.layout import Part
from core.errors import DataError, SqueezeError
from core.files import portable_name, reading, writing
from core.task import Task
from core.unpickling import RestrictedUnpickler, Stateful

_NAMES = "batches.meta"
_BATCH = re.compile(r"data_batch_\d+|test_batch")
_SIDE = 32
_VALUES = 3 * _SIDE * _SIDE
_MOST_BYTES = 256 << 20
_COMPRESSION = 1
_LONGEST_SHOWN, _LARGEST_SHOWN = 100, 1 << 32


def is_batch(name: str) -> bool:
    """Whether a file of this name belongs to CIFAR-10's python version."""
    return name == _NAMES or _BATCH.fullmatch(name) is not None


def find_batches(folder: Path) -> Path | None:
    """The folder with the batches: `folder` itself, or the only one in it. None when there are none."""
    for candidate in (folder, *_only_folder(folder)):
        if (candidate / _NAMES).is_file() and any(_batches(candidate)):
            return candidate
    return None


def batch_files(folder: Path) -> list[Path]:
    """The files that CIFAR-10's images are in, sorted, the class names among them."""
    return sorted([*_batches(folder), folder / _NAMES])


def write_images(batches: Path, target: Path, task: Task) -> None:
    """Write each image of the batches in a folder as `target`/train or test/<class>/<its file name>.

    Raises data-batch-unreadable, data-permission, disk-full, write-permission; `Cancelled`.
    """
    names = _class_names(batches / _NAMES)
    files = sorted(_batches(batches))
    meter = task.progress(sum(file.stat().st_size for file in files), "bytes")
    for file in files:
        rest = file.stat().st_size
        part: Part = "test" if file.name.startswith("test") else "train"
        for label, name, image in _images(file, names):
            task.check_cancelled()
            _write(target / part / label, name, file.name, image)
            meter.advance(image.size)
            rest -= image.size
        meter.advance(rest)


def _only_folder(folder: Path) -> list[Path]:
    folders = [inner for inner in folder.iterdir() if inner.is_dir() and not inner.name.startswith(".")]
    return folders if len(folders) == 1 else []


def _batches(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if _BATCH.fullmatch(path.name) and path.is_file())


def _class_names(path: Path) -> list[str]:
    names = [_plain_name(path, name) for name in _text_list(_read(path).get("label_names"))]
    if len(set(names)) < 2 or len(set(names)) != len(names):
        raise _unreadable(path, "it does not name the classes")
    return names


def _images(path: Path, names: list[str]) -> Iterator[tuple[str, str, NDArray[np.uint8]]]:
    """Class, file name and pixels (32, 32, 3) of each image."""
    batch = _read(path)
    pixels = _pixels(path, batch.get("data"))
    labels, files = batch.get("labels"), _text_list(batch.get("filenames"))
    if not isinstance(labels, list) or not len(labels) == len(files) == len(pixels):
        raise _unreadable(path, "labels, file names and images are not equally many")
    for label, file, image in zip(labels, files, pixels, strict=True):
        if type(label) is not int or not 0 <= label < len(names):
            raise _unreadable(path, f"there is no class {_shown(label)}")
        yield names[label], _plain_name(path, file), image.reshape(3, _SIDE, _SIDE).transpose(1, 2, 0)


def _write(folder: Path, name: str, batch: str, image: NDArray[np.uint8]) -> None:
    path = folder / f"{name.removesuffix('.png')}.png"
    with writing(path):
        folder.mkdir(parents=True, exist_ok=True)
        own, number = path, 1
        while own.exists():
            own = path.with_stem(f"{path.stem}_{batch}" + (f"_{number}" if number > 1 else ""))
            number += 1
        Image.fromarray(np.ascontiguousarray(image)).save(own, compress_level=_COMPRESSION)


class _Array(Stateful):
    """An array as a pickle tells of it: nothing of it is an array of numpy's."""


class _ArrayType(Stateful):
    """The type of an array's values, such as 'u1'."""

    def __init__(self, code: object) -> None:
        self.code = code


def _array(*_: object) -> _Array:
    return _Array()


def _array_type(code: object, *_: object) -> _ArrayType:
    return _ArrayType(code)


class _Encoding:
    """Stands for `_codecs.encode`, by which Python 3 writes bytes into pickles for Python 2.

    It makes `most` bytes in all: one text could be encoded again and again.
    """

    def __init__(self, most: int) -> None:
        self._left = most

    def __call__(self, text: object, encoding: object = "latin1") -> bytes:
        if not isinstance(text, str) or encoding != "latin1" or len(text) > self._left:
            raise pickle.UnpicklingError("text where bytes should be")
        self._left -= len(text)
        return text.encode("latin1")


def _unpickled(content: bytes) -> object:
    names = {
        "numpy.core.multiarray._reconstruct": _array,
        "numpy._core.multiarray._reconstruct": _array,
        "numpy.ndarray": _Array,
        "numpy.dtype": _array_type,
        "_codecs.encode": _Encoding(len(content)),
    }
    # Python 2 did not tell text from bytes: both come as bytes.
    return RestrictedUnpickler(io.BytesIO(content), names, encoding="bytes").load()


def _read(path: Path) -> dict[str, object]:
    """The dictionary in a batch, with text as its keys."""
    try:
        with reading(path) as file:
            # Room is taken for as much as is asked for.
            content = _unpickled(file.read(min(_MOST_BYTES, path.stat().st_size)))
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    except (Exception, MemoryError) as error:
        # A damaged pickle can fail in every way there is.
        raise _unreadable(path, str(error) or type(error).__name__) from error
    if not isinstance(content, dict):
        raise _unreadable(path, "it holds no dictionary")
    return {_text(key): value for key, value in content.items() if isinstance(key, bytes | str)}


def _pixels(path: Path, value: object) -> NDArray[np.uint8]:
    """The array uint8 (N, 3072) that a pickle told of."""
    state = value.state if isinstance(value, _Array) else None
    if not (isinstance(state, tuple) and len(state) == 5):
        raise _unreadable(path, "it holds no images")
    _, shape, kind, by_columns, content = state
    is_bytes = isinstance(kind, _ArrayType) and kind.code in ("u1", b"u1")
    if not (is_bytes and isinstance(content, bytes) and by_columns in (False, 0)):
        raise _unreadable(path, "its images are not rows of bytes")
    count = len(content) // _VALUES
    if shape != (count, _VALUES) or count * _VALUES != len(content):
        raise _unreadable(path, f"its images are not those of {len(content)} bytes")
    return np.frombuffer(content, np.uint8).reshape(count, _VALUES)


def _text_list(value: object) -> list[str]:
    if not isinstance(value, list):
        return []
    return [_text(one) for one in value if isinstance(one, bytes | str)]


def _text(value: bytes | str) -> str:
    return value if isinstance(value, str) else value.decode("utf-8", errors="replace")


def _shown(value: object) -> str:
    """A value for a person. What is nested, or a number of a million digits, would take for ever to write."""
    if isinstance(value, str):
        return repr(value[:_LONGEST_SHOWN])
    is_short = isinstance(value, int) and abs(value) < _LARGEST_SHOWN
    return repr(value) if is_short else f"a {type(value).__name__}"


def _plain_name(path: Path, name: str) -> str:
    """A name out of a batch as that of one file or folder, on every system."""
    try:
        (plain,) = safe_parts(name)
    except ValueError as error:
        raise _unreadable(path, f"{_shown(name)} is no name for a file") from error
    return portable_name(plain)


def _unreadable(path: Path, reason: str) -> SqueezeError:
    return DataError("data-batch-unreadable", path=path, reason=reason)
