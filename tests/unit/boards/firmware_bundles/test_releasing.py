"""The bundles of a release, made of what ESP-IDF built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.boards.firmware_bundles.building import own_firmware_build, variants
from core.boards.firmware_bundles.bundle import MANIFEST, part_offsets, read_bundle
from core.boards.firmware_bundles.releasing import main, release_bundles
from core.boards.firmware_bundles.sources import fetch_bundle, releases
from tests.builders.bundles import rewrite, small_bundle
from tests.recording import RecordingTask


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    """A folder for each variant, as ESP-IDF leaves it, with parts that nothing could run."""
    for variant, chip in variants().items():
        folder = tmp_path / "built" / variant
        (folder / "licences").mkdir(parents=True)
        (folder / "licences" / "esp-nn-LICENSE.txt").write_text("Apache License\n", encoding="utf-8")
        files = {}
        for name, data in small_bundle(chip, variant).parts.items():
            file = f"{name.replace(' ', '_')}.bin"
            (folder / file).write_bytes(data)
            files[hex(part_offsets(chip)[name])] = file
        (folder / "flasher_args.json").write_text(json.dumps({"flash_files": files}), encoding="utf-8")
        described = {"git_revision": "v5.3.5", "build_components": ["main", "espressif__esp-nn"]}
        (folder / "project_description.json").write_text(json.dumps(described), encoding="utf-8")
    return tmp_path / "built"


def test_every_variant_becomes_a_bundle_that_the_program_takes(builds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    release_bundles(builds, out, "https://example.org/v1/")
    assert sorted(path.name for path in out.iterdir()) == sorted(
        ["releases.toml", *(f"{variant}.zip" for variant in variants())]
    )
    for variant, chip in variants().items():
        found = read_bundle(out / f"{variant}.zip", variant)
        assert (found.chip, found.version) == (chip, own_firmware_build(variant).version)
        assert found.built_with == {"esp-idf": "v5.3.5", "esp-nn": "1.2.3"}


def test_the_manifest_has_versions_sizes_hashes_and_licences(builds: Path, tmp_path: Path) -> None:
    release_bundles(builds, tmp_path / "out", "https://example.org")
    contents: dict[str, bytes] = {}
    rewrite(tmp_path / "again.zip", (tmp_path / "out" / "esp32c3.zip").read_bytes(), contents.update)
    manifest = json.loads(contents[MANIFEST])
    assert manifest["built_with"] == {"esp-idf": "v5.3.5", "esp-nn": "1.2.3"}
    assert manifest["licences"] == ["LICENSE", "licences/esp-nn-LICENSE.txt"]
    assert contents["licences/esp-nn-LICENSE.txt"] == b"Apache License\n"
    sizes = {part["file"]: part["bytes"] for part in manifest["parts"]}
    assert sizes == {name: len(contents[name]) for name in sizes}
    assert all(len(part["sha256"]) == 64 for part in manifest["parts"])


def test_what_was_released_is_fetched_from_where_the_list_says(builds: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    release_bundles(builds, out, out.as_uri())
    task = RecordingTask()
    for variant in variants():
        fetched = fetch_bundle(variant, task, out / "releases.toml", tmp_path / "imported")
        assert fetched == read_bundle(out / f"{variant}.zip")


def test_a_release_lists_every_bundle_with_its_address(builds: Path, tmp_path: Path) -> None:
    released = release_bundles(builds, tmp_path / "out", "https://example.org/v1/")
    assert releases(tmp_path / "out" / "releases.toml") == released
    assert released["esp32s3-octal"].address == "https://example.org/v1/esp32s3-octal.zip"


def test_a_build_that_is_not_whole_fails_the_release(
    builds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (builds / "esp32c3" / "application.bin").unlink()
    assert main([str(builds), str(tmp_path / "out"), "https://example.org"]) == 1
    assert "application.bin" in capsys.readouterr().err
    assert not (tmp_path / "out" / "releases.toml").exists()


def test_the_command_prints_hashes_and_names(
    builds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(builds), str(tmp_path / "out"), "https://example.org"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == [f"{variant}.zip" for variant in variants()]
    assert main([]) == 2
