"""The bill of materials names what is in the folder, and nothing else."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import msgspec
import pytest

from core.licences import Package
from tools.package import checksums, licences, sbom


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two packages' code and a firmware bundle."""
    made = tmp_path / "squeeze-studio" / "_internal"
    for name in ("msgspec/__init__.pyc", "jinja2/__init__.pyc", "esptool-9.dist-info/METADATA"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).touch()
    for name in ("numpy.libs/libopenblas64_-32a4b2a6.so", "PySide6/Qt/lib/libavcodec.so.61"):
        (made / name).parent.mkdir(parents=True)
        (made / name).touch()
    (made / "PySide6/Qt/lib/libQt6Core.so.6").touch()
    bundles = made / "resources" / "firmware"
    bundles.mkdir(parents=True)
    with zipfile.ZipFile(bundles / "esp32.zip", "w") as archive:
        archive.writestr("manifest.json", json.dumps({"version": "0.1", "built_with": {"esp-nn": "1.2.3"}}))
    return made.parent


def test_what_is_there_is_listed_with_licence_and_digests(folder: Path, tmp_path: Path) -> None:
    file = sbom.write(folder, tmp_path, "1.2.3")
    bill = json.loads(file.read_text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == "1.2.3"
    components = {component["name"]: component for component in bill["components"]}
    assert {"Python", "Jinja2", "msgspec", "Qt", "firmware-esp32"} <= set(components)
    assert "esptool" not in components
    assert components["msgspec"]["purl"].startswith("pkg:pypi/msgspec@")
    assert components["msgspec"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert all(len(entry["value"]) == 64 for entry in components["msgspec"]["properties"])
    assert components["msgspec"]["properties"]
    assert components["firmware-esp32"]["components"] == [
        {"type": "library", "name": "esp-nn", "version": "1.2.3"}
    ]
    assert components["esptool-js"]["purl"].startswith("pkg:npm/esptool-js@")
    assert len(components["esptool-js"]["hashes"][0]["content"]) == 128
    assert components["libopenblas64"]["properties"][0]["value"] == "numpy.libs"
    assert components["libavcodec"]["version"] == "61"
    assert "libQt6Core" not in components
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references))


def test_the_program_reads_the_list_of_licences_that_is_written_for_it(tmp_path: Path) -> None:
    file = tmp_path / "resources" / "licences.json"
    licences.write({"msgspec/__init__.pyc", "esptool/__init__.py"}, file)
    read = msgspec.json.decode(file.read_bytes(), type=tuple[Package, ...])
    names = {package.name for package in read}
    assert {"Python", "msgspec", "esptool"} <= names
    assert "numpy" not in names
    assert all(package.text for package in read if package.name != "Python")


def test_sums_are_such_as_sha256sum_checks(tmp_path: Path) -> None:
    for name in ("b.deb", "a.exe", "a.exe.signature.json", "SHA256SUMS.asc"):
        (tmp_path / name).write_text(name)
    assert checksums.main([str(tmp_path)]) == 0
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["a.exe", "b.deb"]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)
