"""Whether the program is whole, in words for the person who would have to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from core import doctor, installation
from core.installation import PARTS, check_folders, check_needs, check_parts

ROOT = Path(__file__).parents[2]


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account whose folders are not there yet."""
    for name in ("DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    return tmp_path


def test_a_whole_program_is_found_whole(own_folders: Path) -> None:
    assert [check.ok for check in (check_needs(), check_parts(), check_folders())] == [True] * 3
    assert list(own_folders.iterdir()) == []


def test_everything_that_comes_with_the_program_is_looked_for() -> None:
    tops = {path.name for path in (ROOT / "resources").iterdir()} - {"licences.json"}
    looked_for = {pattern.split("/")[1] for pattern in PARTS if pattern.startswith("resources/")}
    assert tops - looked_for == set()


@pytest.mark.parametrize(
    ("installed", "remedy"), [(True, "Install the program again."), (False, "from the repository")]
)
def test_a_resource_that_was_taken_away_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool, remedy: str
) -> None:
    for name in ("resources", "firmware", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    assert check_parts(tmp_path).ok
    (tmp_path / "resources" / "translations" / "squeeze-studio_ko.qm").unlink()
    monkeypatch.setattr(sys, "frozen", installed, raising=False)
    check = check_parts(tmp_path)
    assert not check.ok
    assert check.found.endswith("resources/translations/squeeze-studio_ko.qm (Korean texts)")
    assert remedy in check.remedy


def test_a_folder_that_cannot_be_made_is_named(own_folders: Path) -> None:
    (own_folders / "CACHE").write_text("a file where a folder should be")
    check = check_folders()
    assert not check.ok
    assert f"{own_folders / 'CACHE' / 'squeeze-studio'} cannot be written to" in check.found
    assert str(own_folders / "DATA") not in check.found
    assert check.remedy


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_named(own_folders: Path) -> None:
    folder = own_folders / "STATE"
    folder.mkdir(mode=0o500)
    assert "Permission denied" in check_folders().found


def test_a_missing_package_is_named_with_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    check = check_needs()
    assert not check.ok
    assert "numpy, needed for everything" in check.found
    assert check.remedy == "Install the program again."


def test_tensorflow_without_cuda_is_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"tensorflow-cpu": "2.21.0"}
    monkeypatch.setattr(doctor, "_version", lambda name: versions.get(name, ""))
    assert doctor.package("tensorflow").found == "2.21.0"
    assert installation.check_needs().ok is False
