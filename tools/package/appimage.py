"""One file that runs on any Linux of its age: the program's folder as a squashfs behind a small program.

The small program mounts what follows it and starts AppRun. It is AppImage's type-2 runtime, which comes with
`--runtime FILE`: no package of Debian has it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.package import icons, linux
from tools.package.bundle import LIBRARIES, NAME
from tools.package.errors import PackagingError
from tools.package.signing import run
from tools.package.system_libraries import asked_of_the_system, places

COMPRESSION = ("-comp", "zstd", "-Xcompression-level", "19", "-b", "1M")

BROUGHT = ("libxcb-*.so*", "libxkbcommon*.so*", "libwayland-cursor.so*", "libbrotli*.so*")
"""Libraries that Qt asks for and that desktops may lack, or have under another name: they come along."""

_MAGIC = b"AI\x02"
_MAGIC_OFFSET = 8
_ELF = b"\x7fELF"


def build(folder: Path, out: Path, version: str, runtime: Path | None = None) -> Path:
    """Make the AppImage of the program in `folder` and return its file, in `out`.

    Raises `PackagingError` without a runtime, without mksquashfs, and with its words when it fails.
    """
    if runtime is None:
        raise PackagingError(
            "An AppImage needs AppImage's type-2 runtime for x86_64 in front: name its file with --runtime."
            "The release workflow fetches it and checks its digest (.github/workflows/release.yml)."
        )
    start = checked_runtime(runtime)
    if not shutil.which("mksquashfs"):
        raise PackagingError("mksquashfs is not here: install the package squashfs-tools.")
    tree = out / "work" / "AppDir"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree, folder, version)
    squashed = out / "work" / "squashed"
    squashed.unlink(missing_ok=True)
    run(["mksquashfs", str(tree), str(squashed), "-root-owned", "-noappend", "-quiet", *COMPRESSION])
    image = out / f"{NAME}-{version}-x86_64.AppImage"
    with image.open("wb") as file, squashed.open("rb") as rest:
        file.write(start)
        shutil.copyfileobj(rest, file)
    image.chmod(0o755)
    shutil.rmtree(tree)
    squashed.unlink()
    return image


def checked_runtime(file: Path) -> bytes:
    """The runtime's bytes. Raises `PackagingError` when the file is none."""
    try:
        start = file.read_bytes()
    except OSError as error:
        raise PackagingError(f"The runtime {file} cannot be read: {error.strerror}.") from error
    magic = start[_MAGIC_OFFSET : _MAGIC_OFFSET + len(_MAGIC)]
    if not start.startswith(_ELF) or magic != _MAGIC:
        raise PackagingError(f"{file} is no type-2 runtime of AppImage.")
    return start


def fill(tree: Path, folder: Path, version: str) -> None:
    """Put everything where an AppImage has it."""
    place = tree / "usr" / "lib" / NAME
    shutil.copytree(folder, place, symlinks=True, copy_function=os.link)
    bring(place / LIBRARIES, BROUGHT, folder)
    share = tree / "usr" / "share"
    icons.write_hicolor(icons.svg_file(linux.ROOT), share)
    for name, target in ((f"{NAME}.desktop", share / "applications"), ("AppRun", tree)):
        target.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(linux.text(name, version), encoding="utf-8")
    metainfo = share / "metainfo" / linux.METAINFO.replace(".metainfo.xml", ".appdata.xml")
    metainfo.parent.mkdir()
    metainfo.write_text(linux.text(f"{NAME}.metainfo.xml", version), encoding="utf-8")
    (tree / "AppRun").chmod(0o755)
    (tree / f"{NAME}.desktop").symlink_to(f"usr/share/applications/{NAME}.desktop")
    shutil.copy(share / "icons" / "hicolor" / "256x256" / "apps" / f"{NAME}.png", tree / f"{NAME}.png")
    (tree / ".DirIcon").symlink_to(f"{NAME}.png")


def bring(libraries: Path, patterns: Iterable[str], folder: Path) -> None:
    """Copy what matches, of all that the folder asks of this system, into its own libraries."""
    asked, _ = asked_of_the_system(folder)
    for name in sorted(asked):
        if any(Path(name).match(pattern) for pattern in patterns):
            shutil.copy(places([name])[0], libraries / name)
