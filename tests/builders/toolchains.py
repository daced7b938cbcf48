"""Stand-ins for what firmware is built with; they write what the real ones would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.boards.board_block import Chip
from core.boards.firmware_bundles.building import FirmwareBuild
from tests.builders.bundles import FLASH_BYTES, LICENCES, small_bundle

BUILD = """#!/usr/bin/env bash
set -e
while [ $# -gt 0 ]; do
    case "$1" in -B) output="$2" ;; -C) project="$2" ;; -DIDF_TARGET=*) target="${1#*=}" ;; esac
    shift
done
echo "building for $target"
test -f "$project/steps" && cat "$project/steps"
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
image) [ -e "$here/no-local-image" ] && exit 1; echo 9610000000 ;;
pull)
    [ -e "$here/no-pull" ] && cat "$here/no-pull" >&2 && exit 1
    echo "Pull complete"; rm "$here/no-local-image" ;;
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


def fake_idf(folder: Path, version: str = "5.5.2") -> Path:
    """An ESP-IDF whose export.sh puts an idf.py on the path that copies what lies in the project."""
    (folder / "tools" / "cmake").mkdir(parents=True)
    numbers = zip(("MAJOR", "MINOR", "PATCH"), version.split("."), strict=True)
    (folder / "tools" / "cmake" / "version.cmake").write_text(
        "".join(f"set(IDF_VERSION_{part} {number})\n" for part, number in numbers)
    )
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


EIM = """#!/usr/bin/env bash
# Installs an ESP-IDF that has no Python of its own: only `run` has its commands on the path.
echo "$*" >> "$(dirname "$0")/eim-asked"
while [ "${1#--}" != "$1" ]; do shift 2; done
tools="$HOME/.espressif/tools"; idf="$HOME/.espressif/$3/esp-idf"
case "$1" in
install)
    mkdir -p "$tools" "$idf/tools"; touch "$idf/tools/idf.py"
    [ -e "$(dirname "$0")/eim-fails" ] && { echo "Python was not found"; exit 1; }
    echo '{"idfInstalled": [{"id": "one", "name": "'"$3"'", "path": "'"$idf"'", "status": "finished"}]}' \\
        > "$tools/eim_idf.json"
    echo "installed $3" ;;
run) [ -d "$3" ] || exit 1
    eval "$2" ;;
esac
"""


class FakeEim:
    """An `eim` that is first on the path, for a person whose home is `home`."""

    def __init__(self, folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir()
        home.mkdir()
        self._folder = folder
        for name, content in (("eim", EIM), ("idf.py", BUILD)):
            (folder / name).write_text(content)
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.delenv("IDF_PATH", raising=False)

    @property
    def asked(self) -> list[str]:
        return (self._folder / "eim-asked").read_text().splitlines()

    def fail(self) -> None:
        """From now on it cannot install anything."""
        (self._folder / "eim-fails").touch()
