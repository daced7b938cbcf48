"""Building firmware, with a stand-in for ESP-IDF that writes what the real one would."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from core.boards.board_block import Chip
from core.boards.firmware_bundles.building import (
    DOCKER_IMAGE,
    FirmwareBuild,
    Toolchain,
    build_bundle,
    find_toolchain,
)
from core.boards.firmware_bundles.sources import find_bundle
from core.errors import Cancelled, SqueezeError
from core.events import Event, Log
from tests.builders.bundles import FLASH_BYTES, LICENCES, small_bundle
from tests.processes import wait_until_gone
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


DOCKER = """#!/usr/bin/env bash
# What is asked goes to `asked`. A container is a process that outlives the client, as Docker's are.
here="$(dirname "$0")"
echo "$*" >> "$here/asked"
case "$1" in
info)
    [ -e "$here/refusal" ] && cat "$here/refusal" >&2 && exit 1
    cat "$here/options" ;;
rm) kill -9 "$(cat "$here/$3")" && rm "$here/$3" ;;
run)
    [ -e "$here/no-image" ] && cat "$here/no-image" >&2 && exit 125
    words=()
    while [ $# -gt 0 ]; do
        case "$1" in
        --name) name="$2" ;;
        *:/project) project="${1%:/project}" ;;
        *:/build) output="${1%:/build}" ;;
        -C) set -- "$1" "$project" "${@:3}" ;;&
        -B) set -- "$1" "$output" "${@:3}" ;;&
        -[CB]|-D*) words+=("$1" "$2") ;;
        esac
        shift
    done
    # There before tail looks for it, however late the build begins.
    : > "$here/output"
    setsid "$here/idf.py" "${words[@]}" >> "$here/output" 2>&1 &
    echo $! > "$here/$name"
    tail -n +1 -s 0.02 -f --pid $! "$here/output"
    wait $!
    code=$?
    rm "$here/$name"
    exit $code ;;
esac
"""


class FakeDocker:
    """A `docker` that is first on the path."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, options: str = "[name=seccomp]"
    ) -> None:
        folder.mkdir()
        self._folder = folder
        (folder / "options").write_text(options)
        for name, content in (("docker", DOCKER), ("idf.py", BUILD)):
            (folder / name).write_text(content)
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    @property
    def asked(self) -> list[str]:
        return (self._folder / "asked").read_text().splitlines()

    @property
    def containers(self) -> dict[str, int]:
        """Names and processes of those that there are."""
        return {path.name: int(path.read_text()) for path in self._folder.glob("squeeze-*")}


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


@needs_bash
def test_docker_builds_as_the_persons_own_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docker, task = FakeDocker(tmp_path / "bin", monkeypatch), RecordingTask()
    bundle = build_bundle(order(project(tmp_path / "project")), Toolchain(), task, tmp_path / "imported")
    assert bundle == small_bundle()
    assert [event.text for event in task.of(Log)] == ["building for esp32"]
    run = docker.asked[-1]
    assert re.match(r"run --rm --name squeeze-build-\w+ ", run)
    assert f" --user {os.getuid()}:{os.getgid()} --env HOME=/tmp " in run
    assert f" -v {tmp_path / 'project'}:/project " in run
    assert f" {DOCKER_IMAGE} idf.py -C /project -B /build " in run
    assert docker.containers == {}


@needs_bash
def test_docker_without_root_is_left_its_own_mapping_of_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker = FakeDocker(tmp_path / "bin", monkeypatch, "[name=seccomp,profile=builtin name=rootless]")
    build_bundle(order(project(tmp_path / "project")), Toolchain(), RecordingTask(), tmp_path / "imported")
    assert "--user" not in docker.asked[-1]


@needs_bash
def test_a_container_is_gone_when_its_build_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker, folder = FakeDocker(tmp_path / "bin", monkeypatch), project(tmp_path / "project")
    (folder / "hang").touch()
    running: dict[str, int] = {}

    def hanging(event: Event) -> bool:
        running.update(docker.containers)
        return isinstance(event, Log) and event.text == "hanging"

    with pytest.raises(Cancelled):
        build_bundle(order(folder), Toolchain(), RecordingTask(hanging), tmp_path / "i")
    ((name, process),) = running.items()
    assert docker.asked[-1] == f"rm --force {name}"
    assert docker.containers == {}
    wait_until_gone(process)


@needs_bash
def test_a_build_in_docker_that_fails_shows_its_last_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeDocker(tmp_path / "bin", monkeypatch)
    folder = project(tmp_path / "project")
    (folder / "fail").touch()
    with pytest.raises(SqueezeError) as caught:
        build_bundle(order(folder), Toolchain(), RecordingTask(), tmp_path / "i")
    assert caught.value.code == "firmware-build-failed"
    assert caught.value.detail.endswith("main.cc:1: error: no")


@needs_bash
@pytest.mark.parametrize(
    ("file", "words", "code"),
    [
        (
            "refusal",
            "Cannot connect to the Docker daemon at unix:///run/docker.sock. Is the docker daemon running?",
            "docker-not-running",
        ),
        (
            "refusal",
            "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
            "docker-permission",
        ),
        ("no-image", "docker: Error response from daemon: no space left on device.", "docker-failed"),
    ],
)
def test_a_failure_of_docker_itself_is_not_blamed_on_esp_idf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, words: str, code: str
) -> None:
    FakeDocker(tmp_path / "bin", monkeypatch)
    (tmp_path / "bin" / file).write_text(words)
    with pytest.raises(SqueezeError) as caught:
        build_bundle(order(project(tmp_path / "project")), Toolchain(), RecordingTask(), tmp_path / "i")
    assert caught.value.code == code
    assert words in caught.value.detail
    assert "version of ESP-IDF" not in caught.value.remedy
