"""Where the program keeps what belongs to no run, and where what came with it lies."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

_NAME = "squeeze-studio"


def resources_folder() -> Path:
    """What came with the program: board profiles, firmware, the address of its releases."""
    return Path(__file__).resolve().parents[1] / "resources"


def firmware_folder() -> Path:
    """The sources of what runs on a board."""
    return Path(__file__).resolve().parents[1] / "firmware"


def data_folder() -> Path:
    """What a person brought in and would miss."""
    return platformdirs.user_data_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """What can be made again at any time."""
    return platformdirs.user_cache_path(_NAME, appauthor=False)


def log_folder() -> Path:
    """Logs of workers; a folder for temporary files where the account's own cannot be written."""
    folder = platformdirs.user_log_path(_NAME, appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else _temporary()
    except OSError:
        return _temporary()


def _temporary() -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
