"""Whether this program is whole: its packages, the files that came with it, the folders it writes to.

What is found is told as `Check`s, in words for the person who would have to mend it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from core import doctor
from core.paths import program_folder, written_folders
from core.program import is_installed

PARTS = {
    "LICENSE": "the license",
    "CHANGELOG.md": "the list of changes",
    "docs/guide/*.md": "the guide",
    "docs/guide/images/*.png": "images of the guide",
    "docs/guide/window/*.md": "the guide to the window",
    "docs/guide/de/window/*.md": "the guide in German",
    "docs/guide/ko/window/*.md": "the guide in Korean",
    "firmware/main/*.cc": "the sources of the firmware",
    "resources/boards.toml": "the boards",
    "resources/drawings/*.svg": "drawings of the window",
    "resources/export/*.md": "texts of exports",
    "resources/firmware/releases.toml": "the list of released firmware",
    "resources/icons/*.svg": "icons of the window",
    "resources/report/*.html": "the report",
    "resources/report/style.css": "the look of the report",
    "resources/squeeze-studio.svg": "the icon of the program",
    "resources/start/squeezenet-1.1.npz": "the starting network",
    "resources/translations/squeeze-studio_de.qm": "German texts",
    "resources/translations/squeeze-studio_ko.qm": "Korean texts",
    "resources/web/*.js": "the page of export --as web",
    "resources/web/index.html": "the page of export --as web",
}
"""Patterns below the program's folder, each with what its files are needed for: every one has a file."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was tried. `found` says what came of it, `remedy` what to do when it is not `ok`.

    `detail` is technical, as a library's own words.
    """

    name: str
    ok: bool
    found: str = ""
    remedy: str = ""
    detail: str = ""
    seconds: float = 0.0


def check_needs() -> Check:
    """Python, packages, disk: what the doctor calls required is there."""
    report = doctor.examine(Path(tempfile.gettempdir()))
    broken = [need for need in report.needs if need.required and not need.ok]
    if broken:
        problem = "; ".join(f"{need.name}, needed for {need.needed_for}: not right" for need in broken)
        return Check(name="needs", ok=False, found=problem, remedy=_joined(need.remedy for need in broken))
    packages = sum(bool(need.found) for need in report.needs if need.name in doctor.PACKAGES)
    return Check(name="needs", ok=True, found=f"{report.system}, {packages} packages")


def check_parts(folder: Path | None = None) -> Check:
    """The files that come with the program are where it looks for them."""
    home = folder or program_folder()
    missing = [f"{pattern} ({use})" for pattern, use in PARTS.items() if not any(home.glob(pattern))]
    if missing:
        problem = f"not there in {home}: {', '.join(missing)}"
        remedy = "Install the program again." if is_installed() else "Get them back from the repository."
        return Check(name="files", ok=False, found=problem, remedy=remedy)
    return Check(name="files", ok=True, found=str(home))


def check_folders() -> Check:
    """The program can write where it keeps what belongs to no run. Nothing is left behind."""
    refused = {path: reason for path in written_folders() if (reason := _refusal(path))}
    if refused:
        problem = "; ".join(f"{path} cannot be written to ({reason})" for path, reason in refused.items())
        remedy = "Give your account the right to write there, and see that the disk is not full."
        return Check(name="folders", ok=False, found=problem, remedy=remedy)
    return Check(name="folders", ok=True, found=", ".join(map(str, written_folders())))


def _refusal(folder: Path) -> str:
    """Why no file can be made in `folder`, which need not exist yet; '' when one can."""
    made = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"0")
            file.flush()
    except OSError as error:
        return error.strerror or str(error)
    finally:
        for place in made:
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    return ""


def _joined(texts: Iterable[str]) -> str:
    """The texts that differ, one after the other."""
    return " ".join(dict.fromkeys(filter(None, texts)))
