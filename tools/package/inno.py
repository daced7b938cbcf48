"""The installer for Windows: packaging/windows/squeeze-studio.iss, compiled by Inno Setup 6.4 or newer."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.package.errors import PackagingError
from tools.package.signing import (
    WINDOWS_UNSIGNED,
    Signature,
    record,
    run,
    sign_for_windows,
    windows_command,
)

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "windows" / "squeeze-studio.iss"
ICON = SCRIPT.with_suffix(".ico")
EXECUTABLES = ("squeeze-studio.exe", "squeeze.exe")
LONGEST_PATH = 180
"""Characters of a path below the program's folder: with the longest account's name Windows takes no more."""


def build(folder: Path, out: Path, version: str) -> Path:
    """Make the installer of the program in `folder` and return its file, in `out`.

    Signed where that is configured (tools/package/signing.py). Raises `PackagingError` when there is no Inno
    Setup, when the folder is not the program's, and with the compiler's own words when it refuses.
    """
    check(folder)
    compiler = find_compiler()
    out.mkdir(parents=True, exist_ok=True)
    with windows_command(os.environ) as sign:
        if sign:
            sign_for_windows(sign, [folder / name for name in EXECUTABLES])
        run(command(compiler, folder, out, version, sign))
    installer = out / f"{base_name(version)}.exe"
    record(installer, Signature(signed=True, note="signed") if sign else WINDOWS_UNSIGNED)
    return installer


def base_name(version: str) -> str:
    """The installer's name without its suffix."""
    return f"squeeze-studio-{version}-windows-x64"


def check(folder: Path) -> None:
    """Raise `PackagingError` when the folder lacks a program, or holds a path too long for Windows."""
    for name in EXECUTABLES:
        if not (folder / name).is_file():
            raise PackagingError(
                f"{folder / name} is missing: make the folder first (dev.py package folder)."
            )
    for path in folder.rglob("*"):
        relative = str(path.relative_to(folder))
        if len(relative) > LONGEST_PATH:
            raise PackagingError(f"Windows would not take so long a path (over {LONGEST_PATH}): {relative}")


def command(compiler: str, folder: Path, out: Path, version: str, sign: str = "") -> list[str]:
    """The compiler's command line. `sign` is a command of `windows_command`."""
    line = [
        *(compiler, "/Qp", f"/DVersion={version}", f"/DNumericVersion={numeric(version)}"),
        *(f"/DFolder={folder.resolve()}", f"/DLicence={ROOT / 'LICENSE'}"),
        *(f"/O{out.resolve()}", f"/F{base_name(version)}"),
    ]
    if ICON.is_file():
        line.append(f"/DIcon={ICON}")
    if sign:
        line += ["/DSign", f"/Srelease={sign}"]
    return [*line, str(SCRIPT)]


def numeric(version: str) -> str:
    """Windows' four numbers for a version: 1.2.0 and 1.2.0rc1 alike are 1.2.0.0. Raises `PackagingError`."""
    numbers = re.match(r"(\d+)\.(\d+)\.(\d+)(?!\d)", version)
    if not numbers:
        raise PackagingError(f"The version {version} does not begin with three numbers (core/__init__.py).")
    return f"{numbers[0]}.0"


def find_compiler(env: Mapping[str, str] = os.environ, known: Sequence[Path] | None = None) -> str:
    """Inno Setup's compiler: what ISCC names, on the path, or where its installer puts it.

    Raises `PackagingError` when there is none.
    """
    named = env.get("ISCC") or shutil.which("ISCC", path=env.get("PATH"))
    if named:
        return named
    for place in _usual_places(env) if known is None else known:
        if place.is_file():
            return str(place)
    raise PackagingError(
        "Inno Setup's compiler was not found. Install Inno Setup 6.4 or newer (winget install "
        "JRSoftware.InnoSetup), or set ISCC to the path of ISCC.exe."
    )


def _usual_places(env: Mapping[str, str]) -> Iterator[Path]:
    homes = [env.get("PROGRAMFILES(X86)"), env.get("PROGRAMFILES")]
    if env.get("LOCALAPPDATA"):
        homes.append(str(Path(env["LOCALAPPDATA"]) / "Programs"))
    for home in homes:
        if home:
            yield Path(home) / "Inno Setup 6" / "ISCC.exe"
