"""The program's icon in the forms that systems want, drawn from resources/squeeze-studio.svg."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the images that a Linux desktop chooses from."""

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def svg_file(root: Path) -> Path:
    """The drawing that all are made from."""
    return root / "resources" / "squeeze-studio.svg"


def png(svg: Path, size: int) -> bytes:
    """The drawing as an image of `size` times `size` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def write_all(root: Path) -> None:
    """Write what the programs for Windows and macOS take, where packaging/ has its place."""
    svg = svg_file(root)
    write_ico(svg, root / "packaging" / "windows" / "squeeze-studio.ico")
    write_icns(svg, root / "packaging" / "macos" / "squeeze-studio.icns")


def write_ico(svg: Path, file: Path) -> None:
    """The form that Windows wants: one file with all sizes."""
    _write(svg, file, _ICO_SIZES, "ICO", sizes=[(size, size) for size in _ICO_SIZES])


def write_icns(svg: Path, file: Path) -> None:
    """The form that macOS wants."""
    _write(svg, file, _ICNS_SIZES, "ICNS")


def write_hicolor(svg: Path, share: Path) -> None:
    """The icon theme below a folder `share`: an image of each of `SIZES`, and the drawing."""
    for size in SIZES:
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "squeeze-studio.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(png(svg, size))
    place = share / "icons" / "hicolor" / "scalable" / "apps" / "squeeze-studio.svg"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(svg.read_bytes())


def _write(svg: Path, file: Path, drawn: Sequence[int], form: str, **options: object) -> None:
    """Every size drawn by itself: a small icon that is a large one made smaller is blurred."""
    images = [Image.open(io.BytesIO(png(svg, size))) for size in drawn]
    file.parent.mkdir(parents=True, exist_ok=True)
    images[-1].save(file, form, append_images=images[:-1], **options)
