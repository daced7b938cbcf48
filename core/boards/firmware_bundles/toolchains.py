"""What firmware can be built with on this computer: an installed ESP-IDF, its Docker image, or eim.

eim is Espressif's own installer of ESP-IDF: its documentation (docs.espressif.com/projects/idf-im-ui) has its
commands, and eim_idf.json, in which it lists what it has installed.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from core.errors import EXIT_FAILED, FirmwareError
from core.processes.tree import NO_CONSOLE

IDF_RELEASE = "v5.5.2"
"""The release of ESP-IDF that the program builds with."""
IDF_SERIES = ((5, 4), (7, 0))
"""The first series of ESP-IDF that the firmware takes, and the first that it does not take any more.

They are those of `firmware/main/idf_component.yml`.
"""
DOCKER_IMAGE = f"espressif/idf:{IDF_RELEASE}"
DOCKER_DOWNLOAD_BYTES = 3_000_000_000
DOCKER_DISK_BYTES = 9_600_000_000
"""About: v6.0.2 takes 9.61 GB unpacked, and its layers compress to a third (espressif/esp-idf#18940)."""
EIM_DOWNLOAD_BYTES = 2_000_000_000
EIM_DISK_BYTES = 5_000_000_000
"""About: sources with their submodules, and the compilers for Xtensa and RISC-V."""
_DOCKER_SECONDS = 10.0
"""How long an answer of Docker's is waited for. A container is removed also when that takes longer."""

ToolchainKind = Literal["esp-idf", "docker", "eim"]


class Toolchain(msgspec.Struct, frozen=True, kw_only=True):
    """What builds: the ESP-IDF in `folder`, Docker's image, or the ESP-IDF that eim installs first.

    An ESP-IDF that eim has installed is reached `through_eim`: it has no Python of its own beside it.
    """

    kind: ToolchainKind
    folder: Path | None = None
    through_eim: bool = False

    @property
    def name(self) -> str:
        match self.kind:
            case "esp-idf":
                return f"ESP-IDF in {self.folder}"
            case "docker":
                return f"Docker's {DOCKER_IMAGE}"
            case "eim":
                return f"ESP-IDF {IDF_RELEASE}, installed by eim"


def find_toolchain(
    environment: Mapping[str, str],
    home: Path,
    system: str = sys.platform,
    kind: ToolchainKind | None = None,
) -> Toolchain:
    """What to build with: an installed ESP-IDF, Docker when it answers, or eim; or none but that `kind`.

    Raises idf-missing; docker-not-running and docker-permission where Docker is the only thing that is there;
    idf-version where an ESP-IDF is that the firmware does not take.
    """
    if kind in (None, "esp-idf") and (installed := installed_idf(environment, home, system)):
        return installed
    docker = docker_program(environment) if kind in (None, "docker") else None
    problem = docker_problem(docker) if docker else None
    if docker and problem is None:
        return Toolchain(kind="docker")
    if kind in (None, "eim") and eim_program(environment):
        return Toolchain(kind="eim")
    raise problem or _idf_problem(environment, home, system)


def installed_idf(environment: Mapping[str, str], home: Path, system: str = sys.platform) -> Toolchain | None:
    """The ESP-IDF that IDF_PATH names, one that eim has installed, or one in the usual places.

    One that the firmware does not take is passed over.
    """
    for toolchain in _installed(environment, home, system):
        if is_taken(idf_version(toolchain.folder)):
            return toolchain
    return None


def idf_version(folder: Path | None) -> tuple[int, ...] | None:
    """The version of the ESP-IDF in a folder, such as (5, 5, 2); None when its file says nothing."""
    if folder is None:
        return None
    try:
        text = (folder / "tools" / "cmake" / "version.cmake").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    numbers = dict(re.findall(r"set\(IDF_VERSION_(MAJOR|MINOR|PATCH) (\d{1,4})\)", text))
    if not {"MAJOR", "MINOR"} <= numbers.keys():
        return None
    return tuple(int(numbers[part]) for part in ("MAJOR", "MINOR", "PATCH") if part in numbers)


def is_taken(version: tuple[int, ...] | None) -> bool:
    """Whether the firmware takes this version of ESP-IDF. Of an unknown one its own build decides."""
    first, beyond = IDF_SERIES
    return version is None or first <= version[:2] < beyond


def _idf_problem(environment: Mapping[str, str], home: Path, system: str) -> FirmwareError:
    """Why no installed ESP-IDF builds the firmware: there is none, or it is too old or too new."""
    for toolchain in _installed(environment, home, system):
        version = idf_version(toolchain.folder)
        if version is not None and not is_taken(version):
            return FirmwareError("idf-version", folder=toolchain.folder, version=".".join(map(str, version)))
    return FirmwareError("idf-missing")


def _installed(environment: Mapping[str, str], home: Path, system: str) -> Iterator[Toolchain]:
    """Every ESP-IDF of this computer, whatever its version, the best place first."""
    has_eim = eim_program(environment) is not None
    by_eim = _installed_by_eim(home, system) if has_eim else []
    named = environment.get("IDF_PATH")
    for folder in [*([Path(named)] if named else []), *by_eim, *_usual_folders(home, system)]:
        if has_eim and folder not in by_eim and folder.is_relative_to(home / ".espressif"):
            # An installation that eim was stopped in is not in its list.
            continue
        if (folder / "tools" / "idf.py").is_file():
            yield Toolchain(kind="esp-idf", folder=folder, through_eim=folder in by_eim)


def eim_program(environment: Mapping[str, str]) -> str | None:
    """The path of eim's command line."""
    return shutil.which("eim", path=environment.get("PATH"))


def eim_words(*words: str, scratch: Path) -> list[str]:
    """A command of eim that reports nothing to anybody and leaves its own log in `scratch`."""
    return ["eim", "--do-not-track", "true", "--log-file", str(scratch / "eim.log"), *words]


def eim_install_words(scratch: Path) -> list[str]:
    """The command by which eim installs what every variant of the firmware needs."""
    targets = ("-t", "esp32,esp32s3,esp32c3")
    saved = ("--config-file-save-path", str(scratch / "eim_config.toml"))
    return eim_words("install", "-i", IDF_RELEASE, *targets, *saved, scratch=scratch)


def _installed_by_eim(home: Path, system: str) -> list[Path]:
    """What eim's list has, the chosen one first. A list that cannot be read is none."""
    tools = Path("C:/Espressif/tools") if system == "win32" else home / ".espressif" / "tools"
    with contextlib.suppress(OSError, ValueError, TypeError, AttributeError, KeyError):
        listed = json.loads((tools / "eim_idf.json").read_bytes())
        installed = [one for one in listed["idfInstalled"] if one.get("status", "finished") == "finished"]
        installed.sort(key=lambda one: one["id"] != listed.get("idfSelectedId"))
        return [Path(one["path"]) for one in installed]
    return []


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


def docker_program(environment: Mapping[str, str]) -> str | None:
    """The path of Docker's command line."""
    return shutil.which("docker", path=environment.get("PATH"))


def docker_problem(program: str = "docker") -> FirmwareError | None:
    """Why Docker cannot be used: docker-not-running or docker-permission; None when it answers."""
    return _refusal(_security_options(program))


def _security_options(program: str) -> DockerAnswer:
    return docker("info", "--format", "{{.SecurityOptions}}", program=program)


def _refusal(answered: DockerAnswer) -> FirmwareError | None:
    if not answered.code and not answered.is_late:
        return None
    refused = "permission denied" in answered.errors.lower()
    code = "docker-permission" if refused else "docker-not-running"
    return FirmwareError(code, detail=answered.errors.strip())


def docker_image_bytes(program: str = "docker") -> int | None:
    """The bytes that the image takes on this computer; None when it is not there."""
    answered = docker("image", "inspect", "--format", "{{.Size}}", DOCKER_IMAGE, program=program)
    text = answered.text.strip()
    return int(text) if text.isdecimal() and not answered.code else None


def own_user() -> list[str]:
    """What has a container write files as this account, with a home folder that it may write to.

    In Docker's rootless mode root in the container already is this account. Raises docker-not-running and
    docker-permission.
    """
    answered = _security_options("docker")
    if problem := _refusal(answered):
        raise problem
    if sys.platform == "win32" or "rootless" in answered.text:
        return []
    return ["--user", f"{os.getuid()}:{os.getgid()}", "--env", "HOME=/tmp"]


@contextlib.contextmanager
def removed_container(name: str) -> Iterator[None]:
    """Whatever ends the block, the container is gone: ending Docker's client does not end it."""
    try:
        yield
    except BaseException:
        # Goes on by itself when this process is ended meanwhile.
        docker("rm", "--force", name)
        raise


class DockerAnswer(NamedTuple):
    """What Docker printed, and the exit code; 0 when it `is_late`: it is left to finish then."""

    code: int
    text: str = ""
    errors: str = ""
    is_late: bool = False


def docker(*words: str, program: str = "docker") -> DockerAnswer:
    """What Docker answers to a short question."""
    try:
        process = subprocess.Popen(
            [program, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=NO_CONSOLE,
        )
        answer, errors = process.communicate(timeout=_DOCKER_SECONDS)
    except OSError as error:
        return DockerAnswer(EXIT_FAILED, errors=str(error))
    except subprocess.TimeoutExpired:
        return DockerAnswer(0, is_late=True)
    return DockerAnswer(process.returncode, answer.decode(errors="replace"), errors.decode(errors="replace"))
