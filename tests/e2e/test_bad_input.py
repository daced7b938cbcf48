"""What cannot be done: each is an error of the table, with its exit code, and leaves what was there whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.builders.images import contents_of, encoded, noise, write_classes, write_zip
from tests.builders.scenes_run import FinishedRun
from tests.builders.tflite_models import (
    Contents,
    Graph,
    aborting_model,
    conv_constants,
    model_file,
    skewed_codes,
)
from tests.e2e.squeeze import contents, squeeze

pytestmark = pytest.mark.usefixtures("few_fires")

Maker = Callable[[Path], Path]


def nothing(folder: Path) -> Path:
    return folder / "nowhere"


def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def one_class(folder: Path) -> Path:
    write_classes(folder / "pets", {"cat": 8})
    return folder / "pets"


def empty_class(folder: Path) -> Path:
    write_classes(folder / "pets", {"cat": 8, "dog": 0})
    return folder / "pets"


def few(folder: Path) -> Path:
    write_classes(folder / "pets", {"cat": 8, "dog": 3})
    return folder / "pets"


def texts(folder: Path) -> Path:
    """Text files named as images."""
    for name in ("cat", "dog"):
        (folder / "pets" / name).mkdir(parents=True)
        for number in range(8):
            (folder / "pets" / name / f"{number}.jpg").write_text("This is not an image.")
    return folder / "pets"


def cut_short(folder: Path) -> Path:
    write_classes(folder / "pets", {"cat": 8, "dog": 8})
    for path in (folder / "pets").rglob("*.jpg"):
        path.write_bytes(path.read_bytes()[:400])
    return folder / "pets"


def loose(folder: Path) -> Path:
    (folder / "a.png").write_bytes(encoded(noise(1)))
    return folder


def escaping(folder: Path) -> Path:
    write_classes(folder / "pets", {"cat": 8, "dog": 8})
    files = contents_of(folder / "pets", "pets/") | {"pets/cat/../../../escaped.jpg": encoded(noise(1))}
    return write_zip(folder / "pets.zip", files)


def no_archive(folder: Path) -> Path:
    (folder / "pets.zip").write_bytes(b"PK\3\4 and then nothing of the kind")
    return folder / "pets.zip"


@pytest.mark.parametrize(
    ("make", "code", "exit_code"),
    [
        (nothing, "data-not-found", 2),
        (empty, "data-no-pictures", 1),
        (one_class, "data-one-class", 1),
        (empty_class, "data-empty-class", 1),
        (few, "data-too-few", 1),
        (texts, "data-no-pictures", 1),
        (cut_short, "data-no-pictures", 1),
        (loose, "data-no-classes", 1),
        (escaping, "archive-unsafe", 1),
        (no_archive, "archive-unreadable", 1),
    ],
)
def test_images_that_cannot_be_trained_on(make: Maker, code: str, exit_code: int, tmp_path: Path) -> None:
    images = tmp_path / "given"
    images.mkdir()
    out = tmp_path / "runs" / "r"
    said = squeeze("run", "--data", make(images), "--out", out)
    assert f"error [{code}]: " in said.stderr
    assert said.returncode == exit_code
    assert not out.exists()
    assert not list(tmp_path.rglob("escaped*"))


def test_some_bad_images_are_named_and_stop_a_run_that_is_told_so(tmp_path: Path) -> None:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    (tmp_path / "pets" / "cat" / "bad.jpg").write_text("no image")
    said = squeeze(
        *("run", "--data", tmp_path / "pets", "--out", tmp_path / "r", "--set", "data.on_bad_pictures=stop")
    )
    assert said.returncode == 1
    assert "error [data-bad-pictures]: " in said.stderr
    assert "cat/bad.jpg" in said.stderr


def test_bad_images_leave_an_earlier_run_whole(copied: Path, tmp_path: Path) -> None:
    before = contents(copied)
    said = squeeze("run", "--out", copied, "--from", "train", "--data", one_class(tmp_path))
    assert said.returncode == 1
    assert "error [data-one-class]: " in said.stderr
    assert contents(copied) == before


def test_settings_out_of_range_start_nothing(tmp_path: Path) -> None:
    said = squeeze("run", "--data", "scenes", "--image-size", "500", "--out", tmp_path / "r")
    assert said.returncode == 2
    assert "error [setting-invalid]: " in said.stderr
    assert "image_size" in said.stderr
    assert not (tmp_path / "r").exists()


def test_a_folder_that_is_no_run_does_not_go_on(tmp_path: Path) -> None:
    said = squeeze("run", "--resume", "--out", tmp_path)
    assert said.returncode == 2
    assert "error [run-not-found]: " in said.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/sys").is_dir(), reason="needs a place where even the superuser may not write")
def test_a_place_that_may_not_be_written() -> None:
    said = squeeze("run", "--data", "scenes", "--out", "/sys/squeeze-run")
    assert said.returncode == 1
    assert "error [write-permission]: " in said.stderr


def int8_model() -> bytes:
    graph = Graph(Contents())
    given = graph.tensor((1, 8, 8, 3))
    output = graph.conv(given, *conv_constants(graph, skewed_codes((40, 3, 3, 3))), 8)
    return model_file(graph.finish((given,), (output,)))


def float_model() -> bytes:
    """A model that adds a constant to floating-point numbers."""
    graph = Graph(Contents())
    given = graph.tensor((1, 4), kind=0)
    output = graph.add(given, graph.constant(np.ones((1, 4), np.float32)))
    for tensor in graph.subgraph.tensors:
        tensor.type, tensor.quantization = 0, None
    return model_file(graph.finish((given,), (output,)))


@pytest.mark.parametrize("command", ["predict", "evaluate"])
def test_a_model_that_ends_the_process_which_runs_it(command: str, tmp_path: Path) -> None:
    model, image = tmp_path / "m.tflite", tmp_path / "cat" / "p.png"
    image.parent.mkdir()
    image.write_bytes(encoded(noise(1)))
    model.write_bytes(aborting_model())
    said = squeeze(command, model, *((image,) if command == "predict" else ("--data", tmp_path)))
    assert "error [model-not-runnable]: " in said.stderr
    assert said.returncode == 1


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (None, "model-not-found", 2),
        (b"", "model-unreadable", 1),
        (int8_model()[:900], "model-unreadable", 1),
        (b"just some text, but long enough to be looked into" * 20, "model-unreadable", 1),
        (float_model(), "model-not-int8", 2),
    ],
    ids=["missing", "empty", "cut short", "text", "float"],
)
@pytest.mark.parametrize("command", ["compress", "predict", "inspect"])
def test_models_that_cannot_be_worked_on(
    command: str, content: bytes | None, code: str, exit_code: int, tmp_path: Path
) -> None:
    model, output, image = tmp_path / "m.tflite", tmp_path / "h.tflite", tmp_path / "p.png"
    image.write_bytes(encoded(noise(1)))
    output.write_bytes(b"an earlier result")
    if content is not None:
        model.write_bytes(content)
    more = {"compress": ("-o", output), "predict": (image,), "inspect": ()}[command]
    said = squeeze(command, model, *more)
    if (command, code) == ("inspect", "model-not-int8"):
        assert said.returncode == 0
    else:
        assert f"error [{code}]: " in said.stderr
        assert said.returncode == exit_code
    assert output.read_bytes() == b"an earlier result"


def test_a_coded_model_is_not_coded_again(finished: FinishedRun, tmp_path: Path) -> None:
    said = squeeze("compress", finished.folder / "huffman.tflite", "-o", tmp_path / "twice.tflite")
    assert said.returncode == 2
    assert "error [model-already-coded]: " in said.stderr
    assert not (tmp_path / "twice.tflite").exists()


def test_compressing_a_runs_int8_file_gives_its_huffman_file(finished: FinishedRun, tmp_path: Path) -> None:
    said = squeeze("compress", finished.folder / "int8.tflite", "-o", tmp_path / "h.tflite", "--json")
    assert said.returncode == 0, said.stderr
    assert (tmp_path / "h.tflite").read_bytes() == (finished.folder / "huffman.tflite").read_bytes()


def test_a_image_that_is_none_is_named(finished: FinishedRun, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_text("no image")
    said = squeeze("predict", finished.folder / "int8.tflite", tmp_path / "p.png")
    assert said.returncode == 1
    assert "error [picture-unreadable]: " in said.stderr


def test_images_of_other_classes_are_no_test_of_a_model(finished: FinishedRun, tmp_path: Path) -> None:
    write_classes(tmp_path / "pets", {"cat": 8, "dog": 8})
    said = squeeze("evaluate", finished.folder / "int8.tflite", "--data", tmp_path / "pets")
    assert said.returncode == 2
    assert "error [model-other-classes]: " in said.stderr


def test_a_model_of_no_run_needs_images_to_be_measured(finished: FinishedRun, tmp_path: Path) -> None:
    (tmp_path / "m.tflite").write_bytes((finished.folder / "int8.tflite").read_bytes())
    said = squeeze("evaluate", tmp_path / "m.tflite")
    assert said.returncode == 2
    assert "error [data-not-named]: " in said.stderr


def test_a_model_is_measured_on_all_of_other_images(finished: FinishedRun, tmp_path: Path) -> None:
    classes = (finished.folder / "labels.txt").read_text().split()
    write_classes(tmp_path / "others", dict.fromkeys(classes, 8))
    said = squeeze("evaluate", finished.folder / "huffman.tflite", "--data", tmp_path / "others", "--json")
    assert said.returncode == 0, said.stderr
    assert '"pictures":48' in said.stdout
