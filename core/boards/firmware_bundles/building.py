"""Firmware built on this computer with one of the `toolchains`, and made into a bundle.

What ESP-IDF leaves in the folder of a finished build is enough for that: releases are made from such folders
(`releasing`).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

import msgspec

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import PART_NAMES, Bundle, PartName, bundle_bytes, part_offsets
from core.boards.firmware_bundles.sources import import_bundle
from core.boards.firmware_bundles.toolchains import (
    DOCKER_IMAGE,
    IDF_RELEASE,
    Toolchain,
    ToolchainKind,
    docker_image_bytes,
    docker_problem,
    eim_install_words,
    eim_words,
    find_toolchain,
    own_user,
    removed_container,
)
from core.boards.partition_table import FIRMWARE_FLASH_BYTES
from core.boards.profiles import BoardProfile, board_profiles
from core.diagnosis import says_full
from core.errors import FileError, FirmwareError, SqueezeError
from core.events import Log, Progress
from core.paths import firmware_folder
from core.processes.child import ChildProcess, Printed
from core.program import is_installed
from core.task import Task

LICENCES_FOLDER = "licences"
"""Where a build of the firmware leaves the texts of the licences of what it is made of."""

_PINNED = re.compile(r'espressif/([\w-]+):\s*(?:\n\s+version:\s*)?"==([^"]+)"')

_DOCKER_ITSELF = frozenset({125, 126, 127})
"""Exit codes of `docker run` when it could not start the container or the program in it."""
_PROJECT = "/project"
_OUTPUT = "/build"
_TARGETS = {Chip.ESP32: "esp32", Chip.ESP32S3: "esp32s3", Chip.ESP32C3: "esp32c3"}

_SETTINGS = "sdkconfig.defaults"

_STEP = re.compile(r"\[(\d+)/(\d+)\] ")
_LEAST_STEPS = 200
"""More than the boot loader has, and fewer than the firmware."""
_TELLING_FRACTION = 0.05


class FirmwareBuild(msgspec.Struct, frozen=True, kw_only=True):
    """What to build: the ESP-IDF project in `project`, as `variant` for `chip`.

    `sdkconfig` names the files of settings, the later ones stronger; `licences` are texts by file name.
    """

    project: Path
    chip: Chip
    variant: str
    version: str
    flash_bytes: int
    sdkconfig: tuple[str, ...] = ()
    licences: dict[str, bytes] = {}


def built_bundle(build: FirmwareBuild, folder: Path) -> Bundle:
    """The bundle of what was built in `folder`, with the texts of its licences.

    Raises firmware-build-failed when a part is not there.
    """
    try:
        return Bundle(
            chip=build.chip,
            variant=build.variant,
            version=build.version,
            flash_bytes=build.flash_bytes,
            parts=_parts(build.chip, folder),
            built_with=_versions(build.project, folder),
            licences=build.licences | _licences(folder / LICENCES_FOLDER),
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        doing = "reading what ESP-IDF built"
        detail = f"{type(error).__name__}: {error}"
        raise FirmwareError("firmware-build-failed", detail=detail, doing=doing) from error


def pinned_versions(project: Path) -> dict[str, str]:
    """The versions of the components that a project takes from Espressif's registry, by name."""
    manifest = project / "main" / "idf_component.yml"
    return dict(_PINNED.findall(manifest.read_text(encoding="utf-8"))) if manifest.is_file() else {}


def _parts(chip: Chip, folder: Path) -> dict[PartName, bytes]:
    """The parts, by what ESP-IDF says of them (flasher_args.json)."""
    arguments = msgspec.json.decode((folder / "flasher_args.json").read_bytes())
    files = {int(offset, 0): folder / name for offset, name in arguments["flash_files"].items()}
    offsets = part_offsets(chip)
    return {name: files[offsets[name]].read_bytes() for name in PART_NAMES}


