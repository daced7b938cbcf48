"""The ways in which firmware can come to this computer, the best first, with what each takes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from core.boards.firmware_bundles.sources import releases
from core.boards.firmware_bundles.toolchains import (
    DOCKER_DISK_BYTES,
    DOCKER_DOWNLOAD_BYTES,
    DOCKER_IMAGE,
    EIM_DISK_BYTES,
    EIM_DOWNLOAD_BYTES,
    IDF_RELEASE,
    docker_image_bytes,
    docker_problem,
    docker_program,
    eim_program,
    installed_idf,
)

WayName = Literal["fetch", "build-idf", "build-docker", "build-eim"]
_BYTES_PER_SECOND = 6e6
"""What a download is reckoned with: about 50 Mbit/s."""
_BUILD_SECONDS_OF_A_CORE = 600
_CONFIGURE_SECONDS = 30
"""A build compiles about 1,100 files, each for half a second; before that one core configures."""
_INSTALL_SECONDS = 120


class FirmwareWay(msgspec.Struct, frozen=True, kw_only=True):
    """One way; `name` is what `FlashRequest.firmware` takes.

    `source` is the address, the folder, the image or the release that it uses. It downloads `download_bytes`
    and leaves `disk_bytes` on the disk; both are about. `seconds` is an estimate for this computer.
    """

    name: WayName
    source: str
    seconds: float
    download_bytes: int = 0
    disk_bytes: int = 0


def firmware_ways(
    variant: str,
    environment: Mapping[str, str] | None = None,
    home: Path | None = None,
    released: Path | None = None,
) -> tuple[FirmwareWay, ...]:
    """What can bring the firmware for boards of `variant` here and now, the best first.

    A release comes first where the list (`released`, or the program's own) names one, then what builds
    without a download. Docker is one only when it answers, which may take seconds.
    """
    environment = os.environ if environment is None else environment
    ways = []
    if release := releases(released).get(variant):
        seconds = 1 + release.bytes / _BYTES_PER_SECOND
        ways.append(
            FirmwareWay(name="fetch", source=release.address, seconds=seconds, download_bytes=release.bytes)
        )
    if installed := installed_idf(environment, home or Path.home()):
        ways.append(FirmwareWay(name="build-idf", source=str(installed.folder), seconds=_build_seconds()))
    if (docker := docker_program(environment)) and docker_problem(docker) is None:
        ways.append(_with_docker(docker))
    if eim_program(environment):
        seconds = EIM_DOWNLOAD_BYTES / _BYTES_PER_SECOND + _INSTALL_SECONDS + _build_seconds()
        ways.append(
            FirmwareWay(
                name="build-eim",
                source=f"ESP-IDF {IDF_RELEASE}",
                seconds=seconds,
                download_bytes=EIM_DOWNLOAD_BYTES,
                disk_bytes=EIM_DISK_BYTES,
            )
        )
    return tuple(ways)


def _with_docker(program: str) -> FirmwareWay:
    present = docker_image_bytes(program)
    download = DOCKER_DOWNLOAD_BYTES if present is None else 0
    return FirmwareWay(
        name="build-docker",
        source=DOCKER_IMAGE,
        seconds=download / _BYTES_PER_SECOND + _build_seconds(),
        download_bytes=download,
        disk_bytes=DOCKER_DISK_BYTES if present is None else present,
    )


def _build_seconds() -> float:
    return _CONFIGURE_SECONDS + _BUILD_SECONDS_OF_A_CORE / (os.cpu_count() or 1)
