"""Building firmware, with a stand-in for ESP-IDF that writes what the real one would."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from core.boards.firmware_bundles.building import build_bundle
from core.boards.firmware_bundles.sources import find_bundle
from core.boards.firmware_bundles.toolchains import DOCKER_IMAGE, IDF_RELEASE, Toolchain, find_toolchain
from core.errors import Cancelled, SqueezeError
from core.events import Event, Log, Progress, Status
from tests.builders.bundles import small_bundle
from tests.builders.toolchains import FakeDocker, FakeEim, fake_idf, order, project
from tests.processes import wait_until_gone
from tests.recording import RecordingTask

needs_bash = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is written for bash")


DOCKER = Toolchain(kind="docker")


def idf_in(folder: Path) -> Toolchain:
    """An installed ESP-IDF."""
    return Toolchain(kind="esp-idf", folder=fake_idf(folder / "idf"))


def test_the_variable_comes_before_the_usual_places_and_docker(tmp_path: Path) -> None:
    named, usual = fake_idf(tmp_path / "named"), fake_idf(tmp_path / "home" / "esp" / "esp-idf")
    home = tmp_path / "home"
    assert find_toolchain({"IDF_PATH": str(named)}, home, "linux").folder == named
    assert find_toolchain({"IDF_PATH": str(tmp_path / "gone")}, home, "linux").folder == usual


def test_installed_versions_are_found_the_newest_first(tmp_path: Path) -> None:
    fake_idf(tmp_path / ".espressif" / "v5.1" / "esp-idf")
    newest = fake_idf(tmp_path / ".espressif" / "v5.3" / "esp-idf")
    assert find_toolchain({}, tmp_path, "linux").folder == newest


@pytest.mark.parametrize("version", ["4.4.8", "5.3.5", "7.0.0"])
def test_a_version_that_the_firmware_does_not_take_is_refused_by_name(tmp_path: Path, version: str) -> None:
    folder = fake_idf(tmp_path / "idf", version)
    with pytest.raises(SqueezeError) as caught:
        find_toolchain({"IDF_PATH": str(folder), "PATH": str(tmp_path)}, tmp_path / "home", "linux")
    assert caught.value.code == "idf-version"
    assert version in str(caught.value)
    assert str(folder) in str(caught.value)


@pytest.mark.parametrize("version", ["5.4.0", "5.5.5", "6.0.2"])
def test_versions_that_the_firmware_takes_build(tmp_path: Path, version: str) -> None:
    folder = fake_idf(tmp_path / "idf", version)
    assert find_toolchain({"IDF_PATH": str(folder)}, tmp_path / "home", "linux").folder == folder


def test_an_old_version_is_passed_over_for_one_that_builds(tmp_path: Path) -> None:
    old = fake_idf(tmp_path / "old", "5.3.5")
    good = fake_idf(tmp_path / "home" / "esp" / "esp-idf", "5.4.1")
    assert find_toolchain({"IDF_PATH": str(old)}, tmp_path / "home", "linux").folder == good


def test_an_unknown_version_is_left_to_its_own_build(tmp_path: Path) -> None:
    folder = fake_idf(tmp_path / "idf")
    (folder / "tools" / "cmake" / "version.cmake").write_text("no version here")
    assert find_toolchain({"IDF_PATH": str(folder)}, tmp_path / "home", "linux").folder == folder


def test_docker_builds_where_nothing_is_installed(tmp_path: Path) -> None:
    docker = tmp_path / "bin" / ("docker.exe" if sys.platform == "win32" else "docker")
    docker.parent.mkdir()
    docker.write_text("#!/bin/sh\n")
    docker.chmod(0o755)
    found = find_toolchain({"PATH": str(docker.parent)}, tmp_path, "linux")
    assert (found.kind, found.name) == ("docker", f"Docker's {DOCKER_IMAGE}")


def test_nothing_to_build_with_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SqueezeError) as caught:
        find_toolchain({"PATH": str(tmp_path)}, tmp_path, "linux")
    assert caught.value.code == "idf-missing"


@needs_bash
def test_what_was_built_is_imported_and_its_output_shown_live(tmp_path: Path) -> None:
    task = RecordingTask()
    toolchain = idf_in(tmp_path)
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
    toolchain = idf_in(tmp_path)
    bundle = build_bundle(order(folder), toolchain, RecordingTask(), tmp_path / "imported")
    assert bundle == small_bundle()
    assert sorted(folder.iterdir()) == before


@needs_bash
def test_a_build_that_fails_shows_its_last_lines(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "fail").touch()
    with pytest.raises(SqueezeError) as caught:
        build_bundle(
            order(folder),
            idf_in(tmp_path),
            RecordingTask(),
            tmp_path / "i",
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
            idf_in(tmp_path),
            RecordingTask(hanging),
            tmp_path / "i",
        )


@needs_bash
def test_a_build_without_one_of_the_parts_is_an_error(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "flasher_args.json").write_text('{"flash_files": {"0x1000": "bootloader.bin"}}')
    with pytest.raises(SqueezeError) as caught:
        build_bundle(
            order(folder),
            idf_in(tmp_path),
            RecordingTask(),
            tmp_path / "i",
        )
    assert "reading what ESP-IDF built" in caught.value.happened


@needs_bash
def test_docker_builds_as_the_persons_own_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docker, task = FakeDocker(tmp_path / "bin", monkeypatch), RecordingTask()
    bundle = build_bundle(order(project(tmp_path / "project")), DOCKER, task, tmp_path / "imported")
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
    build_bundle(order(project(tmp_path / "project")), DOCKER, RecordingTask(), tmp_path / "imported")
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
        build_bundle(order(folder), DOCKER, RecordingTask(hanging), tmp_path / "i")
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
        build_bundle(order(folder), DOCKER, RecordingTask(), tmp_path / "i")
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
        build_bundle(order(project(tmp_path / "project")), DOCKER, RecordingTask(), tmp_path / "i")
    assert caught.value.code == code
    assert words in caught.value.detail
    assert "version of ESP-IDF" not in caught.value.remedy


@needs_bash
def test_an_image_that_is_not_here_is_downloaded_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker, task = FakeDocker(tmp_path / "bin", monkeypatch), RecordingTask()
    (tmp_path / "bin" / "no-local-image").touch()
    build_bundle(order(project(tmp_path / "project")), DOCKER, task, tmp_path / "imported")
    assert f"pull {DOCKER_IMAGE}" in docker.asked
    said = [event.text for event in task.of(Status)]
    assert said == [
        f"Downloading the Docker image {DOCKER_IMAGE}",
        f"Building firmware with Docker's {DOCKER_IMAGE}",
    ]


@needs_bash
def test_an_image_that_cannot_be_downloaded_is_dockers_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakeDocker(tmp_path / "bin", monkeypatch)
    (tmp_path / "bin" / "no-local-image").touch()
    (tmp_path / "bin" / "no-pull").write_text("dial tcp: lookup registry-1.docker.io: no such host")
    with pytest.raises(SqueezeError) as caught:
        build_bundle(order(project(tmp_path / "project")), DOCKER, RecordingTask(), tmp_path / "i")
    assert caught.value.code == "docker-failed"
    assert "no such host" in caught.value.detail


@needs_bash
def test_eim_installs_esp_idf_and_builds_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eim, task = FakeEim(tmp_path / "bin", tmp_path / "home", monkeypatch), RecordingTask()
    folder = project(tmp_path / "a project")
    assert find_toolchain(os.environ, tmp_path / "home", "linux").kind == "eim"
    bundle = build_bundle(order(folder), Toolchain(kind="eim"), task, tmp_path / "imported")
    assert bundle == small_bundle()
    installing, running = eim.asked
    assert installing.startswith("--do-not-track true ")
    assert f" install -i {IDF_RELEASE} " in installing
    assert f" run idf.py -C '{folder}' -B " in running
    assert [event.text for event in task.of(Log)] == [f"installed {IDF_RELEASE}", "building for esp32"]
    found = find_toolchain(os.environ, tmp_path / "home", "linux")
    assert (found.kind, found.through_eim) == ("esp-idf", True)


@needs_bash
def test_what_eim_could_not_finish_is_not_built_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eim = FakeEim(tmp_path / "bin", tmp_path / "home", monkeypatch)
    eim.fail()
    folder = project(tmp_path / "project")
    with pytest.raises(SqueezeError) as caught:
        build_bundle(order(folder), Toolchain(kind="eim"), RecordingTask(), tmp_path / "i")
    assert caught.value.code == "eim-failed"
    assert "Python was not found" in caught.value.detail
    assert list((tmp_path / "home" / ".espressif").glob("*/esp-idf/tools/idf.py"))
    assert find_toolchain(os.environ, tmp_path / "home", "linux").kind == "eim"


@needs_bash
def test_a_build_tells_how_far_it_is_without_its_boot_loaders_steps(tmp_path: Path) -> None:
    folder, task = project(tmp_path / "project"), RecordingTask()
    lines = ["[1/1000] Building C object a.c", "[40/90] Building C object b.c", "[500/1000] Linking"]
    (folder / "steps").write_text("\n".join([*lines, ""]))
    toolchain = idf_in(tmp_path)
    build_bundle(order(folder), toolchain, task, tmp_path / "imported")
    first, last = task.of(Progress)
    assert (first.done, first.total, first.seconds_left) == (1, 1000, None)
    assert (last.done, last.total, last.unit) == (500, 1000, "files")
    assert last.seconds_left is not None


@needs_bash
def test_a_full_disk_is_named_and_not_blamed_on_esp_idf(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    others = "".join(f"[{number}/1103] Building C object main.c.obj\n" for number in range(300, 360))
    (folder / "steps").write_text(f"fatal error: error writing to a.o: No space left on device\n{others}")
    (folder / "fail").touch()
    toolchain = idf_in(tmp_path)
    with pytest.raises(SqueezeError) as caught:
        build_bundle(order(folder), toolchain, RecordingTask(), tmp_path / "imported")
    assert caught.value.code == "disk-full"
    assert "a.o" in caught.value.detail
