"""A chart as a file: a picture, a drawing, or its figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from core.files import write_whole

SHARPNESS = 2
_SVG_RESOLUTION = 96


def save_picture(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as PNG, with `SHARPNESS` times its pixels.

    Raises DISK_FULL or WRITE_PERMISSION.
    """
    picture = QPixmap(widget.size() * SHARPNESS)
    picture.setDevicePixelRatio(SHARPNESS)
    widget.render(picture, QPoint())
    buffer = _opened_buffer()
    picture.save(buffer, "PNG")
    write_whole(path, bytes(buffer.data().data()))


def save_drawing(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as SVG. Raises DISK_FULL or WRITE_PERMISSION."""
    buffer = _opened_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_RESOLUTION)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setTitle(widget.accessibleName())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    write_whole(path, bytes(buffer.data().data()))


def save_table(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write figures as CSV; None is an empty cell. Raises DISK_FULL or WRITE_PERMISSION."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    write_whole(path, text.getvalue().encode("utf-8"))


def _opened_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
