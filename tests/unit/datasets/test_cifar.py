"""CIFAR-10's python version is read as it is published, and nothing in it is ever run."""

from __future__ import annotations

import pickle
import shutil
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.datasets.cifar import find_batches, write_images
from core.datasets.dataset import Dataset
from core.datasets.opening import open_dataset
from core.errors import Cancelled, SqueezeError
from core.events import Progress, Status
from core.task import Task
from tests.builders.datasets import (
    CIFAR_CLASSES,
    CIFAR_FOLDER,
    cifar_image,
    python2_batch,
    python2_class_names,
    python3_batch,
    write_cifar,
    write_cifar_archive,
)
from tests.recording import RecordingTask


def opened(source: Path, task: Task | None = None) -> Dataset:
    return open_dataset(source, cache_folder=source.parent / "cache", seed=1, task=task or Task())


def test_the_published_archive_is_a_data_set_with_its_own_split(tmp_path: Path) -> None:
    archive = write_cifar_archive(tmp_path / "cifar-10-python.tar.gz", tmp_path / "scratch")
    dataset = opened(archive)
    assert dataset.name == "cifar-10-python"
    assert dataset.classes == CIFAR_CLASSES
    assert [len(split) for split in dataset.splits.values()] == [42, 6, 9]
    assert all(name.startswith("test/") for name in dataset.test.names)
    assert dataset.test.names[0] == "test/airplane/airplane_s_000000.png"


def test_images_are_those_of_the_batches(tmp_path: Path) -> None:
    write_cifar(tmp_path / "data")
    dataset = opened(tmp_path / "data")
    shown = dict(zip(dataset.test.names, dataset.test.images, strict=True))
    for number, label in enumerate([0, 1, 2] * 3):
        name = f"test/{CIFAR_CLASSES[label]}/{CIFAR_CLASSES[label]}_s_{number:06}.png"
        assert (np.asarray(Image.open(shown[name])) == cifar_image(2000 + number)).all()


def test_the_unpacked_folder_is_the_same_data_set_and_stays_as_it_is(tmp_path: Path) -> None:
    archive = write_cifar_archive(tmp_path / "cifar-10-python.tar.gz", tmp_path / "scratch")
    batches = tmp_path / "scratch" / CIFAR_FOLDER
    before = {path: path.read_bytes() for path in batches.iterdir()}
    packed = opened(archive)
    for source in (tmp_path / "scratch", batches):
        assert opened(source).fingerprint == packed.fingerprint
    assert {path: path.read_bytes() for path in batches.iterdir()} == before


def test_batches_are_unpacked_once_and_again_when_they_changed(tmp_path: Path) -> None:
    batches = write_cifar(tmp_path / "data")

    def unpacked() -> int:
        task = RecordingTask()
        opened(tmp_path / "data", task)
        return sum("CIFAR" in event.text for event in task.of(Status))

    assert [unpacked(), unpacked()] == [1, 0]
    names = ("eagle", "falcon", "owl")
    (batches / "batches.meta").write_bytes(python2_class_names(names) + b"\0")
    assert unpacked() == 1
    assert opened(tmp_path / "data").classes == names


def test_copies_in_several_batches_of_one_name_are_all_kept(tmp_path: Path) -> None:
    write_cifar(tmp_path / "data", train=2, test=1)
    write_images(tmp_path / "data" / CIFAR_FOLDER, tmp_path / "out", Task())
    names = sorted(path.name for path in (tmp_path / "out" / "train" / "bird").iterdir())
    assert names == [
        "bird_s_000002.png",
        "bird_s_000002_data_batch_2.png",
        "bird_s_000005.png",
        "bird_s_000005_data_batch_2.png",
    ]


def test_batches_that_were_pickled_again_are_read_too(tmp_path: Path) -> None:
    images = [cifar_image(number) for number in range(3)]
    assert read(tmp_path, python3_batch(images, [0, 1, 2], ["a.png", "b.png", "c"])) == [
        "airplane/a.png",
        "automobile/b.png",
        "bird/c.png",
    ]


