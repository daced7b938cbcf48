"""Small data sets as others publish them: CIFAR-10's python version and Caltech's object categories."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.builders.images import contents_of, encoded, noise, write_tar

CIFAR_FOLDER = "cifar-10-batches-py"
CIFAR_CLASSES = ("airplane", "automobile", "bird")
_SIDE = 32


def cifar_image(seed: int) -> NDArray[np.uint8]:
    """An image (32, 32, 3) as it stands in a batch."""
    return noise(seed, _SIDE, _SIDE)


def python2_batch(images: Sequence[NDArray[np.uint8]], labels: Sequence[int], names: Sequence[str]) -> bytes:
    """A batch as Python 2 and its numpy pickled it (protocol 2), where text and bytes are one kind."""
    rows = np.stack([image.transpose(2, 0, 1).reshape(-1) for image in images])
    kind = b"cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    shape = b"(" + b"".join(_whole(side) for side in rows.shape) + b"t"
    content = b"T" + struct.pack("<I", rows.nbytes) + rows.tobytes()
    state = b"(K\x01" + shape + kind + b"\x89" + content + b"t"
    array = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R" + state + b"b"
    return _python2_dictionary(
        {
            "batch_label": _text("training batch 1 of 5"),
            "labels": _list(_whole(label) for label in labels),
            "data": array,
            "filenames": _list(_text(name) for name in names),
        }
    )


def python2_class_names(names: Sequence[str] = CIFAR_CLASSES) -> bytes:
    """A batches.meta, as Python 2 pickled it."""
    return _python2_dictionary(
        {
            "num_cases_per_batch": _whole(4),
            "label_names": _list(_text(name) for name in names),
            "num_vis": _whole(3072),
        }
    )


def python3_batch(images: Sequence[NDArray[np.uint8]], labels: Sequence[int], names: Sequence[str]) -> bytes:
    """A batch as somebody has pickled it again since."""
    rows = np.stack([image.transpose(2, 0, 1).reshape(-1) for image in images])
    batch = {b"data": rows, b"labels": list(labels), b"filenames": [name.encode() for name in names]}
    return pickle.dumps(batch, protocol=2)


def write_cifar(folder: Path, train: int = 8, test: int = 3) -> Path:
    """The unpacked python version below `folder`; the folder of its batches.

    Two batches with `train` images of each class, and a test batch with `test`.
    """
    batches = folder / CIFAR_FOLDER
    batches.mkdir(parents=True)
    (batches / "batches.meta").write_bytes(python2_class_names())
    (batches / "readme.html").write_text("about these images")
    sizes = {"data_batch_1": train, "data_batch_2": train, "test_batch": test}
    for first_seed, (name, count) in enumerate(sizes.items()):
        labels = [number % len(CIFAR_CLASSES) for number in range(count * len(CIFAR_CLASSES))]
        images = [cifar_image(1000 * first_seed + number) for number in range(len(labels))]
        names = [f"{CIFAR_CLASSES[label]}_s_{number:06}.png" for number, label in enumerate(labels)]
        (batches / name).write_bytes(python2_batch(images, labels, names))
    return batches


def write_cifar_archive(path: Path, scratch: Path) -> Path:
    """What `write_cifar` writes, as the archive that is published."""
    write_cifar(scratch)
    return write_tar(path, contents_of(scratch), "gz")


def write_caltech(folder: Path, counts: Mapping[str, int], clutter: int = 6) -> Path:
    """Caltech-256's layout with these classes: numbered folders and files, a gray image among each."""
    numbered = [f"{number:03}.{name}" for number, name in enumerate(counts, start=1)]
    for name, count in zip((*numbered, "257.clutter"), (*counts.values(), clutter), strict=True):
        inner = folder / "256_ObjectCategories" / name
        inner.mkdir(parents=True)
        for image in range(count):
            pixels = noise(1000 * int(name[:3]) + image, 50 + image % 7, 44)
            content = encoded(pixels[..., 0] if image == 1 else pixels, "JPEG")
            (inner / f"{name[:3]}_{image + 1:04}.jpg").write_bytes(content)
    return folder


def _python2_dictionary(values: Mapping[str, bytes]) -> bytes:
    return b"\x80\x02}(" + b"".join(_text(name) + value for name, value in values.items()) + b"u."


def _text(text: str) -> bytes:
    return b"U" + bytes([len(text)]) + text.encode()


def _whole(number: int) -> bytes:
    return b"J" + struct.pack("<i", number)


def _list(items: Iterable[bytes]) -> bytes:
    return b"](" + b"".join(items) + b"e"
