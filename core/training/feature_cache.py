"""Features of images that a network gave once, kept so that no image goes through it twice.

An image is known by its pixels, so one that was moved, renamed or divided otherwise is found again. Whoever
opens a cache names what the features depend on; anything else has another file.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from core.datasets.check_cache import remove_oldest
from core.errors import SqueezeError
from core.files import content_of, make_folder, write_whole
from core.reading import decoded, resolved

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

FOLDER = "features"
_FORMAT = 1
_DIGEST_BYTES = 16
_IMAGES_KEPT, _FILES_KEPT = 20_000, 5


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`digests` has 16 bytes for each image, `features` as many float32 as `width`, little endian."""

    format: int
    width: int
    digests: bytes
    features: bytes


class FeatureCache:
    """The features of images by the digests of their pixels, in a file or, without one, nowhere."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known = {} if path is None else _read(path)

    @classmethod
    def of(cls, folder: Path, *depends_on: object) -> FeatureCache:
        """The cache in a folder of caches for features that depend on these values."""
        text = repr((_FORMAT, *depends_on)).encode()
        name = hashlib.blake2b(text, digest_size=_DIGEST_BYTES).hexdigest()
        return cls(folder / FOLDER / f"{name}.msgpack")

    def features(self, images: Sequence[NDArray[np.uint8]], compute: Callable[[Places], Floats]) -> Floats:
        """The features (N, features) of the images in arrays (N, ...), taken one after another.

        `compute` is given the places, among all N, of those that are not known. Where nothing can be written,
        nothing is lost but time.
        """
        if self._path is None:
            return compute(np.arange(sum(len(part) for part in images)))
        digests = [_digest(image) for part in images for image in part]
        missing = np.array([place for place, one in enumerate(digests) if one not in self._known], np.int64)
        if len(missing):
            for place, row in zip(missing.tolist(), compute(missing), strict=True):
                self._known[digests[place]] = row
            self._write(digests)
        return np.stack([self._known[digest] for digest in digests])

    def _write(self, newest: Sequence[bytes]) -> None:
        """Write the newest down, and of the others as many as there is room for."""
        assert self._path is not None
        order = dict.fromkeys((*newest, *reversed(self._known)))
        kept = list(order)[:_IMAGES_KEPT]
        rows = np.stack([self._known[digest] for digest in kept]).astype("<f4")
        content = _Content(_FORMAT, rows.shape[1], b"".join(kept), rows.tobytes())
        with contextlib.suppress(SqueezeError, OSError):
            make_folder(self._path.parent)
            write_whole(self._path, msgspec.msgpack.encode(content))
            remove_oldest(self._path.parent, _FILES_KEPT)


def _digest(image: NDArray[np.uint8]) -> bytes:
    return hashlib.blake2b(np.ascontiguousarray(image).data, digest_size=_DIGEST_BYTES).digest()


def _read(path: Path) -> dict[bytes, Floats]:
    """What a file has; nothing where it cannot be read or is not what was written."""
    try:
        content = decoded(content_of(path), msgspec.msgpack.Decoder(resolved(_Content)))
    except (OSError, SqueezeError, msgspec.DecodeError):
        return {}
    count, odd = divmod(len(content.digests), _DIGEST_BYTES)
    is_whole = odd == 0 and content.width > 0 and len(content.features) == 4 * content.width * count
    if content.format != _FORMAT or not is_whole:
        return {}
    rows = np.frombuffer(content.features, "<f4").reshape(count, content.width)
    if not np.isfinite(rows).all():
        return {}
    digests = (
        content.digests[at : at + _DIGEST_BYTES] for at in range(0, len(content.digests), _DIGEST_BYTES)
    )
    return dict(zip(digests, rows, strict=True))
