"""What `dev.py` sets up: a Python, packages of the system, and environments made of the locks.

Any Python from 3.8 on may run this, before anything is installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Iterator, Mapping, NamedTuple, Sequence

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = os.name == "nt"
MINORS = (13, 12, 11)
DISK_NEEDED = 4 * 2**30

# Where pyenv, uv and Windows' installer put a Python, below the home folder.
HOME_PYTHONS = (
    ".pyenv/versions/3.{}.*/bin/python",
    ".local/share/uv/python/cpython-3.{}.*/bin/python3",
    "AppData/Roaming/uv/python/cpython-3.{}.*/python.exe",
    "AppData/Local/Programs/Python/Python3{}/python.exe",
)


class Environment(NamedTuple):
    """A folder of packages with a Python."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "Scripts" / "python.exe" if WINDOWS else self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """The mark that it was made here, and of which locks it is finished: of none while it is made."""
        return self.folder / "set-up.json"


MAIN = Environment(ROOT / ".venv")
PACKAGING = Environment(ROOT / ".venv-package")


class SetUpError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


class Interpreter(NamedTuple):
    """A Python, as it describes itself."""

    path: str
    version: tuple[int, ...]
    wide: bool
    machine: str
    makes_venvs: bool

    @property
    def suits(self) -> bool:
        """TensorFlow has no packages for other versions, for 32 bits and for Intel Macs."""
        known = self.version[0] == 3 and self.version[1] in MINORS
        return known and self.wide and not (sys.platform == "darwin" and self.machine != "arm64")


_DESCRIBE = """
import json, platform, sys
try:
    import ensurepip, venv
    makes_venvs = True
except ImportError:
    makes_venvs = False
path = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps([path, sys.version_info[:3], sys.maxsize > 2**32, platform.machine(), makes_venvs]))
"""


def describe(command: Sequence[str]) -> Interpreter | None:
    """What the Python behind a command is, or None when the command is no working Python."""
    try:
        answer = subprocess.run([*command, "-c", _DESCRIBE], capture_output=True, timeout=30, check=True)
        path, version, wide, machine, makes_venvs = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(path, tuple(version), wide, machine, makes_venvs)


def python_commands() -> Iterator[list[str]]:
    """Commands that may be a Python, the likeliest first."""
    yield [sys.executable]
    for minor in MINORS:
        found = shutil.which(f"python3.{minor}")
        if found:
            yield [found]
        if WINDOWS and shutil.which("py"):
            yield ["py", f"-3.{minor}"]
    for minor in MINORS:
        yield [f"/opt/homebrew/bin/python3.{minor}"]
        yield [f"/Library/Frameworks/Python.framework/Versions/3.{minor}/bin/python3"]
        for pattern in HOME_PYTHONS:
            for path in sorted(Path.home().glob(pattern.format(minor)), reverse=True):
                yield [str(path)]


def find_python() -> Interpreter:
    """The first Python from 3.11 to 3.13 that can make environments, else the first that lacks only that.

    Raises `SetUpError` when there is none.
    """
    incomplete = None
    for command in python_commands():
        found = describe(command)
        if found and found.suits:
            if found.makes_venvs:
                return found
            incomplete = incomplete or found
    if incomplete:
        return incomplete
    raise SetUpError(
        f"Squeeze Studio needs Python 3.11, 3.12 or 3.13, and none was found (this is "
        f"{sys.version.split()[0]}).\n{way_to_python()}\nThen run the same command again."
    )


def way_to_python() -> str:
    """How to get a Python on this system."""
    if sys.platform == "darwin":
        return "Get it with `brew install python@3.13` or from python.org (Apple silicon only)."
    if WINDOWS:
        return "Get it with `winget install Python.Python.3.13` or from python.org (64-bit)."
    if shutil.which("apt-get"):
        return "Get it with `sudo apt-get install python3.13-venv` (or 3.12, 3.11: as your release has it)."
    return "Get it from your system's package manager (64-bit)."


@contextlib.contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    print(f"* {text}", flush=True)
    started = time.monotonic()
    yield
    print(f"  done in {time.monotonic() - started:.1f} s", flush=True)


def run_child(command: Sequence[str], env: Mapping[str, str] | None = None) -> int:
    """Run a command in the checkout to its end and return its exit code.

    Ctrl-C reaches the child too: it gets ten seconds to end, then is asked, then is killed.
    """
    child = subprocess.Popen(command, env=env, cwd=str(ROOT))
    try:
        return child.wait()
    except KeyboardInterrupt:
        for insist in (None, child.terminate, child.kill):
            if insist:
                insist()
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                child.wait(10)
                break
        raise


def missing_packages(names: Sequence[str]) -> list[str]:
    """Debian packages (newer releases put t64 behind some names) that are not installed; none elsewhere."""
    if not names or not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return []
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\\n"]
    query += [alias for name in names for alias in (name, f"{name}t64")]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in names if not {name, f"{name}t64"} & installed]


def install_packages(names: Sequence[str]) -> bool:
    """Install Debian packages when we are root; else print the command that does and return False."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if os.geteuid() != 0:
        become_root = "sudo sh -c" if shutil.which("sudo") else "su -c"
        print("This system lacks packages. The command that installs them:\n")
        print(f"    {become_root} 'apt-get update && {' '.join(install)}'\n", flush=True)
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing system packages: {' '.join(names)}"):
        if run_child(["apt-get", "update", "-q"], env) or run_child([*install, "-q"], env):
            raise SetUpError("apt-get failed; its words are above. Run the same command again afterwards.")
    return True


