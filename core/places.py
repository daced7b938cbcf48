"""Where the program keeps what belongs to no run, and where what came with it lies."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

_NAME = "squeeze-studio"


def resources_folder() -> Path:
    """What came with the program: board profiles, firmware, the address of its releases."""
    return Path(__file__).resolve().parent.parent / "resources"


def data_folder() -> Path:
    """What a person brought in and would miss."""
    if sys.platform == "win32":
        return _local_app_data() / "data"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return _from_environment("XDG_DATA_HOME", ".local/share")


def cache_folder() -> Path:
    """What can be made again at any time."""
    if sys.platform == "win32":
        return _local_app_data() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / _NAME
    return _from_environment("XDG_CACHE_HOME", ".cache")


def resource(name: str) -> Path:
    """A file that comes with the program. The packaged program keeps `resources` beside `core` too."""
    return Path(__file__).resolve().parents[1] / "resources" / name


def log_folder() -> Path:
    """Logs of workers; a folder for temporary files where the account's own cannot be written."""
    folder = _log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder if os.access(folder, os.W_OK) else _temporary()
    except OSError:
        return _temporary()


def _log_folder() -> Path:
    if sys.platform == "win32":
        return _local_app_data() / "logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _NAME
    return _from_environment("XDG_STATE_HOME", ".local/state") / "logs"


def _from_environment(variable: str, default: str) -> Path:
    """A folder by the XDG Base Directory Specification, which has relative paths ignored."""
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / default) / _NAME


def _local_app_data() -> Path:
    named = os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / "AppData" / "Local") / "Squeeze Studio"


def _temporary() -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{_NAME}-"))
