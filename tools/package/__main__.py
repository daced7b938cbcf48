"""`python3 dev.py package [FORMAT...]`: the program in one folder, and what people install made of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from core import __version__
from tools.npm_packages import NotFetched, fetch_packages
from tools.package import appimage, bundle, checksums, deb, dmg, icons, inno, sbom
from tools.package.errors import PackagingError

ROOT = Path(__file__).resolve().parents[2]
Build = Callable[[Path, Path, str], Path]

FORMATS: Mapping[str, Build] = {
    "appimage": appimage.build,
    "deb": deb.build,
    "inno": inno.build,
    "dmg": dmg.build,
}
OF_SYSTEM = {"linux": ("deb",), "win32": ("inno",), "darwin": ("dmg",)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make what a command line asks for; 1 when it cannot be made."""
    options = parsed(arguments)
    try:
        for file in made(options):
            sys.stdout.write(f"{file}  {size_text(file)}\n")
    except PackagingError as error:
        sys.stderr.write(f"\n{error}\n")
        return 1
    return 0


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line; ends the process with 2 when it is wrong."""
    own = OF_SYSTEM.get(sys.platform, ())
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument(
        "formats",
        nargs="*",
        metavar="FORMAT",
        help=f"folder, {', '.join(FORMATS)} (default: {', '.join(own)})",
    )
    parser.add_argument(
        "--firmware",
        type=Path,
        help="folder of firmware bundles that come along (default: resources/firmware, if some are there)",
    )
    parser.add_argument("--runtime", type=Path, help="for appimage: AppImage's type-2 runtime for x86_64")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for results (default: dist)")
    options = parser.parse_args(arguments)
    options.formats = options.formats or list(own)
    unknown = [name for name in options.formats if name not in {*FORMATS, "folder"}]
    if unknown:
        parser.error(f"there is no format {unknown[0]}: it is folder, {', '.join(FORMATS)}")
    return options


def made(options: argparse.Namespace) -> list[Path]:
    """Make the folder, and the formats on it, and return all files. Raises `PackagingError`."""
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    firmware = firmware_bundles(options.firmware)
    builders: Mapping[str, Build] = {
        **FORMATS,
        "appimage": partial(appimage.build, runtime=options.runtime),
    }
    icons.write_all(ROOT)
    _bring_npm_packages()
    program = bundle.build(ROOT, out, firmware)
    files = [builders[name](program, out, __version__) for name in options.formats if name != "folder"]
    files.append(sbom.write(out / bundle.NAME, out, __version__))
    checksums.write(files, out / checksums.NAME)
    return [program, *files, out / checksums.NAME]


def _bring_npm_packages() -> None:
    """Have what exported web pages take from npm in the checkout. Raises `PackagingError`."""
    try:
        fetch_packages()
    except NotFetched as error:
        raise PackagingError(str(error)) from error


def firmware_bundles(folder: Path | None) -> Path | None:
    """The folder with bundles to bring along; None when there are none and none were asked for.

    Raises `PackagingError` when a folder was named that holds none.
    """
    place = folder or ROOT / "resources" / "firmware"
    if any(place.glob("*.zip")):
        return place.resolve()
    if folder:
        raise PackagingError(f"{folder} holds no firmware bundles (files that end in .zip).")
    return None


def size_text(path: Path) -> str:
    """How much a file, or all files of a folder, have."""
    count = bundle.installed_bytes(path) if path.is_dir() else path.stat().st_size
    return f"{count / 1e6:,.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