def lock_file(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def digest(name: str) -> str:
    return hashlib.sha256(lock_file(name).read_bytes()).hexdigest() if lock_file(name).exists() else ""


def installed_locks(environment: Environment) -> dict[str, str]:
    """Digests of the locks an environment holds, by name; none when it is unfinished, moved or broken."""
    try:
        stamp = json.loads(environment.stamp.read_text(encoding="utf-8"))
        whole = stamp["place"] == str(environment.folder) and environment.python.exists()
        return dict(stamp["locks"]) if whole else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write_stamp(environment: Environment, locks: Mapping[str, str]) -> None:
    stamp = {"place": str(environment.folder), "locks": locks}
    environment.stamp.write_text(json.dumps(stamp), encoding="utf-8")


def is_link(path: Path) -> bool:
    """Whether there is a symbolic link, or a junction of Windows."""
    try:
        status = path.lstat()
    except OSError:
        return False
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == junction


def is_marked(environment: Environment) -> bool:
    """Whether an environment carries the mark, which a kill may have left empty."""
    if is_link(environment.stamp):
        return False
    try:
        text = environment.stamp.read_text(encoding="utf-8")
        return not text or {"place", "locks"} <= set(json.loads(text))
    except (OSError, ValueError, TypeError):
        return False


def require_own(environment: Environment) -> None:
    """Raise `SetUpError` unless an environment is missing, empty, or was made here."""
    folder = environment.folder
    is_folder = folder.is_dir() and not is_link(folder)
    if not os.path.lexists(str(folder)) or (
        is_folder and (is_marked(environment) or not any(folder.iterdir()))
    ):
        return
    raise SetUpError(
        f"{folder} is a link, or no environment that dev.py made: it is left as it is.\n"
        "Move it away, then run the same command again."
    )


def empty(environment: Environment) -> None:
    """Leave nothing but its mark in an environment. Raises `SetUpError` for one that is not our own."""
    require_own(environment)
    environment.folder.mkdir(parents=True, exist_ok=True)
    write_stamp(environment, {})
    for path in environment.folder.iterdir():
        if path.is_dir() and not is_link(path):
            shutil.rmtree(str(path))
        elif path != environment.stamp:
            path.unlink()


def locked(file: IO[bytes]) -> bool:
    """Lock a file until it is closed or we die; False while another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the checkout's set-up lock, waiting for whoever has it."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        if not locked(file):
            print("* Waiting for another set-up of this checkout", flush=True)
            while not locked(file):
                time.sleep(0.2)
        yield


def make_venv(environment: Environment) -> None:
    """An environment without packages, in place of one that was made here.

    Raises `SetUpError` when the system lacks what it takes, and for an environment that is not our own.
    """
    python = find_python()
    if not python.makes_venvs:
        if not shutil.which("apt-get"):
            raise SetUpError(f"{python.path} lacks its modules venv and ensurepip: install them.")
        if not install_packages([f"python3.{python.version[1]}-venv"]):
            raise SetUpError("Run it, then the same command again.")
    if shutil.disk_usage(str(ROOT)).free < DISK_NEEDED:
        print(f"  Less than {DISK_NEEDED >> 30} GB are free on this disk; the packages may not fit.")
    name = environment.folder.name
    with step(f"Making {name} with Python {'.'.join(map(str, python.version))} ({python.path})"):
        empty(environment)
        if run_child([python.path, "-m", "venv", str(environment.folder)]):
            raise SetUpError("The environment could not be made; Python's words are above.")


def install_lock(name: str, environment: Environment) -> None:
    """Install one lock: wheels, and esptool, which has none, built with the locked setuptools.

    The installers' lock is whole: tf_keras asks for a TensorFlow beyond it, which is not wanted.
    """
    options = ["--require-hashes", "--no-build-isolation", "--only-binary", ":all:", "--no-binary", "esptool"]
    options += ["--no-deps"] if name == "package" else []
    pip = [str(environment.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    with step(f"Installing requirements/{name}.txt"):
        if run_child([*pip, *options, "-r", str(lock_file(name))]):
            raise SetUpError(
                "The packages could not be installed; pip's words are above.\n"
                "Check the network and the space on the disk, then run the same command again."
            )


def set_up(locks: Sequence[str], environment: Environment = MAIN) -> None:
    """Make an environment hold these locks; does nothing when it does.

    What a changed lock or a broken-off set-up left is not mended but made anew.
    """
    if all(installed_locks(environment).get(name) == digest(name) for name in locks):
        return
    with one_at_a_time():
        require_own(environment)
        installed = installed_locks(environment)
        if not installed or any(digest(name) != held for name, held in installed.items()):
            locks = [*locks, *(name for name in installed if name not in locks)]
            installed = {}
            make_venv(environment)
        write_stamp(environment, {})
        for name in locks:
            if name not in installed:
                install_lock(name, environment)
                installed[name] = digest(name)
        write_stamp(environment, installed)
