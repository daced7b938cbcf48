"""The release workflow calls what there is, in an order in which nothing is published that was not tried."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dev
from tools.package import signing
from tools.package.__main__ import FORMATS, parsed

ROOT = Path(__file__).resolve().parents[4]
TEXT = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
JOBS: dict[str, Any] = msgspec.yaml.decode(TEXT)["jobs"]
PACKAGING = ("linux", "windows", "macos")


def commands(job: str) -> str:
    """All that a job runs."""
    return "\n".join(step["run"] for step in JOBS[job]["steps"] if "run" in step)


def needed(job: str) -> set[str]:
    """The jobs that have succeeded when this one starts."""
    direct = JOBS[job].get("needs", [])
    names = {direct} if isinstance(direct, str) else set(direct)
    return names.union(*(needed(name) for name in names))


def test_nothing_is_built_before_tag_version_and_changelog_agree() -> None:
    assert all("check" in needed(job) for job in JOBS if job != "check")
    assert "release_notes check" in commands("check")
    # Asking is quick: it sets nothing up.
    assert "dev.py" not in commands("check")


def test_what_is_published_was_tried_on_each_system() -> None:
    assert needed("publish") == set(JOBS) - {"publish"}
    for job in (*PACKAGING, "linux-trial"):
        assert re.search(r"self-test", commands(job))


@pytest.mark.parametrize("job", JOBS)
def test_every_module_and_command_that_is_called_exists(job: str) -> None:
    for name in re.findall(r"python3? -m ([\w.]+)", commands(job)):
        assert ROOT.joinpath(*name.split(".")).with_suffix(".py").is_file(), name
    for name in re.findall(r"dev\.py (\w+)", commands(job)):
        assert name in dev.COMMANDS


@pytest.mark.parametrize("job", PACKAGING)
def test_installers_bring_the_firmware_that_was_built_for_them(job: str) -> None:
    taken = [step["with"] for step in JOBS[job]["steps"] if "download-artifact" in step.get("uses", "")]
    assert [step["name"] for step in taken] == ["firmware"]
    assert f"--firmware {taken[0]['path']} --out dist" in commands(job)
    # A folder of the checkout of that name would get the bundles among its sources.
    assert not (ROOT / taken[0]["path"]).exists()


def test_what_is_fetched_is_a_fixed_release_compared_with_its_hash() -> None:
    step = next(step for step in JOBS["linux"]["steps"] if "ADDRESS" in step.get("env", {}))
    assert re.fullmatch(r"[0-9a-f]{64}", step["env"]["SHA256"])
    assert re.search(r"/download/\d{8}/", step["env"]["ADDRESS"])
    assert "sha256sum --check" in step["run"]
    assert "--runtime runtime-x86_64" in commands("linux")


def test_keys_come_under_the_names_that_the_program_reads() -> None:
    secrets = set(re.findall(r"secrets\.(\w+)", TEXT))
    documented = set(re.findall(r"`([A-Z][A-Z_]+)`", signing.__doc__ or ""))
    # An identity that is in a keychain already is for a computer of somebody's own.
    assert secrets == documented - {"MACOS_IDENTITY"}
    for name in secrets:
        assert f"{name}: ${{{{ secrets.{name} }}}}" in TEXT


def test_only_the_job_that_publishes_may_write() -> None:
    assert [name for name, job in JOBS.items() if "permissions" in job] == ["publish"]
    assert "--draft" in commands("publish")


@pytest.mark.parametrize("job", PACKAGING)
def test_packages_are_asked_for_as_the_command_takes_them(job: str) -> None:
    line = next(line for line in commands(job).splitlines() if "dev.py package" in line)
    options = parsed(line.partition("dev.py package ")[2].split())
    assert set(options.formats) <= set(FORMATS)
    assert options.out == Path("dist")
