"""The firmware's own sources as an ESP-IDF project, with a model that `idf.py flash` writes too."""

from __future__ import annotations

from pathlib import Path

from core.boards.partition_table import MODEL_LABEL
from core.boards.profiles import BoardProfile
from core.export.exported_model import ExportedModel
from core.export.texts import filled
from core.paths import firmware_folder

_PROJECT = "CMakeLists.txt"
_IMAGE = "model.img"
_NOT_OF_THE_CHIP = frozenset(
    {"host", "host_test", "build", "managed_components", "sdkconfig", "sdkconfig.old"}
)
"""Folders of tests, and what a build leaves."""

_WITH_MODEL = f"""
# The model that this project was exported with: `idf.py flash` writes it behind the application.
esptool_py_flash_to_partition(flash "{MODEL_LABEL}" "${{CMAKE_CURRENT_LIST_DIR}}/{_IMAGE}")
"""


def esp_idf_files(model: ExportedModel, image: bytes, profile: BoardProfile) -> dict[str, bytes]:
    """By name: the project for the board of a profile, whose model partition gets `image`."""
    folder = firmware_folder()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _sources(folder)}
    files[_PROJECT] += _WITH_MODEL.encode()
    if settings := files.get(f"sdkconfig.{profile.variant}"):
        # Settings of a variant come last: they change those of its chip.
        files[f"sdkconfig.defaults.{profile.chip}"] += b"\n" + settings
    files[_IMAGE] = image
    files["README.md"] = filled("esp-idf.md", model, board=profile.name, chip=profile.chip)
    return files


def _sources(folder: Path) -> list[Path]:
    """The files of the firmware that its build for a chip reads."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in files if not _NOT_OF_THE_CHIP & set(path.relative_to(folder).parts))
