"""The doctor tells what is there and what is missing, and how to get it."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from core import doctor

ROOT = Path(__file__).parents[2]


def test_it_looks_at_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line)[0] for line in project["dependencies"]}
    assert set(doctor.PACKAGES) == declared


def test_it_knows_the_pythons_that_the_program_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (_, oldest), (_, newest) = doctor.OLDEST_PYTHON, doctor.NEWEST_PYTHON
    assert project["requires-python"] == f">=3.{oldest},<3.{newest + 1}"


def test_nothing_required_is_missing_here(tmp_path: Path) -> None:
    report = doctor.examine(tmp_path / "not" / "there" / "yet")
    assert report.ok
    assert all(need.found for need in report.needs if need.required)
    assert all(need.remedy for need in report.needs if not need.ok)


def test_a_missing_package_comes_with_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "path", [])
    report = doctor.examine(tmp_path)
    missing = {need.name: need for need in report.needs if need.required and not need.ok}
    assert not report.ok
    assert set(missing) >= set(doctor.PACKAGES) - {"tflite-micro"}
    assert missing["tensorflow"].remedy == "Run python3 dev.py setup."


def test_a_report_can_be_written_as_json(tmp_path: Path) -> None:
    report = doctor.examine(tmp_path)
    assert msgspec.json.decode(msgspec.json.encode(report), type=doctor.Report) == report


linux = pytest.mark.skipif(sys.platform != "linux", reason="groups of serial ports are Linux' way")


@linux
@pytest.mark.parametrize(("mine", "ok"), [(True, True), (False, False)])
def test_a_connected_board_tells_whether_its_port_may_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mine: bool, ok: bool
) -> None:
    (tmp_path / "ttyUSB0").touch()
    monkeypatch.setattr(os, "access", lambda path, mode: mine)
    need = doctor.serial_access(tmp_path)
    assert (need.ok, need.required) == (ok, False)
    assert need.remedy.startswith("Run  sudo usermod -a -G ") != ok


@linux
@pytest.mark.parametrize(("user", "groups", "ok"), [(0, [], True), (1000, [20], True), (1000, [1000], False)])
def test_without_a_board_the_groups_tell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user: int, groups: list[int], ok: bool
) -> None:
    monkeypatch.setattr(doctor, "_group", {"dialout": 20}.get)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(os, "getgroups", lambda: groups)
    assert doctor.serial_access(tmp_path).ok == ok
