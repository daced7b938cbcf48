"""Many files as one zip that is the same whenever it is made of the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files by their names, which have forward slashes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files in a folder of that name."""
    return {f"{folder}/{name}": content for name, content in files.items()}
