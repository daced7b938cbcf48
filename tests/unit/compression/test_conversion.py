"""The converter makes of a network's one function the file that it makes of the network."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from ai_edge_litert import schema_py_generated as schema
from numpy.typing import NDArray

from core.backend import keras, tf
from core.compression.conversion import full_integer_model
from core.tflite.model_file import parse
from tests.builders.networks import small_network


def samples() -> Iterator[NDArray[np.float32]]:
    chance = np.random.default_rng(0)
    for _ in range(4):
        yield chance.uniform(0, 1, (1, *small_network().input_shape[1:])).astype(np.float32)


def converted_as_a_network(network: keras.Model) -> bytes:
    converter = tf.lite.TFLiteConverter.from_keras_model(network)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = lambda: ([sample] for sample in samples())
    converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
    converter.inference_input_type = converter.inference_output_type = tf.int8
    model: bytes = converter.convert()
    return model


def contents(model: bytes) -> tuple[list[object], list[bytes]]:
    """Tensors with names, shapes, types and scales, and what buffers hold that tensors refer to."""
    parsed = parse(model)
    tensors = parsed.subgraphs[0].tensors
    return [described(tensor) for tensor in tensors], [
        b"" if parsed.buffers[tensor.buffer].data is None else bytes(parsed.buffers[tensor.buffer].data)
        for tensor in tensors
    ]


def described(tensor: schema.TensorT) -> object:
    quantization = tensor.quantization
    scales = [] if quantization is None or quantization.scale is None else list(quantization.scale)
    # Names say of a constant that it was a variable, and of a function that it has variables.
    name = tensor.name.replace(b"/resource", b"").replace(b"StatefulPartitionedCall", b"PartitionedCall")
    return name, list(tensor.shape), tensor.type, scales


def test_the_file_is_that_of_the_network() -> None:
    network = small_network()
    assert contents(full_integer_model(network, samples)) == contents(converted_as_a_network(network))


def test_nothing_stays_in_the_temporary_folder_if_the_process_is_killed_later(tmp_path: Path) -> None:
    # AutoGraph writes a file once a process, and would remove it when the process ends in peace.
    code = (
        "import os; from tests.unit.compression.test_conversion import *; "
        "full_integer_model(small_network(), samples); os._exit(0)"
    )
    subprocess.run((sys.executable, "-c", code), env=os.environ | {"TMPDIR": str(tmp_path)}, check=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows clears its temporary folder itself")
def test_what_a_killed_process_left_is_removed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with subprocess.Popen((sys.executable, "-c", "")) as ended:
        ended.wait()
    names = {
        "ended": f"squeeze-studio-conversion-{ended.pid}-abc",
        "running": f"squeeze-studio-conversion-{os.getpid()}-abc",
        "other": f"squeeze-studio-conversion-{ended.pid}",
        "link": f"squeeze-studio-conversion-{ended.pid}-link",
    }
    for name in ("ended", "running", "other"):
        (tmp_path / names[name]).mkdir()
        (tmp_path / names[name] / "file.py").write_text("")
    (tmp_path / names["link"]).symlink_to(names["other"])
    full_integer_model(small_network(), samples)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == set(names.values()) - {names["ended"]}
    assert all((tmp_path / names[name] / "file.py").exists() for name in ("running", "other", "link"))
