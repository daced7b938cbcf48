"""What the program stands on, with the licences of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core import doctor, licences
from core.licences import Package, installed_packages, packages

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found() -> dict[str, Package]:
    return {package.name.lower().replace("_", "-"): package for package in installed_packages()}


def test_every_dependency_that_is_there_is_listed_and_what_it_needs(found: dict[str, Package]) -> None:
    needed = {need.name.replace("_", "-") for need in map(doctor.package, doctor.PACKAGES) if need.found}
    assert needed - set(found) - {"tensorflow"} == set()
    assert {"python", "six", "markupsafe"} <= set(found)
    assert "pytest" not in found


def test_every_package_has_a_version_and_a_licence(found: dict[str, Package]) -> None:
    assert [name for name, package in found.items() if not package.version] == []
    assert [name for name, package in found.items() if package.licence == "not stated"] == []


def test_texts_are_the_packages_own_or_the_common_one(found: dict[str, Package]) -> None:
    assert "NumPy Developers" in found["numpy"].text
    assert "GNU GENERAL PUBLIC LICENSE" in found["pyside6-essentials"].text
    assert found["tf-keras"].text.startswith("Apache License")
    assert {name for name, package in found.items() if not package.text} <= {"pyserial"}


def test_the_programs_own_licence_is_the_one_it_declares() -> None:
    assert licences.own_text().startswith("                    GNU GENERAL PUBLIC LICENSE")
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{licences.LICENCE}"' in declared


def test_what_an_installer_wrote_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = (Package(name="a", version="1", licence="MIT", text="t"),)
    (tmp_path / licences.LICENCES_FILE).write_bytes(msgspec.json.encode(written))
    monkeypatch.setattr(licences, "resources_folder", lambda: tmp_path)
    assert packages() == written
