"""The check of shell scripts finds them where they are."""

from __future__ import annotations

from tests.shell_scripts import Script, scripts_in_files, scripts_in_workflow

WORKFLOW = """
jobs:
  plain:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ matrix.one }} and ${{ two }}"
      - run: Get-Item x
        shell: pwsh
  contained:
    runs-on: ubuntu-24.04
    container: debian:12
    steps:
      - run: ls
      - run: echo $BASH
        shell: bash
  windows:
    runs-on: windows-2022
    steps:
      - run: Get-Item x
      - run: ls
        shell: bash
"""


def test_scripts_are_the_files_that_a_shell_runs() -> None:
    shells = {script.name: script.shell for script in scripts_in_files()}
    assert shells[".ci/run"] == "bash"
    assert shells["packaging/linux/postinst"] == "sh"
    assert not any(name.endswith(".py") for name in shells)


def test_scripts_are_the_steps_that_a_posix_shell_runs_without_expressions() -> None:
    assert list(scripts_in_workflow("w.yml", WORKFLOW)) == [
        Script("w.yml, job plain, step 2", "bash", 'echo "expression and expression"'),
        Script("w.yml, job contained, step 1", "sh", "ls"),
        Script("w.yml, job contained, step 2", "bash", "echo $BASH"),
        Script("w.yml, job windows, step 2", "bash", "ls"),
    ]
