"""The bill of materials of what people install: every package in the folder, in CycloneDX's JSON form.

Source of the form: CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/.
"""

from __future__ import annotations

import base64
import json
import re
import time
import uuid
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from core.export.web_library import pinned_packages
from core.licences import Package
from tools.package import linux
from tools.package.bundle import LIBRARIES, NAME
from tools.package.contents import present_in
from tools.package.licences import bundled
from tools.package.system_libraries import is_library, source_of

NPM_LICENCES = {"esptool-js": "Apache-2.0", "pako": "MIT AND Zlib", "atob-lite": "MIT"}
"""By the package.json of each."""
_LOCK = linux.ROOT / "requirements" / "package.txt"
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")

_WHEEL_LIBRARY = re.compile(r"(lib.+?)_?(?:-[0-9a-f]{8})*\.so(?:\.([\d.]+))?")

Component = dict[str, Any]


def write(folder: Path, out: Path, version: str) -> Path:
    """Write what is in the program's folder into `out` and return the file."""
    file = out / f"{NAME}-{version}-{linux.system()}.cdx.json"
    file.write_text(json.dumps(bill(folder, version), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def bill(folder: Path, version: str) -> dict[str, Any]:
    """The whole document."""
    hashes = locked_hashes(_LOCK.read_text(encoding="utf-8"))
    components = [_of_package(package, hashes) for package in bundled(present_in(folder))]
    components += [
        _qt(),
        *_of_wheels(folder),
        *_of_system(folder),
        *_of_firmware(folder / LIBRARIES / "resources" / "firmware"),
        *_of_npm(),
    ]
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(linux.moment()))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, f"{NAME} {version} {linux.system()} {made}").urn,
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": _component("application", NAME, version, "GPL-3.0-or-later"),
        },
        "components": components,
    }


def locked_hashes(lock: str) -> dict[str, list[str]]:
    """SHA-256 digests that a lock admits, by 'name==version': one for each file that was published."""
    text = re.sub(r"\\\n", "", lock)
    lines = re.findall(r"^([a-z0-9-]+==[^\s;]+)(.*)$", text, re.MULTILINE)
    return {package: re.findall(r"sha256:([0-9a-f]{64})", rest) for package, rest in lines}


def _of_npm() -> Iterator[Component]:
    """What exported web pages contain, as the npm registry has it."""
    for package in pinned_packages():
        made = _component("library", package.name, package.version, NPM_LICENCES[package.name])
        digest = package.integrity.partition("-")[2]
        made["purl"] = f"pkg:npm/{package.name}@{package.version}"
        made["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(digest).hex()}]
        yield made


def _of_package(package: Package, hashes: dict[str, list[str]]) -> Component:
    name = re.sub(r"[-_.]+", "-", package.name).lower()
    made = _component("library", package.name, package.version, package.licence)
    if package.name != "Python":
        made["purl"] = f"pkg:pypi/{name}@{package.version}"
        # Which of a release's files was installed depends on the system: the lock admits these.
        digests = hashes.get(f"{name}=={package.version}", [])
        made["properties"] = [{"name": "squeeze-studio:locked-sha256", "value": digest} for digest in digests]
    return made


def _component(kind: str, name: str, version: str, licence: str) -> Component:
    made: Component = {"type": kind, "bom-ref": f"{name}@{version}", "name": name, "version": version}
    if licence:
        known = _SPDX.fullmatch(licence) and (" " in licence or "-" in licence or licence == "MIT")
        made["licenses"] = [{"expression": licence} if known else {"license": {"name": licence}}]
    return made


def _qt() -> Component:
    return _component(
        "framework", "Qt", metadata.version("PySide6-Essentials"), "LGPL-3.0-only OR GPL-3.0-only"
    )


def _of_system(folder: Path) -> Iterator[Component]:
    """Libraries of the Linux that built it, as those of Python's TLS: whose packages they are."""
    seen = set()
    for path in sorted((folder / LIBRARIES).glob("*.so*")):
        found = source_of(path) if is_library(path) else None
        if found and found not in seen:
            seen.add(found)
            package, version = found
            yield {
                **_component("library", package, version, ""),
                "purl": f"pkg:deb/debian/{package}@{version}?arch=amd64",
            }


def _of_wheels(folder: Path) -> Iterator[Component]:
    """Libraries that packages bring in their wheels, as FFmpeg in Qt's and OpenBLAS in numpy's.

    All that tells of their versions is the names of the files.
    """
    libraries = folder / LIBRARIES
    seen = set()
    for pattern in ("*.libs/*.so*", "PySide6/Qt/lib/*.so*"):
        for path in sorted(libraries.glob(pattern)):
            named = _WHEEL_LIBRARY.fullmatch(path.name)
            if named and not path.name.startswith("libQt6") and named.groups() not in seen:
                seen.add(named.groups())
                brought = {"name": "squeeze-studio:brought-by", "value": path.relative_to(libraries).parts[0]}
                yield {**_component("library", named[1], named[2] or "", ""), "properties": [brought]}


def _of_firmware(bundles: Path) -> Iterator[Component]:
    """Firmware bundles, each with what its manifest says it was built with."""
    for bundle in sorted(bundles.glob("*.zip")):
        with zipfile.ZipFile(bundle) as archive:
            about = json.loads(archive.read("manifest.json"))
        parts = [
            {"type": "library", "name": name, "version": version}
            for name, version in about["built_with"].items()
        ]
        component = _component("firmware", f"firmware-{bundle.stem}", about["version"], "Apache-2.0")
        yield {**component, "components": parts}
