"""What `squeeze compress` tells, and where it writes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core import cli
from core.compression.sizes import inspect
from tests.builders.tflite_models import conv_model, dense_model, hybrid_model
from tests.tflm import needs_tflm


@pytest.fixture(autouse=True)
def own_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def compressed(model: bytes, folder: Path, output: Path) -> int:
    (folder / "m.tflite").write_bytes(model)
    return cli.main(["compress", str(folder / "m.tflite"), "-o", str(output)])


def test_the_folder_of_the_coded_file_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "not" / "there" / "h.tflite"
    assert compressed(conv_model(), tmp_path, output) == 0
    assert inspect(output.read_bytes()).payload_bytes > 0
    assert "1 of 1 layers are coded.\n" in capsys.readouterr().out


def test_a_folder_is_no_place_for_the_coded_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compressed(conv_model(), tmp_path, tmp_path) == 2
    assert "OUT is a folder" in capsys.readouterr().err


def test_the_model_is_known_by_any_of_its_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder").mkdir()
    assert compressed(conv_model(), tmp_path, tmp_path / "folder" / ".." / "m.tflite") == 2
    assert "would replace" in capsys.readouterr().err
    assert (tmp_path / "m.tflite").read_bytes() == conv_model()


def test_weights_that_cannot_be_coded_shorter_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    even = np.arange(-127, 128).astype(np.int8).repeat(4).reshape(20, 51)
    assert compressed(dense_model(even), tmp_path, tmp_path / "h.tflite") == 0
    shown = capsys.readouterr().out
    assert "0 of 1 layers are coded, the others are smaller uncompressed.\n" in shown
    assert "Huffman-coded" not in shown


@needs_tflm
def test_what_tensorflow_lite_micro_says_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compressed(conv_model(), tmp_path, tmp_path / "h.tflite") == 0
    assert "TensorFlow Lite Micro: identical outputs for 3 random inputs.\n" in capsys.readouterr().out
    assert compressed(hybrid_model(), tmp_path, tmp_path / "hybrid.tflite") == 0
    assert "Outputs not compared: TensorFlow Lite Micro does not run the original" in capsys.readouterr().out
