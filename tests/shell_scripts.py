"""Checks every shell script with ShellCheck: `python -m tests.shell_scripts`.

Scripts are files of the checkout that begin with a shell's name, and the steps of the workflows in .github
that a POSIX shell runs. The exit code is 1 when ShellCheck finds something, 2 when it is not installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ".github/workflows/*.yml"
_SHEBANG = re.compile(rb"#!\S*[/ ](sh|bash|dash)\b")
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")
_POSIX_SHELLS = ("bash", "sh")
_FILES_READ_WHILE_RUNNING = "SC1091"


@dataclass(frozen=True)
class Script:
    """A shell script: where it is, what runs it, and its text."""

    name: str
    shell: str
    text: str


def scripts_in_files() -> Iterator[Script]:
    """The files under version control that say by their first line that a shell runs them."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file():
            with path.open("rb") as file:
                named = _SHEBANG.match(file.readline(100))
            if named:
                yield Script(name, named[1].decode(), path.read_text(encoding="utf-8"))


def scripts_in_workflow(name: str, text: str) -> Iterator[Script]:
    """The `run` steps of a workflow that bash or sh runs, with a word in place of each expression."""
    jobs: dict[str, Any] = msgspec.yaml.decode(text)["jobs"]
    for job_name, job in jobs.items():
        for number, step in enumerate(job["steps"], 1):
            shell = step.get("shell", _usual_shell(job))
            if "run" in step and shell in _POSIX_SHELLS:
                where = f"{name}, job {job_name}, step {number}"
                yield Script(where, shell, _EXPRESSION.sub("expression", step["run"]))


def _usual_shell(job: dict[str, Any]) -> str:
    """What runs the steps of a job that names no shell."""
    if "container" in job:
        return "sh"
    return "pwsh" if str(job["runs-on"]).startswith("windows") else "bash"


def findings(script: Script) -> str:
    """What ShellCheck says of a script; empty when it finds nothing. Raises `OSError` when it is missing."""
    program = Path(sysconfig.get_path("scripts")) / "shellcheck"
    options = (f"--shell={script.shell}", "--format=gcc", f"--exclude={_FILES_READ_WHILE_RUNNING}", "-")
    done = subprocess.run(
        [program, *options], input=script.text, capture_output=True, encoding="utf-8", check=False
    )
    return (done.stdout + done.stderr).replace("-:", f"{script.name}: line ") if done.returncode else ""


def main() -> int:
    scripts = list(scripts_in_files())
    for path in sorted(ROOT.glob(WORKFLOWS)):
        scripts += scripts_in_workflow(path.name, path.read_text(encoding="utf-8"))
    try:
        found = "".join(findings(script) for script in scripts)
    except OSError as error:
        sys.stdout.write(f"ShellCheck cannot be started ({error}). python3 dev.py setup --dev installs it.\n")
        return 2
    sys.stdout.write(found or f"ShellCheck finds nothing in {len(scripts)} scripts.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
