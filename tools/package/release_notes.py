"""What a release says of itself, and whether it may be made.

    python3 -m tools.package.release_notes check TAG         whether a release of this tag may be made
    python3 -m tools.package.release_notes write FILES OUT   the text of the release of the files in a folder

Needs the standard library only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import core
from tools.package import MAINTAINER
from tools.package.checksums import sha256
from tools.package.errors import PackagingError
from tools.package.signing import RECORD, recorded

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
_HEADING = re.compile(r"## \[?(?P<name>[^\]\s]+)\]?(?: - (?P<date>\d{4}-\d{2}-\d{2}))?\s*$")
_NO_ADDRESS = ".invalid>"
_LINK = re.compile(r"\[[^\]]+\]: ")

WHAT_TO_CLICK = {
    ".deb": "**Debian 12, Ubuntu 22.04 or newer**: open `{name}` with the software center, or "
    "`sudo apt install ./{name}`.",
    ".AppImage": "**Other Linux**: make `{name}` executable (Properties, Permissions) and double-click it.",
    ".exe": "**Windows 10 or 11, 64 bits**: double-click `{name}`. It asks for no administrator's rights.",
    ".dmg": "**macOS 14 or newer, Apple silicon**: open `{name}` and drag the program onto *Applications*.",
}
WHAT_IS_ASKED = {
    ".exe": "Windows shows *Windows protected your PC*, for it does not know who made the file: choose "
    "*More info*, then *Run anyway*.",
    ".dmg": "macOS says that Apple could not check the program. Choose *Done*, open *System Settings*, "
    "*Privacy & Security*, and choose *Open Anyway* there.",
}


def section(changelog: str, version: str) -> str:
    """What the changelog says of a version, without its heading.

    Raises `PackagingError` when there is no such section, when it has no date, and when it is empty.
    """
    wanted: list[str] | None = None
    for line in changelog.splitlines():
        heading = _HEADING.match(line)
        if heading and wanted is not None:
            break
        if heading and heading["name"] == version:
            if not heading["date"]:
                raise PackagingError(
                    f"'## {version}' in CHANGELOG.md has no date: write '## {version} - YYYY-MM-DD'."
                )
            wanted = []
        elif wanted is not None and not _LINK.match(line):
            wanted.append(line)
    if wanted is None:
        raise PackagingError(
            f"CHANGELOG.md has no section '## {version} - YYYY-MM-DD'. Give what stands under 'Unreleased' "
            "that heading."
        )
    if not any(line.strip() and not line.startswith("#") for line in wanted):
        raise PackagingError(f"The section '## {version}' of CHANGELOG.md is empty: say in it what is new.")
    return "\n".join(wanted).strip()


def check(tag: str, changelog: str, version: str = core.__version__, maintainer: str = MAINTAINER) -> None:
    """Raise `PackagingError` unless the tag is `v` and the version, and the changelog tells of it.

    Nor is a release made whose packages name an address that does not exist.
    """
    if tag != f"v{version}":
        raise PackagingError(
            f"The tag {tag} does not belong to version {version} (core/__init__.py): tag v{version}, or "
            "change the version."
        )
    section(changelog, version)
    if maintainer.endswith(_NO_ADDRESS):
        raise PackagingError(
            f"The packages name {maintainer}, an address that does not exist: write a name and an address to "
            "which people can write into MAINTAINER in tools/package/__init__.py."
        )


def notes(folder: Path, changelog: str, version: str = core.__version__) -> str:
    """The text of a release: what is new, what to click, the files with sizes and SHA-256, and who signed.

    Raises `PackagingError` when the folder has nothing to install, and what `section` raises.
    """
    files = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.endswith(RECORD)]
    if not any(path.suffix in WHAT_TO_CLICK for path in files):
        raise PackagingError(f"There is no installer in {folder}: make one first (dev.py package).")
    parts = [section(changelog, version), "## Installing", *_clicks(files)]
    parts += ["## Files", _table(files), *_signatures(files)]
    return "\n\n".join(parts) + "\n"


def _clicks(files: Sequence[Path]) -> Iterator[str]:
    for path in files:
        if path.suffix in WHAT_TO_CLICK:
            signature = recorded(path)
            asked = WHAT_IS_ASKED.get(path.suffix, "") if signature is None or not signature.signed else ""
            yield f"{WHAT_TO_CLICK[path.suffix].format(name=path.name)} {asked}".strip()


def _table(files: Sequence[Path]) -> str:
    rows = (f"| `{path.name}` | {_size(path.stat().st_size)} | `{sha256(path)}` |" for path in files)
    return "\n".join(["| File | Size | SHA-256 |", "| --- | ---: | --- |", *rows])


def _signatures(files: Sequence[Path]) -> Iterator[str]:
    signed = [(path, recorded(path)) for path in files]
    lines = [f"- `{path.name}`: {signature.note}." for path, signature in signed if signature]
    if lines:
        yield "\n".join(lines)
    yield "Packages for Linux carry no signature of their own: compare their SHA-256 with `SHA256SUMS`."


def _size(count: int) -> str:
    """A length as people read it, in millions of bytes."""
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{count:,} bytes"


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line; 1 when a release may not be made, 2 for a wrong command."""
    try:
        changelog = CHANGELOG.read_text(encoding="utf-8")
        match list(arguments):
            case ["check", tag]:
                check(tag, changelog)
            case ["write", files, out]:
                Path(out).write_text(notes(Path(files), changelog), encoding="utf-8")
            case _:
                sys.stderr.write(__doc__ or "")
                return 2
    except PackagingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
