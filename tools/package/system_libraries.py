"""Which of Debian's packages a folder's libraries need: what they name, looked up where it lies here."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.package.errors import PackagingError
from tools.package.signing import run

RENAMED = frozenset({"libglib2.0-0", "libpng16-16", "libreadline8", "libssl3", "libasound2", "libcups2"})
"""Packages that are called so in Debian 12 and with t64 behind it in Ubuntu 24.04 and Debian 13."""

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_LIBC = re.compile(r"\bGLIBC_2\.(\d+)\b")
_LOADER = "ld-linux-x86-64.so.2"


def packages_needed(folder: Path) -> list[str]:
    """The packages, as a Depends line names them, with the oldest C library that will do.

    Raises `PackagingError` for a library that no package of this system has.
    """
    libraries, libc = asked_of_the_system(folder)
    names = {owner(path) for path in places(libraries - {_LOADER})} - {"libc6"}
    return [f"libc6 (>= 2.{libc})", *sorted(with_alternatives(name) for name in names)]


def with_alternatives(package: str) -> str:
    """A package under each name that releases know it by."""
    old = package.removesuffix("t64")
    return f"{old} | {old}t64" if old in RENAMED or old != package else package


def asked_of_the_system(folder: Path) -> tuple[set[str], int]:
    """Names of libraries that the folder's files ask for and that are not in it; glibc's minor version."""
    present, needed, libc = set(), set(), 0
    for path in sorted(folder.rglob("*")):
        present.add(path.name)
        if is_library(path):
            headers = run(["objdump", "-p", str(path)])
            needed |= set(_NEEDED.findall(headers))
            libc = max([libc, *map(int, _LIBC.findall(headers))])
    return needed - present, libc


def is_library(path: Path) -> bool:
    """Whether a path is itself a program or library of Linux, and no link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def owner(path: Path) -> str:
    """The package that a file of this system comes from. Raises `PackagingError` when none has it."""
    real = str(path.resolve())
    # Packages from before /lib became a part of /usr say /lib.
    for name in (real, real.removeprefix("/usr")):
        try:
            return run(["dpkg", "-S", name]).split(":", 1)[0]
        except PackagingError:
            continue
    raise PackagingError(f"No package of this system has {path}: install Debian's instead of it.")


def source_of(file: Path) -> tuple[str, str] | None:
    """The package that a file was copied from here, and its version; None for a file from elsewhere."""
    if not shutil.which("dpkg-query"):
        return None
    try:
        original = places([file.name])[0]
        package = owner(original)
    except PackagingError:
        return None
    if original.read_bytes() != file.read_bytes():
        return None
    return package, run(["dpkg-query", "-W", "-f", "${Version}", package])


def places(names: Iterable[str]) -> list[Path]:
    """Where libraries of these names lie. Raises `PackagingError` for one that this system has not."""
    listed = run(["/sbin/ldconfig", "-p"])
    places = []
    for name in sorted(names):
        found = re.search(rf"^\s+{re.escape(name)} .*x86-64.* => (\S+)$", listed, re.MULTILINE)
        if not found:
            raise PackagingError(f"This system has no {name}: install the package that brings it.")
        places.append(Path(found[1]))
    return places
