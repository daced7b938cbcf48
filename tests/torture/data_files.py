"""Damaged images and archives, through every command that reads them."""

from __future__ import annotations

import bz2
import contextlib
import functools
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from core.requests import DataRequest, EvaluateRequest, PredictRequest
from core.settings import DataSettings
from tests.builders.images import encoded, jpeg_of_scans, noise, write_classes, write_tar, write_zip
from tests.builders.tflite_models import (
    Contents,
    Graph,
    Kind,
    conv_constants,
    model_file,
    quantized,
    skewed_codes,
)
from tests.torture.attacks import Attack, Broken, Ground, Round, Try, require
from tests.torture.bombs import MEGABYTES, PACKINGS, bombed_zip, zlib_zeros
from tests.torture.damage import damaged, png_chunk
from tests.torture.warm import Job, Warm

CLASSES = ("beach", "city", "desert", "forest", "lake", "mountain")
_EACH = 6
_AT_ONCE = 10
_MOST_UNPACKED = 400 << 20


def small_model(classes: int = len(CLASSES), side: int = 8) -> bytes:
    """An int8 classifier of small images that needs no training."""
    graph = Graph(Contents())
    given = graph.tensor((1, side, side, 3))
    seen = graph.conv(given, *conv_constants(graph, skewed_codes((4, 3, 3, 3), 5)), side)
    flat = graph.tensor((1, side * side * 4))
    shape = graph.constant(np.array([1, side * side * 4], np.int32))
    graph.operator(Kind.RESHAPE, (seen, shape), (flat,))
    graph.subgraph.tensors[flat].quantization = graph.subgraph.tensors[seen].quantization
    weights = graph.constant(skewed_codes((classes, side * side * 4), 6), quantized(0.02))
    return model_file(graph.finish((given,), (graph.dense(flat, weights),)))


def good_images(folder: Path) -> Path:
    """A folder with six classes of small images."""
    write_classes(folder, dict.fromkeys(CLASSES, _EACH))
    return folder


def data_job(source: Path) -> Job:
    """Look at a data set."""
    return Job(request=DataRequest(settings=DataSettings(source=str(source), image_size=32)))


def evaluate_job(model: Path, source: Path) -> Job:
    """Measure a model on all images of a source."""
    return Job(request=EvaluateRequest(model=str(model), data=str(source)))


def predict_job(model: Path, *images: Path) -> Job:
    """Name the classes of some images."""
    return Job(request=PredictRequest(model=str(model), images=tuple(map(str, images))))


# Images


def _sources() -> Sequence[tuple[str, Callable[[Random], bytes]]]:
    """Sound images of all kinds, to be damaged, and images that are wicked as they are."""

    def image(random: Random) -> Image.Image:
        return Image.fromarray(
            noise(random.randrange(1000), random.randrange(8, 60), random.randrange(8, 60))
        )

    def exif(random: Random) -> bytes:
        data = Image.Exif()
        data[0x0112], data[0x010E] = random.choice((0, 6, 9, 65535)), "x" * random.randrange(2000)
        return damaged(data.tobytes(), random)

    return (
        ("jpg", lambda random: encoded(image(random), "JPEG", quality=random.randrange(5, 95))),
        ("jpg", lambda random: encoded(image(random), "JPEG", progressive=True, exif=exif(random))),
        ("jpg", lambda random: encoded(image(random).convert("CMYK"), "JPEG")),
        ("png", lambda random: encoded(image(random), "PNG")),
        ("png", lambda random: encoded(image(random).quantize(random.randrange(2, 256)), "PNG")),
        ("png", lambda random: encoded(np.asarray(image(random).convert("L"), np.uint16) * 257, "PNG")),
        ("png", lambda random: encoded(image(random).convert("RGBA"), "PNG")),
        ("gif", lambda random: encoded(image(random).convert("P"), "GIF", save_all=True, append_images=[])),
        ("bmp", lambda random: encoded(image(random), "BMP")),
        ("webp", lambda random: encoded(image(random), "WEBP", lossless=random.random() < 0.5)),
    )