def test_unpacking_can_be_stopped(tmp_path: Path) -> None:
    batches = write_cifar(tmp_path / "data")
    task = RecordingTask(cancel_when=lambda event: isinstance(event, Progress))
    with pytest.raises(Cancelled):
        write_images(batches, tmp_path / "out", task)


def test_other_folders_hold_no_batches(tmp_path: Path) -> None:
    assert find_batches(tmp_path) is None
    batches = write_cifar(tmp_path / "data")
    assert find_batches(tmp_path / "data") == find_batches(batches) == batches
    (batches / "batches.meta").unlink()
    assert find_batches(batches) is None


def read(folder: Path, batch: bytes, meta: bytes | None = None) -> list[str]:
    """The images that a batch with this content comes to, as class/file."""
    batches, out = folder / "batches", folder / "out"
    for path in (batches, out):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    (batches / "data_batch_1").write_bytes(batch)
    (batches / "batches.meta").write_bytes(python2_class_names() if meta is None else meta)
    write_images(batches, out, Task())
    return sorted(path.relative_to(out / "train").as_posix() for path in out.rglob("*.png"))


def refusal(folder: Path, batch: bytes, meta: bytes | None = None) -> str:
    with pytest.raises(SqueezeError) as caught:
        read(folder, batch, meta)
    assert caught.value.code == "data-batch-unreadable"
    return caught.value.happened


def touching(path: Path) -> list[bytes]:
    """Pickles that make a file when they are read carelessly, each by other opcodes."""
    name = str(path).encode()
    length = bytes([len(name)])
    return [
        b"cos\nsystem\n(U" + bytes([len(name) + 6]) + b"touch " + name + b"tR.",
        b"(S'touch " + name + b"'\nios\nsystem\n.",
        b"cbuiltins\nopen\n(U" + length + name + b"U\x01wtR.",
        b"\x80\x04\x8c\x08builtins\x8c\x04open\x93(U" + length + name + b"U\x01wtR.",
        b"(cbuiltins\nopen\nU" + length + name + b"U\x01wo.",
        b"\x80\x04}(U\x04datacpathlib\nPath.touch\ncpathlib\nPath\n(U" + length + name + b"tR\x85Ru.",
    ]


@pytest.mark.parametrize("number", range(6))
def test_a_hostile_pickle_is_refused_and_does_nothing(tmp_path: Path, number: int) -> None:
    marker = tmp_path / "hacked"
    hostile = touching(marker)[number]
    assert "it asks for" in refusal(tmp_path, hostile)
    refusal(tmp_path, python2_batch([cifar_image(1)], [0], ["a.png"]), meta=hostile)
    assert not marker.exists()


def test_the_hostile_pickles_are_hostile(tmp_path: Path) -> None:
    """Read by Python itself, they do what they are meant to."""
    for number in (0, 5):
        marker = tmp_path / f"hacked{number}"
        pickle.loads(touching(marker)[number])
        assert marker.exists()


