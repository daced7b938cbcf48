"""The workflows do what the program expects of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.boards.firmware_bundles.building import LICENCES_FOLDER, own_firmware_build, variants
from core.boards.firmware_bundles.bundle import part_offsets
from core.boards.firmware_bundles.toolchains import DOCKER_IMAGE
from core.paths import firmware_folder

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def workflow(name: str) -> dict[str, Any]:
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    return dict(msgspec.yaml.decode(text))


def steps(job: dict[str, Any]) -> str:
    """All commands of a job."""
    return "\n".join(step["run"] for step in job["steps"] if "run" in step)


def artifact(job: dict[str, Any], action: str) -> dict[str, Any]:
    """What a job's step with an artifact is given."""
    return next(step["with"] for step in job["steps"] if action in step.get("uses", ""))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.stem))
def test_every_job_of_a_workflow_has_an_end_and_needs_what_there_is(path: Path) -> None:
    jobs = workflow(path.stem)["jobs"]
    for job in jobs.values():
        assert job["timeout-minutes"] > 0
        needs = job.get("needs", [])
        assert set([needs] if isinstance(needs, str) else needs) <= set(jobs)


def test_continuous_integration_runs_what_anyone_can_run() -> None:
    assert "bash .ci/run" in steps(workflow("ci")["jobs"]["test"])
    assert (ROOT / ".ci" / "run").is_file()


def test_firmware_is_built_in_the_container_that_the_program_builds_in() -> None:
    assert workflow("release")["jobs"]["firmware-build"]["container"] == DOCKER_IMAGE


def test_every_variant_is_built_with_its_own_settings() -> None:
    matrix = workflow("release")["jobs"]["firmware-build"]["strategy"]["matrix"]["include"]
    assert {entry["variant"] for entry in matrix} == set(variants())
    for entry in matrix:
        build = own_firmware_build(entry["variant"])
        assert entry["target"] == build.chip.name.lower()
        assert tuple(entry["settings"].split(";")) == build.sdkconfig
        assert all((firmware_folder() / file).is_file() for file in build.sdkconfig)


def test_what_a_bundle_is_made_of_leaves_the_build() -> None:
    job = workflow("release")["jobs"]["firmware-build"]
    given = artifact(job, "upload-artifact")
    kept = given["path"].replace("${{ matrix.variant }}", "V").split()
    assert given["name"] == "${{ matrix.variant }}"
    for file in ("flasher_args.json", "project_description.json", f"{LICENCES_FOLDER}/"):
        assert f"built/V/{file}" in kept
    # Boot loader, partition table and application, each under the name that ESP-IDF gives it.
    images = [path for path in kept if path.endswith(".bin")]
    assert len(images) == len(part_offsets(variants()["esp32"]))
    project = (firmware_folder() / "CMakeLists.txt").read_text(encoding="utf-8")
    assert "project(squeeze)" in project
    assert "built/V/squeeze.bin" in images


def test_the_bundles_are_made_by_the_programs_command_where_they_will_be_fetched_from() -> None:
    jobs = workflow("release")["jobs"]
    assert "python -m core.boards.firmware_bundles.releasing built dist/firmware" in steps(jobs["firmware"])
    taken = artifact(jobs["firmware"], "download-artifact")
    assert taken["path"] == "built"
    prefix = taken["pattern"].removesuffix("*")
    assert all(variant.startswith(prefix) for variant in variants())
    assert artifact(jobs["firmware"], "upload-artifact")["path"] == "dist/firmware/"
    assert artifact(jobs["publish"], "download-artifact")["name"] == "firmware"
    assert "dist/*" in steps(jobs["publish"])