def _wicked(random: Random) -> tuple[str, bytes]:
    """An image that is put together to cost memory or time."""
    return random.choice(_WICKED)(random)


def _png(width: int, height: int, content: bytes, *more: bytes) -> bytes:
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = b"".join(more) + png_chunk(b"IDAT", content) + png_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body


def _png_of_any_size(random: Random) -> tuple[str, bytes]:
    sides = (0, 1, 7, 8, 9000, 60_000, 2**31 - 1)
    return "png", _png(
        random.choice(sides), random.choice(sides), zlib.compress(bytes(random.choice((9, 9**6))))
    )


def _png_that_unpacks(random: Random) -> tuple[str, bytes]:
    """Compressed text or colors, of a megabyte and more, that unpack to more than a gigabyte."""
    name = random.choice((b"zTXt", b"iCCP"))
    kind = png_chunk(name, b"a\0\0" + zlib_zeros())
    return "png", _png(16, 16, zlib.compress(bytes(16 * 49)), kind)


def _jpeg_of_any_size(random: Random) -> tuple[str, bytes]:
    content = encoded(noise(1), "JPEG", progressive=random.random() < 0.5)
    place = content.index(b"\xff\xc2" if b"\xff\xc2" in content else b"\xff\xc0") + 5
    size = struct.pack(">HH", *(random.choice((0, 1, 8000, 65535)) for _ in range(2)))
    return "jpg", content[:place] + size + content[place + 4 :]


def _jpeg_with_many_scans(random: Random) -> tuple[str, bytes]:
    return "jpg", _jpeg_of_scans(random.choice((100, 30_000)))


@functools.cache
def _jpeg_of_scans(count: int) -> bytes:
    """Each of the scans goes over all of a large image."""
    return jpeg_of_scans(count, side=4000)


def _gif_of_many_frames(random: Random) -> tuple[str, bytes]:
    content = encoded(Image.new("P", (8, 8)), "GIF")
    frame = content[content.index(b",") : -1]
    return "gif", content[:-1] + frame * random.choice((1000, 50_000)) + b";"


def _gif_of_any_size(random: Random) -> tuple[str, bytes]:
    content = encoded(Image.new("P", (8, 8)), "GIF")
    size = struct.pack("<HH", random.choice((0, 65535)), random.choice((1, 65535)))
    return "gif", content[:6] + size + content[10:]


def _bmp_of_any_size(random: Random) -> tuple[str, bytes]:
    content = encoded(noise(3), "BMP")
    size = struct.pack("<ii", *(random.choice((0, -1, -40, 20_000, 2**31 - 1, -(2**31))) for _ in range(2)))
    return "bmp", content[:18] + size + content[26:]


_WICKED: tuple[Callable[[Random], tuple[str, bytes]], ...] = (
    *(_png_of_any_size, _png_that_unpacks, _jpeg_of_any_size, _jpeg_with_many_scans, _gif_of_many_frames),
    *(_gif_of_any_size, _bmp_of_any_size),
)


@contextlib.contextmanager
def images(ground: Ground) -> Iterator[Try]:
    """Ten damaged images among good ones: looked at as data, measured on, and predicted one by one."""
    place = ground.place / "among-images"
    images, model = good_images(place / "images"), place / "model.tflite"
    model.write_bytes(small_model())
    good = predict_job(model, *sorted(images.rglob("*.jpg"))[:3])
    kinds = _sources()
    with Warm(ground, "images", good) as warm:

        def try_one(round_: Round) -> list[str]:
            random, files = round_.random, []
            for number in range(_AT_ONCE):
                ending, make = random.choice(kinds)
                content = damaged(make(random), random)
                if random.random() < 0.1:
                    ending, content = _wicked(random)
                path = images / random.choice(CLASSES) / f"damaged-{number}.{ending}"
                path.write_bytes(content)
                files.append(path)
            try:
                # All of them together, and each by itself.
                for job in (data_job(images), evaluate_job(model, images)):
                    done = warm.do(job)
                    require(not done.code, f"good images are lost to damaged ones: {done.happened}")
                codes = [warm.do(predict_job(model, path)).code for path in files]
            except Broken:
                for path in files:
                    path.rename(round_.folder / path.name)
                raise
            for path in files:
                path.unlink()
            warm.do_good()
            return codes

        yield try_one


