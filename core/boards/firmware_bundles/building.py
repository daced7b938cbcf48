"""Firmware built on this computer, with an installed ESP-IDF or its Docker image, and made into a bundle.

What ESP-IDF leaves in the folder of a finished build is enough for that: releases are made from such folders
(`releasing`).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from core.boards.board_block import Chip
from core.boards.firmware_bundles.bundle import PART_NAMES, Bundle, PartName, bundle_bytes, part_offsets
from core.boards.firmware_bundles.sources import import_bundle
from core.boards.partition_table import FIRMWARE_FLASH_BYTES
from core.boards.profiles import BoardProfile, board_profiles
from core.errors import EXIT_FAILED, FirmwareError
from core.events import Log
from core.paths import firmware_folder
from core.processes.child import ChildProcess, Printed
from core.processes.tree import NO_CONSOLE
from core.program import is_installed
from core.task import Task

LICENCES_FOLDER = "licences"
"""Where a build of the firmware leaves the texts of the licences of what it is made of."""

_PINNED = re.compile(r'espressif/([\w-]+):\s*(?:\n\s+version:\s*)?"==([^"]+)"')

DOCKER_IMAGE = "espressif/idf:v5.3.5"
"""The release of ESP-IDF that the firmware was tried with."""
_DOCKER_SECONDS = 10.0
"""How long an answer of Docker's is waited for. A container is removed also when that takes longer."""
_DOCKER_ITSELF = frozenset({125, 126, 127})
"""Exit codes of `docker run` when it could not start the container or the program in it."""
_PROJECT = "/project"
_OUTPUT = "/build"
_TARGETS = {Chip.ESP32: "esp32", Chip.ESP32S3: "esp32s3", Chip.ESP32C3: "esp32c3"}

_SETTINGS = "sdkconfig.defaults"


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


class Toolchain(msgspec.Struct, frozen=True, kw_only=True):
    """What builds: an ESP-IDF in `folder`, or Docker's image when that is None."""

    folder: Path | None = None

    @property
    def name(self) -> str:
        return f"ESP-IDF in {self.folder}" if self.folder else f"Docker's {DOCKER_IMAGE}"


def find_toolchain(environment: Mapping[str, str], home: Path, system: str = sys.platform) -> Toolchain:
    """The ESP-IDF that IDF_PATH names, one in the usual places, or Docker. Raises idf-missing."""
    named = environment.get("IDF_PATH")
    for folder in [*([Path(named)] if named else []), *_usual_folders(home, system)]:
        if (folder / "tools" / "idf.py").is_file():
            return Toolchain(folder=folder)
    if shutil.which("docker", path=environment.get("PATH")):
        return Toolchain()
    raise FirmwareError("idf-missing")


def build_bundle(
    build: FirmwareBuild, toolchain: Toolchain, task: Task, folder: Path | None = None
) -> Bundle:
    """Build firmware and import it; what the build prints comes as `Log` events while it runs.

    Raises firmware-build-failed, docker-not-running, docker-permission and docker-failed, what
    `import_bundle` raises, and `Cancelled`; then the build is ended.
    """
    task.status("Building firmware with {tool}", tool=toolchain.name)
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "build"
        if is_installed():
            # ESP-IDF writes into a project, and an installed program's folder is the system's.
            project = shutil.copytree(build.project, Path(scratch) / "project")
            build = msgspec.structs.replace(build, project=project)
        if toolchain.folder is None:
            _run_in_docker(build, output, task)
        else:
            _run(_idf_command(build, toolchain.folder, output), task)
        file = Path(scratch) / "bundle.zip"
        file.write_bytes(bundle_bytes(built_bundle(build, output)))
        return import_bundle(file, folder)


