"""Networks come back as they were saved, and of anything else in a .keras file nothing is run or believed."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import socket
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.backend import keras, tf
from core.compression.quantization import quantize
from core.errors import SqueezeError
from core.networks.keras_file import load_network, save_network
from core.runs.network_inspection import inspect_network
from core.runs.predictors import open_predictor
from core.settings import NetworkName, NetworkSettings, RunSettings
from core.training.feed import LabeledImages, TrainingData
from tests.builders.networks import network, small_network
from tests.limits import largest_file
from tests.recording import RecordingTask

ROOT = Path(__file__).parents[3]
CONFIG, WEIGHTS = "config.json", "model.weights.h5"
Config = dict[str, Any]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The entries of a small network's file."""
    path = tmp_path_factory.mktemp("saved") / "float.keras"
    save_network(small_network(), path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def file_of(path: Path, entries: dict[str, bytes], kind: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def with_config(entries: dict[str, bytes], change: Callable[[Config], object]) -> dict[str, bytes]:
    config = json.loads(entries[CONFIG])
    change(config)
    return entries | {CONFIG: json.dumps(config).encode()}


def with_weights(entries: dict[str, bytes], change: Callable[[h5py.File], object]) -> dict[str, bytes]:
    content = io.BytesIO(entries[WEIGHTS])
    with h5py.File(content, "r+") as stored:
        change(stored)
    return entries | {WEIGHTS: content.getvalue()}


def layer(config: Config, kind: str = "Conv2D") -> Config:
    found: Config = next(one for one in config["config"]["layers"] if one["class_name"] == kind)
    return found


def refusal(path: Path) -> SqueezeError:
    with pytest.raises(SqueezeError) as caught:
        load_network(path)
    return caught.value


def end_of(path: Path) -> str | None:
    """The error that reading a file ends with, None where it is read."""
    try:
        load_network(path)
    except SqueezeError as error:
        return error.code
    return None


def code_that_makes(trace: Path) -> Callable[[tf.Tensor], tf.Tensor]:
    """What a layer of a hostile file would run."""
    name = str(trace)
    return lambda values: (__import__("pathlib").Path(name).touch(), values)[1]


def hostile_network(trace: Path) -> keras.Model:
    given = keras.Input((32, 32, 3), name="picture")
    tensor = keras.layers.Lambda(code_that_makes(trace), name="quiet")(given)
    tensor = keras.layers.GlobalAveragePooling2D()(tensor)
    return keras.Model(given, keras.layers.Softmax()(tensor))


@pytest.mark.parametrize(
    ("name", "bypass", "last_relu"),
    [
        ("squeezenet-1.0", "simple", False),
        ("squeezenet-1.1", "complex", True),
        ("alexnet", "none", False),
    ],
)
def test_a_network_comes_back_with_its_layers_and_weights(
    name: NetworkName, bypass: Any, last_relu: bool, tmp_path: Path
) -> None:
    wanted = NetworkSettings(name=name, width=0.125, bypass=bypass, last_relu=last_relu)
    made = network(wanted, classes=3, image_size=64)
    for own in made.layers:
        own.set_weights([np.random.default_rng(4).normal(size=array.shape) for array in own.get_weights()])
    save_network(made, tmp_path / "float.keras")
    found = load_network(tmp_path / "float.keras")
    assert [own.get_config()["name"] for own in found.layers] == [own.name for own in made.layers]
    images = np.random.default_rng(5).uniform(-1, 1, (2, 64, 64, 3)).astype(np.float32)
    assert np.array_equal(found(images).numpy(), made(images).numpy())
    save_network(found, tmp_path / "again.keras")
    assert np.array_equal(load_network(tmp_path / "again.keras")(images).numpy(), made(images).numpy())


def test_hdf5_under_the_name_is_refused_by_all_that_open_networks_and_its_code_does_not_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    trace, path = tmp_path / "ran", tmp_path / "float.keras"
    hostile = hostile_network(trace)
    trace.unlink()
    # Keras warns of its own older format, in two ways.
    with caplog.at_level(logging.ERROR, "tensorflow"), pytest.warns(UserWarning, match="HDF5"):
        hostile.save(tmp_path / "float.h5", save_format="h5", include_optimizer=False)
    (tmp_path / "float.h5").rename(path)
    images = LabeledImages(np.zeros((4, 32, 32, 3), np.uint8), np.arange(4))
    ways: list[Callable[[], object]] = [
        lambda: inspect_network(path),
        lambda: open_predictor(path),
        lambda: quantize(
            RunSettings(),
            TrainingData(images, images, 4),
            path,
            tmp_path / "int8.tflite",
            tmp_path / "checkpoints",
            RecordingTask(),
        ),
    ]
    for way in ways:
        with pytest.raises(SqueezeError) as caught:
            way()
        assert caught.value.code == "model-foreign"
        assert "HDF5" in caught.value.happened
    assert not trace.exists()


def test_a_zip_with_a_layer_of_code_is_refused_and_named(tmp_path: Path) -> None:
    trace, path = tmp_path / "ran", tmp_path / "float.keras"
    hostile = hostile_network(trace)
    trace.unlink()
    hostile.save(path)
    error = refusal(path)
    assert error.code == "model-foreign"
    assert "'Lambda'" in error.happened
    assert not trace.exists()


def test_a_stock_layer_that_no_network_of_ours_has_is_refused_and_named(tmp_path: Path) -> None:
    given = keras.Input((32, 32, 3))
    answer = keras.layers.Dense(2)(keras.layers.Flatten()(given))
    keras.Model(given, answer).save(tmp_path / "other.keras")
    error = refusal(tmp_path / "other.keras")
    assert error.code == "model-foreign"
    assert "'Dense'" in error.happened


def _a_custom_object(config: Config) -> None:
    layer(config)["registered_name"] = "mine>Conv2D"


def _another_module(config: Config) -> None:
    layer(config)["module"] = "os"


def _an_activation_of_code(config: Config) -> None:
    layer(config)["config"]["activation"] = {"class_name": "__lambda__", "config": {"value": "YQ=="}}


def _an_initializer_of_code(config: Config) -> None:
    layer(config)["config"]["kernel_initializer"] = {
        "module": "subprocess",
        "class_name": "Popen",
        "config": {},
        "registered_name": None,
    }


def _a_regularizer(config: Config) -> None:
    layer(config)["config"]["kernel_regularizer"] = {"module": "keras.regularizers", "class_name": "L2"}


def _arguments_of_a_call(config: Config) -> None:
    layer(config)["inbound_nodes"][0][0][3] = {"training": True}


def _a_setting_nobody_knows(config: Config) -> None:
    layer(config)["config"]["custom"] = 1


def _compiled(config: Config) -> None:
    config["compile_config"] = {"loss": {"class_name": "function", "config": "system"}}


def _another_model(config: Config) -> None:
    config["class_name"] = "Sequential"


def _letters_for_a_terminal(config: Config) -> None:
    layer(config)["name"] = layer(config)["config"]["name"] = "conv1\x1b[2J"


def _an_image_without_end(config: Config) -> None:
    layer(config, "InputLayer")["config"]["batch_input_shape"] = [None, 10**9, 10**9, 3]


def _filters_without_end(config: Config) -> None:
    layer(config)["config"]["filters"] = 10**12


def _more_filters_than_weights(config: Config) -> None:
    layer(config)["config"]["filters"] = 17


def _a_circle(config: Config) -> None:
    layer(config)["inbound_nodes"][0][0][0] = layer(config)["name"]


def _two_inputs(config: Config) -> None:
    config["config"]["layers"].insert(1, layer(config, "InputLayer") | {"name": "other"})
    config["config"]["layers"][1]["config"] = layer(config, "InputLayer")["config"] | {"name": "other"}


def _an_output_elsewhere(config: Config) -> None:
    config["config"]["output_layers"] = [["nowhere", 0, 0]]


def _channels_doubled_for_ever(config: Config) -> None:
    layers, last = config["config"]["layers"], "picture"
    for number in range(40):
        name = f"double{number}"
        concat = json.loads(json.dumps(layer(config, "Concatenate")))
        concat["name"] = concat["config"]["name"] = name
        concat["inbound_nodes"] = [[[last, 0, 0, {}], [last, 0, 0, {}]]]
        layers.insert(1 + number, concat)
        last = name


@pytest.mark.parametrize(
    "change",
    [
        *(_a_custom_object, _another_module, _an_activation_of_code, _an_initializer_of_code),
        *(_a_regularizer, _arguments_of_a_call, _a_setting_nobody_knows, _compiled, _another_model),
        *(_letters_for_a_terminal, _an_image_without_end, _filters_without_end, _more_filters_than_weights),
        *(_a_circle, _two_inputs, _an_output_elsewhere, _channels_doubled_for_ever),
    ],
    ids=lambda change: change.__name__.strip("_"),
)
def test_what_this_program_does_not_write_is_refused_before_anything_is_built(
    change: Callable[[Config], object],
    saved: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built: list[object] = []
    build = keras.layers.Layer.from_config.__func__

    def noted(kind: type, config: Config) -> object:
        built.append(config)
        return build(kind, config)

    monkeypatch.setattr(keras.layers.Layer, "from_config", classmethod(noted))
    path = file_of(tmp_path / "float.keras", with_config(saved, change))
    assert refusal(path).code == "model-foreign"
    assert not built


def _weights_of_another_file(stored: h5py.File) -> None:
    place = "layers/conv2d/vars"
    del stored[place]["0"]
    stored[place]["0"] = h5py.ExternalLink("/etc/passwd", "/")


def _weights_by_another_name(stored: h5py.File) -> None:
    place = "layers/conv2d/vars"
    stored[place].move("0", "5")
    stored[place]["0"] = h5py.SoftLink("/layers/conv2d/vars/5")


def _replaced(stored: h5py.File, **how: Any) -> None:
    place = stored["layers/conv2d/vars"]
    shape = place["0"].shape
    del place["0"]
    place.create_dataset("0", shape, np.float32, **how)


def _weights_from_outside(stored: h5py.File) -> None:
    _replaced(stored, external=[("/etc/passwd", 0, 4 * 432)])


def _compressed_weights(stored: h5py.File) -> None:
    _replaced(stored, chunks=True, compression="gzip")


def _weights_that_are_not_there(stored: h5py.File) -> None:
    _replaced(stored)


def _calculated_weights(stored: h5py.File) -> None:
    place = stored["layers/conv2d/vars"]
    layout = h5py.VirtualLayout(place["0"].shape, np.float32)
    layout[...] = h5py.VirtualSource("/etc/passwd", "0", place["0"].shape)
    del place["0"]
    place.create_virtual_dataset("0", layout)


def _weights_of_another_shape(stored: h5py.File) -> None:
    place = stored["layers/conv2d/vars"]
    content = place["0"][()]
    del place["0"]
    place["0"] = content.reshape(-1)


def _more_weights(stored: h5py.File) -> None:
    stored["layers/conv2d/vars/2"] = np.zeros(3, np.float32)


def _a_ring_of_groups(stored: h5py.File) -> None:
    stored["layers/again"] = stored["layers"]


@pytest.mark.parametrize(
    "change",
    [
        *(_weights_of_another_file, _weights_by_another_name, _weights_from_outside, _compressed_weights),
        *(_weights_that_are_not_there, _calculated_weights, _weights_of_another_shape, _more_weights),
        _a_ring_of_groups,
    ],
    ids=lambda change: change.__name__.strip("_"),
)
def test_weights_are_plain_numbers_in_the_file_itself(
    change: Callable[[h5py.File], object], saved: dict[str, bytes], tmp_path: Path
) -> None:
    path = file_of(tmp_path / "float.keras", with_weights(saved, change))
    assert refusal(path).code == "model-foreign"


def test_weights_that_are_no_numbers_are_damage(saved: dict[str, bytes], tmp_path: Path) -> None:
    def no_number(stored: h5py.File) -> None:
        stored["layers/conv2d/vars/1"][0] = np.nan

    path = file_of(tmp_path / "float.keras", with_weights(saved, no_number))
    assert refusal(path).code == "model-unreadable"


@pytest.mark.parametrize("name", ["assets/more", "../../outside", "model.weights.npz"])
def test_other_entries_are_refused(name: str, saved: dict[str, bytes], tmp_path: Path) -> None:
    assert refusal(file_of(tmp_path / "float.keras", saved | {name: b"x"})).code == "model-foreign"
    assert [path.name for path in tmp_path.iterdir()] == ["float.keras"]


def test_compressed_entries_are_not_unpacked(saved: dict[str, bytes], tmp_path: Path) -> None:
    bomb = saved | {CONFIG: b" " * 50_000_000 + saved[CONFIG]}
    assert refusal(file_of(tmp_path / "float.keras", bomb, zipfile.ZIP_BZIP2)).code == "model-foreign"


def test_json_nested_without_end_is_refused(saved: dict[str, bytes], tmp_path: Path) -> None:
    path = file_of(tmp_path / "float.keras", saved | {CONFIG: b'{"config":' + b"[" * 1_000_000})
    assert refusal(path).code == "model-foreign"


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_zip_is_damage(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "float.keras"
    path.write_bytes(content)
    assert refusal(path).code == "model-unreadable"


@pytest.mark.parametrize("missing", [CONFIG, WEIGHTS])
def test_a_zip_without_layers_or_weights_is_damage(
    missing: str, saved: dict[str, bytes], tmp_path: Path
) -> None:
    rest = {name: content for name, content in saved.items() if name != missing}
    assert refusal(file_of(tmp_path / "float.keras", rest)).code == "model-unreadable"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "float.keras").code == "model-not-found"
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "float.keras").code == "model-not-found"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_nobody_waits_for_a_pipe_a_device_or_a_socket(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.keras")
    (tmp_path / "zero.keras").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.keras"))
        assert [refusal(path).code for path in sorted(tmp_path.iterdir())] == ["not-a-file"] * 3


@settings(max_examples=150, derandomize=True)
@given(data=st.data())
def test_damaged_files_end_in_an_error_of_the_table(data: st.DataObject) -> None:
    whole = DAMAGEABLE.read_bytes()
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del damaged[data.draw(st.integers(0, len(whole) - 1)) :]
    path = DAMAGEABLE.with_name("damaged.keras")
    path.write_bytes(damaged)
    assert end_of(path) in (None, "model-unreadable", "model-foreign")


DAMAGEABLE = Path()


@pytest.fixture(scope="module", autouse=True)
def damageable(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A whole file for the damaged ones."""
    globals()["DAMAGEABLE"] = tmp_path_factory.mktemp("damaged") / "float.keras"
    save_network(small_network(), DAMAGEABLE)


def test_no_other_module_lets_keras_read_a_file() -> None:
    reads = re.compile(r"load_model|load_weights|deserialize|from_json|pickle\.load|allow_pickle=True")
    places = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "core").rglob("*.py")
        if reads.search(path.read_text(encoding="utf-8"))
    }
    assert places == {"core/networks/keras_file.py"}


def test_a_network_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch, kept = tmp_path / "scratch", tmp_path / "kept"
    scratch.mkdir()
    kept.mkdir()
    whole = tmp_path / "whole.keras"
    save_network(small_network(), whole)
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    # It is full in the weights, which come last.
    with largest_file(whole.stat().st_size - 2000), pytest.raises(SqueezeError) as raised:
        save_network(small_network(), kept / "float.keras")
    assert raised.value.code == "disk-full"
    assert [*scratch.iterdir(), *kept.iterdir()] == []
