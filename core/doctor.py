"""What of the program's needs this computer has, what is missing, and how to get it.

Nothing is imported to find out: a broken or missing library must not stop the one command that tells of it.
"""

from __future__ import annotations

import getpass
import os
import platform
import shutil
import struct
import sys
from importlib import metadata
from pathlib import Path

import msgspec

import core
from core.program import is_installed

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 13)
DISK_BYTES = 2 * 2**30
_BOARD_PORTS = ("ttyUSB*", "ttyACM*")
_PORT_GROUPS = ("dialout", "uucp")
_AGAIN = "Install the program again."
_SET_UP = Path(core.__file__).parents[1] / "dev.py"

PACKAGES = {
    "tensorflow": "training and converting",
    "tf_keras": "training and converting",
    "tensorflow-model-optimization": "pruning and quantizing",
    "ai-edge-litert": "running .tflite files",
    "tflite-micro": "running .tflite files exactly as a board does",
    "flatbuffers": "reading and writing .tflite files",
    "h5py": "reading the weights of .keras files",
    "scipy": "the first classifier on a trained network",
    "dahuffman": "Huffman code lengths",
    "numpy": "everything",
    "pillow": "reading images",
    "platformdirs": "the folders that each system has for a program",
    "msgspec": "settings, events and this report",
    "esptool": "flashing boards",
    "pyserial": "talking to boards",
    "jinja2": "reports",
    "pyside6-essentials": "the window",
    "pyside6-addons": "this computer's camera in the window",
    "pyqtgraph": "the window's charts",
}
"""Every distribution that the program depends on, with what it is needed for."""


IN_PLACE_OF = {"tensorflow": "tensorflow-cpu"}
"""Distributions that bring the same modules under another name."""


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the program needs. `found` is its version or amount, empty when it is missing.

    `remedy` says how to get it, or what happens without it; empty when all is well. Where `required` is
    false the program works without it.
    """

    name: str
    needed_for: str
    found: str
    ok: bool
    required: bool = True
    remedy: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was looked at. `ok` when nothing required is missing."""

    program: str
    system: str
    needs: tuple[Need, ...]
    ok: bool


def examine(folder: Path) -> Report:
    """Look at this Python, its packages and the disk that holds `folder`, where results would be written."""
    needs = (python(), disk(folder), *(package(name) for name in PACKAGES), serial_access())
    return Report(
        program=core.__version__,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        needs=needs,
        ok=all(need.ok or not need.required for need in needs),
    )


def python() -> Need:
    """The running Python: a version that TensorFlow has packages for, in 64 bits."""
    bits = struct.calcsize("P") * 8
    ok = OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON and bits == 64
    return Need(
        name="Python",
        needed_for="everything",
        found=f"{platform.python_version()}, {bits} bits",
        ok=ok,
        remedy="" if ok else _python_remedy(),
    )


def disk(folder: Path) -> Need:
    """Room for unpacked images and a run's files on the disk of `folder`, which need not exist yet."""
    existing = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(existing).free
    ok = free >= DISK_BYTES
    return Need(
        name="free disk space",
        needed_for="images and results",
        found=f"{free / 1e9:.1f} GB",
        ok=ok,
        required=False,
        remedy="" if ok else f"Free disk space on the disk of {existing}. A large run can take 2 GB.",
    )


def serial_access(devices: Path = Path("/dev")) -> Need:
    """Whether this account may use boards' serial ports, where that is a matter of groups (Linux).

    Boards that are connected tell it surely; without any it is told by the group that such ports get.
    """
    remedy = ""
    if sys.platform == "linux":
        connected = [path for kind in _BOARD_PORTS for path in sorted(devices.glob(kind))]
        closed = [path for path in connected if not os.access(path, os.R_OK | os.W_OK)]
        if closed or not (connected or _may_use_new_ports()):
            group = "uucp" if _group("dialout") is None else "dialout"
            remedy = f"Run  sudo usermod -a -G {group} {getpass.getuser()}  and log in again."
    return Need(
        name="access to serial ports",
        needed_for="flashing boards",
        found="not allowed" if remedy else "allowed",
        ok=not remedy,
        required=False,
        remedy=remedy,
    )


def _may_use_new_ports() -> bool:
    """Whether the account is in a group that systems give to serial ports, or may do all."""
    return os.geteuid() == 0 or any(_group(name) in os.getgroups() for name in _PORT_GROUPS)


def _group(name: str) -> int | None:
    """The number of a group, None when there is none."""
    import grp

    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        return None


def package(name: str) -> Need:
    """One of `PACKAGES`."""
    version = _version(name) or (_version(IN_PLACE_OF[name]) if name in IN_PLACE_OF else "")
    if name == "tflite-micro" and not version and not has_tflm_packages():
        remedy = "Not available for this system. LiteRT is used instead, and results say so."
        return Need(name=name, needed_for=PACKAGES[name], found="", ok=False, required=False, remedy=remedy)
    remedy = "" if version else install_remedy(name)
    return Need(name=name, needed_for=PACKAGES[name], found=version, ok=bool(version), remedy=remedy)


def _version(distribution: str) -> str:
    """The version of an installed distribution, '' when it is not there."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def has_tflm_packages() -> bool:
    """Whether TensorFlow Lite Micro is published for this system."""
    return sys.platform == "linux" and platform.machine() == "x86_64"


def _python_remedy() -> str:
    return _AGAIN if is_installed() else "Install Python 3.11, 3.12 or 3.13 (64 bits)."


def install_remedy(name: str) -> str:
    """How to get a missing package: an installed program comes with all, a checkout has its own set-up."""
    if is_installed():
        return _AGAIN
    if _SET_UP.exists():
        return "Run python3 dev.py setup."
    return f"Run {sys.executable} -m pip install {name}, or install the program again."
