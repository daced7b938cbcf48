"""Where the program keeps what belongs to no run, and where what came with it lies."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

_NAME = "squeeze-studio"


def program_folder() -> Path:
    """Where the files lie that belong to the program and are no modules.

    A checkout, the folder that an installer filled, or what a wheel brings inside the package.
    """
    brought = Path(__file__).resolve().parent / "_program"
    return brought if brought.is_dir() else brought.parents[1]


def resources_folder() -> Path:
    """What came with the program: board profiles, firmware, the address of its releases."""
    return program_folder() / "resources"


def firmware_folder() -> Path:
    """The sources of what runs on a board."""
    return program_folder() / "firmware"


def data_folder() -> Path:
    """What a person brought in and would miss."""
    return platformdirs.user_data_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """What can be made again at any time."""
    return platformdirs.user_cache_path(_NAME, appauthor=False)


def log_folder() -> Path:
    """Logs of workers; a folder for temporary files where the account's own cannot be written."""
    folder = _own_log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else _temporary()
    except OSError:
        return _temporary()


def written_folders() -> tuple[Path, ...]:
    """Every folder outside of runs that the program writes to."""
    return (data_folder(), cache_folder(), _own_log_folder(), Path(tempfile.gettempdir()))


def _own_log_folder() -> Path:
    return platformdirs.user_log_path(_NAME, appauthor=False)


def _temporary() -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
