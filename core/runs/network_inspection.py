"""What a network in a .keras file holds."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.errors import ModelError
from core.runs.predictors import KerasPredictor
from core.runs.results import NetworkInspection, NetworkLayer


def inspect_network(path: Path) -> NetworkInspection:
    """The layers of a .keras file and what they add up to. Raises model-not-found and model-unreadable."""
    if not path.is_file():
        raise ModelError("model-not-found", path=path)
    from core.networks.measure import convolutions, multiply_accumulates, parameter_count, sparsity

    network = KerasPredictor(path).model
    kernels = {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}
    return NetworkInspection(
        bytes=path.stat().st_size,
        parameters=parameter_count(network),
        macs=multiply_accumulates(network),
        sparsity=sparsity(network),
        layers=tuple(
            NetworkLayer(name, kernel.shape, kernel.size, float(np.mean(kernel == 0)))
            for name, kernel in kernels.items()
        ),
    )
