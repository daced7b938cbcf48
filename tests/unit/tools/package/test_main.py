"""The command line of `dev.py package`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.package import __main__ as package
from tools.package import trial
from tools.package.errors import PackagingError


def test_a_format_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        package.main(["rpm"])
    assert ended.value.code == 2
    assert "no format rpm: it is folder, " in capsys.readouterr().err


def test_every_system_has_its_formats() -> None:
    assert {name for names in package.OF_SYSTEM.values() for name in names} < set(package.FORMATS)
    assert package.parsed([]).formats == list(package.OF_SYSTEM.get(sys.platform, ()))


def test_firmware_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="holds no firmware bundles"):
        package.firmware_bundles(tmp_path)
    (tmp_path / "esp32.zip").touch()
    assert package.firmware_bundles(tmp_path) == tmp_path.resolve()


def test_what_cannot_be_made_ends_with_1_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["folder", "--firmware", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]
    assert package.main(command) == 1
    assert "nowhere holds no firmware bundles" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there is no root on Windows")
def test_a_trial_without_root_says_what_it_takes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert trial.main(["x.deb", "--root", "nowhere"]) == 1
    assert capsys.readouterr().err == "This takes root and the package debootstrap.\n"
