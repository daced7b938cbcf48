"""The ways in which firmware can come to this computer, and what each takes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.boards.firmware_bundles.toolchains import DOCKER_DOWNLOAD_BYTES, DOCKER_IMAGE
from core.boards.firmware_bundles.ways import FirmwareWay, firmware_ways
from tests.builders.toolchains import FakeDocker, FakeEim, fake_idf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are written for bash")

NOTHING_RELEASED = "# nothing\n"


def ways(folder: Path, released: str = NOTHING_RELEASED) -> tuple[FirmwareWay, ...]:
    """What there is for an ESP32, for a person whose home is `home` in `folder`."""
    file = folder / "releases.toml"
    file.write_text(released)
    return firmware_ways("esp32", os.environ, folder / "home", file)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer on which there is nothing to build with."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.delenv("IDF_PATH", raising=False)
    return tmp_path


def test_without_a_release_and_without_tools_there_is_no_way(bare: Path) -> None:
    assert ways(bare) == ()


def test_a_release_is_offered_only_when_the_list_names_one_for_the_board(bare: Path) -> None:
    release = 'address = "https://example.org/esp32.zip"\nsha256 = "ab"\nbytes = 600_000\n'
    (way,) = ways(bare, f"[esp32]\n{release}")
    assert (way.name, way.source) == ("fetch", "https://example.org/esp32.zip")
    assert way.download_bytes == 600_000
    assert way.seconds < 5
    assert ways(bare, f"[esp32c3]\n{release}") == ()


def test_an_installed_esp_idf_comes_before_what_downloads(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeEim(bare / "bin", bare / "home", monkeypatch)
    fake_idf(bare / "home" / "esp" / "esp-idf")
    installed, by_eim = ways(bare)
    assert (installed.name, installed.source) == ("build-idf", str(bare / "home" / "esp" / "esp-idf"))
    assert (installed.download_bytes, installed.disk_bytes) == (0, 0)
    assert by_eim.name == "build-eim"
    assert by_eim.download_bytes > 1_000_000_000
    assert by_eim.seconds > installed.seconds > 0


def test_docker_is_a_way_with_its_image_and_what_that_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeDocker(tmp_path / "bin", monkeypatch)
    monkeypatch.delenv("IDF_PATH", raising=False)
    (here,) = ways(tmp_path)
    assert (here.name, here.source) == ("build-docker", DOCKER_IMAGE)
    assert (here.download_bytes, here.disk_bytes) == (0, 9_610_000_000)
    (tmp_path / "bin" / "no-local-image").touch()
    (missing,) = ways(tmp_path)
    assert missing.download_bytes == DOCKER_DOWNLOAD_BYTES
    assert missing.seconds > here.seconds


def test_docker_that_does_not_answer_is_no_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    FakeDocker(tmp_path / "bin", monkeypatch)
    monkeypatch.delenv("IDF_PATH", raising=False)
    (tmp_path / "bin" / "refusal").write_text("Cannot connect to the Docker daemon")
    assert ways(tmp_path) == ()
