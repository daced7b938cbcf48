"""The demo keeps what is promised of it, on images that simpler models cannot tell apart."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.boards.profiles import VIRTUAL_BOARD
from core.commands.demo import demo_settings
from core.paths import resources_folder
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.summary import StageFigures, Summary
from core.sample_scenes import SCENE_CLASSES
from core.sample_scenes.folder import scene_name, scenes_folder
from core.settings import STAGES, Stage
from core.task import Task
from tests.builders.kept_runs import kept_run
from tests.e2e import linear
from tests.e2e.squeeze import squeeze, squeeze_program

# The demo is a whole run: two minutes for itself, and more beside other tests on two cores.
pytestmark = pytest.mark.timeout(900)

GIGABYTE = 10**9
SETTINGS = demo_settings()


@pytest.fixture(scope="module")
def made(pytestconfig: pytest.Config) -> Path:
    """Where a demo was made by the command line, and how much memory that took: see `make`."""
    return kept_run("demo", pytestconfig, make, Path(__file__), resources_folder() / "boards.toml")


def make(home: Path) -> None:
    """Make the demo `home`/run; `home`/most-memory says in bytes how large the largest process was.

    `home`/scenes are the images that it has drawn.
    """
    said = squeeze_program("demo", "--out", home / "run", "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["stages"][-1]["name"] == "huffman"
    with contextlib.suppress(ImportError):
        import resource

        # Of the processes that this suite has waited for, workers included.
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        (home / "most-memory").write_text(str(most), encoding="ascii")
    data = SETTINGS.data
    drawn = scenes_folder(data.scenes_per_class, data.image_size, SETTINGS.seed, Task())
    shutil.copytree(drawn, home / "scenes")


@pytest.fixture(scope="module")
def folder(made: Path) -> Path:
    """The run folder of the demo. To be read only."""
    return made / "run"


@pytest.fixture(scope="module")
def summary(folder: Path) -> Summary:
    return RunFolder(folder).read_summary()


def figures(summary: Summary, stage: Stage) -> StageFigures:
    found = summary.of(stage)
    assert found is not None
    return found


def test_the_float_model_tells_five_scenes_in_six_and_coding_costs_two_points_at_most(
    summary: Summary,
) -> None:
    trained, coded = figures(summary, "train").accuracy, figures(summary, "huffman").accuracy
    assert trained >= 0.85
    assert coded >= trained - 0.02


@pytest.mark.parametrize("stage", STAGES)
def test_every_convolution_of_a_whole_squeezenet_is_told(folder: Path, stage: Stage) -> None:
    content = RunFolder(folder).details(stage).read_bytes()
    assert len(msgspec.json.decode(content, type=Details).layers) == 26


def test_the_coded_file_is_fifteen_times_smaller_than_the_float_weights(summary: Summary) -> None:
    assert figures(summary, "huffman").bytes < 200_000
    assert figures(summary, "huffman").bytes * 15 < summary.references.squeezenet_float_bytes


def test_it_ends_on_the_virtual_board_which_agrees_on_ten_images(folder: Path, summary: Summary) -> None:
    board = summary.board
    assert board is not None
    assert (board.profile, board.virtual, board.agreement) == (VIRTUAL_BOARD, True, "10/10")
    assert (board.fits, board.basis) == (True, "reported")
    assert (folder / "model.img").is_file()


def test_slimming_leaves_less_than_35_kilobytes_beside_weights_and_decoders(folder: Path) -> None:
    said = squeeze("inspect", folder / "huffman.tflite", "--json")
    spent = json.loads(said.stdout)["file"]
    coding = ("payload_bytes", "plain_weight_bytes", "table_bytes", "decoder_bytes")
    assert 10_000 < spent["bytes"] - sum(spent[name] for name in coding) < 35_000


def test_the_demo_stays_within_three_gigabytes(made: Path) -> None:
    pytest.importorskip("resource", reason="needs a system that counts what processes took")
    assert 0 < int((made / "most-memory").read_text(encoding="ascii")) < 3 * GIGABYTE


@pytest.mark.parametrize("features", ["pixels", "RGB histograms", "HSV histograms"])
def test_a_linear_classifier_stays_fifteen_points_below(
    summary: Summary, scenes: tuple[NDArray[np.uint8], NDArray[np.int64]], features: str
) -> None:
    images, labels = scenes
    seen = FEATURES[features](images)
    accuracy = linear.tuned_accuracy(split(seen, labels))
    assert 1 / len(SCENE_CLASSES) < accuracy <= figures(summary, "train").accuracy - 0.15


@pytest.fixture(scope="module")
def scenes(made: Path) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The images that the demo has drawn, the classes taking turns."""
    count = SETTINGS.data.scenes_per_class
    names = [scene_name(scene, number) for number in range(count) for scene in SCENE_CLASSES]
    images = np.stack([np.asarray(Image.open(made / "scenes" / name)) for name in names])
    return images, np.arange(len(images)) % len(SCENE_CLASSES)


def split(features: NDArray[np.float32], labels: NDArray[np.int64]) -> linear.Split:
    """70 % to train, 10 % to validate, 20 % to test, every class alike."""
    turn = np.arange(len(labels)) // len(SCENE_CLASSES) % 10
    parts = (turn < 7, turn == 7, turn > 7)
    train, validation, test = ((features[part], labels[part]) for part in parts)
    return linear.Split(train, validation, test)


def histograms(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Shares of 8x8x8 joint bins, as square roots: what a linear classifier makes most of."""
    coarse = (images >> 5).astype(np.int16)
    places = coarse[..., 0] * 64 + coarse[..., 1] * 8 + coarse[..., 2]
    counts = [np.bincount(place.ravel(), minlength=512) for place in places]
    shares = np.array(counts, dtype=np.float32) / np.float32(images[0, :, :, 0].size)
    return np.asarray(np.sqrt(shares))


def in_hsv(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.stack([np.asarray(Image.fromarray(image).convert("HSV")) for image in images])


def pixels(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    return images.reshape(len(images), -1).astype(np.float32)


FEATURES: dict[str, Callable[[NDArray[np.uint8]], NDArray[np.float32]]] = {
    "pixels": pixels,
    "RGB histograms": histograms,
    "HSV histograms": lambda images: histograms(in_hsv(images)),
}
