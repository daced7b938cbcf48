"""SHA256SUMS: a line for each file of a release, as `sha256sum --check` reads it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.package.signing import RECORD

NAME = "SHA256SUMS"


def write(files: Iterable[Path], place: Path) -> None:
    """Write the list of files, by name, without their folders."""
    lines = [f"{sha256(file)}  {file.name}\n" for file in sorted(files, key=lambda file: file.name)]
    place.write_text("".join(lines), encoding="utf-8", newline="\n")


def sha256(file: Path) -> str:
    """A file's digest in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main(arguments: Sequence[str]) -> int:
    """`python -m tools.package.checksums FOLDER`: sum up what is in it, but for notes about signatures."""
    folder = Path(arguments[0])
    files = [
        file for file in folder.iterdir() if file.is_file() and file.suffix != ".asc" and file.name != NAME
    ]
    write((file for file in files if not file.name.endswith(RECORD)), folder / NAME)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
