"""Small real images, and folders and archives of them."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance


def noise(seed: int, width: int = 40, height: int = 40) -> NDArray[np.uint8]:
    """An image (height, width, 3) unlike that of any other seed: patches of color under fine noise."""
    random = np.random.default_rng(seed)
    patches = random.integers(20, 200, (4, 4, 3), np.uint8)
    smooth = np.asarray(Image.fromarray(patches).resize((width, height)))
    noisy: NDArray[np.uint8] = smooth + random.integers(0, 50, (height, width, 3), np.uint8)
    return noisy


def encoded(image: NDArray[Any] | Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    """The bytes of an image file of a Pillow format."""
    drawn = image if isinstance(image, Image.Image) else Image.fromarray(image)
    file = io.BytesIO()
    drawn.save(file, kind, **options)
    return file.getvalue()


def burst(seed: int, count: int, side: int = 96) -> list[bytes]:
    """JPEG files of one thing taken in a few seconds: camera and light changed a little."""
    room = 6
    scene = Image.fromarray(noise(seed, side + room, side + room))
    random = np.random.default_rng(seed)
    files = []
    for _ in range(count):
        left, top = random.integers(0, room // 2, 2).tolist()
        shot = ImageEnhance.Brightness(scene.crop((left, top, left + side, top + side)))
        files.append(encoded(shot.enhance(random.uniform(0.95, 1.05)), "JPEG", quality=80))
    return files


def write_bursts(folder: Path, bursts: Mapping[str, int], each: int, first_seed: int = 0) -> None:
    """A subfolder per class with so many bursts of `each` images, named after burst and number in it."""
    for name, count in bursts.items():
        inner = folder / name
        inner.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            for shot, content in enumerate(burst(first_seed + number + zlib.crc32(name.encode()), each)):
                (inner / f"{number:03}-{shot:02}.jpg").write_bytes(content)


def write_classes(folder: Path, counts: Mapping[str, int], first_seed: int = 0) -> None:
    """A subfolder per class with `counts` different images; other classes and first seeds give others."""
    for name, count in counts.items():
        inner = folder / name
        inner.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            seed = first_seed + number + zlib.crc32(name.encode())
            (inner / f"{number:03}.jpg").write_bytes(encoded(noise(seed), "JPEG"))


def write_colors(folder: Path, each: int) -> None:
    """Three classes 'a', 'b', 'c' of noise in a color each; the first of 'a' is in 'b', as b/0-1.png."""
    for label in range(3):
        for number in range(each):
            tint = np.full(3, 0.1)
            tint[label] = 1.0
            image = (noise(label * each + number) * tint).astype(np.uint8)
            name = "abc"[1 if label == 0 and number == 0 else label]
            path = folder / name / f"{label}-{number + 1}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(encoded(image))


def write_zip(path: Path, contents: Mapping[str, bytes]) -> Path:
    """A zip whose entries have the given names, however wicked; names that end in '/' are folders."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def write_tar(path: Path, contents: Mapping[str, bytes], compression: str = "") -> Path:
    """A tar, compressed with 'gz', 'bz2', 'xz' or not at all."""
    with tarfile.open(path, f"w:{compression}") as archive:  # type: ignore[call-overload]
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def contents_of(folder: Path, below: str = "") -> dict[str, bytes]:
    """The files in a folder as an archive would hold them, under the path `below`."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {f"{below}{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files}


def jpeg_of_scans(count: int, side: int = 64) -> bytes:
    """A progressive JPEG of one color with `count` scans more than usual, 36 bytes for each."""
    content = encoded(Image.new("RGB", (side, side)), "JPEG", progressive=True)
    places = [place for place in range(len(content)) if content.startswith(b"\xff\xda", place)]
    scan = content[places[-2] : places[-1]]
    return content[: places[-1]] + scan * count + b"\xff\xd9"
