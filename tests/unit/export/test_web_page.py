"""A web page is exported whole: with the flasher as it is pinned, or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from core.boards.firmware_bundles import sources
from core.boards.model_image import parse_model_image
from core.deployment.board_results import Exported
from core.deployment.exporting import export
from core.errors import SqueezeError
from core.evaluation.interpreters import open_interpreter
from core.export import web_library
from core.export.web_library import packages_folder, pinned_packages
from core.export.web_page import PAGE_FILES
from core.paths import resources_folder
from core.requests import ExportRequest
from core.runs.folder import RunFolder
from core.runs.predictors import TflitePredictor
from tests.builders.bundles import small_bundle, write_bundle
from tests.builders.finished_runs import CLASSES, SIDE, finished_run, model_files
from tests.recording import RecordingTask
from tools.npm_packages import fetch_packages


@pytest.fixture(scope="module", autouse=True)
def npm_packages() -> None:
    """Fetched from npm once in a checkout."""
    fetch_packages()


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", "esp32-cam")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sources, "data_folder", lambda: tmp_path / "data")
    return write_bundle(tmp_path / "bundle.zip")


def exported(run: RunFolder, output: Path, bundle: Path | None, **changes: Any) -> Exported:
    request = ExportRequest(
        run=str(run.path), form="web", output=str(output), firmware=str(bundle) if bundle else None, **changes
    )
    return export(request, RecordingTask())


def refusal(run: RunFolder, output: Path, bundle: Path | None, **changes: Any) -> str:
    with pytest.raises(SqueezeError) as caught:
        exported(run, output, bundle, **changes)
    return caught.value.code


def test_the_folder_has_the_page_its_data_and_every_license(
    run: RunFolder, bundle: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = exported(run, out, bundle)
    assert set(done.files) == {
        *PAGE_FILES,
        *(
            "flash.bin",
            "images.bin",
            "run.json",
            "README.md",
            "model-card.html",
            "model-card.md",
            "licences/LICENSE.txt",
        ),
        *(f"esptool-js/{name}" for name in ("bundle.js", "LICENSE", "LICENSE-pako", "LICENSE-atob-lite")),
    }
    assert "Apache License" in (out / "esptool-js" / "LICENSE").read_text(encoding="utf-8")
    for name in PAGE_FILES:
        text = (out / name).read_text(encoding="utf-8")
        assert text == (resources_folder() / "web" / name).read_text(encoding="utf-8")
        # Everything that the page loads is in its folder.
        assert "://" not in text


def test_the_data_are_those_of_the_run(run: RunFolder, bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(run, out, bundle)
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))
    image = (out / "flash.bin").read_bytes()
    assert told["flash"]["sha256"] == hashlib.sha256(image).hexdigest()
    for part in told["flash"]["parts"]:
        data = image[part["offset"] : part["offset"] + part["bytes"]]
        assert part["md5"] == hashlib.md5(data, usedforsecurity=False).hexdigest()
    assert told["flash"]["needed_bytes"] == small_bundle().flash_bytes
    model = parse_model_image(image[told["flash"]["parts"][-1]["offset"] :])
    assert (told["chip"], told["model"]["sha256"]) == ("ESP32", model.sha256.hex())
    assert (told["model"]["labels"], told["model"]["shape"]) == (list(CLASSES), [SIDE, SIDE, 3])
    shown = np.frombuffer((out / "images.bin").read_bytes(), np.uint8).reshape(-1, SIDE, SIDE, 3)
    assert len(shown) == 10
    file = TflitePredictor(open_interpreter(model_files()["huffman"]))
    assert told["images"]["scores"] == file.codes(shown).tolist()


def test_without_esptool_js_it_is_said_how_to_get_it_and_nothing_is_written(
    run: RunFolder, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(packages_folder(), tmp_path / "npm")
    monkeypatch.setattr(web_library, "packages_folder", lambda: folder)
    out = tmp_path / "new" / "out"
    for package in pinned_packages():
        content = (folder / package.file_name).read_bytes()
        (folder / package.file_name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        with pytest.raises(SqueezeError) as caught:
            exported(run, out, bundle)
        assert caught.value.code == "esptool-js-missing"
        assert "python3 dev.py npm" in caught.value.remedy
        (folder / package.file_name).unlink()
        assert refusal(run, out, bundle) == "esptool-js-missing"
        (folder / package.file_name).write_bytes(content)
    assert not out.parent.exists()
    exported(run, out, bundle)


def test_a_page_that_cannot_be_made_leaves_no_folder(run: RunFolder, bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    assert refusal(run, out, None) == "firmware-missing"
    assert refusal(run, out, bundle, board="esp32s3-eye") == "firmware-other-board"
    assert refusal(run, out, bundle, board="virtual-esp32") == "board-not-real"
    run.samples.write_bytes(b"no images")
    assert refusal(run, out, bundle) == "run-damaged"
    assert not out.parent.exists()


def test_a_folder_with_something_in_it_keeps_it(run: RunFolder, bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("mine", encoding="utf-8")
    (out / "other.html").write_text("other", encoding="utf-8")
    assert refusal(run, out, bundle) == "not-empty"
    assert (out / "index.html").read_text(encoding="utf-8") == "mine"
    assert len(list(out.iterdir())) == 2
    exported(run, out, bundle, replace=True)
    assert "Connect and flash" in (out / "index.html").read_text(encoding="utf-8")
    assert (out / "other.html").read_text(encoding="utf-8") == "other"


def test_a_pinned_package_is_known_by_its_hash() -> None:
    flasher, *others = pinned_packages()
    assert (flasher.name, [one.name for one in others]) == ("esptool-js", ["pako", "atob-lite"])
    content = (packages_folder() / flasher.file_name).read_bytes()
    assert flasher.is_whole(content)
    assert not flasher.is_whole(content + b"\0")
    assert not msgspec.structs.replace(flasher, integrity="sha512-").is_whole(content)
