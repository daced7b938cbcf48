"""What TensorBoard shows of a finished stage: graph and weights of its file, and its worst mistakes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.compression.huffman.bitstream import Undecodable
from core.compression.layers import layer_codes, layers
from core.errors import ModelError
from core.report.mistakes import IMAGE_SIDE, mistake_images
from core.runs.folder import RunFolder
from core.runs.measuring import Details
from core.runs.record import RunRecord
from core.runs.stage_details import read_details
from core.settings import Stage
from core.task import Task
from core.tflite.memory_graph import OperatorMemory, graph_of_model
from core.tflite.model_file import parse

_BINS = 64
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]+")


def finished_logs(
    folder: RunFolder, record: RunRecord, stage: Stage, now: float, task: Task
) -> Iterator[Any]:
    """The events of a finished stage's file; nothing for a stage that is not finished.

    `now` is in seconds since 1970. Raises run-damaged, model-unreadable; `Cancelled`.
    """
    from core.backend import tf

    if not record.is_done(stage):
        return
    details = read_details(folder, stage, Details)
    graph, weights = _graph_and_weights(folder, record, stage, details)
    yield tf.compat.v1.Event(wall_time=now, graph_def=graph)
    summary = tf.compat.v1.Summary()
    for name, values in weights.items():
        summary.value.add(tag=f"weights/{name}", histo=histogram(values))
    yield tf.compat.v1.Event(wall_time=now, summary=summary)
    if details is not None and details.mistakes:
        yield tf.compat.v1.Event(wall_time=now, summary=_mistakes(record, details, task))


def _graph_and_weights(
    folder: RunFolder, record: RunRecord, stage: Stage, details: Details | None
) -> tuple[bytes, Mapping[str, NDArray[np.generic]]]:
    """A GraphDef; numbers of a .keras, codes of a .tflite by the names that layers have in the network."""
    content, path = folder.finished_file(record, stage), folder.file(stage)
    if path.suffix == ".tflite":
        return _graph_and_codes(content, str(path), details)
    from core.networks.keras_file import load_network
    from core.networks.measure import convolutions

    network = load_network(path)
    weights = {name: layer.kernel.numpy() for name, layer in convolutions(network).items()}
    return _graph_of_network(network), weights


def _graph_and_codes(
    model: bytes, name: str, details: Details | None
) -> tuple[bytes, Mapping[str, NDArray[np.generic]]]:
    parsed = parse(model, name)
    names = {
        str(one["name"]): str(one.get("layer") or one["name"]) for one in (details.layers if details else ())
    }
    try:
        found = {names.get(layer.name, layer.name): layer for layer in layers(parsed)}
        codes = {layer_name: layer_codes(parsed, layer) for layer_name, layer in found.items()}
    except Undecodable as error:
        raise ModelError("model-unreadable", detail=str(error), path=name) from error
    of_weights = {
        one.weights.tensor: layer_name for layer_name, one in found.items() if not one.weights.subgraph
    }
    return graph_of_operators(model, name, of_weights), codes


def _graph_of_network(network: Any) -> bytes:
    """What TensorFlow computes for one image."""
    from core.backend import tf

    image = tf.TensorSpec((1, *network.input_shape[1:]), tf.float32, "images")
    function = tf.function(lambda images: network(images, training=False), autograph=False)
    graph: bytes = function.get_concrete_function(image).graph.as_graph_def().SerializeToString()
    return graph


def graph_of_operators(model: bytes, name: str, layer_names: Mapping[int, str]) -> bytes:
    """A GraphDef with a node for each operator of a .tflite.

    Constants are no nodes: a node's `input` are the operators that it reads from. `layer_names` are those of
    the operators that read certain tensors, their weights; others are called by their kind and number. Raises
    model-unreadable.
    """
    from core.backend import tf

    graph = graph_of_model(model, name)
    inputs = [OperatorMemory("Placeholder", (), (number,)) for number in graph.inputs]
    made, makers, numbers = tf.compat.v1.GraphDef(), dict[int, str](), Counter[str]()
    for operator in (*inputs, *graph.operators):
        layer = next(
            (layer_names[one] for one in operator.inputs if one in layer_names), operator.kind.lower()
        )
        base = _NO_NAME.sub("_", layer)
        numbers[base] += 1
        node = made.node.add(name=f"{base}_{numbers[base]}" if numbers[base] > 1 else base, op=operator.kind)
        node.input.extend(makers[one] for one in operator.inputs if one in makers)
        for output in operator.outputs:
            makers[output] = node.name
            shape = tf.TensorShape(graph.tensors[output].shape).as_proto()
            node.attr["_output_shapes"].list.shape.append(shape)
    serialized: bytes = made.SerializeToString()
    return serialized


def _mistakes(record: RunRecord, details: Details, task: Task) -> Any:
    """The worst mistakes as images, as far as the images are still there."""
    from core.backend import tf

    summary = tf.compat.v1.Summary()
    images, _missing = mistake_images(details.mistakes, record.settings, task)
    for number, (mistake, image) in enumerate(zip(details.mistakes, images, strict=True), 1):
        if image:
            tag = f"mistakes/{number:02}: {mistake.is_class}, taken for {mistake.taken_for}"
            shown = tf.compat.v1.Summary.Image(
                height=IMAGE_SIDE, width=IMAGE_SIDE, colorspace=3, encoded_image_string=image
            )
            summary.value.add(tag=tag, image=shown)
    return summary


def histogram(values: NDArray[np.generic]) -> Any:
    """The histogram of an array as TensorFlow's message: a bin for each whole number, or 64 for floats."""
    from core.backend import tf

    flat = values.ravel()
    flat = flat[np.isfinite(flat)]
    if not flat.size:
        return tf.compat.v1.HistogramProto()
    least, most = float(flat.min()), float(flat.max())
    bins = np.arange(least, most + 2) - 0.5 if np.issubdtype(flat.dtype, np.integer) else _BINS
    counts, edges = np.histogram(flat, bins)
    return tf.compat.v1.HistogramProto(
        min=least,
        max=most,
        num=flat.size,
        sum=float(flat.sum(dtype=np.float64)),
        # Without a copy of what may be a quarter of a gigabyte.
        sum_squares=float(np.einsum("i,i->", flat, flat, dtype=np.float64, casting="unsafe")),
        bucket_limit=edges[1:],
        bucket=counts,
    )
