"""What is exported can be used as its README says: by a C compiler, by TFLM, by LiteRT, by unzipping."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.boards.model_image import parse_model_image
from core.boards.profiles import board_profile
from core.deployment.board_results import Exported
from core.deployment.exporting import export
from core.errors import SqueezeError
from core.export.c_array import c_string
from core.requests import ExportForm, ExportRequest
from core.runs.folder import RunFolder
from core.runs.record import StageRecord
from core.tflite.litert import LiteRtInterpreter
from core.tflite.tflm import TflmInterpreter
from tests.builders.finished_runs import CLASSES, SIDE, finished_run, images, model_files
from tests.recording import RecordingTask

CARD = ("model-card.html", "model-card.md")
SHOW = """\
#include <inttypes.h>
#include <stdio.h>
#include "squeeze_model.h"

int main(void) {
    if ((uintptr_t)squeeze_model % 16) return 1;
    for (int i = 0; i < SQUEEZE_MODEL_CLASSES; ++i) puts(squeeze_model_labels[i]);
    for (int i = 0; i < 256; ++i) printf("%d ", squeeze_model_input_codes[i]);
    printf("\\n%d %.9g\\n", SQUEEZE_MODEL_BYTES, (double)SQUEEZE_MODEL_INPUT_SCALE);
    for (int i = 0; i < SQUEEZE_MODEL_BYTES; ++i) printf("%02x", squeeze_model[i]);
    return 0;
}
"""


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return finished_run(tmp_path / "run", "esp32s3-eye")


def exported(run: RunFolder, form: ExportForm, output: Path, board: str | None = None) -> Exported:
    request = ExportRequest(run=str(run.path), form=form, output=str(output), board=board)
    return export(request, RecordingTask())


def refusal(run: RunFolder, form: ExportForm, output: Path) -> str:
    with pytest.raises(SqueezeError) as caught:
        exported(run, form, output)
    return caught.value.code


@pytest.mark.parametrize("form", ["tflite", "c-array", "zip"])
@pytest.mark.parametrize("name", ["int8.tflite", "huffman.tflite"])
def test_the_model_of_another_run_is_not_exported_as_this_one(
    run: RunFolder, name: str, form: ExportForm, tmp_path: Path
) -> None:
    other = model_files()["quantize"]
    (run.path / name).write_bytes(other[:-1] + bytes([other[-1] ^ 1]))
    assert refusal(run, form, tmp_path / "out") == "run-damaged"
    assert not (tmp_path / "out").exists()


def needs(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program}")
    return found


def test_the_tflite_files_run_and_agree(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert exported(run, "tflite", out).files == tuple(sorted(path.name for path in out.iterdir()))
    coded, plain = (out / "model.tflite").read_bytes(), (out / "model-plain.tflite").read_bytes()
    assert coded == model_files()["huffman"]
    codes = (images(3).astype(np.int16) - 128).astype(np.int8)
    answers = LiteRtInterpreter(plain, "reference").predict(codes)
    assert (TflmInterpreter(coded).predict(codes) == answers).all()
    assert (out / "labels.txt").read_text(encoding="utf-8").split() == list(CLASSES)


def test_a_tflite_can_be_had_as_a_file_with_its_card_beside_it(run: RunFolder, tmp_path: Path) -> None:
    done = exported(run, "tflite", tmp_path / "pets.tflite")
    assert (tmp_path / "pets.tflite").read_bytes() == model_files()["huffman"]
    assert (done.files, done.card) == (("pets.tflite",), ("pets-model-card.html", "pets-model-card.md"))
    assert (tmp_path / "pets-model-card.md").read_text(encoding="utf-8").startswith("# Model card: run\n")


def test_nothing_is_written_where_a_card_is_in_the_way(run: RunFolder, tmp_path: Path) -> None:
    (tmp_path / "pets-model-card.md").write_text("mine")
    assert refusal(run, "tflite", tmp_path / "pets.tflite") == "output-exists"
    assert not (tmp_path / "pets.tflite").exists()


@pytest.mark.parametrize("form", ["tflite", "c-array", "esp-idf", "card"])
def test_every_folder_has_the_model_card(run: RunFolder, form: ExportForm, tmp_path: Path) -> None:
    done = exported(run, form, tmp_path / "out")
    assert set(CARD) <= set(done.files)
    assert done.card == ()
    if form == "card":
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == list(CARD)


@pytest.mark.parametrize("standard", ["c11", "c17"])
def test_the_c_array_compiles_without_a_warning_and_holds_every_byte(
    run: RunFolder, tmp_path: Path, standard: str
) -> None:
    gcc, out = needs("gcc"), tmp_path / "out"
    exported(run, "c-array", out)
    (out / "show.c").write_text(SHOW)
    flags = [f"-std={standard}", "-Wall", "-Wextra", "-Wconversion", "-pedantic", "-Werror"]
    subprocess.run([gcc, *flags, "show.c", "squeeze_model.c", "-o", "show"], cwd=out, check=True)
    shown = subprocess.run([out / "show"], capture_output=True, check=True).stdout.decode().splitlines()
    assert shown[: len(CLASSES)] == list(CLASSES)
    signature = TflmInterpreter(model_files()["huffman"]).signature
    values = np.arange(256, dtype=np.float32) / 128 - 1
    assert shown[3].split() == [str(code) for code in signature.input_quantization.codes(values)]
    size, scale = shown[4].split()
    assert int(size) == len(model_files()["huffman"])
    assert np.float32(scale) == np.float32(signature.input_quantization.scale)
    assert bytes.fromhex(shown[5]) == model_files()["huffman"]


def test_the_header_can_be_included_from_cpp(run: RunFolder, tmp_path: Path) -> None:
    gxx, out = needs("g++"), tmp_path / "out"
    exported(run, "c-array", out)
    (out / "use.cc").write_text('#include "squeeze_model.h"\nint bytes = sizeof squeeze_model;\n')
    flags = ["-std=c++17", "-Wall", "-Wextra", "-pedantic", "-Werror"]
    subprocess.run([gxx, *flags, "-c", "use.cc"], cwd=out, check=True)


def test_the_readme_names_the_operators_that_the_model_needs(run: RunFolder, tmp_path: Path) -> None:
    exported(run, "c-array", tmp_path / "out")
    text = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    calls = re.findall(r"resolver\.(\w+)\(\);", text)
    assert calls == ["AddConcatenation", "AddConv2D", "AddDecode", "AddMaxPool2D", "AddMean", "AddSoftmax"]
    assert f"MicroMutableOpResolver<{len(calls)}>" in text


@pytest.mark.parametrize(
    ("text", "literal"), [("cat", '"cat"'), ('a"b\\c?', r'"a\042b\134c\077"'), ("é1", r'"\303\2511"')]
)
def test_a_label_becomes_a_literal_of_its_bytes(text: str, literal: str) -> None:
    assert c_string(text) == literal


def test_a_zip_holds_every_form_and_is_the_same_each_time(run: RunFolder, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        exported(run, "zip", tmp_path / name)
    content = (tmp_path / "a.zip").read_bytes()
    assert content == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
    folders = {"tflite", "c-array", "esp-idf"}
    assert {name.partition("/")[0] for name in names} == {*folders, "README.md", "summary.json", *CARD}
    assert {f"{folder}/README.md" for folder in folders} <= names


def test_a_project_flashes_a_model_image_for_its_board(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(run, "esp-idf", out)
    assert 'esptool_py_flash_to_partition(flash "model"' in (out / "CMakeLists.txt").read_text()
    image = parse_model_image((out / "model.img").read_bytes())
    assert (image.board.profile, image.labels) == ("esp32s3-eye", CLASSES)
    assert image.model == model_files()["huffman"]
    assert "idf.py set-target esp32s3" in (out / "README.md").read_text(encoding="utf-8")


def test_a_project_has_every_file_that_its_build_names_and_no_tests(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(run, "esp-idf", out)
    for part in ("main/idf_component.yml", "partitions.csv", "sdkconfig.defaults", "LICENSE"):
        assert (out / part).is_file()
    names = re.findall(r"^\s+(\w+\.cc)$", (out / "main" / "CMakeLists.txt").read_text(), re.MULTILINE)
    assert names
    assert all((out / "main" / name).is_file() for name in names)
    assert not {"host", "host_test", "build"} & {path.name for path in out.iterdir()}


def test_the_threshold_goes_with_every_form_of_the_model(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run", "esp32s3-eye", sure_score=-5)
    for form in ("tflite", "c-array", "esp-idf"):
        exported(run, form, tmp_path / form)
    image = parse_model_image((tmp_path / "esp-idf" / "model.img").read_bytes())
    assert image.output.sure_score == -5
    header = (tmp_path / "c-array" / "squeeze_model.h").read_text()
    assert "#define SQUEEZE_MODEL_SURE_SCORE (-5)\n" in header
    for form in ("tflite", "c-array"):
        assert "is below -5," in (tmp_path / form / "README.md").read_text(encoding="utf-8")


def test_a_model_without_a_threshold_says_so(run: RunFolder, tmp_path: Path) -> None:
    exported(run, "c-array", tmp_path / "out")
    assert "SURE_SCORE" not in (tmp_path / "out" / "squeeze_model.h").read_text()
    assert "This model has no threshold." in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_settings_of_a_variant_overrule_those_of_its_chip(run: RunFolder, tmp_path: Path) -> None:
    exported(run, "esp-idf", tmp_path / "octal")
    exported(run, "esp-idf", tmp_path / "quad", "esp32s3-devkitc-quad")
    name = "sdkconfig.defaults.esp32s3"
    octal, quad = ((tmp_path / kind / name).read_text() for kind in ("octal", "quad"))
    assert octal.startswith(quad)
    assert octal.rindex("CONFIG_SPIRAM_MODE_OCT=y") > octal.rindex("CONFIG_SPIRAM_MODE_QUAD=y")
    assert "MODE_OCT" not in quad
    assert board_profile("esp32s3-eye").variant == "esp32s3-octal"


def test_a_folder_with_something_in_it_is_left_alone(run: RunFolder, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "main.c").write_text("int x;")
    assert refusal(run, "c-array", tmp_path / "mine") == "not-empty"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["main.c"]


def test_what_is_no_finished_run_is_not_exported(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert refusal(RunFolder(tmp_path / "nowhere"), "tflite", out) == "run-not-found"
    run.file("huffman").write_bytes(b"another")
    assert refusal(run, "tflite", out) == "run-damaged"
    run.write_record(run.read_record().with_stage("huffman", StageRecord()))
    assert refusal(run, "tflite", out) == "stage-missing"
    assert not out.exists()


def test_sizes_of_images_are_told(run: RunFolder, tmp_path: Path) -> None:
    exported(run, "c-array", tmp_path / "out")
    header = (tmp_path / "out" / "squeeze_model.h").read_text()
    assert f"#define SQUEEZE_MODEL_HEIGHT {SIDE}\n" in header
    assert "#define SQUEEZE_MODEL_ARENA_BYTES 30000\n" in header