def test_functions_of_numpy_are_not_called_either(tmp_path: Path) -> None:
    assert "it asks for numpy.load" in refusal(tmp_path, b"cnumpy\nload\n(U\x01xtR.")
    huge = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\n(J\xff\xff\xff\x7ftU\x01b\x87R."
    assert "no dictionary" in refusal(tmp_path, huge)


def test_what_stands_for_names_of_numpy_is_not_changed_by_a_pickle(tmp_path: Path) -> None:
    """Stock Python would give `_codecs.encode`, or what stands for it, another encoding as its default."""
    changing = b"c_codecs\nencode\nN}U\x0c__defaults__(U\x04utf8ts\x86b0"
    refusal(tmp_path, b"\x80\x02" + changing + b"}.")
    test_batches_that_were_pickled_again_are_read_too(tmp_path)


def test_a_text_that_is_encoded_again_and_again_comes_to_no_more_than_the_file(tmp_path: Path) -> None:
    """A thousand times a megabyte out of a file of one."""
    text = b"X" + struct.pack("<I", 1 << 20) + b"a" * (1 << 20) + b"q\x00"
    encoded = b"c_codecs\nencode\n(h\x00U\x06latin1tR"
    tracemalloc.start()
    try:
        refusal(tmp_path, b"\x80\x02}(U\x04data(" + text + encoded * 1000 + b"lu.")
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


DOUBLED = b"K\x01q\x000" + b"h\x00h\x00\x86q\x000" * 200 + b"h\x00"
"""A tuple that holds another one twice, two hundred times over: written out it would never end."""


@pytest.mark.parametrize("value", [DOUBLED, b"\x8b" + struct.pack("<i", 1_000_000) + b"\x01" * 1_000_000])
@pytest.mark.parametrize("where", ["label", "shape", "kind", "name"])
def test_values_that_cannot_be_written_out_are_refused(tmp_path: Path, value: bytes, where: str) -> None:
    batch = python2_batch([cifar_image(1)], [0], ["a.png"])
    place = {
        "label": b"labels](J\0\0\0\0e",
        "shape": b"(J\x01\0\0\0J\0\x0c\0\0t",
        "kind": b"U\x02u1",
        "name": b"filenames](U\x05a.pnge",
    }[where]
    assert batch.count(place) == 1, where
    put = {"label": b"labels](%se", "shape": b"(J\x01\0\0\0%st", "kind": b"%s", "name": b"filenames](%se"}[
        where
    ]
    refusal(tmp_path, batch.replace(place, put % value))


@pytest.mark.parametrize(
    ("labels", "names", "reason"),
    [
        ([0], ["a.png", "b.png"], "not equally many"),
        ([0, 3], ["a.png", "b.png"], "no class 3"),
        ([0, -1], ["a.png", "b.png"], "no class -1"),
        ([0, 1], ["a.png", "../../b.png"], "no name for a file"),
        ([0, 1], ["a.png", "/b.png"], "no name for a file"),
        ([0, 1], ["a.png", ""], "no name for a file"),
    ],
)
def test_contents_that_contradict_themselves_are_refused(
    tmp_path: Path, labels: list[int], names: list[str], reason: str
) -> None:
    images = [cifar_image(1), cifar_image(2)]
    assert reason in refusal(tmp_path, python2_batch(images, labels, names))


def test_class_names_that_are_no_folders_are_refused(tmp_path: Path) -> None:
    batch = python2_batch([cifar_image(1)], [0], ["a.png"])
    for names in (("cat", ".."), ("cat", "cat"), ("cat",), ("cat", "a/b")):
        refusal(tmp_path, batch, meta=python2_class_names(names))


def test_names_that_some_system_does_not_take_are_changed(tmp_path: Path) -> None:
    batch = python2_batch([cifar_image(1), cifar_image(2)], [0, 1], ["con.png", "a?b. "])
    found = read(tmp_path, batch, meta=python2_class_names(("aux", "cat.")))
    assert found == ["_aux/_con.png", "cat_/a_b._.png"]


@pytest.mark.parametrize("batch", [b"", b"text", b"\x80\x02]q\x00.", b"\x80\x02}q\x00.", b"\x80\x02N."])
def test_what_is_no_batch_is_refused(tmp_path: Path, batch: bytes) -> None:
    refusal(tmp_path, batch)


WHOLE = python2_batch([cifar_image(1), cifar_image(2)], [0, 1], ["a.png", "b.png"])


@settings(max_examples=150)
@given(
    cut=st.integers(0, len(WHOLE)),
    places=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=3),
)
def test_a_damaged_batch_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, cut: int, places: list[tuple[int, int]]
) -> None:
    damaged = bytearray(WHOLE)
    for place, value in places:
        # What is not pixels is at both ends.
        damaged[place % 400 if place % 2 else -1 - place % 100] = value
    folder = tmp_path_factory.mktemp("damaged")
    refused: str | None = None
    try:
        read(folder, bytes(damaged[:cut] if cut % 3 else damaged))
    except SqueezeError as error:
        refused = error.code
    finally:
        shutil.rmtree(folder)
    assert refused in (None, "data-batch-unreadable")
