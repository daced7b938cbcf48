"""The disk image for macOS: the program and a link to where programs go, to drag the one onto the other.

Made by macOS's own `hdiutil`. The package dmgbuild would add a background image and places of icons; Finder
shows two icons well without.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from tools.package import apple
from tools.package.errors import PackagingError
from tools.package.signing import Run, record, run

VOLUME = "Squeeze Studio"
EXECUTABLES = ("squeeze-studio", "squeeze")
_ATTEMPTS = 3
_PAUSE = 5.0


def build(folder: Path, out: Path, version: str) -> Path:
    """Make the image of the program `folder`, an .app, and return its file, in `out`.

    Signed and approved by Apple as far as that is configured (tools/package/signing.py). Raises
    `PackagingError` when the folder is no program, and with the words of the tool that failed.
    """
    check(folder)
    out.mkdir(parents=True, exist_ok=True)
    image = out / f"squeeze-studio-{version}-macos-arm64.dmg"
    signature = apple.UNSIGNED
    with apple.identity() as name:
        if name:
            apple.sign_program(folder, name)
        make_image(folder, image)
        if name:
            apple.sign_image(image, name)
            signature = apple.notarize(image, os.environ)
    record(image, signature)
    return image


def check(app: Path) -> None:
    """Raise `PackagingError` when the folder is not the program, as PyInstaller makes it."""
    for name in EXECUTABLES:
        if not (app / "Contents" / "MacOS" / name).is_file():
            raise PackagingError(
                f"{app} has no Contents/MacOS/{name}: make it first (dev.py package folder)."
            )


def make_image(app: Path, image: Path, run: Run = run, pause: float = _PAUSE) -> None:
    """Write the image; an older one of that name goes. Raises `PackagingError` with hdiutil's words."""
    image.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="squeeze-dmg-") as place:
        stage = Path(place) / VOLUME
        stage.mkdir()
        # Links stay links: a signature covers them.
        shutil.copytree(app, stage / app.name, symlinks=True)
        (stage / "Applications").symlink_to("/Applications")
        # Compressed by LZMA, which every system that the program runs on can read.
        command = [
            "hdiutil",
            "create",
            "-volname",
            VOLUME,
            "-srcfolder",
            str(stage),
            "-format",
            "ULMO",
            str(image),
        ]
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                run(command)
            except PackagingError as error:
                # Whatever reads new files just then, as the system's search does, keeps hdiutil off.
                if attempt == _ATTEMPTS or "busy" not in str(error).lower():
                    raise
                time.sleep(pause)
            else:
                return
