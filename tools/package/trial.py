"""`python3 -m tools.package.trial PACKAGE.deb`: whether it installs, works and goes away on a clean Debian.

A Debian is made in a folder by debootstrap, with nothing in it that the package does not ask for itself. It
takes root, debootstrap and a network, and some minutes. The folder stays for a closer look where it failed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import EXIT_STOPPED
from tools.package.errors import PackagingError
from tools.package.signing import run

RELEASE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
PERSON = "person"

# What apt and dpkg keep for themselves, and where an account's own files are.
_NOT_COMPARED = (
    "proc",
    "sys",
    "dev",
    "run",
    "tmp",
    "home",
    "var/lib/apt",
    "var/lib/dpkg",
    "var/cache",
    "var/log",
)
_POINT = "--data scenes --scenes-per-class 12 --image-sizes 32 --widths 0.125 --epochs 1"
_PATIENCE = 120.0
_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y")
_FIND_MISSING = """
export LD_LIBRARY_PATH=/usr/lib/squeeze-studio/_internal
find /usr/lib/squeeze-studio -type f '(' -name '*.so*' -o -perm -u+x ')' |
    while read -r file; do ldd "$file" 2> /dev/null | grep 'not found' | sed "s#^#$file#"; done
"""


class Root:
    """A Debian in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str) -> str:
        """Run a command in it as root and return what it printed. Raises `PackagingError` with that."""
        return run(["chroot", str(self.folder), *command])

    def as_person(self, command: str) -> str:
        """Run a command in it as an ordinary account, without anything of this environment."""
        return self.run("su", "-", PERSON, "-c", f"LANG=C.UTF-8 {command}")

    @contextlib.contextmanager
    def started_by_person(self, command: str) -> Iterator[subprocess.Popen[str]]:
        """A command of an ordinary account at work, with its output to read; asked to stop with the block."""
        words = ["chroot", str(self.folder), "su", "-", PERSON, "-c", f"LANG=C.UTF-8 exec {command}"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
            try:
                yield process
            finally:
                os.killpg(process.pid, signal.SIGINT)

    def files(self) -> set[str]:
        """Everything in it but what apt and accounts keep."""
        found = set[str]()
        for folder, folders, names in os.walk(self.folder):
            place = Path(folder).relative_to(self.folder)
            # What is not compared is not looked into: in proc/ processes come and go.
            folders[:] = [name for name in folders if (place / name).as_posix() not in _NOT_COMPARED]
            found |= {(place / name).as_posix() for name in (*folders, *names)}
        return found


@contextlib.contextmanager
def clean_debian(folder: Path) -> Iterator[Root]:
    """A Debian in `folder`, made when it is not there. Raises `PackagingError`."""
    if not (folder / "etc" / "debian_version").is_file():
        run(["debootstrap", "--variant=minbase", RELEASE, str(folder), MIRROR])
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc") / name, folder / "etc" / name)
    mounted = []
    try:
        for kind, name in (("proc", "proc"), ("devpts", "dev/pts"), ("tmpfs", "dev/shm")):
            (folder / name).mkdir(exist_ok=True)
            run(["mount", "-t", kind, kind, str(folder / name)])
            mounted.append(folder / name)
        yield Root(folder)
    finally:
        for place in reversed(mounted):
            run(["umount", str(place)])


def try_package(package: Path, root: Root) -> None:
    """Install, use and take away a package. Raises `PackagingError` for the first thing that is not well."""
    root.run("useradd", "--create-home", PERSON)
    root.run(*_APT, "update")
    before = root.files()
    shutil.copy(package, root.folder / "tmp")
    with _step("Installing it, with nothing but what it depends on"):
        root.run(*_APT, "install", "--no-install-recommends", f"/tmp/{package.name}")
    with _step("Looking whether every library finds what it needs"):
        missing = root.run("sh", "-c", _FIND_MISSING)
        if missing:
            raise PackagingError(f"Libraries are missing:\n{missing}")
    for command in ("squeeze --version", "squeeze self-test", "squeeze-studio --self-test"):
        with _step(f"{command}, as an ordinary account"):
            sys.stdout.write(root.as_person(command))
    with _step("squeeze explore, one network on 72 images"):
        sys.stdout.write(root.as_person(f"squeeze explore {_POINT} --out explored"))
    with _step("squeeze tensorboard, asked for the curves of that network"):
        _try_tensorboard(root)
    with _step("Taking it away"):
        root.run(*_APT, "purge", "--autoremove", "squeeze-studio")
        changed = sorted(root.files() ^ before)
    own = [name for name in changed if "squeeze" in name.lower()]
    if own:
        raise PackagingError("\n  ".join(["These are left:", *own]))
    sys.stdout.write(f"Files that other packages left or changed: {', '.join(changed) or 'none'}\n")


def _try_tensorboard(root: Root) -> None:
    """Look at the page of a run from outside: the clean Debian has the network of this computer.

    Raises `PackagingError` where it does not show the curves.
    """
    point = root.as_person("ls -d explored/points/*").split()[0]
    with root.started_by_person(f"squeeze tensorboard {point} --json") as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise PackagingError("squeeze tensorboard offers no page.")
        address = str(json.loads(line)["address"]).rstrip("/")
        end, tags = time.monotonic() + _PATIENCE, ""
        while "loss" not in tags and time.monotonic() < end:
            with urllib.request.urlopen(f"{address}/data/plugin/scalars/tags", timeout=_PATIENCE) as answer:
                tags = answer.read().decode()
            time.sleep(1)
    if "loss" not in tags:
        raise PackagingError(f"TensorBoard does not show the curves of a run: {tags}")
    if process.returncode != EXIT_STOPPED:
        raise PackagingError(f"squeeze tensorboard ended with {process.returncode} when it was stopped.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a package; 1 when something is not well."""
    parser = argparse.ArgumentParser(prog="tools.package.trial", description=__doc__)
    parser.add_argument("package", type=Path, help="the .deb")
    parser.add_argument("--root", type=Path, help="folder for the clean Debian (default: a new one in /tmp)")
    options = parser.parse_args(arguments)
    folder = options.root or Path(tempfile.mkdtemp(prefix="clean-debian-"))
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        sys.stderr.write("This takes root and the package debootstrap.\n")
        return 1
    try:
        with clean_debian(folder.resolve()) as root:
            try_package(options.package.resolve(), root)
    except PackagingError as error:
        sys.stderr.write(f"\n{error}\nThe clean Debian is in {folder}.\n")
        return 1
    sys.stdout.write(f"All is well. The clean Debian is in {folder}.\n")
    return 0


@contextlib.contextmanager
def _step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    sys.stdout.write(f"* {text}\n")
    sys.stdout.flush()
    started = time.monotonic()
    yield
    sys.stdout.write(f"  {time.monotonic() - started:.1f} s\n")


if __name__ == "__main__":
    sys.exit(main())