# Archives


@functools.cache
def _members() -> dict[str, bytes]:
    return {
        f"{name}/{number}.jpg": encoded(noise(number + 10 * place), "JPEG")
        for place, name in enumerate(CLASSES)
        for number in range(_EACH)
    }


def _damaged_archive(path: Path, random: Random) -> None:
    packing = random.choice(("zip", "", "gz", "bz2", "xz"))
    whole = path.with_suffix(".whole")
    write_zip(whole, _members()) if packing == "zip" else write_tar(whole, _members(), packing)
    path.write_bytes(damaged(whole.read_bytes(), random))
    whole.unlink()


def _bomb(path: Path, random: Random) -> None:
    """A small archive that unpacks to hundreds of megabytes, by every compressor."""
    kind = random.choice(("zip", "zip", "zip", "gz", "bz2", "xz", "nested gz", "tar header"))
    if kind == "zip":
        path.write_bytes(bombed_zip("cat/bomb.jpg", random.choice(PACKINGS)))
        return
    head = tarfile.TarInfo("cat/bomb.jpg")
    if kind == "tar header":
        head.size = random.choice((2**33 - 1, 1 << 40))
        path.write_bytes(head.tobuf(tarfile.GNU_FORMAT) + bytes(5000))
        return
    content = _packed_tar(kind.removeprefix("nested "))
    path.write_bytes(gzip.compress(content) if kind.startswith("nested") else content)


@functools.cache
def _packed_tar(packing: str) -> bytes:
    head = tarfile.TarInfo("cat/bomb.jpg")
    head.size = MEGABYTES << 20
    pack: dict[str, Callable[[bytes], bytes]] = {
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "xz": lzma.compress,
    }
    # Streams that follow one another are one stream: this is made at once, and in little memory.
    return pack[packing](head.tobuf()) + pack[packing](bytes(1 << 20)) * MEGABYTES


def _overlapping(path: Path, random: Random) -> None:
    """A zip in which thousands of entries are the same bytes."""
    write_zip(path, {"cat/a.jpg": bytes(1 << 20)})
    content = path.read_bytes()
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry, count = content[start:end], random.choice((400, 3000))
    entries = b"".join(entry.replace(b"cat/a.jpg", f"cat/{number:05}".encode()) for number in range(count))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    path.write_bytes(content[:start] + entries + tail)


def _special(path: Path, random: Random) -> None:
    """A tar with something that is no file: links, devices, pipes, sparse files."""
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, b"S", b"?")
    with tarfile.open(path, "w") as archive:
        for name, content in _members().items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        member = tarfile.TarInfo("cat/odd.jpg")
        member.type = random.choice(kinds)
        member.linkname = random.choice(("/etc/passwd", "../../../escaped", "cat", ""))
        member.devmajor, member.devminor = 1, 5
        archive.addfile(member)
        after = tarfile.TarInfo("cat/odd.jpg/escaped.jpg")
        after.size = 4
        archive.addfile(after, io.BytesIO(b"\xff\xd8\xff\xe0"))


def _zip_link(path: Path, random: Random) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in _members().items():
            archive.writestr(name, content)
        entry = zipfile.ZipInfo("cat/odd")
        entry.external_attr = random.choice((0o120777, 0o060666, 0o010666)) << 16
        archive.writestr(entry, random.choice(("/etc", "../..", "/dev/zero")))
        archive.writestr("cat/odd/escaped.jpg", b"\xff\xd8\xff")


