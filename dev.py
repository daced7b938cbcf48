#!/usr/bin/env python3
"""Sets Squeeze Studio up and runs it, on Linux, macOS and Windows: `python3 dev.py COMMAND`.

Any Python from 3.8 on may start this file. What it finds, installs and makes, `tools/set_up.py` does: a
Python from 3.11 to 3.13 for the program itself, and the environment `.venv` beside this file, made of the
locks in requirements/, every package checked by its hash; installers are made in one of their own,
`.venv-package`. What something else made under these names is left alone. A command sets up what it needs
first, which takes no time when nothing has changed.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Sequence

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from tools.set_up import (  # noqa: E402
    MAIN,
    PACKAGING,
    WINDOWS,
    Environment,
    SetUpError,
    install_packages,
    missing_packages,
    run_child,
    set_up,
    step,
)

EXIT_STOPPED = 130
WINDOWS_CTRL_C = 0xC000013A

RUNTIME = ("build", "runtime")
DEVELOPER = ("build", "runtime", "dev")
PACKAGER = ("build", "package")

# Debian's names of what the wheels do not bring, by what needs it.
SYSTEM_PACKAGES = {
    "window": (
        *("libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libegl1", "libgl1", "libwayland-cursor0"),
        *("libxkbcommon0", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4"),
        *("libxcb-keysyms1", "libxcb-shape0", "libpulse0", "fonts-dejavu-core", "fonts-noto-cjk"),
    ),
    # Qt's Chromium, which tests exported pages. libasound2-dev brings libasound2 under whichever name it has.
    "browser": (
        *("libnss3", "libasound2-dev", "libgbm1", "libudev1", "libxcb-dri3-0", "libxcomposite1"),
        *("libxdamage1", "libxkbfile1", "libxrandr2", "libxtst6"),
    ),
    "firmware": ("cmake", "make", "g++", "libgtest-dev"),
    "fuzzing": ("cmake", "make", "clang", "libclang-rt-dev"),
    "packages": ("binutils", "patchelf", "squashfs-tools", "libpython3-dev"),
}
SUITES = {"ui": "window", "device": "browser", "firmware": "firmware"}
PURPOSES = {
    "run": {"window"},
    "torture": {"window"},
    "screenshots": {"window"},
    "fuzz": {"fuzzing"},
    "package": {"packages"},
}


class Command(NamedTuple):
    """What runs a module of the checkout; the rest of the command line goes to it unchanged."""

    summary: str
    module: tuple[str, ...] = ()
    locks: tuple[str, ...] = RUNTIME
    environment: Environment = MAIN


COMMANDS = {
    "setup": Command("make .venv ready for use (--dev: for tests as well)"),
    "demo": Command("sample scenes to a Huffman-coded model, end to end", ("core.cli", "demo")),
    "squeeze": Command("any command line of the program: squeeze --help", ("core.cli",)),
    "run": Command("open the window", ("app.main",)),
    "test": Command("all checks and tests, or some: test unit -k archive", ("tests",), DEVELOPER),
    "lint": Command("style, types and import rules only", ("tests", "lint"), DEVELOPER),
    "fuzz": Command(
        "random bytes for the firmware's readers (--seconds N)", ("tests.firmware.fuzz",), DEVELOPER
    ),
    "torture": Command(
        "kills, full disks, damaged files, bad lines (--rounds N, --seed S, --only NAME)",
        ("tests.torture",),
        DEVELOPER,
    ),
    "bench": Command("the benchmarks, with the promises they keep", ("tests.bench",), DEVELOPER),
    "trials": Command("hours of real runs: what the presets keep, what smaller costs", ("tools.trials",)),
    "pretrain": Command("train the starting network on general images, in hours", ("tools.pretrain",)),
    "screenshots": Command("the images of README and guide, from a real run", ("tools.screenshots",)),
    "translations": Command(
        "collect texts for translators and compile theirs (--missing: list what lacks)",
        ("tools.translations",),
        DEVELOPER,
    ),
    "guide": Command("make pages for a browser of the guide (-o FOLDER)", ("tools.guide",), DEVELOPER),
    "npm": Command(
        "fetch what pages of export --as web take from npm: esptool-js", ("tools.npm_packages",), DEVELOPER
    ),
    "package": Command(
        "what people install: package deb --firmware FOLDER (--help)",
        ("tools.package",),
        PACKAGER,
        PACKAGING,
    ),
    "lock": Command("resolve the pinned packages again (--upgrade: to their newest versions)"),
}


def provide_system(command: str) -> None:
    """Install the system packages a command needs, or print how to and go on."""
    purposes = PURPOSES.get(command, set())
    if command == "test":
        purposes = {purpose for suite, purpose in SUITES.items() if (ROOT / "tests" / suite).is_dir()}
    missing = missing_packages([name for purpose in sorted(purposes) for name in SYSTEM_PACKAGES[purpose]])
    if missing:
        install_packages(missing)


def start(environment: Environment, module: Sequence[str], arguments: Sequence[str]) -> int:
    """Become the program, so that its exit code and every signal are its own (on Windows: wait for it)."""
    command = [str(environment.python), "-m", *module, *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
    env.pop("PYTHONHOME", None)
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, env)
    child = subprocess.Popen(command, env=env)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            code = child.wait()
            return EXIT_STOPPED if code == WINDOWS_CTRL_C else code


def relock(options: Sequence[str]) -> int:
    """Resolve pyproject.toml into requirements/ for Linux, macOS and Windows, without any address."""
    set_up(DEVELOPER)
    constraint = ["-c", "requirements/runtime.txt"]
    extras = ["--extra", "explore", "--extra", "tensorboard"]
    sources = {
        "runtime": ["pyproject.toml", *extras],
        "build": ["--group", "build", *constraint],
        "dev": ["--group", "dev", *constraint],
        "package": ["pyproject.toml", *extras, "--group", "package", *constraint],
    }
    sources["package"] += ["-c", "requirements/build.txt", "--overrides", "requirements/package-overrides.in"]
    uv = [str(MAIN.python), "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    uv += ["--python-version", "3.11", "--custom-compile-command", "python3 dev.py lock", *options]
    for name, source in sources.items():
        with step(f"Resolving requirements/{name}.txt"):
            code = run_child([*uv, *source, "-o", f"requirements/{name}.txt"])
        if code:
            return code
    return 0


def usage() -> str:
    """The commands and what they do."""
    lines = [f"  {name:<14}{command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(["usage: python3 dev.py COMMAND [ARGUMENT...]", "", *lines])


def perform(name: str, arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code. Raises `SetUpError`."""
    if name == "setup":
        set_up(DEVELOPER if "--dev" in arguments else RUNTIME)
        print(f"Ready: {MAIN.folder}")
        return 0
    if name == "lock":
        return relock(arguments)
    command = COMMANDS[name]
    provide_system(name)
    set_up(command.locks, command.environment)
    return start(command.environment, command.module, arguments)


def main(arguments: Sequence[str]) -> int:
    """Carry out a command line; 1 when set-up failed, 2 for a wrong command, 130 after Ctrl-C."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(usage())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDS:
        print(f"There is no command '{arguments[0]}'.\n{usage()}", file=sys.stderr)
        return 2
    try:
        return perform(arguments[0], arguments[1:])
    except (SetUpError, OSError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return EXIT_STOPPED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
