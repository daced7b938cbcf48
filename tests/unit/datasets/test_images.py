"""Whatever a camera or a program wrote becomes the same upright square of 8-bit values."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.datasets.dataset import Split
from core.datasets.images import (
    MOST_PIXELS,
    MOST_SCANS,
    Problem,
    UnreadableImage,
    image_format,
    network_view,
    read_image,
    resized,
    size_and_thumbnail,
    square_image,
)
from core.datasets.store import load_split
from core.errors import SqueezeError
from core.task import Task
from tests.builders.images import encoded, jpeg_of_scans, noise

WHITE, RED = (255, 255, 255), (200, 10, 20)
FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP")


def plain(color: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (32, 32), color)


def left_and_right(width: int = 48, height: int = 32) -> NDArray[np.uint8]:
    """Dark on the left, bright on the right, and a bright bar along the top."""
    image = np.zeros((height, width, 3), np.uint8)
    image[:, width // 2 :] = 200
    image[: height // 8] = 255
    return image


def middle(image: NDArray[np.uint8]) -> list[int]:
    values: list[int] = image[image.shape[0] // 2, image.shape[1] // 2].tolist()
    return values


def png(color_type: int, bits: int, row: bytes, extra: bytes = b"", side: int = 32) -> bytes:
    """A square PNG of equal rows (PNG specification, sections 5.2 and 11.2)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, bits, color_type, 0, 0, 0))
    rows = zlib.compress((b"\0" + row) * min(side, 32))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_read_whatever_the_file_is_called(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "image.dat"
    path.write_bytes(encoded(plain(RED), kind))
    image = read_image(path, 48, gray=False)
    assert image.shape == (48, 48, 3)
    assert image.dtype == np.uint8
    np.testing.assert_allclose(middle(image), RED, atol=4)


@pytest.mark.parametrize("kind", FORMATS)
def test_gray_is_one_channel_of_brightness(kind: str) -> None:
    image = square_image(encoded(plain(RED), kind), 32, gray=True)
    assert image.shape == (32, 32, 1)
    assert middle(image)[0] == pytest.approx(0.299 * 200 + 0.587 * 10 + 0.114 * 20, abs=3)


@pytest.mark.parametrize("kind", FORMATS)
def test_an_image_that_is_cut_short_is_not_read(kind: str) -> None:
    data = encoded(noise(1, 120, 90), kind)
    for short in (data[: len(data) // 2], data[:40]):
        with pytest.raises(UnreadableImage) as caught:
            size_and_thumbnail(short)
        assert caught.value.problem is Problem.DAMAGED


@pytest.mark.parametrize("data", [b"", b"Dear diary, ", b"BMW and Audi are makers of cars, to begin with."])
def test_text_is_not_an_image(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(data)
    with pytest.raises(UnreadableImage) as caught:
        size_and_thumbnail(data)
    assert caught.value.problem is Problem.NOT_AN_IMAGE
    with pytest.raises(SqueezeError) as error:
        read_image(path, 32, gray=False)
    assert error.value.code == "picture-unreadable"


def test_a_missing_image_is_named(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError, match=r"gone\.png") as error:
        read_image(tmp_path / "gone.png", 32, gray=False)
    assert error.value.code == "data-not-found"


@pytest.mark.parametrize("side", [32, 75, 96, 224])
def test_the_centered_square_is_kept(side: int) -> None:
    wide = np.zeros((60, 180, 3), np.uint8)
    wide[:, 60:120] = 90
    tall = np.ascontiguousarray(wide.transpose(1, 0, 2))
    for image in (wide, tall):
        square = square_image(encoded(image), side, gray=False)
        # The filter mixes what lies beside the square into its outermost pixels.
        rim = max(1, side // 60)
        assert (square[rim:-rim, rim:-rim] == 90).all()
        assert square.min() > 30


def test_downscaling_averages_instead_of_picking() -> None:
    stripes = np.zeros((256, 256, 3), np.uint8)
    stripes[:, ::2] = 255
    for kind in ("PNG", "JPEG"):
        image = square_image(encoded(stripes, kind), 32, gray=False)
        np.testing.assert_allclose(image, 127, atol=8)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_camera_gives_an_upright_image(orientation: int) -> None:
    upright = Image.fromarray(left_and_right())
    # What the camera stores is what its orientation tag undoes (Exif 2.32, 4.6.4, table 4).
    turns = Image.Transpose
    stored = {
        1: upright,
        2: upright.transpose(turns.FLIP_LEFT_RIGHT),
        3: upright.transpose(turns.ROTATE_180),
        4: upright.transpose(turns.FLIP_TOP_BOTTOM),
        5: upright.transpose(turns.TRANSPOSE),
        6: upright.transpose(turns.ROTATE_90),
        7: upright.transpose(turns.TRANSVERSE),
        8: upright.transpose(turns.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    expected = square_image(encoded(upright), 32, gray=False)
    np.testing.assert_array_equal(square_image(encoded(stored, exif=exif), 32, gray=False), expected)
    jpeg = square_image(encoded(stored, "JPEG", exif=exif, quality=95), 32, gray=False)
    np.testing.assert_allclose(jpeg.astype(int), expected, atol=12)


@pytest.mark.filterwarnings("ignore:Tag data larger than file", "ignore:Corrupt EXIF data")
def test_damaged_exif_does_not_spoil_the_image() -> None:
    data = encoded(
        plain(RED), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\xff\xff\xff\xff\0\0\0\0"
    )
    np.testing.assert_allclose(middle(square_image(data, 32, gray=False)), RED, atol=4)


def test_16_bit_gray_is_scaled_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 32).astype(np.uint16)
    image = square_image(png(0, 16, ramp.astype(">u2").tobytes()), 32, gray=True)
    np.testing.assert_array_equal(image[16, :, 0], np.rint(ramp / 257))


def test_a_see_through_level_of_16_bit_gray_becomes_white() -> None:
    level = struct.pack(">H", 777)
    name = b"tRNS"
    transparent = struct.pack(">I", 2) + name + level + struct.pack(">I", zlib.crc32(name + level))
    image = square_image(png(0, 16, level * 16 + b"\x40\0" * 16, transparent), 32, gray=True)
    assert (image[:, :15] == 255).all()
    assert (image[:, 17:] == 64).all()


def test_16_bit_color_is_scaled() -> None:
    row = struct.pack(">HHH", 0x8000, 0xFFFF, 0) * 32
    np.testing.assert_allclose(middle(square_image(png(2, 16, row), 32, gray=False)), (128, 255, 0), atol=1)


def test_cmyk_comes_out_in_its_colors() -> None:
    data = encoded(plain((0, 230, 200, 10), "CMYK"), "JPEG", quality=95)
    # Adobe's marker, with the inks inverted, as image editors write it.
    assert b"Adobe" in data
    image = middle(square_image(data, 32, gray=False))
    np.testing.assert_allclose(image, (245, 24, 53), atol=10)
    gray = square_image(data, 32, gray=True)
    assert middle(gray)[0] == pytest.approx(0.299 * 245 + 0.587 * 24 + 0.114 * 53, abs=8)


@pytest.mark.parametrize("gray", [False, True])
def test_see_through_parts_are_white(gray: bool) -> None:
    colors = plain((0, 0, 0, 0), "RGBA")
    palette = plain(RED).quantize(2)
    index = palette.getpixel((0, 0))
    images = [
        encoded(colors),
        encoded(colors, "WEBP", lossless=True),
        encoded(plain((0, 0), "LA")),
        encoded(palette, transparency=index),
        encoded(palette, "GIF", transparency=index),
        encoded(plain(RED), transparency=RED),
    ]
    for data in images:
        assert (square_image(data, 32, gray=gray) == 255).all()


def test_half_see_through_is_mixed_with_white() -> None:
    image = square_image(encoded(plain((0, 0, 0, 51), "RGBA")), 32, gray=False)
    np.testing.assert_allclose(image, 204, atol=1)


def test_one_bit_images_are_black_and_white() -> None:
    half = Image.new("1", (32, 32), 0)
    half.paste(1, (16, 0, 32, 32))
    for kind in ("PNG", "BMP"):
        image = square_image(encoded(half, kind), 32, gray=False)
        assert (image[:, :15] == 0).all()
        assert (image[:, 17:] == 255).all()


def test_of_an_animation_the_first_image_counts() -> None:
    for kind in ("GIF", "WEBP", "PNG"):
        data = encoded(plain(RED), kind, save_all=True, append_images=[plain(WHITE)], duration=100)
        np.testing.assert_allclose(middle(square_image(data, 32, gray=False)), RED, atol=4)


def test_a_phone_s_image_with_a_second_one_in_it_is_read() -> None:
    data = encoded(plain(RED), "MPO", save_all=True, append_images=[plain(WHITE)])
    assert image_format(data) == "JPEG"
    np.testing.assert_allclose(middle(square_image(data, 32, gray=False)), RED, atol=4)


@pytest.mark.parametrize("claimed", [9_000, 60_000])
def test_a_file_that_claims_too_many_pixels_is_refused_before_they_are_made(claimed: int) -> None:
    assert claimed**2 > MOST_PIXELS
    with pytest.raises(UnreadableImage) as caught:
        size_and_thumbnail(png(0, 8, b"", side=claimed))
    assert caught.value.problem is Problem.TOO_LARGE


def test_a_jpeg_of_endless_scans_is_refused_before_they_are_decoded() -> None:
    """Each of 36 bytes costs as much as decoding the image once."""
    assert size_and_thumbnail(jpeg_of_scans(MOST_SCANS - 20))[0] == (64, 64)
    with pytest.raises(UnreadableImage) as caught:
        size_and_thumbnail(jpeg_of_scans(MOST_SCANS))
    assert caught.value.problem is Problem.DAMAGED


def test_a_speck_is_too_small() -> None:
    with pytest.raises(UnreadableImage) as caught:
        size_and_thumbnail(encoded(noise(1, 300, 7)))
    assert caught.value.problem is Problem.TOO_SMALL


def test_the_size_is_told_as_stored() -> None:
    for kind in FORMATS:
        assert size_and_thumbnail(encoded(noise(1, 70, 50), kind))[0] == (70, 50)


def test_arrays_are_made_square_like_files() -> None:
    image = noise(5, 90, 60)
    for gray in (False, True):
        np.testing.assert_array_equal(
            resized(image, 32, gray=gray), square_image(encoded(image), 32, gray=gray)
        )
    np.testing.assert_array_equal(resized(image[..., :1], 60, gray=True)[..., 0], image[:, 15:75, 0])


@pytest.mark.parametrize("gray", [False, True])
def test_what_the_network_sees_is_what_is_loaded_for_it(tmp_path: Path, gray: bool) -> None:
    path = tmp_path / "image.png"
    path.write_bytes(encoded(noise(5, 90, 60)))
    split = Split(("image",), np.zeros(1, np.int64), (path,))
    loaded = load_split(
        split, 40, gray=gray, memory_limit_bytes=1 << 20, cache_folder=tmp_path, task=Task()
    ).images[0]
    for image in (path, path.read_bytes(), noise(5, 90, 60)):
        np.testing.assert_array_equal(network_view(image, 40, gray=gray), loaded)