def _usual_folders(home: Path, system: str) -> list[Path]:
    """Where ESP-IDF's own installers put it, the newest version first."""
    folders = [home / "esp" / "esp-idf", Path("/opt/esp/idf"), Path("/opt/esp-idf")]
    roots = [home / "esp", home / ".espressif"]
    if system == "win32":
        roots += [Path("C:/Espressif/frameworks"), Path("C:/esp")]
    for root in roots:
        with contextlib.suppress(OSError):
            folders += sorted(root.glob("*esp-idf*"), reverse=True)
            folders += sorted(root.glob("*/esp-idf"), reverse=True)
    return folders


def _idf_command(build: FirmwareBuild, idf: Path, output: Path) -> list[str]:
    words = _idf_words(build, str(build.project), str(output))
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

    Raises docker-not-running, docker-permission, docker-failed, and what `_run` raises.

    Ending Docker's client does not end the container: the daemon runs that.
    """
    output.mkdir()
    container = f"squeeze-build-{uuid.uuid4().hex[:12]}"
    command = [
        *("docker", "run", "--rm", "--name", container, *_own_user()),
        *("-v", f"{build.project}:{_PROJECT}", "-v", f"{output}:{_OUTPUT}"),
        *(DOCKER_IMAGE, *_idf_words(build, _PROJECT, _OUTPUT)),
    ]
    try:
        _run(command, task, in_docker=True)
    except BaseException:
        _remove_container(container)
        raise


def _own_user() -> list[str]:
    """What has a container write files as this account, with a home folder that it may write to.

    In Docker's rootless mode root in the container already is this account. Raises docker-not-running and
    docker-permission: this is the first thing that is asked of Docker.
    """
    answered = _docker("info", "--format", "{{.SecurityOptions}}")
    if answered.code:
        refused = "permission denied" in answered.errors.lower()
        code = "docker-permission" if refused else "docker-not-running"
        raise FirmwareError(code, detail=answered.errors.strip())
    if sys.platform == "win32" or "rootless" in answered.text:
        return []
    return ["--user", f"{os.getuid()}:{os.getgid()}", "--env", "HOME=/tmp"]


def _remove_container(container: str) -> None:
    """Stop and remove a container if there is one. Goes on by itself when this process is ended meanwhile."""
    _docker("rm", "--force", container)


class _Answer(NamedTuple):
    """What Docker printed, and the exit code; 0 when it takes long: it is left to finish then."""

    code: int
    text: str = ""
    errors: str = ""


def _docker(*words: str) -> _Answer:
    """What Docker answers to a short question."""
    try:
        process = subprocess.Popen(
            ["docker", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=NO_CONSOLE,
        )
        answer, errors = process.communicate(timeout=_DOCKER_SECONDS)
    except OSError as error:
        return _Answer(EXIT_FAILED, errors=str(error))
    except subprocess.TimeoutExpired:
        return _Answer(0)
    return _Answer(process.returncode, answer.decode(errors="replace"), errors.decode(errors="replace"))


def _run(command: Sequence[str], task: Task, *, in_docker: bool = False) -> None:
    """Run a build to its end. Raises firmware-build-failed, docker-failed and `Cancelled`."""
    environment = {"IDF_COMPONENT_MANAGER": "1", **os.environ}
    try:
        build = ChildProcess(command, frames=None, leads_tree=True, environment=environment)
    except OSError as error:
        raise FirmwareError("firmware-build-failed", detail=str(error), doing="starting the build") from error
    with build:
        build.end_input()
        for line in build.said(task.check_cancelled):
            if isinstance(line, Printed):
                task.report(Log(level="info", text=line.text))
        if code := build.wait():
            if in_docker and code in _DOCKER_ITSELF:
                raise FirmwareError("docker-failed", detail=build.last_printed, image=DOCKER_IMAGE)
            doing = "running ESP-IDF's build"
            raise FirmwareError("firmware-build-failed", detail=build.last_printed, doing=doing)


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


def build_own_firmware(profile: BoardProfile, task: Task) -> Bundle:
    """Build it with the ESP-IDF of this computer and import it. Raises idf-missing, firmware-build-failed."""
    return build_bundle(own_firmware_build(profile.variant), find_toolchain(os.environ, Path.home()), task)
