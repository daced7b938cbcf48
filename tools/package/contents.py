"""What lies in the program's folder, told by the packages that it was collected from."""

from __future__ import annotations

from collections.abc import Set
from importlib import metadata
from pathlib import Path, PurePosixPath

from tools.package.bundle import LIBRARIES

_NO_CODE = (".dist-info", ".data", "__pycache__", "..")


def present_in(folder: Path) -> set[str]:
    """Everything below the folder of libraries, as paths in it."""
    return {path.relative_to(folder / LIBRARIES).as_posix() for path in (folder / LIBRARIES).rglob("*")}


def distributions(present: Set[str]) -> dict[metadata.Distribution, tuple[str, ...]]:
    """Packages of this environment of which code or data is among the paths that are `present`, by name.

    Each has the names of what it put into the folder of libraries.
    """
    found = {}
    for distribution in sorted(metadata.distributions(), key=lambda one: one.name.lower()):
        files = [path for path in distribution.files or () if not _is_about(path)]
        tops = {path.parts[0] for path in files if collected_as(path) & present}
        if tops:
            found[distribution] = tuple(sorted(top.removesuffix(".py") for top in tops))
    return found


def collected_as(path: PurePosixPath) -> set[str]:
    """The names under which a package's file may lie in the folder: modules are there as byte code."""
    return (
        {path.as_posix(), path.with_suffix(".pyc").as_posix()} if path.suffix == ".py" else {path.as_posix()}
    )


def _is_about(path: PurePosixPath) -> bool:
    """Whether a file is about the package, and not of it."""
    return any(part.endswith(_NO_CODE) for part in path.parts)
