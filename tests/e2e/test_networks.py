"""Every network goes all the way: trained, pruned, quantized, coded, and the same in TFLM byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.networks.architecture import Convolution, NetworkShape, architecture
from core.requests import RunRequest
from core.runs.folder import RunFolder
from core.runs.pipeline import run
from core.runs.stage_details import HuffmanDetails
from core.settings import STAGES, NetworkSettings, RunSettings, checked
from core.tflite.memory_graph import ADDITION, graph_of_model, network_graph
from core.tflite.tflm import tflm_available
from tests.builders.images import write_classes
from tests.recording import RecordingTask

CLASSES = {"cat": 10, "dog": 10}
TEST_IMAGES = 4
NETWORKS: list[dict[str, Any]] = [
    {"name": "squeezenet-1.0", "bypass": "complex", "squeeze_ratio": 0.5, "share_3x3": 0.25, "width": 0.125},
    {"name": "squeezenet-1.1", "bypass": "simple", "width": 0.25},
    {"name": "alexnet", "width": 0.125},
]


@pytest.mark.parametrize(
    ("network", "method"),
    list(zip(NETWORKS, ["training-aware", "post-training", "training-aware"], strict=True)),
    ids=["1.0-complex", "1.1-simple", "alexnet"],
)
def test_a_tiny_run_of_each_network_is_proved_like_any_other(
    network: dict[str, Any], method: str, tmp_path: Path
) -> None:
    write_classes(tmp_path / "pets", CLASSES)
    settings = checked(
        RunSettings,
        {
            "data": {"source": str(tmp_path / "pets"), "image_size": 34},
            "network": network,
            "train": {"epochs": 1, "batch_size": 8},
            "prune": {"epochs": 1, "sparsity": 0.6, "filters": 0.25, "method": method},
            "quantize": {"epochs": 1, "method": method},
        },
    )
    folder = RunFolder(tmp_path / "run")
    summary = run(RunRequest(folder=str(folder.path), settings=settings), RecordingTask())
    assert [stage.name for stage in summary.stages] == list(STAGES)
    require_expected_figures(summary.network.parameters, summary.network.macs, settings.network)
    details = msgspec.json.decode(folder.details("huffman").read_bytes(), type=HuffmanDetails)
    assert details.proofs.identical_outputs == TEST_IMAGES
    assert details.proofs.decoded_tensors > 0
    if tflm_available():
        assert details.proofs.tflm_tensors == details.proofs.decoded_tensors
    require_additions(folder.file("huffman").read_bytes(), settings.network)


def shape_of(network: NetworkSettings) -> NetworkShape:
    return NetworkShape(network, 34, 3, len(CLASSES))


def require_expected_figures(parameters: int, macs: int, network: NetworkSettings) -> None:
    """What was trained is the network that was described."""
    drawn = architecture(shape_of(network))
    expected = expected_macs = 0
    for layer in drawn.layers:
        if isinstance(layer, Convolution):
            kernel = layer.size**2 * drawn.outputs[layer.source].channels * layer.filters
            expected += kernel + layer.filters
            expected_macs += kernel * drawn.outputs[layer.name].side ** 2
    assert (parameters, macs) == (expected, expected_macs)


def require_additions(coded: bytes, network: NetworkSettings) -> None:
    """The file has the additions that were planned for."""
    planned = network_graph(shape_of(network), coded=True)
    additions = [
        sum(operator.kind == ADDITION for operator in graph.operators)
        for graph in (planned, graph_of_model(coded))
    ]
    assert additions[0] == additions[1] == {"none": 0, "simple": 4, "complex": 8}[network.bypass]