def _names(path: Path, random: Random) -> None:
    """Names that lead out, that no file system takes, or that clash."""
    odd = random.choice(_ODD_NAMES)
    contents = _members() | {odd: encoded(noise(9), "JPEG")}
    if random.random() < 0.5:
        contents |= {odd + "/inner.jpg": encoded(noise(8), "JPEG"), odd.upper(): encoded(noise(7), "JPEG")}
    if random.random() < 0.5:
        write_tar(path, contents, random.choice(("", "gz")))
        return
    write_zip(path, contents)
    if random.random() < 0.3:
        # Bytes that are no UTF-8, and are said to be.
        path.write_bytes(path.read_bytes().replace(b"escaped", b"\xff\xfe\x80aped"))


_ODD_NAMES = (
    *("../escaped.jpg", "cat/../../escaped.jpg", "/tmp/escaped.jpg", "C:\\escaped.jpg", "..\\escaped.jpg"),
    *("\\\\server\\escaped.jpg", "cat/con.jpg", "NUL", "cat/nul", "aux/escaped.jpg", "cat/a\nb.jpg", "cat"),
    *("cat/" + "n" * 300 + ".jpg", "/".join("d" * 200 for _ in range(30)) + "/a.jpg", "cat/\u202egpj.exe"),
    *(
        "cat/trailing. ",
        "cat/ ",
        ".",
        "cat/..",
        "cat//escaped.jpg",
        "cat/escaped\x7f\x1b[2J.jpg",
        "a:escaped",
    ),
    *(
        "cat/escaped?.jpg",
        "~/escaped.jpg",
        "$HOME/escaped.jpg",
        "-rf",
        "cat/e\u0301scaped.jpg",
        "ümläut/😀.jpg",
    ),
)
_ARCHIVES: tuple[Callable[[Path, Random], None], ...] = (
    *(_damaged_archive, _damaged_archive, _damaged_archive, _bomb, _bomb, _overlapping, _special),
    *(_zip_link, _names, _names, _names),
)


@contextlib.contextmanager
def archives(ground: Ground) -> Iterator[Try]:
    """An archive that is damaged or wicked, looked at as data and measured on."""
    place = ground.place / "among-archives"
    place.mkdir()
    model = place / "model.tflite"
    model.write_bytes(small_model())
    good = data_job(write_zip(place / "good.zip", _members()))
    with Warm(ground, "archives", good) as warm:

        def try_one(round_: Round) -> list[str]:
            archive = round_.folder / "given.bin"
            round_.random.choice(_ARCHIVES)(archive, round_.random)
            before = _outside(round_)
            done = warm.do(data_job(archive))
            if round_.random.random() < 0.3:
                warm.do(evaluate_job(model, archive))
            require(_outside(round_) == before, f"files appeared: {set(_outside(round_)) - set(before)}")
            unpacked = sum(path.lstat().st_size for path in warm.cache.rglob("*"))
            require(unpacked <= _MOST_UNPACKED, f"{unpacked >> 20} MB were unpacked")
            odd = [path for path in warm.cache.rglob("*") if path.suffix == ".part" or not _plain(path)]
            require(not odd, f"left in the cache: {odd[:5]}")
            warm.do_good()
            return [done.code]

        yield try_one


def _plain(path: Path) -> bool:
    return not path.is_symlink() and (path.is_file() or path.is_dir())


def _outside(round_: Round) -> list[Path]:
    """Where an entry that escapes would be."""
    places = (
        Path("/tmp"),
        Path("/"),
        round_.ground.place,
        round_.folder,
        Path.cwd(),
        Path.home(),
    )
    return sorted(path for place in places for path in place.glob("*scaped*"))


ATTACKS = (
    Attack("files", "images", "damaged images", 200, images, seconds=1.5, short=4),
    Attack(
        "files", "archives", "damaged archives, bombs, links, names", 200, archives, seconds=1.0, short=12
    ),
)
