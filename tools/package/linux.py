"""The texts of packaging/linux/, with version, date and lists filled in."""

from __future__ import annotations

import email.utils
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tools.package.contents import present_in
from tools.package.licences import bundled

ROOT = Path(__file__).resolve().parents[2]
METAINFO = "io.github.squeeze_studio.SqueezeStudio.metainfo.xml"
DESCRIPTION = """image classifiers so small that they run on an ESP32
 Squeeze Studio turns a folder of images into an image classifier: it trains
 a SqueezeNet, prunes, quantizes and Huffman-codes it, and shows what each step
 cost in accuracy and saved in bytes. One click flashes it to a board, or to one
 in software, and shows live what the board sees.
 .
 The Huffman-coded model is an ordinary .tflite that stock TensorFlow Lite
 Micro runs. The same engine works on the command line."""

_COMMON = re.compile(
    r"(Apache License|GNU GENERAL PUBLIC LICENSE)\s+Version [23].*?"
    r"(END OF TERMS AND CONDITIONS|such warranty or additional\s+liability\.)",
    re.DOTALL,
)
_SHELF = {
    "apache": "text of /usr/share/common-licenses/Apache-2.0",
    "gnu": "text of a version of the GPL in /usr/share/common-licenses",
}
_LIBRARIES = "usr/lib/squeeze-studio/_internal"
_FOLDER = ROOT / "packaging" / "linux"


def text(name: str, version: str) -> str:
    """A file of packaging/linux/ for a version."""
    written = (_FOLDER / name).read_text(encoding="utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(moment()))
    written = written.replace("@VERSION@", version).replace("@DATE@", day)
    return written.replace("@COMMANDS@\n", _commands()) if "@COMMANDS@" in written else written


def system() -> str:
    """How files of a release name the system and processor that they were made on."""
    names = {"linux": "linux-x86_64", "win32": "windows-x64", "darwin": "macos-arm64"}
    return names.get(sys.platform, sys.platform)


def moment() -> int:
    """When this is made, in seconds since 1970: SOURCE_DATE_EPOCH where it is set, to make the same again."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())


def debian_changelog(package: str, version: str, maintainer: str) -> str:
    """Debian's changelog: what changed stands in the program's own, beside it."""
    day = email.utils.formatdate(moment(), localtime=False)
    return (
        f"{package} ({version}) stable; urgency=medium\n\n  * See changelog.gz.\n\n -- {maintainer}  {day}\n"
    )


def copyright_text(folder: Path) -> str:
    """Debian's machine-readable form of whose the program in `folder` is, and what lies in it."""
    own = "Squeeze Studio's authors"
    licences = {
        "GPL-3+": "Version 3 of the GNU General Public License, or any later one:\n"
        "/usr/share/common-licenses/GPL-3.",
        "Apache-2.0": "Apache License 2.0: /usr/share/common-licenses/Apache-2.0.",
    }
    parts = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Squeeze Studio\n",
        _files(["*"], own, "GPL-3+"),
        _files([f"{_LIBRARIES}/firmware/*"], own, "Apache-2.0"),
    ]
    for one, found in bundled(present_in(folder)).items():
        short = re.sub(r"[^a-z0-9.+-]", "-", f"{one.name}-{one.version}".lower())
        places = [f"{_LIBRARIES}/{place}{'' if '.' in place else '/*'}" for place in found]
        parts.append(_files(places, f"{one.name}'s authors", short))
        licences[short] = f"{one.licence}\n{without_common(one.text)}".strip()
    parts += [f"License: {name}\n{_indented(said)}\n" for name, said in licences.items()]
    return "\n".join(parts)


def without_common(text: str) -> str:
    """A licence's text, of which what every Debian has (Policy 12.5) is but referred to."""
    return _COMMON.sub(lambda found: f"(the {_SHELF[found[1].split()[0].lower()]} belongs here)", text)


def _files(places: Sequence[str], owner: str, licence: str) -> str:
    return f"Files: {' '.join(places)}\nCopyright: {owner}\nLicense: {licence}\n"


def _indented(text: str) -> str:
    """A text as a field goes on over lines: a blank in front, a dot where a line is empty."""
    return "\n".join(f" {line.rstrip() or '.'}" for line in text.splitlines())


def _commands() -> str:
    """The commands of `squeeze` as a manual page lists them."""
    from core.cli import COMMANDS

    return "".join(f".TP\n.B {name}\n{command.help}\n" for name, command in COMMANDS.items())
