"""What this program stands on: packages with their versions and licences.

A checkout asks Python's own records of what is installed. In an installed program `resources/licences.json`
has them, written by the same code where the installer was made: a list of `Package`s.
"""

from __future__ import annotations

import platform
import re
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import msgspec

from core.doctor import IN_PLACE_OF, PACKAGES
from core.paths import program_folder, resources_folder
from core.reading import read_json

LICENCE = "GPL-3.0-or-later"
LICENCES_FILE = "licences.json"

_NAME = re.compile(r"[\w.-]+")
_TEXT_FILE = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
_NOT_A_TEXT = {".py", ".pyc", ".h", ".json", ".html"}
_CLASSIFIER = "License :: "
_LONGEST_NAME = 60
_UNKNOWN = "not stated"
_KNOWN = {"namex": "Apache-2.0", "rich-click": "MIT", "tflite-micro": "Apache-2.0"}
"""What packages have in their repositories and leave out of their records."""
_ROOTS = (*PACKAGES, *IN_PLACE_OF.values(), "distributed", "tensorboard")
_APACHE_HEAD = "Apache License"
_APACHE_END = "END OF TERMS AND CONDITIONS"


class Package(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A package: `licence` is its name in the package's own words, `text` may be '' where it brings none."""

    name: str
    version: str
    licence: str
    text: str = ""


def packages() -> tuple[Package, ...]:
    """What this program stands on, by name."""
    written = resources_folder() / LICENCES_FILE
    if written.is_file():
        return read_json(written, tuple[Package, ...])
    return installed_packages()


def own_text() -> str:
    """The program's own licence."""
    return (program_folder() / "LICENSE").read_text(encoding="utf-8")


def installed_packages(roots: Iterable[str] = _ROOTS) -> tuple[Package, ...]:
    """Python, and the distributions installed here among `roots` with all that they need, by name."""
    packages: dict[str, Package] = {}
    waiting = list(roots)
    while waiting:
        name = _normalized(waiting.pop())
        if name in packages:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            # For another system, or an extra that nobody asked for.
            continue
        packages[name] = _package(distribution)
        waiting += _needed(distribution)
    return (_python(), *_with_common_texts([packages[name] for name in sorted(packages)]))


def _python() -> Package:
    file = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return Package(name="Python", version=platform.python_version(), licence="PSF-2.0", text=text)


def _with_common_texts(packages: list[Package]) -> list[Package]:
    """Those without a text get it where all have the same: Apache's, and the GPL that this program has."""
    apache = next((text for package in packages if (text := _apache_text(package.text))), "")
    texts = {"Apache": apache, "GPL-3.0-only": own_text()}
    return [
        package
        if package.text
        else msgspec.structs.replace(
            package, text=next((text for name, text in texts.items() if name in package.licence), "")
        )
        for package in packages
    ]


def _apache_text(text: str) -> str:
    """The Apache License 2.0 where it stands in a text, without what people add to it."""
    start, end = text.find(_APACHE_HEAD), text.find(_APACHE_END)
    return text[start : end + len(_APACHE_END)] if 0 <= start < end else ""


def _needed(distribution: metadata.Distribution) -> list[str]:
    """Names of what a distribution needs; its extras are left out."""
    lines = [line for line in distribution.requires or () if "extra ==" not in line]
    return [match.group() for line in lines if (match := _NAME.match(line))]


def _package(distribution: metadata.Distribution) -> Package:
    return Package(
        name=distribution.metadata["Name"],
        version=distribution.version,
        licence=_KNOWN.get(_normalized(distribution.metadata["Name"])) or _licence(distribution.metadata),
        text=_text(distribution),
    )


def _licence(record: metadata.PackageMetadata) -> str:
    """Its SPDX expression, else what its author wrote, else its classifiers."""
    if expression := _field(record, "License-Expression"):
        return expression
    written = _field(record, "License").strip()
    if written and "\n" not in written and len(written) <= _LONGEST_NAME and written != "UNKNOWN":
        return written
    classes = [line for line in record.get_all("Classifier") or () if line.startswith(_CLASSIFIER)]
    names = [line.rpartition(" :: ")[2] for line in classes]
    return ", ".join(names) or _UNKNOWN


def _field(record: metadata.PackageMetadata, name: str) -> str:
    return str((record.get_all(name) or [""])[0])


def _text(distribution: metadata.Distribution) -> str:
    """All licence texts that it brings, each once."""
    files = [Path(str(distribution.locate_file(file))) for file in distribution.files or () if _is_text(file)]
    texts = [file.read_text(encoding="utf-8", errors="replace").strip() for file in files if file.is_file()]
    if not texts and "\n" in (written := _field(distribution.metadata, "License")):
        texts = [written.strip()]
    return "\n\n".join(dict.fromkeys(texts))


def _is_text(file: metadata.PackagePath) -> bool:
    """Whether a file of a distribution is a licence: beside its metadata or at the top of its packages."""
    is_record = any(part.endswith(".dist-info") for part in file.parts)
    in_place = is_record or len(file.parts) <= 2
    return in_place and bool(_TEXT_FILE.match(file.name)) and file.suffix.lower() not in _NOT_A_TEXT


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
