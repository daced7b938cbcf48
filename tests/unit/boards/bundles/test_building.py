"""Building firmware, with a stand-in for ESP-IDF that writes what the real one would."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.boards.board_block import Chip
from core.boards.bundles.building import DOCKER_IMAGE, Toolchain, build_bundle, find_toolchain
from core.boards.bundles.built import FirmwareBuild
from core.boards.bundles.sources import find_bundle
from core.errors import Cancelled, SqueezeError
from core.events import Event, Log
from tests.builders.bundles import FLASH_BYTES, LICENCES, small_bundle
from tests.recording import RecordingTask

needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is written for bash")

BUILD = """#!/usr/bin/env bash
set -e
while [ $# -gt 0 ]; do
    case "$1" in -B) output="$2" ;; -C) project="$2" ;; -DIDF_TARGET=*) target="${1#*=}" ;; esac
    shift
done
echo "building for $target"
test -f "$project/fail" && { echo "main.cc:1: error: no"; exit 2; }
test -f "$project/hang" && { echo "hanging"; exec sleep 600; }
mkdir -p "$output"
cp "$project"/*.bin "$output"
cp "$project/flasher_args.json" "$output"
echo "resolved" > "$project/dependencies.lock"
"""


def fake_idf(folder: Path) -> Path:
    """An ESP-IDF whose export.sh puts an idf.py on the path that copies what lies in the project."""
    (folder / "tools").mkdir(parents=True)
    script = folder / "tools" / "idf.py"
    script.write_text(BUILD)
    script.chmod(0o755)
    (folder / "export.sh").write_text(f'export PATH="{folder}/tools:$PATH"; echo "ready"\n')
    return folder


def project(folder: Path) -> Path:
    folder.mkdir()
    for name, data in small_bundle().parts.items():
        (folder / f"{name.replace(' ', '-')}.bin").write_bytes(data)
    (folder / "flasher_args.json").write_text(
        '{"flash_files": {"0x1000": "bootloader.bin", "0x8000": "partition-table.bin", '
        '"0x10000": "application.bin"}}'
    )
    return folder


def order(folder: Path) -> FirmwareBuild:
    return FirmwareBuild(
        project=folder,
        chip=Chip.ESP32,
        variant="esp32",
        version="1.0.0",
        flash_bytes=FLASH_BYTES,
        sdkconfig=("sdkconfig.defaults",),
        licences=LICENCES,
    )


def test_the_variable_comes_before_the_usual_places_and_docker(tmp_path: Path) -> None:
    named, usual = fake_idf(tmp_path / "named"), fake_idf(tmp_path / "home" / "esp" / "esp-idf")
    home = tmp_path / "home"
    assert find_toolchain({"IDF_PATH": str(named)}, home, "linux").folder == named
    assert find_toolchain({"IDF_PATH": str(tmp_path / "gone")}, home, "linux").folder == usual


def test_installed_versions_are_found_the_newest_first(tmp_path: Path) -> None:
    fake_idf(tmp_path / ".espressif" / "v5.1" / "esp-idf")
    newest = fake_idf(tmp_path / ".espressif" / "v5.3" / "esp-idf")
    assert find_toolchain({}, tmp_path, "linux").folder == newest


def test_docker_builds_where_nothing_is_installed(tmp_path: Path) -> None:
    docker = tmp_path / "bin" / ("docker.exe" if sys.platform == "win32" else "docker")
    docker.parent.mkdir()
    docker.write_text("#!/bin/sh\n")
    docker.chmod(0o755)
    found = find_toolchain({"PATH": str(docker.parent)}, tmp_path, "linux")
    assert (found.folder, found.name) == (None, f"Docker's {DOCKER_IMAGE}")


def test_nothing_to_build_with_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught:
        find_toolchain({"PATH": str(tmp_path)}, tmp_path, "linux")
    assert caught.value.code == "idf-missing"


@needs_bash
def test_what_was_built_is_imported_and_its_output_shown_live(tmp_path: Path) -> None:
    task = RecordingTask()
    toolchain = Toolchain(folder=fake_idf(tmp_path / "idf"))
    bundle = build_bundle(order(project(tmp_path / "project")), toolchain, task, tmp_path / "imported")
    assert bundle == small_bundle()
    assert find_bundle("esp32", (tmp_path / "imported",)) == bundle
    assert [event.text for event in task.of(Log)] == ["ready", "building for esp32"]


@needs_bash
def test_an_installed_programs_sources_are_left_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path / "project")
    before = sorted(folder.iterdir())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    toolchain = Toolchain(folder=fake_idf(tmp_path / "idf"))
    bundle = build_bundle(order(folder), toolchain, RecordingTask(), tmp_path / "imported")
    assert bundle == small_bundle()
    assert sorted(folder.iterdir()) == before


@needs_bash
def test_a_build_that_fails_shows_its_last_lines(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "fail").touch()
    with pytest.raises(SqueezeError) as caught:
        build_bundle(
            order(folder), Toolchain(folder=fake_idf(tmp_path / "idf")), RecordingTask(), tmp_path / "i"
        )
    assert caught.value.code == "firmware-build-failed"
    assert caught.value.detail.endswith("main.cc:1: error: no")
    assert not (tmp_path / "i").exists()


@needs_bash
def test_a_build_can_be_stopped(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "hang").touch()

    def hanging(event: Event) -> bool:
        return isinstance(event, Log) and event.text == "hanging"

    with pytest.raises(Cancelled):
        build_bundle(
            order(folder),
            Toolchain(folder=fake_idf(tmp_path / "idf")),
            RecordingTask(hanging),
            tmp_path / "i",
        )


@needs_bash
def test_a_build_without_one_of_the_parts_is_an_error(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "flasher_args.json").write_text('{"flash_files": {"0x1000": "bootloader.bin"}}')
    with pytest.raises(SqueezeError) as caught:
        build_bundle(
            order(folder), Toolchain(folder=fake_idf(tmp_path / "idf")), RecordingTask(), tmp_path / "i"
        )
    assert "reading what ESP-IDF built" in caught.value.happened
