"""The program in one folder: made by PyInstaller, relieved of what nobody reads, and looked over."""

from __future__ import annotations

import fnmatch
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.package.collecting import UNNEEDED
from tools.package.errors import PackagingError
from tools.package.signing import run
from tools.package.system_libraries import is_library

NAME = "squeeze-studio"
LIBRARIES = "_internal"
LARGEST_BYTES = 1200 << 20
"""More than this in the folder means that something came in which was left out before."""

NEEDED = (
    *("resources/boards.toml", "resources/licences.json", "resources/drawings/*.svg"),
    *(f"resources/translations/squeeze-studio_{language}.qm" for language in ("en", "de", "ko")),
    *("resources/report/report.html", "resources/export/*.md", "resources/squeeze-studio.svg"),
    *("resources/web/index.html", "resources/web/npm/esptool-js-*.tgz", "requirements/npm.txt"),
    *("resources/start/squeezenet-1.1.npz", "resources/start/README.md"),
    *("docs/guide/errors.md", "docs/guide/de/window/*.md", "docs/guide/ko/window/*.md", "LICENSE"),
    *("firmware/CMakeLists.txt", "firmware/main/*.cc", "core/processes/worker.py", "app/main.py*"),
    *("esptool/targets/stub_flasher/*/esp32.json", "esptool/targets/stub_flasher/*/esp32c3.json"),
    *("tensorflow*.dist-info/METADATA", "esptool-*.dist-info/METADATA", "tf_keras/__init__.py"),
    *("scipy/optimize/_lbfgsb*", "distributed/__init__.py*", "tensorboard/__init__.py*"),
)
"""Patterns below the folder of libraries; a folder without any of them is no whole program."""

QT_LINUX = (
    *("platforms/libqxcb.so", "platforms/libqwayland*.so", "platforms/libqoffscreen.so"),
    *("imageformats/libqsvg.so", "imageformats/libqjpeg.so", "multimedia/libffmpegmediaplugin.so"),
    *("wayland-shell-integration/libxdg-shell.so", "iconengines/libqsvgicon.so"),
)
"""Plugins without which the window does not open, shows no images or has no camera."""

STRIPPED = (
    *("tensorflow/**/*.so*", "ai_edge_litert/*.so", "tflite_micro/**/*.so", "libpython3*.so*"),
    *("python3*/lib-dynload/*.so", "cryptography/**/*.so", "PIL/*.so", "yaml/*.so", "msgspec/*.so"),
)
"""Libraries that carry names for debuggers. Others have none, or were changed after linking and break."""


_FOREIGN = re.compile(r"^\s+(RPATH|RUNPATH)\s+/", re.MULTILINE)


def build(root: Path, out: Path, firmware: Path | None) -> Path:
    """Make the program's folder in `out` and return it; on macOS the application, which is made of it.

    Raises `PackagingError`.
    """
    work = out / "work"
    command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(work), str(root / "packaging" / f"{NAME}.spec")]
    env = {**os.environ, "SQUEEZE_FIRMWARE": str(firmware) if firmware else ""}
    if subprocess.run(command, env=env, cwd=root, check=False).returncode:
        raise PackagingError("PyInstaller could not make the folder; its words are above.")
    folder = out / NAME
    if sys.platform == "linux":
        strip(folder / LIBRARIES)
        forget_builders_folders(folder)
    check(folder)
    return out / "Squeeze Studio.app" if sys.platform == "darwin" else folder


def strip(libraries: Path) -> None:
    """Take from libraries what only debuggers read. Raises `PackagingError`."""
    for pattern in STRIPPED:
        files = [str(path) for path in libraries.glob(pattern) if path.is_file() and not path.is_symlink()]
        if files:
            answer = subprocess.run(["strip", *files], capture_output=True, text=True, check=False)
            if answer.returncode:
                raise PackagingError(f"Libraries could not be stripped: {answer.stderr.strip()}")


def forget_builders_folders(folder: Path) -> None:
    """Take from libraries the folders of this computer where they would look for others, as a Python's own.

    Elsewhere somebody else's files may lie there. Raises `PackagingError`.
    """
    for path in sorted(folder.rglob("*")):
        if is_library(path) and _FOREIGN.search(run(["objdump", "-p", str(path)])):
            run(["patchelf", "--remove-rpath", str(path)])


def check(folder: Path) -> None:
    """Raises `PackagingError` with everything that is wrong with a program's folder."""
    wrong = [*_lacking(folder), *_unwanted(folder), *_broken_links(folder)]
    size = installed_bytes(folder)
    if size > LARGEST_BYTES:
        wrong.append(f"it has {size >> 20} MiB, more than {LARGEST_BYTES >> 20}")
    if sys.platform == "linux":
        wrong += unresolved(folder)
    if wrong:
        raise PackagingError("\n  ".join([f"{folder} is not as it must be:", *wrong]))


def installed_bytes(folder: Path) -> int:
    """What the files of a folder have in all."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def unresolved(folder: Path) -> list[str]:
    """Libraries that nobody has, neither the folder nor this system, with who asks for them."""
    asked = []
    # The program's own start has the loader look there, too.
    env = {**os.environ, "LD_LIBRARY_PATH": str(folder / LIBRARIES)}
    for path in sorted(folder.rglob("*")):
        if is_library(path):
            answer = subprocess.run(["ldd", str(path)], env=env, capture_output=True, text=True, check=False)
            asked += [
                f"{path.relative_to(folder)} needs {line.split()[0]}, which is not there"
                for line in answer.stdout.splitlines()
                if "not found" in line
            ]
    return asked


def _lacking(folder: Path) -> list[str]:
    plugins = [f"PySide6/Qt/plugins/{plugin}" for plugin in QT_LINUX] if sys.platform == "linux" else []
    lacking = [
        f"no {pattern}" for pattern in (*NEEDED, *plugins) if not any((folder / LIBRARIES).glob(pattern))
    ]
    suffix = ".exe" if os.name == "nt" else ""
    programs = [folder / f"{name}{suffix}" for name in (NAME, "squeeze")]
    return lacking + [f"no program {path.name}" for path in programs if not os.access(path, os.X_OK)]


def _unwanted(folder: Path) -> Iterable[str]:
    libraries = folder / LIBRARIES
    for path in sorted(libraries.rglob("*")):
        name = path.relative_to(libraries).as_posix()
        own = name.startswith(("firmware/", "resources/"))
        if path.is_file() and not own and any(fnmatch.fnmatchcase(name, pattern) for pattern in UNNEEDED):
            yield f"{name} is in it and not needed"


def _broken_links(folder: Path) -> list[str]:
    links = [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]
    return [f"{path.relative_to(folder)} leads nowhere" for path in links]