def _versions(project: Path, folder: Path) -> dict[str, str]:
    """Of ESP-IDF, which says it in project_description.json, and of the components that are in this build."""
    described = folder / "project_description.json"
    if not described.is_file():
        return {}
    facts = msgspec.json.decode(described.read_bytes())
    # The component manager puts the name's owner before it.
    present = {str(name).removeprefix("espressif__") for name in facts["build_components"]}
    pinned = {name: version for name, version in pinned_versions(project).items() if name in present}
    return {"esp-idf": str(facts["git_revision"])} | pinned


def _licences(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        return {}
    return {f"{LICENCES_FOLDER}/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}


def build_bundle(
    build: FirmwareBuild, toolchain: Toolchain, task: Task, folder: Path | None = None
) -> Bundle:
    """Build firmware and import it; what the build prints comes as `Log` events while it runs.

    Raises firmware-build-failed, docker-not-running, docker-permission, docker-failed, eim-failed and
    disk-full, what `import_bundle` raises, and `Cancelled`; then the build is ended.
    """
    with tempfile.TemporaryDirectory() as scratch:
        toolchain = _ready(toolchain, Path(scratch), task)
        task.status("Building firmware with {tool}", tool=toolchain.name)
        output = Path(scratch) / "build"
        if is_installed():
            # ESP-IDF writes into a project, and an installed program's folder is the system's.
            project = shutil.copytree(build.project, Path(scratch) / "project")
            build = msgspec.structs.replace(build, project=project)
        if toolchain.folder is None:
            _run_in_docker(build, output, task)
        else:
            _run(_idf_command(build, toolchain, output), task, "firmware-build-failed")
        file = Path(scratch) / "bundle.zip"
        file.write_bytes(bundle_bytes(built_bundle(build, output)))
        return import_bundle(file, folder)


def _ready(toolchain: Toolchain, scratch: Path, task: Task) -> Toolchain:
    """The toolchain once what it takes is on this computer."""
    match toolchain.kind:
        case "docker":
            if problem := docker_problem():
                raise problem
            if docker_image_bytes() is None:
                task.status("Downloading the Docker image {image}", image=DOCKER_IMAGE)
                _run(["docker", "pull", DOCKER_IMAGE], task, "docker-failed")
        case "eim":
            task.status("Installing ESP-IDF {release} with eim", release=IDF_RELEASE)
            _run(eim_install_words(scratch), task, "eim-failed")
            return find_toolchain(os.environ, Path.home(), kind="esp-idf")
    return toolchain


def _idf_command(build: FirmwareBuild, toolchain: Toolchain, output: Path) -> list[str]:
    words = _idf_words(build, str(build.project), str(output))
    idf = toolchain.folder
    assert idf is not None
    if toolchain.through_eim:
        command = subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
        return eim_words("run", command, str(idf), scratch=output.parent)
    if sys.platform == "win32":
        return ["cmd", "/c", "call", str(idf / "export.bat"), "&&", *words]
    return ["bash", "-c", '. "$0" >&2 && exec "$@"', str(idf / "export.sh"), *words]


def _idf_words(build: FirmwareBuild, project: str, output: str) -> list[str]:
    return [
        *("idf.py", "-C", project, "-B", output),
        f"-DIDF_TARGET={_TARGETS[build.chip]}",
        f"-DSDKCONFIG={output}/sdkconfig",
        f"-DSDKCONFIG_DEFAULTS={';'.join(build.sdkconfig)}",
        "build",
    ]


def _run_in_docker(build: FirmwareBuild, output: Path, task: Task) -> None:
    """Run a build in a container that is gone however the build ends.

    Raises docker-not-running, docker-permission, and what `_run` raises.
    """
    output.mkdir()
    container = f"squeeze-build-{uuid.uuid4().hex[:12]}"
    command = [
        *("docker", "run", "--rm", "--name", container, *own_user()),
        *("-v", f"{build.project}:{_PROJECT}", "-v", f"{output}:{_OUTPUT}"),
        *(DOCKER_IMAGE, *_idf_words(build, _PROJECT, _OUTPUT)),
    ]
    with removed_container(container):
        _run(command, task, "firmware-build-failed", in_docker=True)


def _run(command: Sequence[str], task: Task, failure: str, *, in_docker: bool = False) -> None:
    """Run a command to its end, its lines told as they come, with how far a build is.

    Raises the error `failure`, docker-failed when Docker itself fails, disk-full, and `Cancelled`.
    """
    environment = {"IDF_COMPONENT_MANAGER": "1", **os.environ}
    try:
        process = ChildProcess(command, frames=None, leads_tree=True, environment=environment)
    except OSError as error:
        raise _failure(failure, str(error), "starting the build") from error
    meter, full = _BuildMeter(task), ""
    with process:
        process.end_input()
        for line in process.said(task.check_cancelled):
            if isinstance(line, Printed):
                task.report(Log(level="info", text=line.text))
                meter.take(line.text)
                full = full or (line.text if says_full(line.text) else "")
        if code := process.wait():
            code_of = "docker-failed" if in_docker and code in _DOCKER_ITSELF else failure
            if full and code_of == "firmware-build-failed":
                # Told where it arises, with ninja many lines before the last. It is no fault of ESP-IDF's.
                detail = f"{full}\n{process.last_printed}"
                raise FileError("disk-full", detail, path=tempfile.gettempdir())
            raise _failure(code_of, process.last_printed, "running ESP-IDF's build")


def _failure(code: str, detail: str, doing: str) -> SqueezeError:
    """The error of a command that failed."""
    match code:
        case "firmware-build-failed":
            return FirmwareError(code, detail, doing=doing)
        case "docker-failed":
            return FirmwareError(code, detail, image=DOCKER_IMAGE)
        case _:
            return FirmwareError(code, detail)


class _BuildMeter:
    """Takes from the lines that ninja prints, such as '[12/1103] Building ...', how far a build is.

    The boot loader is built on the way, with fewer steps of its own, which are left out.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._total = 0
        self._began = time.monotonic()

    def take(self, line: str) -> None:
        """Report how far the build is, if this line says so."""
        match = _STEP.match(line)
        if match is None:
            return
        done, total = int(match[1]), int(match[2])
        if total < max(self._total, _LEAST_STEPS):
            return
        if total > self._total:
            self._total, self._began = total, time.monotonic()
        left = None
        if done >= total * _TELLING_FRACTION:
            left = (time.monotonic() - self._began) * (total - done) / done
        self._task.report(Progress(done=done, total=total, unit="files", seconds_left=left))


def variants() -> dict[str, Chip]:
    """The kinds of firmware that the known boards need, each with its chip."""
    return {profile.variant: profile.chip_id for profile in board_profiles()}


def own_version(project: Path | None = None) -> str:
    """The version of the firmware whose sources come with this program."""
    return ((project or firmware_folder()) / "version.txt").read_text(encoding="utf-8").strip()


def own_firmware_build(variant: str, project: Path | None = None) -> FirmwareBuild:
    """How the firmware for boards of one of the `variants` is built."""
    folder = project or firmware_folder()
    of_variant = f"sdkconfig.{variant}"
    return FirmwareBuild(
        project=folder,
        chip=variants()[variant],
        variant=variant,
        version=own_version(folder),
        flash_bytes=FIRMWARE_FLASH_BYTES,
        sdkconfig=(_SETTINGS, *([of_variant] if (folder / of_variant).is_file() else [])),
        licences={"LICENSE": (folder / "LICENSE").read_bytes()},
    )


def build_own_firmware(profile: BoardProfile, task: Task, kind: ToolchainKind | None = None) -> Bundle:
    """Build it on this computer, with a toolchain of this `kind` or else the best, and import it.

    Raises what `find_toolchain` and `build_bundle` raise.
    """
    toolchain = find_toolchain(os.environ, Path.home(), kind=kind)
    return build_bundle(own_firmware_build(profile.variant), toolchain, task)
